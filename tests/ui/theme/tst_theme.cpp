// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QVBoxLayout>

using namespace meitrace;

class TestTheme : public QObject {
    Q_OBJECT

private slots:
    void cleanup()
    {
        Theme::current().setZoom(1);
        Theme::current().setMode(Theme::Mode::Light);
    }

    void thePaletteIsComplete()
    {
        for (const Tokens* t : {&lightTokens(), &darkTokens()}) {
            const QPalette p = themePalette(*t);
            for (int g = 0; g < QPalette::NColorGroups; ++g) {
                for (int r = 0; r < QPalette::NColorRoles; ++r) {
                    const auto role = static_cast<QPalette::ColorRole>(r);
                    if (role != QPalette::NoRole) {
                        QVERIFY2(p.isBrushSet(static_cast<QPalette::ColorGroup>(g), role),
                                 qPrintable(QString::number(r)));
                    }
                }
            }
            QCOMPARE(p.color(QPalette::Active, QPalette::WindowText), t->text);
            QCOMPARE(p.color(QPalette::Inactive, QPalette::Base), t->surface);
        }
    }

    void theStyleSheetHasNoUnknownWordsAndEndsWithFocus()
    {
        for (const double zoom : {0.9, 1.0, 1.25, 1.5}) {
            const QString sheet = themeStyleSheet(lightTokens(), zoom);
            QVERIFY(!sheet.contains(QLatin1Char('@')));
            QVERIFY(!sheet.contains(QStringLiteral("dp")));
            const qsizetype firstFocus = sheet.indexOf(QStringLiteral("QPushButton:focus"));
            QVERIFY(firstFocus > sheet.lastIndexOf(QStringLiteral(":hover")));
            QVERIFY(firstFocus > sheet.lastIndexOf(QStringLiteral("kind=\"link\"]:hover")));
        }
        QVERIFY(themeStyleSheet(lightTokens(), 1.5).contains(QStringLiteral("min-height: 45px")));
    }

    void changingTheThemeReachesWidgetsAtOnce()
    {
        QSignalSpy changes(&Theme::current(), &Theme::changed);
        Theme::current().setMode(Theme::Mode::Dark);
        QCOMPARE(changes.count(), 1);
        QVERIFY(Theme::current().isDark());
        QCOMPARE(QApplication::palette().color(QPalette::Window), darkTokens().window);
        Theme::current().setMode(Theme::Mode::Dark);
        QCOMPARE(changes.count(), 1);
        Theme::current().setMode(Theme::Mode::Light);
        QCOMPARE(QApplication::palette().color(QPalette::Window), lightTokens().window);
    }

    /// As a program looks that was started with that theme, in whatever order its widgets came to it.
    void widgetsOutOfSightFollow()
    {
        QWidget window;
        auto* row = new QHBoxLayout(&window);
        QVector<QWidget*> pages;
        for (int i = 0; i < 3; ++i) {
            auto* page = new QFrame;
            page->setProperty("card", true);
            auto* column = new QVBoxLayout(page);
            column->addWidget(new QLabel(QStringLiteral("Page")));
            column->addWidget(new QPushButton(QStringLiteral("Open")));
            column->addWidget(new QLineEdit(QStringLiteral("Text")));
            row->addWidget(page);
            pages << page;
        }
        window.show();
        pages[1]->hide();
        pages[2]->hide();
        const auto shows
            = [&](int page) { return QTest::qWaitFor([&] { return pages[page]->isVisible(); }); };
        Theme::current().setMode(Theme::Mode::Dark);
        Theme::current().setZoom(1.5);
        QCOMPARE(edited(pages[0]), std::pair(darkTokens().text, 20));
        pages[1]->show();  // before there was time for it
        QVERIFY(shows(1));
        QCOMPARE(edited(pages[1]), std::pair(darkTokens().text, 20));
        QTRY_COMPARE(edited(pages[2]), std::pair(darkTokens().text, 20));
        pages[2]->show();
        QVERIFY(shows(2));
        window.resize(900, 300);
        const QImage changed = window.grab().toImage();
        qApp->setStyleSheet({});  // what Qt does with all widgets by itself
        qApp->setStyleSheet(themeStyleSheet(darkTokens(), 1.5));
        QCOMPARE(window.grab().toImage(), changed);
    }

    void zoomIsClampedAndScalesFontsAndMeasures()
    {
        Theme::current().setZoom(9);
        QCOMPARE(Theme::current().zoom(), 1.5);
        QCOMPARE(Theme::current().font(FontRole::PageTitle).pixelSize(), 30);
        QCOMPARE(Theme::current().px(32), 48);
        Theme::current().setZoom(0.1);
        QCOMPARE(Theme::current().zoom(), 0.9);
        QCOMPARE(QApplication::font().pixelSize(), 12);
    }

    void controlsAreTallEnoughAtEveryZoom()
    {
        for (const double zoom : {0.9, 1.0, 1.5}) {
            Theme::current().setZoom(zoom);
            QPushButton button(QStringLiteral("保存为人群"));
            QComboBox combo;
            combo.addItem(QStringLiteral("全部门店"));
            QSpinBox spin;
            QLineEdit edit;
            QCheckBox check(QStringLiteral("含客户名单"));
            for (QWidget* control : std::initializer_list<QWidget*> {&button, &combo, &spin, &edit}) {
                control->ensurePolished();
                QVERIFY2(std::max(control->minimumHeight(), control->sizeHint().height())
                             >= Theme::current().px(size::kControl) - 1,  // borders do not grow
                         control->metaObject()->className());
            }
            check.ensurePolished();
            QVERIFY(check.sizeHint().height() >= Theme::current().px(size::kTarget) - 1);
        }
    }

    void spinBoxesShowTheirWholeText()
    {
        for (const double zoom : {0.9, 1.0, 1.5}) {
            Theme::current().setZoom(zoom);
            QSpinBox spin;
            spin.setRange(1, 365);
            spin.setSuffix(QStringLiteral(" days"));
            spin.setValue(365);
            spin.ensurePolished();
            spin.resize(spin.sizeHint());
            spin.show();
            const auto* edit = spin.findChild<QLineEdit*>();
            QVERIFY(edit->width() >= QFontMetrics(edit->font()).horizontalAdvance(spin.text()));
        }
    }

    void focusIsARingInTheTextColour_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind : {"", "primary", "ghost", "danger", "icon", "link"}) {
            QTest::newRow(kind) << QString::fromLatin1(kind);
        }
    }
    void focusIsARingInTheTextColour()
    {
        QFETCH(QString, kind);
        QWidget window;
        QPushButton button(QStringLiteral("OK"), &window);
        button.setProperty("kind", kind);
        button.setGeometry(20, 20, 120, 32);
        window.resize(160, 80);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        button.setFocus();
        const QImage image = window.grab().toImage();
        QCOMPARE(image.pixelColor(80, 21), lightTokens().text);
        QCOMPARE(image.pixelColor(80, 20), lightTokens().text);
    }

private:
    /// Colour and size of the text in the field of a page.
    static QPair<QColor, int> edited(const QWidget* page)
    {
        const auto* field = page->findChild<QLineEdit*>();
        return {field->palette().color(QPalette::Text), field->font().pixelSize()};
    }
};

MEITRACE_TEST(TestTheme)
#include "tst_theme.moc"
