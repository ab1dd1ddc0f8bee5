// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/kpicard.h"
#include "ui/widgets/navitem.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/stepindicator.h"
#include "ui/widgets/tabbar.h"
#include "ui/widgets/wheelguard.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace meitrace;

class TestControls : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { Theme::current().setZoom(1); }

    void everyControlHasANameAndIsLargeEnough()
    {
        for (const double zoom : {0.9, 1.0, 1.5}) {
            Theme::current().setZoom(zoom);
            QVector<QWidget*> widgets;
            QWidget holder;
            widgets << makeButton(QStringLiteral("保存"), ButtonKind::Primary, QStringLiteral("save"),
                                  &holder)
                    << makeButton(QStringLiteral("链接"), ButtonKind::Link, {}, &holder)
                    << iconButton(QStringLiteral("close"), QStringLiteral("关闭"), &holder)
                    << new Chip(QStringLiteral("近 90 天"), &holder)
                    << new NavItem(QStringLiteral("home"), QStringLiteral("概览"), &holder)
                    << new SearchField(QStringLiteral("搜索"), &holder);
            for (QWidget* widget : widgets) {
                widget->ensurePolished();
                QAccessibleInterface* access = QAccessible::queryAccessibleInterface(widget);
                QVERIFY2(!access->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
                const int least = static_cast<int>(size::kTarget * std::min(1.0, zoom)) - 1;
                QVERIFY2(widget->sizeHint().height() >= least, widget->metaObject()->className());
                QVERIFY2(widget->sizeHint().width() >= least, widget->metaObject()->className());
            }
        }
    }

    void aChipCanBeClickedAndTakenAwayByKeyAndMouse()
    {
        Chip chip(QStringLiteral("Channel: Douyin"));
        chip.setRemovable(true);
        chip.resize(chip.sizeHint());
        QSignalSpy clicks(&chip, &Chip::clicked);
        QSignalSpy gone(&chip, &Chip::removeRequested);
        QTest::keyClick(&chip, Qt::Key_Return);
        QTest::keyClick(&chip, Qt::Key_Space);
        QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(20, chip.height() / 2));
        QCOMPARE(clicks.count(), 3);
        QTest::keyClick(&chip, Qt::Key_Delete);
        QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(chip.width() - 10, chip.height() / 2));
        QCOMPARE(gone.count(), 2);
        QCOMPARE(clicks.count(), 3);
        chip.setRemovable(false);
        QTest::keyClick(&chip, Qt::Key_Delete);
        QCOMPARE(gone.count(), 2);
    }

    void theFilterBarKeepsChipsInOrderAndSaysWhich()
    {
        FilterBar bar;
        bar.setFilters({{QStringLiteral("range"), QStringLiteral("Last 90 days"), true, false},
                        {QStringLiteral("store"), QStringLiteral("All clinics"), false, true}});
        bar.setAddText(QStringLiteral("Add"));
        bar.resize(600, 40);
        bar.show();
        QSignalSpy activated(&bar, &FilterBar::activated);
        QSignalSpy removed(&bar, &FilterBar::removed);
        QTest::keyClick(bar.chip(QStringLiteral("store")), Qt::Key_Return);
        QCOMPARE(activated[0][0].toString(), QStringLiteral("store"));
        QTest::keyClick(bar.chip(QStringLiteral("store")), Qt::Key_Delete);
        QCOMPARE(removed[0][0].toString(), QStringLiteral("store"));
        QVERIFY(bar.chip(QStringLiteral("range"))->isActive());
        QVERIFY(bar.chip(QStringLiteral("range"))->x() < bar.chip(QStringLiteral("store"))->x());
        bar.setFilters({{QStringLiteral("item"), QStringLiteral("Filler"), true, false}});
        QVERIFY(bar.chip(QStringLiteral("range")) == nullptr);
        QCOMPARE(bar.chip(QStringLiteral("item"))->text(), QStringLiteral("Filler"));
    }

    void aFlowWrapsAndNothingOverlaps()
    {
        QWidget holder;
        auto* flow = new FlowLayout(&holder, 8);
        QVector<Chip*> chips;
        for (int i = 0; i < 12; ++i) {
            chips.append(new Chip(QStringLiteral("chip number %1").arg(i), &holder));
            flow->addWidget(chips.last());
        }
        holder.resize(400, flow->heightForWidth(400));
        holder.show();
        for (int i = 0; i < chips.size(); ++i) {
            QVERIFY(holder.rect().contains(chips[i]->geometry()));
            for (int k = i + 1; k < chips.size(); ++k) {
                QVERIFY(!chips[i]->geometry().intersects(chips[k]->geometry()));
            }
        }
        QVERIFY(flow->heightForWidth(250) > flow->heightForWidth(400));
        QCOMPARE(flow->heightForWidth(10000), chips[0]->height());
    }

    void segmentsAreRadioButtonsAndSpeakOnce()
    {
        SegmentedControl control({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")},
                                 QStringLiteral("Money"));
        QSignalSpy changed(&control, &SegmentedControl::currentChanged);
        QCOMPARE(control.current(), 0);
        control.setCurrent(2);
        QCOMPARE(control.current(), 2);
        QCOMPARE(changed.count(), 0);
        auto buttons = control.findChildren<QAbstractButton*>();
        QCOMPARE(buttons.size(), 3);
        QCOMPARE(QAccessible::queryAccessibleInterface(buttons[0])->role(), QAccessible::RadioButton);
        buttons[1]->click();
        QCOMPARE(control.current(), 1);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].toInt(), 1);
    }

    void searchingWaitsForAPauseAndEscapeEmpties()
    {
        SearchField field(QStringLiteral("Search"));
        QSignalSpy searched(&field, &SearchField::searched);
        QTest::keyClicks(&field, QStringLiteral(" ana "));
        QCOMPARE(searched.count(), 0);
        QTRY_COMPARE(searched.count(), 1);
        QCOMPARE(searched[0][0].toString(), QStringLiteral("ana"));
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(searched.count(), 2);
        QTest::keyClick(&field, Qt::Key_Escape);
        QVERIFY(field.text().isEmpty());
    }

    void tabsAreTabsAndWideEnoughForBoldWords()
    {
        for (const double zoom : {1.0, 1.5}) {
            Theme::current().setZoom(zoom);
            TabBar bar;
            for (const char* name : {"漏斗", "趋势", "Retention of customers"}) {
                bar.addTab(QString::fromUtf8(name));
            }
            bar.resize(bar.sizeHint());
            QCOMPARE(QAccessible::queryAccessibleInterface(&bar)->role(), QAccessible::PageTabList);
            const QFontMetrics strong(Theme::current().font(FontRole::BodyStrong));
            for (int i = 0; i < bar.count(); ++i) {
                QVERIFY(bar.tabRect(i).width() >= strong.horizontalAdvance(bar.tabText(i)) + 8);
                QCOMPARE(bar.tabRect(i).height(), Theme::current().px(size::kTab));
            }
        }
    }

    void aFigureOpensItsCustomersOnlyIfItHasThem()
    {
        KpiCard card(
            {QStringLiteral("Recoverable"), QStringLiteral("1,406"), {}, Tone::Good, {}, -1, -1, {}, true});
        QSignalSpy opened(&card, &KpiCard::activated);
        QTest::keyClick(&card, Qt::Key_Return);
        QTest::mouseClick(&card, Qt::LeftButton);
        QCOMPARE(opened.count(), 2);
        QCOMPARE(card.accessibleName(), QStringLiteral("Recoverable 1,406"));
        card.setFigure(
            {QStringLiteral("Rate"), QStringLiteral("15.7%"), {}, Tone::Good, {}, -1, -1, {}, false});
        QTest::mouseClick(&card, Qt::LeftButton);
        QCOMPARE(opened.count(), 2);
        QCOMPARE(card.focusPolicy(), Qt::NoFocus);
    }

    void wheelOverAnUnfocusedFieldIsLeftToThePage()
    {
        auto* guard = new WheelGuard(qApp);
        qApp->installEventFilter(guard);
        QScrollArea area;
        auto* inside = new QWidget;
        auto* column = new QVBoxLayout(inside);
        auto* spin = new QSpinBox;
        auto* combo = new QComboBox;
        combo->addItems({QStringLiteral("a"), QStringLiteral("b")});
        column->addWidget(spin);
        column->addWidget(combo);
        column->addSpacing(2000);
        area.setWidget(inside);
        area.resize(300, 200);
        area.show();
        QVERIFY(QTest::qWaitForWindowActive(&area));
        area.setFocus();
        for (QWidget* field : std::initializer_list<QWidget*> {spin, combo}) {
            QCOMPARE(field->focusPolicy(), Qt::StrongFocus);
            const QPointF at(5, 5);
            QWheelEvent wheel(at, field->mapToGlobal(at), {}, QPoint(0, -120), Qt::NoButton, Qt::NoModifier,
                              Qt::NoScrollPhase, false);
            QApplication::sendEvent(field, &wheel);
            QVERIFY(!wheel.isAccepted());  // so that Qt offers it to the parent
        }
        QCOMPARE(spin->value(), 0);
        QCOMPARE(combo->currentIndex(), 0);
        spin->setValue(5);
        spin->setFocus();
        QWheelEvent wheel(QPointF(5, 5), spin->mapToGlobal(QPointF(5, 5)), {}, QPoint(0, 120), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(spin, &wheel);
        QCOMPARE(spin->value(), 6);
        qApp->removeEventFilter(guard);
        delete guard;
    }

    void wizardStepsGoBackOnly()
    {
        StepIndicator steps({QStringLiteral("File"), QStringLiteral("Type"), QStringLiteral("Columns")});
        steps.resize(600, steps.sizeHint().height());
        steps.setCurrent(1);
        QSignalSpy clicked(&steps, &StepIndicator::stepClicked);
        QTest::mouseClick(&steps, Qt::LeftButton, {}, QPoint(12, 18));
        QTest::mouseClick(&steps, Qt::LeftButton, {}, QPoint(590, 18));
        QCOMPARE(clicked.count(), 1);
        QCOMPARE(clicked[0][0].toInt(), 0);
        QCOMPARE(steps.accessibleName(), QStringLiteral("2 / 3 Type"));
    }
};

MEITRACE_TEST(TestControls)
#include "tst_controls.moc"
