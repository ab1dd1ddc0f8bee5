// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/importjob.h"
#include "tests/support/digest.h"
#include "tests/support/plainfile.h"
#include "tests/support/powervfs.h"
#include "tests/support/samplefiles.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <optional>

using namespace meitrace;
using namespace meitrace::test;

namespace {

constexpr const char* kClinic = "clinic.meitrace";

}  // namespace

/// A disk that is full or broken at the n-th call, for every n of an import.
class TestIoFault : public QObject {
    Q_OBJECT

private:
    Scratch m_scratch;
    PowerDisk m_disk {"faulty"};
    PowerDisk::Image m_start;
    ImportRequest m_request;
    Digest m_before;
    Digest m_after;

    Result<Workspace> open() { return Workspace::open(kClinic, Workspace::Access::Write, m_disk.name()); }

    Status import(Workspace& workspace)
    {
        Job job(1);
        const auto report = importFiles(workspace, m_request, job);
        if (!report) {
            return report.error();
        }
        return report->failure ? Status(*report->failure) : Status(Done {});
    }

    /// Empty when the workspace is sound and the file is in it exactly if it should be.
    std::string look(Workspace& workspace, std::optional<bool> loaded)
    {
        Job job(1);
        if (Status status = workspace.verify(job); !status) {
            return "verify: " + describe(status.error());
        }
        const Result<Digest> digest = digestOf(workspace);
        if (!digest) {
            return "digest: " + describe(digest.error());
        }
        const bool isBefore = *digest == m_before;
        const bool isAfter = *digest == m_after;
        if (isBefore == isAfter || (loaded && *loaded != isAfter)) {
            return "neither before nor after: " + difference(m_before, *digest);
        }
        return {};
    }

    /// Empty when everything went as it should.
    std::string failAt(std::int64_t call, PowerDisk::Fault fault, bool always)
    {
        m_disk.restore(m_start);
        m_disk.failAt(call, fault, always);
        bool loaded = false;
        {
            Result<Workspace> workspace = open();
            if (!workspace) {
                return isClean(workspace.error());
            }
            const Status status = import(*workspace);
            loaded = status ? true : false;
            if (!loaded) {
                if (const std::string wrong = isClean(status.error()); !wrong.empty()) {
                    return wrong;
                }
            }
            m_disk.startCounting();
            if (!always) {
                // The same program goes on once there is space again.
                if (std::string wrong = look(*workspace, loaded); !wrong.empty()) {
                    return "at once: " + wrong;
                }
                if (Status again = import(*workspace); !again) {
                    return "again: " + describe(again.error());
                }
                loaded = true;
            }
        }
        m_disk.startCounting();
        Result<Workspace> workspace = open();
        if (!workspace) {
            return "opening: " + describe(workspace.error());
        }
        if (std::string wrong = look(*workspace, loaded); !wrong.empty()) {
            return wrong;
        }
        const Status again = import(*workspace);
        return again ? look(*workspace, true) : "retry: " + describe(again.error());
    }

    static std::string isClean(const Error& error)
    {
        const bool clean = error.code == ErrorCode::DiskFull || error.code == ErrorCode::DiskError
            || error.code == ErrorCode::StoreReadOnly;
        return clean ? std::string() : "unclear: " + describe(error);
    }

private slots:
    void initTestCase()
    {
        const KindSpec& bills = *kindByCode("his_billing");
        const KindSpec& web = *kindByCode("web_event");
        const SampleFile first = sampleFile(web, {.seed = 1, .rows = 20, .people = 4});
        const SampleFile second = sampleFile(bills, {.seed = 2, .rows = 20, .dirtPerMille = 10, .people = 4});
        ImportRequest earlier;
        earlier.files = {m_scratch.write("first.csv", first.csv())};
        earlier.mapping.mappingFile = m_scratch.write("web.json", mappingText(web, first.header));
        m_request.files = {m_scratch.write("second.csv", second.csv())};
        m_request.mapping.mappingFile = m_scratch.write("bills.json", mappingText(bills, second.header));
        Result<Workspace> workspace = Workspace::create(kClinic, {}, m_disk.name());
        MEITRACE_OK(workspace);
        Job job(1);
        MEITRACE_OK(importFiles(*workspace, earlier, job));
        m_before = *digestOf(*workspace);
        MEITRACE_OK(workspace->checkpoint());
        m_start = m_disk.image();
        MEITRACE_OK(import(*workspace));
        m_after = *digestOf(*workspace);
        QVERIFY(m_before != m_after);
    }

    void everyCallMayFail_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<bool>("always");
        QTest::newRow("full once") << static_cast<int>(PowerDisk::Fault::Full) << false;
        QTest::newRow("full from then on") << static_cast<int>(PowerDisk::Fault::Full) << true;
        QTest::newRow("broken once") << static_cast<int>(PowerDisk::Fault::Broken) << false;
        QTest::newRow("broken from then on") << static_cast<int>(PowerDisk::Fault::Broken) << true;
    }

    void everyCallMayFail()
    {
        QFETCH(int, fault);
        QFETCH(bool, always);
        m_disk.restore(m_start);
        {
            Result<Workspace> workspace = open();
            MEITRACE_OK(workspace);
            MEITRACE_OK(import(*workspace));
        }
        const std::int64_t calls = m_disk.calls();
        QVERIFY(calls > 50);
        for (std::int64_t call = 1; call <= calls; ++call) {
            const std::string wrong = failAt(call, static_cast<PowerDisk::Fault>(fault), always);
            QVERIFY2(wrong.empty(), ("call " + std::to_string(call) + ": " + wrong).c_str());
        }
    }
};

MEITRACE_TEST(TestIoFault)

#include "tst_iofault.moc"
