// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

#include <QVector>
#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace meitrace {

class EmptyState;
class NoticeBar;
class PageHeader;
class ScopeBar;

/// A page of the window: header, notice and cards in a scroll area, and a place for a panel at the right.
/// A page works out what it shows when it is first seen and again when the data have changed since.
class Page : public QWidget {
    Q_OBJECT

public:
    /// Whom of the session a page is about, where its filters matter to it.
    enum class Follows { Nothing, Population, Active };

    /// id: as in "page.<id>"
    Page(const QString& id, Session& session, QWidget* parent = nullptr);

    [[nodiscard]] const QString& id() const { return m_id; }
    /// Puts a panel at the right of the page, over its whole height. The page takes it.
    void addPanel(QWidget* panel);
    /// Shows one part of the page, a tab by its name; nothing where there is none.
    virtual void goToPart(const QString& part) { Q_UNUSED(part); }

signals:
    /// Another page by its id, or one part of it: "data/review"
    void pageRequested(const QString& id);
    /// What stands beside the page's name in the sidebar; empty = nothing
    void badgeChanged(const QString& badge);

protected:
    /// The snapshot is there and the page is in sight: compute and show.
    virtual void refresh() = 0;
    /// Texts in the language that holds now. Called once at first and after every change of language.
    virtual void retranslate() = 0;

    [[nodiscard]] Session& session() const { return m_session; }
    [[nodiscard]] PageHeader* header() const { return m_header; }
    [[nodiscard]] NoticeBar* notice() const { return m_notice; }
    /// Puts the bar of filters below the header. The page is computed anew when they change; while they leave
    /// nobody it says so instead.
    void followScope(Follows whom);
    /// While no file has been loaded the page says so, with the way to the files, instead of refresh().
    void sayWhenNothingIsLoaded() { m_saysNothing = true; }
    /// nullptr where the page follows nothing
    [[nodiscard]] ScopeBar* scopeBar() const { return m_scopeBar; }
    /// Cards go here; gaps are set.
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    /// Starts refresh() now if the page is in sight, else when it comes.
    void requestRefresh();

    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void retranslateScope();
    /// No file has been loaded.
    void showNothing(bool isEmpty);
    void showNobody(bool isNobodyLeft);
    /// The filters leave nobody.
    [[nodiscard]] bool isNobodyLeft() const;

    QString m_id;
    Session& m_session;
    QHBoxLayout* m_row;
    QVBoxLayout* m_column = nullptr;
    PageHeader* m_header;
    NoticeBar* m_notice;
    QWidget* m_stage;
    QVBoxLayout* m_body;
    QVector<QWidget*> m_panels;
    Follows m_follows = Follows::Nothing;
    ScopeBar* m_scopeBar = nullptr;
    EmptyState* m_nobody = nullptr;
    EmptyState* m_nothing = nullptr;
    bool m_saysNothing = false;
    bool m_stale = true;
    bool m_translated = false;
};

}  // namespace meitrace
