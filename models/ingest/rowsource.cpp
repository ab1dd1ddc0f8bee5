// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/rowsource.h"

#include "models/ingest/byteorigin.h"
#include "models/ingest/delimitedsource.h"

namespace meitrace {

Result<std::unique_ptr<RowSource>> openRowSource(const std::string& path, const ReadOptions& options)
{
    return openDelimited(fileOrigin(path), options);
}

}  // namespace meitrace
