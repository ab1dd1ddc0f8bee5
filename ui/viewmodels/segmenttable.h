// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/rfm.h"
#include "ui/theme/cellroles.h"

#include <QAbstractTableModel>

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
class SegmentTableModel final : public QAbstractTableModel {
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

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    [[nodiscard]] QString text(const RfmSegment& segment, int column) const;

    std::vector<RfmSegment> m_segments;
    std::vector<int> m_order;
};

}  // namespace meitrace
