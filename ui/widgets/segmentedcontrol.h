// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QButtonGroup;

namespace meitrace {

/// A few choices side by side of which one holds. Radio buttons underneath: Tab enters, arrows choose.
///     auto* mode = new SegmentedControl({tr("Received"), tr("Consumed"), tr("Margin")}, tr("Money counts
///     as")); connect(mode, &SegmentedControl::currentChanged, this, &Page::refresh);
class SegmentedControl final : public QWidget {
    Q_OBJECT

public:
    explicit SegmentedControl(const QStringList& choices = {}, const QString& name = {},
                              QWidget* parent = nullptr);

    void setChoices(const QStringList& choices);
    int current() const;
    /// Without the signal.
    void setCurrent(int index);

signals:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QButtonGroup* m_group;
};

}  // namespace meitrace
