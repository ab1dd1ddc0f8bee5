// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/usualfunnel.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace meitrace {

namespace {

constexpr std::array<std::string_view, 4> kSteps {"lead", "booking_create", "arrive", "deal"};
constexpr int kWindowDays = 90;

bool knows(const Overview& overview, std::string_view event)
{
    return std::any_of(overview.eventsByType.begin(), overview.eventsByType.end(),
                       [event](const auto& type) { return type.first == event && type.second > 0; });
}

}  // namespace

FunnelOptions usualFunnel(const Overview& overview)
{
    FunnelOptions options;
    for (const std::string_view step : kSteps) {
        if (knows(overview, step)) {
            options.steps.push_back({.clauses = {{.type = std::string(step)}}});
        } else if (step == "deal" && knows(overview, "bill")) {
            options.steps.push_back({.clauses = {{.type = "bill"}}});
        }
    }
    options.window = Duration {kWindowDays, DurationUnit::Days};
    return options;
}

}  // namespace meitrace
