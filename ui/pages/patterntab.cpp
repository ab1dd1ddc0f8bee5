// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/patterntab.h"

#include "ui/pages/activitychoices.h"
#include "ui/text/figures.h"
#include "ui/viewmodels/patternview.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/label.h"

#include <QVBoxLayout>

#include <algorithm>

namespace meitrace {

namespace {

std::string typeOf(const EventPredicate& predicate)
{
    return predicate.clauses.empty() ? std::string() : predicate.clauses.front().type;
}

}  // namespace

PatternTab::PatternTab(Session& session, QWidget* parent)
    : AnalysisTab(QStringLiteral("patterns"), QStringLiteral("journey"), session, parent)
    , m_hidden(usuallyLeftOut())
    , m_reading(textLabel({}, TextRole::Body))
    , m_card(new Card)
    , m_table(new DataTable)
    , m_patterns(new PatternTable(this))
{
    m_options.activities.labels = leftOutRules(m_hidden);
    m_reading->setWordWrap(true);
    m_reading->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_table->setObjectName(QStringLiteral("table.patterns"));
    m_table->setModel(m_patterns);
    m_table->setShowsAllRows(true);
    m_table->setSortingEnabled(false);
    m_card->body()->addWidget(m_table);
    body()->addWidget(m_reading);
    body()->addWidget(m_card);
    body()->addStretch(1);
    connect(m_table, &DataTable::clicked, this, [this](const QModelIndex& index) { showRow(index.row()); });
    connect(m_table, &DataTable::rowActivated, this, &PatternTab::showRow);
}

void PatternTab::retranslate()
{
    m_card->setTitle(tr("Sequences that go with it"));
    m_card->setHelp(
        tr("Steps in this order, others may lie between. Of those who reach it only what came before counts; "
           "the others are watched as long, so that nothing looks good for having been watched longer."));
    m_table->setAccessibleName(tr("Sequences that go with it"));
    m_table->setEmptyText(tr("No sequence goes surely with it"));
    if (m_shown) {
        showChips();
        take(*m_shown);
    }
}

void PatternTab::setOptions(const PatternOptions& options)
{
    m_options = options;
    m_isChosen = true;
    recount();
}

/// The first kind of event in the data of those a clinic wants to see.
void PatternTab::useUsualOutcome()
{
    const std::vector<std::string> known = eventTypes();
    for (const char* type : {"deal", "bill", "arrive", "book", "lead"}) {
        if (std::find(known.begin(), known.end(), type) != known.end()) {
            m_options.outcome = {{{.type = type}}};
            return;
        }
    }
}

std::vector<ChoiceOf<PatternOptions>> PatternTab::choices() const
{
    ChoiceOf<PatternOptions> outcome {{.key = QStringLiteral("outcome"), .title = tr("Leads to")}};
    addEvents(outcome, m_options, typeOf(m_options.outcome),
              [](PatternOptions& options, const std::string& type) { options.outcome = {{{.type = type}}}; });
    std::vector<ChoiceOf<PatternOptions>> all {std::move(outcome)};
    std::vector<ChoiceOf<ActivityOptions>> steps = activityChoices(m_options.activities);
    const auto property = std::find_if(steps.begin(), steps.end(), [](const Choice& choice) {
        return choice.key == QLatin1String("property");
    });
    if (property != steps.end()) {
        addPartChoices(all, m_options, &PatternOptions::activities, {*property});
    }
    all.push_back(memberChoice<PatternOptions, int>(
        QStringLiteral("longest"), tr("At most"), m_options, &PatternOptions::longest,
        {{4, tr("%1 steps").arg(4)}, {2, tr("%1 steps").arg(2)}, {3, tr("%1 steps").arg(3)}}));
    all.push_back(memberChoice<PatternOptions, double>(
        QStringLiteral("common"), tr("Steps nearly all take"), m_options, &PatternOptions::common,
        {{PatternOptions().common, tr("passed over")}, {2, tr("shown")}}));
    all.push_back(memberChoice<PatternOptions, double>(
        QStringLiteral("support"), tr("Held by"), m_options, &PatternOptions::support,
        {{0.01, tr("1 % or more")}, {0.05, tr("5 % or more")}, {0.002, tr("0.2 % or more")}}));
    return all;
}

void PatternTab::showChips()
{
    if (!m_isChosen) {
        useUsualOutcome();
    }
    const std::vector<ChoiceOf<PatternOptions>> all = choices();
    const Choice hidden = leftOutChoice(m_hidden);
    std::vector<const Choice*> plain;
    plain.reserve(all.size() + 1);
    for (const Choice& choice : all) {
        plain.push_back(&choice);
    }
    plain.push_back(&hidden);
    showChoiceChips(*chips(), plain);
}

void PatternTab::choose(const QString& key, const QPoint& corner)
{
    if (key == QLatin1String("hidden")) {
        openLeftOut(this, session().overview(), m_hidden, corner, [this](const QStringList& types) {
            m_hidden = types;
            m_options.activities.labels = leftOutRules(types);
            recount();
        });
        return;
    }
    openChoice(this, choices(), key, corner, [this](const PatternOptions& options) { setOptions(options); });
}

void PatternTab::count()
{
    Shown asked {.snapshot = session().snapshot(), .options = m_options, .result = {}};
    asked.options.activities.population = session().population();
    if (const std::optional<DaySpan> days = session().days()) {
        asked.options.activities.from = days->from;
        asked.options.activities.to = days->to;
    }
    busy()->begin(tr("Looking for sequences"));
    session().jobs().run<Shown>(
        {this, jobKey(), tr("Looking for sequences")},
        [asked = std::move(asked)](Job& job) -> Result<Shown> {
            Result<PatternResult> result = patterns(*asked.snapshot, asked.options, job);
            if (!result) {
                return result.error();
            }
            return Shown {asked.snapshot, asked.options, *std::move(result)};
        },
        [this](const Result<Shown>& shown) { take(shown); });
}

void PatternTab::take(const Result<Shown>& shown)
{
    if (!isShown(shown ? nullptr : &shown.error())) {
        return;
    }
    m_shown = std::make_shared<const Shown>(*shown);
    m_card->setCaption(patternCaption(m_shown->result, m_shown->options));
    m_reading->setText(sentencesText(patternFindings(m_shown->result, m_shown->options)));
    m_patterns->setResult(m_shown->result, m_shown->options);
    m_table->fitColumns(600);
}

void PatternTab::showRow(int row)
{
    if (!m_shown || row < 0 || row >= static_cast<int>(m_shown->result.patterns.size())) {
        return;
    }
    const auto pattern = static_cast<std::size_t>(row);
    const QString title = patternText(m_shown->result.patterns[pattern], m_shown->options.activities);
    session().jobs().run<Bitset>(
        {this, jobKey() + QStringLiteral(".members"), tr("Finding the customers")},
        [shown = m_shown, pattern](Job& job) {
            return patternMembers(*shown->snapshot, shown->options, shown->result, pattern, job);
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
