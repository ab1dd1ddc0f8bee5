// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of the demo clinic's months against the truth its files were made from.
#include "analytics/workbench/audiences.h"
#include "analytics/workbench/demo.h"
#include "analytics/workbench/kpis.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

#include <cmath>
#include <map>

using namespace meitrace;

class TestKpis final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        Job job;
        const std::string folder = m_scratch.path("files");
        const DemoRequest request {.workspace = m_scratch.path("clinic.meitrace"), .folder = folder};
        QVERIFY(makeDemoClinic(request, job));
        QFile truth(QString::fromStdString(folder + "/truth/params.csv"));
        QVERIFY(truth.open(QIODevice::ReadOnly));
        for (const QByteArray& line : truth.readAll().split('\n')) {
            const QList<QByteArray> cells = line.trimmed().split(',');
            if (cells.size() == 2) {
                m_truth[cells[0].toStdString()] = cells[1].toLongLong();
            }
        }
        Result<Clinic> clinic = Clinic::forReading(request.workspace, job);
        QVERIFY(clinic);
        Result<SnapshotPtr> snapshot = clinic->snapshot(job);
        QVERIFY(snapshot);
        m_snapshot = *snapshot;
        Result<KpiInputs> inputs = kpiInputs(clinic->workspace(), *m_snapshot, job);
        QVERIFY(inputs);
        m_inputs = *std::move(inputs);
        Result<Bitset> population = populationOf(*clinic, {}, job);
        QVERIFY(population);
        m_population = *std::move(population);
        const Result<LeftOut> out = leftOut(*clinic, job);
        QVERIFY(out && out->test > 0 && out->anonymous > 0);
    }

    /// Every yuan the clinic ever received stands in exactly one month.
    void moneyReceivedIsThatOfTheTruth()
    {
        QCOMPARE(sumOverMonths("cash"), m_truth.at("cash_fen"));
        // Bonus money is in the bills and not in the net of the truth.
        QVERIFY(sumOverMonths("gmv") > m_truth.at("net_fen"));
        QVERIFY(sumOverMonths("gmv") < m_truth.at("net_fen") * 104 / 100);
    }

    /// One channel's spend came by project and by unit; each yuan counts once.
    void spendIsThatOfTheTruth()
    {
        std::map<std::string, Fen> spend;
        for (const KpiInputs::Spend& row : m_inputs.spend) {
            spend["spend_fen." + std::string(m_inputs.labels.text(row.channel))] += row.amount;
        }
        for (const char* channel : {"dy_ads", "xhs_ads", "mt_dp", "referral", "baidu_sem", "xhs_org"}) {
            const std::string name = std::string("spend_fen.") + channel;
            QCOMPARE(spend[name], m_truth.at(name));
        }
        QVERIFY(m_truth.at("double_spend_fen") > 0);
    }

    void peopleAreThoseOfTheTruth()
    {
        const auto payers = static_cast<double>(m_truth.at("payers"));
        const auto fresh = static_cast<double>(sumOverMonths("new_customers"));
        // Some billed customers took everything back, and one or two handles stay apart.
        QVERIFY2(fresh >= payers && fresh < payers * 1.05, std::to_string(fresh).c_str());
    }

    void sourcesEndWithTheData()
    {
        Job job;
        const Result<KpiResult> result = kpis(*m_snapshot, m_inputs, {}, job);
        QVERIFY(result);
        QCOMPARE(result->sources.size(), std::size_t {8});
        for (const KpiSource& source : result->sources) {
            QVERIFY2(result->asOf - source.last <= 7 && source.last <= result->asOf, source.kind.c_str());
        }
    }

private:
    [[nodiscard]] std::int64_t sumOverMonths(std::string_view id) const
    {
        Job job;
        double sum = 0;
        const SnapshotFrame& frame = m_snapshot->frame();
        for (Day month = monthStart(frame.firstDay); month <= frame.asOf; month = monthStart(month, 1)) {
            const Result<KpiResult> result
                = kpis(*m_snapshot, m_inputs, {.month = month, .population = m_population}, job);
            if (!result) {
                return -1;
            }
            const KpiValue& value = result->figures[static_cast<std::size_t>(kpiIndex(id))].now;
            sum += value.isKnown() ? value.value : 0;
        }
        return std::llround(sum);
    }

    test::Scratch m_scratch;
    std::map<std::string, std::int64_t> m_truth;
    SnapshotPtr m_snapshot;
    KpiInputs m_inputs;
    Bitset m_population;
};

MEITRACE_TEST(TestKpis)
#include "tst_kpis.moc"
