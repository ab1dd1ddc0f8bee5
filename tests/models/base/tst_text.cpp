// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/hash.h"
#include "models/base/text.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace meitrace;

class TestText : public QObject {
    Q_OBJECT

private slots:
    void fullWidthAndInvisibleCharactersGo()
    {
        QCOMPARE(normalised("　１３８Ａ\u200B\u200D "), std::string("138A"));
        QCOMPARE(normalised("\xEF\xBB\xBF手机号"), std::string("手机号"));
        QCOMPARE(folded("ＡbC（元）"), std::string("abc(元)"));
        QCOMPARE(std::string(trimmed("\u3000 a b\u00A0\t")), std::string("a b"));
        QCOMPARE(std::string(trimmed(" \u3000")), std::string());
    }

    void normalisingTwiceChangesNothing()
    {
        for (const char* text : {"　Ａ　", "ﬁ①", "é", "e\u0301", "\xFF\xFE", "", "👩‍⚕️ x"}) {
            QCOMPARE(normalised(normalised(text)), normalised(text));
            QCOMPARE(folded(folded(text)), folded(text));
            QCOMPARE(codeFrom(codeFrom(text)), codeFrom(text));
        }
    }

    void eventCodesKeepLettersAndDigits()
    {
        QCOMPARE(codeFrom("Add to Cart!"), std::string("add_to_cart"));
        QCOMPARE(codeFrom("--浏览 页面--"), std::string("浏览_页面"));
        QCOMPARE(codeFrom("$pageview"), std::string("pageview"));
    }

    void shorteningCountsCharactersNotBytes()
    {
        QCOMPARE(shortened("医美客户", 4), std::string("医美客户"));
        QCOMPARE(shortened("医美客户", 3), std::string("医美…"));
        QCOMPARE(characterCount("a医"), std::int64_t {2});
    }

    void surnamesReadAsSurnames()
    {
        QCOMPARE(pinyin("王芳"), std::string("wangfang"));
        QCOMPARE(pinyin("单小"), std::string("shanxiao"));
        QCOMPARE(pinyin("曾小"), std::string("zengxiao"));
        QCOMPARE(pinyin("Anna Lee"), std::string("anna lee"));
    }

    void hashesNeverChange()
    {
        QCOMPARE(hash64(""), std::uint64_t {0x2D06800538D394C2ULL});
        QCOMPARE(hash128Hex(""), std::string("99aa06d3014798d86001c324468d497f"));
        StreamHash stream;
        stream.add("mei");
        stream.add("trace");
        QCOMPARE(stream.hex(), hash128Hex("meitrace"));
        QCOMPARE(sha256Hex("abc"),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }
};

MEITRACE_TEST(TestText)
#include "tst_text.moc"
