// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/customerside.h"

#include "analytics/customer/purchasefacts.h"
#include "analytics/workbench/audiencebook.h"
#include "models/pipeline/erasure.h"

namespace meitrace {

namespace {

Status findAudiences(Clinic& clinic, Index customer, CustomerSide& side, Job& job)
{
    const Result<std::vector<SavedAudience>> saved = savedAudiences(clinic, job);
    if (!saved) {
        return saved.error();
    }
    for (const SavedAudience& audience : *saved) {
        const Result<AudienceMembers> members = membersOfAudience(clinic, audience.name, kMissingDay, job);
        if (members && members->members.test(customer)) {
            side.audiences.push_back(audience.name);
        }
    }
    return Done {};
}

}  // namespace

Result<CustomerSide> describeCustomer(Clinic& clinic, Index customer, Job& job)
{
    const Result<SnapshotPtr> snapshot = clinic.snapshot(job);
    if (!snapshot) {
        return snapshot.error();
    }
    const auto handles = handlesOf(clinic.workspace(), (*snapshot)->frame().code[customer]);
    const Result<CustomerTotals> totals = customerTotals(**snapshot, customer, job);
    if (!handles || !totals) {
        return handles ? totals.error() : handles.error();
    }
    CustomerSide side {.code = (*snapshot)->customerCode(customer),
                       .handles = static_cast<std::int64_t>(handles->size()),
                       .visits = totals->visits,
                       .spend = totals->spend,
                       .audiences = {}};
    const Status status = findAudiences(clinic, customer, side, job);
    return status ? Result<CustomerSide>(std::move(side)) : Result<CustomerSide>(status.error());
}

std::vector<ConsentAnswer> reachAnswers(const Snapshot& snapshot, std::span<const ConsentRecord> consents)
{
    const Millis until = snapshot.endOfDay(snapshot.frame().asOf);
    std::vector<ConsentAnswer> answers;
    for (const ConsentChannel channel : kReachChannels) {
        const ConsentQuestion question {.scope = ConsentScope::Marketing, .channel = channel};
        answers.push_back(decideConsent(consents, question, until).answer);
    }
    return answers;
}

}  // namespace meitrace
