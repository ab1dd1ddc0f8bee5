// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/platform.h"
#include "models/publish/csvwriter.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace meitrace::demo {

/// How rows become the bytes of one kind of file.
class RowEncoder {
public:
    RowEncoder() = default;
    RowEncoder(const RowEncoder&) = delete;
    RowEncoder& operator=(const RowEncoder&) = delete;
    virtual ~RowEncoder() = default;

    virtual void row(const std::vector<std::string>& cells) = 0;
    virtual void blankLine() = 0;
    virtual void finish() = 0;
    /// 1-based line on which a reader finds the next row
    [[nodiscard]] virtual std::int64_t line() const = 0;
    [[nodiscard]] virtual std::size_t pending() const = 0;
    virtual std::string takeBytes() = 0;
};

/// Streams rows into a file of the kind that its name says: .xlsx is a workbook, .xls a web page that calls
/// itself one, .jsonl one object per line, everything else delimited text.
class RowFile {
public:
    /// headers: also the keys of objects; written as the first row where rows have no keys.
    /// Errors  FileUnwritable, DiskFull
    static Result<RowFile> create(const std::string& path, const CsvFormat& format,
                                  const std::vector<std::string>& headers);

    /// Errors  FileUnwritable, DiskFull
    Status row(const std::vector<std::string>& cells);
    void blankLine() { m_encoder->blankLine(); }
    [[nodiscard]] std::int64_t line() const { return m_encoder->line(); }
    /// Without it no file is left behind.  Errors  FileUnwritable, DiskFull
    Status commit();

private:
    RowFile(platform::FileWriter file, std::unique_ptr<RowEncoder> encoder);

    platform::FileWriter m_file;
    std::unique_ptr<RowEncoder> m_encoder;
};

}  // namespace meitrace::demo
