// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Files of further kinds as systems write them: every row has the fate it should have, and its events.
#include "models/domain/eventtype.h"
#include "models/store/batches.h"
#include "models/store/dictionaries.h"
#include "models/store/eventcursor.h"
#include "models/store/snapshotreader.h"
#include "tests/models/pipeline/kindfiles.h"
#include "tests/models/pipeline/pipelineworld.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace meitrace;
using namespace meitrace::test;

namespace {

std::string fatesOf(const ImportBatch& batch)
{
    std::string all;
    for (std::int64_t row = 0; row < batch.fates.rows(); ++row) {
        all += (all.empty() ? "" : " ") + std::string(fateCode(batch.fates.at(row)));
    }
    return all;
}

/// "2026-06-01T20:11 bill 24800 detail" of every projected event, in the order of time
std::vector<std::string> eventsOf(Workspace& workspace)
{
    Dictionaries dictionaries(workspace.database());
    EventStore store(workspace.database());
    std::vector<std::string> lines;
    if (!dictionaries.load()) {
        return {"no dictionaries"};
    }
    std::vector<int> fields(kStoredFields);
    std::iota(fields.begin(), fields.end(), 0);
    const Result<std::vector<EventPart>> parts = store.parts();
    for (const EventPart& part : *parts) {
        EventCursor cursor(store, part, fields);
        for (Result<bool> ready = cursor.ready(); ready && *ready; ready = cursor.ready()) {
            const auto text = [&](EventField field) {
                return std::string(dictionaries.all()[static_cast<std::size_t>(field)].text(
                    static_cast<std::uint32_t>(cursor.value(static_cast<int>(field)))));
            };
            const std::int64_t type = cursor.value(static_cast<int>(EventField::Type));
            std::string line
                = workspace.zone().isoTime(cursor.value(static_cast<int>(EventField::Time))).substr(0, 16)
                + " " + std::string(standardEventTypes()[static_cast<std::size_t>(type - 1)].name);
            if (const std::int64_t amount = cursor.value(static_cast<int>(EventField::Amount)); amount != 0) {
                line += " " + std::to_string(amount);
            }
            for (const EventField field : {EventField::Channel, EventField::Detail}) {
                line += text(field).empty() ? "" : " " + text(field);
            }
            lines.push_back(line);
            cursor.advance();
        }
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

std::string joined(const std::vector<std::string>& lines)
{
    std::string all;
    for (const std::string& line : lines) {
        all += line + "\n";
    }
    return all;
}

}  // namespace

class TestKinds : public QObject {
    Q_OBJECT

private:
    PipelineWorld m_world {"kinds"};

    Result<ImportReport> load(Workspace& workspace, const KindFile& file)
    {
        ImportRequest request;
        request.files = {m_world.scratch().write(file.name, file.text)};
        Job job(1);
        return importFiles(workspace, request, job);
    }

    static std::int64_t number(Workspace& workspace, const std::string& sql)
    {
        const auto found = workspace.database().queryInteger(sql);
        return found ? found->value_or(-1) : -2;
    }

private slots:
    void everyRowHasItsFateAndItsEvents_data()
    {
        QTest::addColumn<int>("place");
        int place = 0;
        for (const KindFile& file : kindFiles()) {
            QTest::newRow(file.name) << place++;
        }
    }

    /// Recognised without a mapping; dirt and all.
    void everyRowHasItsFateAndItsEvents()
    {
        QFETCH(int, place);
        const KindFile file = kindFiles()[static_cast<std::size_t>(place)];
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        const auto report = load(*workspace, file);
        MEITRACE_OK(report);
        QVERIFY2(!report->failure, report->failure ? report->failure->value.c_str() : "");
        QCOMPARE(report->files[0].kind, std::string(file.kind));
        const auto batches = Batches(workspace->database()).all();
        MEITRACE_OK(batches);
        const std::string fates = fatesOf((*batches)[0]);
        QVERIFY2(fates == file.fates, fates.c_str());
        const std::string events = joined(eventsOf(*workspace));
        QVERIFY2(events == file.events, events.c_str());
        Job job(1);
        MEITRACE_OK(workspace->verify(job));
        // What people wrote stands with the documents and nowhere else.
        for (const char* table : {"dictionary", "ident_attribute"}) {
            QCOMPARE(number(*workspace,
                            "SELECT count(*) FROM " + std::string(table) + " WHERE text LIKE '%MARK%'"),
                     std::int64_t {0});
        }
        QCOMPARE(number(*workspace, "SELECT count(*) FROM quarantine WHERE value LIKE '%MARK%'"),
                 std::int64_t {0});
        QCOMPARE(number(*workspace,
                        "SELECT count(*) FROM audit_log WHERE detail LIKE '%MARK%' OR object LIKE "
                        "'%MARK%'"),
                 std::int64_t {0});
        QCOMPARE(number(*workspace,
                        "SELECT count(*) FROM ident_key WHERE value LIKE '%MARK%' OR value = "
                        "'13900001111'"),
                 std::int64_t {0});
    }

    void everyNewKindHasAFileHere()
    {
        for (const KindSpec& kind : kinds()) {
            const auto files = kindFiles();
            const bool there = std::any_of(files.begin(), files.end(),
                                           [&](const KindFile& file) { return file.kind == kind.code; });
            QVERIFY2(there || kind.id <= 10, std::string(kind.code).c_str());
        }
    }

    /// A fact moves the as-of day, a plan does not; where a till is loaded, a shop order moves no money.
    void plansAndShopOrdersKnowTheirPlace()
    {
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        const auto files = kindFiles();
        const auto fileOf = [&](const char* kind) {
            return *std::find_if(files.begin(), files.end(),
                                 [&](const KindFile& file) { return std::string(file.kind) == kind; });
        };
        MEITRACE_OK(load(*workspace, fileOf("target")));
        QCOMPARE(number(*workspace, "SELECT number FROM setting WHERE name = 'last_fact_ms'"),
                 std::int64_t {-1});
        MEITRACE_OK(load(*workspace, fileOf("his_followup")));
        // 2026-03-01 10:20 in Shanghai, though follow-ups are due until 2027
        QCOMPARE(number(*workspace, "SELECT number FROM setting WHERE name = 'last_fact_ms'"),
                 std::int64_t {1'772'331'600'000});
        MEITRACE_OK(load(*workspace, fileOf("youzan_order")));
        const std::string alone = joined(eventsOf(*workspace));
        QVERIFY(alone.find("bill 24800") != std::string::npos
                && alone.find("voucher_buy") == std::string::npos);
        const KindFile bills {"bills.csv", "his_billing",
                              "订单号,行号,病历编号,顾客姓名,付款时间,开单项目,实收金额\n"
                              "S1,1,H9,赵敏,2026-05-01 10:00:00,光子嫩肤,300\n",
                              "ok", ""};
        const auto report = load(*workspace, bills);
        MEITRACE_OK(report);
        QVERIFY(!report->failure);
        const std::string both = joined(eventsOf(*workspace));
        QVERIFY(both.find("bill 24800") == std::string::npos);
        QVERIFY(both.find("2026-06-01T20:11 voucher_buy 24800") != std::string::npos);
        QVERIFY(both.find("2026-05-01T10:00 bill 30000") != std::string::npos);
    }

    /// Margins meet what was delivered by code or by name; of two lists the one of the later day counts.
    void marginsGoByCodeOrByName()
    {
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        const KindFile treats {"treats.csv", "his_consumption",
                               "划扣单号,病历编号,顾客姓名,划扣时间,项目编码,项目名称,划扣金额\n"
                               "T1,H1,王芳,2026-05-01 10:00:00,GZ01,光子嫩肤,1200\n"
                               "T2,H2,李雷,2026-05-02 10:00:00,,瘦脸针,2900\n"
                               "T3,H2,李雷,2026-05-03 10:00:00,Q9,热玛吉,9900\n",
                               "ok ok ok", ""};
        MEITRACE_OK(load(*workspace, treats));
        Job job(1);
        MEITRACE_OK(readSnapshot(*workspace, job));
        QCOMPARE((*readSnapshot(*workspace, job))->frame().itemMargin.size(), Index {0});
        const auto list = [&](const char* name, const char* rows) {
            return load(*workspace, {name, "item_list", rows, "", ""});
        };
        MEITRACE_OK(list("list_20260601.csv", "项目编码,项目名称,毛利率\nGZ01,光子嫩肤,62%\n,瘦脸针,45%\n"));
        MEITRACE_OK(list("list_20260301.csv", "项目编码,项目名称,毛利率\nGZ01,光子嫩肤,10%\n"));
        const Result<SnapshotPtr> snapshot = readSnapshot(*workspace, job);
        MEITRACE_OK(snapshot);
        const SnapshotFrame& frame = (*snapshot)->frame();
        const auto margin = [&](const char* item) {
            const std::uint32_t code = (*snapshot)->dictionary(EventField::Item).find(item);
            return code == 0 ? -1 : frame.itemMargin[code];
        };
        QCOMPARE(margin("GZ01"), 620'000);
        QCOMPARE(margin("瘦脸针"), 450'000);
        QCOMPARE(margin("Q9"), SnapshotFrame::kNoMargin);
    }

    /// The same voucher from two systems' exports, once with its zero and once without.
    void aVoucherIsOneWhateverTheFile()
    {
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        const std::string header = "验券时间,券码,项目名称,结算价(元),验券门店,券状态\n";
        const auto file = [&](const char* name, const std::string& rows) {
            static std::vector<std::string> texts;
            texts.reserve(8);
            texts.push_back(header + rows);
            return KindFile {name, "local_life_order", texts.back().c_str(), "", ""};
        };
        MEITRACE_OK(
            load(*workspace, file("a.csv", "2026/06/20 13:03:06,012345678901,清洁,166.32,徐汇店,已使用\n")));
        const auto second = load(*workspace,
                                 file("b.csv",
                                      "2026/06/20 13:03:06,12345678901,清洁,166.32,徐汇店,已使用\n"
                                      "2026/06/21 13:03:06,22345678901,清洁,166.32,徐汇店,已使用\n"));
        MEITRACE_OK(second);
        QCOMPARE(second->files[0].fates[static_cast<std::size_t>(RowFate::Duplicate)], std::int64_t {1});
        const auto third
            = load(*workspace, file("c.csv", "2026/06/20 13:03:06,12345678901,清洁,166.32,徐汇店,已退款\n"));
        MEITRACE_OK(third);
        QCOMPARE(number(*workspace, "SELECT count(*) FROM voucher WHERE current = 1"), std::int64_t {2});
        QCOMPARE(number(*workspace,
                        "SELECT verify_status FROM voucher WHERE current = 1 AND coupon_code = "
                        "'12345678901'"),
                 std::int64_t {4});
    }
};

MEITRACE_TEST(TestKinds)

#include "tst_kinds.moc"
