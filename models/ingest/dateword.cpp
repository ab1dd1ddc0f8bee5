// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/calendar.h"
#include "models/ingest/celltext.h"
#include "models/ingest/datetoken.h"

#include <array>

namespace meitrace {

namespace {

using datetext::Half;
using datetext::lex;
using datetext::Lexed;
using datetext::Part;
using datetext::readClockAndZone;
using datetext::Token;
using datetext::TokenCursor;

/// Reads the tokens from left to right.
class Reader {
public:
    Reader(const Lexed& lexed, const TimeReading& reading)
        : m_cursor(lexed)
        , m_reading(reading)
    {
    }

    Moment read();

private:
    void skipDay()
    {
        const int at = m_cursor.at();
        m_cursor.skip(Part::Blank);
        if (!m_cursor.skip(Part::Day)) {
            m_cursor.moveTo(at);
        }
    }

    bool readDate();
    bool readYearFirst();
    bool readMonthOnly();
    bool readThree();
    bool readNamedMonth();
    bool readYearLast(int first, int second);
    bool lastYear(int& year);

    TokenCursor m_cursor;
    const TimeReading& m_reading;
    Moment m_moment;
    bool m_noSuchDay = false;
};

bool Reader::readYearFirst()
{
    int year = 0;
    int month = 0;
    int day = 0;
    if (m_cursor.peek().digits == 8) {
        const int all = m_cursor.peek().value;
        m_cursor.advance();
        m_noSuchDay = !detail::setDate(m_moment, all / 10000, all / 100 % 100, all % 100);
        return true;
    }
    if (!m_cursor.number(year, 4, 4)) {
        return false;
    }
    const Token separator = m_cursor.peek();
    const bool blanks = m_cursor.skip(Part::Blank);
    if (separator.part == Part::Year || (blanks && m_cursor.peek().part == Part::Year)) {
        m_cursor.advance();
        m_cursor.skip(Part::Blank);
        if (!m_cursor.number(month, 1, 2)) {
            return false;
        }
        m_cursor.skip(Part::Blank);
        if (!m_cursor.skip(Part::Month)) {
            return false;
        }
        m_cursor.skip(Part::Blank);
        if (!m_cursor.number(day, 1, 2)) {
            m_moment.quality = TimeQuality::Month;
            m_noSuchDay = !detail::setDate(m_moment, year, month, 1);
            return true;
        }
        skipDay();
    } else if (separator.part == Part::Sign && !blanks && separator.value != ':' && separator.value != '+') {
        m_cursor.advance();
        m_cursor.skip(Part::Blank);
        if (!m_cursor.number(month, 1, 2)) {
            return false;
        }
        m_cursor.skip(Part::Blank);
        if (!m_cursor.skipSign(static_cast<char>(separator.value))) {
            m_moment.quality = TimeQuality::Month;
            m_noSuchDay = !detail::setDate(m_moment, year, month, 1);
            return separator.value != '.';
        }
        m_cursor.skip(Part::Blank);
        if (!m_cursor.number(day, 1, 2)) {
            return false;
        }
    } else {
        return false;
    }
    m_noSuchDay = !detail::setDate(m_moment, year, month, day);
    return true;
}

/// June 30th without a year, in words.
bool Reader::readMonthOnly()
{
    int month = 0;
    int day = 0;
    if (!m_cursor.number(month, 1, 2)) {
        return false;
    }
    m_cursor.skip(Part::Blank);
    if (!m_cursor.skip(Part::Month)) {
        return false;
    }
    m_cursor.skip(Part::Blank);
    if (!m_cursor.number(day, 1, 2) || !isValidDate(2000, month, day)) {
        return false;
    }
    skipDay();
    m_moment.outcome = Moment::Outcome::NoYear;
    m_moment.first = month;
    m_moment.second = day;
    m_moment.hasDate = true;
    return true;
}

bool Reader::lastYear(int& year)
{
    if (m_cursor.number(year, 4, 4)) {
        return true;
    }
    if (!m_cursor.number(year, 2, 2)) {
        return false;
    }
    year += 2000;
    year -= year > civilFromDay(m_reading.today).year + 1 ? 100 : 0;
    return true;
}

bool Reader::readYearLast(int first, int second)
{
    int year = 0;
    if (!lastYear(year)) {
        return false;
    }
    const bool dayFirst
        = m_reading.format == TimeFormat::Dmy || (m_reading.format == TimeFormat::Auto && m_reading.dayFirst);
    const bool monthFirst = m_reading.format == TimeFormat::Mdy
        || (m_reading.format == TimeFormat::Auto && m_reading.monthFirst);
    m_moment.hasDate = true;
    if (dayFirst == monthFirst) {
        m_moment.outcome = first > 31 || second > 31 || (first > 12 && second > 12)
            ? Moment::Outcome::Bad
            : Moment::Outcome::Ambiguous;
        m_moment.first = first;
        m_moment.second = second;
        m_moment.year = year;
        return true;
    }
    m_noSuchDay = !detail::setDate(m_moment, year, dayFirst ? second : first, dayFirst ? first : second);
    return true;
}

/// 30/06/2026, 6/30/26, 24-3-5 where the format says that the year comes first
bool Reader::readThree()
{
    int first = 0;
    int second = 0;
    if (!m_cursor.number(first, 1, 2)) {
        return false;
    }
    const Token separator = m_cursor.peek();
    if (separator.part != Part::Sign || separator.value == ':' || separator.value == '+') {
        return false;
    }
    m_cursor.advance();
    if (!m_cursor.number(second, 1, 2) || !m_cursor.skipSign(static_cast<char>(separator.value))) {
        return false;
    }
    if (m_reading.format == TimeFormat::Ymd || m_reading.format == TimeFormat::Iso) {
        int day = 0;
        const int year = first + 2000 > civilFromDay(m_reading.today).year + 1 ? first + 1900 : first + 2000;
        if (!m_cursor.number(day, 1, 2)) {
            return false;
        }
        m_noSuchDay = !detail::setDate(m_moment, year, second, day);
        return true;
    }
    return readYearLast(first, second);
}

/// 5 Mar 2024, 5-Mar-24, Mar 5, 2024
bool Reader::readNamedMonth()
{
    int day = 0;
    int year = 0;
    const auto between = [this] {
        return m_cursor.skip(Part::Blank) || m_cursor.skipSign('-') || m_cursor.skipSign('/')
            || m_cursor.skipSign('.');
    };
    const bool dayFirst = m_cursor.number(day, 1, 2);
    if (dayFirst) {
        between();
    }
    const int month = m_cursor.peek().value;
    if (!m_cursor.skip(Part::MonthName)) {
        return false;
    }
    m_cursor.skipSign('.');
    between();
    if (!dayFirst) {
        if (!m_cursor.number(day, 1, 2)) {
            return false;
        }
        between();
    }
    if (!lastYear(year)) {
        return false;
    }
    m_noSuchDay = !detail::setDate(m_moment, year, month, day);
    return true;
}

bool Reader::readDate()
{
    const bool yearFirst = m_reading.format != TimeFormat::Dmy && m_reading.format != TimeFormat::Mdy;
    const int start = m_cursor.at();
    if (m_cursor.peek().part == Part::Number && m_cursor.peek().digits >= 4) {
        return (yearFirst || m_cursor.peek().digits == 4) && readYearFirst();
    }
    for (const auto attempt : {&Reader::readMonthOnly, &Reader::readThree, &Reader::readNamedMonth}) {
        m_cursor.moveTo(start);
        if ((this->*attempt)()) {
            return true;
        }
    }
    m_cursor.moveTo(start);
    return false;
}

Moment Reader::read()
{
    const bool dated = readDate();
    const Moment::Outcome outcome = m_moment.outcome;
    m_cursor.skip(Part::Blank);
    if (m_cursor.peek().part != Part::End) {
        if (!readClockAndZone(m_cursor, m_moment, dated)) {
            return {};
        }
    } else if (m_moment.quality == TimeQuality::Exact) {
        m_moment.quality = TimeQuality::WholeDay;
        if (m_cursor.half() != Half::None) {
            return {};
        }
    }
    if (m_cursor.peek().part != Part::End || m_noSuchDay
        || (m_moment.quality == TimeQuality::Month && m_moment.hasClock)) {
        return {};
    }
    m_moment.outcome = dated ? outcome : Moment::Outcome::Read;
    return m_moment;
}

}  // namespace

Moment detail::readWordedMoment(std::string_view folded, const TimeReading& reading)
{
    Lexed lexed;
    if (!lex(folded, lexed) || lexed.relative) {
        return {};
    }
    return Reader(lexed, reading).read();
}

std::optional<std::pair<int, int>> yearLastNumbers(std::string_view cell)
{
    FoldedCell folded;
    Lexed lexed;
    if (!folded.fold(cell) || !lex(folded.text(), lexed) || lexed.size < 5) {
        return std::nullopt;
    }
    const auto& t = lexed.tokens;
    const bool shape = t[0].part == Part::Number && t[0].digits <= 2 && t[1].part == Part::Sign
        && t[1].value != ':' && t[2].part == Part::Number && t[2].digits <= 2 && t[3].part == Part::Sign
        && t[3].value == t[1].value && t[4].part == Part::Number && (t[4].digits == 4 || t[4].digits == 2);
    return shape ? std::optional(std::pair(t[0].value, t[2].value)) : std::nullopt;
}

}  // namespace meitrace
