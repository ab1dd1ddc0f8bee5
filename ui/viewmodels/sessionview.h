// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/sessions.h"
#include "ui/viewmodels/readonlytable.h"

#include <QStringList>

#include <optional>

namespace meitrace {

/// Sessions and what happened in them, as the page shows it.

/// "Page view", "/price", "(other)", "(none)"
QString sessionRowName(const SessionRow& row, const SessionOptions& options);
QString sessionCaption(const SessionResult& result);
/// How many sessions, how deep and how long, how many left at once, where most leave.
QStringList sessionFindings(const SessionResult& result, const SessionOptions& options);
/// "Left at “/price”"; row -1: all sessions
QString sessionPlaceTitle(const SessionResult& result, const SessionOptions& options, int row,
                          SessionPlace place);

/// Pages, functions or items: how often, by whom, where sessions begin and end, and what comes next.
class SessionTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { Name, Views, Customers, Dwell, Entries, Exits, Bounces, Next, kColumns };

    explicit SessionTable(QObject* parent = nullptr);

    void setResult(const SessionResult& result, const SessionOptions& options);
    /// What a click on the column asks for
    [[nodiscard]] static SessionPlace placeAt(int column);

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column != Name && column != Next; }
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    SessionResult m_result;
    SessionOptions m_options;
};

/// Words that people searched for.
class SearchTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { Term, Searches, Customers, Left, Booked, kColumns };

    explicit SearchTable(QObject* parent = nullptr);

    void setSearches(std::vector<SearchRow> searches);

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column != Term; }
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    std::vector<SearchRow> m_searches;
};

}  // namespace meitrace
