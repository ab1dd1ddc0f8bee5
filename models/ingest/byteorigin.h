// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>

namespace meitrace {

/// Bytes from start to end, once. Not shared between threads.
class ByteStream {
public:
    ByteStream() = default;
    ByteStream(const ByteStream&) = delete;
    ByteStream& operator=(const ByteStream&) = delete;
    virtual ~ByteStream() = default;

    /// Fills at most count bytes; 0 at the end and ever after.
    ///
    /// Errors  FileUnreadable, FileTruncated (compressed streams)
    virtual Result<std::int64_t> read(char* buffer, std::int64_t count) = 0;
    /// Bytes taken so far from what lies on the disk: differs from what read() gave when that is compressed.
    [[nodiscard]] virtual std::int64_t diskBytes() const = 0;
};

/// Where a stream comes from: may be opened again and again, and gives the same bytes each time unless
/// somebody changes the file meanwhile.
class ByteOrigin {
public:
    explicit ByteOrigin(std::string name)
        : m_name(std::move(name))
    {
    }
    ByteOrigin(const ByteOrigin&) = delete;
    ByteOrigin& operator=(const ByteOrigin&) = delete;
    virtual ~ByteOrigin() = default;

    /// The path, as it stands in errors
    [[nodiscard]] const std::string& name() const { return m_name; }
    /// Errors  FileMissing, FileIsFolder, FileUnreadable
    [[nodiscard]] virtual Result<std::unique_ptr<ByteStream>> open() const = 0;
    /// Bytes on the disk now. Errors  as open()
    [[nodiscard]] virtual Result<std::int64_t> size() const = 0;

private:
    std::string m_name;
};

std::shared_ptr<const ByteOrigin> fileOrigin(const std::string& path);
/// bytes: held by the origin; its streams must not outlive it.
std::shared_ptr<const ByteOrigin> memoryOrigin(std::string bytes, std::string name = "memory");

/// Reads until count bytes are there or the stream ends: a short answer means the end.
Result<std::int64_t> readFully(ByteStream& stream, char* buffer, std::int64_t count);

}  // namespace meitrace
