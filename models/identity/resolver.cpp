// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/resolver.h"

#include "models/identity/clusters.h"
#include "models/identity/keygroups.h"
#include "models/identity/likelypairs.h"
#include "models/identity/linker.h"
#include "models/identity/numbering.h"
#include "models/identity/reviewlist.h"
#include "models/identity/weakpairs.h"

#include <algorithm>

namespace meitrace {

namespace {

void reportLikely(const LikelyOutcome& likely, Resolution& resolution)
{
    resolution.model = likely.model ? toText(*likely.model) : std::string();
    resolution.autoMerges += static_cast<std::int64_t>(likely.merges.size());
    for (const LikelyMerge& merge : likely.merges) {
        for (const std::uint32_t ident : {merge.a, merge.b}) {
            IdentLink& link = resolution.links[ident];
            if (link.method == KeyType::Name && !link.manual) {
                link.method = KeyType::BirthDate;
                link.score = merge.probability;
            }
        }
    }
}

/// A large customer that people looked at is no question any more: they joined a handle to its first one.
/// With that handle counted as joined the customer grows large by another one, which is the same question.
void dropAnswered(const std::vector<IdentDecision>& decisions, std::vector<ReviewPair>& review)
{
    const auto answered = [&](const ReviewPair& pair) {
        return pair.reason == ReviewPair::Reason::LargeCluster
            && std::any_of(decisions.begin(), decisions.end(), [&](const IdentDecision& decision) {
                   return decision.what == IdentDecision::What::Merge
                       && std::min(decision.a, decision.b) == std::min(pair.a, pair.b);
               });
    };
    review.erase(std::remove_if(review.begin(), review.end(), answered), review.end());
}

}  // namespace

Result<Resolution> resolveIdentities(const IdentityInput& input, Job& job)
{
    const auto cancelled = [] { return Error {ErrorCode::Cancelled, "identities"}; };
    const IdentIndex index(input.idents);
    const KeyGroups groups = groupKeys(input, index);
    if (job.stopped()) {
        return cancelled();
    }
    job.progress(0.2);
    Clusters clusters(input, groups);
    ReviewList review;
    Linker linker(input, groups, clusters, review);
    linker.blockHubs();
    linker.decide(index);
    job.progress(0.3);
    if (!linker.link(job)) {
        return cancelled();
    }
    suggestWeakPairs(input, groups, clusters, review);
    if (job.stopped()) {
        return cancelled();
    }
    job.progress(0.85);
    LikelyOutcome likely;
    if (!findLikelyPairs(input, index, clusters, review, likely, job)) {
        return cancelled();
    }
    job.progress(0.95);
    Resolution resolution;
    numberCustomers(input, clusters, resolution);
    linker.report(resolution);
    reportLikely(likely, resolution);
    resolution.review = review.finish(clusters, input.idents);
    dropAnswered(input.decisions, resolution.review);
    job.progress(1.0);
    return resolution;
}

}  // namespace meitrace
