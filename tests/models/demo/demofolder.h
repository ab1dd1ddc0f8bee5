// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/demo/democlinic.h"
#include "models/demo/sheet.h"
#include "models/ingest/rowsource.h"
#include "tests/support/handcsv.h"

#include <QStringDecoder>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace meitrace::test {

/// A written file as a reader of its own sees it: decoded and cut into cells without the program's importer.
struct DemoTable {
    std::string name;
    bool decodes = true;  ///< every byte is a character of the layout's encoding
    std::vector<std::string> fields;
    std::vector<HandRow> rows;  ///< without the header

    [[nodiscard]] std::size_t column(const std::string& field) const
    {
        return static_cast<std::size_t>(std::find(fields.begin(), fields.end(), field) - fields.begin());
    }
    [[nodiscard]] const std::string& cell(std::size_t row, const std::string& field) const
    {
        return rows[row].cells[column(field)];
    }
    [[nodiscard]] std::int64_t number(std::size_t row, const std::string& field) const
    {
        return std::strtoll(cell(row, field).c_str(), nullptr, 10);
    }
};

/// Workbooks, pages and objects are read by the program's own reader, which tests of its own compare with
/// delimited text.
inline std::vector<HandRow> readRows(const std::string& path, const demo::Layout& layout)
{
    std::vector<HandRow> rows;
    auto source = openRowSource(path);
    if (!source) {
        return rows;
    }
    const std::vector<std::string>& header = (*source)->shape().header;
    std::vector<std::size_t> place;
    for (const std::string& name : layout.headers) {
        place.push_back(
            static_cast<std::size_t>(std::find(header.begin(), header.end(), name) - header.begin()));
    }
    while (true) {
        auto raw = (*source)->nextRaw();
        if (!raw || !*raw) {
            return rows;
        }
        const RowBlock block = (*source)->parse(std::move(*raw));
        for (std::size_t i = 0; static_cast<std::int32_t>(i) < block.rows(); ++i) {
            const auto first = block.cells.begin() + block.rowStart[i];
            const auto count = static_cast<std::size_t>(block.rowStart[i + 1] - block.rowStart[i]);
            HandRow row {block.line[i], {}};
            for (const std::size_t at : place) {
                row.cells.push_back(at < count ? std::string(first[static_cast<std::ptrdiff_t>(at)])
                                               : std::string());
            }
            rows.push_back(std::move(row));
        }
    }
}

inline DemoTable readDemoTable(const std::string& path, const std::string& layoutKey)
{
    const demo::Layout& layout = demo::layoutOf(layoutKey);
    DemoTable table;
    table.name = path.substr(path.rfind('/') + 1);
    table.fields = layout.fields;
    if (table.name.ends_with(".xlsx") || table.name.ends_with(".xls") || table.name.ends_with(".jsonl")) {
        table.rows = readRows(path, layout);
        return table;
    }
    std::string bytes = fileBytes(path);
    QStringDecoder decoder(layout.format.encoding == TextEncoding::Gb18030 ? "GB18030" : "UTF-8");
    const QString text = decoder.decode(QByteArray::fromStdString(bytes));
    table.decodes = !decoder.hasError() && !text.contains(QChar::ReplacementCharacter);
    if (layout.format.encoding == TextEncoding::Utf8Bom) {
        table.decodes = table.decodes && bytes.rfind("\xEF\xBB\xBF", 0) == 0;
    }
    table.rows = parseByHand(text.toStdString());
    table.rows.erase(table.rows.begin());
    return table;
}

/// A clinic of size S in a temporary folder, written once per seed and kept until the program ends.
class DemoFolder {
public:
    static const DemoFolder& ofSeed(std::uint64_t seed)
    {
        static std::map<std::uint64_t, std::unique_ptr<DemoFolder>> folders;
        std::unique_ptr<DemoFolder>& folder = folders[seed];
        if (!folder) {
            folder = std::make_unique<DemoFolder>();
            Job job;
            auto files = writeDemoClinic(folder->path(),
                                         DemoOptions {.persons = 2'000, .stores = 1, .seed = seed}, job);
            folder->files = files ? std::move(*files) : DemoFiles {};
        }
        return *folder;
    }

    [[nodiscard]] std::string path() const { return m_dir.path().toStdString(); }
    [[nodiscard]] DemoTable table(const std::string& layout, const std::string& part = {}) const
    {
        std::string name = demo::layoutOf(layout).name;
        if (const std::size_t at = name.find("{part}"); at != std::string::npos) {
            name.replace(at, 6, part);
        }
        return readDemoTable(path() + "/" + name, layout);
    }
    [[nodiscard]] std::vector<DemoTable> bills() const
    {
        std::vector<DemoTable> tables;
        for (const char* part : {"2023H2", "2024H1", "2024H2", "2025H1", "2025H2", "2026H1"}) {
            tables.push_back(table("bills", part));
        }
        return tables;
    }

    /// line -> quirk, fate
    struct Planted {
        std::string quirk;
        std::string fate;
    };
    [[nodiscard]] std::map<std::string, std::map<std::int64_t, Planted>> planted() const
    {
        std::map<std::string, std::map<std::int64_t, Planted>> all;
        const DemoTable rows = table("truth_rows");
        for (std::size_t r = 0; r < rows.rows.size(); ++r) {
            all[rows.cell(r, "file")][rows.number(r, "line")] = {rows.cell(r, "quirk"), rows.cell(r, "fate")};
        }
        return all;
    }
    [[nodiscard]] std::map<std::string, std::int64_t> params() const
    {
        std::map<std::string, std::int64_t> all;
        const DemoTable rows = table("truth_params");
        for (std::size_t r = 0; r < rows.rows.size(); ++r) {
            all[rows.cell(r, "name")] = rows.number(r, "value");
        }
        return all;
    }

    DemoFiles files;

private:
    QTemporaryDir m_dir;
};

/// Layouts of the exports, with the part where one layout has several files.
inline const std::vector<std::pair<std::string, std::string>>& exportLayouts()
{
    static const std::vector<std::pair<std::string, std::string>> list {
        {"customers", ""},   {"leads", ""},         {"bookings", ""},    {"visits", ""},
        {"bills", "2023H2"}, {"bills", "2024H1"},   {"bills", "2024H2"}, {"bills", "2025H1"},
        {"bills", "2025H2"}, {"bills", "2026H1"},   {"deliveries", ""},  {"balances", ""},
        {"vouchers_mt", ""}, {"vouchers_dy", ""},   {"shop", ""},        {"contacts", ""},
        {"consents", ""},    {"sms", ""},           {"wecom", ""},       {"members", ""},
        {"juliang", ""},     {"juliang_units", ""}, {"juguang", ""},     {"spend", ""},
        {"ad_leads", ""},    {"notes", ""},         {"surveys", ""},     {"followups", ""},
        {"service", ""},     {"targets", ""},       {"items", ""},       {"web", ""},
        {"mini", ""},
    };
    return list;
}

}  // namespace meitrace::test
