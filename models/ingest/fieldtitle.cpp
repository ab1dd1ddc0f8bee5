// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/fieldtitle.h"

#include "models/resources/resourcetable.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

namespace meitrace {

namespace {

using Place = std::tuple<std::string, std::string, std::string>;  ///< language, field, kind or ""

/// The table of synonyms by what is asked of it; the first in the file stand first.
struct Synonyms {
    struct Header {
        std::string kind;
        std::string text;
    };
    std::map<Place, std::string> titles;
    std::map<std::string, std::vector<Header>, std::less<>> headers;  ///< by field
};

const Synonyms& synonyms()
{
    static const Synonyms known = [] {
        Synonyms all;
        const ResourceTable table("domain/header_synonyms.csv");
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const std::string& language = table.text(row, "lang");
            const std::string& field = table.text(row, "canonical_field");
            const std::string& kind = table.text(row, "source_kind");
            const std::string& text = table.text(row, "synonym");
            all.titles.try_emplace({language, field, kind}, text);
            all.titles.try_emplace({language, field, std::string()}, text);
            all.headers[field].push_back({kind, text});
        }
        return all;
    }();
    return known;
}

}  // namespace

std::string fieldTitle(const KindSpec& kind, const FieldSpec& field, std::string_view language)
{
    for (const std::string& of : {std::string(kind.code), std::string()}) {
        const auto found = synonyms().titles.find({std::string(language), std::string(field.name), of});
        if (found != synonyms().titles.end()) {
            return found->second;
        }
    }
    std::string name(field.name);
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
}

std::vector<std::string> fieldHeaders(const KindSpec& kind, const FieldSpec& field)
{
    const auto found = synonyms().headers.find(field.name);
    std::vector<std::string> headers;
    if (found == synonyms().headers.end()) {
        return headers;
    }
    for (const bool own : {true, false}) {
        for (const Synonyms::Header& header : found->second) {
            if ((header.kind == kind.code) == own
                && std::find(headers.begin(), headers.end(), header.text) == headers.end()) {
                headers.push_back(header.text);
            }
        }
    }
    return headers;
}

}  // namespace meitrace
