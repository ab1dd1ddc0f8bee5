// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/likelypairs.h"

#include "models/identity/tablelinker.h"

#include <algorithm>
#include <tuple>

namespace meitrace {

namespace {

constexpr double kMerge = 0.99;
constexpr double kReview = 0.80;
constexpr std::uint8_t kMostPartners = 3;
constexpr std::int64_t kRandomPairs = 200'000;
constexpr std::int64_t kTrainingPairs = 200'000;

constexpr auto kName = static_cast<std::uint8_t>(HandleTable::kName);
constexpr auto kBirth = static_cast<std::uint8_t>(HandleTable::kBirth);
constexpr auto kPhone = static_cast<std::uint8_t>(HandleTable::kPhone);

std::vector<BlockRule> blockRules()
{
    return {
        {{{kPhone, Part::Whole}}},
        {{{kName, Part::Whole}, {kBirth, Part::Whole}}},
        {{{kName, Part::Sound}, {kBirth, Part::YearMonth}}},
        {{{kName, Part::Surname}, {kBirth, Part::Whole}}},
        {{{kName, Part::Whole}, {kPhone, Part::Tail}}},
        {{{kName, Part::Whole}, {kPhone, Part::Head}}},
        {{{kName, Part::Sound}, {kPhone, Part::Tail}}},
        {{{kBirth, Part::Whole}, {kPhone, Part::Tail}}},
    };
}

std::vector<BlockRule> trainingRules()
{
    return {{{{kPhone, Part::Whole}}}, {{{kName, Part::Whole}}}, {{{kBirth, Part::Whole}}}};
}

EstimateOptions estimateOptions()
{
    EstimateOptions options;
    options.randomPairs = kRandomPairs;
    options.mostTraining = kTrainingPairs;
    return options;
}

/// Pairs, model and what is to be done with them
class LikelyPairs {
public:
    LikelyPairs(const HandleTable& handles, Clusters& clusters, ReviewList& review)
        : m_handles(handles)
        , m_clusters(clusters)
        , m_review(review)
    {
    }

    /// False when the job was stopped
    bool run(LikelyOutcome& outcome, Job& job)
    {
        const EvidenceTable& table = m_handles.table();
        std::vector<RowPair> pairs;
        for (const BlockRule& rule : blockRules()) {
            if (job.stopped()) {
                return false;
            }
            addPairs(table, rule, pairs);
        }
        makeUnique(pairs);
        std::vector<Pattern> patterns;
        if (!comparePairs(table, pairs, patterns, job)) {
            return false;
        }
        Result<Estimate> estimate
            = estimateModel(table, trainingRules(), countPatterns(patterns), estimateOptions(), job);
        if (!estimate) {
            return false;
        }
        outcome.model = estimate->model;
        std::optional<std::vector<ScoredPair>> scored
            = scorePairs(table, *outcome.model, pairs, patterns, kReview, job);
        if (!scored) {
            return false;
        }
        std::sort(scored->begin(), scored->end(), [](const ScoredPair& x, const ScoredPair& y) {
            return std::tie(y.probability, x.a, x.b) < std::tie(x.probability, y.a, y.b);
        });
        merge(*scored, outcome);
        suggest(*scored);
        return true;
    }

private:
    [[nodiscard]] Level level(const ScoredPair& pair, std::size_t column) const
    {
        return m_handles.table().columns[column].compare(pair.a, pair.b);
    }

    /// All three speak for one person, the number as far as it is shown: nothing in it is weak by itself.
    [[nodiscard]] bool isCertain(const ScoredPair& pair) const
    {
        const Level phone = level(pair, kPhone);
        return pair.probability >= kMerge && level(pair, kName) == Level::Equal
            && level(pair, kBirth) == Level::Equal
            && (phone == Level::Alike || phone == Level::Near || phone == Level::Partial);
    }

    void merge(const std::vector<ScoredPair>& scored, LikelyOutcome& outcome)
    {
        for (const ScoredPair& pair : scored) {
            if (pair.probability < kMerge) {
                return;
            }
            const std::uint32_t one = m_handles.identOf(pair.a);
            const std::uint32_t other = m_handles.identOf(pair.b);
            const std::uint32_t a = m_clusters.root(one);
            const std::uint32_t b = m_clusters.root(other);
            if (a != b && isCertain(pair) && m_clusters.conflict(a, b) == Clusters::Conflict::None) {
                m_clusters.unite(a, b);
                outcome.merges.push_back({one, other, pair.probability});
            }
        }
    }

    void suggest(const std::vector<ScoredPair>& scored)
    {
        std::vector<ScoredPair> open;
        std::vector<std::uint8_t> partners(m_clusters.count(), 0);
        std::vector<std::pair<std::uint32_t, std::uint32_t>> seen;
        for (const ScoredPair& pair : scored) {
            const std::uint32_t a = m_clusters.root(m_handles.identOf(pair.a));
            const std::uint32_t b = m_clusters.root(m_handles.identOf(pair.b));
            if (a != b) {
                open.push_back(pair);
                seen.emplace_back(std::min(a, b), std::max(a, b));
            }
        }
        std::sort(seen.begin(), seen.end());
        seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
        for (const auto& [a, b] : seen) {
            for (const std::uint32_t root : {a, b}) {
                partners[root] = static_cast<std::uint8_t>(std::min(partners[root] + 1, kMostPartners + 1));
            }
        }
        for (const ScoredPair& pair : open) {
            const std::uint32_t one = m_handles.identOf(pair.a);
            const std::uint32_t other = m_handles.identOf(pair.b);
            if (partners[m_clusters.root(one)] <= kMostPartners
                && partners[m_clusters.root(other)] <= kMostPartners) {
                m_review.add(one, other, keyOf(pair), pair.probability, ReviewPair::Reason::Likely);
            }
        }
    }

    /// What speaks loudest for the pair
    [[nodiscard]] KeyType keyOf(const ScoredPair& pair) const
    {
        switch (level(pair, kPhone)) {
        case Level::Equal:
        case Level::Alike:
            return KeyType::Phone;
        case Level::Near:
            return KeyType::MaskedPhone;
        case Level::Partial:
            return KeyType::PhoneTail;
        default:
            return KeyType::BirthDate;
        }
    }

    const HandleTable& m_handles;
    Clusters& m_clusters;
    ReviewList& m_review;
};

}  // namespace

bool findLikelyPairs(const IdentityInput& input, const IdentIndex& index, Clusters& clusters,
                     ReviewList& review, LikelyOutcome& outcome, Job& job)
{
    const HandleTable handles(input, index);
    return handles.table().rows() < kFewestRows || LikelyPairs(handles, clusters, review).run(outcome, job);
}

Result<LinkModel> handleModel(const HandleTable& handles, Job& job)
{
    const bool few = handles.table().rows() < kFewestRows;
    std::vector<RowPair> pairs;
    for (const BlockRule& rule : blockRules()) {
        addPairs(handles.table(), rule, pairs);
    }
    makeUnique(pairs);
    std::vector<Pattern> patterns;
    if (!comparePairs(handles.table(), pairs, patterns, job)) {
        return Error {.code = ErrorCode::Cancelled, .subject = "identities"};
    }
    Result<Estimate> estimate
        = estimateModel(handles.table(), few ? std::vector<BlockRule>() : trainingRules(),
                        countPatterns(patterns), estimateOptions(), job);
    return estimate ? Result<LinkModel>(estimate->model) : Result<LinkModel>(estimate.error());
}

}  // namespace meitrace
