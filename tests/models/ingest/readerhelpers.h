// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/delimitedsource.h"
#include "models/ingest/rowsource.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace meitrace::test {

using Cells = std::vector<std::string>;

/// Everything a source gives, put together.
struct ReadRows {
    SourceShape shape;
    std::vector<Cells> rows;
    std::vector<std::int64_t> line;
    std::vector<std::string> raw;
    std::vector<RowMark> marks;  ///< row: number in the file
    std::string problem;         ///< "" or what was inconsistent
    Error error;                 ///< of opening or reading
    bool failed = false;

    [[nodiscard]] std::vector<std::int64_t> rowsMarked(RowRule rule) const
    {
        std::vector<std::int64_t> found;
        for (const RowMark& mark : marks) {
            if (mark.rule == rule) {
                found.push_back(mark.row);
            }
        }
        return found;
    }
};

inline void append(ReadRows& all, const RowBlock& block)
{
    const auto rows = static_cast<std::size_t>(block.rows());
    if (block.firstRow != static_cast<std::int64_t>(all.rows.size())) {
        all.problem = "the block does not begin behind the last one";
    }
    if (block.line.size() != rows || block.raw.size() != rows || rows == 0) {
        all.problem = "the block's columns differ in length";
    }
    for (const RowMark& mark : block.marks) {
        if (mark.row < 0 || mark.row >= block.rows()) {
            all.problem = "a mark outside the block";
        }
        all.marks.push_back(
            {static_cast<std::int32_t>(block.firstRow) + mark.row, mark.rule, mark.byteOffset});
    }
    for (std::size_t i = 0; i < rows; ++i) {
        Cells cells;
        for (std::uint32_t cell = block.rowStart[i]; cell < block.rowStart[i + 1]; ++cell) {
            cells.emplace_back(block.cells[cell]);
        }
        all.rows.push_back(std::move(cells));
        all.line.push_back(block.line[i]);
        all.raw.emplace_back(block.raw[i]);
    }
}

inline ReadRows readAll(Result<std::unique_ptr<RowSource>> source)
{
    ReadRows all;
    if (!source) {
        all.failed = true;
        all.error = source.error();
        return all;
    }
    all.shape = (*source)->shape();
    while (true) {
        Result<std::unique_ptr<RowSource::Raw>> raw = (*source)->nextRaw();
        if (!raw) {
            all.failed = true;
            all.error = raw.error();
            return all;
        }
        if (!*raw) {
            all.shape = (*source)->shape();  // the hash of a file that is read once
            return all;
        }
        append(all, (*source)->parse(std::move(*raw)));
    }
}

inline ReadRows readText(const std::string& bytes, const ReadOptions& options = {},
                         const ReadLimits& limits = {})
{
    return readAll(openDelimited(memoryOrigin(bytes), options, limits));
}

inline ReadOptions withoutHeader(char delimiter = 0)
{
    ReadOptions options;
    options.header = false;
    options.delimiter = delimiter;
    return options;
}

}  // namespace meitrace::test
