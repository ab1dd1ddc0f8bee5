// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/units.h"

#include <Eigen/Core>

#include <cstdint>

namespace meitrace {

/// One value per row. Indexes are signed, so loops need no casts.
template <typename T>
using Column = Eigen::Array<T, Eigen::Dynamic, 1>;

}  // namespace meitrace
