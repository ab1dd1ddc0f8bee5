// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/gzipstream.h"

#include <algorithm>
#include <utility>
#include <vector>
#include <zlib.h>

namespace meitrace {

namespace {

constexpr int kGzipWindow = 15 + 16;  // zlib: largest window, gzip header and trailer
constexpr std::int64_t kInput = 256 << 10;
constexpr std::int64_t kMostAtOnce = 1 << 30;

class GzipStream final : public ByteStream {
public:
    GzipStream(std::unique_ptr<ByteStream> packed, std::string name)
        : m_packed(std::move(packed))
        , m_name(std::move(name))
        , m_input(static_cast<std::size_t>(kInput))
    {
    }
    GzipStream(const GzipStream&) = delete;
    GzipStream& operator=(const GzipStream&) = delete;

    ~GzipStream() override
    {
        if (m_started) {
            inflateEnd(&m_zlib);
        }
    }

    bool start()
    {
        m_started = inflateInit2(&m_zlib, kGzipWindow) == Z_OK;
        return m_started;
    }

    Result<std::int64_t> read(char* buffer, std::int64_t count) override
    {
        const std::int64_t wanted = std::min(count, kMostAtOnce);
        m_zlib.next_out = reinterpret_cast<Bytef*>(buffer);
        m_zlib.avail_out = static_cast<uInt>(wanted);
        while (!m_ended && m_zlib.avail_out == static_cast<uInt>(wanted)) {
            if (const Status status = step(); !status) {
                return status.error();
            }
        }
        return wanted - std::int64_t {m_zlib.avail_out};
    }

    [[nodiscard]] std::int64_t diskBytes() const override { return m_packed->diskBytes(); }

private:
    [[nodiscard]] Error damaged(const char* how) const
    {
        return {.code = ErrorCode::FileTruncated, .subject = m_name, .detail = how};
    }

    /// Fetches input when there is none. False at the end of the packed file.
    Result<bool> refill()
    {
        if (m_zlib.avail_in > 0) {
            return true;
        }
        const Result<std::int64_t> got = m_packed->read(m_input.data(), kInput);
        if (!got) {
            return got.error();
        }
        m_zlib.next_in = reinterpret_cast<Bytef*>(m_input.data());
        m_zlib.avail_in = static_cast<uInt>(*got);
        return *got > 0;
    }

    Status step()
    {
        const Result<bool> more = refill();
        if (!more) {
            return more.error();
        }
        if (!*more) {
            if (!m_betweenMembers) {
                return damaged("the compressed data ends too early");
            }
            m_ended = true;
            return Done {};
        }
        if (m_betweenMembers && !nextMember()) {
            return Done {};
        }
        const int outcome = inflate(&m_zlib, Z_NO_FLUSH);
        if (outcome == Z_STREAM_END) {
            m_betweenMembers = true;
            inflateReset(&m_zlib);
        } else if (outcome != Z_OK && outcome != Z_BUF_ERROR) {
            return damaged("the compressed data is damaged");
        }
        return Done {};
    }

    /// Between members: skips padding. False when all input at hand was padding. Anything else is handed to
    /// zlib, which refuses what is no member.
    bool nextMember()
    {
        while (m_zlib.avail_in > 0 && *m_zlib.next_in == 0) {
            ++m_zlib.next_in;
            --m_zlib.avail_in;
        }
        if (m_zlib.avail_in == 0) {
            return false;
        }
        m_betweenMembers = false;
        return true;
    }

    std::unique_ptr<ByteStream> m_packed;
    std::string m_name;
    std::vector<char> m_input;
    z_stream m_zlib {};
    bool m_started = false;
    bool m_betweenMembers = false;
    bool m_ended = false;
};

}  // namespace

Result<std::unique_ptr<ByteStream>> gzipStream(std::unique_ptr<ByteStream> packed, std::string name)
{
    auto stream = std::make_unique<GzipStream>(std::move(packed), std::move(name));
    if (!stream->start()) {
        return Error {.code = ErrorCode::Internal, .subject = "zlib", .detail = "inflateInit2 failed"};
    }
    return std::unique_ptr<ByteStream>(std::move(stream));
}

}  // namespace meitrace
