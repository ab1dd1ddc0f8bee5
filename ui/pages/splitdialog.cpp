// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/splitdialog.h"

#include "ui/text/errortext.h"
#include "ui/theme/theme.h"
#include "ui/viewmodels/splitview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace meitrace {

namespace {

constexpr int kWidth = 620;

}  // namespace

SplitDialog::SplitDialog(Session& session, QString code, std::vector<std::uint32_t> idents, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_code(std::move(code))
    , m_idents(std::move(idents))
    , m_sentence(textLabel(tr("Working out what would follow…"), TextRole::Body))
    , m_table(new DataTable(tr("Before and after")))
    , m_model(new SplitTable(this))
    , m_split(makeButton(tr("Split off"), ButtonKind::Primary, QStringLiteral("split")))
{
    setObjectName(QStringLiteral("dialog.split"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Split %1").arg(m_code));
    m_sentence->setObjectName(QStringLiteral("text.split"));
    m_sentence->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("table.split"));
    m_table->setModel(m_model);
    m_table->setShowsAllRows(true);
    m_table->hide();
    m_split->setObjectName(QStringLiteral("btn.split"));
    m_split->setEnabled(false);
    auto* note = textLabel(tr("The records stay apart from now on, whatever rules and later files say. Undo "
                              "takes it back."),
                           TextRole::Quiet);
    note->setWordWrap(true);
    auto* cancel = makeButton(tr("Cancel"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(size::kGap8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_split);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(size::kGap20, size::kGap20, size::kGap20, size::kGap16);
    column->setSpacing(size::kGap12);
    column->addWidget(m_sentence);
    column->addWidget(m_table);
    column->addWidget(note);
    column->addLayout(buttons);
    setMinimumWidth(Theme::current().px(kWidth));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_split, &QPushButton::clicked, this, [this] {
        accept();
        m_session.splitOff(m_code, m_idents);
    });
    m_session.change<SplitPreview>(
        {this, QStringLiteral("splitPreview"), tr("Working out what would follow")},
        [customer = m_code.toStdString(), chosen = m_idents, snapshot = m_session.snapshot()](Clinic& clinic,
                                                                                              Job& job) {
            clinic.adopt(snapshot);
            return previewOfSplit(clinic, customer, chosen, job);
        },
        [this](const Result<SplitPreview>& preview) { take(preview); });
}

void SplitDialog::take(const Result<SplitPreview>& preview)
{
    if (!preview) {
        m_sentence->setText(sentence(preview.error()));
        return;
    }
    m_sentence->setText(splitSentence(*preview));
    m_model->setPreview(*preview);
    m_table->fitColumns();
    m_table->show();
    m_split->setEnabled(true);
    m_split->setFocus();
    layout()->activate();
    adjustSize();
}

}  // namespace meitrace
