// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/webtab.h"

#include "ui/text/figures.h"
#include "ui/viewmodels/sessionview.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/label.h"

#include <QVBoxLayout>

#include <utility>

namespace meitrace {

namespace {

DataTable* plainTable(const QString& name, QAbstractItemModel* model)
{
    auto* table = new DataTable;
    table->setObjectName(name);
    table->setModel(model);
    table->setShowsAllRows(true);
    table->setSortingEnabled(false);
    return table;
}

/// What sessions are of: the web, or the clinic.
SessionOptions ofUnit(SessionOptions options, UnitKind unit)
{
    options.unit = unit;
    options.events = unit == UnitKind::Visit ? EventPredicate {{{.type = "*"}}} : SessionOptions::webEvents();
    options.label = unit == UnitKind::Visit ? EventField::Type : EventField::Page;
    return options;
}

}  // namespace

WebTab::WebTab(Session& session, QWidget* parent)
    : AnalysisTab(QStringLiteral("web"), QStringLiteral("journey"), session, parent)
    , m_options(ofUnit({}, UnitKind::Session))
    , m_reading(textLabel({}, TextRole::Body))
    , m_card(new Card)
    , m_rows(new SessionTable(this))
    , m_searchCard(new Card)
    , m_searches(new SearchTable(this))
{
    m_options.includeAnonymous = true;
    m_table = plainTable(QStringLiteral("table.sessions"), m_rows);
    m_searchTable = plainTable(QStringLiteral("table.searches"), m_searches);
    m_reading->setWordWrap(true);
    m_reading->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_card->body()->addWidget(m_table);
    m_searchCard->body()->addWidget(m_searchTable);
    body()->addWidget(m_reading);
    body()->addWidget(m_card);
    body()->addWidget(m_searchCard);
    body()->addStretch(1);
    connect(m_table, &DataTable::clicked, this, [this](const QModelIndex& index) {
        showPlace(index.row(), SessionTable::placeAt(index.column()));
    });
    connect(m_table, &DataTable::rowActivated, this, [this](int row) { showPlace(row, SessionPlace::Seen); });
}

void WebTab::retranslate()
{
    m_card->setTitle(tr("What happened in the sessions"));
    m_card->setHelp(tr(
        "A session ends with a pause of more than 30 minutes, or with the number the files give it; midnight "
        "ends none. A visit is a day in a clinic. How long the last event took is not known. Greyed: fewer "
        "than 30."));
    m_table->setAccessibleName(tr("What happened in the sessions"));
    m_searchCard->setTitle(tr("What people searched for"));
    m_searchTable->setAccessibleName(tr("What people searched for"));
    m_searchTable->setEmptyText(tr("Nobody searched on these days"));
    if (m_shown) {
        showChips();
        take(*m_shown);
    }
}

void WebTab::setOptions(const SessionOptions& options)
{
    m_options = options;
    recount();
}

std::vector<ChoiceOf<SessionOptions>> WebTab::choices() const
{
    ChoiceOf<SessionOptions> unit {{.key = QStringLiteral("unit"), .title = tr("Sessions")}};
    unit.add(tr("on the web"), ofUnit(m_options, UnitKind::Session), m_options.unit == UnitKind::Session);
    unit.add(tr("visits to the clinic"), ofUnit(m_options, UnitKind::Visit),
             m_options.unit == UnitKind::Visit);
    std::vector<ChoiceOf<SessionOptions>> all {std::move(unit)};
    all.push_back(memberChoice<SessionOptions, EventField>(QStringLiteral("label"), tr("Rows"), m_options,
                                                           &SessionOptions::label,
                                                           {{EventField::Page, tr("page")},
                                                            {EventField::Type, tr("function")},
                                                            {EventField::Item, tr("item")},
                                                            {EventField::Channel, tr("channel")},
                                                            {EventField::Device, tr("device")}}));
    all.push_back(memberChoice<SessionOptions, bool>(
        QStringLiteral("people"), tr("Visitors"), m_options, &SessionOptions::includeAnonymous,
        {{true, tr("everybody")}, {false, tr("known customers")}}));
    return all;
}

void WebTab::showChips()
{
    showChoices(*chips(), choices());
}

void WebTab::choose(const QString& key, const QPoint& corner)
{
    openChoice(this, choices(), key, corner, [this](const SessionOptions& options) { setOptions(options); });
}

void WebTab::count()
{
    Shown asked {.snapshot = session().snapshot(), .options = m_options, .result = {}, .searches = {}};
    // Who looks at the web without a name is nobody's customer: a choice of customers leaves them out.
    const bool chosen = session().population() != session().everybody();
    if (chosen || !m_options.includeAnonymous) {
        asked.options.population = session().population();
    }
    if (const std::optional<DaySpan> days = session().days()) {
        asked.options.from = days->from;
        asked.options.to = days->to;
    }
    busy()->begin(tr("Reading the sessions"));
    session().jobs().run<Shown>(
        {this, jobKey(), tr("Reading the sessions")},
        [asked = std::move(asked)](Job& job) -> Result<Shown> {
            Shown shown = asked;
            Result<SessionResult> result = sessions(*shown.snapshot, shown.options, job);
            if (!result) {
                return result.error();
            }
            shown.result = *std::move(result);
            SessionOptions web = ofUnit(shown.options, UnitKind::Session);
            Result<std::vector<SearchRow>> words = searches(*shown.snapshot, web, job);
            if (!words) {
                return words.error();
            }
            shown.searches = *std::move(words);
            return shown;
        },
        [this](const Result<Shown>& shown) { take(shown); });
}

void WebTab::take(const Result<Shown>& shown)
{
    if (!isShown(shown ? nullptr : &shown.error())) {
        return;
    }
    m_shown = std::make_shared<const Shown>(*shown);
    m_card->setCaption(sessionCaption(m_shown->result));
    m_reading->setText(sentencesText(sessionFindings(m_shown->result, m_shown->options)));
    m_rows->setResult(m_shown->result, m_shown->options);
    m_searches->setSearches(m_shown->searches);
    m_searchCard->setVisible(m_shown->options.unit == UnitKind::Session);
    m_table->fitColumns();
    m_searchTable->fitColumns();
}

void WebTab::showPlace(int row, SessionPlace place)
{
    if (!m_shown || row < -1 || row >= static_cast<int>(m_shown->result.rows.size())) {
        return;
    }
    const QString title = sessionPlaceTitle(m_shown->result, m_shown->options, row, place);
    session().jobs().run<Bitset>(
        {this, jobKey() + QStringLiteral(".members"), tr("Finding the customers")},
        [shown = m_shown, row, place](Job& job) {
            return sessionMembers(*shown->snapshot, shown->options, shown->result, row, place, job);
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
