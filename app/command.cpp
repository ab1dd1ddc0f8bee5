// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command.h"

#include "app/commands/commands.h"
#include "models/base/calendar.h"

namespace meitrace {

void Answer::warn(const std::string& code, const QString& sentence)
{
    warnings.push_back({{"code", code}, {"text", sentence.toStdString()}});
}

void Answer::exclude(const char* reason, std::int64_t count)
{
    if (count > 0) {
        excluded.push_back({{"reason", reason}, {"count", count}});
    }
}

Result<std::int64_t> CommandContext::integer(const char* option, std::int64_t standard) const
{
    if (!isSet(option)) {
        return standard;
    }
    bool ok = false;
    const qlonglong number = parser.value(QLatin1String(option)).toLongLong(&ok);
    if (!ok) {
        return Error {.code = ErrorCode::BadOption,
                      .subject = option,
                      .value = value(option),
                      .detail = "a whole number"};
    }
    return std::int64_t {number};
}

Result<Day> CommandContext::day(const char* option, Day standard) const
{
    if (!isSet(option)) {
        return standard;
    }
    const std::optional<Day> day = parseIsoDate(value(option));
    if (!day) {
        return Error {
            .code = ErrorCode::BadOption, .subject = option, .value = value(option), .detail = "YYYY-MM-DD"};
    }
    return *day;
}

const std::vector<CommandSpec>& commands()
{
    static const std::vector<CommandSpec> all = [] {
        std::vector<CommandSpec> list;
        for (const auto& group :
             {workspaceCommands(), dataCommands(), monthEndCommands(), identityCommands(), personCommands(),
              analysisCommands(), journeyCommands(), exportCommands(), pictureCommands(), reportCommands()}) {
            list.insert(list.end(), group.begin(), group.end());
        }
        return list;
    }();
    return all;
}

const CommandSpec* findCommand(const QString& name)
{
    for (const CommandSpec& command : commands()) {
        if (name == QLatin1String(command.name)) {
            return &command;
        }
    }
    return nullptr;
}

}  // namespace meitrace
