// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

/// Words of the grammar. One may consist of several written words ("did not").
enum class RuleWord : std::uint8_t {
    And,
    Or,
    Except,
    Not,
    All,
    IncludeUnknown,
    In,
    Between,
    BetweenAnd,
    Contains,
    Starts,
    Empty,
    Did,
    DidNot,
    ButNot,
    Count,
    Sum,
    Distinct,
    Last,
    Before,
    Since,
    Within,
    Of,
    First,
    Final,  ///< "last" behind an event: its last occurrence
    InAudience,
    Reachable,
    Consent
};
inline constexpr int kRuleWordCount = 28;

enum class RuleLanguage : std::uint8_t { English, Chinese };

/// The words of rules in both languages, as data. Grammar words, and names: of fields, events, units,
/// measures, consent scopes, channels and states, and of the values of a field. A name has one canonical
/// spelling, which is what a tree holds and what English shows.
class KeywordTable {
public:
    /// Grammar words in English only.
    static KeywordTable english();
    /// Text with the columns keyword_en, keyword_zh, token (resources/text/rule_keywords.csv); several
    /// Chinese spellings are separated by '|', the first is the one printed. Token: "word:and",
    /// "field:age", "value:gender:female" …
    /// Errors  FileFormat(rule_keywords; place.line): a line that is no such row, or a spelling given twice
    static Result<KeywordTable> parse(std::string_view csv);

    /// Every spelling that is read for a word; each as its written words.
    [[nodiscard]] const std::vector<std::vector<std::string>>& spellings(RuleWord word) const
    {
        return m_spellings[static_cast<std::size_t>(word)];
    }
    /// The spelling that is printed; English where there is no other.
    [[nodiscard]] std::string_view written(RuleWord word, RuleLanguage language) const
    {
        return m_written[static_cast<std::size_t>(language)][static_cast<std::size_t>(word)];
    }
    /// Whether a written word joins terms (AND, OR, EXCEPT, NOT, include unknown), in either language: such a
    /// word is a value only in quotes. ASCII case is ignored.
    [[nodiscard]] bool isReserved(std::string_view text) const;

    /// Names of a kind ("field", "event", "unit", "measure", "scope", "channel", "state", "value:FIELD").
    /// The canonical spelling; the text itself where the table does not know it.
    [[nodiscard]] std::string_view canonical(std::string_view kind, std::string_view text) const;
    /// The spelling to print for a canonical name.
    [[nodiscard]] std::string_view shown(std::string_view kind, std::string_view name,
                                         RuleLanguage language) const;

private:
    using Names = std::map<std::string, std::string, std::less<>>;

    Status addRow(std::string_view english, std::string_view chinese, std::string_view token);
    Status addName(std::string_view kind, std::string_view name, std::string_view chinese);
    void addWord(RuleWord word, std::string_view english, std::string_view chinese);

    std::array<std::vector<std::vector<std::string>>, kRuleWordCount> m_spellings;
    std::array<std::array<std::string, kRuleWordCount>, 2> m_written;
    std::map<std::string, Names, std::less<>> m_canonical;  ///< by kind, by Chinese spelling
    std::map<std::string, Names, std::less<>> m_chinese;    ///< by kind, by canonical spelling
};

/// Lower case of ASCII letters, the rest unchanged: grammar words ignore case.
std::string lowerAscii(std::string_view text);

}  // namespace meitrace
