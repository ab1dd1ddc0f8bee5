// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Reading tables that are no delimited text: 100,000 rows of seven cells as a workbook, as JSON lines, as a
// page.
#include "models/base/platform.h"
#include "models/ingest/rowsource.h"
#include "tests/support/zipmaker.h"

#include <benchmark/benchmark.h>
#include <filesystem>
#include <fstream>
#include <string>

using namespace meitrace;

namespace {

enum Format { Workbook, JsonLines, Page };

constexpr int kRows = 100'000;

std::string bytesOf(Format format)
{
    std::string body;
    for (int i = 0; i < kRows; ++i) {
        const std::string id = std::to_string(i);
        const std::string amount = std::to_string(i % 9'000) + ".5";
        if (format == Workbook) {
            const std::string row = std::to_string(i + 2);
            body += "<row r=\"" + row + "\"><c r=\"A" + row + "\" t=\"s\"><v>" + std::to_string(i % 50)
                + "</v></c><c r=\"B" + row + "\"><v>" + id + "</v></c><c r=\"C" + row
                + "\"><v>13812345678</v></c><c r=\"D" + row + "\" s=\"1\"><v>45356.5"
                + std::to_string(i % 90 + 10) + "</v></c><c r=\"E" + row + "\" t=\"s\"><v>3</v></c><c r=\"F"
                + row + "\"><v>" + amount + "</v></c><c r=\"G" + row + "\" t=\"s\"><v>4</v></c></row>";
        } else if (format == JsonLines) {
            body += "{\"id\":\"E" + id
                + "\",\"phone\":\"13812345678\",\"ts\":\"2024-03-02T10:01:00+08:00\",\"event\":\"book\","
                  "\"channel\":\"douyin\",\"value\":"
                + amount + ",\"props\":{\"item\":\"A1\"}}\n";
        } else {
            body += "<tr><td>E" + id
                + "</td><td>name</td><td>13812345678</td><td>2024-03-02</td><td>item</td><td>" + amount
                + "</td><td>douyin</td></tr>\n";
        }
    }
    if (format == Workbook) {
        std::string texts;
        for (int i = 0; i < 50; ++i) {
            texts += "<si><t>text " + std::to_string(i) + "</t></si>";
        }
        return test::bookOf({.sheets = {{"s",
                                         "<row r=\"1\">" +
                                             [] {
                                                 std::string cells;
                                                 for (int i = 0; i < 7; ++i) {
                                                     cells
                                                         += "<c t=\"s\"><v>" + std::to_string(i) + "</v></c>";
                                                 }
                                                 return cells;
                                             }()
                                             + "</row>" + body}},
                             .texts = texts,
                             .styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs>"});
    }
    return format == JsonLines ? body
                               : "<table><tr><th>a<th>b<th>c<th>d<th>e<th>f<th>g</tr>" + body + "</table>";
}

void tableRows(benchmark::State& state)
{
    const std::string folder = *platform::makeTemporaryFolder();
    const std::string path = folder + "/table";
    std::ofstream(path, std::ios::binary) << bytesOf(static_cast<Format>(state.range(0)));
    for (auto _ : state) {
        auto source = openRowSource(path);
        std::int64_t rows = 0;
        while (source) {
            auto raw = (*source)->nextRaw();
            if (!raw || !*raw) {
                break;
            }
            rows += (*source)->parse(std::move(*raw)).rows();
        }
        if (rows != kRows) {
            state.SkipWithError("rows are missing");
        }
    }
    state.SetItemsProcessed(state.iterations() * kRows);
    state.SetBytesProcessed(state.iterations() * platform::fileSize(path));
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
}

BENCHMARK(tableRows)->ArgName("format")->DenseRange(Workbook, Page)->Unit(benchmark::kMillisecond);

}  // namespace
