// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace meitrace {

/// Frame of the panel at the right side: title, cross, body, foot. 404 pixels wide; its left edge is dragged,
/// or moved with Alt+Shift+Left/Right, between 320 and 760. Esc closes it.
class SidePanel final : public QFrame {
    Q_OBJECT

public:
    explicit SidePanel(const QString& title = {}, QWidget* parent = nullptr);

    /// masked: how it stands in pictures for others, where that is not the same
    void setTitle(const QString& title, const QString& masked = {});
    QVBoxLayout* body() const { return m_body; }
    /// Stays at the lower edge: buttons.
    QVBoxLayout* foot() const { return m_foot; }
    /// At zoom 1.
    int panelWidth() const { return m_width; }
    void setPanelWidth(int pixels);

signals:
    /// The panel has hidden itself.
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void leave();

    int m_width;
    int m_dragFrom = -1;
    QLabel* m_title;
    QVBoxLayout* m_body;
    QVBoxLayout* m_foot;
};

}  // namespace meitrace
