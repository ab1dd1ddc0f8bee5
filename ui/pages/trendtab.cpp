// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/trendtab.h"

#include "ui/charts/linechart.h"
#include "ui/pages/charttoggle.h"
#include "ui/text/figures.h"
#include "ui/theme/theme.h"
#include "ui/viewmodels/trendview.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"

#include <QVBoxLayout>

#include <algorithm>

namespace meitrace {

namespace {

constexpr int kChartHeight = 380;

std::string typeOf(const EventPredicate& predicate)
{
    return predicate.clauses.empty() ? std::string() : predicate.clauses.front().type;
}

}  // namespace

TrendTab::TrendTab(Session& session, QWidget* parent)
    : AnalysisTab(QStringLiteral("trend"), QStringLiteral("chart"), session, parent)
    , m_card(new Card)
    , m_lines(new LineChart)
    , m_toggle(new ChartToggle(m_card, m_lines))
    , m_readingCard(new Card)
    , m_reading(textLabel({}, TextRole::Body))
{
    m_options.measure = TrendMeasure::Customers;
    m_lines->setObjectName(QStringLiteral("chart.trend"));
    m_reading->setWordWrap(true);
    m_reading->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_readingCard->body()->addWidget(m_reading);
    body()->addWidget(m_card);
    body()->addWidget(m_readingCard);
    body()->addStretch(1);
    Theme::current().follow(this, [this] { m_lines->setMinimumHeight(Theme::current().px(kChartHeight)); });
    connect(m_lines, &Chart::activated, this, [this](const RegionId& point) {
        if (m_shown) {
            showPlace(trendPlace(m_shown->result, point));
        }
    });
}

void TrendTab::retranslate()
{
    m_card->setHelp(
        tr("A period that is not over is dotted. Compared with the same number of periods before, or "
           "with the year before; days stand beside the same day of the week."));
    m_lines->setAccessibleName(tr("Trend"));
    m_lines->setHint(tr("Click to see the customers"));
    m_readingCard->setTitle(tr("What this says"));
    m_toggle->retranslate();
    if (m_shown) {
        showChips();
        take(*m_shown);
    }
}

void TrendTab::setOptions(const TrendOptions& options)
{
    m_options = options;
    m_isChosen = true;
    recount();
}

/// The first kind of event in the data of those a clinic asks for first.
void TrendTab::useUsualEvent()
{
    const std::vector<std::string> known = eventTypes();
    for (const char* type : {"arrive", "deal", "bill", "lead"}) {
        if (std::find(known.begin(), known.end(), type) != known.end()) {
            m_options.events = {{{.type = type}}};
            return;
        }
    }
}

std::vector<ChoiceOf<TrendOptions>> TrendTab::choices() const
{
    ChoiceOf<TrendOptions> event {{.key = QStringLiteral("event"), .title = tr("Event")}};
    addEvents(event, m_options, typeOf(m_options.events),
              [](TrendOptions& options, const std::string& type) { options.events = {{{.type = type}}}; });
    std::vector<ChoiceOf<TrendOptions>> all {std::move(event)};
    ChoiceOf<TrendOptions> measure {{.key = QStringLiteral("measure"), .title = tr("Shows")}};
    const auto addMeasure = [&](TrendMeasure value, int percent) {
        TrendOptions chosen = m_options;
        chosen.measure = value;
        chosen.percent = percent;
        measure.add(trendMeasureName(value, percent), chosen,
                    m_options.measure == value
                        && (value != TrendMeasure::Percentile || m_options.percent == percent));
    };
    for (const TrendMeasure value : {TrendMeasure::Customers, TrendMeasure::Events, TrendMeasure::PerCustomer,
                                     TrendMeasure::Sum, TrendMeasure::Mean}) {
        addMeasure(value, m_options.percent);
    }
    for (const int percent : {50, 75, 90}) {
        addMeasure(TrendMeasure::Percentile, percent);
    }
    all.push_back(std::move(measure));
    all.push_back(memberChoice<TrendOptions, PeriodUnit>(QStringLiteral("unit"), tr("Period"), m_options,
                                                         &TrendOptions::unit,
                                                         {{PeriodUnit::Months, tr("month")},
                                                          {PeriodUnit::Weeks, tr("week")},
                                                          {PeriodUnit::Days, tr("day")},
                                                          {PeriodUnit::Quarters, tr("quarter")},
                                                          {PeriodUnit::Years, tr("year")}}));
    all.push_back(memberChoice<TrendOptions, TrendCompare>(QStringLiteral("compare"), tr("Compare with"),
                                                           m_options, &TrendOptions::compare,
                                                           {{TrendCompare::None, tr("nothing")},
                                                            {TrendCompare::Previous, tr("the time before")},
                                                            {TrendCompare::Year, tr("the year before")}}));
    all.push_back(memberChoice<TrendOptions, std::optional<EventField>>(
        QStringLiteral("split"), tr("Split by"), m_options, &TrendOptions::splitBy,
        {{std::nullopt, tr("nothing")},
         {EventField::Channel, tr("channel")},
         {EventField::Item, tr("item")},
         {EventField::Store, tr("store")},
         {EventField::Staff, tr("staff")}}));
    return all;
}

ChoiceOf<int> TrendTab::periodChoice() const
{
    ChoiceOf<int> periods {{.key = QStringLiteral("periods"), .title = tr("Goes back")}};
    for (const int count : {kUsualPeriods, 6, 25, 37, 60}) {
        periods.add(tr("%1 periods").arg(count), count, m_periods == count);
    }
    return periods;
}

void TrendTab::showChips()
{
    if (!m_isChosen) {
        useUsualEvent();
    }
    const std::vector<ChoiceOf<TrendOptions>> all = choices();
    const ChoiceOf<int> periods = periodChoice();
    std::vector<const Choice*> plain;
    plain.reserve(all.size() + 1);
    for (const Choice& choice : all) {
        plain.push_back(&choice);
    }
    if (!session().days()) {
        plain.push_back(&periods);
    }
    showChoiceChips(*chips(), plain);
}

void TrendTab::choose(const QString& key, const QPoint& corner)
{
    if (key == QLatin1String("periods")) {
        openChoice(this, std::vector {periodChoice()}, key, corner, [this](int periods) {
            m_periods = periods;
            recount();
        });
        return;
    }
    openChoice(this, choices(), key, corner, [this](const TrendOptions& options) { setOptions(options); });
}

void TrendTab::count()
{
    Shown asked {.snapshot = session().snapshot(), .options = m_options, .result = {}};
    asked.options.population = session().population();
    const SnapshotFrame& frame = asked.snapshot->frame();
    if (const std::optional<DaySpan> days = session().days()) {
        asked.options.from = days->from;
        asked.options.to = days->to;
    } else {
        asked.options.from
            = std::max(frame.firstDay,
                       periodAfter(m_options.unit, periodStart(m_options.unit, frame.asOf), 1 - m_periods));
    }
    busy()->begin(tr("Counting period by period"));
    session().jobs().run<Shown>(
        {this, jobKey(), tr("Counting period by period")},
        [asked = std::move(asked)](Job& job) -> Result<Shown> {
            Result<TrendResult> result = trend(*asked.snapshot, asked.options, job);
            if (!result) {
                return result.error();
            }
            return Shown {asked.snapshot, asked.options, *std::move(result)};
        },
        [this](const Result<Shown>& shown) { take(shown); });
}

void TrendTab::take(const Result<Shown>& shown)
{
    if (!isShown(shown ? nullptr : &shown.error())) {
        return;
    }
    m_shown = std::make_shared<const Shown>(*shown);
    m_card->setTitle(trendTitle(m_shown->options));
    m_card->setCaption(trendCaption(m_shown->result, m_shown->options));
    m_lines->setData(trendLines(m_shown->result, m_shown->options));
    const QStringList findings = trendFindings(m_shown->result, m_shown->options);
    m_reading->setText(sentencesText(findings));
    m_lines->setSummary(sentencesText(findings));
    m_toggle->refresh();
}

void TrendTab::showPlace(const TrendPlace& place)
{
    if (!m_shown) {
        return;
    }
    session().jobs().run<Bitset>(
        {this, jobKey() + QStringLiteral(".members"), tr("Finding the customers")},
        [shown = m_shown, place](Job& job) {
            return trendMembers(*shown->snapshot, shown->options, shown->result, place, job);
        },
        [this, shown = m_shown, place](const Result<Bitset>& members) {
            if (members && shown->snapshot == session().snapshot()) {
                emit customersRequested(*members, trendPlaceTitle(shown->result, shown->options, place));
            } else if (!members && members.error().code != ErrorCode::Cancelled) {
                emit failed(members.error());
            }
        });
}

}  // namespace meitrace
