// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/attributiontab.h"

#include "ui/charts/barchart.h"
#include "ui/pages/charttoggle.h"
#include "ui/text/channeltext.h"
#include "ui/text/figures.h"
#include "ui/theme/theme.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace meitrace {

namespace {

constexpr int kReadingWidth = 360;
constexpr int kChartHeight = 300;

std::string typeOf(const EventPredicate& predicate)
{
    return predicate.clauses.empty() ? std::string() : predicate.clauses.front().type;
}

}  // namespace

AttributionTab::AttributionTab(Session& session, QWidget* parent)
    : AnalysisTab(QStringLiteral("attribution"), QStringLiteral("channels"), session, parent)
    , m_chartCard(new Card)
    , m_chart(new BarChart)
    , m_toggle(new ChartToggle(m_chartCard, m_chart))
    , m_unit(new SegmentedControl)
    , m_readingCard(new Card)
    , m_reading(textLabel({}, TextRole::Body))
    , m_tableCard(new Card)
    , m_models(new SegmentedControl)
    , m_table(new DataTable)
    , m_credits(new AttributionTable(this))
    , m_routeCard(new Card)
    , m_routeTable(new DataTable)
    , m_routes(new RouteTable(this))
{
    m_chart->setObjectName(QStringLiteral("chart.attribution"));
    m_unit->setObjectName(QStringLiteral("choice.attributionUnit"));
    m_models->setObjectName(QStringLiteral("choice.models"));
    m_table->setObjectName(QStringLiteral("table.attribution"));
    m_routeTable->setObjectName(QStringLiteral("table.routes"));
    m_table->setModel(m_credits);
    m_table->setShowsAllRows(true);
    m_table->setSortingEnabled(false);
    m_routeTable->setModel(m_routes);
    m_routeTable->setShowsAllRows(true);
    m_routeTable->setSortingEnabled(false);
    m_chartCard->addAction(m_unit);
    m_tableCard->addAction(m_models);
    m_tableCard->body()->addWidget(m_table);
    m_routeCard->body()->addWidget(m_routeTable);
    m_reading->setWordWrap(true);
    m_reading->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_readingCard->body()->addWidget(m_reading);
    m_readingCard->body()->addStretch(1);
    auto* pair = new QHBoxLayout;
    pair->setSpacing(size::kCardGap);
    pair->addWidget(m_chartCard, 1);
    pair->addWidget(m_readingCard);
    body()->addLayout(pair);
    body()->addWidget(m_tableCard);
    body()->addWidget(m_routeCard);
    body()->addStretch(1);
    Theme::current().follow(this, [this] {
        m_readingCard->setFixedWidth(Theme::current().px(kReadingWidth));
        m_chart->setMinimumHeight(Theme::current().px(kChartHeight));
    });
    connect(m_unit, &SegmentedControl::currentChanged, this, &AttributionTab::showTables);
    connect(m_models, &SegmentedControl::currentChanged, this, &AttributionTab::showTables);
    connect(m_table, &DataTable::clicked, this, &AttributionTab::openCredit);
    connect(m_table, &DataTable::rowActivated, this,
            [this](int row) { showPlace({.channel = m_credits->channelAt(row)}); });
    const auto openRoute = [this](int row) { showPlace({.route = row}); };
    connect(m_routeTable, &DataTable::rowActivated, this, openRoute);
    connect(m_routeTable, &DataTable::clicked, this, [this](const QModelIndex& index) {
        const bool lost = index.column() == RouteTable::Lost;
        showPlace({.end = lost ? TouchPath::End::Lost : TouchPath::End::Converted, .route = index.row()});
    });
    connect(m_chart, &Chart::activated, this,
            [this](const RegionId& bar) { showPlace({.channel = bar.row}); });
}

void AttributionTab::retranslate()
{
    m_chartCard->setTitle(tr("Credit of the channels"));
    m_chart->setAccessibleName(tr("Credit of the channels"));
    m_chart->setHint(tr("Click to see the customers"));
    m_unit->setChoices({tr("Conversions"), tr("Money")});
    m_readingCard->setTitle(tr("What this says"));
    m_tableCard->setTitle(tr("All models side by side"));
    m_tableCard->setHelp(
        tr("Each model divides the same conversions among the channels of the touches before "
           "them. Where they agree, the order is sound; where they do not, no model is the "
           "true one."));
    m_models->setChoices({tr("Main models"), tr("All models")});
    m_table->setAccessibleName(tr("All models side by side"));
    m_routeCard->setTitle(tr("Most frequent paths through the channels"));
    m_routeTable->setAccessibleName(tr("Most frequent paths through the channels"));
    m_routeTable->setEmptyText(tr("No conversion has a touch before it"));
    m_toggle->retranslate();
    if (m_shown) {
        showChips();
        take(*m_shown);
    }
}

void AttributionTab::setOptions(const AttributionOptions& options)
{
    m_options = options;
    m_isChosen = true;
    recount();
}

/// The first kind of event in the data of those a clinic takes for a conversion.
void AttributionTab::useUsualConversion()
{
    const std::vector<std::string> known = eventTypes();
    for (const char* type : {"deal", "bill", "arrive", "lead"}) {
        if (std::find(known.begin(), known.end(), type) != known.end()) {
            m_options.touches.conversion = {{{.type = type}}};
            return;
        }
    }
}

std::vector<ChoiceOf<AttributionOptions>> AttributionTab::choices() const
{
    ChoiceOf<AttributionOptions> conversion {
        {.key = QStringLiteral("conversion"), .title = tr("Conversion")}};
    addEvents(conversion, m_options, typeOf(m_options.touches.conversion),
              [](AttributionOptions& options, const std::string& type) {
                  options.touches.conversion = {{{.type = type}}};
              });
    std::vector<ChoiceOf<AttributionOptions>> all {std::move(conversion)};
    std::vector<ChoiceOf<TouchOptions>> touches;
    touches.push_back(memberChoice<TouchOptions, ConversionScope>(
        QStringLiteral("scope"), tr("Counts"), m_options.touches, &TouchOptions::scope,
        {{ConversionScope::First, tr("the first of each customer")},
         {ConversionScope::Every, tr("every one")},
         {ConversionScope::Repeat, tr("those after the first")}}));
    touches.push_back(memberChoice<TouchOptions, int>(QStringLiteral("window"), tr("Touches of"),
                                                      m_options.touches, &TouchOptions::windowDays,
                                                      {{90, tr("90 days before")},
                                                       {30, tr("30 days before")},
                                                       {60, tr("60 days before")},
                                                       {180, tr("180 days before")},
                                                       {365, tr("365 days before")}}));
    touches.push_back(memberChoice<TouchOptions, DirectTouches>(
        QStringLiteral("direct"), tr("Direct visits"), m_options.touches, &TouchOptions::direct,
        {{DirectTouches::LastNonDirect, tr("never the last touch")},
         {DirectTouches::Drop, tr("left out")},
         {DirectTouches::Keep, tr("as any other")}}));
    touches.push_back(memberChoice<TouchOptions, TouchRepeats>(
        QStringLiteral("repeats"), tr("Repeats"), m_options.touches, &TouchOptions::repeats,
        {{TouchRepeats::Collapse, tr("in a row are one")},
         {TouchRepeats::Keep, tr("all count")},
         {TouchRepeats::First, tr("only the first time")}}));
    addPartChoices(all, m_options, &AttributionOptions::touches, std::move(touches));
    all.push_back(memberChoice<AttributionOptions, int>(
        QStringLiteral("order"), tr("Markov looks back"), m_options, &AttributionOptions::order,
        {{1, tr("one channel")}, {2, tr("two channels")}, {3, tr("three channels")}}));
    return all;
}

void AttributionTab::showChips()
{
    if (!m_isChosen) {
        useUsualConversion();
    }
    showChoices(*chips(), choices());
}

void AttributionTab::choose(const QString& key, const QPoint& corner)
{
    openChoice(this, choices(), key, corner,
               [this](const AttributionOptions& options) { setOptions(options); });
}

void AttributionTab::count()
{
    Shown asked {.snapshot = session().snapshot(), .options = m_options, .result = {}};
    TouchOptions& touches = asked.options.touches;
    touches.population = session().population();
    if (const std::optional<DaySpan> days = session().days()) {
        touches.from = days->from;
        touches.to = days->to;
    }
    busy()->begin(tr("Dividing the credit"));
    session().jobs().run<Shown>(
        {this, jobKey(), tr("Dividing the credit")},
        [asked = std::move(asked)](Job& job) -> Result<Shown> {
            Result<AttributionResult> result = attribution(*asked.snapshot, asked.options, job);
            if (!result) {
                return result.error();
            }
            return Shown {asked.snapshot, asked.options, *std::move(result)};
        },
        [this](const Result<Shown>& shown) { take(shown); });
}

void AttributionTab::take(const Result<Shown>& shown)
{
    if (!isShown(shown ? nullptr : &shown.error())) {
        return;
    }
    m_shown = std::make_shared<const Shown>(*shown);
    m_chartCard->setCaption(attributionCaption(m_shown->result, m_shown->options));
    const QStringList findings = attributionFindings(m_shown->result);
    m_reading->setText(findings.join(QStringLiteral("\n\n")));
    m_chart->setSummary(sentencesText(findings));
    m_routes->setResult(m_shown->result);
    m_routeTable->fitColumns(900);
    showTables();
}

void AttributionTab::showTables()
{
    if (!m_shown) {
        return;
    }
    const auto unit
        = m_unit->current() == 1 ? AttributionTable::Unit::Money : AttributionTable::Unit::Conversions;
    m_chart->setData(attributionBars(m_shown->result, unit));
    m_credits->setResult(m_shown->result, unit, m_models->current() == 1);
    m_table->fitColumns();
    m_toggle->refresh();
}

void AttributionTab::openCredit(const QModelIndex& index)
{
    const std::optional<CreditModel> model = m_credits->modelAt(index.column());
    const auto role = model == CreditModel::First ? AttributionPlace::Role::First
        : model == CreditModel::Last              ? AttributionPlace::Role::Last
                                                  : AttributionPlace::Role::Any;
    showPlace({.channel = m_credits->channelAt(index.row()), .role = role});
}

void AttributionTab::showPlace(const AttributionPlace& place)
{
    if (!m_shown) {
        return;
    }
    session().jobs().run<Bitset>(
        {this, jobKey() + QStringLiteral(".members"), tr("Finding the customers")},
        [shown = m_shown, place](Job& job) {
            return attributionMembers(*shown->snapshot, shown->options, shown->result, place, job);
        },
        [this, shown = m_shown, place](const Result<Bitset>& members) {
            if (members && shown->snapshot == session().snapshot()) {
                emit customersRequested(*members, attributionPlaceTitle(shown->result, place));
            } else if (!members && members.error().code != ErrorCode::Cancelled) {
                emit failed(members.error());
            }
        });
}

}  // namespace meitrace
