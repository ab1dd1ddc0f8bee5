// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/channelcohort.h"

#include <optional>

namespace meitrace {

/// A paid medium whose leads are cheap and whose deals are dear.
struct ChannelContradiction {
    int channel = 0;      ///< number in ChannelCohort::channels
    int placeByLead = 0;  ///< 1: the cheapest lead of the paid media
    int media = 0;        ///< paid media compared; by deal it is the last of them
    Share deals {};       ///< its people who bought
    Share others {};      ///< those of the other paid media
};

/// The paid medium whose deals cost most, if its leads are in the cheaper half of at least three paid media
/// with spend and leads, and its people buy surely less often than those of the others: the 95 % interval of
/// the difference lies below zero.
std::optional<ChannelContradiction> channelContradiction(const ChannelCohort& cohort);

/// What a cut of the spend would come to if deals fell in step with the money.
struct SpendCut {
    Fen saved = 0;
    double fewerLow = 0;  ///< deals, from the 95 % interval of their rate
    double fewerHigh = 0;
};

/// share: 0 to 1
SpendCut spendCut(const ChannelFigures& figures, double share);

}  // namespace meitrace
