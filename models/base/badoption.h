// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <concepts>
#include <string>
#include <utility>

namespace meitrace {

/// The refusal of an option. detail: what would be accepted, or why this is not.
inline Error badOption(std::string option, std::string value = {}, std::string detail = {})
{
    return {.code = ErrorCode::BadOption,
            .subject = std::move(option),
            .value = std::move(value),
            .detail = std::move(detail)};
}

template <std::integral Number>
Error badOption(std::string option, Number value, std::string detail = {})
{
    return badOption(std::move(option), std::to_string(value), std::move(detail));
}

}  // namespace meitrace
