// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/byteorigin.h"

#include <memory>
#include <string>

namespace meitrace {

/// Unpacks a .gz file, one or several members after one another; zero bytes behind the last one are padding.
/// read() fails with FileTruncated(name) when the file ends inside a member, a check sum is wrong, or what
/// follows a member is neither a member nor padding.
///
/// Errors  Internal (zlib would not start)
Result<std::unique_ptr<ByteStream>> gzipStream(std::unique_ptr<ByteStream> packed, std::string name);

}  // namespace meitrace
