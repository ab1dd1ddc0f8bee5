// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/database.h"

#include <sqlite3.h>

#include <utility>

namespace meitrace {

namespace {

/// The path as a URI that says that nobody writes.
std::string immutableName(const std::string& path)
{
    std::string name = "file:";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '%' || c == '?' || c == '#' || byte < 0x21) {
            constexpr const char* kDigits = "0123456789ABCDEF";
            name += {'%', kDigits[byte >> 4U], kDigits[byte & 0xFU]};
        } else {
            name += c;
        }
    }
    return name + "?immutable=1";
}

Error diskError(const char* detail)
{
    return {.code = ErrorCode::DiskError, .subject = "workspace", .detail = detail};
}

int watchProgress(void* job)
{
    return static_cast<const Job*>(job)->stopped() ? 1 : 0;
}

/// Every switch is set, since other platforms' builds differ in their defaults.
Status harden(sqlite3* handle)
{
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, Database::kPatience);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 16 << 20);
    sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, 1 << 20);
    sqlite3_limit(handle, SQLITE_LIMIT_COLUMN, 200);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(handle, SQLITE_LIMIT_VARIABLE_NUMBER, 4000);
    sqlite3_limit(handle, SQLITE_LIMIT_TRIGGER_DEPTH, 10);
    return Done {};
}

}  // namespace

Database::Database(Database&& other) noexcept
    : m_handle(std::exchange(other.m_handle, nullptr))
{
}

Database& Database::operator=(Database&& other) noexcept
{
    if (this != &other) {
        close();
        m_handle = std::exchange(other.m_handle, nullptr);
    }
    return *this;
}

Database::~Database()
{
    close();
}

void Database::close()
{
    if (m_handle != nullptr) {
        sqlite3_close_v2(m_handle);
        m_handle = nullptr;
    }
}

Result<Database> Database::open(const std::string& path, Mode mode, const std::string& vfs)
{
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE;
    switch (mode) {
    case Mode::ReadOnly:
        flags |= SQLITE_OPEN_READONLY;
        break;
    case Mode::Immutable:
        flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
        break;
    case Mode::ReadWrite:
        flags |= SQLITE_OPEN_READWRITE;
        break;
    case Mode::Create:
        flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
        break;
    case Mode::Memory:
        flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY;
        break;
    }
    Database database;
    const std::string name = mode == Mode::Immutable ? immutableName(path) : path;
    const int code
        = sqlite3_open_v2(name.c_str(), &database.m_handle, flags, vfs.empty() ? nullptr : vfs.c_str());
    if (code != SQLITE_OK) {
        return database.lastError();
    }
    if (Status status = harden(database.m_handle); !status) {
        return status.error();
    }
    return database;
}

Result<Statement> Database::prepare(std::string_view sql)
{
    Statement statement;
    const char* rest = nullptr;
    const int code = sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()), 0,
                                        &statement.m_statement, &rest);
    if (code != SQLITE_OK) {
        return lastError();
    }
    if (statement.m_statement == nullptr
        || std::string_view(rest, static_cast<std::size_t>(sql.data() + sql.size() - rest))
                .find_first_not_of(" \n\t;")
            != std::string_view::npos) {
        return Error {
            .code = ErrorCode::Internal, .subject = "workspace", .detail = "one statement per prepare"};
    }
    return statement;
}

Status Database::execute(std::string_view sql)
{
    const std::string text(sql);
    if (sqlite3_exec(m_handle, text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        return lastError();
    }
    return Done {};
}

Result<std::optional<std::int64_t>> Database::queryInteger(std::string_view sql)
{
    Result<Statement> statement = prepare(sql);
    if (!statement) {
        return statement.error();
    }
    const Result<bool> row = statement->step();
    if (!row) {
        return row.error();
    }
    if (!*row || statement->isNull(0)) {
        return std::optional<std::int64_t>();
    }
    return std::optional<std::int64_t>(statement->integer(0));
}

Result<std::string> Database::queryText(std::string_view sql)
{
    Result<Statement> statement = prepare(sql);
    if (!statement) {
        return statement.error();
    }
    const Result<bool> row = statement->step();
    if (!row) {
        return row.error();
    }
    return *row ? std::string(statement->text(0)) : std::string();
}

std::int64_t Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

std::int64_t Database::changes() const
{
    return sqlite3_changes64(m_handle);
}

void Database::watch(const Job* job)
{
    // The progress handler takes a void*; it only reads through it.
    sqlite3_progress_handler(m_handle, 20000, job == nullptr ? nullptr : watchProgress,
                             const_cast<Job*>(job));  // NOLINT
}

void Database::setPatience(int milliseconds)
{
    sqlite3_busy_timeout(m_handle, milliseconds);
}

Status Database::copyTo(Database& target, Job& job)
{
    sqlite3_backup* backup = sqlite3_backup_init(target.m_handle, "main", m_handle, "main");
    if (backup == nullptr) {
        return target.lastError();
    }
    int code = SQLITE_OK;
    while (code == SQLITE_OK && !job.stopped()) {
        code = sqlite3_backup_step(backup, 1024);
        const int total = sqlite3_backup_pagecount(backup);
        job.progress(total > 0 ? 1.0 - static_cast<double>(sqlite3_backup_remaining(backup)) / total : 1.0);
    }
    sqlite3_backup_finish(backup);
    if (job.stopped() && code != SQLITE_DONE) {
        return Error {.code = ErrorCode::Cancelled};
    }
    return code == SQLITE_DONE ? Status(Done {}) : Status(target.lastError());
}

sqlite3_file* Database::fileOf(Part part)
{
    sqlite3_file* file = nullptr;
    const int which = part == Part::File ? SQLITE_FCNTL_FILE_POINTER : SQLITE_FCNTL_JOURNAL_POINTER;
    const int code = sqlite3_file_control(m_handle, "main", which, static_cast<void*>(&file));
    return code == SQLITE_OK && file != nullptr && file->pMethods != nullptr ? file : nullptr;
}

Result<std::int64_t> Database::sizeOf(Part part)
{
    sqlite3_file* file = fileOf(part);
    sqlite3_int64 size = 0;
    if (file != nullptr && file->pMethods->xFileSize(file, &size) != SQLITE_OK) {
        return diskError("its size is unknown");
    }
    return std::int64_t {size};
}

Status Database::read(Part part, std::int64_t offset, char* bytes, int count)
{
    sqlite3_file* file = fileOf(part);
    if (file == nullptr || file->pMethods->xRead(file, bytes, count, offset) != SQLITE_OK) {
        return diskError("its bytes cannot be read");
    }
    return Done {};
}

Status Database::syncLog()
{
    sqlite3_file* file = fileOf(Part::Log);
    if (file != nullptr && file->pMethods->xSync(file, SQLITE_SYNC_NORMAL) != SQLITE_OK) {
        return diskError("its log cannot be synced");
    }
    return Done {};
}

Error Database::lastError() const
{
    return sqliteError(m_handle);
}

Result<Transaction> Transaction::begin(Database& database)
{
    if (Status status = database.execute("BEGIN IMMEDIATE"); !status) {
        return status.error();
    }
    return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

Transaction::~Transaction()
{
    if (m_database != nullptr && sqlite3_get_autocommit(m_database->handle()) == 0) {
        // A failed write may have rolled back already; a failing rollback leaves nothing to be done.
        static_cast<void>(static_cast<bool>(m_database->execute("ROLLBACK")));
    }
}

Status Transaction::commit()
{
    Status status = m_database->execute("COMMIT");
    if (status) {
        m_database = nullptr;
    }
    return status;
}

}  // namespace meitrace
