// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/datetoken.h"

namespace meitrace::datetext {

namespace {

struct Clock {
    int hour = 0;
    int minute = 0;
    int second = 0;
    int millis = 0;
};

/// ".123" behind the seconds, where it stands
void readFraction(TokenCursor& cursor, Clock& clock)
{
    const Token& fraction = cursor.peek(1);
    if (cursor.peek().part != Part::Sign || cursor.peek().value != '.' || fraction.part != Part::Number) {
        return;
    }
    clock.millis = fraction.value;
    for (int digits = fraction.digits; digits != 3; digits += digits < 3 ? 1 : -1) {
        clock.millis = digits < 3 ? clock.millis * 10 : clock.millis / 10;
    }
    cursor.advance(2);
}

/// "30", "30:09" or "30:09.123" behind the first colon
bool readBehindColon(TokenCursor& cursor, Moment& moment, Clock& clock)
{
    if (!cursor.number(clock.minute, 1, 2)) {
        return false;
    }
    if (!cursor.skipSign(':')) {
        return true;
    }
    moment.quality = TimeQuality::Exact;
    if (!cursor.number(clock.second, 1, 2)) {
        return false;
    }
    readFraction(cursor, clock);
    return true;
}

bool readClockNumbers(TokenCursor& cursor, Moment& moment, Clock& clock)
{
    moment.quality = TimeQuality::Minute;
    if (!cursor.number(clock.hour, 1, 2)) {
        return false;
    }
    if (cursor.skipSign(':')) {
        return readBehindColon(cursor, moment, clock);
    }
    cursor.skip(Part::Blank);
    if (!cursor.skip(Part::Hour)) {
        return cursor.half() != Half::None;
    }
    cursor.skip(Part::Blank);
    if (cursor.skip(Part::Half)) {
        clock.minute = 30;
        return true;
    }
    if (cursor.number(clock.minute, 1, 2)) {
        cursor.skip(Part::Blank);
        cursor.skip(Part::Minute);
        cursor.skip(Part::Blank);
        if (cursor.number(clock.second, 1, 2)) {
            cursor.skip(Part::Second);
            moment.quality = TimeQuality::Exact;
        }
    }
    return true;
}

bool readClock(TokenCursor& cursor, Moment& moment)
{
    Clock clock;
    if (!readClockNumbers(cursor, moment, clock)) {
        return false;
    }
    int& hour = clock.hour;
    const Half half = cursor.half();
    if (half != Half::None && hour > 12 && half == Half::Am) {
        return false;
    }
    if (half == Half::Am && hour == 12) {
        hour = 0;
    } else if (((half == Half::Pm || half == Half::Night) && hour < 12) || (half == Half::Noon && hour < 3)) {
        hour += 12;
    } else if (half == Half::Night && hour == 12) {
        return false;  // midnight of which day?
    }
    return detail::setClock(moment, hour, clock.minute, clock.second, clock.millis);
}

/// "14:00-15:00": the end of the slot is not kept.
bool readEnd(TokenCursor& cursor, Moment& moment)
{
    const bool slot = cursor.peek().part == Part::Until
        || (moment.quality == TimeQuality::Minute && cursor.peek().part == Part::Sign
            && cursor.peek().value == '-');
    if (!slot || !moment.hasClock) {
        return true;
    }
    cursor.advance();
    cursor.skip(Part::Blank);
    const Moment begin = moment;
    const bool valid = readClock(cursor, moment) && moment.clock > begin.clock;
    moment = begin;
    return valid;
}

bool readZone(TokenCursor& cursor, Moment& moment)
{
    const bool utc = cursor.skip(Part::Utc);
    const bool minus = cursor.peek().part == Part::Sign && cursor.peek().value == '-';
    if (!cursor.skipSign('+') && !cursor.skipSign('-')) {
        if (utc) {
            detail::setOffset(moment, 0);
        }
        return true;
    }
    int hours = 0;
    int minutes = 0;
    if (cursor.number(hours, 4, 4)) {
        minutes = hours % 100;
        hours /= 100;
    } else if (!cursor.number(hours, 1, 2) || (cursor.skipSign(':') && !cursor.number(minutes, 2, 2))) {
        return false;
    }
    if (hours > 14 || minutes > 59) {
        return false;
    }
    detail::setOffset(moment, (minus ? -1 : 1) * (hours * 60 + minutes));
    return true;
}

}  // namespace

bool readClockAndZone(TokenCursor& cursor, Moment& moment, bool dated)
{
    if (!readClock(cursor, moment)) {
        return false;
    }
    cursor.skip(Part::Blank);
    return readEnd(cursor, moment) && (!dated || readZone(cursor, moment));
}

}  // namespace meitrace::datetext
