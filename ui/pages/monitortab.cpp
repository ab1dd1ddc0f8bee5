// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/monitortab.h"

#include "analytics/workbench/usualmonitor.h"
#include "ui/charts/linechart.h"
#include "ui/pages/charttoggle.h"
#include "ui/text/figures.h"
#include "ui/theme/theme.h"
#include "ui/viewmodels/monitorview.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/label.h"

#include <QVBoxLayout>

#include <algorithm>

namespace meitrace {

namespace {

constexpr int kChartHeight = 300;

}  // namespace

MonitorTab::MonitorTab(Session& session, QWidget* parent)
    : AnalysisTab(QStringLiteral("monitor"), QStringLiteral("funnel"), session, parent)
    , m_reading(textLabel({}, TextRole::Body))
    , m_chartCard(new Card)
    , m_chart(new LineChart)
    , m_toggle(new ChartToggle(m_chartCard, m_chart))
    , m_alertCard(new Card)
    , m_alertTable(new DataTable)
    , m_alerts(new AlertTable(this))
{
    m_reading->setWordWrap(true);
    m_reading->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_chart->setObjectName(QStringLiteral("chart.monitor"));
    m_alertTable->setObjectName(QStringLiteral("table.alerts"));
    m_alertTable->setModel(m_alerts);
    m_alertTable->setShowsAllRows(true);
    m_alertTable->setSortingEnabled(false);
    m_alertCard->body()->addWidget(m_alertTable);
    body()->addWidget(m_reading);
    body()->addWidget(m_chartCard);
    body()->addWidget(m_alertCard);
    body()->addStretch(1);
    Theme::current().follow(this, [this] { m_chart->setMinimumHeight(Theme::current().px(kChartHeight)); });
    connect(m_chart, &Chart::activated, this, [this](const RegionId& point) {
        const int series = shownSeries();
        if (series >= 0) {
            // The expected numbers begin later than the counted ones.
            const MonitorSeries& shown = m_shown->result.series[static_cast<std::size_t>(series)];
            const int first = monitorFirstShown(shown);
            showPoint(series,
                      first + (point.column == 0 ? point.row : monitorJudged(shown, first, point.row)));
        }
    });
    connect(m_alertTable, &DataTable::clicked, this,
            [this](const QModelIndex& index) { showAlert(index.row()); });
    connect(m_alertTable, &DataTable::rowActivated, this, &MonitorTab::showAlert);
}

void MonitorTab::retranslate()
{
    m_chart->setAccessibleName(tr("A number and what was usual"));
    m_chart->setHint(tr("Click to see the customers"));
    m_alertCard->setTitle(tr("Out of the ordinary"));
    m_alertCard->setHelp(tr("Days, or weeks where days have few, on which a number lay outside of what the "
                            "weeks before let expect. "
                            "Public holidays are left out. Where it moved is not why."));
    m_alertTable->setAccessibleName(tr("Out of the ordinary"));
    m_alertTable->setEmptyText(tr("Nothing was out of the ordinary"));
    m_toggle->retranslate();
    if (m_shown) {
        showChips();
        take(*m_shown);
    }
}

std::vector<ChoiceOf<MonitorTab::Settings>> MonitorTab::choices() const
{
    ChoiceOf<Settings> days {{.key = QStringLiteral("days"), .title = tr("Looked at")}};
    for (const int count : {28, 14, 60, 180, 365}) {
        Settings chosen = m_settings;
        chosen.days = count;
        days.add(tr("the latest %1 days").arg(count), chosen, m_settings.days == count);
    }
    ChoiceOf<Settings> number {{.key = QStringLiteral("number"), .title = tr("Number shown")}};
    const int current = shownSeries();
    for (int i = 0; m_shown && i < static_cast<int>(m_shown->result.series.size()); ++i) {
        const MonitorSeries& series = m_shown->result.series[static_cast<std::size_t>(i)];
        Settings chosen = m_settings;
        chosen.metric = series.metric;
        number.add(monitorMetricName(series.metric), chosen, i == current);
    }
    std::vector<ChoiceOf<Settings>> all {std::move(days)};
    if (!number.names.empty()) {
        all.push_back(std::move(number));
    }
    return all;
}

void MonitorTab::showChips()
{
    showChoices(*chips(), choices());
}

void MonitorTab::choose(const QString& key, const QPoint& corner)
{
    openChoice(this, choices(), key, corner, [this](const Settings& settings) {
        const bool isCounted = settings.days == m_settings.days;
        m_settings = settings;
        if (isCounted) {
            showChips();
            showChart();
        } else {
            recount();
        }
    });
}

void MonitorTab::count()
{
    Shown asked {.snapshot = session().snapshot(), .options = usualMonitor(), .result = {}};
    asked.options.days = m_settings.days;
    asked.options.population = session().population();
    if (const std::optional<DaySpan> days = session().days()) {
        asked.options.asOf = days->to;
    }
    busy()->begin(tr("Looking what was out of the ordinary"));
    session().jobs().run<Shown>(
        {this, jobKey(), tr("Looking what was out of the ordinary")},
        [asked = std::move(asked)](Job& job) -> Result<Shown> {
            Result<MonitorResult> result = monitor(*asked.snapshot, asked.options, job);
            if (!result) {
                return result.error();
            }
            return Shown {asked.snapshot, asked.options, *std::move(result)};
        },
        [this](const Result<Shown>& shown) { take(shown); });
}

void MonitorTab::take(const Result<Shown>& shown)
{
    if (!isShown(shown ? nullptr : &shown.error())) {
        return;
    }
    m_shown = std::make_shared<const Shown>(*shown);
    if (m_shown->result.series.empty()) {
        showEmpty(tr("There is no number to watch yet"),
                  tr("Leads, bookings, arrivals, bills and treatments are watched."));
        return;
    }
    QStringList sentences;
    for (const MonitorSeries& series : m_shown->result.series) {
        if (const QString silence = monitorSilenceText(series); !silence.isEmpty()) {
            sentences << silence;
        }
    }
    m_reading->setText(sentencesText(sentences));
    m_reading->setVisible(!sentences.isEmpty());
    m_alerts->setResult(m_shown->result);
    m_alertTable->fitColumns(480);
    showChips();
    showChart();
}

int MonitorTab::shownSeries() const
{
    if (!m_shown || m_shown->result.series.empty()) {
        return -1;
    }
    const std::vector<MonitorSeries>& all = m_shown->result.series;
    const auto found = std::find_if(all.begin(), all.end(), [this](const MonitorSeries& series) {
        return series.metric == m_settings.metric;
    });
    if (found != all.end()) {
        return static_cast<int>(found - all.begin());
    }
    return m_shown->result.alerts.empty() ? 0 : m_shown->result.alerts.front().series;
}

void MonitorTab::showNumber(int series)
{
    if (m_shown && series >= 0 && series < static_cast<int>(m_shown->result.series.size())) {
        m_settings.metric = m_shown->result.series[static_cast<std::size_t>(series)].metric;
        showChips();
        showChart();
    }
}

void MonitorTab::showChart()
{
    const int number = shownSeries();
    if (number < 0) {
        return;
    }
    const MonitorSeries& series = m_shown->result.series[static_cast<std::size_t>(number)];
    m_chartCard->setTitle(monitorMetricName(series.metric));
    m_chartCard->setCaption(series.unit == PeriodUnit::Days ? tr("By day")
                                                            : tr("By week: days have too few"));
    m_chart->setData(monitorLines(series, monitorFirstShown(series)));
    m_toggle->refresh();
}

void MonitorTab::showAlert(int row)
{
    if (!m_shown || row < 0 || row >= m_alerts->rowCount()) {
        return;
    }
    const MonitorAlert& alert = m_alerts->alertAt(row);
    const std::vector<Day>& starts = m_shown->result.series[static_cast<std::size_t>(alert.series)].starts;
    showNumber(alert.series);
    showPoint(alert.series,
              static_cast<int>(std::lower_bound(starts.begin(), starts.end(), alert.start) - starts.begin()));
}

void MonitorTab::showPoint(int series, int point)
{
    if (!m_shown) {
        return;
    }
    session().jobs().run<Bitset>(
        {this, jobKey() + QStringLiteral(".members"), tr("Finding the customers")},
        [shown = m_shown, series, point](Job& job) {
            return monitorMembers(*shown->snapshot, shown->options, shown->result, series, point, job);
        },
        [this, shown = m_shown, series, point](const Result<Bitset>& members) {
            if (members && shown->snapshot == session().snapshot()) {
                emit customersRequested(
                    *members,
                    monitorPlaceTitle(shown->result.series[static_cast<std::size_t>(series)], point));
            } else if (!members && members.error().code != ErrorCode::Cancelled) {
                emit failed(members.error());
            }
        });
}

}  // namespace meitrace
