// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/features/circumstance.h"

#include "models/base/calendar.h"
#include "models/domain/eventtype.h"
#include "models/domain/kind.h"

#include <array>
#include <charconv>

namespace meitrace {

namespace {

constexpr Millis kMinute = 60'000;
constexpr Millis kHour = 60 * kMinute;
constexpr int kBlockHours = 4;

struct Named {
    CircumstanceKind kind;
    std::string_view name;
};
constexpr std::array<Named, 6> kNames {{{CircumstanceKind::HourBlock, "hour_block"},
                                        {CircumstanceKind::Opening, "opening"},
                                        {CircumstanceKind::Weekday, "weekday"},
                                        {CircumstanceKind::FirstReply, "first_reply"},
                                        {CircumstanceKind::BookedAhead, "booked_ahead"},
                                        {CircumstanceKind::FirstVisit, "first_visit"}}};

constexpr std::array<std::string_view, 6> kBlocks {"00-04", "04-08", "08-12", "12-16", "16-20", "20-24"};
constexpr std::array<std::string_view, 2> kSides {"inside", "outside"};
constexpr std::array<std::string_view, 7> kWeekdays {"1", "2", "3", "4", "5", "6", "7"};
constexpr std::array<std::string_view, 6> kReplies {"5m", "30m", "2h", "24h", "later", "none"};
constexpr std::array<Millis, 4> kReplyLimits {5 * kMinute, 30 * kMinute, 2 * kHour, 24 * kHour};
constexpr std::array<std::string_view, 3> kAhead {"0-3", "4-10", "11+"};
constexpr std::array<Day, 2> kAheadLimits {3, 10};
constexpr std::array<std::string_view, 2> kVisits {"first", "return"};

/// Place of the first limit that the value does not pass, from 1; one more than limits where it passes all.
template <typename T, std::size_t N>
std::uint32_t classOf(T value, const std::array<T, N>& limits)
{
    std::uint32_t place = 1;
    for (const T limit : limits) {
        place += value > limit ? 1U : 0U;
    }
    return place;
}

std::optional<int> wholeHour(std::string_view text)
{
    int hour = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), hour);
    return error == std::errc() && end == text.data() + text.size() && hour >= 0 && hour <= 24
        ? std::optional(hour)
        : std::nullopt;
}

}  // namespace

std::optional<Circumstance> parseCircumstance(std::string_view text)
{
    const std::size_t colon = text.find(':');
    for (const Named& named : kNames) {
        if (named.name != text.substr(0, colon)) {
            continue;
        }
        Circumstance circumstance {.kind = named.kind};
        if (colon == std::string_view::npos) {
            return circumstance;
        }
        const std::string_view hours = text.substr(colon + 1);
        const std::size_t dash = hours.find('-');
        if (named.kind != CircumstanceKind::Opening || dash == std::string_view::npos) {
            return std::nullopt;
        }
        const std::optional<int> opens = wholeHour(hours.substr(0, dash));
        const std::optional<int> closes = wholeHour(hours.substr(dash + 1));
        if (!opens || !closes || *opens >= *closes) {
            return std::nullopt;
        }
        circumstance.opens = *opens;
        circumstance.closes = *closes;
        return circumstance;
    }
    return std::nullopt;
}

std::string printed(const Circumstance& circumstance)
{
    std::string text(kNames[static_cast<std::size_t>(circumstance.kind)].name);
    const Circumstance usual;
    if (circumstance.kind == CircumstanceKind::Opening
        && (circumstance.opens != usual.opens || circumstance.closes != usual.closes)) {
        text += ':' + std::to_string(circumstance.opens) + '-' + std::to_string(circumstance.closes);
    }
    return text;
}

std::span<const std::string_view> circumstanceValues(CircumstanceKind kind)
{
    switch (kind) {
    case CircumstanceKind::HourBlock:
        return kBlocks;
    case CircumstanceKind::Opening:
        return kSides;
    case CircumstanceKind::Weekday:
        return kWeekdays;
    case CircumstanceKind::FirstReply:
        return kReplies;
    case CircumstanceKind::BookedAhead:
        return kAhead;
    case CircumstanceKind::FirstVisit:
        return kVisits;
    }
    return {};
}

Dictionary circumstanceTexts(CircumstanceKind kind)
{
    Dictionary texts;
    for (const std::string_view value : circumstanceValues(kind)) {
        texts.add(value);
    }
    return texts;
}

Status CircumstanceReader::load(const Snapshot& snapshot, Job& job)
{
    return snapshot.load({EventField::Type, EventField::Time, EventField::Precision}, job);
}

CircumstanceReader::CircumstanceReader(const Snapshot& snapshot, const Circumstance& circumstance, Millis end)
    : m_snapshot(&snapshot)
    , m_circumstance(circumstance)
    , m_end(end)
    , m_time(snapshot.time().data())
    , m_precision(snapshot.precision().data())
    , m_type(snapshot.type().data())
{
}

bool CircumstanceReader::isWholeDay(Index row) const
{
    return m_precision[row] >= static_cast<std::uint8_t>(TimeQuality::WholeDay);
}

int CircumstanceReader::hourOf(Index row) const
{
    const Day day = m_snapshot->dayOf(m_time[row]);
    const auto hour = static_cast<int>((m_time[row] - m_snapshot->endOfDay(day - 1)) / kHour);
    return hour < 24 ? hour : 23;  // the day on which clocks go back has 25
}

std::uint32_t CircumstanceReader::reply(Index customer, Index row) const
{
    if (m_type[row] != event::kLead || isWholeDay(row)) {
        return 0;
    }
    const Index stop = m_snapshot->end(customer);
    for (Index next = row + 1; next < stop && m_time[next] < m_end; ++next) {
        if (m_type[next] != event::kConsultOnline) {
            continue;
        }
        if (!isWholeDay(next)) {
            return classOf(m_time[next] - m_time[row], kReplyLimits);
        }
        const Day days = m_snapshot->dayOf(m_time[next]) - m_snapshot->dayOf(m_time[row]);
        return days > 1 ? static_cast<std::uint32_t>(kReplyLimits.size()) + 1 : 0;
    }
    return static_cast<std::uint32_t>(kReplies.size());
}

std::uint32_t CircumstanceReader::ahead(Index customer, Index row) const
{
    if (m_type[row] != event::kBookingCreate) {
        return 0;
    }
    const Index stop = m_snapshot->end(customer);
    for (Index next = row + 1; next < stop && m_time[next] < m_end; ++next) {
        if (m_type[next] == event::kArrive || m_type[next] == event::kBookingNoShow
            || m_type[next] == event::kBookingCancel) {
            return classOf(m_snapshot->dayOf(m_time[next]) - m_snapshot->dayOf(m_time[row]), kAheadLimits);
        }
    }
    return 0;
}

std::uint32_t CircumstanceReader::visit(Index customer, Index row) const
{
    const Millis today = m_snapshot->endOfDay(m_snapshot->dayOf(m_time[row]) - 1);
    for (Index before = m_snapshot->begin(customer); before < row && m_time[before] < today; ++before) {
        if (m_type[before] == event::kArrive || m_type[before] == event::kTreat) {
            return 2;
        }
    }
    return 1;
}

std::uint32_t CircumstanceReader::code(Index customer, Index row) const
{
    switch (m_circumstance.kind) {
    case CircumstanceKind::HourBlock:
        return isWholeDay(row) ? 0 : static_cast<std::uint32_t>(hourOf(row) / kBlockHours) + 1;
    case CircumstanceKind::Opening: {
        const int hour = hourOf(row);
        return isWholeDay(row) ? 0 : hour >= m_circumstance.opens && hour < m_circumstance.closes ? 1 : 2;
    }
    case CircumstanceKind::Weekday:
        return static_cast<std::uint32_t>(weekday(m_snapshot->dayOf(m_time[row]))) + 1;
    case CircumstanceKind::FirstReply:
        return reply(customer, row);
    case CircumstanceKind::BookedAhead:
        return ahead(customer, row);
    case CircumstanceKind::FirstVisit:
        return visit(customer, row);
    }
    return 0;
}

}  // namespace meitrace
