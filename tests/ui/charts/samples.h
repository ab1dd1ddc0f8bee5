// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/barchart.h"
#include "ui/charts/comparebars.h"
#include "ui/charts/densityscatter.h"
#include "ui/charts/distributionbars.h"
#include "ui/charts/funnelchart.h"
#include "ui/charts/heatgrid.h"
#include "ui/charts/linechart.h"
#include "ui/charts/sankey.h"
#include "ui/charts/stagetimeline.h"
#include "ui/charts/timeline.h"

namespace meitrace::test {

/// Charts with made-up numbers, in Chinese or English words.
FunnelData sampleFunnel(bool chinese);
FunnelData sampleSplitFunnel(bool chinese);
/// Twenty steps, for the funnel that runs downwards.
FunnelData sampleLongFunnel();
HeatData sampleRfm(bool chinese);
HeatData sampleRetention(bool chinese);
HeatData sampleWeek(bool chinese);
LineData sampleLines(bool chinese);
LineData samplePosterior(bool chinese);
BarData sampleStack(bool chinese);
BarData sampleChannels(bool chinese);
CompareData sampleCompare(bool chinese);
DistributionData sampleDistribution(bool chinese);
ScatterData sampleScatter(int points);
TimelineData sampleLife(bool chinese);
QVector<Stage> sampleStages(bool chinese);
/// Two contacts, a booking or nothing, an arrival.
SankeyData samplePaths();

}  // namespace meitrace::test
