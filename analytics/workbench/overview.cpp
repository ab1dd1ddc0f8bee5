// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/overview.h"

#include "models/store/documents.h"
#include "models/store/identities.h"
#include "models/store/rows.h"

#include <algorithm>

namespace meitrace {

Result<Overview> overviewOf(Clinic& clinic, Job& job)
{
    Overview overview;
    const Result<SnapshotPtr> snapshot = clinic.snapshot(job);
    if (!snapshot) {
        return snapshot.error();
    }
    if (Status status = (*snapshot)->load({EventField::Type}, job); !status) {
        return status.error();
    }
    Workspace& workspace = clinic.workspace();
    overview.customers = (*snapshot)->known().count();
    overview.anonymous = (*snapshot)->customers() - overview.customers;
    overview.events = (*snapshot)->events();
    const Dictionary& types = (*snapshot)->dictionary(EventField::Type);
    std::vector<Index> counts(types.size());
    const Column<std::uint16_t>& type = (*snapshot)->type();
    for (Index i = 0; i < type.size(); ++i) {
        ++counts[type[i]];
    }
    for (std::uint32_t code = 0; code < types.size(); ++code) {
        if (counts[code] > 0) {
            overview.eventsByType.emplace_back(types.text(code), counts[code]);
        }
    }
    std::stable_sort(overview.eventsByType.begin(), overview.eventsByType.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    for (const KindSpec& kind : kinds()) {
        if (kind.target == KindTarget::Documents) {
            const Result<std::int64_t> rows = Documents(workspace.database(), kind).count();
            if (!rows) {
                return rows.error();
            }
            overview.documents.emplace_back(kind.table, *rows);
        }
    }
    Result<std::vector<ImportBatch>> batches = Batches(workspace.database()).all();
    const Result<std::vector<QuarantineEntry>> open = Batches(workspace.database()).quarantine(0, true);
    const Result<std::int64_t> idents = Identities(workspace.database()).count();
    if (!batches || !open || !idents) {
        return !batches ? batches.error() : (!open ? open.error() : idents.error());
    }
    overview.batches = std::move(*batches);
    overview.quarantineOpen = static_cast<std::int64_t>(open->size());
    overview.idents = *idents;
    overview.from = (*snapshot)->frame().firstDay;
    overview.to = (*snapshot)->frame().asOf;
    overview.fileBytes = platform::fileSize(workspace.path());
    overview.dataVersion = (*snapshot)->frame().dataVersion;
    return overview;
}

Result<std::vector<AuditLine>> auditLog(Workspace& workspace)
{
    return readRows(
        workspace.database().prepare("SELECT at_ms, action, object, detail FROM audit_log ORDER BY audit_id"),
        [&](const Statement& row) {
            return AuditLine {.time = workspace.zone().isoTime(row.integer(0)),
                              .action = std::string(row.text(1)),
                              .object = std::string(row.text(2)),
                              .detail = std::string(row.text(3))};
        });
}

Result<std::vector<QuarantineEntry>> openQuarantine(Workspace& workspace)
{
    return Batches(workspace.database()).quarantine(0, true);
}

}  // namespace meitrace
