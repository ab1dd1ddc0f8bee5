// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/words.h"

#include "models/base/text.h"
#include "models/domain/channel.h"
#include "models/ingest/csvtable.h"

#include <algorithm>
#include <array>
#include <map>

namespace meitrace {

namespace {

using Tables = std::map<std::string, WordTable, std::less<>>;

Tables readTables()
{
    Tables tables;
    for (const std::vector<std::string>& row : embeddedTable("domain/value_words.csv")) {
        if (row.size() == 3) {
            tables[row[0]].add(folded(row[1]), row[2]);
        }
    }
    return tables;
}

WordTable readAliases()
{
    WordTable table;
    for (const Channel& channel : channels()) {
        table.add(std::string(channel.code), std::string(channel.code));
    }
    for (const std::vector<std::string>& row : embeddedTable("domain/channel_aliases.csv")) {
        if (row.size() == 2) {
            table.add(folded(row[0]), row[1]);
        }
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
    if (foldedWord.empty() || !m_codes.emplace(foldedWord, std::move(code)).second) {
        return;
    }
    const char first = foldedWord.front();
    m_first[static_cast<unsigned char>(first)] = true;
    if (first >= 'a' && first <= 'z') {
        m_first[static_cast<unsigned char>(first) - ('a' - 'A')] = true;
    }
    if (static_cast<unsigned char>(first) < 0x80) {
        m_first[0xEF] = true;  // full-width forms of it
    }
    m_longest = std::max(m_longest, foldedWord.size());
    const auto at = std::find_if(m_words.begin(), m_words.end(),
                                 [&](const std::string& word) { return word.size() < foldedWord.size(); });
    m_words.insert(at, std::move(foldedWord));
}

const std::string* WordTable::find(std::string_view folded) const
{
    const auto found = m_codes.find(folded);
    return found == m_codes.end() ? nullptr : &found->second;
}

std::string_view WordTable::longestPrefix(std::string_view folded) const
{
    if (!folded.empty() && mayBegin(folded.front())) {
        for (const std::string& word : m_words) {
            if (folded.substr(0, word.size()) == word) {
                return word;
            }
        }
    }
    return {};
}

std::string_view WordTable::longestSuffix(std::string_view folded) const
{
    for (const std::string& word : m_words) {
        if (folded.size() >= word.size() && folded.substr(folded.size() - word.size()) == word) {
            return word;
        }
    }
    return {};
}

const WordTable& wordTable(std::string_view sort)
{
    static const Tables tables = readTables();
    static const WordTable none;
    const auto found = tables.find(sort);
    return found == tables.end() ? none : found->second;
}

std::span<const std::string_view> codesOf(FieldType type)
{
    switch (type) {
    case FieldType::Gender:
        return kGenderCodes;
    case FieldType::BookingStatus:
        return kBookingStatusCodes;
    case FieldType::VisitType:
        return kVisitTypeCodes;
    case FieldType::BillKind:
        return kBillKindCodes;
    case FieldType::ConsentScope:
        return kConsentScopeCodes;
    case FieldType::ConsentChannel:
        return kConsentChannelCodes;
    case FieldType::ConsentState:
        return kConsentStateCodes;
    default:
        return {};
    }
}

std::optional<std::int64_t> wordValue(FieldType type, std::string_view field, std::string_view cell)
{
    const std::string word = folded(cell);
    if (word.empty()) {
        return kMissing;
    }
    for (const std::string_view sort : {field, sortOf(type)}) {
        if (const std::string* code = wordTable(sort).find(word)) {
            return numberOf(type, *code);
        }
    }
    if (const auto number = numberOf(type, word); number && *number > 0 && type != FieldType::Bool) {
        return number;
    }
    if (isNullWord(word)) {
        return kMissing;
    }
    if (type == FieldType::Bool) {
        const WordTable& prefixes = wordTable("bool_prefix");
        const std::string_view prefix = prefixes.longestPrefix(word);
        if (!prefix.empty()) {
            return *prefixes.find(prefix) == "1" ? 1 : 0;
        }
    }
    if (type == FieldType::VisitType) {
        return static_cast<std::int64_t>(VisitType::Other);
    }
    return std::nullopt;
}

bool isNullWord(std::string_view trimmedCell)
{
    static const WordTable& words = wordTable("null");
    if (trimmedCell.empty() || !words.mayBegin(trimmedCell.front())
        || trimmedCell.size() > 3 * words.longest()) {
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
    const std::string* code = aliases.find(folded(cell));
    return code == nullptr ? std::string_view() : std::string_view(*code);
}

}  // namespace meitrace
