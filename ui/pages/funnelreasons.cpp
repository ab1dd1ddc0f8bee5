// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/funnelreasons.h"

#include "ui/charts/linechart.h"
#include "ui/pages/charttoggle.h"
#include "ui/text/figures.h"
#include "ui/theme/theme.h"
#include "ui/viewmodels/funnelreasonsview.h"
#include "ui/viewmodels/lostreasonsview.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/label.h"

#include <QVBoxLayout>

namespace meitrace {

namespace {

constexpr int kLineHeight = 240;
constexpr Day kWeeksUpTo = 120;  // days looked at; beyond that months
constexpr std::uint64_t kSeed = 1;

PeriodUnit unitOf(const FunnelReasons::Funnel& funnel)
{
    const SnapshotFrame& frame = funnel.snapshot->frame();
    const Day from = funnel.options.from == kMissingDay ? frame.firstDay : funnel.options.from;
    const Day to = funnel.options.to == kMissingDay ? frame.asOf : funnel.options.to;
    return to - from <= kWeeksUpTo ? PeriodUnit::Weeks : PeriodUnit::Months;
}

QLabel* reading()
{
    QLabel* label = textLabel({}, TextRole::Body);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

DataTable* plainTable(const char* name, QAbstractItemModel* model)
{
    auto* table = new DataTable;
    table->setObjectName(QLatin1String(name));
    table->setModel(model);
    table->setShowsAllRows(true);
    table->setSortingEnabled(false);
    return table;
}

}  // namespace

FunnelReasons::FunnelReasons(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_trendCard(new Card)
    , m_lines(new LineChart)
    , m_toggle(new ChartToggle(m_trendCard, m_lines))
    , m_lostCard(new Card)
    , m_lostReading(reading())
    , m_lost(new LostReasonTable(this))
    , m_driverCard(new Card)
    , m_reading(reading())
    , m_drivers(new DriverTable(this))
{
    m_lines->setObjectName(QStringLiteral("chart.funnelTrend"));
    m_lostTable = plainTable("table.lostReasons", m_lost);
    m_table = plainTable("table.drivers", m_drivers);
    m_lostCard->body()->addWidget(m_lostReading);
    m_lostCard->body()->addWidget(m_lostTable);
    m_driverCard->body()->addWidget(m_reading);
    m_driverCard->body()->addWidget(m_table);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::kCardGap);
    column->addWidget(m_trendCard);
    column->addWidget(m_lostCard);
    column->addWidget(m_driverCard);
    hide();
    Theme::current().follow(this, [this] { m_lines->setMinimumHeight(Theme::current().px(kLineHeight)); });
    connect(m_table, &DataTable::clicked, this, [this](const QModelIndex& index) {
        showDriver(index.row(), index.column() != DriverTable::Without);
    });
    connect(m_table, &DataTable::rowActivated, this, [this](int row) { showDriver(row, true); });
    connect(m_lostTable, &DataTable::clicked, this,
            [this](const QModelIndex& index) { showLost(index.row()); });
    connect(m_lostTable, &DataTable::rowActivated, this, &FunnelReasons::showLost);
}

void FunnelReasons::retranslate()
{
    m_trendCard->setTitle(tr("How the rate moves"));
    m_trendCard->setHelp(
        tr("By the time of the first step. Dotted where some still have time; the band is the 95 % "
           "range."));
    m_lines->setAccessibleName(tr("How the rate moves"));
    m_lostCard->setTitle(tr("What was written down of the lost"));
    m_lostCard->setHelp(
        tr("The first visit without a deal, cancelled booking or missed appointment behind the last step. "
           "Everybody lost stands in one row; who still has time in none."));
    m_lostTable->setAccessibleName(tr("What was written down of the lost"));
    m_lostTable->setEmptyText(tr("Nobody was lost"));
    m_driverCard->setTitle(tr("What goes along with getting through"));
    m_driverCard->setHelp(tr(
        "What else customers did between the first step and the end, lost ones as long as those who got "
        "through. Greyed: perhaps noise, or part of the way of almost everybody. Odds of 2 mean: twice the "
        "odds with it."));
    m_table->setAccessibleName(tr("What goes along with getting through"));
    m_table->setEmptyText(tr("Nothing else was done by at least 20 customers and left undone by as many"));
    m_toggle->retranslate();
    if (m_shown) {
        take(*m_shown);
    }
}

void FunnelReasons::showFunnel(const Funnel& funnel)
{
    if (funnel.result->steps.size() < 2 || funnel.result->steps.front().reached == 0) {
        hide();
        return;
    }
    m_session.jobs().run<Shown>(
        {this, QStringLiteral("funnel.reasons"), tr("Looking for what goes along")},
        [funnel](Job& job) -> Result<Shown> {
            Shown shown {.funnel = funnel, .drivers = {}, .lost = {}, .trend = {}, .unit = unitOf(funnel)};
            Result<LostReasons> lost = lostReasons(*funnel.snapshot, funnel.options, *funnel.result, job);
            if (!lost) {
                return lost.error();
            }
            shown.lost = *std::move(lost);
            Result<FunnelDrivers> drivers
                = funnelDrivers(*funnel.snapshot, funnel.options, *funnel.result, kSeed, job);
            if (!drivers) {
                return drivers.error();
            }
            shown.drivers = *std::move(drivers);
            const int last = static_cast<int>(funnel.result->steps.size()) - 1;
            Result<std::vector<FunnelTrendPoint>> trend
                = funnelTrend(*funnel.snapshot, funnel.options, *funnel.result, last, shown.unit, job);
            if (!trend) {
                return trend.error();
            }
            shown.trend = *std::move(trend);
            return shown;
        },
        [this](const Result<Shown>& shown) { take(shown); });
}

void FunnelReasons::take(const Result<Shown>& shown)
{
    if (!shown) {
        if (shown.error().code != ErrorCode::Cancelled) {
            hide();
            emit failed(shown.error());
        }
        return;
    }
    m_shown = std::make_shared<const Shown>(*shown);
    m_lines->setData(funnelTrendLines(m_shown->trend, m_shown->unit));
    m_lostReading->setText(lostReasonFinding(m_shown->funnel.options, m_shown->lost));
    m_lost->setReasons(m_shown->lost, m_shown->funnel.options);
    m_lostTable->fitColumns();
    const QString findings = sentencesText(driverFindings(m_shown->drivers));
    m_reading->setText(findings);
    m_drivers->setDrivers(m_shown->drivers);
    m_table->fitColumns();
    m_toggle->refresh();
    show();
}

void FunnelReasons::showLost(int row)
{
    if (!m_shown || row < 0 || row >= static_cast<int>(m_shown->lost.reasons.size())) {
        return;
    }
    const LostReason reason = m_shown->lost.reasons[static_cast<std::size_t>(row)];
    showMembers(lostReasonTitle(m_shown->funnel.options, reason), [reason](const Shown& shown, Job& job) {
        const Funnel& funnel = shown.funnel;
        return lostReasonMembers(*funnel.snapshot, funnel.options, *funnel.result, reason, job);
    });
}

void FunnelReasons::showDriver(int row, bool with)
{
    if (!m_shown || row < 0 || row >= static_cast<int>(m_shown->drivers.drivers.size())) {
        return;
    }
    const FunnelDriver driver = m_shown->drivers.drivers[static_cast<std::size_t>(row)];
    showMembers(driverPlaceTitle(driver, with), [type = driver.type, with](const Shown& shown, Job& job) {
        const Funnel& funnel = shown.funnel;
        return funnelDriverMembers(*funnel.snapshot, funnel.options, *funnel.result, {kSeed, type, with},
                                   job);
    });
}

void FunnelReasons::showMembers(const QString& title, std::function<Result<Bitset>(const Shown&, Job&)> find)
{
    m_session.jobs().run<Bitset>(
        {this, QStringLiteral("funnel.reasons.members"), tr("Finding the customers")},
        [shown = m_shown, find = std::move(find)](Job& job) { return find(*shown, job); },
        [this, shown = m_shown, title](const Result<Bitset>& members) {
            if (members && shown->funnel.snapshot == m_session.snapshot()) {
                emit customersRequested(*members, title);
            } else if (!members && members.error().code != ErrorCode::Cancelled) {
                emit failed(members.error());
            }
        });
}

}  // namespace meitrace
