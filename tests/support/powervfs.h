// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

struct sqlite3_vfs;

namespace meitrace::test {

/// A disk in memory behind SQLite's file layer. It remembers what was synced and what was only written, so
/// that the power can be cut at any operation, and it can fail a call as a full or broken disk does.
///
/// Operations are writes, truncations, syncs and deletions, counted from 1; locks and shared memory are not.
/// Assumes what SQLite assumes of a disk: a synced byte stays, a write changes nothing outside its range,
/// files whose creation was never synced may be gone.
class PowerDisk {
public:
    /// What becomes of writes that were not synced when the power goes.
    enum class Damage { Keep, Lose, Tear };  ///< Tear: each 512-byte sector by itself, at random
    enum class Fault { None, Full, Broken };

    struct File;
    struct Handle;
    using Image = std::map<std::string, std::string>;

    /// Registers the disk as a file layer of this name.
    explicit PowerDisk(std::string name);
    PowerDisk(const PowerDisk&) = delete;
    PowerDisk& operator=(const PowerDisk&) = delete;
    ~PowerDisk();

    [[nodiscard]] const std::string& name() const { return m_name; }

    /// Contents of all files. No file may be open when an image is put back.
    [[nodiscard]] Image image() const;
    void restore(const Image& image);
    /// No cut, no fault, counts from 0.
    void startCounting();
    [[nodiscard]] std::int64_t operations() const { return m_operations; }
    /// The operation with this number is interrupted and everything after it fails.
    void cutPowerAt(std::int64_t operation) { m_cutAt = operation; }
    /// All files are as after the next start of the machine. No file may be open.
    void reboot(Damage damage, std::uint64_t seed);
    /// The call with this number fails; `always`: so do all later ones. Counts reads and openings, too.
    void failAt(std::int64_t call, Fault fault, bool always);
    [[nodiscard]] std::int64_t calls() const { return m_calls; }

private:
    friend struct Handle;
    friend struct Methods;

    /// SQLITE_OK, or the code with which the operation fails now. Call before carrying it out.
    int beginOperation();
    int beginCall(bool needsSpace, int brokenCode);

    std::string m_name;
    std::unique_ptr<sqlite3_vfs> m_vfs;
    mutable std::recursive_mutex m_mutex;
    std::map<std::string, std::shared_ptr<File>> m_files;
    std::map<std::string, std::shared_ptr<File>> m_deleted;  ///< deletions that were not synced
    std::int64_t m_operations = 0;
    std::int64_t m_cutAt = 0;
    std::int64_t m_calls = 0;
    std::int64_t m_failAt = 0;
    Fault m_fault = Fault::None;
    bool m_failAlways = false;
};

}  // namespace meitrace::test
