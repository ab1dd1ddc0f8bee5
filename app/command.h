// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/base/units.h"

#include <QCommandLineParser>
#include <QString>
#include <QStringList>

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace meitrace {

using Json = nlohmann::ordered_json;

/// What a command found out: once as JSON, once as text for people.
struct Answer {
    Json options = Json::object();  ///< every option with the value used
    Json result = Json::object();
    Json warnings = Json::array();
    Json excluded = Json::array();
    std::int64_t used = 0;
    std::int64_t dataVersion = 0;
    std::optional<Day> asOf;
    QString text;
    std::optional<Error> failure;  ///< part of the work was done, then this happened

    void warn(const std::string& code, const QString& sentence);
    void exclude(const char* reason, std::int64_t count);
};

/// One option of a command. `value` names its value in the help; empty = a switch.
struct OptionSpec {
    const char* name;
    const char* value;
    const char* help;      ///< marked for translation in the context "Help"
    const char* standard;  ///< default, as shown
};

/// What a running command is given.
struct CommandContext {
    const QCommandLineParser& parser;
    QStringList arguments;  ///< without the command's own name
    Job& job;

    [[nodiscard]] bool isSet(const char* option) const { return parser.isSet(QLatin1String(option)); }
    /// UTF-8
    [[nodiscard]] std::string value(const char* option) const
    {
        return parser.value(QLatin1String(option)).toStdString();
    }
    [[nodiscard]] std::string argument(int i) const { return arguments.value(i).toStdString(); }
    /// Errors  BadOption(option)
    [[nodiscard]] Result<std::int64_t> integer(const char* option, std::int64_t standard) const;
    [[nodiscard]] Result<Day> day(const char* option, Day standard) const;
};

/// A command of the program, as data.
struct CommandSpec {
    const char* name;
    const char* arguments;  ///< "W FILE…"
    int minimum;            ///< arguments it cannot do without
    int maximum;            ///< -1 = any number
    const char* summary;    ///< marked for translation in the context "Help"
    const char* example;
    std::vector<OptionSpec> options;
    Result<Answer> (*run)(const CommandContext& context);
    /// Draws: run with fonts and pictures, on a screen of its own that nobody sees. Its option --scale, where
    /// it has one, says how many pixels a point has.
    bool paints = false;
    /// Says all it has to say while it runs, a line each: nothing is printed at the end.
    bool speaks = false;
};

/// All commands, in the order of the help.
const std::vector<CommandSpec>& commands();
const CommandSpec* findCommand(const QString& name);

}  // namespace meitrace
