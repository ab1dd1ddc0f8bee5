// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/definitionreader.h"
#include "models/base/badoption.h"

namespace meitrace {

namespace {

// In the order of the enumerators, as on the command line.
constexpr std::array<std::string_view, 4> kMethods {"auto", "quantile", "fixed", "breaks"};
constexpr std::array<std::string_view, 3> kFrequencies {"visits", "orders", "treatments"};
constexpr std::array<std::string_view, 3> kValues {"cash", "delivered", "margin"};
constexpr std::array<std::string_view, 3> kThresholds {"median", "mean", "fixed"};
constexpr std::array<std::string_view, 2> kGrids {"eight", "eleven"};
constexpr std::array<std::string_view, 2> kAxes {"frequency", "frequency_and_money"};

/// "24mo", "2y", or "all" = 0
Result<int> monthsOf(std::string_view text)
{
    if (text == "all") {
        return 0;
    }
    const Result<Duration> span = parseDuration(text);
    if (!span) {
        return span.error();
    }
    if (!span->isCalendar()) {
        return badOption("window", shortened(text), "24mo");
    }
    return span->months();
}

void readCuts(DefinitionReader& outer, RfmFixedCuts& cuts)
{
    const DefinitionJson* json = outer.object("cuts");
    if (json == nullptr) {
        return;
    }
    DefinitionReader reader(*json);
    reader.read("recency_d", cuts.recency);
    reader.read("frequency", cuts.frequency);
    reader.read("monetary_minor", cuts.monetary);
    if (Status status = reader.finish(); !status) {
        outer.fail(status.error());
    }
}

void readThresholds(DefinitionReader& outer, RfmThresholds& thresholds)
{
    const DefinitionJson* json = outer.object("thresholds");
    if (json == nullptr) {
        return;
    }
    DefinitionReader reader(*json);
    reader.read("recency_d", thresholds.recency);
    reader.read("frequency", thresholds.frequency);
    reader.read("monetary_minor", thresholds.monetary);
    if (Status status = reader.finish(); !status) {
        outer.fail(status.error());
    }
}

}  // namespace

DefinitionJson rfmJson(const RfmOptions& options)
{
    return {{"window", options.windowMonths == 0 ? "all" : std::to_string(options.windowMonths) + "mo"},
            {"method", named(kMethods, options.method)},
            {"frequency", named(kFrequencies, options.frequency)},
            {"value", named(kValues, options.value)},
            {"bins", options.bins},
            {"cuts",
             {{"recency_d", options.fixedCuts.recency},
              {"frequency", options.fixedCuts.frequency},
              {"monetary_minor", options.fixedCuts.monetary}}},
            {"grid", named(kGrids, options.grid)},
            {"axis", named(kAxes, options.axis)},
            {"threshold", named(kThresholds, options.threshold)},
            {"thresholds",
             {{"recency_d", options.fixedThresholds.recency},
              {"frequency", options.fixedThresholds.frequency},
              {"monetary_minor", options.fixedThresholds.monetary}}},
            {"include_anonymous", options.includeAnonymous},
            {"as_of", dayJson(options.asOf)}};
}

Result<RfmOptions> rfmFromJson(const DefinitionJson& json)
{
    RfmOptions options;
    DefinitionReader reader(json);
    reader.parse("window", options.windowMonths, monthsOf);
    readNamed(reader, "method", kMethods, options.method);
    readNamed(reader, "frequency", kFrequencies, options.frequency);
    readNamed(reader, "value", kValues, options.value);
    reader.read("bins", options.bins);
    readCuts(reader, options.fixedCuts);
    readNamed(reader, "grid", kGrids, options.grid);
    readNamed(reader, "axis", kAxes, options.axis);
    readNamed(reader, "threshold", kThresholds, options.threshold);
    readThresholds(reader, options.fixedThresholds);
    reader.read("include_anonymous", options.includeAnonymous);
    reader.readDay("as_of", options.asOf);
    if (Status status = reader.finish(); !status) {
        return status.error();
    }
    return options;
}

}  // namespace meitrace
