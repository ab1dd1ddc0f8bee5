// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Public records with planted errors, without the number that would give the answer away.
#include "models/identity/tablelinker.h"
#include "tests/models/identity/linkscore.h"
#include "tests/support/handcsv.h"
#include "tests/support/shareddata.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

#include <filesystem>

using namespace meitrace;
using namespace meitrace::test;

namespace {

struct Febrl {
    EvidenceTable table;
    std::vector<std::int64_t> person;  ///< by row
};

std::string bytesOf(const std::string& path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

/// "rec-12-org" and "rec-12-dup-0" are person 12. soc_sec_id is not read.
Febrl readFebrl(const std::string& path)
{
    const std::string bytes = bytesOf(path);
    Febrl febrl;
    const std::vector<std::pair<std::size_t, EvidenceColumn>> columns {
        {1, EvidenceColumn("given_name", EvidenceKind::Word)},
        {2, EvidenceColumn("surname", EvidenceKind::Word)},
        {3, EvidenceColumn("street_number", EvidenceKind::Code)},
        {4, EvidenceColumn("address_1", EvidenceKind::Address)},
        {6, EvidenceColumn("suburb", EvidenceKind::Word)},
        {7, EvidenceColumn("postcode", EvidenceKind::Code)},
        {8, EvidenceColumn("state", EvidenceKind::Category)},
        {9, EvidenceColumn("date_of_birth", EvidenceKind::Date)}};
    for (const auto& [at, column] : columns) {
        febrl.table.columns.push_back(column);
    }
    const std::vector<HandRow> rows = parseByHand(bytes);
    for (std::size_t row = 1; row < rows.size(); ++row) {
        const std::vector<std::string>& cells = rows[row].cells;
        febrl.person.push_back(std::stoll(cells.at(0).substr(4)));
        for (std::size_t i = 0; i < columns.size(); ++i) {
            febrl.table.columns[i].add(cells.at(columns[i].first));
        }
    }
    return febrl;
}

}  // namespace

class TestFebrl : public QObject {
    Q_OBJECT

private slots:
    void recordsAreLinkedWithoutTheirNumber_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("wanted");  // F1 at p >= .9
        QTest::addColumn<double>("bar");     // F1 of a hand-made rule without the number, its best threshold
        QTest::addRow("febrl1") << QStringLiteral("febrl1.csv") << 0.99 << 0.998998;
        QTest::addRow("febrl2") << QStringLiteral("febrl2.csv") << 0.99 << 0.994318;
        QTest::addRow("febrl3") << QStringLiteral("febrl3.csv") << 0.985 << 0.985;
    }
    void recordsAreLinkedWithoutTheirNumber()
    {
        QFETCH(QString, name);
        QFETCH(double, wanted);
        QFETCH(double, bar);
        MEITRACE_NEEDS_SHARED_DATA(data);
        const std::string path = data + "/febrl/" + name.toStdString();
        if (!std::filesystem::exists(path)) {
            QSKIP("this part of the data is not there");
        }
        const Febrl febrl = readFebrl(path);
        Job job(2);
        const auto links = linkTable(febrl.table, {}, job);
        QVERIFY(links);
        const LinkScore usual = scoreOf(*links, febrl.person, 0.9);
        const LinkScore strict = scoreOf(*links, febrl.person, 0.99);
        const LinkScore groups = scoreOfGroups(*links, febrl.person);
        const double complete = completeness(*links, febrl.person);
        qInfo("%s: %lld pairs compared, completeness %.4f", qPrintable(name),
              static_cast<long long>(links->compared), complete);
        qInfo("  p >= .9: precision %.4f recall %.4f F1 %.4f; p >= .99: precision %.4f recall %.4f",
              usual.precision(), usual.recall(), usual.f1(), strict.precision(), strict.recall());
        qInfo("  persons: precision %.4f recall %.4f F1 %.4f", groups.precision(), groups.recall(),
              groups.f1());
        printCalibration(*links, febrl.person);
        QVERIFY(complete >= 0.99);
        QVERIFY(usual.f1() >= wanted);
        QVERIFY(usual.f1() >= bar);
        QVERIFY(strict.precision() >= 0.999);
        QVERIFY(groups.f1() >= wanted);
        QVERIFY(groups.precision() >= 0.999);
    }

    void theNumberOfThreadsChangesNothing()
    {
        MEITRACE_NEEDS_SHARED_DATA(data);
        const Febrl febrl = readFebrl(data + "/febrl/febrl1.csv");
        std::string model;
        std::vector<ScoredPair> pairs;
        for (const int threads : {1, 2, 7}) {
            Job job(threads);
            const auto links = linkTable(febrl.table, {}, job);
            QVERIFY(links);
            if (threads == 1) {
                model = toText(links->estimate.model);
                pairs = links->pairs;
            }
            QCOMPARE(toText(links->estimate.model), model);
            QCOMPARE(links->pairs.size(), pairs.size());
            for (std::size_t i = 0; i < pairs.size(); ++i) {
                QVERIFY(links->pairs[i].a == pairs[i].a && links->pairs[i].b == pairs[i].b
                        && links->pairs[i].score == pairs[i].score);
            }
        }
    }

    void twoTablesAreLinkedAcrossOnly()
    {
        MEITRACE_NEEDS_SHARED_DATA(data);
        Febrl febrl = readFebrl(data + "/febrl/febrl1.csv");
        // Originals against duplicates, as in the linking variant of these data: the rows' names tell.
        const std::vector<HandRow> rows = parseByHand(bytesOf(data + "/febrl/febrl1.csv"));
        for (std::size_t row = 1; row < rows.size(); ++row) {
            febrl.table.source.push_back(rows[row].cells[0].find("-org") == std::string::npos ? 1 : 0);
        }
        Job job(2);
        const auto links = linkTable(febrl.table, {}, job);
        QVERIFY(links);
        for (const ScoredPair& pair : links->pairs) {
            QVERIFY(febrl.table.source[pair.a] != febrl.table.source[pair.b]);
        }
        QVERIFY(scoreOf(*links, febrl.person, 0.9).f1() >= 0.99);
    }
};

MEITRACE_TEST(TestFebrl)
#include "tst_febrl.moc"
