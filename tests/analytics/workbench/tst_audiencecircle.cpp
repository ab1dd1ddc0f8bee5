// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/audiencebook.h"
#include "analytics/workbench/audiencecircle.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace meitrace;

namespace {

SavedAudience live(const std::string& name, const std::string& rule)
{
    return {.name = name, .rule = rule};
}

}  // namespace

class TestAudienceCircle : public QObject {
    Q_OBJECT

private slots:
    void aRuleMustNotComeBackToItsOwnName_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QByteArray>("through");  // empty: allowed
        QTest::newRow("nobody") << QByteArray("did visit") << QByteArray();
        QTest::newRow("itself") << QByteArray("in audience a") << QByteArray("a");
        QTest::newRow("two") << QByteArray("in audience b") << QByteArray("b");
        QTest::newRow("three") << QByteArray("did visit and in audience c") << QByteArray("b");
        QTest::newRow("not in") << QByteArray("not in audience b") << QByteArray("b");
        QTest::newRow("a fixed list ends the way") << QByteArray("in audience fixed") << QByteArray();
        QTest::newRow("a circle of others is not this one") << QByteArray("in audience x") << QByteArray();
        QTest::newRow("unknown name") << QByteArray("in audience nowhere") << QByteArray();
        QTest::newRow("no rule") << QByteArray("in in in") << QByteArray();
    }
    void aRuleMustNotComeBackToItsOwnName()
    {
        QFETCH(QByteArray, rule);
        QFETCH(QByteArray, through);
        SavedAudience fixed = live("fixed", "in audience a");
        fixed.frozen = true;
        const std::vector<SavedAudience> saved {live("a", "did visit"),     live("b", "in audience a"),
                                                live("c", "in audience b"), fixed,
                                                live("x", "in audience y"), live("y", "in audience x")};
        const Status status = checkNoCircle(saved, "a", rule.toStdString());
        QCOMPARE(static_cast<bool>(status), through.isEmpty());
        if (!status) {
            QCOMPARE(status.error().code, ErrorCode::BadRule);
            QCOMPARE(status.error().subject, std::string("cycle"));
            QCOMPARE(QByteArray::fromStdString(status.error().value), through);
        }
    }

    void twoAudiencesThatNameEachOtherAreRefused()
    {
        const test::Scratch scratch;
        const std::string path = scratch.path("clinic.meitrace");
        QVERIFY(Workspace::create(path, {}));
        Job job;
        Result<Clinic> clinic = Clinic::forWriting(path, job);
        QVERIFY(clinic);
        QVERIFY(saveRule(*clinic, live("first", "did visit"), {}, job));
        QVERIFY(saveRule(*clinic, live("second", "in audience first"), {}, job));
        const Status status = saveRule(*clinic, live("first", "in audience second"), "first", job);
        QVERIFY(!status);
        QCOMPARE(status.error().subject, std::string("cycle"));
        QCOMPARE(status.error().value, std::string("second"));
        const Result<std::vector<SavedAudience>> kept = savedAudiences(*clinic, job);
        QVERIFY(kept);
        QCOMPARE(kept->size(), std::size_t {2});
        QCOMPARE((*kept)[0].rule, std::string("did visit"));  // as before
    }
};

MEITRACE_TEST(TestAudienceCircle)
#include "tst_audiencecircle.moc"
