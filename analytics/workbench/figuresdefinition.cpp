// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/definitionreader.h"

namespace meitrace {

namespace {

/// "2026-06"
std::optional<Day> monthOf(std::string_view text)
{
    return parseIsoDate(std::string(text) + "-01");
}

}  // namespace

DefinitionJson kpiJson(const KpiOptions& options)
{
    return {{"month",
             options.month == kMissingDay ? DefinitionJson()
                                          : DefinitionJson(isoDate(options.month).substr(0, 7))},
            {"as_of", dayJson(options.asOf)},
            {"compare", named(kKpiCompareNames, options.compare)},
            {"by", named(kKpiByNames, options.by)},
            {"roi_days", options.roiDays},
            {"include_anonymous", options.includeAnonymous}};
}

Result<KpiOptions> kpiFromJson(const DefinitionJson& json)
{
    KpiOptions options;
    DefinitionReader reader(json);
    reader.parse("month", options.month, monthOf);
    reader.readDay("as_of", options.asOf);
    readNamed(reader, "compare", kKpiCompareNames, options.compare);
    readNamed(reader, "by", kKpiByNames, options.by);
    reader.read("roi_days", options.roiDays);
    reader.read("include_anonymous", options.includeAnonymous);
    if (Status status = reader.finish(); !status) {
        return status.error();
    }
    return options;
}

}  // namespace meitrace
