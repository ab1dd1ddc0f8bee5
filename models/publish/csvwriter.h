// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/platform.h"
#include "models/base/result.h"
#include "models/publish/textencoder.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

struct CsvFormat {
    TextEncoding encoding = TextEncoding::Utf8Bom;
    char delimiter = ',';          ///< , ; TAB |
    std::string lineEnd = "\r\n";  ///< CRLF or LF
    bool guardFormulas = true;     ///< text cells that a spreadsheet would run get an apostrophe in front
};

/// Rows of cells to delimited text (RFC 4180 quoting: only where a reader needs it), kept in memory until
/// taken.
class CsvEncoder {
public:
    explicit CsvEncoder(CsvFormat format);

    /// A cell that holds words of people or of files: guarded when the format says so.
    void text(std::string_view content);
    /// A cell this program made itself (number, date, code): never guarded, so that numbers stay numbers.
    void plain(std::string_view content);
    void number(std::int64_t value);
    void endRow();
    /// A line with nothing on it: readers do not take it for a row.
    void blankLine();

    /// 1-based physical line on which the row in hand begins; line breaks inside cells count.
    [[nodiscard]] std::int64_t line() const { return m_line; }
    /// Bytes of the finished rows not taken yet
    [[nodiscard]] std::size_t pending() const { return m_bytes.size(); }
    [[nodiscard]] std::string takeBytes();

private:
    void cell(std::string_view content, bool guarded);

    CsvFormat m_format;
    TextEncoder m_encoder;
    std::string m_row;  ///< UTF-8 of the row in hand
    std::string m_bytes;
    std::int64_t m_line = 1;
    std::int64_t m_innerBreaks = 0;
    bool m_rowEmpty = true;
};

/// The whole of a small table as bytes.
std::string csvBytes(const std::vector<std::vector<std::string>>& rows, const CsvFormat& format);

/// Streams rows into a file that appears in one step at commit(), readable for its owner only. Memory does
/// not grow with it.
class CsvWriter {
public:
    /// Errors  FileUnwritable, DiskFull
    static Result<CsvWriter> create(const std::string& path, const CsvFormat& format);

    void text(std::string_view cell) { m_encoder->text(cell); }
    void plain(std::string_view cell) { m_encoder->plain(cell); }
    void number(std::int64_t value) { m_encoder->number(value); }
    /// Errors  FileUnwritable, DiskFull
    Status endRow();
    void blankLine() { m_encoder->blankLine(); }
    /// Errors  FileUnwritable, DiskFull
    Status row(const std::vector<std::string>& cells);
    [[nodiscard]] std::int64_t line() const { return m_encoder->line(); }
    /// synced: as in platform::FileWriter.  Errors  FileUnwritable, DiskFull. Without it no file is left
    /// behind.
    Status commit(bool synced = true);

private:
    CsvWriter(platform::FileWriter file, const CsvFormat& format);
    Status flush();

    platform::FileWriter m_file;
    std::unique_ptr<CsvEncoder> m_encoder;
};

}  // namespace meitrace
