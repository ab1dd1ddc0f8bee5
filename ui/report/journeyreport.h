// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/journeydata.h"
#include "ui/report/paperflow.h"
#include "ui/report/reportdocument.h"

#include <QDateTime>
#include <QString>

namespace meitrace {

/// The journey report for the director's meeting as pages, in the chosen language: summary, paths,
/// funnel, pain points, stage sequences, channels, segments, sources, definitions. Fast, but on the thread of
/// the window: it uses charts.
///     const auto data = journeyData(snapshot, overview, {.period = …}, job);
///     journeyReport(*data, session.name(), now).savePdf(path);
ReportDocument journeyReport(const JourneyData& data, const QString& clinic, const QDateTime& made);

// The parts, each from a new page on.
void addSummary(PaperFlow& flow, const JourneyData& data, const QString& clinic);
void addFunnel(PaperFlow& flow, const JourneyData& data);
void addPaths(PaperFlow& flow, const JourneyData& data);
void addPainPoints(PaperFlow& flow, const JourneyData& data);
void addSequences(PaperFlow& flow, const JourneyData& data);
void addChannels(PaperFlow& flow, const JourneyData& data);
void addSegments(PaperFlow& flow, const JourneyData& data);
/// What to do, with room for who and until when
void addNextSteps(PaperFlow& flow, const JourneyData& data);
void addSources(PaperFlow& flow, const JourneyData& data);
/// Sources, their files and rows in one small table
void addSourceSums(PaperFlow& flow, const JourneyData& data);
void addTerms(PaperFlow& flow, const JourneyData& data);

}  // namespace meitrace
