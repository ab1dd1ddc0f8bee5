// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The demo clinic's people against its truth: what must become one, what must stay two, how much is asked.
#include "analytics/workbench/clinic.h"
#include "analytics/workbench/decisions.h"
#include "analytics/workbench/demo.h"
#include "models/store/identities.h"
#include "models/store/rows.h"
#include "tests/support/handcsv.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

#include <map>
#include <set>

using namespace meitrace;
using namespace meitrace::test;

namespace {

/// A file of the truth, by the names of its columns
struct TruthTable {
    explicit TruthTable(const std::string& path)
    {
        QFile file(QString::fromStdString(path));
        rows = parseByHand(file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string());
    }

    [[nodiscard]] const std::string& cell(std::size_t row, const std::string& name) const
    {
        const std::vector<std::string>& header = rows[0].cells;
        return rows[row]
            .cells[static_cast<std::size_t>(std::find(header.begin(), header.end(), name) - header.begin())];
    }

    std::vector<HandRow> rows;  ///< the first is the header
};

std::string bare(const std::string& value)
{
    const std::size_t colon = value.find(':');
    return colon == std::string::npos ? value : value.substr(colon + 1);
}

}  // namespace

class TestIdentityGates : public QObject {
    Q_OBJECT

private slots:
    void theDemoClinicsPeopleAreFound_data()
    {
        QTest::addColumn<int>("seed");
        QTest::addRow("seed 1") << 1;
        QTest::addRow("seed 3") << 3;
    }
    void theDemoClinicsPeopleAreFound()
    {
        QFETCH(int, seed);
        const Scratch scratch;
        Job job(2);
        const std::string path = scratch.path("w.meitrace");
        MEITRACE_OK(makeDemoClinic({.workspace = path,
                                    .folder = scratch.path("files"),
                                    .size = "S",
                                    .seed = static_cast<std::uint64_t>(seed)},
                                   job));
        Result<Clinic> clinic = Clinic::forReading(path, job);
        MEITRACE_OK(clinic);
        Workspace& workspace = clinic->workspace();
        const TruthTable links(scratch.path("files/truth/links.csv"));
        const TruthTable pairs(scratch.path("files/truth/pairs.csv"));
        QVERIFY(links.rows.size() > 1'000 && pairs.rows.size() > 20);

        // Whose a handle is, where what it carries belongs to one person only
        std::map<std::string, std::set<std::string>> personsOf;
        for (std::size_t row = 1; row < links.rows.size(); ++row) {
            personsOf[links.cell(row, "handle")].insert(links.cell(row, "person"));
        }
        const auto keys = Identities(workspace.database()).allKeys();
        MEITRACE_OK(keys);
        std::map<std::uint32_t, std::set<std::string>> owners;
        std::map<std::string, std::uint32_t> chart;
        for (const Identities::Key& key : *keys) {
            const auto known = personsOf.find(bare(key.value));
            if (known != personsOf.end() && known->second.size() == 1) {
                owners[key.ident].insert(*known->second.begin());
            }
            if (key.type == KeyType::HisNo) {
                chart[bare(key.value)] = key.ident;
            }
        }
        std::map<std::uint32_t, std::uint32_t> customer;
        MEITRACE_OK(forEachRow(workspace.database().prepare("SELECT ident_id, customer FROM ident_customer"),
                               [&](const Statement& row) {
                                   customer[static_cast<std::uint32_t>(row.integer(0))]
                                       = static_cast<std::uint32_t>(row.integer(1));
                               }));
        std::map<std::uint32_t, std::map<std::string, std::int64_t>> groups;
        for (const auto& [ident, mine] : owners) {
            if (mine.size() == 1) {
                ++groups[customer.at(ident)][*mine.begin()];
            }
        }
        std::int64_t together = 0;
        std::int64_t right = 0;
        for (const auto& [number, persons] : groups) {
            std::int64_t handles = 0;
            for (const auto& [person, count] : persons) {
                handles += count;
                right += count * (count - 1) / 2;
            }
            together += handles * (handles - 1) / 2;
        }
        QVERIFY(together > 2'000);
        QVERIFY(static_cast<double>(right) >= 0.995 * static_cast<double>(together));

        const auto waiting = waitingPairs(workspace);
        MEITRACE_OK(waiting);
        std::set<std::pair<std::uint32_t, std::uint32_t>> shown;
        std::set<std::uint32_t> asked;
        for (const WaitingPair& pair : *waiting) {
            shown.insert(std::minmax(customer.at(pair.a), customer.at(pair.b)));
            asked.insert({pair.a, pair.b});
        }
        QVERIFY2(static_cast<double>(asked.size()) <= 0.025 * static_cast<double>(customer.size()),
                 (std::to_string(asked.size()) + " of " + std::to_string(customer.size())).c_str());
        int merged = 0;
        int wanted = 0;
        for (std::size_t row = 1; row < pairs.rows.size(); ++row) {
            const std::uint32_t a = customer.at(chart.at(pairs.cell(row, "his_no_a")));
            const std::uint32_t b = customer.at(chart.at(pairs.cell(row, "his_no_b")));
            const std::string& expected = pairs.cell(row, "expected");
            wanted += expected == "merge" ? 1 : 0;
            merged += expected == "merge" && a == b ? 1 : 0;
            QVERIFY2(expected == "merge" || a != b, pairs.cell(row, "reason").c_str());
            QVERIFY(expected != "review" || shown.contains(std::minmax(a, b)));
        }
        QVERIFY(merged >= 0.97 * wanted);

        const auto state = resolutionState(workspace);
        MEITRACE_OK(state);
        QCOMPARE(state->known + state->anonymous, state->customers);
        QVERIFY(state->known > 0 && state->anonymous > 0);
    }
};

MEITRACE_TEST(TestIdentityGates)
#include "tst_identitygates.moc"
