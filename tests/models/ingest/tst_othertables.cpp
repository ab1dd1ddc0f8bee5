// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/random.h"
#include "models/ingest/htmltable.h"
#include "models/ingest/jsonlines.h"
#include "tests/models/ingest/encodehelpers.h"
#include "tests/models/ingest/readerhelpers.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace meitrace;
using namespace meitrace::test;

namespace {

ReadRows readJson(const std::string& bytes, std::int64_t blockBytes = 1 << 19)
{
    ReadOptions options;
    options.blockBytes = blockBytes;
    return readAll(openJsonLines(memoryOrigin(bytes), options));
}

ReadRows readPage(const std::string& bytes, const std::string& encoding = "auto")
{
    ReadOptions options;
    options.encoding = encoding;
    return readAll(openHtmlTable(memoryOrigin(bytes), options));
}

}  // namespace

class TestOtherTables : public QObject {
    Q_OBJECT

private slots:
    void namesOfAnyLineAreColumns()
    {
        const ReadRows read
            = readJson("{\"a\":1,\"b\":\"x\"}\n\n  \r\n{\"b\":\"y\",\"c\":true}\r\n{}\n{\"a\":null}");
        QVERIFY(!read.failed);
        QCOMPARE(read.problem, std::string());
        QCOMPARE(read.shape.header, (Cells {"a", "b", "c"}));
        QCOMPARE(read.rows,
                 (std::vector<Cells> {{"1", "x", ""}, {"", "y", "true"}, {"", "", ""}, {"", "", ""}}));
        QCOMPARE(read.line, (std::vector<std::int64_t> {1, 4, 5, 6}));
        QCOMPARE(read.shape.format, std::string("jsonl"));
    }

    void insideObjectsNamesHaveDots()
    {
        const ReadRows read
            = readJson("{\"p\":{\"item\":\"A\",\"q\":{\"n\":2}},\"l\":[1, {\"x\": \"y\"}]}\n");
        QCOMPARE(read.shape.header, (Cells {"p.item", "p.q.n", "l"}));
        QCOMPARE(read.rows, (std::vector<Cells> {{"A", "2", "[1,{\"x\":\"y\"}]"}}));
    }

    void numbersKeepTheirDigits()
    {
        const ReadRows read
            = readJson("{\"v\":19900159914,\"w\":18446744073709551615,\"x\":-0.1,\"y\":1e3,\"z\":12.50}");
        QCOMPARE(read.rows,
                 (std::vector<Cells> {{"19900159914", "18446744073709551615", "-0.1", "1000", "12.5"}}));
    }

    void linesThatAreNoObjectAreMarkedAndKept()
    {
        const std::string text
            = "{\"a\":1}\n{'a':2}\n[1]\n{\"a\":3,}\n{\"a\":4}{\"a\":5}\n{\"a\":06}\n{\"a\":7";
        const ReadRows read = readJson(text);
        QCOMPARE(read.rows.size(), std::size_t {7});
        QCOMPARE(read.rowsMarked(RowRule::BadJson), (std::vector<std::int64_t> {1, 2, 3, 4, 5, 6}));
        QCOMPARE(read.rows[1], (Cells {"{'a':2}"}));
        QCOMPARE(read.marks[0].byteOffset, std::int64_t {8});
        QCOMPARE(read.marks[1].byteOffset, std::int64_t {16});
    }

    /// Whatever the size of the pieces, packed or not: the same rows.
    void piecesAndPackingChangeNothing()
    {
        Random random(5);
        std::string text = "\xEF\xBB\xBF";
        for (int i = 0; i < 400; ++i) {
            text += random.below(10) == 0
                ? "no json"
                : "{\"n\":" + std::to_string(i) + ",\"t\":\"" + std::string(random.below(90), 'x') + "\"}";
            text += random.below(5) == 0 ? "\n\n" : "\n";
        }
        const ReadRows whole = readJson(text);
        QCOMPARE(whole.rows.size(), std::size_t {400});
        for (const std::int64_t size : {1, 64, 100, 1'000, 10'000}) {
            const ReadRows pieces = readJson(text, size);
            QCOMPARE(pieces.problem, std::string());
            QCOMPARE(pieces.rows, whole.rows);
            QCOMPARE(pieces.line, whole.line);
            QCOMPARE(pieces.marks.size(), whole.marks.size());
            for (std::size_t i = 0; i < whole.marks.size(); ++i) {
                QCOMPARE(pieces.marks[i].row, whole.marks[i].row);
                QCOMPARE(pieces.marks[i].byteOffset, whole.marks[i].byteOffset);
            }
        }
        QCOMPARE(readJson(packed(text)).rows, whole.rows);
    }

    void aFileWithoutAnyObjectIsNoTable()
    {
        QCOMPARE(readJson("[1,2]\n").error.code, ErrorCode::FileFormat);
        QCOMPARE(readJson("").error.code, ErrorCode::FileEmpty);
    }

    void aPageIsReadAsABrowserShowsIt()
    {
        const ReadRows read
            = readPage("<html><head><meta charset=gb2312><style>td{}</style></head><body><p>x</p>"
                       "<table border=1>\n<tr><th colspan=3>June</th></tr>"
                       "<tr><th>id<th> na\n me <th>sum</tr>"
                       "<tr><td>001<td>A &amp; B<br>C<td>1,299.00"
                       "<tr><td>002</td><td><b>D</b>&nbsp;</td></tr></table></body>");
        QVERIFY(!read.failed);
        QCOMPARE(read.problem, std::string());
        QCOMPARE(read.shape.header, (Cells {"id", "na me", "sum"}));
        QCOMPARE(read.rows, (std::vector<Cells> {{"001", "A & B C", "1,299.00"}, {"002", "D", ""}}));
        QCOMPARE(read.shape.format, std::string("html"));
        QCOMPARE(read.line.size(), std::size_t {2});
    }

    void cellsOverSeveralRowsAndColumnsKeepTheirPlaces()
    {
        const ReadRows read = readPage("<table><tr><td>a<td>b<td>c<td>d</tr>"
                                       "<tr><td rowspan=2>1<td colspan=2>2<td>3</tr>"
                                       "<tr><td>4<td rowspan=3>5<td>6</tr>"
                                       "<tr><td>7<td>8<td>9</tr></table>");
        QCOMPARE(read.rows,
                 (std::vector<Cells> {{"1", "2", "", "3"}, {"", "4", "5", "6"}, {"7", "8", "", "9"}}));
    }

    void theTableWithMostCellsIsTaken()
    {
        const ReadRows read
            = readPage("<table><tr><td>menu</table><table><tr><td>x<td><table><tr><td>a<td>b</tr>"
                       "<tr><td>1<td>2</tr><tr><td>3<td>4</table></table>");
        QCOMPARE(read.shape.header, (Cells {"a", "b"}));
        QCOMPARE(read.rows.size(), std::size_t {2});
        QCOMPARE(readPage("<html><p>nothing</html>").error.value, std::string("html"));
    }

    void thePageIsDecodedByItsBytesNotByWhatItSays()
    {
        const std::string name = "\xE5\xA7\x93\xE5\x90\x8D";
        const std::string page = "<html><meta charset=utf-8><table><tr><td>" + name + "<td>b</tr><tr><td>"
            + name + "<td>1</tr></table>";
        QCOMPARE(readPage(page).shape.header[0], name);
        const ReadRows wide = readPage("\xFF\xFE" + encoded(page, "UTF-16LE"));
        QCOMPARE(wide.shape.header[0], name);
        QCOMPARE(wide.shape.encoding, std::string("utf-16le"));
    }

    void formatsAreToldApartByContent()
    {
        const QTemporaryDir folder;
        const auto formatOf = [&](const std::string& bytes) {
            const std::string path = folder.filePath("list.xls").toStdString();
            std::ofstream(path, std::ios::binary) << bytes;
            const auto source = openRowSource(path);
            return source ? (*source)->shape().format : source.error().value;
        };
        QCOMPARE(formatOf("<table><tr><td>a<td>b</tr><tr><td>1<td>2</tr></table>"), std::string("html"));
        QCOMPARE(formatOf("{\"a\":1}\n"), std::string("jsonl"));
        QCOMPARE(formatOf(packed("{\"a\":1}\n")), std::string("jsonl"));
        QCOMPARE(formatOf("a\tb\n1\t2\n"), std::string("csv"));
        QCOMPARE(formatOf("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), std::string("xls"));
    }
};

MEITRACE_TEST(TestOtherTables)
#include "tst_othertables.moc"
