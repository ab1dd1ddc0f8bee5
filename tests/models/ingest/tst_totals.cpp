// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/random.h"
#include "tests/models/ingest/cleanhelpers.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>

using namespace meitrace;
using namespace meitrace::test;

namespace {

Mapping bills()
{
    return mappingOf("his_billing",
                     {{"单号", "order_no"},
                      {"手机", "phone"},
                      {"时间", "pay_time"},
                      {"数量", "qty"},
                      {"实收", "paid_amount"},
                      {"单价", "unit_price"}});
}

Row bill(const std::string& paid, const std::string& quantity = "1")
{
    return {"T1", "13812345678", "2024-03-05 10:00", quantity, paid, "100"};
}

Row total(const std::string& word, const std::string& paid, const std::string& quantity = "")
{
    return {word, "", "", quantity, paid, ""};
}

/// "paid_amount file 30000 = 30000+0", a line for each figure that is stated
std::string read(const std::vector<Rows>& blocks, Mapping mapping = bills())
{
    TotalLedger ledger;
    for (const Rows& rows : blocks) {
        ledger.add(cleaned(mapping, rows));
    }
    std::string all;
    for (const FileTotal& found : ledger.totals()) {
        all += all.empty() ? "" : "; ";
        all += found.field + (found.whole ? " file " : " part ") + std::to_string(found.stated) + " = "
            + std::to_string(found.rows.taken) + "+" + std::to_string(found.rows.left);
        if (found.rows.unread > 0) {
            all += " ?" + std::to_string(found.rows.unread);
        }
    }
    return all;
}

}  // namespace

class TestTotals : public QObject {
    Q_OBJECT

private slots:
    void aFileIsAskedForItsOwnTotals_data()
    {
        QTest::addColumn<QString>("found");
        QTest::addColumn<int>("number");
        const auto add
            = [](const char* name, int number, const char* found) { QTest::newRow(name) << found << number; };
        add("total agrees", 0, "paid_amount file 30000 = 30000+0");
        add("total differs", 1, "paid_amount file 31000 = 30000+0");
        add("pieces too", 2, "qty file 3000 = 3000+0; paid_amount file 30000 = 30000+0");
        add("rows set aside count", 3, "paid_amount file 30000 = 10000+20000");
        add("unreadable amounts are counted", 4, "paid_amount file 30000 = 10000+0 ?1");
        add("subtotals", 5,
            "paid_amount part 10000 = 10000+0; paid_amount part 20000 = 20000+0; "
            "paid_amount file 30000 = 30000+0");
        add("a total by the word of a part", 6,
            "paid_amount part 10000 = 10000+0; paid_amount file 30000 = 30000+0");
        add("a part by the word of a total", 7,
            "paid_amount file 10000 = 10000+0; paid_amount part 20000 = 20000+0");
        add("refunds", 8, "paid_amount file 5000 = 5000+0");
        add("several blocks", 9, "paid_amount part 20000 = 20000+0; paid_amount file 30000 = 30000+0");
        add("nothing stated", 10, "");
        add("prices are not added", 11, "paid_amount file 10000 = 10000+0");
    }

    void aFileIsAskedForItsOwnTotals()
    {
        QFETCH(QString, found);
        QFETCH(int, number);
        Row noPerson = bill("200");
        noPerson[1].clear();
        Row price = total("合计", "100");
        price[5] = "100";
        const std::vector<std::vector<Rows>> files {
            {{bill("100"), bill("200"), total("合计", "300.00")}},
            {{bill("100"), bill("200"), total("总计：", "310")}},
            {{bill("100"), bill("200", "2"), total("合计", "¥300", "3")}},
            {{bill("100"), noPerson, total("合计", "300")}},
            {{bill("100"), bill("many"), total("Total", "300")}},
            {{bill("100"), total("小计", "100"), bill("200"), total("小计", "200"), total("合计", "300")}},
            {{bill("100"), total("小计", "100"), bill("200"), total("小计", "300")}},
            {{bill("100"), total("合计", "100"), bill("200"), total("合计", "200")}},
            {{bill("100"), bill("-50"), total("合计", "50")}},
            {{bill("100")},
             {bill("100"), total("小计", "200"), bill("50")},
             {bill("50"), total("合计", "300")}},
            {{bill("100"), total("合计", "-")}},
            {{bill("100"), price}},
        };
        QCOMPARE(QString::fromStdString(read(files[static_cast<std::size_t>(number)])), found);
    }

    void whatARuleLeavesOutBelongsToTheFile()
    {
        Mapping mapping = bills();
        mapping.skip.push_back({.column = "单号", .test = Mapping::SkipRule::Test::Equals, .text = "T2"});
        Row left = bill("200");
        left[0] = "T2";
        QCOMPARE(QString::fromStdString(read({{bill("100"), left, total("合计", "300")}}, mapping)),
                 QStringLiteral("paid_amount file 30000 = 10000+20000"));
    }

    void whatACleaningRuleDropsBelongsToTheFile()
    {
        for (const RecipeStep::Action action : {RecipeStep::Action::SetAside, RecipeStep::Action::LeaveOut}) {
            Mapping mapping = bills();
            RecipeStep step;
            step.name = "large";
            step.field = fieldIndex(*mapping.kind, "paid_amount");
            step.test = RecipeStep::Test::Above;
            step.number = 150;
            step.action = action;
            mapping.recipe = {step};
            QCOMPARE(
                QString::fromStdString(read({{bill("100"), bill("200"), total("合计", "300")}}, mapping)),
                QStringLiteral("paid_amount file 30000 = 10000+20000"));
        }
    }

    void repeatedRowsMayStandApart()
    {
        const CleanBlock block = cleaned(
            bills(),
            {bill("100"), bill("100"), total("小计", "100"), bill("50"), bill("50"), total("合计", "200")});
        TotalLedger ledger;
        ledger.add(block, {1});
        QCOMPARE(ledger.totals()[0].difference(), 0);
        QVERIFY(ledger.totals()[0].agreesWithoutRepeats());
        QCOMPARE(ledger.totals()[1].rows.again, 10'000);
        QCOMPARE(ledger.totals()[1].difference(), 0);
        TotalLedger other;
        other.add(block, {1, 4});
        QCOMPARE(other.totals()[1].difference(), -10'000);
    }

    void sumsStopAtTheEndOfTheirRange()
    {
        FigureSum sum {.taken = INT64_MAX - 1};
        sum += FigureSum {.taken = 5};
        QCOMPARE(sum.taken, INT64_MAX);
        FileTotal total;
        total.stated = -5;
        total.rows.taken = INT64_MAX;
        QCOMPARE(total.difference(), INT64_MIN + 1);
    }

    /// Against a loop over the rows, however they are cut into blocks.
    void randomFilesAgreeWithALoop()
    {
        for (std::uint64_t seed = 0; seed < 200; ++seed) {
            Random random(seed, 5);
            std::vector<Rows> blocks(1 + random.below(4));
            std::string expected;
            std::int64_t all = 0;
            std::int64_t part = 0;
            for (Rows& rows : blocks) {
                const std::size_t count = 1 + random.below(12);
                for (std::size_t i = 0; i < count; ++i) {
                    if (random.below(5) == 0) {
                        rows.push_back(total("小计", std::to_string(part)));
                        expected += expected.empty() ? "" : "; ";
                        const std::string sum = std::to_string(part * 100);
                        expected += "paid_amount part " + sum + " = " + sum + "+0";
                        part = 0;
                        continue;
                    }
                    const auto paid = static_cast<std::int64_t>(random.below(900)) - 200;
                    rows.push_back(bill(std::to_string(paid)));
                    all += paid;
                    part += paid;
                }
            }
            blocks.back().push_back(total("合计", std::to_string(all)));
            const std::string sum = std::to_string(all * 100);
            expected += (expected.empty() ? "" : "; ") + ("paid_amount file " + sum + " = " + sum + "+0");
            QCOMPARE(QString::fromStdString(read(blocks)), QString::fromStdString(expected));
        }
    }
};

MEITRACE_TEST(TestTotals)
#include "tst_totals.moc"
