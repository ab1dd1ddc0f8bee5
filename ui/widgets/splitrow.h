// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;
class QHBoxLayout;

namespace meitrace {

/// Two groups of controls, one at each end; below each other where the width does not hold both.
class SplitRow final : public QWidget {
    Q_OBJECT

public:
    explicit SplitRow(QWidget* parent = nullptr);

    [[nodiscard]] QHBoxLayout* left() const { return m_left; }
    [[nodiscard]] QHBoxLayout* right() const { return m_right; }

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    /// Side by side or not
    void arrange();

    QBoxLayout* m_all;
    QHBoxLayout* m_left;
    QHBoxLayout* m_right;
};

}  // namespace meitrace
