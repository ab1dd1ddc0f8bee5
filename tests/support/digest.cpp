// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/digest.h"

#include "models/base/hash.h"
#include "models/domain/kind.h"
#include "models/store/batches.h"
#include "models/store/dictionaries.h"
#include "models/store/eventcursor.h"

#include <algorithm>
#include <numeric>

namespace meitrace::test {

namespace {

class Reader {
public:
    Reader(Workspace& workspace, const DigestOptions& options)
        : m_options(options)
        , m_database(workspace.database())
    {
    }

    Result<Digest> read()
    {
        for (const auto step :
             {&Reader::readBatches, &Reader::readIdents, &Reader::readPeople, &Reader::readDerived,
              &Reader::readEvents, &Reader::readDocuments, &Reader::readSettings}) {
            if (Status status = (this->*step)(); !status) {
                return status.error();
            }
        }
        for (auto& [table, lines] : m_digest) {
            std::sort(lines.begin(), lines.end());
        }
        return std::move(m_digest);
    }

private:
    /// Calls body(row) for every row of a query.
    template <typename Body>
    Status each(const std::string& sql, Body body)
    {
        Result<Statement> query = m_database.prepare(sql);
        if (!query) {
            return query.error();
        }
        while (true) {
            const Result<bool> row = query->step();
            if (!row) {
                return row.error();
            }
            if (!*row) {
                return Done {};
            }
            body(*query);
        }
    }

    /// Columns [first, last) of a row as text.
    static std::string cells(const Statement& row, int first, int last)
    {
        std::string line;
        for (int column = first; column < last; ++column) {
            line += (row.isNull(column) ? "NULL" : std::string(row.text(column))) + "|";
        }
        return line;
    }

    void add(const std::string& table, std::string line) { m_digest[table].push_back(std::move(line)); }

    Status readBatches()
    {
        Batches batches(m_database);
        const Result<std::vector<ImportBatch>> all = batches.all();
        if (!all) {
            return all.error();
        }
        for (const ImportBatch& batch : *all) {
            m_files[batch.id] = batch.contentHash + ":" + batch.fileName;
            std::string fates;
            for (std::int64_t row = 0; row < batch.fates.rows(); ++row) {
                fates += std::to_string(static_cast<int>(batch.fates.at(row)));
            }
            const Result<std::string> original = batches.original(batch.id);
            if (!original) {
                return original.error();
            }
            add("import_batch",
                m_files[batch.id] + "|" + std::to_string(batch.kind) + "|" + std::to_string(batch.fileBytes)
                    + "|" + batch.encoding + "|" + batch.delimiter + "|" + std::to_string(batch.headerLine)
                    + "|" + batch.mapping + "|" + std::to_string(batch.rowsRead) + "|" + fates + "|"
                    + hash128Hex(*original));
            m_fates[batch.id] = batch.fates;
        }
        Status status = each("SELECT batch_id, row_no, line, field, rule, value, suggestion, mended_by <> 0 "
                             "FROM quarantine",
                             [&](const Statement& row) {
                                 add("quarantine", m_files[row.integer(0)] + "|" + cells(row, 1, 8));
                             });
        return status ? each("SELECT batch_id, field, rule, cells FROM repair",
                             [&](const Statement& row) {
                                 add("repair", m_files[row.integer(0)] + "|" + cells(row, 1, 4));
                             })
                      : status;
    }

    Status readIdents()
    {
        m_names[0] = "-";
        Status status = each("SELECT ident_id, native FROM ident", [&](const Statement& row) {
            m_names[row.integer(0)] = row.text(1);
            add("ident", std::string(row.text(1)));
        });
        return status
            ? each("SELECT a_ident, b_ident, what, undone FROM identity_decision",
                   [&](const Statement& row) {
                       add("identity_decision",
                           m_names[row.integer(0)] + "|" + m_names[row.integer(1)] + "|" + cells(row, 2, 4));
                   })
            : status;
    }

    Status readPeople()
    {
        Status status
            = each("SELECT ident_id, batch_id, key_type, value, first_ms, last_ms FROM ident_key",
                   [&](const Statement& row) {
                       add("ident_key",
                           m_names[row.integer(0)] + "|" + m_files[row.integer(1)] + "|" + cells(row, 2, 6));
                   });
        return status
            ? each("SELECT ident_id, batch_id, attribute, number, text, observed_ms FROM "
                   "ident_attribute",
                   [&](const Statement& row) {
                       add("ident_attribute",
                           m_names[row.integer(0)] + "|" + m_files[row.integer(1)] + "|" + cells(row, 2, 6));
                   })
            : status;
    }

    Status readDerived()
    {
        if (!m_options.derived) {
            return Done {};
        }
        std::map<std::int64_t, std::vector<std::string>> members;
        std::map<std::int64_t, std::int64_t> customers;
        Status status
            = each("SELECT customer, ident_id, method, manual, score FROM ident_customer",
                   [&](const Statement& row) {
                       members[row.integer(0)].push_back(m_names[row.integer(1)] + "|" + cells(row, 2, 5));
                       customers[row.integer(1)] = row.integer(0);
                   });
        for (auto& [customer, lines] : members) {
            std::sort(lines.begin(), lines.end());
            const std::string number = m_options.customers ? std::to_string(customer) + ": " : "";
            add("customer", std::accumulate(lines.begin(), lines.end(), number));
        }
        if (status) {
            // Which two of their handles stand for two customers depends on numbers.
            status = each("SELECT a_ident, b_ident FROM identity_review", [&](const Statement& row) {
                std::string a = members[customers[row.integer(0)]].front();
                std::string b = members[customers[row.integer(1)]].front();
                add("identity_review", std::min(a, b) + " and " + std::max(a, b));
            });
        }
        return status ? each("SELECT key_type, value, idents, names FROM blocked_key",
                             [&](const Statement& row) { add("blocked_key", cells(row, 0, 4)); })
                      : status;
    }

    Status readEvents()
    {
        Dictionaries dictionaries(m_database);
        if (Status status = dictionaries.load(); !status) {
            return status;
        }
        EventStore store(m_database);
        const Result<std::vector<EventPart>> parts = store.parts();
        if (!parts) {
            return parts.error();
        }
        std::vector<int> fields(kStoredFields);
        std::iota(fields.begin(), fields.end(), 0);
        for (const EventPart& part : *parts) {
            if (part.projection && !m_options.derived) {
                continue;
            }
            EventCursor cursor(store, part, fields);
            for (Result<bool> ready = cursor.ready();; ready = cursor.ready()) {
                if (!ready) {
                    return ready.error();
                }
                if (!*ready) {
                    break;
                }
                add(part.projection ? "projected" : "events", line(cursor, dictionaries));
                cursor.advance();
            }
        }
        return Done {};
    }

    std::string line(const EventCursor& cursor, Dictionaries& dictionaries)
    {
        std::string text = m_names[cursor.value(kIdentField)];
        for (int field = 0; field < kStoredFields; ++field) {
            if (field == static_cast<int>(EventField::Batch)) {
                text += "|" + m_files[cursor.value(field)];
            } else if (field < kEventFieldCount && hasDictionary(static_cast<EventField>(field))) {
                text += "|"
                    + std::string(dictionaries.all()[static_cast<std::size_t>(field)].text(
                        static_cast<std::uint32_t>(cursor.value(field))));
            } else if (field != kIdentField) {
                text += "|" + std::to_string(cursor.value(field));
            }
        }
        return text;
    }

    Status readDocuments()
    {
        for (const KindSpec& kind : kinds()) {
            if (kind.target != KindTarget::Documents) {
                continue;
            }
            std::string sql = "SELECT ident, batch_id, row_no, row_key, content, current, precision";
            int columns = 7;
            for (const FieldSpec& field : kind.fields) {
                if (field.use == FieldUse::Stored) {
                    sql += ", " + std::string(field.name);
                    ++columns;
                }
            }
            Status status = each(sql + " FROM " + std::string(kind.table), [&](const Statement& row) {
                // A duplicate may or may not be kept aside: it is accounted for among the fates.
                if (m_fates[row.integer(1)].at(row.integer(2)) != RowFate::Duplicate) {
                    add(std::string(kind.table),
                        m_names[row.integer(0)] + "|" + m_files[row.integer(1)] + "|"
                            + cells(row, 2, columns));
                }
            });
            if (!status) {
                return status;
            }
        }
        return Done {};
    }

    Status readSettings()
    {
        const std::string names
            = m_options.derived ? "('last_fact_ms', 'time_zone', 'currency')" : "('time_zone', 'currency')";
        return each("SELECT name, number, text FROM setting WHERE name IN " + names,
                    [&](const Statement& row) { add("setting", cells(row, 0, 3)); });
    }

    const DigestOptions& m_options;
    Database& m_database;
    Digest m_digest;
    std::map<std::int64_t, std::string> m_files;
    std::map<std::int64_t, FateLog> m_fates;
    std::map<std::int64_t, std::string> m_names;
};

}  // namespace

Result<Digest> digestOf(Workspace& workspace, const DigestOptions& options)
{
    return Reader(workspace, options).read();
}

std::string difference(const Digest& a, const Digest& b)
{
    static const std::vector<std::string> kNone;
    const auto linesOf
        = [](const Digest& digest, const std::string& table) -> const std::vector<std::string>& {
        const auto found = digest.find(table);
        return found == digest.end() ? kNone : found->second;
    };
    for (const auto* digest : {&a, &b}) {
        for (const auto& [table, unused] : *digest) {
            const auto& mine = linesOf(a, table);
            const auto& theirs = linesOf(b, table);
            const auto places = std::mismatch(mine.begin(), mine.end(), theirs.begin(), theirs.end());
            if (places.first != mine.end() || places.second != theirs.end()) {
                return table + " (" + std::to_string(mine.size()) + " and " + std::to_string(theirs.size())
                    + " lines)\n  first:  " + (places.first != mine.end() ? *places.first : "(end)")
                    + "\n  second: " + (places.second != theirs.end() ? *places.second : "(end)");
            }
        }
    }
    return {};
}

}  // namespace meitrace::test
