// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/lostreasonsview.h"

#include "analytics/stats/proportion.h"
#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/theme/cellroles.h"
#include "ui/viewmodels/funnelview.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace meitrace {

namespace {

struct LostReasonsView {
    Q_DECLARE_TR_FUNCTIONS(LostReasonsView)
};

QString stepName(const FunnelOptions& options, const LostReason& reason)
{
    return funnelStepName(options.steps[static_cast<std::size_t>(reason.step)]);
}

}  // namespace

QString lostReasonText(const LostReason& reason)
{
    if (reason.type == 0) {
        return LostReasonsView::tr("Nothing written down");
    }
    const QString event = capitalised(eventName(reason.name));
    return reason.detail.empty() ? event : LostReasonsView::tr("%1: %2").arg(event, fromUtf8(reason.detail));
}

QString lostReasonTitle(const FunnelOptions& options, const LostReason& reason)
{
    return LostReasonsView::tr("Lost on the way to “%1”: %2")
        .arg(stepName(options, reason), lostReasonText(reason));
}

QString lostReasonFinding(const FunnelOptions& options, const LostReasons& reasons)
{
    Index all = 0;
    Index written = 0;
    const LostReason* most = nullptr;
    for (const LostReason& reason : reasons.reasons) {
        all += reason.cases;
        written += reason.type != 0 ? reason.cases : 0;
        if (reason.type != 0 && (most == nullptr || reason.cases > most->cases)) {
            most = &reason;
        }
    }
    if (most == nullptr) {
        return all == 0
            ? LostReasonsView::tr("Nobody was lost.")
            : LostReasonsView::tr("Nothing is written down of why %1 were lost.").arg(customersText(all));
    }
    return LostReasonsView::tr(
               "Of %1 lost, something is written down of %2; most often on the way to “%3”: %4 (%5).")
        .arg(customersText(all), percentText(proportion(written, all)), stepName(options, *most),
             lostReasonText(*most), countText(most->cases));
}

LostReasonTable::LostReasonTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void LostReasonTable::setReasons(const LostReasons& reasons, const FunnelOptions& options)
{
    beginResetModel();
    m_reasons = reasons;
    m_options = options;
    m_options.population = {};
    endResetModel();
}

int LostReasonTable::count() const
{
    return static_cast<int>(m_reasons.reasons.size());
}

double LostReasonTable::shareOf(const LostReason& reason) const
{
    return proportion(reason.cases, m_reasons.lost[static_cast<std::size_t>(reason.step)]);
}

QString LostReasonTable::title(int column) const
{
    return QStringList {LostReasonsView::tr("Lost on the way to"),
                        LostReasonsView::tr("What was written down"), LostReasonsView::tr("Customers"),
                        LostReasonsView::tr("Of the lost here")}
        .value(column);
}

QString LostReasonTable::text(int row, int column) const
{
    const LostReason& reason = m_reasons.reasons[static_cast<std::size_t>(row)];
    switch (column) {
    case Step:
        return stepName(m_options, reason);
    case Reason:
        return lostReasonText(reason);
    case Cases:
        return countText(reason.cases);
    default:
        return percentText(shareOf(reason));
    }
}

QVariant LostReasonTable::mark(int row, int column, int role) const
{
    const LostReason& reason = m_reasons.reasons[static_cast<std::size_t>(row)];
    if (role == BarRole && column == Share) {
        return shareOf(reason);
    }
    return role == QuietRole ? QVariant(reason.type == 0) : QVariant();
}

}  // namespace meitrace
