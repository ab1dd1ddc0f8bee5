// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/datetime.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace meitrace::datetext {

/// What a piece of a written date is.
enum class Part : std::uint8_t {
    End,
    Number,
    Sign,
    Blank,
    Year,
    Month,
    Day,
    Hour,
    Minute,
    Second,
    Half,
    Utc,
    Until,
    MonthName
};
/// Which half of the day a clock of twelve hours means.
enum class Half : std::uint8_t { None, Am, Pm, Noon, Night };

struct Token {
    Part part = Part::End;
    int value = 0;  ///< of a number, a sign (the character) or a month name
    int digits = 0;
};

/// The cell as numbers, signs and words. Weekdays, commas and brackets count as blanks.
struct Lexed {
    std::array<Token, 32> tokens;
    int size = 0;
    Half half = Half::None;
    bool relative = false;
};

/// Reads the tokens from left to right. Each function moves behind what it has taken.
class TokenCursor {
public:
    explicit TokenCursor(const Lexed& lexed)
        : m_lexed(&lexed)
    {
    }

    [[nodiscard]] const Token& peek(int ahead = 0) const;
    bool skip(Part part);
    bool skipSign(char sign);
    /// A number of that many digits
    bool number(int& value, int leastDigits, int mostDigits);
    void advance(int count = 1) { m_at += count; }
    [[nodiscard]] int at() const { return m_at; }
    void moveTo(int at) { m_at = at; }
    [[nodiscard]] Half half() const { return m_lexed->half; }

private:
    const Lexed* m_lexed;
    int m_at = 0;
};

/// Takes a cell as made by FoldedCell apart. False when something in it belongs to no date.
bool lex(std::string_view folded, Lexed& lexed);

/// A time of day with AM or PM, the end of a slot (dropped) and, behind a date, a zone. Sets clock and
/// quality.
bool readClockAndZone(TokenCursor& cursor, Moment& moment, bool dated);

}  // namespace meitrace::datetext
