// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

namespace meitrace {

class AnalysisTab;
class CurrentStack;
class CustomersPanel;
class FunnelReasons;
class NoticeBar;
class TabBar;

/// The customers behind its figures go to the panel, what fails to the notice.
void followAnalysis(AnalysisTab* tab, CustomersPanel* panel, NoticeBar* notice);
void followReasons(FunnelReasons* reasons, CustomersPanel* panel, NoticeBar* notice);

/// A page of several analyses side by side as tabs, with the panel of the customers behind their figures.
class TabbedPage : public Page {
    Q_OBJECT

public:
    TabbedPage(const QString& id, Session& session, QWidget* parent = nullptr);

    [[nodiscard]] CustomersPanel* panel() const { return m_panel; }
    /// One of the parts given to addTab()
    void goToPart(const QString& part) override;

protected:
    /// part: its name in page requests; the tab is taken.
    void addTab(const QString& part, AnalysisTab* tab);
    /// In the order of the tabs, in the language that holds now.
    [[nodiscard]] virtual QStringList tabTitles() const = 0;

    void refresh() override;
    void retranslate() override;

private:
    TabBar* m_bar;
    CurrentStack* m_stack;
    CustomersPanel* m_panel;
    QStringList m_parts;
    QVector<AnalysisTab*> m_tabs;
};

}  // namespace meitrace
