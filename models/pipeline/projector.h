// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/calendar.h"
#include "models/domain/kind.h"
#include "models/store/dictionaries.h"
#include "models/store/documents.h"
#include "models/store/eventrun.h"
#include "models/store/rows.h"

#include <set>
#include <string_view>
#include <utility>

namespace meitrace {

/// One event on its way into the stream.
struct ProjectedEvent {
    std::uint32_t ident = 0;
    Millis time = 0;
    TimeQuality precision = TimeQuality::Exact;
    std::uint16_t type = 0;
    Fen amount = 0;
    std::int64_t batch = 0;
    std::int64_t row = 0;
    std::string_view channel {};
    std::string_view store {};
    std::string_view staff {};
    std::string_view campaign {};
    std::string_view item {};
    std::string_view detail {};
};

/// Gathers projected events, and the last instant on which a fact happened.
class Projector {
public:
    Projector(Database& database, Dictionaries& dictionaries, Zone zone, Millis dayStart)
        : m_database(database)
        , m_dictionaries(dictionaries)
        , m_zone(std::move(zone))
        , m_dayStart(dayStart)
    {
    }

    /// Events without a person or a time are left out.
    Status add(const ProjectedEvent& event);
    /// Bills, deliveries, visits, refunds and spend move the as-of day; plans do not.
    void noteFact(Millis time) { m_lastFact = std::max(m_lastFact, time); }

    [[nodiscard]] Day dayOf(Millis time) const { return m_zone.dayOf(time, m_dayStart); }
    [[nodiscard]] Millis startOf(Day day) const { return m_zone.startOfDay(day) + m_dayStart; }
    /// How exactly a time beside the main one is known: files keep that of the main time only, and a time of
    /// day of exactly midnight stands for a date without one.
    [[nodiscard]] TimeQuality precisionOf(Millis time) const
    {
        return time != kMissing && m_zone.timeOfDay(time) == 0 ? TimeQuality::WholeDay : TimeQuality::Exact;
    }
    [[nodiscard]] Millis lastFact() const { return m_lastFact; }
    EventRun& run() { return m_run; }
    Database& database() { return m_database; }
    /// Days on which a visit is recorded, per handle: bookings need not tell of them again.
    std::set<std::pair<std::uint32_t, Day>>& visitDays() { return m_visitDays; }

private:
    Database& m_database;
    Dictionaries& m_dictionaries;
    Zone m_zone;
    Millis m_dayStart;
    EventRun m_run;
    Millis m_lastFact = kMissing;
    std::set<std::pair<std::uint32_t, Day>> m_visitDays;
};

Status projectVisits(Projector& projector);
Status projectLeads(Projector& projector);
Status projectBookings(Projector& projector);
Status projectBills(Projector& projector);
Status projectTreatments(Projector& projector);
Status projectConsents(Projector& projector);
Status projectSpend(Projector& projector);
// Kinds of projecttrade.cpp and projectcontacts.cpp
Status projectPackages(Projector& projector);
Status projectFollowups(Projector& projector);
Status projectVouchers(Projector& projector);
Status projectShopOrders(Projector& projector);
Status projectPoints(Projector& projector);
Status projectContacts(Projector& projector);
Status projectAdLeads(Projector& projector);
Status projectEmails(Projector& projector);
Status projectSurveys(Projector& projector);
Status projectServices(Projector& projector);

/// The fields of a document row as read() gives them, by name.
class DocumentRow {
public:
    DocumentRow(const Statement& statement, const std::vector<std::string_view>& fields)
        : m_statement(statement)
        , m_fields(fields)
    {
    }
    [[nodiscard]] std::uint32_t ident() const { return static_cast<std::uint32_t>(m_statement.integer(0)); }
    [[nodiscard]] std::int64_t batch() const { return m_statement.integer(1); }
    [[nodiscard]] std::int64_t row() const { return m_statement.integer(2); }
    [[nodiscard]] TimeQuality precision() const { return static_cast<TimeQuality>(m_statement.integer(3)); }
    /// By place in the list of fields: for tables of millions of rows.
    [[nodiscard]] std::string_view text(int place) const { return m_statement.text(place + 5); }
    [[nodiscard]] std::int64_t number(int place) const { return m_statement.number(place + 5); }
    [[nodiscard]] std::string_view text(std::string_view field) const
    {
        return m_statement.text(column(field));
    }
    [[nodiscard]] std::int64_t number(std::string_view field) const
    {
        return m_statement.number(column(field));
    }

private:
    [[nodiscard]] int column(std::string_view field) const
    {
        for (std::size_t i = 0; i < m_fields.size(); ++i) {
            if (m_fields[i] == field) {
                return static_cast<int>(i) + 5;
            }
        }
        return 0;
    }

    const Statement& m_statement;
    const std::vector<std::string_view>& m_fields;
};

/// An event of a row that has nothing but person, time and place in the files yet.
inline ProjectedEvent eventOf(const DocumentRow& row, std::uint16_t type, Millis time)
{
    return {.ident = row.ident(), .time = time, .type = type, .batch = row.batch(), .row = row.row()};
}

/// Calls body(const DocumentRow&) -> Status for every document in force.
template <typename Body>
Status eachDocument(Database& database, std::string_view kind, const std::vector<std::string_view>& fields,
                    std::string_view order, Body body)
{
    Documents documents(database, *kindByCode(kind));
    return forEachRow(documents.read(fields, order),
                      [&](const Statement& row) -> Status { return body(DocumentRow(row, fields)); });
}

}  // namespace meitrace
