// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/kind.h"
#include "models/frame/column.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace meitrace {

/// The columns of the event stream. The numbers go into the store and never change.
enum class EventField : std::uint8_t {
    Time = 0,       ///< instant; of a day-precision event the start of its civil day
    Precision = 1,  ///< TimeQuality
    Type = 2,
    Channel = 3,
    Store = 4,
    Staff = 5,
    Device = 6,
    Campaign = 7,
    Item = 8,
    Detail = 9,  ///< what the type makes of it: visit_type of arrive, kind of bill, reason of no_deal, status
                 ///< of touch_sent …
    Page = 10,
    Session
    = 11,  ///< 32-bit hash of the data's own session id; 0 = none. Tells sessions of one customer apart
    Amount = 12,  ///< minor units; 0 where there is none
    Batch = 13,   ///< import batch
    Row = 14      ///< 0-based data row in its file
};
inline constexpr int kEventFieldCount = 15;

/// How wide a column is in memory.
enum class ColumnWidth : std::uint8_t { Byte, Narrow, Wide, Number };

constexpr ColumnWidth widthOf(EventField field)
{
    switch (field) {
    case EventField::Time:
    case EventField::Amount:
        return ColumnWidth::Number;
    case EventField::Precision:
        return ColumnWidth::Byte;
    case EventField::Type:
    case EventField::Channel:
    case EventField::Store:
    case EventField::Staff:
    case EventField::Device:
        return ColumnWidth::Narrow;
    default:
        return ColumnWidth::Wide;
    }
}

/// Fields whose codes stand for texts of a dictionary.
constexpr bool hasDictionary(EventField field)
{
    return field >= EventField::Type && field <= EventField::Page;
}

/// Name in step filters and rules: "channel", "item", …; `visit_type`, `kind`, `status`, `reason`,
/// `search_term` mean Detail.
std::string_view fieldName(EventField field);
std::optional<EventField> eventFieldByName(std::string_view name);

/// Storage of all columns; only those loaded have a length.
struct EventColumns {
    Column<Millis> time;
    Column<Fen> amount;
    Column<std::uint8_t> precision;
    std::array<Column<std::uint16_t>, 5> narrow;  ///< Type … Device
    std::array<Column<std::uint32_t>, 7> wide;    ///< Campaign … Session, then Batch, Row

    static constexpr std::size_t narrowIndex(EventField field) { return static_cast<std::size_t>(field) - 2; }
    static constexpr std::size_t wideIndex(EventField field)
    {
        return field <= EventField::Session ? static_cast<std::size_t>(field) - 7
                                            : static_cast<std::size_t>(field) - 8;
    }
};

/// The codes of one dictionary column, whichever its width.
class Codes {
public:
    explicit Codes(const Column<std::uint16_t>& column)
        : m_narrow(column.data())
    {
    }
    explicit Codes(const Column<std::uint32_t>& column)
        : m_wide(column.data())
    {
    }
    std::uint32_t operator[](Index i) const { return m_wide != nullptr ? m_wide[i] : m_narrow[i]; }

private:
    const std::uint16_t* m_narrow = nullptr;
    const std::uint32_t* m_wide = nullptr;
};

}  // namespace meitrace
