// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/funneldriverstext.h"

#include "analytics/journey/funneldrivers.h"
#include "analytics/journey/lostreasons.h"
#include "app/format.h"
#include "app/texttable.h"
#include "ui/text/names.h"
#include "ui/viewmodels/lostreasonsview.h"

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

Status addLost(const Snapshot& snapshot, const FunnelOptions& options, const FunnelResult& result, Job& job,
               Answer& answer)
{
    const Result<LostReasons> lost = lostReasons(snapshot, options, result, job);
    if (!lost) {
        return lost.error();
    }
    Json list = Json::array();
    for (const LostReason& reason : lost->reasons) {
        list.push_back({{"step", reason.step + 1},
                        {"event", reason.type == 0 ? Json() : Json(reason.name)},
                        {"reason", reason.detail.empty() ? Json() : Json(reason.detail)},
                        {"customers", reason.cases}});
    }
    answer.result["reasons"] = std::move(list);
    answer.text += u'\n' + lostReasonFinding(options, *lost) + u'\n';
    return Done {};
}

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

}  // namespace

Status addReasons(const Snapshot& snapshot, const FunnelOptions& options, const FunnelResult& result,
                  Job& job, Answer& answer)
{
    const Status lost = addLost(snapshot, options, result, job, answer);
    return lost ? addDrivers(snapshot, options, result, job, answer) : lost;
}

}  // namespace meitrace
