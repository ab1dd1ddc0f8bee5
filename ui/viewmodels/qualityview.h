// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/overview.h"
#include "analytics/workbench/quality.h"
#include "ui/theme/cellroles.h"
#include "ui/viewmodels/filenames.h"
#include "ui/viewmodels/readonlytable.h"

#include <memory>

namespace meitrace {

/// "Figures are wrong", "Figures miss something", "Worth knowing", "Nothing found"
QString checkStateText(const QualityFinding& finding);
Tone checkTone(const QualityFinding& finding);
/// "12 rows", "3 customers", "2 files"
QString checkCountText(const QualityFinding& finding);
/// "bill lines: April 2025" …: where a finding about files, months or fields lies, one line each
QStringList checkPlaces(const QualityFinding& finding, const std::vector<ImportBatch>& batches);
/// Title of a field of a source; event columns of a stream have names of their own.
QString fillFieldText(const SourceTally& source, const FieldFill& fill);

/// Every check with what it found: what is open first, the gravest on top.
class QualityTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { Check, State, Count, Share, Advice, kColumns };

    explicit QualityTable(QObject* parent = nullptr);

    void setReport(const std::shared_ptr<const QualityReport>& report);
    [[nodiscard]] const QualityFinding& findingAt(int row) const;
    /// -1 when there is no such check
    [[nodiscard]] int rowOf(std::string_view id) const;

protected:
    [[nodiscard]] int count() const override { return static_cast<int>(m_order.size()); }
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column == Count || column == Share; }
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    std::shared_ptr<const QualityReport> m_report;
    std::vector<std::size_t> m_order;
};

/// The rows behind a check.
class QualityRowTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { File, Row, Date, Customer, Values, kColumns };

    explicit QualityRowTable(QObject* parent = nullptr);

    void setRows(std::vector<QualityRow> rows, const std::vector<ImportBatch>& batches, const Zone& zone);

protected:
    [[nodiscard]] int count() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column == Row; }

private:
    [[nodiscard]] QString valuesText(const QualityRow& row) const;
    [[nodiscard]] QString timeText(Millis time) const;

    std::vector<QualityRow> m_rows;
    FileNames m_files;
    Zone m_zone = Zone::utc();
};

/// How full the fields of the sources are.
class FillTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { Source, Field, Of, Filled, Unusable, Repaired, kColumns };

    explicit FillTable(QObject* parent = nullptr);

    void setReport(const std::shared_ptr<const QualityReport>& report);

protected:
    [[nodiscard]] int count() const override { return static_cast<int>(m_places.size()); }
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column >= Of; }
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    struct Place {
        const SourceTally* source = nullptr;
        const FieldFill* fill = nullptr;
    };

    std::shared_ptr<const QualityReport> m_report;
    std::vector<Place> m_places;
};

}  // namespace meitrace
