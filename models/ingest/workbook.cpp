// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/workbook.h"

#include "models/ingest/xmlscanner.h"

#include <charconv>
#include <map>
#include <utility>

namespace meitrace {

namespace {

int numberOf(std::string_view text, int otherwise)
{
    int number = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// Where a relation of a part leads to: "worksheets/sheet1.xml" of "xl/workbook.xml" is
/// "xl/worksheets/sheet1.xml". Empty when it would leave the archive.
std::string resolved(std::string_view part, std::string_view target)
{
    std::string path;
    if (target.substr(0, 1) != "/") {
        const std::size_t slash = part.rfind('/');
        path = slash == std::string_view::npos ? std::string() : std::string(part.substr(0, slash + 1));
    }
    while (!target.empty()) {
        const std::size_t slash = std::min(target.find('/'), target.size());
        const std::string_view step = target.substr(0, slash);
        target.remove_prefix(std::min(slash + 1, target.size()));
        if (step == "..") {
            const std::size_t before = path.size() < 2 ? std::string::npos : path.rfind('/', path.size() - 2);
            if (path.empty()) {
                return {};
            }
            path.erase(before == std::string::npos ? 0 : before + 1);
        } else if (!step.empty() && step != ".") {
            path.append(step);
            path += target.empty() ? "" : "/";
        }
    }
    return path;
}

struct Relation {
    std::string kind;  ///< last word of its type
    std::string part;
};

class RelationReader final : public XmlHandler {
public:
    explicit RelationReader(std::string part)
        : m_part(std::move(part))
    {
    }

    void opened(std::string_view name, const XmlAttributes& attributes) override
    {
        if (name != "Relationship" || attributes.value("TargetMode") == "External") {
            return;
        }
        const std::string_view type = attributes.value("Type");
        found[std::string(attributes.value("Id"))]
            = {std::string(type.substr(type.rfind('/') + 1)), resolved(m_part, attributes.value("Target"))};
    }

    std::map<std::string, Relation> found;

private:
    std::string m_part;
};

Result<std::map<std::string, Relation>> relationsOf(const ZipArchive& archive, const std::string& part)
{
    const std::size_t slash = part.rfind('/');
    const std::string folder = slash == std::string::npos ? std::string() : part.substr(0, slash + 1);
    RelationReader reader(part);
    const std::string entry = folder + "_rels/" + part.substr(folder.size()) + ".rels";
    if (Status status = scanXml(archive.stream(entry), reader, archive.name()); !status) {
        return status.error();
    }
    return std::move(reader.found);
}

/// The part a workbook itself stands in.
Result<std::string> mainPart(const ZipArchive& archive)
{
    const Result<std::map<std::string, Relation>> relations = relationsOf(archive, "");
    if (!relations) {
        return relations.error();
    }
    for (const auto& [id, relation] : *relations) {
        if (relation.kind == "officeDocument") {
            return relation.part;
        }
    }
    return Error {.code = ErrorCode::FileFormat, .subject = archive.name(), .value = "zip"};
}

class SheetList final : public XmlHandler {
public:
    SheetList(Workbook& book, const std::map<std::string, Relation>& relations)
        : m_book(book)
        , m_relations(relations)
    {
    }

    void opened(std::string_view name, const XmlAttributes& attributes) override
    {
        if (name == "workbookPr") {
            m_book.is1904 = attributes.isTrue("date1904");
        }
        if (name != "sheet") {
            return;
        }
        const auto relation = m_relations.find(std::string(attributes.value("id")));
        if (relation != m_relations.end() && relation->second.kind == "worksheet") {
            const std::string_view state = attributes.value("state");
            m_book.sheets.push_back({std::string(attributes.value("name")), relation->second.part,
                                     state == "hidden" || state == "veryHidden"});
        }
    }

private:
    Workbook& m_book;
    const std::map<std::string, Relation>& m_relations;
};

class StyleReader final : public XmlHandler {
public:
    explicit StyleReader(std::vector<NumberForm>& forms)
        : m_forms(forms)
    {
    }

    void opened(std::string_view name, const XmlAttributes& attributes) override
    {
        if (name == "numFmt") {
            m_codes[numberOf(attributes.value("numFmtId"), 0)] = formOfCode(attributes.value("formatCode"));
        } else if (name == "cellXfs") {
            m_inCells = true;
        } else if (name == "xf" && m_inCells) {
            const int id = numberOf(attributes.value("numFmtId"), 0);
            const auto own = m_codes.find(id);
            m_forms.push_back(own == m_codes.end() ? builtInForm(id) : own->second);
        }
    }

    void closed(std::string_view name) override { m_inCells = m_inCells && name != "cellXfs"; }

private:
    std::vector<NumberForm>& m_forms;
    std::map<int, NumberForm> m_codes;
    bool m_inCells = false;
};

class SharedTextReader final : public XmlHandler {
public:
    explicit SharedTextReader(SharedTexts& texts)
        : m_texts(texts)
    {
    }

    void opened(std::string_view name, const XmlAttributes& /*attributes*/) override { m_runs.opened(name); }

    void closed(std::string_view name) override
    {
        m_runs.closed(name);
        if (name == "si") {
            m_texts.endText();
        }
    }

    void text(std::string_view piece) override
    {
        if (m_runs.isText()) {
            m_texts.append(piece);
        }
    }

private:
    SharedTexts& m_texts;
    TextRuns m_runs;
};

/// Reads the part of this kind, if the workbook has one.
Status readPart(const ZipArchive& archive, const std::map<std::string, Relation>& relations,
                std::string_view kind, XmlHandler& reader)
{
    for (const auto& [id, relation] : relations) {
        if (relation.kind == kind && archive.has(relation.part)) {
            return scanXml(archive.stream(relation.part), reader, archive.name());
        }
    }
    return Done {};
}

}  // namespace

Result<Workbook> readWorkbook(const ZipArchive& archive)
{
    const Result<std::string> main = mainPart(archive);
    if (!main) {
        return main.error();
    }
    const Result<std::map<std::string, Relation>> relations = relationsOf(archive, *main);
    if (!relations) {
        return relations.error();
    }
    Workbook book;
    SheetList sheets(book, *relations);
    StyleReader styles(book.forms);
    SharedTextReader texts(book.texts);
    Status status = scanXml(archive.stream(*main), sheets, archive.name());
    if (status) {
        status = readPart(archive, *relations, "styles", styles);
    }
    if (status) {
        status = readPart(archive, *relations, "sharedStrings", texts);
    }
    if (!status) {
        return status.error();
    }
    if (book.sheets.empty()) {
        return Error {.code = ErrorCode::FileFormat, .subject = archive.name(), .value = "xlsx-empty"};
    }
    return book;
}

}  // namespace meitrace
