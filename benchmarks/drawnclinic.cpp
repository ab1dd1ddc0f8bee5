// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/drawnclinic.h"

#include "models/base/random.h"
#include "models/domain/eventtype.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace meitrace {

namespace {

constexpr Index kCustomers = 100'000;
constexpr Index kEvents = 4'940'000;
constexpr int kDays = 365;
constexpr Day kFirstDay = 19'723;  // 2024-01-01
constexpr int kTypes = 12;
constexpr std::array<const char*, 12> kChannels {"xhs_org", "xhs_ads",   "dy_org",  "dy_ads",
                                                 "dy_life", "mt_dp",     "soyoung", "wecom",
                                                 "oa",      "baidu_sem", "sms",     "web_direct"};
constexpr int kEnd = kTypes;  // the session ends

enum Kind {
    PageView,
    Search,
    Click,
    Favourite,
    Consult,
    Register,
    Book,
    Visit,
    Purchase,
    Treat,
    Review,
    Share
};
constexpr std::array<const char*, kTypes> kNames {
    "page_view",      "search", "content_engage", "oa_follow", "consult_online", "form_submit",
    "booking_create", "arrive", "bill",           "treat",     "review_post",    "referral_made"};

// per mille of what comes next inside a session, the last column ends it
constexpr std::array<std::array<int, kTypes + 1>, kTypes> kNext {{
    {206, 95, 206, 32, 40, 12, 10, 0, 5, 0, 0, 6, 388},
    {335, 99, 335, 20, 39, 5, 5, 0, 3, 0, 0, 2, 157},
    {337, 79, 139, 89, 89, 20, 30, 0, 10, 0, 0, 10, 197},
    {283, 57, 170, 47, 113, 19, 47, 0, 19, 0, 0, 38, 207},
    {133, 19, 76, 29, 171, 57, 171, 0, 38, 0, 0, 10, 296},
    {252, 58, 155, 29, 117, 0, 136, 0, 29, 0, 0, 10, 214},
    {118, 10, 39, 20, 59, 10, 10, 0, 39, 0, 0, 20, 675},
    {0, 0, 0, 0, 100, 0, 40, 0, 460, 220, 0, 0, 180},
    {20, 0, 0, 0, 20, 0, 60, 0, 100, 560, 20, 20, 220},
    {20, 0, 0, 0, 20, 0, 120, 0, 60, 80, 140, 40, 520},
    {77, 10, 29, 10, 10, 0, 29, 0, 5, 0, 19, 135, 676},
    {160, 30, 60, 20, 10, 0, 10, 0, 3, 0, 0, 60, 647},
}};

struct Row {
    Millis time = 0;
    int type = 0;
    std::uint32_t session = 0;
};

double exponential(Random& random, double mean)
{
    return -mean * std::log(1.0 - random.unit());
}

int drawNext(Random& random, int type)
{
    int left = static_cast<int>(random.below(1000));
    for (int next = 0; next <= kTypes; ++next) {
        left -= kNext[static_cast<std::size_t>(type)][static_cast<std::size_t>(next)];
        if (left < 0) {
            return next;
        }
    }
    return kEnd;
}

std::vector<Millis> drawStarts(Random& random, Index sessions)
{
    std::vector<Millis> starts;
    const bool joinedLater = random.chance(450'000);
    const Millis joined = joinedLater ? static_cast<Millis>(random.below(kDays - 5)) : 0;
    for (Index i = 0; i < sessions; ++i) {
        const Millis day
            = joined + static_cast<Millis>(random.below(static_cast<std::uint64_t>(kDays - joined)));
        const std::uint64_t hour = random.chance(700'000) ? 10 + random.below(12) : random.below(24);
        starts.push_back(day * kDayMillis + static_cast<Millis>(hour * 3'600'000 + random.below(3'600'000)));
    }
    std::sort(starts.begin(), starts.end());
    return starts;
}

std::vector<Row> drawCustomer(Random& random, Index quota, std::uint32_t& session)
{
    std::vector<Row> rows;
    const std::vector<Millis> starts = drawStarts(random, std::max<Index>(1, quota / 4));
    Millis last = 0;
    bool booked = false;
    for (std::size_t s = 0; static_cast<Index>(rows.size()) < quota; ++s) {
        const bool visit = booked && random.chance(700'000);
        booked = booked && !visit;
        Millis time = s < starts.size() ? std::max(starts[s], last + 1000)
                                        : last + 3'600'000 + static_cast<Millis>(random.below(200'000'000));
        int type = visit ? Visit : random.chance(860'000) ? PageView : Search;
        ++session;
        while (type != kEnd && static_cast<Index>(rows.size()) < quota) {
            rows.push_back({kFirstDay * kDayMillis + time, type, session});
            booked = booked || type == Book;
            last = time;
            time += 1000 + static_cast<Millis>(exponential(random, type >= Visit ? 900'000 : 55'000));
            type = drawNext(random, type);
        }
    }
    return rows;
}

class DrawnSource final : public ColumnSource {
public:
    EventColumns columns;

    Status loadEvents(EventField field, EventColumns& into, Job&) override
    {
        switch (field) {
        case EventField::Time:
            into.time = columns.time;
            break;
        case EventField::Precision:
            into.precision = columns.precision;
            break;
        case EventField::Type:
            into.narrow[0] = columns.narrow[0];
            break;
        case EventField::Channel:
            into.narrow[EventColumns::narrowIndex(field)] = columns.narrow[EventColumns::narrowIndex(field)];
            break;
        case EventField::Amount:
            into.amount = columns.amount;
            break;
        case EventField::Item:
        case EventField::Session:
            into.wide[EventColumns::wideIndex(field)] = columns.wide[EventColumns::wideIndex(field)];
            break;
        case EventField::Store:
        case EventField::Staff:
        case EventField::Device:
            into.narrow[EventColumns::narrowIndex(field)].setZero(columns.time.size());
            break;
        case EventField::Campaign:
        case EventField::Detail:
        case EventField::Page:
            into.wide[EventColumns::wideIndex(field)].setZero(columns.time.size());
            break;
        default:
            return Error {.code = ErrorCode::Internal, .subject = std::string(fieldName(field))};
        }
        return Done {};
    }
    Result<std::shared_ptr<const Attribute>> loadAttribute(std::string_view, Job&) override
    {
        return Error {.code = ErrorCode::NotFound};
    }
    Status loadConsents(std::vector<ConsentRecord>&, Column<std::int64_t>&, Job&) override { return Done {}; }
};

std::vector<Index> drawQuotas()
{
    std::vector<double> weights;
    double sum = 0;
    for (Index c = 0; c < kCustomers; ++c) {
        Random random(1, static_cast<std::uint64_t>(c));
        weights.push_back(std::min(300.0, std::pow(1.0 - random.unit(), -1.0 / 1.25)));
        sum += weights.back();
    }
    std::vector<Index> quotas;
    for (const double weight : weights) {
        quotas.push_back(
            std::max<Index>(1, static_cast<Index>(static_cast<double>(kEvents) * weight / sum + 0.5)));
    }
    return quotas;
}

/// byDay: bills are known by their day only, as tills export them.
SnapshotPtr drawSnapshot(bool byDay)
{
    SnapshotFrame frame;
    auto source = std::make_unique<DrawnSource>();
    const std::vector<Index> quotas = drawQuotas();
    frame.offset.setZero(kCustomers + 1);
    frame.code.resize(kCustomers);
    frame.known = Bitset(kCustomers, true);
    frame.asOf = kFirstDay + kDays + 60;
    std::array<std::uint16_t, kTypes> codes {};
    for (std::size_t t = 0; t < kTypes; ++t) {
        codes[t] = standardEventType(kNames[t])->code;
        frame.dictionaries[2].set(codes[t], kNames[t]);
    }
    for (const char* channel : kChannels) {
        frame.dictionaries[static_cast<std::size_t>(EventField::Channel)].add(channel);
    }
    for (int i = 1; i <= 80; ++i) {
        frame.dictionaries[8].add("item " + std::to_string(i));
    }
    for (Index c = 0; c < kCustomers; ++c) {
        frame.offset[c + 1] = frame.offset[c] + quotas[static_cast<std::size_t>(c)];
        frame.code[c] = static_cast<std::uint32_t>(c + 1);
    }
    const Index events = frame.offset[kCustomers];
    EventColumns& columns = source->columns;
    columns.time.resize(events);
    columns.precision.setZero(events);
    columns.narrow[0].resize(events);
    Column<std::uint32_t>& items = columns.wide[EventColumns::wideIndex(EventField::Item)];
    Column<std::uint32_t>& sessions = columns.wide[EventColumns::wideIndex(EventField::Session)];
    Column<std::uint16_t>& channels = columns.narrow[EventColumns::narrowIndex(EventField::Channel)];
    items.resize(events);
    sessions.resize(events);
    channels.resize(events);
    columns.amount.setZero(events);
    std::uint32_t session = 0;
    for (Index c = 0, at = 0; c < kCustomers; ++c) {
        Random random(2, static_cast<std::uint64_t>(c));
        for (const Row& row : drawCustomer(random, quotas[static_cast<std::size_t>(c)], session)) {
            columns.time[at] = row.time;
            columns.narrow[0][at] = codes[static_cast<std::size_t>(row.type)];
            items[at] = static_cast<std::uint32_t>(1 + random.below(80));
            sessions[at] = row.session;
            channels[at] = static_cast<std::uint16_t>(1 + mix64(row.session) % kChannels.size());
            columns.amount[at] = row.type == Purchase ? static_cast<Fen>(random.below(500'000)) : 0;
            if (byDay && row.type == Purchase) {
                columns.precision[at] = 2;
                columns.time[at] = row.time / kDayMillis * kDayMillis;
            }
            ++at;
        }
    }
    return std::make_shared<const Snapshot>(std::move(frame), std::move(source));
}

}  // namespace

const Snapshot& drawnClinic(bool byDay)
{
    static const SnapshotPtr kExact = drawSnapshot(false);
    static const SnapshotPtr kByDay = drawSnapshot(true);
    return byDay ? *kByDay : *kExact;
}

}  // namespace meitrace
