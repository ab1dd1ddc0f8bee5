// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/process.h"
#include "ui/charts/heatgrid.h"
#include "ui/viewmodels/readonlytable.h"

#include <QString>

namespace meitrace {

/// The process view as the page shows it.

QString processActivityName(const ProcessActivity& activity, const ActivityOptions& options);
/// "Lead → Booked → Arrived"
QString variantText(const ProcessResult& result, const ProcessVariant& variant,
                    const ActivityOptions& options);
/// Rows: what was done; columns: what came after it, right away or at any time later.
HeatData processHeat(const ProcessResult& result, const ActivityOptions& options, bool eventually);
/// What a cell of processHeat() is; all -1 where nothing happened.
ProcessPlace processPlace(const ProcessResult& result, const RegionId& cell, bool eventually);
/// "Lead, then right away Booked"
QString processPlaceTitle(const ProcessResult& result, const ProcessPlace& place,
                          const ActivityOptions& options);
QString processCaption(const ProcessResult& result, const ActivityOptions& options);
/// What the paths say, as sentences: how many ways there are, which most take, where it waits, what is done
/// again.
QStringList processFindings(const ProcessResult& result, const ActivityOptions& options);

/// Whole paths, most frequent first.
class VariantTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { Path, Units, Share, Together, Time, kColumns };

    explicit VariantTable(QObject* parent = nullptr);

    void setResult(const ProcessResult& result, const ActivityOptions& options);

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column != Path; }
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    std::vector<ProcessVariant> m_variants;
    QStringList m_texts;
};

/// One line for each activity: how often, where it stands in the paths, how long people wait for it.
class ActivityTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { Name, Events, Customers, First, Last, Again, Wait, kColumns };

    explicit ActivityTable(QObject* parent = nullptr);

    void setResult(const ProcessResult& result, const ActivityOptions& options);

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column != Name; }

private:
    std::vector<ProcessActivity> m_activities;
    QStringList m_names;
};

}  // namespace meitrace
