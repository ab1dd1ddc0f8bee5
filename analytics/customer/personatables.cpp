// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/personatables.h"

#include "analytics/customer/bands.h"
#include "models/base/calendar.h"
#include "models/base/parallel.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <string_view>

namespace meitrace {

namespace {

constexpr std::string_view kAge = "age";
constexpr std::string_view kEvent = "event";
constexpr std::string_view kFirstChannel = "first_channel";
constexpr std::string_view kBirthDate = "birth_date";
constexpr std::string_view kBirthYear = "birth_year";
constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
constexpr double kOldest = 120;

using AttributePtr = std::shared_ptr<const Attribute>;

bool hasAttribute(const Snapshot& snapshot, std::string_view name)
{
    const auto& names = snapshot.frame().attributeNames;
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Calls count(row, side) for every customer of both groups.
template <typename Count>
void countBoth(const TwoGroups& groups, Count count)
{
    groups.in.forEach([&](Index row) { count(row, &CellCounts::in); });
    groups.rest.forEach([&](Index row) { count(row, &CellCounts::rest); });
}

AttributeTable categoryTable(const Attribute& attribute, const TwoGroups& groups)
{
    std::vector<CellCounts> counts(std::max<std::uint32_t>(1, attribute.texts.size()));
    countBoth(groups, [&](Index row, Index CellCounts::*side) { ++(counts[attribute.code[row]].*side); });
    AttributeTable table {attribute.name, AttributeType::Category, {}, counts[0]};
    for (std::size_t code = 1; code < counts.size(); ++code) {
        if (counts[code].in + counts[code].rest > 0) {
            table.values.push_back({std::string(attribute.texts.text(static_cast<std::uint32_t>(code))),
                                    kUnknown, kUnknown, counts[code]});
        }
    }
    return table;
}

AttributeTable bandTable(std::string_view name, AttributeType type, const Column<double>& numbers,
                         const Bands& bands, const TwoGroups& groups)
{
    constexpr double kInfinite = std::numeric_limits<double>::infinity();
    AttributeTable table {std::string(name), type, {}, {}};
    std::vector<double> edges {-kInfinite};
    edges.insert(edges.end(), bands.cuts.begin(), bands.cuts.end());
    edges.push_back(kInfinite);
    for (std::size_t i = 0; i < bands.labels.size(); ++i) {
        table.values.push_back({bands.labels[i], edges[i], edges[i + 1], {}});
    }
    countBoth(groups, [&](Index row, Index CellCounts::*side) {
        if (std::isnan(numbers[row])) {
            ++(table.unknown.*side);
        } else {
            ++(table.values[bandOf(numbers[row], bands.cuts)].counts.*side);
        }
    });
    return table;
}

std::vector<double> knownNumbers(const Column<double>& numbers, const TwoGroups& groups)
{
    std::vector<double> known;
    countBoth(groups, [&](Index row, Index CellCounts::*) {
        if (!std::isnan(numbers[row])) {
            known.push_back(numbers[row]);
        }
    });
    return known;
}

AttributeTable numberTable(const Attribute& attribute, const TwoGroups& groups, Day asOf)
{
    switch (attribute.type) {
    case AttributeType::Money:
        return bandTable(attribute.name, attribute.type, attribute.number, moneyBands(), groups);
    case AttributeType::Date: {
        Column<double> elapsed = static_cast<double>(asOf) - attribute.number;
        elapsed = (elapsed < 0).select(kUnknown, elapsed);
        return bandTable(attribute.name, attribute.type, elapsed, elapsedBands(), groups);
    }
    default:
        return bandTable(attribute.name, attribute.type, attribute.number,
                         quintileBands(knownNumbers(attribute.number, groups)), groups);
    }
}

/// Either may be missing.
AttributeTable ageTable(const Attribute* date, const Attribute* year, const TwoGroups& groups, Day asOf)
{
    const Index n = groups.in.size();
    const int thisYear = civilFromDay(asOf).year;
    Column<double> ages(n);
    for (Index c = 0; c < n; ++c) {
        double age = kUnknown;
        if (date != nullptr && !std::isnan(date->number[c])) {
            age = ageAt(static_cast<Day>(date->number[c]), asOf);
        } else if (year != nullptr) {
            age = thisYear - year->number[c];
        }
        ages[c] = age >= 0 && age <= kOldest ? age : kUnknown;
    }
    return bandTable(kAge, AttributeType::Number, ages, ageBands(), groups);
}

/// What a table is made from; the columns are loaded.
struct Source {
    AttributePtr attribute;
    AttributePtr birthDate;
    AttributePtr birthYear;
};

Result<Source> sourceOf(const Snapshot& snapshot, std::string_view name, Job& job)
{
    Source source;
    const auto load = [&](std::string_view wanted, AttributePtr& into) -> Status {
        auto loaded = snapshot.attribute(wanted, job);
        if (!loaded) {
            return loaded.error();
        }
        into = *std::move(loaded);
        return Done {};
    };
    Status status = Done {};
    if (name != kAge || hasAttribute(snapshot, kAge)) {
        status = load(name, source.attribute);
    } else {
        const bool hasYear = hasAttribute(snapshot, kBirthYear);
        if (hasAttribute(snapshot, kBirthDate) || !hasYear) {
            status = load(kBirthDate, source.birthDate);
        }
        if (status && hasYear) {
            status = load(kBirthYear, source.birthYear);
        }
    }
    if (!status) {
        return status.error();
    }
    return source;
}

AttributeTable tableOf(const Source& source, const TwoGroups& groups, Day asOf)
{
    if (source.attribute == nullptr) {
        return ageTable(source.birthDate.get(), source.birthYear.get(), groups, asOf);
    }
    return source.attribute->type == AttributeType::Category ? categoryTable(*source.attribute, groups)
                                                             : numberTable(*source.attribute, groups, asOf);
}

}  // namespace

std::vector<std::string> tableNames(const Snapshot& snapshot)
{
    std::vector<std::string> names;
    if (!hasAttribute(snapshot, kAge)
        && (hasAttribute(snapshot, kBirthDate) || hasAttribute(snapshot, kBirthYear))) {
        names.emplace_back(kAge);
    }
    for (const std::string& name : snapshot.frame().attributeNames) {
        if (name != kBirthDate && name != kBirthYear) {
            names.push_back(name);
        }
    }
    names.emplace_back(kEvent);
    names.emplace_back(kFirstChannel);
    return names;
}

Result<std::vector<AttributeTable>> attributeTables(const Snapshot& snapshot, const TwoGroups& groups,
                                                    Day asOf, const std::vector<std::string>& names, Job& job)
{
    std::vector<Source> sources(names.size());
    std::vector<std::vector<AttributeTable>> made(names.size());
    std::vector<std::size_t> fromColumns;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == kEvent) {
            auto tables = eventTables(snapshot, groups, asOf, job);
            if (!tables) {
                return tables.error();
            }
            made[i] = *std::move(tables);
        } else if (names[i] == kFirstChannel) {
            auto table = firstChannelTable(snapshot, groups, asOf, job);
            if (!table) {
                return table.error();
            }
            made[i].push_back(*std::move(table));
        } else {
            auto source = sourceOf(snapshot, names[i], job);
            if (!source) {
                return source.error();
            }
            sources[i] = *std::move(source);
            fromColumns.push_back(i);
        }
    }
    const bool done
        = forChunks(static_cast<Index>(fromColumns.size()), 1, job, [&](Index, Index begin, Index) {
              const std::size_t i = fromColumns[static_cast<std::size_t>(begin)];
              made[i].push_back(tableOf(sources[i], groups, asOf));
          });
    if (!done) {
        return Error {ErrorCode::Cancelled};
    }
    std::vector<AttributeTable> tables;
    for (std::vector<AttributeTable>& some : made) {
        std::move(some.begin(), some.end(), std::back_inserter(tables));
    }
    return tables;
}

}  // namespace meitrace
