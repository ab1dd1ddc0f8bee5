// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace meitrace::platform {

/// Every call that only one operating system has stands in platform.cpp. Paths are UTF-8.

enum class PathKind { Missing, File, Folder, Other };
PathKind pathKind(const std::string& path);
/// -1 when it cannot be told
std::int64_t fileSize(const std::string& path);

/// Makes the file readable and writable for its owner only.
Status makePrivate(const std::string& path);
/// Writes a new file beside the target, syncs it, and puts it in the target's place in one step, then syncs
/// the folder. Errors  FileUnwritable (also for what is no regular file), DiskFull
Status writeWhole(const std::string& path, const std::string& bytes);
/// Renames over the target and syncs the folder. What is no regular file keeps its place.
Status replaceFile(const std::string& from, const std::string& to);

/// Peak memory of this process in bytes.
std::int64_t peakMemory();
bool isTerminal(int descriptor);
std::int64_t processNumber();
std::string hostName();
/// The account this process runs under, for logs; empty when it cannot be told.
std::string accountName();
/// Milliseconds since 1970, from the system clock. Only logs and audit lines use it; analyses never do.
std::int64_t now();
/// A new empty folder for this process only, mode 0700.
Result<std::string> makeTemporaryFolder();

/// An open file of the system, closed with the object.
class Descriptor {
public:
    Descriptor() = default;
    /// Takes it over; negative: none
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    Descriptor(Descriptor&& other) noexcept;
    Descriptor& operator=(Descriptor&& other) noexcept;
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }

    [[nodiscard]] bool isOpen() const { return m_number >= 0; }
    [[nodiscard]] int number() const { return m_number; }
    void close();

private:
    int m_number = -1;
};

/// Advisory lock beside a file: "<path>.lock" holds who has it. Released with the object or with the process.
class FileLock {
public:
    FileLock() = default;
    FileLock(FileLock&& other) noexcept = default;
    FileLock& operator=(FileLock&& other) noexcept;
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    ~FileLock();

    /// Errors  StoreLocked(value: "process 123 on host"), FileUnwritable
    static Result<FileLock> acquire(const std::string& path);
    [[nodiscard]] bool held() const { return m_descriptor.isOpen(); }
    void release();

private:
    Descriptor m_descriptor;
    std::string m_path;
};

/// Reads a file from start to end in pieces with read(), so that a file that shrinks is an error and not a
/// signal.
class FileReader {
public:
    /// Errors  FileMissing, FileIsFolder, FileUnreadable
    static Result<FileReader> open(const std::string& path);
    /// Fills at most count bytes; 0 at the end.  Errors  FileUnreadable
    Result<std::int64_t> read(char* buffer, std::int64_t count);
    [[nodiscard]] std::int64_t size() const { return m_size; }

private:
    Descriptor m_descriptor;
    std::int64_t m_size = 0;
    std::string m_path;
};

/// Writes a file piece by piece, readable for its owner only, beside its target ("<path>.part"). commit()
/// syncs it and puts it in the target's place in one step; without commit() nothing remains and the target is
/// as it was.
class FileWriter {
public:
    FileWriter() = default;
    FileWriter(FileWriter&& other) noexcept = default;
    FileWriter& operator=(FileWriter&& other) noexcept;
    FileWriter(const FileWriter&) = delete;
    FileWriter& operator=(const FileWriter&) = delete;
    ~FileWriter();

    /// Errors  FileUnwritable, DiskFull
    static Result<FileWriter> open(const std::string& path);
    /// Errors  FileUnwritable, DiskFull
    Status append(std::string_view bytes);
    /// All that was written is on the disk: a full one shows here and not at commit().
    /// Errors  FileUnwritable, DiskFull
    Status sync();
    /// synced: also on the disk when it returns; files that can be made again need not wait for that.
    /// Errors  FileUnwritable, DiskFull
    Status commit(bool synced = true);

private:
    void discard();

    Descriptor m_descriptor;
    std::string m_path;
};

/// Memory full of zeros that is not there before it is touched; nullptr when the system has none.
void* zeroedPages(std::size_t bytes);
void releasePages(void* pages, std::size_t bytes);

/// Call once at the start: up to 64 MB that were freed stay with the program, since blocks of a file come and
/// go a thousand times and fresh pages cost more than the work on them.
void keepFreedMemory();

}  // namespace meitrace::platform
