// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/tabbedpage.h"

namespace meitrace {

class FeedbackTab;
class LifecycleTab;
class PainTab;
class PathTab;
class PatternTab;
class ProcessTab;

/// The ways customers really took: as a flow, as the most frequent whole paths, what follows what,
/// which sequences go with an outcome, where more are lost than usual,
/// what customers say, and who comes, stays and goes.
class JourneysPage final : public TabbedPage {
    Q_OBJECT

public:
    explicit JourneysPage(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] PathTab* pathTab() const { return m_paths; }
    [[nodiscard]] ProcessTab* variantTab() const { return m_variants; }
    [[nodiscard]] ProcessTab* processTab() const { return m_process; }
    [[nodiscard]] PatternTab* patternTab() const { return m_patterns; }
    [[nodiscard]] PainTab* painTab() const { return m_pain; }
    [[nodiscard]] FeedbackTab* feedbackTab() const { return m_feedback; }
    [[nodiscard]] LifecycleTab* lifecycleTab() const { return m_lifecycle; }

protected:
    [[nodiscard]] QStringList tabTitles() const override;
    void retranslate() override;

private:
    PathTab* m_paths;
    ProcessTab* m_variants;
    ProcessTab* m_process;
    PatternTab* m_patterns;
    PainTab* m_pain;
    FeedbackTab* m_feedback;
    LifecycleTab* m_lifecycle;
};

}  // namespace meitrace
