// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the checks of the data count in the event stream, and in what the sources say of persons.
#include "models/base/flatmap.h"
#include "models/base/random.h"
#include "models/domain/attribute.h"
#include "models/frame/eventcolumns.h"
#include "models/store/eventstore.h"
#include "models/store/qualitytally.h"
#include "models/store/rows.h"

#include <algorithm>
#include <array>
#include <utility>

namespace meitrace {

namespace {

/// Event columns that rows of a stream may fill.
constexpr std::array<EventField, 10> kStreamFields {
    EventField::Channel, EventField::Store,  EventField::Staff, EventField::Device,  EventField::Campaign,
    EventField::Item,    EventField::Detail, EventField::Page,  EventField::Session, EventField::Amount};

/// Counts the filled cells of a stream, chunk by chunk.
class StreamCounter {
public:
    using SourceOf = std::map<std::int64_t, SourceTally*>;
    using MonthOf = std::function<Day(Millis)>;

    StreamCounter(EventStore& events, const SourceOf& sourceOf, MonthOf monthOf, bool withDistinct)
        : m_events(events)
        , m_sourceOf(sourceOf)
        , m_monthOf(std::move(monthOf))
        , m_withDistinct(withDistinct)
    {
    }

    Status countChunk(const EventPart& part, Index chunk)
    {
        if (Status status = decode(part, EventField::Batch, chunk, m_batches); !status) {
            return status;
        }
        if (Status status = decode(part, EventField::Time, chunk, m_values); !status) {
            return status;
        }
        m_rows.assign(m_batches.size(), nullptr);
        for (std::size_t row = 0; row < m_batches.size(); ++row) {
            if (const auto source = m_sourceOf.find(m_batches[row]); source != m_sourceOf.end()) {
                m_rows[row] = source->second;
                countTime(*source->second, m_batches[row], m_values[row]);
            }
        }
        for (std::size_t field = 0; field < kStreamFields.size(); ++field) {
            if (Status status = decode(part, kStreamFields[field], chunk, m_values); !status) {
                return status;
            }
            for (std::size_t row = 0; row < m_rows.size(); ++row) {
                if (m_rows[row] != nullptr && m_values[row] != 0) {
                    countCell(m_counts[m_rows[row]], field, m_values[row]);
                }
            }
        }
        return Done {};
    }

    void finish()
    {
        for (auto& [source, mine] : m_counts) {
            for (std::size_t field = 0; field < kStreamFields.size(); ++field) {
                FieldFill& fill = fieldOf(*source, fieldName(kStreamFields[field]));
                fill.of = source->rows;
                fill.valid = mine.filled[field];
                if (m_withDistinct && mine.values[field].size() <= kMostDistinct) {
                    fill.distinct = static_cast<std::int64_t>(mine.values[field].size());
                }
            }
        }
    }

private:
    struct Counts {
        std::array<std::int64_t, kStreamFields.size()> filled {};
        std::array<FlatMap, kStreamFields.size()> values;
    };

    Status decode(const EventPart& part, EventField field, Index chunk, std::vector<std::int64_t>& into)
    {
        return m_events.decodeChunk(part, static_cast<int>(field), chunk, into);
    }

    void countTime(SourceTally& source, std::int64_t batch, Millis time)
    {
        ++source.rows;
        widen(source.batches[batch], time);
        // Rows of one person stand in the order of time: the hour is often that of the row before.
        if (const Millis hour = time / kHour; hour != m_hour) {
            m_hour = hour;
            m_month = m_monthOf(time);
        }
        ++source.months[m_month];
    }

    void countCell(Counts& mine, std::size_t field, std::int64_t value) const
    {
        ++mine.filled[field];
        if (m_withDistinct && mine.values[field].size() <= kMostDistinct) {
            mine.values[field].findOrAdd(mix64(static_cast<std::uint64_t>(value)), 1);
        }
    }

    static constexpr Millis kHour = 3'600'000;

    EventStore& m_events;
    const SourceOf& m_sourceOf;
    MonthOf m_monthOf;
    bool m_withDistinct;
    std::map<SourceTally*, Counts> m_counts;
    std::vector<std::int64_t> m_batches;
    std::vector<std::int64_t> m_values;
    std::vector<SourceTally*> m_rows;
    Millis m_hour = kMissing;
    Day m_month = 0;
};

bool isUsable(KeyType key)
{
    return key != KeyType::RawPhone && key != KeyType::MaskedPhone && key != KeyType::PhoneTail;
}

/// Place of the field that brings this key in the fields of the kind; -1 = none. A phone that cannot be used
/// stands in the field of phones.
int fieldOfKey(const KindSpec& kind, KeyType key)
{
    const KeyType wanted = isUsable(key) ? key : KeyType::Phone;
    const auto found = std::find_if(kind.fields.begin(), kind.fields.end(), [&](const FieldSpec& field) {
        return (field.use == FieldUse::Person || field.use == FieldUse::Evidence) && field.key == wanted;
    });
    return found == kind.fields.end() ? -1 : static_cast<int>(found - kind.fields.begin());
}

int fieldOfAttribute(const KindSpec& kind, std::int64_t attribute)
{
    for (const AttributeSpec& spec : attributes()) {
        const int field = spec.id == attribute ? fieldIndex(kind, spec.field) : -1;
        if (field >= 0 && kind.fields[static_cast<std::size_t>(field)].use == FieldUse::Attribute) {
            return field;
        }
    }
    return -1;
}

/// Counts what sources say of persons: each person once a source and field, however many files say it.
class PersonCounter {
public:
    void begin(std::int64_t ident)
    {
        if (ident != m_ident) {
            settle();
            m_ident = ident;
        }
    }
    void say(SourceTally& source, int field, bool usable)
    {
        m_present.push_back(&source);
        if (field >= 0) {
            (usable ? m_good : m_poor).emplace_back(&source, field);
        }
    }
    void settle()
    {
        for (auto* list : {&m_good, &m_poor}) {
            std::sort(list->begin(), list->end());
            list->erase(std::unique(list->begin(), list->end()), list->end());
        }
        std::sort(m_present.begin(), m_present.end());
        m_present.erase(std::unique(m_present.begin(), m_present.end()), m_present.end());
        for (SourceTally* source : m_present) {
            ++m_persons[source];
        }
        for (const auto& [source, field] : m_good) {
            ++fill(*source, field).valid;
        }
        for (const auto& said : m_poor) {
            if (!std::binary_search(m_good.begin(), m_good.end(), said)) {
                ++fill(*said.first, said.second).invalid;
            }
        }
        m_present.clear();
        m_good.clear();
        m_poor.clear();
    }
    [[nodiscard]] std::int64_t persons(SourceTally* source) const
    {
        const auto found = m_persons.find(source);
        return found == m_persons.end() ? 0 : found->second;
    }

private:
    static FieldFill& fill(SourceTally& source, int field)
    {
        return fieldOf(source, kindById(source.kind)->fields[static_cast<std::size_t>(field)].name);
    }

    std::int64_t m_ident = -1;
    std::vector<SourceTally*> m_present;
    std::vector<std::pair<SourceTally*, int>> m_good;
    std::vector<std::pair<SourceTally*, int>> m_poor;
    std::map<SourceTally*, std::int64_t> m_persons;
};

}  // namespace

FieldFill& fieldOf(SourceTally& source, std::string_view field)
{
    const auto found = std::find_if(source.fields.begin(), source.fields.end(),
                                    [&](const FieldFill& fill) { return fill.field == field; });
    if (found != source.fields.end()) {
        return *found;
    }
    FieldFill& fill = source.fields.emplace_back();
    fill.field = field;
    fill.of = source.rows;
    return fill;
}

void widen(BatchSpan& span, Millis time)
{
    ++span.rows;
    if (time != kMissing) {
        span.first = span.first == kMissing ? time : std::min(span.first, time);
        span.last = span.last == kMissing ? time : std::max(span.last, time);
    }
}

std::map<std::int64_t, SourceTally*> QualityReader::sourcesByBatch(std::vector<SourceTally>& sources) const
{
    std::map<std::int64_t, SourceTally*> sourceOf;
    for (const auto& [number, batch] : m_batches) {
        for (SourceTally& source : sources) {
            if (source.kind == batch.kind) {
                sourceOf[number] = &source;
            }
        }
    }
    return sourceOf;
}

Status QualityReader::readStreams(std::vector<SourceTally>& sources, bool withDistinct, Job& job)
{
    StreamCounter::SourceOf streams = sourcesByBatch(sources);
    std::erase_if(streams, [](const auto& entry) {
        return kindById(entry.second->kind)->target != KindTarget::Stream;
    });
    if (streams.empty()) {
        return Done {};
    }
    EventStore events(m_workspace.database());
    const Result<std::vector<EventPart>> parts = events.parts();
    if (!parts) {
        return parts.error();
    }
    StreamCounter counter(
        events, streams, [this](Millis time) { return monthStart(dayOf(time)); }, withDistinct);
    for (const EventPart& part : *parts) {
        const Index chunks = part.projection ? 0 : (part.rows + kChunkRows - 1) / kChunkRows;
        for (Index chunk = 0; chunk < chunks; ++chunk) {
            Status status = job.stopped() ? Status(Error {.code = ErrorCode::Cancelled})
                                          : counter.countChunk(part, chunk);
            if (!status) {
                return status;
            }
        }
    }
    counter.finish();
    return Done {};
}

Status QualityReader::readPersons(std::vector<SourceTally>& sources, Job& job)
{
    const std::map<std::int64_t, SourceTally*> sourceOf = sourcesByBatch(sources);
    PersonCounter counter;
    std::int64_t seen = 0;
    Status status = forEachRow(
        m_workspace.database().prepare(
            "SELECT ident_id, key_type, batch_id, 0 FROM ident_key UNION ALL "
            "SELECT ident_id, attribute, batch_id, 1 FROM ident_attribute ORDER BY 1"),
        [&](const Statement& row) -> Status {
            counter.begin(row.integer(0));
            if (const auto source = sourceOf.find(row.integer(2)); source != sourceOf.end()) {
                const KindSpec& kind = *kindById(source->second->kind);
                const bool isKey = row.integer(3) == 0;
                const auto key = static_cast<KeyType>(row.integer(1));
                counter.say(*source->second,
                            isKey ? fieldOfKey(kind, key) : fieldOfAttribute(kind, row.integer(1)),
                            !isKey || isUsable(key));
            }
            return (++seen & 0xFFFF) == 0 && job.stopped() ? Status(Error {.code = ErrorCode::Cancelled})
                                                           : Status(Done {});
        });
    counter.settle();
    for (SourceTally& source : sources) {
        for (FieldFill& fill : source.fields) {
            const KindSpec& kind = *kindById(source.kind);
            const int field = fieldIndex(kind, fill.field);
            if (field >= 0 && kind.fields[static_cast<std::size_t>(field)].use != FieldUse::Stored
                && kind.fields[static_cast<std::size_t>(field)].use != FieldUse::Helper) {
                fill.ofPersons = true;
                fill.of = counter.persons(&source);
            }
        }
    }
    return status;
}

}  // namespace meitrace
