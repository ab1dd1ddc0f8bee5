// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/fieldcodes.h"

#include "models/domain/person.h"
#include "models/domain/trade.h"

namespace meitrace {

std::span<const std::string_view> codesOf(FieldType type)
{
    switch (type) {
    case FieldType::Gender:
        return kGenderCodes;
    case FieldType::BookingStatus:
        return kBookingStatusCodes;
    case FieldType::VisitType:
        return kVisitTypeCodes;
    case FieldType::BillKind:
        return kBillKindCodes;
    case FieldType::ConsentScope:
        return kConsentScopeCodes;
    case FieldType::ConsentChannel:
        return kConsentChannelCodes;
    case FieldType::ConsentState:
        return kConsentStateCodes;
    case FieldType::VoucherStatus:
        return kVoucherStatusCodes;
    case FieldType::Direction:
        return kDirectionCodes;
    case FieldType::ServiceKind:
        return kServiceKindCodes;
    default:
        return {};
    }
}

}  // namespace meitrace
