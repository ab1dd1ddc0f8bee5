// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The page of customers on the sample clinic. With MEITRACE_GALLERY=folder pictures are written there.
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"
#include "tests/ui/support/democlinic.h"
#include "tests/ui/support/structure.h"
#include "ui/pages/customerspage.h"
#include "ui/text/figures.h"
#include "ui/text/masking.h"
#include "ui/theme/theme.h"
#include "ui/viewmodels/profileview.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/tabbar.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTest>

#include <memory>

using namespace meitrace;

class TestCustomersPage : public QObject {
    Q_OBJECT

private:
    test::Scratch m_scratch;
    std::unique_ptr<Session> m_session;

    std::unique_ptr<CustomersPage> shown(QSize size)
    {
        auto page = std::make_unique<CustomersPage>(*m_session);
        page->resize(size);
        page->show();
        m_session->jobs().waitForAll();
        m_session->jobs().waitForAll();
        return page;
    }

    static DataTable* tableOf(const QWidget& page)
    {
        return page.findChild<DataTable*>(QStringLiteral("table.allCustomers"));
    }

    QString cell(const CustomersPage& page, int row, int column)
    {
        return page.model().index(row, column).data().toString();
    }

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("meitrace-test"));
        QSettings().clear();
        m_session = test::demoSession(m_scratch);
        QVERIFY(m_session->isOpen());
    }
    void cleanupTestCase() { m_session.reset(); }
    void cleanup() { setMasking(false); }

    void everybodyTheAnalysesLookAtStandsInTheTable()
    {
        const std::unique_ptr<CustomersPage> page = shown({1280, 720});
        QCOMPARE(Index {page->model().rowCount()}, m_session->population().count());
        const QAbstractItemModelTester tester(const_cast<CustomerTable*>(&page->model()));
        QVERIFY(tester.model() != nullptr);
    }

    void aTailOrANameFindsExactlyThoseWhoHaveIt()
    {
        const std::unique_ptr<CustomersPage> page = shown({1280, 720});
        const int all = page->model().rowCount();
        const QString phone = cell(*page, 0, CustomerTable::Phone);
        QVERIFY(phone.contains(QStringLiteral("****")));
        int expected = 0;
        for (int row = 0; row < all; ++row) {
            expected += cell(*page, row, CustomerTable::Phone).endsWith(QStringView(phone).right(4)) ? 1 : 0;
        }
        page->search(phone.right(4));
        m_session->jobs().waitForAll();
        // A code may end with the same four digits, and somebody may have a second number.
        QVERIFY(page->model().rowCount() >= expected);
        QVERIFY(page->model().rowCount() < expected + 5);
        page->search(QString());
        m_session->jobs().waitForAll();
        const QString name = cell(*page, 5, CustomerTable::Name);
        page->search(name);
        m_session->jobs().waitForAll();
        QVERIFY(page->model().rowCount() >= 1);
        for (int row = 0; row < page->model().rowCount(); ++row) {
            QVERIFY(cell(*page, row, CustomerTable::Name).contains(name));
        }
        page->search(QStringLiteral("no such person"));
        m_session->jobs().waitForAll();
        QCOMPARE(page->model().rowCount(), 0);
    }

    void sortingOrdersWhatIsShownAndSearchingKeepsTheOrder()
    {
        const std::unique_ptr<CustomersPage> page = shown({1280, 720});
        tableOf(*page)->sortByColumn(CustomerTable::Spend, Qt::DescendingOrder);
        m_session->jobs().waitForAll();
        const auto spendAt
            = [&](int row) { return page->model().list().purchases->spend[page->model().customerAt(row)]; };
        const auto descends = [&] {
            for (int row = 1; row < page->model().rowCount(); ++row) {
                if (spendAt(row) > spendAt(row - 1)) {
                    return false;
                }
            }
            return true;
        };
        QVERIFY(descends());
        QVERIFY(spendAt(0) > spendAt(page->model().rowCount() - 1));
        page->search(QStringLiteral("C00000"));
        m_session->jobs().waitForAll();
        QVERIFY(page->model().rowCount() > 10);
        QVERIFY(descends());
    }

    void sortingOffTheWindowIsTheSameAsHere()
    {
        const std::unique_ptr<CustomersPage> page = shown({1280, 720});
        const CustomerList& list = page->model().list();
        Job job(1);
        for (int column = 0; column < CustomerTable::kColumns; ++column) {
            auto up = sortedCustomers(list, list.customers, column, Qt::AscendingOrder, job);
            auto down = sortedCustomers(list, list.customers, column, Qt::DescendingOrder, job);
            MEITRACE_OK(up);
            MEITRACE_OK(down);
            std::vector<Index> a = *up;
            std::vector<Index> b = *down;
            std::sort(a.begin(), a.end());
            std::sort(b.begin(), b.end());
            QVERIFY(a == list.customers && b == list.customers);  // nobody is lost
        }
    }

    void aClickShowsTheProfileAndItsNumbersAreThoseOfTheTable()
    {
        const std::unique_ptr<CustomersPage> page = shown({1440, 900});
        tableOf(*page)->sortByColumn(CustomerTable::Visits, Qt::DescendingOrder);
        DataTable* table = tableOf(*page);
        const QString code = cell(*page, 0, CustomerTable::Code);
        const QString visits = cell(*page, 0, CustomerTable::Visits);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(page->model().index(0, CustomerTable::Name)).center());
        m_session->jobs().waitForAll();
        auto* panel = page->findChild<QWidget*>(QStringLiteral("panel.profile"));
        QVERIFY(panel != nullptr && panel->isVisible());
        QStringList texts;
        for (const QLabel* label : panel->findChildren<QLabel*>()) {
            if (label->isVisibleTo(panel)) {
                texts << label->text();
            }
        }
        QVERIFY(texts.contains(code));
        QVERIFY(texts.contains(visits));
        // Phone numbers stand masked until one is asked for.
        const QRegularExpression whole(QStringLiteral("^1\\d{10}$"));
        QVERIFY(texts.filter(whole).isEmpty());
        auto* reveal = panel->findChild<QPushButton*>();
        for (QPushButton* button : panel->findChildren<QPushButton*>()) {
            if (button->accessibleName().contains(QStringLiteral("Phone"))) {
                reveal = button;
            }
        }
        QVERIFY(reveal->accessibleName().contains(QStringLiteral("Phone")));
        QTest::mouseClick(reveal, Qt::LeftButton);
        texts.clear();
        for (const QLabel* label : panel->findChildren<QLabel*>()) {
            texts << label->text();
        }
        QCOMPARE(texts.filter(whole).size(), 1);
        auto* contacts = panel->findChild<DataTable*>(QStringLiteral("table.contacts"));
        const Index customer = page->model().customerAt(0);
        QCOMPARE(Index {contacts->model()->rowCount()},
                 m_session->snapshot()->end(customer) - m_session->snapshot()->begin(customer));
        const QAbstractItemModelTester tester(contacts->model());
        QVERIFY(tester.model() != nullptr);
    }

    void whenShowingToOthersNamesAreHidden()
    {
        const std::unique_ptr<CustomersPage> page = shown({1280, 720});
        const QString name = cell(*page, 0, CustomerTable::Name);
        setMasking(true);
        const QString masked = cell(*page, 0, CustomerTable::Name);
        QCOMPARE(masked, name.left(1) + QStringLiteral("**"));
    }

    void picturesAreWrittenWhereTheyAreAskedFor()
    {
        const QString folder = qEnvironmentVariable("MEITRACE_GALLERY");
        if (folder.isEmpty()) {
            QSKIP("set MEITRACE_GALLERY to a folder");
        }
        QDir().mkpath(folder);
        for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
            const bool dark = mode == Theme::Mode::Dark;
            const test::Spoken spoken(dark);
            Theme::current().setMode(mode);
            const std::unique_ptr<CustomersPage> page = shown({1232, 760});
            tableOf(*page)->sortByColumn(CustomerTable::Spend, Qt::DescendingOrder);
            tableOf(*page)->selectRow(1);
            emit tableOf(*page)->rowActivated(1);
            m_session->jobs().waitForAll();
            m_session->jobs().waitForAll();
            auto* tabs = page->findChild<TabBar*>(QStringLiteral("tabs.profile"));
            for (int tab = 0; tab < tabs->count(); ++tab) {
                tabs->setCurrentIndex(tab);
                QTest::qWait(20);
                QVERIFY(page->grab().save(QStringLiteral("%1/customers%2_%3.png")
                                              .arg(folder)
                                              .arg(tab)
                                              .arg(dark ? QStringLiteral("dark") : QStringLiteral("light"))));
            }
        }
        Theme::current().setMode(Theme::Mode::Light);
    }
};

MEITRACE_TEST(TestCustomersPage)
#include "tst_customerspage.moc"
