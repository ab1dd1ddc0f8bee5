// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/hash.h"
#include "models/base/pipeline.h"
#include "models/base/platform.h"
#include "models/ingest/passingcheck.h"
#include "models/ingest/sniffing.h"
#include "tests/models/ingest/encodehelpers.h"
#include "tests/models/ingest/readerhelpers.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <filesystem>
#include <fstream>
#include <zlib.h>

using namespace meitrace;
using namespace meitrace::test;
using namespace std::string_literals;

using Rows = std::vector<Cells>;

namespace {

void write(const std::string& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

std::string manyRows(int rows)
{
    std::string text = "id,name,amount\n";
    for (int i = 0; i < rows; ++i) {
        text += std::to_string(i) + ",客户" + std::to_string(i % 97) + ",\"1,299.00\"\n";
    }
    return text;
}

}  // namespace

class TestFileKinds : public QObject {
    Q_OBJECT

private:
    std::string m_folder;

    [[nodiscard]] std::string path(const std::string& name) const { return m_folder + "/" + name; }

private slots:
    void initTestCase()
    {
        Result<std::string> folder = platform::makeTemporaryFolder();
        QVERIFY(folder);
        m_folder = *folder;
    }

    void cleanupTestCase() { std::filesystem::remove_all(m_folder); }

    void theShapeTellsHashAndSize()
    {
        const std::string text = "a,b\n1,2\n";
        write(path("plain.csv"), text);
        const ReadRows read = readAll(openRowSource(path("plain.csv")));
        QCOMPARE(read.shape.fileBytes, std::int64_t {8});
        QCOMPARE(read.shape.contentHash, hash128Hex(text));
        QVERIFY(!read.shape.compressed);
        QCOMPARE(read.rows, (Rows {{"1", "2"}}));
    }

    void aFileReadOnceIsTheSameFile()
    {
        const std::string text = "\xEF\xBB\xBF" + manyRows(20'000);
        write(path("once.csv"), text);
        for (const std::int64_t blockBytes : {std::int64_t {1} << 19, std::int64_t {1'001}}) {
            ReadOptions options;
            options.blockBytes = blockBytes;
            options.readOnceFrom = 0;
            Result<std::unique_ptr<RowSource>> source = openRowSource(path("once.csv"), options);
            QVERIFY(source);
            QVERIFY((*source)->shape().contentHash.empty());
            const ReadRows once = readAll(std::move(source));
            const ReadRows twice = readAll(openRowSource(path("once.csv")));
            QCOMPARE(once.rows, twice.rows);
            QCOMPARE(once.shape.contentHash, hash128Hex(text));
            QCOMPARE(once.shape.contentHash, twice.shape.contentHash);
            QCOMPARE(once.shape.encoding, twice.shape.encoding);
            QCOMPARE(once.shape.fileBytes, twice.shape.fileBytes);
        }
    }

    void aFileReadOnceThatTurnsOutNotToBeUtf8IsNotTaken()
    {
        // Latin letters for longer than anything that is looked at first; then two bytes of GB18030.
        std::string text = "id,name\n";
        for (int i = 0; i < 150'000; ++i) {
            text += std::to_string(i) + ",abc\n";
        }
        const std::string chinese = text + "1,\xC0\xEE\n";
        for (const auto& [name, bytes] :
             {std::pair {"late.csv", chinese}, std::pair {"cut.csv", text + "1,\xE5"}}) {
            write(path(name), bytes);
            ReadOptions options;
            options.readOnceFrom = 0;
            Result<std::unique_ptr<RowSource>> source = openRowSource(path(name), options);
            QVERIFY(source);
            std::optional<Error> problem;
            while (!problem) {
                auto raw = (*source)->nextRaw();
                if (!raw) {
                    problem = raw.error();
                } else if (*raw == nullptr) {
                    break;
                }
            }
            QVERIFY2(problem && problem->code == ErrorCode::EncodingDoubtful, name);
        }
        QCOMPARE(readAll(openRowSource(path("late.csv"))).shape.encoding, std::string("gb18030"));
    }

    void charactersCutBetweenReadsAreWhole()
    {
        // Every way of cutting a text of characters of one to four bytes into reads.
        const std::string text = "a\xC3\xA9\xE5\xAE\xA2\xF0\xA0\xAE\xB7z\xE6\x88\xB7";
        for (std::int64_t piece = 1; piece <= static_cast<std::int64_t>(text.size()); ++piece) {
            for (const bool broken : {false, true}) {
                auto origin = memoryOrigin(broken ? text.substr(0, text.size() - 1) : text);
                PassingCheck check(std::move(*origin->open()), "text", true);
                std::string back;
                bool refused = false;
                while (true) {
                    char buffer[32];
                    const Result<std::int64_t> got = check.read(buffer, piece);
                    if (!got) {
                        refused = got.error().code == ErrorCode::EncodingDoubtful;
                        break;
                    }
                    if (*got == 0) {
                        break;
                    }
                    back.append(buffer, static_cast<std::size_t>(*got));
                }
                QCOMPARE(refused, broken);
                QCOMPARE(back, broken ? text.substr(0, text.size() - 1) : text);
            }
        }
    }

    void gzipReadsAsWhatItHolds()
    {
        const std::string text = manyRows(5000);
        const std::string bytes = packed(text);
        write(path("list.csv.gz"), bytes);
        const ReadRows read = readAll(openRowSource(path("list.csv.gz")));
        const ReadRows plain = readText(text);
        QVERIFY(read.shape.compressed);
        QCOMPARE(read.shape.contentHash, hash128Hex(bytes));
        QCOMPARE(read.shape.fileBytes, static_cast<std::int64_t>(bytes.size()));
        QCOMPARE(read.rows, plain.rows);
        QCOMPARE(read.line, plain.line);
        // The name says nothing.
        QCOMPARE(readText(bytes).rows, plain.rows);
    }

    void gzipMembersFollowOneAnother()
    {
        const std::string text = manyRows(300);
        const std::string bytes
            = packed(text.substr(0, 1234)) + packed("") + packed(text.substr(1234)) + std::string(512, '\0');
        QCOMPARE(readText(bytes).rows, readText(text).rows);
    }

    void offsetsInGzipAreThoseOfTheUnpackedText()
    {
        const ReadRows read = readText(packed("a,b\n好,\xFF\n"));
        QCOMPARE(read.marks.size(), std::size_t {1});
        QCOMPARE(read.marks[0].byteOffset, std::int64_t {8});
    }

    void everyCutGzipIsTruncated()
    {
        const std::string bytes = packed(manyRows(20));
        for (std::size_t size = 3; size < bytes.size(); ++size) {
            const ReadRows read = readText(bytes.substr(0, size));
            QVERIFY(read.failed);
            QCOMPARE(read.error.code, ErrorCode::FileTruncated);
        }
    }

    void damagedGzipIsTruncated()
    {
        std::string bytes = packed(manyRows(2000));
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x55);
        QCOMPARE(readText(bytes).error.code, ErrorCode::FileTruncated);
        QCOMPARE(readText(packed("a,b\n1,2\n") + "garbage").error.code, ErrorCode::FileTruncated);
        std::string checksum = packed("a,b\n1,2\n");
        checksum[checksum.size() - 6] = static_cast<char>(checksum[checksum.size() - 6] ^ 1);
        QCOMPARE(readText(checksum).error.code, ErrorCode::FileTruncated);
    }

    void foreignFormatsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("format");
        const auto add = [](const char* format, const std::string& bytes) {
            QTest::addRow("%s %d", format, static_cast<int>(bytes.size()))
                << QByteArray::fromStdString(bytes) << format;
        };
        add("xlsx", "PK\x03\x04\x14\0\x06\0\x08\0[Content_Types].xml"s);
        add("xlsx", "PK\x03\x04\x14\0\x06\0\x08\0xl/workbook.xml"s);
        add("zip", "PK\x03\x04\x14\0\0\0\x08\0list.csv"s);
        add("xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"s);
        add("pdf", "%PDF-1.7\n1 0 obj");
        add("image", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s);
        add("image", "\xFF\xD8\xFF\xE0\0\x10JFIF"s);
        add("html", "\r\n  <!DOCTYPE HTML>\n<html>");
        add("html", "\xEF\xBB\xBF<table border=1><tr><td>1</td></tr></table>");
        add("html", "\xFF\xFE<\0h\0t\0m\0l\0>\0"s);
        add("html", "<?xml version=\"1.0\"?><html xmlns=\"x\">");
        add("xml", "<?xml version=\"1.0\"?><Workbook/>");
        add("json", "[\n  {\"a\": 1}\n]");
        add("json", "{\"event\": 1}\n{\"event\": 2}\n");
        add("utf-32", "\xFF\xFE\0\0a\0\0\0"s);
        std::string noise;
        for (int i = 0; i < 1000; ++i) {
            noise += static_cast<char>((i * 7919) >> 3);
        }
        add("binary", noise);
        add("binary", std::string(2000, '\0'));
        add("xls", packed("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"s));
    }

    void foreignFormatsAreNamed()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, format);
        const ReadRows read = readText(bytes.toStdString());
        QVERIFY(read.failed);
        QCOMPARE(read.error.code, ErrorCode::FileFormat);
        QCOMPARE(QString::fromStdString(read.error.value), format);
    }

    void textThatOnlyBeginsLikeSomethingElseIsText()
    {
        for (const char* text :
             {"PK,name\n1,x\n", "{name},b\n1,2\n", "[a],b\n1,2\n", "<name>,b\n1,2\n", "GIF,b\n1,2\n"}) {
            QVERIFY2(!readText(text).failed, text);
        }
    }

    void utf16IsSeenByTheZerosOfOneSide()
    {
        QCOMPARE(looksLikeUtf16("a\0,\0b\0\n\0"s), Encoding::Utf16Le);
        QCOMPARE(looksLikeUtf16("\0a\0,\0b\0\n"s), Encoding::Utf16Be);
        QCOMPARE(looksLikeUtf16("a,b\n1,2\n"s), std::nullopt);
        const std::string bothSides = "a\0\0,b\0\n\0\0,\0c"s;
        QCOMPARE(looksLikeUtf16(bothSides + bothSides), std::nullopt);
        QCOMPARE(looksLikeUtf16("a\0b\0c\0d\0"s), std::nullopt);  // nothing that separates
    }

    void nothingButBlanksIsEmpty()
    {
        for (const std::string& text :
             {""s, "\xEF\xBB\xBF"s, "\n\r\n \t\n"s, "\xFF\xFE"s, "\xFF\xFE\n\0 \0\n\0"s, packed(""),
              packed("\n\n"), std::string(300'000, '\n')}) {
            const ReadRows read = readText(text);
            QVERIFY(read.failed);
            QCOMPARE(read.error.code, ErrorCode::FileEmpty);
        }
    }

    void aHeaderAloneIsNoError()
    {
        const ReadRows read = readText("a,b\n\n");
        QVERIFY(!read.failed);
        QVERIFY(read.rows.empty());
        QCOMPARE(read.shape.header, (Cells {"a", "b"}));
    }

    void missingFilesAndFoldersSaySo()
    {
        const auto missing = openRowSource(path("none.csv"));
        QCOMPARE(missing.error().code, ErrorCode::FileMissing);
        QCOMPARE(missing.error().subject, path("none.csv"));
        QCOMPARE(openRowSource(m_folder).error().code, ErrorCode::FileIsFolder);
        write(path("empty.csv"), "");
        QCOMPARE(openRowSource(path("empty.csv")).error().code, ErrorCode::FileEmpty);
    }

    void aFileThatGrowsOrShrinksMeanwhileIsNoticed()
    {
        const std::string text = manyRows(200'000);
        for (const bool grows : {true, false}) {
            write(path("changing.csv"), text);
            auto source = openRowSource(path("changing.csv"));
            QVERIFY(source);
            write(path("changing.csv"), grows ? text + "1,2,3\n" : text.substr(0, text.size() / 2));
            const ReadRows read = readAll(std::move(source));
            QVERIFY(read.failed);
            QCOMPARE(read.error.code, ErrorCode::FileChanged);
        }
    }

    void progressEndsAtTheFilesSize()
    {
        const std::string text = manyRows(3000);
        for (const std::string& bytes : {text, packed(text)}) {
            ReadOptions options;
            options.blockBytes = 4096;
            auto source = openDelimited(memoryOrigin(bytes), options);
            QVERIFY(source);
            std::int64_t before = 0;
            while (true) {
                auto raw = (*source)->nextRaw();
                QVERIFY(raw);
                if (!*raw) {
                    break;
                }
                const RowBlock block = (*source)->parse(std::move(*raw));
                QVERIFY(block.bytes >= before);
                before = block.bytes;
            }
            QCOMPARE(before, static_cast<std::int64_t>(bytes.size()));
        }
    }

    void memoryDoesNotGrowWithTheFile()
    {
        const std::string part = manyRows(100'000).substr(15);
        {
            std::ofstream file(path("big.csv"), std::ios::binary);
            file << "id,name,amount\n";
            for (int i = 0; i < 50; ++i) {
                file << part;
            }
        }
        QVERIFY(platform::fileSize(path("big.csv")) > 100'000'000);
        [[maybe_unused]] const std::int64_t before = platform::peakMemory();
        auto source = openRowSource(path("big.csv"));
        QVERIFY(source);
        using Raw = std::unique_ptr<RowSource::Raw>;
        std::int64_t rows = 0;
        const Status done = orderedPipeline<Raw, RowBlock>(
            2,
            [&]() -> Result<std::optional<Raw>> {
                Result<Raw> raw = (*source)->nextRaw();
                if (!raw) {
                    return raw.error();
                }
                return *raw ? std::optional<Raw>(std::move(*raw)) : std::nullopt;
            },
            [&](Raw raw) -> Result<RowBlock> { return (*source)->parse(std::move(raw)); },
            [&](const RowBlock& block) -> Status {
                rows += block.rows();
                return Done {};
            });
        QVERIFY(done);
        QCOMPARE(rows, std::int64_t {5'000'000});
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // they keep freed memory for a while
        QVERIFY2(platform::peakMemory() - before < 50'000'000,
                 std::to_string(platform::peakMemory() - before).c_str());
#endif
    }
};

MEITRACE_TEST(TestFileKinds)
#include "tst_filekinds.moc"
