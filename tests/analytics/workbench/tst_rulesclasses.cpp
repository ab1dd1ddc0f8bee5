// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Rules of audiences ask for the scores that the clinic's own classes give.
#include "analytics/workbench/audiences.h"
#include "analytics/workbench/demo.h"
#include "analytics/workbench/rfmclasses.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace meitrace;

class TestRulesClasses : public QObject {
    Q_OBJECT

private:
    test::Scratch m_scratch;
    Job m_job {2};

    Result<Clinic> clinic() { return Clinic::forWriting(m_scratch.path("clinic.meitrace"), m_job); }
    /// Customers by rule, and by scoring them here
    void compare(const RfmClasses& classes, const std::string& rule, RfmGrid grid, const RfmClasses& expected,
                 const std::function<bool(const RfmResult&, Index)>& holds)
    {
        Result<Clinic> opened = clinic();
        MEITRACE_OK(opened);
        MEITRACE_OK(saveRfmClasses(*opened, classes));
        const Result<Bitset> chosen = populationOf(*opened, {.rule = rule}, m_job);
        MEITRACE_OK(chosen);
        const Result<Bitset> everybody = populationOf(*opened, {}, m_job);
        MEITRACE_OK(everybody);
        const Result<SnapshotPtr> snapshot = opened->snapshot(m_job);
        MEITRACE_OK(snapshot);
        RfmOptions options;
        options.grid = grid;
        options.includeAnonymous = true;
        setRfmClasses(options, expected);
        const Result<RfmResult> scores = rfm(**snapshot, options, m_job);
        MEITRACE_OK(scores);
        Index count = 0;
        everybody->forEach([&](Index customer) {
            const bool wanted = scores->recency[customer] >= 0 && holds(*scores, customer);
            count += wanted ? 1 : 0;
            QCOMPARE(chosen->test(customer), wanted);
        });
        QVERIFY(count > 0);
        QCOMPARE(chosen->count(), count);
    }

private slots:
    void initTestCase()
    {
        MEITRACE_OK(makeDemoClinic({.workspace = m_scratch.path("clinic.meitrace"),
                                    .folder = m_scratch.path("files"),
                                    .size = "S",
                                    .seed = 1},
                                   m_job));
    }

    void scoresAreThoseOfTheClinicsClasses()
    {
        RfmClasses three;
        three.method = RfmMethod::Fixed;
        three.bins = 3;
        three.cuts = {.recency = {30, 400}, .frequency = {1, 3}, .monetary = {100'000, 2'000'000}};
        compare(three, "rfm.r = 3", RfmGrid::Eight, three,
                [](const RfmResult& scores, Index c) { return scores.r[c] == 3; });
        compare(three, "rfm.m = 3", RfmGrid::Eight, three,
                [](const RfmResult& scores, Index c) { return scores.m[c] == 3; });
    }

    void segmentsFollowWhereTheyCan()
    {
        RfmClasses fixed;
        fixed.method = RfmMethod::Fixed;
        const auto isLost = [](const RfmResult& scores, Index c) {
            return scores.segment[c] != RfmResult::kNoSegment
                && scores.segments[scores.segment[c]].code == "lost";
        };
        compare(fixed, "rfm.segment = lost", RfmGrid::Eleven, fixed, isLost);
        // Three classes carry no eleven segments: they are those of the usual classes.
        RfmClasses three;
        three.bins = 3;
        three.method = RfmMethod::Quantile;
        compare(three, "rfm.segment = lost", RfmGrid::Eleven, RfmClasses {}, isLost);
    }
};

MEITRACE_TEST(TestRulesClasses)
#include "tst_rulesclasses.moc"
