// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/personcopy.h"

#include "analytics/workbench/erasing.h"
#include "analytics/workbench/personrecord.h"
#include "models/publish/csvwriter.h"

#include <set>

namespace meitrace {

namespace {

void appendQuoted(std::string& out, std::string_view text)
{
    static constexpr std::string_view kDigits = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            out += "\\u00";
            out += kDigits[static_cast<unsigned char>(c) >> 4U];
            out += kDigits[static_cast<unsigned char>(c) & 15U];
        } else {
            out += c;
        }
    }
    out += '"';
}

/// Field names of a record, made different where a file has two columns of one name.
std::string uniqueName(const std::string& field, std::set<std::string>& taken)
{
    std::string name = field;
    for (int number = 2; !taken.insert(name).second; ++number) {
        name = field + " (" + std::to_string(number) + ")";
    }
    return name;
}

void appendRecord(std::string& out, const std::vector<CopiedValue>& record)
{
    out += '{';
    std::set<std::string> taken;
    for (const CopiedValue& value : record) {
        out += taken.empty() ? "" : ", ";
        appendQuoted(out, uniqueName(value.field, taken));
        out += ": ";
        if (value.isNumber) {
            out += value.text;
        } else {
            appendQuoted(out, value.text);
        }
    }
    out += '}';
}

std::string jsonOf(const std::string& code, const std::vector<CopiedPart>& parts)
{
    std::string json = "{\n  \"customer\": ";
    appendQuoted(json, code);
    for (const CopiedPart& part : parts) {
        json += ",\n  ";
        appendQuoted(json, part.name);
        json += ": [";
        for (std::size_t i = 0; i < part.records.size(); ++i) {
            json += i == 0 ? "\n    " : ",\n    ";
            appendRecord(json, part.records[i]);
        }
        json += part.records.empty() ? "]" : "\n  ]";
    }
    return json + "\n}\n";
}

/// number: of the record within its part, from 1
Status writeRecord(CsvWriter& writer, const std::string& part, std::int64_t number,
                   const std::vector<CopiedValue>& record)
{
    for (const CopiedValue& value : record) {
        writer.plain(part);
        writer.number(number);
        writer.text(value.field);
        if (value.isNumber) {
            writer.plain(value.text);
        } else {
            writer.text(value.text);
        }
        if (Status status = writer.endRow(); !status) {
            return status;
        }
    }
    return Done {};
}

Status writeCsv(const std::string& path, const std::vector<CopiedPart>& parts)
{
    Result<CsvWriter> writer = CsvWriter::create(path, {});
    if (!writer) {
        return writer.error();
    }
    Status status = writer->row({"part", "number", "field", "value"});
    for (const CopiedPart& part : parts) {
        std::int64_t number = 0;
        for (const std::vector<CopiedValue>& record : part.records) {
            status = status ? writeRecord(*writer, part.name, ++number, record) : status;
        }
    }
    return status ? writer->commit() : status;
}

bool endsWith(const std::string& text, std::string_view end)
{
    return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

Status writeFile(const std::string& path, const std::string& code, const std::vector<CopiedPart>& parts)
{
    return endsWith(path, ".csv") ? writeCsv(path, parts) : platform::writeWhole(path, jsonOf(code, parts));
}

}  // namespace

Result<PersonCopyReport> writePersonCopy(Clinic& clinic, const std::string& code, const std::string& path,
                                         Job& job)
{
    Workspace& workspace = clinic.workspace();
    const Result<std::vector<std::uint32_t>> idents = handlesOf(workspace, customerNumber(code));
    if (!idents) {
        Error error = idents.error();
        error.value = code.substr(0, 40);
        return error;
    }
    Result<std::vector<CopiedPart>> parts = copiedIdentity(workspace, *idents);
    Result<std::vector<CopiedPart>> documents = copiedDocuments(workspace, *idents);
    Result<CopiedPart> events = copiedEvents(clinic, code, job);
    Result<CopiedPart> rows = copiedRows(workspace, *idents, job);
    if (!parts || !documents || !events || !rows) {
        return !parts ? parts.error()
                      : (!documents ? documents.error() : (!events ? events.error() : rows.error()));
    }
    const auto sizeOf = [](const CopiedPart& part) { return static_cast<std::int64_t>(part.records.size()); };
    PersonCopyReport report {.keys = sizeOf((*parts)[0]), .attributes = sizeOf((*parts)[1])};
    for (CopiedPart& part : *documents) {
        report.documents += sizeOf(part);
        parts->push_back(std::move(part));
    }
    report.events = sizeOf(*events);
    report.rows = sizeOf(*rows);
    parts->push_back(std::move(*events));
    parts->push_back(std::move(*rows));
    Status status = writeFile(path, code, *parts);
    if (status) {
        status
            = workspace.audit("copy-of", "customer " + code,
                              "documents " + std::to_string(report.documents) + ", events "
                                  + std::to_string(report.events) + ", rows " + std::to_string(report.rows));
    }
    return status ? Result<PersonCopyReport>(report) : Result<PersonCopyReport>(status.error());
}

}  // namespace meitrace
