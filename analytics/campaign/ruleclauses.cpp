// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/campaign/rule.h"
#include "analytics/campaign/rulereader.h"
#include "models/base/calendar.h"

#include <algorithm>
#include <array>

namespace meitrace {

namespace {

using TokenKind = RuleToken::Kind;
using WindowKind = RuleWindow::Kind;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool startsWithDigit(const RuleToken& token)
{
    return token.kind == TokenKind::Word && isDigit(token.text.front());
}

bool readDate(RuleReader& reader, Day& day)
{
    const std::optional<Day> date
        = reader.here().kind == TokenKind::Word ? parseIsoDate(reader.here().text) : std::nullopt;
    if (!date) {
        return reader.fail("date");
    }
    reader.take();
    day = *date;
    return true;
}

std::optional<RuleOp> comparisonOf(std::string_view sign)
{
    constexpr std::array<std::string_view, 6> kSigns {"=", "!=", "<", "<=", ">", ">="};
    const auto* found = std::find(kSigns.begin(), kSigns.end(), sign);
    return found == kSigns.end() ? std::nullopt
                                 : std::optional<RuleOp>(static_cast<RuleOp>(found - kSigns.begin()));
}

// ---- attributes and metrics

bool readValue(RuleReader& reader, AttributeClause& clause)
{
    const RuleToken& here = reader.here();
    const bool bare = here.kind == TokenKind::Word && !reader.words().isReserved(here.text);
    const bool quoted = here.kind == TokenKind::Quoted && !here.text.empty();
    if (!bare && !quoted) {
        return reader.fail("value");
    }
    const std::string text = reader.take().text;
    clause.values.push_back(bare ? std::string(reader.words().canonical("value:" + clause.name, text))
                                 : text);
    return true;
}

bool readList(RuleReader& reader, AttributeClause& clause)
{
    if (!reader.accept(TokenKind::Open)) {
        return reader.fail("bracket");
    }
    do {
        if (!readValue(reader, clause)) {
            return false;
        }
    } while (reader.accept(TokenKind::Comma));
    return reader.accept(TokenKind::Close) || reader.fail("bracket");
}

bool readAttribute(RuleReader& reader, AttributeClause& clause)
{
    if (reader.here().kind != TokenKind::Word || reader.words().isReserved(reader.here().text)) {
        return reader.fail("term");
    }
    clause.name = reader.words().canonical("field", reader.take().text);
    if (reader.accept(RuleWord::In)) {
        clause.op = RuleOp::In;
        return readList(reader, clause);
    }
    if (reader.accept(RuleWord::Between)) {
        clause.op = RuleOp::Between;
        return readValue(reader, clause)
            && (reader.accept(RuleWord::BetweenAnd) || reader.fail("between_and"))
            && readValue(reader, clause);
    }
    if (reader.accept(RuleWord::Empty)) {
        clause.op = RuleOp::Empty;
        return true;
    }
    if (reader.accept(RuleWord::Contains)) {
        clause.op = RuleOp::Contains;
        return readValue(reader, clause);
    }
    if (reader.accept(RuleWord::Starts)) {
        clause.op = RuleOp::Starts;
        return readValue(reader, clause);
    }
    bool window = false;
    if (!readRuleDays(reader, clause.window, window)) {
        return false;
    }
    if (window) {
        clause.op = RuleOp::Window;
        return true;
    }
    return readRuleComparison(reader, clause.op) && readValue(reader, clause);
}

// ---- consent

template <typename Enum, std::size_t N>
bool readCode(RuleReader& reader, std::string_view kind, const std::array<std::string_view, N>& codes,
              Enum& value)
{
    const std::string name(reader.words().canonical(kind, reader.here().text));
    const auto* found = std::find(codes.begin(), codes.end(), name);
    if (reader.here().kind != TokenKind::Word || found == codes.end()) {
        return reader.fail(kind);
    }
    reader.take();
    value = static_cast<Enum>(found - codes.begin());
    return true;
}

bool readScope(RuleReader& reader, ConsentClause& clause)
{
    return readCode(reader, "scope", kConsentScopeCodes, clause.scope);
}

bool readChannel(RuleReader& reader, ConsentClause& clause)
{
    return readCode(reader, "channel", kConsentChannelCodes, clause.channel);
}

bool readReachable(RuleReader& reader, ConsentClause& clause)
{
    clause.reachable = true;
    return (reader.accept(TokenKind::Open) || reader.fail("bracket")) && readChannel(reader, clause)
        && (!reader.accept(TokenKind::Comma) || readScope(reader, clause))
        && (reader.accept(TokenKind::Close) || reader.fail("bracket"));
}

bool readConsent(RuleReader& reader, ConsentClause& clause)
{
    constexpr std::array<std::string_view, 3> kStates {"unknown", "granted", "denied"};
    if (!((reader.accept(TokenKind::Open) || reader.fail("bracket")) && readScope(reader, clause)
          && (!reader.accept(TokenKind::Comma) || readChannel(reader, clause))
          && (reader.accept(TokenKind::Close) || reader.fail("bracket")))) {
        return false;
    }
    if (reader.here().kind != TokenKind::Operator || reader.here().text != "=") {
        return reader.fail("comparison");
    }
    reader.take();
    return readCode(reader, "state", kStates, clause.state);
}

bool readMember(RuleReader& reader, MemberClause& clause)
{
    const RuleToken& here = reader.here();
    const bool named = here.kind == TokenKind::Quoted || here.kind == TokenKind::Word;
    if (!named || here.text.empty()) {
        return reader.fail("audience");
    }
    clause.audience = reader.take().text;
    return true;
}

bool isCallOf(const RuleReader& reader, RuleWord word)
{
    const std::optional<RuleToken> behind = reader.behind(word);
    return behind && behind->kind == TokenKind::Open;
}

}  // namespace

bool readRuleDuration(RuleReader& reader, Duration& duration)
{
    if (!startsWithDigit(reader.here())) {
        return reader.fail("duration");
    }
    const std::int64_t column = reader.column();
    const RuleToken token = reader.take();
    const auto digits = std::find_if_not(token.text.begin(), token.text.end(), isDigit);
    std::string unit(digits, token.text.end());
    if (unit.empty() && reader.here().kind == TokenKind::Word) {
        unit = reader.take().text;
    }
    const Result<Duration> read = parseDuration(std::string(token.text.begin(), digits)
                                                + std::string(reader.words().canonical("unit", unit)));
    if (!read) {
        return reader.failAt(column, read.error().subject, token.text);
    }
    duration = *read;
    return true;
}

bool readRuleDays(RuleReader& reader, RuleWindow& window, bool& found)
{
    found = true;
    if (const std::optional<RuleToken> behind = reader.behind(RuleWord::Last);
        behind && startsWithDigit(*behind)) {
        reader.accept(RuleWord::Last);
        window.kind = WindowKind::Last;
        return readRuleDuration(reader, window.length);
    }
    if (reader.accept(RuleWord::Before)) {
        window.kind = WindowKind::Before;
        return readDate(reader, window.to);
    }
    if (startsWithDigit(reader.here())) {
        window.kind = WindowKind::Range;
        if (!readDate(reader, window.from)) {
            return false;
        }
        if (!reader.accept(TokenKind::Range)) {
            return reader.fail("window");
        }
        const RuleToken end = reader.here();
        return readDate(reader, window.to)
            && (window.from <= window.to || reader.failAt(reader.columnOf(end), "window", end.text));
    }
    found = false;
    return true;
}

bool readRuleComparison(RuleReader& reader, RuleOp& op)
{
    const std::optional<RuleOp> read
        = reader.here().kind == TokenKind::Operator ? comparisonOf(reader.here().text) : std::nullopt;
    if (!read) {
        return reader.fail("comparison");
    }
    reader.take();
    op = *read;
    return true;
}

bool readRuleClause(RuleReader& reader, RuleNode& node)
{
    if (reader.at(RuleWord::DidNot) || reader.at(RuleWord::Did)) {
        node.kind = RuleNode::Kind::Event;
        return readRuleEvent(reader, node.clause.emplace<DidClause>());
    }
    if (reader.accept(RuleWord::InAudience)) {
        node.kind = RuleNode::Kind::Member;
        return readMember(reader, node.clause.emplace<MemberClause>());
    }
    if (isCallOf(reader, RuleWord::Reachable)) {
        reader.accept(RuleWord::Reachable);
        node.kind = RuleNode::Kind::Consent;
        return readReachable(reader, node.clause.emplace<ConsentClause>());
    }
    if (isCallOf(reader, RuleWord::Consent)) {
        reader.accept(RuleWord::Consent);
        node.kind = RuleNode::Kind::Consent;
        return readConsent(reader, node.clause.emplace<ConsentClause>());
    }
    if (reader.accept(RuleWord::All)) {
        return true;
    }
    node.kind = RuleNode::Kind::Attribute;
    return readAttribute(reader, node.clause.emplace<AttributeClause>());
}

}  // namespace meitrace
