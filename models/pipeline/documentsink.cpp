// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/documentsink.h"

#include "models/base/hash.h"
#include "models/base/random.h"

#include <algorithm>
#include <unordered_map>

namespace meitrace {

namespace {

struct PreparedDocuments final : RowSink::Prepared {
    PersonBlock persons;
};

class DocumentSink final : public RowSink {
public:
    explicit DocumentSink(const DocumentTarget& target)
        : m_target(target)
        , m_persons(target.identities, target.scope)
        , m_documents(target.database, target.kind)
        , m_scopeHash(hash64(target.scope))
        , m_timeField(fieldIndex(target.kind, timeColumn(target.kind)))
    {
        for (const std::string_view name : target.kind.naturalKey) {
            m_keyFields.push_back(fieldIndex(target.kind, name));
        }
        for (const std::string_view name : target.kind.spareKey) {
            m_spareFields.push_back(fieldIndex(target.kind, name));
        }
        if (!target.kind.extraKey.empty()) {
            m_extraField.push_back(fieldIndex(target.kind, target.kind.extraKey));
        }
    }

    [[nodiscard]] std::unique_ptr<Prepared> prepare(CleanBlock block) const override
    {
        auto prepared = std::make_unique<PreparedDocuments>();
        prepared->persons = groupByPerson(block);
        prepared->block = std::move(block);
        return prepared;
    }

    Status take(Prepared& base, FateLog& fates) override
    {
        if (!m_loaded && m_target.asideKeys == nullptr) {
            if (Status status = m_documents.load(); !status) {
                return status;
            }
            m_loaded = true;
        }
        auto& prepared = static_cast<PreparedDocuments&>(base);
        const Result<std::vector<std::uint32_t>> handles
            = m_persons.handles(prepared.block, prepared.persons);
        if (!handles) {
            return handles.error();
        }
        for (std::size_t row = 0; row < prepared.block.kept.size(); ++row) {
            if (Status status = put(prepared.block, row, (*handles)[prepared.persons.entryOf[row]], fates);
                !status) {
                return status;
            }
        }
        return Done {};
    }

    Status finish(FateLog&, Job&) override
    {
        // Who the duplicates are about was written down when they came first.
        return m_target.asideKeys != nullptr ? Status(Done {}) : m_persons.writeUpTo(1, m_target.batch);
    }

private:
    Status put(const CleanBlock& block, std::size_t kept, std::uint32_t ident, FateLog& fates)
    {
        m_row.ident = ident;
        m_row.batch = m_target.batch;
        m_row.row = numberOf(block.rows.firstRow + block.kept[kept]);
        m_row.content = mix64(block.content[kept] ^ m_scopeHash);
        m_row.key = keyOf(block, kept);
        m_row.precision = TimeQuality::Exact;
        m_row.values.clear();
        for (const FieldValues& values : block.fields) {
            const FieldSpec& field = m_target.kind.fields[static_cast<std::size_t>(values.field)];
            if (field.name == m_target.kind.mainTime && !values.quality.empty()) {
                m_row.precision = values.quality[kept];
            }
            if (field.use == FieldUse::Stored) {
                m_row.values.push_back(
                    {.field = values.field,
                     .number = values.number.empty() ? kMissing : values.number[kept],
                     .text = values.text.empty() ? std::string_view() : values.text[kept]});
            }
        }
        if (m_target.asideKeys != nullptr) {
            const auto& keys = *m_target.asideKeys;
            return std::binary_search(keys.begin(), keys.end(), m_row.key) ? m_documents.addAside(m_row)
                                                                           : Status(Done {});
        }
        const Result<Documents::Put> put = m_documents.put(m_row);
        if (!put) {
            return put.error();
        }
        if (put->outcome == Documents::Outcome::Duplicate) {
            fates.change(m_row.row, RowFate::Duplicate);
        } else if (put->outcome == Documents::Outcome::Superseding && put->otherBatch == m_target.batch) {
            fates.change(put->otherRow, RowFate::Superseded);
        }
        if (m_target.changes != nullptr) {
            note(*put, block, kept);
        }
        return Done {};
    }

    void note(const Documents::Put& put, const CleanBlock& block, std::size_t kept) const
    {
        DocumentChanges& changes = *m_target.changes;
        const FieldValues* times = m_timeField < 0 ? nullptr : block.find(m_timeField);
        const Millis time = times == nullptr ? kMissing : times->number[kept];
        if (time != kMissing) {
            changes.first = changes.first == kMissing ? time : std::min(changes.first, time);
            changes.last = std::max(changes.last, time);
        }
        const bool others = put.otherBatch != 0 && put.otherBatch != m_target.batch;
        if (put.outcome == Documents::Outcome::Stored) {
            ++changes.fresh;
        } else if (others && put.outcome == Documents::Outcome::Superseding) {
            changes.superseded.emplace_back(put.otherBatch, put.otherRow);
        } else if (others && time != kMissing) {
            changes.again.emplace_back(put.otherBatch, put.otherRow);
        }
    }

    /// Hash of the fields of a key, and how many of them the row has.
    std::pair<std::uint64_t, std::size_t> hashOf(const CleanBlock& block, std::size_t kept,
                                                 const std::vector<int>& fields, std::uint64_t seed) const
    {
        std::uint64_t hash = m_scopeHash ^ seed;
        std::size_t present = 0;
        for (const int index : fields) {
            const FieldValues* values = block.find(index);
            std::uint64_t cell = 0;
            if (values != nullptr && !values->text.empty() && !values->text[kept].empty()) {
                cell = hash64(values->text[kept]);
                ++present;
            } else if (values != nullptr && !values->number.empty() && values->number[kept] != kMissing) {
                cell = mix64(static_cast<std::uint64_t>(values->number[kept]));
                ++present;
            }
            hash = mix64(hash ^ cell);
        }
        return {hash, present};
    }

    /// Hash of the natural key, else of the spare one; without either, of the content and how many copies of
    /// it the file had before this one.
    std::uint64_t keyOf(const CleanBlock& block, std::size_t kept)
    {
        const KindSpec& kind = m_target.kind;
        const auto [hash, present] = hashOf(block, kept, m_keyFields, 0x5851F42D4C957F2DULL);
        const bool complete = !m_keyFields.empty()
            && (present == m_keyFields.size() || (kind.partialKey && present >= kind.leastKey));
        if (complete) {
            const auto [longer, extra] = hashOf(block, kept, m_extraField, hash);
            return extra > 0 ? longer : hash;
        }
        const auto [spare, found] = hashOf(block, kept, m_spareFields, 0xD1342543DE82EF95ULL);
        if (!m_spareFields.empty() && found == m_spareFields.size()) {
            return spare;
        }
        const std::uint32_t copy = m_copies[m_row.content]++;
        return mix64(m_row.content + 0x9E3779B97F4A7C15ULL * (copy + std::uint64_t {1}));
    }

    DocumentTarget m_target;
    PersonTable m_persons;
    Documents m_documents;
    bool m_loaded = false;
    std::uint64_t m_scopeHash;
    int m_timeField;  ///< -1: rows have no date
    std::vector<int> m_keyFields;
    std::vector<int> m_spareFields;
    std::vector<int> m_extraField;  ///< none or one
    Documents::Row m_row;
    std::unordered_map<std::uint64_t, std::uint32_t> m_copies;
};

}  // namespace

std::unique_ptr<RowSink> makeDocumentSink(const DocumentTarget& target)
{
    return std::make_unique<DocumentSink>(target);
}

}  // namespace meitrace
