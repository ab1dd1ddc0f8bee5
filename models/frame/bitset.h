// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/units.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstdint>
#include <vector>

namespace meitrace {

/// A set of rows 0 … size-1, 64 to a word. Bits beyond the end are always 0.
class Bitset {
public:
    Bitset() = default;
    explicit Bitset(Index size, bool value = false)
        : m_size(size)
        , m_words(static_cast<std::size_t>((size + 63) / 64), value ? ~std::uint64_t {0} : 0)
    {
        clearTail();
    }

    [[nodiscard]] Index size() const { return m_size; }
    [[nodiscard]] bool test(Index i) const { return ((m_words[wordOf(i)] >> (i & 63)) & 1U) != 0; }
    void set(Index i) { m_words[wordOf(i)] |= std::uint64_t {1} << (i & 63); }
    void reset(Index i) { m_words[wordOf(i)] &= ~(std::uint64_t {1} << (i & 63)); }
    void put(Index i, bool value)
    {
        if (value) {
            set(i);
        } else {
            reset(i);
        }
    }

    [[nodiscard]] Index count() const
    {
        Index total = 0;
        for (const std::uint64_t word : m_words) {
            total += std::popcount(word);
        }
        return total;
    }
    [[nodiscard]] bool any() const
    {
        return std::any_of(m_words.begin(), m_words.end(), [](std::uint64_t word) { return word != 0; });
    }

    Bitset& operator&=(const Bitset& other)
    {
        assert(m_size == other.m_size);
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            m_words[i] &= other.m_words[i];
        }
        return *this;
    }
    Bitset& operator|=(const Bitset& other)
    {
        assert(m_size == other.m_size);
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            m_words[i] |= other.m_words[i];
        }
        return *this;
    }
    /// Takes the rows of `other` out.
    Bitset& subtract(const Bitset& other)
    {
        assert(m_size == other.m_size);
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            m_words[i] &= ~other.m_words[i];
        }
        return *this;
    }
    void flip()
    {
        for (std::uint64_t& word : m_words) {
            word = ~word;
        }
        clearTail();
    }
    bool operator==(const Bitset& other) const = default;

    /// Calls body(row) for every row in the set, ascending.
    template <typename Body>
    void forEach(Body body) const
    {
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            for (std::uint64_t word = m_words[i]; word != 0; word &= word - 1) {
                body(static_cast<Index>(i) * 64 + std::countr_zero(word));
            }
        }
    }

    /// Word w holds rows 64 w … 64 w + 63. Different words may be written by different threads at once.
    [[nodiscard]] const std::vector<std::uint64_t>& words() const { return m_words; }
    void setWord(Index word, std::uint64_t bits)
    {
        m_words[static_cast<std::size_t>(word)] = bits;
        if (word + 1 == static_cast<Index>(m_words.size())) {
            clearTail();
        }
    }

private:
    static std::size_t wordOf(Index i) { return static_cast<std::size_t>(i >> 6); }
    void clearTail()
    {
        if ((m_size & 63) != 0 && !m_words.empty()) {
            m_words.back() &= (std::uint64_t {1} << (m_size & 63)) - 1;
        }
    }

    Index m_size = 0;
    std::vector<std::uint64_t> m_words;
};

}  // namespace meitrace
