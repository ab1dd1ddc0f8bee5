// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/rulesentence.h"

#include "analytics/campaign/ruleparser.h"
#include "analytics/workbench/audiences.h"
#include "ui/text/figures.h"

#include <QLocale>

#include <cmath>
#include <optional>

namespace meitrace {

namespace {

using Kind = RuleSentence::Kind;
using NodeKind = RuleNode::Kind;

constexpr std::string_view kSegment = "rfm.segment";
constexpr double kMostTimes = 999;
constexpr int kMostDays = 3650;

bool isOneValue(RuleOp op)
{
    return op != RuleOp::In && op != RuleOp::Between && op != RuleOp::Window && op != RuleOp::Starts;
}

std::optional<RuleSentence> attributeSentence(const AttributeClause& clause)
{
    if (!isOneValue(clause.op) || clause.values.size() != (clause.op == RuleOp::Empty ? 0U : 1U)) {
        return std::nullopt;
    }
    RuleSentence sentence;
    if (clause.name == kSegment && clause.op == RuleOp::Equal) {
        sentence.kind = Kind::Segment;
        sentence.name = clause.values.front();
        return sentence;
    }
    sentence.name = clause.name;
    sentence.op = clause.op;
    sentence.value = clause.values.empty() ? std::string() : clause.values.front();
    return sentence;
}

std::optional<RuleSentence> eventSentence(const DidClause& clause)
{
    const bool any = clause.measure == DidClause::Measure::Any;
    const bool counted = clause.measure == DidClause::Measure::Count && clause.op == RuleOp::GreaterEqual
        && clause.number >= 2 && clause.number <= kMostTimes && clause.number == std::floor(clause.number);
    const RuleWindow& window = clause.window;
    const bool always = window.kind == RuleWindow::Kind::Always;
    const bool days = window.kind == RuleWindow::Kind::Last && window.length.unit == DurationUnit::Days
        && window.length.count >= 1 && window.length.count <= kMostDays;
    if (clause.mode == DidClause::Mode::Lapsed || !(any || counted) || !(always || days)
        || clause.pick != RulePick::Any) {
        return std::nullopt;
    }
    RuleSentence sentence;
    sentence.kind = Kind::Event;
    sentence.name = printed(clause.event);
    sentence.didNot = clause.mode == DidClause::Mode::DidNot;
    sentence.atLeast = any ? 1 : static_cast<int>(clause.number);
    sentence.lastDays = always ? 0 : static_cast<int>(window.length.count);
    return sentence;
}

std::optional<RuleSentence> clauseSentence(const RuleNode& node)
{
    if (const auto* attribute = std::get_if<AttributeClause>(&node.clause)) {
        return attributeSentence(*attribute);
    }
    if (const auto* event = std::get_if<DidClause>(&node.clause)) {
        return eventSentence(*event);
    }
    RuleSentence sentence;
    if (const auto* member = std::get_if<MemberClause>(&node.clause)) {
        sentence.kind = Kind::Audience;
        sentence.name = member->audience;
        return sentence;
    }
    const auto* consent = std::get_if<ConsentClause>(&node.clause);
    if (consent != nullptr && consent->reachable && consent->scope == ConsentScope::Marketing
        && consent->channel != ConsentChannel::Any) {
        sentence.kind = Kind::Consent;
        sentence.channel = consent->channel;
        return sentence;
    }
    return std::nullopt;
}

RuleSentence sentenceOf(const RuleNode& node, RuleLanguage language)
{
    if (node.kind == NodeKind::Not) {
        RuleSentence inside = sentenceOf(node.children.front(), language);
        if (!inside.negated) {
            inside.negated = true;
            return inside;
        }
    }
    if (node.kind == NodeKind::And || node.kind == NodeKind::Or || node.kind == NodeKind::Except) {
        RuleSentence group;
        group.kind = Kind::Group;
        group.joining = node.kind;
        for (const RuleNode& child : node.children) {
            group.rows.push_back(sentenceOf(child, language));
        }
        return group;
    }
    if (const std::optional<RuleSentence> sentence = clauseSentence(node)) {
        return *sentence;
    }
    RuleSentence text;
    text.kind = Kind::Text;
    text.text = printRule(node, ruleWords(), language);
    return text;
}

Error missing(std::string_view what)
{
    return {.code = ErrorCode::BadRule, .subject = std::string(what)};
}

Result<RuleNode> groupNode(const RuleSentence& group)
{
    if (group.rows.empty()) {
        return RuleNode {};
    }
    if (group.rows.size() == 1) {
        return nodeOf(group.rows.front());
    }
    RuleNode node;
    node.kind = group.joining;
    for (const RuleSentence& row : group.rows) {
        Result<RuleNode> child = nodeOf(row);
        if (!child) {
            return child.error();
        }
        node.children.push_back(std::move(*child));
    }
    return node;
}

Result<RuleNode> eventNode(const RuleSentence& sentence)
{
    Result<EventPredicate> event = parseEventPredicate(sentence.name);
    if (!event) {
        return missing("event");
    }
    DidClause clause;
    clause.mode = sentence.didNot ? DidClause::Mode::DidNot : DidClause::Mode::Did;
    clause.event = std::move(*event);
    if (sentence.atLeast > 1) {
        clause.measure = DidClause::Measure::Count;
        clause.number = sentence.atLeast;
    }
    if (sentence.lastDays > 0) {
        clause.window.kind = RuleWindow::Kind::Last;
        clause.window.length = {.count = sentence.lastDays, .unit = DurationUnit::Days};
    }
    RuleNode node;
    node.kind = NodeKind::Event;
    node.clause = std::move(clause);
    return node;
}

Result<RuleNode> plainNode(const RuleSentence& sentence)
{
    RuleNode node;
    switch (sentence.kind) {
    case Kind::Group:
        return groupNode(sentence);
    case Kind::Text:
        return parseRule(sentence.text, ruleWords());
    case Kind::Event:
        return eventNode(sentence);
    case Kind::Segment:
        node.kind = NodeKind::Attribute;
        node.clause = AttributeClause {
            .name = std::string(kSegment), .op = RuleOp::Equal, .values = {sentence.name}, .window = {}};
        return sentence.name.empty() ? Result<RuleNode>(missing("value")) : Result<RuleNode>(std::move(node));
    case Kind::Audience:
        node.kind = NodeKind::Member;
        node.clause = MemberClause {.audience = sentence.name};
        return sentence.name.empty() ? Result<RuleNode>(missing("audience"))
                                     : Result<RuleNode>(std::move(node));
    case Kind::Consent:
        node.kind = NodeKind::Consent;
        node.clause = ConsentClause {.reachable = true, .channel = sentence.channel};
        return node;
    case Kind::Attribute:
        break;
    }
    const bool needsValue = sentence.op != RuleOp::Empty;
    if (sentence.name.empty() || (needsValue && sentence.value.empty())) {
        return missing("value");
    }
    node.kind = NodeKind::Attribute;
    node.clause = AttributeClause {.name = sentence.name,
                                   .op = sentence.op,
                                   .values = needsValue ? std::vector<std::string> {sentence.value}
                                                        : std::vector<std::string> {},
                                   .window = {}};
    return node;
}

}  // namespace

RuleSentence sentencesOf(const RuleNode& rule, RuleLanguage language)
{
    RuleSentence group;
    group.kind = Kind::Group;
    if (rule.kind == NodeKind::All) {
        return group;
    }
    RuleSentence whole = sentenceOf(rule, language);
    if (whole.kind == Kind::Group && !whole.negated) {
        return whole;
    }
    group.rows.push_back(std::move(whole));
    return group;
}

Result<RuleNode> nodeOf(const RuleSentence& sentence)
{
    Result<RuleNode> node = plainNode(sentence);
    if (!node || !sentence.negated) {
        return node;
    }
    RuleNode opposite;
    opposite.kind = NodeKind::Not;
    opposite.children.push_back(std::move(*node));
    return opposite;
}

RuleLanguage shownRuleLanguage()
{
    return QLocale().language() == QLocale::Chinese ? RuleLanguage::Chinese : RuleLanguage::English;
}

QString shownRule(const std::string& rule)
{
    const Result<RuleNode> node = parseRule(rule, ruleWords());
    return fromUtf8(node ? printRule(*node, ruleWords(), shownRuleLanguage()) : rule);
}

}  // namespace meitrace
