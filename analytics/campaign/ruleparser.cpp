// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/campaign/ruleparser.h"

#include "analytics/campaign/rulereader.h"
#include "models/base/text.h"

#include <array>

namespace meitrace {

namespace {

using Kind = RuleNode::Kind;
using TokenKind = RuleToken::Kind;

struct Joining {
    RuleWord word;
    Kind kind;
};
constexpr std::array<Joining, 3> kJoinings {
    {{RuleWord::And, Kind::And}, {RuleWord::Or, Kind::Or}, {RuleWord::Except, Kind::Except}}};

/// Brackets, NOT and the words between clauses.
class Parser {
public:
    Parser(std::string_view text, const KeywordTable& words)
        : m_reader(text, words)
    {
    }

    bool rule(RuleNode& node)
    {
        return expression(node) && (m_reader.here().kind == TokenKind::End || m_reader.fail("joining"));
    }
    [[nodiscard]] const std::optional<Error>& error() const { return m_reader.error(); }

private:
    bool expression(RuleNode& node)
    {
        const std::int64_t column = m_reader.column();
        if (!term(node)) {
            return false;
        }
        std::optional<Kind> kind;
        while (const std::optional<Kind> here = joiningHere()) {
            if (kind && *kind != *here) {
                return m_reader.fail("one_operator");
            }
            m_reader.accept(wordOf(*here));
            if (!kind) {
                kind = here;
                RuleNode first = std::move(node);
                node = RuleNode {.kind = *here, .children = {}, .clause = {}, .column = {column}};
                node.children.push_back(std::move(first));
            }
            if (!term(node.children.emplace_back())) {
                return false;
            }
        }
        return true;
    }

    bool term(RuleNode& node)
    {
        const std::int64_t column = m_reader.column();
        if (!m_reader.accept(RuleWord::Not)) {
            return bracketOrClause(node);
        }
        node.kind = Kind::Not;
        node.column = {column};
        return bracketOrClause(node.children.emplace_back());
    }

    bool bracketOrClause(RuleNode& node)
    {
        const std::int64_t column = m_reader.column();
        if (!m_reader.accept(TokenKind::Open)) {
            node.column = {column};
            return ++m_clauses <= kRuleClauses ? readRuleClause(m_reader, node) : m_reader.fail("clauses");
        }
        if (++m_depth > kRuleDepth) {
            return m_reader.fail("depth");
        }
        if (!expression(node)) {
            return false;
        }
        if (m_reader.accept(RuleWord::IncludeUnknown)) {
            RuleNode inner = std::move(node);
            node = RuleNode {.kind = Kind::IncludeUnknown, .children = {}, .clause = {}, .column = {column}};
            node.children.push_back(std::move(inner));
        }
        --m_depth;
        return m_reader.accept(TokenKind::Close) || m_reader.fail("bracket");
    }

    [[nodiscard]] std::optional<Kind> joiningHere() const
    {
        for (const Joining& joining : kJoinings) {
            if (m_reader.at(joining.word)) {
                return joining.kind;
            }
        }
        return std::nullopt;
    }
    static RuleWord wordOf(Kind kind)
    {
        return kind == Kind::And ? RuleWord::And : (kind == Kind::Or ? RuleWord::Or : RuleWord::Except);
    }

    RuleReader m_reader;
    int m_depth = 0;
    int m_clauses = 0;
};

Error refusal(std::string_view limit, std::int64_t column)
{
    return {
        .code = ErrorCode::BadRule, .subject = std::string(limit), .place = {.line = 0, .column = column}};
}

}  // namespace

Result<RuleNode> parseRule(std::string_view text, const KeywordTable& words)
{
    if (text.size() > kRuleBytes) {
        return refusal("length", 1);
    }
    if (!isValidUtf8(text)) {
        return refusal("utf8", 1);
    }
    Parser parser(text, words);
    RuleNode rule;
    if (!parser.rule(rule)) {
        return *parser.error();
    }
    return rule;
}

}  // namespace meitrace
