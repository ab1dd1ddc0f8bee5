// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/fieldtitle.h"

#include "models/ingest/csvtable.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace meitrace {

namespace {

using Place = std::tuple<std::string, std::string, std::string>;  ///< language, field, kind or ""

const std::map<Place, std::string>& titles()
{
    static const std::map<Place, std::string> table = [] {
        std::map<Place, std::string> t;
        for (const std::vector<std::string>& row : embeddedTable("domain/header_synonyms.csv")) {
            if (row.size() >= 4) {
                // The first one in the file wins.
                t.try_emplace({row[3], row[0], row[1]}, row[2]);
                t.try_emplace({row[3], row[0], std::string()}, row[2]);
            }
        }
        return t;
    }();
    return table;
}

}  // namespace

std::string fieldTitle(const KindSpec& kind, const FieldSpec& field, std::string_view language)
{
    for (const std::string& of : {std::string(kind.code), std::string()}) {
        const auto found = titles().find({std::string(language), std::string(field.name), of});
        if (found != titles().end()) {
            return found->second;
        }
    }
    std::string name(field.name);
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
}

}  // namespace meitrace
