// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/decisionpreview.h"

#include "analytics/workbench/erasing.h"
#include "models/base/temporaryfolder.h"
#include "models/pipeline/erasure.h"
#include "models/store/rows.h"

#include <algorithm>
#include <set>

namespace meitrace {

namespace {

Result<CustomerPart> partOf(Clinic& clinic, const std::string& code, Job& job)
{
    const Result<SnapshotPtr> snapshot = clinic.snapshot(job);
    if (!snapshot) {
        return snapshot.error();
    }
    const Index customer = (*snapshot)->findCustomer(code);
    auto idents = handlesOf(clinic.workspace(), customerNumber(code));
    if (customer < 0 || !idents) {
        return Error {.code = ErrorCode::NotFound, .subject = "customer", .value = code};
    }
    Result<CustomerSide> side = describeCustomer(clinic, customer, job);
    const Status consents = (*snapshot)->loadConsents(job);
    if (!side || !consents) {
        return side ? consents.error() : side.error();
    }
    return CustomerPart {.side = *std::move(side),
                         .idents = *std::move(idents),
                         .answers = reachAnswers(**snapshot, consentsOf(**snapshot, customer))};
}

/// Codes of the customers that these handles belong to, the one that was there before first.
Result<std::vector<std::string>> codesOf(Workspace& workspace, const std::vector<std::uint32_t>& idents,
                                         const std::string& before)
{
    std::set<std::uint32_t> wanted(idents.begin(), idents.end());
    std::set<std::string> codes;
    const Status status = forEachRow(
        workspace.database().prepare("SELECT ident_id, customer FROM ident_customer ORDER BY ident_id"),
        [&](const Statement& row) {
            if (wanted.contains(static_cast<std::uint32_t>(row.integer(0)))) {
                codes.insert(codeOfCustomer(static_cast<std::uint32_t>(row.integer(1))));
            }
        });
    if (!status) {
        return status.error();
    }
    std::vector<std::string> sorted(codes.begin(), codes.end());
    std::stable_partition(sorted.begin(), sorted.end(),
                          [&before](const std::string& code) { return code == before; });
    return sorted;
}

Status addParts(Clinic& clinic, const std::vector<std::string>& codes, std::vector<CustomerPart>& parts,
                Job& job)
{
    for (const std::string& code : codes) {
        Result<CustomerPart> part = partOf(clinic, code, job);
        if (!part) {
            return part.error();
        }
        parts.push_back(*std::move(part));
    }
    return Done {};
}

/// codes: whom the decision concerns.  decide(workspace): takes it
template <typename Decide>
Result<DecisionPreview> tryOut(Clinic& clinic, const std::vector<std::string>& codes, Decide decide, Job& job)
{
    DecisionPreview preview;
    const Status known = addParts(clinic, codes, preview.before, job);
    const Result<ResolutionReport> stands = resolutionState(clinic.workspace());
    const Result<TemporaryFolder> folder = TemporaryFolder::make();
    if (!known || !stands || !folder) {
        return !known ? known.error() : (!stands ? stands.error() : folder.error());
    }
    const std::string copy = folder->path("tried.meitrace");
    if (Status status = clinic.workspace().backup(copy, job); !status) {
        return status.error();
    }
    Result<Clinic> tried = Clinic::forWriting(copy, job);
    if (!tried) {
        return tried.error();
    }
    const Result<ResolutionReport> decided = decide(tried->workspace());
    if (!decided) {
        return decided.error();
    }
    preview.customers = decided->customers - stands->customers;
    preview.review = decided->review - stands->review;
    std::vector<std::uint32_t> idents;
    for (const CustomerPart& part : preview.before) {
        idents.insert(idents.end(), part.idents.begin(), part.idents.end());
    }
    const auto after = codesOf(tried->workspace(), idents, codes.front());
    if (!after) {
        return after.error();
    }
    const Status status = addParts(*tried, *after, preview.after, job);
    return status ? Result<DecisionPreview>(std::move(preview)) : Result<DecisionPreview>(status.error());
}

}  // namespace

Result<DecisionPreview> previewOfMerge(Clinic& clinic, const std::string& a, const std::string& b, Job& job)
{
    return tryOut(
        clinic, {a, b},
        [&](Workspace& workspace) -> Result<ResolutionReport> {
            return mergeCustomers(workspace, a, b, job);
        },
        job);
}

Result<DecisionPreview> previewOfSplit(Clinic& clinic, const std::string& code,
                                       const std::vector<std::uint32_t>& idents, Job& job)
{
    return tryOut(
        clinic, {code},
        [&](Workspace& workspace) -> Result<ResolutionReport> {
            const Result<Decision> decision = splitCustomer(workspace, code, idents, job);
            return decision ? Result<ResolutionReport>(decision->report)
                            : Result<ResolutionReport>(decision.error());
        },
        job);
}

}  // namespace meitrace
