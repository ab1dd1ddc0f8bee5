// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/text.h"
#include "models/ingest/cleanwork.h"
#include "models/ingest/phone.h"
#include "models/ingest/words.h"

#include <algorithm>

namespace meitrace::cleaning {

namespace {

constexpr std::size_t kTailDigits = 4;
constexpr std::size_t kMobileDigits = 11;

/// The digits at the end of a text, made ASCII; empty when more or fewer than a tail or a mobile number stand
/// there.
std::string numberBehind(std::string_view remark)
{
    const std::string text = folded(remark);
    const std::size_t before = text.find_last_not_of("0123456789");
    const std::size_t begin = before == std::string::npos ? 0 : before + 1;
    const std::size_t digits = text.size() - begin;
    const bool usable = begin > 0 && (digits == kTailDigits || digits == kMobileDigits);
    return usable ? text.substr(begin) : std::string();
}

/// "Ms Wang, jaw, 1234": the remark's number is a weak key, or the whole number where it stands there.
void takeTails(Work& work, Tile tile)
{
    const Companions& with = work.plan.with;
    if (with.remarkTail < 0) {
        return;
    }
    const FieldValues& remarks = work.state(with.remark).values;
    const FieldValues* phones = with.phone < 0 ? nullptr : &work.state(with.phone).values;
    FieldValues& tails = work.state(with.remarkTail).values;
    for (auto at = static_cast<std::size_t>(tile.begin); at < static_cast<std::size_t>(tile.end); ++at) {
        const bool known = !tails.text[at].empty() || (phones != nullptr && !phones->text[at].empty());
        if (known || remarks.text[at].size() <= kTailDigits) {
            continue;
        }
        std::string number = numberBehind(remarks.text[at]);
        if (number.empty() || (number.size() == kMobileDigits && !isPlainMobile(number))) {
            continue;
        }
        tails.key[at] = number.size() == kTailDigits ? KeyType::PhoneTail : KeyType::Phone;
        tails.text[at] = work.keep(std::move(number));
    }
}

/// In the order of code points, as UTF-8 is.
bool beginsWithHan(std::string_view text)
{
    return text >= "\xE3\x90\x80" && text < "\xEA";
}

/// First and last name in columns of their own. Chinese names have the family's first and no blank.
void joinNames(Work& work, Tile tile)
{
    const Companions& with = work.plan.with;
    if (with.fullName < 0) {
        return;
    }
    const auto textOf = [&](int position, std::size_t at) {
        return position < 0 ? std::string_view() : work.state(position).values.text[at];
    };
    std::vector<std::string_view>& names = work.state(with.fullName).values.text;
    for (auto at = static_cast<std::size_t>(tile.begin); at < static_cast<std::size_t>(tile.end); ++at) {
        const std::string_view first = textOf(with.firstName, at);
        const std::string_view last = textOf(with.lastName, at);
        if (names[at].empty() && !(first.empty() && last.empty())) {
            const std::string both = beginsWithHan(last) ? std::string(last) + std::string(first)
                                                         : std::string(first) + " " + std::string(last);
            names[at] = work.keep(std::string(trimmed(both)));
        }
    }
}

/// A snapshot is of a day: its own, the one the file's name says, or the day of the import.
void setSnapshotDays(Work& work, Tile tile)
{
    if (work.plan.with.snapshot < 0) {
        return;
    }
    FieldValues& values = work.state(work.plan.with.snapshot).values;
    for (auto at = static_cast<std::size_t>(tile.begin); at < static_cast<std::size_t>(tile.end); ++at) {
        const Millis time = values.number[at];
        const Day day = time == kMissing ? work.plan.snapshotDay : work.plan.zone.dayOf(time);
        values.number[at] = work.plan.zone.startOfDay(day);
        values.quality[at] = TimeQuality::WholeDay;
    }
}

/// Sessions, money, or both with a stroke between them: "3", "3/1200.00". What has a currency sign is money.
void splitRemaining(Work& work, Tile tile)
{
    const Companions& with = work.plan.with;
    if (with.remainingBoth < 0) {
        return;
    }
    const std::vector<std::string_view>& cells = work.state(with.remainingBoth).values.text;
    std::vector<std::int64_t>& sessions = work.state(with.remainingQuantity).values.number;
    std::vector<std::int64_t>& amounts = work.state(with.remainingAmount).values.number;
    const auto take = [&](std::int32_t row, std::string_view part, bool second) {
        const NumberStyle style {.money = true};
        const bool money = second || !readDecimal(part, style).currency.empty();
        const PlanColumn& column = work.column(money ? with.remainingAmount : with.remainingQuantity);
        const NumberCell number = money ? readMoney(part, style, column.minor) : readQuantity(part, {});
        std::int64_t& value = (money ? amounts : sessions)[static_cast<std::size_t>(row)];
        if (number.bad != RowRule::None) {
            work.reject(row, column.field, number.bad, part);
        } else if (value == kMissing) {
            value = number.value;
        }
    };
    for (std::int32_t row = tile.begin; row < tile.end; ++row) {
        const std::string_view cell = cells[static_cast<std::size_t>(row)];
        if (cell.empty() || !work.stands(row)) {
            continue;
        }
        const std::size_t stroke = cell.find('/');
        take(row, trimmed(cell.substr(0, stroke)), false);
        if (stroke != std::string_view::npos) {
            take(row, trimmed(cell.substr(stroke + 1)), true);
        }
    }
}

/// A follow-up that was done without a plan was due when it was done.
void completePlans(Work& work, Tile tile)
{
    const Companions& with = work.plan.with;
    if (with.planned < 0 || with.done < 0) {
        return;
    }
    const FieldValues& done = work.state(with.done).values;
    FieldValues& planned = work.state(with.planned).values;
    for (auto at = static_cast<std::size_t>(tile.begin); at < static_cast<std::size_t>(tile.end); ++at) {
        if (planned.number[at] == kMissing) {
            planned.number[at] = done.number[at];
            planned.quality[at] = done.quality[at];
        }
    }
}

/// A report of several days has its first one and their number, however the file says them; one that names no
/// days has those of the file's name.
void completeWindows(Work& work, Tile tile)
{
    const Companions& with = work.plan.with;
    if (with.windowStart < 0 || with.windowDays < 0) {
        return;
    }
    const std::vector<std::int64_t>& read = work.state(with.windowStart).scratch;
    const std::int64_t* ends = with.windowEnd < 0 ? nullptr : work.state(with.windowEnd).values.number.data();
    FieldValues& starts = work.state(with.windowStart).values;
    std::vector<std::int64_t>& days = work.state(with.windowDays).values.number;
    for (auto at = static_cast<std::size_t>(tile.begin); at < static_cast<std::size_t>(tile.end); ++at) {
        if (starts.number[at] == kMissing && work.plan.fileDays) {
            starts.number[at] = work.plan.zone.startOfDay(work.plan.fileDays->first);
            starts.quality[at] = TimeQuality::WholeDay;
            days[at] = work.plan.fileDays->days();
        } else if (at < read.size() && read[at] != kMissing) {
            days[at] = read[at];
        } else if (ends != nullptr && starts.number[at] != kMissing && ends[at] > starts.number[at]) {
            const Day length = work.plan.zone.dayOf(ends[at]) - work.plan.zone.dayOf(starts.number[at]) + 1;
            days[at] = length;
        }
        // A report of one day is the same row however it says so.
        days[at] = days[at] > 1 ? days[at] : kMissing;
    }
}

}  // namespace

void deriveFields(Work& work, Tile tile)
{
    takeTails(work, tile);
    joinNames(work, tile);
    setSnapshotDays(work, tile);
    splitRemaining(work, tile);
    completePlans(work, tile);
    completeWindows(work, tile);
}

}  // namespace meitrace::cleaning
