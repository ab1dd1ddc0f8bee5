// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/datetoken.h"

#include "models/ingest/celltext.h"
#include "models/ingest/words.h"

namespace meitrace::datetext {

namespace {

bool add(Lexed& lexed, Token token)
{
    const bool repeatedBlank = token.part == Part::Blank
        && (lexed.size == 0 || lexed.tokens[static_cast<std::size_t>(lexed.size - 1)].part == Part::Blank);
    if (repeatedBlank) {
        return true;
    }
    if (lexed.size + 1 >= static_cast<int>(lexed.tokens.size())) {
        return false;
    }
    lexed.tokens[static_cast<std::size_t>(lexed.size++)] = token;
    return true;
}

bool addWord(Lexed& lexed, std::string_view code)
{
    struct Entry {
        std::string_view code;
        Part part;
    };
    static constexpr std::array<Entry, 9> kParts {{{"year", Part::Year},
                                                   {"month", Part::Month},
                                                   {"day", Part::Day},
                                                   {"hour", Part::Hour},
                                                   {"minute", Part::Minute},
                                                   {"second", Part::Second},
                                                   {"half", Part::Half},
                                                   {"utc", Part::Utc},
                                                   {"until", Part::Until}}};
    for (const Entry& entry : kParts) {
        if (entry.code == code) {
            return add(lexed, {.part = entry.part});
        }
    }
    if (code == "ignore") {
        return add(lexed, {.part = Part::Blank});
    }
    if (code == "relative") {
        lexed.relative = true;
        return true;
    }
    if (code[0] == 'm') {
        const int month = code.size() == 2 ? code[1] - '0' : 10 + code[2] - '0';
        if (isDigit(code[1])) {
            return add(lexed, {.part = Part::MonthName, .value = month});
        }
    }
    const Half half = code == "am" ? Half::Am
        : code == "pm"             ? Half::Pm
        : code == "noon"           ? Half::Noon
                                   : Half::Night;
    const bool first = lexed.half == Half::None;
    lexed.half = half;
    return first && add(lexed, {.part = Part::Blank});
}

/// Up to nine digits; moves behind them.
Token readNumber(std::string_view folded, std::size_t& at)
{
    Token token {.part = Part::Number};
    for (; at < folded.size() && isDigit(folded[at]) && token.digits < 9; ++at, ++token.digits) {
        token.value = token.value * 10 + (folded[at] - '0');
    }
    return token;
}

/// Blanks, commas, brackets, and the T between a date and a time.
bool isSeparator(std::string_view folded, std::size_t at)
{
    const char c = folded[at];
    const bool isoT
        = c == 't' && at > 0 && isDigit(folded[at - 1]) && at + 1 < folded.size() && isDigit(folded[at + 1]);
    return c == ' ' || c == ',' || c == '(' || c == ')' || isoT;
}

bool isSign(char c)
{
    return c == '-' || c == '/' || c == '.' || c == ':' || c == '+';
}

/// The token at `at`, which moves behind it. False when it belongs to no date.
bool lexOne(std::string_view folded, std::size_t& at, const WordTable& words, Lexed& lexed)
{
    if (isDigit(folded[at])) {
        return add(lexed, readNumber(folded, at));
    }
    if (isSeparator(folded, at)) {
        ++at;
        return add(lexed, {.part = Part::Blank});
    }
    if (const WordTable::Word* word = words.longestPrefix(folded.substr(at))) {
        at += word->text.size();
        return addWord(lexed, word->code);
    }
    const char c = folded[at];
    ++at;
    return isSign(c) && add(lexed, {.part = Part::Sign, .value = c});
}

}  // namespace

bool lex(std::string_view folded, Lexed& lexed)
{
    static const WordTable& words = wordTable("date_word");
    for (std::size_t at = 0; at < folded.size();) {
        if (!lexOne(folded, at, words, lexed)) {
            return false;
        }
    }
    while (lexed.size > 0 && lexed.tokens[static_cast<std::size_t>(lexed.size - 1)].part == Part::Blank) {
        --lexed.size;
    }
    return true;
}

const Token& TokenCursor::peek(int ahead) const
{
    static constexpr Token kEnd;
    const int at = m_at + ahead;
    return at < m_lexed->size ? m_lexed->tokens[static_cast<std::size_t>(at)] : kEnd;
}

bool TokenCursor::skip(Part part)
{
    const bool there = peek().part == part;
    m_at += there ? 1 : 0;
    return there;
}

bool TokenCursor::skipSign(char sign)
{
    const bool there = peek().part == Part::Sign && peek().value == sign;
    m_at += there ? 1 : 0;
    return there;
}

bool TokenCursor::number(int& value, int leastDigits, int mostDigits)
{
    const Token& token = peek();
    if (token.part != Part::Number || token.digits < leastDigits || token.digits > mostDigits) {
        return false;
    }
    value = token.value;
    ++m_at;
    return true;
}

}  // namespace meitrace::datetext
