// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/ingest/rowblock.h"

#include <limits>
#include <memory>
#include <optional>
#include <string>

namespace meitrace {

/// What the caller wants otherwise than found out from the file.
struct ReadOptions {
    std::string encoding = "auto";  ///< as in SourceShape, or "auto"
    char delimiter = 0;             ///< 0 = found out
    std::string sheet;              ///< of a workbook; empty = the first one with rows
    /// Files from this size on are read once instead of twice: the beginning decides the encoding, which is
    /// confirmed on the way (EncodingDoubtful), and the content hash is there after the last block.
    std::int64_t readOnceFrom = std::numeric_limits<std::int64_t>::max();
    bool header = true;  ///< the first row that is no comment and not blank names the columns
    std::int64_t blockBytes = 1
        << 19;  ///< size of a piece; tests make it tiny. No limit on anything a file may hold depends on it
};

/// A file as a stream of blocks of text cells, whatever its format.
///
/// nextRaw() is called by one thread at a time and is cheap; parse() is called by several threads at once and
/// does the work. Memory does not grow with the file.
class RowSource {
public:
    /// An undivided piece of the file that holds whole rows. What is in it is the implementation's business.
    struct Raw {
        virtual ~Raw() = default;
    };

    RowSource() = default;
    RowSource(const RowSource&) = delete;
    RowSource& operator=(const RowSource&) = delete;
    virtual ~RowSource() = default;

    [[nodiscard]] virtual const SourceShape& shape() const = 0;
    /// Empty at the end.  Errors  FileUnreadable, FileTruncated, FileChanged, EncodingDoubtful
    virtual Result<std::unique_ptr<Raw>> nextRaw() = 0;
    /// Row numbers in the block are those of the file.
    [[nodiscard]] virtual RowBlock parse(std::unique_ptr<Raw> raw) const = 0;
};

/// The content hash of a table: of its file, and where somebody chose a sheet, of that sheet of it.
std::string tableHash(const std::string& fileHash, const std::string& sheet);

/// Opens a file and finds out what it is.
///
/// Delimited text, also as .gz; Excel workbooks (.xlsx), JSON lines and HTML tables, by their content and not
/// by their name.
///
/// Errors  FileMissing, FileIsFolder, FileEmpty, FileUnreadable, FileTruncated (.gz, damaged workbook),
///         FileFormat (binary, old xls …; value: what it looks like), BadOption(encoding)
Result<std::unique_ptr<RowSource>> openRowSource(const std::string& path, const ReadOptions& options = {});

}  // namespace meitrace
