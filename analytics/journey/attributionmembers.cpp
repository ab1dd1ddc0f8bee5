// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/features/population.h"
#include "analytics/journey/attribution.h"
#include "models/base/badoption.h"

#include <algorithm>

namespace meitrace {

namespace {

/// A place of a result in the codes of a scan.
class WantedPath {
public:
    WantedPath(const TouchScan& scan, const AttributionResult& result, const AttributionPlace& place)
        : m_place(place)
    {
        if (place.channel >= 0) {
            const AttributedChannel& channel = result.channels[static_cast<std::size_t>(place.channel)];
            m_isUnattributed = channel.kind == AttributedChannel::Kind::Unattributed;
            m_channel = m_isUnattributed ? 0 : codeOf(scan, channel.channel);
        }
        if (place.route >= 0) {
            for (const int number : result.routes[static_cast<std::size_t>(place.route)].channels) {
                m_route.push_back(codeOf(scan, result.channels[static_cast<std::size_t>(number)].channel));
            }
        }
    }

    [[nodiscard]] bool is(const TouchPath& path) const
    {
        const auto channels = path.channels;
        if (path.end != m_place.end) {
            return false;
        }
        if (m_place.route >= 0
            && !std::equal(channels.begin(), channels.end(), m_route.begin(), m_route.end())) {
            return false;
        }
        if (m_place.channel < 0) {
            return true;
        }
        if (channels.empty() || m_isUnattributed) {
            return channels.empty() && m_isUnattributed;
        }
        switch (m_place.role) {
        case AttributionPlace::Role::First:
            return channels.front() == m_channel;
        case AttributionPlace::Role::Last:
            return channels.back() == m_channel;
        case AttributionPlace::Role::Any:
            break;
        }
        return std::find(channels.begin(), channels.end(), m_channel) != channels.end();
    }

private:
    static std::uint16_t codeOf(const TouchScan& scan, const std::string& name)
    {
        const auto found = std::find(scan.channels().begin(), scan.channels().end(), name);
        return static_cast<std::uint16_t>(found - scan.channels().begin());
    }

    AttributionPlace m_place;
    bool m_isUnattributed = false;
    std::uint16_t m_channel = 0;
    std::vector<std::uint16_t> m_route;
};

}  // namespace

Result<Bitset> attributionMembers(const Snapshot& snapshot, const AttributionOptions& options,
                                  const AttributionResult& result, const AttributionPlace& place, Job& job)
{
    if (place.channel < -1 || place.channel >= static_cast<int>(result.channels.size())) {
        return badOption("channel", place.channel);
    }
    if (place.route < -1 || place.route >= static_cast<int>(result.routes.size())) {
        return badOption("route", place.route);
    }
    const Result<TouchScan> scan = TouchScan::make(snapshot, options.touches, job);
    if (!scan) {
        return scan.error();
    }
    const WantedPath wanted(*scan, result, place);
    const Population population
        = populationOf(snapshot, options.touches.population, options.touches.includeAnonymous);
    Bitset members(snapshot.customers());
    const Status scanned = scanTouchPaths<std::vector<Index>>(
        *scan, {population.rows, {TouchScan::kNaming, 1}}, job, [] { return std::vector<Index>(); },
        [&](std::vector<Index>& found, const TouchPath& path) {
            if (wanted.is(path)) {
                found.push_back(path.customer);
            }
        },
        [&](const std::vector<Index>& found) {
            for (const Index customer : found) {
                members.set(customer);
            }
        });
    if (!scanned) {
        return scanned.error();
    }
    return members;
}

}  // namespace meitrace
