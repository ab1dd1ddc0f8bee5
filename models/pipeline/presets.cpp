// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/presets.h"

#include "models/store/rows.h"

namespace meitrace {

Result<std::optional<Mapping>> Presets::find(const std::string& signature)
{
    Result<Statement> query = m_database.prepare(
        "SELECT name, mapping FROM preset WHERE signature = ? ORDER BY used_ms DESC LIMIT 1");
    if (!query) {
        return query.error();
    }
    const Result<bool> row = query->bind(1, signature).step();
    if (!row) {
        return row.error();
    }
    if (!*row) {
        return std::optional<Mapping>();
    }
    const std::string name(query->text(0));
    Result<Mapping> mapping = mappingFromJson(std::string(query->text(1)), name);
    if (!mapping) {
        return mapping.error();
    }
    mapping->presetName = name;
    return std::optional<Mapping>(std::move(*mapping));
}

Status Presets::save(const std::string& name, const std::string& signature, const Mapping& mapping,
                     Millis now)
{
    Result<Statement> remove = m_database.prepare("DELETE FROM preset WHERE signature = ? AND name <> ?");
    Result<Statement> put
        = m_database.prepare("INSERT INTO preset(name, signature, mapping, used_ms) VALUES (?, ?, ?, ?) ON "
                             "CONFLICT(name) DO UPDATE SET signature = "
                             "excluded.signature, mapping = excluded.mapping, used_ms = excluded.used_ms");
    if (!remove || !put) {
        return remove ? put.error() : remove.error();
    }
    if (Status status = remove->bind(1, signature).bind(2, name).run(); !status) {
        return status;
    }
    Mapping bare = mapping;  // rules belong to the workspace
    bare.recipe.clear();
    const std::string json = mappingToJson(bare);
    return put->bind(1, name).bind(2, signature).bind(3, json).bind(4, now).run();
}

Result<std::string> Presets::freeName(const std::string& name, const std::string& signature)
{
    Result<Statement> query
        = m_database.prepare("SELECT count(*) FROM preset WHERE name = ? AND signature <> ?");
    if (!query) {
        return query.error();
    }
    std::string candidate = name;
    for (int number = 2;; ++number) {
        const Result<bool> row = query->bind(1, candidate).bind(2, signature).step();
        if (!row) {
            return row.error();
        }
        const bool isFree = query->integer(0) == 0;
        query->reset();
        if (isFree) {
            return candidate;
        }
        candidate = name + " (" + std::to_string(number) + ")";
    }
}

Result<std::vector<std::pair<std::string, std::string>>> Presets::names()
{
    return readRows(m_database.prepare("SELECT name, mapping FROM preset ORDER BY name"),
                    [](const Statement& row) {
                        const std::string name(row.text(0));
                        const Result<Mapping> mapping = mappingFromJson(std::string(row.text(1)), name);
                        return std::pair(name, mapping ? std::string(mapping->kind->code) : std::string());
                    });
}

}  // namespace meitrace
