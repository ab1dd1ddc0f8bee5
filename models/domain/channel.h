// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace meitrace {

/// A channel a customer comes from or is written to on.
struct Channel {
    std::string_view code;
    std::string_view family;  ///< content, ads, local_life, owned, web, offline, none
    bool paid = false;        ///< paid media: has spend of its own
};

std::span<const Channel> channels();
std::optional<Channel> channelByCode(std::string_view code);

}  // namespace meitrace
