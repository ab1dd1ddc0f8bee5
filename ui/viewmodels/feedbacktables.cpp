// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/feedbacktables.h"

#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/theme/cellroles.h"
#include "ui/viewmodels/feedbackview.h"

#include <QCoreApplication>
#include <QLocale>

namespace meitrace {

namespace {

struct FeedbackTables {
    Q_DECLARE_TR_FUNCTIONS(FeedbackTables)
};

double rateOf(const Share& share)
{
    return proportion(share.hits, share.n);
}

/// With what a row is compared.
FeedbackCause baseOf(FeedbackCause cause)
{
    switch (cause) {
    case FeedbackCause::Satisfied:
    case FeedbackCause::Unsatisfied:
        return FeedbackCause::Satisfied;
    case FeedbackCause::NoComplaint:
    case FeedbackCause::Complaint:
        return FeedbackCause::NoComplaint;
    default:
        return FeedbackCause::NotCalled;
    }
}

QString pointsText(double difference)
{
    const double points = difference * 100;
    return (points > 0 ? QStringLiteral("+") : QString()) + QLocale().toString(points, 'f', 1);
}

QString openKindText(const OpenVoice& open)
{
    if (open.kind == OpenVoice::Kind::Complaint) {
        return open.topic.empty() ? FeedbackTables::tr("Complaint")
                                  : FeedbackTables::tr("Complaint: %1").arg(fromUtf8(open.topic));
    }
    return FeedbackTables::tr("Low answer, nobody called yet");
}

QString scoreText(const OpenVoice& open)
{
    QStringList parts;
    if (open.grade > 0) {
        parts << FeedbackTables::tr("%1 of 5").arg(QLocale().toString(open.grade, 'f', 0));
    }
    if (open.nps >= 0) {
        parts << FeedbackTables::tr("NPS %1").arg(open.nps);
    }
    return parts.isEmpty() ? QStringLiteral("—") : parts.join(QStringLiteral(" · "));
}

QString itemsText(const std::string& items)
{
    QStringList names;
    for (const QString& item : fromUtf8(items).split(u'|', Qt::SkipEmptyParts)) {
        names << itemName(item.toStdString());
    }
    return names.isEmpty() ? QStringLiteral("—") : names.join(FeedbackTables::tr(", "));
}

}  // namespace

OpenVoiceTable::OpenVoiceTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void OpenVoiceTable::setResult(const FeedbackResult& result, const SnapshotPtr& snapshot)
{
    beginResetModel();
    m_open = result.open;
    m_snapshot = snapshot;
    endResetModel();
}

QString OpenVoiceTable::codeAt(int row) const
{
    return fromUtf8(m_snapshot->customerCode(customerAt(row)));
}

int OpenVoiceTable::count() const
{
    return static_cast<int>(m_open.size());
}

QString OpenVoiceTable::title(int column) const
{
    return QStringList {FeedbackTables::tr("Customer"), FeedbackTables::tr("What"),
                        FeedbackTables::tr("Answer"),   FeedbackTables::tr("About"),
                        FeedbackTables::tr("Store"),    FeedbackTables::tr("Since"),
                        FeedbackTables::tr("Days")}
        .value(column);
}

QString OpenVoiceTable::text(int row, int column) const
{
    const OpenVoice& open = m_open[static_cast<std::size_t>(row)];
    switch (column) {
    case Customer:
        return codeAt(row);
    case What:
        return openKindText(open);
    case Score:
        return scoreText(open);
    case About:
        return itemsText(open.item);
    case Store:
        return open.store.empty() ? QStringLiteral("—") : fromUtf8(open.store);
    case Since:
        return dayText(m_snapshot->dayOf(open.time));
    default:
        return countText(open.age);
    }
}

QVariant OpenVoiceTable::mark(int row, int column, int role) const
{
    constexpr Day kLong = 7;
    return role == ToneRole && column == Age && m_open[static_cast<std::size_t>(row)].age > kLong
        ? QVariant(static_cast<int>(Tone::Bad))
        : QVariant();
}

ComeBackTable::ComeBackTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void ComeBackTable::setResult(const FeedbackResult& result, const FeedbackOptions& options)
{
    beginResetModel();
    m_shares = result.cameBack;
    m_days = options.comeBackDays;
    m_causes.clear();
    for (std::size_t cause = 0; cause < kFeedbackCauses; ++cause) {
        if (m_shares[cause].n > 0) {
            m_causes.push_back(static_cast<FeedbackCause>(cause));
        }
    }
    endResetModel();
}

int ComeBackTable::count() const
{
    return static_cast<int>(m_causes.size());
}

QString ComeBackTable::title(int column) const
{
    return QStringList {FeedbackTables::tr("After the first treatment"), FeedbackTables::tr("Customers"),
                        FeedbackTables::tr("Bought again within %1 days").arg(countText(m_days)),
                        FeedbackTables::tr("Between"), FeedbackTables::tr("Difference, points")}
        .value(column);
}

QString ComeBackTable::text(int row, int column) const
{
    const FeedbackCause cause = causeAt(row);
    const Share& here = share(cause);
    switch (column) {
    case Cause:
        return feedbackCauseName(cause);
    case Customers:
        return countText(here.n);
    case CameBack:
        return percentText(rateOf(here));
    case Range:
        return feedbackRangeText(wilson(here.hits, here.n));
    default:
        break;
    }
    const Share& base = share(baseOf(cause));
    if (cause == baseOf(cause) || base.n == 0) {
        return QStringLiteral("—");
    }
    const Interval difference = newcombe(here, base);
    return FeedbackTables::tr("%1 (%2 to %3)")
        .arg(pointsText(rateOf(here) - rateOf(base)), pointsText(difference.low),
             pointsText(difference.high));
}

QVariant ComeBackTable::mark(int row, int column, int role) const
{
    const FeedbackCause cause = causeAt(row);
    if (role == BarRole && column == CameBack) {
        return rateOf(share(cause));
    }
    if (role == Qt::ToolTipRole && column == Difference && cause != baseOf(cause)) {
        return FeedbackTables::tr("Beside “%1”. It goes along with it and need not be the reason.")
            .arg(feedbackCauseName(baseOf(cause)));
    }
    return {};
}

}  // namespace meitrace
