// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/campaign/rulenumber.h"
#include "analytics/campaign/rulereader.h"
#include "models/frame/eventcolumns.h"

namespace meitrace {

namespace {

using TokenKind = RuleToken::Kind;
using WindowKind = RuleWindow::Kind;
using Measure = DidClause::Measure;
using Mode = DidClause::Mode;

/// What distinct() counts: the civil day, or any column of codes.
bool isCountable(std::string_view name)
{
    const std::optional<EventField> field = eventFieldByName(name);
    return name == "day" || (field && (hasDictionary(*field) || *field == EventField::Session));
}

bool readField(RuleReader& reader, DidClause& clause)
{
    if (!reader.accept(TokenKind::Open)) {
        return reader.fail("bracket");
    }
    clause.field = reader.words().canonical("measure", reader.here().text);
    const bool known = clause.measure == Measure::Sum ? clause.field == "amount" : isCountable(clause.field);
    if (reader.here().kind != TokenKind::Word || !known) {
        return reader.fail("measure");
    }
    reader.take();
    return reader.accept(TokenKind::Close) || reader.fail("bracket");
}

bool readNumber(RuleReader& reader, DidClause& clause)
{
    const bool whole = clause.measure != Measure::Sum;
    const std::optional<double> number
        = reader.here().kind == TokenKind::Word ? parseRuleNumber(reader.here().text) : std::nullopt;
    constexpr double kMostEvents = 1e9;
    const bool fits = number
        && (!whole
            || (*number >= 0 && *number <= kMostEvents
                && *number == static_cast<double>(static_cast<std::int64_t>(*number))));
    if (!fits) {
        return reader.fail(whole ? "whole_number" : "number");
    }
    reader.take();
    clause.number = *number;
    return true;
}

bool readMeasure(RuleReader& reader, DidClause& clause)
{
    if (reader.accept(RuleWord::Count)) {
        clause.measure = Measure::Count;
    } else if (reader.accept(RuleWord::Sum)) {
        clause.measure = Measure::Sum;
    } else if (reader.accept(RuleWord::Distinct)) {
        clause.measure = Measure::Distinct;
    } else {
        return true;
    }
    return (clause.measure == Measure::Count || readField(reader, clause))
        && readRuleComparison(reader, clause.op) && readNumber(reader, clause);
}

/// Final before First would not matter; in English Final is written like the window `last 90d`, which is read
/// before it.
RulePick readPick(RuleReader& reader)
{
    if (reader.accept(RuleWord::First)) {
        return RulePick::First;
    }
    return reader.accept(RuleWord::Final) ? RulePick::Last : RulePick::Any;
}

bool readWindow(RuleReader& reader, RuleWindow& window)
{
    if (reader.accept(RuleWord::Since)) {
        window.kind = WindowKind::Since;
        return reader.takeEvent(window.anchor);
    }
    if (reader.accept(RuleWord::Within)) {
        window.kind = WindowKind::Within;
        if (!readRuleDuration(reader, window.length)) {
            return false;
        }
        if (!reader.accept(RuleWord::Of)) {
            return reader.fail("of");
        }
        window.pick = readPick(reader);
        return reader.takeEvent(window.anchor);
    }
    bool found = false;
    return readRuleDays(reader, window, found);
}

}  // namespace

bool readRuleEvent(RuleReader& reader, DidClause& clause)
{
    if (reader.accept(RuleWord::DidNot)) {
        clause.mode = Mode::DidNot;
    } else {
        reader.accept(RuleWord::Did);
    }
    if (!reader.takeEvent(clause.event) || !readMeasure(reader, clause)) {
        return false;
    }
    if (clause.mode == Mode::Did && clause.measure == Measure::Any && reader.accept(RuleWord::ButNot)) {
        clause.mode = Mode::Lapsed;
    }
    if (!readWindow(reader, clause.window)) {
        return false;
    }
    if (clause.mode == Mode::Lapsed) {
        return clause.window.kind != WindowKind::Always || reader.fail("window");
    }
    const std::int64_t column = reader.column();
    const std::string text = reader.here().text;
    clause.pick = readPick(reader);
    return clause.pick == RulePick::Any || clause.measure == Measure::Any
        || reader.failAt(column, "no_pick", text);
}

}  // namespace meitrace
