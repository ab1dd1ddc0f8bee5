// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command.h"
#include "models/base/badoption.h"

#include <array>
#include <utility>

namespace meitrace {

/// The value whose name an option gives; out stays where the option is not given.
/// Errors  BadOption(option): no such name
template <typename Value, std::size_t Count>
Status choose(const CommandContext& context, const char* option,
              const std::array<std::pair<const char*, Value>, Count>& names, Value& out)
{
    if (!context.isSet(option)) {
        return Done {};
    }
    std::string known;
    for (const auto& [name, value] : names) {
        if (context.value(option) == name) {
            out = value;
            return Done {};
        }
        known += (known.empty() ? "" : ", ") + std::string(name);
    }
    return badOption(option, context.value(option), known);
}

}  // namespace meitrace
