// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/dictionarytab.h"

#include "models/domain/kind.h"
#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/theme/tokens.h"
#include "ui/viewmodels/dictionaryview.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/splitrow.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace meitrace {

namespace {

constexpr int kTableHeight = 320;
constexpr int kWidestColumn = 230;

}  // namespace

DictionaryTab::DictionaryTab(QWidget* parent)
    : QWidget(parent)
    , m_card(new Card)
    , m_search(new SearchField)
    , m_kind(new QComboBox)
    , m_table(new DataTable)
    , m_model(new DictionaryTable(this))
{
    m_search->setObjectName(QStringLiteral("search.dictionary"));
    m_kind->setObjectName(QStringLiteral("dictionary.kind"));
    m_table->setObjectName(QStringLiteral("table.dictionary"));
    m_table->setModel(m_model);
    m_table->setMinimumHeight(kTableHeight);
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);  // scrolls itself, not the page
    auto* tools = new SplitRow;
    tools->left()->addWidget(m_search, 1);
    tools->right()->addWidget(m_kind);
    m_card->body()->addWidget(tools);
    m_card->body()->addWidget(m_table, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card, 1);
    connect(m_search, &SearchField::searched, this, &DictionaryTab::filter);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &DictionaryTab::filter);
}

void DictionaryTab::retranslate()
{
    m_card->setTitle(tr("Every field"));
    m_card->setHelp(
        tr("What the program knows of each kind of file: its fields, what they hold, what they are used "
           "for, and the headers by which they are recognised."));
    m_search->setPlaceholderText(tr("A field, or a header of your file"));
    m_search->setAccessibleName(tr("Search the dictionary"));
    m_kind->setAccessibleName(tr("Kind of file"));
    m_table->setAccessibleName(tr("Every field"));
    m_table->setEmptyText(tr("No field is called so"));
    const QSignalBlocker quiet(m_kind);
    const int chosen = m_kind->count() == 0 ? 1 : m_kind->currentIndex();  // the first kind of file
    m_kind->clear();
    m_kind->addItem(tr("All kinds of files"), 0);
    for (const KindSpec& kind : kinds()) {
        m_kind->addItem(capitalised(kindName(kind.code)), int {kind.id});
    }
    m_kind->setCurrentIndex(chosen);
    filter();
}

void DictionaryTab::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    filter();
}

void DictionaryTab::filter()
{
    if (!isVisible()) {
        return;
    }
    m_model->setFilter(m_kind->currentData().toInt(), m_search->text());
    m_table->setColumnHidden(DictionaryTable::Source, m_kind->currentData().toInt() != 0);
    m_card->setNote(tr("%Ln field(s)", "", m_model->rowCount()));
    m_table->fitColumns(kWidestColumn);
}

}  // namespace meitrace
