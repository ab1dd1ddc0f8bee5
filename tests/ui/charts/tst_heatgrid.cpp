// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/charts/samples.h"

#include <QApplication>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

using namespace meitrace;

class TestHeatGrid : public QObject {
    Q_OBJECT

private slots:
    void init() { Theme::current().setMode(Theme::Mode::Light); }

    void cellsTakeTheColourOfTheirValue()
    {
        HeatGrid grid;
        grid.setData(test::sampleRfm(false));
        grid.resize(700, grid.sizeHint().height());
        const Tokens& t = Theme::current().tokens();
        QCOMPARE(grid.cellColour(0, 4, t), t.rampHigh);  // 28,600 is the most
        QCOMPARE(grid.cellColour(4, 0, t), t.rampLow);   // 1,600 the least
        QCOMPARE(grid.cellColour(0, 0, t), rampColour(t, (2100.0 - 1600) / (28600 - 1600)));
        const QImage image = grid.image(1);
        for (const ChartRegion& region : grid.regions()) {
            const QRectF box = region.shape.boundingRect();
            const QPoint corner = (box.topLeft() + QPointF(box.width() / 2, 5)).toPoint();
            QCOMPARE(image.pixelColor(corner), grid.cellColour(region.id.row, region.id.column, t));
            QCOMPARE(grid.regionAt(corner), region.id);
        }
        QCOMPARE(grid.regions().size(), 25);
    }

    void whatCannotBeObservedIsNeitherDrawnNorHit()
    {
        HeatGrid grid;
        grid.setData(test::sampleRetention(false));
        grid.resize(900, grid.sizeHint().height());
        QVERIFY(grid.region({7, 8, 0}) == nullptr);
        QVERIFY(!grid.cellColour(7, 8, lightTokens()).isValid());
        QVERIFY(grid.region({0, 8, 0}) != nullptr);
        QCOMPARE(grid.regions().size(), 9 + 8 + 7 + 6 + 5 + 4 + 3 + 2);
        const QRectF known = grid.region({0, 8, 0})->shape.boundingRect();
        const QRectF last = grid.region({7, 0, 0})->shape.boundingRect();
        QCOMPARE(grid.image(1).pixelColor(QPointF(known.center().x(), last.center().y()).toPoint()),
                 lightTokens().surface);
        // Month 0 is framed, not coloured with the end of the ramp.
        QCOMPARE(grid.cellColour(0, 0, lightTokens()), lightTokens().surface);
    }

    void zeroIsNotEmpty()
    {
        HeatGrid grid;
        grid.setData(test::sampleWeek(false));
        grid.resize(700, grid.sizeHint().height());
        QCOMPARE(grid.cellColour(0, 0, lightTokens()), lightTokens().rampLow);
        QCOMPARE(grid.regions().size(), 7 * 24);
        QCOMPARE(grid.region({0, 0, 0})->value, QStringLiteral("0"));
    }

    void theTableHasEveryCell()
    {
        HeatGrid grid;
        const HeatData data = test::sampleRfm(false);
        grid.setData(data);
        const ChartTable table = grid.table();
        QCOMPARE(table.headers.size(), 6);
        QCOMPARE(table.rows.size(), 5);
        QCOMPARE(table.rows[3][5], QStringLiteral("64 / ¥ 19,900"));
        grid.setData(test::sampleRetention(false));
        QCOMPARE(grid.table().rows[7][8], QString());
    }

    void severalCellsAreChosenByCtrlDragAndShift()
    {
        HeatGrid grid;
        grid.setData(test::sampleRfm(false));
        grid.setMultiSelect(true);
        grid.resize(700, grid.sizeHint().height());
        grid.show();
        const auto centre = [&](int r, int c) {
            return grid.region({r, c, 0})->shape.boundingRect().center().toPoint();
        };
        QSignalSpy changed(&grid, &Chart::selectionChanged);
        QTest::mouseClick(&grid, Qt::LeftButton, {}, centre(0, 0));
        QCOMPARE(grid.selection().size(), 1);
        QTest::mouseClick(&grid, Qt::LeftButton, Qt::ControlModifier, centre(2, 3));
        QCOMPARE(grid.selection().size(), 2);
        QTest::mouseClick(&grid, Qt::LeftButton, Qt::ControlModifier, centre(0, 0));
        QCOMPARE(grid.selection(), QVector<RegionId>({{2, 3, 0}}));
        QTest::mousePress(&grid, Qt::LeftButton, {}, centre(1, 1));
        for (const QPoint& to : {centre(1, 2), centre(2, 3)}) {
            QMouseEvent move(QEvent::MouseMove, to, grid.mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
            QApplication::sendEvent(&grid, &move);
        }
        QTest::mouseRelease(&grid, Qt::LeftButton, {}, centre(2, 3));
        QCOMPARE(grid.selection().size(), 6);
        QCOMPARE(changed.count() >= 4, true);
        QTest::keyClick(&grid, Qt::Key_Escape);
        QVERIFY(grid.selection().isEmpty());
        grid.setCurrent({4, 4, 0});
        QTest::keyClick(&grid, Qt::Key_Up, Qt::ShiftModifier);
        QTest::keyClick(&grid, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(grid.selection().size(), 4);
    }
};

MEITRACE_TEST(TestHeatGrid)
#include "tst_heatgrid.moc"
