// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/blocking.h"

#include "models/base/parallel.h"
#include "models/base/random.h"

#include <algorithm>
#include <numeric>

namespace meitrace {

namespace {

/// A record and the hash of what it must share
struct Placed {
    std::uint64_t key = 0;
    std::uint32_t row = 0;
};

std::uint64_t keyOf(const EvidenceTable& table, const BlockRule& rule, std::uint32_t row)
{
    std::uint64_t hash = 0;
    for (const BlockRule::Key& key : rule.keys) {
        const std::uint64_t part = table.columns[key.column].part(row, key.part);
        if (part == 0) {
            return 0;
        }
        hash = mix64(hash ^ part);
    }
    return hash;
}

/// Records by key, those without one left out; ascending by (key, row).
std::vector<Placed> placed(const EvidenceTable& table, const BlockRule& rule)
{
    std::vector<Placed> result;
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        if (const std::uint64_t key = keyOf(table, rule, row); key != 0) {
            result.push_back({key, row});
        }
    }
    std::sort(result.begin(), result.end(), [](const Placed& a, const Placed& b) {
        return a.key != b.key ? a.key < b.key : a.row < b.row;
    });
    return result;
}

std::int64_t pairsOf(const EvidenceTable& table, const Placed* first, const Placed* last)
{
    const std::int64_t all = last - first;
    if (table.source.empty()) {
        return all * (all - 1) / 2;
    }
    const std::int64_t left
        = std::count_if(first, last, [&](const Placed& one) { return table.source[one.row] == 0; });
    return left * (all - left);
}

void addBlock(const EvidenceTable& table, const Placed* first, const Placed* last,
              std::vector<RowPair>& pairs)
{
    for (const Placed* a = first; a != last; ++a) {
        for (const Placed* b = a + 1; b != last; ++b) {
            if (table.comparable(a->row, b->row)) {
                pairs.push_back(makeRowPair(a->row, b->row));
            }
        }
    }
}

/// use(first, last) for every block of two or more records
template <typename Use>
void forBlocks(const std::vector<Placed>& records, Use use)
{
    for (std::size_t begin = 0; begin < records.size();) {
        std::size_t end = begin + 1;
        while (end < records.size() && records[end].key == records[begin].key) {
            ++end;
        }
        if (end - begin > 1) {
            use(records.data() + begin, records.data() + end);
        }
        begin = end;
    }
}

BlockCount countBlocks(const EvidenceTable& table, const std::vector<Placed>& records, std::uint32_t cap)
{
    BlockCount count;
    forBlocks(records, [&](const Placed* first, const Placed* last) {
        if (last - first > cap) {
            ++count.dropped;
        } else {
            count.pairs += pairsOf(table, first, last);
        }
    });
    return count;
}

/// Single columns worth a rule: what tells people apart
bool isTelling(const EvidenceColumn& column)
{
    constexpr double kRepeats = 20.0;
    return column.kind() != EvidenceKind::Category
        && static_cast<double>(column.filled()) < kRepeats * static_cast<double>(column.values());
}

}  // namespace

double EvidenceTable::allPairs() const
{
    const auto all = static_cast<double>(rows());
    if (source.empty()) {
        return all * (all - 1) / 2;
    }
    const auto left = static_cast<double>(std::count(source.begin(), source.end(), 0));
    return left * (all - left);
}

std::string ruleName(const BlockRule& rule, const EvidenceTable& table)
{
    static constexpr std::array<std::string_view, 6> kParts {"",      ":sound", ":surname", ":year-month",
                                                             ":tail", ":head"};
    std::string name;
    for (const BlockRule::Key& key : rule.keys) {
        name.append(name.empty() ? "" : " + ")
            .append(table.columns[key.column].name())
            .append(kParts[static_cast<std::size_t>(key.part)]);
    }
    return name;
}

BlockCount countPairs(const EvidenceTable& table, const BlockRule& rule, std::uint32_t cap)
{
    return countBlocks(table, placed(table, rule), cap);
}

void addPairs(const EvidenceTable& table, const BlockRule& rule, std::vector<RowPair>& pairs,
              std::uint32_t cap, std::int64_t most)
{
    const std::vector<Placed> records = placed(table, rule);
    const std::int64_t all = countBlocks(table, records, cap).pairs;
    const auto every = static_cast<std::uint64_t>(most <= 0 || all <= most ? 1 : (all + most - 1) / most);
    pairs.reserve(pairs.size() + static_cast<std::size_t>(all) / every);
    forBlocks(records, [&](const Placed* first, const Placed* last) {
        if (last - first <= cap && mix64(first->key) % every == 0) {
            addBlock(table, first, last, pairs);
        }
    });
}

void makeUnique(std::vector<RowPair>& pairs)
{
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
}

std::vector<BlockRule> usualRules(const EvidenceTable& table, Job& job, double perRow)
{
    std::vector<BlockRule> rules;
    const auto columns = static_cast<std::uint8_t>(table.columns.size());
    for (std::uint8_t i = 0; i < columns; ++i) {
        if (isTelling(table.columns[i])) {
            rules.push_back({{{i, Part::Whole}}});
        }
        for (std::uint8_t j = 0; j < i; ++j) {
            rules.push_back({{{j, Part::Whole}, {i, Part::Whole}}});
            const bool sounds = table.columns[i].kind() <= EvidenceKind::Word
                && table.columns[j].kind() <= EvidenceKind::Word;
            if (sounds) {
                rules.push_back({{{j, Part::Sound}, {i, Part::Sound}}});
            }
        }
    }
    std::vector<BlockCount> counts(rules.size());
    forChunks(static_cast<std::int64_t>(rules.size()), 1, job,
              [&](std::int64_t i, std::int64_t, std::int64_t) {
                  counts[static_cast<std::size_t>(i)] = countPairs(table, rules[static_cast<std::size_t>(i)]);
              });
    std::vector<std::size_t> order(rules.size());
    std::iota(order.begin(), order.end(), std::size_t {0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return counts[a].pairs < counts[b].pairs; });
    constexpr double kSmall = 2'000'000;
    double left = std::max(kSmall, perRow * static_cast<double>(table.rows()));
    std::vector<BlockRule> chosen;
    for (const std::size_t i : order) {
        left -= static_cast<double>(counts[i].pairs);
        if (left >= 0 && counts[i].pairs > 0) {
            chosen.push_back(rules[i]);
        }
    }
    return chosen;
}

}  // namespace meitrace
