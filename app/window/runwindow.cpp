// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/runwindow.h"

#include "app/language.h"
#include "app/terminal.h"
#include "app/window/mainwindow.h"
#include "ui/theme/theme.h"
#include "ui/widgets/wheelguard.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QPixmap>
#include <QSettings>
#include <QTimer>

namespace meitrace {

namespace {

constexpr int kUsage = 2;
constexpr int kFailed = 1;

bool isFile(const QString& argument)
{
    return argument.endsWith(QStringLiteral(".meitrace"), Qt::CaseInsensitive);
}

/// Lets what was computed be laid out and drawn.
void settle(MainWindow& window)
{
    for (int i = 0; i < 3; ++i) {
        QCoreApplication::processEvents();
        window.session().jobs().waitForAll();
    }
    QCoreApplication::processEvents();
}

int refuse(const QString& text)
{
    writeError(text);
    return kUsage;
}

}  // namespace

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("meitrace"));
    QCoreApplication::setOrganizationName(QStringLiteral("meitrace"));
    QCoreApplication::setOrganizationDomain(QStringLiteral("meitrace.org"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MEITRACE_VERSION));
}

bool wantsWindow(const QStringList& arguments)
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    const bool hasScreen
        = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
#else
    const bool hasScreen = true;
#endif
    const QString first = arguments.value(1);
    return hasScreen && (first.isEmpty() || isFile(first) || first.startsWith(QStringLiteral("--lang")));
}

bool wantsScreenshot(const QStringList& arguments)
{
    return arguments.value(1) == QStringLiteral("screenshot");
}

int runWindow(int& argc, char** argv)
{
    QApplication app(argc, argv);
    nameApplication();
    const QSettings settings;
    const QStringList arguments = QCoreApplication::arguments();
    const QString asked = languageOption(arguments);
    setLanguage(!asked.isEmpty()
                    ? asked
                    : settings.value(QStringLiteral("window/language"), systemLanguage()).toString());
    Theme& theme = Theme::current();
    theme.setMode(static_cast<Theme::Mode>(settings.value(QStringLiteral("window/theme"), 0).toInt()));
    theme.setZoom(settings.value(QStringLiteral("window/zoom"), 1.0).toDouble());
    theme.install(app);
    app.installEventFilter(new WheelGuard(&app));
    MainWindow window;
    window.show();
    const QString file = isFile(arguments.value(1)) ? arguments.value(1) : Session::recentFiles().value(0);
    if (!file.isEmpty()) {
        QTimer::singleShot(0, &window, [&window, file] { window.openFile(file); });
    }
    return QApplication::exec();
}

int runScreenshot(int& argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments << QString::fromLocal8Bit(argv[i]);
    }
    QCommandLineParser parser;
    const QCommandLineOption themeOption(QStringLiteral("theme"), {}, QStringLiteral("light|dark"),
                                         QStringLiteral("light"));
    const QCommandLineOption sizeOption(QStringLiteral("size"), {}, QStringLiteral("WxH"),
                                        QStringLiteral("1440x900"));
    const QCommandLineOption scaleOption(QStringLiteral("scale"), {}, QStringLiteral("number"),
                                         QStringLiteral("1"));
    const QCommandLineOption zoomOption(QStringLiteral("zoom"), {}, QStringLiteral("percent"),
                                        QStringLiteral("100"));
    const QCommandLineOption languageOf(QStringLiteral("lang"), {}, QStringLiteral("zh_CN|en"));
    parser.addOptions({themeOption, sizeOption, scaleOption, zoomOption, languageOf});
    const bool understood = parser.parse(arguments);
    const QStringList names = parser.positionalArguments();
    const QStringList sides = parser.value(sizeOption).split(u'x');
    const double scale = parser.value(scaleOption).toDouble();
    if (!understood || names.size() != 4 || sides.size() != 2 || sides[0].toInt() < 200
        || sides[1].toInt() < 200 || scale < 0.5 || scale > 4) {
        return refuse(
            QStringLiteral("meitrace screenshot W PAGE OUT.png [--theme light|dark] [--lang zh_CN|en] "
                           "[--size 1440x900] [--scale 1] [--zoom 100]"));
    }
    qputenv("QT_SCALE_FACTOR", parser.value(scaleOption).toUtf8());
    QApplication app(argc, argv);
    nameApplication();
    setLanguage(parser.isSet(languageOf) ? parser.value(languageOf) : systemLanguage());
    Theme& theme = Theme::current();
    theme.setMode(parser.value(themeOption) == QStringLiteral("dark") ? Theme::Mode::Dark
                                                                      : Theme::Mode::Light);
    theme.setZoom(parser.value(zoomOption).toDouble() / 100.0);
    theme.install(app);
    MainWindow window;
    window.resize(sides[0].toInt(), sides[1].toInt());
    window.show();
    QString problem;
    QObject::connect(&window.session(), &Session::failed, &window,
                     [&problem](const QString& sentence) { problem = sentence; });
    if (names[2] != QStringLiteral("welcome")) {
        window.openFile(names[1]);
        settle(window);
        if (problem.isEmpty() && !window.goTo(names[2])) {
            return refuse(QStringLiteral("%1: %2").arg(names[2], window.pageIds().join(u' ')));
        }
    }
    settle(window);
    if (!problem.isEmpty()) {
        writeError(problem);
        return kFailed;
    }
    return window.grab().save(names[3]) ? 0 : refuse(names[3]);
}

}  // namespace meitrace
