// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/publish/cellguard.h"
#include "models/publish/csvwriter.h"
#include "tests/support/handcsv.h"
#include "tests/support/shareddata.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace meitrace;

namespace {

/// Says by the rule of the injection list, written down once more, whether a cell of a file would run.
bool wouldRun(const std::string& cell)
{
    for (const char* lead : {"=", "+", "@", "\t", "\r", "＝", "＋", "－", "＠"}) {
        if (cell.rfind(lead, 0) == 0) {
            return true;
        }
    }
    return cell.rfind('-', 0) == 0 && cell.find_first_not_of("0123456789.", 1) != std::string::npos;
}

}  // namespace

class TestCellGuard : public QObject {
    Q_OBJECT

private slots:
    void everyLeadingCharacterOfTheListIsCaught_data()
    {
        QTest::addColumn<QByteArray>("cell");
        for (const char* cell : {"=1",
                                 "+1",
                                 "-1+2",
                                 "@SUM(1)",
                                 "\t=1",
                                 "\r=1",
                                 "\n=1",
                                 "＝1+1",
                                 "＋1",
                                 "－1+2",
                                 "＠SUM(1)",
                                 " =1",
                                 "\xEF\xBB\xBF=1",
                                 "\u3000=1",
                                 "=",
                                 "-",
                                 "--1",
                                 "-1-",
                                 "-cmd|' /C calc'!A0",
                                 "+8616412345678"}) {
            QTest::newRow(cell) << QByteArray(cell);
        }
    }

    void everyLeadingCharacterOfTheListIsCaught()
    {
        QFETCH(QByteArray, cell);
        QVERIFY(startsFormula(std::string_view(cell.constData(), static_cast<std::size_t>(cell.size()))));
    }

    void wordsAndNumbersAreLeftAlone()
    {
        for (const char* cell : {"", "1", "-500", "-0.25", "1980.00", "王小姐", "%0A=1+1", ";=1+1", "\"=1+1",
                                 "a=b", "'=1", "13-14", "—"}) {
            QVERIFY2(!startsFormula(cell), cell);
        }
        QVERIFY(isPlainNumber("-500"));
        QVERIFY(isPlainNumber(".5"));
        QVERIFY(!isPlainNumber("-"));
        QVERIFY(!isPlainNumber("1.2.3"));
        QVERIFY(!isPlainNumber("+5"));
        QVERIFY(!isPlainNumber("1e5"));
    }

    void noCellOfTheInjectionListRunsAfterWriting()
    {
        MEITRACE_NEEDS_SHARED_DATA(folder)
        const auto rows
            = test::parseByHand(test::fileBytes(folder + "/hostile_examples/files/i01_formula.csv"));
        QCOMPARE(rows.size(), std::size_t {22});
        std::vector<std::vector<std::string>> cells;
        std::size_t hostile = 0;
        for (const auto& row : rows) {
            cells.push_back(row.cells);
            for (const std::string& cell : row.cells) {
                hostile += wouldRun(cell) ? 1U : 0U;
            }
        }
        QCOMPARE(hostile, std::size_t {13});
        const auto written = test::parseByHand(csvBytes(cells, {}));
        QCOMPARE(written.size(), rows.size());
        for (std::size_t r = 0; r < written.size(); ++r) {
            QCOMPARE(written[r].cells.size(), rows[r].cells.size());
            for (std::size_t c = 0; c < written[r].cells.size(); ++c) {
                const std::string& now = written[r].cells[c];
                const std::string& before = rows[r].cells[c];
                QVERIFY2(!wouldRun(now), before.c_str());
                QCOMPARE(now, wouldRun(before) ? "'" + before : before);
            }
        }
    }
};

MEITRACE_TEST(TestCellGuard)
#include "tst_cellguard.moc"
