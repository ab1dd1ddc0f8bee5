// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/feedback.h"
#include "ui/viewmodels/readonlytable.h"

#include <array>
#include <vector>

namespace meitrace {

/// Low answers and complaints that wait, the latest first.
class OpenVoiceTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { Customer, What, Score, About, Store, Since, Age, kColumns };

    explicit OpenVoiceTable(QObject* parent = nullptr);

    void setResult(const FeedbackResult& result, const SnapshotPtr& snapshot);
    [[nodiscard]] Index customerAt(int row) const { return m_open[static_cast<std::size_t>(row)].customer; }
    [[nodiscard]] QString codeAt(int row) const;

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column == Age; }
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    std::vector<OpenVoice> m_open;
    SnapshotPtr m_snapshot;
};

/// Who came back, by what was said and by how soon the clinic called.
class ComeBackTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { Cause, Customers, CameBack, Range, Difference, kColumns };

    explicit ComeBackTable(QObject* parent = nullptr);

    void setResult(const FeedbackResult& result, const FeedbackOptions& options);
    [[nodiscard]] FeedbackCause causeAt(int row) const { return m_causes[static_cast<std::size_t>(row)]; }

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column != Cause; }
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    [[nodiscard]] const Share& share(FeedbackCause cause) const
    {
        return m_shares[static_cast<std::size_t>(cause)];
    }

    std::vector<FeedbackCause> m_causes;
    std::array<Share, kFeedbackCauses> m_shares {};
    int m_days = 0;
};

}  // namespace meitrace
