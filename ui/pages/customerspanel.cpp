// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/customerspanel.h"

#include "analytics/workbench/audiencebook.h"
#include "ui/pages/audiencesaving.h"
#include "ui/pages/comparedialog.h"
#include "ui/pages/exportdialog.h"
#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/label.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/sidepanel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace meitrace {

namespace {

constexpr int kPanelWidth = 472;
constexpr int kWidePanel = 680;
constexpr int kNamesFrom = 600;  // from this width on there is room for names and numbers
constexpr int kWidestColumn = 112;

}  // namespace

CustomersPanel::CustomersPanel(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_panel(new SidePanel)
    , m_count(textLabel({}, TextRole::Kpi))
    , m_countNote(textLabel({}, TextRole::Quiet))
    , m_sentence(textLabel({}, TextRole::Body))
    , m_search(new SearchField)
    , m_table(new DataTable)
    , m_model(new CustomerTable(this))
    , m_reachable(textLabel({}, TextRole::Caption))
    , m_save(makeButton({}, ButtonKind::Primary, QStringLiteral("audience")))
    , m_export(makeButton({}, ButtonKind::Secondary, QStringLiteral("download")))
    , m_more(iconButton(QStringLiteral("more"), {}))
{
    setObjectName(QStringLiteral("panel.customers"));
    m_table->setObjectName(QStringLiteral("table.customers"));
    m_save->setObjectName(QStringLiteral("btn.saveAudience"));
    m_export->setObjectName(QStringLiteral("btn.exportCsv"));
    m_more->setObjectName(QStringLiteral("btn.more"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, size::kGap20, size::kGap20, size::kGap20);
    outer->addWidget(m_panel);
    auto* head = new QHBoxLayout;
    head->setSpacing(size::kGap8);
    head->addWidget(m_count);
    head->addWidget(m_countNote, 1, Qt::AlignBottom);
    m_panel->setPanelWidth(kPanelWidth);
    m_sentence->setWordWrap(true);
    m_reachable->setWordWrap(true);
    m_table->setModel(m_model);
    for (const int column :
         {CustomerTable::Name, CustomerTable::Phone, CustomerTable::Visits, CustomerTable::Spend}) {
        m_table->setColumnHidden(column, true);
    }
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_panel->body()->addLayout(head);
    m_panel->body()->addWidget(m_sentence);
    m_panel->body()->addWidget(m_search);
    m_panel->body()->addWidget(m_table, 1);
    m_panel->foot()->addWidget(m_reachable);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(size::kGap8);
    buttons->addWidget(m_save, 1);
    buttons->addWidget(m_export, 1);
    buttons->addWidget(m_more);
    m_panel->foot()->addLayout(buttons);
    connect(m_panel, &SidePanel::closed, this, [this] {
        hide();
        emit closed();
    });
    connect(m_search, &SearchField::searched, this, &CustomersPanel::find);
    connect(m_more, &QPushButton::clicked, this, &CustomersPanel::openMenu);
    m_panel->installEventFilter(this);
    connect(m_save, &QPushButton::clicked, this, [this] {
        askAndSaveAudience(m_session, this, m_members, m_title, [this](const std::string& name) {
            m_rule = QString::fromStdString(ruleOfAudience(name));
        });
    });
    connect(m_export, &QPushButton::clicked, this, [this] {
        // What is an audience already need not be saved for it.
        if (const auto audience = audienceOfRule(m_rule.toStdString())) {
            (new ExportDialog(m_session, fromUtf8(*audience), this))->open();
        } else {
            exportCustomers(m_session, this, m_members, m_title);
        }
    });
    connect(&session, &Session::snapshotChanged, this, [this] { hide(); });
    retranslate();
    hide();
}

void CustomersPanel::retranslate()
{
    m_search->setPlaceholderText(tr("Code, phone tail, name or initials"));
    m_search->setAccessibleName(tr("Search in this set"));
    m_more->setAccessibleName(tr("More"));
    m_more->setToolTip(tr("More"));
    m_table->setAccessibleName(tr("Customers"));
    m_table->setEmptyText(tr("No customers match"));
    m_save->setText(tr("Save as audience"));
    m_export->setText(tr("Export CSV"));
}

void CustomersPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        hide();
    }
}

void CustomersPanel::showCustomers(const Bitset& members, const QString& title, const QString& sentence,
                                   const QString& rule)
{
    m_rule = rule;
    m_members = members;
    m_title = title;
    m_panel->setTitle(title);
    m_count->setText(countText(members.count()));
    m_countNote->setText(tr("customer(s)", "behind a number of its own", static_cast<int>(members.count())));
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    m_reachable->clear();
    m_search->clear();
    m_save->setEnabled(members.count() > 0);
    m_export->setEnabled(members.count() > 0);
    m_panel->show();
    show();
    m_session.jobs().run<CustomerList>(
        {this, QStringLiteral("panel"), tr("Listing customers")},
        [snapshot = m_session.snapshot(), members](Job& job) { return customerList(snapshot, members, job); },
        [this](const Result<CustomerList>& list) { take(list); });
}

void CustomersPanel::take(const Result<CustomerList>& list)
{
    if (!list) {
        m_reachable->setText(sentence(list.error()));
        return;
    }
    m_model->setList(*list);
    showColumns();
    const auto total = static_cast<Index>(list->customers.size());
    m_reachable->setText(tr("%1 can be contacted (%2 without consent or unsubscribed are left out)")
                             .arg(countText(list->reachableCount), countText(total - list->reachableCount)));
}

void CustomersPanel::find(const QString& text)
{
    if (text.trimmed().isEmpty() || !m_model->list().snapshot) {
        m_model->setFilter({});
        return;
    }
    m_session.withPeople(this, [this, text](const std::shared_ptr<const Directory>& people) {
        if (!people || text != m_search->text()) {
            return;
        }
        m_session.jobs().run<std::vector<Index>>(
            {this, QStringLiteral("panelSearch"), tr("Searching")},
            [people, list = m_model->list(),
             query = text.trimmed().toStdString()](Job& /*job*/) -> Result<std::vector<Index>> {
                const Bitset found = people->find(*list.snapshot, query);
                std::vector<Index> rows;
                std::copy_if(list.customers.begin(), list.customers.end(), std::back_inserter(rows),
                             [&](Index customer) { return found.test(customer); });
                return rows;
            },
            [this](const Result<std::vector<Index>>& rows) {
                if (rows) {
                    m_model->setRows(*rows);
                }
            });
    });
}

void CustomersPanel::openMenu()
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("menu.panel"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* open = menu->addAction(tr("Open in Customers"));
    QAction* compare = menu->addAction(tr("Compare with the rest"));
    menu->addSeparator();
    QAction* wide = menu->addAction(tr("Wider panel, with names"));
    wide->setCheckable(true);
    wide->setChecked(m_panel->panelWidth() >= kNamesFrom);
    open->setEnabled(m_members.any());
    compare->setEnabled(m_members.any());
    connect(open, &QAction::triggered, this, [this] { emit openRequested(m_members, m_title); });
    connect(compare, &QAction::triggered, this, [this] {
        (new CompareDialog(m_session, {m_members, m_title, m_rule}, this))->open();
    });
    connect(wide, &QAction::toggled, this, &CustomersPanel::setWide);
    menu->popup(m_more->mapToGlobal(
        QPoint(m_more->width() - menu->sizeHint().width(), -menu->sizeHint().height() - size::kGap4)));
}

void CustomersPanel::setWide(bool wide)
{
    m_panel->setPanelWidth(wide ? kWidePanel : kPanelWidth);
}

void CustomersPanel::showColumns()
{
    const bool names = m_panel->panelWidth() >= kNamesFrom;
    if (names == m_table->isColumnHidden(CustomerTable::Name)) {
        for (const int column : {CustomerTable::Name, CustomerTable::Phone}) {
            m_table->setColumnHidden(column, !names);
        }
    }
    if (names && m_model->list().snapshot && !m_model->list().people) {
        m_session.withPeople(this, [this](const std::shared_ptr<const Directory>& people) {
            m_model->setPeople(people);
            m_table->fitColumns(kWidestColumn);
        });
    }
    m_table->fitColumns(kWidestColumn);
}

bool CustomersPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_panel && event->type() == QEvent::Resize) {
        showColumns();
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace meitrace
