// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/splitview.h"

#include "analytics/workbench/audiencebook.h"
#include "ui/text/figures.h"
#include "ui/text/personnames.h"
#include "ui/theme/cellroles.h"

#include <QCoreApplication>

namespace meitrace {

namespace {

struct SplitView {
    Q_DECLARE_TR_FUNCTIONS(SplitView)
};

enum Row { Records, Visits, Spend, Audiences, FirstChannel };

QString answerText(ConsentAnswer answer)
{
    return answer == ConsentAnswer::Granted ? SplitView::tr("allowed") : SplitView::tr("not allowed");
}

}  // namespace

SplitTable::SplitTable(QObject* parent)
    : ReadOnlyTable(1, parent)
{
}

void SplitTable::setPreview(const SplitPreview& preview)
{
    beginResetModel();
    m_parts = {preview.before};
    m_parts.insert(m_parts.end(), preview.parts.begin(), preview.parts.end());
    setColumns(static_cast<int>(m_parts.size()) + 1);
    endResetModel();
}

int SplitTable::count() const
{
    return m_parts.empty() ? 0 : FirstChannel + static_cast<int>(kReachChannels.size());
}

QString SplitTable::title(int column) const
{
    if (column == 0) {
        return tr("Figure");
    }
    return column == 1 ? tr("Now") : fromUtf8(partAt(column).side.code);
}

QString SplitTable::text(int row, int column) const
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
    const SplitPart& part = partAt(column);
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

QVariant SplitTable::mark(int row, int column, int role) const
{
    if (column == 0 || row < Audiences) {
        return {};
    }
    const SplitPart& part = partAt(column);
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

QString splitSentence(const SplitPreview& preview)
{
    QStringList codes;
    for (const SplitPart& part : preview.parts) {
        codes << fromUtf8(part.side.code);
    }
    const QString text = SplitView::tr("She becomes %Ln customer(s): %1.", "", static_cast<int>(codes.size()))
                             .arg(codes.join(SplitView::tr(", ")));
    return preview.review <= 0 ? text
                               : text + u' '
            + SplitView::tr("%Ln pair(s) more will wait in the merge review.", "",
                            static_cast<int>(preview.review));
}

}  // namespace meitrace
