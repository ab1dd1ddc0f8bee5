// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/units.h"
#include "models/domain/kind.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace meitrace {

/// Words of one sort out of domain/value_words.csv, folded. The words of all languages stand in that file and
/// not in the code.
class WordTable {
public:
    void add(std::string foldedWord, std::string code);
    /// nullptr when the word is not in the table. `folded` as made by folded().
    [[nodiscard]] const std::string* find(std::string_view folded) const;
    /// The longest word that `folded` begins with; empty when there is none.
    [[nodiscard]] std::string_view longestPrefix(std::string_view folded) const;
    /// The longest word that `folded` ends with; empty when there is none.
    [[nodiscard]] std::string_view longestSuffix(std::string_view folded) const;
    /// Whether a word of the table may begin with this byte, in either case: a cheap first look.
    [[nodiscard]] bool mayBegin(char c) const { return m_first[static_cast<unsigned char>(c)]; }
    [[nodiscard]] std::size_t longest() const { return m_longest; }
    [[nodiscard]] const std::vector<std::string>& words() const { return m_words; }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view> {}(text); }
    };

    std::unordered_map<std::string, std::string, Hash, std::equal_to<>> m_codes;
    std::vector<std::string> m_words;  ///< longest first
    bool m_first[256] {};
    std::size_t m_longest = 0;
};

/// Table of a sort ("bool", "gender", "null", "date_word", …); an empty one when there is none. Lives for
/// ever.
const WordTable& wordTable(std::string_view sort);

/// The codes an enumeration type knows, in the order of its enumerators; empty for other types.
std::span<const std::string_view> codesOf(FieldType type);

/// What a word means as a value of this enumeration or as a Bool: its number, or kMissing for "unknown".
/// Codes themselves are understood too. `field`: some fields have words of their own. Empty: no such value.
/// Allocates; callers remember the answers.
std::optional<std::int64_t> wordValue(FieldType type, std::string_view field, std::string_view cell);

/// Whether a cell says "nothing here" (domain: null words). Quick for ordinary cells.
bool isNullWord(std::string_view trimmedCell);

/// Channel code of a source text by alias or code; empty when it is not known. Allocates.
std::string_view channelOf(std::string_view cell);

}  // namespace meitrace
