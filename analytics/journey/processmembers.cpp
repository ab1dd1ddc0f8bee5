// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/features/population.h"
#include "analytics/journey/processnumbers.h"
#include "models/base/badoption.h"

#include <algorithm>

namespace meitrace {

namespace {

/// The numbers that a result gives its activities.
ProcessNumbers numbersOf(const ActivityScan& scan, const ProcessResult& result)
{
    ProcessNumbers numbers;
    numbers.hasOther = !result.activities.empty() && result.activities.back().isOther;
    const auto named = result.activities.size() - (numbers.hasOther ? 1 : 0);
    numbers.of.assign(static_cast<std::size_t>(scan.labels()), static_cast<int>(named));
    for (std::size_t i = 0; i < named; ++i) {
        if (const int code = scan.find(result.activities[i].label); code >= 0) {
            numbers.of[static_cast<std::size_t>(code)] = static_cast<int>(i);
        }
    }
    return numbers;
}

/// Whether a way passes a place.
class PlaceTest {
public:
    PlaceTest(const ProcessResult& result, const ProcessPlace& place)
    {
        const auto has = [](int number, const auto& list) {
            return number >= 0 && number < static_cast<int>(list.size());
        };
        const auto at = [](int number) { return static_cast<std::size_t>(number); };
        if (has(place.activity, result.activities)) {
            m_from = place.activity;
            m_kind = Kind::Activity;
        } else if (has(place.follow, result.follows)) {
            m_from = result.follows[at(place.follow)].from;
            m_to = result.follows[at(place.follow)].to;
            m_kind = Kind::Follow;
        } else if (has(place.order, result.orders)) {
            m_from = result.orders[at(place.order)].from;
            m_to = result.orders[at(place.order)].to;
            m_kind = Kind::Order;
        } else if (has(place.variant, result.variants)) {
            const ProcessVariant& variant = result.variants[at(place.variant)];
            m_sequence.assign(variant.sequence.begin(), variant.sequence.end());
            if (variant.goesOn) {
                appendRest(m_sequence, variant.rest);
            }
            m_kind = Kind::Variant;
        }
    }

    [[nodiscard]] bool isKnown() const { return m_kind != Kind::Nothing; }

    [[nodiscard]] bool passes(const NumberedWay& way) const
    {
        const auto first = std::find(way.numbers.begin(), way.numbers.end(), m_from);
        switch (m_kind) {
        case Kind::Nothing:
            return false;
        case Kind::Activity:
            return first != way.numbers.end();
        case Kind::Follow:
            return std::adjacent_find(way.numbers.begin(), way.numbers.end(),
                                      [&](int a, int b) { return a == m_from && b == m_to; })
                != way.numbers.end();
        case Kind::Order:
            return first != way.numbers.end()
                && std::find(first + 1, way.numbers.end(), m_to) != way.numbers.end();
        case Kind::Variant:
            break;
        }
        return way.sequence() == m_sequence;
    }

private:
    enum class Kind : std::uint8_t { Nothing, Activity, Follow, Order, Variant };

    Kind m_kind = Kind::Nothing;
    int m_from = -1;
    int m_to = -1;
    ProcessSequence m_sequence;
};

}  // namespace

Result<Bitset> processMembers(const Snapshot& snapshot, const ProcessOptions& options,
                              const ProcessResult& result, const ProcessPlace& place, Job& job)
{
    const Result<ActivityScan> scan = ActivityScan::make(snapshot, options.activities, job);
    if (!scan) {
        return scan.error();
    }
    const PlaceTest test(result, place);
    if (!test.isKnown()) {
        return badOption("place", {}, "nothing of this result");
    }
    const ProcessNumbers numbers = numbersOf(*scan, result);
    const bool collapse = options.activities.repeats != ActivityRepeats::Keep;
    const Population population
        = populationOf(snapshot, options.activities.population, options.activities.includeAnonymous);
    struct Found {
        std::vector<Index> customers;
        NumberedWay way {};
    };
    Bitset members(snapshot.customers());
    const Status status = scanWays<Found>(
        *scan, {population.rows, {ActivityScan::kNaming, 1}}, job, [] { return Found(); },
        [&](Found& part, const Way& way) {
            part.way.read(way, numbers, collapse);
            if (test.passes(part.way)) {
                part.customers.push_back(way.customer);
            }
        },
        [&](const Found& part) {
            for (const Index customer : part.customers) {
                members.set(customer);
            }
        });
    return status ? Result<Bitset>(std::move(members)) : Result<Bitset>(status.error());
}

}  // namespace meitrace
