// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace meitrace {

/// Heading that folds its body away ("Advanced"). Folded at first.
class FoldSection final : public QWidget {
    Q_OBJECT

public:
    explicit FoldSection(const QString& title = {}, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    bool isOpen() const { return m_open; }
    void setOpen(bool open);
    QVBoxLayout* body() const;

signals:
    void toggled(bool open);

private:
    bool m_open = false;
    QPushButton* m_head;
    QWidget* m_body;
};

}  // namespace meitrace
