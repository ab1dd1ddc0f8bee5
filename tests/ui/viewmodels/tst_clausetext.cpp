// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/campaign/ruleparser.h"
#include "analytics/workbench/audiences.h"
#include "tests/support/testmain.h"
#include "ui/viewmodels/clausetext.h"

#include <QLocale>
#include <QTest>

using namespace meitrace;

class TestClauseText : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void aClauseReadsAsASentence_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("says");
        QTest::newRow("attribute") << "city = Shanghai"
                                   << "City is Shanghai";
        QTest::newRow("unknown") << "city empty"
                                 << "City is unknown";
        QTest::newRow("did") << "did visit"
                             << "Visit: at least once";
        QTest::newRow("did not") << "did not visit"
                                 << "Visit: never";
        QTest::newRow("segment") << "rfm.segment = champions"
                                 << "RFM segment is Champions";
        QTest::newRow("audience") << "in audience \"old friends\""
                                  << "In the audience “old friends”";
        QTest::newRow("not in") << "not in audience a"
                                << "Not: In the audience “a”";
        QTest::newRow("two") << "did visit and city = Shanghai"
                             << "Visit: at least once and City is Shanghai";
        QTest::newRow("nested") << "city = Beijing and (did visit or city = Shanghai)"
                                << "City is Beijing and (Visit: at least once or City is Shanghai)";
    }
    void aClauseReadsAsASentence()
    {
        QFETCH(QString, rule);
        QFETCH(QString, says);
        const Result<RuleNode> node = parseRule(rule.toStdString(), ruleWords());
        QVERIFY(node);
        QCOMPARE(clauseText(*node), says);
    }

    void whatHasNoSentenceStaysRuleText()
    {
        const Result<RuleNode> node = parseRule("did visit before 2026-01-01", ruleWords());
        QVERIFY(node);
        QVERIFY(clauseText(*node).contains(QStringLiteral("2026-01-01")));
    }
};

MEITRACE_TEST(TestClauseText)
#include "tst_clausetext.moc"
