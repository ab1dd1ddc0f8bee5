// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/platform.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <pwd.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace meitrace::platform {

namespace {

Error writeError(const std::string& path)
{
    const int code = errno;
    return {.code = code == ENOSPC || code == EDQUOT ? ErrorCode::DiskFull : ErrorCode::FileUnwritable,
            .subject = path,
            .detail = std::generic_category().message(code)};
}

std::string folderOf(const std::string& path)
{
    const std::filesystem::path parent = std::filesystem::path(path).parent_path();
    return parent.empty() ? std::string(".") : parent.string();
}

void syncFolder(const std::string& path)
{
    const Descriptor folder(::open(folderOf(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.isOpen()) {
        ::fsync(folder.number());
    }
}

bool writeAll(int descriptor, std::string_view bytes)
{
    std::size_t at = 0;
    while (at < bytes.size()) {
        const ssize_t written = ::write(descriptor, bytes.data() + at, bytes.size() - at);
        if (written < 0) {
            if (errno == EINTR) {
                continue;
            }
            return false;
        }
        at += static_cast<std::size_t>(written);
    }
    return true;
}

/// A file beside the target, to be put in its place. What is no regular file keeps its place: renaming over a
/// device would put a file there.
Descriptor openPart(const std::string& target)
{
    if (pathKind(target) == PathKind::Other) {
        errno = EACCES;
        return {};
    }
    return Descriptor(
        ::open((target + ".part").c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR));
}

/// Renames over the target; the file goes when that fails.
Status moveOver(const std::string& from, const std::string& to)
{
    if (pathKind(to) == PathKind::Other) {
        errno = EACCES;
    } else if (::rename(from.c_str(), to.c_str()) == 0) {
        return Done {};
    }
    const Error problem = writeError(to);
    ::unlink(from.c_str());
    return problem;
}

/// Whether the path still names the opened file.
bool isSameFile(int descriptor, const std::string& path)
{
    struct stat opened {};
    struct stat named {};
    return ::fstat(descriptor, &opened) == 0 && ::stat(path.c_str(), &named) == 0
        && opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

}  // namespace

PathKind pathKind(const std::string& path)
{
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) {
        return PathKind::Missing;
    }
    if (S_ISREG(info.st_mode)) {
        return PathKind::File;
    }
    return S_ISDIR(info.st_mode) ? PathKind::Folder : PathKind::Other;
}

std::int64_t fileSize(const std::string& path)
{
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 ? std::int64_t {info.st_size} : -1;
}

Status makePrivate(const std::string& path)
{
    if (::chmod(path.c_str(), S_IRUSR | S_IWUSR) != 0) {
        return writeError(path);
    }
    return Done {};
}

Status writeWhole(const std::string& path, const std::string& bytes)
{
    Result<FileWriter> writer = FileWriter::open(path);
    if (!writer) {
        return writer.error();
    }
    if (Status status = writer->append(bytes); !status) {
        return status;
    }
    return writer->commit(true);
}

Status replaceFile(const std::string& from, const std::string& to)
{
    if (Status status = moveOver(from, to); !status) {
        return status;
    }
    syncFolder(to);
    return Done {};
}

std::int64_t peakMemory()
{
    struct rusage usage {};
    ::getrusage(RUSAGE_SELF, &usage);
    return std::int64_t {usage.ru_maxrss} * 1024;
}

bool isTerminal(int descriptor)
{
    return ::isatty(descriptor) == 1;
}

std::int64_t processNumber()
{
    return std::int64_t {::getpid()};
}

std::string hostName()
{
    std::array<char, 256> name {};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? std::string(name.data()) : std::string("?");
}

std::string accountName()
{
    const struct passwd* entry = ::getpwuid(::geteuid());  // NOLINT(concurrency-mt-unsafe): logs only
    return entry == nullptr ? std::string() : std::string(entry->pw_name);
}

std::int64_t now()
{
    const auto sinceEpoch = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(sinceEpoch).count();
}

Result<std::string> makeTemporaryFolder()
{
    std::string pattern = (std::filesystem::temp_directory_path() / "meitrace-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) {
        return writeError(pattern);
    }
    return pattern;
}

Descriptor::Descriptor(Descriptor&& other) noexcept
    : m_number(std::exchange(other.m_number, -1))
{
}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept
{
    if (this != &other) {
        close();
        m_number = std::exchange(other.m_number, -1);
    }
    return *this;
}

void Descriptor::close()
{
    if (isOpen()) {
        ::close(std::exchange(m_number, -1));
    }
}

FileLock& FileLock::operator=(FileLock&& other) noexcept
{
    if (this != &other) {
        release();
        m_descriptor = std::move(other.m_descriptor);
        m_path = std::move(other.m_path);
    }
    return *this;
}

FileLock::~FileLock()
{
    release();
}

Result<FileLock> FileLock::acquire(const std::string& path)
{
    FileLock lock;
    lock.m_path = path + ".lock";
    while (!lock.held()) {
        Descriptor file(::open(lock.m_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR));
        if (!file.isOpen()) {
            return writeError(lock.m_path);
        }
        // An flock goes with the process, so what a killed one leaves behind is no obstacle.
        if (::flock(file.number(), LOCK_EX | LOCK_NB) != 0) {
            std::array<char, 256> holder {};
            const ssize_t count = ::read(file.number(), holder.data(), holder.size() - 1);
            return Error {.code = ErrorCode::StoreLocked,
                          .subject = path,
                          .value
                          = std::string(holder.data(), count > 0 ? static_cast<std::size_t>(count) : 0)};
        }
        // Else its last holder took the file away between our open and our lock: whoever comes next would
        // lock another one.
        if (isSameFile(file.number(), lock.m_path)) {
            lock.m_descriptor = std::move(file);
        }
    }
    const std::string owner = std::to_string(processNumber()) + " @ " + hostName();
    if (::ftruncate(lock.m_descriptor.number(), 0) != 0 || !writeAll(lock.m_descriptor.number(), owner)) {
        return writeError(lock.m_path);
    }
    return lock;
}

void FileLock::release()
{
    if (held()) {
        ::unlink(m_path.c_str());
        m_descriptor.close();
    }
}

Result<FileReader> FileReader::open(const std::string& path)
{
    switch (pathKind(path)) {
    case PathKind::Missing:
        return Error {.code = ErrorCode::FileMissing, .subject = path};
    case PathKind::Folder:
        return Error {.code = ErrorCode::FileIsFolder, .subject = path};
    case PathKind::Other:
        return Error {.code = ErrorCode::FileUnreadable, .subject = path, .detail = "not a regular file"};
    case PathKind::File:
        break;
    }
    FileReader reader;
    reader.m_path = path;
    reader.m_descriptor = Descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!reader.m_descriptor.isOpen()) {
        return Error {.code = ErrorCode::FileUnreadable,
                      .subject = path,
                      .detail = std::generic_category().message(errno)};
    }
    reader.m_size = fileSize(path);
    return reader;
}

Result<std::int64_t> FileReader::read(char* buffer, std::int64_t count)
{
    while (true) {
        const ssize_t got = ::read(m_descriptor.number(), buffer, static_cast<std::size_t>(count));
        if (got >= 0) {
            return std::int64_t {got};
        }
        if (errno != EINTR) {
            return Error {.code = ErrorCode::FileUnreadable,
                          .subject = m_path,
                          .detail = std::generic_category().message(errno)};
        }
    }
}

FileWriter& FileWriter::operator=(FileWriter&& other) noexcept
{
    if (this != &other) {
        discard();
        m_descriptor = std::move(other.m_descriptor);
        m_path = std::move(other.m_path);
    }
    return *this;
}

FileWriter::~FileWriter()
{
    discard();
}

void FileWriter::discard()
{
    if (m_descriptor.isOpen()) {
        m_descriptor.close();
        ::unlink((m_path + ".part").c_str());
    }
}

Result<FileWriter> FileWriter::open(const std::string& path)
{
    FileWriter writer;
    writer.m_path = path;
    writer.m_descriptor = openPart(path);
    if (!writer.m_descriptor.isOpen()) {
        return writeError(path);
    }
    return writer;
}

Status FileWriter::append(std::string_view bytes)
{
    if (!writeAll(m_descriptor.number(), bytes)) {
        return writeError(m_path);
    }
    return Done {};
}

Status FileWriter::sync()
{
    return ::fsync(m_descriptor.number()) == 0 ? Status(Done {}) : Status(writeError(m_path));
}

Status FileWriter::commit(bool synced)
{
    if (synced && ::fsync(m_descriptor.number()) != 0) {
        return writeError(m_path);
    }
    m_descriptor.close();
    const std::string part = m_path + ".part";
    return synced ? replaceFile(part, m_path) : moveOver(part, m_path);
}

void* zeroedPages(std::size_t bytes)
{
    void* pages = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return pages == MAP_FAILED ? nullptr : pages;
}

void releasePages(void* pages, std::size_t bytes)
{
    munmap(pages, bytes);
}

void keepFreedMemory()
{
#ifdef __GLIBC__
    // NOLINTBEGIN(concurrency-mt-unsafe): main() calls it before there is a second thread
    mallopt(M_MMAP_THRESHOLD, 16 << 20);
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
    mallopt(M_TOP_PAD, 4 << 20);
    // NOLINTEND(concurrency-mt-unsafe)
#endif
}

}  // namespace meitrace::platform
