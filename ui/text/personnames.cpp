// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/personnames.h"

#include "ui/text/figures.h"
#include "ui/text/names.h"

#include <QCoreApplication>

namespace meitrace {

namespace {

struct PersonNames {
    Q_DECLARE_TR_FUNCTIONS(PersonNames)
};

}  // namespace

QString keyTypeName(KeyType type)
{
    switch (type) {
    case KeyType::HisNo:
        return PersonNames::tr("Chart number");
    case KeyType::UnionId:
    case KeyType::OpenId:
    case KeyType::ExternalUserId:
    case KeyType::WechatId:
        return PersonNames::tr("WeChat id");
    case KeyType::Phone:
    case KeyType::MaskedPhone:
    case KeyType::PhoneTail:
        return PersonNames::tr("Phone");
    case KeyType::RawPhone:
        return PersonNames::tr("Phone, not valid");
    case KeyType::Email:
        return PersonNames::tr("E-mail");
    case KeyType::CardNo:
        return PersonNames::tr("Card number");
    case KeyType::PlatformUid:
        return PersonNames::tr("Platform id");
    case KeyType::LoginUser:
        return PersonNames::tr("Login");
    case KeyType::IdCard:
        return PersonNames::tr("Identity card");
    case KeyType::Device:
        return PersonNames::tr("Device");
    case KeyType::Name:
        return PersonNames::tr("Name");
    case KeyType::BirthDate:
        return PersonNames::tr("Birthday");
    }
    return {};
}

QString consentScopeName(ConsentScope scope)
{
    switch (scope) {
    case ConsentScope::Service:
        return PersonNames::tr("Service notices");
    case ConsentScope::Marketing:
        return PersonNames::tr("Marketing");
    case ConsentScope::Profiling:
        return PersonNames::tr("Profiling");
    case ConsentScope::ThirdPartyAds:
        return PersonNames::tr("Advertising platforms");
    case ConsentScope::Photo:
        return PersonNames::tr("Photos");
    case ConsentScope::SensitiveHealth:
        return PersonNames::tr("Health data");
    }
    return {};
}

QString consentChannelName(ConsentChannel channel)
{
    switch (channel) {
    case ConsentChannel::Any:
        return PersonNames::tr("every channel");
    case ConsentChannel::Wechat:
        return PersonNames::tr("WeChat");
    case ConsentChannel::Sms:
        return PersonNames::tr("text message");
    case ConsentChannel::Call:
        return PersonNames::tr("call");
    case ConsentChannel::Email:
        return PersonNames::tr("e-mail");
    case ConsentChannel::Ads:
        return PersonNames::tr("ads");
    }
    return {};
}

QString consentStateName(ConsentState state)
{
    switch (state) {
    case ConsentState::Granted:
        return PersonNames::tr("Granted");
    case ConsentState::Denied:
        return PersonNames::tr("Refused");
    case ConsentState::Withdrawn:
        return PersonNames::tr("Withdrawn");
    }
    return {};
}

QString attributeValueName(std::string_view attribute, std::string_view value)
{
    if (attribute == "gender") {
        return value == "female" ? PersonNames::tr("female")
            : value == "male"    ? PersonNames::tr("male")
                                 : fromUtf8(value);
    }
    if (attribute == "source" || attribute == "first_channel" || attribute == "first_touch"
        || attribute == "channel") {
        return channelName(value);
    }
    if (attribute == "event" || attribute == "type") {
        return eventName(value);
    }
    if (attribute == "rfm.segment") {
        return segmentName(value);
    }
    return attribute == "item" ? itemName(value) : fromUtf8(value);
}

}  // namespace meitrace
