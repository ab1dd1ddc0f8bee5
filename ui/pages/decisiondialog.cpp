// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decisiondialog.h"

#include "ui/text/errortext.h"
#include "ui/theme/theme.h"
#include "ui/viewmodels/decisionview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace meitrace {

namespace {

constexpr int kWidth = 660;

}  // namespace

DecisionDialog::Question DecisionDialog::splitting(const QString& code,
                                                   const std::vector<std::uint32_t>& idents)
{
    return {.title = tr("Split %1").arg(code),
            .verb = tr("Split off"),
            .icon = QStringLiteral("split"),
            .preview = [customer = code.toStdString(), idents](Clinic& clinic, Job& job) {
                return previewOfSplit(clinic, customer, idents, job);
            }};
}

DecisionDialog::Question DecisionDialog::joining(const QString& a, const QString& b)
{
    return {.title = tr("Join %1 and %2").arg(a, b),
            .verb = tr("Same person"),
            .icon = QStringLiteral("merge"),
            .preview = [first = a.toStdString(), second = b.toStdString()](Clinic& clinic, Job& job) {
                return previewOfMerge(clinic, first, second, job);
            }};
}

DecisionDialog::DecisionDialog(Session& session, const Question& question, QWidget* parent)
    : QDialog(parent)
    , m_sentence(textLabel(tr("Working out what would follow…"), TextRole::Body))
    , m_table(new DataTable(tr("Before and after")))
    , m_model(new DecisionFigures(this))
    , m_decide(makeButton(question.verb, ButtonKind::Primary, question.icon))
{
    setObjectName(QStringLiteral("dialog.decision"));
    setAttribute(Qt::WA_DeleteOnClose);
    build(question);
    session.change<DecisionPreview>(
        {this, QStringLiteral("decisionPreview"), tr("Working out what would follow")},
        [work = question.preview, snapshot = session.snapshot()](Clinic& clinic, Job& job) {
            clinic.adopt(snapshot);
            return work(clinic, job);
        },
        [this](const Result<DecisionPreview>& preview) { take(preview); });
}

void DecisionDialog::build(const Question& question)
{
    setWindowTitle(question.title);
    m_sentence->setObjectName(QStringLiteral("text.decision"));
    m_sentence->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("table.decision"));
    m_table->setModel(m_model);
    m_table->setShowsAllRows(true);
    m_table->hide();
    m_decide->setObjectName(QStringLiteral("btn.decide"));
    m_decide->setEnabled(false);
    auto* note = textLabel(
        tr("It holds from now on, whatever rules and later files say. Undo takes it back."), TextRole::Quiet);
    note->setWordWrap(true);
    auto* cancel = makeButton(tr("Cancel"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(size::kGap8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_decide);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(size::kGap20, size::kGap20, size::kGap20, size::kGap16);
    column->setSpacing(size::kGap12);
    column->addWidget(m_sentence);
    column->addWidget(m_table);
    column->addWidget(note);
    column->addLayout(buttons);
    setMinimumWidth(Theme::current().px(kWidth));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_decide, &QPushButton::clicked, this, [this] {
        accept();
        emit decided();
    });
}

void DecisionDialog::take(const Result<DecisionPreview>& preview)
{
    if (!preview) {
        m_sentence->setText(sentence(preview.error()));
        return;
    }
    m_sentence->setText(decisionSentence(*preview));
    m_model->setPreview(*preview);
    m_table->fitColumns();
    m_table->show();
    m_decide->setEnabled(true);
    m_decide->setFocus();
    layout()->activate();
    adjustSize();
}

}  // namespace meitrace
