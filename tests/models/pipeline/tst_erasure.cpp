// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/erasure.h"
#include "tests/models/pipeline/pipelineworld.h"
#include "tests/support/digest.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <fstream>
#include <sstream>

using namespace meitrace;
using namespace meitrace::test;

namespace {

/// The file without the rows that were erased.
SampleFile withoutErased(const SampleFile& file, const FateLog& fates)
{
    SampleFile rest;
    rest.header = file.header;
    for (std::size_t row = 0; row < file.rows.size(); ++row) {
        if (fates.at(static_cast<std::int64_t>(row)) != RowFate::Erased) {
            rest.rows.push_back(file.rows[row]);
        }
    }
    return rest;
}

/// What is left agrees in all that does not name a row: rows stand elsewhere in a shorter file.
std::string leftOver(Workspace& erased, Workspace& never)
{
    Digest left = *digestOf(erased);
    Digest expected = *digestOf(never);
    for (const char* table :
         {"ident", "ident_key", "ident_attribute", "customer", "blocked_key", "identity_review"}) {
        const std::string differs
            = difference({{table, withoutFile(left[table])}}, {{table, withoutFile(expected[table])}});
        if (!differs.empty()) {
            return differs;
        }
    }
    for (const auto& [table, lines] : expected) {
        // What was repaired is a count of work done; it stays.
        if (table != "setting" && table != "repair" && left[table].size() != lines.size()) {
            return table + ": " + std::to_string(left[table].size()) + " and " + std::to_string(lines.size());
        }
    }
    return {};
}

/// Tables that say nothing of who was erased and when, without what the rows are called.
Digest comparable(Digest digest)
{
    for (const char* table : {"import_batch", "repair", "quarantine", "setting"}) {
        digest.erase(table);
    }
    return digest;
}

std::string bytesOf(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

std::int64_t sumOf(const std::array<std::int64_t, 8>& counts)
{
    std::int64_t sum = 0;
    for (const std::int64_t count : counts) {
        sum += count;
    }
    return sum;
}

constexpr const char* kBills = "his_no,name,phone,order_no,pay_time,item_name,paid_amount\n";
constexpr const char* kBillMapping
    = R"({"kind":"his_billing","columns":{"his_no":"his_no","name":"name","phone":"phone","order_no":"order_no",)"
      R"("pay_time":"pay_time","item_name":"item_name","paid_amount":"paid_amount"}})";

}  // namespace

class TestErasure : public QObject {
    Q_OBJECT

private:
    PipelineWorld m_world {"erasure"};

    /// A workspace on the disk, for tests that look at its bytes.
    Result<Workspace> onDisk(const std::string& name)
    {
        return Workspace::create(m_world.scratch().path(name), {});
    }

    std::string bills(const std::string& name, const std::string& rows)
    {
        static_cast<void>(m_world.scratch().write(name + ".json", kBillMapping));
        return m_world.scratch().write(name, kBills + rows);
    }

    static std::uint32_t customerOf(Workspace& workspace, const std::string& native)
    {
        const auto number = workspace.database().queryInteger(
            "SELECT customer FROM ident_customer JOIN ident USING (ident_id) WHERE native = '" + native
            + "'");
        return number ? static_cast<std::uint32_t>(number->value_or(0)) : 0;
    }

    static std::string originalOf(Workspace& workspace, std::int64_t batch)
    {
        const auto bytes = Batches(workspace.database()).original(batch);
        return bytes ? *bytes : std::string("?");
    }

private slots:
    void whatIsLeftIsWhatAFileWithoutHerWouldHaveGiven_data()
    {
        QTest::addColumn<int>("kind");
        for (const KindSpec& kind : kinds()) {
            if (kind.needsPerson) {
                QTest::newRow(std::string(kind.code).c_str()) << int {kind.id};
            }
        }
    }

    void whatIsLeftIsWhatAFileWithoutHerWouldHaveGiven()
    {
        QFETCH(int, kind);
        const KindSpec& spec = *kindById(static_cast<std::uint8_t>(kind));
        const std::vector<SampleFile> files {
            sampleFile(spec, {.seed = 11, .rows = 60, .dirtPerMille = 5, .people = 5}),
            sampleFile(spec, {.seed = 12, .rows = 20, .dirtPerMille = 5, .people = 5})};
        Job job(1);
        Result<Workspace> whole = m_world.newWorkspace();
        MEITRACE_OK(whole);
        const std::string name = "whole" + std::string(spec.code);
        for (std::size_t i = 0; i < files.size(); ++i) {
            MEITRACE_OK(
                m_world.import(*whole, {m_world.write(name + std::to_string(i) + ".csv", spec, files[i])}));
        }
        const auto before = Batches(whole->database()).all();
        MEITRACE_OK(before);
        const auto customer
            = whole->database().queryInteger("SELECT customer FROM ident_customer ORDER BY ident_id LIMIT 1");
        QVERIFY(customer && customer->value_or(0) > 0);
        const auto number = static_cast<std::uint32_t>(customer->value());
        const auto trial = eraseCustomer(*whole, number, true, job);
        MEITRACE_OK(trial);
        MEITRACE_OK(whole->verify(job));
        const auto report = eraseCustomer(*whole, number, false, job);
        MEITRACE_OK(report);
        QVERIFY(report->rowCount() > 0);
        QCOMPARE(trial->rowCount(), report->rowCount());
        QCOMPARE(trial->events, report->events);
        QVERIFY(trial->number == 0 && report->number == 1);
        MEITRACE_OK(whole->verify(job));
        // Every row still has one fate, and the erased ones are those of the report.
        std::int64_t erased = 0;
        const auto after = Batches(whole->database()).all();
        MEITRACE_OK(after);
        for (std::size_t i = 0; i < after->size(); ++i) {
            const auto counts = (*after)[i].fates.counts();
            QCOMPARE(sumOf(counts), (*before)[i].rowsRead);
            erased += counts[static_cast<std::size_t>(RowFate::Erased)];
        }
        QCOMPARE(erased, report->rowCount());
        Result<Workspace> never = m_world.newWorkspace();
        MEITRACE_OK(never);
        for (std::size_t i = 0; i < files.size(); ++i) {
            const SampleFile rest = withoutErased(files[i], (*after)[i].fates);
            MEITRACE_OK(m_world.import(
                *never, {m_world.write(name + "rest" + std::to_string(i) + ".csv", spec, rest)}));
        }
        const std::string differs = leftOver(*whole, *never);
        QVERIFY2(differs.empty(), differs.c_str());
        QVERIFY(eraseCustomer(*whole, number, false, job).error().code == ErrorCode::NotFound);
    }

    void herRowsGoAndNobodyElses()
    {
        const std::string hers = "A100,王小明,13912340001,O1,2026-03-01 10:00:00,光子,1200\n"
                                 "A100,王小明,13912340001,O2,2026-03-05 10:00:00,水光,800\n";
        const std::string others = "A200,李丽丽,13912340002,O3,2026-03-02 10:00:00,光子,900\n"
                                   "A300,王小明,13912340003,O4,2026-03-03 10:00:00,光子,700\n";
        Job job(1);
        Result<Workspace> with = m_world.newWorkspace();
        Result<Workspace> never = m_world.newWorkspace();
        MEITRACE_OK(with);
        MEITRACE_OK(never);
        const auto loaded = m_world.import(*with, {bills("all.csv", hers + others)});
        MEITRACE_OK(loaded);
        MEITRACE_OK(m_world.import(*never, {bills("others.csv", others)}));
        const auto report = eraseCustomer(*with, customerOf(*with, "his_no=his:A100"), false, job);
        MEITRACE_OK(report);
        QCOMPARE(report->rowCount(), 2);
        QCOMPARE(report->documents.at("bill_line"), 2);
        MEITRACE_OK(with->verify(job));
        const std::string differs = leftOver(*with, *never);
        QVERIFY2(differs.empty(), differs.c_str());
        const std::string original = originalOf(*with, 1);
        QVERIFY(original.find("13912340001") == std::string::npos);
        QVERIFY(original.find("13912340003") != std::string::npos);
    }

    void rowsSetAsideAndNumbersInOtherRowsGoToo()
    {
        const std::string path
            = bills("bad.csv",
                    "A100,王小明,13912340001,O1,2026-03-01 10:00:00,光子,1200\n"
                    "A100,王小明,13912340001,O2,never,光子,800\n"
                    ",王小明,1.39E+10,O3,never,光子,800\n"
                    "A200,李丽丽,13912340002,O4,never,光子,900\n"
                    "A200,李丽丽,13912340002,O5,2026-03-02 10:00:00,介绍人 13912340001,900\n"
                    "A200,李丽丽,13912340002,O139123400019,2026-03-02 10:00:00,光子,900\n");
        Job job(1);
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        MEITRACE_OK(m_world.import(*workspace, {path}));
        const auto report = eraseCustomer(*workspace, customerOf(*workspace, "his_no=his:A100"), false, job);
        MEITRACE_OK(report);
        QCOMPARE(report->rowCount(), 3);
        QCOMPARE(report->quarantined, 2);
        QCOMPARE(report->mentions, 1);
        MEITRACE_OK(workspace->verify(job));
        const auto open = Batches(workspace->database()).quarantine(0, true);
        MEITRACE_OK(open);
        QVERIFY(!open->empty());
        for (const QuarantineEntry& entry : *open) {
            QCOMPARE(entry.row, 3);
        }
        const std::string original = originalOf(*workspace, 1);
        QVERIFY(original.find("王小明") == std::string::npos);
        QVERIFY(original.find(" 13912340001") == std::string::npos);
        QVERIFY(original.find("O139123400019") != std::string::npos);
    }

    void aDaughterOnTheSamePhoneKeepsHerRows()
    {
        const std::string path = bills("shared.csv",
                                       ",王美兰,13912340001,O1,2026-03-01 10:00:00,光子,1200\n"
                                       ",陈小雨,13912340001,O2,2026-03-02 10:00:00,水光,800\n"
                                       ",陈小雨,13912340001,O3,never,水光,800\n");
        Job job(1);
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        MEITRACE_OK(m_world.import(*workspace, {path}));
        const auto report
            = eraseCustomer(*workspace, customerOf(*workspace, "phone=13912340001|王美兰"), false, job);
        MEITRACE_OK(report);
        QCOMPARE(report->rowCount(), 1);
        MEITRACE_OK(workspace->verify(job));
        QVERIFY(customerOf(*workspace, "phone=13912340001|陈小雨") > 0);
        // Neither does the mother come back, nor is the daughter kept out.
        const auto again = m_world.import(*workspace,
                                          {bills("shared2.csv",
                                                 ",王美兰,13912340001,O1,2026-03-01 10:00:00,光子,1200\n"
                                                 ",陈小雨,13912340001,O9,2026-04-02 10:00:00,水光,800\n")});
        MEITRACE_OK(again);
        QCOMPARE(again->files[0].fates[static_cast<std::size_t>(RowFate::Erased)], 1);
        QCOMPARE(again->files[0].fates[static_cast<std::size_t>(RowFate::Ok)], 1);
        MEITRACE_OK(workspace->verify(job));
        QVERIFY(customerOf(*workspace, "phone=13912340001|王美兰") == 0);
    }

    void aLaterFileDoesNotBringHerBack()
    {
        const std::string hers = "A100,王小明,13912340001,O1,2026-03-01 10:00:00,光子,1200\n";
        const std::string others = "A200,李丽丽,13912340002,O3,2026-03-02 10:00:00,光子,900\n";
        Job job(1);
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        MEITRACE_OK(m_world.import(*workspace, {bills("first.csv", hers + others)}));
        MEITRACE_OK(eraseCustomer(*workspace, customerOf(*workspace, "his_no=his:A100"), false, job));
        const Digest before = *digestOf(*workspace);
        // By chart, by phone under her name, by phone without a name, set aside: she is known by all of them.
        const std::string late = "A100,,,O7,2026-05-01 10:00:00,光子,100\n"
                                 ",王小明,13912340001,O8,2026-05-01 10:00:00,光子,100\n"
                                 ",,13912340001,O9,2026-05-01 10:00:00,光子,100\n"
                                 ",王小明,13912340001,O10,never,光子,100\n"
                                 // The number is somebody else's now.
                                 ",赵一一,13912340001,O11,2026-05-01 10:00:00,光子,100\n";
        const auto again = m_world.import(*workspace, {bills("late.csv", late)});
        MEITRACE_OK(again);
        const auto& fates = again->files[0].fates;
        QCOMPARE(fates[static_cast<std::size_t>(RowFate::Erased)], 4);
        QCOMPARE(fates[static_cast<std::size_t>(RowFate::Ok)], 1);
        QCOMPARE(again->files[0].rowsRead, 5);
        MEITRACE_OK(workspace->verify(job));
        QVERIFY(customerOf(*workspace, "phone=13912340001|赵一一") > 0);
        QVERIFY(originalOf(*workspace, again->files[0].batch).find("王小明") == std::string::npos);
        // Taking that file out again leaves what was there before it.
        MEITRACE_OK(undoImport(*workspace, again->files[0].batch, job));
        const std::string differs = difference(comparable(before), comparable(*digestOf(*workspace)));
        QVERIFY2(differs.empty(), differs.c_str());
    }

    void datesOfOthersAreReadAsBefore()
    {
        // Only her row shows that the day comes first; the duplicate of another file is read again by it.
        const std::string first = "A200,李丽丽,13912340002,O3,05/06/2026 10:00,光子,900\n";
        const std::string path
            = bills("days.csv", "A100,王小明,13912340001,O1,13/06/2026 10:00,光子,1200\n" + first);
        Job job(1);
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        const auto loaded = m_world.import(
            *workspace,
            {bills("earlier.csv", "A300,周周周,13912340009,O0,14/06/2026 10:00,光子,1\n" + first)});
        MEITRACE_OK(loaded);
        MEITRACE_OK(m_world.import(*workspace, {path}));
        const auto time = [&] {
            return workspace->database()
                .queryInteger("SELECT pay_time FROM bill_line WHERE order_no = 'O3' AND current = 1")
                ->value_or(0);
        };
        const std::int64_t before = time();
        MEITRACE_OK(eraseCustomer(*workspace, customerOf(*workspace, "his_no=his:A100"), false, job));
        MEITRACE_OK(undoImport(*workspace, loaded->files[0].batch, job));
        MEITRACE_OK(workspace->verify(job));
        QCOMPARE(time(), before);
        QVERIFY(originalOf(*workspace, 2).find("王小明") == std::string::npos);
    }

    void nothingOfHerIsLeftInTheBytesOfTheFile()
    {
        Result<Workspace> workspace = onDisk("bytes.meitrace");
        MEITRACE_OK(workspace);
        std::string rows;
        for (int i = 0; i < 3000; ++i) {
            const bool hers = i % 30 == 0;
            rows += hers ? "A100999100,欧阳诗涵,13955554444"
                         : "B" + std::to_string(i % 400) + ",," + std::to_string(13'800'100'000 + i % 400);
            rows += ",O" + std::to_string(i) + (i % 90 == 0 ? ",never" : ",2026-03-01 10:00:00")
                + (hers ? ",秘密项目ZX81,100\n" : ",光子,100\n");
        }
        MEITRACE_OK(m_world.import(*workspace, {bills("bytes.csv", rows)}));
        const std::string path = workspace->path();
        QVERIFY((bytesOf(path) + bytesOf(path + "-wal")).find("13955554444") != std::string::npos);
        Job job(1);
        const auto report
            = eraseCustomer(*workspace, customerOf(*workspace, "his_no=his:A100999100"), false, job);
        MEITRACE_OK(report);
        QCOMPARE(report->rowCount(), 100);
        QVERIFY(report->logCleared);
        QCOMPARE(report->remains, 0);
        MEITRACE_OK(workspace->verify(job));
        for (const std::string& file : {path, path + "-wal", path + "-shm"}) {
            const std::string bytes = bytesOf(file);
            for (const char* mark : {"13955554444", "欧阳诗涵", "A100999100", "秘密项目ZX81"}) {
                QVERIFY2(bytes.find(mark) == std::string::npos, (file + ": " + mark).c_str());
            }
        }
        // The same once more through an import that leaves her out.
        const auto again
            = m_world.import(*workspace, {bills("bytes2.csv", rows + "C1,,,O9999,2026-03-01,光子,1\n")});
        MEITRACE_OK(again);
        QCOMPARE(again->files[0].fates[static_cast<std::size_t>(RowFate::Erased)], 100);
        for (const std::string& file : {path, path + "-wal"}) {
            QVERIFY(bytesOf(file).find("13955554444") == std::string::npos);
        }
    }

    void theLogNamesNobody()
    {
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        Job job(1);
        MEITRACE_OK(m_world.import(
            *workspace, {bills("log.csv", "A100,王小明,13912340001,O1,2026-03-01 10:00:00,光子,1200\n")}));
        const auto report = eraseCustomer(*workspace, customerOf(*workspace, "his_no=his:A100"), false, job);
        MEITRACE_OK(report);
        const auto line = workspace->database().queryText(
            "SELECT object || ': ' || detail FROM audit_log WHERE action = 'erase'");
        MEITRACE_OK(line);
        QCOMPARE(*line, "erasure 1: rows 1, handles 1, events " + std::to_string(report->events));
        const auto hashes = workspace->database().queryInteger(
            "SELECT count(*) FROM erased_key WHERE length(key_hash) = 32 AND key_hash NOT LIKE '%139%1234%'");
        QVERIFY(hashes && hashes->value_or(0) >= 3);
    }
};

MEITRACE_TEST(TestErasure)

#include "tst_erasure.moc"
