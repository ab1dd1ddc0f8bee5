// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/publish/xlsxencoder.h"

#include "models/publish/cellguard.h"

#include <string>

namespace meitrace {

namespace {

constexpr std::string_view kXml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

constexpr std::string_view kTypes
    = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
      "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      "<Override PartName=\"/xl/workbook.xml\" "
      "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
      "<Override PartName=\"/xl/styles.xml\" "
      "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
      "<Override PartName=\"/xl/worksheets/sheet1.xml\" "
      "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>";

constexpr std::string_view kRoot
    = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      "<Relationship Id=\"rId1\" "
      "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
      "Target=\"xl/workbook.xml\"/></Relationships>";

constexpr std::string_view kBookLinks
    = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      "<Relationship Id=\"rId1\" "
      "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" "
      "Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" "
      "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" "
      "Target=\"styles.xml\"/></Relationships>";

// Styles 1 and 2 are the number format "text" (49); 2 also keeps what looks like a formula as text.
constexpr std::string_view kStyles
    = "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
      "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
      "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
      "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
      "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
      "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
      "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
      "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
      "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" "
      "quotePrefix=\"1\"/></cellXfs>"
      "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
      "</styleSheet>";

constexpr std::string_view kSheetStart
    = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
      "<sheetFormatPr defaultRowHeight=\"15\"/><cols><col min=\"1\" max=\"16\" width=\"24\" "
      "customWidth=\"1\"/></cols><sheetData>";

std::string document(std::string_view content)
{
    return std::string(kXml) + std::string(content);
}

/// valid: UTF-8
void appendEscaped(std::string_view valid, std::string& out)
{
    for (const char c : valid) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            // XML knows no control character but tab and line ends.
            if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n' || c == '\r') {
                out += c;
            }
        }
    }
}

/// 0 -> "A", 27 -> "AB"
std::string columnName(int column)
{
    std::string name;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
        name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    return name;
}

}  // namespace

XlsxEncoder::XlsxEncoder(std::string_view sheet)
    : m_encoder(TextEncoding::Utf8)
    , m_sheet(sheet)
{
    m_zip.part("[Content_Types].xml", document(kTypes));
    m_zip.part("_rels/.rels", document(kRoot));
    std::string name;
    appendEscaped(m_sheet, name);
    m_zip.part("xl/workbook.xml",
               document("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                        "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                        "<sheets><sheet name=\""
                        + name + R"(" sheetId="1" r:id="rId1"/></sheets></workbook>)"));
    m_zip.part("xl/_rels/workbook.xml.rels", document(kBookLinks));
    m_zip.part("xl/styles.xml", document(kStyles));
    m_zip.begin("xl/worksheets/sheet1.xml");
    m_zip.append(document(kSheetStart));
}

void XlsxEncoder::text(std::string_view cell)
{
    const int column = m_column++;
    if (cell.empty()) {
        return;
    }
    m_clean.clear();
    m_encoder.append(cell, m_clean);
    m_row += "<c r=\"" + columnName(column) + std::to_string(m_rows + 1) + "\" s=\"";
    m_row += startsFormula(m_clean) ? '2' : '1';
    m_row += R"(" t="inlineStr"><is><t xml:space="preserve">)";
    appendEscaped(m_clean, m_row);
    m_row += "</t></is></c>";
}

void XlsxEncoder::endRow()
{
    ++m_rows;
    m_zip.append("<row r=\"" + std::to_string(m_rows) + "\">");
    m_zip.append(m_row);
    m_zip.append("</row>");
    m_row.clear();
    m_column = 0;
}

void XlsxEncoder::finish()
{
    m_zip.append("</sheetData></worksheet>");
    m_zip.end();
    m_zip.finish();
}

}  // namespace meitrace
