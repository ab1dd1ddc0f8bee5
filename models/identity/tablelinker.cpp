// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/tablelinker.h"

#include "models/base/parallel.h"

#include <algorithm>

namespace meitrace {

namespace {

constexpr std::int64_t kChunk = 65'536;

/// The score of a pattern and, for every equal value, how rare it is.
double withRarity(double score, const EvidenceTable& table, const LinkModel& model, Pattern pattern,
                  std::uint32_t row)
{
    for (std::size_t c = 0; c < model.fields.size(); ++c) {
        if (levelOf(pattern, c) == Level::Equal) {
            score += model.rarity(c, table.columns[c].count(row), table.columns[c].filled());
        }
    }
    return score;
}

}  // namespace

std::optional<std::vector<ScoredPair>> scorePairs(const EvidenceTable& table, const LinkModel& model,
                                                  const std::vector<RowPair>& pairs,
                                                  const std::vector<Pattern>& patterns, double least,
                                                  Job& job)
{
    const PatternCounts counts = countPatterns(patterns);
    std::vector<double> scores;
    scores.reserve(counts.size());
    for (const auto& entry : counts) {
        scores.push_back(model.score(entry.first));
    }
    const auto scoreOf = [&](Pattern pattern) {
        const auto at = std::lower_bound(counts.begin(), counts.end(), std::pair(pattern, std::int64_t {0}));
        return scores[static_cast<std::size_t>(at - counts.begin())];
    };
    const auto all = static_cast<std::int64_t>(pairs.size());
    std::vector<std::vector<ScoredPair>> found(static_cast<std::size_t>(chunkCount(all, kChunk)));
    const auto scoreChunk = [&](std::int64_t chunk, std::int64_t begin, std::int64_t end) {
        for (auto i = static_cast<std::size_t>(begin); i < static_cast<std::size_t>(end); ++i) {
            const std::uint32_t a = firstOf(pairs[i]);
            const double score = withRarity(scoreOf(patterns[i]), table, model, patterns[i], a);
            const double probability = LinkModel::probability(score);
            if (probability >= least) {
                found[static_cast<std::size_t>(chunk)].push_back({a, secondOf(pairs[i]), score, probability});
            }
        }
    };
    if (!forChunks(all, kChunk, job, scoreChunk)) {
        return std::nullopt;
    }
    std::vector<ScoredPair> scored;
    for (const std::vector<ScoredPair>& part : found) {
        scored.insert(scored.end(), part.begin(), part.end());
    }
    return scored;
}

Result<TableLinks> linkTable(const EvidenceTable& table, const TableOptions& options, Job& job)
{
    if (table.rows() < 2) {
        return Error {.code = ErrorCode::EmptyInput, .subject = "rows"};
    }
    if (table.columns.size() > kMostColumns) {
        return Error {.code = ErrorCode::BadOption, .subject = "columns"};
    }
    const auto cancelled = [] { return Error {.code = ErrorCode::Cancelled, .subject = "identities"}; };
    TableLinks links;
    const std::vector<BlockRule> rules = options.rules.empty() ? usualRules(table, job) : options.rules;
    for (const BlockRule& rule : rules) {
        if (job.stopped()) {
            return cancelled();
        }
        links.blocks.emplace_back(ruleName(rule, table), countPairs(table, rule));
        addPairs(table, rule, links.candidates);
    }
    makeUnique(links.candidates);
    links.compared = static_cast<std::int64_t>(links.candidates.size());
    job.progress(0.3);
    std::vector<Pattern> patterns;
    if (!comparePairs(table, links.candidates, patterns, job)) {
        return cancelled();
    }
    job.progress(0.6);
    Result<Estimate> estimate
        = estimateModel(table, options.training.empty() ? usualTraining(table) : options.training,
                        countPatterns(patterns), options.estimate, job);
    if (!estimate) {
        return estimate.error();
    }
    links.estimate = *std::move(estimate);
    job.progress(0.8);
    std::optional<std::vector<ScoredPair>> scored
        = scorePairs(table, links.estimate.model, links.candidates, patterns, options.keep, job);
    if (!scored) {
        return cancelled();
    }
    links.pairs = std::move(*scored);
    links.groups = groupRows(table, links.pairs, options.merge, options.guards);
    job.progress(1.0);
    return links;
}

}  // namespace meitrace
