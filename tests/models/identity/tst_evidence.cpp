// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/random.h"
#include "models/identity/blocking.h"
#include "models/identity/evidence.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <map>
#include <set>
#include <string>

using namespace meitrace;

namespace {

Level compared(EvidenceKind kind, const char* a, const char* b)
{
    EvidenceColumn column("c", kind);
    column.add(a);
    column.add(b);
    const Level there = column.compare(0, 1);
    return there == column.compare(1, 0) ? there : Level::Unknown;  // the same both ways
}

constexpr auto kName = EvidenceKind::Name;
constexpr auto kWord = EvidenceKind::Word;
constexpr auto kDate = EvidenceKind::Date;
constexpr auto kPhone = EvidenceKind::Phone;
constexpr auto kAddress = EvidenceKind::Address;
constexpr auto kCode = EvidenceKind::Code;
constexpr auto kCategory = EvidenceKind::Category;

}  // namespace

class TestEvidence : public QObject {
    Q_OBJECT

private slots:
    void levelsAreThoseOfTheTable_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("a");
        QTest::addColumn<QByteArray>("b");
        QTest::addColumn<int>("level");
        const auto row = [](EvidenceKind kind, const char* a, const char* b, Level level) {
            QTest::addRow("%s %s", a, b)
                << static_cast<int>(kind) << QByteArray(a) << QByteArray(b) << static_cast<int>(level);
        };
        row(kName, "王晓芳", " 王晓芳 ", Level::Equal);
        row(kName, "王小芳", "王晓芳", Level::Alike);  // one sound
        row(kName, "王晓芳", "王晓娜", Level::Near);   // one character
        row(kName, "张晓芳", "王晓芳", Level::Near);   // the surname is a character too
        row(kName, "王芳", "王晓娜", Level::Kin);
        row(kName, "王芳", "王小姐", Level::Partial);
        row(kName, "王*", "王女士", Level::Partial);  // equal texts, but no full name
        row(kName, "王芳", "李小姐", Level::Different);
        row(kName, "王芳", "李娜", Level::Different);
        row(kName, "王芳", "快乐🌸", Level::Unknown);
        row(kName, "王芳", "Wang Fang", Level::Alike);
        row(kName, "王芳", "Li Na", Level::Different);
        row(kName, "Anna Lee", "LEE, Anna", Level::Equal);
        row(kName, "Anna Lee", "Anna Leee", Level::Alike);
        row(kName, "Anna Lee", "Bob Stone", Level::Different);
        row(kWord, "Mitchell", "mitchell", Level::Equal);
        row(kWord, "mitchell", "mitchel", Level::Alike);
        row(kWord, "dixon", "dicksonx", Level::Near);
        row(kWord, "dixon", "waller", Level::Different);
        row(kWord, "", "waller", Level::Unknown);
        row(kDate, "1990-05-12", "19900512", Level::Equal);
        row(kDate, "1990-05-12", "1990-05-13", Level::Alike);
        row(kDate, "1990-05-12", "1990-05-21", Level::Alike);  // neighbours swapped
        row(kDate, "1990-05-12", "1990-12-05", Level::Near);
        row(kDate, "1990-05-12", "1990-05-30", Level::Partial);
        row(kDate, "1990-05-12", "1987-11-30", Level::Different);
        row(kPhone, "+86 168 1234 5678", "16812345678", Level::Equal);
        row(kPhone, "16812345678", "16812345687", Level::Alike);
        row(kPhone, "16812345678", "16812345679", Level::Alike);
        row(kPhone, "16812345678", "168****5678", Level::Near);
        row(kPhone, "168****5678", "168****5678", Level::Near);  // not the same number for certain
        row(kPhone, "16812345678", "169****5678", Level::Partial);
        row(kPhone, "16812345678", "5678", Level::Partial);
        row(kPhone, "5678", "5678", Level::Partial);
        row(kPhone, "16812345678", "16912349999", Level::Different);
        row(kAddress, "12 Giblin Street", "12, giblin street.", Level::Equal);
        row(kAddress, "giblin street", "street giblin", Level::Alike);
        row(kAddress, "giblin street", "gilbin street", Level::Alike);  // a slip in one word
        row(kAddress, "giblin street", "waller street", Level::Different);
        row(kCode, "4011", "4101", Level::Alike);
        row(kCode, "4011", "4814", Level::Different);
        row(kCategory, "Female", "female", Level::Equal);
        row(kCategory, "female", "male", Level::Different);
    }
    void levelsAreThoseOfTheTable()
    {
        QFETCH(int, kind);
        QFETCH(QByteArray, a);
        QFETCH(QByteArray, b);
        QFETCH(int, level);
        const Level found = compared(static_cast<EvidenceKind>(kind), a, b);
        QCOMPARE(static_cast<int>(found), level);
        QVERIFY(hasLevel(static_cast<EvidenceKind>(kind), found));
    }

    void valuesAreCountedInFilledCellsOnly()
    {
        EvidenceColumn column("name", kName);
        for (const char* name : {"王芳", "", "王芳", "李娜", "小仙女", " 王芳"}) {
            column.add(name);
        }
        QCOMPARE(column.rows(), 6U);
        QCOMPARE(column.filled(), 4U);
        QCOMPARE(column.values(), 2U);
        QCOMPARE(column.count(0), 3U);
        QCOMPARE(column.count(1), 0U);
        QCOMPARE(column.value(0), column.value(5));
    }

    void blockingFindsThePairsThatAgree_data()
    {
        QTest::addColumn<bool>("twoSources");
        QTest::addRow("one table") << false;
        QTest::addRow("two tables") << true;
    }
    void blockingFindsThePairsThatAgree()
    {
        QFETCH(bool, twoSources);
        Random random(11);
        EvidenceTable table;
        table.columns = {EvidenceColumn("a", kCode), EvidenceColumn("b", kCode)};
        for (int row = 0; row < 400; ++row) {
            for (EvidenceColumn& column : table.columns) {
                column.add(random.chance(100'000) ? std::string() : std::to_string(random.below(40)));
            }
            if (twoSources) {
                table.source.push_back(static_cast<std::uint8_t>(random.below(2)));
            }
        }
        const BlockRule first {{{0, Part::Whole}}};
        const BlockRule both {{{0, Part::Whole}, {1, Part::Whole}}};
        for (const BlockRule& rule : {first, both}) {
            std::set<RowPair> wanted;
            for (std::uint32_t a = 0; a < table.rows(); ++a) {
                for (std::uint32_t b = a + 1; b < table.rows(); ++b) {
                    const bool agree = std::all_of(rule.keys.begin(), rule.keys.end(), [&](const auto& key) {
                        return table.columns[key.column].compare(a, b) == Level::Equal;
                    });
                    if (agree && table.comparable(a, b)) {
                        wanted.insert(makeRowPair(a, b));
                    }
                }
            }
            std::vector<RowPair> pairs;
            addPairs(table, rule, pairs);
            QCOMPARE(countPairs(table, rule).pairs, static_cast<std::int64_t>(pairs.size()));
            makeUnique(pairs);
            QVERIFY(wanted == std::set<RowPair>(pairs.begin(), pairs.end()));
            QCOMPARE(pairs.size(), wanted.size());
        }
    }

    void aKeyOfTooManyRecordsIsDropped()
    {
        EvidenceTable table;
        table.columns = {EvidenceColumn("a", kCode)};
        for (int row = 0; row < 205; ++row) {
            table.columns[0].add(row < 201 ? "x1" : "y2");
        }
        const BlockRule rule {{{0, Part::Whole}}};
        const BlockCount count = countPairs(table, rule);
        QCOMPARE(count.pairs, std::int64_t {6});
        QCOMPARE(count.dropped, std::int64_t {1});
        std::vector<RowPair> pairs;
        addPairs(table, rule, pairs);
        QCOMPARE(pairs.size(), std::size_t {6});
    }

    void ofTooManyPairsWholeBlocksAreTaken()
    {
        EvidenceTable table;
        table.columns = {EvidenceColumn("a", kCode)};
        for (int row = 0; row < 3'000; ++row) {
            table.columns[0].add(std::to_string(row / 3));
        }
        const BlockRule rule {{{0, Part::Whole}}};
        std::vector<RowPair> pairs;
        addPairs(table, rule, pairs, kBlockCap, 300);  // of 3,000
        QVERIFY(pairs.size() > 150 && pairs.size() < 600);
        QCOMPARE(pairs.size() % 3, std::size_t {0});
        for (const RowPair pair : pairs) {
            QCOMPARE(firstOf(pair) / 3, secondOf(pair) / 3);
        }
    }
};

MEITRACE_TEST(TestEvidence)
#include "tst_evidence.moc"
