// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/consententry.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;

namespace meitrace {

/// What a customer said about being written to, as the clinic heard it.
class ConsentDialog final : public QDialog {
    Q_OBJECT

public:
    /// today: in the clinic's clock; later days cannot be chosen.
    ConsentDialog(const QString& code, const Zone& zone, QWidget* parent = nullptr);

    [[nodiscard]] ConsentEntry entry() const;

signals:
    void chosen(const meitrace::ConsentEntry& entry);

private:
    void build();
    void update();

    Zone m_zone;
    QComboBox* m_scope;
    QComboBox* m_channel;
    QComboBox* m_state;
    QDateEdit* m_day;
    QCheckBox* m_ends;
    QDateEdit* m_until;
    QLineEdit* m_evidence;
    QLabel* m_sentence;
    QPushButton* m_keep;
};

}  // namespace meitrace
