// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/evidence.h"

#include "models/base/hash.h"
#include "models/base/pinyin.h"
#include "models/base/text.h"
#include "models/identity/comparisons.h"
#include "models/identity/distance.h"

#include <algorithm>

namespace meitrace {

namespace {

constexpr std::size_t kTail = 4;
constexpr std::size_t kHead = 7;
constexpr std::size_t kMobile = 11;
constexpr std::size_t kSkeleton = 5;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// A letter or digit of ASCII, or a byte of any other character
bool isWordByte(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

/// Three-byte characters: Chinese ones among them, no Latin ones.
bool hasHan(std::string_view text)
{
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
}

template <typename Keep>
std::string filtered(std::string_view text, Keep keep)
{
    std::string result;
    std::copy_if(text.begin(), text.end(), std::back_inserter(result), keep);
    return result;
}

/// Lower-case words with one blank between them
std::string plainWords(std::string_view cell)
{
    std::string result;
    for (const char c : folded(cell)) {
        if (isWordByte(c)) {
            result += c;
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    if (!result.empty() && result.back() == ' ') {
        result.pop_back();
    }
    return result;
}

std::string sortedWords(const std::string& text)
{
    std::vector<std::string_view> words = split(text, ' ');
    std::sort(words.begin(), words.end());
    std::string result;
    for (const std::string_view word : words) {
        result.append(result.empty() ? "" : " ").append(word);
    }
    return result;
}

/// The first letter and the classes of the consonants behind it: what survives most slips.
std::string skeleton(std::string_view text)
{
    constexpr std::string_view kClasses = "01230120022455012623010202";  // by letter; Soundex
    std::string result;
    char last = 0;
    for (const char c : text) {
        if (c < 'a' || c > 'z' || result.size() == kSkeleton) {
            continue;
        }
        const char code = kClasses[static_cast<std::size_t>(c - 'a')];
        if (result.empty()) {
            result += c;
        } else if (code != '0' && code != last) {
            result += code;
        }
        last = code;
    }
    return result;
}

std::string cleanPhone(std::string_view cell)
{
    std::string text = filtered(cell, [](char c) { return isDigit(c) || c == '*'; });
    if (text.size() == kMobile + 2 && text.compare(0, 2, "86") == 0) {
        text.erase(0, 2);
    }
    const std::string digits = filtered(text, isDigit);
    return digits.size() < kTail ? std::string() : text;
}

}  // namespace

bool hasLevel(EvidenceKind kind, Level level)
{
    switch (level) {
    case Level::Unknown:
    case Level::Equal:
    case Level::Different:
        return true;
    case Level::Alike:
        return kind != EvidenceKind::Category;
    case Level::Near:
        return kind <= EvidenceKind::Phone;
    case Level::Partial:
        return kind == EvidenceKind::Name || kind == EvidenceKind::Date || kind == EvidenceKind::Phone;
    case Level::Kin:
        return kind == EvidenceKind::Name;
    }
    return false;
}

EvidenceColumn::EvidenceColumn(std::string name, EvidenceKind kind)
    : m_name(std::move(name))
    , m_kind(kind)
{
}

EvidenceColumn::Value EvidenceColumn::read(std::string_view cell) const
{
    Value value;
    switch (m_kind) {
    case EvidenceKind::Name: {
        const NameFacts facts = readName(cell);
        value.surname = facts.surname;
        value.given = facts.full != 0;
        value.han = !facts.latin;
        if (value.given) {
            value.text = facts.latin ? sortedWords(plainWords(cell)) : filtered(plainWords(cell), isWordByte);
        } else if (facts.surname != 0) {
            value.text = surnameOf(cell) + '*';
        }
        value.sound = value.han ? soundOf(value.text).syllables : value.text;
        break;
    }
    case EvidenceKind::Word:
        value.text = plainWords(cell);
        value.han = hasHan(value.text);
        value.sound = value.han ? soundOf(value.text).syllables : skeleton(value.text);
        break;
    case EvidenceKind::Date:
        value.text = filtered(cell, isDigit);
        break;
    case EvidenceKind::Phone:
        value.text = cleanPhone(cell);
        break;
    case EvidenceKind::Address:
        value.text = plainWords(cell);
        break;
    case EvidenceKind::Code:
    case EvidenceKind::Category:
        value.text = filtered(plainWords(cell), isWordByte);
        break;
    }
    value.letters = lettersOf(value.text);
    return value;
}

void EvidenceColumn::add(std::string_view cell)
{
    if (cell.empty()) {
        m_rows.push_back(0);
        return;
    }
    // What is written differently and cleans to the same has one number: the cleaned text is looked up too.
    // Mixed once more, and not seeded: hashes of short texts under two seeds can be equal.
    const std::uint64_t raw = hash64(cell);
    std::uint32_t number = values() + 1;
    if (const std::uint32_t* known = m_byHash.find(raw)) {
        number = *known;
    } else {
        Value value = read(cell);
        const std::uint32_t fresh = value.text.empty() ? 0 : number;
        number = m_byHash.findOrAdd(mix64(hash64(value.text)), fresh);
        if (number == values() + 1) {
            m_values.push_back(std::move(value));
        }
        m_byHash.findOrAdd(raw, number);
    }
    m_rows.push_back(number);
    if (number != 0) {
        ++m_values[number].count;
        ++m_filled;
    }
}

/// Where not both say more than a surname.
Level EvidenceColumn::compareSurnames(const Value& a, const Value& b)
{
    if (a.surname == 0 || b.surname == 0) {
        return Level::Unknown;
    }
    return a.surname == b.surname ? Level::Partial : Level::Different;
}

Level EvidenceColumn::compareNames(const Value& a, const Value& b)
{
    if (a.given != b.given || !a.given) {
        return compareSurnames(a, b);
    }
    if (a.han != b.han) {
        return sameReading(a.han ? a.text : b.text, a.han ? b.text : a.text) ? Level::Alike
                                                                             : Level::Different;
    }
    if (!a.han) {
        return compareLatin(a.text, b.text, a.letters, b.letters);
    }
    if (a.sound == b.sound) {
        return Level::Alike;
    }
    if (isOneCharacterOff(a.text, b.text)) {
        return Level::Near;
    }
    return a.surname != 0 && a.surname == b.surname ? Level::Kin : Level::Different;
}

Level EvidenceColumn::compareWords(const Value& a, const Value& b)
{
    if (a.han != b.han || !a.han) {
        return compareLatin(a.text, b.text, a.letters, b.letters);
    }
    if (a.sound == b.sound) {
        return Level::Alike;
    }
    return isOneCharacterOff(a.text, b.text) ? Level::Near : Level::Different;
}

Level EvidenceColumn::compare(std::uint32_t a, std::uint32_t b) const
{
    const std::uint32_t left = m_rows[a];
    const std::uint32_t right = m_rows[b];
    if (left == 0 || right == 0) {
        return Level::Unknown;
    }
    const Value& one = m_values[left];
    const Value& other = m_values[right];
    if (left == right && m_kind != EvidenceKind::Name && m_kind != EvidenceKind::Phone) {
        return Level::Equal;
    }
    switch (m_kind) {
    case EvidenceKind::Name:
        return left == right && one.given ? Level::Equal : compareNames(one, other);
    case EvidenceKind::Word:
        return compareWords(one, other);
    case EvidenceKind::Date:
        return compareDates(one.text, other.text);
    case EvidenceKind::Phone:
        return left == right && !isMasked(one.text) && one.text.size() >= kHead
            ? Level::Equal
            : comparePhones(one.text, other.text);
    case EvidenceKind::Address:
        return compareAddresses(one.text, other.text);
    case EvidenceKind::Code:
        return isOneSlip(one.text, other.text) ? Level::Alike : Level::Different;
    case EvidenceKind::Category:
        return Level::Different;
    }
    return Level::Unknown;
}

std::uint64_t EvidenceColumn::hash(std::uint32_t row) const
{
    return hash64(m_values[m_rows[row]].text);
}

std::uint64_t EvidenceColumn::part(std::uint32_t row, Part part) const
{
    const std::uint32_t number = m_rows[row];
    if (number == 0) {
        return 0;
    }
    const Value& value = m_values[number];
    const auto hashed = [part](std::string_view text) {
        return text.empty() ? 0 : mix64(hash64(text) ^ static_cast<std::uint64_t>(part)) | 1U;
    };
    switch (part) {
    case Part::Whole:
        return m_kind == EvidenceKind::Name && !value.given ? 0 : hashed(value.text);
    case Part::Sound:
        return m_kind == EvidenceKind::Name && !value.given ? 0 : hashed(value.sound);
    case Part::Surname:
        return value.surname;
    case Part::YearMonth:
        return value.text.size() == 8 ? hashed(std::string_view(value.text).substr(0, 6)) : 0;
    case Part::Tail:
        return hashed(
            std::string_view(value.text).substr(value.text.size() - std::min(kTail, value.text.size())));
    case Part::Head:
        return value.text.size() > kHead && !isMasked(value.text)
            ? hashed(std::string_view(value.text).substr(0, kHead))
            : 0;
    }
    return 0;
}

}  // namespace meitrace
