// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/byteorigin.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct zip;

namespace meitrace {

/// What an archive may hold. Ordinary workbooks stay far below; archives made to fill a machine do not.
struct ZipLimits {
    std::int64_t entries = 2'000;
    std::int64_t partBytes = std::int64_t {1} << 30;   ///< of one part, unpacked
    std::int64_t totalBytes = std::int64_t {4} << 30;  ///< of all parts, unpacked
    std::int64_t ratio = 200;                          ///< unpacked to packed, looked at
    std::int64_t ratioFrom = std::int64_t {10} << 20;  ///< from this size on
};

/// A ZIP archive for reading. Its entries are only ever read into memory: no name in it is used as a path.
class ZipArchive {
public:
    /// Errors  FileMissing, FileUnreadable, FileTruncated (damaged), FileFormat (value: "zip-limits",
    ///         "zip-encrypted")
    static Result<ZipArchive> open(const std::string& path, const ZipLimits& limits = {});
    static Result<ZipArchive> fromBytes(std::string bytes, const std::string& name = "memory",
                                        const ZipLimits& limits = {});

    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] bool has(const std::string& entry) const;
    /// Unpacked bytes, as the archive says; 0 when it does not know the entry.
    [[nodiscard]] std::int64_t sizeOf(const std::string& entry) const;
    /// The stream must not outlive the archive. diskBytes() counts unpacked bytes.
    ///
    /// Errors  FileFormat (value: "zip-part": there is no such entry), FileTruncated while reading
    [[nodiscard]] Result<std::unique_ptr<ByteStream>> stream(const std::string& entry) const;

private:
    struct Close {
        void operator()(zip* archive) const;
    };

    ZipArchive(zip* archive, std::string name, const ZipLimits& limits);
    static Result<ZipArchive> checked(zip* archive, const std::string& name, const ZipLimits& limits);

    std::unique_ptr<std::string> m_bytes;  ///< where the archive lies in memory
    std::unique_ptr<zip, Close> m_archive;
    std::string m_name;
    ZipLimits m_limits;
};

}  // namespace meitrace
