// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/erasure.h"

#include "models/identity/names.h"
#include "models/pipeline/derived.h"
#include "models/pipeline/erasedrules.h"
#include "models/store/identities.h"
#include "models/store/personremoval.h"
#include "models/store/rows.h"

#include <algorithm>
#include <numeric>

namespace meitrace {

namespace {

/// Everything that is erased in one go, inside a transaction.
class Erasure {
public:
    Erasure(Workspace& workspace, Job& job)
        : m_workspace(workspace)
        , m_batches(workspace.database())
        , m_job(job)
    {
    }

    /// idents: ascending. batch 0 = look through every batch.
    Status run(const std::vector<std::uint32_t>& idents, const PersonTraces& traces, std::int64_t batch)
    {
        PersonRemoval removal(m_workspace.database(), idents);
        if (Status status = removal.run(m_job); !status) {
            return status;
        }
        report.handles = static_cast<std::int64_t>(idents.size());
        report.events = removal.events();
        report.documents = removal.documents();
        m_stored = removal.rows();
        const Result<std::vector<std::int64_t>> numbers = batch != 0
            ? Result<std::vector<std::int64_t>>(std::vector<std::int64_t> {batch})
            : m_batches.numbers();
        if (!numbers) {
            return numbers.error();
        }
        for (const std::int64_t number : *numbers) {
            if (Status status = eraseRows(number, traces); !status) {
                return status;
            }
        }
        return forgetInRules(m_workspace, traces.longKeys);
    }

    ErasureReport report;

private:
    Status eraseRows(std::int64_t number, const PersonTraces& traces)
    {
        Result<ImportBatch> batch = m_batches.find(number);
        if (!batch) {
            return batch.error();
        }
        std::set<std::int64_t>& rows = m_stored[number];
        const Result<PersonRows> found = findPersonRows(m_workspace, *batch, traces, rows, m_job);
        if (!found) {
            return found.error();
        }
        rows.insert(found->rows.begin(), found->rows.end());
        report.mentions += static_cast<std::int64_t>(found->mentions.size());
        if (rows.empty() && found->mentions.empty()) {
            return Done {};
        }
        for (const std::int64_t row : rows) {
            report.quarantined += batch->fates.at(row) == RowFate::Quarantined ? 1 : 0;
            batch->fates.change(row, RowFate::Erased);
        }
        if (!rows.empty()) {
            report.rows[number] = static_cast<std::int64_t>(rows.size());
        }
        Status status = m_batches.saveFates(number, batch->fates);
        if (status && !found->withoutHer.empty()) {
            status = replaceOriginal(m_workspace, *batch, found->withoutHer);
        }
        return status ? cleanQuarantine(number, rows, found->mentions) : status;
    }

    Status cleanQuarantine(std::int64_t batch, const std::set<std::int64_t>& rows,
                           const std::set<std::int64_t>& mentions)
    {
        Database& database = m_workspace.database();
        using Numbers = const std::set<std::int64_t>*;
        constexpr const char* kForget = "DELETE FROM recipe_change WHERE batch_id = ? AND row_no = ?";
        for (const auto& [sql, numbers] : std::initializer_list<std::pair<const char*, Numbers>> {
                 {"DELETE FROM quarantine WHERE batch_id = ? AND row_no = ?", &rows},
                 {"UPDATE quarantine SET value = '', suggestion = '' WHERE batch_id = ? AND row_no = ?",
                  &mentions},
                 {kForget, &rows},
                 {kForget, &mentions}}) {
            Result<Statement> statement = database.prepare(sql);
            Status status = statement ? Status(Done {}) : Status(statement.error());
            for (auto row = numbers->begin(); status && row != numbers->end(); ++row) {
                status = statement->bind(1, batch).bind(2, *row).run();
            }
            if (!status) {
                return status;
            }
        }
        return Done {};
    }

    Workspace& m_workspace;
    Batches m_batches;
    Job& m_job;
    std::map<std::int64_t, std::set<std::int64_t>> m_stored;
};

Result<std::int64_t> countOf(Database& database, const std::string& sql)
{
    const auto count = database.queryInteger(sql);
    return count ? Result<std::int64_t>(count->value_or(0)) : Result<std::int64_t>(count.error());
}

std::vector<std::pair<KeyType, std::string>> keysToRemember(const std::vector<Identities::Key>& keys,
                                                            const PersonTraces& traces)
{
    std::vector<std::pair<KeyType, std::string>> remembered;
    for (const Identities::Key& key : keys) {
        const bool name = key.type == KeyType::Name && isFullName(key.value);
        if (name || traces.own.contains(keyText(key.type, key.value))) {
            remembered.emplace_back(key.type, key.value);
        }
    }
    return remembered;
}

Result<ErasureReport> eraseInside(Workspace& workspace, std::uint32_t customer,
                                  const std::vector<std::uint32_t>& idents, Job& job)
{
    Database& database = workspace.database();
    const Result<std::vector<Identities::Key>> keys = Identities(database).keysOf(idents);
    Result<PersonTraces> traces = tracesOf(workspace, idents);
    if (!keys || !traces) {
        return keys ? traces.error() : keys.error();
    }
    const std::string number = std::to_string(customer);
    const auto attributes
        = countOf(database,
                  "SELECT count(*) FROM ident_attribute WHERE ident_id IN (SELECT ident_id FROM "
                  "ident_customer WHERE customer = "
                      + number + ")");
    const auto audiences
        = countOf(database, "SELECT count(*) FROM audience_member WHERE customer = " + number);
    if (!attributes || !audiences) {
        return attributes ? audiences.error() : attributes.error();
    }
    Erasure erasure(workspace, job);
    if (Status status = erasure.run(idents, *traces, 0); !status) {
        return status.error();
    }
    ErasureReport& report = erasure.report;
    report.customer = customer;
    report.keys = static_cast<std::int64_t>(keys->size());
    report.attributes = *attributes;
    report.audiences = *audiences;
    const Result<std::int64_t> made = Tombstones(workspace).add(
        customer, report.rowCount(), {traces->natives.begin(), traces->natives.end()},
        keysToRemember(*keys, *traces));
    if (!made) {
        return made.error();
    }
    report.number = *made;
    if (Status status = workspace.setNumber(kTracesLeft, 1); !status) {
        return status.error();
    }
    const Result<std::int64_t> version = workspace.increment("data_version");
    Status status = version
        ? workspace.audit("erase", "erasure " + std::to_string(report.number),
                          "rows " + std::to_string(report.rowCount()) + ", handles "
                              + std::to_string(report.handles) + ", events " + std::to_string(report.events))
        : Status(version.error());
    if (status) {
        status = deriveAll(workspace, job);
    }
    return status ? Result<ErasureReport>(std::move(report)) : Result<ErasureReport>(status.error());
}

/// Handles that the batch brought (0 = any batch) and that belong to people erased earlier, ascending.
Result<std::vector<std::uint32_t>> erasedHandles(Workspace& workspace, const Tombstones& tombstones,
                                                 std::int64_t batch)
{
    Result<Statement> query = workspace.database().prepare(
        std::string("SELECT k.ident_id, k.key_type, k.value, i.native FROM ident_key k JOIN ident i USING "
                    "(ident_id) ")
        + (batch != 0 ? "WHERE k.batch_id = ? " : "") + "ORDER BY k.ident_id");
    if (!query) {
        return query.error();
    }
    if (batch != 0) {
        query->bind(1, batch);
    }
    std::vector<std::uint32_t> erased;
    Tombstones::Person person;
    std::uint32_t ident = 0;
    const auto decide = [&] {
        if (ident != 0 && tombstones.covers(person)) {
            erased.push_back(ident);
        }
    };
    while (true) {
        const Result<bool> row = query->step();
        if (!row) {
            return row.error();
        }
        const auto next = *row ? static_cast<std::uint32_t>(query->integer(0)) : 0U;
        if (next != ident) {
            decide();
            ident = next;
            person = {};
        }
        if (!*row) {
            return erased;
        }
        person.native = query->text(3);
        const auto type = static_cast<KeyType>(query->integer(1));
        if (type != KeyType::Name || isFullName(query->text(2))) {
            person.keys.emplace_back(type, query->text(2));
        }
    }
}

Result<std::int64_t> peopleOf(Database& database, const std::vector<std::uint32_t>& idents)
{
    std::set<std::int64_t> customers;
    const Status status = forEachRow(database.prepare("SELECT ident_id, customer FROM ident_customer"),
                                     [&](const Statement& row) {
                                         if (std::binary_search(idents.begin(), idents.end(),
                                                                static_cast<std::uint32_t>(row.integer(0)))) {
                                             customers.insert(row.integer(1));
                                         }
                                     });
    return status ? Result<std::int64_t>(static_cast<std::int64_t>(customers.size()))
                  : Result<std::int64_t>(status.error());
}

Result<ErasedAgain> eraseAgainInside(Workspace& restored, Workspace& other, const Tombstones& tombstones,
                                     const std::vector<std::uint32_t>& idents, Job& job)
{
    Result<PersonTraces> traces = tracesOf(restored, idents);
    const Result<std::vector<Identities::Key>> keys = Identities(restored.database()).keysOf(idents);
    const Result<std::int64_t> people = peopleOf(restored.database(), idents);
    if (!traces || !keys || !people) {
        return !traces ? traces.error() : (!keys ? keys.error() : people.error());
    }
    traces->tombstones = &tombstones;
    Erasure erasure(restored, job);
    if (Status status = erasure.run(idents, *traces, 0); !status) {
        return status.error();
    }
    ErasedAgain again {.people = *people, .rows = erasure.report.rowCount()};
    Tombstones own(restored);
    const Result<bool> adopted = own.adopt(other);
    if (!adopted) {
        return adopted.error();
    }
    if (!*adopted) {
        const auto made = own.add(0, again.rows, {traces->natives.begin(), traces->natives.end()},
                                  keysToRemember(*keys, *traces));
        if (!made) {
            return made.error();
        }
    }
    Status status
        = restored.audit("erase", "restore",
                         "people " + std::to_string(again.people) + ", rows " + std::to_string(again.rows));
    if (status) {
        status = restored.setNumber(kTracesLeft, 1);
    }
    const Result<std::int64_t> version = restored.increment("data_version");
    if (status) {
        status = version ? deriveAll(restored, job) : Status(version.error());
    }
    return status ? Result<ErasedAgain>(again) : Result<ErasedAgain>(status.error());
}

}  // namespace

std::int64_t ErasureReport::rowCount() const
{
    return std::accumulate(rows.begin(), rows.end(), std::int64_t {0},
                           [](std::int64_t sum, const auto& batch) { return sum + batch.second; });
}

Result<ErasureReport> eraseCustomer(Workspace& workspace, std::uint32_t customer, bool trial, Job& job)
{
    const Result<std::vector<std::uint32_t>> idents = handlesOf(workspace, customer);
    if (!idents) {
        return idents.error();
    }
    const Result<PersonTraces> traces = tracesOf(workspace, *idents);
    if (!traces) {
        return traces.error();
    }
    workspace.database().watch(&job);
    Result<ErasureReport> report = [&]() -> Result<ErasureReport> {
        Result<Transaction> transaction = Transaction::begin(workspace.database());
        if (!transaction) {
            return transaction.error();
        }
        Result<ErasureReport> erased = eraseInside(workspace, customer, *idents, job);
        if (!erased || trial) {
            return erased;
        }
        const Status status = transaction->commit();
        return status ? std::move(erased) : Result<ErasureReport>(status.error());
    }();
    workspace.database().watch(nullptr);
    if (!report) {
        return report;
    }
    if (trial) {
        report->number = 0;
        return report;
    }
    if (!proveErasure(workspace, traces->longKeys, *report)) {
        // She is erased, that is committed. What could not be cleared now is cleared at the next opening.
        report->logCleared = false;
    }
    return report;
}

Status leaveErasedOut(Workspace& workspace, FileReport& report, Job& job)
{
    Tombstones tombstones(workspace);
    if (Status status = tombstones.load(); !status) {
        return status;
    }
    if (tombstones.isEmpty()) {
        return Done {};
    }
    const Result<ImportBatch> loaded = Batches(workspace.database()).find(report.batch);
    const Result<std::vector<std::uint32_t>> idents = erasedHandles(workspace, tombstones, report.batch);
    if (!loaded || !idents) {
        return loaded ? idents.error() : loaded.error();
    }
    const auto counts = loaded->fates.counts();
    const bool unread = counts[static_cast<std::size_t>(RowFate::Quarantined)]
            + counts[static_cast<std::size_t>(RowFate::Skipped)]
        > 0;
    if (idents->empty() && !unread) {
        return Done {};
    }
    Result<PersonTraces> traces = tracesOf(workspace, *idents);
    if (!traces) {
        return traces.error();
    }
    traces->tombstones = &tombstones;
    Erasure erasure(workspace, job);
    Status status = erasure.run(*idents, *traces, report.batch);
    const Result<ImportBatch> now = Batches(workspace.database()).find(report.batch);
    if (status && !now) {
        status = now.error();
    }
    if (status) {
        report.fates = now->fates.counts();
        if (report.fates[static_cast<std::size_t>(RowFate::Erased)] > 0) {
            status = workspace.setNumber(kTracesLeft, 1);
        }
    }
    return status;
}

Result<ErasedAgain> eraseAgain(Workspace& restored, Workspace& other, Job& job)
{
    Tombstones tombstones(other);
    const Result<bool> same = isSameOrigin(restored, other);
    Status status = tombstones.load();
    if (!status || !same) {
        return status ? same.error() : status.error();
    }
    if (tombstones.isEmpty() || !*same) {
        return ErasedAgain {};
    }
    Result<Transaction> transaction = Transaction::begin(restored.database());
    const Result<std::vector<std::uint32_t>> idents = erasedHandles(restored, tombstones, 0);
    if (!transaction || !idents) {
        return transaction ? idents.error() : transaction.error();
    }
    Result<ErasedAgain> again = eraseAgainInside(restored, other, tombstones, *idents, job);
    if (again) {
        status = transaction->commit();
    }
    if (!again || !status) {
        return again ? status.error() : again;
    }
    const Result<bool> cleared = clearTraces(restored);
    return cleared ? std::move(again) : Result<ErasedAgain>(cleared.error());
}

}  // namespace meitrace
