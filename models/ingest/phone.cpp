// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/phone.h"

#include "models/base/text.h"
#include "models/ingest/celltext.h"
#include "models/ingest/money.h"
#include "models/ingest/phonechunk.h"
#include "models/ingest/words.h"

#include <algorithm>

namespace meitrace {

namespace {

using phonetext::Chunk;
using phonetext::Chunks;
using phonetext::isMobile;
using phonetext::kMobileDigits;
using phonetext::kMostExtension;
using phonetext::split;

constexpr std::size_t kLeastLostDigits = 9;  ///< 021.62345678 is a landline, 13812345678.12 was a number
constexpr char kExtension = 'x';             ///< stands before an extension in normalised numbers
constexpr std::int64_t kLongestKept = 22;    ///< characters of a cell that is no number but a story

/// The mobile number in a chunk without what is dialled before it: 86, 0086, +86, 0.
std::string_view mobileIn(std::string_view digits)
{
    for (const std::string_view prefix :
         {std::string_view(), std::string_view("86"), std::string_view("0086"), std::string_view("0"),
          std::string_view("086")}) {
        if (digits.substr(0, prefix.size()) == prefix && isMobile(digits.substr(prefix.size()))) {
            return digits.substr(prefix.size());
        }
    }
    return {};
}

/// The same where a chunk says that a country code stands in front: +1 415 555 2671 is no mainland number.
std::string_view mobileIn(const Chunk& chunk)
{
    const std::string_view digits = chunk.text();
    return chunk.plus && digits.substr(0, 2) != "86" ? std::string_view() : mobileIn(digits);
}

/// Foreign numbers: + or 00, country code, 7 to 15 digits in all.
std::string foreignNumber(const Chunk& chunk)
{
    std::string_view digits = chunk.text();
    const bool zeros = !chunk.plus && digits.substr(0, 2) == "00" && digits.size() > 2 && digits[2] != '0';
    if (zeros) {
        digits.remove_prefix(2);
    }
    const bool valid = (chunk.plus || zeros) && chunk.hidden == 0 && digits.size() >= 7 && digits.size() <= 15
        && digits[0] != '0' && digits.substr(0, 2) != "86";
    return valid ? "+" + std::string(digits) : std::string();
}

/// Area code and number, 400 and 800 lines, local numbers; an extension behind "-".
std::string landline(const Chunk& chunk, const Chunk* extension)
{
    std::string_view digits = chunk.text();
    std::string_view inside;
    if (chunk.dashed && chunk.lastGroup >= 1 && chunk.lastGroup <= kMostExtension
        && digits.size() > chunk.lastGroup + 9) {
        inside = digits.substr(digits.size() - chunk.lastGroup);
        digits.remove_suffix(chunk.lastGroup);
    } else if (extension != nullptr && extension->hidden == 0 && extension->size <= kMostExtension) {
        inside = extension->text();
    }
    std::string number(digits);
    const std::size_t country = chunk.plus && digits.substr(0, 2) == "86" ? 2
        : digits.substr(0, 4) == "0086"                                   ? 4
                                                                          : 0;
    if (country != 0) {
        number = "0" + std::string(digits.substr(country));
    }
    const bool area = number.size() >= 10 && number.size() <= 12 && number[0] == '0' && number[1] != '0';
    const bool service
        = number.size() == 10 && (number.substr(0, 3) == "400" || number.substr(0, 3) == "800");
    const bool local = (number.size() == 7 || number.size() == 8) && number[0] >= '2' && number[0] <= '9';
    if (chunk.hidden != 0 || (!area && !service && !local)) {
        return {};
    }
    return inside.empty() ? number : number + kExtension + std::string(inside);
}

std::string masked(const Chunk& chunk)
{
    const std::string_view text = chunk.text();
    const bool shape = chunk.hidden >= 3 && chunk.hidden <= 5 && chunk.hidden + 7 == text.size()
        && text.substr(0, 3).find('*') == std::string_view::npos && text[0] == '1' && text[3] == '*'
        && text.substr(text.size() - 4).find('*') == std::string_view::npos;
    return shape ? std::string(text.substr(0, 3)) + "****" + std::string(text.substr(text.size() - 4))
                 : std::string();
}

bool isTail(const Chunk& chunk)
{
    const std::string_view text = chunk.text();
    return text.size() >= 4 && chunk.hidden == text.size() - 4
        && text.substr(text.size() - 4).find('*') == std::string_view::npos;
}

/// Digits that a spreadsheet has cut or rounded: 1.38E+10, 19900123456.0000001. The suggestion is made only
/// when nothing was lost.
bool isDamaged(std::string_view text, std::string& suggestion)
{
    if (isScientific(text)) {
        const std::size_t e = text.find('e');
        Decimal number;
        bool exact = true;
        int exponent = 0;
        for (const char c : text.substr(e + 1)) {
            exponent = isDigit(c) && exponent < 100 ? exponent * 10 + (c - '0') : exponent;
        }
        if (readPlainDecimal(text.substr(0, e), number.mantissa, number.places)
            && number.places == exponent) {
            const auto value = scaled(number, exponent, exact);
            suggestion = value && isMobile(std::to_string(*value)) ? std::to_string(*value) : std::string();
        }
        return true;
    }
    const std::size_t point = text.find('.');
    return point != std::string_view::npos && point >= kLeastLostDigits
        && text.find_first_not_of("0123456789.") == std::string_view::npos
        && text.find_first_not_of('0', point + 1) != std::string_view::npos;
}

void keepRaw(std::string_view text, PhoneCell& phone)
{
    phone.key = KeyType::RawPhone;
    phone.note = RowRule::PhoneInvalid;
    std::string compact;
    for (const char c : text) {
        if (c != ' ' && c != '-') {
            compact += c;
        }
    }
    const bool digits = compact.find_first_not_of("0123456789") == std::string::npos;
    phone.text = digits && !compact.empty() ? compact : std::string(text);
}

/// The number of a platform that hands calls on: it belongs to nobody.
std::string relay(const Chunk& chunk, const Chunk* next)
{
    const std::string_view digits = chunk.text();
    const std::string_view mobile = mobileIn(chunk);
    if (!mobile.empty()) {
        return next != nullptr && next->extension && next->hidden == 0
            ? std::string(mobile) + kExtension + std::string(next->text())
            : std::string();
    }
    const bool inside = chunk.dashed && chunk.lastGroup <= kMostExtension && digits.size() > chunk.lastGroup
        && isMobile(digits.substr(0, digits.size() - chunk.lastGroup));
    return inside ? std::string(digits.substr(0, kMobileDigits)) + kExtension
            + std::string(digits.substr(kMobileDigits))
                  : std::string();
}

/// Fills in the mobile numbers of the cell. False when there is none.
bool takeMobiles(const Chunks& chunks, PhoneCell& phone)
{
    for (std::size_t i = 0; i < chunks.count; ++i) {
        const Chunk& chunk = chunks.all[i];
        if (chunk.extension) {
            continue;
        }
        const std::string handedOn = relay(chunk, i + 1 < chunks.count ? &chunks.all[i + 1] : nullptr);
        const std::string_view mobile = handedOn.empty() ? mobileIn(chunk) : std::string_view(handedOn);
        if (mobile.empty()) {
            continue;
        }
        if (phone.text.empty() || isPlaceholderPhone(phone.text)) {
            phone.text = mobile;
            phone.key = handedOn.empty() ? KeyType::Phone : KeyType::RawPhone;
        } else if (phone.second.empty() && handedOn.empty() && phone.text != mobile
                   && !isPlaceholderPhone(mobile)) {
            phone.second = mobile;
        }
    }
    return !phone.text.empty();
}

void noteMobile(std::string_view cell, RowRule repair, PhoneCell& phone)
{
    if (phone.key == KeyType::RawPhone) {
        phone.note = RowRule::PhoneInvalid;
    } else if (isPlaceholderPhone(phone.text)) {
        phone.key = KeyType::RawPhone;
        phone.note = RowRule::PhonePlaceholder;
    } else if (!phone.second.empty()) {
        phone.note = RowRule::SecondPhone;
    } else if (repair != RowRule::None || phone.text != cell) {
        phone.note = repair == RowRule::None ? RowRule::PhoneFormat : repair;
    }
}

/// Cells without a mobile number.
void takeOther(std::string_view text, const Chunks& chunks, PhoneCell& phone)
{
    const Chunk& chunk = chunks.all[0];
    const Chunk* extension = chunks.count > 1 && chunks.all[1].extension ? &chunks.all[1] : nullptr;
    const bool alone = chunks.count == 1 || extension != nullptr;
    if (chunks.count == 0 || !alone) {
        return;
    }
    if (isPlaceholderPhone(chunk.text())) {
        phone.note = RowRule::PhonePlaceholder;
        phone.text = chunk.text();
        return;
    }
    std::string found = foreignNumber(chunk);
    if (!found.empty()) {
        phone.key = KeyType::Phone;
        phone.note = found == text ? RowRule::None : RowRule::PhoneFormat;
    } else if (found = masked(chunk); !found.empty()) {
        phone.key = KeyType::MaskedPhone;
        phone.note = RowRule::PhoneMasked;
    } else if (isTail(chunk)) {
        phone.key = KeyType::PhoneTail;
        phone.note = RowRule::PhoneMasked;
        found = chunk.text().substr(chunk.size - 4);
    } else if (found = landline(chunk, extension); !found.empty()) {
        phone.note = RowRule::None;
    } else {
        return;
    }
    phone.text = found;
}

}  // namespace

bool isPlaceholderPhone(std::string_view digits)
{
    if (digits.size() != kMobileDigits) {
        return false;
    }
    const std::string_view tail = digits.substr(3);
    const bool same = std::all_of(tail.begin(), tail.end(), [&](char c) { return c == tail[0]; });
    return same || digits.substr(0, 8) == "12345678" || digits == "13800138000";
}

bool isPlainMobile(std::string_view cell)
{
    if (cell.size() != kMobileDigits || cell[0] != '1' || cell[1] < '3' || cell[1] > '9') {
        return false;
    }
    const std::uint64_t word = load8(cell.data() + 3);
    // Bytes 0x30 to 0x39: high half 3, low half at most 9.
    const std::uint64_t high = word & 0xF0F0F0F0F0F0F0F0ULL;
    const std::uint64_t tooLarge
        = ((word & 0x0F0F0F0F0F0F0F0FULL) + 0x0606060606060606ULL) & 0xF0F0F0F0F0F0F0F0ULL;
    if (high != 0x3030303030303030ULL || tooLarge != 0 || !isDigit(cell[2])) {
        return false;
    }
    const bool same = word == (word & 0xFFU) * 0x0101010101010101ULL;
    return !same && cell != "13800138000";
}

PhoneCell readPhoneTail(std::string_view cell)
{
    constexpr std::size_t kTailDigits = 4;
    bool guarded = false;
    const std::string_view inside = withoutGuards(cell, guarded);
    FoldedCell uniform;
    const bool shortEnough = !inside.empty() && uniform.fold(inside) && uniform.text().size() <= kTailDigits;
    if (!shortEnough || !std::all_of(uniform.text().begin(), uniform.text().end(), isDigit)) {
        return readPhone(cell);
    }
    const std::string_view digits = uniform.text();
    return {.key = KeyType::PhoneTail,
            .text = std::string(kTailDigits - digits.size(), '0') + std::string(digits),
            .note = RowRule::PhoneMasked};
}

PhoneCell readPhone(std::string_view cell)
{
    PhoneCell phone;
    if (isPlainMobile(cell)) {
        phone.key = KeyType::Phone;
        phone.text = cell;
        return phone;
    }
    bool guarded = false;
    const std::string_view inside = withoutGuards(cell, guarded);
    if (inside.empty() || isNullWord(inside)) {
        return phone;
    }
    FoldedCell uniform;
    if (!uniform.fold(inside)) {
        std::string start = shortened(folded(inside), kLongestKept);
        start.resize(std::min<std::size_t>(start.size(), 4 * kLongestKept));
        return readPhone(start);
    }
    std::string_view text = uniform.text();
    if (isDamaged(text, phone.suggestion)) {
        phone.damaged = true;
        phone.note = RowRule::DamagedPhone;
        return phone;
    }
    const std::size_t zeros = text.find_last_not_of('0');
    if (zeros != std::string_view::npos && text[zeros] == '.' && zeros >= kLeastLostDigits
        && zeros + 1 < text.size()) {
        text = text.substr(0, zeros);  // 13812345678.0
    }
    const Chunks chunks = split(text);
    if (takeMobiles(chunks, phone)) {
        const RowRule repair = guarded ? RowRule::SpreadsheetGuard
            : uniform.fullWidth()      ? RowRule::FullWidth
                                       : RowRule::None;
        noteMobile(inside, repair, phone);
        return phone;
    }
    takeOther(text, chunks, phone);
    if (phone.text.empty()) {
        keepRaw(text, phone);
    }
    return phone;
}

}  // namespace meitrace
