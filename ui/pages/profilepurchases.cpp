// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profilepurchases.h"

#include "ui/text/figures.h"
#include "ui/theme/tokens.h"
#include "ui/viewmodels/customerfileview.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/label.h"

#include <QVBoxLayout>

namespace meitrace {

namespace {

constexpr int kTableHeight = 420;
constexpr std::size_t kMostShown = 60;  ///< purchases without a scroll bar of their own

}  // namespace

ProfilePurchases::ProfilePurchases(QWidget* parent)
    : QWidget(parent)
    , m_cardTitle(textLabel({}, TextRole::Section))
    , m_left(textLabel({}, TextRole::Body))
    , m_cardTable(new DataTable)
    , m_cards(new CardTable(this))
    , m_title(textLabel({}, TextRole::Section))
    , m_table(new DataTable)
    , m_purchases(new PurchaseTable(this))
{
    m_cardTable->setObjectName(QStringLiteral("table.cards"));
    m_cardTable->setModel(m_cards);
    m_cardTable->setShowsAllRows(true);
    m_table->setObjectName(QStringLiteral("table.purchases"));
    m_table->setModel(m_purchases);
    m_left->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::kGap8);
    column->addWidget(m_cardTitle);
    column->addWidget(m_left);
    column->addWidget(m_cardTable);
    column->addSpacing(size::kGap8);
    column->addWidget(m_title);
    column->addWidget(m_table, 1);
    retranslate();
}

void ProfilePurchases::retranslate()
{
    m_cardTitle->setText(tr("Cards"));
    m_cardTable->setAccessibleName(tr("Cards"));
    m_title->setText(tr("Purchases and treatments"));
    m_table->setAccessibleName(tr("Purchases and treatments"));
    m_table->setEmptyText(tr("No purchase is known"));
}

void ProfilePurchases::show(const std::shared_ptr<const CustomerFile>& file, const Zone& zone)
{
    m_cards->setFile(file, zone);
    m_purchases->setFile(file, zone);
    const bool hasCards = !file->cards.empty();
    m_cardTable->setVisible(hasCards);
    if (hasCards) {
        const Millis asOf = file->cards.front().asOf;
        const QString left = tr("%1 sessions left, worth %2")
                                 .arg(thousandthsText(file->sessionsLeft()),
                                      roundMoneyText(static_cast<double>(file->worthLeft())));
        m_left->setText(asOf == kMissing ? left : tr("%1, as of %2").arg(left, dayText(zone.dayOf(asOf, 0))));
    } else {
        m_left->setText(tr("No file of card balances lists her"));
    }
    m_table->setMinimumHeight(file->purchases.size() <= kMostShown ? 0 : kTableHeight);
    m_table->setShowsAllRows(file->purchases.size() <= kMostShown);
    m_cardTable->fitColumns();
    m_table->fitColumns();
    m_table->scrollToTop();
}

}  // namespace meitrace
