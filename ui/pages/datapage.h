// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

class QPushButton;

namespace meitrace {

class Card;
class CurrentStack;
class CustomersPanel;
class DataTable;
class DiaryTab;
class DictionaryTab;
class DropZone;
class FileTable;
class ImportEffectTable;
class KpiCard;
class MergeReviewTab;
class NamesTab;
class ProblemRows;
class ProgressRow;
class QualityPanel;
class QualityTab;
class RecipeTab;
class ReconcileTab;
struct QualityFinding;
class TabBar;
class WatchRow;

/// What the workspace was filled from, and where new files go.
class DataPage final : public Page {
    Q_OBJECT

public:
    explicit DataPage(Session& session, QWidget* parent = nullptr);

    void chooseFiles();
    /// Opens the wizard for these files.
    void importFiles(const QStringList& files);
    /// "import", "rows", "quality", "review", "totals", "names", "diary", "rules" or "dictionary"
    void goToPart(const QString& part) override;

protected:
    void refresh() override;
    void retranslate() override;

private:
    void report(const ImportReport& report);
    void reportTakenOut(const QString& file);
    void connectParts();
    void followImport();
    void takeOut();
    void showFinding(const QualityFinding& finding);
    void takeChecks();
    /// Before and after the last import of this session.
    void showEffect();

    TabBar* m_tabs;
    CurrentStack* m_stack;
    ProblemRows* m_problems;
    QualityTab* m_quality;
    MergeReviewTab* m_review;
    ReconcileTab* m_reconcile;
    NamesTab* m_names;
    DiaryTab* m_diary;
    RecipeTab* m_recipe;
    DictionaryTab* m_dictionary;
    QualityPanel* m_finding;
    CustomersPanel* m_customersPanel;
    DropZone* m_zone;
    QPushButton* m_choose;
    WatchRow* m_watch;
    ProgressRow* m_progress;
    KpiCard* m_customers;
    KpiCard* m_events;
    KpiCard* m_span;
    KpiCard* m_aside;
    Card* m_effectCard;
    DataTable* m_effectTable;
    ImportEffectTable* m_effect;
    QPushButton* m_toDiary;
    Card* m_card;
    FileTable* m_files;
    DataTable* m_table;
    QPushButton* m_takeOut;
};

}  // namespace meitrace
