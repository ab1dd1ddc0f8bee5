// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/cellnumber.h"
#include "models/ingest/mapping.h"
#include "models/ingest/workbooksource.h"
#include "tests/models/ingest/readerhelpers.h"
#include "tests/support/testmain.h"
#include "tests/support/zipmaker.h"

#include <QTest>

using namespace meitrace;
using namespace meitrace::test;

namespace {

ReadRows readBook(const std::string& bytes, const ReadOptions& options = {}, const ZipLimits& limits = {})
{
    Result<ZipArchive> archive = ZipArchive::fromBytes(bytes, "book.xlsx", limits);
    if (!archive) {
        ReadRows failed;
        failed.failed = true;
        failed.error = archive.error();
        return failed;
    }
    return readAll(
        openWorkbook(std::move(*archive), options, static_cast<std::int64_t>(bytes.size()), "hash"));
}

ReadRows readSheet(const std::string& data, BookText book = {.sheets = {}})
{
    book.sheets["Sheet1"] = data;
    return readBook(bookOf(book));
}

std::string inlineRow(int number, const Cells& cells)
{
    std::string row = "<row r=\"" + std::to_string(number) + "\">";
    for (const std::string& cell : cells) {
        row += cell.empty() ? "<c/>" : "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
    }
    return row + "</row>";
}

const char* const kHeader = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>name</t></is></c>"
                            "<c r=\"B1\" t=\"inlineStr\"><is><t>value</t></is></c></row>";

/// The text of the second cell of a row with this cell.
std::string valueOf(const std::string& cell, const BookText& book = {.sheets = {}})
{
    const ReadRows read = readSheet(
        std::string(kHeader) + "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>x</v></c>" + cell + "</row>", book);
    return read.failed || read.rows.size() != 1 || read.rows[0].size() != 2 ? "?" : read.rows[0][1];
}

}  // namespace

class TestWorkbook : public QObject {
    Q_OBJECT

private slots:
    void everyTypeOfCellBecomesItsText()
    {
        const BookText book {.sheets = {},
                             .texts
                             = "<si><t>zero</t></si><si><r><t>o</t></r><r><rPr/><t xml:space=\"preserve\">n "
                               "e</t></r><rPh><t>said</t></rPh></si>"};
        QCOMPARE(valueOf("<c r=\"B2\" t=\"s\"><v>0</v></c>", book), std::string("zero"));
        QCOMPARE(valueOf("<c r=\"B2\" t=\"s\"><v>1</v></c>", book), std::string("on e"));
        QCOMPARE(valueOf("<c r=\"B2\" t=\"s\"><v>2</v></c>", book), std::string());
        QCOMPARE(valueOf("<c r=\"B2\" t=\"s\"><v>-1</v></c>", book), std::string());
        QCOMPARE(valueOf("<c r=\"B2\" t=\"str\"><f>A2&amp;1</f><v>a &lt; b</v></c>"), std::string("a < b"));
        QCOMPARE(valueOf("<c r=\"B2\" t=\"b\"><v>1</v></c>"), std::string("TRUE"));
        QCOMPARE(valueOf("<c r=\"B2\" t=\"e\"><v>#DIV/0!</v></c>"), std::string("#DIV/0!"));
        QCOMPARE(valueOf("<c r=\"B2\" t=\"d\"><v>2024-03-05T13:03:06</v></c>"),
                 std::string("2024-03-05 13:03:06"));
        QCOMPARE(valueOf("<c r=\"B2\"><v>19900159914</v></c>"), std::string("19900159914"));
        QCOMPARE(valueOf("<c r=\"B2\"/>"), std::string());
    }

    /// Serials by hand: 45356 is 2024-03-05; 1462 days less in a book of 1904.
    void datesGoByTheStyleAndTheDaySystem()
    {
        BookText book {.sheets = {},
                       .styles
                       = "<numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy/mm/dd hh:mm:ss\"/></numFmts>"
                         "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
                         "<xf numFmtId=\"14\"/><xf numFmtId=\"170\"/></cellXfs>"};
        QCOMPARE(valueOf("<c r=\"B2\" s=\"1\"><v>45356</v></c>", book), std::string("2024-03-05"));
        QCOMPARE(valueOf("<c r=\"B2\" s=\"2\"><v>45356.54381944444</v></c>", book),
                 std::string("2024-03-05 13:03:06"));
        QCOMPARE(valueOf("<c r=\"B2\" s=\"0\"><v>45356</v></c>", book), std::string("45356"));
        QCOMPARE(valueOf("<c r=\"B2\" s=\"9\"><v>45356</v></c>", book), std::string("45356"));
        book.properties = "<workbookPr date1904=\"1\"/>";
        QCOMPARE(valueOf("<c r=\"B2\" s=\"1\"><v>43894</v></c>", book), std::string("2024-03-05"));
    }

    void serialNumbersFollowTheCalendarOfSpreadsheets()
    {
        const NumberForm date {NumberForm::Kind::Date};
        const NumberForm time {NumberForm::Kind::Time};
        const NumberForm both {NumberForm::Kind::DateTime};
        QCOMPARE(numberText("1", date, false), std::string("1900-01-01"));
        QCOMPARE(numberText("59", date, false), std::string("1900-02-28"));
        QCOMPARE(numberText("60", date, false),
                 std::string("1900-02-29"));  // never was; the cleaning says so
        QCOMPARE(numberText("61", date, false), std::string("1900-03-01"));
        QCOMPARE(numberText("0", date, true), std::string("1904-01-01"));
        QCOMPARE(numberText("2958465", date, false), std::string("9999-12-31"));
        QCOMPARE(numberText("2958466", date, false), std::string("2958466"));
        QCOMPARE(numberText("-1", date, false), std::string("-1"));
        QCOMPARE(numberText("0.5", time, false), std::string("12:00:00"));
        QCOMPARE(numberText("0.999999999", both, false), std::string("1900-01-01"));
        QCOMPARE(numberText("45356.7507523148", both, false), std::string("2024-03-05 18:01:05"));
        QCOMPARE(numberText("1.25", {NumberForm::Kind::Duration}, false), std::string("30:00:00"));
        QCOMPARE(numberText("n/a", date, false), std::string("n/a"));
    }

    void numbersLookAsInASpreadsheet()
    {
        const auto general = [](std::string_view number) { return numberText(number, {}, false); };
        QCOMPARE(general("5434.22"), std::string("5434.22"));
        QCOMPARE(general("0.30000000000000004"), std::string("0.3"));
        QCOMPARE(general("1299.9999999999998"), std::string("1300"));
        QCOMPARE(general("1.9900159914E10"), std::string("19900159914"));
        QCOMPARE(general("1E-3"), std::string("0.001"));
        QCOMPARE(general("-1.5e2"), std::string("-150"));
        QCOMPARE(general("123456789012345678"), std::string("123456789012346000"));
        QCOMPARE(general("1e999"), std::string("1e999"));
        QCOMPARE(numberText("123", {NumberForm::Kind::Zeros, 6}, false), std::string("000123"));
        QCOMPARE(numberText("1234567", {NumberForm::Kind::Zeros, 6}, false), std::string("1234567"));
    }

    void formatCodesAreUnderstood()
    {
        using Kind = NumberForm::Kind;
        const auto kind = [](const char* code) { return formOfCode(code).kind; };
        for (const char* code :
             {"yyyy-mm-dd", "[$-804]yyyy\"x\"m\"x\"d\"x\";@", "m/d/yy", "mmm", "d\\-mmm", "e/m/d"}) {
            QVERIFY2(kind(code) == Kind::Date, code);
        }
        for (const char* code : {"yyyy/m/d h:mm", "[$-F400]yyyy-mm-dd hh:mm:ss AM/PM"}) {
            QVERIFY2(kind(code) == Kind::DateTime, code);
        }
        for (const char* code : {"h:mm", "mm:ss.0", "hh\"h\"mm"}) {
            QVERIFY2(kind(code) == Kind::Time, code);
        }
        for (const char* code : {"[h]:mm", "[mm]:ss", "[SS]"}) {
            QVERIFY2(kind(code) == Kind::Duration, code);
        }
        for (const char* code : {"General", "0.00", "#,##0", "0%", "0.00E+00", "\"day\" 0.0", "[Red]0.0", "@",
                                 "", "#,##0;[Red]-d", "_d0"}) {
            QVERIFY2(kind(code) == Kind::General, code);
        }
        QCOMPARE(int {formOfCode("00000").zeros}, 5);
        QCOMPARE(int {formOfCode("000\\-0000").zeros}, 7);
        QVERIFY(builtInForm(14).kind == Kind::Date && builtInForm(22).kind == Kind::DateTime);
        QVERIFY(builtInForm(46).kind == Kind::Duration && builtInForm(2).kind == Kind::General);
        QVERIFY(builtInForm(57).kind == Kind::Date && builtInForm(33).kind == Kind::Time);
    }

    void cellsStandWhereTheirNamesSay()
    {
        const ReadRows read = readSheet(std::string(kHeader)
                                        + "<row r=\"3\"><c r=\"B3\"><v>2</v></c></row>"
                                          "<row r=\"7\"><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>"
                                          "<row><c r=\"A8\"><v>4</v></c><c r=\"XFE8\"><v>9</v></c></row>");
        QVERIFY(!read.failed && read.problem.empty());
        QCOMPARE(read.rows, (std::vector<Cells> {{"", "2"}, {"1", "2", "3"}, {"4", ""}}));
        QCOMPARE(read.line, (std::vector<std::int64_t> {3, 7, 8}));
        QCOMPARE(read.raw[1], std::string("1,2,3"));
        QCOMPARE(read.shape.headerLine, std::int64_t {1});
        QCOMPARE(read.shape.format, std::string("xlsx"));
    }

    void titlesAboveTheHeaderAreNoRows()
    {
        const ReadRows read = readSheet(
            inlineRow(1, {"Customers of June"}) + inlineRow(2, {}) + inlineRow(3, {"", "printed"})
            + inlineRow(4, {" id ", "name", "phone"}) + inlineRow(5, {"1", "a", "x"}) + inlineRow(6, {"2"}));
        QCOMPARE(read.shape.header, (Cells {"id", "name", "phone"}));
        QCOMPARE(read.shape.headerLine, std::int64_t {4});
        QCOMPARE(read.rows, (std::vector<Cells> {{"1", "a", "x"}, {"2", "", ""}}));
    }

    void theFirstSheetWithRowsIsTakenUnlessOneIsAskedFor()
    {
        BookText book;
        book.sheets = {{"1 hidden", inlineRow(1, {"a", "b"})},
                       {"2 empty", ""},
                       {"3 rows", inlineRow(1, {"c", "d"}) + inlineRow(2, {"1", "2"})},
                       {"4 more", inlineRow(1, {"e", "f"})}};
        book.hidden = "1 hidden";
        const std::string bytes = bookOf(book);
        const ReadRows first = readBook(bytes);
        QCOMPARE(first.shape.sheet, std::string("3 rows"));
        QCOMPARE(first.shape.sheets, (Cells {"2 empty", "3 rows", "4 more"}));
        QCOMPARE(first.rows, (std::vector<Cells> {{"1", "2"}}));
        ReadOptions options;
        options.sheet = "1 hidden";
        const ReadRows hidden = readBook(bytes, options);
        QCOMPARE(hidden.shape.header, (Cells {"a", "b"}));
        QVERIFY(hidden.shape.contentHash != first.shape.contentHash);  // two tables, to be loaded both
        options.sheet = "5";
        QCOMPARE(readBook(bytes, options).error.value, std::string("xlsx-sheet"));
        book.sheets = {{"2 empty", ""}};
        QCOMPARE(readBook(bookOf(book)).error.value, std::string("xlsx-empty"));
    }

    /// More rows than one block and one piece of XML.
    void aLongSheetIsReadInBlocksAndCompletely()
    {
        std::string data = inlineRow(1, {"id", "text"});
        for (int i = 2; i <= 20'001; ++i) {
            data += inlineRow(i, {std::to_string(i), "row, \"" + std::to_string(i)});
        }
        const ReadRows read = readSheet(data);
        QVERIFY(!read.failed);
        QCOMPARE(read.problem, std::string());
        QCOMPARE(read.rows.size(), std::size_t {20'000});
        for (std::size_t i = 0; i < read.rows.size(); ++i) {
            const std::string number = std::to_string(i + 2);
            QCOMPARE(read.rows[i], (Cells {number, "row, \"" + number}));
        }
        QCOMPARE(read.raw.back(), std::string("20001,\"row, \"\"20001\""));
    }

    void aMappingRemembersItsSheet()
    {
        const auto mapping = mappingFromJson(
            R"({"kind": "his_billing", "sheet": "June", "columns": {"a": "order_no"}})", "m.json");
        QVERIFY(mapping);
        QCOMPARE(mapping->sheet, std::string("June"));
        const auto again = mappingFromJson(mappingToJson(*mapping), "m.json");
        QVERIFY(again);
        QCOMPARE(again->sheet, std::string("June"));
    }

    void withoutAHeaderColumnsHaveNumbers()
    {
        ReadOptions options;
        options.header = false;
        BookText book;
        book.sheets["s"] = inlineRow(1, {"a"}) + inlineRow(2, {"b", "c", "d"});
        const ReadRows read = readBook(bookOf(book), options);
        QCOMPARE(read.shape.header, (Cells {"#1", "#2", "#3"}));
        QCOMPARE(read.rows, (std::vector<Cells> {{"a", "", ""}, {"b", "c", "d"}}));
    }

    void declarationsAreRefusedWhereverTheyStand()
    {
        const std::string plain = bookOf({.sheets = {{"s", std::string(kHeader)}}});
        QVERIFY(!readBook(plain).failed);
        std::map<std::string, std::string> parts {
            {"_rels/.rels",
             "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><Relationships><Relationship "
             "Id=\"a\" "
             "Type=\"x/officeDocument\" Target=\"b.xml\"/></Relationships>"}};
        const ReadRows read = readBook(zipOf(parts));
        QCOMPARE(read.error.code, ErrorCode::FileFormat);
        QCOMPARE(read.error.value, std::string("xml-dtd"));
    }

    void archivesMadeToFillAMachineAreRefused()
    {
        BookText book {.sheets = {{"s", std::string(kHeader) + std::string(3'000'000, ' ')}}};
        const std::string bytes = bookOf(book);
        QVERIFY(!readBook(bytes).failed);  // large, but not from 10 MB on
        ZipLimits limits;
        limits.ratioFrom = 1'000'000;
        QCOMPARE(readBook(bytes, {}, limits).error.value, std::string("zip-limits"));
        limits = {};
        limits.partBytes = 1'000'000;
        QCOMPARE(readBook(bytes, {}, limits).error.value, std::string("zip-limits"));
        limits = {};
        limits.totalBytes = 1'000'000;
        QCOMPARE(readBook(bytes, {}, limits).error.value, std::string("zip-limits"));
        limits = {};
        limits.entries = 3;
        QCOMPARE(readBook(bytes, {}, limits).error.value, std::string("zip-limits"));
    }

    /// Cut or changed anywhere: an error or rows, never a crash, and never more rows than there were.
    void damagedArchivesAreErrors()
    {
        const std::string bytes
            = bookOf({.sheets = {{"s", std::string(kHeader) + inlineRow(2, {"a", "b"})}}});
        QCOMPARE(readBook(bytes.substr(0, bytes.size() / 2)).error.code, ErrorCode::FileTruncated);
        QCOMPARE(readBook("PK\x03\x04 and nothing else").error.code, ErrorCode::FileTruncated);
        for (std::size_t i = 0; i < bytes.size(); i += 3) {
            std::string damaged = bytes;
            damaged[i] = static_cast<char>(damaged[i] ^ 0x41);
            const ReadRows read = readBook(damaged);
            QVERIFY(read.failed || read.rows.size() <= 1);
        }
    }

    void aWorkbookWithoutItsPartsSaysSo()
    {
        QCOMPARE(readBook(zipOf({{"a.txt", "x"}})).error.value, std::string("zip-part"));
        const std::string nested(200, '<');
        std::string deep = "<Relationships>";
        for (int i = 0; i < 100; ++i) {
            deep += "<a>";
        }
        QCOMPARE(readBook(zipOf({{"_rels/.rels", deep}})).error.code, ErrorCode::FileTruncated);
    }
};

MEITRACE_TEST(TestWorkbook)
#include "tst_workbook.moc"
