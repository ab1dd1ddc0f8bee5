// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/byteorigin.h"
#include "models/ingest/encoding.h"
#include "models/ingest/linecount.h"
#include "models/ingest/recordscanner.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

/// What a damaged file may cost. Tests make these small.
struct ReadLimits {
    std::int64_t openQuote = 1 << 20;  ///< bytes within which a quoted cell with line ends must be closed
    std::int64_t row = 64 << 20;       ///< bytes of a row; a longer one is cut and marked
    std::int64_t cutRow = 4096;        ///< bytes of text that stay of such a row
};

/// An undivided part of a file that holds whole rows, still as it lies on the disk.
struct Piece {
    enum class Kind {
        Rows,
        UnclosedQuote,  ///< one row whose last quote is never closed
        RowTooLong      ///< the beginning of one row
    };
    Kind kind = Kind::Rows;
    std::unique_ptr<char[]> storage;
    std::string_view source;     ///< in storage, with kScanPadding readable bytes behind it
    std::int64_t rows = 0;       ///< at least 1
    std::int64_t firstRow = 0;   ///< number of its first row
    std::int64_t firstLine = 1;  ///< physical line on which it begins, maybe a blank one
    std::int64_t offset = 0;     ///< of source[0] in the unpacked file
    std::int64_t diskBytes = 0;  ///< of the file on the disk, taken up to the end of the piece
};

struct PieceOptions {
    Encoding encoding = Encoding::Utf8;
    char delimiter = ',';
    bool hasQuotes = true;  ///< false: every line is a row
    std::int64_t blockBytes = 1 << 20;
    ReadLimits limits;
    std::int64_t offset = 0;      ///< where to begin: behind a byte order mark or a preamble
    std::int64_t line = 1;        ///< the line that begins there
    bool compressed = false;      ///< offsets do not tell how much of the file was taken
    std::int64_t fileBytes = -1;  ///< on the disk when it was looked at before; -1 = was not
};

/// Cuts a stream into pieces at row ends. Memory: some blockBytes, or the longest row up to the limit.
class PieceReader {
public:
    /// name: of the file, for errors
    PieceReader(std::unique_ptr<ByteStream> stream, std::string name, const PieceOptions& options);

    /// Empty at the end. mostRows: how many rows the piece may hold; fewer come when a block is full.
    ///
    /// Cost    without quotes a count of line ends at memory speed, with quotes about 1 GB/s
    /// Errors  FileUnreadable, FileTruncated, FileChanged
    Result<std::optional<Piece>> next(std::int64_t mostRows = std::numeric_limits<std::int64_t>::max());

private:
    struct Found {
        Piece::Kind kind = Piece::Kind::Rows;
        std::int64_t size = 0;  ///< of the text taken, 0 = the window ends too early
        std::int64_t end = 0;   ///< without the last line end
        std::int64_t rows = 0;
    };

    [[nodiscard]] std::string_view text() const;
    [[nodiscard]] std::int64_t sourceBytes(std::int64_t textBytes) const;
    [[nodiscard]] std::string_view window() const;
    Status fill();
    Status skipToOffset();
    Found findRows(std::int64_t mostRows);
    [[nodiscard]] Found findLines() const;
    void drop(std::int64_t textBytes);
    Piece take(const Found& found);
    Piece cutRow();
    Result<std::optional<Piece>> skipLongRow();

    std::unique_ptr<ByteStream> m_stream;
    std::string m_name;
    PieceOptions m_options;
    RecordScanner m_scanner;
    bool m_hasOutline;
    bool m_isWide;
    bool m_started = false;

    std::unique_ptr<char[]> m_bytes;
    std::int64_t m_begin = 0;  ///< of the window in m_bytes
    std::int64_t m_end = 0;
    bool m_isFinal = false;
    std::vector<char> m_outline;      ///< of the window, with padding
    std::int64_t m_outlineBegin = 0;  ///< part of it that the window has lost
    std::int64_t m_outlineEnd = 0;

    std::int64_t m_row = 0;
    std::int64_t m_line;
    std::int64_t m_offset;
};

}  // namespace meitrace
