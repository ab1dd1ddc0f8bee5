// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/stagesequences.h"

#include "analytics/stats/quantile.h"
#include "models/base/badoption.h"
#include "models/base/parallel.h"
#include "models/domain/eventtype.h"
#include "models/domain/person.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <limits>

namespace meitrace {

namespace {

constexpr Index kChunk = 4'096;
constexpr int kLongest = 15;
constexpr int kMostTop = 100;
constexpr std::uint8_t kNone = 255;

/// A sequence in one word: a digit of four bits per stage, the first in front; 0 = no more, 15 = goes on.
using Key = std::uint64_t;
constexpr Key kGoesOn = 15;

constexpr int shiftOf(int place)
{
    return 60 - 4 * place;
}

Status check(const Snapshot& snapshot, const StageSequenceOptions& options)
{
    const Index n = snapshot.customers();
    if (options.firstStage < 0 || options.firstStage >= stage::kCount) {
        return badOption("first_stage", options.firstStage);
    }
    if (options.maxLength < 1 || options.maxLength > kLongest) {
        return badOption("length", options.maxLength);
    }
    if (options.top < 1 || options.top > kMostTop) {
        return badOption("top", options.top);
    }
    if (options.population.size() != 0 && options.population.size() != n) {
        return badOption("population", options.population.size());
    }
    if (options.value.size() != 0 && options.value.size() != n) {
        return badOption("value", options.value.size());
    }
    if (options.from != kMissingDay && options.to != kMissingDay && options.from >= options.to) {
        return badOption("from", options.from);
    }
    return Done {};
}

/// Stage by type code; neutral and own types have none.
std::vector<std::uint8_t> stagesByType()
{
    std::vector<std::uint8_t> stages(std::numeric_limits<std::uint16_t>::max() + 1, kNone);
    for (const EventType& type : standardEventTypes()) {
        if (type.stage < stage::kCount) {
            stages[type.code] = static_cast<std::uint8_t>(type.stage);
        }
    }
    return stages;
}

/// Bills that are no sale, by the code of their kind.
std::vector<bool> otherBills(const Snapshot& snapshot)
{
    std::vector<bool> other;
    for (const BillKind kind :
         {BillKind::Gift, BillKind::Refund, BillKind::DepositBack, BillKind::TopupRefund}) {
        const std::uint32_t code
            = snapshot.dictionary(EventField::Detail).find(kBillKindCodes[static_cast<std::size_t>(kind)]);
        if (code != 0) {
            other.resize(std::max<std::size_t>(other.size(), code + std::size_t {1}), false);
            other[code] = true;
        }
    }
    return other;
}

/// What the events of one customer come to.
struct Walk {
    Key key = 0;
    bool sold = false;
    Millis first = 0;
    Millis last = 0;  ///< begin of the last stage kept
};

class Walker {
public:
    Walker(const Snapshot& snapshot, const StageSequenceOptions& options, Millis begin, Millis end)
        : m_snapshot(snapshot)
        , m_options(options)
        , m_types(snapshot.type().data())
        , m_times(snapshot.time().data())
        , m_amounts(snapshot.amount().data())
        , m_details(snapshot.codes(EventField::Detail))
        , m_stages(stagesByType())
        , m_otherBills(otherBills(snapshot))
        , m_begin(begin)
        , m_end(end)
    {
    }

    [[nodiscard]] Walk of(Index customer) const
    {
        Walk walk;
        int length = 0;
        int before = -1;
        unsigned seen = 0;
        Millis laterSales = std::numeric_limits<Millis>::max();  // sales from here on are repurchases
        for (Index row = m_snapshot.begin(customer); row < m_snapshot.end(customer); ++row) {
            const Millis time = m_times[row];
            if (time >= m_end) {
                break;
            }
            int now = stageAt(row);
            if (now == stage::kSale) {
                if (laterSales == std::numeric_limits<Millis>::max()) {
                    laterSales = m_snapshot.endOfDay(m_snapshot.dayOf(time));
                }
                now = time >= laterSales ? stage::kRepurchase : now;
            }
            if (now < 0 || time < m_begin || now < m_options.firstStage) {
                continue;
            }
            walk.sold = walk.sold || now == stage::kSale || now == stage::kRepurchase;
            const bool once = m_options.repeats == StageRepeats::Once;
            if (once ? (seen >> static_cast<unsigned>(now) & 1U) != 0 : now == before) {
                continue;
            }
            seen |= 1U << static_cast<unsigned>(now);
            before = now;
            append(walk, length, now, time);
        }
        return walk;
    }

private:
    /// -1: none
    [[nodiscard]] int stageAt(Index row) const
    {
        const std::uint16_t type = m_types[row];
        const std::uint8_t stage = m_stages[type];
        if (stage == kNone) {
            return -1;
        }
        if (type == event::kBill) {
            const std::uint32_t kind = m_details[row];
            if (m_amounts[row] < 0 || (kind < m_otherBills.size() && m_otherBills[kind])) {
                return -1;
            }
        }
        return stage;
    }

    void append(Walk& walk, int& length, int now, Millis time) const
    {
        if (length < m_options.maxLength) {
            walk.key |= (static_cast<Key>(now) + 1) << static_cast<unsigned>(shiftOf(length));
            walk.first = length == 0 ? time : walk.first;
            walk.last = time;
            ++length;
        } else {
            walk.key |= kGoesOn << static_cast<unsigned>(shiftOf(m_options.maxLength));
        }
    }

    const Snapshot& m_snapshot;
    const StageSequenceOptions& m_options;
    const std::uint16_t* m_types;
    const Millis* m_times;
    const Fen* m_amounts;
    Codes m_details;
    std::vector<std::uint8_t> m_stages;
    std::vector<bool> m_otherBills;
    Millis m_begin;
    Millis m_end;
};

/// One row per customer; key 0 = in no group.
struct Walked {
    explicit Walked(Index customers)
        : key(Column<Key>::Zero(customers))
        , days(Column<std::int32_t>::Zero(customers))
        , sold(static_cast<std::size_t>(customers), 0)
    {
    }

    Column<Key> key;
    Column<std::int32_t> days;
    std::vector<std::uint8_t> sold;
};

/// Who is in no group.
struct Absent {
    Index outside = 0;
    Index withoutStage = 0;
};

void walkChunk(const Walker& walker, const Snapshot& snapshot, const StageSequenceOptions& options,
               std::pair<Index, Index> rows, std::pair<Walked&, Absent&> into)
{
    for (Index c = rows.first; c < rows.second; ++c) {
        if ((!options.includeAnonymous && !snapshot.known().test(c))
            || (options.population.size() != 0 && !options.population.test(c))) {
            ++into.second.outside;
            continue;
        }
        const Walk walk = walker.of(c);
        into.second.withoutStage += walk.key == 0 ? 1 : 0;
        into.first.key[c] = walk.key;
        into.first.sold[static_cast<std::size_t>(c)] = walk.sold ? 1 : 0;
        into.first.days[c] = walk.key == 0 || walk.first == walk.last
            ? 0
            : snapshot.dayOf(walk.last) - snapshot.dayOf(walk.first);
    }
}

StageSequence named(Key key)
{
    StageSequence sequence;
    for (int place = 0; place <= kLongest; ++place) {
        const Key digit = key >> static_cast<unsigned>(shiftOf(place)) & 15U;
        if (digit == kGoesOn) {
            sequence.goesOn = true;
        } else if (digit != 0) {
            sequence.stages.push_back(static_cast<std::uint8_t>(digit - 1));
        }
    }
    return sequence;
}

struct Counted {
    Key key = 0;
    Index customers = 0;
};

/// Sequences and how many went them, most first, ties by the stages.
std::vector<Counted> ranking(const Walked& walked)
{
    std::vector<Key> keys;
    for (const Key key : walked.key) {
        if (key != 0) {
            keys.push_back(key);
        }
    }
    std::sort(keys.begin(), keys.end());
    std::vector<Counted> counted;
    for (const Key key : keys) {
        if (counted.empty() || counted.back().key != key) {
            counted.push_back({key, 0});
        }
        ++counted.back().customers;
    }
    std::stable_sort(counted.begin(), counted.end(),
                     [](const Counted& a, const Counted& b) { return a.customers > b.customers; });
    return counted;
}

/// Puts every customer into a group and adds up.
void total(const Walked& walked, const std::vector<Counted>& ranks, const StageSequenceOptions& options,
           StageSequences& result)
{
    const std::size_t tops = std::min(ranks.size(), static_cast<std::size_t>(options.top));
    std::vector<std::pair<Key, std::int32_t>> places;
    std::vector<StageSequence> groups;
    for (std::size_t i = 0; i < tops; ++i) {
        places.emplace_back(ranks[i].key, static_cast<std::int32_t>(i));
        groups.push_back(named(ranks[i].key));
    }
    groups.emplace_back();
    std::sort(places.begin(), places.end());
    std::vector<std::vector<std::int64_t>> days(groups.size());
    for (Index c = 0; c < walked.key.size(); ++c) {
        if (walked.key[c] == 0) {
            continue;
        }
        const auto place
            = std::lower_bound(places.begin(), places.end(), std::pair {walked.key[c], std::int32_t {0}});
        const bool isTop = place != places.end() && place->first == walked.key[c];
        const auto at = isTop ? static_cast<std::size_t>(place->second) : tops;
        result.group[c] = static_cast<std::int32_t>(at);
        StageSequence& group = groups[at];
        ++group.customers;
        group.sold += walked.sold[static_cast<std::size_t>(c)];
        group.value += options.value.size() == 0 ? 0 : options.value[c];
        days[at].push_back(walked.days[c]);
        ++result.customers;
    }
    for (std::size_t i = 0; i < groups.size(); ++i) {
        std::sort(days[i].begin(), days[i].end());
        groups[i].medianDays = days[i].empty() ? std::nan("") : quantileType7(days[i], 0.5);
        groups[i].share = result.customers == 0
            ? 0
            : static_cast<double>(groups[i].customers) / static_cast<double>(result.customers);
    }
    result.other = std::move(groups.back());
    groups.pop_back();
    result.top = std::move(groups);
}

}  // namespace

Result<StageSequences> stageSequences(const Snapshot& snapshot, const StageSequenceOptions& options, Job& job)
{
    if (Status status = check(snapshot, options); !status) {
        return status.error();
    }
    if (Status status
        = snapshot.load({EventField::Time, EventField::Type, EventField::Amount, EventField::Detail}, job);
        !status) {
        return status.error();
    }
    const Index n = snapshot.customers();
    StageSequences result;
    result.asOf = options.asOf == kMissingDay ? snapshot.frame().asOf : options.asOf;
    result.from = options.from == kMissingDay ? snapshot.frame().firstDay : options.from;
    result.to = options.to == kMissingDay ? result.asOf + 1 : std::min(options.to, result.asOf + 1);
    result.group = Column<std::int32_t>::Constant(n, StageSequences::kNowhere);
    Walked walked(n);
    const Millis begin = options.from == kMissingDay ? std::numeric_limits<Millis>::min()
                                                     : snapshot.endOfDay(result.from - 1);
    const Walker walker(snapshot, options, begin, snapshot.endOfDay(result.to - 1));
    std::vector<Absent> absent(static_cast<std::size_t>(chunkCount(n, kChunk)));
    std::atomic<Index> done {0};
    const bool whole = forChunks(n, kChunk, job, [&](Index chunk, Index from, Index to) {
        walkChunk(walker, snapshot, options, {from, to}, {walked, absent[static_cast<std::size_t>(chunk)]});
        job.progress(static_cast<double>(done.fetch_add(to - from) + to - from) / static_cast<double>(n));
    });
    if (!whole) {
        return Error {.code = ErrorCode::Cancelled};
    }
    for (const Absent& part : absent) {
        result.outsidePopulation += part.outside;
        result.withoutStage += part.withoutStage;
    }
    const std::vector<Counted> ranks = ranking(walked);
    result.different = static_cast<Index>(ranks.size());
    total(walked, ranks, options, result);
    return result;
}

}  // namespace meitrace
