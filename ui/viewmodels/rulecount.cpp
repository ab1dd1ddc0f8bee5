// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/rulecount.h"

#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/viewmodels/clausetext.h"
#include "ui/viewmodels/exportview.h"

#include <QCoreApplication>
#include <QLocale>

namespace meitrace {

namespace {

struct RuleText {
    Q_DECLARE_TR_FUNCTIONS(RuleText)
};

QString truthText(Truth truth)
{
    return truth == Truth::True ? RuleText::tr("yes")
                                : (truth == Truth::False ? RuleText::tr("no") : RuleText::tr("unknown"));
}

/// The event or fact that decided, empty where there is none.
QString evidence(const RuleReason& reason, const Snapshot& snapshot)
{
    if (reason.event.row >= 0) {
        return RuleText::tr("%1 on %2", "event, day")
            .arg(eventName(reason.event.type), dayText(snapshot.dayOf(reason.event.time)));
    }
    if (!reason.fact.known) {
        return {};
    }
    switch (reason.fact.type) {
    case AttributeType::Category:
        return fromUtf8(reason.fact.text);
    case AttributeType::Money:
        return roundMoneyText(reason.fact.number);
    case AttributeType::Date:
        return dayText(static_cast<Day>(reason.fact.number));
    case AttributeType::Number:
        break;
    }
    return QLocale().toString(reason.fact.number);
}

void addLines(const RuleReason& reason, const Snapshot& snapshot, int depth, QString& text)
{
    const QString because = evidence(reason, snapshot);
    text += QString(qsizetype {4} * depth, QChar::Nbsp)
        + (because.isEmpty() ? RuleText::tr("%1: %2", "clause, yes or no")
                                   .arg(clauseText(*reason.clause), truthText(reason.truth))
                             : RuleText::tr("%1: %2 (%3)", "clause, yes or no, because of")
                                   .arg(clauseText(*reason.clause), truthText(reason.truth), because))
        + u'\n';
    for (const RuleReason& child : reason.children) {
        addLines(child, snapshot, depth + 1, text);
    }
}

}  // namespace

Result<RuleCount> countRule(Clinic& clinic, const std::string& rule, Job& job)
{
    const Result<SnapshotPtr> snapshot = clinic.snapshot(job);
    const Result<ReadyRule> ready = readyRule(clinic, {rule, kMissingDay, false}, job);
    if (!snapshot || !ready) {
        return snapshot ? ready.error() : snapshot.error();
    }
    const Result<Audience> audience = evaluateAudience(**snapshot, ready->rule, ready->options, job);
    const Result<std::vector<WaterfallStep>> steps
        = audienceWaterfall(**snapshot, ready->rule, ready->options, job);
    if (!audience || !steps) {
        return audience ? steps.error() : audience.error();
    }
    const Result<ReachCounts> reach = reachCounts(**snapshot, audience->members, kMissingDay, job);
    if (!reach) {
        return reach.error();
    }
    RuleCount count;
    count.customers = audience->members.count();
    count.unknown = audience->unknown.count();
    count.reach = *reach;
    for (const WaterfallStep& step : *steps) {
        count.steps.push_back({clauseText(*step.clause), step.own, step.cumulative});
    }
    for (const AudienceDoubt& doubt : audience->doubts) {
        count.doubts << fromUtf8(doubt.name);
    }
    return count;
}

QString reachText(const ReachCounts& reach)
{
    QStringList parts;
    for (std::size_t channel = 0; channel < reach.size(); ++channel) {
        parts << RuleText::tr("%1 %2", "channel, customers")
                     .arg(reachChannelName(kReachChannels[channel]), countText(reach[channel]));
    }
    return parts.join(RuleText::tr(", ", "between channels"));
}

Result<QString> membershipText(Clinic& clinic, const std::string& audience, const std::string& code, Job& job)
{
    const Result<SnapshotPtr> snapshot = clinic.snapshot(job);
    const Result<AudienceMembers> members = membersOfAudience(clinic, audience, kMissingDay, job);
    if (!snapshot || !members) {
        return snapshot ? members.error() : snapshot.error();
    }
    const Index customer = (*snapshot)->findCustomer(code);
    if (customer < 0) {
        return Error {.code = ErrorCode::NotFound, .subject = "customer", .value = code};
    }
    const bool in = members->members.test(customer);
    QString text
        = (in ? RuleText::tr("%1 is in.") : RuleText::tr("%1 is not in.")).arg(fromUtf8(code)) + u'\n';
    if (members->saved.frozen) {
        return text
            + (in ? RuleText::tr("She was in it when the list was fixed on %1.")
                  : RuleText::tr("She was not in it when the list was fixed on %1."))
                  .arg(dayText(members->asOf));
    }
    const Result<ReadyRule> ready = readyRule(clinic, {members->saved.rule, kMissingDay, false}, job);
    if (!ready) {
        return ready.error();
    }
    const Result<AudienceReason> reason
        = explainMembership(**snapshot, ready->rule, ready->options, customer, job);
    if (!reason) {
        return reason.error();
    }
    if (!reason->inPopulation) {
        return text + RuleText::tr("Test persons and handles without a person are never in an audience.");
    }
    addLines(reason->rule, **snapshot, 0, text);
    return text.trimmed();
}

WaterfallTable::WaterfallTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void WaterfallTable::setSteps(std::vector<RuleCount::Step> steps)
{
    beginResetModel();
    m_steps = std::move(steps);
    endResetModel();
}

int WaterfallTable::count() const
{
    return static_cast<int>(m_steps.size());
}

QString WaterfallTable::title(int column) const
{
    return QStringList {tr("Condition"), tr("By itself"), tr("So far")}.value(column);
}

bool WaterfallTable::isNumber(int column) const
{
    return column != Clause;
}

QString WaterfallTable::text(int row, int column) const
{
    const RuleCount::Step& step = m_steps[static_cast<std::size_t>(row)];
    return column == Clause ? step.clause : countText(column == Own ? step.own : step.cumulative);
}

}  // namespace meitrace
