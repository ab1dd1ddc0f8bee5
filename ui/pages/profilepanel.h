// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/customerfile.h"
#include "analytics/workbench/profile.h"
#include "ui/session/session.h"

#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;

namespace meitrace {

class CurrentStack;
class ProfileOverview;
class ProfilePurchases;
class ProfileRecords;
class SidePanel;
class TabBar;

/// One customer at the right of the page: who she is and what she allowed, what she bought, the records she
/// is made of. From here she is printed, gets a copy of her data, and is erased.
class ProfilePanel final : public QWidget {
    Q_OBJECT

public:
    explicit ProfilePanel(Session& session, QWidget* parent = nullptr);

    /// customer: row of the session's snapshot
    void showCustomer(Index customer);
    /// Writes all there is on her into a file, JSON or a table, and says how it went.
    void copyTo(const QString& path);

signals:
    void closed();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Shown {
        Profile profile;
        CustomerFile file;
    };

    void build();
    void retranslate();
    void follow();
    void take(const Result<Shown>& shown);
    void fill();
    void askForCopy();
    void enterConsent();
    void print();
    [[nodiscard]] QString code() const;

    Session& m_session;
    std::shared_ptr<const Profile> m_profile;
    std::shared_ptr<const CustomerFile> m_file;
    SnapshotPtr m_snapshot;  ///< that they were read from
    SidePanel* m_panel;
    QLabel* m_code;
    QLabel* m_problem;
    TabBar* m_tabs;
    CurrentStack* m_stack;
    ProfileOverview* m_overview;
    ProfilePurchases* m_purchases;
    ProfileRecords* m_records;
    QPushButton* m_print;
    QPushButton* m_copy;
    QPushButton* m_erase;
};

}  // namespace meitrace
