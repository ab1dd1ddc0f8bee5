// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/random.h"
#include "models/identity/estimation.h"
#include "models/identity/tablelinker.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cmath>

using namespace meitrace;

namespace {

/// Persons with four code columns of known size, each twice; the second time a cell is another code with the
/// column's own chance. m(Equal) and u(Equal) follow.
struct Planted {
    explicit Planted(std::uint32_t persons)
    {
        Random random(3);
        for (std::size_t c = 0; c < kSizes.size(); ++c) {
            table.columns.emplace_back("c" + std::to_string(c), EvidenceKind::Category);
        }
        for (std::uint32_t p = 0; p < persons; ++p) {
            for (std::size_t c = 0; c < kSizes.size(); ++c) {
                const std::uint64_t code = random.below(kSizes[c]);
                table.columns[c].add(std::to_string(code));
                const bool wrong = random.unit() < kErrors[c];
                table.columns[c].add(std::to_string(wrong ? random.below(kSizes[c]) : code));
            }
        }
    }

    static constexpr std::array<std::uint64_t, 4> kSizes {400, 90, 250, 12};
    static constexpr std::array<double, 4> kErrors {0.05, 0.10, 0.20, 0.02};
    EvidenceTable table;

    /// One code in kSizes is met again by chance.
    static double agree(std::size_t c)
    {
        return 1.0 - kErrors[c] + kErrors[c] / static_cast<double>(kSizes[c]);
    }
};

}  // namespace

class TestEstimation : public QObject {
    Q_OBJECT

private slots:
    void knownSharesAreFoundAgain()
    {
        const Planted planted(3'000);
        const std::vector<BlockRule> training {
            {{{0, Part::Whole}}}, {{{1, Part::Whole}}}, {{{2, Part::Whole}}}};
        Job job(2);
        std::vector<RowPair> pairs;
        for (const BlockRule& rule : training) {
            addPairs(planted.table, rule, pairs);
        }
        makeUnique(pairs);
        std::vector<Pattern> patterns;
        QVERIFY(comparePairs(planted.table, pairs, patterns, job));
        const auto estimate = estimateModel(planted.table, training, countPatterns(patterns), {}, job);
        QVERIFY(estimate);
        for (std::size_t c = 0; c < 4; ++c) {
            const FieldModel& field = estimate->model.fields[c];
            const auto equal = static_cast<std::size_t>(Level::Equal);
            const double by = 1.0 / static_cast<double>(Planted::kSizes[c]);
            QVERIFY2(std::abs(field.m[equal] - Planted::agree(c)) < 0.02,
                     qPrintable(QString::number(field.m[equal])));
            QVERIFY2(std::abs(field.u[equal] - by) < 0.1 * by + 0.0003,
                     qPrintable(QStringLiteral("column %1: %2").arg(c).arg(field.u[equal])));
            double m = 0;
            double u = 0;
            for (std::size_t level = 1; level < kLevels; ++level) {
                m += field.m[level];
                u += field.u[level];
            }
            QVERIFY(std::abs(m - 1.0) < 1e-9 && std::abs(u - 1.0) < 1e-9);
        }
        QCOMPARE(estimate->trainings.size(), std::size_t {3});
        for (const Training& session : estimate->trainings) {
            QVERIFY(session.used);
        }
    }

    void weightsAreWorkedOutByHand()
    {
        LinkModel model;
        model.lambda = 0.2;
        FieldModel field {
            "code", EvidenceKind::Category, {0, 0.9, 0, 0, 0, 0, 0.1}, {0, 0.1, 0, 0, 0, 0, 0.9}};
        model.fields = {field};
        QCOMPARE(model.prior(), -2.0);                         // log2(.2 / .8)
        QCOMPARE(field.weight(Level::Equal), std::log2(9.0));  // log2(.9 / .1)
        QCOMPARE(field.weight(Level::Different), -std::log2(9.0));
        QCOMPARE(field.weight(Level::Unknown), 0.0);
        // odds 1 : 4 times 9 = 9 : 4
        QVERIFY(std::abs(LinkModel::probability(model.score(static_cast<Pattern>(Level::Equal))) - 9.0 / 13.0)
                < 1e-12);
        model.fields[0].kind = EvidenceKind::Word;
        // 200 others of 990 + 10 rows: twice as common as most, one bit less; 25 others: a quarter, two more.
        QCOMPARE(model.rarity(0, 201, 990), -1.0);
        QCOMPARE(model.rarity(0, 26, 990), 2.0);
        QCOMPARE(model.rarity(0, 2, 30), 2.0);         // nobody else has it, but few were asked
        QCOMPARE(model.rarity(0, 2, 1'000'000), 5.0);  // log2 of 32 at most
    }

    void explainingAddsUp()
    {
        const Planted planted(500);
        Job job(1);
        TableOptions options;
        options.keep = 0.0;
        const auto links = linkTable(planted.table, options, job);
        QVERIFY(links);
        QVERIFY(links->pairs.size() > 100);
        for (const ScoredPair& pair : links->pairs) {
            const PairEvidence evidence = links->estimate.model.explain(planted.table, pair.a, pair.b);
            double sum = evidence.prior;
            for (const FieldEvidence& field : evidence.fields) {
                sum += field.weight;
            }
            QVERIFY(std::abs(sum - pair.score) < 1e-9);
            QVERIFY(std::abs(evidence.probability - pair.probability) < 1e-9);
        }
    }

    void theModelSurvivesItsText()
    {
        const Planted planted(300);
        Job job(1);
        const auto links = linkTable(planted.table, {}, job);
        QVERIFY(links);
        const LinkModel& model = links->estimate.model;
        const auto back = linkModelFrom(toText(model));
        QVERIFY(back);
        QCOMPARE(toText(*back), toText(model));
        QCOMPARE(back->score(0b001'110'001'001), model.score(0b001'110'001'001));
        for (const char* bad :
             {"", "1", "2 0.1", "1 0.1 name", "1 0.1 name 0 1 2", "1 1.5", "1 0.1 name 9 0 0"}) {
            QVERIFY2(!linkModelFrom(bad), bad);
        }
    }
};

MEITRACE_TEST(TestEstimation)
#include "tst_estimation.moc"
