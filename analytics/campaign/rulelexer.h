// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace meitrace {

struct RuleToken {
    enum class Kind : std::uint8_t {
        End,
        Word,    ///< letters, digits, _ - . + % / : # @ & * and everything beyond ASCII
        Quoted,  ///< text without its quotes, escapes undone
        Open,
        Close,
        Comma,
        Operator,  ///< = != < <= > >=
        Range,     ///< ..
        Bad        ///< a character that stands for nothing here, or a quote that is never closed
    };
    Kind kind = Kind::End;
    std::string text;
    std::size_t begin = 0;  ///< byte
    std::size_t end = 0;    ///< byte behind it
};

/// Cuts a rule into tokens, one at a time. Full-width brackets, commas, quotes and signs of comparison read
/// as the ASCII ones; full-width blanks are blanks. The text must be valid UTF-8 and outlive the lexer.
class RuleLexer {
public:
    explicit RuleLexer(std::string_view text)
        : m_text(text)
    {
    }

    [[nodiscard]] RuleToken tokenAt(std::size_t byte) const;
    /// Where a step filter that begins at the byte must end: the next full-width sign or blank outside [ ],
    /// which would otherwise read as part of a name.
    [[nodiscard]] std::size_t eventLimit(std::size_t byte) const;
    [[nodiscard]] std::string_view text() const { return m_text; }

private:
    [[nodiscard]] std::size_t skipBlanks(std::size_t byte) const;
    [[nodiscard]] RuleToken quotedAt(std::size_t begin, std::size_t content, std::string_view close) const;

    std::string_view m_text;
};

/// Whether a text reads back as one Word of the same text.
bool isBareRuleWord(std::string_view text);
/// In ASCII quotes, with " and \ escaped.
std::string quotedRuleText(std::string_view text);

}  // namespace meitrace
