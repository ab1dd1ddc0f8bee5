// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/importeffect.h"

#include "models/store/diary.h"

#include <algorithm>
#include <set>

namespace meitrace {

Result<DataState> dataState(Workspace& workspace)
{
    Database& database = workspace.database();
    const Result<ResolutionReport> people = resolutionState(workspace);
    const auto phones
        = database.queryInteger("SELECT count(DISTINCT c.customer) FROM ident_key k JOIN ident_customer c "
                                "ON c.ident_id = k.ident_id WHERE k.key_type = "
                                + std::to_string(static_cast<int>(KeyType::Phone)));
    const auto problems = database.queryInteger("SELECT count(*) FROM quarantine WHERE mended_by = 0");
    if (!people || !phones || !problems) {
        return !people ? people.error() : phones ? problems.error() : phones.error();
    }
    return DataState {.customers = people->known,
                      .withPhone = phones->value_or(0),
                      .merges = people->autoMerges,
                      .review = people->review,
                      .problems = problems->value_or(0)};
}

Result<ImportEffect> importEffect(Workspace& workspace, const DataState& before, const ImportReport& report)
{
    Result<DataState> after = dataState(workspace);
    if (!after) {
        return after.error();
    }
    ImportEffect effect {.before = before, .after = *after};
    std::set<std::int64_t> entries;
    for (const FileReport& file : report.files) {
        if (file.alreadyLoaded) {
            continue;
        }
        ++effect.files;
        effect.rows += file.rowsRead;
        effect.duplicates += file.fates[static_cast<std::size_t>(RowFate::Duplicate)];
        effect.totals += static_cast<std::int64_t>(file.totals.size());
        effect.differing += std::count_if(file.totals.begin(), file.totals.end(),
                                          [](const FileTotal& total) { return total.difference() != 0; });
        entries.insert(file.diaryEntry);
    }
    const auto diary = Diary(workspace.database()).entries(static_cast<std::int64_t>(entries.size()));
    if (!diary) {
        return diary.error();
    }
    std::set<std::pair<std::uint8_t, Day>> months;
    for (const DiaryEntry& entry : *diary) {
        if (entries.contains(entry.id)) {
            for (const DiaryFigure& figure : entry.figures) {
                months.emplace(entry.kind, figure.month);
            }
        }
    }
    effect.movedMonths = static_cast<std::int64_t>(months.size());
    return effect;
}

}  // namespace meitrace
