// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/byteorigin.h"
#include "models/ingest/piecereader.h"
#include "models/ingest/rowsource.h"

#include <memory>

namespace meitrace {

/// As openRowSource(path), from bytes wherever they lie, and with other limits for damaged files.
Result<std::unique_ptr<RowSource>> openDelimited(std::shared_ptr<const ByteOrigin> origin,
                                                 const ReadOptions& options, const ReadLimits& limits = {});

}  // namespace meitrace
