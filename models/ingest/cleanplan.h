// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/cleanblock.h"
#include "models/ingest/dayrange.h"
#include "models/ingest/money.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace meitrace::cleaning {

using Translations = std::map<std::string, std::string, std::less<>>;  ///< folded source value -> canonical

/// How one field of the kind gets its values.
struct PlanColumn {
    int field = -1;
    const FieldSpec* spec = nullptr;
    int source = -1;            ///< column of the file; -1: only a constant, or worked out from other fields
    bool inContent = true;      ///< part of the row's content hash
    bool clockOnly = false;     ///< a time of day without a date is welcome: another column has the date
    bool urlPath = false;       ///< the cell is an address of which only the path is kept
    bool exactPrice = false;    ///< a unit price: kept with six decimals until it is multiplied
    bool minor = false;         ///< amounts are whole minor units
    bool spans = false;         ///< of a Time: the cell may be a range of days
    bool percents = false;      ///< of a Ratio: bare numbers are percents
    bool withoutZeros = false;  ///< of a Key: zeros in front of a number say nothing
    std::uint64_t seed = 0;     ///< of the content hash
    TimeReading time {};
    NumberStyle numbers {};
    std::int64_t least = INT64_MIN;  ///< of a Count; outside it becomes missing
    std::int64_t most = INT64_MAX;
    std::string constant {};  ///< for rows without a value
    Translations translations {};
};

struct PlanSkip {
    int source = -1;
    Mapping::SkipRule rule;
};

/// Positions in Plan::columns of fields that work together; -1 when the kind has no such field.
struct Companions {
    int bookingDate = -1;
    int bookingTime = -1;
    int halfDay = -1;
    int unitPrice = -1;
    int quantity = -1;
    int paid = -1;
    int orderTime = -1;
    int payTime = -1;
    int eventName = -1;
    int age = -1;
    int birthDate = -1;
    int birthYear = -1;
    int consentState = -1;
    int consentChannel = -1;
    int withdrawTime = -1;
    int doNotContact = -1;
    int remark = -1;  ///< a name with remarks behind it
    int remarkTail = -1;
    int phone = -1;
    int firstName = -1;
    int lastName = -1;
    int fullName = -1;
    int snapshot = -1;
    int remainingBoth = -1;
    int remainingQuantity = -1;
    int remainingAmount = -1;
    int planned = -1;
    int done = -1;
    int windowStart = -1;  ///< of a report of several days
    int windowEnd = -1;
    int windowDays = -1;
};

/// All that is worked out once per file.
struct Plan {
    explicit Plan(Zone theZone)
        : zone(std::move(theZone))
    {
    }

    const KindSpec* kind = nullptr;
    std::vector<std::string> header;  ///< trimmed; empty without a header row
    std::size_t width = 0;            ///< cells of a whole row
    std::vector<PlanColumn> columns;  ///< ascending by field
    std::vector<PlanSkip> skips;
    Recipe recipe;
    Translations eventTypes;  ///< folded source name -> event type code
    Zone zone;
    Day today = 0;
    Millis latest = 0;    ///< later main times are set aside; kind->factInPast
    Day snapshotDay = 0;  ///< that the file's name says, else the day of the import
    std::optional<DayRange>
        fileDays {};           ///< that the file's name says, for reports without days of their own
    std::vector<int> persons;  ///< positions of columns that say who
    std::vector<int> times;    ///< positions of columns that say when
    std::vector<int> mustHave;
    std::vector<int> figures;  ///< positions of columns that add up; of kinds with documents
    int mainTime = -1;
    Companions with;
};

/// Source column of a mapped header: exact, folded, or "#3" by position; -1 when there is none.
int sourceColumn(const std::vector<std::string>& header, std::string_view name);

/// Errors  BadMapping(time_zone | time_format), MissingField(stat_date): a report without days
Result<Plan> makePlan(const Mapping& mapping, const std::vector<std::string>& header, const Sample& evidence,
                      const Zone& workspaceZone, Millis now, const std::string& file);

/// Maps and cleans one block.
CleanBlock cleanRows(const Plan& plan, RowBlock rows);

}  // namespace meitrace::cleaning
