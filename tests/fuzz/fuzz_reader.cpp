// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/text.h"
#include "models/ingest/delimitedsource.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

// The first two bytes choose options, the rest is the file. Two block sizes must give the same rows, the
// number of rows must be that of line ends outside quotes as the scanner sees them (the reader asserts it),
// every row must have its line, its raw text and at least one cell, all texts must be UTF-8 without NULs, and
// nothing may crash.

using namespace meitrace;

namespace {

struct Outcome {
    bool failed = false;
    std::vector<std::string> header;
    std::vector<std::string> texts;   // row by row: cells, then the raw text
    std::vector<std::int64_t> rows;   // line and number of cells of each
    std::vector<std::int64_t> marks;  // row, rule, offset of each

    bool operator==(const Outcome&) const = default;
};

void require(bool claim)
{
    if (!claim) {
        std::abort();
    }
}

void add(Outcome& outcome, const RowBlock& block)
{
    const auto count = static_cast<std::size_t>(block.rows());
    const auto before = static_cast<std::int64_t>(outcome.rows.size() / 2);
    require(block.firstRow == before && count > 0);
    require(block.line.size() == count && block.raw.size() == count);
    for (std::size_t i = 0; i < count; ++i) {
        require(block.rowStart[i] < block.rowStart[i + 1]);
        for (std::uint32_t cell = block.rowStart[i]; cell < block.rowStart[i + 1]; ++cell) {
            outcome.texts.emplace_back(block.cells[cell]);
        }
        outcome.texts.emplace_back(block.raw[i]);
        outcome.rows.push_back(block.line[i]);
        outcome.rows.push_back(std::int64_t {block.rowStart[i + 1]} - std::int64_t {block.rowStart[i]});
    }
    for (const RowMark& mark : block.marks) {
        require(mark.row >= 0 && mark.row < block.rows());
        outcome.marks.insert(outcome.marks.end(),
                             {before + mark.row, static_cast<std::int64_t>(mark.rule), mark.byteOffset});
    }
}

Outcome readAll(const std::string& bytes, const ReadOptions& options, const ReadLimits& limits)
{
    Outcome outcome;
    Result<std::unique_ptr<RowSource>> source = openDelimited(memoryOrigin(bytes), options, limits);
    if (!source) {
        outcome.failed = true;
        return outcome;
    }
    outcome.header = (*source)->shape().header;
    while (true) {
        Result<std::unique_ptr<RowSource::Raw>> raw = (*source)->nextRaw();
        if (!raw) {
            outcome.failed = true;
            return outcome;
        }
        if (!*raw) {
            return outcome;
        }
        add(outcome, (*source)->parse(std::move(*raw)));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const std::vector<std::string> kEncodings {"auto",     "utf-8", "gb18030",      "utf-16le",
                                                      "utf-16be", "big5",  "windows-1252", "auto"};
    static const std::vector<char> kDelimiters {'\0', ',', ';', '\t', '|', '\0', ',', '|'};
    if (size < 2) {
        return 0;
    }
    ReadOptions options;
    options.encoding = kEncodings[data[0] & 7U];
    options.delimiter = kDelimiters[(data[0] >> 3U) & 7U];
    options.header = (data[0] & 0x40U) != 0;
    ReadLimits limits;
    limits.openQuote = 1 + data[1];
    limits.row = 64 + 2 * std::int64_t {data[1]};
    limits.cutRow = 16;
    const std::string bytes(reinterpret_cast<const char*>(data) + 2, size - 2);

    options.blockBytes = 1 << 16;
    const Outcome large = readAll(bytes, options, limits);
    options.blockBytes = 1 + (data[1] >> 2U);
    const Outcome small = readAll(bytes, options, limits);
    require(large == small);
    for (const std::string& text : large.texts) {
        require(isValidUtf8(text) && text.find('\0') == std::string::npos);
    }
    return 0;
}
