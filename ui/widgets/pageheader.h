// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace meitrace {

class TabBar;

/// Head of a page: title (a heading), purpose, "data as of", actions at the right, tabs beneath.
///     header->setTitle(tr("Funnels"));  header->setPurpose(tr("See who is lost at each step"));
///     header->addAction(makeButton(tr("New funnel"), ButtonKind::Primary, QStringLiteral("funnel")));
///     header->tabs()->addTab(tr("Retention"));   // the tab row shows itself once it has a tab
class PageHeader final : public QWidget {
    Q_OBJECT

public:
    explicit PageHeader(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setPurpose(const QString& purpose);
    void setAsOf(const QString& asOf);
    /// The header takes the widget; the primary button comes last.
    void addAction(QWidget* widget);
    TabBar* tabs() const { return m_tabs; }

private:
    QLabel* m_title;
    QLabel* m_purpose;
    QLabel* m_asOf;
    QHBoxLayout* m_actions;
    TabBar* m_tabs;
};

}  // namespace meitrace
