// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/sessions.h"
#include "ui/pages/analysistab.h"

#include <memory>
#include <vector>

class QLabel;

namespace meitrace {

class Card;
class DataTable;
class SearchTable;
class SessionTable;

/// What people do on the web, in the app and in the mini program: pages or functions with where sessions
/// begin and end, and the words they search for. Visits to the clinic can be looked at the same way.
class WebTab final : public AnalysisTab {
    Q_OBJECT

public:
    explicit WebTab(Session& session, QWidget* parent = nullptr);

    void retranslate() override;
    void setOptions(const SessionOptions& options);
    /// nullptr before the first
    [[nodiscard]] const SessionResult* result() const { return m_shown ? &m_shown->result : nullptr; }
    /// The customers of a number, as a click on it does. row -1: of all sessions
    void showPlace(int row, SessionPlace place);

protected:
    void count() override;
    void showChips() override;
    void choose(const QString& key, const QPoint& corner) override;

private:
    struct Shown {
        SnapshotPtr snapshot;
        SessionOptions options;
        SessionResult result;
        std::vector<SearchRow> searches;
    };

    [[nodiscard]] std::vector<ChoiceOf<SessionOptions>> choices() const;
    void take(const Result<Shown>& shown);

    SessionOptions m_options;
    QLabel* m_reading;
    Card* m_card;
    DataTable* m_table;
    SessionTable* m_rows;
    Card* m_searchCard;
    DataTable* m_searchTable;
    SearchTable* m_searches;
    std::shared_ptr<const Shown> m_shown;
};

}  // namespace meitrace
