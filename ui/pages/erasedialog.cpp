// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/erasedialog.h"

#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace meitrace {

namespace {

constexpr int kWidth = 480;

}  // namespace

EraseDialog::EraseDialog(Session& session, QString code, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_code(std::move(code))
    , m_says(textLabel(tr("Counting what would be erased…"), TextRole::Body))
    , m_typed(new QLineEdit)
    , m_erase(makeButton(tr("Erase for good"), ButtonKind::Danger, QStringLiteral("trash")))
{
    setObjectName(QStringLiteral("dialog.erase"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Erase %1").arg(m_code));
    build();
    updateButton();
    m_session.change<ErasureReport>(
        {this, QStringLiteral("eraseTrial"), tr("Counting what would be erased")},
        [customer = m_code.toStdString()](Clinic& clinic, Job& job) {
            return eraseByCode(clinic.workspace(), customer, true, job);
        },
        [this](const Result<ErasureReport>& trial) { take(trial); });
}

void EraseDialog::build()
{
    m_says->setObjectName(QStringLiteral("text.erase"));
    m_says->setWordWrap(true);
    m_typed->setObjectName(QStringLiteral("erase.code"));
    m_typed->setAccessibleName(tr("Code of the customer"));
    m_typed->setPlaceholderText(m_code);
    m_erase->setObjectName(QStringLiteral("btn.erase"));
    const std::array<QString, kLines> names {tr("Rows of loaded files"),
                                             tr("Bills, treatments, bookings and other documents"),
                                             tr("Events"),
                                             tr("Names, numbers and ids"),
                                             tr("Facts about her"),
                                             tr("Frozen audiences she is in"),
                                             tr("Rows of others that name a number of hers")};
    auto* lines = new QGridLayout;
    lines->setHorizontalSpacing(size::kGap16);
    lines->setVerticalSpacing(size::kGap4);
    lines->setColumnStretch(0, 1);
    for (std::size_t i = 0; i < kLines; ++i) {
        m_counts[i] = textLabel(QStringLiteral("…"), TextRole::Strong);
        m_counts[i]->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        lines->addWidget(textLabel(names[i], TextRole::Quiet), static_cast<int>(i), 0);
        lines->addWidget(m_counts[i], static_cast<int>(i), 1);
    }
    auto* note = textLabel(tr("It cannot be undone, and neither can anything done before. The clinic's own "
                              "systems keep their records; a file that brings her again is loaded without "
                              "her."),
                           TextRole::Quiet);
    note->setWordWrap(true);
    auto* ask = textLabel(tr("Type %1 to go on:").arg(m_code), TextRole::Body);
    ask->setBuddy(m_typed);
    auto* cancel = makeButton(tr("Cancel"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(size::kGap8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_erase);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(size::kGap20, size::kGap20, size::kGap20, size::kGap16);
    column->setSpacing(size::kGap12);
    column->addWidget(m_says);
    column->addLayout(lines);
    column->addWidget(note);
    column->addWidget(ask);
    column->addWidget(m_typed);
    column->addLayout(buttons);
    setMinimumWidth(Theme::current().px(kWidth));
    connect(m_typed, &QLineEdit::textChanged, this, &EraseDialog::updateButton);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_erase, &QPushButton::clicked, this, [this] {
        accept();
        m_session.erase(m_code);
    });
}

void EraseDialog::take(const Result<ErasureReport>& trial)
{
    if (!trial) {
        m_says->setText(sentence(trial.error()));
        return;
    }
    m_isKnown = true;
    m_says->setText(tr("Everything the workspace holds of %1 would be erased:").arg(m_code));
    std::int64_t documents = 0;
    for (const auto& [table, versions] : trial->documents) {
        documents += versions;
    }
    const std::array<std::int64_t, kLines> counts {trial->rowCount(), documents,         trial->events,
                                                   trial->keys,       trial->attributes, trial->audiences,
                                                   trial->mentions};
    for (std::size_t i = 0; i < kLines; ++i) {
        m_counts[i]->setText(countText(counts[i]));
    }
    updateButton();
    m_typed->setFocus();
}

void EraseDialog::updateButton()
{
    m_erase->setEnabled(m_isKnown && m_typed->text().trimmed() == m_code);
}

}  // namespace meitrace
