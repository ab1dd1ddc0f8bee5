// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/resolver.h"

#include "models/identity/clusters.h"
#include "models/identity/keygroups.h"
#include "models/identity/linker.h"
#include "models/identity/numbering.h"
#include "models/identity/reviewlist.h"
#include "models/identity/weakpairs.h"

namespace meitrace {

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
    job.progress(0.9);
    Resolution resolution;
    numberCustomers(input, clusters, resolution);
    linker.report(resolution);
    resolution.review = review.finish(clusters, input.idents);
    job.progress(1.0);
    return resolution;
}

}  // namespace meitrace
