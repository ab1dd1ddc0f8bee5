// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/charttoggle.h"

#include "ui/charts/chart.h"
#include "ui/pages/cardcopy.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/toast.h"

#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace meitrace {

ChartToggle::ChartToggle(Card* card, Chart* chart)
    : m_card(card)
    , m_chart(chart)
    , m_table(new DataTable)
    , m_model(new QStandardItemModel(this))
    , m_button(iconButton(QStringLiteral("table"), {}))
    , m_copy(iconButton(QStringLiteral("copy"), {}))
{
    m_table->setObjectName(chart->objectName() + QStringLiteral(".table"));
    m_button->setObjectName(QStringLiteral("btn.tableView"));
    m_copy->setObjectName(QStringLiteral("btn.copyCard"));
    m_table->setModel(m_model);
    m_table->setShowsAllRows(true);
    m_table->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(chart, 1);
    column->addWidget(m_table);
    card->body()->addWidget(this, 1);
    card->addAction(m_copy);
    card->addAction(m_button);
    connect(m_button, &QPushButton::clicked, this, &ChartToggle::toggle);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        copy();
        Toast::show(window(), tr("Copied as a picture, names masked"));
    });
}

bool ChartToggle::showsTable() const
{
    return !m_table->isHidden();
}

void ChartToggle::toggle()
{
    const bool table = !showsTable();
    m_chart->setVisible(!table);
    m_table->setVisible(table);
    refresh();
    retranslate();
}

void ChartToggle::refresh()
{
    if (!showsTable()) {
        return;
    }
    const ChartTable table = m_chart->table();
    m_model->clear();
    m_model->setHorizontalHeaderLabels(table.headers);
    for (const QStringList& row : table.rows) {
        QList<QStandardItem*> items;
        for (const QString& cell : row) {
            auto* item = new QStandardItem(cell);
            item->setEditable(false);
            items << item;
        }
        m_model->appendRow(items);
    }
    m_table->fitColumns();
}

void ChartToggle::retranslate()
{
    const QString text = showsTable() ? tr("View as chart") : tr("View as table");
    m_button->setAccessibleName(text);
    m_button->setToolTip(tr("%1 (Ctrl+T)").arg(text));
    m_copy->setAccessibleName(tr("Copy as a picture"));
    m_copy->setToolTip(tr("Copy as a picture"));
    m_table->setAccessibleName(m_card->title());
}

void ChartToggle::copy() const
{
    copyCard(m_chart);
}

}  // namespace meitrace
