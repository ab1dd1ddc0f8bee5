// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settingspage.h"

#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/text/masking.h"
#include "ui/text/names.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"
#include "ui/viewmodels/audittable.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/toast.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>

#include <cmath>

namespace meitrace {

namespace {

constexpr int kNameWidth = 150;
constexpr int kLogHeight = 240;
constexpr int kLeastZoom = 90;
constexpr int kMostZoom = 150;

/// A choice with its name before it.
void addChoice(Card* card, QLabel* name, QComboBox* choice)
{
    auto* row = new QHBoxLayout;
    name->setMinimumWidth(kNameWidth);
    name->setBuddy(choice);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);  // its words change with the language
    row->addWidget(name);
    row->addWidget(choice);
    row->addStretch();
    card->body()->addLayout(row);
}

void choose(QComboBox* box, const QVariant& value)
{
    const QSignalBlocker quiet(box);
    box->setCurrentIndex(box->findData(value));
}

}  // namespace

SettingsPage::SettingsPage(Session& session, QWidget* parent)
    : Page(QStringLiteral("settings"), session, parent)
    , m_look(new Card)
    , m_themeName(textLabel({}, TextRole::Body))
    , m_theme(new QComboBox)
    , m_languageName(textLabel({}, TextRole::Body))
    , m_language(new QComboBox)
    , m_zoomName(textLabel({}, TextRole::Body))
    , m_zoom(new QComboBox)
    , m_privacy(new Card)
    , m_mask(new QCheckBox)
    , m_backup(makeButton({}, ButtonKind::Secondary, QStringLiteral("save")))
    , m_verify(makeButton({}, ButtonKind::Secondary, QStringLiteral("check")))
    , m_clinic(new Card)
    , m_facts(new QGridLayout)
    , m_log(new Card)
    , m_table(new DataTable)
    , m_lines(new AuditTable(this))
{
    buildLook();
    buildPrivacy();
    m_facts->setHorizontalSpacing(size::kGap16);
    m_facts->setVerticalSpacing(size::kGap8);
    m_facts->setColumnStretch(1, 1);
    m_clinic->body()->addLayout(m_facts);
    m_table->setObjectName(QStringLiteral("table.audit"));
    m_table->setModel(m_lines);
    m_table->setMinimumHeight(kLogHeight);
    m_log->body()->addWidget(m_table, 1);
    auto* pair = new QHBoxLayout;
    pair->setSpacing(size::kCardGap);
    pair->addWidget(m_look, 1);
    pair->addWidget(m_clinic, 1);
    body()->addLayout(pair);
    body()->addWidget(m_privacy);
    body()->addWidget(m_log, 1);
}

void SettingsPage::buildLook()
{
    m_theme->setObjectName(QStringLiteral("choice.theme"));
    m_language->setObjectName(QStringLiteral("choice.language"));
    m_zoom->setObjectName(QStringLiteral("choice.zoom"));
    addChoice(m_look, m_themeName, m_theme);
    addChoice(m_look, m_languageName, m_language);
    addChoice(m_look, m_zoomName, m_zoom);
    for (const char* code : {"zh_CN", "en"}) {
        const QString language = QLatin1String(code);
        m_language->addItem(languageName(language), language);
    }
    for (int percent = kLeastZoom; percent <= kMostZoom; percent += 10) {
        m_zoom->addItem(QStringLiteral("%1 %").arg(percent), percent);
    }
    connect(m_theme, &QComboBox::activated, this,
            [this] { Theme::current().setMode(static_cast<Theme::Mode>(m_theme->currentData().toInt())); });
    connect(m_zoom, &QComboBox::activated, this,
            [this] { Theme::current().setZoom(m_zoom->currentData().toInt() / 100.0); });
    connect(m_language, &QComboBox::activated, this,
            [this] { emit languageRequested(m_language->currentData().toString()); });
}

void SettingsPage::buildPrivacy()
{
    m_mask->setObjectName(QStringLiteral("choice.mask"));
    m_backup->setObjectName(QStringLiteral("btn.backup"));
    m_verify->setObjectName(QStringLiteral("btn.verify"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(size::kGap8);
    buttons->addWidget(m_backup);
    buttons->addWidget(m_verify);
    buttons->addStretch();
    m_privacy->body()->addWidget(m_mask);
    m_privacy->body()->addLayout(buttons);
    connect(m_mask, &QCheckBox::clicked, this, &SettingsPage::maskingRequested);
    connect(m_backup, &QPushButton::clicked, this, &SettingsPage::backUp);
    connect(m_verify, &QPushButton::clicked, this, &SettingsPage::verify);
}

void SettingsPage::retranslate()
{
    header()->setTitle(tr("Settings"));
    header()->setPurpose(tr("How the window looks, what is hidden, and who did what"));
    m_look->setTitle(tr("Appearance"));
    m_themeName->setText(tr("Theme"));
    m_languageName->setText(tr("Language"));
    m_zoomName->setText(tr("Size of the text"));
    m_privacy->setTitle(tr("Privacy and safety"));
    m_privacy->setCaption(
        tr("Phone numbers are always shown in part. A backup is a workspace of its own and holds "
           "everything, names as well: keep it where nobody else looks."));
    m_mask->setText(tr("Hide names on the screen, for showing the window to others (F9)"));
    m_backup->setText(tr("Back up now…"));
    m_verify->setText(tr("Check the workspace"));
    m_clinic->setTitle(tr("Clinic"));
    m_log->setTitle(tr("Who did what"));
    m_table->setAccessibleName(tr("Who did what"));
    m_table->setEmptyText(tr("Nothing has been done yet"));
    const QSignalBlocker quiet(m_theme);
    m_theme->clear();
    m_theme->addItem(tr("As the system"), static_cast<int>(Theme::Mode::System));
    m_theme->addItem(tr("Light"), static_cast<int>(Theme::Mode::Light));
    m_theme->addItem(tr("Dark"), static_cast<int>(Theme::Mode::Dark));
}

void SettingsPage::fillChoices()
{
    choose(m_theme, static_cast<int>(Theme::current().mode()));
    choose(m_zoom, static_cast<int>(std::lround(Theme::current().zoom() * 100)) / 10 * 10);
    choose(m_language,
           QLocale().language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en"));
    m_mask->setChecked(isMasking());
}

void SettingsPage::fillClinic()
{
    while (QLayoutItem* item = m_facts->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    const SnapshotFrame& frame = session().snapshot()->frame();
    int row = 0;
    const auto add = [&](const QString& name, const QString& value) {
        auto* text = textLabel(value, TextRole::Body);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_facts->addWidget(textLabel(name, TextRole::Quiet), row, 0, Qt::AlignTop);
        m_facts->addWidget(text, row++, 1);
    };
    add(tr("Workspace"), session().path());
    add(tr("Size of the file"), QLocale().formattedDataSize(session().overview().fileBytes));
    add(tr("Time zone"), QString::fromStdString(frame.zone.name()));
    add(tr("Currency"), QString::fromStdString(frame.currency));
    add(tr("The day begins at"),
        QTime::fromMSecsSinceStartOfDay(static_cast<int>(frame.dayStart)).toString(QStringLiteral("HH:mm")));
}

void SettingsPage::refresh()
{
    fillChoices();
    fillClinic();
    session().look<std::vector<AuditLine>>(
        {this, QStringLiteral("audit"), tr("Reading the log")},
        [](Clinic& clinic, Job& job) {
            static_cast<void>(job);
            return auditLog(clinic.workspace());
        },
        [this](const Result<std::vector<AuditLine>>& lines) {
            if (lines) {
                m_lines->setLines(*lines);
                m_table->fitColumns();
            }
        });
}

void SettingsPage::backUp()
{
    const QString proposed
        = QFileInfo(session().path()).dir().filePath(session().name() + QStringLiteral("-backup.meitrace"));
    const QString path = QFileDialog::getSaveFileName(this, tr("Back up to"), proposed,
                                                      tr("MeiTrace workspaces (*.meitrace)"));
    if (path.isEmpty()) {
        return;
    }
    session().look<Done>(
        {this, QStringLiteral("backup"), tr("Backing up")},
        [path = path.toStdString()](Clinic& clinic, Job& job) {
            return clinic.workspace().backup(path, job);
        },
        [this, path](const Status& status) {
            Toast::show(window(), status ? tr("Backed up to %1").arg(path) : sentence(status.error()));
        });
}

void SettingsPage::verify()
{
    session().look<Done>(
        {this, QStringLiteral("verify"), tr("Checking the workspace")},
        [](Clinic& clinic, Job& job) { return clinic.workspace().verify(job); },
        [this](const Status& status) {
            notice()->setNotice(status ? Tone::Good : Tone::Bad,
                                status ? tr("The workspace is whole.") : sentence(status.error()));
        });
}

}  // namespace meitrace
