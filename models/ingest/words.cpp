// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/words.h"

#include "models/base/text.h"
#include "models/domain/channel.h"
#include "models/domain/fieldcodes.h"
#include "models/domain/trade.h"
#include "models/resources/resourcetable.h"

#include <algorithm>
#include <array>
#include <map>

namespace meitrace {

namespace {

using Tables = std::map<std::string, WordTable, std::less<>>;

Tables readTables()
{
    Tables tables;
    const ResourceTable words("domain/value_words.csv");
    for (std::size_t row = 0; row < words.rows(); ++row) {
        tables[words.text(row, "field_type")].add(folded(words.text(row, "word")), words.text(row, "code"));
    }
    return tables;
}

WordTable readAliases()
{
    WordTable table;
    for (const Channel& channel : channels()) {
        table.add(std::string(channel.code), std::string(channel.code));
    }
    const ResourceTable aliases("domain/channel_aliases.csv");
    for (std::size_t row = 0; row < aliases.rows(); ++row) {
        table.add(folded(aliases.text(row, "alias")), aliases.text(row, "channel"));
    }
    return table;
}

std::string_view sortOf(FieldType type)
{
    switch (type) {
    case FieldType::Bool:
        return "bool";
    case FieldType::Gender:
        return "gender";
    case FieldType::BookingStatus:
        return "booking_status";
    case FieldType::VisitType:
        return "visit_type";
    case FieldType::BillKind:
        return "bill_kind";
    case FieldType::ConsentScope:
        return "consent_scope";
    case FieldType::ConsentChannel:
        return "consent_channel";
    case FieldType::ConsentState:
        return "consent_state";
    case FieldType::VoucherStatus:
        return "voucher_status";
    case FieldType::Direction:
        return "direction";
    case FieldType::ServiceKind:
        return "service_kind";
    default:
        return {};
    }
}

std::optional<std::int64_t> numberOf(FieldType type, std::string_view code)
{
    if (code.empty()) {
        return kMissing;
    }
    if (type == FieldType::Bool) {
        return code == "1" ? 1 : 0;
    }
    const std::span<const std::string_view> codes = codesOf(type);
    const auto found = std::find(codes.begin(), codes.end(), code);
    if (found == codes.end()) {
        return std::nullopt;
    }
    return found - codes.begin();
}

}  // namespace

void WordTable::add(std::string foldedWord, std::string code)
{
    if (foldedWord.empty() || find(foldedWord) != nullptr) {
        return;
    }
    const char first = foldedWord.front();
    m_first[static_cast<unsigned char>(first)] = true;
    if (first >= 'a' && first <= 'z') {
        m_first[static_cast<unsigned char>(first - ('a' - 'A'))] = true;
    }
    if (static_cast<unsigned char>(first) < 0x80) {
        m_first[0xEF] = true;  // its full-width form
    }
    m_longest = std::max(m_longest, foldedWord.size());
    const auto insert = [this](std::vector<std::uint16_t>& list, std::size_t length) {
        const auto at = std::find_if(list.begin(), list.end(),
                                     [&](std::uint16_t word) { return m_words[word].text.size() < length; });
        list.insert(at, static_cast<std::uint16_t>(m_words.size()));
    };
    insert(m_byFirst[static_cast<unsigned char>(first)], foldedWord.size());
    insert(m_byLast[static_cast<unsigned char>(foldedWord.back())], foldedWord.size());
    m_words.push_back({std::move(foldedWord), std::move(code)});
}

const WordTable::Word* WordTable::find(std::string_view folded) const
{
    if (!folded.empty()) {
        for (const std::uint16_t at : m_byFirst[static_cast<unsigned char>(folded.front())]) {
            if (m_words[at].text == folded) {
                return &m_words[at];
            }
        }
    }
    return nullptr;
}

const WordTable::Word* WordTable::longestPrefix(std::string_view folded) const
{
    if (!folded.empty()) {
        for (const std::uint16_t at : m_byFirst[static_cast<unsigned char>(folded.front())]) {
            const std::string_view word = m_words[at].text;
            if (folded.size() >= word.size() && folded[word.size() - 1] == word.back()
                && folded.compare(0, word.size(), word) == 0) {
                return &m_words[at];
            }
        }
    }
    return nullptr;
}

const WordTable::Word* WordTable::longestSuffix(std::string_view folded) const
{
    if (!folded.empty()) {
        for (const std::uint16_t at : m_byLast[static_cast<unsigned char>(folded.back())]) {
            const std::string_view word = m_words[at].text;
            if (folded.size() >= word.size()
                && folded.compare(folded.size() - word.size(), word.size(), word) == 0) {
                return &m_words[at];
            }
        }
    }
    return nullptr;
}

bool WordTable::mayBegin(std::string_view text) const
{
    if (text.empty() || !mayBegin(text.front())) {
        return false;
    }
    const auto first = static_cast<unsigned char>(text.front());
    if (first < 0x80 || first == 0xEF) {
        return true;
    }
    const std::string_view character = text.substr(0, first >= 0xE0 ? 3 : 2);
    const std::vector<std::uint16_t>& words = m_byFirst[first];
    return std::any_of(words.begin(), words.end(), [&](std::uint16_t at) {
        return m_words[at].text.compare(0, character.size(), character) == 0;
    });
}

const WordTable& wordTable(std::string_view sort)
{
    static const Tables tables = readTables();
    static const WordTable none;
    const auto found = tables.find(sort);
    return found == tables.end() ? none : found->second;
}

std::optional<std::int64_t> otherValue(FieldType type)
{
    switch (type) {
    case FieldType::VisitType:
        return static_cast<std::int64_t>(VisitType::Other);
    case FieldType::VoucherStatus:
        return static_cast<std::int64_t>(VoucherStatus::Other);
    case FieldType::ServiceKind:
        return static_cast<std::int64_t>(ServiceKind::Other);
    default:
        return std::nullopt;
    }
}

std::optional<std::int64_t> wordValue(FieldType type, std::string_view field, std::string_view cell)
{
    const std::string word = folded(cell);
    if (word.empty()) {
        return kMissing;
    }
    for (const std::string_view sort : {field, sortOf(type)}) {
        if (const WordTable::Word* known = wordTable(sort).find(word)) {
            return numberOf(type, known->code);
        }
    }
    if (const auto number = numberOf(type, word); number && *number > 0 && type != FieldType::Bool) {
        return number;
    }
    if (isNullWord(word)) {
        return kMissing;
    }
    if (type == FieldType::Bool) {
        if (const WordTable::Word* prefix = wordTable("bool_prefix").longestPrefix(word)) {
            return prefix->code == "1" ? 1 : 0;
        }
    }
    return otherValue(type);
}

const WordTable& nullWords()
{
    static const WordTable& words = wordTable("null");
    return words;
}

bool isNullWord(std::string_view trimmedCell)
{
    const WordTable& words = nullWords();
    if (trimmedCell.empty() || !words.mayBegin(trimmedCell) || trimmedCell.size() > 3 * words.longest()) {
        return false;  // full-width spellings are up to three times as long
    }
    // Without full-width forms and invisible characters folding is lower-casing.
    std::array<char, 64> lower {};
    std::size_t length = 0;
    for (const char c : trimmedCell) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte == 0xEF || byte == 0xE2 || byte == 0xC2 || length == lower.size()) {
            return words.find(folded(trimmedCell)) != nullptr;
        }
        lower[length++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    return length <= words.longest() && words.find(std::string_view(lower.data(), length)) != nullptr;
}

std::string_view channelOf(std::string_view cell)
{
    static const WordTable aliases = readAliases();
    const WordTable::Word* alias = aliases.find(folded(cell));
    return alias == nullptr ? std::string_view() : std::string_view(alias->code);
}

}  // namespace meitrace
