// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/platform.h"
#include "models/base/random.h"
#include "models/publish/csvwriter.h"
#include "tests/support/handcsv.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace meitrace;

namespace {

using Rows = std::vector<std::vector<std::string>>;

CsvFormat plainFormat(char delimiter = ',')
{
    return {.encoding = TextEncoding::Utf8, .delimiter = delimiter, .lineEnd = "\n", .guardFormulas = false};
}

Rows randomRows(std::uint64_t seed)
{
    const std::vector<std::string> pieces {"a",    "王", "\"", ",", ";", "\t",    "|",  "\n",
                                           "\r\n", " ",  "'",  "=", "",  "13800", "𠮷", "\u200B"};
    Random random(seed);
    Rows rows(1 + random.below(6));
    const std::uint64_t columns = 1 + random.below(5);
    for (auto& row : rows) {
        for (std::uint64_t c = 0; c < columns; ++c) {
            std::string cell;
            for (std::uint64_t i = random.below(6); i > 0; --i) {
                cell += pieces[random.below(pieces.size())];
            }
            row.push_back(cell);
        }
    }
    return rows;
}

}  // namespace

class TestCsvWriter : public QObject {
    Q_OBJECT

private slots:
    void quotesStandOnlyWhereAReaderNeedsThem()
    {
        QCOMPARE(csvBytes({{"a", "b c", " d", "e\"f", "g,h", "i\nj", ""}}, plainFormat()),
                 std::string("a,b c,\" d\",\"e\"\"f\",\"g,h\",\"i\nj\",\n"));
        QCOMPARE(csvBytes({{"g,h", "x;y"}}, plainFormat(';')), std::string("g,h;\"x;y\"\n"));
        QCOMPARE(csvBytes({{""}, {"", ""}}, plainFormat()), std::string("\"\"\n,\n"));
    }

    void encodingsHaveTheirBytes()
    {
        QCOMPARE(csvBytes({{"中a"}}, {.encoding = TextEncoding::Utf8Bom}),
                 std::string("\xEF\xBB\xBF中a\r\n"));
        QCOMPARE(csvBytes({{"中a", "𠮷"}}, {.encoding = TextEncoding::Gb18030}),
                 std::string("\xD6\xD0"
                             "a,\x95\x34\xB2\x35\r\n"));
        QCOMPARE(csvBytes({{"bad \xFF"}}, plainFormat()), std::string("bad \xEF\xBF\xBD\n"));
        QCOMPARE(csvBytes({{"bad \xFF"}}, {.encoding = TextEncoding::Gb18030}),
                 std::string("bad \x84\x31\xA4\x37\r\n"));
        QVERIFY(textEncodingByCode("gb18030") == TextEncoding::Gb18030);
        QVERIFY(!textEncodingByCode("latin1"));
        QCOMPARE(textEncodingCode(TextEncoding::Utf8Bom), std::string_view("utf-8-bom"));
    }

    void numbersStayNumbersAndWordsAreGuarded()
    {
        CsvEncoder encoder(CsvFormat {.encoding = TextEncoding::Utf8});
        encoder.text("=1+1");
        encoder.text("-500");
        encoder.plain("-0.50");
        encoder.number(-7);
        encoder.text("@x,y");
        encoder.endRow();
        QCOMPARE(encoder.takeBytes(), std::string("'=1+1,-500,-0.50,-7,\"'@x,y\"\r\n"));
    }

    void whatIsWrittenIsReadBack()
    {
        for (std::uint64_t seed = 0; seed < 3000; ++seed) {
            const Rows rows = randomRows(seed);
            for (const char delimiter : {',', ';', '\t', '|'}) {
                const auto read = test::parseByHand(csvBytes(rows, plainFormat(delimiter)), delimiter);
                QCOMPARE(read.size(), rows.size());
                for (std::size_t i = 0; i < rows.size(); ++i) {
                    QVERIFY2(read[i].cells == rows[i], std::to_string(seed).c_str());
                }
            }
        }
    }

    void linesAreCountedAsAReaderCountsThem()
    {
        for (std::uint64_t seed = 0; seed < 500; ++seed) {
            const Rows rows = randomRows(seed);
            CsvEncoder encoder(plainFormat());
            std::vector<std::int64_t> lines;
            for (const auto& row : rows) {
                lines.push_back(encoder.line());
                for (const auto& cell : row) {
                    encoder.text(cell);
                }
                encoder.endRow();
            }
            const auto read = test::parseByHand(encoder.takeBytes());
            for (std::size_t i = 0; i < rows.size(); ++i) {
                QCOMPARE(read[i].line, lines[i]);
            }
        }
    }

    void aBlankLineIsNoRow()
    {
        CsvEncoder encoder(plainFormat());
        encoder.text("a");
        encoder.endRow();
        encoder.blankLine();
        QCOMPARE(encoder.line(), std::int64_t {3});
        encoder.text("");
        encoder.endRow();
        const auto read = test::parseByHand(encoder.takeBytes());
        QCOMPARE(read.size(), std::size_t {2});
        QCOMPARE(read[1].line, std::int64_t {3});
    }

    void aFileAppearsInOneStepAndIsPrivate()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath("out.csv").toStdString();
        auto writer = CsvWriter::create(path, plainFormat());
        QVERIFY(writer);
        std::string expected;
        for (int i = 0; i < 200'000; ++i) {  // more than one flush
            writer->number(i);
            writer->text("x");
            QVERIFY(writer->endRow());
            expected += std::to_string(i) + ",x\n";
        }
        QCOMPARE(platform::pathKind(path), platform::PathKind::Missing);
        QVERIFY(writer->commit());
        QCOMPARE(test::fileBytes(path), expected);
        QCOMPARE(QFileInfo(QString::fromStdString(path)).permissions()
                     & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions {});
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList {"out.csv"});
    }

    void withoutCommitNothingChanges()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath("out.csv").toStdString();
        QVERIFY(platform::writeWhole(path, "old"));
        {
            auto writer = CsvWriter::create(path, plainFormat());
            QVERIFY(writer);
            QVERIFY(writer->row({"new"}));
        }
        QCOMPARE(test::fileBytes(path), std::string("old"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList {"out.csv"});
    }

    void aFolderThatIsMissingIsRefused()
    {
        const QTemporaryDir folder;
        const auto writer
            = CsvWriter::create(folder.filePath("no/such/out.csv").toStdString(), plainFormat());
        QVERIFY(!writer);
        QCOMPARE(writer.error().code, ErrorCode::FileUnwritable);
    }
};

MEITRACE_TEST(TestCsvWriter)
#include "tst_csvwriter.moc"
