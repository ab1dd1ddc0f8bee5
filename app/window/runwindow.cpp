// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/runwindow.h"

#include "app/language.h"
#include "app/window/mainwindow.h"
#include "ui/theme/theme.h"
#include "ui/widgets/wheelguard.h"

#include <QApplication>
#include <QSettings>
#include <QTimer>

namespace meitrace {

namespace {

bool isFile(const QString& argument)
{
    return argument.endsWith(QStringLiteral(".meitrace"), Qt::CaseInsensitive);
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

int runWindow(int& argc, char** argv)
{
    QApplication app(argc, argv);
    nameApplication();
    const QSettings settings;
    const QStringList arguments = QCoreApplication::arguments();
    const QString asked = optionValue(arguments, "lang");
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

}  // namespace meitrace
