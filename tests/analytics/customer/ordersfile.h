// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/calendar.h"
#include "models/frame/snapshotbuilder.h"
#include "tests/support/gzippedcsv.h"

#include <QByteArray>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <map>
#include <string>
#include <vector>

namespace meitrace::test {

/// Sums order lines to orders, one bill each; money in thousandths so that prices like 0.001 stay whole.
class OrderBook {
public:
    void add(const std::string& customer, const std::string& order, const std::string& when, double amount)
    {
        Order& one = m_orders[{customer, order}];
        one.amount += std::llround(amount * 1000);
        const Day day = *parseIsoDate(std::string_view(when).substr(0, 10));
        Millis time = static_cast<Millis>(day) * kDayMillis;
        if (when.size() >= 19) {
            time += (std::stoll(when.substr(11, 2)) * 3600 + std::stoll(when.substr(14, 2)) * 60
                     + std::stoll(when.substr(17, 2)))
                * 1000;
            one.precision = TimeQuality::Exact;
        }
        one.time = std::max(one.time, time);
    }

    [[nodiscard]] SnapshotPtr build(Day asOf) const
    {
        SnapshotBuilder builder;
        std::map<std::string, Index> customers;
        for (const auto& [key, order] : m_orders) {
            const auto [place, isNew] = customers.emplace(key.first, 0);
            if (isNew) {
                place->second = builder.addCustomer();
            }
            builder.addEvent(place->second,
                             {.time = order.time,
                              .type = "bill",
                              .texts = {{EventField::Detail, "sale"}},
                              .amount = order.amount,
                              .precision = order.precision});
        }
        builder.setAsOf(asOf);
        return builder.build();
    }

private:
    struct Order {
        Millis time = 0;
        Fen amount = 0;
        TimeQuality precision = TimeQuality::WholeDay;
    };
    std::map<std::pair<std::string, std::string>, Order> m_orders;
};

/// "checks" of expected/<set>.json
inline QJsonObject expectedChecks(const std::string& folder, const std::string& set)
{
    QFile file(QString::fromStdString(folder + "/expected/" + set + ".json"));
    return file.open(QIODevice::ReadOnly)
        ? QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("checks")).toObject()
        : QJsonObject();
}

}  // namespace meitrace::test
