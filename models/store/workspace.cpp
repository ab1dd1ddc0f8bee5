// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/workspace.h"

#include "models/store/schema.h"
#include "models/store/verification.h"

#include <sqlite3.h>

#include <array>
#include <filesystem>
#include <string_view>

namespace meitrace {

namespace {

constexpr std::int64_t kWeekMillis = std::int64_t {7} * 86'400'000;
constexpr const char* kConnectionSettings
    = "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; "
      "PRAGMA cache_size = -16384; PRAGMA foreign_keys = ON;";
// EXTRA is FULL in WAL mode. A new file is not in that mode yet: the journal of its first change must be gone
// for good before anything else is written, or a power cut could bring it back and with it the empty file.
constexpr const char* kWriterSettings
    = "PRAGMA synchronous = EXTRA; PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON; "
      "PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864;";

Error damaged(std::string detail)
{
    return {.code = ErrorCode::StoreDamaged, .subject = "workspace", .detail = std::move(detail)};
}

Status checkSettings(const WorkspaceSettings& settings)
{
    if (!Zone::find(settings.timeZone)) {
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
    return Done {};
}

/// Whether the first bytes say that this was one of ours, whatever became of the rest.
bool beginsLikeOurs(Database& database)
{
    constexpr int kHeaderBytes = 72;
    constexpr std::size_t kApplicationAt = 68;  // big-endian, in the header of an SQLite file
    std::array<char, kHeaderBytes> head {};
    if (!database.read(Database::Part::File, 0, head.data(), kHeaderBytes)) {
        return false;
    }
    std::uint32_t application = 0;
    for (std::size_t i = kApplicationAt; i < head.size(); ++i) {
        application = application << 8U | static_cast<unsigned char>(head[i]);
    }
    return std::string_view(head.data(), 15) == "SQLite format 3" && application == kApplicationId;
}

/// What kind of file is this? Looks without trusting it.
Result<int> versionOf(Database& database, const std::string& path)
{
    const auto application = database.queryInteger("PRAGMA application_id");
    if (!application) {
        return application.error().code == ErrorCode::StoreDamaged && !beginsLikeOurs(database)
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
    if (Status status = checkSettings(settings); !status) {
        return status.error();
    }
    const auto exists
        = [&] { return vfs.empty() && platform::pathKind(path) != platform::PathKind::Missing; };
    if (exists()) {
        return Error {.code = ErrorCode::Exists, .subject = path};
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
        // Somebody may have made one before the lock was ours.
        if (exists()) {
            return Error {.code = ErrorCode::Exists, .subject = path};
        }
    }
    if (Status status = workspace.build(settings); !status) {
        // Half a workspace is none, and would be in the way of the next try.
        workspace.m_database.reset();
        if (vfs.empty()) {
            removeWithCompanions(path);
        }
        return status.error();
    }
    return workspace;
}

Status Workspace::build(const WorkspaceSettings& settings)
{
    Result<Database> database = Database::open(m_path, Database::Mode::Create, m_vfs);
    if (!database) {
        return Error {
            .code = ErrorCode::FileUnwritable, .subject = m_path, .detail = database.error().detail};
    }
    m_database = std::make_unique<Database>(std::move(*database));
    if (m_vfs.empty()) {
        if (Status status = platform::makePrivate(m_path); !status) {
            return status;
        }
    }
    if (Status status = m_database->execute("PRAGMA page_size = 16384; PRAGMA auto_vacuum = INCREMENTAL");
        !status) {
        return status;
    }
    if (Status status = prepareConnection(); !status) {
        return status;
    }
    Result<Transaction> transaction = Transaction::begin(*m_database);
    if (!transaction) {
        return transaction.error();
    }
    Status status = m_database->execute("PRAGMA application_id = " + std::to_string(kApplicationId));
    if (status) {
        status = applySchema(*m_database, 0);
    }
    if (status) {
        status = writeSettings(settings);
    }
    if (status) {
        status = audit("new", "workspace", settings.timeZone);
    }
    if (status) {
        status = transaction->commit();
    }
    return status ? loadSettings() : status;
}

Status Workspace::writeSettings(const WorkspaceSettings& settings)
{
    Result<Statement> insert
        = m_database->prepare("INSERT INTO setting(name, number, text) VALUES (?, ?, ?)");
    if (!insert) {
        return insert.error();
    }
    for (const auto& [name, text] : {std::pair<std::string, std::string> {"time_zone", settings.timeZone},
                                     {"currency", settings.currency}}) {
        if (Status status = insert->bind(1, name).bindNull(2).bind(3, text).run(); !status) {
            return status;
        }
    }
    for (const auto& [name, value] :
         {std::pair<std::string, std::int64_t> {"day_start_minutes", settings.dayStartMinutes},
          {"next_customer", 1},
          {"next_ident", 1}}) {
        if (Status status = insert->bind(1, name).bind(2, value).bindNull(3).run(); !status) {
            return status;
        }
    }
    return Done {};
}

Result<Workspace> Workspace::open(const std::string& path, Access access, const std::string& vfs)
{
    Workspace workspace;
    workspace.m_path = path;
    workspace.m_vfs = vfs;
    workspace.m_access = access;
    if (vfs.empty()) {
        if (Status status = workspace.lockFile(); !status) {
            return status.error();
        }
    }
    const bool unclean = !vfs.empty() || (access == Access::Write && platform::fileSize(path + "-wal") > 0);
    const Result<int> version = workspace.connect();
    if (!version) {
        return version.error();
    }
    Database& db = *workspace.m_database;
    if (unclean || (access == Access::Write && *version < schemaVersion())) {
        if (Status status = verifyStructure(db, true); !status) {
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
        if (Status status = workspace.migrate(*version); !status) {
            return status.error();
        }
    }
    if (Status status = workspace.loadSettings(); !status) {
        return status.error();
    }
    // Without room for it the flag stays, and the next opening tries again.
    static_cast<void>(static_cast<bool>(workspace.finishErasure()));
    if (Status status = workspace.checkNowAndThen(); !status) {
        return status.error();
    }
    return workspace;
}

Status Workspace::lockFile()
{
    const auto kind = platform::pathKind(m_path);
    if (kind == platform::PathKind::Missing) {
        return Error {.code = ErrorCode::StoreMissing, .subject = m_path};
    }
    std::error_code ignored;
    if (kind != platform::PathKind::File || std::filesystem::is_symlink(m_path, ignored)) {
        return Error {.code = ErrorCode::StoreForeign, .subject = m_path};
    }
    if (m_access == Access::Read) {
        return Done {};
    }
    Result<platform::FileLock> lock = platform::FileLock::acquire(m_path);
    if (!lock) {
        const bool unwritable = lock.error().code == ErrorCode::FileUnwritable;
        return unwritable
            ? Error {.code = ErrorCode::StoreReadOnly, .subject = m_path, .detail = lock.error().detail}
            : lock.error();
    }
    m_lock = std::move(*lock);
    return Done {};
}

Result<int> Workspace::connect()
{
    const auto connectAs = [&](Database::Mode mode) -> Result<int> {
        Result<Database> database = Database::open(m_path, mode, m_vfs);
        if (!database) {
            return database.error();
        }
        m_database = std::make_unique<Database>(std::move(*database));
        return versionOf(*m_database, m_path);
    };
    if (m_access == Access::Write) {
        Result<int> version = connectAs(Database::Mode::ReadWrite);
        if (version && sqlite3_db_readonly(m_database->handle(), "main") == 1) {
            return Error {.code = ErrorCode::StoreReadOnly, .subject = m_path};
        }
        return version;
    }
    Result<int> version = connectAs(Database::Mode::ReadOnly);
    if (!version && version.error().code == ErrorCode::StoreReadOnly && m_vfs.empty()
        && platform::fileSize(m_path + "-wal") <= 0) {
        // On a read-only medium there is no place for the log's index; without a log none is needed.
        m_immutable = true;
        return connectAs(Database::Mode::Immutable);
    }
    return version;
}

Status Workspace::migrate(int fromVersion)
{
    if (m_access == Access::Read) {
        return Error {
            .code = ErrorCode::StoreReadOnly, .subject = m_path, .value = std::to_string(fromVersion)};
    }
    if (m_vfs.empty()) {
        Job job(1);
        if (Status status = backup(m_path + ".v" + std::to_string(fromVersion) + ".backup", job);
            !status && status.error().code != ErrorCode::Exists) {
            return status;
        }
    }
    Result<Transaction> transaction = Transaction::begin(*m_database);
    if (!transaction) {
        return transaction.error();
    }
    Status status = applySchema(*m_database, fromVersion);
    return status ? transaction->commit() : status;
}

Status Workspace::checkNowAndThen()
{
    if (m_access == Access::Read || !m_vfs.empty()) {
        return Done {};
    }
    const Result<std::int64_t> checked = number("checked_ms");
    if (!checked) {
        return checked.error();
    }
    const std::int64_t now = platform::now();
    if (*checked != 0 && now - *checked <= kWeekMillis && now >= *checked) {
        return Done {};
    }
    if (*checked != 0) {
        if (Status status = verifyStructure(*m_database, true); !status) {
            return status;
        }
    }
    return setNumber("checked_ms", now);
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
