// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/charts/samples.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QPainter>
#include <QSet>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <memory>

using namespace meitrace;

namespace {

std::unique_ptr<Chart> makeChart(const QString& kind, bool chinese)
{
    const auto ready = [](auto chart, const auto& data) {
        chart->setData(data);
        return std::unique_ptr<Chart>(std::move(chart));
    };
    const QString name = QStringLiteral("chart");
    if (kind == QStringLiteral("funnel")) {
        return ready(std::make_unique<FunnelChart>(name), test::sampleFunnel(chinese));
    }
    if (kind == QStringLiteral("split")) {
        return ready(std::make_unique<FunnelChart>(name), test::sampleSplitFunnel(chinese));
    }
    if (kind == QStringLiteral("long")) {
        return ready(std::make_unique<FunnelChart>(name), test::sampleLongFunnel());
    }
    if (kind == QStringLiteral("rfm")) {
        return ready(std::make_unique<HeatGrid>(name), test::sampleRfm(chinese));
    }
    if (kind == QStringLiteral("retention")) {
        return ready(std::make_unique<HeatGrid>(name), test::sampleRetention(chinese));
    }
    if (kind == QStringLiteral("lines")) {
        return ready(std::make_unique<LineChart>(name), test::sampleLines(chinese));
    }
    if (kind == QStringLiteral("areas")) {
        return ready(std::make_unique<AreaChart>(name), test::sampleLines(chinese));
    }
    if (kind == QStringLiteral("stack")) {
        return ready(std::make_unique<BarChart>(name), test::sampleStack(chinese));
    }
    if (kind == QStringLiteral("lying")) {
        return ready(std::make_unique<BarChart>(name), test::sampleChannels(chinese));
    }
    if (kind == QStringLiteral("compare")) {
        return ready(std::make_unique<CompareBars>(name), test::sampleCompare(chinese));
    }
    if (kind == QStringLiteral("distribution")) {
        return ready(std::make_unique<DistributionBars>(name), test::sampleDistribution(chinese));
    }
    if (kind == QStringLiteral("scatter")) {
        return ready(std::make_unique<DensityScatter>(name), test::sampleScatter(5000));
    }
    if (kind == QStringLiteral("paths")) {
        return ready(std::make_unique<Sankey>(name), test::samplePaths());
    }
    if (kind == QStringLiteral("timeline")) {
        return ready(std::make_unique<Timeline>(name), test::sampleLife(chinese));
    }
    auto stages = std::make_unique<StageTimeline>(name);
    stages->setStages(test::sampleStages(chinese),
                      {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    return stages;
}

void resizeWell(Chart& chart, int width)
{
    chart.resize(width,
                 static_cast<int>(std::ceil(std::max(chart.heightFor(width, ChartStyle::screen()), 260.0))));
}

}  // namespace

class TestAllCharts : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        Theme::current().setMode(Theme::Mode::Light);
        Theme::current().setZoom(1);
    }
    void cleanup() { init(); }

    void regionsLieInsideAndCanBeHit_data() { kinds(); }
    void regionsLieInsideAndCanBeHit()
    {
        const std::unique_ptr<Chart> chart = sample();
        QVERIFY(!chart->regions().isEmpty());
        for (const ChartRegion& region : chart->regions()) {
            const QRectF box = region.shape.boundingRect();
            QVERIFY2(QRectF(chart->rect()).adjusted(-16, -16, 16, 16).contains(box),
                     qPrintable(region.label));
            QVERIFY(!region.value.isEmpty());
            QVERIFY(!region.label.isEmpty());
        }
    }

    void keysReachEveryRegion_data() { kinds(); }
    void keysReachEveryRegion()
    {
        const std::unique_ptr<Chart> chart = sample();
        QTest::keyClick(chart.get(), Qt::Key_Home);
        QVector<RegionId> seen = {chart->current()};
        for (qsizetype i = 1; i < chart->regions().size(); ++i) {
            QTest::keyClick(chart.get(), Qt::Key_PageDown);
            QVERIFY(!seen.contains(chart->current()));
            seen.append(chart->current());
        }
        QCOMPARE(seen.size(), chart->regions().size());
        // Arrows never lead to a place that is not there.
        for (const int key :
             {Qt::Key_Left, Qt::Key_Up, Qt::Key_Right, Qt::Key_Down, Qt::Key_Up, Qt::Key_Right}) {
            QTest::keyClick(chart.get(), static_cast<Qt::Key>(key));
            QVERIFY(chart->region(chart->current()) != nullptr);
        }
    }

    void focusCanBeSeen_data() { kinds(); }
    void focusCanBeSeen()
    {
        const std::unique_ptr<Chart> chart = sample();
        chart->show();
        QVERIFY(QTest::qWaitForWindowActive(chart.get()));
        chart->clearFocus();
        const QImage without = chart->grab().toImage();
        chart->setFocus(Qt::TabFocusReason);
        QVERIFY(chart->hasFocus());
        QVERIFY(chart->current().isValid());
        QVERIFY(chart->grab().toImage() != without);
    }

    void tablesAreRectangular_data() { kinds(); }
    void tablesAreRectangular()
    {
        const std::unique_ptr<Chart> chart = sample();
        const ChartTable table = chart->table();
        QVERIFY(!table.rows.isEmpty());
        for (const QStringList& row : table.rows) {
            QCOMPARE(row.size(), table.headers.size());
        }
    }

    void picturesAreValidAndTheSameTwice_data() { kinds(); }
    void picturesAreValidAndTheSameTwice()
    {
        const std::unique_ptr<Chart> chart = sample();
        const std::unique_ptr<Chart> twin = sample();
        QVERIFY(chart->image(2) == twin->image(2));
        QCOMPARE(chart->image(2).size(), chart->size() * 2);
        QTemporaryDir folder;
        QVERIFY(chart->savePng(folder.filePath(QStringLiteral("a.png")), 2));
        QVERIFY(twin->savePng(folder.filePath(QStringLiteral("b.png")), 2));
        QFile a(folder.filePath(QStringLiteral("a.png")));
        QFile b(folder.filePath(QStringLiteral("b.png")));
        QVERIFY(a.open(QIODevice::ReadOnly) && b.open(QIODevice::ReadOnly));
        const QByteArray bytes = a.readAll();
        QVERIFY(bytes.size() > 1000);
        QCOMPARE(bytes, b.readAll());
        QVERIFY(chart->saveSvg(folder.filePath(QStringLiteral("a.svg"))));
        const QByteArray svg = chart->svg();
        QSvgRenderer renderer(svg);
        QVERIFY(renderer.isValid());
        QCOMPARE(renderer.viewBoxF().size(), QSizeF(chart->size()));
    }

    void noWordIsShortenedWithDots_data() { kinds(); }
    void noWordIsShortenedWithDots()
    {
        QFETCH(QString, kind);
        for (const int width : {320, 480, 900}) {
            for (const bool chinese : {false, true}) {
                const std::unique_ptr<Chart> chart = makeChart(kind, chinese);
                resizeWell(*chart, width);
                QXmlStreamReader reader(chart->svg());
                QString words;
                while (!reader.atEnd()) {
                    if (reader.readNext() == QXmlStreamReader::Characters) {
                        words += reader.text();
                    }
                }
                QVERIFY(!reader.hasError());
                QVERIFY(!words.contains(QStringLiteral("...")));
                QVERIFY(!words.contains(QChar(0x2026)));
                QVERIFY2(!words.contains(QStringLiteral("? ")), qPrintable(words));
            }
        }
    }

    void aChangeOfThemeRepaintsAndPaperStaysLight_data() { kinds(); }
    void aChangeOfThemeRepaintsAndPaperStaysLight()
    {
        const std::unique_ptr<Chart> chart = sample();
        const auto onPaper = [&] {
            QImage image(chart->size(), QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QPainter painter(&image);
            chart->paintTo(painter, chart->rect(), ChartStyle::print());
            return image;
        };
        const QImage light = chart->image(1);
        const QImage paper = onPaper();
        Theme::current().setMode(Theme::Mode::Dark);
        const QImage dark = chart->image(1);
        QCOMPARE(dark.pixelColor(0, dark.height() - 1), darkTokens().surface);
        QVERIFY(dark != light);
        QVERIFY(onPaper() == paper);
        Theme::current().setMode(Theme::Mode::Light);
        QVERIFY(chart->image(1) == light);
    }

    void screenReadersGetEveryRegion_data() { kinds(); }
    void screenReadersGetEveryRegion()
    {
        const std::unique_ptr<Chart> chart = sample();
        QAccessibleInterface* access = QAccessible::queryAccessibleInterface(chart.get());
        QVERIFY(access != nullptr);
        QCOMPARE(access->text(QAccessible::Name), QStringLiteral("chart"));
        QCOMPARE(access->role(), QAccessible::Chart);
        QCOMPARE(access->childCount(), static_cast<int>(chart->regions().size()));
        for (int i = 0; i < access->childCount(); ++i) {
            QAccessibleInterface* child = access->child(i);
            QVERIFY(child != nullptr && child->isValid());
            QVERIFY(child->text(QAccessible::Name).contains(chart->regions()[i].value));
            QCOMPARE(access->indexOfChild(child), i);
            QVERIFY(child->parent() == access);
        }
    }

    void largerTextNeedsNoMoreThanTheHint_data() { kinds(); }
    void largerTextNeedsNoMoreThanTheHint()
    {
        Theme::current().setZoom(1.5);
        const std::unique_ptr<Chart> chart = sample();
        chart->resize(std::max(chart->width(), chart->sizeHint().width()),
                      std::max(chart->height(), chart->sizeHint().height()));
        for (const ChartRegion& region : chart->regions()) {
            QVERIFY(QRectF(chart->rect()).adjusted(-24, -24, 24, 24).contains(region.shape.boundingRect()));
        }
        QVERIFY(!chart->image(1).isNull());
    }

    void copyingGivesPictureAndTable()
    {
        const std::unique_ptr<Chart> chart = makeChart(QStringLiteral("funnel"), false);
        resizeWell(*chart, 700);
        QTest::keySequence(chart.get(), QKeySequence::Copy);
        const QMimeData* both = QApplication::clipboard()->mimeData();
        QVERIFY(both->hasImage());
        QCOMPARE(both->text(), chart->table().text());
    }

private:
    static void kinds()
    {
        QTest::addColumn<QString>("kind");
        for (const char* kind :
             {"funnel", "split", "long", "rfm", "retention", "lines", "areas", "stack", "lying", "compare",
              "distribution", "scatter", "timeline", "stages", "paths"}) {
            QTest::newRow(kind) << QString::fromLatin1(kind);
        }
    }

    static std::unique_ptr<Chart> sample()
    {
        QFETCH(QString, kind);
        std::unique_ptr<Chart> chart = makeChart(kind, false);
        resizeWell(*chart, 700);
        return chart;
    }
};

MEITRACE_TEST(TestAllCharts)
#include "tst_allcharts.moc"
