// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What Ctrl+C puts on the clipboard: a card as a picture, never with a name in it.
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"
#include "tests/ui/support/structure.h"
#include "ui/charts/comparebars.h"
#include "ui/pages/cardcopy.h"
#include "ui/pages/customerspage.h"
#include "ui/text/masking.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/kpicard.h"
#include "ui/widgets/label.h"

#include <QClipboard>
#include <QLineEdit>
#include <QMimeData>
#include <QVBoxLayout>

#include <memory>

using namespace meitrace;
using namespace meitrace::test;

namespace {

/// The card as it stands on the screen
QImage plainPicture(QWidget& card)
{
    QImage image(card.size() * 2, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(2);
    image.fill(Theme::current().tokens().window);
    card.render(&image);
    return image;
}

QImage copied()
{
    return qvariant_cast<QImage>(QApplication::clipboard()->mimeData()->imageData())
        .convertToFormat(QImage::Format_ARGB32);
}

QImage comparable(const QImage& image)
{
    QImage plain = image.convertToFormat(QImage::Format_ARGB32);
    plain.setDevicePixelRatio(1);
    return plain;
}

}  // namespace

class TestCardCopy : public QObject {
    Q_OBJECT

private slots:
    void init() { QApplication::clipboard()->clear(); }
    void cleanup() { setMasking(false); }

    void namesOfCustomersAreMaskedInThePicture()
    {
        const Scratch scratch;
        Session session;
        session.openDemo(QString::fromStdString(scratch.path("clinic.meitrace")));
        session.jobs().waitForAll();
        CustomersPage page(session);
        page.resize(1158, 768);
        page.show();
        session.jobs().waitForAll();
        QTest::qWait(50);
        auto* table = page.findChild<DataTable*>(QStringLiteral("table.allCustomers"));
        table->setColumnHidden(CustomerTable::Name, false);
        QWidget* card = cardOf(table);
        QVERIFY(card != nullptr);
        const QImage shown = comparable(plainPicture(*card));
        const CardCopy keys;
        table->setFocus();
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(!isMasking());  // the screen stays as it was
        QVERIFY(QApplication::clipboard()->mimeData()->hasImage());
        QVERIFY(QApplication::clipboard()->text().startsWith(
            table->model()->headerData(0, Qt::Horizontal).toString()));
        const QImage picture = comparable(copied());
        QCOMPARE(picture.size(), card->size() * 2);
        QVERIFY(picture != shown);
        setMasking(true);
        QVERIFY(picture == comparable(plainPicture(*card)));
        QVERIFY(copyCard(table));
        QVERIFY(comparable(copied()) == picture);
    }

    void aLabelThatShowsANameIsMaskedAndComesBack()
    {
        Card card(QStringLiteral("Card"));
        QLabel* label = textLabel(QStringLiteral("Wang Xiaoming"), TextRole::Body);
        card.body()->addWidget(label);
        card.resize(300, 120);
        card.show();
        const QImage shown = comparable(plainPicture(card));
        QVERIFY(comparable(maskedPicture(card)) == shown);  // nothing to mask yet
        setMaskedText(label, maskedName(label->text()));
        const QImage masked = comparable(maskedPicture(card));
        QVERIFY(masked != shown);
        QCOMPARE(label->text(), QStringLiteral("Wang Xiaoming"));
        label->setText(QStringLiteral("W**"));
        QVERIFY(masked == comparable(plainPicture(card)));
    }

    void aChartIsCopiedWithItsCardAndItsFigures()
    {
        Card card(QStringLiteral("Card"));
        auto* bars = new CompareBars(QStringLiteral("Bars"));
        CompareData data;
        data.items.resize(1);
        data.items[0].label = QStringLiteral("One");
        data.items[0].value = 0.5;
        data.items[0].valueText = QStringLiteral("50%");
        data.labelHeader = QStringLiteral("What");
        data.valueHeader = QStringLiteral("Share");
        bars->setData(data);
        card.body()->addWidget(bars);
        card.resize(400, 200);
        card.show();
        QVERIFY(copyCard(bars));
        QCOMPARE(copied().size(), card.size() * 2);
        QCOMPARE(QApplication::clipboard()->text(), bars->table().text());
    }

    void aKeyFigureIsACardToo()
    {
        KpiCard kpi(
            {.label = QStringLiteral("Visits"), .value = QStringLiteral("12"), .opensCustomers = true});
        kpi.show();
        QCOMPARE(cardOf(&kpi), static_cast<QWidget*>(&kpi));
        QVERIFY(copyCard(&kpi));
        QCOMPARE(copied().size(), kpi.size() * 2);
    }

    void aFieldCopiesWhatIsSelectedInIt()
    {
        Card card(QStringLiteral("Card"));
        auto* field = new QLineEdit(QStringLiteral("some words"));
        card.body()->addWidget(field);
        card.show();
        card.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&card));
        const CardCopy keys;
        field->setFocus();
        field->setSelection(5, 5);
        QTest::keyClick(field, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("words"));
        QVERIFY(!QApplication::clipboard()->mimeData()->hasImage());
    }

    void outsideOfCardsNothingIsCopied()
    {
        QWidget plain;
        QVERIFY(cardOf(&plain) == nullptr);
        QVERIFY(!copyCard(&plain));
    }
};

MEITRACE_TEST(TestCardCopy)
#include "tst_cardcopy.moc"
