// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How full the fields of each source are, and from when to when its files reach.
#include "models/base/flatmap.h"
#include "models/base/hash.h"
#include "models/base/random.h"
#include "models/store/qualityreader.h"
#include "models/store/qualitytally.h"
#include "models/store/rows.h"

#include <algorithm>

namespace meitrace {

namespace {

std::vector<std::string_view> storedFields(const KindSpec& kind)
{
    std::vector<std::string_view> names;
    for (const FieldSpec& field : kind.fields) {
        if (field.use == FieldUse::Stored) {
            names.push_back(field.name);
        }
    }
    return names;
}

/// Query of what stands in a column.
std::string valuesOf(const KindSpec& kind, const std::string& column)
{
    return "SELECT " + column + " FROM " + std::string(kind.table) + " WHERE current = 1 AND " + column
        + " IS NOT NULL";
}

}  // namespace

Result<std::vector<SourceTally>> QualityReader::sources(bool withDistinct, Job& job)
{
    Database& database = m_workspace.database();
    database.watch(&job);
    std::vector<SourceTally> sources;
    Status status = loadBatches();
    for (const KindSpec& kind : kinds()) {
        const bool loaded = std::any_of(m_batches.begin(), m_batches.end(),
                                        [&](const auto& batch) { return batch.second.kind == kind.id; });
        if (!status || !loaded) {
            continue;
        }
        SourceTally& source = sources.emplace_back();
        source.kind = kind.id;
        if (kind.target == KindTarget::Documents) {
            status = readDocuments(kind, source, job);
            if (status && withDistinct) {
                status = countDistinct(kind, source, job);
            }
        }
        job.progress(0.5 * kind.id / static_cast<double>(kinds().size()));
    }
    status = status ? readStreams(sources, withDistinct, job) : status;
    status = status ? readPersons(sources, job) : status;
    status = status ? readTrouble(sources) : status;
    database.watch(nullptr);
    if (!status) {
        return status.error();
    }
    for (SourceTally& source : sources) {
        std::erase_if(source.fields, [](const FieldFill& fill) { return fill.valid + fill.invalid == 0; });
    }
    return sources;
}

Status QualityReader::readDocuments(const KindSpec& kind, SourceTally& source, Job& job)
{
    Database& database = m_workspace.database();
    const std::vector<std::string_view> names = storedFields(kind);
    std::string sql = "SELECT count(*)";
    for (const std::string_view name : names) {
        sql += ", count(" + std::string(name) + ")";
    }
    const std::string from = " FROM " + std::string(kind.table) + " WHERE current = 1";
    Status status = forEachRow(database.prepare(sql + from), [&](const Statement& row) {
        source.rows = row.integer(0);
        for (std::size_t i = 0; i < names.size(); ++i) {
            fieldOf(source, names[i]).valid = row.integer(static_cast<int>(i) + 1);
        }
    });
    if (!status) {
        return status;
    }
    const bool dated = std::find(names.begin(), names.end(), kind.mainTime) != names.end();
    const std::string time = dated ? std::string(kind.mainTime) : "NULL";
    std::int64_t seen = 0;
    return forEachRow(
        database.prepare("SELECT batch_id, " + time + from), [&](const Statement& row) -> Status {
            widen(source.batches[row.integer(0)], row.number(1));
            if (row.number(1) != kMissing) {
                ++source.months[monthStart(dayOf(row.number(1)))];
            }
            return (++seen & 0xFFFF) == 0 && job.stopped() ? Status(Error {.code = ErrorCode::Cancelled})
                                                           : Status(Done {});
        });
}

Status QualityReader::countDistinct(const KindSpec& kind, SourceTally& source, Job& job)
{
    for (const std::string_view name : storedFields(kind)) {
        const int field = fieldIndex(kind, name);
        const bool numeric = isNumeric(kind.fields[static_cast<std::size_t>(field)].type);
        FlatMap values;
        const Status status = forEachRow(
            m_workspace.database().prepare(valuesOf(kind, std::string(name))),
            [&](const Statement& row) -> Status {
                if (values.size() <= kMostDistinct) {
                    values.findOrAdd(
                        numeric ? mix64(static_cast<std::uint64_t>(row.integer(0))) : hash64(row.text(0)), 1);
                }
                return Done {};
            });
        if (!status || job.stopped()) {
            return status ? Status(Error {.code = ErrorCode::Cancelled}) : status;
        }
        fieldOf(source, name).distinct
            = values.size() > kMostDistinct ? -1 : static_cast<std::int64_t>(values.size());
    }
    return Done {};
}

Status QualityReader::readTrouble(std::vector<SourceTally>& sources)
{
    const std::map<std::int64_t, SourceTally*> known = sourcesByBatch(sources);
    const auto sourceOf = [&](std::int64_t batch) {
        const auto found = known.find(batch);
        return found == known.end() ? nullptr : found->second;
    };
    Database& database = m_workspace.database();
    Status status = forEachRow(database.prepare("SELECT batch_id, field, rule, cells FROM repair"),
                               [&](const Statement& row) {
                                   SourceTally* source = sourceOf(row.integer(0));
                                   if (source == nullptr || row.text(1).empty()) {
                                       return;
                                   }
                                   FieldFill& fill = fieldOf(*source, row.text(1));
                                   const auto rule = static_cast<RowRule>(row.integer(2));
                                   fill.repaired += row.integer(3);
                                   fill.ambiguous += rule == RowRule::DateGuessed ? row.integer(3) : 0;
                                   const bool emptied = rule == RowRule::PhonePlaceholder
                                       || rule == RowRule::PlaceholderDate || rule == RowRule::AgeOutOfRange;
                                   fill.invalid += emptied ? row.integer(3) : 0;
                               });
    if (!status) {
        return status;
    }
    return forEachRow(database.prepare("SELECT batch_id, field, rule FROM quarantine WHERE mended_by = 0"),
                      [&](const Statement& row) {
                          SourceTally* source = sourceOf(row.integer(0));
                          const auto rule = static_cast<RowRule>(row.integer(2));
                          if (source == nullptr || row.text(1).empty() || rule == RowRule::RequiredMissing
                              || rule == RowRule::PersonMissing) {
                              return;
                          }
                          FieldFill& fill = fieldOf(*source, row.text(1));
                          ++fill.invalid;
                          fill.ambiguous += rule == RowRule::AmbiguousDate ? 1 : 0;
                      });
}

}  // namespace meitrace
