// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/overview.h"
#include "analytics/workbench/reconcile.h"
#include "models/domain/kind.h"
#include "ui/viewmodels/filenames.h"
#include "ui/viewmodels/readonlytable.h"

#include <memory>

namespace meitrace {

/// A number of a field as people read it: money, pieces or a count.
QString fieldNumberText(const KindSpec& kind, std::string_view field, std::int64_t number);

/// What the files state, beside what their rows come to: what differs first.
class TotalTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { File, Line, Word, Figure, Stated, Rows, Difference, State, kColumns };

    explicit TotalTable(QObject* parent = nullptr);

    void setReport(const std::shared_ptr<const ReconcileReport>& report);

protected:
    [[nodiscard]] int count() const override { return static_cast<int>(m_places.size()); }
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    struct Place {
        const FileReconciliation* file = nullptr;
        const FileTotal* total = nullptr;
    };

    std::shared_ptr<const ReconcileReport> m_report;
    std::vector<Place> m_places;
};

/// Balances of cards that do not follow from what was bought and used.
class CardDifferenceTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { File, Row, Customer, Card, Item, Bought, Gift, Used, Remaining, Difference, kColumns };

    explicit CardDifferenceTable(QObject* parent = nullptr);

    void setReport(const std::shared_ptr<const ReconcileReport>& report,
                   const std::vector<ImportBatch>& batches);

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column == Row || column >= Bought; }

private:
    std::shared_ptr<const ReconcileReport> m_report;
    FileNames m_files;
};

/// What every load changed, the newest first.
class DiaryTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { When, File, Days, Fresh, Changed, Again, Aside, Vanished, Customers, Past, kColumns };

    explicit DiaryTable(QObject* parent = nullptr);

    /// zone: of the times
    void setEntries(std::vector<DiaryEntry> entries, const Zone& zone);
    [[nodiscard]] const DiaryEntry& entryAt(int row) const
    {
        return m_entries[static_cast<std::size_t>(row)];
    }
    /// -1 when no entry changed a figure of the past
    [[nodiscard]] int firstThatMoved() const;

protected:
    [[nodiscard]] int count() const override { return static_cast<int>(m_entries.size()); }
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column >= Fresh && column <= Customers; }
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    /// The days an entry is about
    static QString spanOf(const DiaryEntry& entry);

    std::vector<DiaryEntry> m_entries;
    Zone m_zone = Zone::utc();
};

/// The figures of the past that one entry of the diary moved.
class MovedFigureTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { Month, Figure, Before, After, Change, kColumns };

    explicit MovedFigureTable(QObject* parent = nullptr);

    void setEntry(const DiaryEntry& entry);

protected:
    [[nodiscard]] int count() const override { return static_cast<int>(m_entry.figures.size()); }
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column >= Before; }

private:
    DiaryEntry m_entry;
};

/// "Loaded", "Taken out"
QString diaryActionText(DiaryAction action);
/// "rows", or the title of a field
QString diaryFigureText(const DiaryEntry& entry, const DiaryFigure& figure);
QString diaryNumberText(const DiaryEntry& entry, const DiaryFigure& figure, std::int64_t number);

}  // namespace meitrace
