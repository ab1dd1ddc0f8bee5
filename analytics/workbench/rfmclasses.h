// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/rfm.h"
#include "analytics/workbench/clinic.h"

#include <string>
#include <string_view>

namespace meitrace {

/// How the clinic cuts R, F and M into classes; kept in its workspace.
struct RfmClasses {
    RfmMethod method = RfmMethod::Auto;
    int bins = 5;
    RfmFixedCuts cuts {};
    RfmThreshold threshold = RfmThreshold::Median;  ///< between better and worse, of the eight segments
    RfmThresholds fixedThresholds = RfmOptions {}.fixedThresholds;
};

bool operator==(const RfmClasses& a, const RfmClasses& b);

RfmClasses rfmClassesOf(const RfmOptions& options);
void setRfmClasses(RfmOptions& options, const RfmClasses& classes);

/// "fixed 5 60,120,240,365 - 100000,300000,1000000,3000000 median 365 2 1000000": "-" stands for the cuts of
/// no number of its own.
std::string rfmClassesText(const RfmClasses& classes);
/// The usual classes where the text is of another form, or its cuts do not ascend.
RfmClasses rfmClassesFrom(std::string_view text);

/// The usual classes where none were saved.
/// Errors  those of the store
Result<RfmClasses> savedRfmClasses(Clinic& clinic);
Status saveRfmClasses(Clinic& clinic, const RfmClasses& classes);

}  // namespace meitrace
