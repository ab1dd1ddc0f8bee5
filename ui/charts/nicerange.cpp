// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/nicerange.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace meitrace {

QVector<double> NiceRange::ticks() const
{
    QVector<double> all;
    const auto count = static_cast<int>(std::lround((high - low) / step));
    for (int i = 0; i <= count; ++i) {
        const double value = low + i * step;
        all.append(std::abs(value) < step * 1e-9 ? 0 : value);
    }
    return all;
}

NiceRange niceRange(double low, double high, int steps, bool fromZero)
{
    if (!std::isfinite(low) || !std::isfinite(high)) {
        low = 0;
        high = 1;
    }
    if (low > high) {
        std::swap(low, high);
    }
    if (fromZero) {
        low = std::min(low, 0.0);
        high = std::max(high, 0.0);
    }
    if (high - low < 1e-12 * std::max(1.0, std::abs(high))) {
        const double room = high == 0 ? 1 : std::abs(high) * 0.5;
        low = fromZero && high >= 0 ? 0 : low - room;
        high += room;
    }
    const double raw = (high - low) / std::max(1, steps);
    const double power = std::floor(std::log10(raw));
    const double unit = std::pow(10.0, power);
    const double lead = raw / unit;
    NiceRange range;
    range.step = (lead <= 1 + 1e-9 ? 1 : lead <= 2 + 1e-9 ? 2 : lead <= 5 + 1e-9 ? 5 : 10) * unit;
    range.low = std::floor(low / range.step + 1e-9) * range.step;
    range.high = std::ceil(high / range.step - 1e-9) * range.step;
    range.decimals = std::max(0, -static_cast<int>(std::floor(std::log10(range.step) + 1e-9)));
    return range;
}

QString axisText(double value, NumberKind kind, const NiceRange& range)
{
    static const QLocale ascii(QLocale::English, QLocale::UnitedStates);
    if (kind == NumberKind::Percent) {
        return ascii.toString(value * 100, 'f', std::max(0, range.decimals - 2)) + QLatin1Char('%');
    }
    return ascii.toString(value, 'f', range.decimals);
}

QString percentLabel(double share)
{
    const bool isTiny = share > 0 && share < 0.0005;
    return (isTiny ? QStringLiteral("<") : QString()) + QLocale().toString(isTiny ? 0.1 : share * 100, 'f', 1)
        + QStringLiteral(" %");
}

}  // namespace meitrace
