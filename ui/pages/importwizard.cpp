// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/importwizard.h"

#include "ui/pages/columnstep.h"
#include "ui/pages/importsteps.h"
#include "ui/pages/intakelist.h"
#include "ui/text/errortext.h"
#include "ui/text/names.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/stepindicator.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace meitrace {

namespace {

constexpr int kWidth = 980;
constexpr int kListWidth = 1200;
constexpr int kHeight = 640;
enum Step { Reading, Kind, Columns, Check, kSteps };

}  // namespace

ImportWizard::ImportWizard(Session& session, const QStringList& files, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_intake(new FileIntake(session, files, this))
    , m_pages(new QStackedWidget)
    , m_list(new IntakeList(*m_intake))
    , m_title(textLabel({}, TextRole::Section))
    , m_notice(new NoticeBar)
    , m_steps(new StepIndicator({tr("File"), tr("Kind"), tr("Columns"), tr("Check")}))
    , m_stack(new QStackedWidget)
    , m_reading(new ReadingStep)
    , m_kind(new KindStep)
    , m_columns(new ColumnStep)
    , m_check(new CheckStep)
    , m_all(makeButton(tr("All files"), ButtonKind::Ghost, QStringLiteral("back")))
    , m_look(makeButton(tr("Look closer…")))
    , m_leaveOut(makeButton(tr("Leave this file out"), ButtonKind::Ghost))
    , m_back(makeButton(tr("Back")))
    , m_next(makeButton(tr("Next"), ButtonKind::Primary))
    , m_done(makeButton(tr("Done"), ButtonKind::Primary))
    , m_import(makeButton(tr("Import"), ButtonKind::Primary, QStringLiteral("upload")))
{
    setObjectName(QStringLiteral("dialog.import"));
    setWindowTitle(tr("Import files"));
    const Theme& theme = Theme::current();
    const QSize room = screen()->availableSize();
    resize(std::min(theme.px(isSeveral() ? kListWidth : kWidth), room.width()),
           std::min(theme.px(kHeight), room.height()));
    m_pages->addWidget(m_list);
    m_pages->addWidget(makeSteps());
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(size::kGap20, size::kGap16, size::kGap20, size::kGap16);
    all->setSpacing(size::kGap16);
    all->addWidget(m_pages, 1);
    all->addWidget(makeFoot());
    m_notice->hide();
    m_all->setVisible(isSeveral());
    nameButtons();
    connectSteps();
    connectIntake();
    m_pages->setCurrentIndex(isSeveral() ? 0 : 1);
    showFile(0);
    standAtWork();
    m_intake->start();
}

QWidget* ImportWizard::makeSteps()
{
    for (QWidget* step : std::initializer_list<QWidget*> {m_reading, m_kind, m_columns, m_check}) {
        m_stack->addWidget(step);
    }
    auto* steps = new QWidget;
    auto* head = new QHBoxLayout;
    head->setSpacing(size::kGap8);
    head->addWidget(m_all);
    head->addWidget(m_title, 1);
    auto* column = new QVBoxLayout(steps);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::kGap12);
    column->addLayout(head);
    column->addWidget(m_steps);
    column->addWidget(m_notice);
    column->addWidget(m_stack, 1);
    return steps;
}

QWidget* ImportWizard::makeFoot()
{
    auto* foot = new QWidget;
    auto* buttons = new QHBoxLayout(foot);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(size::kGap8);
    QPushButton* cancel = makeButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("btn.cancel"));
    buttons->addWidget(m_look);
    buttons->addWidget(m_leaveOut);
    buttons->addStretch();
    for (QPushButton* button : {cancel, m_back, m_next, m_done, m_import}) {
        buttons->addWidget(button);
    }
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_back, &QPushButton::clicked, this, [this] { goToStep(step() - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { goToStep(step() + 1); });
    connect(m_done, &QPushButton::clicked, this, &ImportWizard::finishLook);
    connect(m_import, &QPushButton::clicked, this, &ImportWizard::accept);
    connect(m_look, &QPushButton::clicked, this, [this] { lookCloser(m_list->current()); });
    connect(m_leaveOut, &QPushButton::clicked, this,
            [this] { leaveOut(isListShown() ? m_list->current() : m_current); });
    return foot;
}

void ImportWizard::nameButtons()
{
    m_all->setObjectName(QStringLiteral("btn.allFiles"));
    m_look->setObjectName(QStringLiteral("btn.look"));
    m_leaveOut->setObjectName(QStringLiteral("btn.leaveOut"));
    m_back->setObjectName(QStringLiteral("btn.back"));
    m_next->setObjectName(QStringLiteral("btn.next"));
    m_done->setObjectName(QStringLiteral("btn.done"));
    m_import->setObjectName(QStringLiteral("btn.import"));
}

void ImportWizard::connectIntake()
{
    connect(m_intake, &FileIntake::previewed, this, [this](int file, bool first) {
        if (file != m_current) {
            return;
        }
        if (first && !isSeveral() && current().preview && current().preview->certain) {
            m_steps->setCurrent(columnsToConfirm(current()).empty() ? Check : Columns);
        }
        showFile(file);
        if (first && !isSeveral()) {
            standAtWork();
        }
    });
    connect(m_intake, &FileIntake::changed, this, [this](int file) {
        if (file == m_current) {
            showStep();
        }
        updateButtons();
    });
    connect(m_list, &IntakeList::lookRequested, this, &ImportWizard::lookCloser);
    connect(m_list, &IntakeList::leaveOutRequested, this, &ImportWizard::leaveOut);
    connect(m_list, &IntakeList::currentChanged, this, &ImportWizard::updateButtons);
    connect(m_all, &QPushButton::clicked, this, [this] {
        m_pages->setCurrentIndex(0);
        m_list->standFrom(m_current);
        updateButtons();
    });
}

void ImportWizard::connectSteps()
{
    connect(m_steps, &StepIndicator::stepClicked, this, &ImportWizard::goToStep);
    connect(m_reading, &ReadingStep::chosen, this,
            [this](const ReadingChoices& choices) { m_intake->setChoices(m_current, choices); });
    connect(m_kind, &KindStep::chosen, this, [this](const QString& kind) {
        ReadingChoices choices = current().choices;
        choices.kind = kind.toStdString();
        m_intake->setChoices(m_current, choices);
    });
    connect(m_columns, &ColumnStep::chosen, this,
            [this](const Mapping& mapping) { m_intake->setMapping(m_current, mapping); });
    connect(m_columns, &ColumnStep::rememberChosen, this,
            [this](bool remember) { m_intake->setRemember(m_current, remember); });
}

bool ImportWizard::isListShown() const
{
    return m_pages->currentIndex() == 0;
}

bool ImportWizard::isDecided() const
{
    return canBeChecked(current()) && columnsToConfirm(current()).empty();
}

int ImportWizard::step() const
{
    return m_steps->current();
}

void ImportWizard::lookCloser(int file)
{
    const IntakeFile& wanted = m_intake->file(file);
    if (!wanted.preview) {
        return;  // there is nothing to be seen of it
    }
    const IntakeState state = stateOf(wanted);
    m_steps->setCurrent(state == IntakeState::ToConfirm     ? Columns
                            : state != IntakeState::Unclear ? Check
                            : wanted.edited                 ? Columns
                                                            : Reading);
    m_pages->setCurrentIndex(1);
    showFile(file);
    standAtWork();
}

/// Keys go to what is to be done next.
void ImportWizard::standAtWork()
{
    if (isListShown()) {
        m_list->setFocus();
    } else if (step() != Columns || !m_columns->standAtOpen()) {
        (step() < kSteps - 1 ? m_next : isSeveral() ? m_done : m_import)->setFocus();
    }
}

void ImportWizard::finishLook()
{
    if (stateOf(current()) == IntakeState::Unclear) {
        m_intake->accept(m_current);
    }
    m_all->click();
}

void ImportWizard::leaveOut(int file)
{
    if (stateOf(m_intake->file(file)) == IntakeState::Loaded) {
        return;  // it is out already
    }
    const bool wasIn = !m_intake->file(file).leftOut;
    m_intake->setLeftOut(file, wasIn);
    if (!isListShown()) {
        m_all->click();
    }
}

void ImportWizard::showFile(int file)
{
    m_current = file;
    const IntakeFile& shown = current();
    const QString name = QFileInfo(QString::fromStdString(shown.path)).fileName();
    m_title->setText(
        shown.mapping.kind == nullptr ? name : tr("%1: %2").arg(name, kindName(shown.mapping.kind->code)));
    if (shown.preview) {
        m_reading->show(*shown.preview, shown.choices);
        m_kind->show(*shown.preview, shown.mapping.kind);
        m_columns->show(shown);
    }
    showStep();
}

void ImportWizard::goToStep(int step)
{
    if (!current().preview) {
        return;
    }
    m_pages->setCurrentIndex(1);
    m_steps->setCurrent(std::clamp(step, 0, kSteps - 1));
    showStep();
    standAtWork();
}

void ImportWizard::showStep()
{
    m_stack->setCurrentIndex(step());
    const IntakeFile& shown = current();
    if (shown.problem) {
        m_notice->setNotice(Tone::Bad, sentence(*shown.problem));
    } else if (stateOf(shown) == IntakeState::Loaded) {
        m_notice->setNotice(Tone::Warn,
                            tr("This file is loaded already. Importing it again changes nothing."));
    } else {
        m_notice->hide();
    }
    if (step() == Check) {
        if (!isDecided()) {
            m_check->showSentence(shown.problem ? sentence(*shown.problem)
                                      : canBeChecked(shown)
                                      ? tr("Some columns are still to be confirmed: one step back.")
                                      : tr("Some columns are still to be named: one step back."));
        } else if (shown.check) {
            m_check->show(*shown.check, shown.mapping.kind);
        } else if (shown.unchecked) {
            m_check->showSentence(tr("The check was stopped. The import reads every row all the same."));
        } else {
            m_check->showWaiting();
            if (!isListShown()) {
                m_intake->check(m_current);
            }
        }
    }
    updateButtons();
}

void ImportWizard::updateButtons()
{
    const bool list = isListShown();
    const bool last = step() == kSteps - 1;
    m_look->setVisible(list);
    m_leaveOut->setVisible(isSeveral());
    m_back->setVisible(!list);
    m_back->setEnabled(step() > 0);
    m_next->setVisible(!list && !last);
    m_next->setEnabled(current().preview && (step() != Columns || isDecided()));
    m_done->setVisible(!list && last && isSeveral());
    m_done->setEnabled(isDecided());
    m_import->setVisible(list || (last && !isSeveral()));
    if (isSeveral()) {
        updateListButtons();
    } else {
        m_import->setText(tr("Import"));
        m_import->setEnabled(isDecided() && (!current().check || current().check->rows > 0));
    }
}

void ImportWizard::updateListButtons()
{
    const IntakeFile& chosen = m_intake->file(isListShown() ? m_list->current() : m_current);
    m_look->setEnabled(chosen.preview.has_value());
    m_leaveOut->setEnabled(stateOf(chosen) != IntakeState::Loaded);
    m_leaveOut->setText(chosen.leftOut ? tr("Take this file in again") : tr("Leave this file out"));
    const auto& files = m_intake->files();
    const auto taken = static_cast<int>(std::count_if(files.begin(), files.end(), isTaken));
    m_import->setText(taken == 0 ? tr("Import") : tr("Import %Ln file(s)", "", taken));
    m_import->setEnabled(taken > 0 && std::none_of(files.begin(), files.end(), holdsUp));
}

void ImportWizard::keyPressEvent(QKeyEvent* event)
{
    // Esc goes back one place: what was decided about the other files stays.
    if (event->key() == Qt::Key_Escape && isSeveral() && !isListShown()) {
        m_all->click();
        return;
    }
    QDialog::keyPressEvent(event);
}

void ImportWizard::accept()
{
    const std::vector<Session::FileToImport> files = m_intake->chosen();
    QDialog::accept();
    m_session.import(files);
}

void ImportWizard::done(int result)
{
    m_intake->stop();
    QDialog::done(result);
}

}  // namespace meitrace
