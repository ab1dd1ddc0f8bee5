// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/clinic/itemtext.h"
#include "models/base/units.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace meitrace {

enum class ItemKind : std::uint8_t { Service, Product, Package };

/// Whether an item may be advertised to the public.
enum class PublicAd : std::uint8_t {
    No,       ///< a controlled prescription drug: never
    Review,   ///< needs an approval certificate
    Cosmetic  ///< ordinary advertising law, no medical claims
};

/// One line of the catalogue. Medical values are defaults that a clinic edits, not medical advice.
struct CatalogueItem {
    std::string code;
    ItemKind kind = ItemKind::Service;
    std::string category;
    std::string technology;
    std::string english;
    std::string chinese;
    std::string categoryChinese;
    std::vector<std::string> aliases;  ///< folded, the names among them
    std::vector<std::string> concerns;
    std::vector<std::string> ingredients;
    std::vector<std::string> areas;
    int downtimeDays = 0;
    int courseSessions = 1;
    int leastAge = 0;
    Fen typicalPrice = 0;
    PublicAd publicAd = PublicAd::Review;
    std::vector<std::pair<std::string, int>> parts;  ///< of a package: item and how many
};

/// What the name or code of an item in a source means.
struct ItemMatch {
    enum class How : std::uint8_t {
        Code,       ///< a code of the catalogue
        Alias,      ///< one of an item's names
        Contained,  ///< the longest name that stands in the text
        Generic,    ///< a category and no item: stands for "GEN-<CATEGORY>", so that money still groups
        Unknown     ///< for the review list
    };
    How how = How::Unknown;
    const CatalogueItem* item = nullptr;        ///< Code, Alias, Contained
    std::string_view category;                  ///< of the item, or of Generic
    const CatalogueItem* suggestion = nullptr;  ///< Unknown: the one that looks most alike, if any does
    ItemText text;                              ///< what else the name says

    /// Item code, "GEN-FILLER" or empty
    [[nodiscard]] std::string code() const;
};

/// Whether two items are done on a common part of the body: the same one, or one inside the other. Items
/// without a part meet everywhere.
bool areasMeet(const CatalogueItem& a, const CatalogueItem& b);

/// The items that the program knows. Immutable, shared by threads.
class ItemCatalogue {
public:
    /// The one that comes with the program.
    static const ItemCatalogue& standard();

    [[nodiscard]] std::span<const CatalogueItem> items() const { return m_items; }
    /// nullptr for a code that is not in it
    [[nodiscard]] const CatalogueItem* find(std::string_view code) const;

    /// In this order: a code, a name, the longest name that stands in the text, a word for a category.
    /// Cost  up to a millisecond for a name that nothing fits: call it per different name, not per row
    [[nodiscard]] ItemMatch match(std::string_view raw) const;

private:
    ItemCatalogue();
    [[nodiscard]] const CatalogueItem* longestContained(std::string_view name) const;
    [[nodiscard]] const CatalogueItem* mostAlike(std::string_view name) const;

    std::vector<CatalogueItem> m_items;
    std::map<std::string, std::size_t, std::less<>> m_byCode;
    std::map<std::string, std::size_t, std::less<>> m_byAlias;  ///< the first item with the name
};

}  // namespace meitrace
