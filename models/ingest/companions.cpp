// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/text.h"
#include "models/ingest/cleanwork.h"
#include "models/ingest/words.h"

namespace meitrace::cleaning {

namespace {

constexpr std::int64_t kHour = 3'600'000;
constexpr std::string_view kPageView = "page_view";

/// The number columns of fields that complete each other; nullptr when the kind or the file has none.
std::int64_t* numbers(Work& work, int position)
{
    return position < 0 ? nullptr : work.state(position).values.number.data();
}

/// Hour that half a day stands for, -1 when the word is not known.
std::int64_t hourOf(std::string_view halfDay)
{
    const WordTable::Word* word = wordTable("half_day").longestPrefix(folded(halfDay));
    if (word == nullptr) {
        return -1;
    }
    return word->code == "am" ? 10 : word->code == "noon" ? 12 : word->code == "pm" ? 15 : 19;
}

/// booking_date with a clock of its own column, else with half a day, else as a day.
void completeBookings(Work& work, Tile tile)
{
    const Companions& with = work.plan.with;
    const std::int64_t* dates = numbers(work, with.bookingDate);
    if (dates == nullptr || with.bookingTime < 0) {
        return;
    }
    ColumnState& state = work.state(with.bookingTime);
    const std::vector<TimeQuality>& dateQuality = work.state(with.bookingDate).values.quality;
    for (std::int32_t row = tile.begin; row < tile.end; ++row) {
        const auto at = static_cast<std::size_t>(row);
        if (dates[at] == kMissing || state.values.number[at] != kMissing) {
            continue;
        }
        state.values.number[at] = dates[at];
        state.values.quality[at] = dateQuality[at];
        std::int64_t clock = state.scratch[at];
        const bool midnight = work.plan.zone.timeOfDay(dates[at]) == 0;  // a date, whatever it looks like
        if (clock != kMissing) {
            state.values.quality[at] = TimeQuality::Minute;
        } else if (midnight && with.halfDay >= 0) {
            const std::string_view half = work.state(with.halfDay).values.text[at];
            const std::int64_t hour = half.empty() ? -1 : hourOf(half);
            if (hour >= 0) {
                clock = hour * kHour;
                state.values.quality[at] = TimeQuality::Guessed;
                work.note(row, work.column(with.bookingTime).field, RowRule::DateGuessed, half);
            }
        }
        if (clock != kMissing) {
            const Day day = work.plan.zone.dayOf(dates[at]);
            state.values.number[at] = work.plan.zone.toUtc(static_cast<Millis>(day) * kDayMillis + clock);
        }
    }
}

__extension__ using Wide = __int128;

constexpr Wide kFenDivisor = 10'000'000;  // millionths x thousandths to hundredths

/// To fen, half to even.
Wide roundedToFen(Wide product)
{
    const Wide fen = product / kFenDivisor;
    const Wide rest = product % kFenDivisor < 0 ? -(product % kFenDivisor) : product % kFenDivisor;
    const bool up = rest * 2 > kFenDivisor || (rest * 2 == kFenDivisor && fen % 2 != 0);
    return fen + (up ? (product < 0 ? -1 : 1) : 0);
}

/// unit_price x qty, exact until the one rounding to half even.
void completePrices(Work& work, Tile tile)
{
    const Companions& with = work.plan.with;
    std::int64_t* paid = numbers(work, with.paid);
    if (paid == nullptr || with.unitPrice < 0) {
        return;
    }
    const std::vector<std::int64_t>& prices = work.state(with.unitPrice).scratch;
    const std::int64_t* quantities = numbers(work, with.quantity);
    for (std::int32_t row = tile.begin; row < tile.end; ++row) {
        const auto at = static_cast<std::size_t>(row);
        const std::int64_t quantity = quantities == nullptr ? 1000 : quantities[at];
        if (prices[at] == kMissing || quantity == kMissing || paid[at] != kMissing) {
            continue;
        }
        const Wide product = static_cast<Wide>(prices[at]) * quantity;
        const Wide fen = roundedToFen(product);
        constexpr Wide kLargest = 9'000'000'000'000'000;
        const int field = work.column(with.paid).field;
        if (fen > kLargest || fen < -kLargest) {
            work.reject(row, field, RowRule::BadMoney, work.cell(row, work.column(with.unitPrice).source));
            continue;
        }
        paid[at] = static_cast<std::int64_t>(fen);
        if (product % kFenDivisor != 0) {
            work.note(row, field, RowRule::MoneyRounded, work.cell(row, work.column(with.unitPrice).source));
        }
    }
}

void completePayTimes(Work& work, Tile tile)
{
    const Companions& with = work.plan.with;
    if (with.payTime < 0 || with.orderTime < 0) {
        return;
    }
    const FieldValues& orders = work.state(with.orderTime).values;
    FieldValues& pays = work.state(with.payTime).values;
    for (auto at = static_cast<std::size_t>(tile.begin); at < static_cast<std::size_t>(tile.end); ++at) {
        if (pays.number[at] == kMissing) {
            pays.number[at] = orders.number[at];
            pays.quality[at] = orders.quality[at];
        }
    }
}

void completeEvents(Work& work, Tile tile)
{
    if (work.plan.with.eventName < 0) {
        return;
    }
    std::vector<std::string_view>& names = work.state(work.plan.with.eventName).values.text;
    for (auto at = static_cast<std::size_t>(tile.begin); at < static_cast<std::size_t>(tile.end); ++at) {
        names[at] = names[at].empty() ? kPageView : names[at];
    }
}

/// Year of birth from the age, where nothing better is known.
void completeBirthYears(Work& work, Tile tile)
{
    const Companions& with = work.plan.with;
    const std::int64_t* ages = numbers(work, with.age);
    std::int64_t* years = numbers(work, with.birthYear);
    const std::int64_t* dates = numbers(work, with.birthDate);
    if (ages == nullptr || years == nullptr) {
        return;
    }
    const std::int64_t year = civilFromDay(work.plan.today).year;
    for (auto at = static_cast<std::size_t>(tile.begin); at < static_cast<std::size_t>(tile.end); ++at) {
        const bool known = years[at] != kMissing || (dates != nullptr && dates[at] != kMissing);
        if (!known && ages[at] != kMissing) {
            years[at] = year - ages[at];
        }
    }
}

/// A withdrawal beats what the status says, and "do not contact" is a refusal for every channel. A row that
/// says neither is no decision.
void completeConsents(Work& work, Tile tile)
{
    const Companions& with = work.plan.with;
    std::int64_t* states = numbers(work, with.consentState);
    std::int64_t* channels = numbers(work, with.consentChannel);
    const std::int64_t* withdrawn = numbers(work, with.withdrawTime);
    const std::int64_t* never = numbers(work, with.doNotContact);
    if (states == nullptr) {
        return;
    }
    for (std::int32_t row = tile.begin; row < tile.end; ++row) {
        const auto at = static_cast<std::size_t>(row);
        if (withdrawn != nullptr && withdrawn[at] != kMissing) {
            states[at] = static_cast<std::int64_t>(ConsentState::Withdrawn);
        }
        const bool refused = never != nullptr && never[at] == 1;
        if (refused) {
            states[at] = static_cast<std::int64_t>(ConsentState::Denied);
        }
        if (refused && channels != nullptr) {
            channels[at] = static_cast<std::int64_t>(ConsentChannel::Any);
        }
        const bool silent = states[at] == kMissing && (never == nullptr || never[at] == kMissing);
        if (silent && work.stands(row) && !work.dead[at]) {
            const PlanColumn& column = work.column(with.consentState);
            work.reject(row, column.field, RowRule::RequiredMissing, work.cell(row, column.source));
        }
    }
}

}  // namespace

void completeFields(Work& work, Tile tile)
{
    completeBookings(work, tile);
    completePrices(work, tile);
    completePayTimes(work, tile);
    completeEvents(work, tile);
    completeBirthYears(work, tile);
    completeConsents(work, tile);
    deriveFields(work, tile);
}

}  // namespace meitrace::cleaning
