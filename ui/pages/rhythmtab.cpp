// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/rhythmtab.h"

#include "ui/charts/barchart.h"
#include "ui/charts/heatgrid.h"
#include "ui/pages/charttoggle.h"
#include "ui/text/figures.h"
#include "ui/theme/theme.h"
#include "ui/viewmodels/rhythmview.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace meitrace {

namespace {

constexpr int kChartHeight = 340;

EventPredicate plain(const std::string& type)
{
    return {{{.type = type}}};
}

}  // namespace

RhythmTab::RhythmTab(Session& session, QWidget* parent)
    : AnalysisTab(QStringLiteral("rhythm"), QStringLiteral("clock"), session, parent)
    , m_view(new SegmentedControl)
    , m_barCard(new Card)
    , m_bars(new BarChart)
    , m_barToggle(new ChartToggle(m_barCard, m_bars))
    , m_others(makeButton({}, ButtonKind::Ghost))
    , m_weekCard(new Card)
    , m_week(new HeatGrid)
    , m_weekToggle(new ChartToggle(m_weekCard, m_week))
    , m_readingCard(new Card)
    , m_reading(textLabel({}, TextRole::Body))
{
    m_view->setObjectName(QStringLiteral("choice.rhythm"));
    m_bars->setObjectName(QStringLiteral("chart.rhythm"));
    m_week->setObjectName(QStringLiteral("chart.week"));
    m_others->setObjectName(QStringLiteral("btn.rhythmOthers"));
    m_barCard->addAction(m_others);
    m_weekCard->hide();
    m_reading->setWordWrap(true);
    m_reading->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_readingCard->body()->addWidget(m_reading);
    body()->addWidget(m_view, 0, Qt::AlignLeft);
    body()->addWidget(m_barCard);
    body()->addWidget(m_weekCard);
    body()->addWidget(m_readingCard);
    body()->addStretch(1);
    Theme::current().follow(this, [this] { m_bars->setMinimumHeight(Theme::current().px(kChartHeight)); });
    connect(m_view, &SegmentedControl::currentChanged, this, [this] { recount(); });
    connect(m_others, &QPushButton::clicked, this, [this] { showPlace(-1); });
    connect(m_bars, &Chart::activated, this, [this](const RegionId& bar) { showPlace(bar.row); });
    connect(m_week, &Chart::activated, this, [this](const RegionId& cell) {
        m_week->setSelection({cell});
        showPlace(cell.row * WeekHourResult::kHours + cell.column);
    });
}

void RhythmTab::retranslate()
{
    m_view->setChoices({tr("How often"), tr("How long between"), tr("When in the week")});
    m_bars->setAccessibleName(tr("Distribution"));
    m_bars->setHint(tr("Click to see the customers"));
    m_week->setAccessibleName(tr("Week by the hour"));
    m_week->setHint(tr("Click to see the customers"));
    m_readingCard->setTitle(tr("What this says"));
    m_barToggle->retranslate();
    m_weekToggle->retranslate();
    if (m_shown) {
        showChips();
        take(*m_shown);
    }
}

void RhythmTab::setView(View view)
{
    m_view->setCurrent(static_cast<int>(view));
    recount();
}

const DistributionResult* RhythmTab::distributionResult() const
{
    return m_shown ? std::get_if<DistributionResult>(&m_shown->figures) : nullptr;
}

const IntervalResult* RhythmTab::intervalResult() const
{
    return m_shown ? std::get_if<IntervalResult>(&m_shown->figures) : nullptr;
}

const WeekHourResult* RhythmTab::weekResult() const
{
    return m_shown ? std::get_if<WeekHourResult>(&m_shown->figures) : nullptr;
}

/// The first kind of event in the data of those a clinic asks for first.
void RhythmTab::useUsualEvent()
{
    const std::vector<std::string> known = eventTypes();
    for (const char* type : {"arrive", "treat", "bill", "lead"}) {
        if (std::find(known.begin(), known.end(), type) != known.end()) {
            m_settings.event = type;
            return;
        }
    }
    m_settings.event = known.empty() ? "*" : known.front();
}

std::vector<ChoiceOf<RhythmTab::Settings>> RhythmTab::choices() const
{
    const auto view = static_cast<View>(m_view->current());
    ChoiceOf<Settings> event {{.key = QStringLiteral("event"), .title = tr("Event")}};
    addEvents(event, m_settings, m_settings.event,
              [](Settings& settings, const std::string& type) { settings.event = type; });
    std::vector<ChoiceOf<Settings>> all {std::move(event)};
    if (view == View::Distribution) {
        all.push_back(memberChoice<Settings, DistributionOf>(
            QStringLiteral("of"), tr("Counts"), m_settings, &Settings::of,
            {{DistributionOf::Times, tr("times")},
             {DistributionOf::Days, tr("days")},
             {DistributionOf::Hours, tr("hours of the clock")},
             {DistributionOf::Amount, tr("amounts")}}));
    } else if (view == View::Intervals) {
        ChoiceOf<Settings> next {{.key = QStringLiteral("next"), .title = tr("Until")}};
        Settings same = m_settings;
        same.next.clear();
        next.add(tr("the same again"), same, m_settings.next.empty());
        addEvents(next, m_settings, m_settings.next,
                  [](Settings& settings, const std::string& type) { settings.next = type; });
        all.push_back(std::move(next));
    }
    return all;
}

void RhythmTab::showChips()
{
    if (m_settings.event.empty()) {
        useUsualEvent();
    }
    showChoices(*chips(), choices());
}

void RhythmTab::choose(const QString& key, const QPoint& corner)
{
    openChoice(this, choices(), key, corner, [this](const Settings& settings) {
        m_settings = settings;
        recount();
    });
}

RhythmTab::Shown RhythmTab::question() const
{
    OccurrenceScope scope {.population = session().population()};
    if (const std::optional<DaySpan> days = session().days()) {
        scope.from = days->from;
        scope.to = days->to;
    }
    Shown asked {.snapshot = session().snapshot(), .view = static_cast<View>(m_view->current())};
    asked.distribution = {.events = plain(m_settings.event), .of = m_settings.of, .scope = scope};
    asked.intervals = {.first = plain(m_settings.event), .scope = scope};
    if (!m_settings.next.empty() && m_settings.next != m_settings.event) {
        asked.intervals.second = plain(m_settings.next);
    }
    asked.week = {.events = plain(m_settings.event), .scope = scope};
    return asked;
}

Result<RhythmTab::Shown> RhythmTab::answered(Shown asked, Job& job)
{
    const auto put = [&](auto result) -> Result<Shown> {
        if (!result) {
            return result.error();
        }
        asked.figures = *std::move(result);
        return std::move(asked);
    };
    switch (asked.view) {
    case View::Distribution:
        return put(distribution(*asked.snapshot, asked.distribution, job));
    case View::Intervals:
        return put(intervals(*asked.snapshot, asked.intervals, job));
    case View::Week:
        break;
    }
    return put(weekHours(*asked.snapshot, asked.week, job));
}

void RhythmTab::count()
{
    busy()->begin(tr("Counting how often"));
    session().jobs().run<Shown>(
        {this, jobKey(), tr("Counting how often")},
        [asked = question()](Job& job) { return answered(asked, job); },
        [this](const Result<Shown>& shown) { take(shown); });
}

void RhythmTab::take(const Result<Shown>& shown)
{
    if (!isShown(shown ? nullptr : &shown.error())) {
        return;
    }
    m_shown = std::make_shared<const Shown>(*shown);
    m_barCard->setVisible(m_shown->view != View::Week);
    m_weekCard->setVisible(m_shown->view == View::Week);
    if (m_shown->view == View::Week) {
        showWeek();
    } else {
        showBars();
    }
}

void RhythmTab::showBars()
{
    QStringList findings;
    if (const DistributionResult* result = distributionResult()) {
        m_barCard->setTitle(distributionTitle(m_shown->distribution));
        m_barCard->setCaption(distributionCaption(*result));
        m_bars->setData(distributionBars(*result, m_shown->distribution.of));
        m_others->setText(tr("Those who never did"));
        m_others->setEnabled(result->never > 0);
        findings = distributionFindings(*result, m_shown->distribution.of);
    } else if (const IntervalResult* pairs = intervalResult()) {
        m_barCard->setTitle(intervalTitle(m_shown->intervals));
        m_barCard->setCaption(intervalCaption(*pairs));
        m_bars->setData(intervalBars(*pairs));
        m_others->setText(tr("Those not followed yet"));
        m_others->setEnabled(pairs->open > 0);
        findings = intervalFindings(*pairs);
    }
    m_reading->setText(sentencesText(findings));
    m_bars->setSummary(sentencesText(findings));
    m_barToggle->refresh();
}

void RhythmTab::showWeek()
{
    const WeekHourResult& result = *weekResult();
    m_weekCard->setTitle(weekHourTitle(m_shown->week));
    m_weekCard->setCaption(weekHourCaption(result));
    m_week->setSelection({});
    m_week->setData(weekHourHeat(result));
    const QStringList findings = weekHourFindings(result);
    m_reading->setText(sentencesText(findings));
    m_week->setSummary(sentencesText(findings));
    m_weekToggle->refresh();
}

void RhythmTab::showPlace(int number)
{
    if (!m_shown) {
        return;
    }
    QString title;
    if (const DistributionResult* result = distributionResult()) {
        title = distributionPlaceTitle(*result, m_shown->distribution, number);
    } else if (const IntervalResult* pairs = intervalResult()) {
        title = intervalPlaceTitle(*pairs, m_shown->intervals, number);
    } else {
        title = weekHourPlaceTitle(m_shown->week, number);
    }
    session().jobs().run<Bitset>(
        {this, jobKey() + QStringLiteral(".members"), tr("Finding the customers")},
        [shown = m_shown, number](Job& job) {
            return shown->view == View::Distribution
                ? distributionMembers(*shown->snapshot, shown->distribution, number, job)
                : shown->view == View::Intervals
                ? intervalMembers(*shown->snapshot, shown->intervals, number, job)
                : weekHourMembers(*shown->snapshot, shown->week, number, job);
        },
        [this, shown = m_shown, title](const Result<Bitset>& members) {
            if (members && shown->snapshot == session().snapshot()) {
                emit customersRequested(*members, title);
            } else if (!members && members.error().code != ErrorCode::Cancelled) {
                emit failed(members.error());
            }
        });
}

}  // namespace meitrace
