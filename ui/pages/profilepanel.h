// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"
#include "ui/viewmodels/profileview.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace meitrace {

class Card;
class ContactTable;
class DataTable;
class SidePanel;
class Timeline;

/// One customer at the right of the page: who she is, what she allowed, every contact over all channels.
class ProfilePanel final : public QWidget {
    Q_OBJECT

public:
    explicit ProfilePanel(Session& session, QWidget* parent = nullptr);

    /// customer: row of the session's snapshot
    void showCustomer(Index customer);

signals:
    void closed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void take(const Result<Profile>& profile);
    void fill();
    static void fillFacts(QGridLayout* grid, const QVector<ProfileFact>& facts);

    Session& m_session;
    std::shared_ptr<const Profile> m_profile;
    SidePanel* m_panel;
    QLabel* m_code;
    QLabel* m_problem;
    QWidget* m_content;
    QGridLayout* m_keys;
    QGridLayout* m_traits;
    QLabel* m_consentTitle;
    QGridLayout* m_consents;
    QLabel* m_contactTitle;
    Timeline* m_timeline;
    DataTable* m_table;
    ContactTable* m_model;
};

}  // namespace meitrace
