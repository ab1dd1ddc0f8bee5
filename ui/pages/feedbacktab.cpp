// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/feedbacktab.h"

#include "analytics/workbench/voicebook.h"
#include "ui/charts/linechart.h"
#include "ui/pages/charttoggle.h"
#include "ui/text/figures.h"
#include "ui/theme/theme.h"
#include "ui/viewmodels/feedbacktables.h"
#include "ui/viewmodels/feedbackview.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QVBoxLayout>

#include <utility>

namespace meitrace {

namespace {

constexpr int kChartHeight = 240;
constexpr int kShortList = 15;  // rows; longer lists scroll by themselves

DataTable* plainTable(const QString& name, QAbstractItemModel* model, Card* card)
{
    auto* table = new DataTable;
    table->setObjectName(name);
    table->setModel(model);
    table->setShowsAllRows(true);
    table->setSortingEnabled(false);
    card->body()->addWidget(table);
    return table;
}

}  // namespace

FeedbackTab::FeedbackTab(Session& session, QWidget* parent)
    : AnalysisTab(QStringLiteral("feedback"), QStringLiteral("journey"), session, parent)
    , m_reading(textLabel({}, TextRole::Body))
    , m_groupCard(new Card)
    , m_key(new SegmentedControl)
    , m_groups(new FeedbackTable(this))
    , m_openCard(new Card)
    , m_open(new OpenVoiceTable(this))
    , m_weekCard(new Card)
    , m_weeks(new LineChart)
    , m_toggle(new ChartToggle(m_weekCard, m_weeks))
    , m_backCard(new Card)
    , m_back(new ComeBackTable(this))
{
    buildCards();
    connect(m_key, &SegmentedControl::currentChanged, this, &FeedbackTab::showGroups);
    connect(m_groupTable, &DataTable::clicked, this,
            [this](const QModelIndex& index) { showPlace(m_groups->placeAt(index.row(), index.column())); });
    connect(m_groupTable, &DataTable::rowActivated, this,
            [this](int row) { showPlace(m_groups->placeAt(row, FeedbackTable::Value)); });
    connect(m_weeks, &Chart::activated, this, [this](const RegionId& point) {
        if (point.row >= 0 && point.row < static_cast<int>(m_weekGroups.size())) {
            showPlace({.group = m_weekGroups[static_cast<std::size_t>(point.row)]});
        }
    });
    connect(m_openTable, &DataTable::clicked, this,
            [this](const QModelIndex& index) { showOpen(index.row()); });
    connect(m_openTable, &DataTable::rowActivated, this, &FeedbackTab::showOpen);
    const auto openCause = [this](int row, bool cameBack) {
        showPlace({.who = cameBack ? FeedbackPlace::Who::CameBack : FeedbackPlace::Who::StayedAway,
                   .cause = m_back->causeAt(row)});
    };
    connect(m_backTable, &DataTable::clicked, this, [openCause](const QModelIndex& index) {
        openCause(index.row(), index.column() == ComeBackTable::CameBack);
    });
    connect(m_backTable, &DataTable::rowActivated, this, [openCause](int row) { openCause(row, false); });
}

void FeedbackTab::buildCards()
{
    m_reading->setWordWrap(true);
    m_reading->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_key->setObjectName(QStringLiteral("choice.feedbackKey"));
    m_weeks->setObjectName(QStringLiteral("chart.feedback"));
    m_groupCard->addAction(m_key);
    m_groupTable = plainTable(QStringLiteral("table.feedback"), m_groups, m_groupCard);
    m_openTable = plainTable(QStringLiteral("table.openVoices"), m_open, m_openCard);
    m_backTable = plainTable(QStringLiteral("table.cameBack"), m_back, m_backCard);
    body()->addWidget(m_reading);
    body()->addWidget(m_openCard);
    body()->addWidget(m_weekCard);
    body()->addWidget(m_backCard);
    body()->addWidget(m_groupCard);
    body()->addStretch(1);
    Theme::current().follow(this, [this] { m_weeks->setMinimumHeight(Theme::current().px(kChartHeight)); });
}

void FeedbackTab::retranslate()
{
    m_groupCard->setTitle(tr("How satisfied, with what and with whom"));
    m_groupCard->setHelp(
        tr("An answer counts for every item and every member of staff of the treatment day it is about. "
           "A group stands out where it lies beyond what chance explains in 998 of 1,000 cases."));
    m_groupTable->setAccessibleName(tr("How satisfied, with what and with whom"));
    m_groupTable->setEmptyText(tr("No answer and no complaint is about one of these"));
    m_key->setChoices({tr("Item"), tr("Staff"), tr("Store")});
    m_openCard->setTitle(tr("Who still waits"));
    m_openCard->setHelp(
        tr("Grades up to 3 or an NPS up to 6 after which nobody called and the customer did not "
           "come again, and complaints the file calls open."));
    m_openTable->setAccessibleName(tr("Who still waits"));
    m_openTable->setEmptyText(tr("Nobody waits"));
    m_weekCard->setTitle(tr("Satisfied, week by week"));
    m_weeks->setAccessibleName(tr("Satisfied, week by week"));
    m_weeks->setHint(tr("Click to see the customers"));
    m_backCard->setTitle(tr("Who bought again"));
    m_backCard->setHelp(
        tr("Every customer once, by the first treatment on these days for which the time is over."));
    m_backTable->setAccessibleName(tr("Who bought again"));
    m_backTable->setEmptyText(tr("For no treatment is the time over"));
    m_toggle->retranslate();
    if (m_shown) {
        showChips();
        take(*m_shown);
    }
}

void FeedbackTab::setOptions(const FeedbackOptions& options)
{
    m_options = options;
    recount();
}

std::vector<ChoiceOf<FeedbackOptions>> FeedbackTab::choices() const
{
    return {memberChoice<FeedbackOptions, std::optional<VoiceSource>>(
                QStringLiteral("source"), tr("Answers of"), m_options, &FeedbackOptions::source,
                {{std::nullopt, tr("surveys and calls")},
                 {VoiceSource::Survey, tr("surveys")},
                 {VoiceSource::Call, tr("follow-up calls")}}),
            memberChoice<FeedbackOptions, int>(
                QStringLiteral("back"), tr("About treatments of"), m_options, &FeedbackOptions::backDays,
                {{30, tr("%1 days").arg(30)}, {7, tr("%1 days").arg(7)}, {90, tr("%1 days").arg(90)}}),
            memberChoice<FeedbackOptions, int>(
                QStringLiteral("comeBack"), tr("Bought again within"), m_options,
                &FeedbackOptions::comeBackDays,
                {{180, tr("%1 days").arg(180)}, {90, tr("%1 days").arg(90)}, {365, tr("%1 days").arg(365)}})};
}

void FeedbackTab::showChips()
{
    showChoices(*chips(), choices());
}

void FeedbackTab::choose(const QString& key, const QPoint& corner)
{
    openChoice(this, choices(), key, corner, [this](const FeedbackOptions& options) { setOptions(options); });
}

void FeedbackTab::count()
{
    Shown asked {.snapshot = session().snapshot(), .options = m_options, .book = {}, .result = {}};
    asked.options.population = session().population();
    if (const std::optional<DaySpan> days = session().days()) {
        asked.options.from = days->from;
        asked.options.to = days->to;
    }
    busy()->begin(tr("Reading what customers say"));
    session().look<Shown>(
        {this, jobKey(), tr("Reading what customers say")},
        [asked = std::move(asked)](Clinic& clinic, Job& job) -> Result<Shown> {
            Shown shown = asked;
            Result<FeedbackBook> book = feedbackBook(clinic.workspace(), *shown.snapshot, job);
            if (!book) {
                return book.error();
            }
            shown.book = *std::move(book);
            Result<FeedbackResult> result = feedback(*shown.snapshot, shown.book, shown.options, job);
            if (!result) {
                return result.error();
            }
            shown.result = *std::move(result);
            return shown;
        },
        [this](const Result<Shown>& shown) { take(shown); });
}

void FeedbackTab::take(const Result<Shown>& shown)
{
    if (!shown && shown.error().code == ErrorCode::EmptyInput) {
        isShown(nullptr);
        showEmpty(tr("No customer has said anything on these days"),
                  tr("Surveys, follow-up calls with a grade and complaints make this page."));
        return;
    }
    if (!isShown(shown ? nullptr : &shown.error())) {
        return;
    }
    m_shown = std::make_shared<const Shown>(*shown);
    const FeedbackResult& result = m_shown->result;
    m_groupCard->setCaption(feedbackCaption(result, m_shown->options));
    m_reading->setText(sentencesText(feedbackFindings(result, m_shown->options)));
    m_open->setResult(result, m_shown->snapshot);
    m_back->setResult(result, m_shown->options);
    m_weekGroups = feedbackWeekGroups(result, m_shown->options);
    m_weekCard->setVisible(!m_weekGroups.empty());
    m_weeks->setData(feedbackWeeks(result, m_weekGroups));
    m_toggle->refresh();
    m_openTable->setShowsAllRows(m_open->rowCount() <= kShortList);
    m_openTable->fitColumns();
    m_backTable->fitColumns();
    showGroups();
}

void FeedbackTab::showGroups()
{
    if (m_shown) {
        m_groups->setResult(m_shown->result, kFeedbackKeys[static_cast<std::size_t>(m_key->current())]);
        m_groupTable->fitColumns();
    }
}

void FeedbackTab::showOpen(int row)
{
    if (!m_shown || row < 0 || row >= m_open->rowCount()) {
        return;
    }
    Bitset one(m_shown->snapshot->customers());
    one.set(m_open->customerAt(row));
    if (m_shown->snapshot == session().snapshot()) {
        emit customersRequested(one, m_open->codeAt(row));
    }
}

void FeedbackTab::showPlace(const FeedbackPlace& place)
{
    if (!m_shown) {
        return;
    }
    session().jobs().run<Bitset>(
        {this, jobKey() + QStringLiteral(".members"), tr("Finding the customers")},
        [shown = m_shown, place](Job& job) {
            return feedbackMembers(*shown->snapshot, shown->book, shown->options, shown->result, place, job);
        },
        [this, shown = m_shown, place](const Result<Bitset>& members) {
            if (members && shown->snapshot == session().snapshot()) {
                emit customersRequested(*members, feedbackPlaceTitle(shown->result, place));
            } else if (!members && members.error().code != ErrorCode::Cancelled) {
                emit failed(members.error());
            }
        });
}

}  // namespace meitrace
