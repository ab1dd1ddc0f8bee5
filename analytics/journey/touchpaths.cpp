// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/touchpaths.h"

#include "analytics/features/population.h"
#include "models/base/badoption.h"
#include "models/domain/channel.h"
#include "models/domain/eventtype.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

namespace meitrace {

namespace {

constexpr std::uint64_t kConversionBit = 1;
constexpr std::uint64_t kTouchBit = 2;
constexpr std::uint64_t kMoneyBit = 4;
constexpr int kLongestDays = 3'650;

// What customers do themselves on a channel. Shown contents and messages sent or opened are not among them.
constexpr std::array<const char*, 24> kTouchTypes {
    "ad_click",      "content_engage", "page_view",   "item_view", "search",         "form_start",
    "dm_open",       "lead",           "form_submit", "call_in",   "voucher_buy",    "coupon_claim",
    "wechat_add",    "group_join",     "oa_follow",   "mp_open",   "consult_online", "checkin",
    "group_message", "live_subscribe", "live_watch",  "share",     "touch_click",    "touch_reply"};

bool isDirect(std::string_view channel)
{
    return channel == "web_direct" || channel == "unknown";
}

/// First contacts that may stand for the source of somebody who came from outside the media.
bool isFirstContact(std::uint16_t type)
{
    return type == event::kLead || type == event::kCallIn || type == event::kArrive
        || type == event::kConsultOnsite;
}

}  // namespace

EventPredicate usualTouches()
{
    EventPredicate touches;
    for (const char* type : kTouchTypes) {
        touches.clauses.push_back({.type = type});
    }
    return touches;
}

TouchScan::TouchScan(const Snapshot& snapshot, const TouchOptions& options, EventMatcher matcher)
    : m_snapshot(&snapshot)
    , m_matcher(std::move(matcher))
    , m_scope(options.scope)
    , m_repeats(options.repeats)
    , m_direct(options.direct)
    , m_sinceConversion(options.sinceConversion)
    , m_offlineSource(options.offlineSource)
    , m_window(options.windowDays * kDayMillis)
    , m_moneyDays(options.moneyDays)
    , m_begin(options.from == kMissingDay ? std::numeric_limits<Millis>::min()
                                          : snapshot.endOfDay(options.from - 1))
    , m_dataEnd(snapshot.endOfDay(options.asOf == kMissingDay ? snapshot.frame().asOf : options.asOf))
    , m_times(snapshot.time().data())
    , m_precision(snapshot.precision().data())
    , m_amounts(snapshot.amount().data())
    , m_codes(snapshot.codes(EventField::Channel))
{
    m_end = options.to == kMissingDay ? m_dataEnd : std::min(m_dataEnd, snapshot.endOfDay(options.to));
}

Result<TouchScan> TouchScan::make(const Snapshot& snapshot, const TouchOptions& options, Job& job)
{
    if (options.windowDays < 1 || options.windowDays > kLongestDays) {
        return badOption("window", options.windowDays, "1 to 3650 days");
    }
    if (options.moneyDays < 1 || options.moneyDays > kLongestDays) {
        return badOption("money-days", options.moneyDays, "1 to 3650 days");
    }
    if (options.from != kMissingDay && options.to != kMissingDay && options.from > options.to) {
        return badOption("from", options.from, "after the last day");
    }
    if (Status checked = checkPopulation(snapshot, options.population); !checked) {
        return checked.error();
    }
    if (Status loaded = snapshot.load({EventField::Time, EventField::Precision, EventField::Type,
                                       EventField::Channel, EventField::Amount},
                                      job);
        !loaded) {
        return loaded.error();
    }
    Result<EventMatcher> matcher
        = EventMatcher::bind({options.conversion, options.touches, options.money}, snapshot, job);
    if (!matcher) {
        return matcher.error();
    }
    TouchScan scan(snapshot, options, *std::move(matcher));
    std::vector<Index> touched(snapshot.dictionary(EventField::Channel).size());
    if (Status counted = scan.countTouches(touched, job); !counted) {
        return counted.error();
    }
    scan.nameChannels(touched);
    if (Status bound = scan.bindSource(job); !bound) {
        return bound.error();
    }
    return scan;
}

Status TouchScan::countTouches(std::vector<Index>& touched, Job& job) const
{
    return eachCustomer<std::vector<Index>>(
        Bitset(m_snapshot->customers(), true), job, [&] { return std::vector<Index>(touched.size()); },
        [this](std::vector<Index>& counts, Index customer) {
            for (Index row = m_snapshot->begin(customer); row < m_snapshot->end(customer); ++row) {
                counts[m_codes[row]] += (m_matcher.mask(row) & kTouchBit) != 0 ? 1 : 0;
            }
        },
        [&](const std::vector<Index>& counts) {
            std::transform(touched.begin(), touched.end(), counts.begin(), touched.begin(), std::plus<> {});
        },
        {0, kNaming});
}

/// Codes in the order of the snapshot; the rarest channels share the last one where there are too many.
void TouchScan::nameChannels(const std::vector<Index>& touched)
{
    const Dictionary& texts = m_snapshot->dictionary(EventField::Channel);
    std::vector<std::uint32_t> used;
    for (std::uint32_t code = 1; code < texts.size(); ++code) {
        if (touched[code] > 0) {
            used.push_back(code);
        }
    }
    const std::size_t named = used.size() <= kMostChannels ? used.size() : kMostChannels - 1;
    std::stable_sort(used.begin(), used.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return touched[a] > touched[b]; });
    std::sort(used.begin(), used.begin() + static_cast<std::ptrdiff_t>(named));
    m_ofChannel.assign(texts.size(), 0);
    for (std::size_t i = 0; i < used.size(); ++i) {
        m_ofChannel[used[i]] = static_cast<std::uint16_t>(std::min(i, named));
        if (i < named) {
            m_channels.emplace_back(texts.text(used[i]));
        }
    }
    if (named < used.size()) {
        m_channels.emplace_back();
    }
    for (const std::string& channel : m_channels) {
        m_isDirect.push_back(isDirect(channel));
    }
}

Status TouchScan::bindSource(Job& job)
{
    if (!m_offlineSource) {
        return Done {};
    }
    const auto source = m_snapshot->attribute("source", job);
    if (!source) {
        return source.error().code == ErrorCode::NotFound ? Status(Done {}) : Status(source.error());
    }
    if ((*source)->type != AttributeType::Category) {
        return Done {};
    }
    m_source = *source;
    m_ofSource.assign(m_source->texts.size(), -1);
    for (std::uint32_t code = 1; code < m_source->texts.size(); ++code) {
        const std::string_view name = m_source->texts.text(code);
        const std::optional<Channel> channel = channelByCode(name);
        if (!channel || channel->family != "offline") {
            continue;
        }
        const auto known = std::find(m_channels.begin(), m_channels.end(), name);
        m_ofSource[code] = static_cast<std::int32_t>(known - m_channels.begin());
        if (known == m_channels.end()) {
            m_channels.emplace_back(name);
            m_isDirect.push_back(false);
        }
    }
    return Done {};
}

/// A day-precision event stands behind the exact ones of its day.
Millis TouchScan::orderOf(Index row) const
{
    return m_precision[row] >= static_cast<std::uint8_t>(TimeQuality::WholeDay)
        ? m_times[row] + kDayMillis - 1
        : m_times[row];
}

void TouchScan::gather(Index customer, Buffers& buffers) const
{
    buffers.touches.clear();
    buffers.conversions.clear();
    const Index end = m_snapshot->end(customer);
    for (Index row = m_snapshot->begin(customer); row < end; ++row) {
        const std::uint64_t mask = m_matcher.mask(row);
        if ((mask & (kConversionBit | kTouchBit)) == 0 || m_times[row] >= m_dataEnd) {
            continue;
        }
        if ((mask & kConversionBit) != 0) {
            buffers.conversions.push_back(row);
        }
        if ((mask & kTouchBit) != 0 && m_codes[row] != 0) {
            buffers.touches.push_back({orderOf(row), m_ofChannel[m_codes[row]]});
        }
    }
    if (m_source) {
        addOfflineTouch(customer, buffers);
    }
}

void TouchScan::addOfflineTouch(Index customer, Buffers& buffers) const
{
    const std::int32_t source = m_ofSource[m_source->code[customer]];
    if (source < 0) {
        return;
    }
    const Index end = m_snapshot->end(customer);
    for (Index row = m_snapshot->begin(customer); row < end && m_times[row] < m_dataEnd; ++row) {
        if (!isFirstContact(m_snapshot->type()[row])) {
            continue;
        }
        const Millis time = orderOf(row);
        if (buffers.touches.empty() || buffers.touches.front().time > time) {
            buffers.touches.push_back({time, static_cast<std::uint16_t>(source)});
            std::rotate(buffers.touches.begin(), buffers.touches.end() - 1, buffers.touches.end());
        }
        return;
    }
}

std::optional<TouchPath> TouchScan::converted(Index customer, std::size_t conversion, Buffers& buffers) const
{
    const Index row = buffers.conversions[conversion];
    if (!isCounted(m_times[row])) {
        return std::nullopt;
    }
    const Millis at = orderOf(row);
    Millis after = at - m_window - 1;
    if (m_sinceConversion && conversion > 0) {
        after = std::max(after, orderOf(buffers.conversions[conversion - 1]) - 1);
    }
    fill(buffers, after, at);
    TouchPath path {.channels = buffers.channels,
                    .times = buffers.times,
                    .end = TouchPath::End::Converted,
                    .at = at,
                    .customer = customer};
    addMoney(customer, conversion, buffers, path);
    return path;
}

std::optional<TouchPath> TouchScan::unconverted(Index customer, Buffers& buffers) const
{
    if (buffers.touches.empty()) {
        return std::nullopt;
    }
    const Millis last = buffers.touches.back().time;
    Millis after = last - m_window - 1;
    if (!buffers.conversions.empty()) {
        after = std::max(after, orderOf(buffers.conversions.back()) - 1);
    }
    if (last <= after || !isCounted(last)) {
        return std::nullopt;
    }
    fill(buffers, after, last + 1);
    return TouchPath {.channels = buffers.channels,
                      .times = buffers.times,
                      .end = last + m_window < m_dataEnd ? TouchPath::End::Lost : TouchPath::End::Open,
                      .at = last,
                      .customer = customer};
}

void TouchScan::fill(Buffers& buffers, Millis after, Millis before) const
{
    const auto at = [](Millis time, const Buffers::Touch& touch) { return time < touch.time; };
    const auto first = std::upper_bound(buffers.touches.begin(), buffers.touches.end(), after, at);
    const auto last = std::upper_bound(first, buffers.touches.end(), before - 1, at);
    buffers.channels.clear();
    buffers.times.clear();
    for (auto touch = first; touch != last; ++touch) {
        buffers.channels.push_back(touch->channel);
        buffers.times.push_back(touch->time);
    }
    dropDirect(buffers);
    dropRepeats(buffers);
    if (buffers.channels.size() > kMostTouches) {
        const auto extra = static_cast<std::ptrdiff_t>(buffers.channels.size() - kMostTouches);
        buffers.channels.erase(buffers.channels.begin(), buffers.channels.begin() + extra);
        buffers.times.erase(buffers.times.begin(), buffers.times.begin() + extra);
    }
}

void TouchScan::dropDirect(Buffers& buffers) const
{
    const auto direct = [this](std::uint16_t channel) { return bool {m_isDirect[channel]}; };
    if (m_direct == DirectTouches::Keep
        || std::all_of(buffers.channels.begin(), buffers.channels.end(), direct)) {
        return;
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < buffers.channels.size(); ++i) {
        if (m_direct != DirectTouches::Drop || !direct(buffers.channels[i])) {
            buffers.channels[kept] = buffers.channels[i];
            buffers.times[kept++] = buffers.times[i];
        }
    }
    while (direct(buffers.channels[kept - 1])) {
        --kept;
    }
    buffers.channels.resize(kept);
    buffers.times.resize(kept);
}

void TouchScan::dropRepeats(Buffers& buffers) const
{
    if (m_repeats == TouchRepeats::Keep) {
        return;
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < buffers.channels.size(); ++i) {
        const std::uint16_t channel = buffers.channels[i];
        if (m_repeats == TouchRepeats::Collapse && kept > 0 && buffers.channels[kept - 1] == channel) {
            buffers.times[kept - 1] = buffers.times[i];
            continue;
        }
        const auto seen = buffers.channels.begin() + static_cast<std::ptrdiff_t>(kept);
        if (m_repeats == TouchRepeats::First && std::find(buffers.channels.begin(), seen, channel) != seen) {
            continue;
        }
        buffers.channels[kept] = channel;
        buffers.times[kept++] = buffers.times[i];
    }
    buffers.channels.resize(kept);
    buffers.times.resize(kept);
}

void TouchScan::addMoney(Index customer, std::size_t conversion, const Buffers& buffers,
                         TouchPath& path) const
{
    const Day day = m_snapshot->dayOf(m_times[buffers.conversions[conversion]]);
    const Millis begin = m_snapshot->endOfDay(day - 1);
    Millis end = m_snapshot->endOfDay(day + m_moneyDays - 1);
    path.moneyOver = end <= m_dataEnd;
    if (m_scope != ConversionScope::First && conversion + 1 < buffers.conversions.size()) {
        const Day next = m_snapshot->dayOf(m_times[buffers.conversions[conversion + 1]]);
        const Millis nextBegin = m_snapshot->endOfDay(next - 1);
        path.moneyOver = path.moneyOver || nextBegin <= m_dataEnd;
        end = std::min(end, nextBegin);
    }
    end = std::min(end, m_dataEnd);
    for (Index row = m_snapshot->begin(customer); row < m_snapshot->end(customer); ++row) {
        if (m_times[row] >= begin && m_times[row] < end && (m_matcher.mask(row) & kMoneyBit) != 0) {
            path.money += m_amounts[row];
        }
    }
}

}  // namespace meitrace
