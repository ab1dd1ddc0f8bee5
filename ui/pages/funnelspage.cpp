// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/funnelspage.h"

#include "analytics/workbench/audiences.h"
#include "ui/charts/funnelchart.h"
#include "ui/pages/charttoggle.h"
#include "ui/pages/customerspanel.h"
#include "ui/pages/funnelchanges.h"
#include "ui/pages/funneleditor.h"
#include "ui/pages/funnelfigures.h"
#include "ui/pages/funnelreasons.h"
#include "ui/pages/monitortab.h"
#include "ui/pages/retentiontab.h"
#include "ui/pages/rhythmtab.h"
#include "ui/pages/savedbar.h"
#include "ui/pages/tabbedpage.h"
#include "ui/pages/trendtab.h"
#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/theme/theme.h"
#include "ui/viewmodels/customertable.h"
#include "ui/viewmodels/funnelview.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/currentstack.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/tabbar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace meitrace {

namespace {

constexpr int kFourFigures = 960;  // below this width the figures stand in two rows
constexpr int kDefinitionWidth = 268;

std::vector<std::string> splitNames(const Snapshot& snapshot)
{
    std::vector<std::string> names {"channel", "staff",       "item",         "hour_block", "opening",
                                    "weekday", "first_reply", "booked_ahead", "first_visit"};
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
    , m_tabs(new TabBar)
    , m_stack(new CurrentStack)
    , m_retention(new RetentionTab(session))
    , m_trend(new TrendTab(session))
    , m_monitor(new MonitorTab(session))
    , m_rhythm(new RhythmTab(session))
    , m_chips(new FilterBar)
    , m_figures(new FunnelFigures)
    , m_editor(new FunnelEditor)
    , m_changes(new FunnelChanges(session, *m_editor, this))
    , m_definition(new Card)
    , m_chartCard(new Card)
    , m_chart(new FunnelChart)
    , m_whatIf(textLabel({}, TextRole::Body))
    , m_reasons(new FunnelReasons(session))
    , m_empty(new EmptyState(QStringLiteral("funnel"), {}))
    , m_busy(new BusyOverlay(m_chartCard))
    , m_panel(new CustomersPanel(session))
    , m_saved(new SavedBar(session, QStringLiteral("funnel")))
{
    m_tabs->setObjectName(QStringLiteral("tabs.funnels"));
    header()->addAction(m_saved);
    followScope(Follows::Population);
    sayWhenNothingIsLoaded();
    auto* funnelStage = new QWidget;
    buildFunnel(funnelStage);
    connectFunnel();
    m_stack->addWidget(funnelStage);
    m_tabs->addTab({});
    for (AnalysisTab* tab : analyses()) {
        m_stack->addWidget(tab);
        m_tabs->addTab({});
        followAnalysis(tab, m_panel, notice());
    }
    followReasons(m_reasons, m_panel, notice());
    body()->addWidget(m_tabs);
    body()->addWidget(m_stack, 1);
    addPanel(m_panel);
    m_panel->installEventFilter(this);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        m_saved->setVisible(tab == 0);
        m_panel->hide();
        notice()->hide();
    });
}

QVector<AnalysisTab*> FunnelsPage::analyses() const
{
    return {m_trend, m_monitor, m_rhythm, m_retention};
}

void FunnelsPage::buildFunnel(QWidget* stage)
{
    m_chart->setObjectName(QStringLiteral("chart.funnel"));
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
    auto* column = new QVBoxLayout(stage);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::kCardGap);
    column->addWidget(m_saved->below());
    column->addWidget(m_chips);
    column->addWidget(m_figures);
    column->addLayout(cards, 1);
    column->addWidget(m_reasons);
}

void FunnelsPage::connectFunnel()
{
    connect(m_saved, &SavedBar::chosen, this, &FunnelsPage::setDefinition);
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
    connect(m_figures, &FunnelFigures::lostRequested, this, [this] {
        if (m_shown) {
            showPart(worstFunnelStep(m_shown->result), FunnelClass::Lost);
        }
    });
    connect(m_panel, &CustomersPanel::closed, this, [this] {
        m_chart->setSelection({});
        m_chart->setFocus();
    });
}

void FunnelsPage::goToPart(const QString& part)
{
    const QStringList parts {QStringLiteral("funnel"), QStringLiteral("trends"), QStringLiteral("monitor"),
                             QStringLiteral("rhythm"), QStringLiteral("retention")};
    if (const auto tab = parts.indexOf(part); tab >= 0) {
        m_tabs->setCurrentIndex(static_cast<int>(tab));
    }
}

void FunnelsPage::arrange(bool besidePanel)
{
    m_figures->arrange(besidePanel || width() < Theme::current().px(kFourFigures) ? 2 : 4);
    m_definition->setVisible(!besidePanel);
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
    m_tabs->setTabText(0, tr("Funnel"));
    m_tabs->setTabText(1, tr("Trends"));
    m_tabs->setTabText(2, tr("Out of the ordinary"));
    m_tabs->setTabText(3, tr("How often and when"));
    m_tabs->setTabText(4, tr("Retention"));
    for (AnalysisTab* tab : analyses()) {
        tab->retranslate();
    }
    m_definition->setTitle(tr("Steps"));
    m_definition->setHelp(tr("A customer gets through when the steps happen one after the other within the "
                             "time. Somebody whose time has not yet run out is still open, not lost."));
    m_chartCard->setTitle(tr("From step to step"));
    m_chart->setAccessibleName(tr("Funnel"));
    m_chart->setHint(tr("Click to see the customers"));
    m_empty->setSentence(tr("Nobody has taken the first step yet"));
    m_editor->retranslate();
    m_reasons->retranslate();
    m_saved->retranslate();
    m_toggle->retranslate();
    showChips();
}

void FunnelsPage::refresh()
{
    showChips();
    m_editor->setEvents(eventTypesOf(session().overview()));
    m_editor->setSplits(splitNames(*session().snapshot()));
    m_changes->follow();
    for (AnalysisTab* tab : analyses()) {
        tab->refresh();
    }
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
        goToPart(QStringLiteral("funnel"));
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
    m_figures->setFigures(m_shown->result, m_shown->options, m_shown->recoverable);
    m_reasons->showFunnel({session().snapshot(), m_shown->options, {m_shown, &m_shown->result}});
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
