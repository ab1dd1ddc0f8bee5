// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/pathtab.h"

#include "ui/charts/sankey.h"
#include "ui/pages/activitychoices.h"
#include "ui/pages/charttoggle.h"
#include "ui/text/figures.h"
#include "ui/viewmodels/pathview.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace meitrace {

namespace {

constexpr int kUsualSteps = 5;

}  // namespace

PathTab::PathTab(Session& session, QWidget* parent)
    : AnalysisTab(QStringLiteral("paths"), QStringLiteral("journey"), session, parent)
    , m_findings(textLabel({}, TextRole::Body))
    , m_chartCard(new Card)
    , m_chart(new Sankey)
    , m_toggle(new ChartToggle(m_chartCard, m_chart))
    , m_routeCard(new Card)
    , m_routeFigures(textLabel({}, TextRole::Body))
    , m_routePeople(makeButton({}, ButtonKind::Primary, QStringLiteral("customers")))
{
    m_options.steps = kUsualSteps;
    m_options.activities.labels = leftOutRules(m_hidden);
    m_findings->setWordWrap(true);
    m_findings->setObjectName(QStringLiteral("text.pathFindings"));
    m_routePeople->setObjectName(QStringLiteral("btn.routeCustomers"));
    m_routeFigures->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->addWidget(m_routeFigures, 1);
    row->addWidget(m_routePeople);
    m_routeCard->body()->addLayout(row);
    m_routeCard->hide();
    body()->addWidget(m_findings);
    body()->addWidget(m_chartCard, 1);
    body()->addWidget(m_routeCard);
    connect(m_chart, &Chart::activated, this, &PathTab::clickPart);
    connect(m_chart, &Chart::selectionChanged, this, [this] {
        if (m_chart->selection().isEmpty()) {
            m_place = {};
            m_routeCard->hide();
        }
    });
    connect(m_routePeople, &QPushButton::clicked, this,
            [this] { emit customersRequested(m_members, m_routeCard->title()); });
}

void PathTab::retranslate()
{
    m_chartCard->setHelp(
        tr("Each column is a step; a band is as wide as the number of paths that go from one step to "
           "the next. Click steps to follow a route, Esc lets go of it."));
    m_chart->setHint(tr("Click to follow this way"));
    m_routePeople->setText(tr("See the customers"));
    m_toggle->retranslate();
    if (m_shown) {
        showChips();
        take(*m_shown);
    }
}

void PathTab::setOptions(const PathOptions& options)
{
    m_options = options;
    recount();
}

std::vector<ChoiceOf<PathOptions>> PathTab::choices() const
{
    ChoiceOf<PathOptions> start {{.key = QStringLiteral("start"), .title = tr("Start")}};
    ChoiceOf<PathOptions> end {{.key = QStringLiteral("end"), .title = tr("Goal")}};
    PathOptions chosen = m_options;
    chosen.start.clear();
    start.add(tr("first step"), chosen, m_options.start.empty());
    chosen = m_options;
    chosen.end.clear();
    end.add(tr("any"), chosen, m_options.end.empty());
    addEvents(start, m_options, m_options.start,
              [](PathOptions& options, const std::string& type) { options.start = type; });
    addEvents(end, m_options, m_options.end,
              [](PathOptions& options, const std::string& type) { options.end = type; });
    std::vector<ChoiceOf<PathOptions>> all {std::move(start), std::move(end)};
    std::vector<std::pair<int, QString>> steps;
    for (const int count : {kUsualSteps, 3, 4, 6, 7, 8, 10, 12}) {
        steps.emplace_back(count, countText(count));
    }
    all.push_back(memberChoice<PathOptions, int>(QStringLiteral("steps"), tr("Steps"), m_options,
                                                 &PathOptions::steps, steps));
    addPartChoices(all, m_options, &PathOptions::activities, activityChoices(m_options.activities));
    all.push_back(memberChoice<PathOptions, int>(
        QStringLiteral("top"), tr("Names per step"), m_options, &PathOptions::top,
        {{8, countText(8)}, {4, countText(4)}, {6, countText(6)}, {12, countText(12)}, {16, countText(16)}}));
    return all;
}

void PathTab::showChips()
{
    const std::vector<ChoiceOf<PathOptions>> all = choices();
    std::vector<const Choice*> plain;
    plain.reserve(all.size() + 1);
    for (const Choice& choice : all) {
        plain.push_back(&choice);
    }
    const Choice hidden = leftOutChoice(m_hidden);
    plain.push_back(&hidden);
    showChoiceChips(*chips(), plain);
}

void PathTab::choose(const QString& key, const QPoint& corner)
{
    if (key == QLatin1String("hidden")) {
        openLeftOut(this, session().overview(), m_hidden, corner, [this](const QStringList& types) {
            m_hidden = types;
            m_options.activities.labels = leftOutRules(types);
            recount();
        });
    } else {
        openChoice(this, choices(), key, corner, [this](const PathOptions& options) { setOptions(options); });
    }
}

void PathTab::count()
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
            Result<PathResult> result = paths(*asked.snapshot, asked.options, job);
            if (!result) {
                return result.error();
            }
            return Shown {asked.snapshot, asked.options, *std::move(result)};
        },
        [this](const Result<Shown>& shown) { take(shown); });
}

void PathTab::take(const Result<Shown>& shown)
{
    if (!isShown(shown ? nullptr : &shown.error())) {
        return;
    }
    m_shown = std::make_shared<const Shown>(*shown);
    const QString title = pathTitle(m_shown->options);
    m_chartCard->setTitle(title);
    m_chartCard->setCaption(pathCaption(m_shown->result, m_shown->options));
    m_chart->setAccessibleName(title);
    const QString findings = sentencesText(pathFindings(m_shown->result, m_shown->options));
    m_findings->setText(findings);
    m_chart->setSummary(findings);
    m_chart->setSelection({});
    m_chart->setData(pathChartOf(m_shown->result, m_shown->options));
    m_chart->updateGeometry();
    m_toggle->refresh();
}

/// A node joins the route in the place of the one of its column; the one that is there leaves it.
void PathTab::clickPart(const RegionId& id)
{
    if (!m_shown) {
        return;
    }
    if (id.part == Sankey::Link) {
        select({.nodes = {}, .link = id.row});
        return;
    }
    PathPlace place {.nodes = m_place.nodes, .link = -1};
    const auto stepOf = [&](int node) { return m_shown->result.nodes[static_cast<std::size_t>(node)].step; };
    const bool wasThere = std::find(place.nodes.begin(), place.nodes.end(), id.row) != place.nodes.end();
    std::erase_if(place.nodes, [&](int node) { return stepOf(node) == stepOf(id.row); });
    if (!wasThere) {
        place.nodes.push_back(id.row);
    }
    select(place);
}

void PathTab::select(const PathPlace& place)
{
    m_place = place;
    QVector<RegionId> lit;
    for (const int node : place.nodes) {
        lit.append(m_chart->nodeId(node));
    }
    if (place.link >= 0) {
        const PathLink& link = m_shown->result.links[static_cast<std::size_t>(place.link)];
        lit.append({place.link, m_chart->nodeId(link.from).column, Sankey::Link});
    }
    m_chart->setSelection(lit);
    if (!lit.isEmpty()) {
        showRoute();
    }
}

void PathTab::showRoute()
{
    std::vector<int> nodes = m_place.nodes;
    if (m_place.link >= 0) {
        const PathLink& link = m_shown->result.links[static_cast<std::size_t>(m_place.link)];
        nodes = {link.from, link.to};
    }
    m_routeCard->setTitle(routeText(m_shown->result, m_shown->options, nodes));
    m_routeFigures->clear();
    m_routePeople->setEnabled(false);
    m_routeCard->show();
    session().jobs().run<Bitset>(
        {this, jobKey() + QStringLiteral(".members"), tr("Finding the customers")},
        [shown = m_shown, place = m_place](Job& job) {
            return pathMembers(*shown->snapshot, shown->options, shown->result, place, job);
        },
        [this, snapshot = m_shown->snapshot](const Result<Bitset>& members) {
            takeRoute(members, snapshot);
        });
}

void PathTab::takeRoute(const Result<Bitset>& members, const SnapshotPtr& snapshot)
{
    if (!members) {
        if (members.error().code != ErrorCode::Cancelled) {
            emit failed(members.error());
        }
        return;
    }
    if (snapshot != session().snapshot()) {
        return;
    }
    m_members = *members;
    const Index customers = m_members.count();
    const double share = m_shown->result.customers > 0
        ? static_cast<double>(customers) / static_cast<double>(m_shown->result.customers)
        : 0;
    m_routeFigures->setText(
        tr("%1 went this way, %2 of all in this chart").arg(customersText(customers), percentText(share)));
    m_routePeople->setEnabled(customers > 0);
}

}  // namespace meitrace
