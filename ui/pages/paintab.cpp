// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/paintab.h"

#include "analytics/workbench/usualfunnel.h"
#include "ui/text/figures.h"
#include "ui/viewmodels/painview.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/label.h"

#include <QVBoxLayout>

#include <utility>

namespace meitrace {

namespace {

using Keys = std::vector<std::string>;

DataTable* plainTable(const QString& name, QAbstractItemModel* model)
{
    auto* table = new DataTable;
    table->setObjectName(name);
    table->setModel(model);
    table->setShowsAllRows(true);
    table->setSortingEnabled(false);
    return table;
}

}  // namespace

PainTab::PainTab(Session& session, QWidget* parent)
    : AnalysisTab(QStringLiteral("pain"), QStringLiteral("journey"), session, parent)
    , m_reading(textLabel({}, TextRole::Body))
    , m_card(new Card)
    , m_points(new PainTable(this))
    , m_stepCard(new Card)
    , m_steps(new PainStepTable(this))
{
    m_options.funnel.window = Duration {30, DurationUnit::Days};
    m_table = plainTable(QStringLiteral("table.pain"), m_points);
    m_stepTable = plainTable(QStringLiteral("table.painSteps"), m_steps);
    m_reading->setWordWrap(true);
    m_reading->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_card->body()->addWidget(m_table);
    m_stepCard->body()->addWidget(m_stepTable);
    body()->addWidget(m_reading);
    body()->addWidget(m_card);
    body()->addWidget(m_stepCard);
    body()->addStretch(1);
    connect(m_table, &DataTable::clicked, this, [this](const QModelIndex& index) { showRow(index.row()); });
    connect(m_table, &DataTable::rowActivated, this, &PainTab::showRow);
}

void PainTab::retranslate()
{
    m_card->setTitle(tr("Where more are lost than usual"));
    m_card->setHelp(
        tr("Every step for every group: hour, weekday, first answer, channel, staff, item … Shown are groups "
           "that are surely lost more often than the others. Only those count whose time is over."));
    m_table->setAccessibleName(tr("Where more are lost than usual"));
    m_table->setEmptyText(tr("No group is lost surely more often than the others"));
    m_stepCard->setTitle(tr("Steps"));
    m_stepCard->setHelp(tr("What those bring who get through: the weight of a loss."));
    m_stepTable->setAccessibleName(tr("Steps"));
    if (m_shown) {
        showChips();
        take(*m_shown);
    }
}

void PainTab::setOptions(const PainOptions& options)
{
    m_options = options;
    recount();
}

std::vector<ChoiceOf<PainOptions>> PainTab::choices() const
{
    ChoiceOf<PainOptions> window {{.key = QStringLiteral("window"), .title = tr("Window")}};
    for (const int days : {30, 14, 60, 90, 180}) {
        PainOptions chosen = m_options;
        chosen.funnel.window = Duration {days, DurationUnit::Days};
        window.add(spanText(*chosen.funnel.window), chosen, m_options.funnel.window == chosen.funnel.window);
    }
    std::vector<ChoiceOf<PainOptions>> all {std::move(window)};
    all.push_back(memberChoice<PainOptions, Keys>(
        QStringLiteral("keys"), tr("Told apart by"), m_options, &PainOptions::keys,
        {{PainOptions::defaultKeys(), tr("everything")},
         {{"hour_block", "opening", "weekday"}, tr("time")},
         {{"first_reply", "booked_ahead", "first_visit"}, tr("service")},
         {{"channel", "campaign"}, tr("channel and campaign")},
         {{"staff", "store"}, tr("staff and store")},
         {{"item"}, tr("item")}}));
    all.push_back(memberChoice<PainOptions, int>(
        QStringLiteral("money"), tr("Money of"), m_options, &PainOptions::moneyDays,
        {{90, tr("%1 days").arg(90)}, {30, tr("%1 days").arg(30)}, {365, tr("%1 days").arg(365)}}));
    return all;
}

void PainTab::showChips()
{
    showChoices(*chips(), choices());
}

void PainTab::choose(const QString& key, const QPoint& corner)
{
    openChoice(this, choices(), key, corner, [this](const PainOptions& options) { setOptions(options); });
}

void PainTab::count()
{
    Shown asked {.snapshot = session().snapshot(), .options = m_options, .result = {}};
    asked.options.funnel.steps = usualFunnel(session().overview()).steps;
    asked.options.funnel.population = session().population();
    if (const std::optional<DaySpan> days = session().days()) {
        asked.options.funnel.from = days->from;
        asked.options.funnel.to = days->to + 1;
    }
    if (asked.options.funnel.steps.size() < 2) {
        showEmpty(tr("There is no way from a lead to a sale in the data yet"),
                  tr("Leads, bookings, visits and bills make it."));
        return;
    }
    busy()->begin(tr("Looking where customers are lost"));
    session().jobs().run<Shown>(
        {this, jobKey(), tr("Looking where customers are lost")},
        [asked = std::move(asked)](Job& job) -> Result<Shown> {
            Result<PainResult> result = painPoints(*asked.snapshot, asked.options, job);
            if (!result) {
                return result.error();
            }
            return Shown {asked.snapshot, asked.options, *std::move(result)};
        },
        [this](const Result<Shown>& shown) { take(shown); });
}

void PainTab::take(const Result<Shown>& shown)
{
    if (!isShown(shown ? nullptr : &shown.error())) {
        return;
    }
    m_shown = std::make_shared<const Shown>(*shown);
    m_card->setCaption(painCaption(m_shown->result, m_shown->options));
    m_reading->setText(sentencesText(painFindings(m_shown->result, m_shown->options)));
    m_points->setResult(m_shown->result, m_shown->options);
    m_steps->setResult(m_shown->result, m_shown->options);
    m_table->fitColumns();
    m_stepTable->fitColumns();
}

void PainTab::showRow(int row)
{
    if (!m_shown || row < 0 || row >= static_cast<int>(m_shown->result.points.size())) {
        return;
    }
    const auto point = static_cast<std::size_t>(row);
    const QString title = painPlaceTitle(m_shown->options, m_shown->result.points[point]);
    session().jobs().run<Bitset>(
        {this, jobKey() + QStringLiteral(".members"), tr("Finding the customers")},
        [shown = m_shown, point](Job& job) {
            return painMembers(*shown->snapshot, shown->options, shown->result, point, job);
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
