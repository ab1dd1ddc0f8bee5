// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/exporting.h"
#include "ui/session/session.h"

#include <QDialog>
#include <QVector>

#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace meitrace {

class DataTable;
class NoticeBar;
class SampleTable;
class SegmentedControl;
class SuppressionTable;

/// Writes a saved audience to a file: purpose, channel, what names people, who is left out and why, columns,
/// format and the first rows, before anything is written; then a receipt.
class ExportDialog final : public QDialog {
    Q_OBJECT

public:
    ExportDialog(Session& session, const QString& audience, QWidget* parent = nullptr);

signals:
    void exported(const QString& file);

private:
    void nameParts();
    void buildForm();
    QWidget* makeFormPage();
    void buildReceipt();
    void connectParts();
    void showIdentifiers();
    void updatePreview();
    void fitHeight();
    void updateState();
    void proposeFile();
    void chooseFile();
    [[nodiscard]] bool mayReplace();
    void write();
    void take(const Result<ExportReceipt>& receipt);
    [[nodiscard]] ExportRequest request() const;

    Session& m_session;
    QString m_audience;
    std::optional<ExportPreview> m_preview;
    bool m_fileChosen = false;
    QString m_chosenFile;  ///< in a dialog, which asks whether to replace it
    QStackedWidget* m_stack;
    NoticeBar* m_notice;
    QLineEdit* m_purpose;
    SegmentedControl* m_channel;
    QComboBox* m_identifier;
    QLabel* m_needs;
    QVector<QCheckBox*> m_columns;
    SegmentedControl* m_format;
    QComboBox* m_encoding;
    QLineEdit* m_file;
    QPushButton* m_choose;
    SuppressionTable* m_suppression;
    DataTable* m_table;
    QLabel* m_sampleTitle;
    SampleTable* m_sample;
    DataTable* m_sampleTable;
    QScrollArea* m_scroll;
    QLabel* m_hint;
    QPushButton* m_cancel;
    QPushButton* m_write;
    QLabel* m_receiptTitle;
    QLabel* m_receipt;
    QPushButton* m_folder;
    QPushButton* m_close;
};

/// Saves customers as a fixed list under a free name and opens the dialog on it: from a number to a file.
/// origin: which figure they are behind
void exportCustomers(Session& session, QWidget* parent, const Bitset& members, const QString& origin);

}  // namespace meitrace
