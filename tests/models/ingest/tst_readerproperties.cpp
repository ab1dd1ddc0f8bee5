// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/pipeline.h"
#include "models/base/random.h"
#include "tests/models/ingest/encodehelpers.h"
#include "tests/models/ingest/naivereader.h"
#include "tests/models/ingest/readerhelpers.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <array>

using namespace meitrace;
using namespace meitrace::test;

using Rows = std::vector<Cells>;
using Raw = std::unique_ptr<RowSource::Raw>;

namespace {

/// Text of parts that like to go wrong together.
std::string nastyText(Random& random, std::uint64_t parts)
{
    static const std::array<std::string, 22> kParts {"a",
                                                     "bc",
                                                     ",",
                                                     ",",
                                                     "\"",
                                                     "\"\"",
                                                     "\"",
                                                     "\n",
                                                     "\r\n",
                                                     "\r",
                                                     "\n\n",
                                                     ",\"",
                                                     "\",",
                                                     "\"\n",
                                                     " ",
                                                     "客户",
                                                     "\xE5\xAE",
                                                     "\xFF",
                                                     std::string(1, '\0'),
                                                     "12345",
                                                     "x\"y",
                                                     ",,\n"};
    std::string text = "x";  // neither blank nor a comment
    for (std::uint64_t i = 0; i < parts; ++i) {
        text += kParts[random.below(kParts.size())];
    }
    return text;
}

QByteArray shown(const std::string& text)
{
    return QByteArray::fromStdString(text).toPercentEncoding();
}

std::string marksOf(const ReadRows& read)
{
    std::string text;
    for (const RowMark& mark : read.marks) {
        text += std::to_string(mark.row) + ":" + std::string(ruleCode(mark.rule)) + "@"
            + std::to_string(mark.byteOffset) + " ";
    }
    return text;
}

std::string randomCell(Random& random, bool ascii)
{
    static const std::array<std::string, 12> kParts {"a", "1,2", "\"", "\n", "\r\n", "\r",
                                                     ";", "|",   "\t", " ",  "#",    "z9"};
    static const std::array<std::string, 6> kChinese {"客户", "热玛吉", "，", "一", "中文字", "水光"};
    std::string cell;
    for (std::uint64_t i = random.below(6); i > 0; --i) {
        cell += ascii || random.chance(600'000) ? kParts[random.below(kParts.size())]
                                                : kChinese[random.below(kChinese.size())];
    }
    return cell;
}

std::string inQuotes(const std::string& cell)
{
    std::string text = "\"";
    for (const char c : cell) {
        text += c == '"' ? "\"\"" : std::string(1, c);
    }
    return text + "\"";
}

}  // namespace

class TestReaderProperties : public QObject {
    Q_OBJECT

private slots:
    /// The reader gives what a plain reader, character by character, makes of the same text.
    void nastyTextReadsAsByThePlainReader()
    {
        Random random(11);
        for (int round = 0; round < 4000; ++round) {
            const std::string text = nastyText(random, 1 + random.below(60));
            ReadLimits limits;
            limits.openQuote = 1 + static_cast<std::int64_t>(random.below(60));
            limits.row = 40 + static_cast<std::int64_t>(random.below(100));
            limits.cutRow = 30;
            ReadOptions options = withoutHeader(',');
            options.encoding = "utf-8";
            options.blockBytes = 1 + static_cast<std::int64_t>(random.below(80));
            const ReadRows read = readText(text, options, limits);
            if (read.failed) {
                QCOMPARE(read.error.code, ErrorCode::FileFormat);  // too many NULs for a text
                continue;
            }
            const ReadRows plain = readNaively(text, ',', limits);
            QVERIFY2(read.problem.empty(), read.problem.c_str());
            QVERIFY2(read.rows == plain.rows, shown(text).constData());
            QVERIFY2(read.line == plain.line, shown(text).constData());
            QVERIFY2(read.raw == plain.raw, shown(text).constData());
            QVERIFY2(marksOf(read) == marksOf(plain),
                     (shown(text).toStdString() + "\n" + marksOf(read) + "\n" + marksOf(plain)).c_str());
        }
    }

    void theBlockSizeChangesNothing_data()
    {
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<char>("delimiter");
        for (const char* encoding : {"utf-8", "gb18030", "big5", "utf-16le", "utf-16be", "windows-1252"}) {
            for (const char delimiter : {',', '|'}) {
                QTest::addRow("%s %c", encoding, delimiter) << encoding << delimiter;
            }
        }
    }

    void theBlockSizeChangesNothing()
    {
        QFETCH(const QString, encoding);
        QFETCH(const char, delimiter);
        Random random(5);
        for (int round = 0; round < 60; ++round) {
            std::string bytes = nastyText(random, 200);
            for (char& c : bytes) {
                c = c == ',' ? delimiter : c;
                // Pairs and units of all kinds, whole and broken
                c = random.chance(80'000) ? static_cast<char>(random.next()) : c;
            }
            ReadLimits limits;
            limits.openQuote = 70;
            limits.row = 150;
            limits.cutRow = 20;
            ReadOptions options = withoutHeader(delimiter);
            options.encoding = encoding.toStdString();
            options.blockBytes = 1 << 20;
            const ReadRows whole = readText(bytes, options, limits);
            for (const std::int64_t block : {1, 2, 3, 5, 16, 61, 64, 150, 1000}) {
                options.blockBytes = block;
                const ReadRows read = readText(bytes, options, limits);
                QCOMPARE(read.failed, whole.failed);
                QVERIFY(read.problem.empty());
                QCOMPARE(read.rows, whole.rows);
                QCOMPARE(read.line, whole.line);
                QCOMPARE(read.raw, whole.raw);
                QCOMPARE(marksOf(read), marksOf(whole));
            }
        }
    }

    void cellsComeBackAsWritten_data()
    {
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<QString>("icu");
        QTest::newRow("utf-8") << "utf-8"
                               << "UTF-8";
        QTest::newRow("gb18030") << "gb18030"
                                 << "gb18030";
        QTest::newRow("utf-16le") << "utf-16le"
                                  << "UTF-16LE";
        QTest::newRow("utf-16be") << "utf-16be"
                                  << "UTF-16BE";
        QTest::newRow("big5") << "big5"
                              << "Big5";
        QTest::newRow("windows-1252") << "windows-1252"
                                      << "windows-1252";
    }

    void cellsComeBackAsWritten()
    {
        QFETCH(const QString, encoding);
        QFETCH(const QString, icu);
        const bool ascii = encoding == "windows-1252" || encoding == "big5";
        Random random(23);
        for (int round = 0; round < 120; ++round) {
            const char delimiter = ",;\t|"[random.below(4)];
            const std::string lineEnd = round % 3 == 0 ? "\r\n" : round % 3 == 1 ? "\n" : "\r";
            Rows rows;
            std::string text;
            for (std::uint64_t row = 1 + random.below(40); row > 0; --row) {
                Cells cells;
                for (std::uint64_t cell = 2 + random.below(4); cell > 0; --cell) {
                    cells.push_back(randomCell(random, ascii));
                    const bool bare
                        = cells.back().find_first_of(std::string("\"\r\n") + delimiter) == std::string::npos
                        && random.chance(500'000);
                    text += bare ? cells.back() : inQuotes(cells.back());
                    text += cell > 1 ? std::string(1, delimiter) : lineEnd;
                }
                rows.push_back(std::move(cells));
            }
            if (text[0] == '#') {
                continue;  // a comment
            }
            ReadOptions options = withoutHeader(delimiter);
            options.encoding = encoding.toStdString();
            options.blockBytes = 1 + static_cast<std::int64_t>(random.below(500));
            const ReadRows read = readText(encoded(text, icu.toLatin1().constData()), options);
            QVERIFY2(!read.failed && read.marks.empty() && read.problem.empty(), shown(text).constData());
            QVERIFY2(read.rows == rows, shown(text).constData());
        }
    }

    void theNumberOfThreadsChangesNothing()
    {
        Random random(31);
        std::string text = "h1,h2\n";
        for (int i = 0; i < 3000; ++i) {
            text += nastyText(random, 10);
        }
        ReadOptions options;
        options.blockBytes = 700;
        options.encoding = "utf-8";
        const ReadRows one = readText(text, options);
        QVERIFY(one.rows.size() > 3000);
        for (const int threads : {1, 2, 7}) {
            auto source = openDelimited(memoryOrigin(text), options);
            QVERIFY(source);
            ReadRows all;
            const Status done = orderedPipeline<Raw, RowBlock>(
                threads,
                [&]() -> Result<std::optional<Raw>> {
                    Result<Raw> raw = (*source)->nextRaw();
                    if (!raw) {
                        return raw.error();
                    }
                    return *raw ? std::optional<Raw>(std::move(*raw)) : std::nullopt;
                },
                [&](Raw raw) -> Result<RowBlock> { return (*source)->parse(std::move(raw)); },
                [&](const RowBlock& block) -> Status {
                    append(all, block);
                    return Done {};
                });
            QVERIFY(done);
            QVERIFY(all.problem.empty());
            QCOMPARE(all.rows, one.rows);
            QCOMPARE(all.line, one.line);
            QCOMPARE(marksOf(all), marksOf(one));
        }
    }

    /// A quote lost in every row: time stays in proportion, no row goes.
    void manyLostQuotesCostNoMoreThanTheirLines()
    {
        std::string text = "a,b\n";
        for (int i = 0; i < 100'000; ++i) {
            text += "1,\"x\"\"y\n2,\"\"\n";
        }
        const ReadRows read = readText(text);
        QCOMPARE(read.rows.size(), std::size_t {200'000});
        QCOMPARE(read.rowsMarked(RowRule::UnclosedQuote).size(), std::size_t {100'000});
    }
};

MEITRACE_TEST(TestReaderProperties)
#include "tst_readerproperties.moc"
