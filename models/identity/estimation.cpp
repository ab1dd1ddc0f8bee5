// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/estimation.h"

#include "models/base/flatmap.h"
#include "models/base/parallel.h"
#include "models/base/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace meitrace {

namespace {

constexpr std::int64_t kChunk = 16'384;
constexpr double kSmoothing = 0.5;  ///< added to every level of u
constexpr double kCertainBits = 7;  ///< beyond the number of pairs: 1 in 128 by chance
constexpr double kFewMatches = 20;  ///< a block with fewer teaches nothing
constexpr double kClose = 1e-6;     ///< largest change of m or share that ends the rounds
constexpr int kMostRounds = 200;
constexpr std::size_t kTrainings = 4;

using Shares = std::array<double, kLevels>;

/// Rows by what they say: the same records in another order are drawn alike.
std::vector<std::uint32_t> orderOf(const EvidenceTable& table)
{
    std::vector<std::pair<std::uint64_t, std::uint32_t>> rows(table.rows());
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        rows[row].second = row;
        for (const EvidenceColumn& column : table.columns) {
            rows[row].first = mix64(rows[row].first ^ column.hash(row));
        }
    }
    std::sort(rows.begin(), rows.end());
    std::vector<std::uint32_t> order(rows.size());
    std::transform(rows.begin(), rows.end(), order.begin(), [](const auto& row) { return row.second; });
    return order;
}

std::vector<RowPair> everyPair(const EvidenceTable& table)
{
    std::vector<RowPair> pairs;
    const std::uint32_t rows = table.rows();
    for (std::uint32_t a = 0; a < rows; ++a) {
        for (std::uint32_t b = a + 1; b < rows; ++b) {
            if (table.comparable(a, b)) {
                pairs.push_back(makeRowPair(a, b));
            }
        }
    }
    return pairs;
}

/// All pairs when they are few, else random ones with both rows drawn from the pair's number.
std::vector<RowPair> drawPairs(const EvidenceTable& table, const EstimateOptions& options)
{
    if (table.allPairs() <= static_cast<double>(options.randomPairs)) {
        return everyPair(table);
    }
    std::vector<RowPair> pairs;
    const std::uint32_t rows = table.rows();
    pairs.reserve(static_cast<std::size_t>(options.randomPairs));
    const auto wanted = static_cast<std::uint64_t>(options.randomPairs);
    const std::vector<std::uint32_t> order = orderOf(table);
    for (std::uint64_t i = 0; i < 4 * wanted && pairs.size() < wanted; ++i) {
        const std::uint32_t a = order[randomAt(options.seed, 1, i) % rows];
        const std::uint32_t b = order[randomAt(options.seed, 2, i) % rows];
        if (a != b && table.comparable(a, b)) {
            pairs.push_back(makeRowPair(a, b));
        }
    }
    return pairs;
}

/// A name, word or date that differs speaks against one person whatever else agrees.
bool differsInPerson(const LinkModel& model, Pattern pattern)
{
    for (std::size_t i = 0; i < model.fields.size(); ++i) {
        const Level level = levelOf(pattern, i);
        if (model.fields[i].kind <= EvidenceKind::Date
            && (level == Level::Different || level == Level::Kin)) {
            return true;
        }
    }
    return false;
}

bool isCertain(const LinkModel& model, Pattern pattern, double bitsWanted)
{
    double bits = 0;
    for (std::size_t i = 0; i < model.fields.size(); ++i) {
        if (levelOf(pattern, i) == Level::Equal) {
            bits -= std::log2(model.fields[i].u[static_cast<std::size_t>(Level::Equal)]);
        }
    }
    return bits >= bitsWanted && !differsInPerson(model, pattern);
}

/// u from counted patterns; those that are certain under the present u are left out.
void countU(LinkModel& model, const PatternCounts& counts, double bitsWanted)
{
    LinkModel next = model;
    for (std::size_t i = 0; i < model.fields.size(); ++i) {
        Shares sums {};
        double total = 0;
        for (std::size_t level = 1; level < kLevels; ++level) {
            sums[level] = hasLevel(model.fields[i].kind, static_cast<Level>(level)) ? kSmoothing : 0.0;
            total += sums[level];
        }
        for (const auto& [pattern, count] : counts) {
            const Level level = levelOf(pattern, i);
            if (level != Level::Unknown && !isCertain(model, pattern, bitsWanted)) {
                sums[static_cast<std::size_t>(level)] += static_cast<double>(count);
                total += static_cast<double>(count);
            }
        }
        for (std::size_t level = 1; level < kLevels; ++level) {
            next.fields[i].u[level] = sums[level] / total;
        }
    }
    model = next;
}

/// m-step for one column; returns the largest change.
double improve(Shares& m, const Shares& usual, double usualWeight, const Shares& sums)
{
    const double total = std::accumulate(sums.begin() + 1, sums.end(), usualWeight);
    double change = 0;
    for (std::size_t level = 1; level < kLevels; ++level) {
        const double share = (sums[level] + usualWeight * usual[level]) / total;
        change = std::max(change, std::abs(share - m[level]));
        m[level] = share;
    }
    return change;
}

/// log of likelihood(one person) / likelihood(two), free columns only
double logRatio(const std::vector<std::array<double, kLevels>>& logs, Pattern pattern)
{
    double sum = 0;
    for (std::size_t i = 0; i < logs.size(); ++i) {
        sum += logs[i][static_cast<std::size_t>(levelOf(pattern, i))];
    }
    return sum;
}

Pattern maskOf(const BlockRule& rule)
{
    Pattern mask = 0;
    for (const BlockRule::Key& key : rule.keys) {
        mask |= Pattern {7} << (kLevelBits * key.column);
    }
    return mask;
}

bool isFree(Pattern leftOut, std::size_t column)
{
    return levelOf(leftOut, column) == Level::Unknown;
}

/// maximise() in every training block; m of the model becomes the mean over those that taught something.
/// False when the job was stopped.
bool teach(const EvidenceTable& table, const std::vector<BlockRule>& training, const EstimateOptions& options,
           Estimate& estimate, Job& job)
{
    std::vector<FieldModel>& fields = estimate.model.fields;
    std::vector<Shares> usual;
    usual.reserve(fields.size());
    for (const FieldModel& field : fields) {
        usual.push_back(field.m);
    }
    std::vector<Shares> sums(usual.size(), Shares {});
    std::vector<int> taught(usual.size(), 0);
    for (const BlockRule& rule : training) {
        std::vector<RowPair> pairs;
        std::vector<Pattern> patterns;
        addPairs(table, rule, pairs, kBlockCap, options.mostTraining);
        if (!comparePairs(table, pairs, patterns, job)) {
            return false;
        }
        std::vector<Shares> m = usual;
        const Pattern leftOut = maskOf(rule);
        Training session = maximise(countPatterns(patterns), estimate.model, leftOut, options.usualWeight, m);
        session.block = ruleName(rule, table);
        for (std::size_t i = 0; i < m.size() && session.used; ++i) {
            if (isFree(leftOut, i)) {
                ++taught[i];
                std::transform(m[i].begin(), m[i].end(), sums[i].begin(), sums[i].begin(), std::plus<>());
            }
        }
        estimate.trainings.push_back(std::move(session));
    }
    for (std::size_t i = 0; i < usual.size(); ++i) {
        for (std::size_t level = 1; level < kLevels && taught[i] > 0; ++level) {
            fields[i].m[level] = sums[i][level] / taught[i];
        }
    }
    return true;
}

}  // namespace

bool comparePairs(const EvidenceTable& table, const std::vector<RowPair>& pairs,
                  std::vector<Pattern>& patterns, Job& job)
{
    patterns.resize(pairs.size());
    return forChunks(static_cast<std::int64_t>(pairs.size()), kChunk, job,
                     [&](std::int64_t, std::int64_t begin, std::int64_t end) {
                         for (auto i = static_cast<std::size_t>(begin); i < static_cast<std::size_t>(end);
                              ++i) {
                             patterns[i] = comparePair(table, firstOf(pairs[i]), secondOf(pairs[i]));
                         }
                     });
}

PatternCounts countPatterns(const std::vector<Pattern>& patterns)
{
    FlatMap places(1024);
    PatternCounts counts;
    for (const Pattern pattern : patterns) {
        const std::uint32_t place
            = places.findOrAdd(mix64(pattern), static_cast<std::uint32_t>(counts.size()));
        if (place == counts.size()) {
            counts.emplace_back(pattern, 0);
        }
        ++counts[place].second;
    }
    std::sort(counts.begin(), counts.end());
    return counts;
}

Training maximise(const PatternCounts& counts, const LinkModel& model, Pattern leftOut, double usualWeight,
                  std::vector<Shares>& m)
{
    Training training;
    for (const auto& [pattern, count] : counts) {
        training.pairs += count;
    }
    const std::vector<Shares> usual = m;
    std::vector<Shares> logs(m.size());
    std::vector<Shares> sums(m.size());
    double share = 0.2;
    for (training.rounds = 0; training.rounds < kMostRounds; ++training.rounds) {
        for (std::size_t i = 0; i < m.size(); ++i) {
            logs[i].fill(0.0);
            sums[i].fill(0.0);
            for (std::size_t level = 1; level < kLevels && isFree(leftOut, i); ++level) {
                logs[i][level]
                    = std::log(std::max(m[i][level], 1e-9) / std::max(model.fields[i].u[level], 1e-9));
            }
        }
        double matches = 0;
        for (const auto& [pattern, count] : counts) {
            const double odds = share / (1.0 - share) * std::exp(logRatio(logs, pattern));
            const double expected = static_cast<double>(count) * odds / (1.0 + odds);
            matches += expected;
            for (std::size_t i = 0; i < m.size(); ++i) {
                sums[i][static_cast<std::size_t>(levelOf(pattern, i))] += expected;
            }
        }
        const double next = std::clamp(
            matches / static_cast<double>(std::max<std::int64_t>(1, training.pairs)), 1e-9, 1.0 - 1e-9);
        double change = std::abs(next - share);
        share = next;
        for (std::size_t i = 0; i < m.size(); ++i) {
            if (isFree(leftOut, i)) {
                change = std::max(change, improve(m[i], usual[i], usualWeight, sums[i]));
            }
        }
        training.matches = matches;
        if (change < kClose) {
            break;
        }
    }
    training.share = share;
    training.used = training.matches >= kFewMatches;
    return training;
}

Result<Estimate> estimateModel(const EvidenceTable& table, const std::vector<BlockRule>& training,
                               const PatternCounts& certain, const EstimateOptions& options, Job& job)
{
    const auto cancelled = [] { return Error {.code = ErrorCode::Cancelled, .subject = "identities"}; };
    Estimate estimate;
    LinkModel& model = estimate.model;
    for (const EvidenceColumn& column : table.columns) {
        FieldModel field {column.name(), column.kind(), usualAgreement(column.kind()), {}};
        field.u.fill(1.0);  // nothing is certain in the first count
        model.fields.push_back(field);
    }
    std::vector<Pattern> patterns;
    if (!comparePairs(table, drawPairs(table, options), patterns, job)) {
        return cancelled();
    }
    estimate.randomPairs = static_cast<std::int64_t>(patterns.size());
    const PatternCounts random = countPatterns(patterns);
    const double all = std::max(2.0, table.allPairs());
    const double bitsWanted = std::log2(all) + kCertainBits;
    countU(model, random, bitsWanted);
    countU(model, random, bitsWanted);

    for (const auto& [pattern, count] : certain) {
        estimate.certainPairs += isCertain(model, pattern, bitsWanted) ? count : 0;
    }
    const auto matches
        = static_cast<double>(std::max<std::int64_t>(1, estimate.certainPairs)) / options.recall;
    model.lambda = std::clamp(matches / all, 1e-12, 0.5);
    return teach(table, training, options, estimate, job) ? Result<Estimate>(std::move(estimate))
                                                          : Result<Estimate>(cancelled());
}

std::vector<BlockRule> usualTraining(const EvidenceTable& table)
{
    std::vector<std::uint8_t> order;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].kind() != EvidenceKind::Category && table.columns[i].values() > 1) {
            order.push_back(static_cast<std::uint8_t>(i));
        }
    }
    std::stable_sort(order.begin(), order.end(), [&](std::uint8_t a, std::uint8_t b) {
        return table.columns[a].values() > table.columns[b].values();
    });
    std::vector<BlockRule> rules;
    for (std::size_t i = 0; i < std::min(kTrainings, order.size()); ++i) {
        rules.push_back({{{order[i], Part::Whole}}});
    }
    return rules;
}

}  // namespace meitrace
