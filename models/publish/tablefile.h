// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/hash.h"
#include "models/base/platform.h"
#include "models/base/result.h"
#include "models/publish/csvwriter.h"
#include "models/publish/xlsxencoder.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace meitrace {

enum class TableFormat : std::uint8_t { Csv, Xlsx };

/// A table on its way to a file, CSV or workbook: first every byte is written and on the disk beside its
/// place, then it appears in one step, readable for its owner only. Until then nothing stands in its place,
/// and what stood there before still does.
class TableFile {
public:
    /// encoding: of CSV.  sheet: name of the sheet of a workbook.
    /// Errors  FileUnwritable, DiskFull
    static Result<TableFile> create(const std::string& path, TableFormat format, TextEncoding encoding,
                                    const std::string& sheet);

    /// A cell; what a spreadsheet would run is defused.
    void text(std::string_view cell);
    /// Errors  FileUnwritable, DiskFull
    Status endRow();
    /// Everything is on the disk, beside its place. Returns the file's SHA-256.
    /// Errors  FileUnwritable, DiskFull
    Result<std::string> seal();
    /// Puts the sealed file in its place.  Errors  FileUnwritable
    Status place();

private:
    TableFile(platform::FileWriter file, TableFormat format, TextEncoding encoding, const std::string& sheet);
    Status flush();

    platform::FileWriter m_file;
    Sha256Stream m_hash;
    std::unique_ptr<CsvEncoder> m_csv;  ///< one of the two
    std::unique_ptr<XlsxEncoder> m_xlsx;
};

}  // namespace meitrace
