// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/splitpreview.h"
#include "ui/session/session.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace meitrace {

class BusyOverlay;
class DataTable;
class SplitTable;

/// What would follow if some records were somebody else's; splits them off when the user says so.
class SplitDialog final : public QDialog {
    Q_OBJECT

public:
    SplitDialog(Session& session, QString code, std::vector<std::uint32_t> idents, QWidget* parent = nullptr);

private:
    void take(const Result<SplitPreview>& preview);

    Session& m_session;
    QString m_code;
    std::vector<std::uint32_t> m_idents;
    QLabel* m_sentence;
    DataTable* m_table;
    SplitTable* m_model;
    QPushButton* m_split;
};

}  // namespace meitrace
