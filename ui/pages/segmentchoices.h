// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/rfm.h"
#include "ui/pages/choices.h"

namespace meitrace {

/// Window, money, frequency, method, names. hasMargins: a list of items with their margins is loaded
std::vector<ChoiceOf<RfmOptions>> rfmChoices(const RfmOptions& options, bool hasMargins);

}  // namespace meitrace
