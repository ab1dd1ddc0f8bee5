// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/fieldtitle.h"

#include "models/resources/resourcetable.h"

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
        const ResourceTable synonyms("domain/header_synonyms.csv");
        for (std::size_t row = 0; row < synonyms.rows(); ++row) {
            const std::string& language = synonyms.text(row, "lang");
            const std::string& field = synonyms.text(row, "canonical_field");
            // The first one in the file wins.
            t.try_emplace({language, field, synonyms.text(row, "source_kind")},
                          synonyms.text(row, "synonym"));
            t.try_emplace({language, field, std::string()}, synonyms.text(row, "synonym"));
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

std::vector<std::string> fieldHeaders(const KindSpec& kind, const FieldSpec& field)
{
    const ResourceTable synonyms("domain/header_synonyms.csv");
    std::vector<std::string> headers;
    for (const bool own : {true, false}) {
        for (std::size_t row = 0; row < synonyms.rows(); ++row) {
            const std::string& header = synonyms.text(row, "synonym");
            if (synonyms.text(row, "canonical_field") == field.name
                && (synonyms.text(row, "source_kind") == kind.code) == own
                && std::find(headers.begin(), headers.end(), header) == headers.end()) {
                headers.push_back(header);
            }
        }
    }
    return headers;
}

}  // namespace meitrace
