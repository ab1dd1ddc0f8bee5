// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/rfmcutsview.h"

#include "analytics/customer/rfmscores.h"
#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/theme/cellroles.h"
#include "ui/viewmodels/segmenttable.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace meitrace {

namespace {

struct RfmCutsText {
    Q_DECLARE_TR_FUNCTIONS(RfmCutsText)
};

constexpr double kMinor = 100;
constexpr double kLargest = 1e13;  // in major units; more would not fit

/// The bound at a place between bounds, counted from 1; 0 stands below the first.
double boundAt(const std::vector<std::int64_t>& cuts, double place)
{
    const auto at = [&cuts](std::size_t i) {
        return i == 0 ? std::min(0.0, static_cast<double>(cuts.front())) : static_cast<double>(cuts[i - 1]);
    };
    const auto below = std::min(static_cast<std::size_t>(place), cuts.size() - 1);
    return at(below) + (at(below + 1) - at(below)) * (place - static_cast<double>(below));
}

std::vector<std::int64_t> spread(const std::vector<std::int64_t>& cuts, int bins)
{
    std::vector<std::int64_t> result;
    const double step = static_cast<double>(cuts.size() + 1) / bins;
    for (int i = 1; i < bins; ++i) {
        const auto bound = static_cast<std::int64_t>(std::llround(boundAt(cuts, step * i)));
        result.push_back(result.empty() ? bound : std::max(bound, result.back() + 1));
    }
    return result;
}

QStringList wholeFields(const std::vector<std::int64_t>& cuts)
{
    QStringList fields;
    for (const std::int64_t cut : cuts) {
        fields << countText(cut);
    }
    return fields;
}

QString moneyField(double fen)
{
    const double major = fen / kMinor;
    return QLocale().toString(major, 'f', major == std::floor(major) ? 0 : 2);
}

QString nameOf(std::size_t dimension)
{
    return dimension == 0 ? RfmCutsText::tr("last visit")
        : dimension == 1  ? RfmCutsText::tr("how often")
                          : RfmCutsText::tr("money");
}

QString readRow(const QStringList& fields, std::size_t dimension, std::vector<std::int64_t>& cuts)
{
    cuts.clear();
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const QString text = fields[i].trimmed();
        if (text.isEmpty()) {
            return RfmCutsText::tr("Bound %1 of “%2” is empty.").arg(countText(i + 1), nameOf(dimension));
        }
        bool ok = false;
        const double number = QLocale().toDouble(text, &ok);
        const double whole = std::round(number * (dimension == 2 ? kMinor : 1));
        if (!ok || std::abs(number) > kLargest || (dimension != 2 && whole != number)) {
            return dimension == 2
                ? RfmCutsText::tr("“%1” of “%2” is not an amount.").arg(text, nameOf(dimension))
                : RfmCutsText::tr("“%1” of “%2” is not a whole number.").arg(text, nameOf(dimension));
        }
        const auto cut = static_cast<std::int64_t>(whole);
        if (!cuts.empty() && cut <= cuts.back()) {
            return RfmCutsText::tr("The bounds of “%1” must grow from left to right: %2 comes after %3.")
                .arg(nameOf(dimension), text, fields[i - 1].trimmed());
        }
        cuts.push_back(cut);
    }
    return {};
}

}  // namespace

RfmFixedCuts spreadCuts(const RfmFixedCuts& cuts, int bins)
{
    return {.recency = spread(cuts.recency, bins),
            .frequency = cuts.frequency.empty() ? defaultFrequencyCuts(bins) : spread(cuts.frequency, bins),
            .monetary = spread(cuts.monetary, bins)};
}

CutFields cutFields(const RfmFixedCuts& cuts)
{
    QStringList money;
    for (const Fen cut : cuts.monetary) {
        money << moneyField(static_cast<double>(cut));
    }
    return {wholeFields(cuts.recency), wholeFields(cuts.frequency), money};
}

CutFields cutFields(const RfmResult& result)
{
    CutFields fields;
    const std::array dimensions {&result.recencyCuts, &result.frequencyCuts, &result.monetaryCuts};
    for (std::size_t i = 0; i < dimensions.size(); ++i) {
        for (const WholeQuantile& cut : dimensions[i]->at) {
            fields[i] << (i == 2 ? moneyField(cut.value) : countText(cut.floor));
        }
    }
    return fields;
}

QString readCuts(const CutFields& fields, RfmFixedCuts& cuts)
{
    const std::array<std::vector<std::int64_t>*, 3> rows {&cuts.recency, &cuts.frequency, &cuts.monetary};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        QString problem = readRow(fields[i], i, *rows[i]);
        if (!problem.isEmpty()) {
            return problem;
        }
    }
    return {};
}

QStringList thresholdFields(const RfmThresholds& thresholds)
{
    return {countText(std::llround(thresholds.recency)), countText(std::llround(thresholds.frequency)),
            moneyField(thresholds.monetary)};
}

QString readThresholds(const QStringList& fields, RfmThresholds& thresholds)
{
    const std::array<double*, 3> values {&thresholds.recency, &thresholds.frequency, &thresholds.monetary};
    for (std::size_t i = 0; i < values.size(); ++i) {
        std::vector<std::int64_t> one;
        QString problem = readRow({fields.value(static_cast<qsizetype>(i))}, i, one);
        if (!problem.isEmpty()) {
            return problem;
        }
        *values[i] = static_cast<double>(one.front());
    }
    return {};
}

Index movedCustomers(const Column<std::uint8_t>& before, const Column<std::uint8_t>& after)
{
    return before.size() == after.size() ? (before != after).count() : 0;
}

SegmentChangeTable::SegmentChangeTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void SegmentChangeTable::setSegments(const std::vector<RfmSegment>& before,
                                     const std::vector<RfmSegment>& after)
{
    beginResetModel();
    m_before = before;
    m_after = after.size() == before.size() ? after : std::vector<RfmSegment> {};
    endResetModel();
}

int SegmentChangeTable::count() const
{
    return static_cast<int>(m_before.size());
}

QString SegmentChangeTable::title(int column) const
{
    return QStringList {RfmCutsText::tr("Segment"), RfmCutsText::tr("Now"),
                        RfmCutsText::tr("With these classes"), RfmCutsText::tr("Change")}
        .value(column);
}

bool SegmentChangeTable::isNumber(int column) const
{
    return column != Name;
}

QString SegmentChangeTable::text(int row, int column) const
{
    const auto at = static_cast<std::size_t>(row);
    const RfmSegment& before = m_before[at];
    if (column == Name) {
        return capitalised(segmentName(before.code));
    }
    if (column == Before) {
        return countText(before.customers);
    }
    if (m_after.empty()) {
        return QStringLiteral("—");
    }
    const Index change = m_after[at].customers - before.customers;
    return column == After ? countText(m_after[at].customers)
        : change > 0       ? u'+' + countText(change)
        : change < 0       ? u'\u2212' + countText(-change)
                           : QStringLiteral("0");
}

QVariant SegmentChangeTable::mark(int row, int column, int role) const
{
    const auto at = static_cast<std::size_t>(row);
    if (role == PillRole && column == Name) {
        return static_cast<int>(segmentTone(m_before[at].code));
    }
    return role == QuietRole && column == Change
        ? QVariant(m_after.empty() || m_after[at].customers == m_before[at].customers)
        : QVariant();
}

}  // namespace meitrace
