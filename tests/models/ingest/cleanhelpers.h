// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/cleanblock.h"
#include "models/ingest/rowsource.h"
#include "models/resources/resource.h"

#include <cstring>
#include <string>
#include <utility>
#include <vector>

namespace meitrace::test {

using Row = std::vector<std::string>;
using Rows = std::vector<Row>;

inline Millis noon()
{
    return 1'795'233'600'000;
}  ///< 2026-11-21T04:00:00Z: the "now" of the tests

/// Rows as a reader would hand them over.
inline RowBlock blockOf(const Rows& rows)
{
    RowBlock block;
    block.rowStart.push_back(0);
    for (const Row& row : rows) {
        for (const std::string& cell : row) {
            block.storage.push_back(std::make_unique<char[]>(cell.size() + 1));
            std::memcpy(block.storage.back().get(), cell.data(), cell.size());
            block.cells.emplace_back(block.storage.back().get(), cell.size());
        }
        block.rowStart.push_back(static_cast<std::uint32_t>(block.cells.size()));
        block.line.push_back(static_cast<std::int64_t>(block.line.size()) + 2);
        block.raw.emplace_back();
    }
    return block;
}

/// header -> field pairs of a kind
inline Mapping mappingOf(const char* kind, const std::vector<std::pair<std::string, std::string>>& columns)
{
    Mapping mapping;
    mapping.kind = kindByCode(kind);
    for (const auto& [header, field] : columns) {
        mapping.columns.push_back({fieldIndex(*mapping.kind, field), header, 1.0, "mapping"});
    }
    return mapping;
}

inline Row headerOf(const Mapping& mapping)
{
    Row header;
    for (const Mapping::Column& column : mapping.columns) {
        header.push_back(column.header);
    }
    return header;
}

inline Result<std::shared_ptr<const CleaningPlan>> planOf(const Mapping& mapping, const Row& header,
                                                          const Rows& evidence,
                                                          const char* zone = "Asia/Shanghai",
                                                          const char* file = "test.csv")
{
    return CleaningPlan::make(mapping, header, Sample {header, evidence}, *Zone::find(zone), noon(), file);
}

/// Cleans rows whose columns stand in the order of the mapping; the rows are their own evidence.
inline CleanBlock cleaned(const Mapping& mapping, const Rows& rows, const char* zone = "Asia/Shanghai")
{
    // Texts of the mapping stay with the plan, and tests look at blocks after this.
    static std::vector<std::shared_ptr<const CleaningPlan>> plans;
    const auto plan = planOf(mapping, headerOf(mapping), rows, zone);
    if (plan) {
        plans.push_back(*plan);
    }
    return plan ? (*plan)->clean(blockOf(rows)) : CleanBlock {};
}

inline const FieldValues& valuesOf(const CleanBlock& block, const char* field)
{
    static const FieldValues none;
    const FieldValues* values = block.find(fieldIndex(*block.kind, field));
    return values == nullptr ? none : *values;
}

inline std::string textOf(const CleanBlock& block, const char* field, std::size_t kept = 0)
{
    const FieldValues& values = valuesOf(block, field);
    return kept < values.text.size() ? std::string(values.text[kept]) : std::string("no such value");
}

inline std::int64_t numberOf(const CleanBlock& block, const char* field, std::size_t kept = 0)
{
    const FieldValues& values = valuesOf(block, field);
    return kept < values.number.size() ? values.number[kept] : -1'000'000'007;
}

/// "bad_time/pay_time" of every issue, by row, joined with blanks
inline std::string issuesOf(const CleanBlock& block)
{
    std::string all;
    for (const CellIssue& issue : block.issues) {
        all += all.empty() ? "" : " ";
        all += std::string(ruleCode(issue.rule)) + "/"
            + (issue.field < 0 ? "row"
                               : std::string(block.kind->fields[static_cast<std::size_t>(issue.field)].name));
    }
    return all;
}

/// "ok fixed quarantined"
inline std::string fatesOf(const CleanBlock& block)
{
    std::string all;
    for (const RowFate fate : block.fates) {
        all += all.empty() ? "" : " ";
        all += fateCode(fate);
    }
    return all;
}

/// What is wrong with a block as such; empty when nothing is.
inline std::string inconsistencyOf(const CleanBlock& block, std::size_t rows)
{
    std::size_t standing = 0;
    for (const RowFate fate : block.fates) {
        standing += fate == RowFate::Ok || fate == RowFate::Fixed ? 1 : 0;
        if (fate > RowFate::Quarantined && fate != RowFate::Skipped) {
            return "a fate that cleaning cannot give";
        }
    }
    if (block.fates.size() != rows || block.kept.size() != standing || block.content.size() != standing) {
        return "rows were lost";
    }
    for (std::size_t i = 0; i < block.kept.size(); ++i) {
        if ((i > 0 && block.kept[i] <= block.kept[i - 1])
            || block.fates[static_cast<std::size_t>(block.kept[i])] > RowFate::Fixed) {
            return "kept rows out of order";
        }
    }
    std::vector<char> reason(rows, 0);
    for (std::size_t i = 0; i < block.issues.size(); ++i) {
        if (i > 0 && block.issues[i].row < block.issues[i - 1].row) {
            return "issues out of order";
        }
        reason[static_cast<std::size_t>(block.issues[i].row)] = 1;
    }
    for (std::size_t row = 0; row < rows; ++row) {
        if (block.fates[row] != RowFate::Ok && reason[row] == 0) {
            return "a row without a reason";
        }
    }
    for (std::size_t f = 0; f < block.fields.size(); ++f) {
        const FieldValues& values = block.fields[f];
        const bool numeric = isNumeric(block.kind->fields[static_cast<std::size_t>(values.field)].type);
        if ((numeric ? values.number.size() : values.text.size()) != standing
            || (f > 0 && values.field <= block.fields[f - 1].field)
            || (!values.quality.empty() && values.quality.size() != standing)
            || (!values.key.empty() && values.key.size() != standing)
            || (!values.extra.empty() && values.extra.size() != standing)) {
            return "values and rows differ in number";
        }
    }
    return {};
}

}  // namespace meitrace::test
