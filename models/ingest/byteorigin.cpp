// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/byteorigin.h"

#include "models/base/platform.h"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace meitrace {

namespace {

class FileStream final : public ByteStream {
public:
    explicit FileStream(platform::FileReader reader)
        : m_reader(std::move(reader))
    {
    }

    Result<std::int64_t> read(char* buffer, std::int64_t count) override
    {
        Result<std::int64_t> got = m_reader.read(buffer, count);
        if (got) {
            m_bytes += *got;
        }
        return got;
    }

    [[nodiscard]] std::int64_t diskBytes() const override { return m_bytes; }

private:
    platform::FileReader m_reader;
    std::int64_t m_bytes = 0;
};

class FileOrigin final : public ByteOrigin {
public:
    using ByteOrigin::ByteOrigin;

    [[nodiscard]] Result<std::unique_ptr<ByteStream>> open() const override
    {
        Result<platform::FileReader> reader = platform::FileReader::open(name());
        if (!reader) {
            return reader.error();
        }
        return std::unique_ptr<ByteStream>(std::make_unique<FileStream>(std::move(*reader)));
    }

    [[nodiscard]] Result<std::int64_t> size() const override { return platform::fileSize(name()); }
};

class MemoryStream final : public ByteStream {
public:
    explicit MemoryStream(std::string_view bytes)
        : m_bytes(bytes)
    {
    }

    Result<std::int64_t> read(char* buffer, std::int64_t count) override
    {
        const std::size_t got = std::min(static_cast<std::size_t>(count), m_bytes.size() - m_at);
        std::memcpy(buffer, m_bytes.data() + m_at, got);
        m_at += got;
        return static_cast<std::int64_t>(got);
    }

    [[nodiscard]] std::int64_t diskBytes() const override { return static_cast<std::int64_t>(m_at); }

private:
    std::string_view m_bytes;
    std::size_t m_at = 0;
};

class MemoryOrigin final : public ByteOrigin {
public:
    MemoryOrigin(std::string bytes, std::string name)
        : ByteOrigin(std::move(name))
        , m_bytes(std::move(bytes))
    {
    }

    [[nodiscard]] Result<std::unique_ptr<ByteStream>> open() const override
    {
        return std::unique_ptr<ByteStream>(std::make_unique<MemoryStream>(m_bytes));
    }

    [[nodiscard]] Result<std::int64_t> size() const override
    {
        return static_cast<std::int64_t>(m_bytes.size());
    }

private:
    std::string m_bytes;
};

}  // namespace

std::shared_ptr<const ByteOrigin> fileOrigin(const std::string& path)
{
    return std::make_shared<FileOrigin>(path);
}

std::shared_ptr<const ByteOrigin> memoryOrigin(std::string bytes, std::string name)
{
    return std::make_shared<MemoryOrigin>(std::move(bytes), std::move(name));
}

Result<std::int64_t> readFully(ByteStream& stream, char* buffer, std::int64_t count)
{
    std::int64_t filled = 0;
    while (filled < count) {
        const Result<std::int64_t> got = stream.read(buffer + filled, count - filled);
        if (!got) {
            return got.error();
        }
        if (*got == 0) {
            break;
        }
        filled += *got;
    }
    return filled;
}

}  // namespace meitrace
