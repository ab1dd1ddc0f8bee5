// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the dialog of an export is made of: the form, in the order in which one decides, and the receipt.
#include "analytics/workbench/exporttable.h"
#include "ui/pages/exportdialog.h"
#include "ui/text/figures.h"
#include "ui/theme/tokens.h"
#include "ui/viewmodels/exportview.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/dialogsize.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace meitrace {

void ExportDialog::nameParts()
{
    m_purpose->setObjectName(QStringLiteral("export.purpose"));
    m_purpose->setPlaceholderText(tr("What these people are written to for; goes into the log"));
    m_purpose->setAccessibleName(tr("Purpose"));
    m_channel->setObjectName(QStringLiteral("export.channel"));
    m_format->setObjectName(QStringLiteral("export.format"));
    m_encoding->setObjectName(QStringLiteral("export.encoding"));
    m_encoding->setAccessibleName(tr("Encoding"));
    m_encoding->addItems({tr("UTF-8 with mark (for Excel)"), tr("UTF-8"), tr("GB18030")});
    m_file->setObjectName(QStringLiteral("export.file"));
    m_file->setAccessibleName(tr("File"));
    m_write->setObjectName(QStringLiteral("btn.export"));
    m_table->setObjectName(QStringLiteral("table.suppression"));
    m_table->setModel(m_suppression);
    m_table->setShowsAllRows(true);
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_needs->setWordWrap(true);
    m_identifier->setObjectName(QStringLiteral("export.identifier"));
    m_identifier->setAccessibleName(tr("Named by"));
    m_sampleTitle->setWordWrap(true);
    m_sampleTable->setObjectName(QStringLiteral("table.sample"));
    m_sampleTable->setModel(m_sample);
    m_sampleTable->setEmptyText(tr("Nobody is in the file"));
    m_sampleTable->setSelectionMode(QAbstractItemView::NoSelection);
    m_sampleTable->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_hint->setWordWrap(true);
}

void ExportDialog::buildForm()
{
    auto* form = new QWidget;
    auto* grid = new QGridLayout(form);
    grid->setContentsMargins(0, 0, size::kGap12, 0);  // room for the bar that scrolls
    grid->setHorizontalSpacing(size::kGap16);
    grid->setVerticalSpacing(size::kGap12);
    grid->setColumnStretch(1, 1);
    const auto field = [grid](const QString& name, QWidget* widget) {
        const int row = grid->rowCount();
        grid->addWidget(textLabel(name, TextRole::Quiet), row, 0, Qt::AlignVCenter);
        grid->addWidget(widget, row, 1);
    };
    field(tr("Purpose"), m_purpose);
    field(tr("Channel"), m_channel);
    grid->setAlignment(m_channel, Qt::AlignLeft);
    auto* identifier = new QWidget;
    auto* identifierRow = new QHBoxLayout(identifier);
    identifierRow->setContentsMargins(0, 0, 0, 0);
    identifierRow->setSpacing(size::kGap12);
    identifierRow->addWidget(m_identifier);
    identifierRow->addWidget(m_needs, 1);
    field(tr("Named by"), identifier);
    grid->addWidget(m_table, grid->rowCount(), 0, 1, 2);
    auto* columns = new QWidget;
    auto* flow = new FlowLayout(nullptr, size::kGap16);
    columns->setLayout(flow);
    for (const ExportField& known : exportFields()) {
        if (!known.health) {
            auto* box = new QCheckBox(exportColumnName(known.code));
            box->setProperty("code", fromUtf8(known.code));
            box->setChecked(known.code == "name");
            flow->addWidget(box);
            m_columns.push_back(box);
        }
    }
    field(tr("Columns"), columns);
    auto* format = new QWidget;
    auto* formatRow = new QHBoxLayout(format);
    formatRow->setContentsMargins(0, 0, 0, 0);
    formatRow->setSpacing(size::kGap8);
    formatRow->addWidget(m_format);
    formatRow->addWidget(m_encoding);
    formatRow->addStretch();
    field(tr("Format"), format);
    auto* file = new QWidget;
    auto* fileRow = new QHBoxLayout(file);
    fileRow->setContentsMargins(0, 0, 0, 0);
    fileRow->setSpacing(size::kGap8);
    fileRow->addWidget(m_file, 1);
    fileRow->addWidget(m_choose);
    field(tr("File"), file);
    grid->addWidget(m_sampleTitle, grid->rowCount(), 0, 1, 2);
    grid->addWidget(m_sampleTable, grid->rowCount(), 0, 1, 2);
    m_scroll->setWidget(form);
    m_stack->addWidget(makeFormPage());
}

/// The form that scrolls, what is missing, and the buttons.
QWidget* ExportDialog::makeFormPage()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::kGap12);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_hint);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(size::kGap8);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_write);
    column->addLayout(buttons);
    return page;
}

void ExportDialog::buildReceipt()
{
    auto* receipt = new QWidget;
    auto* column = new QVBoxLayout(receipt);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::kGap12);
    m_receipt->setObjectName(QStringLiteral("export.receipt"));
    m_receipt->setWordWrap(true);
    m_receipt->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(m_receiptTitle);
    column->addWidget(m_receipt);
    column->addStretch();
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_folder);
    buttons->addWidget(m_close);
    column->addLayout(buttons);
    m_stack->addWidget(receipt);
}

/// As high as its content wants, as long as there is room.
void ExportDialog::fitHeight()
{
    layout()->activate();
    const int form = m_scroll->widget()->sizeHint().height();
    const int around = sizeHint().height() - m_scroll->sizeHint().height();
    resize(std::max(width(), minimumSizeHint().width()), std::min(form + around, mostDialogHeight(*this)));
}

}  // namespace meitrace
