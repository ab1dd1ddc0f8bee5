// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"

#include <set>

#include "demofolder.h"

using namespace meitrace;
using test::DemoFolder;
using test::DemoTable;

namespace {

/// Minor units of "7840.00"
std::int64_t fenOf(const std::string& text)
{
    const std::size_t dot = text.find('.');
    return std::strtoll(text.c_str(), nullptr, 10) * 100 + std::strtoll(text.c_str() + dot + 1, nullptr, 10);
}

bool isMarked(const DemoFolder& folder, const DemoTable& table, std::size_t row)
{
    const auto planted = folder.planted();
    const auto file = planted.find(table.name);
    return file != planted.end() && file->second.count(table.rows[row].line) != 0;
}

std::set<std::string> valuesOf(const DemoTable& table, const std::string& field)
{
    std::set<std::string> values;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        values.insert(table.cell(r, field));
    }
    return values;
}

}  // namespace

/// The files of the further systems tell the same story as those of the till.
class TestDemoSources : public QObject {
    Q_OBJECT

private slots:
    void cardsAddUpToTheFen()
    {
        const DemoFolder& folder = DemoFolder::ofSeed(1);
        const DemoTable cards = folder.table("balances");
        const auto planted = folder.planted();
        const auto quirkOf = [&](const test::HandRow& row) {
            const auto file = planted.find(cards.name);
            return file != planted.end() && file->second.count(row.line) != 0
                ? file->second.at(row.line).quirk
                : std::string();
        };
        std::int64_t owed = 0;
        std::set<std::string> seen;
        for (std::size_t r = 0; r < cards.rows.size(); ++r) {
            const std::string& both = cards.cell(r, "remaining_both");
            const std::int64_t left = std::strtoll(both.c_str(), nullptr, 10);
            const std::string quirk = quirkOf(cards.rows[r]);
            QCOMPARE(cards.number(r, "bought_qty") + cards.number(r, "gift_qty")
                         - cards.number(r, "used_qty"),
                     left - (quirk == "Q39" ? 1 : 0));
            const bool holds = cards.cell(r, "expire_at") >= "2026-06-30" || quirk == "Q40";
            QCOMPARE(cards.cell(r, "card_status"),
                     std::string(left == 0   ? "已用完"
                                     : holds ? "正常"
                                             : "已过期"));
            const std::int64_t value = fenOf(both.substr(both.find('/') + 1));
            QVERIFY(value <= fenOf(cards.cell(r, "paid_amount")));
            QCOMPARE(value > 0, left > 0);
            if (seen.insert(cards.cell(r, "card_no")).second) {  // a repeated row is a duplicate
                owed += value;
            }
        }
        const auto params = folder.params();
        QCOMPARE(owed, params.at("balances_fen"));
        QVERIFY(params.at("sessions_owed_fen")
                <= owed);  // cards sold before the window stand in the file, too
        QVERIFY(seen.size() > 60);
    }

    void vouchersAreOfTheChannelThatSoldThem()
    {
        const DemoFolder& folder = DemoFolder::ofSeed(1);
        const DemoTable used = folder.table("vouchers_mt");
        for (std::size_t r = 0; r < used.rows.size(); ++r) {
            const std::string& time = used.cell(r, "verify_time");
            QVERIFY2(time.size() == 19 && time[4] == '/' && time < "2026/07/01", time.c_str());
            QCOMPARE(used.cell(r, "phone").substr(3, 4), std::string("****"));
            QVERIFY(fenOf(used.cell(r, "settle_amount")) < fenOf(used.cell(r, "payable_amount")));
        }
        const DemoTable sold = folder.table("vouchers_dy");
        int unused = 0;
        for (std::size_t r = 0; r < sold.rows.size(); ++r) {
            const bool isUsed = sold.cell(r, "verify_status") == "已核销";
            QCOMPARE(isUsed, !sold.cell(r, "verify_time").empty());
            QCOMPARE(isUsed, !sold.cell(r, "store").empty());
            QVERIFY(!isUsed || sold.cell(r, "verify_time") > sold.cell(r, "order_time"));
            QCOMPARE(sold.cell(r, "phone_tail").size(), std::size_t {4});
            unused += isUsed ? 0 : 1;
        }
        QVERIFY(unused * 10 > static_cast<int>(sold.rows.size()));
        QVERIFY(used.rows.size() > 60 && sold.rows.size() > 60);
    }

    void whoLeftAFormIsALeadOfTheDeskAsWell()
    {
        const DemoFolder& folder = DemoFolder::ofSeed(1);
        const DemoTable forms = folder.table("ad_leads");
        const DemoTable leads = folder.table("leads");
        const std::set<std::string> times = valuesOf(leads, "lead_time");
        const std::set<std::string> replies = valuesOf(leads, "first_reply_at");
        int same = 0;
        for (std::size_t r = 0; r < forms.rows.size(); ++r) {
            same += times.count(forms.cell(r, "lead_time")) != 0
                    && replies.count(forms.cell(r, "first_reply_at")) != 0
                ? 1
                : 0;
        }
        QVERIFY(same * 10 > static_cast<int>(forms.rows.size()) * 9);  // some of the desk's rows are dirty
        QVERIFY(forms.rows.size() > 100);
    }

    void contactsAndMembersAreCustomersWhoAgreed()
    {
        const DemoFolder& folder = DemoFolder::ofSeed(1);
        const DemoTable links = folder.table("truth_links");
        const DemoTable persons = folder.table("truth_persons");
        std::map<std::string, std::size_t> personOf;  // handle -> row
        for (std::size_t r = 0; r < links.rows.size(); ++r) {
            personOf[links.cell(r, "handle")] = static_cast<std::size_t>(links.number(r, "person"));
        }
        const DemoTable contacts = folder.table("contacts");
        std::set<std::string> seen;
        for (std::size_t r = 0; r < contacts.rows.size(); ++r) {
            const std::string& handle = contacts.cell(r, "external_userid");
            QVERIFY(personOf.count(handle) == 1);
            QCOMPARE(persons.cell(personOf.at(handle), "arrived"), std::string("1"));
            seen.insert(handle);
        }
        QVERIFY(seen.size() > 250);
        const DemoTable members = folder.table("members");
        for (std::size_t r = 0; r < members.rows.size(); ++r) {
            const std::size_t person = personOf.at(members.cell(r, "email"));
            QCOMPARE(persons.cell(person, "consent_email"), std::string("1"));
            QCOMPARE(persons.cell(person, "withdrawn") == "1", !members.cell(r, "unsub_time").empty());
        }
        QVERIFY(members.rows.size() > 10);
    }

    void theUnhappyAnswerMoreOftenAndComplain()
    {
        const DemoFolder& folder = DemoFolder::ofSeed(1);
        const DemoTable answers = folder.table("surveys");
        int unhappy = 0;
        for (std::size_t r = 0; r < answers.rows.size(); ++r) {
            const std::string& grade = answers.cell(r, "satisfaction");
            const bool low = grade == "一般" || grade == "不满意" || grade == "非常不满意";
            unhappy += low ? 1 : 0;
            const std::int64_t nps = answers.number(r, "nps");
            QVERIFY(nps >= 0 && nps <= 10 && (!low || nps <= 6));
        }
        // 13 % of the visits go badly.
        QVERIFY(unhappy * 100 > static_cast<int>(answers.rows.size()) * 15);
        const DemoTable records = folder.table("service");
        int complaints = 0;
        for (std::size_t r = 0; r < records.rows.size(); ++r) {
            complaints += records.cell(r, "record_type") == "投诉" ? 1 : 0;
            QVERIFY(isMarked(folder, records, r)
                    || records.cell(r, "first_reply_at") > records.cell(r, "time"));
        }
        QVERIFY(complaints * 2 > static_cast<int>(records.rows.size()));
    }

    void callsAreMadeOnOrAfterTheDayTheyWerePlannedFor()
    {
        const DemoTable calls = DemoFolder::ofSeed(1).table("followups");
        int done = 0;
        for (std::size_t r = 0; r < calls.rows.size(); ++r) {
            const std::string& at = calls.cell(r, "followup_done_at");
            if (!at.empty()) {
                ++done;
                QVERIFY(at.substr(0, 10) >= calls.cell(r, "followup_plan_at"));
            } else {
                QVERIFY(calls.cell(r, "followup_result").empty());
            }
        }
        const double share = static_cast<double>(done) / static_cast<double>(calls.rows.size());
        QVERIFY2(share > 0.80 && share < 0.90, std::to_string(share).c_str());
    }

    void postsAndTargetsCoverEveryMonth()
    {
        const DemoFolder& folder = DemoFolder::ofSeed(1);
        const DemoTable posts = folder.table("notes");
        std::set<std::string> months;
        bool many = false;
        for (std::size_t r = 0; r < posts.rows.size(); ++r) {
            months.insert(posts.cell(r, "published_at").substr(0, 7));
            many = many || posts.cell(r, "impressions").find("万") != std::string::npos;
        }
        QCOMPARE(months.size(), std::size_t {36});
        QVERIFY(many);
        QCOMPARE(valuesOf(folder.table("targets"), "month").size(), std::size_t {36});
        QCOMPARE(valuesOf(folder.table("targets"), "metric").size(), std::size_t {3});
    }
};

MEITRACE_TEST(TestDemoSources)
#include "tst_demosources.moc"
