// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command.h"
#include "app/help.h"
#include "app/language.h"
#include "app/terminal.h"
#include "app/window/runwindow.h"
#include "models/base/calendar.h"
#include "models/base/platform.h"
#include "ui/text/errortext.h"

#include <QApplication>
#include <QCommandLineParser>

#include <memory>

namespace meitrace {

namespace {

enum Exit { Fine = 0, Failed = 1, Usage = 2, Refused = 3, Store = 4, Stopped = 5 };

Exit exitCode(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Cancelled:
        return Stopped;
    case ErrorCode::BadOption:
        return Usage;
    case ErrorCode::BadRule:
    case ErrorCode::FileMissing:
    case ErrorCode::FileIsFolder:
    case ErrorCode::FileEmpty:
    case ErrorCode::FileUnreadable:
    case ErrorCode::FileTruncated:
    case ErrorCode::FileFormat:
    case ErrorCode::FileChanged:
    case ErrorCode::FileLoaded:
    case ErrorCode::DuplicateHeader:
    case ErrorCode::UnknownKind:
    case ErrorCode::UnknownColumn:
    case ErrorCode::UnknownField:
    case ErrorCode::MissingField:
    case ErrorCode::KindUnclear:
    case ErrorCode::BadMapping:
        return Refused;
    case ErrorCode::StoreMissing:
    case ErrorCode::StoreForeign:
    case ErrorCode::StoreNewer:
    case ErrorCode::StoreDamaged:
    case ErrorCode::StoreLocked:
    case ErrorCode::StoreBusy:
    case ErrorCode::StoreReadOnly:
        return Store;
    default:
        return Failed;
    }
}

int report(const Error& error, bool json)
{
    const QString text = sentence(error);
    if (json) {
        const Json document {{"error",
                              {{"code", std::string(errorCode(error.code))},
                               {"subject", error.subject},
                               {"detail", error.detail},
                               {"text", text.toStdString()}}}};
        writeError(QString::fromStdString(document.dump()));
    } else {
        writeError(text);
    }
    return exitCode(error.code);
}

int usageError(const QString& text, bool json)
{
    if (json) {
        const Json document {
            {"error", {{"code", "usage"}, {"subject", ""}, {"detail", ""}, {"text", text.toStdString()}}}};
        writeError(QString::fromStdString(document.dump()));
    } else {
        writeError(text);
    }
    return Usage;
}

Json envelope(const CommandSpec& command, const Answer& answer)
{
    Json document;
    document["command"] = command.name;
    document["version"] = QCoreApplication::applicationVersion().toStdString();
    document["data_version"] = answer.dataVersion;
    document["as_of"] = answer.asOf ? Json(isoDate(*answer.asOf)) : Json();
    document["options"] = answer.options;
    document["n"] = {{"used", answer.used}, {"excluded", answer.excluded}};
    document["result"] = answer.result;
    document["warnings"] = answer.warnings;
    return document;
}

int runCommand(const CommandSpec& command, const QStringList& arguments)
{
    const bool json = arguments.contains(QStringLiteral("--json"));
    QCommandLineParser parser;
    declareOptions(command, parser);
    if (!parser.parse(arguments)) {
        return usageError(parser.errorText(), json);
    }
    QStringList positional = parser.positionalArguments();
    positional.removeFirst();  // the command's own name
    if (positional.size() < command.minimum
        || (command.maximum >= 0 && positional.size() > command.maximum)) {
        return usageError(usageText(command), json);
    }
    const QString language = parser.value(QStringLiteral("lang"));
    if (!language.isEmpty() && language != QStringLiteral("zh_CN") && language != QStringLiteral("en")) {
        return report({.code = ErrorCode::BadOption, .subject = "lang", .value = language.toStdString()},
                      json);
    }
    const int threads = parser.value(QStringLiteral("threads")).toInt();
    TerminalJob job(threads > 0 ? threads : 0,
                    parser.isSet(QStringLiteral("progress")) || platform::isTerminal(2));
    const CommandContext context {parser, positional, job};
    const Result<Answer> answer = command.run(context);
    job.finishLine();
    if (!answer) {
        return report(answer.error(), json);
    }
    if (!command.speaks) {
        writeOutput(json ? QString::fromStdString(envelope(command, *answer).dump()) + u'\n' : answer->text);
    }
    return answer->failure ? report(*answer->failure, json) : Fine;
}

int run(const QStringList& arguments)
{
    const QString name = arguments.value(1);
    if (name.isEmpty() || name == QStringLiteral("help") || name == QStringLiteral("--help")
        || name == QStringLiteral("-h")) {
        const QString topic = arguments.value(2);
        const CommandSpec* command = topic.isEmpty() || topic.startsWith(u'-') ? nullptr : findCommand(topic);
        if (!topic.isEmpty() && !topic.startsWith(u'-') && command == nullptr) {
            return usageError(unknownCommandText(topic), false);
        }
        writeOutput(command != nullptr ? helpText(*command) : overviewText());
        return Fine;
    }
    if (name == QStringLiteral("--version")) {
        writeOutput(QStringLiteral("meitrace %1\n").arg(QCoreApplication::applicationVersion()));
        return Fine;
    }
    const CommandSpec* command = findCommand(name);
    if (command == nullptr) {
        return usageError(unknownCommandText(name), arguments.contains(QStringLiteral("--json")));
    }
    return runCommand(*command, arguments);
}

/// What Qt remarks about a screen that is none is of no use to anybody: only what is grave is said.
void sayOnlyGrave(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    Q_UNUSED(context);
    if (type == QtCriticalMsg || type == QtFatalMsg) {
        writeError(text);
    }
}

/// An application that can draw, on a screen nobody sees.
std::unique_ptr<QCoreApplication> makePainting(int& argc, char** argv, const QString& scale)
{
    qInstallMessageHandler(sayOnlyGrave);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!scale.isEmpty()) {
        qputenv("QT_SCALE_FACTOR", scale.toUtf8());
    }
    return std::make_unique<QApplication>(argc, argv);
}

/// With a window, or one command in a terminal.
int start(int argc, char** argv)
{
    platform::keepFreedMemory();
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments << QString::fromLocal8Bit(argv[i]);
    }
    if (wantsWindow(arguments)) {
        return runWindow(argc, argv);
    }
    const CommandSpec* command = findCommand(arguments.value(1));
    const std::unique_ptr<QCoreApplication> app = command != nullptr && command->paints
        ? makePainting(argc, argv, optionValue(arguments, "scale"))
        : std::make_unique<QCoreApplication>(argc, argv);
    nameApplication();
    const QString language = optionValue(arguments, "lang");
    setLanguage(language.isEmpty() ? systemLanguage() : language);
    catchInterrupt();
    return run(QCoreApplication::arguments());
}

}  // namespace

}  // namespace meitrace

int main(int argc, char** argv)
{
    return meitrace::start(argc, argv);
}
