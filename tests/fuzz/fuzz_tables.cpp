// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Tables that are no delimited text: workbooks as they lie on the disk, the XML of a sheet and of its texts,
// JSON lines, web pages. Whatever the bytes: no crash, rows of valid UTF-8, the same rows in pieces of any
// size.
#include "models/base/text.h"
#include "models/ingest/htmltable.h"
#include "models/ingest/jsonlines.h"
#include "models/ingest/workbooksource.h"
#include "tests/support/zipmaker.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

using namespace meitrace;

namespace {

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

using Rows = std::vector<std::vector<std::string>>;

Rows rowsOf(Result<std::unique_ptr<RowSource>> source)
{
    Rows rows;
    while (source) {
        Result<std::unique_ptr<RowSource::Raw>> raw = (*source)->nextRaw();
        if (!raw || !*raw) {
            break;
        }
        const RowBlock block = (*source)->parse(std::move(*raw));
        require(block.firstRow == static_cast<std::int64_t>(rows.size()) && block.rows() > 0);
        for (std::size_t row = 0; row + 1 < block.rowStart.size(); ++row) {
            auto& cells = rows.emplace_back();
            for (std::uint32_t cell = block.rowStart[row]; cell < block.rowStart[row + 1]; ++cell) {
                cells.emplace_back(block.cells[cell]);
            }
        }
    }
    return rows;
}

Rows bookRows(const std::string& bytes)
{
    ZipLimits limits;
    limits.partBytes = 1 << 20;
    limits.totalBytes = 4 << 20;
    Result<ZipArchive> archive = ZipArchive::fromBytes(bytes, "fuzz", limits);
    return archive ? rowsOf(openWorkbook(std::move(*archive), {}, 1, "hash")) : Rows();
}

void requireText(const Rows& rows)
{
    for (const auto& cells : rows) {
        for (const std::string& cell : cells) {
            require(isValidUtf8(cell));
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 2) {
        return 0;
    }
    const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    switch (data[0] & 3U) {
    case 0:
        requireText(bookRows(bytes));
        break;
    case 1: {
        const std::size_t half = bytes.find('\n');
        const std::string styles = half == std::string::npos ? std::string() : bytes.substr(half + 1);
        requireText(bookRows(
            test::bookOf({.sheets = {{"s", bytes.substr(0, half)}}, .texts = styles, .styles = styles})));
        break;
    }
    case 2: {
        ReadOptions options;
        const Rows whole = rowsOf(openJsonLines(memoryOrigin(bytes), options));
        options.blockBytes = 1 + (data[0] >> 2U);
        require(rowsOf(openJsonLines(memoryOrigin(bytes), options)) == whole);
        break;
    }
    default:
        requireText(rowsOf(openHtmlTable(memoryOrigin(bytes), {})));
    }
    return 0;
}
