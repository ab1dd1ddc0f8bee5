// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help.h"

#include "app/texttable.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QCoreApplication>

#include <array>

namespace meitrace {

namespace {

struct Help {
    Q_DECLARE_TR_FUNCTIONS(Help)
};

constexpr std::array<OptionSpec, 10> kCommonOptions {{
    {"json", "", QT_TRANSLATE_NOOP("Help", "Print one JSON document instead of a table"), ""},
    {"lang", "zh_CN|en", QT_TRANSLATE_NOOP("Help", "Language of the answers"), ""},
    {"as-of", "DATE",
     QT_TRANSLATE_NOOP("Help",
                       "Look from the end of this day; by default the last day on which something happened"),
     ""},
    {"from", "DATE", QT_TRANSLATE_NOOP("Help", "First day looked at"), ""},
    {"to", "DATE", QT_TRANSLATE_NOOP("Help", "Last day looked at"), ""},
    {"where", "RULE", QT_TRANSLATE_NOOP("Help", "Only customers this audience rule holds for"), ""},
    {"include-anonymous", "", QT_TRANSLATE_NOOP("Help", "Also handles nobody is known behind"), ""},
    {"threads", "N", QT_TRANSLATE_NOOP("Help", "Threads to use; results do not depend on it"), ""},
    {"seed", "N", QT_TRANSLATE_NOOP("Help", "Seed of anything random"), "1"},
    {"progress", "",
     QT_TRANSLATE_NOOP("Help", "Show a progress bar even when the error channel is no terminal"), ""},
}};

QString optionText(const OptionSpec& option)
{
    const QString name = QStringLiteral("--%1").arg(QLatin1String(option.name));
    return option.value[0] == '\0' ? name : name + u' ' + QString::fromUtf8(option.value);
}

void addRow(TextTable& table, const OptionSpec& option)
{
    table.row({optionText(option), Help::tr(option.help), QString::fromUtf8(option.standard)});
}

}  // namespace

void declareOptions(const CommandSpec& command, QCommandLineParser& parser)
{
    const auto declare = [&](const OptionSpec& option) {
        QCommandLineOption declared(QString::fromLatin1(option.name));
        if (option.value[0] != '\0') {
            declared.setValueName(QString::fromUtf8(option.value));
        }
        parser.addOption(declared);
    };
    for (const OptionSpec& option : command.options) {
        declare(option);
    }
    for (const OptionSpec& option : kCommonOptions) {
        declare(option);
    }
}

QString usageText(const CommandSpec& command)
{
    return Help::tr("Use: meitrace %1 %2. “meitrace help %1” tells more.")
        .arg(QLatin1String(command.name), QString::fromUtf8(command.arguments));
}

QString helpText(const CommandSpec& command)
{
    using Align = TextTable::Align;
    TextTable table({Help::tr("Option"), Help::tr("What it does"), Help::tr("Default")},
                    {Align::Left, Align::Left, Align::Left});
    for (const OptionSpec& option : command.options) {
        addRow(table, option);
    }
    for (const OptionSpec& option : kCommonOptions) {
        addRow(table, option);
    }
    return QStringLiteral("meitrace %1 %2\n\n%3\n\n%4\n%5\n    %6\n")
        .arg(QLatin1String(command.name), QString::fromUtf8(command.arguments), Help::tr(command.summary),
             table.text(), Help::tr("Example:"), QString::fromUtf8(command.example));
}

QString overviewText()
{
    using Align = TextTable::Align;
    TextTable table({Help::tr("Command"), Help::tr("What it does")}, {Align::Left, Align::Left});
    for (const CommandSpec& command : commands()) {
        table.row(
            {QStringLiteral("%1 %2").arg(QLatin1String(command.name), QString::fromUtf8(command.arguments)),
             Help::tr(command.summary)});
    }
    return QStringLiteral("MeiTrace %1\n\n%2\n%3\n")
        .arg(QCoreApplication::applicationVersion(), table.text(),
             Help::tr("W is the workspace file. “meitrace help COMMAND” shows options with defaults and an "
                      "example."));
}

QString unknownCommandText(const QString& name)
{
    return Help::tr("There is no command “%1”. “meitrace help” lists them.").arg(name);
}

}  // namespace meitrace
