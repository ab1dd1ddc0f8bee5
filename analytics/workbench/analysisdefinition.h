// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/kpi.h"
#include "analytics/customer/rfm.h"
#include "analytics/journey/funneloptions.h"
#include "analytics/workbench/customerfilter.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace meitrace {

/// The days an analysis looks at. Whole: what its options say.
struct AnalysisPeriod {
    enum class Kind : std::uint8_t { Whole, ThisMonth, LastMonth, LastDays, Own };

    Kind kind = Kind::Whole;
    int days = 0;            ///< of LastDays
    Day from = kMissingDay;  ///< of Own, both included
    Day to = kMissingDay;
    bool operator==(const AnalysisPeriod&) const = default;
};

/// How a set of customers differs from the others.
struct PersonaQuestion {
    std::string of {};                       ///< audience rule of the set; "all" would leave no others
    std::vector<std::string> attributes {};  ///< as in PersonaOptions; empty = all
    bool includeAnonymous = false;
    Day asOf = kMissingDay;  ///< missing: the snapshot's
};

/// What an analysis asks: all that is needed to ask it again of other data. Its options hold no population:
/// those are the known customers that the filter leaves and the rule holds for.
struct AnalysisDefinition {
    std::string where {};      ///< audience rule; empty = everybody known
    CustomerFilter filter {};  ///< asked as of the last day of the data
    AnalysisPeriod period {};
    std::variant<FunnelOptions, RfmOptions, KpiOptions, PersonaQuestion> options {};
};

/// "funnel", "rfm", "kpi", "persona": as the commands are called.
std::string_view kindOf(const AnalysisDefinition& definition);

/// One line of JSON with every option and its value, in a fixed order and in the words of the command line:
/// equal definitions have equal texts.
std::string printed(const AnalysisDefinition& definition);

/// Reads what printed() wrote; options left out have their usual values.
/// Errors  BadOption(definition), BadOption(the option that is wrong or unknown), those of steps and
/// durations
Result<AnalysisDefinition> parseDefinition(std::string_view text);

}  // namespace meitrace
