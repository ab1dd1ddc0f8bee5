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

/// Year, month and day from position at on, as digits with or without a mark between them.
std::optional<Day> dayAt(std::string_view name, std::size_t at)
{
    constexpr std::size_t kYearDigits = 4;
    const auto number = [&](std::size_t digits) {
        int value = 0;
        for (; digits > 0 && at < name.size() && isDigit(name[at]); --digits) {
            value = value * 10 + (name[at++] - '0');
        }
        return value;
    };
    const int year = number(kYearDigits);
    const bool marked = at < name.size() && (name[at] == '-' || name[at] == '_' || name[at] == '.');
    at += marked ? 1 : 0;
    const std::size_t monthAt = at;
    const int month = number(2);
    const bool compact = !marked && at - monthAt == 2;
    const bool spaced = marked && at > monthAt && at < name.size() && name[at] == name[monthAt - 1];
    at += spaced ? 1 : 0;
    const std::size_t dayBegin = at;
    const int day = number(2);
    const bool whole = (compact && at - dayBegin == 2) || (spaced && at > dayBegin);
    const bool ends = at == name.size() || !isDigit(name[at]);
    if (!whole || !ends || year < 2000 || year > 2099 || month < 1 || month > 12 || day < 1 || day > 31) {
        return std::nullopt;
    }
    const Day found = dayFromCivil(year, month, day);
    return civilFromDay(found).day == day ? std::optional<Day>(found) : std::nullopt;
}

}  // namespace

std::optional<Day> dayInFileName(std::string_view file)
{
    const std::size_t folder = file.find_last_of("/\\");
    const std::string_view name = folder == std::string_view::npos ? file : file.substr(folder + 1);
    for (std::size_t at = 0; at < name.size(); ++at) {
        const bool begins = isDigit(name[at]) && (at == 0 || !isDigit(name[at - 1]));
        if (const auto day = begins ? dayAt(name, at) : std::nullopt) {
            return day;
        }
    }
    return std::nullopt;
}

void deriveFields(Work& work, Tile tile)
{
    takeTails(work, tile);
    joinNames(work, tile);
    setSnapshotDays(work, tile);
    splitRemaining(work, tile);
    completePlans(work, tile);
}

}  // namespace meitrace::cleaning
