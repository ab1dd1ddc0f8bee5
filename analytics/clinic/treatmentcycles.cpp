// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/clinic/treatmentcycles.h"

#include "models/resources/resourcetable.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace meitrace {

namespace {

constexpr std::size_t kOwnIntervals = 3;
constexpr double kOwnShare = 0.6;

constexpr std::array<std::pair<std::string_view, CycleRuleType>, 5> kTypes {{
    {"retreat", CycleRuleType::Retreat},
    {"course_step", CycleRuleType::CourseStep},
    {"spacing", CycleRuleType::Spacing},
    {"sequence", CycleRuleType::Sequence},
    {"followup", CycleRuleType::FollowUp},
}};

CycleRuleType typeOf(std::string_view text)
{
    const auto found
        = std::find_if(kTypes.begin(), kTypes.end(), [&](const auto& type) { return type.first == text; });
    return found == kTypes.end() ? CycleRuleType::Sequence : found->second;
}

CycleSeverity severityOf(std::string_view text)
{
    return text == "block" ? CycleSeverity::Block
        : text == "warn"   ? CycleSeverity::Warn
                           : CycleSeverity::Info;
}

/// How exactly a selector names an item: 3 itself, 2 its technology, 1 its category, 0 not at all
int exactness(std::string_view selector, const CatalogueItem& item)
{
    const std::size_t colon = selector.find(':');
    if (colon == std::string_view::npos) {
        return 0;
    }
    const std::string_view sort = selector.substr(0, colon);
    const std::string_view value = selector.substr(colon + 1);
    if (sort == "item") {
        return value == item.code ? 3 : 0;
    }
    if (sort == "tech") {
        return value == item.technology ? 2 : 0;
    }
    return sort == "cat" && value == item.category ? 1 : 0;
}

double median(std::vector<int> values)
{
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2.0;
}

DueState stateAt(const CycleRule& rule, int days)
{
    if (days < rule.minDays) {
        return DueState::TooSoon;
    }
    if (days < rule.dueFromDays) {
        return DueState::Early;
    }
    if (days <= rule.maxDays) {
        return DueState::Due;
    }
    return days <= rule.lapseDays ? DueState::Overdue : DueState::Lapsed;
}

}  // namespace

std::string_view dueStateCode(DueState state)
{
    constexpr std::array<std::string_view, kDueStates> kCodes {"too_soon", "early", "due", "overdue",
                                                               "lapsed"};
    return kCodes[static_cast<std::size_t>(state)];
}

bool selects(std::string_view selector, const CatalogueItem& item)
{
    return exactness(selector, item) > 0;
}

std::optional<DueClock> dueClock(const CycleRule& rule, std::span<const Day> delivered, Day asOf)
{
    std::vector<int> gaps;
    std::optional<Day> last;
    for (const Day day : delivered) {
        if (day > asOf) {
            break;
        }
        if (last && day > *last) {
            gaps.push_back(day - *last);
        }
        last = day;
    }
    if (!last) {
        return std::nullopt;
    }
    DueClock clock;
    clock.rule = &rule;
    clock.last = *last;
    clock.daysSince = asOf - *last;
    clock.state = stateAt(rule, clock.daysSince);
    clock.dueFrom = *last + rule.dueFromDays;
    clock.dueUntil = *last + rule.maxDays;
    clock.lapses = *last + rule.lapseDays;
    clock.remind = clock.dueFrom - rule.leadDays;
    double expected = rule.typicalDays;
    if (gaps.size() >= kOwnIntervals) {
        clock.ownRhythm = true;
        expected
            = std::clamp<double>(kOwnShare * median(std::move(gaps)) + (1 - kOwnShare) * rule.typicalDays,
                                 rule.minDays, rule.maxDays);
    }
    clock.expected = *last + static_cast<Day>(std::lround(expected));
    return clock;
}

TreatmentCycles::TreatmentCycles()
{
    const ResourceTable table("domain/cycles.csv");
    for (std::size_t row = 0; row < table.rows(); ++row) {
        m_rules.push_back({.id = table.text(row, "rule_id"),
                           .type = typeOf(table.text(row, "rule_type")),
                           .item = table.text(row, "item_selector"),
                           .other = table.text(row, "other_selector"),
                           .minDays = table.number(row, "min_days"),
                           .dueFromDays = table.number(row, "due_from_days"),
                           .typicalDays = table.number(row, "typ_days"),
                           .maxDays = table.number(row, "max_days"),
                           .lapseDays = table.number(row, "lapse_days"),
                           .courseSessions = table.number(row, "course_sessions"),
                           .leadDays = table.number(row, "remind_lead_days"),
                           .sameArea = table.number(row, "same_area") == 1,
                           .severity = severityOf(table.text(row, "severity")),
                           .chinese = table.text(row, "note_zh"),
                           .english = table.text(row, "note_en")});
    }
}

const TreatmentCycles& TreatmentCycles::standard()
{
    static const TreatmentCycles kStandard;
    return kStandard;
}

const CycleRule* TreatmentCycles::rule(CycleRuleType type, const CatalogueItem& item) const
{
    const CycleRule* best = nullptr;
    int most = 0;
    for (const CycleRule& rule : m_rules) {
        const int here = rule.type == type ? exactness(rule.item, item) : 0;
        if (here > most) {
            best = &rule;
            most = here;
        }
    }
    return best;
}

std::optional<DueClock> TreatmentCycles::clock(const CatalogueItem& item, std::span<const Day> delivered,
                                               bool sessionsLeft, Day asOf) const
{
    const CycleRule* course = sessionsLeft ? rule(CycleRuleType::CourseStep, item) : nullptr;
    const CycleRule* here = course != nullptr ? course : rule(CycleRuleType::Retreat, item);
    return here == nullptr ? std::nullopt : dueClock(*here, delivered, asOf);
}

std::vector<SpacingHit>
TreatmentCycles::spacing(const CatalogueItem& planned,
                         std::span<const std::pair<const CatalogueItem*, Day>> earlier, Day day) const
{
    std::vector<SpacingHit> hits;
    for (const CycleRule& rule : m_rules) {
        if (rule.type != CycleRuleType::Spacing || !selects(rule.item, planned)) {
            continue;
        }
        for (const auto& [item, done] : earlier) {
            const Day until = done + rule.minDays;
            if (item != nullptr && done <= day && day < until && selects(rule.other, *item)
                && (!rule.sameArea || areasMeet(planned, *item))) {
                hits.push_back({&rule, item, until});
            }
        }
    }
    std::stable_sort(hits.begin(), hits.end(),
                     [](const SpacingHit& a, const SpacingHit& b) { return a.until > b.until; });
    return hits;
}

}  // namespace meitrace
