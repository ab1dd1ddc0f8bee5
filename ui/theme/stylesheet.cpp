// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QRegularExpression>

#include <cmath>
#include <utility>

namespace meitrace {

namespace {

// "@name" is a colour of the tokens, "12dp" a measure that grows with the zoom, "3fp" one
// that is rounded down: a radius above half the height would be ignored; "32sp" leaves out the frame of spin
// boxes. Widgets choose a rule by a dynamic property: kind for buttons, role for labels, card for frames.

constexpr int kSpinFrame = 6;

constexpr const char* kText = R"(
QWidget { color: @text; }
QMainWindow, QDialog, QMessageBox, QWizard { background: @window; }
QScrollArea, QScrollArea > QWidget > QWidget[page="true"] { background: transparent; border: none; }
QFrame[card="true"] { background: @surface; border: 1px solid @border; border-radius: 10dp; }
QFrame[card="drop"] { background: @surface; border: 2px dashed @strongBorder; border-radius: 10dp; }
QFrame[card="drop"][active="true"] { background: @accentSoft; border-color: @accent; }
QFrame[line="true"] { background: @border; border: none; }
QWidget[sidebar="true"] { background: @sidebar; border: none; border-right: 1px solid @border; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: 20dp; font-weight: 600; }
QLabel[role="kpi"] { font-size: 24dp; font-weight: 600; }
QLabel[role="count"] { font-size: 18dp; font-weight: 600; }
QLabel[role="section"] { font-size: 14dp; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="quiet"] { color: @text2; }
QLabel[role="caption"] { font-size: 12dp; color: @text2; }
QLabel[role="group"] { font-size: 11dp; font-weight: 600; color: @text3; }
QLabel[tone="good"] { color: @good; }
QLabel[tone="warn"] { color: @warn; }
QLabel[tone="bad"] { color: @bad; }
QLabel[tone="accent"] { color: @accent; }
QLabel:disabled { color: @faint; }
QToolTip { background: @surface; color: @text; border: 1px solid @strongBorder; padding: 5dp 8dp; font-size: 12dp; }
QStatusBar { background: @sidebar; color: @text2; border-top: 1px solid @border; font-size: 12dp; }
QStatusBar::item { border: none; }
QGroupBox { border: 1px solid @border; border-radius: 6dp; margin-top: 10dp; padding: 12dp; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 12dp; padding: 0 4dp; }
)";

constexpr const char* kButtons = R"(
QPushButton { background: @surface; color: @text; border: 1px solid @strongBorder; border-radius: 6dp; padding: 0 12dp;
  min-height: 30dp; min-width: 28dp; }
QPushButton:hover { background: @sunken; }
QPushButton:pressed { background: @border; }
QPushButton:disabled { color: @faint; background: @sunken; border-color: @border; }
QPushButton[kind="primary"] { background: @accent; color: @onAccent; border-color: @accent; font-weight: 400; }
QPushButton[kind="primary"]:hover { background: @accentHover; border-color: @accentHover; }
QPushButton[kind="primary"]:pressed { background: @accentDown; border-color: @accentDown; }
QPushButton[kind="primary"]:disabled { background: @border; color: @text3; border-color: @border; }
QPushButton[kind="danger"] { color: @bad; border-color: @bad; }
QPushButton[kind="danger"]:hover { background: @badSoft; }
QPushButton[kind="ghost"], QPushButton[kind="icon"] { background: transparent; border-color: transparent; }
QPushButton[kind="ghost"]:hover, QPushButton[kind="icon"]:hover { background: @sunken; }
QPushButton[kind="ghost"]:disabled, QPushButton[kind="icon"]:disabled { background: transparent; }
QPushButton[kind="icon"] { padding: 0 5dp; min-height: 28dp; min-width: 18dp; }
QPushButton[kind="link"] { background: transparent; border-color: transparent; color: @accent; padding: 0 4dp; min-height: 26dp; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton::menu-indicator { width: 0; height: 0; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6dp; padding: 5dp; min-height: 18dp;
  min-width: 18dp; }
QToolButton:hover { background: @sunken; }
QToolButton:pressed, QToolButton:checked { background: @accentSoft; }
QToolButton::menu-indicator { image: none; }
QLineEdit > QToolButton { padding: 0; border: none; min-height: 0; min-width: 0; background: transparent; }
)";

constexpr const char* kViews = R"(
QAbstractSpinBox { min-height: 32sp; padding-left: 5dp; padding-right: 3dp; }
QAbstractItemView { background: @surface; color: @text; border: none; selection-background-color: @accentSoft;
  selection-color: @text; outline: 0; alternate-background-color: @sunken; }
QListWidget { padding: 3px; }
QTableView { gridline-color: @border; }
QTableView QTableCornerButton::section { background: @surface; border: none; }
QHeaderView { background: @surface; border: none; }
QHeaderView::section { background: @surface; color: @text2; border: none; border-bottom: 1px solid @strongBorder;
  padding: 0 10dp; min-height: 31dp; font-size: 12dp; font-weight: 400; }
QHeaderView::section:hover { background: @sunken; }
QListView::item, QTreeView::item { min-height: 32dp; padding: 0 8dp; border-radius: 4dp; }
QListView::item:hover, QTreeView::item:hover { background: @sunken; }
QListView::item:selected, QTreeView::item:selected { background: @accentSoft; color: @text; }
QComboBox QAbstractItemView { border: 1px solid @strongBorder; padding: 4dp; }
QTextEdit, QPlainTextEdit, QTextBrowser { background: @surface; color: @text; border: 1px solid @fieldBorder;
  border-radius: 6dp; padding: 4dp 6dp; selection-background-color: @accent; selection-color: @onAccent; }
QTextBrowser[plain="true"], QTextEdit[plain="true"] { border: none; background: transparent; padding: 0; }
QScrollBar:vertical { background: transparent; width: 10dp; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10dp; margin: 0; }
QScrollBar::handle { background: @strongBorder; border-radius: 3fp; margin: 2dp; }
QScrollBar::handle:vertical { min-height: 36dp; }
QScrollBar::handle:horizontal { min-width: 36dp; }
QScrollBar::handle:hover { background: @fieldBorder; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QSplitter::handle { background: @border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QProgressBar { background: @sunken; border: none; border-radius: 3fp; max-height: 6dp; min-height: 6dp; color: transparent; }
QProgressBar::chunk { background: @accent; border-radius: 3fp; }
)";

constexpr const char* kMenus = R"(
QMenuBar { background: @sidebar; color: @text; border-bottom: 1px solid @border; padding: 2dp 6dp; }
QMenuBar::item { background: transparent; padding: 5dp 10dp; border-radius: 4dp; }
QMenuBar::item:selected { background: @sunken; }
QMenu { background: @surface; color: @text; border: 1px solid @strongBorder; padding: 5dp; }
QMenu::item { padding: 6dp 26dp 6dp 12dp; border-radius: 4dp; min-height: 18dp; }
QMenu::item:selected { background: @accentSoft; color: @text; }
QMenu::item:disabled { color: @faint; }
QMenu::icon { padding-left: 8dp; }
QMenu::separator { height: 1px; background: @border; margin: 5dp 8dp; }
QTabWidget::pane { border: none; }
QTabBar { background: transparent; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: @surface; }
)";

// Nothing may follow these: with equal weight the later rule wins.
constexpr const char* kFocus = R"(
QPushButton:focus { border: 2px solid @text; padding: 0 11dp; min-height: 28dp; }
QPushButton[kind="primary"]:focus { border: 2px solid @text; padding: 0 11dp; min-height: 28dp; }
QPushButton[kind="ghost"]:focus { border: 2px solid @text; padding: 0 11dp; min-height: 28dp; }
QPushButton[kind="danger"]:focus { border: 2px solid @text; padding: 0 11dp; min-height: 28dp; }
QPushButton[kind="icon"]:focus { border: 2px solid @text; padding: 0 4dp; min-height: 26dp; }
QPushButton[kind="link"]:focus { border: 2px solid @text; padding: 0 3dp; min-height: 24dp; }
QToolButton:focus { border: 2px solid @text; padding: 4dp; }
QTextEdit:focus, QPlainTextEdit:focus, QTextBrowser:focus { border: 2px solid @text; padding: 3dp 5dp; }
QTextBrowser[plain="true"]:focus, QTextEdit[plain="true"]:focus { border: 2px solid @text; padding: 0; }
QListView:focus, QTreeView:focus { border: 2px solid @text; }
QComboBox QListView:focus { border: 1px solid @strongBorder; }
)";

}  // namespace

QString themeStyleSheet(const Tokens& t, double zoom)
{
    QString sheet = QString::fromLatin1(kText) + QString::fromLatin1(kButtons) + QString::fromLatin1(kViews)
        + QString::fromLatin1(kMenus) + QString::fromLatin1(kFocus);
    // Longer names first, since "@text" is also the beginning of "@text2".
    const std::pair<const char*, QColor> colours[] = {
        {"@accentHover", mixed(t.accent, t.text, 0.14)},
        {"@accentDown", mixed(t.accent, t.text, 0.28)},
        {"@accentSoft", t.accentSoft},
        {"@strongBorder", t.strongBorder},
        {"@fieldBorder", t.fieldBorder},
        {"@onAccent", t.onAccent},
        {"@goodSoft", t.goodSoft},
        {"@warnSoft", t.warnSoft},
        {"@badSoft", t.badSoft},
        {"@surface", t.surface},
        {"@sidebar", t.sidebar},
        {"@sunken", t.sunken},
        {"@window", t.window},
        {"@accent", t.accent},
        {"@border", t.border},
        {"@faint", mixed(t.text3, t.surface, 0.25)},
        {"@text2", t.text2},
        {"@text3", t.text3},
        {"@text", t.text},
        {"@good", t.good},
        {"@warn", t.warn},
        {"@bad", t.bad},
    };
    for (const auto& [name, colour] : colours) {
        sheet.replace(QLatin1String(name), colour.name(QColor::HexRgb));
    }
    static const QRegularExpression measure(QStringLiteral("(\\d+)([dfs])p"));
    QString scaled;
    qsizetype last = 0;
    for (auto it = measure.globalMatch(sheet); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const double exact = match.captured(1).toInt() * zoom;
        const QStringView unit = match.capturedView(2);
        auto pixels = static_cast<int>(unit == QLatin1String("f") ? std::floor(exact) : std::round(exact));
        pixels -= unit == QLatin1String("s") ? kSpinFrame : 0;
        scaled
            += sheet.mid(last, match.capturedStart() - last) + QString::number(pixels) + QStringLiteral("px");
        last = match.capturedEnd();
    }
    return scaled + sheet.mid(last);
}

}  // namespace meitrace
