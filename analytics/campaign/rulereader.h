// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/campaign/rule.h"
#include "analytics/campaign/rulelexer.h"
#include "analytics/campaign/rulewords.h"
#include "models/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace meitrace {

/// Reads a rule word by word and keeps the first error. Every function that reads returns whether it found
/// what it looks for and moves on only then.
class RuleReader {
public:
    RuleReader(std::string_view text, const KeywordTable& words)
        : m_lexer(text)
        , m_words(words)
    {
        moveTo(0);
    }

    [[nodiscard]] const RuleToken& here() const { return m_here; }
    [[nodiscard]] const KeywordTable& words() const { return m_words; }
    [[nodiscard]] std::int64_t column() const { return columnOf(m_here); }
    /// 1-based character; cheap as long as it is asked for from left to right
    [[nodiscard]] std::int64_t columnOf(const RuleToken& token) const;

    bool accept(RuleWord word)
    {
        const std::optional<std::size_t> end = endOf(word);
        if (end) {
            moveTo(*end);
        }
        return end.has_value();
    }
    [[nodiscard]] bool at(RuleWord word) const { return endOf(word).has_value(); }
    bool accept(RuleToken::Kind kind)
    {
        if (m_here.kind != kind) {
            return false;
        }
        moveTo(m_here.end);
        return true;
    }
    /// The token behind a word that stands here; nothing when it does not.
    [[nodiscard]] std::optional<RuleToken> behind(RuleWord word) const
    {
        const std::optional<std::size_t> end = endOf(word);
        return end ? std::optional<RuleToken>(m_lexer.tokenAt(*end)) : std::nullopt;
    }
    RuleToken take()
    {
        RuleToken token = m_here;
        moveTo(m_here.end);
        return token;
    }
    /// A step filter; its names become canonical.
    bool takeEvent(EventPredicate& event);

    /// Keeps the error unless there is one already; always false.
    bool fail(std::string_view expected);
    bool failAt(std::int64_t column, std::string_view expected, std::string_view value);
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

private:
    [[nodiscard]] std::optional<std::size_t> endOf(RuleWord word) const;
    void moveTo(std::size_t byte);

    RuleLexer m_lexer;
    const KeywordTable& m_words;
    RuleToken m_here;
    std::string m_hereLower;
    mutable std::size_t m_countedBytes = 0;  ///< characters before it: m_counted
    mutable std::int64_t m_counted = 0;
    std::optional<Error> m_error;
};

/// Reads one clause without NOT and brackets into the node; false and an error where there is none.
bool readRuleClause(RuleReader& reader, RuleNode& node);

// Parts of clauses; each fails where it is not what stands here.
bool readRuleEvent(RuleReader& reader, DidClause& clause);
bool readRuleDuration(RuleReader& reader, Duration& duration);
bool readRuleComparison(RuleReader& reader, RuleOp& op);
/// The windows that need no event: last, before, date .. date. found stays false where none begins here.
bool readRuleDays(RuleReader& reader, RuleWindow& window, bool& found);

}  // namespace meitrace
