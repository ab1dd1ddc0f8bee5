// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/workspace.h"

#include "models/store/schema.h"

#include <sqlite3.h>

#include <filesystem>

namespace meitrace {

namespace {

constexpr std::int64_t kWeekMillis = std::int64_t {7} * 86'400'000;
constexpr const char* kConnectionSettings
    = "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; "
      "PRAGMA cache_size = -65536; PRAGMA foreign_keys = ON;";
constexpr const char* kWriterSettings
    = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; "
      "PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864;";

Error damaged(std::string detail)
{
    return {.code = ErrorCode::StoreDamaged, .subject = "workspace", .detail = std::move(detail)};
}

Status quickCheck(Database& database)
{
    const Result<std::string> answer = database.queryText("PRAGMA quick_check(1)");
    if (!answer) {
        return answer.error();
    }
    return *answer == "ok" ? Status(Done {}) : Status(damaged(*answer));
}

/// What kind of file is this? Looks without trusting it.
Result<int> versionOf(Database& database, const std::string& path)
{
    const auto application = database.queryInteger("PRAGMA application_id");
    if (!application) {
        return application.error().code == ErrorCode::StoreDamaged
            ? Error {.code = ErrorCode::StoreForeign, .subject = path, .detail = application.error().detail}
            : application.error();
    }
    if (application->value_or(0) != kApplicationId) {
        return Error {.code = ErrorCode::StoreForeign, .subject = path};
    }
    const auto version = database.queryInteger("PRAGMA user_version");
    if (!version) {
        return version.error();
    }
    const auto number = static_cast<int>(version->value_or(0));
    if (number > schemaVersion()) {
        return Error {.code = ErrorCode::StoreNewer, .subject = path, .value = std::to_string(number)};
    }
    return number >= 1 ? Result<int>(number)
                       : Result<int>(Error {.code = ErrorCode::StoreForeign, .subject = path});
}

Status checkFingerprint(Database& database, int version)
{
    const auto expected = expectedFingerprint(version);
    const auto found = schemaFingerprint(database);
    if (!expected || !found) {
        return expected ? found.error() : expected.error();
    }
    return *expected == *found ? Status(Done {})
                               : Status(damaged("schema differs from version " + std::to_string(version)));
}

}  // namespace

Result<Workspace> Workspace::create(const std::string& path, const WorkspaceSettings& settings,
                                    const std::string& vfs)
{
    if (vfs.empty() && platform::pathKind(path) != platform::PathKind::Missing) {
        return Error {.code = ErrorCode::Exists, .subject = path};
    }
    Result<Zone> zone = Zone::find(settings.timeZone);
    if (!zone) {
        return Error {.code = ErrorCode::BadOption, .subject = "tz", .value = settings.timeZone};
    }
    if (settings.currency.size() != 3) {
        return Error {.code = ErrorCode::BadOption, .subject = "currency", .value = settings.currency};
    }
    if (settings.dayStartMinutes < 0 || settings.dayStartMinutes > 720) {
        return Error {.code = ErrorCode::BadOption,
                      .subject = "day-start",
                      .value = std::to_string(settings.dayStartMinutes)};
    }
    Workspace workspace;
    workspace.m_path = path;
    workspace.m_vfs = vfs;
    workspace.m_access = Access::Write;
    if (vfs.empty()) {
        Result<platform::FileLock> lock = platform::FileLock::acquire(path);
        if (!lock) {
            return lock.error();
        }
        workspace.m_lock = std::move(*lock);
    }
    Result<Database> database = Database::open(path, Database::Mode::Create, vfs);
    if (!database) {
        return Error {.code = ErrorCode::FileUnwritable, .subject = path, .detail = database.error().detail};
    }
    workspace.m_database = std::make_unique<Database>(std::move(*database));
    Database& db = *workspace.m_database;
    if (Status status = db.execute("PRAGMA page_size = 16384; PRAGMA auto_vacuum = INCREMENTAL"); !status) {
        return status.error();
    }
    if (vfs.empty()) {
        if (Status status = platform::makePrivate(path); !status) {
            return status.error();
        }
    }
    if (Status status = workspace.prepareConnection(); !status) {
        return status.error();
    }
    Result<Transaction> transaction = Transaction::begin(db);
    if (!transaction) {
        return transaction.error();
    }
    if (Status status = db.execute("PRAGMA application_id = " + std::to_string(kApplicationId)); !status) {
        return status.error();
    }
    if (Status status = applySchema(db, 0); !status) {
        return status.error();
    }
    Result<Statement> insert = db.prepare("INSERT INTO setting(name, number, text) VALUES (?, ?, ?)");
    if (!insert) {
        return insert.error();
    }
    for (const auto& [name, text] : {std::pair<std::string, std::string> {"time_zone", settings.timeZone},
                                     {"currency", settings.currency}}) {
        if (Status status = insert->bind(1, name).bindNull(2).bind(3, text).run(); !status) {
            return status.error();
        }
    }
    for (const auto& [name, value] :
         {std::pair<std::string, std::int64_t> {"day_start_minutes", settings.dayStartMinutes},
          {"next_customer", 1},
          {"next_ident", 1}}) {
        if (Status status = insert->bind(1, name).bind(2, value).bindNull(3).run(); !status) {
            return status.error();
        }
    }
    if (Status status = workspace.audit("new", "workspace", settings.timeZone); !status) {
        return status.error();
    }
    if (Status status = transaction->commit(); !status) {
        return status.error();
    }
    if (Status status = workspace.loadSettings(); !status) {
        return status.error();
    }
    return workspace;
}

Result<Workspace> Workspace::open(const std::string& path, Access access, const std::string& vfs)
{
    Workspace workspace;
    workspace.m_path = path;
    workspace.m_vfs = vfs;
    workspace.m_access = access;
    bool unclean = !vfs.empty();
    if (vfs.empty()) {
        const auto kind = platform::pathKind(path);
        if (kind == platform::PathKind::Missing) {
            return Error {.code = ErrorCode::StoreMissing, .subject = path};
        }
        std::error_code ignored;
        if (kind != platform::PathKind::File || std::filesystem::is_symlink(path, ignored)) {
            return Error {.code = ErrorCode::StoreForeign, .subject = path};
        }
        if (access == Access::Write) {
            Result<platform::FileLock> lock = platform::FileLock::acquire(path);
            if (!lock) {
                return lock.error();
            }
            workspace.m_lock = std::move(*lock);
            unclean = platform::fileSize(path + "-wal") > 0;
        }
    }
    const auto mode = access == Access::Write ? Database::Mode::ReadWrite : Database::Mode::ReadOnly;
    Result<Database> database = Database::open(path, mode, vfs);
    if (!database) {
        return database.error();
    }
    workspace.m_database = std::make_unique<Database>(std::move(*database));
    Database& db = *workspace.m_database;
    const Result<int> version = versionOf(db, path);
    if (!version) {
        return version.error();
    }
    if (unclean || (access == Access::Write && *version < schemaVersion())) {
        if (Status status = quickCheck(db); !status) {
            return status.error();
        }
    }
    if (Status status = checkFingerprint(db, *version); !status) {
        return status.error();
    }
    if (Status status = workspace.prepareConnection(); !status) {
        return status.error();
    }
    if (*version < schemaVersion()) {
        if (access == Access::Read) {
            return Error {
                .code = ErrorCode::StoreReadOnly, .subject = path, .value = std::to_string(*version)};
        }
        Job job(1);
        if (vfs.empty()) {
            if (Status status = workspace.backup(path + ".v" + std::to_string(*version) + ".backup", job);
                !status && status.error().code != ErrorCode::Exists) {
                return status.error();
            }
        }
        Result<Transaction> transaction = Transaction::begin(db);
        if (!transaction) {
            return transaction.error();
        }
        if (Status status = applySchema(db, *version); !status) {
            return status.error();
        }
        if (Status status = transaction->commit(); !status) {
            return status.error();
        }
    }
    if (Status status = workspace.loadSettings(); !status) {
        return status.error();
    }
    if (access == Access::Write && vfs.empty()) {
        const Result<std::int64_t> checked = workspace.number("checked_ms");
        if (checked && *checked != 0 && platform::now() - *checked > kWeekMillis) {
            if (Status status = quickCheck(db); !status) {
                return status.error();
            }
        }
        if (checked && (*checked == 0 || platform::now() - *checked > kWeekMillis)) {
            if (Status status = workspace.setNumber("checked_ms", platform::now()); !status) {
                return status.error();
            }
        }
    }
    return workspace;
}

Status Workspace::prepareConnection()
{
    if (Status status = m_database->execute(kConnectionSettings); !status) {
        return status;
    }
    return m_access == Access::Write ? m_database->execute(kWriterSettings) : Status(Done {});
}

Status Workspace::loadSettings()
{
    const auto zoneName = m_database->queryText("SELECT text FROM setting WHERE name = 'time_zone'");
    const auto currency = m_database->queryText("SELECT text FROM setting WHERE name = 'currency'");
    const auto dayStart = number("day_start_minutes");
    if (!zoneName || !currency || !dayStart) {
        return !zoneName ? zoneName.error() : (!currency ? currency.error() : dayStart.error());
    }
    Result<Zone> zone = Zone::find(*zoneName);
    if (!zone) {
        return damaged("time zone");
    }
    m_settings
        = {.timeZone = *zoneName, .currency = *currency, .dayStartMinutes = static_cast<int>(*dayStart)};
    m_zone = std::move(*zone);
    return Done {};
}

}  // namespace meitrace
