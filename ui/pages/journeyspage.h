// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

namespace meitrace {

class AnalysisTab;
class CurrentStack;
class CustomersPanel;
class PathTab;
class ProcessTab;
class TabBar;

/// The ways customers really took: as a flow, as the most frequent whole paths, and what follows what.
class JourneysPage final : public Page {
    Q_OBJECT

public:
    explicit JourneysPage(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] PathTab* pathTab() const { return m_paths; }
    [[nodiscard]] ProcessTab* variantTab() const { return m_variants; }
    [[nodiscard]] ProcessTab* processTab() const { return m_process; }
    [[nodiscard]] CustomersPanel* panel() const { return m_panel; }
    /// "paths", "variants" or "process"
    void goToPart(const QString& part) override;

protected:
    void refresh() override;
    void retranslate() override;

private:
    [[nodiscard]] QVector<AnalysisTab*> tabs() const;

    TabBar* m_tabs;
    CurrentStack* m_stack;
    PathTab* m_paths;
    ProcessTab* m_variants;
    ProcessTab* m_process;
    CustomersPanel* m_panel;
};

}  // namespace meitrace
