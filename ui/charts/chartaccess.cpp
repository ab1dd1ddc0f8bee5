// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartaccess.h"

#include "ui/charts/chart.h"

#include <QAccessibleWidget>
#include <QHash>

namespace meitrace {

namespace {

/// One region. It finds its region by position each time, since a chart may get new data at any moment.
class RegionAccess final : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    RegionAccess(Chart* chart, int index)
        : m_chart(chart)
        , m_index(index)
    {
    }

    bool isValid() const override { return m_chart != nullptr && region() != nullptr; }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override
    {
        return m_chart == nullptr ? nullptr : m_chart->window()->windowHandle();
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        Q_UNUSED(x)
        Q_UNUSED(y)
        return nullptr;
    }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_chart); }
    QAccessibleInterface* child(int index) const override
    {
        Q_UNUSED(index)
        return nullptr;
    }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        Q_UNUSED(child)
        return -1;
    }
    QString text(QAccessible::Text what) const override
    {
        const ChartRegion* here = region();
        if (here == nullptr) {
            return {};
        }
        switch (what) {
        case QAccessible::Name:
            return QStringLiteral("%1: %2").arg(here->label, here->value);
        case QAccessible::Value:
            return here->value;
        case QAccessible::Description:
            return here->detail;
        default:
            return {};
        }
    }
    void setText(QAccessible::Text what, const QString& text) override
    {
        Q_UNUSED(what)
        Q_UNUSED(text)
    }
    QRect rect() const override
    {
        const ChartRegion* here = region();
        if (here == nullptr) {
            return {};
        }
        const QRect box = here->shape.boundingRect().toAlignedRect();
        return {m_chart->mapToGlobal(box.topLeft()), box.size()};
    }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.selectable = true;
        state.invisible = !m_chart->isVisible();
        if (const ChartRegion* here = region()) {
            state.focused = m_chart->hasFocus() && m_chart->current() == here->id;
            state.selected = m_chart->selection().contains(here->id);
        }
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString& actionName) override
    {
        const ChartRegion* here = region();
        if (here != nullptr && actionName == pressAction()) {
            emit m_chart->activated(here->id);
        }
    }
    QStringList keyBindingsForAction(const QString& actionName) const override
    {
        Q_UNUSED(actionName)
        return {};
    }

private:
    const ChartRegion* region() const
    {
        const QVector<ChartRegion>& all = m_chart->regions();
        return m_index < all.size() ? &all[m_index] : nullptr;
    }

    Chart* m_chart;
    int m_index;
};

class ChartAccess final : public QAccessibleWidget {
    Q_DISABLE_COPY_MOVE(ChartAccess)

public:
    explicit ChartAccess(Chart* chart)
        : QAccessibleWidget(chart, QAccessible::Chart)
        , m_chart(chart)
    {
    }

    ~ChartAccess() override
    {
        for (const QAccessible::Id id : std::as_const(m_ids)) {
            QAccessible::deleteAccessibleInterface(id);
        }
    }

    int childCount() const override { return static_cast<int>(m_chart->regions().size()); }

    QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount()) {
            return nullptr;
        }
        if (!m_ids.contains(index)) {
            m_ids.insert(index, QAccessible::registerAccessibleInterface(new RegionAccess(m_chart, index)));
        }
        return QAccessible::accessibleInterface(m_ids.value(index));
    }

    int indexOfChild(const QAccessibleInterface* child) const override
    {
        for (auto it = m_ids.cbegin(); it != m_ids.cend(); ++it) {
            if (QAccessible::accessibleInterface(it.value()) == child) {
                return it.key();
            }
        }
        return -1;
    }

    QAccessibleInterface* childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (child(i)->rect().contains(x, y)) {
                return child(i);
            }
        }
        return nullptr;
    }

    QAccessibleInterface* focusChild() const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (child(i)->state().focused) {
                return child(i);
            }
        }
        return nullptr;
    }

private:
    Chart* m_chart;
    mutable QHash<int, QAccessible::Id> m_ids;
};

QAccessibleInterface* chartFactory(const QString& className, QObject* object)
{
    Q_UNUSED(className)
    auto* chart = qobject_cast<Chart*>(object);
    return chart != nullptr ? new ChartAccess(chart) : nullptr;
}

}  // namespace

void installChartAccess()
{
    static const bool installed = [] {
        QAccessible::installFactory(chartFactory);
        return true;
    }();
    Q_UNUSED(installed)
}

}  // namespace meitrace
