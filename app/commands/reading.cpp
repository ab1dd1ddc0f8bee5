// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/reading.h"

#include "analytics/features/duration.h"
#include "app/commands/choosing.h"
#include "models/base/badoption.h"

namespace meitrace {

Status readDays(const CommandContext& context, const char* option, int& days)
{
    if (!context.isSet(option)) {
        return Done {};
    }
    const Result<Duration> span = parseDuration(context.value(option));
    if (!span || span->isCalendar() || span->millis() % kDayMillis != 0) {
        return badOption(option, context.value(option), "90d");
    }
    days = static_cast<int>(span->millis() / kDayMillis);
    return Done {};
}

Status readRange(const CommandContext& context, Day& from, Day& to, Day& asOf)
{
    const Result<Day> first = context.day("from", kMissingDay);
    const Result<Day> last = context.day("to", kMissingDay);
    const Result<Day> seen = context.day("as-of", kMissingDay);
    for (const Result<Day>* day : {&first, &last, &seen}) {
        if (!*day) {
            return day->error();
        }
    }
    from = *first;
    to = *last;
    asOf = *seen;
    return Done {};
}

Status readPredicate(const CommandContext& context, const char* option, EventPredicate& out)
{
    if (!context.isSet(option)) {
        return Done {};
    }
    Result<EventPredicate> events = parseEventPredicate(context.value(option));
    if (!events) {
        return events.error();
    }
    out = *std::move(events);
    return Done {};
}

Status readActivities(const CommandContext& context, ActivityOptions& options)
{
    if (Status status = readRange(context, options.from, options.to, options.asOf); !status) {
        return status;
    }
    options.includeAnonymous = context.isSet("include-anonymous");
    if (Status status = readPredicate(context, "events", options.events); !status) {
        return status;
    }
    using Repeats = std::pair<const char*, ActivityRepeats>;
    return choose(context, "repeats",
                  std::array {Repeats {"collapse", ActivityRepeats::Collapse},
                              Repeats {"keep", ActivityRepeats::Keep},
                              Repeats {"first", ActivityRepeats::First}},
                  options.repeats);
}

}  // namespace meitrace
