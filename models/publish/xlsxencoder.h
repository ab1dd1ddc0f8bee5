// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/publish/textencoder.h"
#include "models/publish/zipencoder.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace meitrace {

/// A workbook with one sheet whose cells are all text: numbers keep their leading zeros and all their digits,
/// and nothing is a formula. A text that a spreadsheet would run if somebody edited it is marked to stay text
/// (quotePrefix), so that the cell shows exactly what was given. Rows stream through; memory does not grow
/// with them. Source: ECMA-376 part 1, 18.3 and 18.18.11.
class XlsxEncoder {
public:
    /// Rows of a sheet that a spreadsheet opens, the header among them.
    static constexpr std::int64_t kMostRows = 1'048'576;

    /// sheet: name of the sheet, at most 31 characters, none of []:*?/\.
    explicit XlsxEncoder(std::string_view sheet);

    /// Characters that XML cannot hold are left out; bytes that are no UTF-8 become U+FFFD.
    void text(std::string_view cell);
    void endRow();
    /// Closes the sheet and the archive.
    void finish();

    [[nodiscard]] std::size_t pending() const { return m_zip.pending(); }
    [[nodiscard]] std::string takeBytes() { return m_zip.takeBytes(); }

private:
    ZipEncoder m_zip;
    TextEncoder m_encoder;
    std::string m_sheet;
    std::string m_row;
    std::string m_clean;
    std::int64_t m_rows = 0;
    int m_column = 0;
};

}  // namespace meitrace
