// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/cellnumber.h"
#include "models/ingest/ziparchive.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

/// The texts that cells of a workbook share, in one piece of memory.
class SharedTexts {
public:
    void append(std::string_view piece) { m_bytes.append(piece); }
    void endText() { m_ends.push_back(m_bytes.size()); }
    [[nodiscard]] std::size_t size() const { return m_ends.size(); }
    /// Empty beyond the last one.
    [[nodiscard]] std::string_view text(std::size_t number) const
    {
        if (number >= m_ends.size()) {
            return {};
        }
        const std::size_t begin = number == 0 ? 0 : m_ends[number - 1];
        return std::string_view(m_bytes).substr(begin, m_ends[number] - begin);
    }

private:
    std::string m_bytes;
    std::vector<std::size_t> m_ends;
};

/// An Excel workbook (ECMA-376) without its cells.
struct Workbook {
    struct Sheet {
        std::string name;
        std::string part;  ///< entry of the archive
        bool hidden = false;
    };
    std::vector<Sheet> sheets;      ///< tables only, in the order of their tabs
    std::vector<NumberForm> forms;  ///< by the number of a cell's style
    SharedTexts texts;
    bool is1904 = false;
};

/// Reads everything but the sheets. Relations that lead outside the archive are left alone.
///
/// Errors  FileFormat (value: "xlsx-empty": no sheet, "xml-dtd", "zip-limits", "zip-part"), FileTruncated
Result<Workbook> readWorkbook(const ZipArchive& archive);

/// Gathers the text of cells: <t> elements, but not those of pronunciations.
class TextRuns {
public:
    /// Whether the piece belongs to the text.
    void opened(std::string_view name)
    {
        m_spoken += name == "rPh" ? 1 : 0;
        m_inText = name == "t" && m_spoken == 0;
    }
    void closed(std::string_view name)
    {
        m_spoken -= name == "rPh" ? 1 : 0;
        m_inText = m_inText && name != "t";
    }
    [[nodiscard]] bool isText() const { return m_inText; }

private:
    int m_spoken = 0;
    bool m_inText = false;
};

}  // namespace meitrace
