// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/activities.h"

#include "analytics/features/population.h"
#include "models/base/badoption.h"

#include <algorithm>
#include <limits>
#include <map>
#include <unordered_set>

namespace meitrace {

namespace {

/// * stands for any text, also none.
bool fits(std::string_view pattern, std::string_view text)
{
    std::size_t p = 0;
    std::size_t t = 0;
    std::size_t star = std::string_view::npos;
    std::size_t from = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            from = t;
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++from;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

/// Nothing: hidden
std::optional<std::string> named(const std::vector<LabelRule>& rules, std::string name)
{
    const auto rule = std::find_if(rules.begin(), rules.end(),
                                   [&](const LabelRule& candidate) { return fits(candidate.pattern, name); });
    if (rule == rules.end()) {
        return name;
    }
    return rule->name.empty() ? std::nullopt : std::optional(rule->name);
}

Status checkOptions(const Snapshot& snapshot, const ActivityOptions& options)
{
    if (options.property && !hasDictionary(*options.property)) {
        return badOption("property", static_cast<int>(*options.property), "a named field of events");
    }
    if (options.from != kMissingDay && options.to != kMissingDay && options.from > options.to) {
        return badOption("from", isoDate(options.from), "the first day lies behind the last one");
    }
    return checkPopulation(snapshot, options.population);
}

}  // namespace

ActivityScan::ActivityScan(const Snapshot& snapshot, const ActivityOptions& options, EventMatcher matcher)
    : m_snapshot(&snapshot)
    , m_matcher(std::move(matcher))
    , m_repeats(options.repeats)
    , m_unit(options.unit)
    , m_machine(options.machineEvents)
    , m_begin(options.from == kMissingDay ? std::numeric_limits<Millis>::min()
                                          : snapshot.endOfDay(options.from - 1))
    , m_end(snapshot.endOfDay(options.asOf == kMissingDay ? snapshot.frame().asOf : options.asOf))
    , m_times(snapshot.time().data())
    , m_types(snapshot.type().data())
{
    if (options.to != kMissingDay) {
        m_end = std::min(m_end, snapshot.endOfDay(options.to));
    }
    if (options.property) {
        m_property = snapshot.codes(*options.property);
    }
}

Result<ActivityScan> ActivityScan::make(const Snapshot& snapshot, const ActivityOptions& options, Job& job)
{
    if (Status checked = checkOptions(snapshot, options); !checked) {
        return checked.error();
    }
    std::vector<EventField> fields {EventField::Time, EventField::Type};
    if (options.property) {
        fields.push_back(*options.property);
    }
    Status status = snapshot.load(fields, job);
    status = status && options.unit.kind != UnitKind::Customer ? UnitSplit::load(snapshot, options.unit, job)
                                                               : status;
    if (!status) {
        return status.error();
    }
    Result<EventMatcher> matcher = EventMatcher::bind(options.events, snapshot, job);
    if (!matcher) {
        return matcher.error();
    }
    ActivityScan scan(snapshot, options, *std::move(matcher));
    if (Status named = scan.nameAll(options, job); !named) {
        return named.error();
    }
    return scan;
}

Result<ActivityScan::Keys> ActivityScan::seenKeys(const ActivityOptions& options, Job& job) const
{
    const Population population = populationOf(*m_snapshot, options.population, options.includeAnonymous);
    Keys keys;
    const Status status = eachCustomer<Keys>(
        population.rows, job, [] { return Keys(); },
        [&](Keys& found, Index customer) {
            std::uint64_t last = std::numeric_limits<std::uint64_t>::max();
            for (Index row = m_snapshot->begin(customer); row < m_snapshot->end(customer); ++row) {
                if (const std::uint64_t key = keyOf(row); key != last && isSeen(row)) {
                    found.insert(key);
                    last = key;
                }
            }
        },
        [&](const Keys& found) { keys.insert(found.begin(), found.end()); }, {0, kNaming});
    return status ? Result<Keys>(std::move(keys)) : Result<Keys>(status.error());
}

ActivityScan::KeysOfLabel ActivityScan::labelled(const Keys& keys, const ActivityOptions& options) const
{
    KeysOfLabel labels;
    const Dictionary& types = m_snapshot->dictionary(EventField::Type);
    for (const std::uint64_t key : keys) {
        std::string name(types.text(static_cast<std::uint32_t>(key >> 32U)));
        if (options.property) {
            const std::string_view value
                = m_snapshot->dictionary(*options.property).text(static_cast<std::uint32_t>(key));
            name += value.empty() ? std::string() : ": " + std::string(value);
        }
        if (std::optional<std::string> label = named(options.labels, std::move(name))) {
            labels[*label].push_back(key);
        }
    }
    return labels;
}

void ActivityScan::giveCodes(const KeysOfLabel& labels)
{
    m_ofType.assign(m_snapshot->dictionary(EventField::Type).size(), kHidden);
    for (const auto& [label, ofLabel] : labels) {
        const auto code = static_cast<std::int32_t>(m_labels.size());
        m_labels.push_back(label);
        for (const std::uint64_t key : ofLabel) {
            if (m_property) {
                m_ofPair.emplace(key, code);
            } else {
                m_ofType[key >> 32U] = code;
            }
        }
    }
}

Status ActivityScan::nameAll(const ActivityOptions& options, Job& job)
{
    const Result<Keys> keys = seenKeys(options, job);
    if (!keys) {
        return keys.error();
    }
    const KeysOfLabel labels = labelled(*keys, options);
    if (labels.size() > static_cast<std::size_t>(ActivityOptions::kMostLabels)) {
        return badOption("labels", labels.size(),
                         "more than 5000 different activities: put them together with rules for their names");
    }
    giveCodes(labels);
    return Done {};
}

int ActivityScan::find(std::string_view label) const
{
    const auto found = std::lower_bound(m_labels.begin(), m_labels.end(), label);
    return found != m_labels.end() && *found == label ? static_cast<int>(found - m_labels.begin()) : -1;
}

std::int32_t ActivityScan::codeOf(Index row) const
{
    if (!m_property) {
        return m_ofType[m_types[row]];
    }
    const auto found = m_ofPair.find(keyOf(row));
    return found == m_ofPair.end() ? kHidden : found->second;
}

void ActivityScan::add(Index row, Buffers& buffers) const
{
    if (!isSeen(row)) {
        return;
    }
    const std::int32_t code = codeOf(row);
    if (code == kHidden) {
        return;
    }
    const auto activity = static_cast<ActivityCode>(code);
    std::vector<ActivityCode>& way = buffers.activities;
    const bool again = m_repeats == ActivityRepeats::Collapse ? !way.empty() && way.back() == activity
        : m_repeats == ActivityRepeats::First ? std::find(way.begin(), way.end(), activity) != way.end()
                                              : false;
    if (!again) {
        way.push_back(activity);
        buffers.times.push_back(m_times[row]);
        buffers.rows.push_back(row);
    }
}

}  // namespace meitrace
