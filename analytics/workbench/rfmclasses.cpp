// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/rfmclasses.h"

#include "models/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <optional>

namespace meitrace {

namespace {

constexpr std::string_view kSetting = "rfm_classes";
// In the order of the enumerators.
constexpr std::array<std::string_view, 4> kMethods {"auto", "quantile", "fixed", "breaks"};
constexpr std::array<std::string_view, 3> kThresholds {"median", "mean", "fixed"};
constexpr std::size_t kParts = 9;

std::string listText(const std::vector<std::int64_t>& cuts)
{
    std::string text;
    for (const std::int64_t cut : cuts) {
        text += (text.empty() ? "" : ",") + std::to_string(cut);
    }
    return text.empty() ? "-" : text;
}

std::optional<std::int64_t> numberOf(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc {} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// Ascending, one fewer than bins; none at all is a list too.
std::optional<std::vector<std::int64_t>> listOf(std::string_view text, int bins)
{
    std::vector<std::int64_t> cuts;
    if (text == "-") {
        return cuts;
    }
    for (const std::string_view part : split(text, ',')) {
        const std::optional<std::int64_t> cut = numberOf(part);
        if (!cut || (!cuts.empty() && *cut <= cuts.back())) {
            return std::nullopt;
        }
        cuts.push_back(*cut);
    }
    return static_cast<int>(cuts.size()) == bins - 1 ? std::optional(cuts) : std::nullopt;
}

/// Thresholds are written in whole days, times and minor units.
std::array<std::int64_t, 3> wholeOf(const RfmThresholds& thresholds)
{
    return {std::llround(thresholds.recency), std::llround(thresholds.frequency),
            std::llround(thresholds.monetary)};
}

}  // namespace

bool operator==(const RfmClasses& a, const RfmClasses& b)
{
    return a.method == b.method && a.bins == b.bins && a.cuts.recency == b.cuts.recency
        && a.cuts.frequency == b.cuts.frequency && a.cuts.monetary == b.cuts.monetary
        && a.threshold == b.threshold && wholeOf(a.fixedThresholds) == wholeOf(b.fixedThresholds);
}

RfmClasses rfmClassesOf(const RfmOptions& options)
{
    return {.method = options.method,
            .bins = options.bins,
            .cuts = options.fixedCuts,
            .threshold = options.threshold,
            .fixedThresholds = options.fixedThresholds};
}

void setRfmClasses(RfmOptions& options, const RfmClasses& classes)
{
    options.method = classes.method;
    options.bins = classes.bins;
    options.fixedCuts = classes.cuts;
    options.threshold = classes.threshold;
    options.fixedThresholds = classes.fixedThresholds;
}

std::string rfmClassesText(const RfmClasses& classes)
{
    const std::array<std::int64_t, 3> whole = wholeOf(classes.fixedThresholds);
    return std::string(kMethods[static_cast<std::size_t>(classes.method)]) + ' '
        + std::to_string(classes.bins) + ' ' + listText(classes.cuts.recency) + ' '
        + listText(classes.cuts.frequency) + ' ' + listText(classes.cuts.monetary) + ' '
        + std::string(kThresholds[static_cast<std::size_t>(classes.threshold)]) + ' '
        + std::to_string(whole[0]) + ' ' + std::to_string(whole[1]) + ' ' + std::to_string(whole[2]);
}

RfmClasses rfmClassesFrom(std::string_view text)
{
    const std::vector<std::string_view> parts = split(text, ' ');
    if (parts.size() != kParts) {
        return {};
    }
    const auto method = std::find(kMethods.begin(), kMethods.end(), parts[0]);
    const std::optional<std::int64_t> bins = numberOf(parts[1]);
    if (method == kMethods.end() || !bins || *bins < 2 || *bins > 10) {
        return {};
    }
    const int count = static_cast<int>(*bins);
    const auto recency = listOf(parts[2], count);
    const auto frequency = listOf(parts[3], count);
    const auto monetary = listOf(parts[4], count);
    const auto threshold = std::find(kThresholds.begin(), kThresholds.end(), parts[5]);
    const auto r = numberOf(parts[6]);
    const auto f = numberOf(parts[7]);
    const auto m = numberOf(parts[8]);
    if (threshold == kThresholds.end() || !r || !f || !m || !recency || recency->empty() || !frequency
        || !monetary || monetary->empty()) {
        return {};
    }
    return {.method = static_cast<RfmMethod>(method - kMethods.begin()),
            .bins = count,
            .cuts = {.recency = *recency, .frequency = *frequency, .monetary = *monetary},
            .threshold = static_cast<RfmThreshold>(threshold - kThresholds.begin()),
            .fixedThresholds = {static_cast<double>(*r), static_cast<double>(*f), static_cast<double>(*m)}};
}

Result<RfmClasses> savedRfmClasses(Clinic& clinic)
{
    Result<Statement> query
        = clinic.workspace().database().prepare("SELECT text FROM setting WHERE name = ?");
    if (!query) {
        return query.error();
    }
    const Result<bool> row = query->bind(1, kSetting).step();
    if (!row) {
        return row.error();
    }
    return *row ? rfmClassesFrom(query->text(0)) : RfmClasses {};
}

Status saveRfmClasses(Clinic& clinic, const RfmClasses& classes)
{
    Result<Statement> save
        = clinic.workspace().database().prepare("INSERT INTO setting(name, number, text) VALUES (?, NULL, ?) "
                                                "ON CONFLICT(name) DO UPDATE SET text = excluded.text");
    return save ? save->bind(1, kSetting).bind(2, std::string_view(rfmClassesText(classes))).run()
                : Status(save.error());
}

}  // namespace meitrace
