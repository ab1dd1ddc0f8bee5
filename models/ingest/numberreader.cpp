// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/calendar.h"
#include "models/ingest/columnreader.h"
#include "models/ingest/dayrange.h"
#include "models/ingest/figure.h"

namespace meitrace::cleaning {

namespace {

constexpr std::size_t kEpochMsDigits = 13;
constexpr int kPricePlaces = 6;

/// UTC of a wall clock reading. Nearly all days have one offset, which is remembered.
Millis toUtc(const Zone& zone, ColumnState& state, const Moment& moment)
{
    if (moment.isUtc) {
        return moment.millis();
    }
    if (state.day != moment.day) {
        const Millis start = static_cast<Millis>(moment.day) * kDayMillis;
        const Millis offset = start - zone.toUtc(start);
        const Millis evening = start + 2 * kDayMillis - 1;  // 24:00 belongs to it
        if (offset != evening - zone.toUtc(evening)) {
            return zone.toUtc(moment.millis());
        }
        state.day = moment.day;
        state.offset = offset;
    }
    return moment.millis() - state.offset;
}

/// Remarks and reasons of a cell that is no ordinary instant. True when it has a value.
bool judge(Work& work, const PlanColumn& column, std::int32_t row, std::string_view cell,
           const Moment& moment)
{
    const bool date = column.spec->type == FieldType::Date;
    switch (moment.outcome) {
    case Moment::Outcome::Missing:
        noteNull(work, row, column.field, trimmed(cell));
        return false;
    case Moment::Outcome::Placeholder:
        work.note(row, column.field, RowRule::PlaceholderDate, cell);
        return false;
    case Moment::Outcome::Ambiguous:
        work.reject(row, column.field, RowRule::AmbiguousDate, cell, suggestionFor(moment, column.time));
        return false;
    case Moment::Outcome::NoYear:
    case Moment::Outcome::Bad:
        work.reject(row, column.field, date ? RowRule::BadDate : RowRule::BadTime, cell,
                    suggestionFor(moment, column.time));
        return false;
    case Moment::Outcome::Read:
        break;
    }
    if (!moment.hasDate && !column.clockOnly) {
        work.reject(row, column.field, date ? RowRule::BadDate : RowRule::BadTime, cell);
        return false;
    }
    if (moment.repaired || moment.fullWidth) {
        work.note(row, column.field, moment.repaired ? RowRule::DateFormat : RowRule::FullWidth, cell);
    }
    return true;
}

/// A range of days, or a whole month: the first of them, and their number beside it.
bool readSpan(Work& work, const PlanColumn& column, ColumnState& state, std::int32_t row,
              std::string_view cell, const Moment& moment)
{
    const auto at = static_cast<std::size_t>(row);
    const bool read = moment.outcome == Moment::Outcome::Read;
    std::optional<DayRange> range;
    if (read && moment.hasDate && moment.quality == TimeQuality::Month) {
        range = DayRange {moment.day, addMonths(moment.day, 1) - 1};
    } else if (!read) {
        range = readDayRange(cell, column.time);
    }
    if (!range) {
        return false;
    }
    state.values.number[at] = work.plan.zone.startOfDay(range->first);
    state.values.quality[at] = TimeQuality::WholeDay;
    state.scratch[at] = range->days() > 1 ? range->days() : kMissing;
    return true;
}

bool isMillis(const PlanColumn& column)
{
    return column.time.format == TimeFormat::EpochMs
        || (column.time.format == TimeFormat::Auto
            && column.time.epochDigits == static_cast<int>(kEpochMsDigits));
}

NumberCell readNumber(const PlanColumn& column, std::string_view cell)
{
    switch (column.spec->type) {
    case FieldType::Money:
        return readMoney(cell, column.numbers, column.minor);
    case FieldType::Quantity:
        return readQuantity(cell, column.numbers);
    default:
        return readCount(cell, column.numbers);
    }
}

/// Powers of ten from the written to the stored unit.
int unitPlaces(const PlanColumn& column)
{
    if (column.spec->type == FieldType::Money) {
        return column.minor ? 0 : 2;
    }
    return column.spec->type == FieldType::Quantity ? 3 : 0;
}

}  // namespace

void readTimes(Work& work, const PlanColumn& column, ColumnState& state, Tile tile)
{
    FieldValues& values = state.values;
    const bool millis = isMillis(column);
    if (column.clockOnly || column.spans) {
        state.scratch.resize(static_cast<std::size_t>(tile.end), kMissing);
    }
    eachCell(work, column, state, tile, [&](std::int32_t row, std::string_view cell) {
        const auto at = static_cast<std::size_t>(row);
        std::uint64_t number = 0;
        constexpr std::uint64_t kLatest = 4'102'444'800'000;  // 2100, as in readMoment()
        if (millis && cell.size() == kEpochMsDigits && readDigits(cell, number) && number < kLatest) {
            values.number[at] = static_cast<Millis>(number);
            return;
        }
        if (cell.empty()) {
            return;
        }
        const Moment moment = readMoment(cell, column.time);
        if (column.spans && readSpan(work, column, state, row, cell, moment)) {
            return;
        }
        const bool ordinary = moment.outcome == Moment::Outcome::Read && moment.hasDate && !moment.repaired
            && !moment.fullWidth;
        if (!ordinary && !judge(work, column, row, cell, moment)) {
            return;
        }
        if (!moment.hasDate) {
            state.scratch[at] = moment.clock;
            return;
        }
        values.number[at] = toUtc(work.plan.zone, state, moment);
        values.quality[at] = moment.quality;
    });
}

void readDates(Work& work, const PlanColumn& column, ColumnState& state, Tile tile)
{
    const Day earliest = dayFromCivil(1900, 1, 1);
    eachCell(work, column, state, tile, [&](std::int32_t row, std::string_view cell) {
        if (cell.empty()) {
            return;
        }
        const Moment moment = readMoment(cell, column.time);
        if (!judge(work, column, row, cell, moment)) {
            return;
        }
        const Day day = moment.isUtc ? work.plan.zone.dayOf(moment.millis()) : moment.day;
        if (column.spec->key == KeyType::BirthDate && (day < earliest || day > work.plan.today)) {
            work.note(row, column.field, RowRule::AgeOutOfRange, cell);
            return;
        }
        state.values.number[static_cast<std::size_t>(row)] = day;
    });
}

void readNumbers(Work& work, const PlanColumn& column, ColumnState& state, Tile tile)
{
    std::int64_t* out = state.values.number.data();
    const int places = unitPlaces(column);
    eachCell(work, column, state, tile, [&](std::int32_t row, std::string_view cell) {
        NumberCell number;
        Decimal plain;
        bool exact = true;
        std::optional<std::int64_t> quick;
        if (!column.numbers.decimalComma && readPlainDecimal(cell, plain.mantissa, plain.places)
            && plain.places <= places) {
            quick = scaled(plain, places, exact);
        }
        if (quick) {
            number.value = *quick;
        } else if (!cell.empty()) {
            number = readNumber(column, cell);
        }
        if (number.bad != RowRule::None) {
            work.reject(row, column.field, number.bad, cell);
            return;
        }
        if (number.value == kMissing && !cell.empty()) {
            noteNull(work, row, column.field, trimmed(cell));
        } else if (number.value != kMissing && (number.value < column.least || number.value > column.most)) {
            work.note(row, column.field, RowRule::AgeOutOfRange, cell);
            return;
        }
        if (number.repair != RowRule::None) {
            work.note(row, column.field, number.repair, cell);
        }
        out[row] = number.value;
    });
}

void readFigures(Work& work, const PlanColumn& column, ColumnState& state, Tile tile)
{
    std::int64_t* out = state.values.number.data();
    eachCell(work, column, state, tile, [&](std::int32_t row, std::string_view cell) {
        if (cell.empty()) {
            return;
        }
        const NumberCell number = column.spec->type == FieldType::Ratio ? readRatio(cell, column.percents)
            : column.spec->type == FieldType::Duration                  ? readDuration(cell)
                                                                        : readFigure(cell);
        if (number.bad != RowRule::None) {
            work.reject(row, column.field, number.bad, cell);
            return;
        }
        if (number.value == kMissing) {
            noteNull(work, row, column.field, trimmed(cell));
        }
        out[row] = number.value;
    });
}

void readPrices(Work& work, const PlanColumn& column, ColumnState& state, Tile tile)
{
    state.scratch.resize(static_cast<std::size_t>(tile.end), kMissing);
    eachCell(work, column, state, tile, [&](std::int32_t row, std::string_view cell) {
        const Decimal number = readDecimal(cell, column.numbers);
        if (number.outcome == Decimal::Outcome::Missing) {
            return;
        }
        bool exact = false;
        const int major = column.minor ? 2 : 0;
        const auto price = scaled(number, kPricePlaces - major, exact);
        if (number.outcome == Decimal::Outcome::Bad || !price) {
            work.reject(row, column.field, RowRule::BadMoney, cell);
            return;
        }
        if (number.repair != RowRule::None) {
            work.note(row, column.field, number.repair, cell);
        }
        const auto at = static_cast<std::size_t>(row);
        state.scratch[at] = *price;
        state.values.number[at] = scaled(number, column.minor ? 0 : 2, exact).value_or(kMissing);
    });
}

}  // namespace meitrace::cleaning
