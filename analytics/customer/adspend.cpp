// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/adspend.h"

#include "models/base/saturation.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace meitrace {

namespace {

constexpr std::size_t kLevels = 4;

/// What a platform's reports of the same days come to for one campaign; an empty campaign is the account's
/// own.
struct Bundle {
    Day first = 0;
    int days = 1;
    std::string campaign;
    bool wholeAccount = false;  ///< an account's sum without any of its campaigns
    std::map<std::uint32_t, Fen> byChannel;

    [[nodiscard]] Fen sum() const
    {
        Fen total = 0;
        for (const auto& [channel, amount] : byChannel) {
            total = saturatedSum(total, amount);
        }
        return total;
    }
};

using ByChannel = std::map<std::uint32_t, Fen>;

void add(ByChannel& sums, std::uint32_t channel, Fen amount)
{
    Fen& sum = sums[channel];
    sum = saturatedSum(sum, amount);
}

Fen sumOf(const ByChannel& amounts)
{
    return Bundle {.campaign = {}, .byChannel = amounts}.sum();
}

/// Of the levels on which a campaign was reported the one that tells of most.
const ByChannel& fullest(const std::array<ByChannel, kLevels>& levels)
{
    std::size_t best = kLevels;
    for (std::size_t level = 0; level < kLevels; ++level) {
        const bool fuller
            = !levels[level].empty() && (best == kLevels || sumOf(levels[level]) > sumOf(levels[best]));
        best = fuller ? level : best;
    }
    return levels[best];
}

/// Bundles of one platform and the same days.
std::vector<Bundle> bundlesOf(Day first, int days,
                              const std::map<std::string, std::array<ByChannel, kLevels>>& campaigns)
{
    std::vector<Bundle> bundles;
    const ByChannel* account = nullptr;
    Fen told = 0;
    for (const auto& [campaign, levels] : campaigns) {
        if (campaign.empty()) {
            account = &fullest(levels);
            continue;
        }
        bundles.push_back({first, days, campaign, false, fullest(levels)});
        told = saturatedSum(told, bundles.back().sum());
    }
    if (account == nullptr) {
        return bundles;
    }
    if (bundles.empty()) {
        bundles.push_back({first, days, {}, true, *account});
    } else if (const Fen rest = saturatedDifference(sumOf(*account), told); rest > 0) {
        bundles.push_back({first, days, {}, false, {{account->begin()->first, rest}}});
    }
    return bundles;
}

/// What is known of the days of one platform.
class Ledger {
public:
    void addDay(const Bundle& bundle)
    {
        for (const auto& [channel, amount] : bundle.byChannel) {
            put(bundle.first, bundle.campaign, channel, amount, false);
        }
        if (bundle.wholeAccount) {
            m_wholeDays.insert(bundle.first);
        }
    }

    void addWindow(const Bundle& bundle)
    {
        const Day last = bundle.first + bundle.days - 1;
        Fen told = 0;
        bool anySpread = false;
        std::vector<Day> open;
        for (Day day = bundle.first; day <= last; ++day) {
            const Known known = knownOf(day, bundle);
            told = saturatedSum(told, known.amount);
            anySpread = anySpread || known.spread;
            if (!known.any) {
                open.push_back(day);
            }
        }
        const Fen rest = saturatedDifference(bundle.sum(), told);
        const bool nothingTold = static_cast<int>(open.size()) == bundle.days;
        if (open.empty() && !anySpread) {
            for (Day day = bundle.first; day <= last; ++day) {
                open.push_back(day);
            }
        }
        if (!open.empty() && (nothingTold || rest > 0)) {
            spread(bundle, rest, open);
        }
    }

    std::vector<AdSpend> take() { return std::move(m_spend); }

private:
    struct Known {
        Fen amount = 0;
        bool any = false;
        bool spread = false;
    };

    /// What stands on a day of that which the bundle speaks of.
    [[nodiscard]] Known knownOf(Day day, const Bundle& bundle) const
    {
        Known known;
        const auto take = [&](const Known& other, bool itsMoney) {
            known.amount = saturatedSum(known.amount, itsMoney ? other.amount : 0);
            known.any = true;
            known.spread = known.spread || other.spread;
        };
        for (auto at = m_known.lower_bound({day, {}}); at != m_known.end() && at->first.first == day; ++at) {
            const std::string& campaign = at->first.second;
            if (bundle.wholeAccount || campaign == bundle.campaign) {
                take(at->second, true);
            } else if (campaign.empty() && m_wholeDays.contains(day)) {
                take(at->second, false);  // the account's sum holds the campaign's already
                known.spread = true;
            }
        }
        return known;
    }

    void put(Day day, const std::string& campaign, std::uint32_t channel, Fen amount, bool isSpread)
    {
        Known& known = m_known[{day, campaign}];
        known.amount = saturatedSum(known.amount, amount);
        known.any = true;
        known.spread = known.spread || isSpread;
        m_spend.push_back({day, channel, amount, isSpread});
    }

    /// The channels of a bundle share what is left as they share its sum.
    void spread(const Bundle& bundle, Fen rest, const std::vector<Day>& days)
    {
        const Fen whole = bundle.sum();
        Fen left = rest;
        std::size_t channels = bundle.byChannel.size();
        for (const auto& [channel, amount] : bundle.byChannel) {
            const Fen share
                = --channels == 0 ? left : (rest == whole ? amount : shareOf(rest, amount, whole));
            left = saturatedDifference(left, share);
            const auto parts = static_cast<std::int64_t>(days.size());
            Fen before = 0;
            for (std::int64_t i = 0; i < parts; ++i) {
                const Fen upTo = shareOf(share, i + 1, parts);
                put(days[static_cast<std::size_t>(i)], bundle.campaign, channel, upTo - before, true);
                before = upTo;
            }
        }
        if (bundle.wholeAccount) {
            m_wholeDays.insert(days.begin(), days.end());
        }
    }

    static Fen shareOf(Fen amount, std::int64_t part, std::int64_t whole)
    {
        __extension__ using Wide = __int128;
        return whole == 0 ? 0 : static_cast<Fen>(static_cast<Wide>(amount) * part / whole);
    }

    std::map<std::pair<Day, std::string>, Known> m_known;
    std::set<Day> m_wholeDays;  ///< of which an account's own sum tells
    std::vector<AdSpend> m_spend;
};

/// Minus the length, so that long windows come first; the first day.
using Days = std::pair<int, Day>;
using Campaigns = std::map<std::string, std::array<ByChannel, kLevels>>;
using Reports = std::map<Days, Campaigns>;

/// Adds either what single days tell or what windows do.
void addReports(Ledger& ledger, const Reports& reports, bool ofSingleDays)
{
    for (const auto& [days, campaigns] : reports) {
        const auto [length, first] = days;
        if ((length == -1) != ofSingleDays) {
            continue;
        }
        for (const Bundle& bundle : bundlesOf(first, -length, campaigns)) {
            ofSingleDays ? ledger.addDay(bundle) : ledger.addWindow(bundle);
        }
    }
}

}  // namespace

std::vector<AdSpend> spendOnce(const std::vector<AdReportRow>& rows)
{
    std::map<std::string, Reports> platforms;
    for (const AdReportRow& row : rows) {
        auto& levels = platforms[row.platform][{-row.days, row.first}][row.campaign];
        add(levels[static_cast<std::size_t>(row.level)], row.channel, row.amount);
    }
    std::vector<AdSpend> all;
    for (const auto& [platform, reports] : platforms) {
        Ledger ledger;
        addReports(ledger, reports, true);
        addReports(ledger, reports, false);
        const std::vector<AdSpend> spend = ledger.take();
        all.insert(all.end(), spend.begin(), spend.end());
    }
    std::sort(all.begin(), all.end(), [](const AdSpend& a, const AdSpend& b) {
        return std::tie(a.day, a.channel, a.amount, a.spread)
            < std::tie(b.day, b.channel, b.amount, b.spread);
    });
    return all;
}

}  // namespace meitrace
