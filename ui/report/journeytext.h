// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/journeydata.h"

#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace meitrace {

/// The sentences of the journey report, in the chosen language.

/// With the year, whatever year it is
QString reportDay(Day day);
/// "May 2026", or first and last day
QString periodText(const ReportPeriod& period);
QString stageName(int stage);
/// "+2.1 points (−0.4 to +4.6)"
QString pointsText(double difference, const Interval& range);

/// At most three, the most useful first; withheld where there are too few customers.
QStringList journeyFindings(const JourneyData& data);
/// Who is not in the figures and why, as one sentence.
QString leftOutText(const JourneyData& data);

// What is counted, for the foot of each page.
QString summaryDefinition(const JourneyData& data);
QString funnelDefinition(const JourneyData& data);
QString pathsDefinition(const JourneyData& data);
QString painDefinition(const JourneyData& data);
QString sequencesDefinition(const JourneyData& data);
QString channelsDefinition(const JourneyData& data);
QString segmentsDefinition(const JourneyData& data);
QString sourcesDefinition(const JourneyData& data);
QString wordsDefinition();

/// Terms and what they mean, for the last page.
std::vector<std::pair<QString, QString>> journeyTerms(const JourneyData& data);

}  // namespace meitrace
