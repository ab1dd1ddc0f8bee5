// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/funneldriverstext.h"

#include "analytics/journey/funneldrivers.h"
#include "app/format.h"
#include "app/texttable.h"
#include "ui/text/names.h"

#include <QCoreApplication>
#include <QLocale>

namespace meitrace {

namespace {

struct FunnelDriversText {
    Q_DECLARE_TR_FUNCTIONS(FunnelDriversText)
};

using Align = TextTable::Align;

constexpr std::uint64_t kSeed = 1;
constexpr double kNoise = 0.05;
constexpr int kMostShown = 8;

Json driverJson(const FunnelDriver& driver)
{
    return {{"event", driver.name},
            {"with", {{"reached", driver.with.hits}, {"of", driver.with.n}}},
            {"without", {{"reached", driver.without.hits}, {"of", driver.without.n}}},
            {"odds_ratio", driver.odds.ratio},
            {"ci_low", driver.odds.low},
            {"ci_high", driver.odds.high},
            {"p", driver.p},
            {"q", driver.q}};
}

}  // namespace

Status addDrivers(const Snapshot& snapshot, const FunnelOptions& options, const FunnelResult& result,
                  Job& job, Answer& answer)
{
    const Result<FunnelDrivers> drivers = funnelDrivers(snapshot, options, result, kSeed, job);
    if (!drivers) {
        return drivers.error();
    }
    Json list = Json::array();
    TextTable table({FunnelDriversText::tr("What else they did"), FunnelDriversText::tr("With it"),
                     FunnelDriversText::tr("Without it"), FunnelDriversText::tr("Odds"),
                     FunnelDriversText::tr("95 % range")},
                    {Align::Left});
    int shown = 0;
    for (const FunnelDriver& driver : drivers->drivers) {
        list.push_back(driverJson(driver));
        if (driver.q >= kNoise || shown == kMostShown) {
            continue;
        }
        ++shown;
        const auto number = [](double odds) { return QLocale().toString(odds, 'f', 1); };
        table.row({eventName(driver.name), percentText(proportion(driver.with.hits, driver.with.n)),
                   percentText(proportion(driver.without.hits, driver.without.n)), number(driver.odds.ratio),
                   FunnelDriversText::tr("%1–%2").arg(number(driver.odds.low), number(driver.odds.high))});
    }
    answer.result["drivers"] = std::move(list);
    if (shown > 0) {
        answer.text += u'\n'
            + FunnelDriversText::tr("Goes along with getting through (not: brings it about):") + u'\n'
            + table.text();
    }
    return Done {};
}

}  // namespace meitrace
