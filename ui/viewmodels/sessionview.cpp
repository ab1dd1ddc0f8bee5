// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/sessionview.h"

#include "analytics/stats/proportion.h"
#include "ui/text/fieldtext.h"
#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/theme/cellroles.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace meitrace {

namespace {

struct SessionView {
    Q_DECLARE_TR_FUNCTIONS(SessionView)
};

constexpr Index kFew = 30;

/// Of enough events to speak of, the row that sessions end at most often.
const SessionRow* mostLeft(const SessionResult& result)
{
    const SessionRow* most = nullptr;
    for (const SessionRow& row : result.rows) {
        if (!row.isOther && row.events >= kFew
            && (most == nullptr
                || proportion(row.exits, row.events) > proportion(most->exits, most->events))) {
            most = &row;
        }
    }
    return most;
}

}  // namespace

QString sessionRowName(const SessionRow& row, const SessionOptions& options)
{
    return row.isOther                      ? SessionView::tr("(other)")
        : row.name.empty()                  ? SessionView::tr("(not known)")
        : options.label == EventField::Type ? capitalised(eventName(row.name))
                                            : fieldValueText(options.label, row.name);
}

QString sessionCaption(const SessionResult& result)
{
    return SessionView::tr("%1 sessions of %2, %3")
        .arg(countText(result.sessions), customersText(result.customers), daysText(result.from, result.to));
}

QStringList sessionFindings(const SessionResult& result, const SessionOptions& options)
{
    QStringList sentences;
    const Interval range = wilson(result.bounces, result.sessions);
    sentences << SessionView::tr("%1 sessions, %2 events in the middle; those of two or more lasted %3.")
                     .arg(countText(result.sessions), QLocale().toString(result.medianEvents, 'f', 0),
                          shortDurationText(result.medianDuration));
    sentences << SessionView::tr("%1 left after one event (%2 to %3).")
                     .arg(percentText(proportion(result.bounces, result.sessions)), percentText(range.low),
                          percentText(range.high));
    if (const SessionRow* most = mostLeft(result)) {
        sentences << SessionView::tr("“%1” is left most often: %2 of its %3 views end the session.")
                         .arg(sessionRowName(*most, options),
                              percentText(proportion(most->exits, most->events)), countText(most->events));
    }
    return sentences;
}

QString sessionPlaceTitle(const SessionResult& result, const SessionOptions& options, int row,
                          SessionPlace place)
{
    if (row < 0) {
        return place == SessionPlace::Bounced ? SessionView::tr("Left after one event")
                                              : SessionView::tr("With a session");
    }
    QString name = sessionRowName(result.rows[static_cast<std::size_t>(row)], options);
    switch (place) {
    case SessionPlace::Seen:
        return SessionView::tr("Saw “%1”").arg(name);
    case SessionPlace::Entered:
        return SessionView::tr("Came in at “%1”").arg(name);
    case SessionPlace::Left:
        return SessionView::tr("Left at “%1”").arg(name);
    case SessionPlace::Bounced:
        return SessionView::tr("Saw only “%1”").arg(name);
    }
    return name;
}

SessionTable::SessionTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void SessionTable::setResult(const SessionResult& result, const SessionOptions& options)
{
    beginResetModel();
    m_result = result;
    m_options = options;
    m_options.population = {};
    endResetModel();
}

SessionPlace SessionTable::placeAt(int column)
{
    return column == Entries ? SessionPlace::Entered
        : column == Exits    ? SessionPlace::Left
        : column == Bounces  ? SessionPlace::Bounced
                             : SessionPlace::Seen;
}

int SessionTable::count() const
{
    return static_cast<int>(m_result.rows.size());
}

QString SessionTable::title(int column) const
{
    return QStringList {m_options.label == EventField::Page ? SessionView::tr("Page")
                                                            : SessionView::tr("What"),
                        SessionView::tr("Views"),
                        SessionView::tr("Customers"),
                        SessionView::tr("Stayed, middle"),
                        SessionView::tr("Came in here"),
                        SessionView::tr("Left here"),
                        SessionView::tr("Saw only this"),
                        SessionView::tr("Most went on to")}
        .value(column);
}

QString SessionTable::text(int row, int column) const
{
    const SessionRow& shown = m_result.rows[static_cast<std::size_t>(row)];
    switch (column) {
    case Name:
        return sessionRowName(shown, m_options);
    case Views:
        return countText(shown.events);
    case Customers:
        return countText(shown.customers);
    case Dwell:
        return shortDurationText(shown.medianDwell);
    case Entries:
        return countText(shown.entries);
    case Exits:
        return percentText(proportion(shown.exits, shown.events));
    case Bounces:
        return countText(shown.bounces);
    default:
        return shown.next < 0
            ? QStringLiteral("—")
            : SessionView::tr("%1 (%2)").arg(
                sessionRowName(m_result.rows[static_cast<std::size_t>(shown.next)], m_options),
                percentText(proportion(shown.nextEvents, shown.timed)));
    }
}

QVariant SessionTable::mark(int row, int column, int role) const
{
    const SessionRow& shown = m_result.rows[static_cast<std::size_t>(row)];
    if (role == BarRole && column == Exits && shown.events > 0) {
        return proportion(shown.exits, shown.events);
    }
    if (role == QuietRole) {
        return shown.events < kFew;
    }
    if (role == Qt::ToolTipRole && column == Dwell) {
        return SessionView::tr(
                   "Until the next event of the session, of %1 events; how long the last one took is "
                   "not known")
            .arg(countText(shown.timed));
    }
    if (role == Qt::ToolTipRole && column == Exits) {
        return SessionView::tr("%1 sessions ended here").arg(countText(shown.exits));
    }
    return {};
}

SearchTable::SearchTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void SearchTable::setSearches(std::vector<SearchRow> searches)
{
    beginResetModel();
    m_searches = std::move(searches);
    endResetModel();
}

int SearchTable::count() const
{
    return static_cast<int>(m_searches.size());
}

QString SearchTable::title(int column) const
{
    return QStringList {SessionView::tr("Word"), SessionView::tr("Searches"), SessionView::tr("Customers"),
                        SessionView::tr("Left after it"),
                        SessionView::tr("Booked within %1 days").arg(kSearchBookingDays)}
        .value(column);
}

QString SearchTable::text(int row, int column) const
{
    const SearchRow& shown = m_searches[static_cast<std::size_t>(row)];
    switch (column) {
    case Term:
        return fromUtf8(shown.term);
    case Searches:
        return countText(shown.searches);
    case Customers:
        return countText(shown.customers);
    case Left:
        return percentText(proportion(shown.left, shown.searches));
    default:
        return percentText(proportion(shown.booked, shown.customers));
    }
}

QVariant SearchTable::mark(int row, int column, int role) const
{
    const SearchRow& shown = m_searches[static_cast<std::size_t>(row)];
    if (role == BarRole && (column == Left || column == Booked)) {
        return column == Left ? proportion(shown.left, shown.searches)
                              : proportion(shown.booked, shown.customers);
    }
    return role == QuietRole ? QVariant(shown.searches < kFew) : QVariant();
}

}  // namespace meitrace
