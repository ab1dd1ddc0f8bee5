// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/funneloptions.h"

#include "models/base/badoption.h"
#include "models/base/text.h"

#include <array>
#include <charconv>

namespace meitrace {

namespace {

constexpr std::array<std::string_view, 4> kModes {"ordered", "strict", "any", "anchored"};
constexpr std::array<std::string_view, 4> kEntries {"best", "first", "every", "session"};
constexpr std::array<std::string_view, 3> kPolicies {"clean", "end", "drop"};
constexpr std::array<std::string_view, 3> kUnits {"customer", "session", "visit"};

template <typename Enum, std::size_t N>
std::optional<Enum> byName(const std::array<std::string_view, N>& names, std::string_view name)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (names[i] == name) {
            return static_cast<Enum>(i);
        }
    }
    return std::nullopt;
}

Error refusedAt(std::string_view text, std::size_t at)
{
    return Error {.code = ErrorCode::BadRule,
                  .subject = "exclude",
                  .value = shortened(text.substr(at)),
                  .place = {.column = characterCount(text.substr(0, at)) + 1},
                  .detail = "an exclusion is written event@2-3"};
}

/// Reads a number; false when there is none.
bool readStep(std::string_view text, std::size_t& at, int& step)
{
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), step);
    at = static_cast<std::size_t>(end - text.data());
    return error == std::errc {} && step >= 1;
}

bool readMark(std::string_view text, std::size_t& at, char mark)
{
    const bool there = at < text.size() && text[at] == mark;
    at += there ? 1 : 0;
    return there;
}

void skipBlanks(std::string_view text, std::size_t& at)
{
    while (at < text.size() && text[at] == ' ') {
        ++at;
    }
}

Result<FunnelExclusion> readExclusion(std::string_view text, std::size_t& at)
{
    Result<EventPredicate> event = readEventPredicate(text, at);
    if (!event) {
        return event.error();
    }
    FunnelExclusion exclusion {.event = *std::move(event)};
    skipBlanks(text, at);
    if (!readMark(text, at, '@') || !readStep(text, at, exclusion.from) || !readMark(text, at, '-')
        || !readStep(text, at, exclusion.to)) {
        return refusedAt(text, at);
    }
    skipBlanks(text, at);
    return exclusion;
}

}  // namespace

Result<std::vector<FunnelExclusion>> parseExclusions(std::string_view text)
{
    std::vector<FunnelExclusion> list;
    std::size_t at = 0;
    do {
        Result<FunnelExclusion> exclusion = readExclusion(text, at);
        if (!exclusion) {
            return exclusion.error();
        }
        list.push_back(*std::move(exclusion));
    } while (readMark(text, at, ','));
    if (at != text.size()) {
        return refusedAt(text, at);
    }
    return list;
}

Result<FunnelExclusion> parseExclusion(std::string_view text)
{
    std::size_t at = 0;
    Result<FunnelExclusion> exclusion = readExclusion(text, at);
    if (exclusion && at != text.size()) {
        return refusedAt(text, at);
    }
    return exclusion;
}

std::string printed(const FunnelExclusion& exclusion)
{
    return printed(exclusion.event) + "@" + std::to_string(exclusion.from) + "-"
        + std::to_string(exclusion.to);
}

Result<FunnelAttribution> parseAttribution(std::string_view text)
{
    FunnelAttribution attribution;
    if (text == "first" || text == "last") {
        attribution.at = text == "first" ? FunnelAttribution::At::First : FunnelAttribution::At::Last;
        return attribution;
    }
    std::size_t at = 5;
    if (text.substr(0, 5) == "step:" && readStep(text, at, attribution.step) && at == text.size()) {
        attribution.at = FunnelAttribution::At::Step;
        return attribution;
    }
    return badOption("attribution", shortened(text));
}

std::optional<FunnelMode> funnelModeByName(std::string_view name)
{
    return byName<FunnelMode>(kModes, name);
}

std::optional<FunnelEntry> funnelEntryByName(std::string_view name)
{
    return byName<FunnelEntry>(kEntries, name);
}

std::optional<ExclusionPolicy> exclusionPolicyByName(std::string_view name)
{
    return byName<ExclusionPolicy>(kPolicies, name);
}

std::optional<UnitKind> unitKindByName(std::string_view name)
{
    return byName<UnitKind>(kUnits, name);
}

std::string_view nameOf(FunnelMode mode)
{
    return kModes[static_cast<std::size_t>(mode)];
}

std::string_view nameOf(FunnelEntry entry)
{
    return kEntries[static_cast<std::size_t>(entry)];
}

std::string_view nameOf(ExclusionPolicy policy)
{
    return kPolicies[static_cast<std::size_t>(policy)];
}

std::string_view nameOf(UnitKind kind)
{
    return kUnits[static_cast<std::size_t>(kind)];
}

}  // namespace meitrace
