// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/channelreading.h"

#include "models/domain/channel.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace meitrace {

namespace {

constexpr std::size_t kFewestMedia = 3;

bool isPaidMedium(const ChannelFigures& figures)
{
    const std::optional<Channel> channel = channelByCode(figures.channel);
    return channel && channel->paid && figures.spend > 0 && figures.at(ChannelStage::Lead) > 0;
}

double costPer(const ChannelFigures& figures, ChannelStage stage)
{
    const Index count = figures.at(stage);
    return count > 0 ? static_cast<double>(figures.spend) / static_cast<double>(count)
                     : std::numeric_limits<double>::infinity();
}

Share dealsOf(const ChannelFigures& figures)
{
    return {figures.at(ChannelStage::Deal), figures.people()};
}

}  // namespace

std::optional<ChannelContradiction> channelContradiction(const ChannelCohort& cohort)
{
    std::vector<int> media;
    for (std::size_t i = 0; i < cohort.channels.size(); ++i) {
        if (isPaidMedium(cohort.channels[i])) {
            media.push_back(static_cast<int>(i));
        }
    }
    if (media.size() < kFewestMedia) {
        return std::nullopt;
    }
    const auto figures = [&](int number) -> const ChannelFigures& {
        return cohort.channels[static_cast<std::size_t>(number)];
    };
    const int dearest = *std::max_element(media.begin(), media.end(), [&](int a, int b) {
        return costPer(figures(a), ChannelStage::Deal) < costPer(figures(b), ChannelStage::Deal);
    });
    ChannelContradiction found {.channel = dearest,
                                .placeByLead = 1,
                                .media = static_cast<int>(media.size()),
                                .deals = dealsOf(figures(dearest))};
    for (const int other : media) {
        if (other == dearest) {
            continue;
        }
        found.placeByLead
            += costPer(figures(other), ChannelStage::Lead) < costPer(figures(dearest), ChannelStage::Lead)
            ? 1
            : 0;
        found.others.hits += dealsOf(figures(other)).hits;
        found.others.n += dealsOf(figures(other)).n;
    }
    const bool isCheapLead = found.placeByLead * 2 <= found.media;
    return isCheapLead && newcombe(found.deals, found.others).high < 0 ? std::optional(found) : std::nullopt;
}

SpendCut spendCut(const ChannelFigures& figures, double share)
{
    const Share deals = dealsOf(figures);
    const Interval rate = wilson(deals.hits, deals.n);
    const auto people = static_cast<double>(deals.n);
    return {.saved = std::llround(static_cast<double>(figures.spend) * share),
            .fewerLow = share * rate.low * people,
            .fewerHigh = share * rate.high * people};
}

}  // namespace meitrace
