// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/dictionary.h"

#include "models/ingest/fieldtitle.h"

#include <algorithm>

namespace meitrace {

namespace {

FieldNeed needOf(const KindSpec& kind, std::string_view field)
{
    FieldNeed need = std::find(kind.mustHave.begin(), kind.mustHave.end(), field) != kind.mustHave.end()
        ? FieldNeed::Always
        : FieldNeed::Optional;
    for (const std::span<const std::string_view>& group : kind.required) {
        if (std::find(group.begin(), group.end(), field) != group.end()) {
            need = std::max(need, group.size() == 1 ? FieldNeed::Always : FieldNeed::OneOf);
        }
    }
    return need;
}

}  // namespace

std::vector<DictionaryField> dataDictionary()
{
    std::vector<DictionaryField> fields;
    for (const KindSpec& kind : kinds()) {
        for (const FieldSpec& field : kind.fields) {
            fields.push_back({.kind = &kind,
                              .field = &field,
                              .chinese = fieldTitle(kind, field, "zh"),
                              .english = fieldTitle(kind, field, "en"),
                              .headers = fieldHeaders(kind, field),
                              .need = needOf(kind, field.name)});
        }
    }
    return fields;
}

}  // namespace meitrace
