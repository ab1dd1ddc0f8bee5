// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/bands.h"
#include "analytics/customer/suppression.h"
#include "models/base/calendar.h"
#include "models/base/random.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>

using namespace meitrace;

namespace {

using Labels = std::vector<std::string>;

std::string labelOf(double value, const Bands& bands)
{
    return bands.labels[bandOf(value, bands.cuts)];
}

Index hiddenOn(const std::vector<CellCounts>& cells, const std::vector<CellFate>& fates,
               Index CellCounts::*side)
{
    Index hidden = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        hidden += fates[i] == CellFate::Shown ? 0 : cells[i].*side;
    }
    return hidden;
}

}  // namespace

class TestBands : public QObject {
    Q_OBJECT

private slots:
    void agesFallIntoTheirDecades()
    {
        const Bands ages = ageBands();
        QCOMPARE(ages.labels.size(), ages.cuts.size() + 1);
        const std::vector<std::pair<int, std::string>> expected {
            {0, "<18"},    {17, "<18"},   {18, "18-24"}, {24, "18-24"}, {25, "25-29"}, {30, "30-34"},
            {39, "35-39"}, {40, "40-49"}, {49, "40-49"}, {50, "50-59"}, {60, "60+"},   {99, "60+"}};
        for (const auto& [age, label] : expected) {
            QCOMPARE(labelOf(age, ages), label);
        }
    }

    void birthdaysCompleteYears()
    {
        const Day birth = dayFromCivil(1990, 6, 30);
        QCOMPARE(ageAt(birth, dayFromCivil(2026, 6, 29)), 35);
        QCOMPARE(ageAt(birth, dayFromCivil(2026, 6, 30)), 36);
        const Day leap = dayFromCivil(2004, 2, 29);
        QCOMPARE(ageAt(leap, dayFromCivil(2026, 2, 28)), 21);
        QCOMPARE(ageAt(leap, dayFromCivil(2026, 3, 1)), 22);
        QCOMPARE(ageAt(leap, dayFromCivil(2003, 2, 28)), -2);
    }

    void moneyBandsAreRoundAndLabelledInMajorUnits()
    {
        const Bands money = moneyBands();
        QCOMPARE(labelOf(0, money), std::string("<=0"));
        QCOMPARE(labelOf(1, money), std::string(">0..100"));
        QCOMPARE(labelOf(10'000, money), std::string(">0..100"));
        QCOMPARE(labelOf(10'001, money), std::string(">100..300"));
        QCOMPARE(labelOf(99'999'999, money), std::string(">100000"));
        QCOMPARE(labelOf(30, elapsedBands()), std::string("<=30"));
        QCOMPARE(labelOf(366, elapsedBands()), std::string(">365..730"));
    }

    void fewNumbersStandForThemselvesAndManyMakeQuintiles()
    {
        const Bands flags = quintileBands({1, 0, 0, 1, 0});
        QCOMPARE(flags.labels, (Labels {"0", "1"}));
        QCOMPARE(labelOf(0, flags), std::string("0"));
        QCOMPARE(labelOf(1, flags), std::string("1"));
        // 1 … 11: quintiles 3, 5, 7, 9
        std::vector<double> many;
        for (int i = 11; i >= 1; --i) {
            many.push_back(i);
        }
        const Bands bands = quintileBands(many);
        QCOMPARE(bands.labels, (Labels {"<=3", ">3..5", ">5..7", ">7..9", ">9"}));
        QCOMPARE(labelOf(5, bands), std::string(">3..5"));
        // most values equal: the equal cuts fall together
        QCOMPARE(quintileBands({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5}).labels.front(),
                 std::string("<=0"));
        QCOMPARE(quintileBands({}).labels, (Labels {"any"}));
    }

    void aLoneSmallGroupTakesTheNextSmallestWithIt()
    {
        const auto fates = cellFates({{50, 500}, {4, 90}, {12, 300}, {30, 100}}, 10);
        QCOMPARE(fates,
                 (std::vector<CellFate> {CellFate::Shown, CellFate::Small, CellFate::Complementary,
                                         CellFate::Shown}));
    }

    void severalSmallGroupsThatMakeALargeOneNeedNoMore()
    {
        const auto fates = cellFates({{6, 100}, {7, 100}, {80, 100}}, 10);
        QCOMPARE(fates, (std::vector<CellFate> {CellFate::Small, CellFate::Small, CellFate::Shown}));
    }

    void aSmallGroupOnEitherSideHidesTheValue()
    {
        QCOMPARE(cellFates({{40, 3}, {60, 200}}, 10),
                 (std::vector<CellFate> {CellFate::Small, CellFate::Complementary}));
        QCOMPARE(cellFates({{40, 0}, {60, 200}}, 10),
                 (std::vector<CellFate> {CellFate::Shown, CellFate::Shown}));
    }

    void noSmallGroupFollowsBySubtraction()
    {
        Random random(41);
        for (int round = 0; round < 3'000; ++round) {
            std::vector<CellCounts> cells(1 + random.below(8));
            bool anySmall = false;
            for (CellCounts& cell : cells) {
                cell = {static_cast<Index>(random.below(4) * random.below(25)),
                        static_cast<Index>(random.below(4) * random.below(25))};
                anySmall = anySmall || (cell.in > 0 && cell.in < 10) || (cell.rest > 0 && cell.rest < 10);
            }
            const auto fates = cellFates(cells, 10);
            bool anyShown = false;
            for (std::size_t i = 0; i < cells.size(); ++i) {
                const bool isShown = fates[i] == CellFate::Shown;
                anyShown = anyShown || (isShown && cells[i].in > 0);
                QVERIFY(!isShown || cells[i].in == 0 || cells[i].in >= 10);
                QVERIFY(!isShown || cells[i].rest == 0 || cells[i].rest >= 10);
                QVERIFY(anySmall || isShown);
            }
            const Index in = hiddenOn(cells, fates, &CellCounts::in);
            QVERIFY(in == 0 || in >= 10 || !anyShown);
        }
    }
};

MEITRACE_TEST(TestBands)
#include "tst_bands.moc"
