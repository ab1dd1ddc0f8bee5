// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/analysisbook.h"
#include "ui/session/session.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;

namespace meitrace {

class Card;
class ComparisonTable;
class DataTable;

/// The days and customers of a scope as an analysis remembers them, and back.
AnalysisPeriod analysisPeriod(const ScopePeriod& period);
Scope scopeOf(const AnalysisDefinition& definition);

/// What a page has on show, as it can be saved.
struct ShownAnalysis {
    AnalysisDefinition definition;
    AnalysisOutcome outcome;
};

/// The saved analyses of a page: "Saved" and "Save analysis" for its header, and below() for its body, which
/// says how a saved one that is open stands to the data of now.
///     header()->addAction(m_saved);  body()->insertWidget(0, m_saved->below());
///     connect(m_saved, &SavedBar::chosen, this, &Page::setDefinition);
///     m_saved->setShown(shown);      // whenever the page shows another result
class SavedBar final : public QWidget {
    Q_OBJECT

public:
    /// Whether the days and filters of a saved one become those of all pages.
    enum class Travel : std::uint8_t { WithPages, Alone };

    /// kind: as kindOf()
    SavedBar(Session& session, QString kind, QWidget* parent = nullptr, Travel travel = Travel::WithPages);

    [[nodiscard]] QWidget* below() const { return m_below; }
    void setShown(std::optional<ShownAnalysis> shown);
    void retranslate();

    void openAnalysis(const QString& name);
    /// Asks for a name and saves what is on show.
    void save();
    /// Asks for another name of the one that is open.
    void rename();
    void remove();
    void keepNew();

signals:
    /// The page asks this now; days and filters that travel have gone to the session.
    void chosen(const meitrace::AnalysisDefinition& definition);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void reload();
    void take(const std::vector<SavedAnalysis>& all);
    void openMenu();
    void choose(const SavedAnalysis& analysis);
    void showState();
    /// Changes the book in a job, notes it for undo and says it in a toast.
    void change(const QString& title, std::function<Result<AnalysisChange>(Clinic&)> work,
                std::function<std::pair<QString, QString>(const AnalysisChange&)> words);

    Session& m_session;
    QString m_kind;
    Travel m_travel;
    std::vector<SavedAnalysis> m_list;
    std::optional<SavedAnalysis> m_open;
    std::optional<ShownAnalysis> m_shown;
    QPushButton* m_menu;
    QPushButton* m_save;
    QWidget* m_below;
    QLabel* m_line;
    QPushButton* m_again;
    Card* m_card;
    DataTable* m_table;
    ComparisonTable* m_figures;
    QPushButton* m_keep;
    QPushButton* m_close;
};

}  // namespace meitrace
