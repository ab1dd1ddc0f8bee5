// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/calendar.h"
#include "models/base/job.h"
#include "models/base/platform.h"
#include "models/base/result.h"
#include "models/store/database.h"

#include <memory>
#include <string>

namespace meitrace {

/// A number of the workspace, 1 while an erasure is committed whose traces are not yet cleared.
inline constexpr const char* kTracesLeft = "traces_left";

/// Removes a database together with its log and journal.
void removeWithCompanions(const std::string& path);

struct WorkspaceSettings {
    std::string timeZone = "Asia/Shanghai";
    std::string currency = "CNY";
    int dayStartMinutes = 0;  ///< 0 to 720 after midnight
};

/// A workspace file, open. One SQLite file that holds everything; one writer at a time, kept apart by a lock
/// file. Opening trusts nothing: type of file, application id, version, schema fingerprint, integrity after
/// an unclean end.
class Workspace {
public:
    enum class Access { Read, Write };

    /// What fails leaves no file.
    /// Errors  Exists(path), FileUnwritable, DiskFull, BadOption(tz | currency | day-start)
    static Result<Workspace> create(const std::string& path, const WorkspaceSettings& settings,
                                    const std::string& vfs = {});

    /// Access::Write takes the lock and migrates an older file (after a backup beside it). Access::Read works
    /// on a read-only medium too. Errors  StoreMissing, StoreForeign, StoreNewer, StoreDamaged, StoreLocked,
    /// StoreReadOnly
    static Result<Workspace> open(const std::string& path, Access access, const std::string& vfs = {});

    [[nodiscard]] Database& database() { return *m_database; }
    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] const std::string& vfs() const { return m_vfs; }
    [[nodiscard]] const WorkspaceSettings& settings() const { return m_settings; }
    [[nodiscard]] const Zone& zone() const { return m_zone; }
    [[nodiscard]] Access access() const { return m_access; }
    /// A further connection for reading, for another thread.
    Result<Database> reader() const;

    /// Numbers kept in the file: "data_version", "map_version", "next_customer" …; 0 when not set.
    Result<std::int64_t> number(std::string_view name);
    Status setNumber(std::string_view name, std::int64_t value);
    /// Adds 1 and returns the new value.
    Result<std::int64_t> increment(std::string_view name);
    /// Appends a line to the audit log. detail holds no personal data.
    Status audit(std::string_view action, std::string_view object, std::string_view detail);

    /// Moves what the write-ahead log holds into the file.
    Status checkpoint();
    /// SQLite's own check plus ours: fates, links, documents, events (verification.h).
    /// Errors  StoreDamaged(detail: first finding)
    Status verify(Job& job);
    /// Copies the workspace as it is at this moment to a new file, synced, in one step.
    /// Errors  Exists, FileUnwritable, DiskFull
    Status backup(const std::string& target, Job& job);

private:
    Workspace() = default;
    Status build(const WorkspaceSettings& settings);
    Status writeSettings(const WorkspaceSettings& settings);
    Status lockFile();
    /// Opens the file and returns its version.
    Result<int> connect();
    Status migrate(int fromVersion);
    Status checkNowAndThen();
    /// Clears the traces of an erasure that was committed but interrupted before its traces were gone.
    Status finishErasure();
    Status verifyHere(Job& job);
    Status prepareConnection();
    Status loadSettings();

    std::string m_path;
    std::string m_vfs;
    Access m_access = Access::Read;
    bool m_immutable = false;   ///< on a medium that nobody can write to
    platform::FileLock m_lock;  // released last
    std::unique_ptr<Database> m_database;
    WorkspaceSettings m_settings;
    Zone m_zone = Zone::utc();
};

}  // namespace meitrace
