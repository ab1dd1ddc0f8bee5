// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/database.h"

#include "models/base/units.h"

#include <sqlite3.h>

#include <cerrno>
#include <utility>

namespace meitrace {

namespace {

ErrorCode codeOf(int extended, int systemError)
{
    switch (extended & 0xFF) {
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_IOERR:
        return systemError == ENOSPC ? ErrorCode::DiskFull : ErrorCode::DiskError;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::StoreDamaged;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::StoreBusy;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return ErrorCode::StoreReadOnly;
    case SQLITE_INTERRUPT:
        return ErrorCode::Cancelled;
    default:
        return ErrorCode::Internal;
    }
}

Error errorOf(sqlite3* handle)
{
    const int code = handle != nullptr ? sqlite3_extended_errcode(handle) : SQLITE_NOMEM;
    const int systemError = handle != nullptr ? sqlite3_system_errno(handle) : 0;
    return {.code = codeOf(code, systemError),
            .subject = "workspace",
            .detail = std::string(sqlite3_errstr(code)) + " (" + std::to_string(code) + ")"
                + (handle != nullptr && (code & 0xFF) == SQLITE_ERROR
                       ? std::string(": ") + sqlite3_errmsg(handle)
                       : std::string())};
}

int watchProgress(void* job)
{
    return static_cast<const Job*>(job)->stopped() ? 1 : 0;
}

/// Every switch is set, since other platforms' builds differ in their defaults.
Status harden(sqlite3* handle)
{
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, 2000);
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

Statement::Statement(Statement&& other) noexcept
    : m_statement(std::exchange(other.m_statement, nullptr))
{
}

Statement& Statement::operator=(Statement&& other) noexcept
{
    if (this != &other) {
        sqlite3_finalize(m_statement);
        m_statement = std::exchange(other.m_statement, nullptr);
    }
    return *this;
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

Statement& Statement::bind(int parameter, std::int64_t value)
{
    sqlite3_bind_int64(m_statement, parameter, value);
    return *this;
}

Statement& Statement::bind(int parameter, double value)
{
    sqlite3_bind_double(m_statement, parameter, value);
    return *this;
}

Statement& Statement::bind(int parameter, std::string_view text)
{
    sqlite3_bind_text64(m_statement, parameter, text.empty() ? "" : text.data(), text.size(), SQLITE_STATIC,
                        SQLITE_UTF8);
    return *this;
}

Statement& Statement::bindBlob(int parameter, std::string_view bytes)
{
    sqlite3_bind_blob64(m_statement, parameter, bytes.empty() ? "" : bytes.data(), bytes.size(),
                        SQLITE_STATIC);
    return *this;
}

Statement& Statement::bindNull(int parameter)
{
    sqlite3_bind_null(m_statement, parameter);
    return *this;
}

Statement& Statement::bindNumber(int parameter, std::int64_t value)
{
    return value == kMissing ? bindNull(parameter) : bind(parameter, value);
}

Statement& Statement::bindText(int parameter, std::string_view text)
{
    return text.empty() ? bindNull(parameter) : bind(parameter, text);
}

Result<bool> Statement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code == SQLITE_DONE) {
        return false;
    }
    const Error error = errorOf(sqlite3_db_handle(m_statement));
    sqlite3_reset(m_statement);
    return error;
}

Status Statement::run()
{
    while (true) {
        const Result<bool> row = step();
        if (!row) {
            return row.error();
        }
        if (!*row) {
            reset();
            return Done {};
        }
    }
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

std::int64_t Statement::number(int column) const
{
    return isNull(column) ? kMissing : integer(column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

std::string_view Statement::text(int column) const
{
    const unsigned char* bytes = sqlite3_column_text(m_statement, column);
    const int count = sqlite3_column_bytes(m_statement, column);
    return bytes == nullptr
        ? std::string_view()
        : std::string_view(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(count));
}

std::string_view Statement::blob(int column) const
{
    const void* bytes = sqlite3_column_blob(m_statement, column);
    const int count = sqlite3_column_bytes(m_statement, column);
    return bytes == nullptr
        ? std::string_view()
        : std::string_view(static_cast<const char*>(bytes), static_cast<std::size_t>(count));
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

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
    const int code
        = sqlite3_open_v2(path.c_str(), &database.m_handle, flags, vfs.empty() ? nullptr : vfs.c_str());
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

Error Database::lastError() const
{
    return errorOf(m_handle);
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
