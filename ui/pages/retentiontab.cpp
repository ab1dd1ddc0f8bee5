// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/retentiontab.h"

#include "ui/charts/heatgrid.h"
#include "ui/charts/linechart.h"
#include "ui/pages/charttoggle.h"
#include "ui/text/figures.h"
#include "ui/theme/theme.h"
#include "ui/viewmodels/retentionview.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace meitrace {

namespace {

constexpr int kReadingWidth = 320;
constexpr int kLineHeight = 220;

EventPredicate plain(const std::string& type)
{
    return {{{.type = type}}};
}

std::string typeOf(const EventPredicate& predicate)
{
    return predicate.clauses.empty() ? std::string() : predicate.clauses.front().type;
}

}  // namespace

RetentionTab::RetentionTab(Session& session, QWidget* parent)
    : AnalysisTab(QStringLiteral("retention"), QStringLiteral("segments"), session, parent)
    , m_gridCard(new Card)
    , m_grid(new HeatGrid)
    , m_toggle(new ChartToggle(m_gridCard, m_grid))
    , m_which(new SegmentedControl)
    , m_groups(new SegmentedControl)
    , m_lineCard(new Card)
    , m_lines(new LineChart)
    , m_readingCard(new Card)
    , m_reading(textLabel({}, TextRole::Body))
{
    m_options.columns = 11;
    m_grid->setObjectName(QStringLiteral("chart.retention"));
    m_lines->setObjectName(QStringLiteral("chart.retentionCurve"));
    m_which->setObjectName(QStringLiteral("choice.returned"));
    m_groups->setObjectName(QStringLiteral("choice.group"));
    m_groups->hide();
    m_gridCard->addAction(m_which);
    m_gridCard->body()->insertWidget(0, m_groups, 0, Qt::AlignLeft);
    m_reading->setWordWrap(true);
    m_reading->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_lineCard->body()->addWidget(m_lines, 1);
    m_readingCard->body()->addWidget(m_reading);
    m_readingCard->body()->addStretch(1);
    auto* pair = new QHBoxLayout;
    pair->setSpacing(size::kCardGap);
    pair->addWidget(m_lineCard, 1);
    pair->addWidget(m_readingCard);
    body()->addWidget(m_gridCard);
    body()->addLayout(pair);
    body()->addStretch(1);
    Theme::current().follow(this, [this] {
        m_readingCard->setFixedWidth(Theme::current().px(kReadingWidth));
        m_lines->setMinimumHeight(Theme::current().px(kLineHeight));
    });
    connect(m_grid, &Chart::activated, this, &RetentionTab::openCell);
    connect(m_groups, &SegmentedControl::currentChanged, this, &RetentionTab::showGroup);
}

void RetentionTab::retranslate()
{
    m_gridCard->setHelp(
        tr("A row is everybody for whom the event happened in that period; a column says how many "
           "of them came back so many periods later. What is not over yet is left empty and counts "
           "as nothing."));
    m_which->setChoices({tr("Came back"), tr("Did not come back")});
    m_grid->setHint(tr("Click to see the customers"));
    m_lineCard->setTitle(tr("Average of all rows"));
    m_lines->setAccessibleName(tr("Retention curve"));
    m_readingCard->setTitle(tr("What this says"));
    m_toggle->retranslate();
    if (m_shown) {
        showChips();
        take(*m_shown);
    }
}

void RetentionTab::setOptions(const RetentionOptions& options)
{
    m_options = options;
    m_isChosen = true;
    recount();
}

/// The first event that the data have of those a clinic asks for first.
void RetentionTab::useUsualEvents()
{
    const std::vector<std::string> known = eventTypes();
    const auto firstOf = [&](const auto& wanted) {
        for (const char* type : wanted) {
            if (std::find(known.begin(), known.end(), type) != known.end()) {
                return std::string(type);
            }
        }
        return known.empty() ? std::string("*") : known.front();
    };
    m_options.entry = plain(firstOf(std::array {"deal", "bill", "treat", "arrive"}));
    m_options.comeBack = plain(firstOf(std::array {"arrive", "treat", "bill"}));
}

std::vector<ChoiceOf<RetentionOptions>> RetentionTab::choices() const
{
    ChoiceOf<RetentionOptions> entry {{.key = QStringLiteral("entry"), .title = tr("Begins with")}};
    addEvents(entry, m_options, typeOf(m_options.entry),
              [](RetentionOptions& options, const std::string& type) { options.entry = plain(type); });
    ChoiceOf<RetentionOptions> comeBack {{.key = QStringLiteral("return"), .title = tr("Came back with")}};
    addEvents(comeBack, m_options, typeOf(m_options.comeBack),
              [](RetentionOptions& options, const std::string& type) { options.comeBack = plain(type); });
    std::vector<ChoiceOf<RetentionOptions>> all {std::move(entry), std::move(comeBack)};
    all.push_back(memberChoice<RetentionOptions, PeriodUnit>(QStringLiteral("unit"), tr("Period"), m_options,
                                                             &RetentionOptions::unit,
                                                             {{PeriodUnit::Months, tr("month")},
                                                              {PeriodUnit::Weeks, tr("week")},
                                                              {PeriodUnit::Days, tr("day")},
                                                              {PeriodUnit::Quarters, tr("quarter")}}));
    all.push_back(memberChoice<RetentionOptions, RetentionCriterion>(
        QStringLiteral("criterion"), tr("Counts"), m_options, &RetentionOptions::criterion,
        {{RetentionCriterion::On, tr("who came in the period")},
         {RetentionCriterion::OnOrAfter, tr("who came in it or later")},
         {RetentionCriterion::OnOrBefore, tr("who came up to it")},
         {RetentionCriterion::Streak, tr("who came in every one so far")}}));
    all.push_back(memberChoice<RetentionOptions, RetentionEntry>(
        QStringLiteral("entries"), tr("Customers by"), m_options, &RetentionOptions::entryRule,
        {{RetentionEntry::FirstEver, tr("their first time ever")},
         {RetentionEntry::FirstInRange, tr("their first time on these days")},
         {RetentionEntry::Every, tr("every time")}}));
    all.push_back(memberChoice<RetentionOptions, RetentionAlignment>(
        QStringLiteral("alignment"), tr("Aligned to"), m_options, &RetentionOptions::alignment,
        {{RetentionAlignment::Calendar, tr("of the calendar")},
         {RetentionAlignment::Rolling, tr("from the event on")}}));
    all.push_back(memberChoice<RetentionOptions, std::optional<EventField>>(
        QStringLiteral("split"), tr("Split by"), m_options, &RetentionOptions::splitBy,
        {{std::nullopt, tr("nothing")},
         {EventField::Channel, tr("channel")},
         {EventField::Item, tr("item")},
         {EventField::Store, tr("store")}}));
    return all;
}

void RetentionTab::showChips()
{
    if (!m_isChosen) {
        useUsualEvents();
    }
    const std::vector<ChoiceOf<RetentionOptions>> all = choices();
    const ChoiceOf<int> rows = rowChoice();
    std::vector<const Choice*> plain;
    plain.reserve(all.size() + 1);
    for (const Choice& choice : all) {
        plain.push_back(&choice);
    }
    plain.push_back(&rows);
    showChoiceChips(*chips(), plain);
}

ChoiceOf<int> RetentionTab::rowChoice() const
{
    ChoiceOf<int> rows {{.key = QStringLiteral("rows"), .title = tr("Rows")}};
    for (const int count : {kUsualRows, 6, 24, 36, 60}) {
        rows.add(tr("the last %1").arg(count), count, m_rows == count);
    }
    return rows;
}

void RetentionTab::choose(const QString& key, const QPoint& corner)
{
    if (key == QLatin1String("rows")) {
        openChoice(this, std::vector {rowChoice()}, key, corner, [this](int rows) {
            m_rows = rows;
            recount();
        });
        return;
    }
    openChoice(this, choices(), key, corner,
               [this](const RetentionOptions& options) { setOptions(options); });
}

void RetentionTab::count()
{
    Shown asked {.snapshot = session().snapshot(), .options = m_options, .result = {}};
    asked.options.population = session().population();
    if (const std::optional<DaySpan> days = session().days()) {
        asked.options.from = days->from;
        asked.options.to = days->to;
    }
    const SnapshotFrame& frame = asked.snapshot->frame();
    const Day last = std::min(asked.options.to == kMissingDay ? frame.asOf : asked.options.to, frame.asOf);
    const Day first = periodAfter(m_options.unit, periodStart(m_options.unit, last), 1 - m_rows);
    asked.options.from = asked.options.from == kMissingDay ? std::max(first, frame.firstDay)
                                                           : std::max(first, asked.options.from);
    busy()->begin(tr("Counting who came back"));
    session().jobs().run<Shown>(
        {this, jobKey(), tr("Counting who came back")},
        [asked = std::move(asked)](Job& job) -> Result<Shown> {
            Result<RetentionResult> result = retention(*asked.snapshot, asked.options, job);
            if (!result) {
                return result.error();
            }
            return Shown {asked.snapshot, asked.options, *std::move(result)};
        },
        [this](const Result<Shown>& shown) { take(shown); });
}

void RetentionTab::take(const Result<Shown>& shown)
{
    if (!isShown(shown ? nullptr : &shown.error())) {
        return;
    }
    m_shown = std::make_shared<const Shown>(*shown);
    const RetentionResult& result = m_shown->result;
    QStringList names;
    for (const RetentionGroup& group : result.groups) {
        names << retentionGroupName(group, m_shown->options);
    }
    m_groups->setChoices(names);
    m_groups->setVisible(names.size() > 1);
    m_gridCard->setTitle(retentionTitle(m_shown->options));
    m_gridCard->setCaption(retentionCaption(result, m_shown->options));
    m_grid->setAccessibleName(retentionTitle(m_shown->options));
    m_lines->setData(retentionLines(result, m_shown->options));
    const QStringList findings = retentionFindings(result, m_shown->options);
    m_reading->setText(findings.join(QStringLiteral("\n\n")));
    m_grid->setSummary(sentencesText(findings));
    showGroup(0);
}

void RetentionTab::showGroup(int group)
{
    m_group = group;
    m_groups->setCurrent(group);
    m_grid->setSelection({});
    m_grid->setData(retentionHeat(m_shown->result, m_shown->options, group));
    m_toggle->refresh();
}

void RetentionTab::openCell(const RegionId& cell)
{
    const auto rows = static_cast<int>(m_shown->result.groups[static_cast<std::size_t>(m_group)].rows.size());
    m_grid->setSelection({cell});
    showPlace({.group = m_group,
               .row = cell.row < rows ? cell.row : -1,
               .column = cell.column,
               .returned = m_which->current() == 0});
}

void RetentionTab::showPlace(const RetentionPlace& place)
{
    if (!m_shown) {
        return;
    }
    session().jobs().run<Bitset>(
        {this, jobKey() + QStringLiteral(".members"), tr("Finding the customers")},
        [shown = m_shown, place](Job& job) {
            return retentionMembers(*shown->snapshot, shown->options, shown->result, place, job);
        },
        [this, shown = m_shown, place](const Result<Bitset>& members) {
            if (members && shown->snapshot == session().snapshot()) {
                emit customersRequested(*members, retentionPlaceTitle(shown->result, shown->options, place));
            } else if (!members && members.error().code != ErrorCode::Cancelled) {
                emit failed(members.error());
            }
        });
}

}  // namespace meitrace
