// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/monitor.h"

#include <QString>
#include <QStringList>

namespace meitrace {

/// "Arrivals", "Money received"
QString monitorMetricName(const std::string& metric);
/// A value of a metric as people read it: "41", "¥ 12,000"
QString monitorValueText(double value, bool isMoney);
/// "Arrivals, Jun 12: 23 instead of about 41 (usual 32 to 52); mostly Store B (−14)."
QString monitorSentence(const MonitorAlert& alert, const MonitorSeries& series);
/// What cannot be said of a number, and why; empty: everything can
QString monitorSilenceText(const MonitorSeries& series);
/// The alarms, latest first; the last says what they do not say, or that nothing stands out.
QStringList monitorFindings(const MonitorResult& result);

}  // namespace meitrace
