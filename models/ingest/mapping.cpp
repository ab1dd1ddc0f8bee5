// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/mapping.h"

#include "models/base/hash.h"
#include "models/base/text.h"
#include "models/ingest/cleanplan.h"

#include <algorithm>

namespace meitrace {

namespace {

/// Columns of this name; blank names never count as twice.
std::ptrdiff_t timesNamed(const std::vector<std::string>& header, std::string_view name)
{
    const std::string wanted = folded(name);
    return wanted.empty() ? 0 : std::count_if(header.begin(), header.end(), [&](const std::string& other) {
        return folded(other) == wanted;
    });
}

/// By position and not by name, unless a column really has such a name.
bool isPosition(const std::vector<std::string>& header, std::string_view name)
{
    return !name.empty() && name.front() == '#' && timesNamed(header, name) == 0;
}

std::string firstRepeated(const std::vector<std::string>& header)
{
    for (const std::string& name : header) {
        if (timesNamed(header, name) > 1) {
            return name;
        }
    }
    return {};
}

bool hasField(const Mapping& mapping, std::string_view name)
{
    const bool constant = mapping.constants.find(std::string(name)) != mapping.constants.end();
    return constant
        || std::any_of(mapping.columns.begin(), mapping.columns.end(), [&](const Mapping::Column& column) {
               return mapping.kind->fields[static_cast<std::size_t>(column.field)].name == name;
           });
}

Status checkColumn(const std::string& name, const Mapping& mapping, const std::vector<std::string>& header,
                   const std::string& file)
{
    if (cleaning::sourceColumn(header, name) < 0) {
        return Error {.code = ErrorCode::UnknownColumn,
                      .subject = mapping.presetName.empty() ? file : mapping.presetName,
                      .value = shortened(name)};
    }
    if (!isPosition(header, name) && timesNamed(header, name) > 1) {
        return Error {.code = ErrorCode::DuplicateHeader, .subject = file, .value = shortened(name)};
    }
    return Done {};
}

Status checkFields(const Mapping& mapping, const std::string& file)
{
    const auto fields = static_cast<int>(mapping.kind->fields.size());
    std::vector<int> seen(mapping.kind->fields.size(), 0);
    for (const Mapping::Column& column : mapping.columns) {
        if (column.field < 0 || column.field >= fields) {
            return Error {
                .code = ErrorCode::UnknownField, .subject = file, .value = shortened(column.header)};
        }
        const auto at = static_cast<std::size_t>(column.field);
        if (++seen[at] > 1) {
            return Error {.code = ErrorCode::BadMapping,
                          .subject = file,
                          .value = std::string(mapping.kind->fields[at].name),
                          .detail = "two columns feed one field"};
        }
    }
    for (const auto& [name, value] : mapping.constants) {
        if (fieldIndex(*mapping.kind, name) < 0) {
            return Error {.code = ErrorCode::UnknownField, .subject = file, .value = shortened(name)};
        }
    }
    return Done {};
}

}  // namespace

std::string headerSignature(const std::vector<std::string>& header)
{
    std::vector<std::string> names;
    for (const std::string& name : header) {
        std::string clean = folded(name);
        if (!clean.empty()) {
            names.push_back(std::move(clean));
        }
    }
    std::sort(names.begin(), names.end());
    std::string all;
    for (const std::string& name : names) {
        all += name;
        all += '\x1F';
    }
    return hash128Hex(all);
}

Status checkMapping(const Mapping& mapping, const std::vector<std::string>& header, const std::string& file)
{
    if (mapping.kind == nullptr) {
        return Error {.code = ErrorCode::UnknownKind, .subject = file};
    }
    if (Status fields = checkFields(mapping, file); !fields) {
        return fields;
    }
    for (const Mapping::Column& column : mapping.columns) {
        if (Status checked = checkColumn(column.header, mapping, header, file); !checked) {
            return checked;
        }
    }
    for (const Mapping::SkipRule& rule : mapping.skip) {
        if (Status checked = checkColumn(rule.column, mapping, header, file); !checked) {
            return checked;
        }
    }
    for (const std::span<const std::string_view> group : mapping.kind->required) {
        if (std::any_of(group.begin(), group.end(),
                        [&](std::string_view name) { return hasField(mapping, name); })) {
            continue;
        }
        const std::string repeated = firstRepeated(header);
        if (!repeated.empty()) {
            return Error {.code = ErrorCode::DuplicateHeader, .subject = file, .value = shortened(repeated)};
        }
        return Error {.code = ErrorCode::MissingField,
                      .subject = std::string(mapping.kind->code),
                      .value = std::string(group.front())};
    }
    return Done {};
}

}  // namespace meitrace
