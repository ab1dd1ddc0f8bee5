// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/figures.h"

#include "models/base/calendar.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace meitrace {

namespace {

struct Figures {
    Q_DECLARE_TR_FUNCTIONS(Figures)
};

constexpr double kMinute = 60'000;
constexpr double kHour = 60 * kMinute;
constexpr double kDay = 24 * kHour;
/// Below it one decimal of a percentage is 0.
constexpr double kLeastShare = 0.0005;

QDate dateOf(Day day)
{
    return QDate(1970, 1, 1).addDays(day);
}

bool isThisYear(QDate date)
{
    return date.year() == QDate::currentDate().year();
}

QString shortDay(QDate date)
{
    return QLocale().toString(date, Figures::tr("MMM d"));
}

QString longDay(QDate date)
{
    return QLocale().toString(date, Figures::tr("MMM d, yyyy"));
}

}  // namespace

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString countText(std::int64_t number)
{
    return QLocale().toString(static_cast<qlonglong>(number));
}

QString thousandthsText(std::int64_t thousandths)
{
    constexpr std::int64_t kOne = 1000;
    return thousandths % kOne == 0
        ? countText(thousandths / kOne)
        : QLocale().toString(static_cast<double>(thousandths) / kOne, 'f', QLocale::FloatingPointShortest);
}

QString customersText(std::int64_t number)
{
    // A text counts in int; more customers than that are of one plural form anyway.
    constexpr std::int64_t kMost = std::numeric_limits<int>::max();
    return Figures::tr("%Ln customer(s)", "", static_cast<int>(std::min(number, kMost)));
}

QString percentText(double share)
{
    // A share that is there is never shown as if it were not.
    return share > 0 && share < kLeastShare
        ? QStringLiteral("<") + QLocale().toString(0.1, 'f', 1) + QStringLiteral(" %")
        : changeText(share);
}

QString changeText(double share)
{
    return std::isnan(share) ? QStringLiteral("—")
                             : QLocale().toString(share * 100.0, 'f', 1) + QStringLiteral(" %");
}

QString moneyText(Fen amount)
{
    return QLocale().toString(static_cast<double>(amount) / 100.0, 'f', 2);
}

QString durationText(double milliseconds)
{
    if (std::isnan(milliseconds)) {
        return QStringLiteral("—");
    }
    const auto seconds = static_cast<std::int64_t>(std::llround(milliseconds / 1000.0));
    if (seconds >= 86'400) {
        return Figures::tr("%1 d %2 h").arg(seconds / 86'400).arg(seconds % 86'400 / 3600);
    }
    if (seconds >= 3600) {
        return Figures::tr("%1 h %2 min").arg(seconds / 3600).arg(seconds % 3600 / 60);
    }
    return seconds >= 60 ? Figures::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60)
                         : Figures::tr("%1 s").arg(seconds);
}

QString roundMoneyText(double fen)
{
    if (std::isnan(fen)) {
        return QStringLiteral("—");
    }
    const QString amount = QLocale().toString(std::llround(std::abs(fen) / 100.0));
    return (fen < 0 ? QStringLiteral("−¥\u00a0") : QStringLiteral("¥\u00a0")) + amount;
}

QString shortDurationText(double milliseconds)
{
    if (std::isnan(milliseconds)) {
        return QStringLiteral("—");
    }
    const auto number = [](double value) { return QLocale().toString(value, 'f', value < 10 ? 1 : 0); };
    if (milliseconds >= kDay) {
        return Figures::tr("%1 days").arg(number(milliseconds / kDay));
    }
    if (milliseconds >= kHour) {
        return Figures::tr("%1 h").arg(number(milliseconds / kHour));
    }
    return Figures::tr("%1 min").arg(number(milliseconds / kMinute));
}

QString spanText(const Duration& span)
{
    const QString count = countText(span.count);
    switch (span.unit) {
    case DurationUnit::Seconds:
        return Figures::tr("%1 s").arg(count);
    case DurationUnit::Minutes:
        return Figures::tr("%1 min").arg(count);
    case DurationUnit::Hours:
        return Figures::tr("%1 h").arg(count);
    case DurationUnit::Days:
        return span.count == 1 ? Figures::tr("1 day") : Figures::tr("%1 days").arg(count);
    case DurationUnit::Weeks:
        return span.count == 1 ? Figures::tr("1 week") : Figures::tr("%1 weeks").arg(count);
    case DurationUnit::Months:
        return span.count == 1 ? Figures::tr("1 month") : Figures::tr("%1 months").arg(count);
    case DurationUnit::Years:
        break;
    }
    return span.count == 1 ? Figures::tr("1 year") : Figures::tr("%1 years").arg(count);
}

QString sentencesText(const QStringList& sentences)
{
    QString text;
    for (const QString& sentence : sentences) {
        text = text.isEmpty() ? sentence
                              : Figures::tr("%1 %2", "one sentence after the other").arg(text, sentence);
    }
    return text;
}

QString capitalised(QString text)
{
    if (!text.isEmpty()) {
        text[0] = text[0].toUpper();
    }
    return text;
}

QString dayText(Day day)
{
    const QDate date = dateOf(day);
    return isThisYear(date) ? shortDay(date) : longDay(date);
}

QString daysText(Day from, Day to)
{
    if (from == to) {
        return dayText(from);
    }
    const QDate first = dateOf(from);
    const QDate last = dateOf(to);
    const bool plain = isThisYear(first) && isThisYear(last);
    return Figures::tr("%1 to %2", "days")
        .arg(plain ? shortDay(first) : longDay(first), plain ? shortDay(last) : longDay(last));
}

QString instantText(Millis time, const Zone& zone)
{
    const Day day = zone.dayOf(time, 0);
    const auto clock = static_cast<int>(time - zone.startOfDay(day));
    return Figures::tr("%1, %2", "day, time of day")
        .arg(dayText(day), QTime::fromMSecsSinceStartOfDay(clock).toString(QStringLiteral("HH:mm")));
}

}  // namespace meitrace
