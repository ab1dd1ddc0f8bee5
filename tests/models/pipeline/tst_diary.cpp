// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a load changes, and what the files say themselves, in the store.
#include "models/store/diary.h"
#include "models/store/reconciliation.h"
#include "tests/models/pipeline/pipelineworld.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace meitrace;
using namespace meitrace::test;

namespace {

const std::vector<std::string> kHeader {"order_no", "line_no", "phone", "pay_time", "paid_amount"};

std::vector<std::string> bill(int number, const std::string& day, const std::string& paid)
{
    return {"B" + std::to_string(number), "1", "1381234" + std::to_string(1000 + number), day + " 10:00",
            paid};
}

/// "2024-01 rows 2>3, 2024-01 paid_amount 30000>35000"
std::string figuresOf(const DiaryEntry& entry)
{
    std::string all;
    for (const DiaryFigure& figure : entry.figures) {
        all += all.empty() ? "" : ", ";
        all += isoDate(figure.month).substr(0, 7) + " " + figure.figure + " " + std::to_string(figure.before)
            + ">" + std::to_string(figure.after);
    }
    return all;
}

}  // namespace

class TestDiary : public QObject {
    Q_OBJECT

private:
    PipelineWorld m_world {"diary"};
    int m_files = 0;

    std::string file(const std::vector<std::vector<std::string>>& rows)
    {
        return m_world.write("bills" + std::to_string(++m_files) + ".csv", *kindByCode("his_billing"),
                             {.header = kHeader, .rows = rows});
    }

    static DiaryEntry newest(Workspace& workspace) { return Diary(workspace.database()).entries(1)->front(); }

private slots:
    void aLoadSaysWhatItChanged()
    {
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        MEITRACE_OK(m_world.import(*workspace,
                                   {file({bill(1, "2024-01-05", "100"), bill(2, "2024-01-20", "200"),
                                          bill(3, "2024-02-03", "50"), bill(4, "2024-02-04", "60")})}));
        const DiaryEntry first = newest(*workspace);
        QCOMPARE(first.fresh, 4);
        QCOMPARE(first.changed + first.again + first.vanished + first.aside, 0);
        QCOMPARE(isoDate(first.first), std::string("2024-01-05"));
        QCOMPARE(isoDate(first.last), std::string("2024-02-04"));
        QCOMPARE(first.customersBefore, 0);
        QCOMPARE(first.customersAfter, 4);
        QVERIFY(first.figures.empty());  // there was no past

        // One bill was corrected, one came late, one is not in the new export, one is of a new month.
        MEITRACE_OK(m_world.import(
            *workspace,
            {file({bill(1, "2024-01-05", "100"), bill(2, "2024-01-20", "150"), bill(5, "2024-01-25", "70"),
                   bill(4, "2024-02-04", "60"), bill(6, "2024-03-01", "10")})}));
        const DiaryEntry second = newest(*workspace);
        QCOMPARE(second.fresh, 2);
        QCOMPARE(second.changed, 1);
        QCOMPARE(second.again, 2);
        QCOMPARE(second.vanished, 1);
        QCOMPARE(second.customersBefore, 4);
        QCOMPARE(second.customersAfter, 6);
        QCOMPARE(figuresOf(second), std::string("2024-01 paid_amount 30000>32000, 2024-01 rows 2>3"));

        Job job(1);
        MEITRACE_OK(undoImport(*workspace, second.batch, job));
        const DiaryEntry third = newest(*workspace);
        QCOMPARE(third.action, DiaryAction::TakenOut);
        QCOMPARE(third.batch, second.batch);
        QCOMPARE(figuresOf(third),
                 std::string("2024-01 paid_amount 32000>30000, 2024-01 rows 3>2, "
                             "2024-03 paid_amount 1000>0, 2024-03 rows 1>0"));
        QCOMPARE(third.customersBefore, 6);
        QCOMPARE(third.customersAfter, 4);
        QCOMPARE(Diary(workspace->database()).entries(10)->size(), std::size_t {3});
    }

    void anotherChoiceOfRowsLetsNothingVanish()
    {
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        MEITRACE_OK(m_world.import(*workspace,
                                   {file({bill(1, "2024-01-05", "1"), bill(2, "2024-01-06", "2"),
                                          bill(3, "2024-01-07", "3"), bill(4, "2024-01-08", "4")})}));
        // Of the same days, and one row in common: the export of another store, say.
        MEITRACE_OK(
            m_world.import(*workspace, {file({bill(1, "2024-01-05", "1"), bill(9, "2024-01-08", "4")})}));
        QCOMPARE(newest(*workspace).vanished, 0);
    }

    void filesThatComeTogetherCountTheirCustomersOnce()
    {
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        MEITRACE_OK(m_world.import(*workspace,
                                   {file({bill(1, "2024-01-05", "1")}), file({bill(2, "2024-01-05", "1")})}));
        const auto entries = Diary(workspace->database()).entries(10);
        MEITRACE_OK(entries);
        QCOMPARE(entries->size(), std::size_t {2});
        QCOMPARE((*entries)[0].customersBefore, 0);
        QCOMPARE((*entries)[0].customersAfter, 2);
        QCOMPARE((*entries)[1].customersAfter, kMissing);
    }

    void whatAFileStatesIsKeptWithIt()
    {
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        const auto report = m_world.import(
            *workspace,
            {file(
                {bill(1, "2024-01-05", "100"), bill(2, "2024-01-20", "200"), {"合计", "", "", "", "310"}})});
        MEITRACE_OK(report);
        Reconciliation reconciliation(workspace->database());
        auto totals = reconciliation.totals(report->files[0].batch);
        MEITRACE_OK(totals);
        QCOMPARE(totals->size(), std::size_t {1});
        QCOMPARE(totals->front().difference(), 1000);
        QCOMPARE(totals->front().rows, report->files[0].totals.front().rows);
        QCOMPARE(totals->front().line, 4);
        Job job(1);
        MEITRACE_OK(undoImport(*workspace, report->files[0].batch, job));
        totals = reconciliation.totals(report->files[0].batch);
        MEITRACE_OK(totals);
        QVERIFY(totals->empty());
    }

    void balancesFollowFromWhatWasBoughtAndUsed()
    {
        const std::vector<std::string> header {"card_no",  "phone",    "item_name",     "bought_qty",
                                               "gift_qty", "used_qty", "remaining_qty", "snapshot_at"};
        const SampleFile cards {.header = header,
                                .rows = {{"K1", "13812345001", "光子", "10", "2", "5", "7", "2024-01-31"},
                                         {"K2", "13812345002", "光子", "10", "", "5", "6", "2024-01-31"},
                                         {"K3", "13812345003", "水光", "3", "0", "1.5", "1.5", "2024-01-31"},
                                         {"K4", "13812345004", "水光", "3", "0", "", "2", "2024-01-31"}}};
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        MEITRACE_OK(
            m_world.import(*workspace, {m_world.write("cards.csv", *kindByCode("his_package"), cards)}));
        const auto check = Reconciliation(workspace->database()).cards();
        MEITRACE_OK(check);
        QCOMPARE(check->cards, 4);
        QCOMPARE(check->checked, 3);
        QCOMPARE(check->differences.size(), std::size_t {1});
        QCOMPARE(check->differences[0].card, std::string("K2"));
        QCOMPARE(check->differences[0].difference(), 1000);
        QVERIFY(check->differences[0].customer > 0);
    }
};

MEITRACE_TEST(TestDiary)
#include "tst_diary.moc"
