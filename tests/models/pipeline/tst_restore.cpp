// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/erasure.h"
#include "tests/models/pipeline/pipelineworld.h"
#include "tests/support/digest.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <fstream>
#include <sstream>

using namespace meitrace;
using namespace meitrace::test;

namespace {

constexpr const char* kBills = "his_no,name,phone,order_no,pay_time,item_name,paid_amount\n";
constexpr const char* kBillMapping
    = R"({"kind":"his_billing","columns":{"his_no":"his_no","name":"name","phone":"phone","order_no":"order_no",)"
      R"("pay_time":"pay_time","item_name":"item_name","paid_amount":"paid_amount"}})";
constexpr const char* kFirst = "A100,王小明,13912340001,O1,2026-03-01 10:00:00,光子,1200\n"
                               "A100,王小明,13912340001,O2,2026-03-05 10:00:00,光子,1300\n"
                               "A200,李丽丽,13912340002,O3,2026-03-02 10:00:00,光子,900\n";
constexpr const char* kSecond = "A300,赵一一,13912340003,O4,2026-04-01 10:00:00,光子,700\n"
                                "A400,钱多多,13912340004,O5,2026-04-02 10:00:00,光子,800\n";

std::string bytesOf(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

/// Tables of people and of what they did.
Digest peopleIn(Workspace& workspace)
{
    Digest digest = *digestOf(workspace);
    for (const char* table : {"import_batch", "repair", "quarantine", "setting", "erasure", "erased_key"}) {
        digest.erase(table);
    }
    return digest;
}

}  // namespace

class TestRestore : public QObject {
    Q_OBJECT

private:
    PipelineWorld m_world {"restore"};
    Job m_job {1};

    /// A clinic on the disk that loaded the first file, and a backup made then.
    Result<Workspace> clinicWithBackup(const std::string& name, const std::string& backup)
    {
        Result<Workspace> clinic = Workspace::create(m_world.scratch().path(name), {});
        if (!clinic) {
            return clinic;
        }
        const auto loaded = load(*clinic, name + "1.csv", kFirst);
        if (!loaded) {
            return loaded.error();
        }
        const Status status = clinic->backup(m_world.scratch().path(backup), m_job);
        return status ? std::move(clinic) : Result<Workspace>(status.error());
    }

    Result<Workspace> opened(const std::string& name)
    {
        return Workspace::open(m_world.scratch().path(name), Workspace::Access::Write);
    }

    Result<ImportReport> load(Workspace& workspace, const std::string& name, const std::string& rows)
    {
        static_cast<void>(m_world.scratch().write(name + ".json", kBillMapping));
        return m_world.import(workspace, {m_world.scratch().write(name, kBills + rows)});
    }

    static std::uint32_t customerOf(Workspace& workspace, const std::string& chart)
    {
        const auto number = workspace.database().queryInteger(
            "SELECT customer FROM ident_customer JOIN ident USING (ident_id) WHERE native = 'his_no=his:"
            + chart + "'");
        return number ? static_cast<std::uint32_t>(number->value_or(0)) : 0;
    }

    static std::int64_t erasedRows(const ImportReport& report)
    {
        return report.files[0].fates[static_cast<std::size_t>(RowFate::Erased)];
    }

private slots:
    void whoWasErasedSinceTheBackupIsErasedAgain()
    {
        Result<Workspace> clinic = clinicWithBackup("a.meitrace", "a-backup.meitrace");
        MEITRACE_OK(clinic);
        MEITRACE_OK(load(*clinic, "a2.csv", kSecond));
        MEITRACE_OK(eraseCustomer(*clinic, customerOf(*clinic, "A100"), false, m_job));
        MEITRACE_OK(eraseCustomer(*clinic, customerOf(*clinic, "A300"), false, m_job));
        Result<Workspace> restored = opened("a-backup.meitrace");
        MEITRACE_OK(restored);
        QVERIFY(customerOf(*restored, "A100") > 0);
        const auto again = eraseAgain(*restored, *clinic, m_job);
        MEITRACE_OK(again);
        QCOMPARE(again->people, 1);  // the other one was not in the backup
        QCOMPARE(again->rows, 2);
        MEITRACE_OK(restored->verify(m_job));
        QVERIFY(customerOf(*restored, "A100") == 0 && customerOf(*restored, "A200") > 0);
        const std::string path = restored->path();
        for (const std::string& file : {path, path + "-wal"}) {
            for (const char* mark : {"王小明", "13912340001", "A100"}) {
                QVERIFY2(bytesOf(file).find(mark) == std::string::npos, (file + ": " + mark).c_str());
            }
        }
        // It is as if she had been erased there in the first place.
        Result<Workspace> expected = m_world.newWorkspace();
        MEITRACE_OK(expected);
        MEITRACE_OK(load(*expected, "a.meitrace1.csv", kFirst));
        MEITRACE_OK(eraseCustomer(*expected, customerOf(*expected, "A100"), false, m_job));
        const std::string differs = difference(peopleIn(*expected), peopleIn(*restored));
        QVERIFY2(differs.empty(), differs.c_str());
        // A later file brings neither of the two back, and there is nothing left to do.
        const auto late = load(*restored, "a3.csv", std::string(kSecond) + "A100,,,O9,2026-05-01,光子,1\n");
        MEITRACE_OK(late);
        QCOMPARE(erasedRows(*late), 2);
        const auto twice = eraseAgain(*restored, *clinic, m_job);
        MEITRACE_OK(twice);
        QCOMPARE(twice->people, 0);
        QCOMPARE(twice->rows, 0);
    }

    void anotherClinicErasesNobodyHere()
    {
        Result<Workspace> clinic = clinicWithBackup("b.meitrace", "b-backup.meitrace");
        MEITRACE_OK(clinic);
        Result<Workspace> other = m_world.newWorkspace();
        MEITRACE_OK(other);
        MEITRACE_OK(load(*other, "b2.csv", std::string(kFirst) + kSecond));
        MEITRACE_OK(eraseCustomer(*other, customerOf(*other, "A100"), false, m_job));
        const Digest before = *digestOf(*clinic);
        const auto again = eraseAgain(*clinic, *other, m_job);
        MEITRACE_OK(again);
        QCOMPARE(again->people, 0);
        QVERIFY(difference(before, *digestOf(*clinic)).empty());
        QVERIFY(customerOf(*clinic, "A100") > 0);
    }

    void aBackupWithErasuresOfItsOwnRemembersBoth()
    {
        Result<Workspace> clinic = clinicWithBackup("c.meitrace", "c-backup.meitrace");
        MEITRACE_OK(clinic);
        MEITRACE_OK(eraseCustomer(*clinic, customerOf(*clinic, "A100"), false, m_job));
        Result<Workspace> restored = opened("c-backup.meitrace");
        MEITRACE_OK(restored);
        MEITRACE_OK(eraseCustomer(*restored, customerOf(*restored, "A200"), false, m_job));
        const auto again = eraseAgain(*restored, *clinic, m_job);
        MEITRACE_OK(again);
        QCOMPARE(again->people, 1);
        MEITRACE_OK(restored->verify(m_job));
        const auto late = load(*restored, "c3.csv",
                               "A100,,,O7,2026-05-01 10:00:00,光子,1\nA200,,,O8,2026-05-01 10:00:00,光子,1\n"
                               "A500,,,O9,2026-05-01 10:00:00,光子,1\n");
        MEITRACE_OK(late);
        QCOMPARE(erasedRows(*late), 2);
    }
};

MEITRACE_TEST(TestRestore)

#include "tst_restore.moc"
