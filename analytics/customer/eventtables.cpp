// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/personatables.h"
#include "analytics/features/firsttouch.h"
#include "models/base/parallel.h"

#include <algorithm>
#include <limits>
#include <string>

namespace meitrace {

namespace {

constexpr Index kChunk = 65'536;
constexpr double kNoBand = std::numeric_limits<double>::quiet_NaN();

/// Customers of both groups that did each type, by code.
std::vector<CellCounts> doersOf(const Snapshot& snapshot, const TwoGroups& groups, Millis until, Index begin,
                                Index end)
{
    const std::size_t types = snapshot.dictionary(EventField::Type).size();
    std::vector<CellCounts> counts(types);
    std::vector<Index> lastCustomer(types, -1);
    const auto* type = snapshot.type().data();
    const auto* time = snapshot.time().data();
    for (Index c = begin; c < end; ++c) {
        const bool isIn = groups.in.test(c);
        if (!isIn && !groups.rest.test(c)) {
            continue;
        }
        for (Index row = snapshot.begin(c); row < snapshot.end(c); ++row) {
            const std::size_t code = type[row];
            if (code < types && lastCustomer[code] != c && time[row] < until) {
                lastCustomer[code] = c;
                ++(isIn ? counts[code].in : counts[code].rest);
            }
        }
    }
    return counts;
}

/// Adds up what body(begin, end) counts in chunks of customers.
template <typename Body>
Result<std::vector<CellCounts>> addChunks(Index customers, std::size_t codes, Job& job, Body body)
{
    std::vector<std::vector<CellCounts>> parts(static_cast<std::size_t>(chunkCount(customers, kChunk)));
    const bool done = forChunks(customers, kChunk, job, [&](Index chunk, Index begin, Index end) {
        parts[static_cast<std::size_t>(chunk)] = body(begin, end);
    });
    if (!done) {
        return Error {ErrorCode::Cancelled};
    }
    std::vector<CellCounts> counts(codes);
    for (const auto& part : parts) {
        for (std::size_t code = 0; code < codes; ++code) {
            counts[code].in += part[code].in;
            counts[code].rest += part[code].rest;
        }
    }
    return counts;
}

}  // namespace

Result<std::vector<AttributeTable>> eventTables(const Snapshot& snapshot, const TwoGroups& groups, Day asOf,
                                                Job& job)
{
    if (const Status loaded = snapshot.load({EventField::Time, EventField::Type}, job); !loaded) {
        return loaded.error();
    }
    const Dictionary& types = snapshot.dictionary(EventField::Type);
    const Millis until = snapshot.endOfDay(asOf);
    const auto counts = addChunks(snapshot.customers(), types.size(), job, [&](Index begin, Index end) {
        return doersOf(snapshot, groups, until, begin, end);
    });
    if (!counts) {
        return counts.error();
    }
    const Index members = groups.in.count();
    const Index rest = groups.rest.count();
    std::vector<AttributeTable> tables;
    for (std::uint32_t code = 1; code < types.size(); ++code) {
        const CellCounts did = (*counts)[code];
        if (did.in + did.rest == 0) {
            continue;
        }
        AttributeTable table {"event", AttributeType::Category, {}, {}};
        table.values.push_back({std::string(types.text(code)), kNoBand, kNoBand, did});
        table.values.push_back({"", kNoBand, kNoBand, {members - did.in, rest - did.rest}, false});
        tables.push_back(std::move(table));
    }
    return tables;
}

/// The same first channel as that of filters and rules.
Result<AttributeTable> firstChannelTable(const Snapshot& snapshot, const TwoGroups& groups, Day asOf,
                                         Job& job)
{
    const auto touch = firstTouch(snapshot, asOf, job);
    if (!touch) {
        return touch.error();
    }
    const Attribute& first = **touch;
    std::vector<CellCounts> counts(std::max<std::size_t>(1, first.texts.size()));
    groups.in.forEach([&](Index customer) { ++counts[first.code[customer]].in; });
    groups.rest.forEach([&](Index customer) { ++counts[first.code[customer]].rest; });
    AttributeTable table {"first_channel", AttributeType::Category, {}, counts[0]};
    for (std::uint32_t code = 1; code < counts.size(); ++code) {
        if (counts[code].in + counts[code].rest > 0) {
            table.values.push_back({std::string(first.texts.text(code)), kNoBand, kNoBand, counts[code]});
        }
    }
    return table;
}

}  // namespace meitrace
