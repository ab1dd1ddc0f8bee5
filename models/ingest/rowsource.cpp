// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/rowsource.h"

#include "models/base/hash.h"
#include "models/ingest/byteorigin.h"
#include "models/ingest/delimitedsource.h"
#include "models/ingest/firstpass.h"
#include "models/ingest/htmltable.h"
#include "models/ingest/jsonlines.h"
#include "models/ingest/passingcheck.h"
#include "models/ingest/sniffing.h"
#include "models/ingest/workbooksource.h"

#include <utility>

namespace meitrace {

namespace {

/// As foreignFormat(); looks into a .gz.
Result<std::string> formatOf(const ByteOrigin& origin)
{
    std::string head(static_cast<std::size_t>(kSniffBytes), '\0');
    for (const bool packed : {false, true}) {
        Result<std::unique_ptr<ByteStream>> stream = openUnpacked(origin, packed);
        if (!stream) {
            return stream.error();
        }
        const Result<std::int64_t> got = readFully(**stream, head.data(), kSniffBytes);
        if (!got) {
            return got.error();
        }
        const std::string_view seen = std::string_view(head).substr(0, static_cast<std::size_t>(*got));
        if (!looksLikeGzip(seen)) {
            return std::string(foreignFormat(seen));
        }
    }
    return std::string();
}

Result<std::unique_ptr<RowSource>> openWorkbookFile(const ByteOrigin& origin, const ReadOptions& options)
{
    Result<std::unique_ptr<ByteStream>> stream = origin.open();
    if (!stream) {
        return stream.error();
    }
    PassingCheck bytes(std::move(*stream), origin.name(), false);
    std::string piece(std::size_t {1} << 18U, '\0');
    while (true) {
        const Result<std::int64_t> got = bytes.read(piece.data(), static_cast<std::int64_t>(piece.size()));
        if (!got) {
            return got.error();
        }
        if (*got == 0) {
            break;
        }
    }
    Result<ZipArchive> archive = ZipArchive::open(origin.name());
    if (!archive) {
        return archive.error();
    }
    return openWorkbook(std::move(*archive), options, bytes.diskBytes(), bytes.hash());
}

}  // namespace

std::string tableHash(const std::string& fileHash, const std::string& sheet)
{
    return sheet.empty() ? fileHash : hash128Hex(fileHash + "\n" + sheet);
}

Result<std::unique_ptr<RowSource>> openRowSource(const std::string& path, const ReadOptions& options)
{
    std::shared_ptr<const ByteOrigin> origin = fileOrigin(path);
    const Result<std::string> format = formatOf(*origin);
    if (!format) {
        return format.error();
    }
    if (*format == "xlsx") {
        return openWorkbookFile(*origin, options);
    }
    if (*format == "json") {
        return openJsonLines(std::move(origin), options);
    }
    return *format == "html" ? openHtmlTable(std::move(origin), options)
                             : openDelimited(std::move(origin), options);
}

}  // namespace meitrace
