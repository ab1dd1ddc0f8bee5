// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/person.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace meitrace {

/// How the text of a cell becomes a value. Time and the types behind it are integers in a CleanBlock, the
/// others text.
enum class FieldType : std::uint8_t {
    Text,   ///< trimmed, otherwise as it stands
    Label,  ///< a name of a thing (store, staff, item): normalised, compared as text
    Name,   ///< a person's name
    Phone,
    Email,
    Key,        ///< an id of some system: normalised, spreadsheet guards removed
    Channel,    ///< free text that becomes a channel code where the alias table knows it
    EventName,  ///< becomes an event type code
    Time,       ///< UTC milliseconds and a TimeQuality
    Date,       ///< civil day
    Money,      ///< minor units
    Quantity,   ///< thousandths
    Count,      ///< whole number
    Bool,       ///< 0 or 1
    Gender,
    BookingStatus,
    VisitType,
    BillKind,
    ConsentScope,
    ConsentChannel,
    ConsentState,
    Figure,    ///< thousandths: scores as numbers or words, targets; units and percent signs are understood
    Ratio,     ///< millionths: 5.2%, 0.052, or 5.2 in a column of percents
    Duration,  ///< milliseconds
    VoucherStatus,
    Direction,
    ServiceKind
};

constexpr bool isNumeric(FieldType type)
{
    return type >= FieldType::Time;
}

/// What a field is for, beyond its value.
enum class FieldUse : std::uint8_t {
    Stored,     ///< a column of the document's table
    Person,     ///< says who: goes to the identity tables only, as a key of FieldSpec::key
    Evidence,   ///< name, birth date, address: identity tables only, does not link
    Attribute,  ///< hangs on the ident as an attribute of the customer, and is no direct identifier
    Helper      ///< used while reading (half day, unit price, header of a date in two columns), not stored
};

struct FieldSpec {
    std::string_view name;  ///< canonical field of header_synonyms.csv
    FieldType type = FieldType::Text;
    FieldUse use = FieldUse::Stored;
    KeyType key = KeyType::Name;  ///< for Person and Evidence
};

enum class KindTarget : std::uint8_t {
    Documents,  ///< rows of a table of their own, projected into events
    Stream      ///< rows are events themselves
};

/// One kind of export file, as data: the importer knows nothing else about it.
struct KindSpec {
    std::string_view code;  ///< "his_billing"
    std::uint8_t id = 0;    ///< number in the store
    KindTarget target = KindTarget::Documents;
    std::string_view table;     ///< of the documents
    std::string_view mainTime;  ///< the field that dates the row; empty for undated kinds
    bool factInPast = true;  ///< a main time after the import is an error (bookings and plans may lie ahead)
    bool needsPerson = true;
    std::span<const FieldSpec> fields;
    std::span<const std::string_view> naturalKey;   ///< empty: the n-th identical row of a file is itself
    bool partialKey = false;                        ///< the key holds even where some of its fields are empty
    std::size_t leastKey = 2;                       ///< partialKey: so many of its fields must be there
    std::string_view extraKey {};                   ///< joins the key of the rows that have it
    std::span<const std::string_view> spareKey {};  ///< for rows that lack the natural one; all of it or none
    std::span<const std::span<const std::string_view>>
        required;                                ///< of each group at least one field must be mapped
    std::span<const std::string_view> mustHave;  ///< fields that no row may lack (besides the person)
};

std::span<const KindSpec> kinds();
const KindSpec* kindByCode(std::string_view code);
const KindSpec* kindById(std::uint8_t id);
/// Index into kind.fields, or -1
int fieldIndex(const KindSpec& kind, std::string_view name);

/// Whether the values of a field may be added over rows: no prices, ages, ratings or running balances.
bool addsUp(const FieldSpec& field);

/// How exactly an instant is known.
enum class TimeQuality : std::uint8_t { Exact = 0, Minute = 1, WholeDay = 2, Month = 3, Guessed = 4 };

}  // namespace meitrace
