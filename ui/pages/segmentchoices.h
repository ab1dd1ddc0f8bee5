// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/rfm.h"

#include <QString>

#include <vector>

namespace meitrace {

/// One setting of the segments that people choose from a menu. The first choice is the usual one.
struct RfmChoice {
    QString key;
    QString title;
    std::vector<QString> names;
    std::vector<RfmOptions> options;  ///< with this choice made, all else as it is
    int current = 0;

    /// "Money: received"
    [[nodiscard]] QString text() const;
};

/// As-of day, method, frequency, money, window, names. last: as-of day of the data, or missing.
std::vector<RfmChoice> rfmChoices(const RfmOptions& options, Day last);

}  // namespace meitrace
