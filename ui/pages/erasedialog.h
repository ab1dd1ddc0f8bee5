// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

#include <QDialog>

#include <array>

class QLabel;
class QLineEdit;
class QPushButton;

namespace meitrace {

/// What an erasure would take, and the customer's code to be typed before it is done: it cannot be undone.
class EraseDialog final : public QDialog {
    Q_OBJECT

public:
    EraseDialog(Session& session, QString code, QWidget* parent = nullptr);

private:
    void build();
    void take(const Result<ErasureReport>& trial);
    void updateButton();

    Session& m_session;
    QString m_code;
    bool m_isKnown = false;  ///< what would go
    QLabel* m_says;
    static constexpr std::size_t kLines = 7;
    std::array<QLabel*, kLines> m_counts {};
    QLineEdit* m_typed;
    QPushButton* m_erase;
};

}  // namespace meitrace
