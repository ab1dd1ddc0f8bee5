// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/powervfs.h"

#include "models/base/random.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <optional>

namespace meitrace::test {

namespace {

constexpr std::size_t kSector = 512;

/// A write or truncation that was not synced.
struct Change {
    std::size_t offset = 0;
    std::string bytes;
    std::optional<std::size_t> size;  ///< truncation to this size
};

void apply(std::string& content, std::size_t offset, std::string_view bytes)
{
    if (content.size() < offset + bytes.size()) {
        content.resize(offset + bytes.size());
    }
    content.replace(offset, bytes.size(), bytes);
}

}  // namespace

struct PowerDisk::File {
    std::string now;     ///< what is read
    std::string synced;  ///< what is on the disk for sure
    std::vector<Change> changes;
    bool isDurable = false;  ///< its creation was synced

    // Locks of open handles; gone with the power.
    int shared = 0;
    const Handle* reserved = nullptr;
    const Handle* exclusive = nullptr;
    std::vector<std::unique_ptr<std::array<char, 32768>>> memory;
    std::array<int, SQLITE_SHM_NLOCK> memoryShared {};
    std::array<const Handle*, SQLITE_SHM_NLOCK> memoryExclusive {};

    void write(std::size_t offset, std::string_view bytes)
    {
        apply(now, offset, bytes);
        changes.push_back({.offset = offset, .bytes = std::string(bytes), .size = {}});
    }

    void truncate(std::size_t size)
    {
        now.resize(size);
        changes.push_back({.offset = 0, .bytes = {}, .size = size});
    }

    void sync()
    {
        synced = now;
        changes.clear();
        isDurable = true;
    }

    /// The synced bytes and a random choice of the sectors written since.
    [[nodiscard]] std::string torn(Random& random) const
    {
        std::string content = synced;
        for (const Change& change : changes) {
            if (change.size) {
                if (random.chance(500'000)) {
                    content.resize(*change.size);
                }
                continue;
            }
            const std::string_view bytes = change.bytes;
            for (std::size_t at = 0; at < bytes.size();) {
                const std::size_t place = change.offset + at;
                const std::size_t length = std::min(bytes.size() - at, kSector - place % kSector);
                if (random.chance(500'000)) {
                    apply(content, place, bytes.substr(at, length));
                } else if (place + length > content.size() && random.chance(250'000)) {
                    // The file has grown before its new sectors were written.
                    std::string garbage(length, '\0');
                    std::generate(garbage.begin(), garbage.end(),
                                  [&] { return static_cast<char>(random.below(256)); });
                    apply(content, place, garbage);
                }
                at += length;
            }
        }
        return content;
    }
};

/// SQLite's view of an open file.
struct PowerDisk::Handle {
    sqlite3_file base {};
    PowerDisk* disk = nullptr;
    std::shared_ptr<File> file;
    int lock = SQLITE_LOCK_NONE;
    unsigned memoryShared = 0;     ///< bit per lock
    unsigned memoryExclusive = 0;  ///< bit per lock
    std::string deleteOnClose;
};

/// The functions SQLite calls.
struct Methods {
    using Handle = PowerDisk::Handle;
    using File = PowerDisk::File;

    static Handle& of(sqlite3_file* file) { return *reinterpret_cast<Handle*>(file); }
    static PowerDisk& of(sqlite3_vfs* vfs) { return *static_cast<PowerDisk*>(vfs->pAppData); }
    static sqlite3_vfs* system() { return sqlite3_vfs_find(nullptr); }

    static int close(sqlite3_file* file)
    {
        Handle& handle = of(file);
        {
            const std::lock_guard guard(handle.disk->m_mutex);
            unlock(file, SQLITE_LOCK_NONE);
            shmUnmap(file, 0);
            if (!handle.deleteOnClose.empty()) {
                handle.disk->m_files.erase(handle.deleteOnClose);
            }
        }
        handle.~Handle();
        return SQLITE_OK;
    }

    static int read(sqlite3_file* file, void* out, int count, sqlite3_int64 offset)
    {
        Handle& handle = of(file);
        const std::lock_guard guard(handle.disk->m_mutex);
        if (const int code = handle.disk->beginCall(false, SQLITE_IOERR_READ); code != SQLITE_OK) {
            return code;
        }
        const std::string& content = handle.file->now;
        const auto from = static_cast<std::size_t>(offset);
        const auto wanted = static_cast<std::size_t>(count);
        const std::size_t got = from < content.size() ? std::min(wanted, content.size() - from) : 0;
        std::memcpy(out, content.data() + (got > 0 ? from : 0), got);
        std::memset(static_cast<char*>(out) + got, 0, wanted - got);
        return got == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
    }

    static int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset)
    {
        Handle& handle = of(file);
        const std::lock_guard guard(handle.disk->m_mutex);
        const bool on = handle.disk->beginOperation() == SQLITE_OK;
        if (!on && handle.disk->m_operations != handle.disk->m_cutAt) {
            return SQLITE_IOERR_WRITE;
        }
        if (const int code = handle.disk->beginCall(true, SQLITE_IOERR_WRITE); code != SQLITE_OK) {
            return code;
        }
        // The interrupted write may have reached the disk in part.
        handle.file->write(static_cast<std::size_t>(offset),
                           {static_cast<const char*>(bytes), static_cast<std::size_t>(count)});
        return on ? SQLITE_OK : SQLITE_IOERR_WRITE;
    }

    static int truncate(sqlite3_file* file, sqlite3_int64 size)
    {
        Handle& handle = of(file);
        const std::lock_guard guard(handle.disk->m_mutex);
        const bool on = handle.disk->beginOperation() == SQLITE_OK;
        if (!on && handle.disk->m_operations != handle.disk->m_cutAt) {
            return SQLITE_IOERR_TRUNCATE;
        }
        if (const int code = handle.disk->beginCall(false, SQLITE_IOERR_TRUNCATE); code != SQLITE_OK) {
            return code;
        }
        handle.file->truncate(static_cast<std::size_t>(size));
        return on ? SQLITE_OK : SQLITE_IOERR_TRUNCATE;
    }

    static int sync(sqlite3_file* file, int)
    {
        Handle& handle = of(file);
        const std::lock_guard guard(handle.disk->m_mutex);
        if (handle.disk->beginOperation() != SQLITE_OK) {
            return SQLITE_IOERR_FSYNC;
        }
        if (const int code = handle.disk->beginCall(true, SQLITE_IOERR_FSYNC); code != SQLITE_OK) {
            return code;
        }
        handle.file->sync();
        return SQLITE_OK;
    }

    static int fileSize(sqlite3_file* file, sqlite3_int64* size)
    {
        Handle& handle = of(file);
        const std::lock_guard guard(handle.disk->m_mutex);
        *size = static_cast<sqlite3_int64>(handle.file->now.size());
        return SQLITE_OK;
    }

    static int lock(sqlite3_file* file, int level)
    {
        Handle& handle = of(file);
        const std::lock_guard guard(handle.disk->m_mutex);
        File& target = *handle.file;
        if (handle.lock >= level) {
            return SQLITE_OK;
        }
        const bool heldByOther = (target.exclusive != nullptr && target.exclusive != &handle)
            || (level >= SQLITE_LOCK_RESERVED && target.reserved != nullptr && target.reserved != &handle);
        if (heldByOther) {
            return SQLITE_BUSY;
        }
        if (handle.lock == SQLITE_LOCK_NONE) {
            ++target.shared;
            handle.lock = SQLITE_LOCK_SHARED;
        }
        if (level >= SQLITE_LOCK_RESERVED) {
            target.reserved = &handle;
            handle.lock = SQLITE_LOCK_RESERVED;
        }
        if (level == SQLITE_LOCK_EXCLUSIVE) {
            if (target.shared > 1) {
                return SQLITE_BUSY;
            }
            target.exclusive = &handle;
            handle.lock = SQLITE_LOCK_EXCLUSIVE;
        }
        return SQLITE_OK;
    }

    static int unlock(sqlite3_file* file, int level)
    {
        Handle& handle = of(file);
        const std::lock_guard guard(handle.disk->m_mutex);
        File& target = *handle.file;
        if (target.exclusive == &handle) {
            target.exclusive = nullptr;
        }
        if (target.reserved == &handle) {
            target.reserved = nullptr;
        }
        if (level == SQLITE_LOCK_NONE && handle.lock != SQLITE_LOCK_NONE) {
            --target.shared;
        }
        handle.lock = std::min(handle.lock, level);
        return SQLITE_OK;
    }

    static int checkReserved(sqlite3_file* file, int* answer)
    {
        Handle& handle = of(file);
        const std::lock_guard guard(handle.disk->m_mutex);
        *answer = handle.file->reserved != nullptr ? 1 : 0;
        return SQLITE_OK;
    }

    static int fileControl(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
    static int sectorSize(sqlite3_file*) { return 4096; }
    static int characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

    static int shmMap(sqlite3_file* file, int region, int size, int extend, volatile void** out)
    {
        Handle& handle = of(file);
        const std::lock_guard guard(handle.disk->m_mutex);
        auto& memory = handle.file->memory;
        *out = nullptr;
        const auto wanted = static_cast<std::size_t>(region);
        if (size != 32768) {
            return SQLITE_IOERR_SHMMAP;
        }
        if (wanted >= memory.size() && extend == 0) {
            return SQLITE_OK;
        }
        while (memory.size() <= wanted) {
            memory.push_back(std::make_unique<std::array<char, 32768>>());
        }
        *out = memory[wanted]->data();
        return SQLITE_OK;
    }

    static int shmLock(sqlite3_file* file, int offset, int count, int flags)
    {
        Handle& handle = of(file);
        const std::lock_guard guard(handle.disk->m_mutex);
        File& target = *handle.file;
        const bool exclusive = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
        const bool taking = (flags & SQLITE_SHM_LOCK) != 0;
        for (int i = offset; taking && i < offset + count; ++i) {
            const auto at = static_cast<std::size_t>(i);
            const bool mine = (handle.memoryShared >> at & 1U) != 0;
            const bool others = target.memoryShared[at] > (mine ? 1 : 0);
            if ((target.memoryExclusive[at] != nullptr && target.memoryExclusive[at] != &handle)
                || (exclusive && others)) {
                return SQLITE_BUSY;
            }
        }
        for (int i = offset; i < offset + count; ++i) {
            takeOrRelease(handle, static_cast<std::size_t>(i), exclusive, taking);
        }
        return SQLITE_OK;
    }

    static void takeOrRelease(Handle& handle, std::size_t at, bool exclusive, bool taking)
    {
        File& target = *handle.file;
        const unsigned bit = 1U << at;
        unsigned& mine = exclusive ? handle.memoryExclusive : handle.memoryShared;
        if (((mine & bit) != 0) == taking) {
            return;
        }
        mine ^= bit;
        if (exclusive) {
            target.memoryExclusive[at] = taking ? &handle : nullptr;
        } else {
            target.memoryShared[at] += taking ? 1 : -1;
        }
    }

    static void shmBarrier(sqlite3_file*) { std::atomic_thread_fence(std::memory_order_seq_cst); }

    static int shmUnmap(sqlite3_file* file, int remove)
    {
        Handle& handle = of(file);
        const std::lock_guard guard(handle.disk->m_mutex);
        for (std::size_t at = 0; at < SQLITE_SHM_NLOCK; ++at) {
            takeOrRelease(handle, at, false, false);
            takeOrRelease(handle, at, true, false);
        }
        if (remove != 0) {
            handle.file->memory.clear();
        }
        return SQLITE_OK;
    }

    static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* out, int flags, int* outFlags);
    static int remove(sqlite3_vfs* vfs, const char* name, int syncFolder);

    static int access(sqlite3_vfs* vfs, const char* name, int, int* answer)
    {
        PowerDisk& disk = of(vfs);
        const std::lock_guard guard(disk.m_mutex);
        *answer = disk.m_files.count(name) != 0 ? 1 : 0;
        return SQLITE_OK;
    }

    static int fullPathname(sqlite3_vfs*, const char* name, int size, char* out)
    {
        sqlite3_snprintf(size, out, "%s", name);
        return SQLITE_OK;
    }

    static int randomness(sqlite3_vfs*, int count, char* out)
    {
        return system()->xRandomness(system(), count, out);
    }
    static int sleep(sqlite3_vfs*, int micros) { return micros; }
    static int currentTime(sqlite3_vfs*, double* out) { return system()->xCurrentTime(system(), out); }
    static int currentMillis(sqlite3_vfs*, sqlite3_int64* out)
    {
        return system()->xCurrentTimeInt64(system(), out);
    }
    static int lastError(sqlite3_vfs*, int, char*) { return 0; }

    static constexpr sqlite3_io_methods kFile {
        2,        close,         read,        write,      truncate,        sync,   fileSize, lock,
        unlock,   checkReserved, fileControl, sectorSize, characteristics, shmMap, shmLock,  shmBarrier,
        shmUnmap, nullptr,       nullptr};
};

int Methods::open(sqlite3_vfs* vfs, const char* name, sqlite3_file* out, int flags, int* outFlags)
{
    PowerDisk& disk = of(vfs);
    const std::lock_guard guard(disk.m_mutex);
    out->pMethods = nullptr;
    if (disk.m_cutAt > 0 && disk.m_operations >= disk.m_cutAt) {
        return SQLITE_IOERR;
    }
    const std::string path
        = name != nullptr ? std::string(name) : "nameless " + std::to_string(disk.m_calls) + "?";
    const bool exists = disk.m_files.count(path) != 0;
    if (!exists && (flags & SQLITE_OPEN_CREATE) == 0) {
        return SQLITE_CANTOPEN;
    }
    if (const int code = disk.beginCall(!exists, SQLITE_CANTOPEN); code != SQLITE_OK) {
        return code;
    }
    std::shared_ptr<File>& file = disk.m_files[path];
    if (!file) {
        file = std::make_shared<File>();
        disk.m_deleted.erase(path);
    }
    auto* handle = new (out) Handle;
    handle->disk = &disk;
    handle->file = file;
    if (name == nullptr || (flags & SQLITE_OPEN_DELETEONCLOSE) != 0) {
        handle->deleteOnClose = path;
    }
    handle->base.pMethods = &kFile;
    if (outFlags != nullptr) {
        *outFlags = flags;
    }
    return SQLITE_OK;
}

int Methods::remove(sqlite3_vfs* vfs, const char* name, int syncFolder)
{
    PowerDisk& disk = of(vfs);
    const std::lock_guard guard(disk.m_mutex);
    const auto found = disk.m_files.find(name);
    if (found == disk.m_files.end()) {
        return SQLITE_IOERR_DELETE_NOENT;
    }
    const bool on = disk.beginOperation() == SQLITE_OK;
    if (!on && disk.m_operations != disk.m_cutAt) {
        return SQLITE_IOERR_DELETE;
    }
    if (const int code = disk.beginCall(false, SQLITE_IOERR_DELETE); code != SQLITE_OK) {
        return code;
    }
    if (syncFolder == 0 || !on) {
        disk.m_deleted[name] = found->second;
    }
    disk.m_files.erase(found);
    return on ? SQLITE_OK : SQLITE_IOERR_DELETE;
}

PowerDisk::PowerDisk(std::string name)
    : m_name(std::move(name))
    , m_vfs(std::make_unique<sqlite3_vfs>())
{
    m_vfs->iVersion = 2;
    m_vfs->szOsFile = sizeof(Handle);
    m_vfs->mxPathname = 512;
    m_vfs->zName = m_name.c_str();
    m_vfs->pAppData = this;
    m_vfs->xOpen = Methods::open;
    m_vfs->xDelete = Methods::remove;
    m_vfs->xAccess = Methods::access;
    m_vfs->xFullPathname = Methods::fullPathname;
    m_vfs->xRandomness = Methods::randomness;
    m_vfs->xSleep = Methods::sleep;
    m_vfs->xCurrentTime = Methods::currentTime;
    m_vfs->xGetLastError = Methods::lastError;
    m_vfs->xCurrentTimeInt64 = Methods::currentMillis;
    sqlite3_vfs_register(m_vfs.get(), 0);
}

PowerDisk::~PowerDisk()
{
    sqlite3_vfs_unregister(m_vfs.get());
}

int PowerDisk::beginOperation()
{
    ++m_operations;
    return m_cutAt > 0 && m_operations >= m_cutAt ? SQLITE_IOERR : SQLITE_OK;
}

int PowerDisk::beginCall(bool needsSpace, int brokenCode)
{
    if (m_cutAt > 0 && m_operations > m_cutAt) {
        return brokenCode;
    }
    ++m_calls;
    const bool now = m_failAlways ? m_calls >= m_failAt : m_calls == m_failAt;
    if (m_fault == Fault::None || m_failAt == 0 || !now) {
        return SQLITE_OK;
    }
    if (m_fault == Fault::Broken) {
        return brokenCode;
    }
    return needsSpace ? SQLITE_FULL : SQLITE_OK;
}

PowerDisk::Image PowerDisk::image() const
{
    const std::lock_guard guard(m_mutex);
    Image image;
    for (const auto& [name, file] : m_files) {
        image[name] = file->now;
    }
    return image;
}

void PowerDisk::restore(const Image& image)
{
    const std::lock_guard guard(m_mutex);
    m_files.clear();
    m_deleted.clear();
    for (const auto& [name, content] : image) {
        auto file = std::make_shared<File>();
        file->now = content;
        file->sync();
        m_files[name] = std::move(file);
    }
    startCounting();
}

void PowerDisk::startCounting()
{
    const std::lock_guard guard(m_mutex);
    m_operations = 0;
    m_cutAt = 0;
    m_calls = 0;
    m_failAt = 0;
    m_fault = Fault::None;
    m_failAlways = false;
}

void PowerDisk::failAt(std::int64_t call, Fault fault, bool always)
{
    const std::lock_guard guard(m_mutex);
    m_calls = 0;
    m_failAt = call;
    m_fault = fault;
    m_failAlways = always;
}

void PowerDisk::reboot(Damage damage, std::uint64_t seed)
{
    const std::lock_guard guard(m_mutex);
    Random random(seed);
    Image after;
    const auto chance
        = [&](bool whenTorn) { return damage == Damage::Tear ? random.chance(500'000) : whenTorn; };
    for (const auto& [name, file] : m_deleted) {
        if (file->isDurable && chance(damage == Damage::Lose)) {
            after[name] = file->synced;
        }
    }
    for (const auto& [name, file] : m_files) {
        if (!file->isDurable && !chance(damage == Damage::Keep)) {
            continue;
        }
        switch (damage) {
        case Damage::Keep:
            after[name] = file->now;
            break;
        case Damage::Lose:
            after[name] = file->synced;
            break;
        case Damage::Tear:
            after[name] = file->torn(random);
            break;
        }
    }
    restore(after);
}

}  // namespace meitrace::test
