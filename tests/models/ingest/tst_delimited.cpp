// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/ingest/readerhelpers.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace meitrace;
using namespace meitrace::test;

using namespace std::string_literals;

using Rows = std::vector<Cells>;
using Lines = std::vector<std::int64_t>;

namespace {

Rows rowsOf(const std::string& text, char delimiter = ',')
{
    return readText(text, withoutHeader(delimiter)).rows;
}

}  // namespace

class TestDelimited : public QObject {
    Q_OBJECT

private slots:
    void quotedCellsHoldSeparatorsLineEndsAndQuotes()
    {
        QCOMPARE(rowsOf("a,\"b,c\",d\n"), (Rows {{"a", "b,c", "d"}}));
        QCOMPARE(rowsOf("\"x\ny\",1\n\"p\r\nq\r\",2"), (Rows {{"x\ny", "1"}, {"p\r\nq\r", "2"}}));
        QCOMPARE(rowsOf("\"say \"\"no\"\"\",\"\"\"\",\"\"\n"), (Rows {{"say \"no\"", "\"", ""}}));
    }

    void quotesInsideAnUnquotedCellAreText()
    {
        QCOMPARE(rowsOf("5\" pipe,a\"b\"c,=\"0138\"\nx, \"y\"\n"),
                 (Rows {{"5\" pipe", "a\"b\"c", "=\"0138\""}, {"x", " \"y\""}}));
    }

    void textBehindAClosingQuoteStays()
    {
        QCOMPARE(rowsOf("\"ab\"cd,\"e\" ,\"f\"\"g\"h\"i\nz,z,z"),
                 (Rows {{"abcd", "e ", "f\"gh\"i"}, {"z", "z", "z"}}));
    }

    void everyKindOfLineEndEndsARow()
    {
        const ReadRows read = readText("a,b\r\nc,d\re,f\ng,h\r\r\n\n\ri,j", withoutHeader());
        QCOMPARE(read.rows, (Rows {{"a", "b"}, {"c", "d"}, {"e", "f"}, {"g", "h"}, {"i", "j"}}));
        // CR, CR LF, LF and CR behind row 4 are one line end and three blank lines.
        QCOMPARE(read.line, (Lines {1, 2, 3, 4, 8}));
        QCOMPARE(read.raw[3], std::string("g,h"));
    }

    void linesInsideQuotesCount()
    {
        const ReadRows read = readText("h1,h2\n\"a\nb\r\nc\rd\",1\n\nx,2\n");
        QCOMPARE(read.shape.header, (Cells {"h1", "h2"}));
        QCOMPARE(read.shape.headerLine, std::int64_t {1});
        QCOMPARE(read.line, (Lines {2, 7}));
        QCOMPARE(read.raw[0], std::string("\"a\nb\r\nc\rd\",1"));
    }

    void emptyCellsAreCells()
    {
        QCOMPARE(rowsOf(",,\n,\na\n,a,\n"), (Rows {{"", "", ""}, {"", ""}, {"a"}, {"", "a", ""}}));
        QCOMPARE(rowsOf("a,b,"), (Rows {{"a", "b", ""}}));
        QCOMPARE(rowsOf("\"\"\n\"\""), (Rows {{""}, {""}}));
    }

    void nulBytesGoAndMarkTheirRow()
    {
        const std::string text = "a,b\n1\0\0,2\nx,y\n\0,\"q\0\"\n"s;
        const ReadRows read = readText(text, withoutHeader());
        QCOMPARE(read.rows, (Rows {{"a", "b"}, {"1", "2"}, {"x", "y"}, {"", "q"}}));
        QCOMPARE(read.raw[1], std::string("1,2"));
        QCOMPARE(read.rowsMarked(RowRule::NulByte), (Lines {1, 3}));
        QCOMPARE(read.marks[0].byteOffset, std::int64_t {5});
        QCOMPARE(read.marks[1].byteOffset, std::int64_t {14});
    }

    void aLostQuoteCostsItsLineOnly()
    {
        const ReadRows read = readText("a,b\n1,\"x\n2,y\n3,z\n", withoutHeader());
        QCOMPARE(read.rows, (Rows {{"a", "b"}, {"1", "\"x"}, {"2", "y"}, {"3", "z"}}));
        QCOMPARE(read.rowsMarked(RowRule::UnclosedQuote), (Lines {1}));
        QCOMPARE(read.marks[0].byteOffset, std::int64_t {4});
        QCOMPARE(read.line, (Lines {1, 2, 3, 4}));
    }

    void aLostQuoteDoesNotTakeTheNextRowsQuotes()
    {
        // The quote of row 1 meets the one that opens a cell of row 2: no separator behind it, so it closes
        // nothing.
        const ReadRows read = readText("a,b\n1,\"x\n2,\"y\"\n3,z\n", withoutHeader());
        QCOMPARE(read.rows, (Rows {{"a", "b"}, {"1", "\"x"}, {"2", "y"}, {"3", "z"}}));
        QCOMPARE(read.rowsMarked(RowRule::UnclosedQuote), (Lines {1}));
    }

    void wholeCellsBeforeALostQuoteStay()
    {
        const ReadRows read = readText("\"p\nq\",\"r\n2,y\n", withoutHeader(','));
        QCOMPARE(read.rows, (Rows {{"p\nq", "\"r"}, {"2", "y"}}));
        QCOMPARE(read.line, (Lines {1, 3}));
        QCOMPARE(read.rowsMarked(RowRule::UnclosedQuote), (Lines {0}));
    }

    void aQuotedCellOfManyLinesMustCloseWithinTheLimit()
    {
        ReadLimits limits;
        limits.openQuote = 10;
        const ReadRows inside = readText("\"1\n345678\",b\nc,d\n", withoutHeader(','), limits);
        QCOMPARE(inside.rows, (Rows {{"1\n345678", "b"}, {"c", "d"}}));
        const ReadRows beyond = readText("\"1\n34567890\",b\nc,d\n", withoutHeader(','), limits);
        QCOMPARE(beyond.rows, (Rows {{"\"1"}, {"34567890\"", "b"}, {"c", "d"}}));
        QCOMPARE(beyond.rowsMarked(RowRule::UnclosedQuote), (Lines {0}));
        // On one line it may be as long as it likes.
        const ReadRows oneLine = readText("\"1234567890123\",b\nc,d\n", withoutHeader(','), limits);
        QCOMPARE(oneLine.rows, (Rows {{"1234567890123", "b"}, {"c", "d"}}));
        QVERIFY(oneLine.marks.empty());
    }

    void aRowBeyondTheLimitIsCutAndMarked_data()
    {
        QTest::addColumn<QString>("encoding");
        for (const char* name : {"utf-8", "gb18030", "utf-16le", "utf-16be"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }

    void aRowBeyondTheLimitIsCutAndMarked()
    {
        QFETCH(const QString, encoding);
        std::string text = "a,b\n" + std::string(300, 'x') + ",\"y\n\",1\nc,d\n";
        ReadOptions options = withoutHeader(',');
        options.encoding = encoding.toStdString();
        if (options.encoding.starts_with("utf-16")) {
            std::string wide;
            for (const char c : text) {
                wide += options.encoding.ends_with("le") ? std::string {c, '\0'} : std::string {'\0', c};
            }
            text = wide;
        }
        ReadLimits limits;
        limits.row = 100;
        limits.cutRow = 20;
        for (const std::int64_t block : {1, 7, 64, 1000}) {
            options.blockBytes = block;
            const ReadRows read = readText(text, options, limits);
            QCOMPARE(read.rows, (Rows {{"a", "b"}, {std::string(20, 'x')}, {"c", "d"}}));
            QCOMPARE(read.rowsMarked(RowRule::RowTooLong), (Lines {1}));
            QCOMPARE(read.line, (Lines {1, 2, 4}));
        }
    }

    void aRowJustWithinTheLimitIsWhole()
    {
        ReadLimits limits;
        limits.row = 20;
        limits.openQuote = 30;
        const std::string exact(20, 'x');
        // In the second row the quote is found never to close long after the limit, but the row ends before
        // it.
        const std::string text
            = exact + "\r\na,\"b\n" + std::string(15, 'c') + "\n" + std::string(18, 'd') + "\n";
        for (std::int64_t block = 1; block < 80; ++block) {
            ReadOptions options = withoutHeader(',');
            options.blockBytes = block;
            const ReadRows read = readText(text, options, limits);
            QCOMPARE(read.rows,
                     (Rows {{exact}, {"a", "\"b"}, {std::string(15, 'c')}, {std::string(18, 'd')}}));
            QCOMPARE(read.marks.size(), std::size_t {1});
            QCOMPARE(read.marks[0].rule, RowRule::UnclosedQuote);
        }
    }

    void aQuoteLostInATooLongRowCostsItsLineOnly()
    {
        std::string text(300, 'x');
        text += ",\"y\nc,d\n";
        text.append(300, 'z');
        text += "\ne,f\n";
        ReadLimits limits;
        limits.row = 100;
        limits.cutRow = 5;
        limits.openQuote = 50;
        for (const std::int64_t block : {1, 33, 5000}) {
            ReadOptions options = withoutHeader(',');
            options.blockBytes = block;
            const ReadRows read = readText(text, options, limits);
            QCOMPARE(read.rows, (Rows {{"xxxxx"}, {"c", "d"}, {"zzzzz"}, {"e", "f"}}));
            QCOMPARE(read.rowsMarked(RowRule::RowTooLong), (Lines {0, 2}));
            QCOMPARE(read.line, (Lines {1, 2, 3, 4}));
        }
    }

    void commentsBeforeTheHeaderAreSkippedAndLaterOnesAreRows()
    {
        const ReadRows read = readText("# ------\n# Account: \"x\n\n#\n# a,b\nname,city\n# 1,x\n2,y\n");
        QCOMPARE(read.shape.header, (Cells {"name", "city"}));
        QCOMPARE(read.shape.headerLine, std::int64_t {6});
        QCOMPARE(read.rows, (Rows {{"# 1", "x"}, {"2", "y"}}));
        QCOMPARE(read.line, (Lines {7, 8}));
    }

    void commentsThatAreEverythingAreRows()
    {
        const ReadRows read = readText("#a,b\n#c,d\n");
        QCOMPARE(read.shape.header, (Cells {"#a", "b"}));
        QCOMPARE(read.rows, (Rows {{"#c", "d"}}));
    }

    void aNumberSignAsFirstHeaderIsNoComment()
    {
        QCOMPARE(readText("#,name\n1,x\n").shape.header, (Cells {"#", "name"}));
        QCOMPARE(readText("# by hand\n#id,name\n1,x\n").shape.header, (Cells {"#id", "name"}));
        QCOMPARE(readText("#report 2026\nid,name\n1,x\n").shape.header, (Cells {"id", "name"}));
    }

    void headerCellsAreTrimmedAndOtherwiseLeft()
    {
        const ReadRows read = readText(
            "\xEF\xBB\xBF\xEF\xBB\xBF \xE5\xA7\x93\xE5\x90\x8D ,\"A \"\"b\"\"\",,B\n \x31 ,2,3,4\n");
        QCOMPARE(read.shape.header, (Cells {"姓名", "A \"b\"", "", "B"}));
        QCOMPARE(read.rows, (Rows {{" 1 ", "2", "3", "4"}}));
        QCOMPARE(read.shape.encoding, std::string("utf-8-sig"));
    }

    void withoutHeaderColumnsAreNumbered()
    {
        const ReadRows read = readText("\n\n1;2;3\n4;5;6\n", withoutHeader());
        QCOMPARE(read.shape.header, (Cells {"#1", "#2", "#3"}));
        QCOMPARE(read.shape.headerLine, std::int64_t {0});
        QCOMPARE(read.rows.size(), std::size_t {2});
        QCOMPARE(read.line, (Lines {3, 4}));
    }

    void theDelimiterIsTheOneWithAConstantAndHighestCount_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<char>("delimiter");
        QTest::newRow("comma") << QByteArray("a,b\n1,2\n") << ',';
        QTest::newRow("semicolon, decimal commas") << QByteArray("a;b\n1,5;2,5\n3,0;4,0\n") << ';';
        QTest::newRow("tab, text with commas") << QByteArray("a\tb\tc\n1\tx,y,z,w\t3\n") << '\t';
        QTest::newRow("bar") << QByteArray("a|b|c\n1|2,2|3\n") << '|';
        QTest::newRow("both constant: more cells win") << QByteArray("a,b;c;d\n1,2;3;4\n") << ';';
        QTest::newRow("one column") << QByteArray("name\nx,y\nz\n") << ',';
        QTest::newRow("separators in quotes do not count")
            << QByteArray("a;b\n\"1,1,1\";2\n\"3,3,3\";4\n") << ';';
        QTest::newRow("constant beats many") << QByteArray("a,b,c,d;e\n1,2,3,4;5\n1,2;3\n") << ';';
        QTest::newRow("ragged") << QByteArray("a;b;c\n1;2;3\n1;2\n4;5;6\n") << ';';
    }

    void theDelimiterIsTheOneWithAConstantAndHighestCount()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const char, delimiter);
        QCOMPARE(readText(text.toStdString()).shape.delimiter, delimiter);
    }

    void badOptionsAreRefused()
    {
        ReadOptions options;
        options.encoding = "klingon";
        const ReadRows unknown = readText("a,b\n", options);
        QVERIFY(unknown.failed);
        QCOMPARE(unknown.error.code, ErrorCode::BadOption);
        QCOMPARE(unknown.error.value, std::string("klingon"));
        const ReadRows quote = readText("a,b\n", withoutHeader('"'));
        QCOMPARE(quote.error.code, ErrorCode::BadOption);
        QCOMPARE(quote.error.subject, std::string("delimiter"));
    }
};

MEITRACE_TEST(TestDelimited)
#include "tst_delimited.moc"
