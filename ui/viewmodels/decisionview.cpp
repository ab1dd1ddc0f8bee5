// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/decisionview.h"

#include "analytics/workbench/audiencebook.h"
#include "ui/text/figures.h"
#include "ui/text/personnames.h"
#include "ui/theme/cellroles.h"

#include <QCoreApplication>

#include <cstdlib>

namespace meitrace {

namespace {

struct DecisionView {
    Q_DECLARE_TR_FUNCTIONS(DecisionView)
};

enum Row { Records, Visits, Spend, Audiences, FirstChannel };

QString answerText(ConsentAnswer answer)
{
    return answer == ConsentAnswer::Granted ? DecisionView::tr("allowed") : DecisionView::tr("not allowed");
}

}  // namespace

DecisionFigures::DecisionFigures(QObject* parent)
    : ReadOnlyTable(1, parent)
{
}

void DecisionFigures::setPreview(const DecisionPreview& preview)
{
    beginResetModel();
    m_parts = preview.before;
    m_now = m_parts.size();
    m_parts.insert(m_parts.end(), preview.after.begin(), preview.after.end());
    setColumns(static_cast<int>(m_parts.size()) + 1);
    endResetModel();
}

int DecisionFigures::count() const
{
    return m_parts.empty() ? 0 : FirstChannel + static_cast<int>(kReachChannels.size());
}

QString DecisionFigures::title(int column) const
{
    if (column == 0) {
        return tr("Figure");
    }
    const QString code = fromUtf8(partAt(column).side.code);
    return static_cast<std::size_t>(column) <= m_now ? tr("%1 now").arg(code) : code;
}

QString DecisionFigures::text(int row, int column) const
{
    if (column == 0) {
        switch (row) {
        case Records:
            return tr("Records");
        case Visits:
            return tr("Visits");
        case Spend:
            return tr("Net paid");
        case Audiences:
            return tr("Saved audiences");
        default:
            return tr("Marketing, %1")
                .arg(consentChannelName(kReachChannels[static_cast<std::size_t>(row - FirstChannel)]));
        }
    }
    const CustomerPart& part = partAt(column);
    switch (row) {
    case Records:
        return countText(part.side.handles);
    case Visits:
        return countText(part.side.visits);
    case Spend:
        return roundMoneyText(static_cast<double>(part.side.spend));
    case Audiences:
        return countText(static_cast<std::int64_t>(part.side.audiences.size()));
    default:
        return answerText(part.answers[static_cast<std::size_t>(row - FirstChannel)]);
    }
}

QVariant DecisionFigures::mark(int row, int column, int role) const
{
    if (column == 0 || row < Audiences) {
        return {};
    }
    const CustomerPart& part = partAt(column);
    if (row == Audiences) {
        if (role != Qt::ToolTipRole) {
            return {};
        }
        QStringList names;
        for (const std::string& name : part.side.audiences) {
            names << fromUtf8(name);
        }
        return names.join(u'\n');
    }
    const auto channel = static_cast<std::size_t>(row - FirstChannel);
    if (role == PillRole) {
        return static_cast<int>(part.answers[channel] == ConsentAnswer::Granted ? Tone::Good : Tone::Neutral);
    }
    return {};
}

QString decisionSentence(const DecisionPreview& preview)
{
    QStringList codes;
    for (const CustomerPart& part : preview.after) {
        codes << fromUtf8(part.side.code);
    }
    QString text = DecisionView::tr("That makes %Ln customer(s): %1.", "", static_cast<int>(codes.size()))
                       .arg(codes.join(DecisionView::tr(", ")));
    if (preview.review == 0) {
        return text;
    }
    const auto pairs = static_cast<int>(std::abs(preview.review));
    return text + u' '
        + (preview.review > 0
               ? DecisionView::tr("%Ln pair(s) more will wait in the merge review.", "", pairs)
               : DecisionView::tr("%Ln pair(s) fewer will wait in the merge review.", "", pairs));
}

}  // namespace meitrace
