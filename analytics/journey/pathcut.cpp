// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/pathcut.h"

#include "models/base/badoption.h"

#include <algorithm>

namespace meitrace {

namespace {

constexpr int kFewestSteps = 2;
constexpr int kMostNames = 20;

}  // namespace

PathCut::Named::Named(const ActivityScan& scan, std::string_view name)
    : m_in(static_cast<std::size_t>(scan.labels()) + 1)
{
    const std::string family = std::string(name) + ": ";
    for (int code = 0; code < scan.labels(); ++code) {
        const std::string& label = scan.label(code);
        const bool here = label == name || label.starts_with(family);
        m_in[static_cast<std::size_t>(code)] = here;
        m_isKnown = m_isKnown || here;
    }
}

Result<PathCut> PathCut::make(const ActivityScan& scan, const PathOptions& options)
{
    if (options.steps < kFewestSteps || options.steps > PathSteps::kMost) {
        return badOption("steps", options.steps, "2 to 12");
    }
    if (options.top < 1 || options.top > kMostNames) {
        return badOption("top", options.top, "1 to 20");
    }
    PathCut cut;
    const auto find = [&](const std::string& name, const char* subject, Named& named) -> Status {
        named = name.empty() ? Named() : Named(scan, name);
        return !named.isAsked() || named.isKnown()
            ? Status(Done {})
            : Status(badOption(subject, name, "no activity of that name in the data"));
    };
    Status status = find(options.start, "start", cut.m_start);
    status = status ? find(options.end, "end", cut.m_end) : status;
    for (const std::string& name : options.via) {
        status = status ? find(name, "via", cut.m_via.emplace_back()) : status;
    }
    if (!status) {
        return status.error();
    }
    cut.m_match = options.match;
    cut.m_steps = options.steps;
    cut.m_onlyComplete = options.onlyComplete;
    return cut;
}

bool PathCut::passesAll(const Way& way, std::ptrdiff_t first, std::ptrdiff_t last) const
{
    const auto begin = way.activities.begin();
    return std::all_of(m_via.begin(), m_via.end(), [&](const Named& named) {
        return std::any_of(begin + first, begin + last + 1,
                           [&](ActivityCode code) { return named.has(code); });
    });
}

bool PathCut::cut(const Way& way, std::ptrdiff_t at, PathSteps& steps) const
{
    const auto begin = way.activities.begin();
    std::ptrdiff_t first = at;
    std::ptrdiff_t last = static_cast<std::ptrdiff_t>(way.activities.size()) - 1;
    steps.done = false;
    if (!m_start.isAsked() && m_end.isAsked()) {
        first = 0;
        last = at;
        steps.done = true;
    } else if (m_end.isAsked()) {
        const auto found = std::find_if(begin + at + 1, way.activities.end(),
                                        [&](ActivityCode code) { return m_end.has(code); });
        steps.done = found != way.activities.end();
        last = steps.done ? found - begin : last;
    }
    if ((m_onlyComplete && m_end.isAsked() && !steps.done) || !passesAll(way, first, last)) {
        return false;
    }
    fill(way, first, last, steps);
    return true;
}

void PathCut::fill(const Way& way, std::ptrdiff_t first, std::ptrdiff_t last, PathSteps& steps) const
{
    const std::ptrdiff_t length = last - first + 1;
    steps.length = 0;
    steps.beyond = false;
    const auto put = [&](std::ptrdiff_t from, std::ptrdiff_t count) {
        for (std::ptrdiff_t i = from; i < from + count; ++i, ++steps.length) {
            const auto at = static_cast<std::size_t>(steps.length);
            steps.token[at] = way.activities[static_cast<std::size_t>(i)];
            steps.time[at] = way.times[static_cast<std::size_t>(i)];
        }
    };
    const auto mark = [&](std::int32_t token, Millis time) {
        steps.token[static_cast<std::size_t>(steps.length)] = token;
        steps.time[static_cast<std::size_t>(steps.length++)] = time;
    };
    if (!m_start.isAsked() && m_end.isAsked()) {
        for (std::ptrdiff_t i = length; i < m_steps; ++i) {
            mark(PathSteps::kBegun, way.times[static_cast<std::size_t>(first)]);
        }
        const std::ptrdiff_t shown = std::min<std::ptrdiff_t>(length, m_steps);
        put(last - shown + 1, shown);
    } else if (steps.done && length > m_steps) {
        const std::ptrdiff_t head = m_steps / 2;
        const std::ptrdiff_t tail = m_steps - 1 - head;
        put(first, head);
        mark(PathSteps::kSkipped, way.times[static_cast<std::size_t>(first + head)]);
        put(last - tail + 1, tail);
    } else {
        put(first, std::min<std::ptrdiff_t>(length, m_steps));
        steps.beyond = length > m_steps;
    }
}

}  // namespace meitrace
