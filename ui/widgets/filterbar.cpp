// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filterbar.h"

#include "ui/theme/icon.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flowlayout.h"

namespace meitrace {

FilterBar::FilterBar(QWidget* parent)
    : QWidget(parent)
    , m_flow(new FlowLayout(this))
    , m_add(new Chip({}, this))
{
    m_add->setIcon(icon(QStringLiteral("plus"), IconTone::Quiet));
    m_add->hide();
    m_flow->addWidget(m_add);
    connect(m_add, &Chip::clicked, this,
            [this] { emit addRequested(m_add->mapToGlobal(QPoint(0, m_add->height() + 4))); });
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FilterBar::setFilters(const QVector<FilterChip>& filters)
{
    m_filters = filters;
    while (m_chips.size() > filters.size()) {
        m_chips.takeLast()->deleteLater();
    }
    m_flow->removeWidget(m_add);
    while (m_chips.size() < filters.size()) {
        auto* chip = new Chip({}, this);
        const qsizetype index = m_chips.size();
        connect(chip, &Chip::clicked, this, [this, chip, index] {
            emit activated(m_filters.at(index).key, chip->mapToGlobal(QPoint(0, chip->height() + 4)));
        });
        connect(chip, &Chip::removeRequested, this, [this, index] { emit removed(m_filters.at(index).key); });
        m_chips.append(chip);
        m_flow->addWidget(chip);
        chip->show();
    }
    m_flow->addWidget(m_add);
    for (qsizetype i = 0; i < filters.size(); ++i) {
        m_chips[i]->setText(filters[i].text);
        m_chips[i]->setActive(filters[i].active);
        m_chips[i]->setRemovable(filters[i].removable);
        m_chips[i]->updateGeometry();
    }
    // Chips made later come behind those before them, not at the end of the window.
    for (qsizetype i = 1; i < m_chips.size(); ++i) {
        setTabOrder(m_chips[i - 1], m_chips[i]);
    }
    setTabOrder(m_chips.isEmpty() ? m_add : m_chips.last(), m_add);
    updateGeometry();
}

void FilterBar::setAddText(const QString& text)
{
    m_add->setText(text);
    m_add->setVisible(!text.isEmpty());
    m_add->updateGeometry();
}

Chip* FilterBar::chip(const QString& key) const
{
    for (qsizetype i = 0; i < m_filters.size(); ++i) {
        if (m_filters[i].key == key) {
            return m_chips[i];
        }
    }
    return nullptr;
}

}  // namespace meitrace
