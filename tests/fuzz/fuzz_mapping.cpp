// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/text.h"
#include "models/ingest/cleanblock.h"
#include "models/ingest/datetime.h"
#include "models/ingest/money.h"
#include "models/ingest/phone.h"

#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

/// The first byte chooses: a mapping file, single cells, or rows for the cleaning of one kind. Besides
/// crashes the oracles are: what was saved loads again as the same, reading a normalised value changes
/// nothing, no row is lost.

using namespace meitrace;

namespace {

constexpr Millis kNow = 1'790'000'000'000;

void check(bool condition)
{
    if (!condition) {
        std::abort();
    }
}

void fuzzMapping(const std::string& text)
{
    const Result<Mapping> read = mappingFromJson(text, "fuzz");
    if (!read) {
        return;
    }
    const std::string saved = mappingToJson(*read);
    const Result<Mapping> again = mappingFromJson(saved, "fuzz");
    check(static_cast<bool>(again));
    check(mappingToJson(*again) == saved);
    std::vector<std::string> header;
    for (const Mapping::Column& column : read->columns) {
        header.push_back(column.header);
    }
    const auto plan = CleaningPlan::make(*read, header, {header, {}}, Zone::utc(), kNow, "fuzz");
    check(plan || plan.error().code != ErrorCode::Internal);
}

void fuzzCell(std::string_view cell)
{
    const PhoneCell phone = readPhone(cell);
    const bool text = isValidUtf8(cell) && cell.find('\0') == std::string_view::npos;  // what readers hand on
    if (text && !phone.damaged) {
        check(readPhone(phone.text).text == phone.text);
    }
    for (const bool comma : {false, true}) {
        const NumberCell money = readMoney(cell, {.decimalComma = comma, .money = true}, false);
        check(money.bad == RowRule::None || money.value == kMissing);
        if (money.value != kMissing) {
            check(readMoney(std::to_string(money.value), {.money = true}, true).value == money.value);
        }
        readCount(cell, {.decimalComma = comma});
        readQuantity(cell, {.decimalComma = comma});
    }
    for (int format = 0; format <= static_cast<int>(TimeFormat::Excel); ++format) {
        const TimeReading reading {.format = static_cast<TimeFormat>(format), .today = 20'700};
        const Moment moment = readMoment(cell, reading);
        if (moment.outcome == Moment::Outcome::Read && moment.hasDate) {
            check(moment.clock >= 0 && moment.clock <= kDayMillis && moment.day > -26'000
                  && moment.day < 48'000);
        }
        suggestionFor(moment, reading);
    }
}

/// Cells between 0x1F and rows between 0x1E; the first row is the header.
void fuzzRows(const KindSpec& kind, std::string_view text)
{
    std::vector<std::vector<std::string>> rows(1);
    rows.back().emplace_back();
    for (const char c : text) {
        if (c == '\x1E') {
            rows.emplace_back(1);
        } else if (c == '\x1F') {
            rows.back().emplace_back();
        } else {
            rows.back().back() += c;
        }
    }
    Sample sample {rows.front(), {rows.begin() + 1, rows.end()}};
    Mapping mapping = proposeMapping(sample, &kind).mapping;
    for (const auto& group : kind.required) {
        mapping.constants.emplace(std::string(group.front()), "2024-03-05");
    }
    const auto plan = CleaningPlan::make(mapping, sample.header, sample, Zone::utc(), kNow, "fuzz");
    if (!plan) {
        return;
    }
    RowBlock block;
    block.rowStart.push_back(0);
    for (const std::vector<std::string>& row : sample.rows) {
        block.cells.insert(block.cells.end(), row.begin(), row.end());
        block.rowStart.push_back(static_cast<std::uint32_t>(block.cells.size()));
    }
    const CleanBlock out = (*plan)->clean(std::move(block));
    std::size_t standing = 0;
    for (const RowFate fate : out.fates) {
        standing += fate == RowFate::Ok || fate == RowFate::Fixed ? 1 : 0;
    }
    check(out.fates.size() == sample.rows.size() && out.kept.size() == standing
          && out.content.size() == standing);
    for (const FieldValues& values : out.fields) {
        check(values.text.size() + values.number.size() == standing);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    std::string text(size - 1, '\0');
    if (size > 1) {
        std::memcpy(text.data(), data + 1, size - 1);
    }
    if (data[0] == 'm') {
        fuzzMapping(text);
    } else if (data[0] == 'c') {
        fuzzCell(text);
    } else {
        fuzzRows(kinds()[data[0] % kinds().size()], text);
    }
    return 0;
}
