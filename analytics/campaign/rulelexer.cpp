// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/campaign/rulelexer.h"

#include <algorithm>
#include <array>

namespace meitrace {

namespace {

using Kind = RuleToken::Kind;

struct Sign {
    std::string_view written;
    Kind kind = Kind::Bad;
    std::string_view text;
};

// Longer signs before those they begin with.
constexpr std::array<Sign, 22> kSigns {{
    {"..", Kind::Range, ".."},        {"!=", Kind::Operator, "!="},     {"<>", Kind::Operator, "!="},
    {"<=", Kind::Operator, "<="},     {">=", Kind::Operator, ">="},     {"<", Kind::Operator, "<"},
    {">", Kind::Operator, ">"},       {"=", Kind::Operator, "="},       {"(", Kind::Open, "("},
    {")", Kind::Close, ")"},          {",", Kind::Comma, ","},          {"\u2260", Kind::Operator, "!="},
    {"\u2264", Kind::Operator, "<="}, {"\u2265", Kind::Operator, ">="}, {"\uFF1C", Kind::Operator, "<"},
    {"\uFF1E", Kind::Operator, ">"},  {"\uFF1D", Kind::Operator, "="},  {"\uFF08", Kind::Open, "("},
    {"\uFF09", Kind::Close, ")"},     {"\uFF0C", Kind::Comma, ","},     {"\u3001", Kind::Comma, ","},
    {"\u2026", Kind::Range, ".."},
}};

constexpr std::string_view kOpenQuote = "\u201C";
constexpr std::string_view kCloseQuote = "\u201D";
constexpr std::string_view kWideBlank = "\u3000";
constexpr std::string_view kWordSigns = "-.+%/:#@&*";

bool startsAt(std::string_view text, std::size_t at, std::string_view with)
{
    return text.substr(at, with.size()) == with;
}

/// Bytes that no sign, blank or quote begins with: most of any rule.
bool isOrdinary(char c)
{
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    const auto byte = static_cast<unsigned char>(c);
    return letter || c == '_' || (byte >= 0x80 && byte != 0xE2 && byte != 0xE3 && byte != 0xEF);
}

const Sign* signAt(std::string_view text, std::size_t at)
{
    if (isOrdinary(text[at])) {
        return nullptr;
    }
    for (const Sign& sign : kSigns) {
        if (startsAt(text, at, sign.written)) {
            return &sign;
        }
    }
    return nullptr;
}

bool isAsciiBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isWordAt(std::string_view text, std::size_t at)
{
    if (at >= text.size() || isOrdinary(text[at])) {
        return at < text.size();
    }
    const bool wide = static_cast<unsigned char>(text[at]) >= 0x80;
    return (wide || kWordSigns.find(text[at]) != std::string_view::npos) && signAt(text, at) == nullptr
        && !startsAt(text, at, kWideBlank) && !startsAt(text, at, kOpenQuote)
        && !startsAt(text, at, kCloseQuote);
}

std::size_t nextCharacter(std::string_view text, std::size_t at)
{
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
        ++at;
    }
    return at;
}

}  // namespace

std::size_t RuleLexer::skipBlanks(std::size_t byte) const
{
    while (byte < m_text.size()) {
        if (isAsciiBlank(m_text[byte])) {
            ++byte;
        } else if (startsAt(m_text, byte, kWideBlank)) {
            byte += kWideBlank.size();
        } else {
            break;
        }
    }
    return byte;
}

RuleToken RuleLexer::tokenAt(std::size_t byte) const
{
    const std::size_t begin = skipBlanks(byte);
    if (begin >= m_text.size()) {
        return {.kind = Kind::End, .text = {}, .begin = m_text.size(), .end = m_text.size()};
    }
    if (m_text[begin] == '"') {
        return quotedAt(begin, begin + 1, "\"");
    }
    if (startsAt(m_text, begin, kOpenQuote)) {
        return quotedAt(begin, begin + kOpenQuote.size(), kCloseQuote);
    }
    if (const Sign* sign = signAt(m_text, begin)) {
        return {.kind = sign->kind,
                .text = std::string(sign->text),
                .begin = begin,
                .end = begin + sign->written.size()};
    }
    std::size_t end = begin;
    while (isWordAt(m_text, end)) {
        end = nextCharacter(m_text, end);
    }
    const bool bad = end == begin;
    end = bad ? nextCharacter(m_text, begin) : end;
    return {.kind = bad ? Kind::Bad : Kind::Word,
            .text = std::string(m_text.substr(begin, end - begin)),
            .begin = begin,
            .end = end};
}

RuleToken RuleLexer::quotedAt(std::size_t begin, std::size_t content, std::string_view close) const
{
    RuleToken token {.kind = Kind::Quoted, .text = {}, .begin = begin, .end = m_text.size()};
    for (std::size_t at = content; at < m_text.size(); ++at) {
        if (startsAt(m_text, at, close)) {
            token.end = at + close.size();
            return token;
        }
        if (m_text[at] == '\\' && at + 1 < m_text.size()) {
            ++at;
        }
        token.text += m_text[at];
    }
    token.kind = Kind::Bad;
    return token;
}

std::size_t RuleLexer::eventLimit(std::size_t byte) const
{
    bool inBrackets = false;
    bool inQuotes = false;
    for (; byte < m_text.size(); byte = nextCharacter(m_text, byte)) {
        const char c = m_text[byte];
        if (inQuotes) {
            byte += c == '\\' && byte + 1 < m_text.size() ? 1 : 0;
            inQuotes = c != '"';
            continue;
        }
        const Sign* sign = signAt(m_text, byte);
        const bool wideSign = sign != nullptr && sign->written.size() > 2;
        if (!inBrackets && (wideSign || startsAt(m_text, byte, kWideBlank))) {
            break;
        }
        inQuotes = c == '"';
        inBrackets = c == '[' || (inBrackets && c != ']');
    }
    return std::min(byte, m_text.size());
}

bool isBareRuleWord(std::string_view text)
{
    if (text.empty()) {
        return false;
    }
    const RuleToken token = RuleLexer(text).tokenAt(0);
    return token.kind == Kind::Word && token.begin == 0 && token.end == text.size();
}

std::string quotedRuleText(std::string_view text)
{
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            quoted += '\\';
        }
        quoted += c;
    }
    return quoted + '"';
}

}  // namespace meitrace
