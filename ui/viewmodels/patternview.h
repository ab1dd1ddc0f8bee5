// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/patterns.h"
#include "ui/viewmodels/readonlytable.h"

#include <QStringList>

namespace meitrace {

/// "Case seen → Booked"
QString patternText(const Pattern& pattern, const ActivityOptions& options);
/// "Deal" of the outcome
QString patternOutcome(const PatternOptions& options);
/// Who was compared, and who was left out why.
QString patternCaption(const PatternResult& result, const PatternOptions& options);
/// What the sequences say: the two that lead there most surely, the one that leads away, the caveat.
QStringList patternFindings(const PatternResult& result, const PatternOptions& options);

/// Sequences that go with the outcome, the surest first.
class PatternTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { Sequence, Customers, Rate, Everybody, Times, Range, Chance, kColumns };

    explicit PatternTable(QObject* parent = nullptr);

    void setResult(const PatternResult& result, const PatternOptions& options);

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column != Sequence; }
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    std::vector<Pattern> m_patterns;
    QStringList m_texts;
    QString m_outcome;
};

}  // namespace meitrace
