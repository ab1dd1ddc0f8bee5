// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/painpoints.h"
#include "ui/viewmodels/readonlytable.h"

#include <QStringList>

namespace meitrace {

/// Where customers are lost beyond the usual, as the page shows it.

/// "Lead → Booked"
QString painWhere(const PainOptions& options, const PainPoint& point);
/// "20:00–24:00 (hour of the day)"
QString painWho(const PainOptions& options, const PainPoint& point);
/// What a clinic would look at or do first
QString painAdvice(const PainOptions& options, const PainPoint& point);
/// "Lead → Booked, 20:00–24:00: lost"
QString painPlaceTitle(const PainOptions& options, const PainPoint& point);
/// "Lead → Booked, 20:00–24:00: 69 % lost instead of 51 % …, at most ¥ 39,788."
QString painSentence(const PainPoint& point, const PainOptions& options);
/// The three that cost most as sentences; the last says what they do not say.
QStringList painFindings(const PainResult& result, const PainOptions& options);
QString painCaption(const PainResult& result, const PainOptions& options);

/// Pain points, the dearest first.
class PainTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { Where, Who, Lost, Others, Beyond, AtStake, Wait, Advice, kColumns };

    explicit PainTable(QObject* parent = nullptr);

    void setResult(const PainResult& result, const PainOptions& options);

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    [[nodiscard]] QString tip(const PainPoint& point, int column) const;

    std::vector<PainPoint> m_points;
    PainOptions m_options;
};

/// The steps: who came so far, who was lost, what those bring who got through.
class PainStepTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { Where, Before, Lost, LostShare, Payers, MedianNet, kColumns };

    explicit PainStepTable(QObject* parent = nullptr);

    void setResult(const PainResult& result, const PainOptions& options);

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column != Where; }
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    std::vector<PainStep> m_steps;
    PainOptions m_options;
};

}  // namespace meitrace
