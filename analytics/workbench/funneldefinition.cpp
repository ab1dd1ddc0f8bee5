// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/definitionreader.h"

namespace meitrace {

namespace {

DefinitionJson textOrNull(const std::string& text)
{
    return text.empty() ? DefinitionJson() : DefinitionJson(text);
}

DefinitionJson spanJson(const std::optional<Duration>& span)
{
    return span ? DefinitionJson(printDuration(*span)) : DefinitionJson();
}

std::string attributionText(const FunnelAttribution& attribution)
{
    switch (attribution.at) {
    case FunnelAttribution::At::First:
        return "first";
    case FunnelAttribution::At::Last:
        return "last";
    case FunnelAttribution::At::Step:
        return "step:" + std::to_string(attribution.step);
    }
    return {};
}

std::string exclusionsText(const std::vector<FunnelExclusion>& exclusions)
{
    std::string text;
    for (const FunnelExclusion& exclusion : exclusions) {
        text += (text.empty() ? "" : ",") + printed(exclusion);
    }
    return text;
}

void readStepWindows(DefinitionReader& reader, const DefinitionJson& json, FunnelOptions& options)
{
    if (!reader.has("step_windows")) {
        return;
    }
    const DefinitionJson& list = json["step_windows"];
    if (!list.is_array()) {
        reader.refuse("step_windows", list.dump());
        return;
    }
    for (const DefinitionJson& span : list) {
        options.stepWindows.emplace_back();
        if (span.is_null()) {
            continue;
        }
        const Result<Duration> read
            = span.is_string() ? parseDuration(span.get<std::string>()) : parseDuration(span.dump());
        if (!read) {
            reader.fail(read.error());
            return;
        }
        options.stepWindows.back() = *read;
    }
}

void readHold(DefinitionReader& reader, const DefinitionJson& json, FunnelOptions& options)
{
    if (!reader.has("hold")) {
        return;
    }
    for (const DefinitionJson& name : json["hold"]) {
        const auto field = name.is_string() ? eventFieldByName(name.get<std::string>()) : std::nullopt;
        if (!field) {
            reader.refuse("hold", name.dump());
            return;
        }
        options.hold.push_back(*field);
    }
}

}  // namespace

DefinitionJson funnelJson(const FunnelOptions& options)
{
    DefinitionJson json {{"steps", printed(options.steps)},
                         {"mode", std::string(nameOf(options.mode))},
                         {"entry", std::string(nameOf(options.entry))},
                         {"unit", std::string(nameOf(options.unit))},
                         {"window", options.window ? printDuration(*options.window) : "none"},
                         {"step_windows", DefinitionJson::array()},
                         {"within", std::string(nameOf(options.bound))},
                         {"gap", printDuration(options.gap)},
                         {"cut_at_campaign", options.cutAtCampaign},
                         {"anchors", options.anchors},
                         {"visible", textOrNull(printed(options.visible))},
                         {"exclude", textOrNull(exclusionsText(options.exclusions))},
                         {"policy", std::string(nameOf(options.policy))},
                         {"optional", options.optional},
                         {"open_entry", options.openEntry},
                         {"hold", DefinitionJson::array()},
                         {"count_hold_values", options.countHoldValues},
                         {"split", textOrNull(options.split)},
                         {"attribution", attributionText(options.attribution)},
                         {"split_values", options.splitValues},
                         {"tolerance", options.toleranceSeconds},
                         {"include_anonymous", options.includeAnonymous},
                         {"from", dayJson(options.from)},
                         {"before", dayJson(options.to)},
                         {"as_of", dayJson(options.asOf)}};
    for (const std::optional<Duration>& span : options.stepWindows) {
        json["step_windows"].push_back(spanJson(span));
    }
    for (const EventField field : options.hold) {
        json["hold"].push_back(std::string(fieldName(field)));
    }
    return json;
}

Result<FunnelOptions> funnelFromJson(const DefinitionJson& json)
{
    FunnelOptions options;
    DefinitionReader reader(json);
    reader.parse("steps", options.steps, parseEventList);
    reader.parse("mode", options.mode, funnelModeByName);
    reader.parse("entry", options.entry, funnelEntryByName);
    reader.parse("unit", options.unit, unitKindByName);
    reader.parse("window", options.window, [](std::string_view text) -> Result<std::optional<Duration>> {
        if (text == "none") {
            return std::optional<Duration>();
        }
        const Result<Duration> span = parseDuration(text);
        return span ? Result<std::optional<Duration>>(std::optional<Duration>(*span))
                    : Result<std::optional<Duration>>(span.error());
    });
    readStepWindows(reader, json, options);
    reader.parse("within", options.bound, unitKindByName);
    reader.parse("gap", options.gap, parseDuration);
    reader.read("cut_at_campaign", options.cutAtCampaign);
    reader.read("anchors", options.anchors);
    reader.parse("visible", options.visible, parseEventList);
    reader.parse("exclude", options.exclusions, parseExclusions);
    reader.parse("policy", options.policy, exclusionPolicyByName);
    reader.read("optional", options.optional);
    reader.read("open_entry", options.openEntry);
    readHold(reader, json, options);
    reader.read("count_hold_values", options.countHoldValues);
    reader.read("split", options.split);
    reader.parse("attribution", options.attribution, parseAttribution);
    reader.read("split_values", options.splitValues);
    reader.read("tolerance", options.toleranceSeconds);
    reader.read("include_anonymous", options.includeAnonymous);
    reader.readDay("from", options.from);
    reader.readDay("before", options.to);
    reader.readDay("as_of", options.asOf);
    if (Status status = reader.finish(); !status) {
        return status.error();
    }
    return options;
}

}  // namespace meitrace
