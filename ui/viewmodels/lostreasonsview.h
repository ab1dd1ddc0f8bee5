// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/lostreasons.h"
#include "ui/viewmodels/readonlytable.h"

namespace meitrace {

/// "Too dear", "Cancelled: no time", "Nothing written down"
QString lostReasonText(const LostReason& reason);
/// "Lost on the way to “Deal”: too dear"
QString lostReasonTitle(const FunnelOptions& options, const LostReason& reason);
/// Of how many lost something is written down, and what most.
QString lostReasonFinding(const FunnelOptions& options, const LostReasons& reasons);

/// What was written down of the lost, step by step.
class LostReasonTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { Step, Reason, Cases, Share, kColumns };

    explicit LostReasonTable(QObject* parent = nullptr);

    void setReasons(const LostReasons& reasons, const FunnelOptions& options);

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column == Cases || column == Share; }
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    [[nodiscard]] double shareOf(const LostReason& reason) const;

    LostReasons m_reasons;
    FunnelOptions m_options;
};

}  // namespace meitrace
