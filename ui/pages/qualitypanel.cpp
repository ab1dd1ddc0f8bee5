// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/qualitypanel.h"

#include "ui/charts/barchart.h"
#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/text/qualitytext.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/label.h"
#include "ui/widgets/sidepanel.h"

#include <QDate>
#include <QEvent>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace meitrace {

namespace {

constexpr int kPanelWidth = 500;
constexpr int kWidestColumn = 220;
constexpr std::int64_t kMostRows = 10'000;
constexpr std::size_t kMostMonths = 12;
constexpr int kMostPlaces = 12;

QString monthText(Day month)
{
    const CivilDate date = civilFromDay(month);
    return QLocale().toString(QDate(date.year, date.month, 1), QStringLiteral("yyyy-MM"));
}

}  // namespace

QualityPanel::QualityPanel(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_panel(new SidePanel)
    , m_count(textLabel({}, TextRole::Kpi))
    , m_meaning(textLabel({}, TextRole::Body))
    , m_advice(textLabel({}, TextRole::Quiet))
    , m_trendTitle(textLabel({}, TextRole::Caption))
    , m_trend(new BarChart)
    , m_places(textLabel({}, TextRole::Body))
    , m_table(new DataTable)
    , m_rows(new QualityRowTable(this))
    , m_note(textLabel({}, TextRole::Caption))
    , m_aside(makeButton({}, ButtonKind::Secondary, QStringLiteral("data")))
{
    setObjectName(QStringLiteral("panel.quality"));
    m_table->setObjectName(QStringLiteral("table.checkRows"));
    m_trend->setObjectName(QStringLiteral("chart.checkTrend"));
    m_aside->setObjectName(QStringLiteral("btn.showAside"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, size::kGap20, size::kGap20, size::kGap20);
    outer->addWidget(m_panel);
    m_panel->setPanelWidth(kPanelWidth);
    for (QLabel* label : {m_meaning, m_advice, m_places, m_note, m_trendTitle}) {
        label->setWordWrap(true);
    }
    m_table->setModel(m_rows);
    for (QWidget* widget :
         std::initializer_list<QWidget*> {m_count, m_meaning, m_advice, m_trendTitle, m_trend, m_places}) {
        m_panel->body()->addWidget(widget);
    }
    m_panel->body()->addWidget(m_table, 1);
    m_panel->body()->addStretch();
    m_panel->foot()->addWidget(m_note);
    m_panel->foot()->addWidget(m_aside);
    connect(m_panel, &SidePanel::closed, this, [this] {
        hide();
        emit closed();
    });
    connect(m_aside, &QPushButton::clicked, this, &QualityPanel::asideRequested);
    connect(&session, &Session::snapshotChanged, this, [this] { hide(); });
    retranslate();
    hide();
}

void QualityPanel::retranslate()
{
    m_table->setAccessibleName(tr("Rows behind the check"));
    m_table->setEmptyText(tr("No row in force"));
    m_trend->setAccessibleName(tr("Found by month"));
    m_aside->setText(tr("Rows set aside"));
}

void QualityPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        hide();
    }
}

void QualityPanel::showFinding(const QualityFinding& finding)
{
    m_finding = finding;
    m_panel->setTitle(checkName(finding.id));
    m_count->setText(checkCountText(finding));
    m_meaning->setText(checkMeaning(finding.id));
    m_advice->setText(checkAdvice(finding.id));
    showTrend(finding);
    QStringList places = checkPlaces(finding, m_session.overview().batches);
    if (places.size() > kMostPlaces) {
        const auto rest = places.size() - kMostPlaces;
        places = places.mid(0, kMostPlaces);
        places << tr("and %1 more").arg(countText(rest));
    }
    m_places->setText(places.join(u'\n'));
    m_places->setVisible(!places.isEmpty());
    const QualityRule* rule = qualityRuleById(finding.id);
    const bool hasRows = rule != nullptr && !rule->parts.empty();
    m_aside->setVisible(rule != nullptr && !rule->asideRules.empty());
    m_table->setVisible(false);
    m_note->clear();
    m_note->hide();
    m_panel->show();
    show();
    if (hasRows) {
        m_session.look<std::vector<QualityRow>>(
            {this, QStringLiteral("qualityRows"), tr("Listing rows")},
            [id = finding.id](Clinic& clinic, Job& job) { return qualityRows(clinic, id, kMostRows, job); },
            [this](const Result<std::vector<QualityRow>>& rows) { takeRows(rows); });
    }
}

void QualityPanel::showTrend(const QualityFinding& finding)
{
    BarData bars;
    BarSeries series;
    series.name = checkName(finding.id);
    auto month = finding.byMonth.begin();
    if (finding.byMonth.size() > kMostMonths) {
        std::advance(month, static_cast<std::ptrdiff_t>(finding.byMonth.size() - kMostMonths));
    }
    for (; month != finding.byMonth.end(); ++month) {
        bars.categories << monthText(month->first);
        series.values << static_cast<double>(month->second);
    }
    bars.series << series;
    bars.categoryHeader = tr("Month");
    const bool isTrend = bars.categories.size() > 1;
    m_trend->setVisible(isTrend);
    m_trendTitle->setVisible(isTrend);
    m_trendTitle->setText(finding.undated == finding.count ? tr("By the month the file was loaded")
                                                           : tr("By month"));
    if (isTrend) {
        m_trend->setData(bars);
    }
}

void QualityPanel::takeRows(const Result<std::vector<QualityRow>>& rows)
{
    if (!rows) {
        m_note->setText(sentence(rows.error()));
        m_note->show();
        return;
    }
    m_rows->setRows(*rows, m_session.overview().batches, m_session.snapshot()->frame().zone);
    m_table->setVisible(!rows->empty());
    m_table->fitColumns(kWidestColumn);
    const auto shown = static_cast<std::int64_t>(rows->size());
    m_note->setVisible(shown < m_finding.count);
    m_note->setText(
        shown == kMostRows
            ? tr("The first %1 rows").arg(countText(shown))
            : tr("%1 rows were set aside; they are not listed here").arg(countText(m_finding.count - shown)));
}

}  // namespace meitrace
