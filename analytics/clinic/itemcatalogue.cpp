// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/clinic/itemcatalogue.h"

#include "models/base/text.h"
#include "models/resources/resourcetable.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <set>

namespace meitrace {

namespace {

constexpr double kAlike
    = 0.5;  // share of pairs of neighbouring characters in common, from which a name is suggested

ItemKind kindOf(std::string_view text)
{
    return text == "product" ? ItemKind::Product : text == "package" ? ItemKind::Package : ItemKind::Service;
}

PublicAd publicAdOf(std::string_view text)
{
    return text == "no" ? PublicAd::No : text == "cosmetic" ? PublicAd::Cosmetic : PublicAd::Review;
}

/// "CODE*3+OTHER*1"
std::vector<std::pair<std::string, int>> partsOf(std::string_view text)
{
    std::vector<std::pair<std::string, int>> parts;
    for (const std::string_view part : split(text, '+')) {
        const std::size_t star = part.find('*');
        if (star == std::string_view::npos) {
            continue;
        }
        int count = 0;
        std::from_chars(part.data() + star + 1, part.data() + part.size(), count);
        parts.emplace_back(part.substr(0, star), count);
    }
    return parts;
}

bool isWordCharacter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

/// Latin names must stand as words of their own: "GA" is none in "legal".
bool standsIn(std::string_view text, std::string_view name)
{
    for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        const bool open = at == 0 || !isWordCharacter(text[at - 1]) || !isWordCharacter(name.front());
        const bool closed
            = end == text.size() || !isWordCharacter(text[end]) || !isWordCharacter(name.back());
        if (open && closed) {
            return true;
        }
    }
    return false;
}

std::set<std::u32string> pairsOf(std::string_view text)
{
    const std::u32string points = toCodePoints(text);
    std::set<std::u32string> pairs;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        pairs.insert(points.substr(i, 2));
    }
    return pairs;
}

double likeness(const std::set<std::u32string>& a, const std::set<std::u32string>& b)
{
    const auto common
        = std::count_if(a.begin(), a.end(), [&](const std::u32string& p) { return b.contains(p); });
    const std::size_t all = a.size() + b.size();
    return all == 0 ? 0 : 2 * static_cast<double>(common) / static_cast<double>(all);
}

/// (area, what it lies in) of resources/domain/body_areas.csv
const std::set<std::pair<std::string, std::string>>& nestedAreas()
{
    static const auto kNested = [] {
        std::set<std::pair<std::string, std::string>> nested;
        const ResourceTable table("domain/body_areas.csv");
        for (std::size_t row = 0; row < table.rows(); ++row) {
            nested.emplace(table.text(row, "area"), table.text(row, "within"));
        }
        return nested;
    }();
    return kNested;
}

CatalogueItem itemAt(const ResourceTable& table, std::size_t row)
{
    constexpr Fen kFenPerYuan = 100;
    CatalogueItem item {.code = table.text(row, "item_code"),
                        .kind = kindOf(table.text(row, "kind")),
                        .category = table.text(row, "category"),
                        .technology = table.text(row, "technology"),
                        .english = table.text(row, "name_en"),
                        .chinese = table.text(row, "name_zh"),
                        .categoryChinese = table.text(row, "category_zh"),
                        .aliases = {folded(table.text(row, "name_zh")), folded(table.text(row, "name_en"))},
                        .concerns = table.list(row, "concerns"),
                        .ingredients = table.list(row, "ingredients"),
                        .areas = table.list(row, "body_area"),
                        .downtimeDays = table.number(row, "downtime_days"),
                        .courseSessions = table.number(row, "course_sessions"),
                        .leastAge = table.number(row, "age_min"),
                        .typicalPrice = table.number(row, "price_typ_cny") * kFenPerYuan,
                        .publicAd = publicAdOf(table.text(row, "public_ad")),
                        .parts = partsOf(table.text(row, "components"))};
    for (const char* column : {"aliases_zh", "aliases_en"}) {
        for (const std::string& alias : table.list(row, column)) {
            item.aliases.push_back(folded(alias));
        }
    }
    return item;
}

}  // namespace

bool areasMeet(const CatalogueItem& a, const CatalogueItem& b)
{
    if (a.areas.empty() || b.areas.empty()) {
        return true;
    }
    return std::any_of(a.areas.begin(), a.areas.end(), [&](const std::string& x) {
        return std::any_of(b.areas.begin(), b.areas.end(), [&](const std::string& y) {
            return x == y || nestedAreas().contains({x, y}) || nestedAreas().contains({y, x});
        });
    });
}

std::string ItemMatch::code() const
{
    if (item != nullptr) {
        return item->code;
    }
    std::string code;
    if (how == How::Generic) {
        code = "GEN-" + std::string(category);
        std::transform(code.begin(), code.end(), code.begin(), [](char c) {
            return c == '_' ? '-' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        });
    }
    return code;
}

ItemCatalogue::ItemCatalogue()
{
    const ResourceTable table("domain/catalogue.csv");
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::size_t number = m_items.size();
        m_items.push_back(itemAt(table, row));
        m_byCode.emplace(folded(m_items.back().code), number);
        for (const std::string& alias : m_items.back().aliases) {
            m_byAlias.emplace(alias, number);
            // Names are looked up as they are read: without brackets and the like.
            if (const ItemText read = readItemText(alias); read.sessions == 0) {
                m_byAlias.emplace(read.name, number);
            }
        }
    }
    m_byAlias.erase(std::string());
}

const ItemCatalogue& ItemCatalogue::standard()
{
    static const ItemCatalogue kStandard;
    return kStandard;
}

const CatalogueItem* ItemCatalogue::find(std::string_view code) const
{
    const auto found = m_byCode.find(folded(code));
    return found == m_byCode.end() ? nullptr : &m_items[found->second];
}

const CatalogueItem* ItemCatalogue::longestContained(std::string_view name) const
{
    const CatalogueItem* best = nullptr;
    std::int64_t length = 1;  // one character alone says nothing
    for (const auto& [alias, number] : m_byAlias) {
        const std::int64_t here = characterCount(alias);
        if (here > length && standsIn(name, alias)) {
            best = &m_items[number];
            length = here;
        }
    }
    return best;
}

const CatalogueItem* ItemCatalogue::mostAlike(std::string_view name) const
{
    const std::set<std::u32string> wanted = pairsOf(name);
    const CatalogueItem* best = nullptr;
    double most = kAlike;
    for (const auto& [alias, number] : m_byAlias) {
        if (const double here = likeness(wanted, pairsOf(alias)); here > most) {
            best = &m_items[number];
            most = here;
        }
    }
    return best;
}

ItemMatch ItemCatalogue::match(std::string_view raw) const
{
    ItemMatch match;
    match.item = find(trimmed(raw));
    if (match.item != nullptr) {
        match.how = ItemMatch::How::Code;
        match.category = match.item->category;
        return match;
    }
    match.text = readItemText(raw);
    const std::string whole = match.text.name + " " + match.text.inBrackets;
    const std::string asItStands = folded(raw);
    for (const std::string_view name :
         {std::string_view(asItStands), std::string_view(match.text.name), trimmed(whole)}) {
        const auto alias = m_byAlias.find(name);
        if (match.item == nullptr && alias != m_byAlias.end()) {
            match.item = &m_items[alias->second];
            match.how = ItemMatch::How::Alias;
        }
    }
    for (const std::string_view name : {std::string_view(match.text.name), std::string_view(whole)}) {
        if (match.item == nullptr) {
            match.item = longestContained(name);
            match.how = match.item == nullptr ? ItemMatch::How::Unknown : ItemMatch::How::Contained;
        }
    }
    if (match.item != nullptr) {
        match.category = match.item->category;
        return match;
    }
    match.category = genericCategory(whole);
    match.how = match.category.empty() ? ItemMatch::How::Unknown : ItemMatch::How::Generic;
    match.suggestion = match.how == ItemMatch::How::Unknown ? mostAlike(match.text.name) : nullptr;
    return match;
}

}  // namespace meitrace
