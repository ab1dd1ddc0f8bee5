// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;

namespace meitrace {

class AuditTable;
class Card;
class DataTable;

/// How the window looks, what is hidden from others, what the clinic is, and who did what.
class SettingsPage final : public Page {
    Q_OBJECT

public:
    explicit SettingsPage(Session& session, QWidget* parent = nullptr);

signals:
    void languageRequested(const QString& code);
    void maskingRequested(bool masked);

protected:
    void refresh() override;
    void retranslate() override;

private:
    void buildLook();
    void buildPrivacy();
    void fillChoices();
    void fillClinic();
    void backUp();
    void verify();

    Card* m_look;
    QLabel* m_themeName;
    QComboBox* m_theme;
    QLabel* m_languageName;
    QComboBox* m_language;
    QLabel* m_zoomName;
    QComboBox* m_zoom;
    Card* m_privacy;
    QCheckBox* m_mask;
    QPushButton* m_backup;
    QPushButton* m_verify;
    Card* m_clinic;
    QGridLayout* m_facts;
    Card* m_log;
    DataTable* m_table;
    AuditTable* m_lines;
};

}  // namespace meitrace
