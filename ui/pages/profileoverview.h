// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewmodels/profileview.h"

#include <QWidget>

#include <memory>

class QGridLayout;
class QLabel;
class QPushButton;

namespace meitrace {

class ContactTable;
class DataTable;
class Timeline;

/// Who a customer is, what she allowed, every contact over all channels.
class ProfileOverview final : public QWidget {
    Q_OBJECT

public:
    explicit ProfileOverview(QWidget* parent = nullptr);

    void show(const std::shared_ptr<const Profile>& profile, const SnapshotFrame& frame);
    void retranslate();
    void setCanEnterConsents(bool can);

signals:
    void consentRequested();

private:
    static void fillFacts(QGridLayout* grid, const QVector<ProfileFact>& facts);

    QGridLayout* m_keys;
    QGridLayout* m_traits;
    QLabel* m_consentTitle;
    QGridLayout* m_consents;
    QPushButton* m_addConsent;
    QLabel* m_contactTitle;
    Timeline* m_timeline;
    DataTable* m_table;
    ContactTable* m_model;
};

}  // namespace meitrace
