// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/funnelchart.h"
#include "ui/charts/heatgrid.h"

namespace meitrace::test {

/// Charts with made-up numbers, in Chinese or English words.
FunnelData sampleFunnel(bool chinese);
FunnelData sampleSplitFunnel(bool chinese);
/// Twenty steps, for the funnel that runs downwards.
FunnelData sampleLongFunnel();
HeatData sampleRfm(bool chinese);
HeatData sampleRetention(bool chinese);
HeatData sampleWeek(bool chinese);

}  // namespace meitrace::test
