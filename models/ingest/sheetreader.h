// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/textrows.h"
#include "models/ingest/workbook.h"

#include <memory>
#include <vector>

namespace meitrace {

/// Reads the rows of one sheet, a few at a time: memory does not grow with the sheet.
class SheetReader {
public:
    /// book and archive must outlive the reader.
    static Result<SheetReader> open(const ZipArchive& archive, const Workbook& book, std::size_t sheet);
    SheetReader(const SheetReader&) = delete;
    SheetReader& operator=(const SheetReader&) = delete;
    SheetReader(SheetReader&&) noexcept;
    SheetReader& operator=(SheetReader&&) noexcept;
    ~SheetReader();

    /// The next rows that are not blank, at least one of them; empty at the end of the sheet.
    ///
    /// Errors  FileTruncated, FileFormat (value: "xml-dtd", "zip-limits")
    Result<std::vector<TextRow>> next();
    /// Share of the sheet that was read, 0 to 1.
    [[nodiscard]] double share() const;

private:
    struct Parts;
    explicit SheetReader(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

}  // namespace meitrace
