// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/customerspage.h"

#include "ui/pages/audiencesaving.h"
#include "ui/pages/profilepanel.h"
#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/splitrow.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTimer>

namespace meitrace {

namespace {

constexpr int kSearchWidth = 340;
constexpr int kTableHeight = 320;
constexpr int kWidestColumn = 200;
const char* const kHiddenColumns = "customers/hiddenColumns";

}  // namespace

CustomersPage::CustomersPage(Session& session, QWidget* parent)
    : Page(QStringLiteral("customers"), session, parent)
    , m_setChip(new FilterBar)
    , m_search(new SearchField)
    , m_columns(makeButton({}, ButtonKind::Ghost, QStringLiteral("table")))
    , m_save(makeButton({}, ButtonKind::Secondary, QStringLiteral("audience")))
    , m_found(textLabel({}, TextRole::Caption))
    , m_table(new DataTable)
    , m_model(new CustomerTable(this))
    , m_panel(new ProfilePanel(session))
{
    // The set was chosen among other customers.
    connect(&session, &Session::populationChanged, this, [this] { m_set.reset(); });
    followScope(Follows::Active);
    sayWhenNothingIsLoaded();
    m_search->setObjectName(QStringLiteral("search.customers"));
    m_table->setObjectName(QStringLiteral("table.allCustomers"));
    m_save->setObjectName(QStringLiteral("btn.saveAudience"));
    m_columns->setObjectName(QStringLiteral("btn.columns"));
    m_search->setMaximumWidth(kSearchWidth);
    m_table->setModel(m_model);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->setMinimumHeight(kTableHeight);
    m_setChip->setObjectName(QStringLiteral("chips.set"));
    m_setChip->hide();
    body()->addWidget(m_setChip);
    auto* card = new Card;
    auto* tools = new SplitRow;
    tools->left()->addWidget(m_search, 3);
    tools->left()->addWidget(m_found);
    tools->left()->addStretch(1);
    tools->right()->addWidget(m_columns);
    tools->right()->addWidget(m_save);
    card->body()->addWidget(tools);
    card->body()->addWidget(m_table, 1);
    body()->addWidget(card, 1);
    addPanel(m_panel);
    m_panel->installEventFilter(this);
    showColumns();
    connect(m_setChip, &FilterBar::removed, this, &CustomersPage::showAll);
    connect(m_setChip, &FilterBar::activated, this, &CustomersPage::showAll);
    connect(m_search, &SearchField::searched, this, &CustomersPage::find);
    connect(m_model, &CustomerTable::sortRequested, this, &CustomersPage::sortRows);
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this,
            [this](int column, Qt::SortOrder order) {
                m_sortColumn = column;
                m_sortOrder = order;
            });
    connect(m_table, &DataTable::rowActivated, this,
            [this](int row) { m_panel->showCustomer(m_model->customerAt(row)); });
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (m_table->selectionModel()->selectedRows().size() == 1) {
            m_panel->showCustomer(m_model->customerAt(index.row()));
        }
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        const auto selected = m_table->selectionModel()->selectedRows().size();
        m_save->setText(selected > 1 ? tr("Save %1 as audience").arg(countText(selected))
                                     : tr("Save as audience"));
    });
    connect(m_columns, &QPushButton::clicked, this,
            [this] { openColumns(m_columns->mapToGlobal(QPoint(0, m_columns->height()))); });
    connect(m_save, &QPushButton::clicked, this, &CustomersPage::saveAudience);
    connect(m_panel, &ProfilePanel::closed, this, [this] { m_table->setFocus(); });
    connect(&session, &Session::erased, this, &CustomersPage::reportErased);
}

void CustomersPage::retranslate()
{
    header()->setTitle(tr("Customers"));
    header()->setPurpose(tr("Everybody who is known, as one person over all channels"));
    m_search->setPlaceholderText(tr("Code, phone tail, name or initials"));
    m_search->setAccessibleName(tr("Search customers"));
    m_table->setAccessibleName(tr("All customers"));
    m_table->setEmptyText(tr("No customers match"));
    m_columns->setText(tr("Columns"));
    m_save->setText(tr("Save as audience"));
}

void CustomersPage::refresh()
{
    const SnapshotPtr snapshot = session().snapshot();
    if (m_set && m_set->snapshot != snapshot) {
        m_set.reset();  // its numbers mean others now
    }
    showSetChip();
    const bool isSame = snapshot == m_shown && m_listed == session().active();
    if (isSame && m_model->list().snapshot && !m_set && !m_listsSet) {
        showFound(m_model->rows());
        return;
    }
    m_listsSet = m_set.has_value();
    m_listed = session().active();
    session().look<CustomerList>(
        {this, QStringLiteral("customers"), tr("Listing customers")},
        [snapshot, members = m_set ? m_set->members : session().active()](Clinic& clinic,
                                                                          Job& job) -> Result<CustomerList> {
            Result<CustomerList> list = customerList(snapshot, members, job);
            if (!list) {
                return list;
            }
            auto people = Directory::read(clinic.workspace(), *snapshot, job);
            auto purchases = customerPurchases(snapshot, job);
            if (!people || !purchases) {
                return people ? purchases.error() : people.error();
            }
            list->people = *people;
            list->purchases = *purchases;
            return list;
        },
        [this](const Result<CustomerList>& list) { take(list); });
}

void CustomersPage::take(const Result<CustomerList>& list)
{
    if (!list) {
        if (list.error().code != ErrorCode::Cancelled) {
            notice()->setNotice(Tone::Bad, sentence(list.error()));
        }
        return;
    }
    m_shown = list->snapshot;
    m_model->setList(*list);
    m_table->fitColumns(kWidestColumn);
    find(m_search->text());
}

void CustomersPage::search(const QString& text)
{
    m_search->setText(text);
    find(text);
}

void CustomersPage::showSet(const Bitset& members, const QString& title)
{
    m_set = Set {members, title, session().snapshot()};
    m_search->clear();
    requestRefresh();
}

void CustomersPage::showAll()
{
    m_set.reset();
    m_search->setFocus();
    requestRefresh();
}

void CustomersPage::showSetChip()
{
    QVector<FilterChip> chips;
    if (m_set) {
        chips.append({.key = QStringLiteral("set"),
                      .text = tr("Only: %1", "which set of customers").arg(m_set->title),
                      .active = true,
                      .removable = true});
    }
    m_setChip->setFilters(chips);
    m_setChip->setVisible(m_set.has_value());
    if (m_set) {
        m_setChip->chip(QStringLiteral("set"))->setObjectName(QStringLiteral("btn.set"));
    }
}

void CustomersPage::openCustomer(const QString& code)
{
    m_set.reset();
    search(code);
    const Index customer = session().snapshot()->findCustomer(code.toStdString());
    if (customer >= 0) {
        m_panel->showCustomer(customer);
    }
}

void CustomersPage::find(const QString& text)
{
    if (!m_model->list().snapshot) {
        return;
    }
    session().jobs().run<std::vector<Index>>(
        {this, QStringLiteral("findCustomers"), tr("Searching")},
        [list = m_model->list(), query = text.trimmed().toStdString(), column = m_sortColumn,
         order = m_sortOrder](Job& job) -> Result<std::vector<Index>> {
            std::vector<Index> rows;
            if (query.empty()) {
                rows = list.customers;
            } else {
                const Bitset found = list.people->find(*list.snapshot, query);
                std::copy_if(list.customers.begin(), list.customers.end(), std::back_inserter(rows),
                             [&](Index customer) { return found.test(customer); });
            }
            return column < 0 ? Result<std::vector<Index>>(std::move(rows))
                              : sortedCustomers(list, std::move(rows), column, order, job);
        },
        [this](const Result<std::vector<Index>>& rows) {
            if (rows) {
                showFound(*rows);
            }
        });
}

void CustomersPage::sortRows(int column, Qt::SortOrder order)
{
    session().jobs().run<std::vector<Index>>(
        {this, QStringLiteral("findCustomers"), tr("Sorting")},
        [list = m_model->list(), rows = m_model->rows(), column, order](Job& job) {
            return sortedCustomers(list, rows, column, order, job);
        },
        [this](const Result<std::vector<Index>>& rows) {
            if (rows) {
                showFound(*rows);
            }
        });
}

void CustomersPage::showFound(std::vector<Index> rows)
{
    const auto found = static_cast<std::int64_t>(rows.size());
    const auto all = static_cast<std::int64_t>(m_model->list().customers.size());
    m_model->setRows(std::move(rows));
    m_found->setText(found == all
                         ? customersText(all)
                         : tr("%1 of %2", "found, customers").arg(countText(found), customersText(all)));
    m_save->setEnabled(found > 0);
}

void CustomersPage::openColumns(const QPoint& place)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = CustomerTable::Name; column < CustomerTable::kColumns; ++column) {
        QAction* action
            = menu->addAction(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!m_table->isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            m_table->setColumnHidden(column, !shown);
            rememberColumns();
        });
    }
    menu->popup(place);
}

void CustomersPage::rememberColumns() const
{
    QVariantList hidden;
    for (int i = 0; i < CustomerTable::kColumns; ++i) {
        if (m_table->isColumnHidden(i)) {
            hidden << i;
        }
    }
    QSettings().setValue(QLatin1String(kHiddenColumns), hidden);
}

void CustomersPage::showColumns()
{
    const QVariantList hidden = QSettings().value(QLatin1String(kHiddenColumns)).toList();
    for (const QVariant& column : hidden) {
        if (column.toInt() > CustomerTable::Code && column.toInt() < CustomerTable::kColumns) {
            m_table->setColumnHidden(column.toInt(), true);
        }
    }
}

Bitset CustomersPage::chosen() const
{
    Bitset members(m_shown->customers());
    const QModelIndexList selected = m_table->selectionModel()->selectedRows();
    if (selected.size() > 1) {
        for (const QModelIndex& index : selected) {
            members.set(m_model->customerAt(index.row()));
        }
    } else {
        for (const Index customer : m_model->rows()) {
            members.set(customer);
        }
    }
    return members;
}

void CustomersPage::saveAudience()
{
    if (m_shown) {
        askAndSaveAudience(session(), this, chosen(),
                           !m_search->text().isEmpty() ? m_search->text()
                               : m_set                 ? m_set->title
                                                       : tr("Customers"));
    }
}

void CustomersPage::reportErased(const QString& code, const ErasureReport& report, const QStringList& copies)
{
    QString text = tr("%1 is erased: %2 rows of files, %3 events. Nothing of her is left in the workspace.")
                       .arg(code, countText(report.rowCount()), countText(report.events));
    if (report.remains > 0) {
        text = tr("%1 is erased, but %2 places of the file still hold a number of hers.")
                   .arg(code, countText(report.remains));
    }
    if (!report.logCleared) {
        text += u' '
            + tr("Another program is reading the workspace; the log beside it is emptied when the last one "
                 "closes it.");
    }
    if (!copies.isEmpty()) {
        QStringList names;
        for (const QString& copy : copies) {
            names << QFileInfo(copy).fileName();
        }
        text += u' ' + tr("These files may still hold her: %1.").arg(names.join(tr(", ")));
    }
    const bool clean = report.remains == 0 && report.logCleared && copies.isEmpty();
    notice()->setNotice(clean ? Tone::Good : Tone::Warn, text);
}

bool CustomersPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_panel && (event->type() == QEvent::Show || event->type() == QEvent::Hide)) {
        // Beside the panel there is room for who it is, not for what they bought.
        const bool narrow = event->type() == QEvent::Show;
        for (const int column : {CustomerTable::Visits, CustomerTable::Spend, CustomerTable::Phone}) {
            const QVariantList hidden = QSettings().value(QLatin1String(kHiddenColumns)).toList();
            m_table->setColumnHidden(column, narrow || hidden.contains(column));
        }
        // When the room beside the panel is known
        QTimer::singleShot(0, m_table, [this] { m_table->fitColumns(kWidestColumn); });
    }
    return Page::eventFilter(watched, event);
}

}  // namespace meitrace
