// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/rfm.h"
#include "ui/viewmodels/readonlytable.h"

#include <array>
#include <vector>

namespace meitrace {

/// The bounds as they stand in the fields of a form: R, F and M, each from the lowest up.
using CutFields = std::array<QStringList, 3>;

/// Bounds with one class more or fewer, spread over the same span: equal numbers of bounds stay as they are.
RfmFixedCuts spreadCuts(const RfmFixedCuts& cuts, int bins);
/// Days, times and major units
CutFields cutFields(const RfmFixedCuts& cuts);
/// The bounds a result was cut by, whichever way they were found.
CutFields cutFields(const RfmResult& result);
/// Empty and the bounds in `cuts`, or a sentence about the first field that is not right.
QString readCuts(const CutFields& fields, RfmFixedCuts& cuts);

/// Where better and worse are split: R at most, F and M at least; as they stand in three fields.
QStringList thresholdFields(const RfmThresholds& thresholds);
/// As readCuts.
QString readThresholds(const QStringList& fields, RfmThresholds& thresholds);

/// Customers who are in another segment than before; both of the same snapshot.
Index movedCustomers(const Column<std::uint8_t>& before, const Column<std::uint8_t>& after);

/// Each segment before and after other bounds: how many, and how many more or fewer.
class SegmentChangeTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { Name, Before, After, Change, kColumns };

    explicit SegmentChangeTable(QObject* parent = nullptr);

    /// Of one grid; after is empty while it is not known.
    void setSegments(const std::vector<RfmSegment>& before, const std::vector<RfmSegment>& after);

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    std::vector<RfmSegment> m_before;
    std::vector<RfmSegment> m_after;
};

}  // namespace meitrace
