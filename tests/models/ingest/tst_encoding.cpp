// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/random.h"
#include "models/base/text.h"
#include "models/ingest/bytescan.h"
#include "models/ingest/encoding.h"
#include "models/ingest/encodingprobe.h"
#include "models/ingest/linecount.h"
#include "tests/models/ingest/encodehelpers.h"
#include "tests/models/ingest/readerhelpers.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <array>

using namespace meitrace;
using namespace meitrace::test;

using Rows = std::vector<Cells>;
using namespace std::string_literals;

namespace {

struct Named {
    Encoding encoding;
    const char* icuName;
};

constexpr std::array<Named, 6> kAll {{
    {Encoding::Utf8, "UTF-8"},
    {Encoding::Utf16Le, "UTF-16LE"},
    {Encoding::Utf16Be, "UTF-16BE"},
    {Encoding::Gb18030, "gb18030"},
    {Encoding::Big5, "Big5"},
    {Encoding::Windows1252, "windows-1252"},
}};

std::string decoded(Encoding encoding, std::string source)
{
    const std::size_t size = source.size();
    source.append(static_cast<std::size_t>(kScanPadding), '\xFF');
    return std::string(decode(encoding, {source.data(), size}).text);
}

/// A customer list of so many rows with frequent characters.
std::string chineseList(std::uint64_t seed, int rows)
{
    static constexpr std::array<const char*, 12> kWords {"客户",   "热玛吉", "光子嫩肤", "上海",
                                                         "王小",   "水光针", "自然到店", "美团",
                                                         "老带新", "皮肤",   "预约成功", "李四"};
    Random random(seed);
    std::string text = "姓名,项目,备注\n";
    for (int i = 0; i < rows; ++i) {
        for (int cell = 0; cell < 3; ++cell) {
            text += kWords[random.below(kWords.size())];
            text += std::to_string(random.below(100));
            text += cell < 2 ? "," : "\n";
        }
    }
    return text;
}

}  // namespace

class TestEncoding : public QObject {
    Q_OBJECT

private slots:
    void everyCharacterReadsAsIcuWritesIt()
    {
        for (const Named& named : kAll) {
            std::int64_t compared = 0;
            for (char32_t point = 0x20; point < 0x30000; point += point < 0x10000 ? 1 : 97) {
                if ((point >= 0x7F && point < 0xA0) || (point >= 0xD800 && point <= 0xDFFF)
                    || (point >= 0xE000 && point <= 0xF8FF)) {
                    continue;
                }
                const std::string text = fromCodePoints(std::u32string(1, point));
                const std::string bytes = encoded(text, named.icuName);
                if (!bytes.empty()) {
                    ++compared;
                    QVERIFY2(decoded(named.encoding, bytes) == text,
                             (named.icuName + " "s + std::to_string(point)).c_str());
                }
            }
            const bool isSmall = named.encoding == Encoding::Windows1252 || named.encoding == Encoding::Big5;
            QVERIFY2(compared > (isSmall ? 200 : 55'000), named.icuName);
        }
    }

    void bytesThatAreNoCharacterStandAsEscapes()
    {
        QCOMPARE(decoded(Encoding::Utf8, "a\xC3(\xE4\xBA\n\xED\xA0\x80\xF5z"),
                 "a\\xC3(\\xE4\\xBA\n\\xED\\xA0\\x80\\xF5z"s);
        QCOMPARE(decoded(Encoding::Gb18030, "\xB0\xA1\xFF\xB0,\x81\x30\x81,\x80\xB0"),
                 "啊\\xFF\\xB0,\\x810\\x81,€\\xB0"s);
        QCOMPARE(decoded(Encoding::Big5, "\xA4\xA4\x80\xA4\n"), "中\\x80\\xA4\n"s);
        // Unassigned in Big5, private use in some tables
        QCOMPARE(decoded(Encoding::Big5, "\x81\x40\xFE\xFE"), "\\x81@\\xFE\\xFE"s);
        QCOMPARE(decoded(Encoding::Utf16Le, "a\0\x00\xD8z\0\x3D\xD8\x00\xDE!"s), "a\\x00\\xD8z😀\\x21"s);
        QCOMPARE(decoded(Encoding::Windows1252, "\x80\x81\xFF"), "€\u0081ÿ"s);
    }

    void aReplacementCharacterInTheFileIsText()
    {
        const ReadRows read = readText("a,b\n\xEF\xBF\xBD,2\n");
        QCOMPARE(read.rows, (Rows {{"\uFFFD", "2"}}));
        QVERIFY(read.marks.empty());
    }

    void placesAreFoundInTheSource_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < kAll.size(); ++i) {
            QTest::newRow(kAll[i].icuName) << static_cast<int>(i);
        }
    }

    void placesAreFoundInTheSource()
    {
        QFETCH(const int, index);
        const Named named = kAll[static_cast<std::size_t>(index)];
        const bool western = named.encoding == Encoding::Windows1252;
        const std::string before = western ? "é,b\n" : "中文,b\n";
        const std::string nul = encoded(before + "x"s, named.icuName) + encoded("\0"s, named.icuName)
            + encoded(",2\n", named.icuName);
        ReadOptions options = withoutHeader(',');
        options.encoding = encodingName(named.encoding, false);
        const ReadRows read = readText(nul, options);
        QCOMPARE(read.rows.back(), (Cells {"x", "2"}));
        QCOMPARE(read.marks.size(), std::size_t {1});
        const auto expected = static_cast<std::int64_t>(encoded(before + "x", named.icuName).size());
        QCOMPARE(read.marks[0].byteOffset, expected);
        QCOMPARE(nul.substr(static_cast<std::size_t>(expected), 1), "\0"s);
    }

    void undecodableRowsCarryTheOffsetOfTheFirstBadByte()
    {
        const std::string text = "n,v\n好,1\nx\xE5\xAE,\xFF\ny,3\nz\xFF,4\n";
        ReadOptions options;
        options.encoding = "utf-8";
        const ReadRows read = readText(text, options);
        QCOMPARE(read.rowsMarked(RowRule::Undecodable), (std::vector<std::int64_t> {1, 3}));
        QCOMPARE(read.marks[0].byteOffset, std::int64_t {11});
        QCOMPARE(text[11], '\xE5');
        QCOMPARE(read.marks[1].byteOffset, std::int64_t {21});
        QCOMPARE(text[21], '\xFF');
        QCOMPARE(read.rows[1], (Cells {"x\\xE5\\xAE", "\\xFF"}));
        QCOMPARE(read.marks.size(), std::size_t {2});
    }

    void chineseIsDetectedInEveryEncoding()
    {
        for (std::uint64_t seed = 0; seed < 40; ++seed) {
            const std::string text = chineseList(seed, 200);
            for (const Encoding encoding :
                 {Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Gb18030}) {
                const auto* named = std::find_if(kAll.begin(), kAll.end(),
                                                 [&](const Named& n) { return n.encoding == encoding; });
                const ReadRows read = readText(encoded(text, named->icuName));
                QCOMPARE(read.shape.encoding, std::string(encodingName(encoding, false)));
                QCOMPARE(read.shape.header, (Cells {"姓名", "项目", "备注"}));
                QCOMPARE(read.rows.size(), std::size_t {200});
            }
        }
    }

    void anEncodingThatFailsInFewRowsBeatsOneThatFailsInMany()
    {
        // GB18030 with one broken row, UTF-8 with one broken row.
        std::string gbk = encoded(chineseList(1, 50), "gb18030");
        gbk += "\xB0,\xB0,1\n";
        const ReadRows chinese = readText(gbk);
        QCOMPARE(chinese.shape.encoding, "gb18030"s);
        QCOMPARE(chinese.rowsMarked(RowRule::Undecodable), std::vector<std::int64_t> {50});
        const ReadRows utf8 = readText(chineseList(1, 50) + "\xB0\xA1,\xB0,1\n");
        QCOMPARE(utf8.shape.encoding, "utf-8"s);
        QCOMPARE(utf8.rowsMarked(RowRule::Undecodable), std::vector<std::int64_t> {50});
    }

    void westernTextIsTheLastResort()
    {
        const ReadRows read = readText("name,city\nM\xFCller,K\xF6ln\nRen\xE9,Orl\xE9"
                                       "ans\n");
        QCOMPARE(read.shape.encoding, "windows-1252"s);
        QCOMPARE(read.rows, (Rows {{"Müller", "Köln"}, {"René", "Orléans"}}));
    }

    void aNamedEncodingIsTaken()
    {
        ReadOptions options;
        options.encoding = "GBK";
        const ReadRows read = readText("a,b\n\xC4\xE3,1\n", options);
        QCOMPARE(read.shape.encoding, "gb18030"s);
        QCOMPARE(read.rows, (Rows {{"你", "1"}}));
        options.encoding = "latin-1";
        QCOMPARE(readText("a,b\n\xC4\xE3,1\n", options).rows, (Rows {{"Äã", "1"}}));
        options.encoding = "utf-16";
        QCOMPARE(readText("\xFE\xFF\0a\0\n\0b"s, options).shape.encoding, "utf-16be"s);
    }

    void barsInsideDoubleByteCharactersSeparateNothing()
    {
        // The second byte of these two is the bar.
        const std::string gbk = "a|b\n\xB0\x7C\"|\"x|y\"\n\xB0\x7C|2\n";
        ReadOptions options = withoutHeader('|');
        options.encoding = "gb18030";
        for (const std::int64_t block : {1, 5, 9, 1000}) {
            options.blockBytes = block;
            const ReadRows read = readText(gbk, options);
            QCOMPARE(read.rows, (Rows {{"a", "b"}, {"皘\"", "x|y"}, {"皘", "2"}}));
        }
    }

    void linesCountAsByHand()
    {
        Random random(7);
        for (int round = 0; round < 2000; ++round) {
            std::string text;
            for (std::uint64_t i = random.below(300); i > 0; --i) {
                text += "\r\n\nab"[random.below(5)];
            }
            std::int64_t ends = 0;
            std::int64_t filled = 0;
            for (std::size_t i = 0; i < text.size(); ++i) {
                const bool isEnd = text[i] == '\r' || text[i] == '\n';
                const bool hasTextBefore = i > 0 && text[i - 1] != '\r' && text[i - 1] != '\n';
                ends += isEnd && !(text[i] == '\n' && i > 0 && text[i - 1] == '\r') ? 1 : 0;
                filled += isEnd && hasTextBefore ? 1 : 0;
            }
            const std::size_t cut = random.below(text.size() + 1);
            const std::string padding(static_cast<std::size_t>(kScanPadding), '\n');
            const std::string first = text.substr(0, cut) + padding;
            const std::string second = text.substr(cut) + padding;
            LineCount count;
            count.add(first.data(), static_cast<std::int64_t>(cut));
            count.add(second.data(), static_cast<std::int64_t>(text.size() - cut));
            QCOMPARE(count.lineEnds(), ends);
            QCOMPARE(count.filledLines(), filled);
        }
    }

    void probesDoNotSeeWhereAStreamIsCut()
    {
        Random random(3);
        for (int round = 0; round < 300; ++round) {
            std::string bytes = encoded(chineseList(random.next(), 5), round % 2 == 0 ? "gb18030" : "UTF-8");
            bytes[random.below(bytes.size())] = '\xFF';
            for (const Encoding encoding : {Encoding::Utf8, Encoding::Gb18030, Encoding::Big5}) {
                EncodingProbe whole {.encoding = encoding};
                QCOMPARE(whole.add(bytes, true), static_cast<std::int64_t>(bytes.size()));
                EncodingProbe parts {.encoding = encoding};
                std::string_view left = bytes;
                while (!left.empty()) {
                    const std::size_t size = std::min(left.size(), 4 + random.below(30));
                    left.remove_prefix(
                        static_cast<std::size_t>(parts.add(left.substr(0, size), size == left.size())));
                }
                QCOMPARE(parts.badLines, whole.badLines);
                QCOMPARE(parts.goodBytes, whole.goodBytes);
                QCOMPARE(parts.badBytes, whole.badBytes);
                QCOMPARE(parts.common, whole.common);
                QCOMPARE(parts.rare, whole.rare);
            }
        }
    }
};

MEITRACE_TEST(TestEncoding)
#include "tst_encoding.moc"
