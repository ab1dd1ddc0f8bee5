// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/shownkeys.h"

#include "analytics/workbench/directory.h"
#include "models/base/text.h"

namespace meitrace {

namespace {

/// An id is shown by this many characters
constexpr std::int64_t kShown = 3;

}  // namespace

std::string bareKey(const std::string& value)
{
    const std::size_t colon = value.find(':');
    return colon == std::string::npos ? value : value.substr(colon + 1);
}

std::string hiddenKey(KeyType type, const std::string& value)
{
    switch (type) {
    case KeyType::Name:
    case KeyType::BirthDate:
    case KeyType::MaskedPhone:
    case KeyType::PhoneTail:
    case KeyType::HisNo:
        return value;
    case KeyType::Phone:
    case KeyType::RawPhone:
        return maskedNumber(value);
    default:
        return characterCount(value) > kShown
            ? fromCodePoints(toCodePoints(value).substr(0, static_cast<std::size_t>(kShown))) + "***"
            : "***";
    }
}

}  // namespace meitrace
