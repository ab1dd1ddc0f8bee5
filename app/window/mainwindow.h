// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/history.h"
#include "ui/session/session.h"

#include <QMainWindow>
#include <QPointer>
#include <QVector>

class QAction;
class QLabel;
class QMenu;
class QStackedWidget;

namespace meitrace {

class NavItem;
class NoticeBar;
class Page;
class Palette;
class Pill;
struct WindowPage;
class ProgressRow;
class WelcomePage;

/// The window: navigation at the left, one page at a time, menus for everything that has a key.
class MainWindow final : public QMainWindow {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] Session& session() { return m_session; }
    void openFile(const QString& path);
    /// False when there is no such page.
    bool goTo(const QString& page);
    [[nodiscard]] QStringList pageIds() const;

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct Entry {
        Page* page = nullptr;
        NavItem* item = nullptr;
        QAction* action = nullptr;
        const WindowPage* kind = nullptr;
    };

    QWidget* makeSidebar();
    void addPage(const WindowPage& kind);
    void connectSession();
    void connectOpening();
    void makeMenus();
    void makeFileMenu();
    void makeEditMenu();
    void makeViewMenu();
    void makeChoiceMenus();
    template <typename Slot>
    QAction* add(QMenu* menu, const char* text, const QKeySequence& key, Slot slot);
    void fillRecent();
    void openPalette();
    void findPeople(const QPointer<Palette>& palette, const QString& text);
    void showToOthers(bool masked);
    void openCustomer(const QString& code);
    void showSet(const Bitset& members, const QString& title);
    void openAudience(const QString& name);
    void connectSettings();
    void showFailure(const Error& error);
    void showDamage();
    void offerBackup(const QString& text);
    void restoreFrom(const QString& backup);
    void retranslate();
    void updateWorkspace();
    void showFigures();
    void noteScope(bool chosen);
    void showPage(int index);
    void step(int direction);
    void newWorkspace();
    void openWorkspace();
    void openSample();
    void importFiles();
    void about();
    void remember() const;
    /// At once: it holds even where the window does not come to its end.
    static void rememberLook();

    Session m_session;
    QStackedWidget* m_stack;
    WelcomePage* m_welcome;
    QWidget* m_navigation;
    QVector<Entry> m_pages;
    QVector<std::pair<QLabel*, const WindowPage*>> m_headings;
    History m_history;
    bool m_isStepping = false;  ///< to a place of the history, which is no new one
    NoticeBar* m_notice;
    ProgressRow* m_progress;
    QLabel* m_name;
    QLabel* m_figures;
    QMenu* m_fileMenu;
    QMenu* m_recentMenu;
    QMenu* m_editMenu;
    QMenu* m_viewMenu;
    QMenu* m_themeMenu;
    QMenu* m_languageMenu;
    QMenu* m_helpMenu;
    QAction* m_presenting = nullptr;
    Pill* m_hidden = nullptr;
    double m_zoomBefore = 1;
    QString m_opening;                                    ///< workspace that was asked for last
    QVector<std::pair<QAction*, const char*>> m_actions;  ///< with their texts, marked for translation
};

}  // namespace meitrace
