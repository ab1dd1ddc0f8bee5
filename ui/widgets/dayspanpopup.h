// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/popup.h"

#include <QDate>
#include <QStringList>

class QComboBox;
class QDateEdit;
class QListWidget;

namespace meitrace {

/// Choosing days: by a name, as a month, or from a day to a day.
class DaySpanPopup final : public Popup {
    Q_OBJECT

public:
    struct Texts {
        QString title;
        QString month;
        QString from;
        QString to;
        QString apply;
    };
    struct Days {
        QDate from;
        QDate to;
    };

    DaySpanPopup(const Texts& texts, QWidget* parent);

    /// current: -1 = none of them
    void setNames(const QStringList& names, int current);
    /// The first stands for "none of them" where current is -1.
    void setMonths(const QStringList& months, int current);
    /// shown: stand in the fields; known: from which to choose
    void setDays(const Days& shown, const Days& known);

signals:
    void nameChosen(int index);
    void monthChosen(int index);
    /// from is not after to
    void daysChosen(const QDate& from, const QDate& to);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void applyDays();
    void applyName();

    QListWidget* m_names;
    QComboBox* m_months;
    QDateEdit* m_from;
    QDateEdit* m_to;
};

}  // namespace meitrace
