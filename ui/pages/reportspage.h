// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/pages/papersending.h"
#include "ui/report/journeydata.h"
#include "ui/report/reportdocument.h"

#include <memory>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QPrinter;
class QPushButton;

namespace meitrace {

class BusyOverlay;
class Card;
class EmptyState;
class PaperView;

/// Reports as they will be printed: choose the period, look at the pages, print them or save them as PDF.
class ReportsPage final : public Page {
    Q_OBJECT

public:
    explicit ReportsPage(Session& session, QWidget* parent = nullptr);

    /// The pages on show; nullptr before the first.
    [[nodiscard]] const ReportDocument* document() const { return m_document.get(); }
    /// Writes the PDF and says in the notice how it went.
    void saveTo(const QString& path);
    /// Asks for a printer; says so where there is none.
    void print();
    /// Sends the pages there and says how it went.
    void printOn(QPrinter& printer);

protected:
    void refresh() override;
    void retranslate() override;

private:
    void buildParts();
    void fillKinds();
    void fillPeriods();
    void make();
    void take(const Result<JourneyData>& made);
    void showEmpty(const QString& sentence, const QString& action);
    void askWhereToSave();
    void say(const PaperSent& sent);

    QComboBox* m_kind;
    QComboBox* m_period;
    QComboBox* m_compare;
    QLabel* m_kindLabel;
    QLabel* m_periodLabel;
    QLabel* m_compareLabel;
    QLabel* m_note;
    QPushButton* m_print;
    QPushButton* m_save;
    Card* m_choices;
    Card* m_preview;
    PaperView* m_view;
    EmptyState* m_empty;
    BusyOverlay* m_busy;
    std::vector<ReportPeriod> m_periods;  ///< of the entries of m_period
    std::optional<DaySpan> m_days;        ///< of all pages, when the list was filled
    std::shared_ptr<const ReportDocument> m_document;
    QString m_fileName;  ///< proposed for saving
    bool m_hasData = false;
};

}  // namespace meitrace
