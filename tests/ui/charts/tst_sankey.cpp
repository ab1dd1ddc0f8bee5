// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/charts/samples.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace meitrace;

namespace {

constexpr double kNear = 1e-6;
const QRectF kArea(0, 30, 800, 400);

/// A flow in which what comes into a node is what it holds, and goes on but for some that ends.
SankeyShape randomFlow(std::mt19937& random, int columns, int perColumn)
{
    SankeyShape shape;
    for (int column = 0; column < columns; ++column) {
        for (int i = 0; i < perColumn; ++i) {
            shape.nodes.append({column, 0, i + 1 == perColumn ? SankeyRank::Bottom : SankeyRank::ByFlow});
        }
    }
    for (int i = 0; i < perColumn; ++i) {
        shape.nodes[i].value = 1 + static_cast<double>(random() % 100);
    }
    for (int column = 0; column + 1 < columns; ++column) {
        for (int i = 0; i < perColumn; ++i) {
            const int from = column * perColumn + i;
            double left = shape.nodes[from].value;
            for (int j = 0; j < perColumn && left >= 1; ++j) {
                const double part = std::floor(left * static_cast<double>(random() % 100) / 100);
                if (part > 0) {
                    const int to = (column + 1) * perColumn + j;
                    shape.links.append({from, to, part});
                    shape.nodes[to].value += part;
                    left -= part;
                }
            }
        }
    }
    return shape;
}

}  // namespace

class TestSankey : public QObject {
    Q_OBJECT

private slots:
    void barsAndBandsAreAsTallAsTheirValues()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 60; ++round) {
            const SankeyShape shape = randomFlow(random, 2 + round % 6, 1 + round % 9);
            const SankeyPlan plan = sankeyPlan(shape, kArea, 10, 18);
            QCOMPARE(plan.bars.size(), shape.nodes.size());
            for (int node = 0; node < shape.nodes.size(); ++node) {
                QVERIFY(std::abs(plan.bars[node].height() - shape.nodes[node].value * plan.scale) < kNear);
                QVERIFY(plan.bars[node].top() >= kArea.top() - kNear);
                QVERIFY(plan.bars[node].bottom() <= kArea.bottom() + kNear);
                QVERIFY(plan.bars[node].right() <= kArea.right() + kNear);
            }
            for (int link = 0; link < shape.links.size(); ++link) {
                const SankeyPlan::Band& band = plan.bands[link];
                const QRectF& from = plan.bars[shape.links[link].from];
                const QRectF& to = plan.bars[shape.links[link].to];
                QVERIFY(std::abs(band.width - shape.links[link].value * plan.scale) < kNear);
                QVERIFY(band.fromTop >= from.top() - kNear
                        && band.fromTop + band.width <= from.bottom() + kNear);
                QVERIFY(band.toTop >= to.top() - kNear && band.toTop + band.width <= to.bottom() + kNear);
            }
        }
    }

    void barsOfAColumnStandApart()
    {
        std::mt19937 random(11);
        for (int round = 0; round < 60; ++round) {
            const SankeyShape shape = randomFlow(random, 3 + round % 4, 2 + round % 11);
            const SankeyPlan plan = sankeyPlan(shape, kArea, 10, 18);
            for (int a = 0; a < shape.nodes.size(); ++a) {
                for (int b = a + 1; b < shape.nodes.size(); ++b) {
                    const bool apart = plan.bars[a].bottom() <= plan.bars[b].top() + kNear
                        || plan.bars[b].bottom() <= plan.bars[a].top() + kNear;
                    QVERIFY(shape.nodes[a].column != shape.nodes[b].column || apart);
                    if (shape.nodes[a].column == shape.nodes[b].column
                        && shape.nodes[a].rank != shape.nodes[b].rank) {
                        QVERIFY(plan.bars[a].top() <= plan.bars[b].top() + kNear);
                    }
                }
            }
        }
    }

    void bandsOfANodeDoNotCover()
    {
        std::mt19937 random(13);
        const SankeyShape shape = randomFlow(random, 5, 8);
        const SankeyPlan plan = sankeyPlan(shape, kArea, 10, 18);
        for (int a = 0; a < shape.links.size(); ++a) {
            for (int b = a + 1; b < shape.links.size(); ++b) {
                const auto apart = [&](double topA, double topB) {
                    return topA + plan.bands[a].width <= topB + kNear
                        || topB + plan.bands[b].width <= topA + kNear;
                };
                QVERIFY(shape.links[a].from != shape.links[b].from
                        || apart(plan.bands[a].fromTop, plan.bands[b].fromTop));
                QVERIFY(shape.links[a].to != shape.links[b].to
                        || apart(plan.bands[a].toTop, plan.bands[b].toTop));
            }
        }
    }

    void everyPartCanBePointedAt()
    {
        Sankey chart(QStringLiteral("Paths"));
        chart.resize(700, 400);
        chart.setData(test::samplePaths());
        QCOMPARE(chart.regions().size(), 10);
        const QRectF bar = chart.region(chart.nodeId(0))->shape.boundingRect();
        QCOMPARE(chart.regionAt(QPointF(5, bar.center().y())), chart.nodeId(0));
        QSignalSpy clicked(&chart, &Chart::activated);
        QTest::mouseClick(&chart, Qt::LeftButton, {}, QPoint(5, static_cast<int>(bar.center().y())));
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(clicked[0][0].value<RegionId>(), chart.nodeId(0));
    }

    void aChosenNodeFadesTheRest()
    {
        Sankey chart(QStringLiteral("Paths"));
        chart.resize(700, 400);
        chart.setData(test::samplePaths());
        // In the middle of the band from the second node of the first column to the second of the next.
        const auto* band = chart.region({3, 0, Sankey::Link});
        QVERIFY(band != nullptr);
        const QPoint place = band->shape.boundingRect().center().toPoint();
        const QColor before = chart.grab().toImage().pixelColor(place);
        chart.setSelection({chart.nodeId(0)});
        const QColor faded = chart.grab().toImage().pixelColor(place);
        chart.setSelection({chart.nodeId(1)});
        const QColor lit = chart.grab().toImage().pixelColor(place);
        QVERIFY(faded.saturation() < before.saturation());
        QVERIFY(lit.saturation() > before.saturation());
    }
};

MEITRACE_TEST(TestSankey)
#include "tst_sankey.moc"
