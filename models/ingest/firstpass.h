// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/byteorigin.h"
#include "models/ingest/encoding.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace meitrace {

/// What one look through a whole file tells.
struct FileFacts {
    Encoding encoding = Encoding::Utf8;
    std::int64_t markBytes = 0;  ///< byte order mark at the beginning, 0 without one
    bool compressed = false;     ///< .gz
    std::int64_t diskBytes = 0;
    std::string contentHash;  ///< XXH3-128 of the bytes on the disk; empty: not read to the end
    bool isConfirmed = true;  ///< of the whole file, not only of its beginning
};

/// Reads a file from start to end. wanted: the encoding to take; empty = find it out.
///
/// Detection: byte order mark; UTF-16 by its zero bytes; UTF-8 when all of it is valid; GB18030 when it has
/// no error and mostly common Hanzi; else bestEncoding() of everything. Cost    plain UTF-8 about 2 GB/s;
/// other 8-bit encodings are read a second and maybe a third time Errors  FileMissing, FileIsFolder,
/// FileUnreadable, FileEmpty (no byte), FileTruncated, FileFormat (value: what it is)
/// readOnceFrom: of larger files that are not packed and begin in UTF-8 only the beginning is read.
/// expected: "json" or "html" where the caller reads such files.
Result<FileFacts> firstPass(const ByteOrigin& origin, std::optional<Encoding> wanted,
                            std::int64_t readOnceFrom, std::string_view expected = {});

/// The file's bytes, unpacked when it is a .gz.
Result<std::unique_ptr<ByteStream>> openUnpacked(const ByteOrigin& origin, bool compressed);

}  // namespace meitrace
