// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/catalogue.h"

#include "analytics/clinic/itemcatalogue.h"

#include <functional>
#include <map>

namespace meitrace {

const CatalogueNames* catalogueNames(std::string_view code)
{
    static const auto kNames = [] {
        std::map<std::string, CatalogueNames, std::less<>> names;
        for (const CatalogueItem& item : ItemCatalogue::standard().items()) {
            names.emplace(item.code, CatalogueNames {item.english, item.chinese});
        }
        return names;
    }();
    const auto found = kNames.find(code);
    return found == kNames.end() ? nullptr : &found->second;
}

}  // namespace meitrace
