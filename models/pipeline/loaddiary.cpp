// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/loaddiary.h"

#include "models/base/platform.h"

#include <algorithm>

namespace meitrace {

namespace {

std::int64_t rowsOf(const ImportBatch& batch, RowFate fate)
{
    return batch.fates.counts()[static_cast<std::size_t>(fate)];
}

DiaryEntry entryFor(const ImportBatch& batch, DiaryAction action)
{
    DiaryEntry entry;
    entry.written = platform::now();
    entry.action = action;
    entry.batch = batch.id;
    entry.fileName = batch.fileName;
    entry.kind = batch.kind;
    entry.rowsRead = batch.rowsRead;
    entry.again = rowsOf(batch, RowFate::Duplicate);
    entry.aside = rowsOf(batch, RowFate::Quarantined);
    return entry;
}

}  // namespace

Result<LoadDiary> LoadDiary::begin(Workspace& workspace, const KindSpec& kind)
{
    Result<MonthFigures> before = Diary(workspace.database()).months(kind, workspace.zone());
    if (!before) {
        return before.error();
    }
    return LoadDiary(workspace, kind, *std::move(before));
}

Result<std::int64_t> LoadDiary::loaded(const ImportBatch& batch, const std::string& scope,
                                       DocumentChanges changes)
{
    std::sort(changes.again.begin(), changes.again.end());
    changes.again.erase(std::unique(changes.again.begin(), changes.again.end()), changes.again.end());
    const Result<std::int64_t> gone = vanished(batch, scope, changes);
    if (!gone) {
        return gone.error();
    }
    DiaryEntry entry = entryFor(batch, DiaryAction::Loaded);
    const bool documents = m_kind->target == KindTarget::Documents;
    entry.fresh = documents ? changes.fresh : rowsOf(batch, RowFate::Ok) + rowsOf(batch, RowFate::Fixed);
    entry.changed = static_cast<std::int64_t>(changes.superseded.size());
    entry.vanished = *gone;
    if (changes.first != kMissing) {
        entry.first = m_workspace->zone().dayOf(changes.first);
        entry.last = m_workspace->zone().dayOf(changes.last);
    }
    return write(std::move(entry));
}

Result<std::int64_t> LoadDiary::takenOut(const ImportBatch& batch)
{
    return write(entryFor(batch, DiaryAction::TakenOut));
}

Result<std::int64_t> LoadDiary::readAgain(std::int64_t rows)
{
    DiaryEntry entry;
    entry.written = platform::now();
    entry.action = DiaryAction::ReadAgain;
    entry.kind = m_kind->id;
    entry.rowsRead = rows;
    return write(std::move(entry));
}

Result<std::int64_t> LoadDiary::write(DiaryEntry entry)
{
    Diary diary(m_workspace->database());
    if (!m_before.empty()) {
        const Result<MonthFigures> after = diary.months(*m_kind, m_workspace->zone());
        if (!after) {
            return after.error();
        }
        entry.figures = movedFigures(m_before, *after);
    }
    return diary.add(entry);
}

Result<std::int64_t> LoadDiary::vanished(const ImportBatch& batch, const std::string& scope,
                                         const DocumentChanges& changes) const
{
    const auto again = static_cast<std::int64_t>(changes.again.size());
    const std::int64_t met = again + static_cast<std::int64_t>(changes.superseded.size());
    if (met == 0) {
        return 0;
    }
    const Result<std::vector<BatchHead>> heads = Batches(m_workspace->database()).heads();
    if (!heads) {
        return heads.error();
    }
    std::vector<std::int64_t> others;
    for (const BatchHead& head : *heads) {
        if (head.id == batch.id || head.kind != batch.kind) {
            continue;
        }
        const Result<Mapping> mapping = mappingFromJson(head.mapping, head.fileName);
        if (mapping && mapping->scope == scope) {
            others.push_back(head.id);
        }
    }
    Result<std::int64_t> there
        = Diary(m_workspace->database()).rowsBetween(*m_kind, others, changes.first, changes.last);
    if (!there) {
        return there;
    }
    // A file that knows fewer of the rows than it lacks is of another store or another choice of rows.
    const std::int64_t gone = *there - again;
    return gone <= met ? gone : 0;
}

}  // namespace meitrace
