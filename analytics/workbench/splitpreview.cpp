// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/splitpreview.h"

#include "analytics/workbench/erasing.h"
#include "models/pipeline/erasure.h"
#include "models/store/rows.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace meitrace {

namespace {

/// A folder that is gone with everything in it when this ends.
class ShortLived {
public:
    explicit ShortLived(std::string folder)
        : m_folder(std::move(folder))
    {
    }
    ShortLived(const ShortLived&) = delete;
    ShortLived& operator=(const ShortLived&) = delete;
    ~ShortLived()
    {
        std::error_code ignored;
        std::filesystem::remove_all(std::filesystem::path(m_folder), ignored);
    }
    [[nodiscard]] std::string path(const char* name) const { return m_folder + "/" + name; }

private:
    std::string m_folder;
};

Result<SplitPart> partOf(Clinic& clinic, const std::string& code, Job& job)
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
    return SplitPart {.side = *std::move(side),
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
            if (wanted.count(static_cast<std::uint32_t>(row.integer(0))) > 0) {
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

}  // namespace

Result<SplitPreview> previewOfSplit(Clinic& clinic, const std::string& code,
                                    const std::vector<std::uint32_t>& idents, Job& job)
{
    Result<SplitPart> before = partOf(clinic, code, job);
    const Result<ResolutionReport> stands = resolutionState(clinic.workspace());
    const Result<std::string> folder = platform::makeTemporaryFolder();
    if (!before || !stands || !folder) {
        return !before ? before.error() : (!stands ? stands.error() : folder.error());
    }
    const ShortLived place(*folder);
    const std::string copy = place.path("split.meitrace");
    if (Status status = clinic.workspace().backup(copy, job); !status) {
        return status.error();
    }
    Result<Clinic> tried = Clinic::forWriting(copy, job);
    if (!tried) {
        return tried.error();
    }
    const Result<Decision> split = splitCustomer(tried->workspace(), code, idents, job);
    if (!split) {
        return split.error();
    }
    SplitPreview preview {
        .before = *std::move(before), .parts = {}, .review = split->report.review - stands->review};
    const auto codes = codesOf(tried->workspace(), preview.before.idents, code);
    if (!codes) {
        return codes.error();
    }
    for (const std::string& each : *codes) {
        Result<SplitPart> part = partOf(*tried, each, job);
        if (!part) {
            return part.error();
        }
        preview.parts.push_back(*std::move(part));
    }
    return preview;
}

}  // namespace meitrace
