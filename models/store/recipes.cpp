// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/recipes.h"

#include "models/store/rows.h"

namespace meitrace {

Result<std::vector<StoredRecipeStep>> Recipes::steps(std::uint8_t kind)
{
    Result<Statement> query = m_database.prepare(
        "SELECT step_id, kind, is_on, rule FROM recipe_step WHERE ?1 = 0 OR kind = ?1 ORDER BY position");
    if (!query) {
        return query.error();
    }
    query->bind(1, std::int64_t {kind});
    return readRows(*query, [](const Statement& row) {
        return StoredRecipeStep {.id = row.integer(0),
                                 .kind = static_cast<std::uint8_t>(row.integer(1)),
                                 .isOn = row.integer(2) != 0,
                                 .rule = std::string(row.text(3))};
    });
}

Result<std::vector<StoredRecipeStep>> Recipes::replace(std::vector<StoredRecipeStep> steps, Millis now)
{
    if (Status status = m_database.execute("DELETE FROM recipe_step"); !status) {
        return status.error();
    }
    Result<Statement> insert = m_database.prepare("INSERT INTO recipe_step(step_id, kind, position, is_on, "
                                                  "rule, written_ms) VALUES (?, ?, ?, ?, ?, ?)");
    if (!insert) {
        return insert.error();
    }
    std::int64_t position = 0;
    for (StoredRecipeStep& step : steps) {
        const Status status = insert->bindNumber(1, step.id == 0 ? kMissing : step.id)
                                  .bind(2, std::int64_t {step.kind})
                                  .bind(3, ++position)
                                  .bind(4, std::int64_t {step.isOn ? 1 : 0})
                                  .bind(5, step.rule)
                                  .bind(6, now)
                                  .run();
        if (!status) {
            return status.error();
        }
        step.id = m_database.lastInsertId();
    }
    return steps;
}

Status Recipes::addChanges(const std::vector<RecipeChange>& changes)
{
    Result<Statement> insert = m_database.prepare(
        "INSERT INTO recipe_change(batch_id, row_no, change_no, field, step_id, before, after) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)");
    if (!insert) {
        return insert.error();
    }
    std::int64_t number = 0;
    for (const RecipeChange& change : changes) {
        Status status = insert->bind(1, change.batch)
                            .bind(2, change.row)
                            .bind(3, number++)
                            .bind(4, change.field)
                            .bind(5, change.step)
                            .bind(6, change.before)
                            .bind(7, change.after)
                            .run();
        if (!status) {
            return status;
        }
    }
    return Done {};
}

Result<std::vector<RecipeChange>> Recipes::changes(std::int64_t step, std::int64_t limit)
{
    Result<Statement> query
        = m_database.prepare("SELECT batch_id, row_no, field, before, after FROM recipe_change "
                             "WHERE step_id = ? ORDER BY batch_id, row_no, change_no LIMIT ?");
    if (!query) {
        return query.error();
    }
    query->bind(1, step).bind(2, limit);
    return readRows(*query, [&](const Statement& row) {
        return RecipeChange {.batch = row.integer(0),
                             .row = row.integer(1),
                             .field = std::string(row.text(2)),
                             .step = step,
                             .before = std::string(row.text(3)),
                             .after = std::string(row.text(4))};
    });
}

Result<std::map<std::int64_t, std::int64_t>> Recipes::cellsByStep()
{
    std::map<std::int64_t, std::int64_t> cells;
    const Status status
        = forEachRow(m_database.prepare("SELECT step_id, count(*) FROM recipe_change GROUP BY step_id"),
                     [&](const Statement& row) { cells[row.integer(0)] = row.integer(1); });
    if (!status) {
        return status.error();
    }
    return cells;
}

}  // namespace meitrace
