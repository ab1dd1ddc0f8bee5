// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/customerfilter.h"
#include "models/base/units.h"

#include <QVariantMap>

#include <optional>

namespace meitrace {

/// Civil days, both included.
struct DaySpan {
    Day from = 0;
    Day to = 0;
    bool operator==(const DaySpan&) const = default;
};

/// The days an analysis looks at: a name that follows the data, or days somebody chose.
struct ScopePeriod {
    enum class Kind : std::uint8_t { Whole, ThisMonth, LastMonth, LastDays, Own };

    Kind kind = Kind::Whole;
    int days = 0;    ///< of LastDays
    DaySpan own {};  ///< of Own

    static ScopePeriod lastDays(int days) { return {.kind = Kind::LastDays, .days = days}; }
    static ScopePeriod ofDays(DaySpan span) { return {.kind = Kind::Own, .days = 0, .own = span}; }
    /// A whole calendar month by one of its days; the current and the last one under their names.
    static ScopePeriod ofMonth(Day day, Day asOf);

    [[nodiscard]] bool isWhole() const { return kind == Kind::Whole; }
    /// Nothing is the whole history. Never ends behind the as-of day.
    [[nodiscard]] std::optional<DaySpan> span(Day asOf) const;
    bool operator==(const ScopePeriod&) const = default;
};

/// What all pages look at: which days and which customers. Travels from page to page.
struct Scope {
    ScopePeriod period;
    CustomerFilter customers;

    [[nodiscard]] bool isEmpty() const { return period.isWhole() && customers.isEmpty(); }
    bool operator==(const Scope&) const = default;

    /// An audience has another name; false where nothing here asks for it.
    bool renameAudience(const std::string& from, const std::string& to);

    /// For the settings; what cannot be read is left out.
    [[nodiscard]] QVariantMap toMap() const;
    static Scope fromMap(const QVariantMap& map);
};

}  // namespace meitrace
