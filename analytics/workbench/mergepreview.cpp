// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/mergepreview.h"

#include "analytics/workbench/audiencebook.h"

#include <algorithm>
#include <iterator>

namespace meitrace {

namespace {

Result<Index> rowOf(const Snapshot& snapshot, const std::string& code)
{
    const Index customer = snapshot.findCustomer(code);
    return customer >= 0
        ? Result<Index>(customer)
        : Result<Index>(Error {.code = ErrorCode::NotFound, .subject = "customer", .value = code});
}

std::vector<MergeConsent> consentsOfBoth(const Snapshot& snapshot, Index a, Index b)
{
    const auto left = consentsOf(snapshot, a);
    const auto right = consentsOf(snapshot, b);
    std::vector<ConsentRecord> both(left.begin(), left.end());
    both.insert(both.end(), right.begin(), right.end());
    const auto ofLeft = reachAnswers(snapshot, left);
    const auto ofRight = reachAnswers(snapshot, right);
    const auto together = reachAnswers(snapshot, both);
    std::vector<MergeConsent> consents;
    for (std::size_t i = 0; i < kReachChannels.size(); ++i) {
        consents.push_back(
            {.channel = kReachChannels[i], .a = ofLeft[i], .b = ofRight[i], .together = together[i]});
    }
    return consents;
}

/// Names that stand in one of two lists only
std::vector<std::string> inOneOnly(const std::vector<std::string>& a, const std::vector<std::string>& b)
{
    std::vector<std::string> names;
    const auto lacks = [](const std::vector<std::string>& list) {
        return [&list](const std::string& name) {
            return std::find(list.begin(), list.end(), name) == list.end();
        };
    };
    std::copy_if(a.begin(), a.end(), std::back_inserter(names), lacks(b));
    std::copy_if(b.begin(), b.end(), std::back_inserter(names), lacks(a));
    return names;
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
    Result<CustomerSide> left = describeCustomer(clinic, *first, job);
    Result<CustomerSide> right = describeCustomer(clinic, *second, job);
    const Status consents = people.loadConsents(job);
    if (!left || !right || !consents) {
        return !left ? left.error() : (!right ? right.error() : consents.error());
    }
    MergePreview preview;
    preview.a = *std::move(left);
    preview.b = *std::move(right);
    preview.consents = consentsOfBoth(people, *first, *second);
    preview.audiencesOfOne = inOneOnly(preview.a.audiences, preview.b.audiences);
    Result<MergeOutlook> outlook = foreseeMerge(clinic.workspace(), a, b, job);
    if (!outlook) {
        return outlook.error();
    }
    preview.outlook = *std::move(outlook);
    return preview;
}

}  // namespace meitrace
