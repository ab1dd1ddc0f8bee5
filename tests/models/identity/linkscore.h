// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/tablelinker.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <vector>

namespace meitrace::test {

/// How pairs of at least some probability compare with the truth.
struct LinkScore {
    std::int64_t right = 0;
    std::int64_t wrong = 0;
    std::int64_t wanted = 0;

    [[nodiscard]] double precision() const { return share(right, right + wrong); }
    [[nodiscard]] double recall() const { return share(right, wanted); }
    [[nodiscard]] double f1() const
    {
        return 2 * static_cast<double>(right) / static_cast<double>(right + wrong + wanted);
    }

    static double share(std::int64_t part, std::int64_t whole)
    {
        return whole == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(whole);
    }
};

/// Pairs of rows with one person, by the persons' numbers
inline std::int64_t truePairs(const std::vector<std::int64_t>& person)
{
    std::map<std::int64_t, std::int64_t> rows;
    std::int64_t pairs = 0;
    for (const std::int64_t number : person) {
        pairs += rows[number]++;
    }
    return pairs;
}

inline LinkScore scoreOf(const TableLinks& links, const std::vector<std::int64_t>& person, double least)
{
    LinkScore score;
    score.wanted = truePairs(person);
    for (const ScoredPair& pair : links.pairs) {
        if (pair.probability >= least) {
            ++(person[pair.a] == person[pair.b] ? score.right : score.wrong);
        }
    }
    return score;
}

inline LinkScore scoreOfGroups(const TableLinks& links, const std::vector<std::int64_t>& person)
{
    std::map<std::uint32_t, std::map<std::int64_t, std::int64_t>> groups;
    LinkScore score;
    score.wanted = truePairs(person);
    for (std::size_t row = 0; row < person.size(); ++row) {
        auto& group = groups[links.groups.person[row]];
        for (const auto& [number, rows] : group) {
            (number == person[row] ? score.right : score.wrong) += rows;
        }
        ++group[person[row]];
    }
    return score;
}

/// Share of the true pairs that blocking lets through
inline double completeness(const TableLinks& links, const std::vector<std::int64_t>& person)
{
    const auto found = std::count_if(links.candidates.begin(), links.candidates.end(), [&](RowPair pair) {
        return person[firstOf(pair)] == person[secondOf(pair)];
    });
    return LinkScore::share(found, truePairs(person));
}

/// One line per range of p: pairs, what p promises, what is true.
inline void printCalibration(const TableLinks& links, const std::vector<std::int64_t>& person)
{
    constexpr std::array<double, 7> kBounds {0.5, 0.6, 0.7, 0.8, 0.9, 0.99, 1.1};
    for (std::size_t i = 0; i + 1 < kBounds.size(); ++i) {
        double promised = 0;
        std::int64_t pairs = 0;
        std::int64_t right = 0;
        for (const ScoredPair& pair : links.pairs) {
            if (pair.probability >= kBounds[i] && pair.probability < kBounds[i + 1]) {
                promised += pair.probability;
                right += person[pair.a] == person[pair.b] ? 1 : 0;
                ++pairs;
            }
        }
        if (pairs > 0) {
            qInfo("  p from %.2f: %lld pairs, promised %.4f, true %.4f", kBounds[i],
                  static_cast<long long>(pairs), promised / static_cast<double>(pairs),
                  LinkScore::share(right, pairs));
        }
    }
}

}  // namespace meitrace::test
