// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/customerfile.h"
#include "analytics/workbench/profile.h"
#include "ui/report/reportdocument.h"

#include <QDateTime>
#include <QString>

namespace meitrace {

struct ProfileSheetOptions {
    QString clinic;
    QDateTime made;
    bool named = false;  ///< her name in clear; else code and masked number only
};

/// One customer on one page: who she is, what she allowed, her contacts, cards and last purchases. What does
/// not fit is counted. Numbers and ids are always shown in part. On the thread of the window: it uses a
/// chart.
ReportDocument profileSheet(const Profile& profile, const CustomerFile& file, const SnapshotFrame& frame,
                            const ProfileSheetOptions& options);

}  // namespace meitrace
