// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <cstring>
#include <map>
#include <string>
#include <zip.h>

namespace meitrace::test {

/// The bytes of an archive with these entries.
inline std::string zipOf(const std::map<std::string, std::string>& entries)
{
    zip_error_t problem;
    zip_error_init(&problem);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &problem);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &problem);
    for (const auto& [name, text] : entries) {
        zip_source_t* source = zip_source_buffer(archive, text.data(), text.size(), 0);
        zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    }
    zip_close(archive);
    zip_source_open(target);
    zip_source_seek(target, 0, SEEK_END);
    std::string bytes(static_cast<std::size_t>(zip_source_tell(target)), '\0');
    zip_source_seek(target, 0, SEEK_SET);
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    zip_error_fini(&problem);
    return bytes;
}

/// A workbook whose sheets have this XML inside <sheetData>.
struct BookText {
    std::map<std::string, std::string> sheets;  ///< by name; they stand in the order of their names
    std::string texts {};                       ///< <si> elements
    std::string styles {};                      ///< inside <styleSheet>
    std::string properties {};                  ///< before <sheets>
    std::string hidden {};                      ///< name of a hidden sheet
};

inline std::string bookOf(const BookText& book)
{
    const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    const std::string ns = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                           " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    const std::string relations
        = head + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    const std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    std::map<std::string, std::string> parts;
    parts["[Content_Types].xml"] = head + "<Types/>";
    parts["_rels/.rels"] = relations + "<Relationship Id=\"rId1\" Type=\"" + type
        + "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
    std::string sheets;
    std::string links;
    int number = 0;
    for (const auto& [name, data] : book.sheets) {
        const std::string id = std::to_string(++number);
        sheets += "<sheet name=\"" + name + "\" sheetId=\"" + id + "\" r:id=\"rId" + id + "\""
            + (name == book.hidden ? " state=\"hidden\"" : "") + "/>";
        links += "<Relationship Id=\"rId" + id + "\" Type=\"" + type + "worksheet\" Target=\"worksheets/sheet"
            + id + ".xml\"/>";
        parts["xl/worksheets/sheet" + id + ".xml"]
            = head + "<worksheet" + ns + "><sheetData>" + data + "</sheetData></worksheet>";
    }
    parts["xl/workbook.xml"]
        = head + "<workbook" + ns + ">" + book.properties + "<sheets>" + sheets + "</sheets></workbook>";
    parts["xl/_rels/workbook.xml.rels"] = relations + links + "<Relationship Id=\"s\" Type=\"" + type
        + "styles\" Target=\"styles.xml\"/>" + "<Relationship Id=\"t\" Type=\"" + type
        + "sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>" + "<Relationship Id=\"x\" Type=\"" + type
        + "externalLink\" Target=\"file:///etc/passwd\" TargetMode=\"External\"/></Relationships>";
    parts["xl/styles.xml"] = head + "<styleSheet" + ns + ">" + book.styles + "</styleSheet>";
    parts["xl/sharedStrings.xml"] = head + "<sst" + ns + ">" + book.texts + "</sst>";
    return zipOf(parts);
}

}  // namespace meitrace::test
