// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/importwizard.h"

#include "ui/pages/importsteps.h"
#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/stepindicator.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace meitrace {

namespace {

constexpr int kWidth = 980;
constexpr int kHeight = 640;
constexpr int kListWidth = 230;
enum Step { Reading, Kind, Columns, Check, kSteps };

QString jobKey(const char* what, int file)
{
    return QLatin1String(what) + QString::number(file);
}

}  // namespace

bool ImportWizard::File::isReady() const
{
    return preview && mapping.kind != nullptr && missingFields(mapping).empty() && !problem;
}

ImportWizard::ImportWizard(Session& session, const QStringList& files, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_list(new QListWidget)
    , m_title(textLabel({}, TextRole::Section))
    , m_notice(new NoticeBar)
    , m_steps(new StepIndicator({tr("File"), tr("Kind"), tr("Columns"), tr("Check")}))
    , m_stack(new QStackedWidget)
    , m_reading(new ReadingStep)
    , m_kind(new KindStep)
    , m_columns(new ColumnStep)
    , m_check(new CheckStep)
    , m_leaveOut(makeButton(tr("Leave this file out"), ButtonKind::Ghost))
    , m_back(makeButton(tr("Back")))
    , m_next(makeButton(tr("Next"), ButtonKind::Primary))
    , m_import(makeButton(tr("Import"), ButtonKind::Primary, QStringLiteral("upload")))
{
    setObjectName(QStringLiteral("dialog.import"));
    setWindowTitle(tr("Import files"));
    resize(Theme::current().px(kWidth), Theme::current().px(kHeight));
    m_list->setObjectName(QStringLiteral("list.files"));
    m_list->setAccessibleName(tr("Files to import"));
    m_list->setFixedWidth(Theme::current().px(kListWidth));
    m_list->setSpacing(size::kGap4);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVisible(files.size() > 1);
    for (QWidget* step : std::initializer_list<QWidget*> {m_reading, m_kind, m_columns, m_check}) {
        m_stack->addWidget(step);
    }
    auto* right = new QVBoxLayout;
    right->setSpacing(size::kGap12);
    right->addWidget(m_title);
    right->addWidget(m_steps);
    right->addWidget(m_notice);
    right->addWidget(m_stack, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(size::kGap16);
    row->addWidget(m_list);
    row->addLayout(right, 1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(size::kGap20, size::kGap16, size::kGap20, size::kGap16);
    all->setSpacing(size::kGap16);
    all->addLayout(row, 1);
    all->addWidget(makeFoot());
    m_notice->hide();
    connectSteps();
    for (const QString& file : files) {
        m_files.emplace_back().path = file;
        m_list->addItem(QFileInfo(file).fileName());
    }
    m_list->setCurrentRow(0);
    showFile(0);
    for (int i = 0; i < static_cast<int>(m_files.size()); ++i) {
        look(i);
    }
}

void ImportWizard::connectSteps()
{
    connect(m_steps, &StepIndicator::stepClicked, this, &ImportWizard::goToStep);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int file) {
        if (file >= 0) {
            showFile(file);
        }
    });
    connect(m_reading, &ReadingStep::chosen, this, [this](const ReadingChoices& choices) {
        current().choices = choices;
        look(m_current);
    });
    connect(m_kind, &KindStep::chosen, this, [this](const QString& kind) {
        current().choices.kind = kind.toStdString();
        current().edited = true;
        look(m_current);
    });
    connect(m_columns, &ColumnStep::chosen, this, [this](const Mapping& mapping) {
        current().mapping = mapping;
        current().edited = true;
        current().check.reset();
        showState(m_current);
        updateButtons();
    });
}

QWidget* ImportWizard::makeFoot()
{
    auto* foot = new QWidget;
    auto* buttons = new QHBoxLayout(foot);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(size::kGap8);
    QPushButton* cancel = makeButton(tr("Cancel"));
    m_leaveOut->setObjectName(QStringLiteral("btn.leaveOut"));
    m_back->setObjectName(QStringLiteral("btn.back"));
    m_next->setObjectName(QStringLiteral("btn.next"));
    m_import->setObjectName(QStringLiteral("btn.import"));
    buttons->addWidget(m_leaveOut);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    buttons->addWidget(m_import);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_back, &QPushButton::clicked, this, [this] { goToStep(step() - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { goToStep(step() + 1); });
    connect(m_import, &QPushButton::clicked, this, &ImportWizard::accept);
    connect(m_leaveOut, &QPushButton::clicked, this, [this] {
        if (m_files.size() > 1) {
            m_files.erase(m_files.begin() + m_current);
            const QSignalBlocker quiet(m_list);
            delete m_list->takeItem(m_current);
            showFile(std::min(m_current, static_cast<int>(m_files.size()) - 1));
        }
    });
    return foot;
}

int ImportWizard::step() const
{
    return m_steps->current();
}

void ImportWizard::look(int file)
{
    const File& wanted = m_files[static_cast<std::size_t>(file)];
    m_session.look<FilePreview>(
        {this, jobKey("preview", file), tr("Looking at %1").arg(QFileInfo(wanted.path).fileName())},
        [path = wanted.path.toStdString(), choices = wanted.choices](Clinic& clinic, Job& job) {
            static_cast<void>(job);
            return previewFile(clinic.workspace(), path, choices);
        },
        [this, path = wanted.path](const Result<FilePreview>& preview) {
            // Files may have been left out meanwhile: the path says which one it is.
            for (std::size_t i = 0; i < m_files.size(); ++i) {
                if (m_files[i].path == path) {
                    take(static_cast<int>(i), preview);
                }
            }
        });
}

void ImportWizard::take(int file, const Result<FilePreview>& preview)
{
    File& target = m_files[static_cast<std::size_t>(file)];
    const bool first = !target.preview;
    target.check.reset();
    target.problem.reset();
    if (!preview) {
        target.problem = preview.error();
    } else {
        target.preview = *preview;
        target.mapping = preview->mapping;
    }
    showState(file);
    if (file == m_current) {
        if (first && preview && preview->certain) {
            m_steps->setCurrent(Check);
        }
        showFile(file);
    }
}

void ImportWizard::check(int file)
{
    const File& wanted = m_files[static_cast<std::size_t>(file)];
    if (!wanted.isReady() || wanted.check) {
        return;
    }
    m_check->showWaiting();
    m_session.look<FileCheck>(
        {this, QStringLiteral("checkFile"), tr("Checking %1").arg(QFileInfo(wanted.path).fileName())},
        [path = wanted.path.toStdString(), mapping = wanted.mapping](Clinic& clinic, Job& job) {
            return checkWithMapping(clinic.workspace(), path, mapping, job);
        },
        [this, path = wanted.path](const Result<FileCheck>& result) {
            for (std::size_t i = 0; i < m_files.size(); ++i) {
                if (m_files[i].path != path) {
                    continue;
                }
                if (result) {
                    m_files[i].check = *result;
                } else {
                    m_files[i].problem = result.error();
                }
                showState(static_cast<int>(i));
                if (static_cast<int>(i) == m_current) {
                    showStep();
                }
            }
        });
}

void ImportWizard::showFile(int file)
{
    m_current = file;
    const File& shown = current();
    const QFileInfo info(shown.path);
    m_title->setText(shown.mapping.kind == nullptr
                         ? info.fileName()
                         : tr("%1: %2").arg(info.fileName(), kindName(shown.mapping.kind->code)));
    if (shown.problem) {
        m_notice->setNotice(Tone::Bad, sentence(*shown.problem));
    } else if (shown.preview && shown.preview->loadedAs != 0) {
        m_notice->setNotice(Tone::Warn,
                            tr("This file is loaded already. Importing it again changes nothing."));
    } else {
        m_notice->hide();
    }
    if (shown.preview) {
        m_reading->show(*shown.preview, shown.choices);
        m_kind->show(*shown.preview, shown.mapping.kind);
        m_columns->show(*shown.preview, shown.mapping);
    }
    showStep();
}

void ImportWizard::showState(int file)
{
    const File& shown = m_files[static_cast<std::size_t>(file)];
    const QString name = QFileInfo(shown.path).fileName();
    const QString state = shown.problem ? tr("cannot be read")
        : !shown.preview                ? tr("being read")
        : shown.preview->loadedAs != 0  ? tr("loaded already")
        : shown.isReady()               ? kindName(shown.mapping.kind->code)
                                        : tr("please look");
    if (QListWidgetItem* item = m_list->item(file)) {
        item->setText(tr("%1\n%2").arg(name, state));
        item->setToolTip(shown.path);
    }
}

void ImportWizard::goToStep(int step)
{
    if (!current().preview) {
        return;
    }
    m_steps->setCurrent(std::clamp(step, 0, kSteps - 1));
    showStep();
}

void ImportWizard::showStep()
{
    m_stack->setCurrentIndex(step());
    const File& shown = current();
    if (step() == Check) {
        if (!shown.isReady()) {
            m_check->showSentence(shown.problem ? sentence(*shown.problem)
                                                : tr("Some columns are still to be named: one step back."));
        } else if (shown.check) {
            m_check->show(*shown.check, shown.mapping.kind);
        } else {
            check(m_current);
        }
    }
    updateButtons();
}

void ImportWizard::updateButtons()
{
    const bool ready
        = std::all_of(m_files.begin(), m_files.end(), [](const File& file) { return file.isReady(); });
    m_back->setEnabled(step() > 0);
    m_next->setVisible(step() < kSteps - 1);
    m_next->setEnabled(current().preview.has_value() && (step() != Columns || current().isReady()));
    m_import->setVisible(step() == kSteps - 1 || (ready && m_files.size() > 1));
    m_import->setEnabled(ready && (!current().check || current().check->rows > 0));
    m_leaveOut->setVisible(m_files.size() > 1);
    m_import->setText(m_files.size() == 1
                          ? tr("Import")
                          : tr("Import %1 files").arg(countText(static_cast<std::int64_t>(m_files.size()))));
}

void ImportWizard::accept()
{
    std::vector<Session::FileToImport> files;
    for (const File& file : m_files) {
        ImportRequest::Given given {.mapping = file.mapping, .presetName = {}};
        if (file.edited && m_columns->remembers()) {
            given.presetName = QFileInfo(file.path).completeBaseName().toStdString();
        }
        files.push_back({file.path, given});
    }
    QDialog::accept();
    m_session.import(files);
}

}  // namespace meitrace
