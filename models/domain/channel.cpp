// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/channel.h"

#include <algorithm>
#include <array>

namespace meitrace {

namespace {

constexpr std::array<Channel, 31> kChannels {{
    {"xhs_org", "content", false},
    {"xhs_ads", "ads", true},
    {"dy_org", "content", false},
    {"dy_ads", "ads", true},
    {"dy_life", "local_life", true},
    {"sph", "content", false},
    {"mt_dp", "local_life", true},
    {"soyoung", "local_life", true},
    {"gengmei", "local_life", true},
    {"baidu_sem", "ads", true},
    {"baidu_org", "web", false},
    {"tencent_ads", "ads", true},
    {"wecom", "owned", false},
    {"oa", "owned", false},
    {"minipro", "owned", false},
    {"sms", "owned", false},
    {"call", "owned", false},
    {"email", "owned", false},
    {"web_direct", "web", false},
    {"web_seo", "web", false},
    {"app", "owned", false},
    {"referral", "offline", false},
    {"walkin", "offline", false},
    {"partner", "offline", false},
    {"event_offline", "offline", false},
    {"kol", "content", true},
    {"zhihu", "content", false},
    {"weibo", "content", false},
    {"google_ads", "ads", true},
    {"meta_ads", "ads", true},
    {"unknown", "none", false},
}};

}  // namespace

std::span<const Channel> channels()
{
    return kChannels;
}

std::optional<Channel> channelByCode(std::string_view code)
{
    const auto found
        = std::find_if(kChannels.begin(), kChannels.end(), [&](const Channel& c) { return c.code == code; });
    return found == kChannels.end() ? std::nullopt : std::optional<Channel>(*found);
}

}  // namespace meitrace
