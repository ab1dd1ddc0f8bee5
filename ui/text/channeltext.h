// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/channelreading.h"
#include "analytics/journey/attribution.h"

#include <QString>

namespace meitrace {

/// Channels in words, for the window and for the command line.

/// "Markov"
QString creditModelName(CreditModel model);
/// What it does, for a tooltip.
QString creditModelHint(CreditModel model);
/// "Douyin ads"; "(other)", "(not known)"
QString attributedName(const AttributedChannel& channel);
/// "(channel not known)" where it has no name
QString cohortChannelName(const ChannelFigures& figures);
/// "Lead", "On WeChat", "Arrived", …
QString channelStageName(ChannelStage stage);
/// Whole money: "¥3,952"; a dash where there is nothing to divide by.
QString costText(Fen spend, Index count);
/// "2.1", a dash where nothing was spent
QString returnText(const ChannelFigures& figures);
/// "1.6–2.8"
QString returnRangeText(const ChannelFigures& figures);
/// "1", "3–7", a dash where nothing was spent
QString placeText(const ChannelFigures& figures);
/// After how many months, "not yet", a dash where nothing was spent
QString paybackText(const ChannelFigures& figures, int matureMonths);
/// The cheap lead with the dear deal as one sentence.
QString contradictionText(const ChannelCohort& cohort, const ChannelContradiction& found);
/// What a cut of this share of the spend would come to, as one sentence.
QString cutText(const ChannelFigures& figures, double share);
/// What the table says, as sentences.
QStringList channelFindings(const ChannelCohort& cohort);
/// Why a model is not shown; empty where it is.
QString creditGapText(CreditGap gap);
/// What the models say together, as sentences; the last says that none of it is a cause.
QStringList attributionFindings(const AttributionResult& result);

}  // namespace meitrace
