// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/choices.h"
#include "ui/session/session.h"

#include <QWidget>

class QVBoxLayout;

namespace meitrace {

class BusyOverlay;
class EmptyState;
class FilterBar;

/// The kinds of event in the data, most frequent first.
std::vector<std::string> eventTypesOf(const Overview& overview);

/// One tab of a page: chips with its settings over cards. It works out what it shows when it is first seen,
/// and again when data, filters or settings have changed since.
class AnalysisTab : public QWidget {
    Q_OBJECT

public:
    /// jobKey: of the work it starts; icon: shown where there is nothing to show
    AnalysisTab(QString jobKey, const QString& icon, Session& session, QWidget* parent = nullptr);

    /// Data or filters are others.
    void refresh();
    /// Texts in the language that holds now.
    virtual void retranslate() = 0;

signals:
    /// members: of the session's snapshot; title: which set
    void customersRequested(const meitrace::Bitset& members, const QString& title);
    void failed(const meitrace::Error& error);
    /// What failed before is right again.
    void succeeded();

protected:
    /// The snapshot is there and the tab is in sight: compute and show.
    virtual void count() = 0;
    /// The settings as chips; a chip opens the menu of its choice.
    virtual void showChips() = 0;
    /// The chip with this key was clicked.
    virtual void choose(const QString& key, const QPoint& corner) = 0;

    [[nodiscard]] Session& session() const { return m_session; }
    [[nodiscard]] const QString& jobKey() const { return m_jobKey; }
    [[nodiscard]] FilterBar* chips() const { return m_chips; }
    /// Cards go here; gaps are set.
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    [[nodiscard]] BusyOverlay* busy() const { return m_busy; }
    /// Instead of the cards; an empty sentence brings the cards back.
    void showEmpty(const QString& sentence, const QString& hint = {});
    /// What every answer begins with. False: there is nothing to show; an empty input is said in place of the
    /// cards.
    bool isShown(const Error* error);
    /// A setting has changed: count when in sight.
    void recount();

    [[nodiscard]] std::vector<std::string> eventTypes() const { return eventTypesOf(m_session.overview()); }
    /// Adds each of them to a choice by its name.
    template <typename Options, typename Change>
    void addEvents(ChoiceOf<Options>& choice, const Options& options, const std::string& current,
                   Change change) const
    {
        for (const std::string& type : eventTypes()) {
            Options chosen = options;
            change(chosen, type);
            choice.add(eventTitle(type), chosen, type == current);
        }
    }
    [[nodiscard]] static QString eventTitle(const std::string& type);

    void showEvent(QShowEvent* event) override;

private:
    Session& m_session;
    QString m_jobKey;
    FilterBar* m_chips;
    QWidget* m_cards;
    QVBoxLayout* m_body;
    EmptyState* m_empty;
    BusyOverlay* m_busy;
    bool m_stale = true;
};

}  // namespace meitrace
