// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/hash.h"

#include <algorithm>
#include <array>
#include <sodium.h>
#include <xxhash.h>

namespace meitrace {

namespace {

std::string hexOf(const unsigned char* bytes, std::size_t count)
{
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(count * 2);
    for (std::size_t i = 0; i < count; ++i) {
        text += kDigits[bytes[i] >> 4U];
        text += kDigits[bytes[i] & 15U];
    }
    return text;
}

std::string hexOf(XXH128_hash_t hash)
{
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, hash);
    return hexOf(canonical.digest, sizeof canonical.digest);
}

}  // namespace

struct StreamHash::State {
    XXH3_state_t* xxh = XXH3_createState();
};

std::uint64_t hash64(std::string_view bytes, std::uint64_t seed)
{
    return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

std::string hash128Hex(std::string_view bytes)
{
    return hexOf(XXH3_128bits(bytes.data(), bytes.size()));
}

StreamHash::StreamHash()
    : m_state(std::make_unique<State>())
{
    XXH3_128bits_reset(m_state->xxh);
}

StreamHash::~StreamHash()
{
    XXH3_freeState(m_state->xxh);
}

void StreamHash::add(std::string_view bytes)
{
    XXH3_128bits_update(m_state->xxh, bytes.data(), bytes.size());
}

std::string StreamHash::hex() const
{
    return hexOf(XXH3_128bits_digest(m_state->xxh));
}

std::string randomKeyHex()
{
    std::array<unsigned char, 32> bytes {};
    randombytes_buf(bytes.data(), bytes.size());
    return hexOf(bytes.data(), bytes.size());
}

std::string keyedHashHex(std::string_view bytes, std::string_view key)
{
    std::array<unsigned char, 16> digest {};
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                       bytes.size(), reinterpret_cast<const unsigned char*>(key.data()),
                       std::min<std::size_t>(key.size(), crypto_generichash_KEYBYTES_MAX));
    return hexOf(digest.data(), digest.size());
}

std::string sha256Hex(std::string_view bytes)
{
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest {};
    crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return hexOf(digest.data(), digest.size());
}

struct Sha256Stream::State {
    crypto_hash_sha256_state sha {};
};

Sha256Stream::Sha256Stream()
    : m_state(std::make_unique<State>())
{
    crypto_hash_sha256_init(&m_state->sha);
}

Sha256Stream::Sha256Stream(Sha256Stream&& other) noexcept = default;
Sha256Stream& Sha256Stream::operator=(Sha256Stream&& other) noexcept = default;
Sha256Stream::~Sha256Stream() = default;

void Sha256Stream::add(std::string_view bytes)
{
    crypto_hash_sha256_update(&m_state->sha, reinterpret_cast<const unsigned char*>(bytes.data()),
                              bytes.size());
}

std::string Sha256Stream::finish()
{
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest {};
    crypto_hash_sha256_final(&m_state->sha, digest.data());
    return hexOf(digest.data(), digest.size());
}

}  // namespace meitrace
