// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/presetchange.h"

#include "models/store/rows.h"

#include <algorithm>

namespace meitrace {

namespace {

std::vector<PresetRow> onlyIn(const std::vector<PresetRow>& rows, const std::vector<PresetRow>& others)
{
    std::vector<PresetRow> left;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(left), [&others](const PresetRow& row) {
        return std::find(others.begin(), others.end(), row) == others.end();
    });
    return left;
}

}  // namespace

Result<std::vector<PresetRow>> presetRows(Workspace& workspace)
{
    return readRows(
        workspace.database().prepare("SELECT name, signature, mapping, used_ms FROM preset ORDER BY name"),
        [](const Statement& row) {
            return PresetRow {std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2)),
                              row.integer(3)};
        });
}

PresetChange presetChange(const std::vector<PresetRow>& before, const std::vector<PresetRow>& after)
{
    return {onlyIn(before, after), onlyIn(after, before)};
}

Status takeBack(Workspace& workspace, const PresetChange& change)
{
    Database& database = workspace.database();
    Result<Transaction> transaction = Transaction::begin(database);
    Result<Statement> remove = database.prepare("DELETE FROM preset WHERE name = ? OR signature = ?");
    Result<Statement> put
        = database.prepare("INSERT INTO preset(name, signature, mapping, used_ms) VALUES (?, ?, ?, ?)");
    if (!transaction || !remove || !put) {
        return !transaction ? transaction.error() : (remove ? put.error() : remove.error());
    }
    for (const PresetRow& row : change.after) {
        if (Status status = remove->bind(1, row.name).bind(2, row.signature).run(); !status) {
            return status;
        }
    }
    for (const PresetRow& row : change.before) {
        Status status = remove->bind(1, row.name).bind(2, row.signature).run();
        status = status
            ? put->bind(1, row.name).bind(2, row.signature).bind(3, row.mapping).bind(4, row.usedAt).run()
            : status;
        if (!status) {
            return status;
        }
    }
    return transaction->commit();
}

}  // namespace meitrace
