// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/processtab.h"

#include "ui/charts/heatgrid.h"
#include "ui/pages/activitychoices.h"
#include "ui/pages/charttoggle.h"
#include "ui/text/figures.h"
#include "ui/viewmodels/processview.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QVBoxLayout>

namespace meitrace {

namespace {

constexpr int kUsualActivities = 12;
constexpr int kManyActivities = 40;  ///< whole paths are words: they have room for all

}  // namespace

ProcessTab::ProcessTab(Part part, Session& session, QWidget* parent)
    : AnalysisTab(part == Part::Variants ? QStringLiteral("variants") : QStringLiteral("process"),
                  QStringLiteral("journey"), session, parent)
    , m_part(part)
    , m_findings(textLabel({}, TextRole::Body))
    , m_card(new Card)
{
    m_options.mostActivities = part == Part::Follows ? kUsualActivities : kManyActivities;
    m_options.activities.labels = leftOutRules(m_hidden);
    m_findings->setWordWrap(true);
    body()->addWidget(m_findings);
    body()->addWidget(m_card);
    if (part == Part::Variants) {
        buildVariants();
    } else {
        buildFollows();
    }
    body()->addStretch(1);
}

void ProcessTab::buildVariants()
{
    m_table = new DataTable;
    m_variants = new VariantTable(this);
    m_table->setObjectName(QStringLiteral("table.variants"));
    m_table->setModel(m_variants);
    m_table->setShowsAllRows(true);
    m_card->body()->addWidget(m_table);
    const auto open = [this](int row) { showPlace({.variant = row}); };
    connect(m_table, &DataTable::rowActivated, this, open);
    connect(m_table, &DataTable::clicked, this, [open](const QModelIndex& index) { open(index.row()); });
}

void ProcessTab::buildFollows()
{
    m_grid = new HeatGrid;
    m_toggle = new ChartToggle(m_card, m_grid);
    m_which = new SegmentedControl;
    m_activityCard = new Card;
    m_activityTable = new DataTable;
    m_activities = new ActivityTable(this);
    m_grid->setObjectName(QStringLiteral("chart.process"));
    m_which->setObjectName(QStringLiteral("choice.follows"));
    m_activityTable->setObjectName(QStringLiteral("table.activities"));
    m_activityTable->setModel(m_activities);
    m_activityTable->setShowsAllRows(true);
    m_card->addAction(m_which);
    m_activityCard->body()->addWidget(m_activityTable);
    body()->addWidget(m_activityCard);
    connect(m_which, &SegmentedControl::currentChanged, this, &ProcessTab::showHeat);
    connect(m_grid, &Chart::activated, this, [this](const RegionId& cell) {
        m_grid->setSelection({cell});
        showPlace(processPlace(m_shown->result, cell, m_which->current() == 1));
    });
    const auto open = [this](int row) { showPlace({.activity = row}); };
    connect(m_activityTable, &DataTable::rowActivated, this, open);
    connect(m_activityTable, &DataTable::clicked, this,
            [open](const QModelIndex& index) { open(index.row()); });
}

void ProcessTab::retranslate()
{
    if (m_part == Part::Variants) {
        m_card->setTitle(tr("Most frequent paths"));
        m_card->setHelp(
            tr("Whole paths from the first to the last step. “Together” adds up the shares from the top "
               "down."));
        m_table->setAccessibleName(tr("Most frequent paths"));
        m_table->setEmptyText(tr("Nobody did anything on these days"));
    } else {
        m_card->setTitle(tr("What follows what"));
        m_card->setHelp(
            tr("A row is what was done, a column what came after it. Dark cells are the usual way on."));
        m_grid->setAccessibleName(tr("What follows what"));
        m_grid->setHint(tr("Click to see the customers"));
        m_which->setChoices({tr("Right after"), tr("At any time later")});
        m_activityCard->setTitle(tr("All steps"));
        m_activityTable->setAccessibleName(tr("All steps"));
        m_toggle->retranslate();
    }
    if (m_shown) {
        showChips();
        take(*m_shown);
    }
}

void ProcessTab::setOptions(const ProcessOptions& options)
{
    m_options = options;
    recount();
}

std::vector<ChoiceOf<ProcessOptions>> ProcessTab::choices() const
{
    std::vector<ChoiceOf<ProcessOptions>> all;
    addPartChoices(all, m_options, &ProcessOptions::activities, activityChoices(m_options.activities));
    if (m_part == Part::Variants) {
        return all;
    }
    all.push_back(memberChoice<ProcessOptions, int>(QStringLiteral("activities"), tr("Names shown"),
                                                    m_options, &ProcessOptions::mostActivities,
                                                    {{kUsualActivities, countText(kUsualActivities)},
                                                     {6, countText(6)},
                                                     {8, countText(8)},
                                                     {20, countText(20)}}));
    return all;
}

void ProcessTab::showChips()
{
    const std::vector<ChoiceOf<ProcessOptions>> all = choices();
    const Choice hidden = leftOutChoice(m_hidden);
    std::vector<const Choice*> plain;
    plain.reserve(all.size() + 1);
    for (const Choice& choice : all) {
        plain.push_back(&choice);
    }
    plain.push_back(&hidden);
    showChoiceChips(*chips(), plain);
}

void ProcessTab::choose(const QString& key, const QPoint& corner)
{
    if (key == QLatin1String("hidden")) {
        openLeftOut(this, session().overview(), m_hidden, corner, [this](const QStringList& types) {
            m_hidden = types;
            m_options.activities.labels = leftOutRules(types);
            recount();
        });
        return;
    }
    openChoice(this, choices(), key, corner, [this](const ProcessOptions& options) { setOptions(options); });
}

void ProcessTab::count()
{
    Shown asked {.snapshot = session().snapshot(), .options = m_options, .result = {}};
    asked.options.activities.population = session().population();
    if (const std::optional<DaySpan> days = session().days()) {
        asked.options.activities.from = days->from;
        asked.options.activities.to = days->to;
    }
    busy()->begin(tr("Following the paths"));
    session().jobs().run<Shown>(
        {this, jobKey(), tr("Following the paths")},
        [asked = std::move(asked)](Job& job) -> Result<Shown> {
            Result<ProcessResult> result = processView(*asked.snapshot, asked.options, job);
            if (!result) {
                return result.error();
            }
            return Shown {asked.snapshot, asked.options, *std::move(result)};
        },
        [this](const Result<Shown>& shown) { take(shown); });
}

void ProcessTab::take(const Result<Shown>& shown)
{
    if (!isShown(shown ? nullptr : &shown.error())) {
        return;
    }
    m_shown = std::make_shared<const Shown>(*shown);
    const ProcessResult& result = m_shown->result;
    const ActivityOptions& options = m_shown->options.activities;
    const QString findings = sentencesText(processFindings(result, options));
    m_findings->setText(findings);
    m_card->setCaption(processCaption(result, options));
    if (m_part == Part::Variants) {
        m_variants->setResult(result, options);
        m_table->fitColumns(900);
        return;
    }
    m_grid->setSummary(findings);
    m_activities->setResult(result, options);
    m_activityTable->fitColumns();
    showHeat();
}

void ProcessTab::showHeat()
{
    if (m_shown) {
        m_grid->setSelection({});
        m_grid->setData(processHeat(m_shown->result, m_shown->options.activities, m_which->current() == 1));
        m_toggle->refresh();
    }
}

void ProcessTab::showPlace(const ProcessPlace& place)
{
    if (!m_shown) {
        return;
    }
    session().jobs().run<Bitset>(
        {this, jobKey() + QStringLiteral(".members"), tr("Finding the customers")},
        [shown = m_shown, place](Job& job) {
            return processMembers(*shown->snapshot, shown->options, shown->result, place, job);
        },
        [this, shown = m_shown, place](const Result<Bitset>& members) {
            if (members && shown->snapshot == session().snapshot()) {
                emit customersRequested(*members,
                                        processPlaceTitle(shown->result, place, shown->options.activities));
            } else if (!members && members.error().code != ErrorCode::Cancelled) {
                emit failed(members.error());
            }
        });
}

}  // namespace meitrace
