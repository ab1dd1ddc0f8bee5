// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/clinic/itemcatalogue.h"
#include "models/base/text.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <set>

using namespace meitrace;

namespace {

using How = ItemMatch::How;

QByteArray shown(const ItemMatch& match)
{
    return QByteArray::number(static_cast<int>(match.how)) + ' ' + QByteArray::fromStdString(match.code());
}

}  // namespace

class TestItemCatalogue : public QObject {
    Q_OBJECT

private slots:
    void theCatalogueIsComplete()
    {
        const ItemCatalogue& catalogue = ItemCatalogue::standard();
        QCOMPARE(catalogue.items().size(), std::size_t {90});
        std::array<int, 3> kinds {};
        std::set<std::string> categories;
        for (const CatalogueItem& item : catalogue.items()) {
            ++kinds[static_cast<std::size_t>(item.kind)];
            categories.insert(item.category);
            QVERIFY2(!item.english.empty() && !item.chinese.empty(), item.code.c_str());
            QCOMPARE(catalogue.find(item.code), &item);
            for (const auto& [part, count] : item.parts) {
                QVERIFY2(catalogue.find(part) != nullptr && count > 0, item.code.c_str());
            }
        }
        QCOMPARE(kinds, (std::array<int, 3> {75, 8, 7}));
        QCOMPARE(categories.size(), std::size_t {18});
        const CatalogueItem* glow = catalogue.find("PKG-GLOW");
        QVERIFY(glow != nullptr);
        QCOMPARE(glow->parts.size(), std::size_t {3});
        QCOMPARE(glow->parts[2], (std::pair<std::string, int> {"HYDRA", 2}));
        const CatalogueItem* toxin = catalogue.find("btx-upper");
        QVERIFY(toxin != nullptr && toxin->publicAd == PublicAd::No && toxin->leastAge >= 18);
    }

    void everyNameFindsItsItem()
    {
        const ItemCatalogue& catalogue = ItemCatalogue::standard();
        for (const CatalogueItem& item : catalogue.items()) {
            for (const std::string& alias : item.aliases) {
                const ItemMatch match = catalogue.match(alias);
                QVERIFY2(match.item == &item, (item.code + " " + alias).c_str());
            }
        }
    }

    void namesAreReadAsSystemsWriteThem_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<int>("sessions");
        const auto row = [](const char* name, How how, const char* code, int sessions = 0) {
            QTest::newRow(name) << QString::fromUtf8(name)
                                << QByteArray::number(static_cast<int>(how)) + ' ' + code << sessions;
        };
        row("IPL-M22", How::Code, "IPL-M22");
        row(" ipl-m22 ", How::Code, "IPL-M22");
        row("保妥适", How::Alias, "BTX-UPPER");
        row("【新客专享】瘦脸针", How::Alias, "BTX-MASSETER");
        row("瘦脸针（体验）", How::Alias, "BTX-MASSETER");
        row("光子嫩肤(5次)", How::Alias, "IPL-M22", 5);
        row("光子嫩肤５次", How::Alias, "IPL-M22", 5);
        row("瘦肩针 买3送1", How::Alias, "BTX-SHOULDER", 3);
        row("水光针三次", How::Alias, "MESO-HA", 3);
        row("进口保妥适 除皱 100单位", How::Contained, "BTX-UPPER");
        row("玻尿酸1ml", How::Generic, "GEN-FILLER");
        row("水光", How::Generic, "GEN-MESO");
        row("光电", How::Generic, "GEN-LIGHT");
        row("激光 面部", How::Generic, "GEN-LASER");
        row("水光3次卡", How::Alias, "PKG-MESO3", 3);
        row("停车费", How::Unknown, "");
        row("", How::Unknown, "");
    }

    void namesAreReadAsSystemsWriteThem()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, expected);
        QFETCH(int, sessions);
        const ItemMatch match = ItemCatalogue::standard().match(name.toStdString());
        QCOMPARE(shown(match), expected);
        QCOMPARE(match.text.sessions, sessions);
    }

    void whatElseANameSaysIsKept()
    {
        const ItemText text = readItemText("【新客】瘦脸针 买3送1 会员价（体验）赠送");
        QCOMPARE(text.name, folded("瘦脸针"));
        QVERIFY(text.isFirst && text.isMember && text.isTrial && text.isGift);
        QCOMPARE(text.sessions, 3);
        QCOMPARE(text.bonusSessions, 1);
        const ItemText latin = readItemText("Photofacial x3 (trial)");
        QCOMPARE(latin.name, std::string("photofacial"));
        QCOMPARE(latin.sessions, 3);
        QVERIFY(latin.isTrial);
        QVERIFY(!readItemText("thermage flx 900").isTrial);
        QCOMPARE(readItemText("thermage flx 900").sessions, 0);  // an x inside a word counts nothing
        QCOMPARE(readItemText("thermage flx 900").name, std::string("thermage flx 900"));
        QVERIFY(!readItemText("giftbox").isGift);
    }

    void whatNobodyKnowsGetsASuggestion()
    {
        const ItemMatch match = ItemCatalogue::standard().match("童颜真");
        QCOMPARE(match.how, How::Unknown);
        QVERIFY(match.suggestion != nullptr || match.item == nullptr);
        const ItemMatch strange = ItemCatalogue::standard().match("zzzz qqqq");
        QCOMPARE(strange.how, How::Unknown);
        QVERIFY(strange.suggestion == nullptr);
        QVERIFY(strange.code().empty());
    }

    void partsOfTheBodyMeet()
    {
        const auto item = [](const char* code) { return *ItemCatalogue::standard().find(code); };
        QVERIFY(areasMeet(item("BTX-UPPER"), item("IPL-M22")));  // forehead lies in the face
        QVERIFY(!areasMeet(item("BTX-MASSETER"), item("BTX-SHOULDER")));
        QVERIFY(!areasMeet(item("LHR-LIP"), item("LHR-LEG")));
        QVERIFY(areasMeet(item("LHR-UA"), item("BTX-SWEAT")));
    }
};

MEITRACE_TEST(TestItemCatalogue)

#include "tst_itemcatalogue.moc"
