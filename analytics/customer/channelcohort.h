// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/adspend.h"
#include "analytics/stats/proportion.h"
#include "models/base/job.h"
#include "models/base/result.h"
#include "models/frame/snapshot.h"

#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <vector>

namespace meitrace {

/// What was spent, with the names of the channels its codes mean.
struct SpendBook {
    Dictionary channels;
    std::vector<AdSpend> spend;  ///< each yuan once
};

struct ChannelCohortOptions {
    Day from = kMissingDay;  ///< first day of the leads; missing: the first of the data
    Day to = kMissingDay;    ///< last one; missing: the as-of day
    Day asOf = kMissingDay;
    int netDays = 90;          ///< money of a lead is watched this long; 1 to 3650
    int repurchaseDays = 180;  ///< a second day of purchase counts this long after the first; 1 to 3650
    Bitset population {};
    bool includeAnonymous = false;
    bool chosenPeople = false;  ///< the population is a choice: what was spent on it is not known
};

/// How far somebody came.
enum class ChannelStage : std::uint8_t {
    Lead,
    Wechat,   ///< added on WeChat on the day of the lead or later
    Booking,  ///< booked a time since
    Arrival,  ///< came to the clinic
    Deal,     ///< bills less refunds since are above zero
    Repeat    ///< bought again on another day in time
};
inline constexpr std::size_t kChannelStages = 6;

/// Customers of one channel by the day of their lead.
struct ChannelFigures {
    static constexpr int kMonths = 24;  ///< of 30 days

    std::string channel {};  ///< empty: no channel is known
    Fen spend = 0;           ///< of the days of the leads
    Index walkIns = 0;       ///< came without a lead; in all stages but the lead
    std::array<Index, kChannelStages> customers {};
    Index repeatKnown = 0;   ///< deals whose days to buy again are over
    Index repeatInTime = 0;  ///< of them, those who bought again
    Index mature = 0;        ///< people whose days of money are over
    Fen net = 0;             ///< bills less refunds in the days of money, so far
    Interval netRange {};    ///< 95 %, in fen: customers drawn again
    Fen ticketMoney = 0;     ///< of days with a purchase since
    Index tickets = 0;
    std::array<Fen, kMonths> netOfMonth {};  ///< by month after the lead
    int paybackMonths = 0;  ///< after how many months the net had reached what was spent; 0: it has not
    int bestPlace = 0;      ///< by return on spend, from 1, as far as intervals tell; 0: nothing was spent
    int worstPlace = 0;

    [[nodiscard]] Index at(ChannelStage stage) const { return customers[static_cast<std::size_t>(stage)]; }
    /// Everybody: with a lead and without
    [[nodiscard]] Index people() const { return at(ChannelStage::Lead) + walkIns; }
};

struct ChannelPerson {
    Index customer = 0;
    std::uint32_t channel = 0;  ///< number in ChannelCohort::channels
    std::bitset<kChannelStages> stages {};
};

struct ChannelCohort {
    std::vector<ChannelFigures> channels {};  ///< most people first, then those with spend only
    ChannelFigures total {};
    std::vector<ChannelPerson> people {};  ///< ascending by customer
    Day from = 0;
    Day to = 0;
    Day asOf = 0;
    int matureMonths = 0;  ///< months that are over for every lead, up to kMonths
    bool spendKnown = true;
    Index notSelected = 0;
    Index anonymous = 0;
};

/// What became of the people whose lead fell on some days, by the channel of that lead, and what the channel
/// cost on these days. Who came without ever having left a lead stands under the channel of her source, on
/// the day of her first arrival.
///
/// Sums    people, stages, money and spend of the channels add up to the total.
/// Range   of the net: a Poisson bootstrap of customers; 1,000 seeded resamples up to 2,000 payers, beyond
/// that
///         its normal limit
/// Places  by net ÷ spend: a channel is surely better than one whose range lies below its own.
/// Cost    one pass over the types of the events
/// Errors  BadOption(from | net-days | repurchase-days | population), EmptyInput(lead), Cancelled, those of
///         loading columns
/// Source  docs/methods/channels.md
Result<ChannelCohort> channelCohort(const Snapshot& snapshot, const SpendBook& book,
                                    const ChannelCohortOptions& options, Job& job);

/// Customers of a channel (-1: of all) who came that far.
Bitset channelMembers(const Snapshot& snapshot, const ChannelCohort& cohort, int channel, ChannelStage stage);

}  // namespace meitrace
