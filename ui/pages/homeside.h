// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/analysisbook.h"
#include "analytics/workbench/overview.h"
#include "ui/theme/cellroles.h"
#include "ui/viewmodels/homeview.h"

#include <QWidget>

#include <functional>
#include <vector>

namespace meitrace {

class Card;

/// The column beside the trend of the home page: what stands out, what waits, which files came last.
class HomeSide final : public QWidget {
    Q_OBJECT

public:
    explicit HomeSide(QWidget* parent = nullptr);

    using QWidget::show;
    void show(const HomeState& state, const Overview& overview);
    /// Beside what the figures say; they come later.
    void showLooks(std::vector<HomeFinding> found);
    /// zone: of the times
    void showAnalyses(const std::vector<SavedAnalysis>& analyses, const Zone& zone);
    void retranslate();

signals:
    void pageRequested(const QString& id);
    void analysisRequested(const QString& kind, const QString& name);

private:
    /// One line of a card: sign, sentence, and where it leads or what is behind it.
    struct Line {
        Tone tone = Tone::Neutral;
        QString icon {};
        QString text {};
        QString detail {};              ///< a second, quieter line
        QString help {};                ///< behind "?"
        QString page {};                ///< that the line leads to; empty: nowhere
        QString name {};                ///< of the button
        std::function<void()> open {};  ///< instead of a page
    };

    void addLine(Card* card, const Line& line);
    void showFindings();
    void showTasks(std::int64_t rowsSetAside, std::int64_t pairs);
    void showFiles(const std::vector<ImportBatch>& batches);

    std::vector<HomeFinding> m_found;
    std::vector<HomeFinding> m_later;
    Card* m_findings;
    Card* m_tasks;
    Card* m_analyses;
    Card* m_files;
};

}  // namespace meitrace
