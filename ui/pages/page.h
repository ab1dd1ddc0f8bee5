// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace meitrace {

class NoticeBar;
class PageHeader;

/// A page of the window: header, notice and cards in a scroll area, and a place for a panel at the right.
/// A page works out what it shows when it is first seen and again when the data have changed since.
class Page : public QWidget {
    Q_OBJECT

public:
    /// id: as in "page.<id>"
    Page(const QString& id, Session& session, QWidget* parent = nullptr);

    [[nodiscard]] const QString& id() const { return m_id; }
    /// Puts a panel at the right of the page, over its whole height. The page takes it.
    void addPanel(QWidget* panel);

signals:
    /// Another page by its id
    void pageRequested(const QString& id);

protected:
    /// The snapshot is there and the page is in sight: compute and show.
    virtual void refresh() = 0;
    /// Texts in the language that holds now. Called once at first and after every change of language.
    virtual void retranslate() = 0;

    [[nodiscard]] Session& session() const { return m_session; }
    [[nodiscard]] PageHeader* header() const { return m_header; }
    [[nodiscard]] NoticeBar* notice() const { return m_notice; }
    /// Cards go here; gaps are set.
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    /// Starts refresh() now if the page is in sight, else when it comes.
    void requestRefresh();

    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QString m_id;
    Session& m_session;
    QHBoxLayout* m_row;
    PageHeader* m_header;
    NoticeBar* m_notice;
    QVBoxLayout* m_body;
    bool m_stale = true;
    bool m_translated = false;
};

}  // namespace meitrace
