// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/columnevidence.h"

#include "models/base/text.h"
#include "models/ingest/celltext.h"
#include "models/ingest/datetime.h"
#include "models/ingest/dayrange.h"
#include "models/ingest/figure.h"
#include "models/ingest/money.h"
#include "models/ingest/phone.h"
#include "models/ingest/words.h"

#include <algorithm>
#include <map>

namespace meitrace {

namespace {

struct Votes {
    int dayFirst = 0;
    int monthFirst = 0;
    int undecided = 0;
    int comma = 0;
    int point = 0;
    std::map<std::size_t, int> epochs;  ///< by number of digits
};

void voteOnOrder(std::string_view cell, Votes& votes)
{
    if (const auto numbers = yearLastNumbers(cell)) {
        votes.dayFirst += numbers->first > 12 && numbers->second <= 12 ? 1 : 0;
        votes.monthFirst += numbers->second > 12 && numbers->first <= 12 ? 1 : 0;
        ++votes.undecided;
    }
}

/// 1.299,00 or 1,299.00; one separator with three digits behind it says nothing.
void voteOnDecimals(std::string_view text, Votes& votes)
{
    const std::size_t last = text.find_last_of(",.");
    if (last == std::string_view::npos) {
        return;
    }
    std::size_t behind = 0;
    while (last + 1 + behind < text.size() && isDigit(text[last + 1 + behind])) {
        ++behind;
    }
    const char other = text[last] == ',' ? '.' : ',';
    const bool both = text.find(other) != std::string_view::npos;
    const bool repeated = text.find(text[last]) != last;
    if (behind != 3 || both) {
        (text[last] == ',' ? votes.comma : votes.point) += repeated ? 0 : 1;
    } else if (repeated) {
        (text[last] == ',' ? votes.point : votes.comma) += 1;
    }
}

void voteOnEpoch(std::string_view text, Votes& votes)
{
    const std::size_t digits = std::min(text.find('.'), text.size());
    if ((digits == 10 || digits == 13 || digits == 16)
        && text.find_first_not_of("0123456789.") == std::string_view::npos) {
        ++votes.epochs[digits];
    }
}

bool isMail(std::string_view cell)
{
    const std::size_t at = cell.find('@');
    return at != std::string_view::npos && at > 0 && cell.find('.', at) != std::string_view::npos;
}

bool reads(std::string_view cell, const FieldSpec& field, const TimeReading& time, const NumberStyle& numbers)
{
    switch (field.type) {
    case FieldType::Phone: {
        if (field.key == KeyType::PhoneTail) {
            return readPhoneTail(cell).key == KeyType::PhoneTail;
        }
        const PhoneCell phone = readPhone(cell);
        return phone.damaged || (phone.note != RowRule::PhoneInvalid && phone.key != KeyType::PhoneTail);
    }
    case FieldType::Email:
        return isMail(cell);
    case FieldType::Channel:
        return !channelOf(cell).empty();
    case FieldType::Time:
    case FieldType::Date: {
        const Moment moment = readMoment(cell, time);
        const bool known
            = moment.outcome != Moment::Outcome::Bad && moment.outcome != Moment::Outcome::NoYear;
        return known || (field.name == "stat_date" && readDayRange(cell, time));
    }
    case FieldType::Money:
        return readMoney(cell, numbers, false).bad == RowRule::None;
    case FieldType::Quantity:
        return readQuantity(cell, numbers).bad == RowRule::None;
    case FieldType::Count:
        return readCount(cell, numbers).bad == RowRule::None;
    case FieldType::Figure:
        return readFigure(cell).bad == RowRule::None;
    case FieldType::Ratio:
        return readRatio(cell, false).bad == RowRule::None;
    case FieldType::Duration:
        return readDuration(cell).bad == RowRule::None;
    case FieldType::VisitType:
    case FieldType::VoucherStatus:
    case FieldType::ServiceKind: {
        const auto value = wordValue(field.type, field.name, cell);
        return value && value != otherValue(field.type);
    }
    default:
        return wordValue(field.type, field.name, cell).has_value();
    }
}

bool readsEverything(FieldType type)
{
    return type == FieldType::Text || type == FieldType::Label || type == FieldType::Name
        || type == FieldType::Key || type == FieldType::EventName;
}

}  // namespace

std::vector<std::string_view> filledCells(const Sample& sample, std::size_t column)
{
    std::vector<std::string_view> cells;
    for (const std::vector<std::string>& row : sample.rows) {
        const std::string_view cell = column < row.size() ? trimmed(row[column]) : std::string_view();
        if (!cell.empty() && !isNullWord(cell)) {
            cells.push_back(cell);
        }
    }
    return cells;
}

ColumnEvidence evidenceOf(const std::vector<std::string_view>& cells)
{
    Votes votes;
    for (const std::string_view cell : cells) {
        FoldedCell folded;
        if (folded.fold(cell)) {
            voteOnOrder(folded.text(), votes);
            voteOnDecimals(folded.text(), votes);
            voteOnEpoch(folded.text(), votes);
        }
    }
    ColumnEvidence evidence;
    evidence.dayFirst = votes.dayFirst > 0 && votes.monthFirst == 0;
    evidence.monthFirst = votes.monthFirst > 0 && votes.dayFirst == 0;
    evidence.ambiguous = votes.undecided > 0 && !evidence.dayFirst && !evidence.monthFirst;
    evidence.decimalComma = votes.comma > 0 && votes.point == 0;
    int most = 0;
    for (const auto& [digits, count] : votes.epochs) {
        if (count > most && count * 2 > static_cast<int>(cells.size())) {
            most = count;
            evidence.epochDigits = static_cast<int>(digits);
        }
    }
    return evidence;
}

std::string_view currencyOf(const std::vector<std::string_view>& cells)
{
    std::map<std::string_view, int> counts;
    for (const std::string_view cell : cells) {
        const Decimal number = readDecimal(cell, {.money = true});
        if (number.outcome == Decimal::Outcome::Number && !number.currency.empty()) {
            ++counts[number.currency];
        }
    }
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? std::string_view() : most->first;
}

double readableShare(const std::vector<std::string_view>& cells, const FieldSpec& field, Day today)
{
    if (cells.empty() || readsEverything(field.type)) {
        return -1;
    }
    const ColumnEvidence evidence = evidenceOf(cells);
    const TimeReading time {.dayFirst = evidence.dayFirst,
                            .monthFirst = evidence.monthFirst,
                            .epochDigits = evidence.epochDigits,
                            .today = today};
    const NumberStyle numbers {.decimalComma = evidence.decimalComma,
                               .money = field.type == FieldType::Money};
    const auto readable = std::count_if(
        cells.begin(), cells.end(), [&](std::string_view cell) { return reads(cell, field, time, numbers); });
    return static_cast<double>(readable) / static_cast<double>(cells.size());
}

}  // namespace meitrace
