// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace meitrace {

/// Finaliser of SplitMix64: a good 64-bit mix of one number. Source: Steele, Lea, Flood 2014.
constexpr std::uint64_t mix64(std::uint64_t x)
{
    x += 0x9E3779B97F4A7C15ULL;
    x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27U)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31U);
}

/// Counter-based: the same (seed, stream, index) gives the same number whichever thread asks, in any order.
constexpr std::uint64_t randomAt(std::uint64_t seed, std::uint64_t stream, std::uint64_t index)
{
    return mix64(mix64(mix64(seed) ^ stream) ^ index);
}

/// xoshiro256** seeded by SplitMix64: a sequence of its own per (seed, stream). Same numbers on every
/// machine. Source: Blackman and Vigna 2018. std:: distributions are implementation-defined and are not used
/// with it.
class Random {
public:
    explicit constexpr Random(std::uint64_t seed, std::uint64_t stream = 0)
    {
        for (std::uint64_t i = 0; i < 4; ++i) {
            m_state[i] = randomAt(seed, stream, i);
        }
    }

    constexpr std::uint64_t next()
    {
        const std::uint64_t result = rotate(m_state[1] * 5, 7) * 9;
        const std::uint64_t shifted = m_state[1] << 17U;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= shifted;
        m_state[3] = rotate(m_state[3], 45);
        return result;
    }

    /// Uniform in [0, bound); bound at least 1. The bias is below bound / 2^64.
    constexpr std::uint64_t below(std::uint64_t bound)
    {
        __extension__ using Wide = unsigned __int128;
        return static_cast<std::uint64_t>((static_cast<Wide>(next()) * bound) >> 64U);
    }

    /// Uniform in [0, 1), 53 bits
    constexpr double unit() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }

    /// True with probability perMillion / 1,000,000
    constexpr bool chance(std::uint64_t perMillion) { return below(1'000'000) < perMillion; }

private:
    static constexpr std::uint64_t rotate(std::uint64_t x, unsigned k) { return (x << k) | (x >> (64U - k)); }

    std::uint64_t m_state[4] {};
};

}  // namespace meitrace
