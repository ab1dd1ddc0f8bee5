// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/random.h"
#include "models/ingest/recipe.h"
#include "tests/models/ingest/cleanhelpers.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>

using namespace meitrace;
using namespace meitrace::test;

namespace {

using Test = RecipeStep::Test;
using Action = RecipeStep::Action;

Mapping bills(std::vector<RecipeStep> recipe = {})
{
    Mapping mapping = mappingOf("his_billing",
                                {{"单号", "order_no"},
                                 {"手机", "phone"},
                                 {"时间", "pay_time"},
                                 {"项目", "item_name"},
                                 {"实收", "paid_amount"},
                                 {"渠道", "source_l1"}});
    mapping.recipe = std::move(recipe);
    return mapping;
}

int field(const char* name)
{
    return fieldIndex(*kindByCode("his_billing"), name);
}

RecipeStep step(const char* name, Test test, const std::string& text, Action action,
                const std::string& value = {})
{
    RecipeStep made;
    made.id = 7;
    made.name = "a rule";
    made.field = field(name);
    made.test = test;
    made.text = text;
    made.action = action;
    made.value = value;
    return made;
}

RecipeStep limit(const char* name, Test test, double number, Action action)
{
    RecipeStep made = step(name, test, {}, action);
    made.number = number;
    return made;
}

Row bill(const std::string& item, const std::string& paid, const std::string& channel = "抖音")
{
    return {"T1", "13812345678", "2024-03-05 10:00", item, paid, channel};
}

/// Item, money and fate of every row, and what was changed: "光子 10000 ok | 0 item_name 光->光子"
std::string outcome(const std::vector<RecipeStep>& recipe, const Rows& rows)
{
    const CleanBlock block = cleaned(bills(recipe), rows);
    std::string all;
    std::size_t kept = 0;
    for (std::size_t row = 0; row < block.fates.size(); ++row) {
        all += row == 0 ? "" : "; ";
        if (block.fates[row] <= RowFate::Fixed) {
            const std::int64_t paid = numberOf(block, "paid_amount", kept);
            all += textOf(block, "item_name", kept) + " " + (paid == kMissing ? "-" : std::to_string(paid))
                + " ";
            ++kept;
        }
        all += fateCode(block.fates[row]);
    }
    for (const CellChange& change : block.rows.changes) {
        all += " | " + std::to_string(change.row) + " "
            + std::string(block.kind->fields[static_cast<std::size_t>(change.field)].name) + " "
            + change.before + "->" + change.after;
    }
    return all;
}

}  // namespace

class TestRecipe : public QObject {
    Q_OBJECT

private slots:
    void everyRuleDoesWhatItSays_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("expected");
        const std::vector<std::pair<const char*, const char*>> cases {
            {"set to", "光子嫩肤 10000 ok; 水光 20000 ok | 0 item_name 光子->光子嫩肤"},
            {"replace text", "光子嫩肤 10000 ok; 水光 20000 ok | 0 item_name 光子(赠)嫩肤(赠)->光子嫩肤"},
            {"unknown, where it must be known", "quarantined; 水光 20000 ok | 0 paid_amount 999999->"},
            {"below", "光子 10000 ok; quarantined | 1 paid_amount -5->-5"},
            {"fill down",
             "光子 10000 ok; 光子 20000 ok; 水光 30000 ok; 水光 40000 ok"
             " | 1 item_name ->光子 | 3 item_name -->水光"},
            {"take from", "抖音 10000 ok; 水光 20000 ok | 0 item_name ->抖音"},
            {"leave out", "skipped; 水光 20000 ok | 0 item_name 测试单->测试单"},
            {"begins", "skipped; 水光 20000 ok | 0 item_name 测试单->测试单"},
            {"one after the other", "光子 10000 ok | 0 item_name A->B | 0 item_name B->光子"},
            {"the wrong way round", "B 10000 ok | 0 item_name A->B"},
            {"nothing above", " 10000 ok; 水光 20000 ok"},
        };
        int number = 0;
        for (const auto& [name, expected] : cases) {
            QTest::newRow(name) << number++ << expected;
        }
    }

    void everyRuleDoesWhatItSays()
    {
        QFETCH(int, number);
        QFETCH(QString, expected);
        RecipeStep from = step("item_name", Test::Empty, {}, Action::TakeFrom);
        from.from = field("source_l1");
        const auto fill = step("item_name", Test::Empty, {}, Action::FillDown);
        const auto toB = step("item_name", Test::Equals, "A", Action::SetTo, "B");
        const auto toItem = step("item_name", Test::Equals, "B", Action::SetTo, "光子");
        const std::vector<std::pair<std::vector<RecipeStep>, Rows>> cases {
            {{step("item_name", Test::Equals, "光子", Action::SetTo, "光子嫩肤")},
             {bill("光子", "100"), bill("水光", "200")}},
            {{step("item_name", Test::Contains, "(赠)", Action::ReplaceText)},
             {bill("光子(赠)嫩肤(赠)", "100"), bill("水光", "200")}},
            {{limit("paid_amount", Test::Above, 200'000, Action::Unknown)},
             {bill("光子", "999999"), bill("水光", "200")}},
            {{limit("paid_amount", Test::Below, 0, Action::SetAside)},
             {bill("光子", "100"), bill("水光", "-5")}},
            {{fill}, {bill("光子", "100"), bill("", "200"), bill("水光", "300"), bill("-", "400")}},
            {{from}, {bill("", "100"), bill("水光", "200")}},
            {{step("item_name", Test::Equals, "测试单", Action::LeaveOut)},
             {bill("测试单", "100"), bill("水光", "200")}},
            {{step("item_name", Test::StartsWith, "测试", Action::LeaveOut)},
             {bill("测试单", "100"), bill("水光", "200")}},
            {{toB, toItem}, {bill("A", "100")}},
            {{toItem, toB}, {bill("A", "100")}},
            {{fill}, {bill("", "100"), bill("水光", "200")}},
        };
        const auto& [recipe, rows] = cases[static_cast<std::size_t>(number)];
        QCOMPARE(QString::fromStdString(outcome(recipe, rows)), expected);
    }

    void whatWasSetAsideSaysWhy()
    {
        const CleanBlock block
            = cleaned(bills({limit("paid_amount", Test::Below, 0, Action::SetAside)}), {bill("光子", "-5")});
        QCOMPARE(issuesOf(block), std::string("set_aside_by_rule/paid_amount"));
        QCOMPARE(block.issues[0].value, std::string("-5"));
        QVERIFY(setsAside(block.issues[0].rule));
    }

    void totalsBlankLinesAndHeadersStayAsTheyAre()
    {
        const auto fill = step("item_name", Test::Empty, {}, Action::FillDown);
        const Rows rows {bill("光子", "100"),
                         {"合计", "", "", "", "100", ""},
                         {"", "", "", "", "", ""},
                         {"单号", "手机", "时间", "项目", "实收", "渠道"},
                         bill("", "200")};
        const CleanBlock block = cleaned(bills({fill}), rows);
        QCOMPARE(fatesOf(block), std::string("ok skipped skipped skipped ok"));
        QCOMPARE(textOf(block, "item_name", 1), std::string("光子"));
        QCOMPARE(block.rows.changes.size(), std::size_t {1});
    }

    void aColumnTheFileHasNotIsLeftAlone()
    {
        QCOMPARE(QString::fromStdString(
                     outcome({step("staff", Test::Any, {}, Action::SetTo, "x")}, {bill("光子", "100")})),
                 QStringLiteral("光子 10000 ok"));
    }

    void filledDownOverBlocksAsInOne()
    {
        const auto fill = step("item_name", Test::Empty, {}, Action::FillDown);
        for (std::uint64_t seed = 0; seed < 50; ++seed) {
            Random random(seed, 9);
            Rows all;
            for (int i = 0; i < 30; ++i) {
                all.push_back(bill(random.below(3) == 0 ? "项目" + std::to_string(i) : "", "1"));
            }
            const Mapping mapping = bills({fill});
            const auto plan = planOf(mapping, headerOf(mapping), all);
            MEITRACE_OK(plan);
            QVERIFY((*plan)->recipe().needsOrder());
            const CleanBlock whole = (*plan)->clean(blockOf(all));
            Recipe::Memory memory;
            std::vector<std::string> items;
            for (std::size_t begin = 0; begin < all.size();) {
                const std::size_t end = std::min(all.size(), begin + 1 + random.below(9));
                RowBlock part = blockOf(Rows(all.begin() + static_cast<std::ptrdiff_t>(begin),
                                             all.begin() + static_cast<std::ptrdiff_t>(end)));
                (*plan)->recipe().apply(part, memory);
                part.isCooked = true;
                const CleanBlock block = (*plan)->clean(std::move(part));
                for (std::size_t row = 0; row < block.kept.size(); ++row) {
                    items.push_back(textOf(block, "item_name", row));
                }
                begin = end;
            }
            for (std::size_t row = 0; row < items.size(); ++row) {
                QCOMPARE(items[row], textOf(whole, "item_name", row));
            }
        }
    }

    void rulesComeBackFromTheirText()
    {
        const KindSpec& kind = *kindByCode("his_billing");
        RecipeStep from = step("item_name", Test::Empty, {}, Action::TakeFrom);
        from.from = field("source_l1");
        for (const RecipeStep& each : {step("item_name", Test::Equals, "光\"子", Action::SetTo, "光子嫩肤"),
                                       step("item_name", Test::Contains, "(赠)", Action::ReplaceText, ""),
                                       from, limit("paid_amount", Test::Above, 0.1, Action::SetAside),
                                       step("item_name", Test::Filled, {}, Action::Unknown)}) {
            const auto again = recipeStepFromJson(recipeStepToJson(each, kind), kind, "test");
            MEITRACE_OK(again);
            QVERIFY(*again == each);
        }
        Mapping mapping = bills({from});
        const auto read = mappingFromJson(mappingToJson(mapping), "test");
        MEITRACE_OK(read);
        QVERIFY(read->recipe == mapping.recipe);
    }

    void badRulesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("key");
        const auto add = [](const char* json, const char* key) {
            QTest::newRow(json) << QByteArray(json) << QByteArray(key);
        };
        add("[]", "recipe.JSON");
        add("{", "recipe.JSON");
        add(R"({"name":"a","field":"item_name","if":"any","do":"unknown","also":1})", "recipe.recipe");
        add(R"({"field":"item_name","if":"any","do":"unknown"})", "recipe.name");
        add(R"({"name":"a","field":"nobody","if":"any","do":"unknown"})", "recipe.field");
        add(R"({"name":"a","field":"item_name","if":"sometimes","do":"unknown"})", "recipe.if");
        add(R"({"name":"a","field":"item_name","if":"any","do":"dance"})", "recipe.do");
        add(R"({"name":"a","field":"item_name","if":"equals","do":"unknown"})", "recipe.text");
        add(R"({"name":"a","field":"item_name","if":"above","do":"unknown"})", "recipe.number");
        add(R"({"name":"a","field":"item_name","if":"above","number":"9","do":"unknown"})", "recipe.number");
        add(R"({"name":"a","field":"item_name","if":"any","do":"set_to"})", "recipe.value");
        add(R"({"name":"a","field":"item_name","if":"equals","text":"x","do":"replace_text"})", "recipe.if");
        add(R"({"name":"a","field":"item_name","if":"empty","do":"take_from"})", "recipe.from");
        add(R"({"name":"a","field":"item_name","if":"empty","do":"take_from","from":"item_name"})",
            "recipe.from");
    }

    void badRulesAreRefused()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, key);
        const auto step = recipeStepFromJson(json.toStdString(), *kindByCode("his_billing"), "test");
        QVERIFY(!step);
        QCOMPARE(step.error().code, ErrorCode::BadMapping);
        QCOMPARE(QByteArray::fromStdString(step.error().detail), key);
    }
};

MEITRACE_TEST(TestRecipe)
#include "tst_recipe.moc"
