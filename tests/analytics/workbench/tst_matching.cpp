// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of people's tables that are the same person, from the file to the file.
#include "analytics/workbench/matching.h"
#include "tests/support/handcsv.h"
#include "tests/support/scratch.h"
#include "tests/support/shareddata.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTest>

using namespace meitrace;
using namespace meitrace::test;

namespace {

std::string textOf(const std::string& path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

}  // namespace

class TestMatching : public QObject {
    Q_OBJECT

private slots:
    void headersSayHowTheirCellsAreCompared()
    {
        using Kinds = std::vector<std::pair<bool, EvidenceKind>>;
        const Kinds plain = kindsOfHeaders({"given_name", " date of birth", "Postcode", "rec_id"});
        QVERIFY(plain[0] == Kinds::value_type(true, EvidenceKind::Word));
        QVERIFY(plain[1] == Kinds::value_type(true, EvidenceKind::Date));
        QVERIFY(plain[2] == Kinds::value_type(true, EvidenceKind::Code));
        QVERIFY(!plain[3].first);
        const Kinds chinese = kindsOfHeaders({"姓名", "手机号", "生日"});
        QVERIFY(chinese[0] == Kinds::value_type(true, EvidenceKind::Name));
        QVERIFY(chinese[1] == Kinds::value_type(true, EvidenceKind::Phone));
        QVERIFY(chinese[2] == Kinds::value_type(true, EvidenceKind::Date));
    }

    void publicRecordsAreScored()
    {
        MEITRACE_NEEDS_SHARED_DATA(data);
        const Scratch scratch;
        MatchRequest request;
        request.files = {data + "/febrl/febrl1.csv"};
        request.truth = "rec_id";
        request.csv = scratch.path("pairs.csv");
        Job job(2);
        const auto report = matchTables(request, job);
        QVERIFY(report);
        QCOMPARE(report->rows, std::int64_t {1000});
        QCOMPARE(report->columns.size(), std::size_t {8});
        QVERIFY(std::find(report->ignored.begin(), report->ignored.end(), "soc_sec_id")
                != report->ignored.end());
        QVERIFY(report->measured);
        QCOMPARE(report->truePairs, std::int64_t {500});
        const auto usual = std::find_if(report->scores.begin(), report->scores.end(),
                                        [](const MatchScore& score) { return score.least == 0.9; });
        QVERIFY(usual->f1 >= 0.99);
        QVERIFY(report->groups.f1 >= 0.99);
        QVERIFY(std::abs(static_cast<double>(report->persons) - 500) <= 5);

        // The file says of every pair what the report counts.
        const std::vector<HandRow> rows = parseByHand(textOf(request.csv));
        QCOMPARE(rows.size(), static_cast<std::size_t>(report->pairs) + 1);
        std::int64_t strong = 0;
        for (std::size_t i = 1; i < rows.size(); ++i) {
            QVERIFY(std::stoll(rows[i].cells[0]) < std::stoll(rows[i].cells[1]));
            strong += std::stod(rows[i].cells[2]) >= 0.9 ? 1 : 0;
        }
        QCOMPARE(strong, usual->right + usual->wrong);
    }

    void twoTablesAreComparedAcross()
    {
        const Scratch scratch;
        std::string first = "姓名,手机号,生日\n";
        std::string second = "生日,姓名,手机号\n";
        for (int i = 0; i < 300; ++i) {
            const std::string phone = std::to_string(16'800'000'000LL + i * 7'919LL);
            const std::string birth = std::to_string(1960 + i % 40) + "-0" + std::to_string(1 + i % 9) + "-1"
                + std::to_string(i % 10);
            const std::string name = std::string(i % 2 == 0 ? "王" : "李") + (i % 3 == 0 ? "晓" : "小")
                + (i % 5 == 0 ? "芳" : "娜") + std::to_string(i % 90 + 10);
            first += name + "," + phone + "," + birth + "\n";
            second += birth + "," + name + "," + phone + "\n";
        }
        MatchRequest request;
        request.files = {scratch.write("a.csv", first), scratch.write("b.csv", second)};
        Job job(1);
        const auto report = matchTables(request, job);
        QVERIFY(report);
        QCOMPARE(report->rows, std::int64_t {600});
        QCOMPARE(report->persons, std::int64_t {300});  // each row of the first with its own of the second
        QVERIFY(!report->measured);
    }

    void whatCannotBeComparedIsSaid()
    {
        const Scratch scratch;
        const std::string path = scratch.write("t.csv", "name,colour\n王芳,red\n李娜,blue\n");
        Job job(1);
        MatchRequest request;
        request.files = {path};
        request.columns = {{"shade", EvidenceKind::Word}};
        const auto unknown = matchTables(request, job);
        QVERIFY(!unknown && unknown.error().code == ErrorCode::UnknownColumn);
        QCOMPARE(unknown.error().value, std::string("shade"));
        request.columns.clear();
        request.truth = "who";
        QVERIFY(matchTables(request, job).error().subject == "truth");
        request.truth.clear();
        request.files = {scratch.write("u.csv", "colour,size\nred,1\nblue,2\n")};
        const auto none = matchTables(request, job);
        QVERIFY(!none && none.error().code == ErrorCode::BadOption);
        request.files = {scratch.path("missing.csv")};
        QVERIFY(matchTables(request, job).error().code == ErrorCode::FileMissing);
    }
};

MEITRACE_TEST(TestMatching)
#include "tst_matching.moc"
