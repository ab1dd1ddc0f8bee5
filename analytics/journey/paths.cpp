// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/paths.h"

#include "analytics/features/population.h"
#include "analytics/journey/pathcut.h"
#include "analytics/stats/loghistogram.h"
#include "models/base/badoption.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

namespace meitrace {

namespace {

/// Which names have a node of their own in each column.
struct Columns {
    int steps = 0;
    int top = 0;
    std::vector<std::vector<std::int32_t>> labels;  ///< by column: codes, most units first
    std::vector<std::vector<std::int8_t>> slotOf;   ///< by column and code

    // Places behind the named ones.
    [[nodiscard]] int other() const { return top; }
    [[nodiscard]] int skipped() const { return top + 1; }
    [[nodiscard]] int begun() const { return top + 2; }
    [[nodiscard]] int ended() const { return top + 3; }
    [[nodiscard]] int slots() const { return top + 4; }

    [[nodiscard]] int slot(int column, std::int32_t token) const
    {
        return token >= 0 ? slotOf[static_cast<std::size_t>(column)][static_cast<std::size_t>(token)]
            : token == PathSteps::kSkipped ? skipped()
                                           : begun();
    }

    void name(int column, std::vector<std::int32_t> codes, int labelCount)
    {
        std::vector<std::int8_t>& slots = slotOf[static_cast<std::size_t>(column)];
        slots.assign(static_cast<std::size_t>(labelCount), static_cast<std::int8_t>(other()));
        for (std::size_t i = 0; i < codes.size(); ++i) {
            slots[static_cast<std::size_t>(codes[i])] = static_cast<std::int8_t>(i);
        }
        labels[static_cast<std::size_t>(column)] = std::move(codes);
    }

    static Columns of(const PathOptions& options)
    {
        Columns columns;
        columns.steps = options.steps;
        columns.top = options.top;
        columns.labels.resize(static_cast<std::size_t>(options.steps));
        columns.slotOf.resize(static_cast<std::size_t>(options.steps));
        return columns;
    }
};

/// How often each activity stands in each column, and what became of the ways.
struct NameCounts {
    NameCounts(int steps, int labels)
        : counts(static_cast<std::size_t>(steps), std::vector<Index>(static_cast<std::size_t>(labels)))
    {
    }
    void add(const PathSteps& steps)
    {
        ++paths;
        for (int column = 0; column < steps.length; ++column) {
            const std::int32_t token = steps.token[static_cast<std::size_t>(column)];
            if (token >= 0) {
                ++counts[static_cast<std::size_t>(column)][static_cast<std::size_t>(token)];
            }
        }
    }
    void add(const NameCounts& other)
    {
        for (std::size_t c = 0; c < counts.size(); ++c) {
            std::transform(counts[c].begin(), counts[c].end(), other.counts[c].begin(), counts[c].begin(),
                           std::plus<> {});
        }
        paths += other.paths;
        customers += other.customers;
        withoutStart += other.withoutStart;
        incomplete += other.incomplete;
    }

    std::vector<std::vector<Index>> counts;
    Index paths = 0;
    Index customers = 0;
    Index withoutStart = 0;
    Index incomplete = 0;
    Index lastCustomer = -1;
};

struct Flows {
    struct Node {
        Index units = 0;
        Index beyond = 0;
        Index done = 0;
    };
    struct Link {
        Index units = 0;
        LogHistogram seconds;
    };

    explicit Flows(const Columns& columns)
        : nodes(static_cast<std::size_t>(columns.steps * columns.slots()))
    {
    }
    void add(const Flows& other)
    {
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            nodes[i].units += other.nodes[i].units;
            nodes[i].beyond += other.nodes[i].beyond;
            nodes[i].done += other.nodes[i].done;
        }
        for (const auto& [place, link] : other.links) {
            Link& mine = links[place];
            mine.units += link.units;
            mine.seconds.add(link.seconds);
        }
        complete += other.complete;
    }

    std::vector<Node> nodes;
    std::map<std::pair<int, int>, Link> links;  ///< places: column x slots + slot
    Index complete = 0;
};

/// Calls visit(column, slot, from slot or -1, steps) for each node of a path, Ended among them.
template <typename Visit>
void walk(const Columns& columns, const PathSteps& steps, Visit visit)
{
    int before = -1;
    for (int column = 0; column < steps.length; ++column) {
        const int slot = columns.slot(column, steps.token[static_cast<std::size_t>(column)]);
        visit(column, slot, before);
        before = slot;
    }
    if (!steps.done && !steps.beyond && steps.length < columns.steps) {
        visit(steps.length, columns.ended(), before);
    }
}

void count(const Columns& columns, const PathSteps& steps, Flows& flows)
{
    walk(columns, steps, [&](int column, int slot, int before) {
        const int place = column * columns.slots() + slot;
        Flows::Node& node = flows.nodes[static_cast<std::size_t>(place)];
        ++node.units;
        if (slot != columns.ended() && column + 1 == steps.length) {
            node.beyond += steps.beyond ? 1 : 0;
            node.done += steps.done ? 1 : 0;
        }
        if (before >= 0) {
            Flows::Link& link = flows.links[{(column - 1) * columns.slots() + before, place}];
            ++link.units;
            if (slot != columns.ended() && before != columns.begun()) {
                const auto at = static_cast<std::size_t>(column);
                link.seconds.add((steps.time[at] - steps.time[at - 1]) / 1000);
            }
        }
    });
    flows.complete += steps.done ? 1 : 0;
}

void nameTop(const NameCounts& counts, Columns& columns, int labels)
{
    for (int column = 0; column < columns.steps; ++column) {
        const std::vector<Index>& ofColumn = counts.counts[static_cast<std::size_t>(column)];
        std::vector<std::int32_t> codes(static_cast<std::size_t>(labels));
        std::iota(codes.begin(), codes.end(), 0);
        const auto more = [&](std::int32_t a, std::int32_t b) {
            return std::pair(-ofColumn[static_cast<std::size_t>(a)], a)
                < std::pair(-ofColumn[static_cast<std::size_t>(b)], b);
        };
        const auto named = std::min<std::ptrdiff_t>(columns.top, labels);
        std::partial_sort(codes.begin(), codes.begin() + named, codes.end(), more);
        codes.resize(static_cast<std::size_t>(named));
        codes.erase(
            std::find_if(codes.begin(), codes.end(),
                         [&](std::int32_t code) { return ofColumn[static_cast<std::size_t>(code)] == 0; }),
            codes.end());
        columns.name(column, std::move(codes), labels);
    }
}

PathNode::Kind kindOf(const Columns& columns, int slot)
{
    return slot == columns.other()  ? PathNode::Kind::Other
        : slot == columns.skipped() ? PathNode::Kind::Skipped
        : slot == columns.begun()   ? PathNode::Kind::Begun
        : slot == columns.ended()   ? PathNode::Kind::Ended
                                    : PathNode::Kind::Activity;
}

void fillResult(const ActivityScan& scan, const Columns& columns, const Flows& flows, PathResult& result)
{
    std::vector<int> numberOf(flows.nodes.size(), -1);
    for (std::size_t place = 0; place < flows.nodes.size(); ++place) {
        const Flows::Node& node = flows.nodes[place];
        if (node.units == 0) {
            continue;
        }
        const int column = static_cast<int>(place) / columns.slots();
        const int slot = static_cast<int>(place) % columns.slots();
        numberOf[place] = static_cast<int>(result.nodes.size());
        const bool named = slot < columns.top;
        result.nodes.push_back(
            {.step = column,
             .kind = kindOf(columns, slot),
             .label = named ? scan.label(
                          columns.labels[static_cast<std::size_t>(column)][static_cast<std::size_t>(slot)])
                            : std::string(),
             .units = node.units,
             .beyond = node.beyond,
             .done = node.done});
    }
    for (const auto& [places, link] : flows.links) {
        result.links.push_back({.from = numberOf[static_cast<std::size_t>(places.first)],
                                .to = numberOf[static_cast<std::size_t>(places.second)],
                                .units = link.units,
                                .medianSeconds = link.seconds.quantile(0.5)});
    }
    result.complete = flows.complete;
}

/// The columns that a result shows.
Columns columnsOf(const ActivityScan& scan, const PathOptions& options, const PathResult& result)
{
    Columns columns = Columns::of(options);
    std::vector<std::vector<std::int32_t>> codes(static_cast<std::size_t>(options.steps));
    for (const PathNode& node : result.nodes) {
        if (node.kind == PathNode::Kind::Activity && node.step < options.steps) {
            codes[static_cast<std::size_t>(node.step)].push_back(scan.find(node.label));
        }
    }
    for (int column = 0; column < options.steps; ++column) {
        columns.name(column, std::move(codes[static_cast<std::size_t>(column)]), scan.labels());
    }
    return columns;
}

/// Column and slot of a node of the result.
std::pair<int, int> placeOf(const ActivityScan& scan, const Columns& columns, const PathNode& node)
{
    switch (node.kind) {
    case PathNode::Kind::Activity:
        return {node.step, columns.slot(node.step, scan.find(node.label))};
    case PathNode::Kind::Other:
        return {node.step, columns.other()};
    case PathNode::Kind::Ended:
        return {node.step, columns.ended()};
    case PathNode::Kind::Begun:
        return {node.step, columns.begun()};
    case PathNode::Kind::Skipped:
        return {node.step, columns.skipped()};
    }
    return {node.step, columns.other()};
}

/// Options bound to the data: who is counted, their activities, and how their ways are cut.
struct BoundPaths {
    ActivityScan scan;
    PathCut cut;
    Population population;

    static Result<BoundPaths> make(const Snapshot& snapshot, const PathOptions& options, Job& job)
    {
        Result<ActivityScan> scan = ActivityScan::make(snapshot, options.activities, job);
        if (!scan) {
            return scan.error();
        }
        Result<PathCut> cut = PathCut::make(*scan, options);
        if (!cut) {
            return cut.error();
        }
        return BoundPaths {
            *std::move(scan), *std::move(cut),
            populationOf(snapshot, options.activities.population, options.activities.includeAnonymous)};
    }
};

constexpr double kNamed = 0.6;  ///< of the progress when the names of the columns are known

/// How often each name stands in each column.
Result<NameCounts> countNames(const BoundPaths& bound, int columns, Job& job)
{
    const int labels = bound.scan.labels();
    NameCounts counts(columns, labels);
    const Status status = scanWays<NameCounts>(
        bound.scan, {bound.population.rows, {ActivityScan::kNaming, kNamed}}, job,
        [&] { return NameCounts(columns, labels); },
        [&](NameCounts& part, const Way& way) {
            const PathCut::Fate fate = bound.cut.each(way, [&](const PathSteps& steps) { part.add(steps); });
            part.withoutStart += fate == PathCut::Fate::WithoutStart ? 1 : 0;
            part.incomplete += fate == PathCut::Fate::Incomplete ? 1 : 0;
            part.customers += fate == PathCut::Fate::Cut && part.lastCustomer != way.customer ? 1 : 0;
            part.lastCustomer = fate == PathCut::Fate::Cut ? way.customer : part.lastCustomer;
        },
        [&](const NameCounts& part) { counts.add(part); });
    return status ? Result<NameCounts>(std::move(counts)) : Result<NameCounts>(status.error());
}

Result<Flows> countFlows(const BoundPaths& bound, const Columns& columns, Job& job)
{
    Flows flows(columns);
    const Status status = scanWays<Flows>(
        bound.scan, {bound.population.rows, {kNamed, 1}}, job, [&] { return Flows(columns); },
        [&](Flows& part, const Way& way) {
            bound.cut.each(way, [&](const PathSteps& steps) { count(columns, steps, part); });
        },
        [&](const Flows& part) { flows.add(part); });
    return status ? Result<Flows>(std::move(flows)) : Result<Flows>(status.error());
}

}  // namespace

Result<PathResult> paths(const Snapshot& snapshot, const PathOptions& options, Job& job)
{
    const Result<BoundPaths> bound = BoundPaths::make(snapshot, options, job);
    if (!bound) {
        return bound.error();
    }
    const Result<NameCounts> counts = countNames(*bound, options.steps, job);
    if (!counts) {
        return counts.error();
    }
    if (counts->paths == 0) {
        return Error {.code = ErrorCode::EmptyInput, .subject = "path", .detail = "nobody went such a way"};
    }
    Columns columns = Columns::of(options);
    nameTop(*counts, columns, bound->scan.labels());
    const Result<Flows> flows = countFlows(*bound, columns, job);
    if (!flows) {
        return flows.error();
    }
    PathResult result;
    result.units = counts->paths;
    result.customers = counts->customers;
    result.withoutStart = counts->withoutStart;
    result.incomplete = counts->incomplete;
    result.notSelected = bound->population.notSelected;
    result.anonymous = bound->population.anonymous;
    fillResult(bound->scan, columns, *flows, result);
    return result;
}

Result<Bitset> pathMembers(const Snapshot& snapshot, const PathOptions& options, const PathResult& result,
                           const PathPlace& place, Job& job)
{
    const Result<BoundPaths> bound = BoundPaths::make(snapshot, options, job);
    if (!bound) {
        return bound.error();
    }
    const ActivityScan& scan = bound->scan;
    std::vector<int> wanted = place.nodes;
    if (place.link >= 0 && place.link < static_cast<int>(result.links.size())) {
        const PathLink& link = result.links[static_cast<std::size_t>(place.link)];
        wanted.insert(wanted.end(), {link.from, link.to});
    }
    const bool known = !wanted.empty() && std::all_of(wanted.begin(), wanted.end(), [&](int node) {
        return node >= 0 && node < static_cast<int>(result.nodes.size());
    });
    if (!known) {
        return badOption("place", {}, "no node or link of this result");
    }
    const Columns columns = columnsOf(scan, options, result);
    std::vector<std::pair<int, int>> places;
    places.reserve(wanted.size());
    for (const int node : wanted) {
        places.push_back(placeOf(scan, columns, result.nodes[static_cast<std::size_t>(node)]));
    }
    Bitset members(snapshot.customers());
    using Found = std::vector<Index>;
    const Status status = scanWays<Found>(
        scan, {bound->population.rows, {ActivityScan::kNaming, 1}}, job, [] { return Found(); },
        [&](Found& found, const Way& way) {
            bound->cut.each(way, [&](const PathSteps& steps) {
                std::size_t met = 0;
                walk(columns, steps, [&](int column, int slot, int) {
                    met += static_cast<std::size_t>(
                        std::count(places.begin(), places.end(), std::pair(column, slot)));
                });
                if (met == places.size()) {
                    found.push_back(way.customer);
                }
            });
        },
        [&](const Found& found) {
            for (const Index customer : found) {
                members.set(customer);
            }
        });
    return status ? Result<Bitset>(std::move(members)) : Result<Bitset>(status.error());
}

}  // namespace meitrace
