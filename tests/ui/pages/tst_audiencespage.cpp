// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The page of audiences and the way to a file, on the sample clinic.
#include "tests/support/handcsv.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"
#include "tests/ui/support/democlinic.h"
#include "tests/ui/support/gallery.h"
#include "ui/pages/audiencespage.h"
#include "ui/pages/customerspanel.h"
#include "ui/pages/exportdialog.h"
#include "ui/text/masking.h"
#include "ui/theme/theme.h"
#include "ui/viewmodels/audiencetable.h"
#include "ui/viewmodels/exportview.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace meitrace;
using namespace meitrace::test;

namespace {

template <typename Widget>
Widget* part(QWidget* inside, const char* name)
{
    return inside->findChild<Widget*>(QString::fromLatin1(name));
}

void click(QWidget* inside, const char* name)
{
    auto* button = part<QPushButton>(inside, name);
    QVERIFY2(button != nullptr && button->isVisibleTo(inside) && button->isEnabled(), name);
    QTest::mouseClick(button, Qt::LeftButton);
}

/// The number a label begins with
qlonglong leading(const QLabel* label)
{
    return QLocale().toLongLong(label->text().section(u' ', 0, 0));
}

}  // namespace

class TestAudiencesPage : public QObject {
    Q_OBJECT

private:
    Scratch m_scratch;
    std::unique_ptr<Session> m_session;

    std::unique_ptr<AudiencesPage> shown()
    {
        auto page = std::make_unique<AudiencesPage>(*m_session);
        page->resize(1280, 720);
        page->show();
        m_session->jobs().waitForAll();
        return page;
    }

    void saveByText(AudiencesPage* page, const QString& name, const QString& rule)
    {
        const bool first = part<DataTable>(page, "table.audiences")->model()->rowCount() == 0;
        click(page, first ? "btn.firstAudience" : "btn.newAudience");
        part<QLineEdit>(page, "audience.name")->setText(name);
        part<QPlainTextEdit>(page, "audience.rule")->setPlainText(rule);
        QTest::qWait(450);
        m_session->jobs().waitForAll();
        QVERIFY(keepPicture(*page, QStringLiteral("audience_editor")));
        click(page, "btn.save");
        m_session->jobs().waitForAll();
    }

private slots:
    void initTestCase()
    {
        m_session = test::demoSession(m_scratch);
        QVERIFY(m_session->isOpen());
    }
    void cleanupTestCase() { m_session.reset(); }

    void withoutAudiencesThePageSaysWhatToDo()
    {
        const auto page = shown();
        QVERIFY(part<QPushButton>(page.get(), "btn.firstAudience")->isVisibleTo(page.get()));
        QVERIFY(!part<QPushButton>(page.get(), "btn.newAudience")->isVisibleTo(page.get()));
    }

    void aRuleIsCountedWhileItIsWrittenAndSavedOnce()
    {
        const auto page = shown();
        saveByText(page.get(), QStringLiteral("buyers"),
                   QStringLiteral("did bill AND NOT rfm.segment = lost AND (age >= 20 OR city = \"x\") AND "
                                  "reachable(wechat) AND did bill count >= 1 last 3000d"));
        auto* table = part<DataTable>(page.get(), "table.audiences");
        QCOMPARE(table->model()->rowCount(), 1);
        const qlonglong counted = leading(part<QLabel>(page.get(), "audience.count"));
        QVERIFY(counted > 20);
        QCOMPARE(QLocale().toLongLong(table->model()->index(0, AudienceTable::Customers).data().toString()),
                 counted);
        // A second one of the name is refused in words, and nothing is saved over the first.
        click(page.get(), "btn.newAudience");
        part<QLineEdit>(page.get(), "audience.name")->setText(QStringLiteral("buyers"));
        m_session->jobs().waitForAll();
        click(page.get(), "btn.save");
        m_session->jobs().waitForAll();
        QVERIFY(part<QLabel>(page.get(), "audience.error")->text().contains(QStringLiteral("already")));
        click(page.get(), "btn.cancelEdit");
        QCOMPARE(table->model()->rowCount(), 1);
        // A rule that cannot be read cannot be saved.
        click(page.get(), "btn.newAudience");
        part<QPlainTextEdit>(page.get(), "audience.rule")->setPlainText(QStringLiteral("age >"));
        QVERIFY(!part<QPushButton>(page.get(), "btn.save")->isEnabled());
        QVERIFY(!part<QLabel>(page.get(), "audience.error")->text().isEmpty());
        click(page.get(), "btn.cancelEdit");
    }

    void customersAndReasonsAreAClickAway()
    {
        const auto page = shown();
        QSignalSpy asked(page.get(), &AudiencesPage::customersRequested);
        click(page.get(), "btn.showCustomers");
        m_session->jobs().waitForAll();
        QCOMPARE(asked.size(), 1);
        const auto members = asked[0][0].value<Bitset>();
        auto* table = part<DataTable>(page.get(), "table.audiences");
        QCOMPARE(members.count(),
                 QLocale().toLongLong(table->model()->index(0, AudienceTable::Customers).data().toString()));
        Index in = -1;
        members.forEach([&](Index customer) { in = in < 0 ? customer : in; });
        auto* code = part<QLineEdit>(page.get(), "audience.code");
        code->setText(QString::fromStdString(m_session->snapshot()->customerCode(in)));
        click(page.get(), "btn.why");
        m_session->jobs().waitForAll();
        QVERIFY(part<QLabel>(page.get(), "audience.reason")->text().contains(QStringLiteral("is in.")));
        code->setText(QStringLiteral("C9999999"));
        click(page.get(), "btn.why");
        m_session->jobs().waitForAll();
        QVERIFY(part<QLabel>(page.get(), "audience.reason")->text().contains(QStringLiteral("C9999999")));
    }

    void theDialogWritesAsManyRowsAsItSays()
    {
        ExportDialog dialog(*m_session, QStringLiteral("buyers"));
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        m_session->jobs().waitForAll();
        auto* write = part<QPushButton>(&dialog, "btn.export");
        QVERIFY(!write->isEnabled());  // nobody said what for
        QTRY_VERIFY(write->width() >= write->sizeHint().width());
        auto* reasons = part<DataTable>(&dialog, "table.suppression");
        QTRY_VERIFY(reasons->height() >= reasons->sizeHint().height());
        QVERIFY(keepPicture(dialog, QStringLiteral("export_dialog")));
        for (auto* box : dialog.findChildren<QCheckBox*>()) {
            if (box->property("code").toString() == QStringLiteral("city")) {
                box->click();
            }
        }
        m_session->jobs().waitForAll();
        part<QLineEdit>(&dialog, "export.purpose")->setText(QStringLiteral("test of the page"));
        const QString file = QString::fromStdString(m_scratch.path("out.csv"));
        part<QLineEdit>(&dialog, "export.file")->setText(file);
        QVERIFY(write->isEnabled());
        auto* table = part<DataTable>(&dialog, "table.suppression");
        const int last = table->model()->rowCount() - 1;
        const auto count = [&](int row) {
            QString text = table->model()->index(row, SuppressionTable::Customers).data().toString();
            return QLocale().toLongLong(text.remove(QChar(u'\u2212')));
        };
        qlonglong left = count(0);
        for (int row = 1; row < last; ++row) {
            left -= count(row);
        }
        QCOMPARE(left, count(last));
        QVERIFY(count(last) > 0 && count(last) < count(0));
        click(&dialog, "btn.export");
        m_session->jobs().waitForAll();
        const auto rows = parseByHand(fileBytes(file.toStdString()));
        QCOMPARE(rows.size(), static_cast<std::size_t>(count(last) + 1));
        const QAbstractItemModel* sample = part<DataTable>(&dialog, "table.sample")->model();
        QCOMPARE(sample->rowCount(), 10);
        QCOMPARE(sample->columnCount(), 3);  // what names people, name, city
        for (int row = 0; row < 10; ++row) {
            const auto& cells = rows[static_cast<std::size_t>(row) + 1].cells;
            QCOMPARE(sample->index(row, 0).data().toString(), QString::fromStdString(cells[0]));
            QCOMPARE(sample->index(row, 1).data().toString(), maskedName(QString::fromStdString(cells[1])));
            QCOMPARE(sample->index(row, 2).data().toString(), QString::fromStdString(cells[2]));
        }
        QVERIFY(part<QLabel>(&dialog, "export.receipt")->text().contains(file));
        QVERIFY(keepPicture(dialog, QStringLiteral("export_receipt")));
    }

    void fromANumberToAFileInTwoClicks()
    {
        QWidget window;
        window.resize(1280, 720);
        auto* panel = new CustomersPanel(*m_session, &window);
        window.show();
        Bitset members(m_session->snapshot()->customers());
        for (Index customer = 0; customer < 200; ++customer) {
            members.set(customer);
        }
        panel->showCustomers(members, QStringLiteral("Lost after lead"));
        m_session->jobs().waitForAll();
        click(panel, "btn.exportCsv");
        m_session->jobs().waitForAll();
        auto* dialog = panel->findChild<ExportDialog*>();
        QVERIFY(dialog != nullptr);
        part<QLineEdit>(dialog, "export.purpose")->setText(QStringLiteral("win back"));
        part<QLineEdit>(dialog, "export.file")->setText(QString::fromStdString(m_scratch.path("lost.csv")));
        click(dialog, "btn.export");
        m_session->jobs().waitForAll();
        QVERIFY(!fileBytes(m_scratch.path("lost.csv")).empty());
        dialog->close();
        // The list stands among the audiences and says where it came from.
        const auto page = shown();
        auto* table = part<DataTable>(page.get(), "table.audiences");
        QStringList rules;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            rules << table->model()->index(row, AudienceTable::Rule).data().toString();
        }
        QVERIFY2(rules.join(u'|').contains(QStringLiteral("Lost after lead")), qPrintable(rules.join(u'|')));
    }

    void whatIsDeletedComesBack()
    {
        const auto page = shown();
        auto* table = part<DataTable>(page.get(), "table.audiences");
        const int before = table->model()->rowCount();
        QVERIFY(before >= 2);
        const QString name = table->model()->index(0, AudienceTable::Name).data().toString();
        table->selectRow(0);
        click(page.get(), "btn.deleteAudience");
        m_session->jobs().waitForAll();
        QCOMPARE(table->model()->rowCount(), before - 1);
        QPushButton* undo = nullptr;
        for (QPushButton* button : page->findChildren<QPushButton*>()) {
            undo = button->text().contains(QStringLiteral("Undo")) ? button : undo;
        }
        QVERIFY(undo != nullptr);
        undo->click();
        m_session->jobs().waitForAll();
        QCOMPARE(table->model()->rowCount(), before);
        QVERIFY(part<DataTable>(page.get(), "table.audiences")->model()->index(0, 0).data().toString()
                == name);
    }
};

MEITRACE_TEST(TestAudiencesPage)

#include "tst_audiencespage.moc"
