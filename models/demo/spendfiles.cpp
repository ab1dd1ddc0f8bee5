// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/calendar.h"
#include "models/demo/clinicbook.h"
#include "models/demo/exportfiles.h"
#include "models/demo/model.h"
#include "models/domain/channel.h"

#include <array>
#include <cassert>
#include <numeric>

namespace meitrace::demo {

namespace {

constexpr std::array<int, 3> kCampaignShares {25, 55, 20};
constexpr std::size_t kDoubleCampaign = 1;  // T14: exported by project and by unit
constexpr std::array<int, 3> kUnitShares {50, 30, 20};
constexpr Fen kCommissionPercent = 40;  // of the net revenue a partner brings
constexpr int kImpressionsPerYuan = 28;
constexpr int kImpressionsPerClick = 45;

/// One day of one campaign.
struct DaySpend {
    Day day = 0;
    std::size_t campaign = 0;
    Fen spend = 0;
    std::int64_t leads = 0;
};

/// Parts of a whole in proportion to weights, to the fen.
template <std::size_t N>
std::array<Fen, N> shared(Fen whole, const std::array<int, N>& weights)
{
    const Fen total = std::accumulate(weights.begin(), weights.end(), Fen {0});
    assert(total > 0);
    std::array<Fen, N> parts {};
    Fen upTo = 0;
    Fen given = 0;
    for (std::size_t i = 0; i < N; ++i) {
        upTo += weights[i];
        const Fen until = whole * upTo / total;
        parts[i] = until - given;
        given = until;
    }
    return parts;
}

/// The cost of a channel's leads, spent over the days of the month in which they came.
std::vector<DaySpend> spendOf(const World& world, int channel)
{
    const ClinicCalendar& calendar = ClinicCalendar::get();
    std::vector<std::int64_t> leads(static_cast<std::size_t>(calendar.asOf() - calendar.firstDay()) + 1, 0);
    for (int p = 0; p < world.options.persons; ++p) {
        const Person& person = world.people[static_cast<std::size_t>(p)];
        if (!person.earlier && person.channel == channel) {
            ++leads[static_cast<std::size_t>(dayOf(person.leadAt) - calendar.firstDay())];
        }
    }
    Draw draw(world.options.seed, channel, Purpose::World);
    std::vector<DaySpend> rows;
    for (Day start = calendar.firstDay(); start <= calendar.asOf(); start = addMonths(start, 1)) {
        const Day end = addMonths(start, 1);
        const auto begin = leads.begin() + (start - calendar.firstDay());
        const std::int64_t count = std::accumulate(begin, begin + (end - start), std::int64_t {0});
        const Fen whole = count * ClinicBook::get().channels[static_cast<std::size_t>(channel)].costPerLead;
        std::vector<int> weights;
        for (Day day = start; day < end; ++day) {
            weights.push_back(draw.between(70, 130));
        }
        const Fen total = std::accumulate(weights.begin(), weights.end(), Fen {0});
        Fen upTo = 0;
        Fen given = 0;
        for (Day day = start; day < end; ++day) {
            upTo += weights[static_cast<std::size_t>(day - start)];
            const Fen until = whole * upTo / total;
            const std::array<Fen, 3> parts = shared(until - given, kCampaignShares);
            const std::int64_t came = leads[static_cast<std::size_t>(day - calendar.firstDay())];
            for (std::size_t c = 0; c < parts.size(); ++c) {
                rows.push_back({day, c, parts[c], c == kDoubleCampaign ? came : 0});
            }
            given = until;
        }
    }
    return rows;
}

struct Sums {
    Fen spend = 0;
    std::int64_t impressions = 0, clicks = 0, leads = 0;
};

/// Date, platform, channel, spend and the counts that follow from the spend.
Status writeDay(Sheet& sheet, const DaySpend& row, const SourceChannel& channel, Sums& sums,
                std::string_view leadsField)
{
    const std::int64_t impressions
        = row.spend / 100 * kImpressionsPerYuan + (std::int64_t {37} * row.day + row.spend) % 50;
    const std::int64_t clicks = impressions / kImpressionsPerClick;
    sheet.putDate("stat_date", row.day);
    sheet.put("platform", channel.platform);
    sheet.put("channel", channel.name);
    sheet.putMoney("spend", row.spend);
    sheet.put("impressions", impressions);
    sheet.put("clicks", clicks);
    if (!leadsField.empty()) {
        sheet.put(leadsField, row.leads);
    }
    sums.spend += row.spend;
    sums.impressions += impressions;
    sums.clicks += clicks;
    sums.leads += row.leads;
    return sheet.endRow(0);
}

Status writeTotal(Sheet& sheet, const Sums& sums, std::string_view leadsField)
{
    sheet.put("platform", word("total.word"));
    sheet.putMoney("spend", sums.spend);
    sheet.put("impressions", sums.impressions);
    sheet.put("clicks", sums.clicks);
    if (!leadsField.empty()) {
        sheet.put(leadsField, sums.leads);
    }
    sheet.note("Q05", RowFate::Skipped);
    return sheet.endRow(0);
}

std::string campaignId(const SourceChannel& channel, std::size_t campaign)
{
    return channel.code + "-" + std::to_string(campaign + 1);
}

void putAccount(Sheet& sheet, const SourceChannel& channel, std::size_t campaign)
{
    sheet.put("account_id", channel.code + "-A1");
    sheet.put("campaign_id", campaignId(channel, campaign));
    sheet.put("campaign_name", words("ad.campaigns")[campaign]);
}

Status writeJuliang(Export& out, const std::vector<DaySpend>& rows, const SourceChannel& channel)
{
    Result<Sheet> projects = Sheet::create(out.folder, "juliang", out.world.options.seed, out.planted);
    if (!projects) {
        return projects.error();
    }
    Result<Sheet> units = Sheet::create(out.folder, "juliang_units", out.world.options.seed, out.planted);
    if (!units) {
        return units.error();
    }
    Sums all;
    Sums unitSums;
    Status status = Done {};
    for (const DaySpend& row : rows) {
        putAccount(*projects, channel, row.campaign);
        projects->put("account_name", word("ad.account"));
        status = status ? writeDay(*projects, row, channel, all, "form_leads") : status;
        if (row.campaign != kDoubleCampaign) {
            continue;
        }
        const std::array<Fen, 3> parts = shared(row.spend, kUnitShares);
        for (std::size_t u = 0; u < parts.size() && status; ++u) {
            putAccount(*units, channel, row.campaign);
            units->put("account_name", word("ad.account"));
            units->put("adgroup_id", campaignId(channel, row.campaign) + "-U" + std::to_string(u + 1));
            units->put("adgroup_name", word("ad.double") + std::to_string(u + 1));
            status = writeDay(*units, {row.day, row.campaign, parts[u], u == 0 ? row.leads : 0}, channel,
                              unitSums, "form_leads");
        }
    }
    out.doubleSpend = unitSums.spend;
    status = status ? writeTotal(*projects, all, "form_leads") : status;
    status = status ? writeTotal(*units, unitSums, "form_leads") : status;
    status = status ? projects->finish(out.files) : status;
    return status ? units->finish(out.files) : status;
}

Status writeJuguang(Export& out, const std::vector<DaySpend>& rows, const SourceChannel& channel)
{
    Result<Sheet> sheet = Sheet::create(out.folder, "juguang", out.world.options.seed, out.planted);
    if (!sheet) {
        return sheet.error();
    }
    Sums all;
    Status status = Done {};
    for (const DaySpend& row : rows) {
        putAccount(*sheet, channel, row.campaign);
        sheet->put("dm_inquiries", row.leads * 3 + row.day % 2);
        sheet->put("dm_openings", row.leads * 2);
        status = status ? writeDay(*sheet, row, channel, all, "dm_leads") : status;
    }
    status = status ? writeTotal(*sheet, all, "dm_leads") : status;
    return status ? sheet->finish(out.files) : status;
}

/// The partner's commission, at the end of the month in which the money came in.
Status writeCommission(Export& out, Sheet& sheet, int partner, Sums& all)
{
    const SourceChannel& channel = ClinicBook::get().channels[static_cast<std::size_t>(partner)];
    const ClinicCalendar& calendar = ClinicCalendar::get();
    std::size_t at = 0;
    for (Day start = calendar.firstDay(); start <= calendar.asOf(); start = addMonths(start, 1)) {
        const Day last = addMonths(start, 1) - 1;
        Fen net = 0;
        for (; at < out.world.bills.size() && dayOf(out.world.bills[at].paidAt) <= last; ++at) {
            const BillLine& line = out.world.bills[at];
            const Person& person = out.world.people[static_cast<std::size_t>(line.person)];
            net += person.role == Role::Customer && person.channel == partner ? line.net : 0;
        }
        const Fen commission = net > 0 ? net * kCommissionPercent / 100 : 0;
        sheet.put("campaign_name", word("ad.commission"));
        out.spend[static_cast<std::size_t>(partner)] += commission;
        if (Status status = writeDay(sheet, {last, 0, commission, 0}, channel, all, {}); !status) {
            return status;
        }
    }
    return Done {};
}

/// One row per day, or per month on its last day: what people type in by hand.
std::vector<DaySpend> summed(const std::vector<DaySpend>& rows, bool daily)
{
    std::vector<DaySpend> sums;
    for (const DaySpend& row : rows) {
        const Day day = daily ? row.day : addMonths(monthStart(row.day), 1) - 1;
        if (sums.empty() || sums.back().day != day) {
            sums.push_back({day, 0, 0, 0});
        }
        sums.back().spend += row.spend;
        sums.back().leads += row.leads;
    }
    return sums;
}

Status writeOthers(Export& out)
{
    const ClinicBook& book = ClinicBook::get();
    Result<Sheet> sheet = Sheet::create(out.folder, "spend", out.world.options.seed, out.planted);
    if (!sheet) {
        return sheet.error();
    }
    Sums all;
    Status status = Done {};
    for (std::size_t c = 0; c < book.channels.size() && status; ++c) {
        const SourceChannel& channel = book.channels[c];
        if (channel.costPerLead == 0 || channel.code == "dy_ads" || channel.code == "xhs_ads") {
            continue;
        }
        const bool daily = channelByCode(channel.code)->paid;
        for (const DaySpend& row : summed(spendOf(out.world, static_cast<int>(c)), daily)) {
            out.spend[c] += row.spend;
            sheet->put("campaign_name", word("ad.plan"));
            status = status ? writeDay(*sheet, row, channel, all, {}) : status;
        }
    }
    status = status ? writeCommission(out, *sheet, book.channel("partner"), all) : status;
    status = status ? writeTotal(*sheet, all, {}) : status;
    return status ? sheet->finish(out.files) : status;
}

}  // namespace

Status writeSpend(Export& out)
{
    const ClinicBook& book = ClinicBook::get();
    out.spend.assign(book.channels.size(), 0);
    const auto rowsOf = [&](std::string_view code) {
        const int channel = book.channel(code);
        std::vector<DaySpend> rows = spendOf(out.world, channel);
        for (const DaySpend& row : rows) {
            out.spend[static_cast<std::size_t>(channel)] += row.spend;
        }
        return rows;
    };
    Status status = writeJuliang(out, rowsOf("dy_ads"),
                                 book.channels[static_cast<std::size_t>(book.channel("dy_ads"))]);
    status = status ? writeJuguang(out, rowsOf("xhs_ads"),
                                   book.channels[static_cast<std::size_t>(book.channel("xhs_ads"))])
                    : status;
    return status ? writeOthers(out) : status;
}

}  // namespace meitrace::demo
