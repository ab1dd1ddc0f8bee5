// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Files that wait to be imported: what is to be decided about each, and which loaded ones they overlap with.
#include "analytics/workbench/importing.h"
#include "analytics/workbench/intake.h"
#include "models/pipeline/importjob.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace meitrace;
using namespace meitrace::test;

namespace {

const char* const kHeader = "病历号,姓名,收费单号,收费时间,项目名称,实收金额\n";
const char* const kSimilarHeader = "病历号,姓名,收费单号,收费时间,项目名称,金额实收\n";

std::string bill(int number, const std::string& day)
{
    const std::string digits = std::to_string(number);
    return "A" + digits + ",王小丽,B" + digits + "," + day + " 10:00,水光,1200\n";
}

class StoppedJob final : public Job {
public:
    [[nodiscard]] bool stopped() const override { return true; }
};

}  // namespace

class TestIntake : public QObject {
    Q_OBJECT

private:
    Scratch m_scratch;
    int m_made = 0;
    Job m_job;

    Result<Workspace> workspace(const WorkspaceSettings& settings = {})
    {
        return Workspace::create(m_scratch.path("w" + std::to_string(++m_made) + ".meitrace"), settings);
    }

    std::string write(const std::string& name, const std::string& text)
    {
        return m_scratch.write(name, text);
    }

    bool load(Workspace& workspace, const std::vector<std::string>& files)
    {
        ImportRequest request;
        request.files = files;
        const Result<ImportReport> report = importFiles(workspace, request, m_job);
        return report && !report->failure;
    }

    /// The file as far as the program finds out by itself.
    IntakeFile look(Workspace& workspace, const std::string& path)
    {
        IntakeFile file {.path = path};
        const Result<FilePreview> preview = previewFile(workspace, path, {});
        if (!preview) {
            file.problem = preview.error();
            return file;
        }
        file.preview = *preview;
        file.mapping = preview->mapping;
        if (canBeChecked(file)) {
            const Result<FileCheck> check = checkWithMapping(workspace, path, file.mapping, m_job);
            if (check) {
                file.check = *check;
            } else {
                file.problem = check.error();
            }
        }
        return file;
    }

private slots:
    void whatIsKnownOfAFileSaysWhatItWaitsFor()
    {
        Result<Workspace> clinic = workspace();
        MEITRACE_OK(clinic);
        QCOMPARE(stateOf({.path = "x.csv"}), IntakeState::Reading);
        IntakeFile ready = look(*clinic, write("ready.csv", kHeader + bill(1, "2025-03-01")));
        QCOMPARE(stateOf(ready), IntakeState::Ready);
        QVERIFY(isTaken(ready) && !holdsUp(ready));
        const IntakeFile odd = look(*clinic, write("odd.csv", "k1,k2\n1,2\n"));
        QCOMPARE(stateOf(odd), IntakeState::Unclear);
        QVERIFY(!isTaken(odd) && holdsUp(odd));
        const IntakeFile gone = look(*clinic, m_scratch.path("gone.csv"));
        QCOMPARE(stateOf(gone), IntakeState::Unreadable);
        QVERIFY(holdsUp(gone));
        // What somebody left out neither goes in nor holds up the others.
        ready.leftOut = true;
        QVERIFY(!isTaken(ready) && !holdsUp(ready));
    }

    void aSimilarNameIsToBeConfirmed()
    {
        Result<Workspace> clinic = workspace();
        MEITRACE_OK(clinic);
        const std::string path = write("similar.csv", kSimilarHeader + bill(1, "2025-03-01"));
        IntakeFile file = look(*clinic, path);
        QCOMPARE(stateOf(file), IntakeState::ToConfirm);
        const std::vector<Mapping::Column> open = columnsToConfirm(file);
        QCOMPARE(open.size(), std::size_t {1});
        QCOMPARE(open[0].header, std::string("金额实收"));
        QCOMPARE(open[0].field, fieldIndex(*file.mapping.kind, "paid_amount"));
        QVERIFY(file.check);  // it is read through all the same
        file.mapping = withConfirmed(file.mapping, "姓名");
        QCOMPARE(columnsToConfirm(file).size(), std::size_t {1});
        file.mapping = withConfirmed(file.mapping, "金额实收");
        QCOMPARE(stateOf(file), IntakeState::Ready);
        // Remembered once, it is not asked again.
        ImportRequest request;
        request.given.push_back(ImportRequest::Given {.mapping = file.mapping, .presetName = "bills"});
        request.files = {path};
        MEITRACE_OK(importFiles(*clinic, request, m_job));
        const IntakeFile next = look(*clinic, write("similar2.csv", kSimilarHeader + bill(2, "2025-03-02")));
        QVERIFY(next.preview->remembered);
        QCOMPARE(stateOf(next), IntakeState::Ready);
        // Another shape under the same name takes nothing away; the same shape again takes its own place.
        const std::string other = write("other.csv", kHeader + bill(3, "2025-03-03"));
        request.given
            = {ImportRequest::Given {.mapping = look(*clinic, other).mapping, .presetName = "bills"}};
        request.files = {other};
        MEITRACE_OK(importFiles(*clinic, request, m_job));
        const auto presets = savedPresets(*clinic);
        MEITRACE_OK(presets);
        QCOMPARE(presets->size(), std::size_t {2});
        QCOMPARE((*presets)[0].first, std::string("bills"));
        QCOMPARE((*presets)[1].first, std::string("bills (2)"));
        QVERIFY(look(*clinic, path).preview->loadedAs != 0 && next.preview->remembered);
        QVERIFY(
            look(*clinic, write("similar3.csv", kSimilarHeader + bill(4, "2025-03-04"))).preview->remembered);
    }

    void aHeaderThatChangedItsWordIsProposed()
    {
        Result<Workspace> clinic = workspace();
        MEITRACE_OK(clinic);
        const IntakeFile file = look(*clinic,
                                     write("delivered.csv",
                                           "病历号,姓名,划扣日期,项目名称,划扣次数,实质消费额\n"
                                           "A1,王小丽,2025-01-02 10:00,水光,1,1200\n"));
        QCOMPARE(stateOf(file), IntakeState::ToConfirm);
        QCOMPARE(columnsToConfirm(file).front().header, std::string("实质消费额"));
    }

    void theSameContentIsLoadedAlready()
    {
        Result<Workspace> clinic = workspace();
        MEITRACE_OK(clinic);
        const std::string text = kHeader + bill(1, "2025-03-01");
        QVERIFY(load(*clinic, {write("first.csv", text)}));
        const IntakeFile again = look(*clinic, write("again.csv", text));
        QCOMPARE(stateOf(again), IntakeState::Loaded);
        QVERIFY(!isTaken(again) && !holdsUp(again));
        const auto loaded = loadedFiles(*clinic, m_job);
        MEITRACE_OK(loaded);
        QVERIFY(overlapsOf(again, *loaded).empty());
    }

    void theCheckTellsTheDaysOfTheRowsThatAreTaken()
    {
        Result<Workspace> clinic = workspace();
        MEITRACE_OK(clinic);
        const std::string text = kHeader + bill(1, "2025-03-05") + bill(2, "2025-03-01")
            + bill(3, "2025-03-09") + "A4,王小丽,B4,2025-12-24 10:00,水光,abc\n";
        const IntakeFile file = look(*clinic, write("days.csv", text));
        QVERIFY(file.check);
        QCOMPARE(file.check->rows, std::int64_t {4});
        QCOMPARE(file.check->fates[static_cast<std::size_t>(RowFate::Quarantined)], std::int64_t {1});
        QCOMPARE(isoDate(file.check->from), std::string("2025-03-01"));
        QCOMPARE(isoDate(file.check->to), std::string("2025-03-09"));  // not the row that is set aside
        const IntakeFile empty = look(*clinic, write("empty.csv", kHeader));
        QVERIFY(empty.check && empty.check->from == kMissingDay);
        // The day of a clinic may begin later than midnight.
        Result<Workspace> late = workspace({.dayStartMinutes = 11 * 60});
        MEITRACE_OK(late);
        QCOMPARE(isoDate(look(*late, write("late.csv", text)).check->from), std::string("2025-02-28"));
    }

    void theCheckAppliesTheCleaningRules()
    {
        Result<Workspace> clinic = workspace();
        MEITRACE_OK(clinic);
        const char* const rule
            = R"({"name":"small","field":"paid_amount","if":"below","number":100,"do":"leave_out"})";
        {
            Result<Transaction> transaction = Transaction::begin(clinic->database());
            MEITRACE_OK(transaction);
            MEITRACE_OK(Recipes(clinic->database())
                            .replace({{.kind = kindByCode("his_billing")->id, .rule = rule}}, 1));
            MEITRACE_OK(transaction->commit());
        }
        const IntakeFile file = look(
            *clinic,
            write("small.csv", kHeader + bill(1, "2025-03-05") + "A4,王小丽,B4,2025-12-24 10:00,水光,5\n"));
        QVERIFY(file.check);
        QCOMPARE(file.check->fates[static_cast<std::size_t>(RowFate::Skipped)], std::int64_t {1});
        QCOMPARE(isoDate(file.check->to), std::string("2025-03-05"));
    }

    void filesOfOneKindOverlapWhereTheirDaysDo()
    {
        Result<Workspace> clinic = workspace();
        MEITRACE_OK(clinic);
        const std::string visits = "病历号,姓名,到院时间,到院门店\nA1,王小丽,2025-03-02 10:00,一店\n";
        QVERIFY(
            load(*clinic, {write("january.csv", kHeader + bill(1, "2025-01-01") + bill(2, "2025-01-31"))}));
        QVERIFY(load(*clinic, {write("march.csv", kHeader + bill(3, "2025-03-01") + bill(4, "2025-03-31"))}));
        static_cast<void>(load(*clinic, {write("visits.csv", visits)}));
        const auto loaded = loadedFiles(*clinic, m_job);
        MEITRACE_OK(loaded);
        QVERIFY(loaded->size() >= 2);
        QCOMPARE(isoDate((*loaded)[0].from), std::string("2025-01-01"));
        QCOMPARE(isoDate((*loaded)[0].to), std::string("2025-01-31"));
        const IntakeFile apart
            = look(*clinic, write("feb.csv", kHeader + bill(5, "2025-02-01") + bill(6, "2025-02-28")));
        QVERIFY(overlapsOf(apart, *loaded).empty());
        const IntakeFile both
            = look(*clinic, write("both.csv", kHeader + bill(7, "2025-01-31") + bill(8, "2025-03-07")));
        const std::vector<FileOverlap> overlaps = overlapsOf(both, *loaded);
        QCOMPARE(overlaps.size(), std::size_t {2});
        QCOMPARE(overlaps[0].name, std::string("march.csv"));  // the latest first
        QCOMPARE(isoDate(overlaps[0].from), std::string("2025-03-01"));
        QCOMPARE(isoDate(overlaps[0].to), std::string("2025-03-07"));
        QCOMPARE(isoDate(overlaps[1].from), std::string("2025-01-31"));
        QCOMPARE(overlaps[1].from, overlaps[1].to);
    }

    void eventsOfAStreamHaveTheirDaysToo()
    {
        Result<Workspace> clinic = workspace();
        MEITRACE_OK(clinic);
        const std::string events = "user_id,event,time,page\nu1,page_view,2025-03-01 10:00:00,/a\n"
                                   "u2,page_view,2025-03-04 10:00:00,/b\n";
        ImportRequest request;
        request.files = {write("events.csv", events)};
        request.mapping.kind = "web_event";
        const Result<ImportReport> report = importFiles(*clinic, request, m_job);
        MEITRACE_OK(report);
        QVERIFY(!report->failure);
        const auto loaded = loadedFiles(*clinic, m_job);
        MEITRACE_OK(loaded);
        QCOMPARE(loaded->size(), std::size_t {1});
        QCOMPARE(isoDate((*loaded)[0].from), std::string("2025-03-01"));
        QCOMPARE(isoDate((*loaded)[0].to), std::string("2025-03-04"));
        StoppedJob stopped;
        QCOMPARE(loadedFiles(*clinic, stopped).error().code, ErrorCode::Cancelled);
    }
};

MEITRACE_TEST(TestIntake)
#include "tst_intake.moc"
