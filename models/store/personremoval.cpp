// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/personremoval.h"

#include "models/domain/eventtype.h"
#include "models/domain/kind.h"
#include "models/frame/eventcolumns.h"
#include "models/store/batches.h"
#include "models/store/documentfates.h"
#include "models/store/eventcursor.h"
#include "models/store/identlist.h"
#include "models/store/rows.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace meitrace {

namespace {

constexpr int kBatch = static_cast<int>(EventField::Batch);
constexpr int kRow = static_cast<int>(EventField::Row);

std::vector<int> allFields()
{
    std::vector<int> fields(kStoredFields);
    std::iota(fields.begin(), fields.end(), 0);
    return fields;
}

/// Calls body(cursor) for every event of a part.
template <typename Body>
Status visitEvents(EventCursor cursor, Job& job, Body body)
{
    for (Index count = 0;; ++count) {
        const Result<bool> ready = cursor.ready();
        if (!ready || !*ready) {
            return ready ? Status(Done {}) : Status(ready.error());
        }
        if ((count & 0xFFFF) == 0 && job.stopped()) {
            return Error {.code = ErrorCode::Cancelled};
        }
        if (Status status = body(cursor); !status) {
            return status;
        }
        cursor.advance();
    }
}

}  // namespace

PersonRemoval::PersonRemoval(Database& database, std::vector<std::uint32_t> idents)
    : m_database(database)
    , m_idents(std::move(idents))
{
}

bool PersonRemoval::isHers(std::int64_t ident) const
{
    return std::binary_search(m_idents.begin(), m_idents.end(), static_cast<std::uint32_t>(ident));
}

Status PersonRemoval::run(Job& job)
{
    if (m_idents.empty()) {
        return Done {};
    }
    Status status = removeEvents(job);
    if (status) {
        status = removeDocuments();
    }
    return status ? removeIdentity() : status;
}

Status PersonRemoval::removeEvents(Job& job)
{
    EventStore store(m_database);
    const Result<std::vector<EventPart>> parts = store.parts();
    if (!parts) {
        return parts.error();
    }
    for (const EventPart& part : *parts) {
        const Result<bool> found = readPart(store, part, job);
        if (!found) {
            return found.error();
        }
        if (*found && !part.projection) {
            if (Status status = rewritePart(store, part, job); !status) {
                return status;
            }
        }
    }
    return removeTexts(store, job);
}

Result<bool> PersonRemoval::readPart(EventStore& store, const EventPart& part, Job& job)
{
    bool found = false;
    Status status = visitEvents(EventCursor(store, part, {kIdentField}), job, [&](const EventCursor& cursor) {
        found = found || isHers(cursor.value(kIdentField));
        return Status(Done {});
    });
    if (!status || !found) {
        return status ? Result<bool>(false) : Result<bool>(status.error());
    }
    status = visitEvents(EventCursor(store, part, allFields()), job, [&](const EventCursor& cursor) {
        if (!isHers(cursor.value(kIdentField))) {
            return Status(Done {});
        }
        ++m_events;
        if (!part.projection) {
            m_rows[cursor.value(kBatch)].insert(cursor.value(kRow));
        }
        for (int field = 0; field < kEventFieldCount; ++field) {
            const auto code = static_cast<std::uint32_t>(cursor.value(field));
            const bool own = static_cast<EventField>(field) != EventField::Type || code >= kFirstOwnEventType;
            if (hasDictionary(static_cast<EventField>(field)) && own && code != 0) {
                m_texts.emplace(field, code);
            }
        }
        return Status(Done {});
    });
    return status ? Result<bool>(true) : Result<bool>(status.error());
}

Status PersonRemoval::rewritePart(EventStore& store, const EventPart& part, Job& job)
{
    if (Status status = m_database.execute("INSERT INTO event_part(projection, rows, chunks, first_ms, "
                                           "last_ms) VALUES (0, 0, 0, 0, 0)");
        !status) {
        return status;
    }
    const std::int64_t fresh = m_database.lastInsertId();
    EventWriter writer(m_database, store, fresh);
    Status status = visitEvents(EventCursor(store, part, allFields()), job, [&](const EventCursor& cursor) {
        if (isHers(cursor.value(kIdentField))) {
            return Status(Done {});
        }
        std::array<std::int64_t, kStoredFields> values {};
        for (int field = 0; field < kStoredFields; ++field) {
            values[static_cast<std::size_t>(field)] = cursor.value(field);
        }
        return writer.add(values);
    });
    if (!status) {
        return status;
    }
    const std::string old = std::to_string(part.id);
    status = m_database.execute("DELETE FROM event_chunk WHERE part_id = " + old
                                + "; DELETE FROM event_part WHERE part_id = " + old);
    if (!status) {
        return status;
    }
    // Nobody else was in it.
    return writer.rows() > 0
        ? writer.finish()
        : m_database.execute("DELETE FROM event_part WHERE part_id = " + std::to_string(fresh));
}

/// Forgets the texts of a field that somebody else's event in this part uses as well.
Status PersonRemoval::keepSharedTexts(EventStore& store, const EventPart& part, int field, Job& job)
{
    return visitEvents(EventCursor(store, part, {kIdentField, field}), job, [&](const EventCursor& cursor) {
        if (!isHers(cursor.value(kIdentField))) {
            m_texts.erase({field, static_cast<std::uint32_t>(cursor.value(field))});
        }
        return Status(Done {});
    });
}

Status PersonRemoval::removeTexts(EventStore& store, Job& job)
{
    const Result<std::vector<EventPart>> parts = store.parts();
    if (!parts) {
        return parts.error();
    }
    for (const EventPart& part : *parts) {
        std::set<int> fields;
        for (const auto& [field, code] : m_texts) {
            fields.insert(field);
        }
        for (const int field : fields) {
            if (Status status = keepSharedTexts(store, part, field, job); !status) {
                return status;
            }
        }
    }
    Result<Statement> remove = m_database.prepare("DELETE FROM dictionary WHERE field = ? AND code = ?");
    if (!remove) {
        return remove.error();
    }
    for (const auto& [field, code] : m_texts) {
        if (Status status = remove->bind(1, std::int64_t {field}).bind(2, std::int64_t {code}).run();
            !status) {
            return status;
        }
    }
    return Done {};
}

Status PersonRemoval::removeDocuments()
{
    for (const KindSpec& kind : kinds()) {
        if (kind.target != KindTarget::Documents) {
            continue;
        }
        const std::string table(kind.table);
        std::vector<std::uint64_t> keys;
        Result<Statement> query = m_database.prepare("SELECT batch_id, row_no, row_key FROM " + table
                                                     + " WHERE ident IN " + identList(m_idents));
        Status status = forEachRow(std::move(query), [&](const Statement& row) {
            m_rows[row.integer(0)].insert(row.integer(1));
            keys.push_back(static_cast<std::uint64_t>(row.integer(2)));
        });
        if (!status) {
            return status;
        }
        if (keys.empty()) {
            continue;
        }
        m_documents[table] = static_cast<std::int64_t>(keys.size());
        status = m_database.execute("DELETE FROM " + table + " WHERE ident IN " + identList(m_idents));
        if (status) {
            // A document that named somebody else before it named her is the other one's again.
            std::sort(keys.begin(), keys.end());
            keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
            status = settleWithFates(m_database, kind, keys, 0);
        }
        if (!status) {
            return status;
        }
    }
    return m_database.execute("UPDATE person_record SET referrer_no = NULL WHERE referrer_no IN (SELECT "
                              "substr(value, instr(value, ':') + 1) FROM ident_key WHERE key_type = "
                              + std::to_string(static_cast<int>(KeyType::HisNo)) + " AND ident_id IN "
                              + identList(m_idents) + ")");
}

Status PersonRemoval::removeIdentity()
{
    const std::string hers = " IN " + identList(m_idents);
    const std::vector<std::string> statements {
        "DELETE FROM audience_member WHERE customer IN (SELECT customer FROM ident_customer WHERE ident_id"
            + hers + ")",
        "DELETE FROM identity_review WHERE a_ident" + hers + " OR b_ident" + hers,
        "DELETE FROM identity_decision WHERE a_ident" + hers + " OR b_ident" + hers,
        "DELETE FROM ident_past WHERE ident_id" + hers,
        "DELETE FROM ident_customer WHERE ident_id" + hers,
        "DELETE FROM ident_attribute WHERE ident_id" + hers,
        "DELETE FROM ident_key WHERE ident_id" + hers,
        "DELETE FROM ident WHERE ident_id" + hers};
    for (const std::string& sql : statements) {
        if (Status status = m_database.execute(sql); !status) {
            return status;
        }
    }
    return Done {};
}

}  // namespace meitrace
