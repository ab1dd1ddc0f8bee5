// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace meitrace {

/// XXH3 of bytes. Stable for ever: it goes into files.
std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0);

/// 128 bits as 32 lower-case hexadecimal digits
std::string hash128Hex(std::string_view bytes);

/// XXH3-128 of a stream of pieces.
class StreamHash {
public:
    StreamHash();
    StreamHash(const StreamHash&) = delete;
    StreamHash& operator=(const StreamHash&) = delete;
    ~StreamHash();
    void add(std::string_view bytes);
    [[nodiscard]] std::string hex() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// SHA-256 as 64 lower-case hexadecimal digits: for files that leave the program.
std::string sha256Hex(std::string_view bytes);

}  // namespace meitrace
