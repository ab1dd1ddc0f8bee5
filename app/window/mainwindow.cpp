// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/mainwindow.h"

#include "app/language.h"
#include "app/window/sidebarmark.h"
#include "app/window/windowpages.h"
#include "ui/pages/datapage.h"
#include "ui/pages/welcomepage.h"
#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/theme/theme.h"
#include "ui/viewmodels/analysisview.h"
#include "ui/widgets/label.h"
#include "ui/widgets/navitem.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/progressrow.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QSettings>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace meitrace {

namespace {

QString workspaceFilter()
{
    return MainWindow::tr("MeiTrace workspaces (*.meitrace)");
}

bool isWorkspace(const QString& file)
{
    return file.endsWith(QStringLiteral(".meitrace"), Qt::CaseInsensitive);
}

QStringList droppedFiles(const QMimeData* data)
{
    QStringList files;
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile()) {
            files << url.toLocalFile();
        }
    }
    return files;
}

}  // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent)
    , m_stack(new QStackedWidget)
    , m_welcome(new WelcomePage)
    , m_navigation(new QWidget)
    , m_notice(new NoticeBar)
    , m_progress(new ProgressRow)
    , m_name(textLabel({}, TextRole::Caption))
    , m_figures(textLabel({}, TextRole::Caption))
    , m_fileMenu(menuBar()->addMenu(QString()))
    , m_recentMenu(new QMenu(this))
    , m_editMenu(menuBar()->addMenu(QString()))
    , m_viewMenu(menuBar()->addMenu(QString()))
    , m_themeMenu(new QMenu(this))
    , m_languageMenu(new QMenu(this))
    , m_helpMenu(menuBar()->addMenu(QString()))
{
    setAcceptDrops(true);
    auto* centre = new QWidget;
    auto* row = new QHBoxLayout(centre);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makeSidebar());
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(m_stack, 1);
    column->addWidget(m_progress);
    row->addLayout(column, 1);
    m_progress->setContentsMargins(size::kPageMargin, size::kGap8, size::kPageMargin, size::kGap8);
    setCentralWidget(centre);
    m_stack->addWidget(m_welcome);
    for (const WindowPage& page : windowPages()) {
        addPage(page);
    }
    m_notice->hide();
    m_notice->setClosable(true);
    m_progress->hide();
    makeMenus();
    connectSettings();
    retranslate();
    updateWorkspace();
    connect(m_welcome, &WelcomePage::sampleRequested, this, &MainWindow::openSample);
    connect(m_welcome, &WelcomePage::newRequested, this, &MainWindow::newWorkspace);
    connect(m_welcome, &WelcomePage::openRequested, this, &MainWindow::openWorkspace);
    connect(m_welcome, &WelcomePage::fileRequested, this, &MainWindow::openFile);
    connectSession();
    connectOpening();
    const QSettings settings;
    resize(1366, 820);
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
}

MainWindow::~MainWindow() = default;

void MainWindow::connectSession()
{
    connect(&m_session, &Session::scopeChanged, this, &MainWindow::noteScope);
    connect(&m_session, &Session::populationChanged, this, &MainWindow::showFigures);
    connect(&m_session, &Session::audienceNameChanged, this,
            [this](const std::string& from, const std::string& to) { m_history.renameAudience(from, to); });
    connect(&m_session, &Session::analysisRequested, this,
            [this](const QString& kind) { goTo(analysisPage(kind.toStdString())); });
    connect(&m_session, &Session::opened, this, [this] {
        m_history.clear();
        if (!goTo(QStringLiteral("home"))) {
            goTo(QStringLiteral("funnels"));
        }
    });
    connect(&m_session, &Session::snapshotChanged, this, &MainWindow::updateWorkspace);
    connect(&m_session, &Session::failed, this, &MainWindow::showFailure);
    connect(&m_session, &Session::damageFound, this, &MainWindow::showDamage);
}

/// How far opening is.
void MainWindow::connectOpening()
{
    const QString opening = QStringLiteral("open");
    connect(&m_session.jobs(), &JobRunner::started, this,
            [this, opening](const QString& key, const QString& title) {
                if (key == opening) {
                    m_notice->hide();
                    m_progress->setTitle(title);
                    m_progress->setProgress(-1, {});
                    m_progress->show();
                }
            });
    connect(&m_session.jobs(), &JobRunner::progressed, this,
            [this, opening](const QString& key, double share) {
                if (key == opening) {
                    m_progress->setProgress(share, percentText(share));
                }
            });
    connect(&m_session.jobs(), &JobRunner::finished, this, [this, opening](const QString& key) {
        m_progress->setVisible(m_progress->isVisible() && key != opening);
    });
    connect(m_progress, &ProgressRow::cancelRequested, this,
            [this, opening] { m_session.jobs().cancel(opening); });
}

QWidget* MainWindow::makeSidebar()
{
    auto* sidebar = new QFrame;
    sidebar->setProperty("sidebar", true);
    sidebar->setFixedWidth(Theme::current().px(size::kSidebar));
    auto* column = new QVBoxLayout(sidebar);
    column->setContentsMargins(size::kGap8, size::kGap16, size::kGap8, size::kGap12);
    column->setSpacing(size::kGap4);
    column->addWidget(new SidebarMark);
    column->addSpacing(size::kGap8);
    auto* items = new QVBoxLayout(m_navigation);
    items->setContentsMargins(0, 0, 0, 0);
    items->setSpacing(size::kGap4);
    column->addWidget(m_navigation);
    column->addStretch();
    m_name->setWordWrap(true);
    m_figures->setWordWrap(true);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(size::kGap8, 0, size::kGap8, 0);
    foot->setSpacing(0);
    foot->addWidget(m_name);
    foot->addWidget(m_figures);
    column->addLayout(foot);
    return sidebar;
}

void MainWindow::addPage(const WindowPage& kind)
{
    Page* page = kind.make(m_session);
    if (kind.group[0] != '\0' && (m_pages.isEmpty() || m_pages.back().kind->group != kind.group)) {
        auto* heading = textLabel({}, TextRole::Group, m_navigation);
        heading->setContentsMargins(size::kGap12, size::kGap12, 0, size::kGap4);
        m_navigation->layout()->addWidget(heading);
        m_headings.push_back({heading, &kind});
    }
    auto* item = new NavItem(QLatin1String(kind.icon), {}, m_navigation);
    item->setObjectName(QStringLiteral("nav.") + page->id());
    m_navigation->layout()->addWidget(item);
    m_stack->addWidget(page);
    const int index = static_cast<int>(m_pages.size());
    auto* action = new QAction(this);
    action->setShortcut(QKeySequence(QStringLiteral("Ctrl+%1").arg(index + 1)));
    connect(action, &QAction::triggered, this, [this, index] { showPage(index); });
    connect(item, &QAbstractButton::clicked, this, [this, index] { showPage(index); });
    connect(page, &Page::pageRequested, this, &MainWindow::goTo);
    connect(page, &Page::badgeChanged, item, &NavItem::setBadge);
    m_pages.push_back({page, item, action, &kind});
}

void MainWindow::updateWorkspace()
{
    const bool isOpen = m_session.isOpen();
    m_navigation->setVisible(isOpen);
    for (const Entry& entry : std::as_const(m_pages)) {
        entry.action->setEnabled(isOpen);
    }
    if (!isOpen) {
        setWindowTitle(tr("MeiTrace"));
        m_name->clear();
        m_figures->clear();
        m_welcome->setRecent(Session::recentFiles());
        m_stack->setCurrentWidget(m_welcome);
        m_welcome->setFocus();
        return;
    }
    setWindowTitle(tr("%1 — MeiTrace").arg(m_session.name()));
    m_name->setText(m_session.name());
    m_name->setToolTip(m_session.path());
    showFigures();
}

QStringList MainWindow::pageIds() const
{
    QStringList ids;
    for (const Entry& entry : m_pages) {
        ids << entry.page->id();
    }
    return ids;
}

bool MainWindow::goTo(const QString& page)
{
    const auto index = pageIds().indexOf(page.section(u'/', 0, 0));
    if (index < 0 || !m_session.isOpen()) {
        return false;
    }
    showPage(static_cast<int>(index));
    if (const QString part = page.section(u'/', 1); !part.isEmpty()) {
        m_pages[index].page->goToPart(part);
    }
    return true;
}

void MainWindow::openFile(const QString& path)
{
    m_opening = path;
    m_session.open(path);
}

void MainWindow::newWorkspace()
{
    QString path = QFileDialog::getSaveFileName(this, tr("New workspace"), {}, workspaceFilter());
    if (path.isEmpty()) {
        return;
    }
    if (!isWorkspace(path)) {
        path += QStringLiteral(".meitrace");
    }
    const Result<Workspace> made = Workspace::create(path.toStdString(), {});
    if (!made) {
        m_notice->setNotice(Tone::Bad, sentence(made.error()));
        return;
    }
    openFile(path);
}

void MainWindow::openWorkspace()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a workspace"), {}, workspaceFilter());
    if (!path.isEmpty()) {
        openFile(path);
    }
}

void MainWindow::openSample()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    const QString path = folder + QStringLiteral("/sample.meitrace");
    if (QFileInfo::exists(path)) {
        openFile(path);
    } else if (QDir().mkpath(folder)) {
        m_session.openDemo(path);
    } else {
        m_notice->setNotice(Tone::Bad,
                            tr("The folder %1 cannot be made, so there is no place for the sample clinic. "
                               "Make a workspace of your own somewhere else instead.")
                                .arg(QDir::toNativeSeparators(folder)));
    }
}

void MainWindow::importFiles()
{
    if (goTo(QStringLiteral("data"))) {
        static_cast<DataPage*>(m_stack->currentWidget())->chooseFiles();
    }
}

void MainWindow::remember() const
{
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
}

void MainWindow::rememberLook()
{
    QSettings settings;
    settings.setValue(QStringLiteral("window/theme"), static_cast<int>(Theme::current().mode()));
    settings.setValue(QStringLiteral("window/zoom"), Theme::current().zoom());
    settings.setValue(QStringLiteral("window/language"), currentLanguage());
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        Theme::current().followLocale();
        retranslate();
        rememberLook();
    }
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_session.jobs().isRunning(QStringLiteral("import"))
        && QMessageBox::question(this, tr("Still importing"),
                                 tr("Files are being imported. Quit and leave the rest out?"))
            != QMessageBox::Yes) {
        event->ignore();
        return;
    }
    remember();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const QStringList files = droppedFiles(event->mimeData());
    if (!files.isEmpty() && (m_session.isOpen() || isWorkspace(files.front()))) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QStringList files = droppedFiles(event->mimeData());
    if (isWorkspace(files.front())) {
        openFile(files.front());
    } else if (goTo(QStringLiteral("data"))) {
        static_cast<DataPage*>(m_stack->currentWidget())->importFiles(files);
    }
}

}  // namespace meitrace
