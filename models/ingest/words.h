// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/units.h"
#include "models/domain/kind.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

/// Words of one sort out of domain/value_words.csv, folded. The words of all languages stand in that file and
/// not in the code.
class WordTable {
public:
    struct Word {
        std::string text;  ///< folded
        std::string code;
    };

    /// The first of two equal words stays.
    void add(std::string foldedWord, std::string code);
    /// nullptr when the word is not in the table. `folded` as made by folded() or FoldedCell.
    [[nodiscard]] const Word* find(std::string_view folded) const;
    /// The longest word that `folded` begins with; nullptr when there is none.
    [[nodiscard]] const Word* longestPrefix(std::string_view folded) const;
    /// The longest word that `folded` ends with; nullptr when there is none.
    [[nodiscard]] const Word* longestSuffix(std::string_view folded) const;
    /// Whether a word of the table may begin with this byte, in either case or full width: a first look that
    /// costs nothing.
    [[nodiscard]] bool mayBegin(char c) const { return m_first[static_cast<unsigned char>(c)]; }
    /// The same for the first character.
    [[nodiscard]] bool mayBegin(std::string_view text) const;
    [[nodiscard]] std::size_t longest() const { return m_longest; }

private:
    std::vector<Word> m_words;                              ///< as they came
    std::array<std::vector<std::uint16_t>, 256> m_byFirst;  ///< words by their first byte, longest first
    std::array<std::vector<std::uint16_t>, 256> m_byLast;
    std::array<bool, 256> m_first {};
    std::size_t m_longest = 0;
};

/// Table of a sort ("bool", "gender", "null", "date_word", …); an empty one when there is none. Lives for
/// ever.
const WordTable& wordTable(std::string_view sort);

/// What a word means as a value of this enumeration or as a Bool: its number, or kMissing for "unknown".
/// Codes themselves are understood too. `field`: some fields have words of their own. Empty: no such value.
/// Allocates; callers remember the answers.
/// What a word nobody knows means for a type that has a code for it; else empty.
std::optional<std::int64_t> otherValue(FieldType type);

std::optional<std::int64_t> wordValue(FieldType type, std::string_view field, std::string_view cell);

/// The null words of domain 4.5.
const WordTable& nullWords();
/// Whether a cell says "nothing here".
bool isNullWord(std::string_view trimmedCell);

/// Channel code of a source text by alias or code; empty when it is not known. Allocates.
std::string_view channelOf(std::string_view cell);

}  // namespace meitrace
