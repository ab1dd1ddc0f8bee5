// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/random.h"

#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

namespace meitrace {

/// XXH3 of bytes. Stable for ever: it goes into files.
std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0);

/// A hash of a short text without a call: for grouping cells while a file is read. Longer texts take
/// hash64(). Stable.
inline std::uint64_t shortHash(std::string_view text)
{
    const std::size_t size = text.size();
    if (size > 16) {
        return hash64(text);
    }
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    if (size >= 8) {
        std::memcpy(&low, text.data(), 8);
        std::memcpy(&high, text.data() + size - 8, 8);
    } else if (size >= 4) {
        std::uint32_t head = 0;
        std::uint32_t tail = 0;
        std::memcpy(&head, text.data(), 4);
        std::memcpy(&tail, text.data() + size - 4, 4);
        low = head;
        high = tail;
    } else if (size > 0) {
        low = static_cast<unsigned char>(text[0]);
        high = std::uint64_t {static_cast<unsigned char>(text[size / 2])} << 8U
            | static_cast<unsigned char>(text[size - 1]);
    }
    __extension__ using Wide = unsigned __int128;
    const auto mixed = [](std::uint64_t a, std::uint64_t b) {
        const Wide product = static_cast<Wide>(a) * b;
        return static_cast<std::uint64_t>(product >> 64U) ^ static_cast<std::uint64_t>(product);
    };
    // The size goes in apart: "1" and "11" have the same words.
    const std::uint64_t words = mixed(low ^ 0xA0761D6478BD642FULL, high ^ 0xE7037ED1A0B428DBULL);
    return mixed(words ^ 0x8EBC6AF09C88C6E3ULL, size ^ 0x589965CC75374CC3ULL);
}

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

/// A fresh secret for keyedHashHex(): 32 bytes from the system's generator, as hexadecimal digits.
std::string randomKeyHex();

/// BLAKE2b with a key, 128 bits as hexadecimal digits: nobody without the key can find out by trying whether
/// a number is among the hashed ones. The key's digits stand for themselves.
std::string keyedHashHex(std::string_view bytes, std::string_view key);

/// SHA-256 as 64 lower-case hexadecimal digits: for files that leave the program.
std::string sha256Hex(std::string_view bytes);

/// SHA-256 of a stream of pieces.
class Sha256Stream {
public:
    Sha256Stream();
    Sha256Stream(Sha256Stream&& other) noexcept;
    Sha256Stream& operator=(Sha256Stream&& other) noexcept;
    Sha256Stream(const Sha256Stream&) = delete;
    Sha256Stream& operator=(const Sha256Stream&) = delete;
    ~Sha256Stream();
    void add(std::string_view bytes);
    /// Of all that was added; ends the stream.
    [[nodiscard]] std::string finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace meitrace
