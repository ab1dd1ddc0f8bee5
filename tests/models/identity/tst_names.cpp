// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/names.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <string>
#include <vector>

using namespace meitrace;

class TestNames : public QObject {
    Q_OBJECT

private slots:
    void aFullNameHasTwoHanCharactersOrTwoLatinWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("full");
        QTest::addColumn<QString>("surname");
        const auto row = [](const char* text, bool full, const char* surname) {
            QTest::addRow("%s", text) << QString::fromUtf8(text) << full << QString::fromUtf8(surname);
        };
        row("王芳", true, "王");
        row(" 王 芳 ", true, "王");
        row("欧阳娜娜", true, "欧阳");
        row("歐陽娜", true, "歐陽");
        row("林安A", true, "林");
        row("阿不都·热合曼", true, "");
        row("王芳女士", true, "王");
        row("Anna Lee", true, "");
        row("Ms. Anna Lee", true, "");
        row("王小姐", false, "王");
        row("王女士", false, "王");
        row("欧阳先生", false, "欧阳");
        row("陈总", false, "陈");
        row("李姐", false, "李");
        row("王*", false, "王");
        row("王**", false, "王");
        row("王＊芳", false, "王");
        row("王某某", false, "王");
        row("欧阳*", false, "欧阳");
        row("欧阳", false, "欧阳");
        row("王小姐 瘦脸 1234", false, "王");
        row("王芳 瘦脸", false, "王");
        row("王小姐1234", false, "王");
        row("王芳(妈妈)", false, "王");
        row("*芳", false, "");
        row("女士", false, "");
        row("小王", false, "");
        row("老李", false, "");
        row("阿美", false, "");
        row("小仙女✨", false, "");
        row("快乐🌸", false, "");
        row("快乐每一天呀", false, "");
        row("美丽2020", false, "");
        row("抖音用户", false, "");
        row("匿名用户88", false, "");
        row("Anna", false, "");
        row("Ms Wang", false, "");
        row("A B", false, "");
        row("W*** F***", false, "");
        row("13812345678", false, "");
        row("", false, "");
        row("\xFF\xFE", false, "");
    }
    void aFullNameHasTwoHanCharactersOrTwoLatinWords()
    {
        QFETCH(QString, text);
        QFETCH(bool, full);
        QFETCH(QString, surname);
        QCOMPARE(isFullName(text.toStdString()), full);
        QCOMPARE(QString::fromStdString(surnameOf(text.toStdString())), surname);
    }

    void everyTitleLeavesTheSurname()
    {
        for (const char* title : {"小姐", "女士", "先生", "太太", "夫人", "老师", "医生", "阿姨", "同学",
                                  "经理", "老板", "姑娘", "总", "姐", "哥"}) {
            const std::string text = std::string("周") + title;
            QVERIFY2(!isFullName(text), title);
            QCOMPARE(surnameOf(text), std::string("周"));
        }
    }

    void differentNamesContradictAndEqualOnesDoNot_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("contradict");
        const auto row = [](const char* a, const char* b, bool contradict) {
            QTest::addRow("%s %s", a, b) << QString::fromUtf8(a) << QString::fromUtf8(b) << contradict;
        };
        row("王芳", "李娜", true);
        row("王芳", "王芳芳", true);
        row("王芳", "王 芳", false);
        row("林安A", "林安B", true);
        row("王*", "李小姐", true);
        row("王*", "李娜", true);
        row("王*", "王芳", false);
        row("欧阳娜娜", "欧女士", true);
        row("王小姐", "王先生", false);
        row("小仙女", "王芳", false);
        row("", "王芳", false);
        row("Anna Lee", "LEE  anna", false);
        row("Ａｎｎａ Ｌｅｅ", "Anna Lee", false);
        row("Anna Lee", "Anne Lee", true);
        row("王芳", "Wang Fang", false);
        row("王芳", "Fang WANG", false);
        row("单小明", "Shan Xiaoming", false);
        row("单小明", "Shan Xiao Ming", false);
        row("王芳", "Anna Lee", true);
        row("王*", "Anna Lee", false);
    }
    void differentNamesContradictAndEqualOnesDoNot()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(bool, contradict);
        QCOMPARE(contradicts(a.toStdString(), b.toStdString()), contradict);
        QCOMPARE(contradicts(b.toStdString(), a.toStdString()), contradict);
    }

    void readingIsTheSameForEverySpellingOfOneName()
    {
        const NameFacts plain = readName("欧阳 娜娜");
        for (const char* text : {"欧阳娜娜", "\xEF\xBB\xBF欧阳娜娜", "欧阳娜娜\u200B", "　欧阳娜娜　"}) {
            QCOMPARE(readName(text).full, readName("欧阳娜娜").full);
            QCOMPARE(readName(text).surname, plain.surname);
        }
        QVERIFY(readName("欧阳娜娜").full != readName("欧阳娜").full);
    }
};

MEITRACE_TEST(TestNames)
#include "tst_names.moc"
