// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/audiencebook.h"
#include "ui/viewmodels/readonlytable.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace meitrace {

/// What a rule counts: clause by clause, and whom each channel reaches.
struct RuleCount {
    struct Step {
        QString clause;
        Index own = 0;
        Index cumulative = 0;
    };
    Index customers = 0;
    Index unknown = 0;
    ReachCounts reach {};
    std::vector<Step> steps;
    QStringList doubts;  ///< names that the data do not know
};

/// Errors  BadRule, those of the evaluation
Result<RuleCount> countRule(Clinic& clinic, const std::string& rule, Job& job);
/// "WeChat 412, SMS 380, …"
QString reachText(const ReachCounts& reach);

/// Why a customer is in an audience or not, one line per clause, the deciding fact behind it.
/// code: "C0000012".  Errors  NotFound(customer | audience), those of the rule
Result<QString> membershipText(Clinic& clinic, const std::string& audience, const std::string& code,
                               Job& job);

/// The clauses of a rule with what each counts by itself and together with those before.
class WaterfallTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { Clause, Own, Cumulative, kColumns };

    explicit WaterfallTable(QObject* parent = nullptr);

    void setSteps(std::vector<RuleCount::Step> steps);

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;

private:
    std::vector<RuleCount::Step> m_steps;
};

}  // namespace meitrace
