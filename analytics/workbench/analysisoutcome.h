// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/persona.h"
#include "analytics/journey/funnel.h"
#include "analytics/workbench/analysisdefinition.h"
#include "analytics/workbench/clinic.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

/// In the file by their names; never reorder.
enum class FigureUnit : std::uint8_t { Count, Share, Seconds, Money, Number };
std::string_view nameOf(FigureUnit unit);
/// Count where the name is unknown
FigureUnit figureUnitByName(std::string_view name);

/// One main figure of an analysis. Funnels: reached (subject: the step), of_first, matured_of_first, median,
/// and of a split of_first_where, of_first_other, of_first_missing (subject: the value). RFM: scored, spend,
/// segment (subject: its code). Figures of a month: kpi (subject: its id). Persona: members, rest, and of
/// each notable trait share_in, of days since something share_in_since (subject: attribute=value).
struct AnalysisFigure {
    std::string name;
    std::string subject {};
    FigureUnit unit = FigureUnit::Count;
    double value = 0;  ///< NaN: cannot be told; Money: minor units
};

/// What came out, and of which data.
struct AnalysisOutcome {
    Day asOf = 0;
    std::int64_t dataVersion = 0;
    std::int64_t mapVersion = 0;  ///< of the One-ID map
    std::vector<AnalysisFigure> figures {};
    /// Hash over every figure and every customer of every group by number: equal outcomes have equal digests,
    /// whatever the number of threads. How many were left out, and why, is not in it.
    std::string digest {};
};

/// options: those the result was counted with
AnalysisOutcome outcomeOf(const Snapshot& snapshot, const FunnelResult& result, const FunnelOptions& options);
AnalysisOutcome outcomeOf(const Snapshot& snapshot, const RfmResult& result);
AnalysisOutcome outcomeOf(const Snapshot& snapshot, const KpiResult& result);
/// The customers themselves are not in the digest: only how many they are and what sets them apart.
AnalysisOutcome outcomeOf(const Snapshot& snapshot, const PersonaResult& result);

/// The options with the days of the period: chains begin in them; RFM looks from the end of the last one; the
/// month of the last one is that of the figures.
FunnelOptions inPeriod(FunnelOptions options, const AnalysisPeriod& period, Day asOfOfData);
RfmOptions inPeriod(RfmOptions options, const AnalysisPeriod& period, Day asOfOfData);
KpiOptions inPeriod(KpiOptions options, const AnalysisPeriod& period, const Snapshot& snapshot);
PersonaQuestion inPeriod(PersonaQuestion question, const AnalysisPeriod& period, Day asOfOfData);

/// Who the set of a definition that asks for a persona is set against: those of the set whom `where` leaves,
/// against all others whom it and the filter leave.
/// Errors  those of the rules and of persona()
Result<PersonaResult> askPersona(Clinic& clinic, const AnalysisDefinition& definition, Job& job);

/// Asks the data of this clinic.
/// Errors  those of the rule and of the analysis
Result<AnalysisOutcome> runAnalysis(Clinic& clinic, const AnalysisDefinition& definition, Job& job);

}  // namespace meitrace
