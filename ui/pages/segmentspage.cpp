// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/segmentspage.h"

#include "ui/charts/barchart.h"
#include "ui/charts/heatgrid.h"
#include "ui/pages/savedbar.h"
#include "ui/pages/segmentchoices.h"
#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/theme/theme.h"
#include "ui/viewmodels/segmenttable.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/pageheader.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHeaderView>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace meitrace {

namespace {

struct SegmentsPageText {
    Q_DECLARE_TR_FUNCTIONS(SegmentsPageText)
};

constexpr int kMonths = 6;
/// A choice of several cells counts once nothing was added for so long.
constexpr int kSettleMs = 200;
/// Below this the grid gets no room beside the table.
constexpr int kGridWidth = 520;

QString jobKey()
{
    return QStringLiteral("rfm");
}

}  // namespace

SegmentsPage::SegmentsPage(Session& session, QWidget* parent)
    : Page(QStringLiteral("segments"), session, parent)
    , m_chips(new FilterBar)
    , m_stage(new QWidget)
    , m_cards(new QWidget)
    , m_pair(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_conclusion(textLabel({}, TextRole::Body))
    , m_gridCard(new Card)
    , m_segmentCard(new Card)
    , m_monthCard(new Card)
    , m_grid(new HeatGrid)
    , m_table(new DataTable)
    , m_segments(new SegmentTableModel(this))
    , m_show(makeButton({}, ButtonKind::Primary, QStringLiteral("customers")))
    , m_adjust(makeButton({}, ButtonKind::Ghost, QStringLiteral("sliders")))
    , m_sentence(textLabel({}, TextRole::Caption))
    , m_months(new BarChart)
    , m_empty(new EmptyState(QStringLiteral("segments"), {}, QStringLiteral(" ")))
    , m_saved(new SavedBar(session, QStringLiteral("rfm")))
{
    followScope(Follows::Population);
    buildCards();
    connectParts();
}

void SegmentsPage::buildCards()
{
    header()->addAction(m_saved);
    body()->addWidget(m_saved->below());
    body()->addWidget(m_chips);
    body()->addWidget(m_stage, 1);
    auto* stage = new QVBoxLayout(m_stage);
    stage->setContentsMargins(0, 0, 0, 0);
    stage->addWidget(m_cards, 1);
    stage->addWidget(m_empty, 1);
    m_stage->setMinimumHeight(Theme::current().px(240));
    m_busy = new BusyOverlay(m_stage);
    auto* column = new QVBoxLayout(m_cards);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_conclusion);
    column->addLayout(m_pair);
    column->addWidget(m_monthCard, 1);
    m_conclusion->setWordWrap(true);
    m_pair->addWidget(m_gridCard, 1);
    m_pair->addWidget(m_segmentCard);
    m_grid->setMultiSelect(true);
    m_grid->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_gridCard->body()->addWidget(m_grid, 1);
    m_gridCard->addAction(m_adjust);
    m_adjust->setObjectName(QStringLiteral("btn.adjustCuts"));
    m_table->setObjectName(QStringLiteral("table.segments"));
    m_table->setModel(m_segments);
    m_table->setShowsAllRows(true);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(SegmentTableModel::Name, Qt::AscendingOrder);
    m_show->setObjectName(QStringLiteral("btn.customers"));
    m_sentence->setWordWrap(true);
    m_segmentCard->body()->addWidget(m_table);
    m_segmentCard->body()->addStretch(1);
    m_segmentCard->body()->addWidget(m_sentence);
    m_segmentCard->body()->addWidget(m_show);
    m_months->setObjectName(QStringLiteral("chart.bars"));
    m_monthCard->body()->addWidget(m_months, 1);
    m_cards->hide();
    m_empty->hide();
    Theme::current().follow(this, [this, column] {
        const int gap = Theme::current().px(size::kCardGap);
        column->setSpacing(gap);
        m_pair->setSpacing(gap);
        arrange();
    });
    m_stage->installEventFilter(this);
}

void SegmentsPage::connectParts()
{
    connect(m_chips, &FilterBar::activated, this, [this](const QString& key, const QPoint& corner) {
        openChoice(this, choices(), key, corner, [this](const RfmOptions& options) { setOptions(options); });
    });
    connect(m_saved, &SavedBar::chosen, this, &SegmentsPage::setDefinition);
    m_cellsChosen.setSingleShot(true);
    m_cellsChosen.setInterval(kSettleMs);
    connect(&m_cellsChosen, &QTimer::timeout, this, &SegmentsPage::requestCells);
    connect(m_grid, &HeatGrid::selectionChanged, this, [this] { m_cellsChosen.start(); });
    connect(m_grid, &HeatGrid::activated, this, [this](const RegionId& cell) {
        if (!m_grid->selection().contains(cell)) {
            m_grid->setSelection({cell});
        }
        requestCells();
    });
    connect(m_table, &DataTable::clicked, this, &SegmentsPage::requestSegments);
    connect(m_table, &DataTable::rowActivated, this, &SegmentsPage::requestSegments);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &SegmentsPage::showSentence);
    connect(m_show, &QPushButton::clicked, this, &SegmentsPage::requestSegments);
    connect(m_adjust, &QPushButton::clicked, this, &SegmentsPage::adjustClasses);
    connect(m_months, &BarChart::activated, this, &SegmentsPage::requestBar);
    connect(m_empty->action(), &QPushButton::clicked, this,
            [this] { emit pageRequested(QStringLiteral("data")); });
    connect(m_busy, &BusyOverlay::cancelRequested, this, [this] { session().jobs().cancel(jobKey()); });
    connect(&session(), &Session::closed, this, [this] {
        m_history.reset();
        m_cards->hide();
        m_empty->hide();
    });
    connect(&session().jobs(), &JobRunner::progressed, this, [this](const QString& key, double share) {
        if (key == jobKey()) {
            m_busy->setProgress(share, {});
        }
    });
}

void SegmentsPage::setOptions(const RfmOptions& options)
{
    m_options = options;
    // Days chosen for all pages come before those of this one.
    m_ownAsOf = session().days() ? m_ownAsOf : options.asOf;
    m_classesOf = session().path();
    requestRefresh();
}

void SegmentsPage::refresh()
{
    if (m_classesOf != session().path()) {
        readClasses();
        return;
    }
    m_asked = session().snapshot();
    const std::optional<DaySpan> days = session().days();
    m_options.asOf = days ? days->to : m_ownAsOf;
    if (m_options.asOf != kMissingDay && m_options.asOf >= m_asked->frame().asOf) {
        m_options.asOf = kMissingDay;
    }
    m_options.population = session().population();
    showChoices(*m_chips, choices());
    m_busy->begin(SegmentsPageText::tr("Updating"));
    const auto shown = std::make_shared<ShownAnalysis>(ShownAnalysis {definition(), {}});
    session().jobs().run<RfmHistory>(
        {this, jobKey(), SegmentsPageText::tr("Updating the segments")},
        [snapshot = m_asked, options = m_options, shown](Job& job) {
            Result<RfmHistory> history = rfmHistory(*snapshot, options, kMonths, job);
            if (history) {
                shown->outcome = outcomeOf(*snapshot, history->now);
            }
            return history;
        },
        [this, shown](const Result<RfmHistory>& result) {
            take(result);
            if (result || result.error().code != ErrorCode::Cancelled) {
                m_saved->setShown(result ? std::optional(*shown) : std::nullopt);
            }
        });
}

void SegmentsPage::take(const Result<RfmHistory>& result)
{
    m_busy->end();
    if (!result) {
        showError(result.error());
        return;
    }
    m_history = *result;
    m_snapshot = m_asked;
    notice()->hide();
    showResult();
}

void SegmentsPage::showError(const Error& error)
{
    if (error.code == ErrorCode::Cancelled) {
        notice()->setNotice(Tone::Neutral,
                            m_history
                                ? SegmentsPageText::tr("Cancelled. The result from before is still shown.")
                                : SegmentsPageText::tr("Cancelled. Choose a setting above to count again."));
        if (m_history) {
            m_options = m_history->options;
            showChoices(*m_chips, choices());
        }
        return;
    }
    m_history.reset();
    m_cards->hide();
    const NoSegments why = noSegments(error);
    m_empty->setSentence(why.sentence);
    m_empty->setHint(why.hint);
    m_empty->action()->setVisible(!why.hint.isEmpty());
    m_empty->show();
}

void SegmentsPage::showResult()
{
    if (!m_history) {
        return;
    }
    const RfmResult& now = m_history->now;
    m_empty->hide();
    m_conclusion->setText(rfmConclusion(*m_history));
    m_grid->setSelection({});
    m_cellsChosen.stop();
    m_grid->setData(rfmHeat(now));
    m_grid->setSummary(rfmHeatSummary(now));
    m_gridCard->setCaption(rfmCaption(*m_history));
    m_segments->setSegments(now.segments);
    m_segments->sort(m_table->horizontalHeader()->sortIndicatorSection(),
                     m_table->horizontalHeader()->sortIndicatorOrder());
    m_table->fitColumns();
    m_segmentCard->setHelp(
        m_history->options.grid == RfmGrid::Eight ? SegmentsPageText::tr(
            "A customer is better or worse than the middle customer in R, F and M: eight names. Important "
            "are those who spent at least as much as the middle customer.")
                                                  : SegmentsPageText::tr(
                                                      "Eleven names for regions of the grid."));
    m_table->selectRow(0);
    const BarData bars = rfmBars(*m_history);
    m_months->setData(bars);
    m_monthCard->setVisible(!bars.categories.isEmpty());
    showSentence();
    m_cards->show();
    arrange();
}

void SegmentsPage::retranslate()
{
    header()->setTitle(SegmentsPageText::tr("Segments"));
    header()->setPurpose(
        SegmentsPageText::tr("Group customers by how lately, how often and for how much they came"));
    m_gridCard->setTitle(SegmentsPageText::tr("Last time × how often"));
    m_gridCard->setNote(SegmentsPageText::tr("Click a cell to see its customers"));
    m_gridCard->setHelp(SegmentsPageText::tr(
        "R says how long ago a customer came last: 5 is the latest. F says how often: 5 is the most "
        "often. Each cell holds its customers and what they spent on average. Ctrl, Shift or dragging "
        "chooses several cells."));
    m_grid->setAccessibleName(SegmentsPageText::tr("Customers by last time and how often"));
    m_grid->setHint(SegmentsPageText::tr("Click to see the customers"));
    m_segmentCard->setTitle(SegmentsPageText::tr("Segments"));
    m_table->setAccessibleName(SegmentsPageText::tr("Segments with customers, share, spend and advice"));
    m_show->setText(SegmentsPageText::tr("Show customers"));
    m_saved->retranslate();
    m_adjust->setText(SegmentsPageText::tr("Adjust classes"));
    m_monthCard->setTitle(SegmentsPageText::tr("Sizes of the key segments"));
    m_monthCard->setCaption(
        SegmentsPageText::tr("Customers at each month end; classes and thresholds are set anew for each."));
    m_months->setAccessibleName(SegmentsPageText::tr("Sizes of the key segments at month ends"));
    m_months->setHint(SegmentsPageText::tr("Click to see the customers"));
    m_empty->action()->setText(SegmentsPageText::tr("Import file"));
    showChoices(*m_chips, choices());
    showResult();
}

std::vector<ChoiceOf<RfmOptions>> SegmentsPage::choices() const
{
    const SnapshotPtr snapshot = session().snapshot();
    return rfmChoices(m_options, snapshot && snapshot->frame().itemMargin.size() > 0);
}

void SegmentsPage::showSentence()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    m_show->setEnabled(!rows.isEmpty());
    const std::string_view code = rows.size() == 1 ? m_segments->codeAt(rows[0].row()) : std::string_view();
    m_sentence->setText(code.empty() ? QString()
                                     : SegmentsPageText::tr("%1: %2", "segment, sentence")
                                           .arg(capitalised(segmentName(code)), segmentSentence(code)));
}

/// Side by side where the table fits beside the grid, else one above the other.
void SegmentsPage::arrange()
{
    const Theme& theme = Theme::current();
    int table = theme.px(2 * size::kCardPadding) + 4;
    for (int column = 0; column < SegmentTableModel::kColumns; ++column) {
        int widest = m_table->horizontalHeader()->sectionSizeHint(column);
        for (int row = 0; row < m_segments->rowCount({}); ++row) {
            widest = std::max(widest, m_table->sizeHintForIndex(m_segments->index(row, column)).width());
        }
        table += widest + theme.px(size::kGap8);
    }
    const int grid = std::max(theme.px(kGridWidth), m_gridCard->minimumSizeHint().width());
    const bool beside = m_stage->width() >= table + grid + theme.px(size::kCardGap);
    m_pair->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_segmentCard->setMinimumWidth(beside ? table : 0);
    m_segmentCard->body()->setAlignment(m_show, beside ? Qt::Alignment() : Qt::AlignLeft);
}

bool SegmentsPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_stage && event->type() == QEvent::Resize) {
        arrange();
    }
    return Page::eventFilter(watched, event);
}

void SegmentsPage::requestCells()
{
    m_cellsChosen.stop();
    if (m_history && !m_grid->selection().isEmpty()) {
        request(rfmMembers(m_history->now, m_grid->selection()),
                rfmCellsTitle(m_history->now, m_grid->selection()));
    }
}

void SegmentsPage::requestSegments()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (!m_history || rows.isEmpty()) {
        return;
    }
    std::vector<int> numbers;
    QStringList names;
    for (const QModelIndex& row : rows) {
        numbers.push_back(m_segments->segmentAt(row.row()));
        names.append(capitalised(segmentName(m_segments->codeAt(row.row()))));
    }
    request(segmentMembers(m_history->now.segment, numbers),
            names.join(SegmentsPageText::tr(", ", "between names of segments")));
}

void SegmentsPage::requestBar(const RegionId& part)
{
    if (m_history) {
        request(rfmBarMembers(*m_history, part), rfmBarTitle(*m_history, part));
    }
}

void SegmentsPage::request(const Bitset& members, const QString& title)
{
    // A result of data that are gone speaks of customers by numbers that mean others now.
    if (m_snapshot == session().snapshot()) {
        emit customersRequested(members, title);
    }
}

}  // namespace meitrace
