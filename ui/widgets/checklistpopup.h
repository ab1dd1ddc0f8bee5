// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/popup.h"

#include <QStringList>
#include <QVector>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace meitrace {

class SearchField;

/// Choosing some of many values: a search field, a list with check marks and counts, a button.
///     popup->setRows({{.value = "dy", .text = tr("Douyin"), .count = "1,204"}});
///     connect(popup, &CheckListPopup::chosen, this, &Page::narrow);
class CheckListPopup final : public Popup {
    Q_OBJECT

public:
    struct Row {
        QString value;
        QString text;
        QString count;
        bool checked = false;
    };
    struct Texts {
        QString title;
        QString search;
        QString apply;
        QString waiting;  ///< stands in the list until there are rows
        QString nothing;  ///< stands there when there are none
    };

    CheckListPopup(const Texts& texts, QWidget* parent);

    void setRows(const QVector<Row>& rows);
    /// Why there are no rows
    void setNote(const QString& note);
    [[nodiscard]] QStringList checked() const;

signals:
    /// In the order of the rows; by button or Enter
    void chosen(const QStringList& values);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void find(const QString& text);
    void toggle(QTreeWidgetItem* item);
    void apply();

    Texts m_texts;
    SearchField* m_search;
    QTreeWidget* m_list;
    QLabel* m_note;
    QPushButton* m_apply;
};

}  // namespace meitrace
