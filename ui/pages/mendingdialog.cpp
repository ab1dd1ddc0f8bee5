// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/mendingdialog.h"

#include "ui/text/ruleadvice.h"
#include "ui/theme/theme.h"
#include "ui/viewmodels/mendingview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/dialogsize.h"
#include "ui/widgets/label.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace meitrace {

namespace {

constexpr int kWidth = 620;
constexpr int kHeight = 560;

}  // namespace

MendingDialog::MendingDialog(const ProblemGroup& group, QWidget* parent)
    : QDialog(parent)
    , m_model(new MendTable(this))
    , m_table(new DataTable(tr("Values and what they become")))
    , m_all(new QLineEdit)
    , m_fill(makeButton(tr("Write into all")))
    , m_emptied(new QCheckBox(tr("Without a new value: take the row, with nothing in this field")))
    , m_says(textLabel({}, TextRole::Body))
    , m_mend(makeButton(tr("Mend"), ButtonKind::Primary))
{
    setObjectName(QStringLiteral("dialog.mending"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Mend rows"));
    build(group);
    m_model->setGroup(group);
    m_table->fitColumns();
    m_table->horizontalHeader()->setSectionResizeMode(MendTable::Becomes, QHeaderView::Stretch);
    showState();
    resize(Theme::current().px(kWidth), std::min(Theme::current().px(kHeight), mostDialogHeight(*this)));
}

void MendingDialog::build(const ProblemGroup& group)
{
    m_table->setObjectName(QStringLiteral("table.mending"));
    m_table->setModel(m_model);
    m_table->setEditTriggers(QAbstractItemView::CurrentChanged | QAbstractItemView::SelectedClicked
                             | QAbstractItemView::DoubleClicked | QAbstractItemView::AnyKeyPressed);
    m_all->setObjectName(QStringLiteral("mending.all"));
    m_all->setAccessibleName(tr("The same for every value"));
    m_all->setPlaceholderText(tr("The same for every value"));
    m_fill->setObjectName(QStringLiteral("btn.fillAll"));
    m_emptied->setObjectName(QStringLiteral("mending.emptied"));
    m_mend->setObjectName(QStringLiteral("btn.mend"));
    m_says->setObjectName(QStringLiteral("text.mending"));
    m_says->setWordWrap(true);
    auto* title = textLabel(problemGroupText(group), TextRole::Section);
    title->setWordWrap(true);
    auto* advice = textLabel(ruleAdvice(group.rule), TextRole::Quiet);
    advice->setWordWrap(true);
    auto* filling = new QHBoxLayout;
    filling->setSpacing(size::kGap8);
    filling->addWidget(m_all, 1);
    filling->addWidget(m_fill);
    auto* cancel = makeButton(tr("Cancel"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(size::kGap8);
    buttons->addWidget(m_says, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_mend);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(size::kGap20, size::kGap20, size::kGap20, size::kGap16);
    column->setSpacing(size::kGap12);
    column->addWidget(title);
    column->addWidget(advice);
    column->addWidget(m_table, 1);
    column->addLayout(filling);
    column->addWidget(m_emptied);
    column->addLayout(buttons);
    connect(m_fill, &QPushButton::clicked, this, [this] { m_model->fillAll(m_all->text().trimmed()); });
    connect(m_model, &QAbstractItemModel::dataChanged, this, &MendingDialog::showState);
    connect(m_emptied, &QCheckBox::toggled, this, &MendingDialog::showState);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_mend, &QPushButton::clicked, this, [this] {
        emit chosen(m_model->mends(m_emptied->isChecked()));
        accept();
    });
}

void MendingDialog::showState()
{
    const std::int64_t rows = m_model->rowsOf(m_emptied->isChecked());
    m_mend->setEnabled(rows > 0);
    m_says->setText(rows == 0 ? tr("Write what is to stand in place of a value.")
                              : tr("%Ln row(s) will be read again.", "", static_cast<int>(rows)));
}

}  // namespace meitrace
