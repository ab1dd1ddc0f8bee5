// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/savedbar.h"

#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/theme/theme.h"
#include "ui/viewmodels/analysisview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/label.h"
#include "ui/widgets/toast.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace meitrace {

AnalysisPeriod analysisPeriod(const ScopePeriod& period)
{
    AnalysisPeriod same;
    same.kind = static_cast<AnalysisPeriod::Kind>(period.kind);
    same.days = period.kind == ScopePeriod::Kind::LastDays ? period.days : 0;
    if (period.kind == ScopePeriod::Kind::Own) {
        same.from = period.own.from;
        same.to = period.own.to;
    }
    return same;
}

Scope scopeOf(const AnalysisDefinition& definition)
{
    const AnalysisPeriod& period = definition.period;
    Scope scope;
    scope.period.kind = static_cast<ScopePeriod::Kind>(period.kind);
    scope.period.days = period.days;
    if (period.kind == AnalysisPeriod::Kind::Own) {
        scope.period.own = {period.from, period.to};
    }
    scope.customers = definition.filter;
    return scope;
}

SavedBar::SavedBar(Session& session, QString kind, QWidget* parent, Travel travel)
    : QWidget(parent)
    , m_session(session)
    , m_kind(std::move(kind))
    , m_travel(travel)
    , m_menu(makeButton({}, ButtonKind::Ghost, QStringLiteral("folder")))
    , m_save(makeButton({}, ButtonKind::Secondary, QStringLiteral("save")))
    , m_below(new QWidget)
    , m_line(textLabel({}, TextRole::Caption))
    , m_again(makeButton({}, ButtonKind::Link))
    , m_card(new Card)
    , m_table(new DataTable)
    , m_figures(new ComparisonTable(this))
    , m_keep(makeButton({}, ButtonKind::Secondary, QStringLiteral("check")))
    , m_close(iconButton(QStringLiteral("close"), QString()))
{
    build();
    connect(m_menu, &QPushButton::clicked, this, &SavedBar::openMenu);
    connect(m_save, &QPushButton::clicked, this, &SavedBar::save);
    connect(m_keep, &QPushButton::clicked, this, &SavedBar::keepNew);
    connect(m_again, &QPushButton::clicked, this, [this] {
        if (m_open) {
            choose(*m_open);
        }
    });
    connect(m_close, &QPushButton::clicked, this, [this] {
        m_open.reset();
        showState();
    });
    connect(new QShortcut(QKeySequence::Save, this), &QShortcut::activated, this, &SavedBar::save);
    connect(new QShortcut(QKeySequence(Qt::Key_F2), this), &QShortcut::activated, this, &SavedBar::rename);
    connect(&session, &Session::analysesChanged, this, &SavedBar::reload);
    connect(&session, &Session::opened, this, [this] {
        m_open.reset();
        m_shown.reset();
        reload();
    });
    connect(&session, &Session::closed, this, [this] {
        m_list.clear();
        m_open.reset();
        setShown({});
    });
    connect(&session, &Session::analysisRequested, this, [this](const QString& wanted, const QString& name) {
        if (wanted == m_kind) {
            openAnalysis(name);
        }
    });
    showState();
}

void SavedBar::build()
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_menu);
    row->addWidget(m_save);
    m_menu->setObjectName(QStringLiteral("btn.saved"));
    m_save->setObjectName(QStringLiteral("btn.saveAnalysis"));
    m_keep->setObjectName(QStringLiteral("btn.keepFigures"));
    m_again->setObjectName(QStringLiteral("btn.asSaved"));
    m_close->setObjectName(QStringLiteral("btn.closeComparison"));
    m_line->setObjectName(QStringLiteral("text.savedState"));
    m_line->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("table.comparison"));
    m_table->setModel(m_figures);
    m_table->setShowsAllRows(true);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(ComparisonTable::Figure, QHeaderView::Stretch);
    auto* column = new QVBoxLayout(m_below);
    column->setContentsMargins(0, 0, 0, 0);
    auto* line = new QHBoxLayout;
    line->addWidget(m_line, 1);
    line->addWidget(m_again);
    column->addLayout(line);
    m_card->body()->addWidget(m_table);
    m_card->addAction(m_keep);
    m_card->addAction(m_close);
    column->addWidget(m_card);
    Theme::current().follow(this, [row, column, line] {
        const int gap = Theme::current().px(size::kGap8);
        row->setSpacing(gap);
        line->setSpacing(gap);
        column->setSpacing(gap);
    });
}

void SavedBar::retranslate()
{
    m_menu->setText(tr("Saved"));
    m_menu->setToolTip(tr("Open, rename or delete a saved analysis"));
    m_save->setText(tr("Save analysis"));
    m_save->setToolTip(tr("Keep what you see under a name: %1")
                           .arg(QKeySequence(QKeySequence::Save).toString(QKeySequence::NativeText)));
    m_again->setText(tr("Back to what was saved"));
    m_keep->setText(tr("Keep new figures"));
    m_close->setAccessibleName(tr("Close the comparison"));
    m_close->setToolTip(tr("Close the comparison"));
    m_table->setAccessibleName(tr("Figures when saved and now"));
    showState();
}

void SavedBar::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    reload();
}

void SavedBar::reload()
{
    if (!m_session.isOpen() || !isVisible()) {
        return;
    }
    using List = std::vector<SavedAnalysis>;
    m_session.look<List>(
        {this, QStringLiteral("savedAnalyses"), tr("Reading saved analyses")},
        [](Clinic& clinic, Job& job) -> Result<List> {
            static_cast<void>(job);
            return savedAnalyses(clinic);
        },
        [this](const Result<List>& all) {
            if (all) {
                take(*all);
            }
        });
}

void SavedBar::take(const std::vector<SavedAnalysis>& all)
{
    m_list.clear();
    std::copy_if(all.begin(), all.end(), std::back_inserter(m_list), [this](const SavedAnalysis& analysis) {
        return QString::fromStdString(analysis.kind) == m_kind;
    });
    if (m_open) {
        const auto same = std::find_if(m_list.begin(), m_list.end(), [this](const SavedAnalysis& analysis) {
            return analysis.id == m_open->id;
        });
        m_open = same == m_list.end() ? std::nullopt : std::optional(*same);
    }
    showState();
}

void SavedBar::setShown(std::optional<ShownAnalysis> shown)
{
    m_shown = std::move(shown);
    showState();
}

void SavedBar::openMenu()
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("menu.saved"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const SavedAnalysis& analysis : m_list) {
        QString name = fromUtf8(analysis.name);
        QAction* action = menu->addAction(QStringLiteral("%1\t%2").arg(
            name.replace(u'&', QStringLiteral("&&")), dayText(analysis.outcome.asOf)));
        action->setCheckable(true);
        action->setChecked(m_open && m_open->id == analysis.id);
        connect(action, &QAction::triggered, this, [this, analysis] { choose(analysis); });
    }
    if (m_list.empty()) {
        menu->addAction(tr("Nothing is saved yet"))->setEnabled(false);
        menu->addAction(tr("“Save analysis” keeps what you see, to look at again with newer data"))
            ->setEnabled(false);
    } else {
        menu->addSeparator();
        const QString name = m_open ? fromUtf8(m_open->name) : QString();
        const auto add = [&](const QString& text, const QKeySequence& key, void (SavedBar::*slot)()) {
            QAction* action = menu->addAction(text);
            action->setShortcut(key);
            action->setEnabled(m_open.has_value());
            connect(action, &QAction::triggered, this, slot);
        };
        add(m_open ? tr("Rename “%1”…").arg(name) : tr("Rename…"), QKeySequence(Qt::Key_F2),
            &SavedBar::rename);
        add(m_open ? tr("Delete “%1”").arg(name) : tr("Delete"), {}, &SavedBar::remove);
    }
    menu->popup(m_menu->mapToGlobal(QPoint(0, m_menu->height())));
}

void SavedBar::openAnalysis(const QString& name)
{
    m_session.look<SavedAnalysis>(
        {this, QStringLiteral("openAnalysis"), tr("Reading saved analyses")},
        [wanted = name.toStdString()](Clinic& clinic, Job& job) -> Result<SavedAnalysis> {
            static_cast<void>(job);
            return savedAnalysis(clinic, wanted);
        },
        [this](const Result<SavedAnalysis>& saved) {
            if (saved) {
                choose(*saved);
            } else {
                Toast::show(window(), sentence(saved.error()));
            }
        });
}

void SavedBar::choose(const SavedAnalysis& analysis)
{
    const Result<AnalysisDefinition> definition = parseDefinition(analysis.definition);
    m_open = analysis;
    m_shown.reset();
    showState();
    if (!definition) {
        Toast::show(window(), sentence(definition.error()));
        return;
    }
    if (m_travel == Travel::WithPages) {
        m_session.setScope(scopeOf(*definition));
    }
    emit chosen(*definition);
}

void SavedBar::showState()
{
    m_save->setEnabled(m_shown.has_value());
    const bool isAsked = m_open && m_shown;
    const bool isSameQuestion = isAsked && printed(m_shown->definition) == m_open->definition;
    const bool isSame = isSameQuestion && m_shown->outcome.digest == m_open->outcome.digest;
    m_below->setVisible(isAsked);
    m_card->setVisible(isSameQuestion && !isSame);
    m_again->setVisible(isAsked && !isSameQuestion);
    m_line->setVisible(isAsked && (isSame || !isSameQuestion));
    if (!isAsked) {
        return;
    }
    const QString name = fromUtf8(m_open->name);
    m_line->setText(isSame ? tr("“%1”: unchanged since %2").arg(name, dayText(m_open->outcome.asOf))
                           : tr("“%1” was saved with other settings").arg(name));
    if (!m_card->isHidden()) {
        m_figures->setComparison({*m_open, m_shown->outcome});
        m_card->setTitle(tr("“%1”: the data have changed since it was saved").arg(name));
        m_card->setCaption(
            m_figures->rowCount() == 0
                ? tr("All main figures are as they were; other customers are behind them.")
                : tr("%1. Main figures as they were: %2")
                      .arg(savedWhenText(*m_open, m_session.zone()), countText(m_figures->unchanged())));
        m_table->setVisible(m_figures->rowCount() > 0);
        m_table->fitColumns();
    }
}

}  // namespace meitrace
