// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of the window: everything that has a key stands in one of them.
#include "app/language.h"
#include "app/window/mainwindow.h"
#include "app/window/regions.h"
#include "app/window/windowpages.h"
#include "ui/pages/cardcopy.h"
#include "ui/pages/charttoggle.h"
#include "ui/pages/page.h"
#include "ui/pages/savedbar.h"
#include "ui/text/names.h"
#include "ui/theme/theme.h"
#include "ui/widgets/navitem.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/searchfield.h"

#include <QAction>
#include <QCoreApplication>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QStackedWidget>

namespace meitrace {

namespace {

constexpr double kZoomStep = 0.1;

}  // namespace

template <typename Slot>
QAction* MainWindow::add(QMenu* menu, const char* text, const QKeySequence& key, Slot slot)
{
    QAction* action = menu->addAction(QString());
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, slot);
    m_actions.push_back({action, text});
    return action;
}

void MainWindow::makeMenus()
{
    makeFileMenu();
    makeEditMenu();
    makeViewMenu();
    makeChoiceMenus();
    add(m_helpMenu, QT_TR_NOOP("&About MeiTrace"), {}, [this] { about(); });
}

void MainWindow::makeFileMenu()
{
    add(m_fileMenu, QT_TR_NOOP("&New workspace…"), QKeySequence::New, [this] { newWorkspace(); });
    add(m_fileMenu, QT_TR_NOOP("&Open…"), QKeySequence::Open, [this] { openWorkspace(); });
    m_fileMenu->addMenu(m_recentMenu);
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecent);
    add(m_fileMenu, QT_TR_NOOP("Load &sample data"), {}, [this] { openSample(); });
    m_fileMenu->addSeparator();
    add(m_fileMenu, QT_TR_NOOP("&Import files…"), QKeySequence(QStringLiteral("Ctrl+I")),
        [this] { importFiles(); });
    const auto savedBar = [this]() -> SavedBar* {
        const QWidget* page = m_stack->currentWidget();
        return page != nullptr ? page->findChild<SavedBar*>() : nullptr;
    };
    QAction* save = add(m_fileMenu, QT_TR_NOOP("&Save analysis…"), QKeySequence::Save, [savedBar] {
        if (SavedBar* saved = savedBar()) {
            saved->save();
        }
    });
    // The page listens to the key itself.
    save->setShortcutContext(Qt::WidgetShortcut);
    save->setEnabled(false);
    connect(m_stack, &QStackedWidget::currentChanged, save,
            [save, savedBar] { save->setEnabled(savedBar() != nullptr); });
    m_fileMenu->addSeparator();
    add(m_fileMenu, QT_TR_NOOP("&Quit"), QKeySequence::Quit, [this] { close(); });
}

void MainWindow::makeEditMenu()
{
    QUndoStack& changes = m_session.changes();
    QAction* undo = add(m_editMenu, QT_TR_NOOP("&Undo"), QKeySequence::Undo, [&changes] { changes.undo(); });
    QAction* redo = add(m_editMenu, QT_TR_NOOP("&Redo"), QKeySequence(QStringLiteral("Ctrl+Shift+Z")),
                        [&changes] { changes.redo(); });
    undo->setEnabled(false);
    redo->setEnabled(false);
    connect(&changes, &QUndoStack::canUndoChanged, undo, &QAction::setEnabled);
    connect(&changes, &QUndoStack::canRedoChanged, redo, &QAction::setEnabled);
    connect(&changes, &QUndoStack::undoTextChanged, undo, [undo](const QString& what) {
        undo->setText(what.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(what));
    });
    connect(&changes, &QUndoStack::redoTextChanged, redo, [redo](const QString& what) {
        redo->setText(what.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(what));
    });
    m_editMenu->addSeparator();
    new CardCopy(this);
    add(m_editMenu, QT_TR_NOOP("&Copy"), QKeySequence::Copy, [] { copyFocused(); });
    add(m_editMenu, QT_TR_NOOP("&Find"), QKeySequence::Find, [this] {
        if (auto* field = m_stack->currentWidget()->findChild<SearchField*>()) {
            field->setFocus();
        }
    });
}

void MainWindow::makeViewMenu()
{
    for (const Entry& entry : std::as_const(m_pages)) {
        m_viewMenu->addAction(entry.action);
    }
    m_viewMenu->addSeparator();
    add(m_viewMenu, QT_TR_NOOP("&Back"), QKeySequence(QStringLiteral("Alt+Left")), [this] { step(-1); });
    add(m_viewMenu, QT_TR_NOOP("&Forward"), QKeySequence(QStringLiteral("Alt+Right")), [this] { step(1); });
    add(m_viewMenu, QT_TR_NOOP("&Go to…"), QKeySequence(QStringLiteral("Ctrl+K")), [this] { openPalette(); });
    add(m_viewMenu, QT_TR_NOOP("&Next part of the window"), QKeySequence(QStringLiteral("F6")),
        [this] { stepRegion(*m_navigation, *m_stack->currentWidget(), 1); });
    add(m_viewMenu, QT_TR_NOOP("&Part of the window before"), QKeySequence(QStringLiteral("Shift+F6")),
        [this] { stepRegion(*m_navigation, *m_stack->currentWidget(), -1); });
    m_viewMenu->addSeparator();
    add(m_viewMenu, QT_TR_NOOP("Chart or &table"), QKeySequence(QStringLiteral("Ctrl+T")), [this] {
        for (ChartToggle* toggle : m_stack->currentWidget()->findChildren<ChartToggle*>()) {
            toggle->toggle();
        }
    });
    m_presenting = add(m_viewMenu, QT_TR_NOOP("&Hide names"), QKeySequence(QStringLiteral("F9")),
                       [this] { showToOthers(m_presenting->isChecked()); });
    m_presenting->setCheckable(true);
    m_hidden = new Pill({}, Tone::Accent);
    m_hidden->setObjectName(QStringLiteral("pill.hidden"));
    m_hidden->hide();
    menuBar()->setCornerWidget(m_hidden);
    m_viewMenu->addSeparator();
    m_viewMenu->addMenu(m_themeMenu);
    m_viewMenu->addMenu(m_languageMenu);
    add(m_viewMenu, QT_TR_NOOP("&Larger"), QKeySequence::ZoomIn,
        [] { Theme::current().setZoom(Theme::current().zoom() + kZoomStep); });
    add(m_viewMenu, QT_TR_NOOP("&Smaller"), QKeySequence::ZoomOut,
        [] { Theme::current().setZoom(Theme::current().zoom() - kZoomStep); });
    add(m_viewMenu, QT_TR_NOOP("&Normal size"), QKeySequence(QStringLiteral("Ctrl+0")),
        [] { Theme::current().setZoom(1); });
}

void MainWindow::makeChoiceMenus()
{
    add(m_themeMenu, QT_TR_NOOP("As the &system"), {}, [] { Theme::current().setMode(Theme::Mode::System); });
    add(m_themeMenu, QT_TR_NOOP("&Light"), {}, [] { Theme::current().setMode(Theme::Mode::Light); });
    add(m_themeMenu, QT_TR_NOOP("&Dark"), {}, [] { Theme::current().setMode(Theme::Mode::Dark); });
    for (const char* code : {"zh_CN", "en"}) {
        const QString language = QLatin1String(code);
        connect(m_languageMenu->addAction(languageName(language)), &QAction::triggered, this,
                [language] { setLanguage(language); });
    }
}

void MainWindow::fillRecent()
{
    m_recentMenu->clear();
    for (const QString& file : Session::recentFiles()) {
        connect(m_recentMenu->addAction(file), &QAction::triggered, this, [this, file] { openFile(file); });
    }
    m_recentMenu->setDisabled(m_recentMenu->isEmpty());
}

void MainWindow::retranslate()
{
    m_fileMenu->setTitle(tr("&File"));
    m_recentMenu->setTitle(tr("&Recent"));
    m_editMenu->setTitle(tr("&Edit"));
    m_viewMenu->setTitle(tr("&View"));
    m_themeMenu->setTitle(tr("&Theme"));
    m_languageMenu->setTitle(tr("L&anguage"));
    m_helpMenu->setTitle(tr("&Help"));
    for (const auto& [action, text] : std::as_const(m_actions)) {
        action->setText(tr(text));
    }
    m_hidden->setText(tr("Names hidden (F9)"));
    for (const Entry& entry : std::as_const(m_pages)) {
        entry.item->setText(entry.kind->nameText());
        entry.action->setText(entry.kind->nameText());
    }
    for (const auto& [heading, page] : std::as_const(m_headings)) {
        heading->setText(page->groupText());
    }
    updateWorkspace();
}

void MainWindow::about()
{
    QMessageBox::about(
        this, tr("About MeiTrace"),
        tr("<h3>MeiTrace %1</h3><p>A workbench for the marketing of a clinic. Everything stays on "
           "this computer.</p><p>Free software under the GNU General Public License, version 3 or "
           "later.</p>")
            .arg(QCoreApplication::applicationVersion()));
}

}  // namespace meitrace
