// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/homepage.h"

#include "ui/pages/homechoices.h"
#include "ui/pages/homelooks.h"
#include "ui/pages/homeside.h"
#include "ui/pages/savedbar.h"
#include "ui/pages/scopebar.h"
#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/theme/theme.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/kpicard.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/pageheader.h"

#include <QCoreApplication>
#include <QEvent>
#include <QGridLayout>
#include <QPushButton>

#include <algorithm>

namespace meitrace {

namespace {

struct HomePageText {
    Q_DECLARE_TR_FUNCTIONS(HomePage)
};

constexpr int kCardWidth = 200;   // narrower cards break their words too often
constexpr int kSideWidth = 340;   // of the column beside the trend
constexpr int kTrendWidth = 460;  // below this the column stands under the trend
constexpr int kChartHeight = 150;

QString jobKey()
{
    return QStringLiteral("home");
}

}  // namespace

HomePage::HomePage(Session& session, QWidget* parent)
    : Page(QStringLiteral("home"), session, parent)
    , m_looks(new HomeLooks(session, jobKey(), this))
    , m_chips(new FilterBar)
    , m_stage(new QWidget)
    , m_content(new QWidget)
    , m_grid(new QGridLayout)
    , m_gaps(textLabel({}, TextRole::Caption))
    , m_caption(textLabel({}, TextRole::Caption))
    , m_lower(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_side(new HomeSide)
    , m_trendCard(new Card)
    , m_visitsName(textLabel({}, TextRole::Quiet))
    , m_visits(new AreaChart)
    , m_moneyName(textLabel({}, TextRole::Quiet))
    , m_money(new AreaChart)
    , m_empty(new EmptyState(QStringLiteral("home"), {}, QStringLiteral(" ")))
    , m_saved(new SavedBar(session, QStringLiteral("kpi")))
{
    followScope(Follows::Population);
    buildCards();
    connectParts();
}

void HomePage::buildCards()
{
    header()->addAction(m_saved);
    body()->addWidget(m_saved->below());
    body()->addWidget(m_chips);
    body()->addWidget(m_stage, 1);
    auto* stage = new QVBoxLayout(m_stage);
    stage->setContentsMargins(0, 0, 0, 0);
    stage->addWidget(m_content, 1);
    stage->addWidget(m_empty, 1);
    m_stage->setMinimumHeight(Theme::current().px(240));
    m_busy = new BusyOverlay(m_stage);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_grid);
    auto* notes = new QVBoxLayout;
    notes->setSpacing(size::kGap4);
    notes->addWidget(m_caption);
    notes->addWidget(m_gaps);
    column->addLayout(notes);
    column->addLayout(m_lower, 1);
    m_caption->setWordWrap(true);
    m_gaps->setWordWrap(true);
    for (const auto& [name, chart] : {std::pair {m_visitsName, m_visits}, {m_moneyName, m_money}}) {
        m_trendCard->body()->addWidget(name);
        m_trendCard->body()->addWidget(chart, 1);
        // As tall as the column beside it, not as tall as it would like.
        chart->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    }
    m_visits->setObjectName(QStringLiteral("chart.visits"));
    m_money->setObjectName(QStringLiteral("chart.received"));
    m_lower->addWidget(m_trendCard, 3);
    m_lower->addWidget(m_side, 2);
    m_content->hide();
    m_empty->hide();
    Theme::current().follow(this, [this, column] {
        const Theme& theme = Theme::current();
        const int gap = theme.px(size::kCardGap);
        column->setSpacing(gap);
        m_lower->setSpacing(gap);
        m_grid->setSpacing(gap);
        m_visits->setMinimumHeight(theme.px(kChartHeight));
        m_money->setMinimumHeight(theme.px(kChartHeight));
        m_side->setMinimumWidth(theme.px(kSideWidth));
        arrange();
    });
    m_stage->installEventFilter(this);
}

void HomePage::connectParts()
{
    connect(m_chips, &FilterBar::activated, this, [this](const QString& key, const QPoint& corner) {
        openChoice(this, choices(), key, corner,
                   [this](const HomeQuestion& question) { setQuestion(question); });
    });
    connect(m_saved, &SavedBar::chosen, this, &HomePage::setDefinition);
    connect(m_empty->action(), &QPushButton::clicked, this,
            [this] { emit pageRequested(QStringLiteral("data")); });
    connect(m_looks, &HomeLooks::changed, this, [this] { m_side->showLooks(m_looks->findings()); });
    connect(m_side, &HomeSide::pageRequested, this, &HomePage::pageRequested);
    connect(m_side, &HomeSide::analysisRequested, &session(), &Session::requestAnalysis);
    connect(&session(), &Session::analysesChanged, this, &HomePage::readAnalyses);
    connect(m_busy, &BusyOverlay::cancelRequested, this, [this] { session().jobs().cancel(jobKey()); });
    connect(&session(), &Session::closed, this, [this] {
        m_state.reset();
        m_content->hide();
        m_empty->hide();
    });
    connect(&session().jobs(), &JobRunner::progressed, this, [this](const QString& key, double share) {
        if (key == jobKey()) {
            m_busy->setProgress(share, {});
        }
    });
}

void HomePage::setQuestion(const HomeQuestion& question)
{
    m_question = question;
    requestRefresh();
}

void HomePage::setDefinition(const AnalysisDefinition& definition)
{
    if (const auto* figures = std::get_if<KpiOptions>(&definition.options)) {
        m_ownMonth = figures->month;
        HomeQuestion question = m_question;
        question.compare = figures->compare;
        setQuestion(question);
    }
}

AnalysisDefinition HomePage::definition() const
{
    return {.filter = session().scope().customers,
            .period = analysisPeriod(session().scope().period),
            .options = KpiOptions {.month = m_ownMonth, .compare = m_question.compare}};
}

void HomePage::readAnalyses()
{
    using List = std::vector<SavedAnalysis>;
    session().look<List>(
        {this, QStringLiteral("recentAnalyses"), HomePageText::tr("Reading saved analyses")},
        [](Clinic& clinic, Job& /*job*/) { return savedAnalyses(clinic); },
        [this](const Result<List>& all) { m_side->showAnalyses(all ? *all : List {}, session().zone()); });
}

void HomePage::refresh()
{
    readAnalyses();
    m_looks->clear();
    m_asked = session().snapshot();
    const std::optional<DaySpan> days = session().days();
    m_ownMonth = days ? kMissingDay : m_ownMonth;
    m_question.month = days ? kpiMonth(*m_asked, days->to) : m_ownMonth;
    m_question.chosenPeople = session().population() != session().everybody();
    showChoices(*m_chips, choices());
    m_busy->begin(HomePageText::tr("Updating"));
    session().look<HomeState>(
        {this, jobKey(), HomePageText::tr("Updating the month's figures")},
        [snapshot = m_asked, population = session().population(), question = m_question](
            Clinic& clinic, Job& job) { return homeState(clinic, *snapshot, population, question, job); },
        [this, asked = definition()](const Result<HomeState>& result) {
            take(result);
            if (result || result.error().code != ErrorCode::Cancelled) {
                m_saved->setShown(result && !result->outcome.figures.empty()
                                      ? std::optional(ShownAnalysis {asked, result->outcome})
                                      : std::nullopt);
            }
        });
}

void HomePage::take(const Result<HomeState>& result)
{
    m_busy->end();
    if (result) {
        m_state = *result;
        m_snapshot = m_asked;
        notice()->hide();
        showState();
        m_looks->look(m_snapshot, m_state->kpis.period.to);
        return;
    }
    if (result.error().code == ErrorCode::Cancelled) {
        notice()->setNotice(Tone::Neutral,
                            HomePageText::tr("Cancelled. Choose other days above to count again."));
        if (m_state) {
            m_question = m_state->question;
            showChoices(*m_chips, choices());
        }
        return;
    }
    m_state.reset();
    m_content->hide();
    m_empty->setSentence(sentence(result.error()));
    m_empty->setHint({});
    m_empty->action()->hide();
    m_empty->show();
}

void HomePage::showState()
{
    if (!m_state) {
        return;
    }
    const bool hasFigures = !homeCards(*m_state).empty();
    m_empty->setSentence(HomePageText::tr("No bills, visits or leads have been loaded yet"));
    m_empty->setHint(HomePageText::tr("Import files of the clinic and its month appears here."));
    m_empty->action()->show();
    m_empty->setVisible(!hasFigures);
    m_content->setVisible(hasFigures);
    showCards();
    m_caption->setText(homeCaption(*m_state));
    const QString gaps = homeGaps(*m_state);
    m_gaps->setText(gaps);
    m_gaps->setVisible(!gaps.isEmpty());
    const LineData visits = homeVisits(*m_state);
    const LineData money = homeMoney(*m_state);
    m_visits->setData(visits);
    m_money->setData(money);
    for (QWidget* widget : std::initializer_list<QWidget*> {m_visits, m_visitsName}) {
        widget->setVisible(!visits.series.isEmpty());
    }
    for (QWidget* widget : std::initializer_list<QWidget*> {m_money, m_moneyName}) {
        widget->setVisible(!money.series.isEmpty());
    }
    m_trendCard->setVisible(!visits.series.isEmpty() || !money.series.isEmpty());
    m_trendCard->setCaption(
        m_state->trend.lastIsOpen ? HomePageText::tr("The last point is not complete yet.") : QString());
    m_side->show(*m_state, session().overview());
    m_side->showLooks(m_looks->findings());
    arrange();
}

void HomePage::showCards()
{
    const std::vector<HomeCard> cards = homeCards(*m_state);
    while (m_kpis.size() > static_cast<qsizetype>(cards.size())) {
        delete m_kpis.takeLast();
    }
    while (m_kpis.size() < static_cast<qsizetype>(cards.size())) {
        auto* kpi = new KpiCard;
        const qsizetype place = m_kpis.size();
        connect(kpi, &KpiCard::activated, this, [this, place] {
            const std::vector<HomeCard> shown = homeCards(*m_state);
            requestMembers(shown[static_cast<std::size_t>(place)].definition);
        });
        m_kpis << kpi;
    }
    for (qsizetype i = 0; i < m_kpis.size(); ++i) {
        const HomeCard& card = cards[static_cast<std::size_t>(i)];
        m_kpis[i]->setObjectName(QStringLiteral("kpi.")
                                 + fromUtf8(kpiDefinitions()[static_cast<std::size_t>(card.definition)].id));
        m_kpis[i]->setFigure({.label = card.label,
                              .value = card.value,
                              .change = card.change,
                              .tone = card.tone,
                              .target = card.n,
                              .help = card.help,
                              .opensCustomers = card.opensCustomers});
    }
}

void HomePage::retranslate()
{
    header()->setTitle(HomePageText::tr("Home"));
    scopeBar()->setUnlimitedText(HomePageText::tr("This month so far"));
    header()->setPurpose(HomePageText::tr("The clinic's month at a glance"));
    m_saved->retranslate();
    m_trendCard->setTitle(HomePageText::tr("Trend"));
    m_trendCard->setHelp(HomePageText::tr("Visits: one customer, one day, one store. Received: bills without "
                                          "stored value, deposits and top-ups, less refunds."));
    m_visitsName->setText(HomePageText::tr("Visits"));
    m_moneyName->setText(HomePageText::tr("Received, thousand ¥"));
    m_visits->setAccessibleName(HomePageText::tr("Visits over time"));
    m_money->setAccessibleName(HomePageText::tr("Money received over time"));
    m_side->retranslate();
    m_empty->action()->setText(HomePageText::tr("Import file"));
    showChoices(*m_chips, choices());
    showState();
}

std::vector<ChoiceOf<HomeQuestion>> HomePage::choices() const
{
    const SnapshotPtr& snapshot = session().snapshot();
    return snapshot ? homeChoices(m_question) : std::vector<ChoiceOf<HomeQuestion>> {};
}

/// As many cards in a row as fit, every row full: where the rows cannot be alike the last have one card less
/// and wider ones. The column stands beside the trend or under it.
void HomePage::arrange()
{
    const Theme& theme = Theme::current();
    const int gap = theme.px(size::kCardGap);
    int narrowest = theme.px(kCardWidth);
    for (const KpiCard* kpi : std::as_const(m_kpis)) {
        narrowest = std::max(narrowest, kpi->minimumSizeHint().width());
    }
    const int fit = std::max(1, (m_stage->width() + gap) / (narrowest + gap));
    const int count = std::max(1, static_cast<int>(m_kpis.size()));
    const int rows = (count + fit - 1) / fit;
    const int fewer = std::max(1, count / rows);  // cards of a row
    const int longRows = count % rows;            // have one more
    const int columns = longRows == 0 ? fewer : fewer * (fewer + 1);
    int next = 0;
    for (int row = 0; row < rows && next < m_kpis.size(); ++row) {
        const int cards = row < longRows ? fewer + 1 : fewer;
        const int span = columns / cards;
        for (int i = 0; i < cards; ++i) {
            m_grid->addWidget(m_kpis[next++], row, i * span, 1, span);
        }
    }
    for (int column = 0; column < std::max(columns, m_grid->columnCount()); ++column) {
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    }
    const bool beside = m_stage->width() >= theme.px(kTrendWidth) + gap + theme.px(kSideWidth);
    m_lower->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

bool HomePage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_stage && event->type() == QEvent::Resize) {
        arrange();
    }
    return Page::eventFilter(watched, event);
}

void HomePage::requestMembers(int definition)
{
    // A result of data that are gone speaks of customers by numbers that mean others now.
    if (m_state && m_snapshot == session().snapshot()) {
        emit customersRequested(m_state->kpis.members[static_cast<std::size_t>(definition)],
                                homeMembersTitle(*m_state, definition));
    }
}

}  // namespace meitrace
