// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audiencespage.h"

#include "ui/pages/audienceeditor.h"
#include "ui/pages/comparedialog.h"
#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"
#include "ui/viewmodels/audiencetable.h"
#include "ui/viewmodels/rulecount.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/toast.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace meitrace {

namespace {

constexpr int kWidestColumn = 230;
constexpr int kCodeWidth = 180;

}  // namespace

AudiencesPage::AudiencesPage(Session& session, QWidget* parent)
    : Page(QStringLiteral("audiences"), session, parent)
    , m_new(makeButton({}, ButtonKind::Primary, QStringLiteral("plus")))
    , m_listCard(new Card)
    , m_model(new AudienceTable(this))
    , m_table(new DataTable)
    , m_detailCard(new Card)
    , m_rule(textLabel({}, TextRole::Body))
    , m_reach(textLabel({}, TextRole::Caption))
    , m_export(makeButton({}, ButtonKind::Primary, QStringLiteral("download")))
    , m_show(makeButton({}, ButtonKind::Secondary, QStringLiteral("customers")))
    , m_edit(makeButton({}, ButtonKind::Secondary, QStringLiteral("edit")))
    , m_freeze(makeButton({}, ButtonKind::Secondary, QStringLiteral("lock")))
    , m_rename(makeButton({}, ButtonKind::Secondary))
    , m_remove(makeButton({}, ButtonKind::Secondary, QStringLiteral("trash")))
    , m_whyLabel(textLabel({}, TextRole::Quiet))
    , m_code(new QLineEdit)
    , m_why(makeButton({}))
    , m_reason(textLabel({}, TextRole::Body))
    , m_editor(new AudienceEditor(session))
    , m_empty(new EmptyState(QStringLiteral("audience"), {}, QStringLiteral(" ")))
{
    buildCards();
    buildDetails();
    connectParts();
    connect(&session, &Session::audiencesChanged, this, &AudiencesPage::requestRefresh);
    connect(&session, &Session::populationChanged, this, &AudiencesPage::noteFilters);
}

void AudiencesPage::buildCards()
{
    m_new->setObjectName(QStringLiteral("btn.newAudience"));
    header()->addAction(m_new);
    m_table->setObjectName(QStringLiteral("table.audiences"));
    m_table->setModel(m_model);
    m_table->setShowsAllRows(true);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(AudienceTable::Name, Qt::AscendingOrder);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_listCard->body()->addWidget(m_table);
    body()->addWidget(m_listCard);
    body()->addWidget(m_detailCard);
    body()->addWidget(m_editor);
    body()->addWidget(m_empty, 1);
    body()->addStretch();
    m_empty->action()->setObjectName(QStringLiteral("btn.firstAudience"));
    for (QWidget* part : std::initializer_list<QWidget*> {m_listCard, m_detailCard, m_editor, m_empty}) {
        part->hide();
    }
}

void AudiencesPage::buildDetails()
{
    m_export->setObjectName(QStringLiteral("btn.exportAudience"));
    m_show->setObjectName(QStringLiteral("btn.showCustomers"));
    m_edit->setObjectName(QStringLiteral("btn.editAudience"));
    m_freeze->setObjectName(QStringLiteral("btn.freezeAudience"));
    m_rename->setObjectName(QStringLiteral("btn.renameAudience"));
    m_remove->setObjectName(QStringLiteral("btn.deleteAudience"));
    m_code->setObjectName(QStringLiteral("audience.code"));
    m_why->setObjectName(QStringLiteral("btn.why"));
    m_reason->setObjectName(QStringLiteral("audience.reason"));
    m_rule->setWordWrap(true);
    m_reach->setWordWrap(true);
    m_reason->setWordWrap(true);
    m_code->setFixedWidth(Theme::current().px(kCodeWidth));
    m_detailCard->body()->addWidget(m_rule);
    m_detailCard->body()->addWidget(m_reach);
    auto* buttons = new QWidget;
    auto* flow = new FlowLayout;
    buttons->setLayout(flow);
    for (QPushButton* button : {m_export, m_show, m_edit, m_freeze, m_rename, m_remove}) {
        flow->addWidget(button);
    }
    m_detailCard->body()->addWidget(buttons);
    auto* row = new QHBoxLayout;
    row->setSpacing(size::kGap8);
    row->addWidget(m_whyLabel);
    row->addWidget(m_code);
    row->addWidget(m_why);
    row->addStretch();
    m_detailCard->body()->addLayout(row);
    m_detailCard->body()->addWidget(m_reason);
    m_reason->hide();
}

void AudiencesPage::connectParts()
{
    connect(&session(), &Session::analysisRequested, this, [this](const QString& kind, const QString& name) {
        if (kind == QStringLiteral("persona")) {
            (new CompareDialog(session(), name, this))->open();
        }
    });
    connect(m_new, &QPushButton::clicked, this, [this] { edit(true); });
    connect(m_empty->action(), &QPushButton::clicked, this, [this] { edit(true); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &AudiencesPage::showSelected);
    connect(m_table, &DataTable::rowActivated, this, &AudiencesPage::showMembers);
    connect(m_export, &QPushButton::clicked, this, &AudiencesPage::exportFile);
    connect(m_show, &QPushButton::clicked, this, &AudiencesPage::showMembers);
    connect(m_edit, &QPushButton::clicked, this, [this] { edit(false); });
    connect(m_freeze, &QPushButton::clicked, this, &AudiencesPage::freeze);
    connect(m_rename, &QPushButton::clicked, this, &AudiencesPage::rename);
    connect(m_remove, &QPushButton::clicked, this, &AudiencesPage::remove);
    connect(m_why, &QPushButton::clicked, this, &AudiencesPage::explain);
    connect(m_code, &QLineEdit::returnPressed, this, &AudiencesPage::explain);
    connect(m_editor, &AudienceEditor::cancelled, this, [this] {
        m_editing = false;
        showState();
    });
    connect(m_editor, &AudienceEditor::saved, this, &AudiencesPage::noteSaved);
    connect(&session(), &Session::closed, this, [this] {
        m_editing = false;
        m_loaded = false;
        m_book.clear();
        showState();
    });
}

void AudiencesPage::noteFilters()
{
    m_listCard->setCaption(session().scope().customers.isEmpty()
                               ? QString()
                               : tr("Counted among all customers, whatever is filtered on other pages."));
}

void AudiencesPage::openAudience(const QString& name)
{
    m_editing = false;
    choose(name);
}

void AudiencesPage::choose(const QString& name)
{
    m_wanted = name;
    refresh();
}

void AudiencesPage::refresh()
{
    if (!session().isOpen()) {
        return;
    }
    session().jobs().run<std::vector<AudienceEntry>>(
        {this, QStringLiteral("audiences"), tr("Counting the audiences")},
        [path = session().path().toStdString(),
         snapshot = session().snapshot()](Job& job) -> Result<std::vector<AudienceEntry>> {
            Result<Clinic> clinic = Clinic::forReading(path, job);
            if (!clinic) {
                return clinic.error();
            }
            clinic->adopt(snapshot);
            return audienceBook(*clinic, job);
        },
        [this](const Result<std::vector<AudienceEntry>>& book) { take(book); });
}

void AudiencesPage::take(const Result<std::vector<AudienceEntry>>& book)
{
    if (!book) {
        if (book.error().code != ErrorCode::Cancelled) {
            notice()->setNotice(Tone::Bad, sentence(book.error()));
        }
        return;
    }
    const std::optional<AudienceEntry> before = selected();
    const std::string wanted
        = m_wanted.isEmpty() ? (before ? before->saved.name : std::string()) : m_wanted.toStdString();
    m_wanted.clear();
    m_loaded = true;
    m_book = *book;
    m_model->setBook(m_book, session().snapshot()->frame().zone);
    m_model->sort(m_table->horizontalHeader()->sortIndicatorSection(),
                  m_table->horizontalHeader()->sortIndicatorOrder());
    m_table->fitColumns(Theme::current().px(kWidestColumn));
    m_table->updateGeometry();
    const int row = m_model->rowOf(wanted);
    if (m_model->rowCount() > 0) {
        m_table->selectRow(row < 0 ? 0 : row);
    }
    showState();
}

void AudiencesPage::showState()
{
    const bool any = !m_book.empty();
    m_listCard->setVisible(any && !m_editing);
    m_editor->setVisible(m_editing);
    m_empty->setVisible(!any && !m_editing && m_loaded);
    m_new->setVisible(!m_editing && any);
    showSelected();
}

std::optional<AudienceEntry> AudiencesPage::selected() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? std::nullopt : std::optional(m_model->entryAt(rows.front().row()));
}

void AudiencesPage::showSelected()
{
    const std::optional<AudienceEntry> entry = selected();
    m_detailCard->setVisible(entry && !m_editing);
    m_reason->hide();
    if (!entry) {
        return;
    }
    m_detailCard->setTitle(fromUtf8(entry->saved.name));
    m_detailCard->setNote(entry->saved.frozen ? tr("Fixed list as of %1").arg(dayText(entry->saved.asOf))
                                              : tr("Live: asked anew each time the data change"));
    const QString rule = audienceRuleText(entry->saved);
    m_rule->setText(entry->failure ? rule + u'\n' + sentence(*entry->failure) : rule);
    m_reach->setText(tr("May be reached: %1").arg(reachText(entry->reachable)));
    const bool works = !entry->failure;
    m_export->setEnabled(works && entry->customers > 0);
    m_show->setEnabled(works && entry->customers > 0);
    m_edit->setEnabled(!entry->saved.rule.empty());
    m_freeze->setEnabled(works && !entry->saved.frozen);
    m_why->setEnabled(works);
}

void AudiencesPage::edit(bool isNew)
{
    const std::optional<AudienceEntry> entry = isNew ? std::nullopt : selected();
    m_editing = true;
    m_edited = entry ? std::optional(entry->saved) : std::nullopt;
    m_editor->edit(m_book, m_edited);
    showState();
}

void AudiencesPage::showMembers()
{
    const std::optional<AudienceEntry> entry = selected();
    if (!entry || entry->failure) {
        return;
    }
    const SnapshotPtr snapshot = session().snapshot();
    session().jobs().run<AudienceMembers>(
        {this, QStringLiteral("audienceMembers"), tr("Listing customers")},
        [path = session().path().toStdString(), snapshot,
         name = entry->saved.name](Job& job) -> Result<AudienceMembers> {
            Result<Clinic> clinic = Clinic::forReading(path, job);
            if (!clinic) {
                return clinic.error();
            }
            clinic->adopt(snapshot);
            return membersOfAudience(*clinic, name, kMissingDay, job);
        },
        [this, snapshot](const Result<AudienceMembers>& members) {
            if (!members) {
                notice()->setNotice(Tone::Bad, sentence(members.error()));
            } else if (snapshot == session().snapshot()) {
                emit customersRequested(members->members, fromUtf8(members->saved.name),
                                        fromUtf8(ruleOfAudience(members->saved.name)));
            }
        });
}

void AudiencesPage::explain()
{
    const std::optional<AudienceEntry> entry = selected();
    const QString code = m_code->text().trimmed().toUpper();
    if (!entry || code.isEmpty()) {
        return;
    }
    session().jobs().run<QString>(
        {this, QStringLiteral("audienceWhy"), tr("Looking why")},
        [path = session().path().toStdString(), snapshot = session().snapshot(), name = entry->saved.name,
         code = code.toStdString()](Job& job) -> Result<QString> {
            Result<Clinic> clinic = Clinic::forReading(path, job);
            if (!clinic) {
                return clinic.error();
            }
            clinic->adopt(snapshot);
            return membershipText(*clinic, name, code, job);
        },
        [this](const Result<QString>& reason) {
            m_reason->setText(reason ? *reason : sentence(reason.error()));
            m_reason->show();
        });
}

void AudiencesPage::retranslate()
{
    header()->setTitle(tr("Audiences"));
    header()->setPurpose(tr("Groups of customers to look at, to compare and to write to"));
    m_new->setText(tr("New audience"));
    m_listCard->setTitle(tr("Saved audiences"));
    noteFilters();
    m_listCard->setHelp(
        tr("Under each channel stands whom consent lets you reach there. A file may hold fewer: "
           "who has no number, is under 18 or belongs to the clinic is left out as well."));
    m_table->setAccessibleName(tr("Saved audiences"));
    m_export->setText(tr("Export…"));
    m_show->setText(tr("Show customers"));
    m_edit->setText(tr("Change rule"));
    m_freeze->setText(tr("Make a fixed list"));
    m_rename->setText(tr("Rename"));
    m_remove->setText(tr("Delete"));
    m_whyLabel->setText(tr("Why is a customer in or out?"));
    m_code->setAccessibleName(tr("Customer number"));
    m_code->setPlaceholderText(QStringLiteral("C0000001"));
    m_why->setText(tr("Explain"));
    m_empty->setSentence(tr("No audience is saved yet"));
    m_empty->setHint(tr("Put one together from conditions, or save the customers behind any number."));
    m_empty->action()->setText(tr("New audience"));
    m_editor->retranslate();
    if (m_loaded) {
        m_model->setBook(m_book, session().zone());
        if (m_model->rowCount() > 0) {
            m_table->selectRow(0);
        }
        m_table->fitColumns(Theme::current().px(kWidestColumn));
    }
}

}  // namespace meitrace
