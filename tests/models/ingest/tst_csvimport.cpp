// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/ingest/readerhelpers.h"
#include "tests/support/shareddata.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace meitrace;
using namespace meitrace::test;

using Json = nlohmann::ordered_json;
using Rows = std::vector<Cells>;

namespace {

std::string bytesOf(const std::string& path)
{
    std::ostringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    return bytes.str();
}

Json expectedOf(const std::string& data)
{
    return Json::parse(bytesOf(data + "/expected/csv_import.json"))["checks"];
}

ReadRows readFile(const std::string& path, const ReadOptions& options = {})
{
    return readAll(openRowSource(path, options));
}

std::string hostile(const std::string& data, const char* name)
{
    return data + "/hostile_examples/files/" + name + ".csv";
}

}  // namespace

/// The real files with known contents.
class TestCsvImport : public QObject {
    Q_OBJECT

private slots:
    void spectrumFilesReadAsTheirJson()
    {
        MEITRACE_NEEDS_SHARED_DATA(data);
        const Json checks = expectedOf(data);
        int files = 0;
        for (const auto& [name, check] : checks.items()) {
            if (!name.starts_with("csv-spectrum/")) {
                continue;
            }
            const ReadRows read = readFile(data + "/csv_import/csv-spectrum/csvs/" + name.substr(13));
            QVERIFY2(!read.failed && read.problem.empty() && read.marks.empty(), name.c_str());
            const Json records = check["value"].is_array() ? check["value"] : Json::array({check["value"]});
            QCOMPARE(read.rows.size(), records.size());
            for (std::size_t row = 0; row < records.size(); ++row) {
                Json cells = Json::object();
                for (std::size_t i = 0; i < read.shape.header.size(); ++i) {
                    cells[read.shape.header[i]] = read.rows[row].at(i);
                }
                Json record = records[row];
                if (name == "csv-spectrum/location_coordinates.csv") {
                    // The JSON that comes with this file shows another number than the file holds.
                    record["Contact Phone Number"] = "2095257564";
                }
                QVERIFY2(cells == record, (name + ": " + cells.dump() + " is not " + record.dump()).c_str());
            }
            ++files;
        }
        QCOMPARE(files, 12);
    }

    /// Encodings are found out; the set's are the last part of the names.
    void chineseFilesReadInTheEncodingOfTheirNames()
    {
        MEITRACE_NEEDS_SHARED_DATA(data);
        const std::map<std::string, std::string> ours {{"gbk", "gb18030"}, {"utf-16", "utf-16le"}};
        const Json checks = expectedOf(data);
        int files = 0;
        for (const auto& [name, check] : checks.items()) {
            if (!name.starts_with("chinese/")) {
                continue;
            }
            const Json& value = check["value"];
            const ReadRows read = readFile(data + "/csv_import/" + name);
            QVERIFY2(!read.failed && read.problem.empty() && read.marks.empty(), name.c_str());
            const auto encoding = value["encoding"].get<std::string>();
            QCOMPARE(read.shape.encoding, ours.contains(encoding) ? ours.at(encoding) : encoding);
            QCOMPARE(read.shape.header, value["header"].get<Cells>());
            // "rows" counts the header.
            QCOMPARE(read.rows.front(), value["first"].get<Cells>());
            QCOMPARE(read.rows.back(), value["last"].get<Cells>());
            const auto china = value["china"].get<Cells>();
            QVERIFY(std::find(read.rows.begin(), read.rows.end(), china) != read.rows.end());
            const auto total = value["rows"].get<std::size_t>();
            QVERIFY2(read.rows.size() + 1 == total, name.c_str());
            ++files;
        }
        QCOMPARE(files, 5);
    }

    /// As Python's csv module reads them: with the comma, every line a row. Where our rules differ it says
    /// so.
    void csvkitFilesReadAsListed()
    {
        MEITRACE_NEEDS_SHARED_DATA(data);
        const Json checks = expectedOf(data);
        int files = 0;
        for (const auto& [name, check] : checks.items()) {
            if (!name.starts_with("csvkit/")) {
                continue;
            }
            ++files;
            const ReadRows read = readFile(data + "/csv_import/" + name, withoutHeader(','));
            if (name == "csvkit/empty.csv") {
                // A file of blank lines holds nothing to load: an error, not a row without cells.
                QVERIFY(read.failed);
                QCOMPARE(read.error.code, ErrorCode::FileEmpty);
                continue;
            }
            Rows expected;
            for (const Json& row : check["value"]["rows"]) {
                // Blank lines are no rows here: test_skip_lines.csv begins with three.
                if (!row.empty()) {
                    expected.push_back(row.get<Cells>());
                }
            }
            QVERIFY2(!read.failed && read.problem.empty(), name.c_str());
            QVERIFY2(read.rows == expected, (name + ": " + Json(read.rows).dump()).c_str());
            const bool hasNul = name == "csvkit/null_byte.csv";
            QCOMPARE(read.marks.size(), std::size_t {hasNul ? 1U : 0U});
            const std::map<std::string, std::string> ours {
                {"csvkit/test_latin1.csv", "windows-1252"},
                {"csvkit/test_utf16_big.csv", "utf-16be"},
                {"csvkit/test_utf16_little.csv", "utf-16le"},
            };
            const auto named = check["value"]["encoding"].get<std::string>();
            QCOMPARE(read.shape.encoding, ours.contains(name) ? ours.at(name) : named);
        }
        QCOMPARE(files, 23);
    }

    void blankLinesBeforeTheHeaderOnlyCountAsLines()
    {
        MEITRACE_NEEDS_SHARED_DATA(data);
        const ReadRows read = readFile(data + "/csv_import/csvkit/test_skip_lines.csv");
        QCOMPARE(read.shape.header, (Cells {"a", "b", "c"}));
        QCOMPARE(read.shape.headerLine, std::int64_t {4});
        QCOMPARE(read.rows, (Rows {{"1", "2", "3"}}));
        QCOMPARE(read.line.front(), std::int64_t {5});
    }

    void semicolonsAreFoundWhereNobodyNamesTheComma()
    {
        MEITRACE_NEEDS_SHARED_DATA(data);
        const ReadRows read = readFile(data + "/csv_import/csvkit/sniff_limit.csv");
        QCOMPARE(read.shape.delimiter, ';');
        QCOMPARE(read.rows, (Rows {{"1", "2", "3"}}));
    }

    void hostileFilesLoseNoRow()
    {
        MEITRACE_NEEDS_SHARED_DATA(data);
        const ReadRows manifest = readFile(data + "/hostile_examples/manifest.csv");
        int files = 0;
        for (const Cells& entry : manifest.rows) {
            if (entry.at(2) != "csv") {
                continue;
            }
            const ReadRows read = readFile(data + "/hostile_examples/files/" + entry.at(1));
            QVERIFY2(!read.failed && read.problem.empty(), entry.at(1).c_str());
            if (!entry.at(7).empty()) {
                QVERIFY2(std::to_string(read.rows.size()) == entry.at(7), entry.at(1).c_str());
            }
            QCOMPARE(read.shape.header.size(), std::size_t {7});
            ++files;
        }
        QCOMPARE(files, 21);
    }

    void hostileTwinsReadTheSame()
    {
        MEITRACE_NEEDS_SHARED_DATA(data);
        const ReadRows reference = readFile(hostile(data, "s05_ref"));
        for (const char* twin : {"s09_mixed_eol", "e11_utf16le_bom", "e15_utf8_bom", "e16_gb18030"}) {
            const ReadRows read = readFile(hostile(data, twin));
            QCOMPARE(read.rows, reference.rows);
            QCOMPARE(read.shape.header, reference.shape.header);
            QCOMPARE(read.line, reference.line);
            QVERIFY(read.marks.empty());
        }
    }

    void hostileRowsAreMarked()
    {
        MEITRACE_NEEDS_SHARED_DATA(data);
        const ReadRows open = readFile(hostile(data, "s12_unclosed_eof"));
        QCOMPARE(open.rowsMarked(RowRule::UnclosedQuote), std::vector<std::int64_t> {29});
        QCOMPARE(open.rows[29][1], std::string("\"客户00030"));

        const ReadRows nul = readFile(hostile(data, "e01_nul_in_cell"));
        QCOMPARE(nul.marks.size(), std::size_t {1});
        QCOMPARE(nul.marks[0].rule, RowRule::NulByte);
        QCOMPARE(nul.rows[static_cast<std::size_t>(nul.marks[0].row)].size(), std::size_t {7});
        QCOMPARE(bytesOf(hostile(data, "e01_nul_in_cell"))[static_cast<std::size_t>(nul.marks[0].byteOffset)],
                 '\0');

        const ReadRows bad = readFile(hostile(data, "e20_bad_utf8_row"));
        QCOMPARE(bad.shape.encoding, std::string("utf-8"));
        QCOMPARE(bad.rowsMarked(RowRule::Undecodable).size(), std::size_t {1});
        QCOMPARE(bad.marks.size(), std::size_t {1});

        const ReadRows mixed = readFile(hostile(data, "e26_utf8_then_gbk"));
        QCOMPARE(mixed.shape.encoding, std::string("utf-8"));
        const std::vector<std::int64_t> secondHalf {10, 11, 12, 13, 14, 15, 16, 17, 18, 19};
        QCOMPARE(mixed.rowsMarked(RowRule::Undecodable), secondHalf);
    }

    void hostileWorkbooksAreReadOrRefused()
    {
        MEITRACE_NEEDS_SHARED_DATA(data);
        const std::string files = data + "/hostile_examples/files/";
        const ReadRows refused = readFile(files + "x08_xxe.xlsx");
        QCOMPARE(refused.error.code, ErrorCode::FileFormat);
        QCOMPARE(refused.error.value, std::string("xml-dtd"));
        for (const char* name : {"x01_ref", "x26_date1904", "x29_error_cells"}) {
            const ReadRows read = readFile(files + name + ".xlsx");
            QVERIFY2(!read.failed && read.problem.empty(), name);
            QCOMPARE(read.shape.header.size(), std::size_t {7});
            QCOMPARE(read.rows.size(), std::size_t {20});
        }
    }
};

MEITRACE_TEST(TestCsvImport)
#include "tst_csvimport.moc"
