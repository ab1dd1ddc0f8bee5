// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/units.h"
#include "models/store/database.h"

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

}  // namespace

Error sqliteError(sqlite3* handle)
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
    const Error error = sqliteError(sqlite3_db_handle(m_statement));
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

}  // namespace meitrace
