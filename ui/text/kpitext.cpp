// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/kpitext.h"

#include "ui/text/figures.h"
#include "ui/text/names.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include <cmath>

namespace meitrace {

namespace {

struct KpiText {
    Q_DECLARE_TR_FUNCTIONS(KpiText)
};

bool isChinese()
{
    return QLocale().language() == QLocale::Chinese;
}

QString chosen(const std::string& english, const std::string& chinese)
{
    return fromUtf8(isChinese() ? chinese : english);
}

QString withDays(QString text, int days)
{
    return text.replace(QStringLiteral("%1"), QLocale().toString(days));
}

/// Kinds of files that are not read yet have names too.
QString fileName(const std::string& kind)
{
    if (kind == "his_package") {
        return KpiText::tr("card balances");
    }
    if (kind == "his_followup") {
        return KpiText::tr("follow-up calls");
    }
    if (kind == "local_life_order") {
        return KpiText::tr("voucher orders");
    }
    return kindName(kind);
}

QString number(double value, int decimals)
{
    return QLocale().toString(value, 'f', decimals);
}

QDate dateOf(Day day)
{
    return QDate(1970, 1, 1).addDays(day);
}

}  // namespace

QString kpiBasisText(const KpiDefinition& definition, std::int64_t n)
{
    const int count = static_cast<int>(n);
    switch (definition.n) {
    case KpiTerm::Bills:
    case KpiTerm::Tickets:
        return KpiText::tr("%Ln bill(s)", "", count);
    case KpiTerm::Payments:
        return KpiText::tr("%Ln payment(s)", "", count);
    case KpiTerm::Deliveries:
        return KpiText::tr("%Ln treatment(s)", "", count);
    case KpiTerm::Visits:
        return KpiText::tr("%Ln visit(s)", "", count);
    case KpiTerm::Booked:
        return KpiText::tr("%Ln booking(s)", "", count);
    case KpiTerm::Leads:
    case KpiTerm::PaidLeads:
        return KpiText::tr("%Ln lead(s)", "", count);
    case KpiTerm::Purchases:
    case KpiTerm::RepeatDays:
        return KpiText::tr("%Ln purchase(s)", "", count);
    default:
        return customersText(n);
    }
}

QString kpiName(const KpiDefinition& definition, int roiDays)
{
    return withDays(chosen(definition.name, definition.nameChinese), roiDays);
}

QString kpiSentence(const KpiDefinition& definition, int roiDays)
{
    return withDays(chosen(definition.sentence, definition.sentenceChinese), roiDays);
}

QString kpiFormula(const KpiDefinition& definition)
{
    return chosen(definition.formula, definition.formulaChinese);
}

QString kpiValueText(const KpiDefinition& definition, double value)
{
    if (std::isnan(value)) {
        return QStringLiteral("—");
    }
    switch (definition.unit) {
    case KpiUnit::Money:
        return roundMoneyText(value);
    case KpiUnit::Rate:
        return percentText(value);
    case KpiUnit::Ratio:
        return number(value, 2);
    case KpiUnit::Months:
        return KpiText::tr("%1 months").arg(number(value, 1));
    case KpiUnit::Count:
        break;
    }
    return countText(std::llround(value));
}

QString kpiChangeText(const KpiDefinition& definition, const KpiReading& figure)
{
    if (!figure.now.isKnown() || !figure.before.isKnown()) {
        return {};
    }
    const double now = figure.now.value;
    const double before = figure.before.value;
    const QString sign = now > before ? QStringLiteral("+") : QStringLiteral("−");
    if (now == before) {
        return KpiText::tr("no change");
    }
    if (definition.unit == KpiUnit::Rate) {
        return KpiText::tr("%1 points").arg(sign + number(std::abs(now - before) * 100, 1));
    }
    if (definition.unit == KpiUnit::Months) {
        return KpiText::tr("%1 months").arg(sign + number(std::abs(now - before), 1));
    }
    if (before <= 0) {
        return KpiText::tr("from %1").arg(kpiValueText(definition, before));
    }
    return sign + changeText(std::abs(now - before) / before);
}

QString kpiGapText(const KpiDefinition& definition, const KpiReading& figure)
{
    switch (figure.now.gap) {
    case KpiGap::None:
        return {};
    case KpiGap::NoFile: {
        QStringList files;
        for (const std::string& kind : figure.missing.empty() ? definition.needs : figure.missing) {
            files << fileName(kind);
        }
        return KpiText::tr("Needs: %1").arg(files.join(KpiText::tr(", ", "between names of files")));
    }
    case KpiGap::BeforeData:
        return KpiText::tr("The files begin later");
    case KpiGap::NotSplit:
        return KpiText::tr("Spend is known by channel only");
    case KpiGap::ChosenOnly:
        return KpiText::tr("Spend is known for the whole clinic only");
    case KpiGap::NothingToDivide:
        break;
    }
    return KpiText::tr("Nothing to divide by");
}

QString monthText(Day day)
{
    return QLocale().toString(dateOf(day), KpiText::tr("MMMM yyyy", "a month"));
}

QString periodText(KpiPeriod period)
{
    const QDate from = dateOf(period.from);
    const QDate to = dateOf(period.to);
    const QLocale locale;
    return KpiText::tr("%1 to %2")
        .arg(locale.toString(from, KpiText::tr("MMM d", "first day of a period")),
             locale.toString(to, KpiText::tr("MMM d, yyyy", "last day of a period")));
}

int kpiVerdict(const KpiDefinition& definition, const KpiReading& figure)
{
    if (definition.direction == KpiDirection::None || !figure.now.isKnown() || !figure.before.isKnown()
        || figure.now.value == figure.before.value) {
        return 0;
    }
    return (figure.now.value > figure.before.value) == (definition.direction == KpiDirection::Up) ? 1 : -1;
}

}  // namespace meitrace
