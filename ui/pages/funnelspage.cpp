// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/funnelspage.h"

#include "analytics/workbench/audiences.h"
#include "ui/charts/funnelchart.h"
#include "ui/pages/charttoggle.h"
#include "ui/pages/customerspanel.h"
#include "ui/pages/funnelchanges.h"
#include "ui/pages/funneleditor.h"
#include "ui/pages/savedbar.h"
#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/theme/theme.h"
#include "ui/viewmodels/customertable.h"
#include "ui/viewmodels/funnelview.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/kpicard.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/pageheader.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>
#include <cmath>

namespace meitrace {

namespace {

constexpr Index kFew = 30;
constexpr int kFourFigures = 960;  // below this width the figures stand in two rows
constexpr int kDefinitionWidth = 268;

std::vector<std::string> stepEvents(const Overview& overview)
{
    std::vector<std::string> events;
    events.reserve(overview.eventsByType.size());
    for (const auto& [event, count] : overview.eventsByType) {
        events.push_back(event);
    }
    return events;
}

std::vector<std::string> splitNames(const Snapshot& snapshot)
{
    std::vector<std::string> names {"channel"};
    for (const char* name : {"source", "gender", "city", "member_level", "store", "staff_onsite"}) {
        const auto& known = snapshot.frame().attributeNames;
        if (std::find(known.begin(), known.end(), name) != known.end()) {
            names.emplace_back(name);
        }
    }
    return names;
}

}  // namespace

FunnelsPage::FunnelsPage(Session& session, QWidget* parent)
    : Page(QStringLiteral("funnels"), session, parent)
    , m_chips(new FilterBar)
    , m_figures(new QGridLayout)
    , m_editor(new FunnelEditor)
    , m_changes(new FunnelChanges(session, *m_editor, this))
    , m_definition(new Card)
    , m_chartCard(new Card)
    , m_chart(new FunnelChart)
    , m_whatIf(textLabel({}, TextRole::Body))
    , m_empty(new EmptyState(QStringLiteral("funnel"), {}))
    , m_busy(new BusyOverlay(m_chartCard))
    , m_rate(new KpiCard)
    , m_worst(new KpiCard)
    , m_time(new KpiCard)
    , m_recoverable(new KpiCard)
    , m_panel(new CustomersPanel(session))
    , m_saved(new SavedBar(session, QStringLiteral("funnel")))
{
    header()->addAction(m_saved);
    body()->addWidget(m_saved->below());
    connect(m_saved, &SavedBar::chosen, this, &FunnelsPage::setDefinition);
    followScope(Follows::Population);
    sayWhenNothingIsLoaded();
    m_chart->setObjectName(QStringLiteral("chart.funnel"));
    m_figures->setSpacing(size::kCardGap);
    m_definition->body()->addWidget(m_editor, 1);
    Theme::current().follow(this,
                            [this] { m_definition->setFixedWidth(Theme::current().px(kDefinitionWidth)); });
    arrange(false);
    m_toggle = new ChartToggle(m_chartCard, m_chart);
    m_chart->setRatesDraggable(true);
    m_whatIf->setObjectName(QStringLiteral("text.whatIf"));
    m_whatIf->setWordWrap(true);
    m_whatIf->hide();
    m_chartCard->body()->addWidget(m_whatIf);
    m_chartCard->body()->addWidget(m_empty, 1);
    m_empty->hide();
    auto* cards = new QHBoxLayout;
    cards->setSpacing(size::kCardGap);
    cards->addWidget(m_definition);
    cards->addWidget(m_chartCard, 1);
    body()->addWidget(m_chips);
    body()->addLayout(m_figures);
    body()->addLayout(cards, 1);
    addPanel(m_panel);
    m_panel->installEventFilter(this);
    connect(m_chart, &FunnelChart::rateDragged, this, &FunnelsPage::showWhatIf);
    connect(m_chips, &FilterBar::activated, this, [this] {
        m_compare = !m_compare;
        showChips();
        count();
    });
    connect(m_editor, &FunnelEditor::changed, this, &FunnelsPage::count);
    connect(m_changes, &FunnelChanges::restored, this, &FunnelsPage::count);
    connect(m_busy, &BusyOverlay::cancelRequested, this,
            [this] { this->session().jobs().cancel(QStringLiteral("funnel")); });
    connect(m_chart, &Chart::activated, this, [this](const RegionId& id) {
        const auto part = id.part == FunnelChart::Lost ? FunnelClass::Lost
            : id.part == FunnelChart::Open             ? FunnelClass::Open
                                                       : FunnelClass::Reached;
        showPart(id.row, part, m_shown && !m_shown->result.splits.empty() ? id.column : -1);
    });
    connect(m_worst, &KpiCard::activated, this, [this] {
        if (m_shown) {
            showPart(worstFunnelStep(m_shown->result), FunnelClass::Lost);
        }
    });
    connect(m_recoverable, &KpiCard::activated, this, [this] {
        if (m_shown) {
            showPart(worstFunnelStep(m_shown->result), FunnelClass::Lost);
        }
    });
    connect(m_panel, &CustomersPanel::closed, this, [this] {
        m_chart->setSelection({});
        m_chart->setFocus();
    });
}

void FunnelsPage::arrange(bool besidePanel)
{
    const int columns = besidePanel || width() < Theme::current().px(kFourFigures) ? 2 : 4;
    m_definition->setVisible(!besidePanel);
    if (columns == m_columns) {
        return;
    }
    m_columns = columns;
    int at = 0;
    for (KpiCard* card : {m_rate, m_worst, m_time, m_recoverable}) {
        m_figures->removeWidget(card);
        m_figures->addWidget(card, at / columns, at % columns);
        ++at;
    }
    for (int column = 0; column < 4; ++column) {
        m_figures->setColumnStretch(column, column < columns ? 1 : 0);
    }
}

void FunnelsPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    arrange(m_panel->isVisible());
}

bool FunnelsPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_panel && (event->type() == QEvent::Show || event->type() == QEvent::Hide)) {
        arrange(event->type() == QEvent::Show);
    }
    return Page::eventFilter(watched, event);
}

void FunnelsPage::retranslate()
{
    header()->setTitle(tr("Funnels"));
    header()->setPurpose(tr("See who is lost at each step and turn them into an audience"));
    m_definition->setTitle(tr("Steps"));
    m_definition->setHelp(tr("A customer gets through when the steps happen one after the other within the "
                             "time. Somebody whose time has not yet run out is still open, not lost."));
    m_chartCard->setTitle(tr("From step to step"));
    m_chart->setAccessibleName(tr("Funnel"));
    m_chart->setHint(tr("Click to see the customers"));
    m_empty->setSentence(tr("Nobody has taken the first step yet"));
    m_editor->retranslate();
    m_saved->retranslate();
    m_toggle->retranslate();
    showChips();
}

void FunnelsPage::refresh()
{
    showChips();
    m_editor->setEvents(stepEvents(session().overview()));
    m_editor->setSplits(splitNames(*session().snapshot()));
    m_changes->follow();
    count();
}

void FunnelsPage::count()
{
    const SnapshotPtr snapshot = session().snapshot();
    if (!snapshot || !m_editor->isComplete()) {
        m_empty->setVisible(true);
        m_toggle->hide();
        return;
    }
    FunnelOptions asked = m_editor->options();
    const Scope& scope = session().scopeOfPopulation();
    AnalysisDefinition definition {{}, scope.customers, analysisPeriod(scope.period), asked};
    asked.population = session().population();
    m_busy->begin(tr("Counting the funnel"));
    session().jobs().run<Shown>(
        {this, QStringLiteral("funnel"), tr("Counting the funnel")},
        [snapshot, options = std::move(asked), definition = std::move(definition), days = session().days(),
         compare = m_compare](Job& job) {
            Result<Shown> shown = work(snapshot, options, days, compare, job);
            if (shown) {
                shown->definition = definition;
                shown->outcome = outcomeOf(*snapshot, shown->result, shown->options);
            }
            return shown;
        },
        [this](const Result<Shown>& shown) { take(shown); });
}

void FunnelsPage::setDefinition(const AnalysisDefinition& definition)
{
    if (const auto* options = std::get_if<FunnelOptions>(&definition.options)) {
        m_editor->setOptions(*options);
        m_changes->follow();
        count();
    }
}

Result<FunnelsPage::Shown> FunnelsPage::work(const SnapshotPtr& snapshot, const FunnelOptions& options,
                                             const std::optional<DaySpan>& days, bool compare, Job& job)
{
    Shown shown {.options = options, .result = {}, .recoverable = 0, .before = {}, .spend = 0};
    if (days) {
        shown.options.from = days->from;
        shown.options.to = days->to + 1;
    }
    Result<FunnelResult> result = funnel(*snapshot, shown.options, job);
    if (!result) {
        return result.error();
    }
    shown.result = std::move(*result);
    if (compare && days && options.split.empty()) {
        // Seen equally long after its end, so that the older period has no advantage.
        FunnelOptions earlier = shown.options;
        const Day length = days->to - days->from + 1;
        earlier.from = shown.options.from - length;
        earlier.to = shown.options.to - length;
        earlier.asOf = snapshot->frame().asOf - length;
        Result<FunnelResult> before = funnel(*snapshot, earlier, job);
        if (!before) {
            return before.error();
        }
        shown.before = std::move(*before);
    }
    const Index customers = snapshot->customers();
    const int worst = worstFunnelStep(shown.result);
    if (worst > 0) {
        const Result<CustomerList> lost
            = customerList(snapshot, funnelCustomers(shown.result, customers, worst, FunnelClass::Lost), job);
        if (!lost) {
            return lost.error();
        }
        shown.recoverable = lost->reachableCount;
    }
    const Bitset through = funnelCustomers(
        shown.result, customers, static_cast<int>(shown.result.steps.size()) - 1, FunnelClass::Reached);
    const auto purchases = customerPurchases(snapshot, job);
    if (purchases && through.any()) {
        double sum = 0;
        through.forEach([&](Index customer) { sum += static_cast<double>((*purchases)->spend[customer]); });
        shown.spend = sum / static_cast<double>(through.count());
    }
    return shown;
}

void FunnelsPage::take(const Result<Shown>& shown)
{
    m_busy->end();
    if (!shown) {
        if (shown.error().code != ErrorCode::Cancelled) {
            m_saved->setShown({});
            notice()->setNotice(Tone::Bad, sentence(shown.error()));
        }
        return;
    }
    notice()->hide();
    m_panel->hide();
    m_shown = std::make_shared<const Shown>(*shown);
    m_saved->setShown(ShownAnalysis {m_shown->definition, m_shown->outcome});
    const bool isEmpty = m_shown->result.steps.front().reached == 0;
    m_empty->setVisible(isEmpty);
    m_toggle->setVisible(!isEmpty);
    m_whatIf->hide();
    FunnelData chart = funnelChartOf(m_shown->result, m_shown->options);
    if (m_shown->before) {
        addComparison(chart, m_shown->result, *m_shown->before);
    }
    m_chart->setData(chart);
    m_toggle->refresh();
    m_chart->setSummary(funnelSummary(m_shown->result, m_shown->options));
    m_chartCard->setCaption(funnelCaption(m_shown->result, m_shown->options));
    showFigures();
}

void FunnelsPage::showFigures()
{
    const std::vector<FunnelStep>& steps = m_shown->result.steps;
    const FunnelStep& last = steps.back();
    const QString few
        = steps.front().reached < kFew ? tr("Fewer than 30 customers; treat with care") : QString();
    m_rate->setFigure(
        {.label = tr("%1 to %2")
                      .arg(funnelStepName(m_shown->options.steps.front()),
                           funnelStepName(m_shown->options.steps.back())),
         .value = percentText(last.ofFirst.rate),
         .change = !few.isEmpty() || last.ofFirst.of == 0
             ? few
             : tr("95 % certain: %1 to %2")
                   .arg(percentText(last.ofFirst.interval.low), percentText(last.ofFirst.interval.high))});
    const int worst = worstFunnelStep(m_shown->result);
    const FunnelStep& step = steps[static_cast<std::size_t>(worst)];
    m_worst->setFigure(
        {.label = tr("Largest loss"),
         .value = worst == 0
             ? QStringLiteral("—")
             : tr("%1 → %2").arg(funnelStepName(m_shown->options.steps[static_cast<std::size_t>(worst - 1)]),
                                 funnelStepName(m_shown->options.steps[static_cast<std::size_t>(worst)])),
         .change = worst == 0 ? tr("Nobody is lost")
                              : tr("%1 lost").arg(percentText(static_cast<double>(step.lost)
                                                              / static_cast<double>(step.previous))),
         .tone = worst == 0 ? Tone::Neutral : Tone::Bad,
         .opensCustomers = worst > 0});
    m_time->setFigure(
        {.label = tr("Median time from first to last step"),
         .value = shortDurationText(last.sinceFirst.n > 0 ? last.sinceFirst.median : std::nan("")),
         .change = last.sinceFirst.n > 0
             ? tr("half of them: %1 to %2")
                   .arg(shortDurationText(last.sinceFirst.p25), shortDurationText(last.sinceFirst.p75))
             : QString()});
    m_recoverable->setFigure({.label = tr("Lost there and may be contacted"),
                              .value = worst == 0 ? QStringLiteral("—") : countText(m_shown->recoverable),
                              .change = worst == 0 ? QString() : tr("of %1 lost").arg(countText(step.lost)),
                              .opensCustomers = worst > 0});
}

void FunnelsPage::showChips()
{
    m_chips->setFilters({{.key = QStringLiteral("compare"),
                          .text = tr("Compare with the days before"),
                          .active = m_compare}});
    m_chips->chip(QStringLiteral("compare"))->setObjectName(QStringLiteral("btn.compare"));
    m_chips->setVisible(session().days().has_value());
}

void FunnelsPage::showWhatIf(int step, double rate)
{
    if (!m_shown) {
        return;
    }
    const Result<FunnelWhatIf> change = funnelWhatIf(m_shown->result.steps, step, std::clamp(rate, 0.0, 1.0));
    if (!change) {
        return;
    }
    constexpr double kMonthDays = 365.25 / 12;
    const SnapshotFrame& frame = session().snapshot()->frame();
    const DaySpan looked = session().days().value_or(DaySpan {frame.firstDay, frame.asOf});
    const int days = looked.to - looked.from + 1;
    m_whatIf->setText(
        whatIfSentence(*change, m_shown->result, m_shown->options, days / kMonthDays, m_shown->spend));
    m_whatIf->show();
}

void FunnelsPage::showPart(int step, FunnelClass part, int split)
{
    if (!m_shown) {
        return;
    }
    const FunnelResult& result = m_shown->result;
    const Bitset members = funnelCustomers(result, session().snapshot()->customers(), step, part, split);
    m_chart->setSelection({RegionId {step, std::max(0, split), static_cast<int>(part)}});
    m_panel->showCustomers(members, funnelPartTitle(m_shown->options, step, part));
}

}  // namespace meitrace
