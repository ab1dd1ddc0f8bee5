// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <functional>

class QListWidget;

namespace meitrace {

class SearchField;

/// Ctrl+K: whatever the window can do or show, by typing a part of its name. Customers are found by code,
/// number, name or its sound.
class Palette final : public QDialog {
    Q_OBJECT

public:
    struct Entry {
        QString text;
        QString hint;  ///< what sort of thing it is, or its keys
        std::function<void()> run;
    };
    /// Finds more for a text, later: answers through addFound().
    using Finder = std::function<void(const QString& text)>;

    Palette(QVector<Entry> entries, Finder finder, QWidget* parent = nullptr);

    void setFinder(Finder finder) { m_finder = std::move(finder); }
    void addFound(const QString& text, const QVector<Entry>& entries);

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void search(const QString& text);
    void add(const Entry& entry);
    /// As high as what was found, up to a point.
    void fitList();
    void run();

    QVector<Entry> m_entries;
    QVector<Entry> m_shown;
    Finder m_finder;
    SearchField* m_field;
    QListWidget* m_list;
};

}  // namespace meitrace
