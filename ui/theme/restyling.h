// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <vector>

class QApplication;
class QWidget;

namespace meitrace {

/// Gives the widgets of the program a new style sheet: those in sight at once, the others in short steps
/// while nothing else is to do, or when they come into sight. Qt's own way goes from every widget through all
/// that it holds, which takes seconds for a window of many pages.
class Restyling final : public QObject {
    Q_OBJECT

public:
    explicit Restyling(QApplication& app);

    /// Palette and font of the application are the new ones already.
    void restyle(const QString& sheet);
    /// Those out of sight as well, now.
    void finish();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// Widgets that came out of sight together, each after the one it stands in.
    struct Hidden {
        QPointer<QWidget> root;
        std::vector<QPointer<QWidget>> widgets;
        std::size_t done = 0;
    };

    void visit(QWidget* widget);
    static void finish(Hidden& hidden);
    void step();

    QApplication& m_app;
    QTimer m_timer;
    std::vector<Hidden> m_hidden;
};

}  // namespace meitrace
