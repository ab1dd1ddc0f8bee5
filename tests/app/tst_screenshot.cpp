// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/programrun.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace meitrace;
using namespace meitrace::test;

namespace {

/// Width and height of a PNG file from its header.
QSizeF pictureSize(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QByteArray head = file.read(24);
    const auto number = [&](int at) {
        quint32 value = 0;
        for (int i = 0; i < 4; ++i) {
            value = value << 8U | static_cast<unsigned char>(head[at + i]);
        }
        return value;
    };
    return head.startsWith("\x89PNG") ? QSizeF(number(16), number(20)) : QSizeF();
}

}  // namespace

/// Pages drawn by the real program without a screen.
class TestScreenshot : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_clinic;

private slots:
    void initTestCase()
    {
        m_clinic = m_folder.filePath(QStringLiteral("clinic.meitrace"));
        QVERIFY(makeDemoClinic(m_clinic));
    }

    void everyPageInBothThemesAndLanguages()
    {
        const QString picture = m_folder.filePath(QStringLiteral("page.png"));
        for (const char* page : {"welcome", "data", "funnels", "segments"}) {
            QByteArray before;
            for (const char* theme : {"light", "dark"}) {
                for (const char* language : {"en", "zh_CN"}) {
                    const ProgramRun run = runProgram(
                        {QStringLiteral("screenshot"), m_clinic, QLatin1String(page), picture,
                         QStringLiteral("--theme"), QLatin1String(theme), QStringLiteral("--lang"),
                         QLatin1String(language), QStringLiteral("--size"), QStringLiteral("1280x720")});
                    QVERIFY2(run.exitCode == 0, run.errors.constData());
                    QCOMPARE(pictureSize(picture), QSizeF(1280, 720));
                    QFile file(picture);
                    QVERIFY(file.open(QIODevice::ReadOnly));
                    const QByteArray bytes = file.readAll();
                    QVERIFY2(bytes != before, page);  // another theme or language looks otherwise
                    before = bytes;
                }
            }
        }
    }

    void scaleMultipliesThePixels()
    {
        const QString picture = m_folder.filePath(QStringLiteral("large.png"));
        const ProgramRun run = runProgram({QStringLiteral("screenshot"), m_clinic, QStringLiteral("funnels"),
                                           picture, QStringLiteral("--size"), QStringLiteral("1280x720"),
                                           QStringLiteral("--scale"), QStringLiteral("1.5")});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(pictureSize(picture), QSizeF(1920, 1080));
    }

    void theAnswerIsADocumentLikeAnyOther()
    {
        const QString picture = m_folder.filePath(QStringLiteral("told.png"));
        const ProgramRun run
            = runProgram({QStringLiteral("screenshot"), m_clinic, QStringLiteral("data"), picture,
                          QStringLiteral("--size"), QStringLiteral("1280x720"), QStringLiteral("--json")});
        QCOMPARE(run.exitCode, 0);
        const QJsonObject result
            = QJsonDocument::fromJson(run.output).object().value(QStringLiteral("result")).toObject();
        QCOMPARE(result.value(QStringLiteral("page")).toString(), QStringLiteral("data"));
        QCOMPARE(result.value(QStringLiteral("width")).toInt(), 1280);
        QVERIFY(
            runProgram({QStringLiteral("help"), QStringLiteral("screenshot")}).output.contains("--scale N"));
    }

    void whatCannotBeDrawnIsSaid()
    {
        const QString picture = m_folder.filePath(QStringLiteral("no.png"));
        QCOMPARE(
            runProgram({QStringLiteral("screenshot"), m_clinic, QStringLiteral("nosuch"), picture}).exitCode,
            1);
        QCOMPARE(runProgram({QStringLiteral("screenshot"), m_folder.filePath(QStringLiteral("gone.meitrace")),
                             QStringLiteral("data"), picture})
                     .exitCode,
                 4);
        for (const char* option : {"--size=9x9", "--scale=0", "--zoom=500", "--theme=pink", "--size=a"}) {
            QCOMPARE(runProgram({QStringLiteral("screenshot"), m_clinic, QStringLiteral("data"), picture,
                                 QLatin1String(option)})
                         .exitCode,
                     2);
        }
        QCOMPARE(runProgram({QStringLiteral("screenshot")}).exitCode, 2);
        QVERIFY(!QFile::exists(picture));
    }
};

MEITRACE_TEST(TestScreenshot)
#include "tst_screenshot.moc"
