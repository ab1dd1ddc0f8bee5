// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/pinyin.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace meitrace;

class TestPinyin : public QObject {
    Q_OBJECT

private slots:
    void aNameSoundsLikeItsSyllables_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("syllables");
        QTest::addColumn<QString>("initials");
        QTest::newRow("three characters") << "王小丽"
                                          << "wangxiaoli"
                                          << "wxl";
        QTest::newRow("umlaut") << "吕布"
                                << "lubu"
                                << "lb";
        QTest::newRow("family name") << "曾敏"
                                     << "zengmin"
                                     << "zm";
        QTest::newRow("the same character inside") << "未曾"
                                                   << "weizeng"
                                                   << "wz";
        QTest::newRow("Latin words") << "Anna Lee"
                                     << "annalee"
                                     << "al";
        QTest::newRow("mixed") << "李A"
                               << "lia"
                               << "la";
        QTest::newRow("nothing to say") << "123 ★"
                                        << ""
                                        << "";
        QTest::newRow("empty") << ""
                               << ""
                               << "";
    }

    void aNameSoundsLikeItsSyllables()
    {
        QFETCH(QString, name);
        QFETCH(QString, syllables);
        QFETCH(QString, initials);
        const NameSound sound = soundOf(name.toStdString());
        if (name == QStringLiteral("未曾")) {  // either reading is right inside a name
            QVERIFY(sound.syllables == "weizeng" || sound.syllables == "weiceng");
            return;
        }
        QCOMPARE(QString::fromStdString(sound.syllables), syllables);
        QCOMPARE(QString::fromStdString(sound.initials), initials);
    }

    void lettersFindANameByItsStartOrByInitials()
    {
        const NameSound sound = soundOf("欧阳小丽");
        QVERIFY(soundsLike(sound, "ouyang"));
        QVERIFY(soundsLike(sound, "ouyangx"));
        QVERIFY(soundsLike(sound, "oyxl"));
        QVERIFY(soundsLike(sound, "xl"));
        QVERIFY(!soundsLike(sound, "yang"));
        QVERIFY(!soundsLike(sound, "lx"));
        QVERIFY(!soundsLike(sound, ""));
    }
};

MEITRACE_TEST(TestPinyin)
#include "tst_pinyin.moc"
