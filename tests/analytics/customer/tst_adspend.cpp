// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Ad reports of several levels and windows: every yuan counts once.
#include "analytics/customer/adspend.h"
#include "models/base/random.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace meitrace;

namespace {

AdReportRow row(Day first, int days, AdLevel level, const char* campaign, Fen amount,
                const char* platform = "dy")
{
    return {.first = first,
            .days = days,
            .level = level,
            .platform = platform,
            .campaign = campaign,
            .amount = amount};
}

AdReportRow campaign(Day first, int days, Fen amount, const char* name = "c")
{
    return row(first, days, AdLevel::Campaign, name, amount);
}

AdReportRow account(Day first, int days, Fen amount)
{
    return row(first, days, AdLevel::Account, "", amount);
}

Fen total(const std::vector<AdReportRow>& rows)
{
    Fen sum = 0;
    for (const AdSpend& spend : spendOnce(rows)) {
        sum += spend.amount;
    }
    return sum;
}

/// "1:100 2:100~", a wave where the amount is a share of several days
std::string byDay(const std::vector<AdReportRow>& rows)
{
    std::map<Day, std::pair<Fen, bool>> days;
    for (const AdSpend& spend : spendOnce(rows)) {
        days[spend.day].first += spend.amount;
        days[spend.day].second |= spend.spread;
    }
    std::string text;
    for (const auto& [day, told] : days) {
        text += (text.empty() ? "" : " ") + std::to_string(day) + ":" + std::to_string(told.first)
            + (told.second ? "~" : "");
    }
    return text;
}

}  // namespace

class TestAdSpend : public QObject {
    Q_OBJECT

private slots:
    void levelsOfTheSameDaysAreNotAdded()
    {
        std::vector<AdReportRow> rows {campaign(1, 1, 1'000), row(1, 1, AdLevel::Unit, "c", 400),
                                       row(1, 1, AdLevel::Unit, "c", 600),
                                       row(1, 1, AdLevel::Creative, "c", 700), campaign(1, 1, 250, "d")};
        QCOMPARE(byDay(rows), std::string("1:1250"));
        // The account tells of a campaign that nobody exported.
        rows.push_back(account(1, 1, 1'300));
        QCOMPARE(byDay(rows), std::string("1:1300"));
        // A sum below its parts takes nothing away.
        rows.back().amount = 900;
        QCOMPARE(byDay(rows), std::string("1:1250"));
        // Another platform is another account.
        rows.push_back(row(1, 1, AdLevel::Campaign, "c", 70, "xhs"));
        QCOMPARE(byDay(rows), std::string("1:1320"));
    }

    void aWindowIsSpreadToTheLastCent()
    {
        QCOMPARE(byDay({campaign(10, 3, 100)}), std::string("10:33~ 11:33~ 12:34~"));
        QCOMPARE(byDay({campaign(10, 3, -100)}), std::string("10:-33~ 11:-33~ 12:-34~"));
        QCOMPARE(byDay({campaign(10, 2, 0)}), std::string("10:0~ 11:0~"));
    }

    void daysComeBeforeWindows()
    {
        // Three single days and the sum of all five: the other two get what is left.
        const std::vector<AdReportRow> partly {campaign(1, 1, 10), campaign(2, 1, 20), campaign(3, 1, 30),
                                               campaign(1, 5, 100)};
        QCOMPARE(byDay(partly), std::string("1:10 2:20 3:30 4:20~ 5:20~"));
        // The sum agrees with its days.
        QCOMPARE(byDay({campaign(1, 1, 40), campaign(2, 1, 60), campaign(1, 2, 100)}),
                 std::string("1:40 2:60"));
        // The sum knows of more.
        QCOMPARE(byDay({campaign(1, 1, 40), campaign(2, 1, 60), campaign(1, 2, 110)}),
                 std::string("1:45~ 2:65~"));
        // An account's month beside its campaigns' days.
        QCOMPARE(total({campaign(1, 1, 40, "a"), campaign(1, 1, 60, "b"), account(1, 30, 1'000)}),
                 Fen {1'000});
    }

    void cumulativeReportsCountOnce()
    {
        // The month up to the 10th, the 20th and the 30th.
        QCOMPARE(total({campaign(1, 10, 300), campaign(1, 20, 500), campaign(1, 30, 900)}), Fen {900});
        // Weeks inside a month.
        QCOMPARE(total({campaign(1, 28, 400), campaign(1, 7, 100), campaign(8, 7, 250)}), Fen {400});
        // A campaign's week inside the account's month.
        QCOMPARE(total({account(1, 28, 400), campaign(1, 7, 100)}), Fen {400});
        QCOMPARE(total({account(3, 1, 400), campaign(3, 2, 100)}), Fen {400 + 100});
        // Windows that overlap: the second adds what lies behind the first.
        QCOMPARE(byDay({campaign(1, 4, 400), campaign(3, 4, 600)}),
                 std::string("1:100~ 2:100~ 3:100~ 4:100~ 5:200~ 6:200~"));
    }

    void theOrderOfTheRowsDoesNotMatter()
    {
        Random random(7);
        for (int trial = 0; trial < 300; ++trial) {
            std::vector<AdReportRow> rows;
            const auto count = 1 + random.below(12);
            static constexpr std::array<const char*, 3> kCampaigns {"a", "b", ""};
            for (std::uint64_t i = 0; i < count; ++i) {
                const std::uint64_t which = random.below(3);
                const AdLevel level
                    = which == 2 ? AdLevel::Account : static_cast<AdLevel>(1 + random.below(3));
                rows.push_back(row(static_cast<Day>(random.below(12)), 1 + static_cast<int>(random.below(6)),
                                   level, kCampaigns[which], static_cast<Fen>(random.below(10'000))));
                rows.back().channel = static_cast<std::uint32_t>(random.below(3));
            }
            const std::string first = byDay(rows);
            const Fen all = total(rows);
            Fen most = 0;
            for (const AdReportRow& one : rows) {
                most += one.amount;
            }
            QVERIFY2(all >= 0 && all <= most, first.c_str());
            for (std::size_t i = rows.size(); i > 1; --i) {
                std::swap(rows[i - 1], rows[random.below(i)]);
            }
            QCOMPARE(byDay(rows), first);
            // A report that comes twice by way of its levels changes nothing.
            std::vector<AdReportRow> twice = rows;
            for (const AdReportRow& one : rows) {
                if (one.level == AdLevel::Campaign
                    && std::none_of(rows.begin(), rows.end(), [&](const AdReportRow& other) {
                           return other.level > AdLevel::Campaign && other.campaign == one.campaign
                               && other.first == one.first && other.days == one.days;
                       })) {
                    twice.push_back(one);
                    twice.back().level = AdLevel::Unit;
                }
            }
            QCOMPARE(byDay(twice), first);
        }
    }
};

MEITRACE_TEST(TestAdSpend)

#include "tst_adspend.moc"
