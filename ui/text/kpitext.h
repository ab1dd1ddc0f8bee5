// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/kpi.h"

#include <QString>

namespace meitrace {

/// Texts of the clinic's figures, in the chosen language. The words stand in resources/text/kpis.csv.

QString kpiName(const KpiDefinition& definition, int roiDays);
/// What exactly is counted
QString kpiSentence(const KpiDefinition& definition, int roiDays);
QString kpiFormula(const KpiDefinition& definition);
/// "1,234", "¥ 6,800", "45.0 %", "2.31", "4.2 months"; a dash where nothing is known
QString kpiValueText(const KpiDefinition& definition, double value);
/// "+12.0 %", "−2.1 points": now against before; empty where there is nothing to compare
QString kpiChangeText(const KpiDefinition& definition, const KpiReading& figure);
/// On how many what it rests: "31 bills", "48 bookings"
QString kpiBasisText(const KpiDefinition& definition, std::int64_t n);
/// Why the figure is not known, with the file that would give it; empty where it is known
QString kpiGapText(const KpiDefinition& definition, const KpiReading& figure);
/// "June 2026"
QString monthText(Day day);
/// "Jun 1 – 30, 2026"
QString periodText(KpiPeriod period);

/// 1 better, -1 worse, 0 the same or neither
int kpiVerdict(const KpiDefinition& definition, const KpiReading& figure);

}  // namespace meitrace
