// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/scope.h"

#include <QWidget>

class QLabel;
class QPoint;
class QPushButton;

namespace meitrace {

class FilterBar;
class Session;

/// The chips of the session's scope: days first, then the filters there are, "add filter", and how many
/// customers that leaves. Every page that follows the scope shows one; all of them say the same.
class ScopeBar final : public QWidget {
    Q_OBJECT

public:
    explicit ScopeBar(Session& session, QWidget* parent = nullptr);

    void retranslate();
    /// What the page shows while no days are chosen, where that is not all dates.
    void setUnlimitedText(const QString& text);
    /// Opens the list of a field's values below the bar, as a click on its chip does.
    void chooseValues(FilterField field, const QPoint& corner);
    void choosePeriod(const QPoint& corner);
    /// Takes all filters away, the days too.
    void clearScope();

private:
    void showScope();
    void showCount();
    void openFields(const QPoint& corner);
    void remove(const QString& key);
    void change(const Scope& scope);

    Session& m_session;
    FilterBar* m_chips;
    QLabel* m_count;
    QPushButton* m_clear;
    QString m_unlimited;  ///< empty = all dates
};

}  // namespace meitrace
