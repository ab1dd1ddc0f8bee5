// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/matchscores.h"

#include <array>
#include <map>

namespace meitrace {

namespace {

constexpr std::array<double, 5> kLeast {0.5, 0.8, 0.9, 0.95, 0.99};
constexpr std::array<double, 7> kRanges {0.5, 0.6, 0.7, 0.8, 0.9, 0.99, 1.0};

double share(std::int64_t part, std::int64_t whole)
{
    return whole == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(whole);
}

MatchScore finished(MatchScore score, std::int64_t truePairs)
{
    score.precision = share(score.right, score.right + score.wrong);
    score.recall = share(score.right, truePairs);
    score.f1 = share(2 * score.right, score.right + score.wrong + truePairs);
    return score;
}

/// Pairs across sources, or any, with one person; by the persons' names.
std::int64_t countTrue(const EvidenceTable& table, const std::vector<std::string>& truth)
{
    std::map<std::string, std::array<std::int64_t, 2>, std::less<>> rows;
    std::int64_t pairs = 0;
    for (std::size_t row = 0; row < truth.size(); ++row) {
        auto& mine = rows[truth[row]];
        const std::size_t source = table.source.empty() ? 0 : table.source[row];
        pairs += table.source.empty() ? mine[0] : mine[1 - source];
        ++mine[source];
    }
    return pairs;
}

MatchScore scoreGroups(const EvidenceTable& table, const TableLinks& links,
                       const std::vector<std::string>& truth)
{
    std::map<std::uint32_t, std::vector<std::uint32_t>> groups;
    MatchScore score;
    for (std::uint32_t row = 0; row < truth.size(); ++row) {
        std::vector<std::uint32_t>& group = groups[links.groups.person[row]];
        for (const std::uint32_t other : group) {
            if (table.comparable(row, other)) {
                ++(truth[row] == truth[other] ? score.right : score.wrong);
            }
        }
        group.push_back(row);
    }
    return score;
}

/// What the pairs come to that are at least so probable.
MatchScore scoreLikely(const TableLinks& links, const std::vector<std::string>& truth, double least)
{
    MatchScore score;
    score.least = least;
    for (const ScoredPair& pair : links.pairs) {
        if (pair.probability >= least) {
            ++(truth[pair.a] == truth[pair.b] ? score.right : score.wrong);
        }
    }
    return score;
}

/// The last of the ranges has both its ends.
MatchCalibration calibrate(const TableLinks& links, const std::vector<std::string>& truth, std::size_t place)
{
    MatchCalibration range {.from = kRanges[place], .to = kRanges[place + 1]};
    const bool last = place + 2 == kRanges.size();
    std::int64_t right = 0;
    for (const ScoredPair& pair : links.pairs) {
        if (pair.probability >= range.from && (last || pair.probability < range.to)) {
            ++range.pairs;
            range.promised += pair.probability;
            right += truth[pair.a] == truth[pair.b] ? 1 : 0;
        }
    }
    range.promised /= static_cast<double>(range.pairs > 0 ? range.pairs : 1);
    range.right = share(right, range.pairs);
    return range;
}

}  // namespace

void measure(const EvidenceTable& table, const TableLinks& links, const std::vector<std::string>& truth,
             MatchReport& report)
{
    report.measured = true;
    report.truePairs = countTrue(table, truth);
    std::int64_t met = 0;
    for (const RowPair pair : links.candidates) {
        met += truth[firstOf(pair)] == truth[secondOf(pair)] ? 1 : 0;
    }
    report.completeness = share(met, report.truePairs);
    for (const double least : kLeast) {
        report.scores.push_back(finished(scoreLikely(links, truth, least), report.truePairs));
    }
    report.groups = finished(scoreGroups(table, links, truth), report.truePairs);
    for (std::size_t i = 0; i + 1 < kRanges.size(); ++i) {
        report.calibration.push_back(calibrate(links, truth, i));
    }
}

}  // namespace meitrace
