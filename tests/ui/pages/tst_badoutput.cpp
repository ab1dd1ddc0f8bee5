// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Files that cannot be written, asked for from the dialog of exports and the page of reports: always a
// sentence that names the file, nothing left behind, and another try works.
#include "analytics/workbench/audiencebook.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"
#include "tests/ui/support/democlinic.h"
#include "tests/ui/support/refusals.h"
#include "tests/ui/support/settling.h"
#include "ui/pages/exportdialog.h"
#include "ui/pages/reportspage.h"
#include "ui/widgets/noticebar.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPrinter>
#include <QPushButton>
#include <QTest>
#include <QTimer>

#include <filesystem>
#include <memory>
#include <optional>
#include <sys/stat.h>

using namespace meitrace;

namespace {

/// A place to write to that is wrong in the way of its name.
class BadPlace {
public:
    BadPlace(const QByteArray& kind, const test::Scratch& scratch, const QString& name)
    {
        namespace fs = std::filesystem;
        const std::string folder = scratch.path(kind.toStdString());
        path = QString::fromStdString(folder) + u'/' + name;
        if (kind == "no folder") {
            return;
        }
        fs::create_directories(folder);
        if (kind == "a folder") {
            fs::create_directory(path.toStdString());
        } else if (kind == "a device") {
            isDevice = ::mkfifo(path.toUtf8().constData(), 0600) == 0;  // never one of the computer's own
        } else if (kind == "protected") {
            put(path, "kept");
            fs::permissions(path.toStdString(), fs::perms::owner_read);
        } else if (kind == "open in a spreadsheet") {
            put(path, "kept");
            put(QString::fromStdString(folder) + QStringLiteral("/.~lock.") + name + u'#', "somebody");
        } else if (kind == "full disk" || kind == "read-only disk") {
            m_disk.emplace(kind == "full disk" ? 16 : 64);
            isThere = m_disk->isMounted();
            path = m_disk->file(name);
            if (kind == "full disk") {
                put(m_disk->file(QStringLiteral("filler")), QByteArray(16 * 1024, 'x'));
            } else {
                isThere = isThere && m_disk->close();
            }
        }
    }

    QString path;
    bool isThere = true;
    bool isDevice = false;  ///< reading it would wait for ever

private:
    static void put(const QString& file, const QByteArray& bytes)
    {
        QFile out(file);
        static_cast<void>(out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size());
    }

    std::optional<test::SmallDisk> m_disk;
};

QStringList filesIn(const QString& path)
{
    return QFileInfo(path).absoluteDir().entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(1 << 20) : QByteArray();
}

}  // namespace

class TestBadOutput : public QObject {
    Q_OBJECT

private:
    test::Scratch m_scratch;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<ExportDialog> m_dialog;

    void settle() { test::settle(*m_session); }
    template <typename Widget>
    Widget* part(const char* name)
    {
        return m_dialog->findChild<Widget*>(QLatin1String(name));
    }
    void openDialog()
    {
        m_dialog = std::make_unique<ExportDialog>(*m_session, QStringLiteral("everybody"));
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        m_dialog->show();
        settle();
        part<QLineEdit>("export.purpose")->setText(QStringLiteral("a test"));
    }
    void writeTo(const QString& file)
    {
        part<QLineEdit>("export.file")->setText(file);
        auto* write = part<QPushButton>("btn.export");
        QVERIFY(write->isEnabled());
        write->click();
        settle();
    }
    /// Answers the next question with this button; says how often one was asked.
    static void answer(QTimer& timer, QMessageBox::StandardButton button, int& asked)
    {
        connect(&timer, &QTimer::timeout, &timer, [button, &asked] {
            if (auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget())) {
                ++asked;
                box->button(button)->click();
            }
        });
        timer.start(20);
    }
    static void addPlaces()
    {
        QTest::addColumn<bool>("isFile");
        for (const char* kind : {"no folder", "a folder", "a device", "protected", "open in a spreadsheet",
                                 "full disk", "read-only disk"}) {
            QTest::newRow(kind) << true;
        }
    }

private slots:
    void initTestCase()
    {
        m_session = test::demoSession(m_scratch);
        QVERIFY(m_session->isOpen());
        m_session->change<Done>(
            {this, QStringLiteral("save"), QStringLiteral("Save")},
            [](Clinic& clinic, Job& job) {
                return saveRule(clinic, {.name = "everybody", .rule = "reachable(wechat)"}, {}, job);
            },
            [](const Status& status) { MEITRACE_OK(status); });
        settle();
    }
    void cleanup() { m_dialog.reset(); }
    void cleanupTestCase() { m_session.reset(); }

    void anExportThatCannotBeWrittenSaysWhy_data() { addPlaces(); }
    void anExportThatCannotBeWrittenSaysWhy()
    {
        const BadPlace place(QTest::currentDataTag(), m_scratch, QStringLiteral("list.csv"));
        if (!place.isThere) {
            QSKIP("needs the right to mount a small disk");
        }
        openDialog();
        const QStringList before = filesIn(place.path);
        const QByteArray bytes = place.isDevice ? QByteArray() : bytesOf(place.path);
        QTimer timer;
        int asked = 0;
        answer(timer, QMessageBox::Yes, asked);
        writeTo(place.path);
        timer.stop();
        auto* notice = m_dialog->findChild<NoticeBar*>();
        QVERIFY(notice->isVisible());
        const QString unclear = test::unclear(notice->text(), QFileInfo(place.path).fileName());
        QVERIFY2(unclear.isEmpty(), qPrintable(unclear));
        if (!place.isDevice) {
            QCOMPARE(filesIn(place.path), before);
            QCOMPARE(bytesOf(place.path), bytes);
        }
        // Another place, and it is written.
        writeTo(QString::fromStdString(
            m_scratch.path(QByteArray(QTest::currentDataTag()).toStdString() + ".csv")));
        QVERIFY(!notice->isVisible());
        QVERIFY(part<QLabel>("export.receipt")->isVisible());
    }

    void theWorkspaceItselfIsNoPlaceForAList()
    {
        openDialog();
        const QByteArray before = bytesOf(m_session->path());
        QTimer timer;
        int asked = 0;
        answer(timer, QMessageBox::Yes, asked);
        writeTo(m_session->path());
        auto* notice = m_dialog->findChild<NoticeBar*>();
        QVERIFY(notice->isVisible());
        QVERIFY2(test::unclear(notice->text(), {}).isEmpty(), qPrintable(notice->text()));
        QCOMPARE(bytesOf(m_session->path()).left(16), before.left(16));
        QVERIFY(m_session->isOpen());
    }

    void aFileThatIsThereIsReplacedOnlyOnAWord()
    {
        const QString path = QString::fromStdString(m_scratch.write("there.csv", "of last week"));
        openDialog();
        QTimer timer;
        int asked = 0;
        answer(timer, QMessageBox::No, asked);
        writeTo(path);
        QCOMPARE(asked, 1);
        QCOMPARE(bytesOf(path), QByteArray("of last week"));
        timer.stop();
        QTimer second;
        answer(second, QMessageBox::Yes, asked);
        writeTo(path);
        QCOMPARE(asked, 2);
        QVERIFY(bytesOf(path).size() > 100);
    }

    void aReportThatCannotBeSavedSaysWhy_data() { addPlaces(); }
    void aReportThatCannotBeSavedSaysWhy()
    {
        if (QByteArray(QTest::currentDataTag()) == "protected"
            || QByteArray(QTest::currentDataTag()) == "open in a spreadsheet") {
            return;  // of tables only: a report is put in the place of an older one
        }
        const BadPlace place(QTest::currentDataTag(), m_scratch, QStringLiteral("report.pdf"));
        if (!place.isThere) {
            QSKIP("needs the right to mount a small disk");
        }
        ReportsPage page(*m_session);
        page.resize(1100, 700);
        page.show();
        settle();
        QVERIFY(page.document() != nullptr);
        const QStringList before = filesIn(place.path);
        page.saveTo(place.path);
        auto* notice = page.findChild<NoticeBar*>();
        QVERIFY(notice->isVisible());
        const QString unclear = test::unclear(notice->text(), QFileInfo(place.path).fileName());
        QVERIFY2(unclear.isEmpty(), qPrintable(unclear));
        if (!place.isDevice) {
            QCOMPARE(filesIn(place.path), before);
        }
        QCOMPARE(QFileInfo(place.path).isFile(), false);
        page.saveTo(QString::fromStdString(m_scratch.path("good.pdf")));
        QVERIFY2(notice->text().contains(QStringLiteral("Saved")), qPrintable(notice->text()));
    }

    void aPrinterThatTakesNothingIsSaid()
    {
        ReportsPage page(*m_session);
        page.resize(1100, 700);
        page.show();
        settle();
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(QString::fromStdString(m_scratch.path("nowhere"))
                                  + QStringLiteral("/p.pdf"));
        page.printOn(printer);
        auto* notice = page.findChild<NoticeBar*>();
        QVERIFY(notice->isVisible());
        QVERIFY2(notice->text().contains(QStringLiteral("printer")), qPrintable(notice->text()));
        printer.setOutputFileName(QString::fromStdString(m_scratch.path("paper.pdf")));
        page.printOn(printer);
        QVERIFY2(notice->text().contains(QStringLiteral("Sent")), qPrintable(notice->text()));
        QVERIFY(bytesOf(QString::fromStdString(m_scratch.path("paper.pdf"))).startsWith("%PDF"));
    }
};

MEITRACE_TEST(TestBadOutput)

#include "tst_badoutput.moc"
