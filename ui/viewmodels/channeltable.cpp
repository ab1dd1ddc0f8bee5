// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The table of channels: every column says its text, by what it sorts, and whom it counts.
#include "ui/text/channeltext.h"
#include "ui/text/figures.h"
#include "ui/theme/cellroles.h"
#include "ui/viewmodels/channelview.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace meitrace {

namespace {

struct ChannelView {
    Q_DECLARE_TR_FUNCTIONS(ChannelView)
};

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

double ratio(double part, double whole)
{
    return whole > 0 ? part / whole : kNone;
}

double shareOf(const ChannelFigures& figures, ChannelStage stage)
{
    return ratio(static_cast<double>(figures.at(stage)), static_cast<double>(figures.people()));
}

double repeatShare(const ChannelFigures& figures)
{
    return ratio(static_cast<double>(figures.repeatInTime), static_cast<double>(figures.repeatKnown));
}

double maturity(const ChannelFigures& figures)
{
    return ratio(static_cast<double>(figures.mature), static_cast<double>(figures.people()));
}

QString orDash(double value, const QString& text)
{
    return std::isnan(value) ? QStringLiteral("–") : text;
}

/// A column of the table of channels: what it says, by what it sorts, and whom it counts.
struct ChannelColumn {
    const char* title;
    QString (*text)(const ChannelFigures&, const ChannelCohort&);
    double (*value)(const ChannelFigures&);
    std::optional<ChannelStage> stage {};
    bool isShare = false;
};

template <ChannelStage stage>
ChannelColumn countColumn(const char* title)
{
    return {title, [](const ChannelFigures& f, const ChannelCohort&) { return countText(f.at(stage)); },
            [](const ChannelFigures& f) { return static_cast<double>(f.at(stage)); }, stage};
}

template <ChannelStage stage>
ChannelColumn costColumn(const char* title)
{
    return {title,
            [](const ChannelFigures& f, const ChannelCohort&) { return costText(f.spend, f.at(stage)); },
            [](const ChannelFigures& f) {
                return f.spend > 0 ? ratio(static_cast<double>(f.spend), static_cast<double>(f.at(stage)))
                                   : kNone;
            }};
}

template <ChannelStage stage>
ChannelColumn shareColumn(const char* title)
{
    return {title,
            [](const ChannelFigures& f, const ChannelCohort&) {
                return orDash(shareOf(f, stage), percentText(shareOf(f, stage)));
            },
            [](const ChannelFigures& f) { return shareOf(f, stage); }, stage, true};
}

ChannelColumn nameColumn()
{
    return {QT_TRANSLATE_NOOP("ChannelView", "Channel"),
            [](const ChannelFigures& f, const ChannelCohort& cohort) {
                return &f == &cohort.total ? ChannelView::tr("All channels") : cohortChannelName(f);
            },
            nullptr};
}

std::span<const ChannelColumn> costColumns()
{
    static const std::vector<ChannelColumn> columns {
        nameColumn(),
        {QT_TRANSLATE_NOOP("ChannelView", "Spend"),
         [](const ChannelFigures& f, const ChannelCohort&) {
             return f.spend > 0 ? roundMoneyText(static_cast<double>(f.spend)) : QStringLiteral("–");
         },
         [](const ChannelFigures& f) { return f.spend > 0 ? static_cast<double>(f.spend) : kNone; }},
        countColumn<ChannelStage::Lead>(QT_TRANSLATE_NOOP("ChannelView", "Leads")),
        countColumn<ChannelStage::Arrival>(QT_TRANSLATE_NOOP("ChannelView", "Arrived")),
        countColumn<ChannelStage::Deal>(QT_TRANSLATE_NOOP("ChannelView", "Deals")),
        costColumn<ChannelStage::Lead>(QT_TRANSLATE_NOOP("ChannelView", "Per lead")),
        costColumn<ChannelStage::Arrival>(QT_TRANSLATE_NOOP("ChannelView", "Per arrival")),
        costColumn<ChannelStage::Deal>(QT_TRANSLATE_NOOP("ChannelView", "Per deal")),
        {QT_TRANSLATE_NOOP("ChannelView", "Net"),
         [](const ChannelFigures& f, const ChannelCohort&) {
             return roundMoneyText(static_cast<double>(f.net));
         },
         [](const ChannelFigures& f) { return static_cast<double>(f.net); }},
        {QT_TRANSLATE_NOOP("ChannelView", "Return"),
         [](const ChannelFigures& f, const ChannelCohort&) { return returnText(f); },
         [](const ChannelFigures& f) {
             return ratio(static_cast<double>(f.net), static_cast<double>(f.spend));
         }},
        {QT_TRANSLATE_NOOP("ChannelView", "95 % range"),
         [](const ChannelFigures& f, const ChannelCohort&) { return returnRangeText(f); },
         [](const ChannelFigures& f) { return ratio(f.netRange.low, static_cast<double>(f.spend)); }},
        {QT_TRANSLATE_NOOP("ChannelView", "Place"),
         [](const ChannelFigures& f, const ChannelCohort& cohort) {
             return &f == &cohort.total ? QString() : placeText(f);
         },
         [](const ChannelFigures& f) {
             return f.bestPlace > 0 ? (f.bestPlace + f.worstPlace) / 2.0 : kNone;
         }},
        {QT_TRANSLATE_NOOP("ChannelView", "Mature"),
         [](const ChannelFigures& f, const ChannelCohort&) {
             return orDash(maturity(f), percentText(maturity(f)));
         },
         maturity,
         {},
         true}};
    return columns;
}

std::span<const ChannelColumn> qualityColumns()
{
    static const std::vector<ChannelColumn> columns {
        nameColumn(),
        countColumn<ChannelStage::Lead>(QT_TRANSLATE_NOOP("ChannelView", "Leads")),
        {QT_TRANSLATE_NOOP("ChannelView", "Walked in"),
         [](const ChannelFigures& f, const ChannelCohort&) { return countText(f.walkIns); },
         [](const ChannelFigures& f) { return static_cast<double>(f.walkIns); }},
        shareColumn<ChannelStage::Wechat>(QT_TRANSLATE_NOOP("ChannelView", "On WeChat")),
        shareColumn<ChannelStage::Booking>(QT_TRANSLATE_NOOP("ChannelView", "Booked")),
        shareColumn<ChannelStage::Arrival>(QT_TRANSLATE_NOOP("ChannelView", "Arrived")),
        shareColumn<ChannelStage::Deal>(QT_TRANSLATE_NOOP("ChannelView", "Deals")),
        {QT_TRANSLATE_NOOP("ChannelView", "Bought again"),
         [](const ChannelFigures& f, const ChannelCohort&) {
             return orDash(repeatShare(f), percentText(repeatShare(f)));
         },
         repeatShare, ChannelStage::Repeat, true},
        {QT_TRANSLATE_NOOP("ChannelView", "Average ticket"),
         [](const ChannelFigures& f, const ChannelCohort&) { return costText(f.ticketMoney, f.tickets); },
         [](const ChannelFigures& f) {
             return ratio(static_cast<double>(f.ticketMoney), static_cast<double>(f.tickets));
         }},
        {QT_TRANSLATE_NOOP("ChannelView", "Paid back after"),
         [](const ChannelFigures& f, const ChannelCohort& cohort) {
             return paybackText(f, cohort.matureMonths);
         },
         [](const ChannelFigures& f) { return f.paybackMonths > 0 ? f.paybackMonths : kNone; }}};
    return columns;
}

std::span<const ChannelColumn> columnsOf(ChannelTable::View view)
{
    return view == ChannelTable::View::Costs ? costColumns() : qualityColumns();
}

}  // namespace

ChannelTable::ChannelTable(QObject* parent)
    : ReadOnlyTable(static_cast<int>(costColumns().size()), parent)
{
}

void ChannelTable::setCohort(const ChannelCohort& cohort, View view)
{
    beginResetModel();
    m_cohort = cohort;
    m_view = view;
    m_order.resize(cohort.channels.size());
    std::iota(m_order.begin(), m_order.end(), 0);
    setColumns(static_cast<int>(columnsOf(view).size()));
    endResetModel();
}

int ChannelTable::channelAt(int row) const
{
    return row >= 0 && row < static_cast<int>(m_order.size()) ? m_order[static_cast<std::size_t>(row)] : -1;
}

int ChannelTable::rowOf(int channel) const
{
    const auto found = std::find(m_order.begin(), m_order.end(), channel);
    return found == m_order.end() ? -1 : static_cast<int>(found - m_order.begin());
}

std::optional<ChannelStage> ChannelTable::stageAt(int column) const
{
    return columnsOf(m_view)[static_cast<std::size_t>(column)].stage;
}

void ChannelTable::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= static_cast<int>(columnsOf(m_view).size())) {
        return;
    }
    const ChannelColumn& by = columnsOf(m_view)[static_cast<std::size_t>(column)];
    const auto figures = [this](int channel) -> const ChannelFigures& {
        return m_cohort.channels[static_cast<std::size_t>(channel)];
    };
    emit layoutAboutToBeChanged();
    std::stable_sort(m_order.begin(), m_order.end(), [&](int a, int b) {
        if (by.value == nullptr) {
            const int compared
                = QString::localeAwareCompare(cohortChannelName(figures(a)), cohortChannelName(figures(b)));
            return order == Qt::AscendingOrder ? compared < 0 : compared > 0;
        }
        const double left = by.value(figures(a));
        const double right = by.value(figures(b));
        if (std::isnan(left) || std::isnan(right)) {
            return !std::isnan(left);  // what has no value stands last either way
        }
        return order == Qt::AscendingOrder ? left < right : left > right;
    });
    emit layoutChanged();
}

int ChannelTable::count() const
{
    return m_order.empty() ? 0 : static_cast<int>(m_order.size()) + 1;
}

QString ChannelTable::title(int column) const
{
    return ChannelView::tr(columnsOf(m_view)[static_cast<std::size_t>(column)].title);
}

const ChannelFigures& ChannelTable::figuresAt(int row) const
{
    const int channel = channelAt(row);
    return channel < 0 ? m_cohort.total : m_cohort.channels[static_cast<std::size_t>(channel)];
}

QString ChannelTable::text(int row, int column) const
{
    return columnsOf(m_view)[static_cast<std::size_t>(column)].text(figuresAt(row), m_cohort);
}

QVariant ChannelTable::mark(int row, int column, int role) const
{
    const ChannelColumn& shown = columnsOf(m_view)[static_cast<std::size_t>(column)];
    const ChannelFigures& figures = figuresAt(row);
    if (role == BarRole && shown.isShare && channelAt(row) >= 0) {
        const double share = shown.value(figures);
        return std::isnan(share) ? QVariant() : QVariant(share);
    }
    if (role == Qt::ToolTipRole && shown.isShare && shown.stage && figures.people() > 0) {
        const bool isRepeat = *shown.stage == ChannelStage::Repeat;
        const Index n = isRepeat ? figures.repeatKnown : figures.people();
        const Index hits = isRepeat ? figures.repeatInTime : figures.at(*shown.stage);
        const Interval interval = wilson(hits, n);
        return n > 0 ? QVariant(ChannelView::tr("%1 of %2; 95 % range %3 to %4")
                                    .arg(countText(hits), countText(n), percentText(interval.low),
                                         percentText(interval.high)))
                     : QVariant();
    }
    return {};
}

}  // namespace meitrace
