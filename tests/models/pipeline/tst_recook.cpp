// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Cleaning rules in the store: loaded files read again must be as if they had been loaded so at once.
#include "models/pipeline/erasure.h"
#include "models/pipeline/recook.h"
#include "models/store/diary.h"
#include "tests/models/pipeline/pipelineworld.h"
#include "tests/support/digest.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace meitrace;
using namespace meitrace::test;

namespace {

const std::vector<std::string> kHeader {"order_no", "line_no",   "phone",
                                        "pay_time", "item_name", "paid_amount"};

std::vector<std::string> bill(int number, const std::string& item, const std::string& paid)
{
    return {"B" + std::to_string(number),
            "1",
            "1381234" + std::to_string(1000 + number),
            "2024-01-05 10:" + std::to_string(10 + number),
            item,
            paid};
}

const KindSpec& billing()
{
    return *kindByCode("his_billing");
}

std::string ruleJson(const char* rest)
{
    return std::string(R"({"name":"a rule","field":"item_name",)") + rest + "}";
}

}  // namespace

class TestRecook : public QObject {
    Q_OBJECT

private:
    PipelineWorld m_world {"recook"};
    int m_files = 0;

    std::string file(const std::vector<std::vector<std::string>>& rows)
    {
        return m_world.write("bills" + std::to_string(++m_files) + ".csv", billing(),
                             {.header = kHeader, .rows = rows});
    }

    static Status setRules(Workspace& workspace, const std::vector<std::string>& rules)
    {
        std::vector<StoredRecipeStep> steps;
        for (const std::string& rule : rules) {
            steps.push_back({.id = 0, .kind = billing().id, .isOn = true, .rule = rule});
        }
        Result<Transaction> transaction = Transaction::begin(workspace.database());
        if (!transaction) {
            return transaction.error();
        }
        const auto written = Recipes(workspace.database()).replace(steps, 1);
        return written ? transaction->commit() : Status(written.error());
    }

    static std::vector<std::int64_t> openProblems(Workspace& workspace)
    {
        std::vector<std::int64_t> rows;
        const auto entries = Batches(workspace.database()).quarantine(0, true);
        for (std::size_t i = 0; entries && i < entries->size(); ++i) {
            const QuarantineEntry& entry = (*entries)[i];
            rows.push_back(entry.row);
        }
        return rows;
    }

private slots:
    void aNewRuleWorksOnTheNextFileOnly()
    {
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        MEITRACE_OK(m_world.import(*workspace, {file({bill(1, "光子", "1")})}));
        MEITRACE_OK(setRules(*workspace,
                             {ruleJson(R"("if":"equals","text":"光子","do":"set_to","value":"光子嫩肤")")}));
        QCOMPARE(staleKinds(*workspace)->size(), std::size_t {1});
        const auto report = m_world.import(*workspace, {file({bill(2, "光子", "1")})});
        MEITRACE_OK(report);
        const auto steps = Recipes(workspace->database()).steps();
        MEITRACE_OK(steps);
        const auto changes = Recipes(workspace->database()).changes(steps->front().id, 10);
        MEITRACE_OK(changes);
        QCOMPARE(changes->size(), std::size_t {1});
        QCOMPARE(changes->front().batch, report->files[0].batch);
        QCOMPARE(changes->front().before, std::string("光子"));
        QCOMPARE(changes->front().after, std::string("光子嫩肤"));
        Job job(1);
        MEITRACE_OK(undoImport(*workspace, report->files[0].batch, job));
        QVERIFY(Recipes(workspace->database()).changes(steps->front().id, 10)->empty());
    }

    void readAgainIsAsLoadedAtOnce()
    {
        const std::vector<std::string> rules {
            ruleJson(R"("if":"equals","text":"光子","do":"set_to","value":"光子嫩肤")"),
            R"({"name":"refunds","field":"paid_amount","if":"below","number":0,"do":"leave_out"})",
            ruleJson(R"("if":"empty","do":"fill_down")")};
        const std::string first = file({bill(1, "光子", "1"), bill(2, "", "2"), bill(3, "水光", "-3")});
        const std::string second = file({bill(1, "光子", "1"), bill(4, "光子", "4"), bill(2, "水光", "5")});
        Result<Workspace> expected = m_world.newWorkspace();
        MEITRACE_OK(expected);
        MEITRACE_OK(setRules(*expected, rules));
        MEITRACE_OK(m_world.import(*expected, {first}));
        MEITRACE_OK(m_world.import(*expected, {second}));

        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        MEITRACE_OK(m_world.import(*workspace, {first}));
        MEITRACE_OK(m_world.import(*workspace, {second}));
        const Digest without = *digestOf(*workspace, {.derived = true});
        MEITRACE_OK(setRules(*workspace, rules));
        Job job(1);
        // What the rules would do is what they do.
        Mapping today;
        today.kind = &billing();
        MEITRACE_OK(attachRecipe(*workspace, today));
        QCOMPARE(today.recipe.size(), rules.size());
        const auto preview = previewRecipe(*workspace, billing(), today.recipe, job);
        MEITRACE_OK(preview);
        QCOMPARE(preview->rowsRead, 6);
        QVERIFY(Recipes(workspace->database()).cellsByStep()->empty());
        const auto report = recook(*workspace, billing(), job);
        MEITRACE_OK(report);
        QCOMPARE(report->files, 2);
        QCOMPARE(report->rows, 6);
        QVERIFY(report->stayed.empty());
        const auto cells = Recipes(workspace->database()).cellsByStep();
        MEITRACE_OK(cells);
        QCOMPARE(cells->size(), rules.size());
        QVERIFY(*cells == preview->cells);
        // Customers keep the numbers they had; 3 is in no row that counts.
        const auto numbers = workspace->database().queryText(
            "SELECT group_concat(customer) FROM (SELECT DISTINCT customer FROM ident_customer ORDER BY 1)");
        MEITRACE_OK(numbers);
        QCOMPARE(*numbers, std::string("1,2,4"));
        const std::string differs
            = difference(*digestOf(*expected, {.derived = true}), *digestOf(*workspace, {.derived = true}));
        QVERIFY2(differs.empty(), differs.c_str());
        QVERIFY(staleKinds(*workspace)->empty());
        const DiaryEntry entry = Diary(workspace->database()).entries(1)->front();
        QCOMPARE(entry.action, DiaryAction::ReadAgain);
        QVERIFY(!entry.figures.empty());
        // Nothing is to be done a second time; without rules all is as it was.
        QCOMPARE(recook(*workspace, billing(), job)->files, 0);
        MEITRACE_OK(setRules(*workspace, {}));
        MEITRACE_OK(recook(*workspace, billing(), job));
        const std::string left = difference(without, *digestOf(*workspace, {.derived = true}));
        QVERIFY2(left.empty(), left.c_str());
        MEITRACE_OK(workspace->verify(job));
    }

    void aRuleThatNamesAnErasedPersonGoesWithHer()
    {
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        const std::string other = ruleJson(R"("if":"equals","text":"光子","do":"unknown")");
        MEITRACE_OK(
            setRules(*workspace,
                     {R"({"name":"mended","field":"phone","if":"equals","text":"1381234","do":"set_to",)"
                      R"("value":"13812341001"})",
                      other}));
        std::vector<std::string> row = bill(1, "光子", "1");
        row[2] = "1381234";
        MEITRACE_OK(m_world.import(*workspace, {file({row, bill(2, "光子", "2")})}));
        Job job(1);
        const auto erased = eraseCustomer(*workspace, 1, false, job);
        MEITRACE_OK(erased);
        QCOMPARE(erased->remains, 0);
        const auto steps = Recipes(workspace->database()).steps();
        MEITRACE_OK(steps);
        QCOMPARE(steps->size(), std::size_t {1});
        QCOMPARE(steps->front().rule, other);
        const auto heads = Batches(workspace->database()).heads();
        MEITRACE_OK(heads);
        for (const BatchHead& head : *heads) {
            QVERIFY(head.mapping.find("13812341001") == std::string::npos);
        }
    }

    void whatWasMendedStaysMended()
    {
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        const auto loaded
            = m_world.import(*workspace, {file({bill(1, "光子", "many"), bill(2, "光子", "2")})});
        MEITRACE_OK(loaded);
        const auto mended = m_world.import(*workspace, {file({bill(1, "光子", "1")})});
        MEITRACE_OK(mended);
        Batches batches(workspace->database());
        const auto entries = batches.quarantine(loaded->files[0].batch, true);
        MEITRACE_OK(entries);
        MEITRACE_OK(batches.markMended(entries->front().id, mended->files[0].batch));
        QVERIFY(openProblems(*workspace).empty());
        MEITRACE_OK(setRules(*workspace, {ruleJson(R"("if":"equals","text":"光子","do":"unknown")")}));
        Job job(1);
        MEITRACE_OK(recook(*workspace, billing(), job));
        QVERIFY(openProblems(*workspace).empty());
        const auto numbers = batches.numbers();
        MEITRACE_OK(numbers);
        QCOMPARE(batches.quarantine(numbers->front(), false)->front().mendedBy, numbers->back());
    }

    void aFileSomebodyWasErasedFromStays()
    {
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        MEITRACE_OK(setRules(*workspace, {ruleJson(R"("if":"equals","text":"光子","do":"unknown")")}));
        MEITRACE_OK(m_world.import(*workspace, {file({bill(1, "光子", "1"), bill(2, "光子", "2")})}));
        const auto steps = Recipes(workspace->database()).steps();
        QCOMPARE(Recipes(workspace->database()).changes(steps->front().id, 10)->size(), std::size_t {2});
        Job job(1);
        MEITRACE_OK(eraseCustomer(*workspace, 1, false, job));
        // What a rule did to her rows went with them.
        QCOMPARE(Recipes(workspace->database()).changes(steps->front().id, 10)->size(), std::size_t {1});
        MEITRACE_OK(setRules(*workspace, {}));
        const auto report = recook(*workspace, billing(), job);
        MEITRACE_OK(report);
        QCOMPARE(report->files, 0);
        QCOMPARE(report->stayed.size(), std::size_t {1});
    }

    void aFailureLeavesEverything()
    {
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        MEITRACE_OK(m_world.import(*workspace, {file({bill(1, "光子", "1")})}));
        MEITRACE_OK(setRules(*workspace, {ruleJson(R"("if":"equals","text":"光子","do":"unknown")")}));
        const Digest before = *digestOf(*workspace, {.derived = true, .customers = true});
        class Stopped final : public Job {
        public:
            using Job::Job;
            [[nodiscard]] bool stopped() const override { return true; }
        } job(1);
        const auto report = recook(*workspace, billing(), job);
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Cancelled);
        const std::string differs
            = difference(before, *digestOf(*workspace, {.derived = true, .customers = true}));
        QVERIFY2(differs.empty(), differs.c_str());
    }
};

MEITRACE_TEST(TestRecook)
#include "tst_recook.moc"
