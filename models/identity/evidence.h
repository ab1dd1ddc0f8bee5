// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/flatmap.h"
#include "models/identity/names.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

/// How two cells of a column are compared. What the levels mean:
///
/// kind      Equal  Alike                   Near                     Partial              Kin
/// Name      equal  reads alike; JW >= .92  one character; JW >= .80 surname, no given    surname only
/// Word      equal  reads alike; JW >= .92  one character; JW >= .80
/// Date      equal  one slip                day and month swapped    same year and month
/// Phone     equal  one slip                a mask that fits         same last four
/// Address   equal  most words, or .85 of its letters
/// Code      equal  one slip
/// Category  equal
///
/// JW: jaroWinkler() of Latin words. Chinese names are compared by character and by toneless reading. A slip:
/// isOneSlip(). What is none of these is Different, an empty cell on either side is Unknown.
enum class EvidenceKind : std::uint8_t { Name, Word, Date, Phone, Address, Code, Category };
inline constexpr std::array<std::string_view, 7> kEvidenceKindCodes {"name",    "word", "date",    "phone",
                                                                     "address", "code", "category"};

enum class Level : std::uint8_t { Unknown, Equal, Alike, Near, Partial, Kin, Different };
inline constexpr std::size_t kLevels = 7;
inline constexpr std::array<std::string_view, kLevels> kLevelCodes {"unknown", "equal", "alike",    "near",
                                                                    "partial", "kin",   "different"};

/// Whether a kind knows a level.
bool hasLevel(EvidenceKind kind, Level level);

/// What of a cell two records must share to be compared at all.
enum class Part : std::uint8_t {
    Whole,
    Sound,      ///< reading of a name or a word: toneless pinyin, else the skeleton of its consonants
    Surname,    ///< of a name, by its reading
    YearMonth,  ///< of a date
    Tail,       ///< last four digits
    Head        ///< first seven digits
};

/// One column of people's records: every different value is stored and taken apart once.
class EvidenceColumn {
public:
    EvidenceColumn(std::string name, EvidenceKind kind);

    /// The cell of the next row; an empty one, or one that says nothing, is unknown.
    void add(std::string_view cell);

    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] EvidenceKind kind() const { return m_kind; }
    [[nodiscard]] std::uint32_t rows() const { return static_cast<std::uint32_t>(m_rows.size()); }
    [[nodiscard]] std::uint32_t filled() const { return m_filled; }
    /// Number of the row's value; 0: unknown. Equal exactly when the cleaned cells are.
    [[nodiscard]] std::uint32_t value(std::uint32_t row) const { return m_rows[row]; }
    [[nodiscard]] std::uint32_t values() const { return static_cast<std::uint32_t>(m_values.size() - 1); }

    /// Cost  0.02 to 1 us
    [[nodiscard]] Level compare(std::uint32_t a, std::uint32_t b) const;
    /// Rows that hold the row's value, itself among them; 0: unknown
    [[nodiscard]] std::uint32_t count(std::uint32_t row) const { return m_values[m_rows[row]].count; }
    /// Hash of the row's whole cell as cleaned; of an unknown one: of the empty text
    [[nodiscard]] std::uint64_t hash(std::uint32_t row) const;
    /// Hash of a part of the row's cell; 0: unknown
    [[nodiscard]] std::uint64_t part(std::uint32_t row, Part part) const;

private:
    struct Value {
        std::string text;   ///< cleaned
        std::string sound;  ///< names and words
        std::uint32_t count = 0;
        std::uint32_t letters = 0;  ///< a bit for each letter that occurs
        bool han = false;           ///< a name or word in Chinese characters
        bool given = false;         ///< a full name
        std::uint64_t surname = 0;
    };

    [[nodiscard]] Value read(std::string_view cell) const;
    static Level compareSurnames(const Value& a, const Value& b);
    static Level compareNames(const Value& a, const Value& b);
    static Level compareWords(const Value& a, const Value& b);

    std::string m_name;
    EvidenceKind m_kind;
    std::vector<std::uint32_t> m_rows;
    std::vector<Value> m_values {1};  ///< the first stands for unknown
    FlatMap m_byHash;
    std::uint32_t m_filled = 0;
};

}  // namespace meitrace
