// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers, audit lines, backup and verification of an open workspace.
#include "models/store/verification.h"
#include "models/store/workspace.h"

#include <sqlite3.h>

#include <array>
#include <filesystem>

namespace meitrace {

namespace {

/// Counts that must be 0 in a sound workspace, each with the finding it stands for.
struct Invariant {
    const char* sql;
    const char* finding;
};

constexpr std::array<Invariant, 6> kInvariants {{
    {"SELECT count(*) FROM ident_key k LEFT JOIN ident i USING (ident_id) WHERE i.ident_id IS NULL",
     "a key without its handle"},
    {"SELECT count(*) FROM ident_customer c LEFT JOIN ident i USING (ident_id) WHERE i.ident_id IS NULL",
     "a link without its handle"},
    {"SELECT count(*) FROM ident i LEFT JOIN ident_key k USING (ident_id) WHERE k.ident_id IS NULL AND "
     "ident_id NOT IN (SELECT a_ident FROM identity_decision UNION SELECT b_ident FROM identity_decision)",
     "a handle without any key"},
    {"SELECT count(*) FROM quarantine q LEFT JOIN import_batch b USING (batch_id) WHERE b.batch_id IS NULL",
     "a quarantined row without its batch"},
    {"SELECT count(*) FROM event_chunk c LEFT JOIN event_part p USING (part_id) WHERE p.part_id IS NULL",
     "a chunk without its part"},
    {"SELECT count(*) FROM ident_customer WHERE customer >= (SELECT number FROM setting WHERE name = "
     "'next_customer')",
     "a customer number that was never given"},
}};

Error finding(std::string detail)
{
    return {.code = ErrorCode::StoreDamaged, .subject = "workspace", .detail = std::move(detail)};
}

}  // namespace

void removeWithCompanions(const std::string& path)
{
    std::error_code ignored;
    for (const char* companion : {"", "-wal", "-shm", "-journal"}) {
        std::filesystem::remove(path + companion, ignored);
    }
}

Result<Database> Workspace::reader() const
{
    Result<Database> database
        = Database::open(m_path, m_immutable ? Database::Mode::Immutable : Database::Mode::ReadOnly, m_vfs);
    if (database) {
        if (Status status = database->execute(
                "PRAGMA mmap_size = 0; PRAGMA cache_size = -2000; PRAGMA temp_store = MEMORY");
            !status) {
            return status.error();
        }
    }
    return database;
}

Result<std::int64_t> Workspace::number(std::string_view name)
{
    Result<Statement> query = m_database->prepare("SELECT number FROM setting WHERE name = ?");
    if (!query) {
        return query.error();
    }
    const Result<bool> row = query->bind(1, name).step();
    if (!row) {
        return row.error();
    }
    return *row ? query->integer(0) : std::int64_t {0};
}

Status Workspace::setNumber(std::string_view name, std::int64_t value)
{
    Result<Statement> put = m_database->prepare("INSERT INTO setting(name, number) VALUES (?, ?) ON "
                                                "CONFLICT(name) DO UPDATE SET number = excluded.number");
    return put ? put->bind(1, name).bind(2, value).run() : Status(put.error());
}

Result<std::int64_t> Workspace::increment(std::string_view name)
{
    Result<std::int64_t> value = number(name);
    if (!value) {
        return value;
    }
    if (Status status = setNumber(name, *value + 1); !status) {
        return status.error();
    }
    return *value + 1;
}

Status Workspace::audit(std::string_view action, std::string_view object, std::string_view detail)
{
    Result<Statement> insert
        = m_database->prepare("INSERT INTO audit_log(at_ms, action, object, detail) VALUES (?, ?, ?, ?)");
    return insert ? insert->bind(1, platform::now()).bind(2, action).bind(3, object).bind(4, detail).run()
                  : Status(insert.error());
}

Status Workspace::checkpoint()
{
    return m_database->execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

Status Workspace::finishErasure()
{
    if (m_access == Access::Read) {
        return Done {};
    }
    const Result<std::int64_t> left = number(kTracesLeft);
    if (!left || *left == 0) {
        return left ? Status(Done {}) : Status(left.error());
    }
    // Nobody knows any more what to look for: every page is written anew.
    Status status = m_database->execute("VACUUM");
    for (int round = 0; status && round < 2; ++round) {
        status = checkpoint();
        if (status) {
            status = m_database->syncLog();
        }
        if (status && round == 0) {
            status = setNumber(kTracesLeft, 0);
        }
    }
    return status;
}

Status Workspace::verify(Job& job)
{
    // One moment for all checks, whatever is imported meanwhile.
    if (Status status = m_database->execute("BEGIN"); !status) {
        return status;
    }
    m_database->watch(&job);
    Status status = verifyHere(job);
    m_database->watch(nullptr);
    const Status ended = m_database->execute("COMMIT");
    return status ? ended : status;
}

Status Workspace::verifyHere(Job& job)
{
    if (Status status = verifyStructure(*m_database, false); !status) {
        return status;
    }
    const Result<std::string> keys
        = m_database->queryText("SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1");
    if (!keys) {
        return keys.error();
    }
    if (!keys->empty()) {
        return finding("a broken reference in " + *keys);
    }
    for (const Invariant& invariant : kInvariants) {
        const auto count = m_database->queryInteger(invariant.sql);
        if (!count) {
            return count.error();
        }
        if (count->value_or(0) != 0) {
            return finding(invariant.finding);
        }
    }
    return verifyContents(*m_database, job);
}

Status Workspace::backup(const std::string& target, Job& job)
{
    if (platform::pathKind(target) != platform::PathKind::Missing) {
        return Error {.code = ErrorCode::Exists, .subject = target};
    }
    const std::string part = target + ".part";
    removeWithCompanions(part);
    {
        Result<Database> copy = Database::open(part, Database::Mode::Create);
        if (!copy) {
            return Error {
                .code = ErrorCode::FileUnwritable, .subject = target, .detail = copy.error().detail};
        }
        if (Status status = platform::makePrivate(part); !status) {
            return status;
        }
        Status status = m_database->copyTo(*copy, job);
        if (status) {
            status = copy->execute("PRAGMA journal_mode = DELETE");
        }
        if (!status) {
            copy->close();
            removeWithCompanions(part);
            return status;
        }
    }
    return platform::replaceFile(part, target);
}

}  // namespace meitrace
