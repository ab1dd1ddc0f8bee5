// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRadioButton>

namespace meitrace {

/// Entry of the sidebar: icon, name, badge; the checked one has a tinted ground and an accent line at its
/// left. A radio button underneath, exclusive among the entries of one parent.
class NavItem final : public QRadioButton {
    Q_OBJECT

public:
    NavItem(QString iconName, const QString& text, QWidget* parent = nullptr);

    /// Empty hides it.
    void setBadge(const QString& badge);
    /// 36 pixels high, or 32 where the window is low.
    void setCompact(bool compact);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool hitButton(const QPoint& pos) const override;
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_iconName;
    QString m_badge;
    bool m_compact = false;
};

}  // namespace meitrace
