// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

class QPushButton;

namespace meitrace {

class Card;
class DataTable;
class DropZone;
class FileTable;
class KpiCard;
class ProgressRow;

/// What the workspace was filled from, and where new files go.
class DataPage final : public Page {
    Q_OBJECT

public:
    explicit DataPage(Session& session, QWidget* parent = nullptr);

    void chooseFiles();

protected:
    void refresh() override;
    void retranslate() override;

private:
    void report(const ImportReport& report);

    DropZone* m_zone;
    QPushButton* m_choose;
    ProgressRow* m_progress;
    KpiCard* m_customers;
    KpiCard* m_events;
    KpiCard* m_span;
    KpiCard* m_aside;
    Card* m_card;
    FileTable* m_files;
    DataTable* m_table;
};

}  // namespace meitrace
