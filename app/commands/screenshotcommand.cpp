// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/window/mainwindow.h"
#include "ui/text/figures.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPixmap>
#include <QSaveFile>
#include <QSettings>
#include <QTemporaryDir>

#include <cmath>
#include <optional>

namespace meitrace {

namespace {

struct ScreenshotCommand {
    Q_DECLARE_TR_FUNCTIONS(ScreenshotCommand)
};

constexpr int kLeastSide = 200;
constexpr int kMostSide = 8000;

struct Wanted {
    QSize size {1440, 900};
    double scale = 1;
    double zoom = 1;
    bool dark = false;
};

Error badOption(const CommandContext& context, const char* option)
{
    return {.code = ErrorCode::BadOption, .subject = option, .value = context.value(option)};
}

Result<Wanted> wantedOf(const CommandContext& context)
{
    Wanted wanted;
    if (context.isSet("theme")) {
        wanted.dark = context.value("theme") == "dark";
        if (!wanted.dark && context.value("theme") != "light") {
            return badOption(context, "theme");
        }
    }
    if (context.isSet("size")) {
        const QStringList sides = fromUtf8(context.value("size")).split(u'x');
        wanted.size = QSize(sides.value(0).toInt(), sides.value(1).toInt());
        const auto fits = [](int side) { return side >= kLeastSide && side <= kMostSide; };
        if (sides.size() != 2 || !fits(wanted.size.width()) || !fits(wanted.size.height())) {
            return badOption(context, "size");
        }
    }
    if (context.isSet("scale")) {
        wanted.scale = fromUtf8(context.value("scale")).toDouble();
        if (!(wanted.scale >= 0.5 && wanted.scale <= 4)) {
            return badOption(context, "scale");
        }
    }
    const Result<std::int64_t> zoom = context.integer("zoom", 100);
    if (!zoom) {
        return zoom.error();
    }
    if (*zoom < 90 || *zoom > 150) {
        return badOption(context, "zoom");
    }
    wanted.zoom = static_cast<double>(*zoom) / 100;
    return wanted;
}

/// Lets what was computed be laid out and drawn, and what that asks for be computed. A change of size climbs
/// one widget with each round.
void settle(MainWindow& window)
{
    constexpr int kRounds = 12;
    for (int i = 0; i < kRounds; ++i) {
        QCoreApplication::processEvents();
        window.session().jobs().waitForAll();
    }
    QCoreApplication::processEvents();
}

/// Opens the workspace in the window and goes to the page.
Status show(MainWindow& window, const CommandContext& context)
{
    std::optional<Error> problem;
    QObject::connect(&window.session(), &Session::failed, &window,
                     [&problem](const Error& error) { problem = error; });
    const QString page = context.arguments.value(1);
    if (page != QStringLiteral("welcome")) {
        window.openFile(context.arguments.value(0));
        settle(window);
        if (!problem && !window.goTo(page)) {
            return Error {.code = ErrorCode::NotFound,
                          .subject = "page",
                          .value = page.toStdString(),
                          .detail = window.pageIds().join(u' ').toStdString()};
        }
    }
    settle(window);
    return problem ? Status(*problem) : Status(Done {});
}

Status save(const QPixmap& picture, const QString& path)
{
    QSaveFile file(path);
    const bool saved = file.open(QIODevice::WriteOnly) && picture.save(&file, "PNG") && file.commit();
    return saved ? Status(Done {})
                 : Status(Error {.code = ErrorCode::FileUnwritable, .subject = path.toStdString()});
}

}  // namespace

Result<Answer> runScreenshot(const CommandContext& context)
{
    const Result<Wanted> wanted = wantedOf(context);
    if (!wanted) {
        return wanted.error();
    }
    // What the user of this computer chose or opened neither shows in a picture nor is changed by one.
    const QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    Theme& theme = Theme::current();
    theme.setMode(wanted->dark ? Theme::Mode::Dark : Theme::Mode::Light);
    theme.setZoom(wanted->zoom);
    theme.install(*static_cast<QApplication*>(QCoreApplication::instance()));
    MainWindow window;
    window.resize(wanted->size);
    window.show();
    if (Status status = show(window, context); !status) {
        return status.error();
    }
    const QPixmap picture = window.grab();
    if (Status status = save(picture, context.arguments.value(2)); !status) {
        return status.error();
    }
    Answer answer;
    answer.options
        = {{"theme", wanted->dark ? "dark" : "light"},
           {"size", std::to_string(wanted->size.width()) + "x" + std::to_string(wanted->size.height())},
           {"scale", wanted->scale},
           {"zoom", static_cast<int>(std::lround(wanted->zoom * 100))}};
    answer.result = {{"page", context.argument(1)},
                     {"file", context.argument(2)},
                     {"width", picture.width()},
                     {"height", picture.height()}};
    answer.text = ScreenshotCommand::tr("Drawn to %1.").arg(context.arguments.value(2)) + u'\n';
    return answer;
}

std::vector<CommandSpec> pictureCommands()
{
    return {
        {"screenshot",
         "W PAGE OUT.png",
         3,
         3,
         QT_TRANSLATE_NOOP("Help", "Draws a page of the window into a picture, without a screen"),
         "meitrace screenshot clinic.meitrace funnels funnels.png --theme dark --size 1280x720",
         {{"theme", "light|dark", QT_TRANSLATE_NOOP("Help", "Light or dark"), "light"},
          {"size", "WxH", QT_TRANSLATE_NOOP("Help", "Width and height of the window in points"), "1440x900"},
          {"scale", "N", QT_TRANSLATE_NOOP("Help", "Pixels per point, 0.5 to 4"), "1"},
          {"zoom", "PERCENT", QT_TRANSLATE_NOOP("Help", "Size of the text, 90 to 150"), "100"}},
         runScreenshot,
         true},
    };
}

}  // namespace meitrace
