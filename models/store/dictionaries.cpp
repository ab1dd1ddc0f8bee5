// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/dictionaries.h"

#include "models/domain/eventtype.h"
#include "models/store/rows.h"

#include <algorithm>

namespace meitrace {

namespace {

constexpr std::uint32_t kNarrowLimit = 65'535;
constexpr std::uint32_t kWideLimit = 1U << 24U;

}  // namespace

Status Dictionaries::load()
{
    m_dictionaries = {};
    m_new.clear();
    auto& types = m_dictionaries[static_cast<std::size_t>(EventField::Type)];
    for (const EventType& type : standardEventTypes()) {
        types.set(type.code, type.name);
    }
    Result<Statement> query
        = m_database.prepare("SELECT field, code, text FROM dictionary ORDER BY field, code");
    return forEachRow(std::move(query), [&](const Statement& row) -> Status {
        const std::int64_t field = row.integer(0);
        const std::int64_t code = row.integer(1);
        if (field < 0 || field >= kEventFieldCount || code < 1 || code > kWideLimit) {
            return Error {.code = ErrorCode::StoreDamaged, .subject = "workspace", .detail = "dictionary"};
        }
        m_dictionaries[static_cast<std::size_t>(field)].set(static_cast<std::uint32_t>(code), row.text(2));
        return Done {};
    });
}

Result<std::uint32_t> Dictionaries::code(EventField field, std::string_view text)
{
    Dictionary& dictionary = m_dictionaries[static_cast<std::size_t>(field)];
    if (text.empty()) {
        return std::uint32_t {0};
    }
    if (const std::uint32_t known = dictionary.find(text); known != 0) {
        return known;
    }
    std::uint32_t next = dictionary.size();
    if (field == EventField::Type) {
        next = std::max<std::uint32_t>(next, kFirstOwnEventType);
    }
    // What load() refuses must never be written.
    if (next > (widthOf(field) == ColumnWidth::Narrow ? kNarrowLimit : kWideLimit)) {
        return Error {.code = ErrorCode::BadMapping,
                      .subject = std::string(fieldName(field)),
                      .detail = "too many different values"};
    }
    dictionary.set(next, text);
    m_new.emplace_back(field, next);
    return next;
}

Status Dictionaries::save()
{
    Result<Statement> insert
        = m_database.prepare("INSERT INTO dictionary(field, code, text) VALUES (?, ?, ?)");
    if (!insert) {
        return insert.error();
    }
    for (const auto& [field, code] : m_new) {
        const std::string_view text = m_dictionaries[static_cast<std::size_t>(field)].text(code);
        if (Status status = insert->bind(1, static_cast<std::int64_t>(field))
                                .bind(2, std::int64_t {code})
                                .bind(3, text)
                                .run();
            !status) {
            return status;
        }
    }
    m_new.clear();
    return Done {};
}

}  // namespace meitrace
