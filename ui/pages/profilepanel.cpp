// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profilepanel.h"

#include "analytics/workbench/personcopy.h"
#include "ui/pages/consentdialog.h"
#include "ui/pages/erasedialog.h"
#include "ui/pages/profileoverview.h"
#include "ui/pages/profilepurchases.h"
#include "ui/pages/profilerecords.h"
#include "ui/pages/profilesheetdialog.h"
#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/currentstack.h"
#include "ui/widgets/label.h"
#include "ui/widgets/sidepanel.h"
#include "ui/widgets/tabbar.h"
#include "ui/widgets/toast.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace meitrace {

namespace {

constexpr int kPanelWidth = 444;

}  // namespace

ProfilePanel::ProfilePanel(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_panel(new SidePanel)
    , m_code(textLabel({}, TextRole::Caption))
    , m_problem(textLabel({}, TextRole::Body))
    , m_tabs(new TabBar)
    , m_stack(new CurrentStack)
    , m_overview(new ProfileOverview)
    , m_purchases(new ProfilePurchases)
    , m_records(new ProfileRecords(session))
    , m_print(makeButton({}, ButtonKind::Ghost, QStringLiteral("print")))
    , m_copy(makeButton({}, ButtonKind::Ghost, QStringLiteral("download")))
    , m_erase(makeButton({}, ButtonKind::Ghost, QStringLiteral("trash")))
{
    setObjectName(QStringLiteral("panel.profile"));
    m_tabs->setObjectName(QStringLiteral("tabs.profile"));
    m_print->setObjectName(QStringLiteral("btn.printProfile"));
    m_copy->setObjectName(QStringLiteral("btn.copyPerson"));
    m_erase->setObjectName(QStringLiteral("btn.erasePerson"));
    m_problem->setWordWrap(true);
    build();
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &CurrentStack::setCurrentIndex);
    connect(m_overview, &ProfileOverview::consentRequested, this, &ProfilePanel::enterConsent);
    connect(m_print, &QPushButton::clicked, this, &ProfilePanel::print);
    connect(m_copy, &QPushButton::clicked, this, &ProfilePanel::askForCopy);
    connect(m_erase, &QPushButton::clicked, this, [this] {
        auto* dialog = new EraseDialog(m_session, code(), window());
        dialog->open();
    });
    connect(m_panel, &SidePanel::closed, this, [this] {
        hide();
        emit closed();
    });
    connect(&session, &Session::snapshotChanged, this, &ProfilePanel::follow);
    retranslate();
    hide();
}

void ProfilePanel::build()
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, size::kGap20, size::kGap20, size::kGap20);
    outer->addWidget(m_panel);
    m_panel->setPanelWidth(kPanelWidth);
    for (QWidget* part : std::initializer_list<QWidget*> {m_overview, m_purchases, m_records}) {
        m_tabs->addTab({});
        m_stack->addWidget(part);
    }
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, size::kGap8, 0);
    column->addWidget(m_stack, 1);
    auto* scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    m_panel->body()->setSpacing(size::kGap12);
    m_panel->body()->addWidget(m_code);
    m_panel->body()->addWidget(m_problem);
    m_panel->body()->addWidget(m_tabs);
    m_panel->body()->addWidget(scroll, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(size::kGap4);
    buttons->addWidget(m_print);
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    buttons->addWidget(m_erase);
    m_panel->foot()->addLayout(buttons);
}

void ProfilePanel::retranslate()
{
    m_tabs->setTabText(0, tr("Overview"));
    m_tabs->setTabText(1, tr("Purchases"));
    m_tabs->setTabText(2, tr("Records"));
    m_tabs->setAccessibleName(tr("Parts of the customer file"));
    m_print->setText(tr("Print…"));
    m_copy->setText(tr("Copy of her data…"));
    m_erase->setText(tr("Erase…"));
    m_overview->retranslate();
    m_purchases->retranslate();
    m_records->retranslate();
}

void ProfilePanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (m_profile && m_session.isOpen()) {
            fill();
        }
    }
}

QString ProfilePanel::code() const
{
    return m_profile ? fromUtf8(m_profile->code) : QString();
}

void ProfilePanel::showCustomer(Index customer)
{
    const SnapshotPtr snapshot = m_session.snapshot();
    m_snapshot = snapshot;
    m_session.look<Shown>(
        {this, QStringLiteral("profile"), tr("Looking up the customer")},
        [snapshot, customer](Clinic& clinic, Job& job) -> Result<Shown> {
            clinic.adopt(snapshot);
            Result<Profile> profile = profileOf(clinic.workspace(), *snapshot, customer, job);
            if (!profile) {
                return profile.error();
            }
            Result<CustomerFile> file = customerFile(clinic, profile->code, job);
            return file ? Result<Shown>(Shown {*std::move(profile), *std::move(file)})
                        : Result<Shown>(file.error());
        },
        [this](const Result<Shown>& shown) { take(shown); });
}

/// The data are others: the same customer again, where she is still there.
void ProfilePanel::follow()
{
    const Index customer = isHidden() || !m_profile || !m_session.isOpen()
        ? Index {-1}
        : m_session.snapshot()->findCustomer(m_profile->code);
    if (customer < 0) {
        hide();
    } else {
        showCustomer(customer);
    }
}

void ProfilePanel::take(const Result<Shown>& shown)
{
    if (!shown && shown.error().code == ErrorCode::Cancelled) {
        return;
    }
    m_problem->setVisible(!shown);
    if (!shown) {
        m_problem->setText(sentence(shown.error()));
    } else {
        m_profile = std::make_shared<const Profile>(shown->profile);
        m_file = std::make_shared<const CustomerFile>(shown->file);
        fill();
    }
    m_panel->show();
    show();
}

void ProfilePanel::fill()
{
    const SnapshotFrame& frame = m_snapshot->frame();
    m_panel->setTitle(profileTitle(*m_profile), maskedProfileTitle(*m_profile));
    m_code->setText(code());
    m_overview->show(m_profile, frame);
    m_purchases->show(m_file, frame.zone);
    m_records->show(m_file, frame.zone);
    const bool canWrite = !m_session.isDamaged();
    m_overview->setCanEnterConsents(canWrite);
    m_erase->setEnabled(canWrite);
    m_copy->setEnabled(canWrite);  // it is noted in the log
    const auto records = static_cast<std::int64_t>(m_file->handles.size());
    m_tabs->setTabText(2, records > 1 ? tr("Records (%1)").arg(countText(records)) : tr("Records"));
}

void ProfilePanel::enterConsent()
{
    auto* dialog = new ConsentDialog(code(), m_session.zone(), window());
    connect(dialog, &ConsentDialog::chosen, this,
            [this, customer = code()](const ConsentEntry& entry) { m_session.addConsent(customer, entry); });
    dialog->open();
}

void ProfilePanel::print()
{
    auto* dialog = new ProfileSheetDialog(m_profile, m_file, m_snapshot, m_session.name(), window());
    dialog->open();
}

void ProfilePanel::askForCopy()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path = QFileDialog::getSaveFileName(this, tr("Copy of her data"),
                                                      QDir(folder).filePath(code() + QStringLiteral(".json")),
                                                      tr("JSON (*.json);;Table (*.csv)"));
    if (!path.isEmpty()) {
        copyTo(path);
    }
}

void ProfilePanel::copyTo(const QString& path)
{
    m_session.change<PersonCopyReport>(
        {this, QStringLiteral("personCopy"), tr("Writing a copy of her data")},
        [customer = code().toStdString(), target = path.toStdString(),
         snapshot = m_session.snapshot()](Clinic& clinic, Job& job) {
            clinic.adopt(snapshot);
            return writePersonCopy(clinic, customer, target, job);
        },
        [this, path](const Result<PersonCopyReport>& report) {
            if (!report && report.error().code == ErrorCode::Cancelled) {
                return;
            }
            Toast::show(window(),
                        report
                            ? tr("%1 holds everything the workspace knows of her: %2 documents, %3 events, "
                                 "%4 rows of files.")
                                  .arg(QFileInfo(path).fileName(), countText(report->documents),
                                       countText(report->events), countText(report->rows))
                            : sentence(report.error()));
        });
}

}  // namespace meitrace
