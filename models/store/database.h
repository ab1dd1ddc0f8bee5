// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_file;
struct sqlite3_stmt;

namespace meitrace {

/// What went wrong last on a connection; nullptr = it could not even be made.
Error sqliteError(sqlite3* handle);

/// A prepared statement. Parameters count from 1, columns from 0. Not shared between threads.
/// Texts and blobs handed to bind() must live until the next step() or reset().
class Statement {
public:
    Statement() = default;
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement();

    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, double value);
    Statement& bind(int parameter, std::string_view text);
    Statement& bindBlob(int parameter, std::string_view bytes);
    Statement& bindNull(int parameter);
    /// kMissing becomes NULL
    Statement& bindNumber(int parameter, std::int64_t value);
    /// Empty text becomes NULL
    Statement& bindText(int parameter, std::string_view text);

    /// True when there is a row.  Errors  StoreDamaged, StoreBusy, StoreReadOnly, DiskFull, DiskError,
    /// Cancelled
    Result<bool> step();
    /// Runs to the end and makes the statement ready for new parameters.
    Status run();
    void reset();

    [[nodiscard]] bool isPrepared() const { return m_statement != nullptr; }
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::int64_t number(int column) const;  ///< NULL becomes kMissing
    [[nodiscard]] double real(int column) const;
    /// Valid until the next step() or reset()
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::string_view blob(int column) const;
    [[nodiscard]] bool isNull(int column) const;

private:
    friend class Database;
    sqlite3_stmt* m_statement = nullptr;
};

/// A connection: SQLite behind its C API, every safety switch set explicitly. Used by one thread at a time.
class Database {
public:
    /// Immutable: reads without any lock or log; only where nobody can write.
    enum class Mode { ReadOnly, Immutable, ReadWrite, Create, Memory };

    Database() = default;
    Database(Database&& other) noexcept;
    Database& operator=(Database&& other) noexcept;
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database();

    /// vfs: name of a registered file layer; empty = the system's
    static Result<Database> open(const std::string& path, Mode mode, const std::string& vfs = {});
    [[nodiscard]] bool isOpen() const { return m_handle != nullptr; }
    void close();

    Result<Statement> prepare(std::string_view sql);
    /// One or several statements without parameters.
    Status execute(std::string_view sql);
    /// First column of the first row; empty when there is none.
    Result<std::optional<std::int64_t>> queryInteger(std::string_view sql);
    Result<std::string> queryText(std::string_view sql);

    [[nodiscard]] std::int64_t lastInsertId() const;
    [[nodiscard]] std::int64_t changes() const;
    /// How long a statement waits for a lock that somebody else holds.
    static constexpr int kPatience = 2000;
    void setPatience(int milliseconds);
    /// While set, long statements end with Cancelled once the job is stopped. nullptr = off.
    void watch(const Job* job);
    /// Copies the whole database, as it is at one moment, over `target`.
    Status copyTo(Database& target, Job& job);

    /// The bytes as they lie on the disk, read through SQLite's own handles: opening the file a second time
    /// in this process and closing it again would drop SQLite's locks.
    enum class Part { File, Log };
    Result<std::int64_t> sizeOf(Part part);
    /// Reads count bytes from offset; both lie inside the part.
    Status read(Part part, std::int64_t offset, char* bytes, int count);
    /// Makes a log that was emptied stay empty when the power goes.
    Status syncLog();
    [[nodiscard]] sqlite3* handle() const { return m_handle; }

private:
    [[nodiscard]] Error lastError() const;
    /// nullptr when there is none
    sqlite3_file* fileOf(Part part);

    sqlite3* m_handle = nullptr;
};

/// Writes inside it are undone unless commit() succeeds.
class Transaction {
public:
    static Result<Transaction> begin(Database& database);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();

    Status commit();

private:
    explicit Transaction(Database& database)
        : m_database(&database)
    {
    }

    Database* m_database = nullptr;
};

}  // namespace meitrace
