// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/recipetab.h"

#include "ui/pages/recipedialog.h"
#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/theme/tokens.h"
#include "ui/viewmodels/recipeview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/toast.h"

#include <QItemSelectionModel>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace meitrace {

namespace {

constexpr std::int64_t kMostChanges = 1'000;

}  // namespace

RecipeTab::RecipeTab(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_notice(new NoticeBar)
    , m_card(new Card)
    , m_table(new DataTable)
    , m_model(new RecipeTable(this))
    , m_add(makeButton({}, ButtonKind::Secondary, QStringLiteral("plus")))
    , m_edit(makeButton({}, ButtonKind::Ghost, QStringLiteral("edit")))
    , m_up(makeButton({}, ButtonKind::Ghost, QStringLiteral("arrow-up")))
    , m_switch(makeButton({}, ButtonKind::Ghost, QStringLiteral("check")))
    , m_remove(makeButton({}, ButtonKind::Ghost, QStringLiteral("trash")))
    , m_changesCard(new Card)
    , m_changesTable(new DataTable)
    , m_changes(new RecipeChangeTable(this))
{
    m_table->setObjectName(QStringLiteral("table.recipe"));
    m_changesTable->setObjectName(QStringLiteral("table.recipeChanges"));
    m_add->setObjectName(QStringLiteral("btn.addRule"));
    m_edit->setObjectName(QStringLiteral("btn.editRule"));
    m_up->setObjectName(QStringLiteral("btn.ruleUp"));
    m_switch->setObjectName(QStringLiteral("btn.switchRule"));
    m_remove->setObjectName(QStringLiteral("btn.removeRule"));
    m_table->setModel(m_model);
    m_table->setShowsAllRows(true);
    m_changesTable->setModel(m_changes);
    m_changesTable->setShowsAllRows(true);
    for (QPushButton* button : {m_edit, m_up, m_switch, m_remove, m_add}) {
        m_card->addAction(button);
    }
    m_card->body()->addWidget(m_table);
    m_changesCard->body()->addWidget(m_changesTable);
    m_notice->setClosable(false);
    m_notice->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::kCardGap);
    column->addWidget(m_notice);
    column->addWidget(m_card);
    column->addWidget(m_changesCard);
    column->addStretch(1);
    connectParts();
}

void RecipeTab::connectParts()
{
    connect(m_add, &QPushButton::clicked, this, [this] { edit(-1); });
    connect(m_edit, &QPushButton::clicked, this, [this] { edit(current()); });
    connect(m_table, &DataTable::rowActivated, this, &RecipeTab::edit);
    connect(m_up, &QPushButton::clicked, this, &RecipeTab::moveUp);
    connect(m_switch, &QPushButton::clicked, this, &RecipeTab::switchRule);
    connect(m_remove, &QPushButton::clicked, this, &RecipeTab::removeRule);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        showState();
        showChanges();
    });
    connect(&m_session, &Session::filesReadAgain, this, &RecipeTab::reportReadAgain);
}

void RecipeTab::retranslate()
{
    m_card->setTitle(tr("Cleaning rules"));
    m_card->setHelp(
        tr("Rules work on every file of their source while it is loaded, one after the other, from "
           "the first to the last. The file itself is not changed, and every change is listed."));
    m_table->setAccessibleName(tr("Cleaning rules"));
    m_table->setEmptyText(
        tr("No rule yet. A rule mends what is wrong in every file of a source: next month too"));
    m_add->setText(tr("Add rule…"));
    m_edit->setText(tr("Change…"));
    m_up->setText(tr("Earlier"));
    m_remove->setText(tr("Remove"));
    m_changesCard->setTitle(tr("Cells the rule changed"));
    m_changesTable->setAccessibleName(tr("Cells the rule changed"));
    m_table->fitColumns();
    showState();
}

int RecipeTab::current() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.front().row();
}

void RecipeTab::showState()
{
    const int row = current();
    m_edit->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_switch->setEnabled(row >= 0);
    m_remove->setEnabled(row >= 0);
    const bool isOn = row < 0 || m_model->rules()[static_cast<std::size_t>(row)].isOn;
    m_switch->setText(isOn ? tr("Switch off") : tr("Switch on"));
    m_changesTable->setEmptyText(row < 0 ? tr("Choose a rule to see what it changed")
                                         : tr("The rule has changed nothing in the files that are loaded"));
    QStringList kinds;
    for (const KindSpec* kind : m_book.stale) {
        kinds << capitalised(kindName(kind->code));
    }
    m_notice->setVisible(!kinds.isEmpty());
    if (!kinds.isEmpty()) {
        m_notice->setNotice(Tone::Warn,
                            tr("Files that are loaded were read with other rules: %1.")
                                .arg(kinds.join(QStringLiteral(", "))));
        QPushButton* apply = m_notice->addAction(tr("Read them again"));
        apply->setObjectName(QStringLiteral("btn.applyRules"));
        connect(apply, &QPushButton::clicked, this, [this] { m_session.readAgain(); });
    }
}

void RecipeTab::showChanges()
{
    const int row = current();
    if (row < 0) {
        m_changes->setChanges({}, {}, nullptr);
        return;
    }
    const RecipeRule& rule = m_model->rules()[static_cast<std::size_t>(row)];
    m_session.look<std::vector<RecipeChange>>(
        {this, QStringLiteral("recipeChanges"), tr("Listing changed cells")},
        [id = rule.step.id](Clinic& clinic, Job& /*job*/) { return recipeChanges(clinic, id, kMostChanges); },
        [this, kind = rule.kind](const Result<std::vector<RecipeChange>>& changes) {
            if (changes) {
                m_changes->setChanges(*changes, m_session.overview().batches, kind);
                m_changesTable->fitColumns();
            }
        });
}

void RecipeTab::refresh()
{
    m_session.look<RecipeBook>(
        {this, QStringLiteral("recipes"), tr("Reading the cleaning rules")},
        [](Clinic& clinic, Job& /*job*/) { return readRecipes(clinic); },
        [this](const Result<RecipeBook>& book) { take(book); });
}

void RecipeTab::take(const Result<RecipeBook>& book)
{
    if (!book) {
        m_notice->setNotice(Tone::Bad, sentence(book.error()));
        m_notice->show();
        return;
    }
    const int row = current();
    m_book = *book;
    m_model->setRules(m_book.rules);
    m_table->fitColumns();
    m_card->setNote(m_book.rules.empty() ? QString()
                                         : countText(static_cast<std::int64_t>(m_book.rules.size())));
    if (row >= 0 && row < m_model->rowCount()) {
        m_table->selectRow(row);
    }
    showState();
    showChanges();
}

void RecipeTab::keep(const std::vector<RecipeRule>& rules, std::function<void()> done)
{
    m_session.change<RecipeBook>(
        {this, QStringLiteral("keepRecipes"), tr("Keeping the cleaning rules")},
        [rules](Clinic& clinic, Job& /*job*/) { return writeRecipes(clinic, rules); },
        [this, done = std::move(done)](const Result<RecipeBook>& book) {
            take(book);
            if (book && done) {
                done();
            }
        });
}

void RecipeTab::setRules(const std::vector<RecipeRule>& rules, const QString& what)
{
    const std::vector<RecipeRule> before = m_book.rules;
    keep(rules, [this, before, what] {
        // With the numbers the new rules got, so that doing it again gives the same ones.
        const std::vector<RecipeRule> after = m_book.rules;
        const QPointer<RecipeTab> tab(this);
        const auto put = [tab](const std::vector<RecipeRule>& kept) {
            if (tab) {
                tab->keep(kept);
            }
        };
        m_session.noteChange(
            what, [put, before] { put(before); }, [put, after] { put(after); });
        Toast::show(window(), what, {{tr("Undo"), [this] { m_session.changes().undo(); }}});
    });
}

void RecipeTab::edit(int row)
{
    openDialog(row, nullptr);
}

void RecipeTab::propose(const RecipeRule& rule)
{
    openDialog(-1, &rule);
}

void RecipeTab::openDialog(int row, const RecipeRule* proposed)
{
    const bool isNew = row < 0;
    auto* dialog = new RecipeDialog(m_session, m_book.rules, row, window());
    connect(dialog, &RecipeDialog::chosen, this, [this, row, isNew](const RecipeRule& rule) {
        std::vector<RecipeRule> rules = m_book.rules;
        if (isNew) {
            rules.push_back(rule);
        } else if (row < static_cast<int>(rules.size())) {
            rules[static_cast<std::size_t>(row)] = rule;
        }
        setRules(rules,
                 isNew ? tr("Rule “%1” added").arg(fromUtf8(rule.step.name))
                       : tr("Rule “%1” changed").arg(fromUtf8(rule.step.name)));
    });
    if (proposed != nullptr) {
        dialog->propose(*proposed);
    }
    dialog->open();
}

void RecipeTab::switchRule()
{
    std::vector<RecipeRule> rules = m_book.rules;
    RecipeRule& rule = rules[static_cast<std::size_t>(current())];
    rule.isOn = !rule.isOn;
    setRules(rules,
             rule.isOn ? tr("Rule “%1” switched on").arg(fromUtf8(rule.step.name))
                       : tr("Rule “%1” switched off").arg(fromUtf8(rule.step.name)));
}

void RecipeTab::moveUp()
{
    const auto row = static_cast<std::size_t>(current());
    std::vector<RecipeRule> rules = m_book.rules;
    std::swap(rules[row], rules[row - 1]);
    m_table->selectRow(static_cast<int>(row) - 1);
    setRules(rules, tr("Rule “%1” works earlier").arg(fromUtf8(rules[row - 1].step.name)));
}

void RecipeTab::removeRule()
{
    const auto row = static_cast<std::size_t>(current());
    std::vector<RecipeRule> rules = m_book.rules;
    const QString name = fromUtf8(rules[row].step.name);
    rules.erase(rules.begin() + static_cast<std::ptrdiff_t>(row));
    setRules(rules, tr("Rule “%1” removed").arg(name));
}

void RecipeTab::reportReadAgain(int files, const QStringList& stayed)
{
    QString text = tr("%Ln file(s) read again with the rules of today.", "", files);
    if (!stayed.isEmpty()) {
        text += u' ' + tr("As they were loaded stay: %1.").arg(stayed.join(QStringLiteral(", ")));
    }
    Toast::show(window(), text);
}

}  // namespace meitrace
