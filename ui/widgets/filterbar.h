// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>
#include <QWidget>

namespace meitrace {

class Chip;
class FlowLayout;

/// One filter of the row; text is final ("Channel: all", "Last 90 days").
struct FilterChip {
    QString key;
    QString text;
    bool active = false;     ///< tinted: the filter narrows the data
    bool removable = false;  ///< has a cross
};

/// Row of filter chips that wraps, ending in "+ add".
///     bar->setFilters({{.key = "range", .text = tr("Last 90 days"), .active = true}});
///     bar->setAddText(tr("Add filter"));
///     connect(bar, &FilterBar::activated, this, &Page::editFilter);   // key, global corner for a menu
class FilterBar final : public QWidget {
    Q_OBJECT

public:
    explicit FilterBar(QWidget* parent = nullptr);

    void setFilters(const QVector<FilterChip>& filters);
    /// Empty hides the last chip.
    void setAddText(const QString& text);
    Chip* chip(const QString& key) const;
    Chip* addChip() const { return m_add; }

signals:
    void activated(const QString& key, const QPoint& globalCorner);
    void removed(const QString& key);
    void addRequested(const QPoint& globalCorner);

private:
    FlowLayout* m_flow;
    QVector<FilterChip> m_filters;
    QVector<Chip*> m_chips;
    Chip* m_add;
};

}  // namespace meitrace
