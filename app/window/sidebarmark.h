// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace meitrace {

/// Our mark and name at the head of the sidebar.
class SidebarMark final : public QWidget {
    Q_OBJECT

public:
    explicit SidebarMark(QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace meitrace
