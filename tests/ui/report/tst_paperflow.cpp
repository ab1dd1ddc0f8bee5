// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/report/paperflow.h"
#include "ui/theme/theme.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <memory>

using namespace meitrace;

namespace {

PaperTable longTable(int rows)
{
    PaperTable table;
    table.columns = {{QStringLiteral("Number"), 1}, {QStringLiteral("Words"), 3}};
    for (int i = 0; i < rows; ++i) {
        table.rows.push_back(
            {{QString::number(i), QStringLiteral("some words that fill a line ").repeated(i % 5 + 1)}});
    }
    return table;
}

/// Dark pixels in a horizontal band of a drawn item.
int inkOf(const PaperItem& item)
{
    QImage image(static_cast<int>(paper::kWidth), static_cast<int>(paper::kHeight), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    item.draw(painter, item.box);
    painter.end();
    int ink = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            ink += qGray(image.pixel(x, y)) < 128 ? 1 : 0;
        }
    }
    return ink;
}

}  // namespace

/// Blocks on pages.
class TestPaperFlow : public QObject {
    Q_OBJECT

private slots:
    void everyBlockStandsWhollyInsideThePageAndOnNoOther()
    {
        PaperFlow flow;
        flow.section(QStringLiteral("Title"), QStringLiteral("Definition"));
        flow.text(QStringLiteral("Words. ").repeated(100));
        flow.table(longTable(200));
        flow.heading(QStringLiteral("Heading"));
        flow.block(300, [](QPainter&, const QRectF&) {});
        const std::vector<PaperPage> pages = flow.take();
        QVERIFY(pages.size() > 4);
        const QRectF body = paper::body();
        for (const PaperPage& page : pages) {
            QCOMPARE(page.definition, QStringLiteral("Definition"));
            double bottom = body.top() - 0.01;
            for (const PaperItem& item : page.items) {
                QVERIFY(item.box.top() >= bottom);
                bottom = item.box.bottom() - 0.01;
                QVERIFY(item.box.bottom() <= body.bottom() + 0.01);
                QCOMPARE(item.box.left(), body.left());
                QCOMPARE(item.box.width(), body.width());
            }
        }
    }

    void theHeadOfATableStandsOnEveryPage()
    {
        PaperFlow flow;
        flow.section(QStringLiteral("T"), {});
        flow.table(longTable(200));
        const std::vector<PaperPage> pages = flow.take();
        int rows = 0;
        const int head = inkOf(pages[0].items[1]);
        QVERIFY(head > 100);
        for (const PaperPage& page : pages) {
            // title, head, rows
            QCOMPARE(inkOf(page.items[1]), head);
            QCOMPARE(page.items[1].box.height(), pages[0].items[1].box.height());
            rows += static_cast<int>(page.items.size()) - 2;
        }
        QCOMPARE(rows, 200);
    }

    void aHeadingNeverStandsAlone()
    {
        PaperFlow flow;
        flow.section(QStringLiteral("T"), {});
        flow.gap(flow.room() - 100);
        flow.heading(QStringLiteral("Heading"), 200);
        const std::vector<PaperPage> pages = flow.take();
        QCOMPARE(pages.size(), std::size_t {2});
        QCOMPARE(pages[1].items.size(), std::size_t {2});
    }

    void noColumnIsNarrowerThanItsLongestWord()
    {
        PaperTable table;
        table.columns = {{QStringLiteral("W"), 20}, {QStringLiteral("Extraordinarily"), 0.1, Qt::AlignRight}};
        table.rows.push_back({{QStringLiteral("x"), QStringLiteral("1,234,567,890")}});
        PaperFlow narrow;
        narrow.section(QStringLiteral("T"), {});
        narrow.table(table);
        PaperTable wide = table;
        wide.columns[1].weight = 20;
        PaperFlow roomy;
        roomy.section(QStringLiteral("T"), {});
        roomy.table(wide);
        const std::vector<PaperPage> a = narrow.take();
        const std::vector<PaperPage> b = roomy.take();
        QCOMPARE(a[0].items[1].box.height(), b[0].items[1].box.height());  // one line each
        QCOMPARE(a[0].items[2].box.height(), b[0].items[2].box.height());
    }

    void linesBreakTheSameWhateverTheScreenShows()
    {
        const QString text = QStringLiteral("A sentence of some length that needs lines. ").repeated(5);
        const double before = wrappedHeight(text, paperFont(PaperFont::Body), 300);
        Theme::current().setZoom(1.5);
        Theme::current().setMode(Theme::Mode::Dark);
        QCOMPARE(wrappedHeight(text, paperFont(PaperFont::Body), 300), before);
        QCOMPARE(paperFont(PaperFont::Body).pixelSize(), 13);
        Theme::current().setZoom(1);
        Theme::current().setMode(Theme::Mode::Light);
        QVERIFY(wrappedHeight(text, paperFont(PaperFont::Body), 150) > before);
        QCOMPARE(wrappedHeight({}, paperFont(PaperFont::Body), 150), 0.0);
    }

    void aPercentSignStaysWithItsNumber()
    {
        const QFont font = paperFont(PaperFont::Body);
        const double wide = QFontMetricsF(font).horizontalAdvance(QStringLiteral("words 40.6")) + 4;
        // "40.6 %" moves to the second line as a whole instead of leaving its sign behind: two lines either
        // way
        QCOMPARE(wrappedHeight(QStringLiteral("words 40.6 %"), font, wide),
                 wrappedHeight(QStringLiteral("words\n40.6 %"), font, 500));
        QVERIFY(QFontMetricsF(font).horizontalAdvance(QStringLiteral("40.6 %")) < wide);
    }

    void aChainTakesAsManyRowsAsItNeeds()
    {
        const QStringList names(7, QStringLiteral("Consultation"));
        const double one = chainHeight(names, 5000);
        QVERIFY(one > 10);
        QVERIFY(chainHeight(names, 250) > 3 * one);
        QCOMPARE(chainHeight({}, 250), 0.0);
    }
};

MEITRACE_TEST(TestPaperFlow)
#include "tst_paperflow.moc"
