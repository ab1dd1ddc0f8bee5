// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/rfm.h"
#include "ui/theme/cellroles.h"
#include "ui/viewmodels/readonlytable.h"

#include <string_view>
#include <vector>

namespace meitrace {

/// How pressing a segment is.
Tone segmentTone(std::string_view code);
/// What to do with a segment, in two or three words.
QString segmentAdvice(std::string_view code);
/// Who they are and what to do, as a sentence.
QString segmentSentence(std::string_view code);

/// The segments of one RFM result: name, customers, share, spend, advice.
class SegmentTableModel final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { Name, Customers, Share, Spend, Advice, kColumns };

    explicit SegmentTableModel(QObject* parent = nullptr);

    void setSegments(const std::vector<RfmSegment>& segments);
    /// Number in the list that was set, whatever the order shown
    [[nodiscard]] int segmentAt(int row) const { return m_order[static_cast<std::size_t>(row)]; }
    [[nodiscard]] std::string_view codeAt(int row) const
    {
        return m_segments[static_cast<std::size_t>(segmentAt(row))].code;
    }

    void sort(int column, Qt::SortOrder order) override;

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    std::vector<RfmSegment> m_segments;
    std::vector<int> m_order;
};

}  // namespace meitrace
