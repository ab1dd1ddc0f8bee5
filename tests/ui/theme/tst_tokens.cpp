// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/theme/colourdifference.h"
#include "ui/theme/tokens.h"

#include <QTest>

using namespace meitrace;
using meitrace::test::Sight;

class TestTokens : public QObject {
    Q_OBJECT

private slots:
    void blackAndWhiteContrastTwentyOneToOne()
    {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
        // #777777 on white is the well-known 4.48.
        QVERIFY(std::abs(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) - 4.478) < 0.001);
    }

    void differenceAgreesWithThePublishedPairs()
    {
        // Pairs 1, 7, 17 and 25 of Sharma, Wu and Dalal 2005, table 1.
        const double pairs[][7] = {{50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425},
                                   {50, 0, 0, 50, -1, 2, 2.3669},
                                   {50, 2.5, 0, 73, 25, -18, 27.1492},
                                   {60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644}};
        for (const auto& p : pairs) {
            const double a[3] = {p[0], p[1], p[2]};
            const double b[3] = {p[3], p[4], p[5]};
            QVERIFY(std::abs(test::labDifference(a, b) - p[6]) < 1e-4);
        }
    }

    void everyTextCanBeReadOnEveryGroundItStandsOn_data() { themes(); }
    void everyTextCanBeReadOnEveryGroundItStandsOn()
    {
        const Tokens& t = tokens();
        for (const QColor& ground : {t.window, t.surface, t.sunken, t.sidebar}) {
            for (const QColor& text : {t.text, t.text2, t.text3}) {
                QVERIFY2(contrastRatio(text, ground) >= 4.5, qPrintable(text.name() + ground.name()));
            }
        }
        QVERIFY(contrastRatio(t.onAccent, t.accent) >= 4.5);
        const std::pair<QColor, QColor> pills[] = {{t.good, t.goodSoft},
                                                   {t.warn, t.warnSoft},
                                                   {t.bad, t.badSoft},
                                                   {t.accent, t.accentSoft},
                                                   {t.text2, t.sunken}};
        for (const auto& [text, ground] : pills) {
            QVERIFY2(contrastRatio(text, ground) >= 4.5, qPrintable(text.name() + ground.name()));
            QVERIFY2(contrastRatio(text, t.surface) >= 4.5, qPrintable(text.name()));
            QVERIFY2(contrastRatio(text, t.window) >= 4.5, qPrintable(text.name()));
        }
    }

    void linesThatCarryMeaningAreVisible_data() { themes(); }
    void linesThatCarryMeaningAreVisible()
    {
        const Tokens& t = tokens();
        for (const QColor& line : {t.fieldBorder, t.accent, t.text}) {
            QVERIFY2(contrastRatio(line, t.surface) >= 3, qPrintable(line.name()));
            QVERIFY2(contrastRatio(line, t.window) >= 2.95, qPrintable(line.name()));
        }
        for (const QColor& colour : t.category) {
            QVERIFY2(contrastRatio(colour, t.surface) >= 3 || t.category[2] == colour,
                     qPrintable(colour.name()));
            QVERIFY2(contrastRatio(colour, t.surface) >= 2.95, qPrintable(colour.name()));
        }
    }

    void categoriesStayApartForEveryEye_data() { themes(); }
    void categoriesStayApartForEveryEye()
    {
        const Tokens& t = tokens();
        for (const Sight sight : {Sight::Normal, Sight::Deuteranopia, Sight::Protanopia, Sight::Tritanopia}) {
            for (std::size_t i = 0; i < t.category.size(); ++i) {
                for (std::size_t j = i + 1; j < t.category.size(); ++j) {
                    const double apart = test::colourDifference(test::seen(t.category[i], sight),
                                                                test::seen(t.category[j], sight));
                    // A hundredth below 14 is the rounding of the simulated colour to eight bits.
                    QVERIFY2(apart >= 13.99, qPrintable(QStringLiteral("%1 %2 %3").arg(i).arg(j).arg(apart)));
                }
            }
        }
    }

    void numbersOnHeatCellsCanBeRead_data() { themes(); }
    void numbersOnHeatCellsCanBeRead()
    {
        const Tokens& t = tokens();
        QCOMPARE(rampColour(t, 0), t.rampLow);
        QCOMPARE(rampColour(t, 1), t.rampHigh);
        QCOMPARE(rampColour(t, 7), t.rampHigh);
        QCOMPARE(rampColour(t, std::nan("")), t.rampLow);
        for (int i = 0; i <= 1000; ++i) {
            const QColor cell = rampColour(t, i / 1000.0);
            QVERIFY2(contrastRatio(heatText(t, cell), cell) >= 4.5, qPrintable(cell.name()));
        }
    }

    void aSeventhGroupIsOther()
    {
        const Tokens& t = lightTokens();
        QCOMPARE(categoryColour(t, 5), t.category[5]);
        QCOMPARE(categoryColour(t, 6), t.text3);
        QCOMPARE(categoryColour(t, -1), t.text3);
    }

    void paperIsLight()
    {
        QVERIFY(!printTokens().dark);
        QCOMPARE(printTokens().surface, QColor(Qt::white));
    }

private:
    static void themes()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    static const Tokens& tokens()
    {
        QFETCH(bool, dark);
        return dark ? darkTokens() : lightTokens();
    }
};

MEITRACE_TEST(TestTokens)
#include "tst_tokens.moc"
