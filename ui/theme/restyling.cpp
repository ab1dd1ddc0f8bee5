// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/restyling.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace meitrace {

namespace {

constexpr int kStepMs = 8;  // half a frame

void polish(QWidget* widget)
{
    // Others are polished before they are shown for the first time.
    if (widget != nullptr && widget->testAttribute(Qt::WA_WState_Polished)) {
        widget->style()->polish(widget);
        QEvent changed(QEvent::StyleChange);
        QCoreApplication::sendEvent(widget, &changed);
    }
}

QList<QWidget*> heldBy(const QWidget* widget)
{
    return widget->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
}

void collect(QWidget* widget, std::vector<QPointer<QWidget>>& widgets)
{
    widgets.emplace_back(widget);
    for (QWidget* child : heldBy(widget)) {
        collect(child, widgets);
    }
}

}  // namespace

Restyling::Restyling(QApplication& app)
    : m_app(app)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &Restyling::step);
}

void Restyling::restyle(const QString& sheet)
{
    m_hidden.clear();
    if (!m_app.styleSheet().isEmpty()) {
        // The style forgets what it knows of the widgets, so that none of them is its business any more.
        QApplication::style()->unpolish(&m_app);
    }
    m_app.setStyleSheet(sheet);
    for (QWidget* window : QApplication::topLevelWidgets()) {
        visit(window);
    }
    if (!m_hidden.empty()) {
        m_app.installEventFilter(this);
        m_timer.start();
    }
}

void Restyling::visit(QWidget* widget)
{
    if (!widget->isVisible()) {
        Hidden& hidden = m_hidden.emplace_back();
        hidden.root = widget;
        collect(widget, hidden.widgets);
        return;
    }
    polish(widget);
    for (QWidget* child : heldBy(widget)) {
        if (!child->isWindow()) {
            visit(child);
        }
    }
}

void Restyling::finish(Hidden& hidden)
{
    while (hidden.done < hidden.widgets.size()) {
        polish(hidden.widgets[hidden.done++]);
    }
}

void Restyling::finish()
{
    while (!m_hidden.empty()) {
        Hidden next = std::move(m_hidden.back());
        m_hidden.pop_back();
        finish(next);
    }
    m_timer.stop();
    m_app.removeEventFilter(this);
}

void Restyling::step()
{
    QElapsedTimer time;
    time.start();
    while (!m_hidden.empty() && time.elapsed() < kStepMs) {
        Hidden& next = m_hidden.back();
        if (next.done == next.widgets.size()) {
            m_hidden.pop_back();
        } else {
            const QPointer<QWidget> widget = next.widgets[next.done++];
            polish(widget);
        }
    }
    if (m_hidden.empty()) {
        finish();
    }
}

bool Restyling::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show && watched->isWidgetType()) {
        const auto* shown = static_cast<const QWidget*>(watched);
        const auto found = std::find_if(m_hidden.begin(), m_hidden.end(), [shown](const Hidden& hidden) {
            return hidden.root != nullptr && (hidden.root == shown || hidden.root->isAncestorOf(shown));
        });
        if (found != m_hidden.end()) {
            Hidden hidden = std::move(*found);
            m_hidden.erase(found);
            finish(hidden);
        }
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace meitrace
