// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Who counts as a customer, and by which of several names.
#include "analytics/workbench/clinic.h"
#include "analytics/workbench/directory.h"
#include "analytics/workbench/importing.h"
#include "models/pipeline/importjob.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace meitrace;
using namespace meitrace::test;

class TestWhoIsKnown : public QObject {
    Q_OBJECT

private slots:
    void aTailOrAMaskedNumberIsNobodyUntilSheAsksForSomething()
    {
        const Scratch scratch;
        const std::string path = scratch.path("w.meitrace");
        QVERIFY(Workspace::create(path, {}));
        Job job(1);
        const auto load = [&](const char* name, const char* kind, const std::string& csv) {
            Result<Clinic> clinic = Clinic::forWriting(path, job);
            ImportRequest request;
            request.files = {scratch.write(name, csv)};
            request.mapping.kind = kind;
            const Result<ImportReport> report = importFiles(clinic->workspace(), request, job);
            return report && !report->failure;
        };
        QVERIFY(load("客户档案.csv", "his_customer",
                     "病历编号,姓名,手机号,建档时间\nH1,王小丽,13812348000,2025-01-01 10:00:00\n"));
        QVERIFY(load("抖音来客.csv", "local_life_order",
                     "订单编号,券码,商品名称,核销时间,订单状态,用户实付,手机尾号\n"
                     "80001,100200300400500,光子,2025-03-01 10:00:00,已核销,99.00,4321\n"));
        QVERIFY(load("美团验券.csv", "local_life_order",
                     "验券时间,券码,项目名称,售价(元),用户手机号,券状态\n"
                     "2025/03/01 13:03:06,012345678901,光子,198,139****5678,已使用\n"));
        QVERIFY(load("网电登记.csv", "his_consult",
                     "线索编号,登记时间,客户昵称,手机号,来源渠道\n"
                     "X1,2025-03-02 10:00:00,,137****1111,美团点评\n"));
        QVERIFY(load("企微客户.csv", "wecom_contact",
                     "客户名称,添加人,添加时间,手机,外部联系人ID\n"
                     "王女士 光子 8000,小刘,2026-03-01 21:10:00,13812348000,wm001\n"));
        Result<Clinic> clinic = Clinic::forReading(path, job);
        MEITRACE_OK(clinic);
        const Result<SnapshotPtr> snapshot = clinic->snapshot(job);
        MEITRACE_OK(snapshot);
        // The chart with its contact and the lead; the two vouchers are somebody, but nobody knows who.
        QCOMPARE((*snapshot)->known().count(), Index {2});
        QCOMPARE((*snapshot)->customers(), Index {4});
        const auto people = Directory::read(clinic->workspace(), **snapshot, job);
        MEITRACE_OK(people);
        const Bitset found = (*people)->find(**snapshot, "8000");
        QCOMPARE(found.count(), Index {1});
        // A newer remark is no better name.
        found.forEach(
            [&](Index customer) { QCOMPARE(std::string((*people)->name(customer)), std::string("王小丽")); });
    }
};

MEITRACE_TEST(TestWhoIsKnown)
#include "tst_whoisknown.moc"
