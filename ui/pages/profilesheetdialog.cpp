// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profilesheetdialog.h"

#include "ui/pages/papersending.h"
#include "ui/report/paperview.h"
#include "ui/text/figures.h"
#include "ui/text/masking.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialogsize.h"
#include "ui/widgets/noticebar.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace meitrace {

namespace {

constexpr int kWidth = 980;
constexpr int kHeight = 720;

}  // namespace

ProfileSheetDialog::ProfileSheetDialog(std::shared_ptr<const Profile> profile,
                                       std::shared_ptr<const CustomerFile> file, SnapshotPtr snapshot,
                                       QString clinic, QWidget* parent)
    : QDialog(parent)
    , m_profile(std::move(profile))
    , m_file(std::move(file))
    , m_snapshot(std::move(snapshot))
    , m_clinic(std::move(clinic))
    , m_notice(new NoticeBar)
    , m_view(new PaperView)
    , m_named(new QCheckBox(tr("With her name")))
{
    setObjectName(QStringLiteral("dialog.profileSheet"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Print %1").arg(fromUtf8(m_profile->code)));
    build();
    make();
    resize(Theme::current().px(kWidth), std::min(Theme::current().px(kHeight), mostDialogHeight(*this)));
}

void ProfileSheetDialog::build()
{
    m_notice->hide();
    m_view->setObjectName(QStringLiteral("sheet.pages"));
    m_named->setObjectName(QStringLiteral("sheet.named"));
    m_named->setEnabled(!isMasking());
    QPushButton* print = makeButton(tr("Print…"), ButtonKind::Primary, QStringLiteral("print"));
    QPushButton* save = makeButton(tr("Save as PDF…"), ButtonKind::Secondary, QStringLiteral("download"));
    QPushButton* close = makeButton(tr("Close"));
    print->setObjectName(QStringLiteral("btn.printSheet"));
    save->setObjectName(QStringLiteral("btn.saveSheet"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(size::kGap8);
    buttons->addWidget(m_named);
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(save);
    buttons->addWidget(print);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(size::kGap20, size::kGap20, size::kGap20, size::kGap16);
    column->setSpacing(size::kGap12);
    column->addWidget(m_notice);
    column->addWidget(m_view, 1);
    column->addLayout(buttons);
    connect(m_named, &QCheckBox::toggled, this, &ProfileSheetDialog::make);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(print, &QPushButton::clicked, this, [this] {
        if (const std::optional<PaperSent> sent = printPaper(this, *m_document)) {
            say(*sent);
        }
    });
    connect(save, &QPushButton::clicked, this, [this] {
        const QString path = askForPdf(this, tr("Customer file as PDF"), fromUtf8(m_profile->code));
        if (!path.isEmpty()) {
            saveTo(path);
        }
    });
}

void ProfileSheetDialog::make()
{
    m_document = std::make_shared<const ReportDocument>(profileSheet(
        *m_profile, *m_file, m_snapshot->frame(),
        {.clinic = m_clinic, .made = QDateTime::currentDateTime(), .named = m_named->isChecked()}));
    m_view->setDocument(m_document);
}

void ProfileSheetDialog::saveTo(const QString& path)
{
    say(savePaper(*m_document, path));
}

void ProfileSheetDialog::say(const PaperSent& sent)
{
    m_notice->setNotice(sent.tone, sent.text);
}

}  // namespace meitrace
