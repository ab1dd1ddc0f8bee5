// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

class QAbstractItemModel;

namespace meitrace {

/// An aligned table for people. Chinese characters take two places.
class TextTable {
public:
    enum class Align { Left, Right };

    explicit TextTable(const QStringList& header, std::vector<Align> align = {});
    void row(const QStringList& cells);
    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }
    /// Lines, each with a line break at its end
    [[nodiscard]] QString text() const;

private:
    std::vector<Align> m_align;
    std::vector<QStringList> m_rows;  ///< the first one is the header
};

/// A table of the window as text.
QString modelText(const QAbstractItemModel& model);

/// Places a text takes on a terminal.
int displayWidth(const QString& text);

}  // namespace meitrace
