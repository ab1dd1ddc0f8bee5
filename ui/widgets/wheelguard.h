// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace meitrace {

/// Turning the wheel over a combo box, spin box or slider that has no focus scrolls the page and changes no
/// value.
///     app.installEventFilter(new WheelGuard(&app));
class WheelGuard final : public QObject {
    Q_OBJECT

public:
    explicit WheelGuard(QObject* parent = nullptr);

    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace meitrace
