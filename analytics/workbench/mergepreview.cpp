// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/mergepreview.h"

#include "analytics/customer/purchasefacts.h"
#include "analytics/workbench/audiencebook.h"
#include "models/pipeline/erasure.h"

#include <algorithm>

namespace meitrace {

namespace {

Result<Index> rowOf(const Snapshot& snapshot, const std::string& code)
{
    const Index customer = snapshot.findCustomer(code);
    return customer >= 0
        ? Result<Index>(customer)
        : Result<Index>(Error {.code = ErrorCode::NotFound, .subject = "customer", .value = code});
}

Status describe(Clinic& clinic, const Snapshot& snapshot, Index customer, MergeSide& side, Job& job)
{
    side.code = snapshot.customerCode(customer);
    const auto handles = handlesOf(clinic.workspace(), snapshot.frame().code[customer]);
    if (!handles) {
        return handles.error();
    }
    side.handles = static_cast<std::int64_t>(handles->size());
    const Result<CustomerTotals> totals = customerTotals(snapshot, customer, job);
    if (!totals) {
        return totals.error();
    }
    side.visits = totals->visits;
    side.spend = totals->spend;
    return Done {};
}

Status findAudiences(Clinic& clinic, Index a, Index b, MergePreview& preview, Job& job)
{
    const Result<std::vector<SavedAudience>> saved = savedAudiences(clinic, job);
    if (!saved) {
        return saved.error();
    }
    for (const SavedAudience& audience : *saved) {
        const Result<AudienceMembers> members = membersOfAudience(clinic, audience.name, kMissingDay, job);
        if (!members) {
            continue;  // a rule that no longer works has no members
        }
        const bool first = members->members.test(a);
        const bool second = members->members.test(b);
        if (first) {
            preview.a.audiences.push_back(audience.name);
        }
        if (second) {
            preview.b.audiences.push_back(audience.name);
        }
        if (first != second) {
            preview.audiencesOfOne.push_back(audience.name);
        }
    }
    return Done {};
}

std::vector<MergeConsent> consentsOfBoth(const Snapshot& snapshot, Index a, Index b)
{
    const auto left = consentsOf(snapshot, a);
    const auto right = consentsOf(snapshot, b);
    std::vector<ConsentRecord> both(left.begin(), left.end());
    both.insert(both.end(), right.begin(), right.end());
    const Millis until = snapshot.endOfDay(snapshot.frame().asOf);
    std::vector<MergeConsent> consents;
    for (const ConsentChannel channel : kReachChannels) {
        const ConsentQuestion question {.scope = ConsentScope::Marketing, .channel = channel};
        consents.push_back({.channel = channel,
                            .a = decideConsent(left, question, until).answer,
                            .b = decideConsent(right, question, until).answer,
                            .together = decideConsent(both, question, until).answer});
    }
    return consents;
}

}  // namespace

Result<MergePreview> previewOfMerge(Clinic& clinic, const std::string& a, const std::string& b, Job& job)
{
    const Result<SnapshotPtr> snapshot = clinic.snapshot(job);
    if (!snapshot) {
        return snapshot.error();
    }
    const Snapshot& people = **snapshot;
    const Result<Index> first = rowOf(people, a);
    const Result<Index> second = rowOf(people, b);
    if (!first || !second) {
        return first ? second.error() : first.error();
    }
    MergePreview preview;
    for (const Status& status :
         {describe(clinic, people, *first, preview.a, job), describe(clinic, people, *second, preview.b, job),
          findAudiences(clinic, *first, *second, preview, job), people.loadConsents(job)}) {
        if (!status) {
            return status.error();
        }
    }
    preview.consents = consentsOfBoth(people, *first, *second);
    Result<MergeOutlook> outlook = foreseeMerge(clinic.workspace(), a, b, job);
    if (!outlook) {
        return outlook.error();
    }
    preview.outlook = *std::move(outlook);
    return preview;
}

}  // namespace meitrace
