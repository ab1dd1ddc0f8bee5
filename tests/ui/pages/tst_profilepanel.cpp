// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// One customer beside the table: her files, a record split off, a consent entered, the page that is printed,
// a copy of her data, and that she is gone when she asks for it. With MEITRACE_GALLERY=folder pictures are
// written there.
#include "analytics/workbench/profile.h"
#include "tests/support/pdfcheck.h"
#include "tests/support/testmain.h"
#include "tests/ui/support/demopage.h"
#include "tests/ui/support/dialogs.h"
#include "tests/ui/support/gallery.h"
#include "tests/ui/support/structure.h"
#include "ui/pages/consentdialog.h"
#include "ui/pages/customerspage.h"
#include "ui/pages/decisiondialog.h"
#include "ui/pages/erasedialog.h"
#include "ui/pages/profilepanel.h"
#include "ui/pages/profilesheetdialog.h"
#include "ui/theme/theme.h"
#include "ui/viewmodels/customerfileview.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/tabbar.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <memory>

using namespace meitrace;

namespace {

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class TestProfilePanel final : public QObject {
    Q_OBJECT

    test::DemoDataPage m_world;
    std::unique_ptr<CustomersPage> m_page;
    std::string m_path;

    Session& session() { return m_world.session(); }
    void settle() { test::settle(session()); }
    ProfilePanel& panel() { return *m_page->findChild<ProfilePanel*>(); }
    template <typename Widget>
    Widget* part(const char* name)
    {
        return m_page->findChild<Widget*>(QLatin1String(name));
    }
    void show(const QString& code)
    {
        m_page->openCustomer(code);
        settle();
    }
    void showTab(int tab) { part<TabBar>("tabs.profile")->setCurrentIndex(tab); }
    /// Calls look(file) for one customer after the other until it answers true.
    template <typename Look>
    void forFiles(Look look)
    {
        Job job;
        Result<Clinic> clinic = Clinic::forReading(m_path, job);
        const SnapshotPtr snapshot = clinic ? *clinic->snapshot(job) : nullptr;
        for (Index customer = 0; snapshot && customer < snapshot->customers(); ++customer) {
            if (!snapshot->known().test(customer)) {
                continue;
            }
            auto file = customerFile(*clinic, snapshot->customerCode(customer), job);
            if (file && look(*std::move(file))) {
                return;
            }
        }
    }
    /// Somebody with so many records, bills and cards
    CustomerFile somebody(std::size_t handles, bool withCards = false)
    {
        CustomerFile found;
        forFiles([&](CustomerFile file) {
            const bool fits = file.handles.size() >= handles && !file.purchases.empty()
                && (!withCards || file.sessionsLeft() > 0);
            if (fits) {
                found = std::move(file);
            }
            return fits;
        });
        return found;
    }

private slots:
    void initTestCase() { MEITRACE_OK(m_world.makeClinic()); }
    void init()
    {
        const Result<std::string> copied = m_world.copy();
        MEITRACE_OK(copied);
        m_path = *copied;
        QVERIFY(m_world.open(m_path));
        m_page = std::make_unique<CustomersPage>(session());
        m_page->resize(1280, 760);
        m_page->show();
        settle();
    }
    void cleanup()
    {
        m_page.reset();
        m_world.close();
        Theme::current().setMode(Theme::Mode::Light);
    }

    void everyPartSaysWhatTheFilesSay()
    {
        const CustomerFile file = somebody(3, true);
        QVERIFY(!file.code.empty());
        show(QString::fromStdString(file.code));
        const std::pair<const char*, std::size_t> tables[] {{"table.cards", file.cards.size()},
                                                            {"table.purchases", file.purchases.size()},
                                                            {"table.handles", file.handles.size()},
                                                            {"table.facts", file.facts.size()},
                                                            {"table.decisions", 0}};
        for (const auto& [name, rows] : tables) {
            auto* table = part<DataTable>(name);
            QVERIFY(table != nullptr);
            QCOMPARE(static_cast<std::size_t>(table->model()->rowCount()), rows);
            const QAbstractItemModelTester tester(table->model());
        }
        // Numbers are never in clear.
        static const QRegularExpression whole(QStringLiteral("\\b1\\d{10}\\b"));
        for (const char* name : {"table.handles", "table.facts"}) {
            const auto* table = part<DataTable>(name);
            for (int row = 0; row < table->model()->rowCount(); ++row) {
                for (int column = 0; column < table->model()->columnCount(); ++column) {
                    QVERIFY(!test::cellText(*table, row, column).contains(whole));
                }
            }
        }
    }

    void nothingIsCutOrWithoutAName_data()
    {
        QTest::addColumn<bool>("chinese");
        QTest::newRow("en") << false;
        QTest::newRow("zh") << true;
    }
    void nothingIsCutOrWithoutAName()
    {
        QFETCH(bool, chinese);
        const CustomerFile file = somebody(3, true);
        const test::Spoken spoken(chinese);
        Theme::current().setMode(chinese ? Theme::Mode::Dark : Theme::Mode::Light);
        m_page = std::make_unique<CustomersPage>(session());
        m_page->resize(1280, 760);
        m_page->show();
        settle();
        show(QString::fromStdString(file.code));
        for (int tab = 0; tab < 3; ++tab) {
            showTab(tab);
            QTest::qWait(20);
            QCOMPARE(test::clippedText(panel()), QString());
            QCOMPARE(test::unnamedControl(panel()), QString());
        }
        const QString code = QString::fromStdString(file.code);
        const QString tag = QString::fromLatin1(QTest::currentDataTag());
        for (int number = 0; number < 3; ++number) {
            std::unique_ptr<QDialog> dialog;
            if (number == 0) {
                dialog = std::make_unique<ConsentDialog>(code, session().zone());
            } else if (number == 1) {
                dialog = std::make_unique<EraseDialog>(session(), code);
            } else {
                dialog = std::make_unique<DecisionDialog>(
                    session(), DecisionDialog::splitting(code, {file.handles.back().ident}));
            }
            dialog->setAttribute(Qt::WA_DeleteOnClose, false);
            dialog->show();
            settle();
            QTest::qWait(20);
            QCOMPARE(test::clippedText(*dialog), QString());
            QCOMPARE(test::unnamedControl(*dialog), QString());
            QVERIFY(test::keepPicture(*dialog, QStringLiteral("profile_dialog%1_%2").arg(number).arg(tag)));
        }
        part<QPushButton>("btn.printProfile")->click();
        auto* sheet = test::openDialog<ProfileSheetDialog>();
        QVERIFY(sheet != nullptr);
        QTest::qWait(50);
        QCOMPARE(test::clippedText(*sheet), QString());
        QCOMPARE(test::unnamedControl(*sheet), QString());
        QVERIFY(test::keepPicture(*sheet, QStringLiteral("profile_sheet_") + tag));
        sheet->reject();
    }

    void aRecordIsSplitOffAndComesBack()
    {
        const CustomerFile file = somebody(2);
        const Index before = session().everybody().count();
        show(QString::fromStdString(file.code));
        showTab(2);
        auto* split = part<QPushButton>("btn.splitRecords");
        QVERIFY(!split->isEnabled());
        auto* handles = part<DataTable>("table.handles");
        handles->selectAll();
        QVERIFY(!split->isEnabled());  // nobody would be left to be split from
        handles->clearSelection();
        handles->selectRow(handles->model()->rowCount() - 1);
        QVERIFY(split->isEnabled());
        split->click();
        settle();
        auto* dialog = test::openDialog<DecisionDialog>();
        QVERIFY(dialog != nullptr);
        const auto* preview = dialog->findChild<DataTable*>(QStringLiteral("table.decision"));
        QVERIFY(preview->model()->columnCount() >= 4);
        const int parts = preview->model()->columnCount() - 2;
        dialog->findChild<QPushButton*>(QStringLiteral("btn.decide"))->click();
        settle();
        QVERIFY(part<DataTable>("table.handles")->model()->rowCount()
                < static_cast<int>(file.handles.size()));
        auto* decisions = part<DataTable>("table.decisions");
        QCOMPARE(decisions->model()->rowCount(), 1);
        QVERIFY(session().everybody().count() >= before);
        QVERIFY(session().everybody().count() <= before + parts - 1);
        session().changes().undo();
        settle();
        QCOMPARE(session().everybody().count(), before);
        QCOMPARE(handles->model()->rowCount(), static_cast<int>(file.handles.size()));
        // Done again, and taken back where it is listed: the menu's undo then finds nothing to do.
        session().changes().redo();
        settle();
        QVERIFY(handles->model()->rowCount() < static_cast<int>(file.handles.size()));
        decisions->selectRow(0);
        auto* takeBack = part<QPushButton>("btn.takeDecisionBack");
        QVERIFY(takeBack->isEnabled());
        takeBack->click();
        settle();
        QCOMPARE(handles->model()->rowCount(), static_cast<int>(file.handles.size()));
        session().changes().undo();
        settle();
        QCOMPARE(handles->model()->rowCount(), static_cast<int>(file.handles.size()));
    }

    void aConsentIsEnteredAndTakenBack()
    {
        const CustomerFile file = somebody(1);
        show(QString::fromStdString(file.code));
        const std::int64_t batches = static_cast<std::int64_t>(session().overview().batches.size());
        part<QPushButton>("btn.addConsent")->click();
        auto* dialog = test::openDialog<ConsentDialog>();
        QVERIFY(dialog != nullptr);
        const auto choose = [dialog](const char* name, int value) {
            auto* box = dialog->findChild<QComboBox*>(QLatin1String(name));
            box->setCurrentIndex(box->findData(value));
        };
        choose("consent.scope", static_cast<int>(ConsentScope::Marketing));
        choose("consent.channel", static_cast<int>(ConsentChannel::Sms));
        choose("consent.state", static_cast<int>(ConsentState::Withdrawn));
        QVERIFY(!dialog->findChild<QCheckBox*>(QStringLiteral("consent.ends"))->isEnabled());
        dialog->findChild<QLineEdit*>(QStringLiteral("consent.evidence"))->setText(QStringLiteral("通话"));
        dialog->findChild<QPushButton*>(QStringLiteral("btn.keepConsent"))->click();
        settle();
        QCOMPARE(static_cast<std::int64_t>(session().overview().batches.size()), batches + 1);
        QVERIFY(panel().isVisible());
        const auto latest = [this, &file] {
            const SnapshotPtr snapshot = session().snapshot();
            Job job;
            if (!snapshot->loadConsents(job)) {
                return ConsentState::Granted;
            }
            const auto records = consentsOf(*snapshot, snapshot->findCustomer(file.code));
            const ConsentRecord* found = nullptr;
            for (const ConsentRecord& record : records) {
                if (record.scope == ConsentScope::Marketing && record.channel == ConsentChannel::Sms
                    && (found == nullptr || record.at > found->at)) {
                    found = &record;
                }
            }
            return found == nullptr ? ConsentState::Granted : found->state;
        };
        QVERIFY(latest() == ConsentState::Withdrawn);
        session().changes().undo();
        settle();
        QCOMPARE(static_cast<std::int64_t>(session().overview().batches.size()), batches);
        session().changes().redo();
        settle();
        QVERIFY(latest() == ConsentState::Withdrawn);
    }

    void theSheetIsOnePageAndHidesNamesAndNumbers()
    {
        if (!test::PdfCheck::isAvailable()) {
            QSKIP("poppler's tools are not installed");
        }
        // The one with most to print among many, and the first of them.
        std::vector<CustomerFile> all(2);
        int looked = 0;
        forFiles([&](CustomerFile file) {
            const auto size
                = [](const CustomerFile& each) { return each.purchases.size() + each.cards.size(); };
            if (looked == 0) {
                all[0] = file;
            }
            if (looked == 0 || size(file) > size(all[1])) {
                all[1] = std::move(file);
            }
            return ++looked == 400;
        });
        Job job;
        Result<Clinic> clinic = Clinic::forReading(m_path, job);
        MEITRACE_OK(clinic);
        const SnapshotPtr snapshot = *clinic->snapshot(job);
        static const QRegularExpression whole(QStringLiteral("(?<!\\d)1\\d{10}(?!\\d)"));
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto profile
                = profileOf(clinic->workspace(), *snapshot, snapshot->findCustomer(all[i].code), job);
            MEITRACE_OK(profile);
            ProfileSheetDialog dialog(std::make_shared<const Profile>(*profile),
                                      std::make_shared<const CustomerFile>(all[i]), snapshot,
                                      QStringLiteral("clinic"));
            dialog.setAttribute(Qt::WA_DeleteOnClose, false);
            const QString name = QString::fromStdString(all[i].handles.front().name);
            for (const bool named : {false, true}) {
                dialog.findChild<QCheckBox*>(QStringLiteral("sheet.named"))->setChecked(named);
                QCOMPARE(dialog.document()->pages(), 1);
                const QString path = QString::fromStdString(m_world.scratch().path("sheet.pdf"));
                dialog.saveTo(path);
                const test::PdfCheck pdf(path);
                QCOMPARE(pdf.pages(), 1);
                QVERIFY(pdf.isA4());
                const QString text = pdf.text();
                QVERIFY(text.contains(QString::fromStdString(all[i].code)));
                QVERIFY(!text.contains(whole));
                QCOMPARE(!name.isEmpty() && text.contains(name), named && !name.isEmpty());
            }
        }
    }

    void sheGetsACopyAndIsErasedAndStaysAway()
    {
        const CustomerFile file = somebody(2, true);
        const QString code = QString::fromStdString(file.code);
        std::string chart;
        for (const CustomerHandle& handle : file.handles) {
            chart = handle.id.starts_with("H0") ? handle.id : chart;
        }
        QVERIFY(!chart.empty());
        show(code);
        const QString copy = QString::fromStdString(m_world.scratch().path("copy.json"));
        panel().copyTo(copy);
        settle();
        QVERIFY(bytesOf(copy).contains(chart.c_str()));
        part<QPushButton>("btn.erasePerson")->click();
        settle();
        auto* dialog = test::openDialog<EraseDialog>();
        QVERIFY(dialog != nullptr);
        auto* erase = dialog->findChild<QPushButton*>(QStringLiteral("btn.erase"));
        auto* typed = dialog->findChild<QLineEdit*>(QStringLiteral("erase.code"));
        QVERIFY(!erase->isEnabled());
        typed->setText(QStringLiteral("C0"));
        QVERIFY(!erase->isEnabled());
        typed->setText(code);
        QVERIFY(erase->isEnabled());
        const Index before = session().everybody().count();
        erase->click();
        settle();
        QCOMPARE(session().everybody().count(), before - 1);
        QVERIFY(!panel().isVisible());
        QVERIFY(!session().changes().canUndo());
        const auto notices = m_page->findChildren<NoticeBar*>();
        QVERIFY(std::any_of(notices.begin(), notices.end(),
                            [&code](const NoticeBar* bar) { return bar->text().contains(code); }));
        QVERIFY(!bytesOf(QString::fromStdString(m_path)).contains(chart.c_str()));
        // An old file that still has her is loaded without her, and says so.
        QByteArray old = bytesOf(QString::fromStdString(m_world.scratch().path("files/到访.csv")));
        QVERIFY(old.contains(chart.c_str()));
        const QString again
            = QString::fromStdString(m_world.scratch().write("到访_again.csv", (old + "\r\n").toStdString()));
        const auto loaded = std::make_shared<ImportReport>();
        connect(&session(), &Session::imported, this,
                [loaded](const ImportReport& report) { *loaded = report; });
        session().import({{again, std::nullopt}});
        settle();
        QCOMPARE(loaded->files.size(), std::size_t {1});
        QVERIFY(loaded->files[0].fates[static_cast<std::size_t>(RowFate::Erased)] > 0);
        QVERIFY(session().snapshot()->findCustomer(file.code) < 0);
        QCOMPARE(session().everybody().count(), before - 1);
        QVERIFY(!bytesOf(QString::fromStdString(m_path)).contains(chart.c_str()));
    }
};

MEITRACE_TEST(TestProfilePanel)

#include "tst_profilepanel.moc"
