// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/calendar.h"
#include "models/base/job.h"
#include "models/base/result.h"
#include "models/domain/person.h"
#include "models/frame/bitset.h"
#include "models/frame/dictionary.h"
#include "models/frame/eventcolumns.h"

#include <array>
#include <atomic>
#include <limits>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

enum class AttributeType : std::uint8_t { Category, Number, Money, Date };

/// One fact per customer. Category: code per customer, 0 = unknown. Others: number per customer, NaN =
/// unknown (Money in fen, Date as days since 1970).
struct Attribute {
    std::string name;
    AttributeType type = AttributeType::Category;
    Column<std::uint32_t> code;
    Dictionary texts;
    Column<double> number;
};

/// One decision of a customer about being written to (semantics: consent).
struct ConsentRecord {
    ConsentScope scope = ConsentScope::Marketing;
    ConsentChannel channel = ConsentChannel::Any;
    ConsentState state = ConsentState::Denied;
    Millis at = kMissing;       ///< kMissing: date unknown, weaker than any dated one
    Millis expires = kMissing;  ///< kMissing: never
};

/// What a snapshot knows without loading a column.
struct SnapshotFrame {
    Zone zone = Zone::utc();
    Millis dayStart = 0;  ///< of the civil day after midnight
    std::string currency = "CNY";
    Day asOf = 0;  ///< last civil day with a fact
    Day firstDay = 0;
    std::int64_t dataVersion = 0;
    std::int64_t mapVersion = 0;  ///< of the One-ID map
    Column<std::int64_t>
        offset;  ///< customers + 1; customer c's events are rows offset[c] … offset[c + 1] - 1
    Column<std::uint32_t> code;  ///< stable One-ID number per customer, ascending with the customer
    Bitset known;                ///< holds at least one key other than a device cookie
    std::array<Dictionary, kEventFieldCount> dictionaries;
    std::vector<std::string> attributeNames;
    /// By code of EventField::Item: what of a price is left after the costs, in millionths, kNoMargin where
    /// no list says it. No rows at all: no list of margins is loaded.
    Column<std::int32_t> itemMargin;

    static constexpr std::int32_t kNoMargin = std::numeric_limits<std::int32_t>::min();
};

/// Where a snapshot's columns come from when first used. Loading happens under the snapshot's lock.
class ColumnSource {
public:
    ColumnSource() = default;
    ColumnSource(const ColumnSource&) = delete;
    ColumnSource& operator=(const ColumnSource&) = delete;
    virtual ~ColumnSource() = default;
    virtual Status loadEvents(EventField field, EventColumns& into, Job& job) = 0;
    virtual Result<std::shared_ptr<const Attribute>> loadAttribute(std::string_view name, Job& job) = 0;
    /// offsets: customers + 1
    virtual Status loadConsents(std::vector<ConsentRecord>& records, Column<std::int64_t>& offsets, Job& job)
        = 0;
};

/// The whole clinic as immutable columns, ordered by customer and, inside a customer, by the total order of
/// semantics C0: time; exact events before the day-precision events of that day; among those the canonical
/// stage; then source order. Safe to share between threads. Columns load when first asked for with load();
/// the accessors demand that they are loaded.
class Snapshot {
public:
    Snapshot(SnapshotFrame frame, std::unique_ptr<ColumnSource> source);

    [[nodiscard]] Index customers() const { return m_frame.offset.size() - 1; }
    [[nodiscard]] Index events() const { return m_frame.offset[m_frame.offset.size() - 1]; }
    [[nodiscard]] Index begin(Index customer) const { return m_frame.offset[customer]; }
    [[nodiscard]] Index end(Index customer) const { return m_frame.offset[customer + 1]; }
    [[nodiscard]] const SnapshotFrame& frame() const { return m_frame; }
    [[nodiscard]] const Bitset& known() const { return m_frame.known; }
    /// "C0000042"
    [[nodiscard]] std::string customerCode(Index customer) const;
    /// -1 when there is no such customer
    [[nodiscard]] Index findCustomer(std::string_view code) const;
    [[nodiscard]] Day dayOf(Millis instant) const { return m_frame.zone.dayOf(instant, m_frame.dayStart); }
    /// First instant after the day
    [[nodiscard]] Millis endOfDay(Day day) const
    {
        return m_frame.zone.startOfDay(day + 1) + m_frame.dayStart;
    }

    /// Loads columns that are not there yet. Cheap when they are.
    /// Errors  Cancelled, DiskError, StoreDamaged
    Status load(const std::vector<EventField>& fields, Job& job) const;
    /// Gives up the file behind it, whose log can be emptied then. What is loaded stays; what is not answers
    /// Cancelled from now on.
    void letGo() const;

    [[nodiscard]] const Column<Millis>& time() const { return checked(EventField::Time).time; }
    [[nodiscard]] const Column<Fen>& amount() const { return checked(EventField::Amount).amount; }
    [[nodiscard]] const Column<std::uint8_t>& precision() const
    {
        return checked(EventField::Precision).precision;
    }
    [[nodiscard]] const Column<std::uint16_t>& type() const { return checked(EventField::Type).narrow[0]; }
    [[nodiscard]] const Column<std::uint32_t>& session() const
    {
        return checked(EventField::Session).wide[EventColumns::wideIndex(EventField::Session)];
    }
    /// Any coded column, also Session, Batch and Row
    [[nodiscard]] Codes codes(EventField field) const;
    [[nodiscard]] const Dictionary& dictionary(EventField field) const
    {
        return m_frame.dictionaries[static_cast<std::size_t>(field)];
    }

    /// Attributes of the customers: gender, birth_date, city, member_level, source, …
    /// (docs/data-dictionary.md). Errors  NotFound(name)
    Result<std::shared_ptr<const Attribute>> attribute(std::string_view name, Job& job) const;

    /// Loads the consents; records of a customer are in no particular order. An unsubscribe event is a
    /// withdrawal of marketing for the channel it came on.
    Status loadConsents(Job& job) const;
    [[nodiscard]] const ConsentRecord* consentBegin(Index customer) const;
    [[nodiscard]] const ConsentRecord* consentEnd(Index customer) const;

private:
    [[nodiscard]] const EventColumns& checked(EventField field) const;

    SnapshotFrame m_frame;
    mutable std::mutex m_mutex;
    mutable std::unique_ptr<ColumnSource> m_source;
    mutable EventColumns m_columns;
    mutable std::array<std::atomic<bool>, kEventFieldCount> m_loaded {};
    mutable std::vector<std::shared_ptr<const Attribute>> m_attributes;
    mutable std::vector<ConsentRecord> m_consents;
    mutable Column<std::int64_t> m_consentOffset;
};

using SnapshotPtr = std::shared_ptr<const Snapshot>;

}  // namespace meitrace
