// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/person.h"

namespace meitrace {

std::string_view keyTypeCode(KeyType type)
{
    switch (type) {
    case KeyType::HisNo:
        return "his_no";
    case KeyType::UnionId:
        return "unionid";
    case KeyType::ExternalUserId:
        return "external_userid";
    case KeyType::OpenId:
        return "openid";
    case KeyType::Phone:
        return "phone";
    case KeyType::Email:
        return "email";
    case KeyType::CardNo:
        return "card_no";
    case KeyType::PlatformUid:
        return "platform_uid";
    case KeyType::LoginUser:
        return "user_id";
    case KeyType::WechatId:
        return "wechat_id";
    case KeyType::IdCard:
        return "id_card";
    case KeyType::MaskedPhone:
        return "masked_phone";
    case KeyType::PhoneTail:
        return "phone_tail";
    case KeyType::Device:
        return "device";
    case KeyType::Name:
        return "name";
    case KeyType::BirthDate:
        return "birth_date";
    case KeyType::RawPhone:
        return "raw_phone";
    }
    return "";
}

}  // namespace meitrace
