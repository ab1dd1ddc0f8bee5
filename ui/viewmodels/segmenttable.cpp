// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/segmenttable.h"

#include "ui/text/figures.h"
#include "ui/text/names.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <numeric>

namespace meitrace {

namespace {

struct Segments {
    Q_DECLARE_TR_FUNCTIONS(Segments)
};

struct Advice {
    std::string_view code;
    Tone tone;
    const char* words;
    const char* sentence;
};

// clang-format off
constexpr std::array<Advice, 19> kAdvice {{
    {"vip", Tone::Good, QT_TRANSLATE_NOOP("Segments", "Personal consultant"),
     QT_TRANSLATE_NOOP("Segments", "They came lately, come often and spend much: give each a personal consultant and first choice of dates.")},
    {"vip_keep", Tone::Warn, QT_TRANSLATE_NOOP("Segments", "Consultant calls"),
     QT_TRANSLATE_NOOP("Segments", "They came often and spent much but stay away lately: let their consultant ask how they are.")},
    {"vip_grow", Tone::Accent, QT_TRANSLATE_NOOP("Segments", "Offer a course"),
     QT_TRANSLATE_NOOP("Segments", "They came lately and spent much but come seldom: plan a course of treatments with them.")},
    {"vip_rescue", Tone::Bad, QT_TRANSLATE_NOOP("Segments", "Manager calls"),
     QT_TRANSLATE_NOOP("Segments", "They spent much, came seldom and stay away: call in person and ask for the reason.")},
    {"std", Tone::Good, QT_TRANSLATE_NOOP("Segments", "Reward points"),
     QT_TRANSLATE_NOOP("Segments", "They come often for small sums: thank them with points and show them what fits next.")},
    {"std_keep", Tone::Neutral, QT_TRANSLATE_NOOP("Segments", "Remind of the next visit"),
     QT_TRANSLATE_NOOP("Segments", "They used to come often for small sums: remind them when the next treatment is due.")},
    {"std_grow", Tone::Accent, QT_TRANSLATE_NOOP("Segments", "First-month care"),
     QT_TRANSLATE_NOOP("Segments", "They came lately, once or twice: care for them in the first month and agree on the next visit.")},
    {"std_rescue", Tone::Neutral, QT_TRANSLATE_NOOP("Segments", "Low-cost messages"),
     QT_TRANSLATE_NOOP("Segments", "They came seldom, long ago, for small sums: reach them with messages that cost little.")},
    {"champions", Tone::Good, QT_TRANSLATE_NOOP("Segments", "Personal consultant"),
     QT_TRANSLATE_NOOP("Segments", "They came lately and come most often: give each a personal consultant and first choice of dates.")},
    {"loyal", Tone::Good, QT_TRANSLATE_NOOP("Segments", "Invite to refer friends"),
     QT_TRANSLATE_NOOP("Segments", "They come often: invite them to bring a friend and thank them for it.")},
    {"potential_loyalist", Tone::Accent, QT_TRANSLATE_NOOP("Segments", "Offer a course"),
     QT_TRANSLATE_NOOP("Segments", "They came lately and more than once: plan a course of treatments with them.")},
    {"new", Tone::Accent, QT_TRANSLATE_NOOP("Segments", "First-month care"),
     QT_TRANSLATE_NOOP("Segments", "They came lately for the first time: care for them in the first month and agree on the next visit.")},
    {"promising", Tone::Accent, QT_TRANSLATE_NOOP("Segments", "Invite a second time"),
     QT_TRANSLATE_NOOP("Segments", "They came once, not long ago: invite them a second time.")},
    {"needs_attention", Tone::Warn, QT_TRANSLATE_NOOP("Segments", "Remind of the next visit"),
     QT_TRANSLATE_NOOP("Segments", "They came some times and begin to stay away: remind them when the next treatment is due.")},
    {"about_to_sleep", Tone::Warn, QT_TRANSLATE_NOOP("Segments", "Remind of the next visit"),
     QT_TRANSLATE_NOOP("Segments", "They came once or twice, some time ago: remind them before they forget the clinic.")},
    {"at_risk", Tone::Bad, QT_TRANSLATE_NOOP("Segments", "Consultant calls"),
     QT_TRANSLATE_NOOP("Segments", "They came often and have not come for long: let their consultant ask how they are.")},
    {"cant_lose", Tone::Bad, QT_TRANSLATE_NOOP("Segments", "Manager calls"),
     QT_TRANSLATE_NOOP("Segments", "They came most often of all and have not come for long: call in person and ask for the reason.")},
    {"hibernating", Tone::Neutral, QT_TRANSLATE_NOOP("Segments", "Low-cost messages"),
     QT_TRANSLATE_NOOP("Segments", "They came seldom and long ago: reach them with messages that cost little.")},
    {"lost", Tone::Neutral, QT_TRANSLATE_NOOP("Segments", "Greet once a quarter"),
     QT_TRANSLATE_NOOP("Segments", "They came once, long ago: greet them once a quarter, not more.")},
}};
// clang-format on

const Advice* adviceOf(std::string_view code)
{
    const auto* found = std::find_if(kAdvice.begin(), kAdvice.end(),
                                     [code](const Advice& advice) { return advice.code == code; });
    return found == kAdvice.end() ? nullptr : found;
}

}  // namespace

Tone segmentTone(std::string_view code)
{
    const Advice* advice = adviceOf(code);
    return advice == nullptr ? Tone::Neutral : advice->tone;
}

QString segmentAdvice(std::string_view code)
{
    const Advice* advice = adviceOf(code);
    return advice == nullptr ? QString() : QCoreApplication::translate("Segments", advice->words);
}

QString segmentSentence(std::string_view code)
{
    const Advice* advice = adviceOf(code);
    return advice == nullptr ? QString() : QCoreApplication::translate("Segments", advice->sentence);
}

SegmentTableModel::SegmentTableModel(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void SegmentTableModel::setSegments(const std::vector<RfmSegment>& segments)
{
    beginResetModel();
    m_segments = segments;
    m_order.resize(segments.size());
    std::iota(m_order.begin(), m_order.end(), 0);
    endResetModel();
}

int SegmentTableModel::count() const
{
    return static_cast<int>(m_order.size());
}

QString SegmentTableModel::title(int column) const
{
    return QStringList {Segments::tr("Segment"), Segments::tr("Customers"), Segments::tr("Share"),
                        Segments::tr("Spend"), Segments::tr("Advice")}
        .value(column);
}

bool SegmentTableModel::isNumber(int column) const
{
    return column != Name && column != Advice;
}

QString SegmentTableModel::text(int row, int column) const
{
    const RfmSegment& segment = m_segments[static_cast<std::size_t>(segmentAt(row))];
    switch (column) {
    case Name:
        return capitalised(segmentName(segment.code));
    case Customers:
        return countText(segment.customers);
    case Share:
        return percentText(segment.share);
    case Spend:
        return roundMoneyText(static_cast<double>(segment.spend));
    default:
        return segmentAdvice(segment.code);
    }
}

QVariant SegmentTableModel::mark(int row, int column, int role) const
{
    const RfmSegment& segment = m_segments[static_cast<std::size_t>(segmentAt(row))];
    switch (role) {
    case Qt::ToolTipRole:
        return column == Name || column == Advice ? segmentSentence(segment.code) : QVariant();
    case PillRole:
        return column == Name ? QVariant(static_cast<int>(segmentTone(segment.code))) : QVariant();
    case BarRole:
        return column == Share ? QVariant(segment.share) : QVariant();
    default:
        return {};
    }
}

void SegmentTableModel::sort(int column, Qt::SortOrder order)
{
    emit layoutAboutToBeChanged();
    const std::vector<int> before = m_order;
    if (column == Name || column == Advice) {
        std::sort(m_order.begin(), m_order.end());  // the grid's own order says more than the alphabet
        if (order == Qt::DescendingOrder) {
            std::reverse(m_order.begin(), m_order.end());
        }
    } else {
        std::stable_sort(m_order.begin(), m_order.end(), [&](int a, int b) {
            const RfmSegment& one = m_segments[static_cast<std::size_t>(a)];
            const RfmSegment& two = m_segments[static_cast<std::size_t>(b)];
            const std::int64_t left = column == Spend ? one.spend : one.customers;
            const std::int64_t right = column == Spend ? two.spend : two.customers;
            return order == Qt::AscendingOrder ? left < right : left > right;
        });
    }
    for (const QModelIndex& old : persistentIndexList()) {
        const int segment = before[static_cast<std::size_t>(old.row())];
        const auto at = std::find(m_order.begin(), m_order.end(), segment);
        changePersistentIndex(old, index(static_cast<int>(at - m_order.begin()), old.column()));
    }
    emit layoutChanged();
}

}  // namespace meitrace
