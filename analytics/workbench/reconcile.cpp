// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/reconcile.h"

#include "analytics/workbench/decisions.h"
#include "models/store/batches.h"

#include <algorithm>

namespace meitrace {

std::int64_t ReconcileReport::totals() const
{
    std::int64_t count = 0;
    for (const FileReconciliation& file : files) {
        count += static_cast<std::int64_t>(file.totals.size());
    }
    return count;
}

std::int64_t ReconcileReport::differences() const
{
    auto count = static_cast<std::int64_t>(cards.differences.size());
    for (const FileReconciliation& file : files) {
        count += std::count_if(file.totals.begin(), file.totals.end(),
                               [](const FileTotal& total) { return total.difference() != 0; });
    }
    return count;
}

Result<ReconcileReport> reconcile(Clinic& clinic, Job& job)
{
    Database& database = clinic.workspace().database();
    Result<std::vector<BatchHead>> batches = Batches(database).heads();
    const Result<std::int64_t> version = clinic.workspace().number("data_version");
    if (!batches || !version) {
        return batches ? version.error() : batches.error();
    }
    ReconcileReport report;
    report.dataVersion = *version;
    Reconciliation reconciliation(database);
    std::reverse(batches->begin(), batches->end());
    for (const BatchHead& batch : *batches) {
        if (job.stopped()) {
            return Error {.code = ErrorCode::Cancelled};
        }
        Result<std::vector<FileTotal>> totals = reconciliation.totals(batch.id);
        if (!totals) {
            return totals.error();
        }
        if (totals->empty()) {
            ++report.filesWithout;
            continue;
        }
        report.files.push_back(
            {.batch = batch.id, .file = batch.fileName, .kind = batch.kind, .totals = *std::move(totals)});
    }
    Result<CardCheck> cards = reconciliation.cards();
    if (!cards) {
        return cards.error();
    }
    report.cards = *std::move(cards);
    for (const CardDifference& card : report.cards.differences) {
        report.customers.push_back(card.customer == 0 ? std::string() : codeOfCustomer(card.customer));
    }
    return report;
}

Result<std::vector<DiaryEntry>> readDiary(Clinic& clinic, std::int64_t limit)
{
    return Diary(clinic.workspace().database()).entries(limit);
}

}  // namespace meitrace
