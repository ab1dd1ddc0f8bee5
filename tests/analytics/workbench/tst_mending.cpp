// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows set aside, by what is wrong with them, and mended many at a time: as if the files had been right.
#include "analytics/workbench/mending.h"
#include "analytics/workbench/overview.h"
#include "models/pipeline/importjob.h"
#include "models/store/rows.h"
#include "tests/support/digest.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>

using namespace meitrace;
using namespace meitrace::test;

namespace {

const char* const kMapping = R"({"kind": "his_billing", "scope": "s", "columns": {"his_no": "his_no",
    "order_no": "order_no", "pay_time": "pay_time", "item_code": "item_code", "paid_amount": "paid_amount"}})";
const char* const kHeader = "his_no,order_no,pay_time,item_code,paid_amount\n";
const char* const kJanuary = "A1,O1,2025-01-10 10:00,X,1000\n"
                             "A1,O2,2025-13-32,X,200\n"
                             "A2,O3,2025-13-32,Y,300\n"
                             "A2,O4,2025-01-12 10:00,Y,#VALUE!\n";
const char* const kFebruary = "A3,O5,2025-13-32,X,50\n"
                              "A3,O6,2024-13-32,X,60\n"
                              "A3,O7,2025-02-03 10:00,X,\n";

class StoppedJob final : public Job {
public:
    [[nodiscard]] bool stopped() const override { return true; }
};

std::string text(const std::string& rows)
{
    return kHeader + rows;
}

}  // namespace

class TestMending : public QObject {
    Q_OBJECT

private:
    Scratch m_scratch;
    int m_worlds = 0;

    Result<Workspace> world(const std::vector<std::string>& files)
    {
        const std::string name = "w" + std::to_string(++m_worlds);
        Result<Workspace> workspace = Workspace::create(m_scratch.path(name + ".meitrace"), {});
        ImportRequest request;
        request.mapping.mappingFile = m_scratch.write(name + ".json", kMapping);
        for (std::size_t i = 0; i < files.size(); ++i) {
            request.files.push_back(m_scratch.write(name + "-" + std::to_string(i) + ".csv", text(files[i])));
        }
        Job job;
        const Result<ImportReport> report = importFiles(*workspace, request, job);
        return report && !report->failure ? std::move(workspace) : Result<Workspace>(report.error());
    }

    static std::vector<ProblemGroup> groupsOf(Workspace& workspace)
    {
        const auto entries = openQuarantine(workspace);
        const auto batches = Batches(workspace.database()).all();
        return entries && batches ? problemGroups(*entries, *batches) : std::vector<ProblemGroup> {};
    }

    static CellMend mendOf(const char* field, RowRule rule, const char* value, const char* becomes)
    {
        return {.kind = kindByCode("his_billing"),
                .field = field,
                .rule = rule,
                .value = value,
                .becomes = becomes};
    }

    /// What the bills say, whichever file they came in.
    static std::vector<std::string> bills(Workspace& workspace)
    {
        std::vector<std::string> lines;
        const Status read = forEachRow(
            workspace.database().prepare("SELECT order_no, paid_amount, pay_time FROM bill_line"),
            [&lines](const Statement& row) {
                lines.push_back(std::string(row.text(0)) + " " + std::to_string(row.integer(1)) + " "
                                + std::to_string(row.integer(2)));
            });
        std::sort(lines.begin(), lines.end());
        return read ? lines : std::vector<std::string> {};
    }

private slots:
    void groupsHoldEveryRowOnce()
    {
        Result<Workspace> workspace = world({kJanuary, kFebruary});
        MEITRACE_OK(workspace);
        const std::vector<ProblemGroup> groups = groupsOf(*workspace);
        QCOMPARE(groups.size(), std::size_t {3});
        QCOMPARE(groups[0].field, std::string("pay_time"));
        QVERIFY(groups[0].rule == RowRule::BadTime && groups[0].isMendable());
        QCOMPARE(groups[0].rows, std::int64_t {4});
        QCOMPARE(groups[0].batches, (std::vector<std::int64_t> {1, 2}));
        QCOMPARE(groups[0].values.size(), std::size_t {2});
        QCOMPARE(groups[0].values[0].value, std::string("2025-13-32"));
        QCOMPARE(groups[0].values[0].rows, std::int64_t {3});
        QCOMPARE(groups[0].values[1].rows, std::int64_t {1});
        std::int64_t rows = 0;
        for (const ProblemGroup& group : groups) {
            std::int64_t inside = 0;
            for (const ProblemValue& value : group.values) {
                inside += value.rows;
            }
            QCOMPARE(inside, group.rows);
            rows += group.rows;
        }
        QCOMPARE(rows, std::int64_t {6});
        QVERIFY(problemGroups({}, {}).empty());
    }

    void mendedFilesSayWhatRightFilesWouldHaveSaid()
    {
        Result<Workspace> workspace = world({kJanuary, kFebruary});
        MEITRACE_OK(workspace);
        Job job;
        const Result<MendReport> report
            = mendRows(*workspace,
                       {mendOf("pay_time", RowRule::BadTime, "2025-13-32", "2025-01-31 09:00"),
                        mendOf("paid_amount", RowRule::BadMoney, "#VALUE!", "400")},
                       job);
        MEITRACE_OK(report);
        QCOMPARE(report->rows, std::int64_t {4});
        QCOMPARE(report->taken, std::int64_t {4});
        QCOMPARE(report->aside, std::int64_t {0});
        QCOMPARE(report->files.size(), std::size_t {2});
        const std::vector<ProblemGroup> left = groupsOf(*workspace);
        QCOMPARE(left.size(), std::size_t {2});  // the other date, and the amount that is missing
        const auto right = [](std::string rows) {
            for (const auto& [from, to] :
                 {std::pair<std::string, std::string> {"2025-13-32", "2025-01-31 09:00"},
                  {"#VALUE!", "400"}}) {
                for (std::size_t at = rows.find(from); at != std::string::npos; at = rows.find(from)) {
                    rows.replace(at, from.size(), to);
                }
            }
            return rows;
        };
        Result<Workspace> expected = world({right(kJanuary), right(kFebruary)});
        MEITRACE_OK(expected);
        QCOMPARE(bills(*workspace).size(), std::size_t {5});
        QCOMPARE(bills(*workspace), bills(*expected));
    }

    void takingTheMendedRowsOutOpensThemAgain()
    {
        Result<Workspace> workspace = world({kJanuary, kFebruary});
        MEITRACE_OK(workspace);
        const Result<Digest> before = digestOf(*workspace);
        Job job;
        const Result<MendReport> report
            = mendRows(*workspace, {mendOf("pay_time", RowRule::BadTime, "2025-13-32", "2025-01-31")}, job);
        MEITRACE_OK(report);
        const Result<Digest> mended = digestOf(*workspace);
        MEITRACE_OK(before);
        MEITRACE_OK(mended);
        QVERIFY(!difference(*before, *mended).empty());
        for (const FileReport& file : report->files) {
            MEITRACE_OK(undoImport(*workspace, file.batch, job));
        }
        const Result<Digest> after = digestOf(*workspace);
        MEITRACE_OK(after);
        QCOMPARE(difference(*before, *after), std::string());
        QCOMPARE(groupsOf(*workspace)[0].rows, std::int64_t {4});
    }

    void whatIsStillWrongIsSetAsideAgain()
    {
        Result<Workspace> workspace = world({kJanuary, kFebruary});
        MEITRACE_OK(workspace);
        Job job;
        const Result<MendReport> report
            = mendRows(*workspace, {mendOf("pay_time", RowRule::BadTime, "2025-13-32", "soon")}, job);
        MEITRACE_OK(report);
        QCOMPARE(report->rows, std::int64_t {3});
        QCOMPARE(report->taken, std::int64_t {0});
        QCOMPARE(report->aside, std::int64_t {3});
        // With the new value, in the new files; nothing was lost, nothing doubled.
        const std::vector<ProblemGroup> groups = groupsOf(*workspace);
        QCOMPARE(groups[0].rows, std::int64_t {4});
        QCOMPARE(groups[0].values[0].value, std::string("soon"));
        // Mended again, from there.
        const Result<MendReport> again
            = mendRows(*workspace, {mendOf("pay_time", RowRule::BadTime, "soon", "2025-01-31")}, job);
        MEITRACE_OK(again);
        QCOMPARE(again->taken, std::int64_t {3});
        QCOMPARE(groupsOf(*workspace)[0].rows, std::int64_t {1});
    }

    void nothingIsDoneInPart()
    {
        Result<Workspace> workspace = world({kJanuary, kFebruary});
        MEITRACE_OK(workspace);
        const Result<Digest> before = digestOf(*workspace);
        Job job;
        const CellMend good = mendOf("pay_time", RowRule::BadTime, "2025-13-32", "2025-01-31");
        const Result<MendReport> unknown
            = mendRows(*workspace, {good, mendOf("weather", RowRule::BadTime, "x", "y")}, job);
        QVERIFY(!unknown && unknown.error().code == ErrorCode::UnknownField);
        StoppedJob stopped;
        const Result<MendReport> cancelled = mendRows(*workspace, {good}, stopped);
        QVERIFY(!cancelled && cancelled.error().code == ErrorCode::Cancelled);
        const Result<Digest> after = digestOf(*workspace);
        MEITRACE_OK(before);
        MEITRACE_OK(after);
        QCOMPARE(difference(*before, *after), std::string());
        // What nobody has is no error: there is nothing to do.
        const Result<MendReport> nobody
            = mendRows(*workspace, {mendOf("pay_time", RowRule::BadTime, "never", "2025-01-31")}, job);
        QVERIFY(nobody && nobody->rows == 0 && nobody->files.empty());
    }
};

MEITRACE_TEST(TestMending)

#include "tst_mending.moc"
