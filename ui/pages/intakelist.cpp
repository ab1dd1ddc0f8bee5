// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/intakelist.h"

#include "ui/pages/steplayout.h"
#include "ui/session/fileintake.h"
#include "ui/theme/theme.h"
#include "ui/viewmodels/intakeview.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/label.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace meitrace {

namespace {

constexpr int kWidestColumn = 300;
constexpr int kNoteLines = 2;

IntakeFiles filesOf(const FileIntake& intake)
{
    return {intake.files(), intake.loaded()};
}

/// A label of lines that come and go keeps its room, so that nothing below it jumps.
QLabel* steadyLabel(int lines)
{
    QLabel* label = textLabel({}, TextRole::Quiet);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    Theme::current().follow(label, [label, lines] {
        label->setMinimumHeight(lines * label->fontMetrics().lineSpacing() + Theme::current().px(2));
    });
    return label;
}

}  // namespace

IntakeList::IntakeList(FileIntake& intake, QWidget* parent)
    : QWidget(parent)
    , m_intake(intake)
    , m_summary(textLabel({}, TextRole::Section))
    , m_demand(steadyLabel(1))
    , m_table(new DataTable(tr("Files to import")))
    , m_model(new IntakeTable(filesOf(intake), this))
    , m_note(steadyLabel(kNoteLines))
{
    m_summary->setObjectName(QStringLiteral("text.intake"));
    m_summary->setWordWrap(true);
    m_demand->setObjectName(QStringLiteral("text.demand"));
    m_note->setObjectName(QStringLiteral("text.note"));
    m_table->setObjectName(QStringLiteral("table.intake"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(m_model);
    QVBoxLayout* column = stepColumn(this);
    column->setSpacing(size::kGap8);
    column->addWidget(m_summary);
    column->addWidget(m_demand);
    column->addWidget(m_table, 1);
    column->addWidget(m_note);
    setFocusProxy(m_table);
    connect(&intake, &FileIntake::changed, this, &IntakeList::refresh);
    connect(&intake, &FileIntake::loadedFound, this, [this] {
        for (int i = 0; i < m_intake.count(); ++i) {
            refresh(i);
        }
    });
    connect(m_table, &DataTable::rowActivated, this, &IntakeList::lookRequested);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        showTexts();
        emit currentChanged();
    });
    m_table->selectRow(0);
    m_table->fitColumns(kWidestColumn);
    showTexts();
}

int IntakeList::current() const
{
    return std::max(0, m_table->currentIndex().row());
}

void IntakeList::standFrom(int file)
{
    int target = file;
    for (int step = 0; step < m_intake.count(); ++step) {
        const int place = (file + step) % m_intake.count();
        if (holdsUp(m_intake.file(place)) && stateOf(m_intake.file(place)) != IntakeState::Reading) {
            target = place;
            break;
        }
    }
    m_table->selectRow(target);
    m_table->setFocus();
}

void IntakeList::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete) {
        emit leaveOutRequested(current());
        return;
    }
    QWidget::keyPressEvent(event);
}

void IntakeList::refresh(int file)
{
    m_model->changed(file);
    m_table->fitColumns(kWidestColumn);
    showTexts();
    if (file == current()) {
        emit currentChanged();
    }
}

void IntakeList::showTexts()
{
    m_summary->setText(intakeSummary(m_intake.files()));
    m_demand->setText(intakeDemand(m_intake.files()));
    setTone(m_demand, Tone::Warn);
    m_note->setText(intakeNote(filesOf(m_intake), current()));
}

}  // namespace meitrace
