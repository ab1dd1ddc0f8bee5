// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/lifecycletab.h"

#include "ui/charts/barchart.h"
#include "ui/pages/charttoggle.h"
#include "ui/text/figures.h"
#include "ui/theme/theme.h"
#include "ui/viewmodels/lifecycleview.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/label.h"

#include <QVBoxLayout>

#include <algorithm>

namespace meitrace {

namespace {

constexpr int kChartHeight = 300;

EventPredicate plain(const std::string& type)
{
    return {{{.type = type}}};
}

std::string typeOf(const EventPredicate& predicate)
{
    return predicate.clauses.empty() ? std::string() : predicate.clauses.front().type;
}

}  // namespace

LifecycleTab::LifecycleTab(Session& session, QWidget* parent)
    : AnalysisTab(QStringLiteral("lifecycle"), QStringLiteral("journey"), session, parent)
    , m_chartCard(new Card)
    , m_bars(new BarChart)
    , m_toggle(new ChartToggle(m_chartCard, m_bars))
    , m_reading(textLabel({}, TextRole::Body))
    , m_tableCard(new Card)
    , m_table(new DataTable)
    , m_periods(new LifecycleTable(this))
{
    m_bars->setObjectName(QStringLiteral("chart.lifecycle"));
    m_table->setObjectName(QStringLiteral("table.lifecycle"));
    m_table->setModel(m_periods);
    m_table->setShowsAllRows(true);
    m_table->setSortingEnabled(false);
    m_reading->setWordWrap(true);
    m_reading->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_tableCard->body()->addWidget(m_table);
    body()->addWidget(m_reading);
    body()->addWidget(m_chartCard);
    body()->addWidget(m_tableCard);
    body()->addStretch(1);
    Theme::current().follow(this, [this] { m_bars->setMinimumHeight(Theme::current().px(kChartHeight)); });
    connect(m_bars, &Chart::activated, this, [this](const RegionId& bar) {
        if (m_shown) {
            const auto bars = lifecycleBars(m_shown->result, m_shown->options).categories.size();
            const auto first = static_cast<int>(m_shown->result.periods.size()) - static_cast<int>(bars);
            showPlace(first + bar.row, lifecycleBarState(bar.column));
        }
    });
    connect(m_table, &DataTable::clicked, this, [this](const QModelIndex& index) {
        if (const std::optional<LifeState> state = LifecycleTable::stateAt(index.column())) {
            showPlace(m_periods->periodAt(index.row()), *state);
        }
    });
}

void LifecycleTab::retranslate()
{
    m_chartCard->setTitle(tr("Active customers by where they come from"));
    m_chartCard->setHelp(
        tr("Who was active in a period stayed from the period before, came back after a pause, or is "
           "new. Who was active before and not now stayed away."));
    m_bars->setAccessibleName(tr("Life cycle"));
    m_bars->setHint(tr("Click to see the customers"));
    m_tableCard->setTitle(tr("All periods"));
    m_tableCard->setHelp(
        tr("Everybody who was ever active stands in one state of each period. Active now = active "
           "before - stayed away + new + came back."));
    m_table->setAccessibleName(tr("All periods"));
    m_toggle->retranslate();
    if (m_shown) {
        showChips();
        take(*m_shown);
    }
}

void LifecycleTab::setOptions(const LifecycleOptions& options)
{
    m_options = options;
    m_isChosen = true;
    recount();
}

/// The first kind of event in the data that shows a customer of the clinic.
void LifecycleTab::useUsualActivity()
{
    const std::vector<std::string> known = eventTypes();
    for (const char* type : {"arrive", "treat", "bill"}) {
        if (std::find(known.begin(), known.end(), type) != known.end()) {
            m_options.activity = plain(type);
            return;
        }
    }
    m_options.activity = plain(known.empty() ? "*" : known.front());
}

std::vector<ChoiceOf<LifecycleOptions>> LifecycleTab::choices() const
{
    ChoiceOf<LifecycleOptions> activity {{.key = QStringLiteral("activity"), .title = tr("Active with")}};
    addEvents(activity, m_options, typeOf(m_options.activity),
              [](LifecycleOptions& options, const std::string& type) { options.activity = plain(type); });
    std::vector<ChoiceOf<LifecycleOptions>> all {std::move(activity)};
    all.push_back(memberChoice<LifecycleOptions, PeriodUnit>(QStringLiteral("unit"), tr("Period"), m_options,
                                                             &LifecycleOptions::unit,
                                                             {{PeriodUnit::Quarters, tr("quarter")},
                                                              {PeriodUnit::Months, tr("month")},
                                                              {PeriodUnit::Years, tr("year")}}));
    all.push_back(memberChoice<LifecycleOptions, int>(QStringLiteral("lost"), tr("Lost after"), m_options,
                                                      &LifecycleOptions::lostAfter,
                                                      {{4, tr("%1 periods").arg(4)},
                                                       {2, tr("%1 periods").arg(2)},
                                                       {3, tr("%1 periods").arg(3)},
                                                       {6, tr("%1 periods").arg(6)},
                                                       {12, tr("%1 periods").arg(12)}}));
    return all;
}

void LifecycleTab::showChips()
{
    if (!m_isChosen) {
        useUsualActivity();
    }
    showChoices(*chips(), choices());
}

void LifecycleTab::choose(const QString& key, const QPoint& corner)
{
    openChoice(this, choices(), key, corner,
               [this](const LifecycleOptions& options) { setOptions(options); });
}

void LifecycleTab::count()
{
    Shown asked {.snapshot = session().snapshot(), .options = m_options, .result = {}};
    asked.options.population = session().population();
    if (const std::optional<DaySpan> days = session().days()) {
        asked.options.from = days->from;
        asked.options.to = days->to;
    }
    busy()->begin(tr("Following customers from period to period"));
    session().jobs().run<Shown>(
        {this, jobKey(), tr("Following customers from period to period")},
        [asked = std::move(asked)](Job& job) -> Result<Shown> {
            Result<LifecycleResult> result = lifecycle(*asked.snapshot, asked.options, job);
            if (!result) {
                return result.error();
            }
            return Shown {asked.snapshot, asked.options, *std::move(result)};
        },
        [this](const Result<Shown>& shown) { take(shown); });
}

void LifecycleTab::take(const Result<Shown>& shown)
{
    if (!isShown(shown ? nullptr : &shown.error())) {
        return;
    }
    m_shown = std::make_shared<const Shown>(*shown);
    m_chartCard->setCaption(lifecycleCaption(m_shown->result, m_shown->options));
    m_bars->setData(lifecycleBars(m_shown->result, m_shown->options));
    const QString findings = sentencesText(lifecycleFindings(m_shown->result, m_shown->options));
    m_reading->setText(findings);
    m_bars->setSummary(findings);
    m_periods->setResult(m_shown->result, m_shown->options);
    m_table->fitColumns();
    m_toggle->refresh();
}

void LifecycleTab::showPlace(int period, LifeState state)
{
    if (!m_shown || period < 0 || period >= static_cast<int>(m_shown->result.periods.size())) {
        return;
    }
    const Day start = m_shown->result.periods[static_cast<std::size_t>(period)].start;
    const QString title = lifecyclePlaceTitle(m_shown->result, m_shown->options, period, state);
    session().jobs().run<Bitset>(
        {this, jobKey() + QStringLiteral(".members"), tr("Finding the customers")},
        [shown = m_shown, start, state](Job& job) {
            return lifecycleMembers(*shown->snapshot, shown->options, start, state, job);
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
