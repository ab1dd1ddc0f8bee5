// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/hash.h"
#include "models/ingest/byteorigin.h"

#include <memory>
#include <string>

namespace meitrace {

/// Hashes the bytes that pass through and, where wanted, makes sure that they are UTF-8.
class PassingCheck final : public ByteStream {
public:
    PassingCheck(std::unique_ptr<ByteStream> source, std::string name, bool mustBeUtf8)
        : m_source(std::move(source))
        , m_name(std::move(name))
        , m_mustBeUtf8(mustBeUtf8)
    {
    }

    /// Errors  also EncodingDoubtful
    Result<std::int64_t> read(char* buffer, std::int64_t count) override;
    [[nodiscard]] std::int64_t diskBytes() const override { return m_bytes; }
    /// XXH3-128 of what has passed so far
    [[nodiscard]] std::string hash() const { return m_hash.hex(); }

private:
    bool isUtf8(std::string_view bytes, bool final);

    std::unique_ptr<ByteStream> m_source;
    std::string m_name;
    bool m_mustBeUtf8;
    StreamHash m_hash;
    std::int64_t m_bytes = 0;
    std::string m_cut;  ///< the beginning of a character that goes on in the next piece
};

/// Bytes before a character that may be cut at the end.
std::int64_t wholeCharacters(std::string_view bytes);

}  // namespace meitrace
