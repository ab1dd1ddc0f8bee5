// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/frame/snapshot.h"

namespace meitrace {

/// 100,000 customers and about five million events of one year: sessions drawn from a Markov chain over
/// twelve types, each on one of twelve channels, activity by a power law (the most active customer has some
/// thousand events). Always the same.
///
/// byDay: bills are known by their day only, as tills export them.
const Snapshot& drawnClinic(bool byDay = false);

}  // namespace meitrace
