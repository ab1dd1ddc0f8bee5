// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/theme/theme.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/tone.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QVBoxLayout>

using namespace meitrace;

class TestDataTable : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        Theme::current().setMode(Theme::Mode::Light);
        Theme::current().setZoom(1);
        m_model.reset(new QStandardItemModel(4, 3));
        for (int r = 0; r < 4; ++r) {
            for (int c = 0; c < 3; ++c) {
                m_model->setData(m_model->index(r, c), QStringLiteral("r%1c%2").arg(r).arg(c));
            }
        }
        m_model->setHorizontalHeaderLabels({QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")});
    }

    void selectedRowsAreCopiedWithTheHeader()
    {
        DataTable table(QStringLiteral("Customers"));
        table.setModel(m_model.get());
        m_model->setData(m_model->index(2, 1), QStringLiteral("two\tparts\nhere"));
        table.selectRow(2);
        QTest::keySequence(&table, QKeySequence::Copy);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("A\tB\tC\nr2c0\ttwo parts here\tr2c2\n"));
    }

    void hiddenAndMovedColumnsAreCopiedAsShown()
    {
        DataTable table(QStringLiteral("Customers"));
        table.setModel(m_model.get());
        table.setColumnHidden(1, true);
        table.horizontalHeader()->moveSection(2, 0);
        table.selectRow(0);
        QCOMPARE(table.selectionAsText(), QStringLiteral("C\tA\nr0c2\tr0c0\n"));
        table.clearSelection();
        QCOMPARE(table.selectionAsText().count(QLatin1Char('\n')), 5);
    }

    void tabLeavesAndArrowsMove()
    {
        QWidget window;
        QVBoxLayout column(&window);
        auto* before = new QLineEdit;
        auto* table = new DataTable(QStringLiteral("Customers"));
        auto* after = new QLineEdit;
        for (QWidget* widget : std::initializer_list<QWidget*> {before, table, after}) {
            column.addWidget(widget);
        }
        table->setModel(m_model.get());
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        before->setFocus();
        QTest::keyClick(before, Qt::Key_Tab);
        QVERIFY(table->hasFocus());
        QCOMPARE(table->currentIndex().row(), 0);
        QTest::keyClick(table, Qt::Key_Down);
        QCOMPARE(table->currentIndex().row(), 1);
        QTest::keyClick(table, Qt::Key_Tab);
        QVERIFY(after->hasFocus());
    }

    void focusIsVisible()
    {
        DataTable table(QStringLiteral("Customers"));
        table.setModel(m_model.get());
        table.resize(400, 300);
        table.show();
        QVERIFY(QTest::qWaitForWindowActive(&table));
        table.setFocus();
        const QImage image = table.viewport()->grab().toImage();
        QCOMPARE(image.pixelColor(200, 1), lightTokens().text);
    }

    void enterActivatesTheRow()
    {
        DataTable table(QStringLiteral("Customers"));
        table.setModel(m_model.get());
        table.setCurrentIndex(m_model->index(2, 0));
        QSignalSpy rows(&table, &DataTable::rowActivated);
        QTest::keyClick(&table, Qt::Key_Return);
        QCOMPARE(rows.count(), 1);
        QCOMPARE(rows[0][0].toInt(), 2);
    }

    void rowsAreThirtyEightPixelsAndGrowWithTheZoom()
    {
        DataTable table(QStringLiteral("Customers"));
        table.setModel(m_model.get());
        QCOMPARE(table.rowHeight(0), 38);
        Theme::current().setZoom(1.5);
        QCOMPARE(table.rowHeight(0), 57);
        QCOMPARE(table.horizontalHeader()->height(), 48);
        Theme::current().setZoom(1);
    }

    void allRowsFitWhenTheTableIsShort()
    {
        DataTable table(QStringLiteral("Customers"));
        table.setModel(m_model.get());
        table.setShowsAllRows(true);
        table.resize(500, table.sizeHint().height());
        table.show();
        QVERIFY(table.viewport()->height() >= 4 * 38);
        m_model->appendRow(new QStandardItem(QStringLiteral("x")));
        QCOMPARE(table.sizeHint().height(), 32 + 5 * 38 + 2);
    }

    void pillsAndBarsArePainted()
    {
        m_model->setData(m_model->index(0, 0), int(Tone::Good), PillRole);
        m_model->setData(m_model->index(1, 1), 0.5, BarRole);
        DataTable table(QStringLiteral("Customers"));
        table.setModel(m_model.get());
        for (int c = 0; c < 3; ++c) {
            table.setColumnWidth(c, 120);
        }
        table.resize(400, 260);
        table.show();
        const QImage image = table.viewport()->grab().toImage();
        QCOMPARE(image.pixelColor(14, 19), lightTokens().goodSoft);
        const int y = 38 + 38 - 1 - 4 - 2;
        QCOMPARE(image.pixelColor(120 + 30, y), lightTokens().accent);
        QCOMPARE(image.pixelColor(120 + 90, y), lightTokens().sunken);
        QCOMPARE(image.pixelColor(200, 37), lightTokens().border);
    }

    void columnsFitTheirWords()
    {
        m_model->setData(m_model->index(3, 0), QStringLiteral("a rather long text in the last row"));
        DataTable table(QStringLiteral("Customers"));
        table.setModel(m_model.get());
        table.fitColumns();
        const QFontMetrics metrics(table.font());
        QVERIFY(table.columnWidth(0)
                >= metrics.horizontalAdvance(QStringLiteral("a rather long text in the last row")) + 20);
        QVERIFY(table.columnWidth(1) < table.columnWidth(0));
    }

    /// Words give way; a number and the word of a state stand whole, until there is no room for that either.
    void inANarrowTableWordsGiveWayFirst()
    {
        const QString words = QStringLiteral("a rather long text in the last row, and more of it");
        m_model->setData(m_model->index(3, 0), words);
        m_model->setData(m_model->index(0, 1), QStringLiteral("No consent to anything"));
        m_model->setData(m_model->index(0, 1), static_cast<int>(Tone::Warn), PillRole);
        for (int row = 0; row < 4; ++row) {
            m_model->setData(m_model->index(row, 2), QStringLiteral("1,234,567,890"));
            m_model->setData(m_model->index(row, 2), int(Qt::AlignRight | Qt::AlignVCenter),
                             Qt::TextAlignmentRole);
        }
        DataTable table(QStringLiteral("Customers"));
        table.setModel(m_model.get());
        table.resize(900, 300);
        table.show();
        table.fitColumns(600);
        const int roomy = table.columnWidth(0);
        const int pill = Pill::pillSize(QStringLiteral("No consent to anything"), Tone::Warn).width();
        const int number = table.fontMetrics().horizontalAdvance(QStringLiteral("1,234,567,890"));
        QVERIFY(roomy > table.fontMetrics().horizontalAdvance(words));
        table.resize(450, 300);
        QVERIFY(table.columnWidth(0) < roomy);
        QVERIFY(table.columnWidth(1) >= pill + 20);
        QVERIFY(table.columnWidth(2) >= number + 20);
        QVERIFY(table.columnWidth(0) + table.columnWidth(1) + table.columnWidth(2)
                <= table.viewport()->width() + 1);
        table.resize(120, 300);  // too narrow for all: it scrolls
        const int whole = table.columnWidth(0);
        QVERIFY(whole > table.fontMetrics().horizontalAdvance(words));
        QVERIFY(roomy > whole);  // what was left over was shared out
    }

    void screenReadersHearNameAndHeads()
    {
        DataTable table(QStringLiteral("Customers"));
        table.setModel(m_model.get());
        QAccessibleInterface* access = QAccessible::queryAccessibleInterface(&table);
        QCOMPARE(access->text(QAccessible::Name), QStringLiteral("Customers"));
        QVERIFY(access->tableInterface() != nullptr);
        QCOMPARE(access->tableInterface()->columnDescription(1), QStringLiteral("B"));
    }

private:
    std::unique_ptr<QStandardItemModel> m_model;
};

MEITRACE_TEST(TestDataTable)
#include "tst_datatable.moc"
