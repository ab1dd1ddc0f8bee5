// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/stats/survival.h"

#include <Eigen/Dense>

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <numeric>

namespace meitrace {

namespace {

Index everybody(const SurvivalGroup& group)
{
    return std::accumulate(group.events.begin(), group.events.end(), Index {0})
        + std::accumulate(group.censored.begin(), group.censored.end(), Index {0});
}

/// Borgan and Liestøl's interval; variance: Greenwood's sum d / (n (n − d))
Interval intervalOf(double surviving, double variance)
{
    if (surviving <= 0 || surviving >= 1 || variance <= 0) {
        return {surviving >= 1 ? 1.0 : 0.0, surviving >= 1 ? 1.0 : surviving};
    }
    const double spread = kZ95 * std::sqrt(variance) / std::abs(std::log(surviving));
    return {std::pow(surviving, std::exp(spread)), std::pow(surviving, std::exp(-spread))};
}

}  // namespace

std::vector<SurvivalStep> kaplanMeier(const SurvivalGroup& group)
{
    std::vector<SurvivalStep> curve;
    Index atRisk = everybody(group);
    double surviving = 1;
    double variance = 0;
    for (std::size_t time = 0; time < group.events.size(); ++time) {
        const Index events = group.events[time];
        if (events > 0) {
            const auto risk = static_cast<double>(atRisk);
            const auto left = static_cast<double>(atRisk - events);
            surviving *= left / risk;
            variance += left > 0 ? static_cast<double>(events) / (risk * left) : 0;
            curve.push_back({.time = static_cast<int>(time),
                             .atRisk = atRisk,
                             .events = events,
                             .surviving = surviving,
                             .interval = intervalOf(surviving, variance)});
        }
        atRisk -= events + group.censored[time];
    }
    return curve;
}

int survivalQuantile(const std::vector<SurvivalStep>& curve, double share)
{
    const auto found = std::find_if(curve.begin(), curve.end(),
                                    [&](const SurvivalStep& step) { return step.surviving <= share; });
    return found == curve.end() ? -1 : found->time;
}

LogRank logRank(const std::vector<SurvivalGroup>& groups)
{
    std::vector<const SurvivalGroup*> told;
    std::size_t times = 0;
    for (const SurvivalGroup& group : groups) {
        if (everybody(group) > 0) {
            told.push_back(&group);
            times = std::max(times, group.events.size());
        }
    }
    const auto k = static_cast<Eigen::Index>(told.size());
    if (k < 2) {
        return {};
    }
    Eigen::VectorXd atRisk(k);
    for (Eigen::Index g = 0; g < k; ++g) {
        atRisk[g] = static_cast<double>(everybody(*told[static_cast<std::size_t>(g)]));
    }
    Eigen::VectorXd excess = Eigen::VectorXd::Zero(k);
    Eigen::MatrixXd variance = Eigen::MatrixXd::Zero(k, k);
    for (std::size_t time = 0; time < times; ++time) {
        Eigen::VectorXd events = Eigen::VectorXd::Zero(k);
        Eigen::VectorXd gone = Eigen::VectorXd::Zero(k);
        for (Eigen::Index g = 0; g < k; ++g) {
            const SurvivalGroup& group = *told[static_cast<std::size_t>(g)];
            if (time < group.events.size()) {
                events[g] = static_cast<double>(group.events[time]);
                gone[g] = events[g] + static_cast<double>(group.censored[time]);
            }
        }
        const double n = atRisk.sum();
        const double d = events.sum();
        if (d > 0 && n > 0) {
            const Eigen::VectorXd share = atRisk / n;
            excess += events - d * share;
            if (n > 1) {
                const double factor = d * (n - d) / (n - 1);
                variance += factor * (Eigen::MatrixXd(share.asDiagonal()) - share * share.transpose());
            }
        }
        atRisk -= gone;
    }
    // The last group follows from the others.
    const Eigen::Index free = k - 1;
    const Eigen::VectorXd first = excess.head(free);
    const auto solver = variance.topLeftCorner(free, free).ldlt();
    LogRank result;
    result.degrees = static_cast<int>(free);
    if (variance.topLeftCorner(free, free).trace() <= 0) {
        return {};
    }
    result.chiSquare = std::max(0.0, first.dot(solver.solve(first)));
    result.p = boost::math::gamma_q(0.5 * static_cast<double>(free), 0.5 * result.chiSquare);
    return result;
}

}  // namespace meitrace
