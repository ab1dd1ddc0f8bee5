// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/filepreview.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QVBoxLayout;

namespace meitrace {

class CauseTable;
class DataTable;
class NoticeBar;
class PreviewTable;

/// Step 1: how the bytes are read. Every choice shows at once what it does.
class ReadingStep final : public QWidget {
    Q_OBJECT

public:
    explicit ReadingStep(QWidget* parent = nullptr);
    void show(const FilePreview& preview, const ReadingChoices& choices);

signals:
    void chosen(const meitrace::ReadingChoices& choices);

private:
    void choose();

    ReadingChoices m_choices;
    QComboBox* m_sheet;
    QComboBox* m_encoding;
    QComboBox* m_delimiter;
    QCheckBox* m_header;
    QLabel* m_found;
    DataTable* m_table;
    PreviewTable* m_model;
};

/// Step 2: what kind of file it is.
class KindStep final : public QWidget {
    Q_OBJECT

public:
    explicit KindStep(QWidget* parent = nullptr);
    void show(const FilePreview& preview, const KindSpec* chosen);

signals:
    void chosen(const QString& kind);

private:
    QVBoxLayout* m_list = nullptr;
};

/// Step 4: what would become of the rows.
class CheckStep final : public QWidget {
    Q_OBJECT

public:
    explicit CheckStep(QWidget* parent = nullptr);
    void show(const FileCheck& check, const KindSpec* kind);
    void showWaiting();
    void showSentence(const QString& sentence);

private:
    QLabel* m_summary;
    QLabel* m_examples;
    DataTable* m_table;
    CauseTable* m_model;
};

}  // namespace meitrace
