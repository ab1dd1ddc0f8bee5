// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/campaign/rulelexer.h"
#include "analytics/campaign/rulenumber.h"
#include "analytics/campaign/ruleparser.h"
#include "models/base/calendar.h"

#include <algorithm>
#include <array>

namespace meitrace {

namespace {

using Kind = RuleNode::Kind;
using WindowKind = RuleWindow::Kind;

constexpr std::array<std::string_view, 6> kSigns {"=", "!=", "<", "<=", ">", ">="};

class Printer {
public:
    Printer(const KeywordTable& words, RuleLanguage language)
        : m_words(words)
        , m_language(language)
    {
    }

    [[nodiscard]] std::string rule(const RuleNode& node) const
    {
        switch (node.kind) {
        case Kind::All:
            return word(RuleWord::All);
        case Kind::And:
            return joined(node, RuleWord::And);
        case Kind::Or:
            return joined(node, RuleWord::Or);
        case Kind::Except:
            return joined(node, RuleWord::Except);
        case Kind::Not:
            return word(RuleWord::Not) + ' '
                + (node.children[0].kind == Kind::Not ? bracketed(node.children[0]) : term(node.children[0]));
        case Kind::IncludeUnknown:
            return '(' + rule(node.children[0]) + ' ' + word(RuleWord::IncludeUnknown) + ')';
        case Kind::Attribute:
            return attribute(std::get<AttributeClause>(node.clause));
        case Kind::Event:
            return did(std::get<DidClause>(node.clause));
        case Kind::Member:
            return word(RuleWord::InAudience) + ' '
                + quotedRuleText(std::get<MemberClause>(node.clause).audience);
        case Kind::Consent:
            return consent(std::get<ConsentClause>(node.clause));
        }
        return {};
    }

private:
    [[nodiscard]] std::string word(RuleWord which) const
    {
        return std::string(m_words.written(which, m_language));
    }
    [[nodiscard]] std::string name(std::string_view kind, std::string_view canonical) const
    {
        return std::string(m_words.shown(kind, canonical, m_language));
    }
    [[nodiscard]] std::string bracketed(const RuleNode& node) const { return '(' + rule(node) + ')'; }
    [[nodiscard]] std::string term(const RuleNode& node) const
    {
        const bool joins = node.kind == Kind::And || node.kind == Kind::Or || node.kind == Kind::Except;
        return joins ? bracketed(node) : rule(node);
    }
    [[nodiscard]] std::string joined(const RuleNode& node, RuleWord with) const
    {
        std::string text;
        for (const RuleNode& child : node.children) {
            text += (text.empty() ? std::string() : ' ' + word(with) + ' ') + term(child);
        }
        return text;
    }

    [[nodiscard]] std::string value(const std::string& field, const std::string& text) const
    {
        const std::string kind = "value:" + field;
        const std::string written = name(kind, text);
        const bool readsBack = isBareRuleWord(written) && !m_words.isReserved(written)
            && m_words.canonical(kind, written) == text;
        return readsBack ? written : quotedRuleText(text);
    }
    [[nodiscard]] std::string attribute(const AttributeClause& clause) const
    {
        const std::string field = name("field", clause.name) + ' ';
        const auto valueAt = [&](std::size_t i) { return value(clause.name, clause.values[i]); };
        switch (clause.op) {
        case RuleOp::In: {
            std::string list;
            for (std::size_t i = 0; i < clause.values.size(); ++i) {
                list += (i == 0 ? "" : ", ") + valueAt(i);
            }
            return field + word(RuleWord::In) + " (" + list + ')';
        }
        case RuleOp::Between:
            return field + word(RuleWord::Between) + ' ' + valueAt(0) + ' ' + word(RuleWord::BetweenAnd) + ' '
                + valueAt(1);
        case RuleOp::Contains:
            return field + word(RuleWord::Contains) + ' ' + valueAt(0);
        case RuleOp::Starts:
            return field + word(RuleWord::Starts) + ' ' + valueAt(0);
        case RuleOp::Empty:
            return field + word(RuleWord::Empty);
        case RuleOp::Window:
            return field + window(clause.window);
        default:
            return field + std::string(kSigns[static_cast<std::size_t>(clause.op)]) + ' ' + valueAt(0);
        }
    }

    [[nodiscard]] std::string event(EventPredicate predicate) const
    {
        for (EventClause& clause : predicate.clauses) {
            clause.type = name("event", clause.type);
            clause.type = readsAsWord(clause.type) ? '"' + clause.type + '"' : clause.type;
        }
        return printed(predicate);
    }
    /// An event may be called "not" or "first": without quotes the rule would read another one.
    [[nodiscard]] bool readsAsWord(const std::string& type) const
    {
        const auto begins = [&](RuleWord word) {
            const auto& all = m_words.spellings(word);
            return std::any_of(all.begin(), all.end(), [lower = lowerAscii(type)](const auto& spelling) {
                return spelling.front() == lower;
            });
        };
        return m_words.isReserved(type) || begins(RuleWord::First) || begins(RuleWord::Final);
    }
    [[nodiscard]] std::string duration(const Duration& length) const
    {
        const std::string text = printDuration(length);
        const std::size_t digits = text.find_first_not_of("0123456789");
        return text.substr(0, digits) + name("unit", text.substr(digits));
    }
    [[nodiscard]] std::string pick(RulePick which) const
    {
        return which == RulePick::First ? word(RuleWord::First) : word(RuleWord::Final);
    }
    [[nodiscard]] std::string window(const RuleWindow& span) const
    {
        switch (span.kind) {
        case WindowKind::Always:
            return {};
        case WindowKind::Last:
            return word(RuleWord::Last) + ' ' + duration(span.length);
        case WindowKind::Before:
            return word(RuleWord::Before) + ' ' + isoDate(span.to);
        case WindowKind::Range:
            return isoDate(span.from) + ".." + isoDate(span.to);
        case WindowKind::Since:
            return word(RuleWord::Since) + ' ' + event(span.anchor);
        case WindowKind::Within:
            return word(RuleWord::Within) + ' ' + duration(span.length) + ' ' + word(RuleWord::Of) + ' '
                + (span.pick == RulePick::Any ? "" : pick(span.pick) + ' ') + event(span.anchor);
        }
        return {};
    }
    [[nodiscard]] std::string did(const DidClause& clause) const
    {
        std::string text = word(clause.mode == DidClause::Mode::DidNot ? RuleWord::DidNot : RuleWord::Did)
            + ' ' + event(clause.event);
        switch (clause.measure) {
        case DidClause::Measure::Any:
            break;
        case DidClause::Measure::Count:
            text += ' ' + word(RuleWord::Count);
            break;
        case DidClause::Measure::Sum:
            text += ' ' + word(RuleWord::Sum) + '(' + name("measure", clause.field) + ')';
            break;
        case DidClause::Measure::Distinct:
            text += ' ' + word(RuleWord::Distinct) + '(' + name("measure", clause.field) + ')';
            break;
        }
        if (clause.measure != DidClause::Measure::Any) {
            text += ' ' + std::string(kSigns[static_cast<std::size_t>(clause.op)]) + ' '
                + printRuleNumber(clause.number);
        }
        text += clause.mode == DidClause::Mode::Lapsed ? ' ' + word(RuleWord::ButNot) : std::string();
        text += clause.window.kind == WindowKind::Always ? std::string() : ' ' + window(clause.window);
        return text + (clause.pick == RulePick::Any ? std::string() : ' ' + pick(clause.pick));
    }

    [[nodiscard]] std::string consent(const ConsentClause& clause) const
    {
        const std::string scope = name("scope", kConsentScopeCodes[static_cast<std::size_t>(clause.scope)]);
        const std::string channel
            = name("channel", kConsentChannelCodes[static_cast<std::size_t>(clause.channel)]);
        if (clause.reachable) {
            return word(RuleWord::Reachable) + '(' + channel
                + (clause.scope == ConsentScope::Marketing ? std::string() : ", " + scope) + ')';
        }
        constexpr std::array<std::string_view, 3> kStates {"unknown", "granted", "denied"};
        return word(RuleWord::Consent) + '(' + scope
            + (clause.channel == ConsentChannel::Any ? std::string() : ", " + channel)
            + ") = " + name("state", kStates[static_cast<std::size_t>(clause.state)]);
    }

    const KeywordTable& m_words;
    RuleLanguage m_language;
};

}  // namespace

std::string printRule(const RuleNode& rule, const KeywordTable& words, RuleLanguage language)
{
    return Printer(words, language).rule(rule);
}

}  // namespace meitrace
