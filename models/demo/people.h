// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/demo/world.h"

namespace meitrace::demo {

/// Persona, channel, age, loyalty, the time of the lead and of its answer. Deterministic per (seed, number).
Person drawPerson(const DemoOptions& options, int number);

}  // namespace meitrace::demo
