// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/campaign/rulewords.h"

#include "models/base/text.h"

#include <algorithm>

namespace meitrace {

namespace {

struct WordName {
    std::string_view token;
    std::string_view english;
};

// In the order of RuleWord.
constexpr std::array<WordName, kRuleWordCount> kWords {{
    {"and", "AND"},
    {"or", "OR"},
    {"except", "EXCEPT"},
    {"not", "NOT"},
    {"all", "all"},
    {"include_unknown", "include unknown"},
    {"in", "in"},
    {"between", "between"},
    {"between_and", "and"},
    {"contains", "contains"},
    {"starts", "starts"},
    {"empty", "empty"},
    {"did", "did"},
    {"did_not", "did not"},
    {"but_not", "but not"},
    {"count", "count"},
    {"sum", "sum"},
    {"distinct", "distinct"},
    {"last", "last"},
    {"before", "before"},
    {"since", "since"},
    {"within", "within"},
    {"of", "of"},
    {"first", "first"},
    {"final", "last"},
    {"in_audience", "in audience"},
    {"reachable", "reachable"},
    {"consent", "consent"},
}};

std::optional<RuleWord> wordByToken(std::string_view token)
{
    const auto* found
        = std::find_if(kWords.begin(), kWords.end(), [&](const WordName& w) { return w.token == token; });
    return found == kWords.end() ? std::nullopt
                                 : std::optional<RuleWord>(static_cast<RuleWord>(found - kWords.begin()));
}

std::vector<std::string> writtenWords(std::string_view text)
{
    std::vector<std::string> words;
    for (const std::string_view word : split(text, ' ')) {
        words.push_back(lowerAscii(word));
    }
    return words;
}

const std::string*
find(const std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>>& names,
     std::string_view kind, std::string_view text)
{
    const auto ofKind = names.find(kind);
    if (ofKind == names.end()) {
        return nullptr;
    }
    const auto found = ofKind->second.find(text);
    return found == ofKind->second.end() ? nullptr : &found->second;
}

Error badTable(std::string_view value)
{
    return {.code = ErrorCode::FileFormat, .subject = "rule_keywords", .value = shortened(value)};
}

}  // namespace

std::string lowerAscii(std::string_view text)
{
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') {
            c = static_cast<char>(c + ('a' - 'A'));
        }
    }
    return lower;
}

KeywordTable KeywordTable::english()
{
    KeywordTable table;
    for (int i = 0; i < kRuleWordCount; ++i) {
        table.addWord(static_cast<RuleWord>(i), kWords[static_cast<std::size_t>(i)].english, {});
    }
    return table;
}

Result<KeywordTable> KeywordTable::parse(std::string_view csv)
{
    KeywordTable table = english();
    std::int64_t line = 0;
    for (std::string_view row : split(csv, '\n')) {
        ++line;
        row = trimmed(row);
        if (row.empty() || line == 1) {
            continue;
        }
        const std::vector<std::string_view> cells = split(row, ',');
        Status status = cells.size() == 3 ? table.addRow(cells[0], cells[1], cells[2]) : badTable(row);
        if (!status) {
            Error error = status.error();
            error.place.line = line;
            return error;
        }
    }
    return table;
}

Status KeywordTable::addRow(std::string_view english, std::string_view chinese, std::string_view token)
{
    const std::size_t kindEnd = token.rfind(':');
    if (kindEnd == std::string_view::npos || english.empty()) {
        return badTable(token);
    }
    const std::string_view kind = token.substr(0, kindEnd);
    const std::string_view name = token.substr(kindEnd + 1);
    if (kind != "word") {
        return name == english ? addName(kind, name, chinese) : badTable(token);
    }
    const std::optional<RuleWord> word = wordByToken(name);
    if (!word || english != kWords[static_cast<std::size_t>(*word)].english) {
        return badTable(token);
    }
    addWord(*word, english, chinese);
    return Done {};
}

void KeywordTable::addWord(RuleWord word, std::string_view english, std::string_view chinese)
{
    const auto at = static_cast<std::size_t>(word);
    m_spellings[at] = {writtenWords(english)};
    m_written[0][at] = english;
    m_written[1][at] = english;
    if (!chinese.empty()) {
        const std::vector<std::string_view> all = split(chinese, '|');
        m_written[1][at] = all.front();
        for (const std::string_view one : all) {
            m_spellings[at].push_back(writtenWords(one));
        }
    }
}

Status KeywordTable::addName(std::string_view kind, std::string_view name, std::string_view chinese)
{
    if (chinese.empty()) {
        return Done {};
    }
    const std::vector<std::string_view> all = split(chinese, '|');
    m_chinese[std::string(kind)].emplace(name, all.front());
    for (const std::string_view one : all) {
        if (!m_canonical[std::string(kind)].emplace(one, name).second) {
            return badTable(one);
        }
    }
    return Done {};
}

bool KeywordTable::isReserved(std::string_view text) const
{
    const std::string word = lowerAscii(text);
    const auto begins = [&](RuleWord joining) {
        const auto& all = spellings(joining);
        return std::any_of(all.begin(), all.end(), [&](const auto& words) { return words.front() == word; });
    };
    return begins(RuleWord::And) || begins(RuleWord::Or) || begins(RuleWord::Except) || begins(RuleWord::Not)
        || begins(RuleWord::IncludeUnknown);
}

std::string_view KeywordTable::canonical(std::string_view kind, std::string_view text) const
{
    const std::string* name = find(m_canonical, kind, text);
    return name != nullptr ? std::string_view(*name) : text;
}

std::string_view KeywordTable::shown(std::string_view kind, std::string_view name,
                                     RuleLanguage language) const
{
    const std::string* chinese = language == RuleLanguage::Chinese ? find(m_chinese, kind, name) : nullptr;
    return chinese != nullptr ? std::string_view(*chinese) : name;
}

}  // namespace meitrace
