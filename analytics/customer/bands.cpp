// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/bands.h"

#include "analytics/stats/quantile.h"
#include "models/base/calendar.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace meitrace {

namespace {

constexpr std::size_t kFewValues = 5;
constexpr double kMinorPerMajor = 100;

std::string printed(double number)
{
    std::array<char, 32> buffer {};
    const int length = std::snprintf(buffer.data(), buffer.size(), "%.6g", number);
    return {buffer.data(), static_cast<std::size_t>(length)};
}

/// The different values, ascending; stops at one more than few.
std::vector<double> fewValues(const std::vector<double>& values)
{
    std::vector<double> few;
    for (const double value : values) {
        const auto place = std::lower_bound(few.begin(), few.end(), value);
        if (place == few.end() || *place != value) {
            few.insert(place, value);
        }
        if (few.size() > kFewValues) {
            break;
        }
    }
    return few;
}

}  // namespace

Bands bandsFromCuts(std::vector<double> cuts, double scale)
{
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    Bands bands;
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        const std::string high = printed(cuts[i] / scale);
        bands.labels.push_back(i == 0 ? "<=" + high : ">" + printed(cuts[i - 1] / scale) + ".." + high);
    }
    bands.labels.push_back(cuts.empty() ? "any" : ">" + printed(cuts.back() / scale));
    bands.cuts = std::move(cuts);
    return bands;
}

Bands ageBands()
{
    return {{17, 24, 29, 34, 39, 49, 59},
            {"<18", "18-24", "25-29", "30-34", "35-39", "40-49", "50-59", "60+"}};
}

Bands moneyBands()
{
    std::vector<double> cuts {0, 100, 300, 1'000, 3'000, 10'000, 30'000, 100'000};
    for (double& cut : cuts) {
        cut *= kMinorPerMajor;
    }
    return bandsFromCuts(std::move(cuts), kMinorPerMajor);
}

Bands elapsedBands()
{
    return bandsFromCuts({30, 90, 180, 365, 730, 1'095});
}

Bands quintileBands(const std::vector<double>& values)
{
    std::vector<double> few = fewValues(values);
    if (few.size() > kFewValues) {
        return bandsFromCuts(innerQuantiles(values, 5));
    }
    Bands bands;
    for (const double value : few) {
        bands.labels.push_back(printed(value));
    }
    if (few.empty()) {
        bands.labels.emplace_back("any");
    } else {
        few.pop_back();
    }
    bands.cuts = std::move(few);
    return bands;
}

std::size_t bandOf(double value, const std::vector<double>& cuts)
{
    return static_cast<std::size_t>(std::lower_bound(cuts.begin(), cuts.end(), value) - cuts.begin());
}

int ageAt(Day birth, Day at)
{
    const CivilDate from = civilFromDay(birth);
    const CivilDate to = civilFromDay(at);
    const bool isBefore = to.month != from.month ? to.month < from.month : to.day < from.day;
    return to.year - from.year - (isBefore ? 1 : 0);
}

}  // namespace meitrace
