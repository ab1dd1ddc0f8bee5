// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;

namespace meitrace {

/// Dashed field that takes files by drag and drop, with a title, a hint and buttons.
///     auto* zone = new DropZone(tr("Drop CSV, Excel or JSONL files here"), tr("The file is not changed"));
///     zone->addAction(makeButton(tr("Choose file…"), ButtonKind::Primary));
class DropZone final : public QFrame {
    Q_OBJECT

public:
    DropZone(const QString& title, const QString& hint, QWidget* parent = nullptr);

    void addAction(QWidget* widget);

signals:
    /// Local paths.
    void filesDropped(const QStringList& files);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void setActive(bool active);

    QHBoxLayout* m_actions;
};

}  // namespace meitrace
