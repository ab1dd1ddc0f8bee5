// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/clausetext.h"

#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/text/personnames.h"
#include "ui/viewmodels/exportview.h"
#include "ui/viewmodels/rulesentence.h"

#include <QCoreApplication>

namespace meitrace {

namespace {

struct ClauseText {
    Q_DECLARE_TR_FUNCTIONS(ClauseText)
};

QString comparison(RuleOp op)
{
    switch (op) {
    case RuleOp::NotEqual:
        return ClauseText::tr("%1 is not %2");
    case RuleOp::Less:
        return ClauseText::tr("%1 below %2");
    case RuleOp::LessEqual:
        return ClauseText::tr("%1 at most %2");
    case RuleOp::Greater:
        return ClauseText::tr("%1 above %2");
    case RuleOp::GreaterEqual:
        return ClauseText::tr("%1 at least %2");
    case RuleOp::Contains:
        return ClauseText::tr("%1 contains %2");
    case RuleOp::Empty:
        return ClauseText::tr("%1 is unknown");
    default:
        return ClauseText::tr("%1 is %2");
    }
}

QString attributeText(const RuleSentence& sentence)
{
    const QString name = capitalised(attributeName(sentence.name));
    return sentence.op == RuleOp::Empty
        ? comparison(sentence.op).arg(name)
        : comparison(sentence.op).arg(name, attributeValueName(sentence.name, sentence.value));
}

QString eventText(const RuleSentence& sentence)
{
    const int least = sentence.atLeast;
    QString times = sentence.didNot
        ? (least == 1 ? ClauseText::tr("never") : ClauseText::tr("fewer than %n time(s)", "", least))
        : (least == 1 ? ClauseText::tr("at least once") : ClauseText::tr("at least %n time(s)", "", least));
    if (sentence.lastDays > 0) {
        times = ClauseText::tr("%1 in the last %n day(s)", "how often", sentence.lastDays).arg(times);
    }
    return ClauseText::tr("%1: %2", "event, how often").arg(capitalised(eventName(sentence.name)), times);
}

QString sentenceText(const RuleSentence& sentence);

QString groupText(const RuleSentence& group)
{
    QStringList parts;
    for (const RuleSentence& row : group.rows) {
        const QString text = sentenceText(row);
        parts << (row.kind == RuleSentence::Kind::Group && !row.negated && row.rows.size() > 1
                      ? ClauseText::tr("(%1)", "part of a rule").arg(text)
                      : text);
    }
    switch (group.joining) {
    case RuleNode::Kind::Or:
        return parts.join(ClauseText::tr(" or "));
    case RuleNode::Kind::Except:
        return parts.join(ClauseText::tr(" but not "));
    default:
        return parts.isEmpty() ? ClauseText::tr("everybody") : parts.join(ClauseText::tr(" and "));
    }
}

QString plainText(const RuleSentence& sentence)
{
    switch (sentence.kind) {
    case RuleSentence::Kind::Attribute:
        return attributeText(sentence);
    case RuleSentence::Kind::Event:
        return eventText(sentence);
    case RuleSentence::Kind::Segment:
        return ClauseText::tr("RFM segment is %1").arg(segmentName(sentence.name));
    case RuleSentence::Kind::Audience:
        return ClauseText::tr("In the audience “%1”").arg(fromUtf8(sentence.name));
    case RuleSentence::Kind::Consent:
        return ClauseText::tr("May be reached by %1").arg(reachChannelName(sentence.channel));
    case RuleSentence::Kind::Group:
        return groupText(sentence);
    case RuleSentence::Kind::Text:
        break;
    }
    return fromUtf8(sentence.text);
}

QString sentenceText(const RuleSentence& sentence)
{
    return sentence.negated ? ClauseText::tr("Not: %1").arg(plainText(sentence)) : plainText(sentence);
}

}  // namespace

QString clauseText(const RuleNode& clause)
{
    return sentenceText(sentencesOf(clause, shownRuleLanguage()));
}

}  // namespace meitrace
