// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/mergereview.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace meitrace {

/// One kind of key of two records, side by side.
struct ReviewRow {
    QString title;
    QString left;
    QString right;
    QString maskedLeft {};  ///< of names, for pictures that are copied for others
    QString maskedRight {};
    bool differs = false;  ///< both say something, and nothing of it is the same
};

/// What one field says about two records being one person.
struct ReviewWeight {
    QString title;
    QString level;        ///< "reads alike"
    double weight = 0.0;  ///< bits for (positive) or against
};

/// A pair as the page shows it, in words.
struct ReviewSheet {
    QString leftTitle;
    QString rightTitle;
    QString reason;
    std::vector<ReviewRow> rows;
    std::vector<ReviewWeight>
        weights;      ///< the strongest first, the prior last; empty where too little is known
    QString verdict;  ///< "97.3 % likely the same person"; empty without weights
};

/// Names are shortened while names are hidden.
ReviewSheet reviewSheet(const ReviewPairView& pair);

}  // namespace meitrace
