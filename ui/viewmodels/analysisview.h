// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/analysisbook.h"
#include "ui/viewmodels/readonlytable.h"

#include <QString>

namespace meitrace {

/// Saved analyses in words.

/// "Funnel", "Segments"
QString analysisKindName(std::string_view kind);
/// The page that shows analyses of the kind: "funnels", and the icon they have in lists
QString analysisPage(std::string_view kind);
QString analysisIcon(std::string_view kind);
/// "Arrived", "Lead → deal", "Segment: champions"
QString figureName(const AnalysisFigure& figure, const SavedAnalysis& of);
/// The value with its unit; a dash where it cannot be told.
QString figureText(const AnalysisFigure& figure);
/// "+12", "−1.4 points"; empty where nothing changed or nothing can be compared
QString figureChange(const FigurePair& pair);
/// A name for something that has none yet: "Lead → deal, last 90 days"
QString proposedAnalysisName(const AnalysisDefinition& definition);
/// The name of the audience that a rule is about; of other rules the rule.
QString setName(const std::string& rule);
/// "Saved Jun 30, data up to Jun 28"
QString savedWhenText(const SavedAnalysis& analysis, const Zone& zone);

/// The figures that changed, then and now side by side.
class ComparisonTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { Figure, Before, Now, Change, kColumns };

    explicit ComparisonTable(QObject* parent = nullptr);

    void setComparison(const AnalysisComparison& comparison);
    /// How many figures are as they were and stand in no row
    [[nodiscard]] int unchanged() const { return m_unchanged; }

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;

private:
    AnalysisComparison m_comparison;
    std::vector<FigurePair> m_pairs;
    int m_unchanged = 0;
};

}  // namespace meitrace
