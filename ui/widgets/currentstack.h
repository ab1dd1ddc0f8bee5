// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>
#include <QWidget>

namespace meitrace {

/// Pages of which one is seen, and which is as tall as that one. (QStackedWidget is as tall as the tallest,
/// so that a short page can be scrolled into nothing.)
class CurrentStack final : public QWidget {
    Q_OBJECT

public:
    explicit CurrentStack(QWidget* parent = nullptr);

    /// The first is the one that is seen. Takes the page.
    void addWidget(QWidget* page);
    void setCurrentIndex(int index);

    [[nodiscard]] int count() const { return static_cast<int>(m_pages.size()); }
    [[nodiscard]] int currentIndex() const { return m_current; }
    /// nullptr before the first page
    [[nodiscard]] QWidget* currentWidget() const { return m_pages.value(m_current, nullptr); }

private:
    QVector<QWidget*> m_pages;
    int m_current = 0;
};

}  // namespace meitrace
