// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/funnelplan.h"

#include "models/base/badoption.h"
#include "models/base/text.h"
#include "models/domain/kind.h"

#include <algorithm>
#include <cstring>

namespace meitrace {

namespace {

constexpr int kMostSteps = 20;
constexpr int kMostExclusions = 8;
constexpr int kMostHolds = 3;
constexpr int kMostTolerance = 3600;

/// True when every number is a step and none comes twice.
bool areSteps(std::vector<int> numbers, int steps)
{
    std::sort(numbers.begin(), numbers.end());
    return (numbers.empty() || (numbers.front() >= 1 && numbers.back() <= steps))
        && std::adjacent_find(numbers.begin(), numbers.end()) == numbers.end();
}

Status checkTimes(const FunnelOptions& options)
{
    if (options.window && options.window->count < 0) {
        return badOption("window", printDuration(*options.window));
    }
    if (!options.stepWindows.empty() && options.stepWindows.size() != options.steps.size()) {
        return badOption("step_windows", options.stepWindows.size());
    }
    for (const std::optional<Duration>& window : options.stepWindows) {
        if (window && window->count < 0) {
            return badOption("step_windows", printDuration(*window));
        }
    }
    if (options.gap.isCalendar() || options.gap.count <= 0) {
        return badOption("gap", printDuration(options.gap));
    }
    if (options.toleranceSeconds < 0 || options.toleranceSeconds > kMostTolerance) {
        return badOption("tolerance", options.toleranceSeconds);
    }
    return Done {};
}

Status checkShape(const FunnelOptions& options)
{
    const int steps = static_cast<int>(options.steps.size());
    const bool inOrder = options.mode == FunnelMode::Ordered || options.mode == FunnelMode::Strict;
    if (!areSteps(options.optional, steps) || (!options.optional.empty() && !inOrder)) {
        return badOption("optional", {}, "steps of an ordered or strict funnel");
    }
    const bool firstIsOptional
        = std::find(options.optional.begin(), options.optional.end(), 1) != options.optional.end();
    if ((firstIsOptional && !options.openEntry) || static_cast<int>(options.optional.size()) >= steps) {
        return badOption("optional", "1", "a funnel needs its first step");
    }
    if (options.openEntry && !inOrder) {
        return badOption("open_entry", {}, "chains without an order begin anywhere already");
    }
    if (options.mode == FunnelMode::Anchored
        && (options.anchors.empty() || !areSteps(options.anchors, steps))) {
        return badOption("anchors");
    }
    if (static_cast<int>(options.exclusions.size()) > kMostExclusions) {
        return badOption("exclude", options.exclusions.size());
    }
    for (const FunnelExclusion& exclusion : options.exclusions) {
        if (exclusion.from < 1 || exclusion.to > steps || exclusion.from >= exclusion.to) {
            return badOption("exclude", printed(exclusion));
        }
    }
    return Done {};
}

Status checkSplit(const FunnelOptions& options)
{
    const bool byStep = options.attribution.at == FunnelAttribution::At::Step;
    if (byStep
        && (options.attribution.step < 1
            || options.attribution.step > static_cast<int>(options.steps.size()))) {
        return badOption("attribution", "step:" + std::to_string(options.attribution.step));
    }
    if (options.splitValues < 1 || options.splitValues > 100) {
        return badOption("split_values", options.splitValues);
    }
    if (static_cast<int>(options.hold.size()) > kMostHolds) {
        return badOption("hold", options.hold.size());
    }
    for (const EventField field : options.hold) {
        if (!hasDictionary(field) || field == EventField::Type) {
            return badOption("hold", std::string(fieldName(field)));
        }
    }
    return Done {};
}

std::vector<EventPredicate> allPredicates(const FunnelOptions& options)
{
    std::vector<EventPredicate> all = options.steps;
    for (const FunnelExclusion& exclusion : options.exclusions) {
        all.push_back(exclusion.event);
    }
    if (options.mode == FunnelMode::Strict) {
        all.insert(all.end(), options.visible.begin(), options.visible.end());
    }
    return all;
}

std::uint64_t bits(std::size_t from, std::size_t count)
{
    const std::uint64_t all = count >= 64 ? ~std::uint64_t {0} : (std::uint64_t {1} << count) - 1U;
    return all << from;
}

void setReadTypes(FunnelPlan& plan)
{
    const std::uint64_t wanted = plan.stepBits | plan.exclusionBits | plan.visibleBits;
    const bool allVisible = plan.options.mode == FunnelMode::Strict && plan.options.visible.empty();
    const std::vector<std::uint64_t>& sure = plan.matcher.sure();
    const std::vector<std::uint64_t>& maybe = plan.matcher.maybe();
    plan.isRead.resize(sure.size());
    for (std::size_t type = 0; type < sure.size(); ++type) {
        const bool visible = allVisible && !isMachineEvent(static_cast<std::uint16_t>(type));
        plan.isRead[type] = visible || ((sure[type] | maybe[type]) & wanted) != 0 ? 1 : 0;
    }
}

/// Some precision is a day or worse, that is above 1. Eight at a time: reading the column is the cost.
bool anyDay(const Column<std::uint8_t>& precision)
{
    static_assert(static_cast<int>(TimeQuality::WholeDay) == 2 && static_cast<int>(TimeQuality::Minute) == 1);
    constexpr std::uint64_t kAboveOne = 0xFEFEFEFEFEFEFEFEULL;
    const std::uint8_t* bytes = precision.data();
    const Index whole = precision.size() / 8 * 8;
    std::uint64_t seen = 0;
    for (Index i = 0; i < whole; i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes + i, sizeof word);
        seen |= word;
    }
    for (Index i = whole; i < precision.size(); ++i) {
        seen |= bytes[i];
    }
    return (seen & kAboveOne) != 0;
}

void setTimes(FunnelPlan& plan)
{
    const FunnelOptions& options = plan.options;
    const Snapshot& snapshot = plan.snapshot;
    constexpr Millis kFar = FunnelWindow::kUnlimited;
    plan.asOf = options.asOf != kMissingDay ? options.asOf : snapshot.frame().asOf;
    plan.end = snapshot.endOfDay(plan.asOf);
    plan.from = options.from != kMissingDay ? snapshot.endOfDay(options.from - 1) : -kFar;
    plan.to = options.to != kMissingDay ? snapshot.endOfDay(options.to - 1) : kFar;
    plan.tolerance = Millis {1000} * options.toleranceSeconds;
    if (options.window) {
        plan.window = FunnelWindow(*options.window, snapshot);
    }
    for (const std::optional<Duration>& window : options.stepWindows) {
        plan.stepWindow.push_back(window ? FunnelWindow(*window, snapshot) : FunnelWindow());
        // without an order the first step may come later
        const bool counts = plan.stepWindow.size() > 1 || options.mode == FunnelMode::Any
            || options.mode == FunnelMode::Anchored;
        plan.hasStepWindows = plan.hasStepWindows || (counts && window);
    }
}

void setWay(FunnelPlan& plan)
{
    const FunnelOptions& options = plan.options;
    const bool noExtras = options.exclusions.empty() && !plan.hasStepWindows;
    plan.isAnyOrder = options.mode == FunnelMode::Any && noExtras;
    plan.needsSplit = options.unit != UnitKind::Customer || options.bound != UnitKind::Customer
        || options.entry == FunnelEntry::Session;
    plan.isPlain = options.mode == FunnelMode::Ordered && options.entry == FunnelEntry::Best && noExtras
        && !plan.needsSplit && options.optional.empty() && !options.openEntry && options.hold.empty()
        && plan.tolerance == 0 && plan.window.isExact();
}

/// The event field, circumstance or category to split by; none when the funnel is not split.
Status setSplit(FunnelPlan& plan, Job& job)
{
    const std::string& split = plan.options.split;
    if (split.empty()) {
        return Done {};
    }
    if (const std::optional<EventField> field = eventFieldByName(split); field && hasDictionary(*field)) {
        plan.splitField = field;
        return Done {};
    }
    if (const std::optional<Circumstance> circumstance = parseCircumstance(split)) {
        plan.splitCircumstance = circumstance;
        plan.circumstances = circumstanceTexts(circumstance->kind);
        return Done {};
    }
    Result<std::shared_ptr<const Attribute>> attribute = plan.snapshot.attribute(split, job);
    if (!attribute && attribute.error().code != ErrorCode::NotFound) {
        return attribute.error();
    }
    if (!attribute || (*attribute)->type != AttributeType::Category) {
        return badOption("split", shortened(split), "an event field, a circumstance or a category");
    }
    plan.splitAttribute = *attribute;
    return Done {};
}

Status loadColumns(FunnelPlan& plan, Job& job)
{
    const FunnelOptions& options = plan.options;
    std::vector<EventField> fields {EventField::Type, EventField::Time, EventField::Precision};
    fields.insert(fields.end(), options.hold.begin(), options.hold.end());
    if (Status status = setSplit(plan, job); !status) {
        return status;
    }
    if (plan.splitField) {
        fields.push_back(*plan.splitField);
    }
    for (const UnitKind kind :
         {options.unit, options.bound,
          options.entry == FunnelEntry::Session ? UnitKind::Session : UnitKind::Customer}) {
        if (kind != UnitKind::Customer) {
            if (Status status = UnitSplit::load(plan.snapshot, plan.splitRule(kind), job); !status) {
                return status;
            }
        }
    }
    return plan.snapshot.load(fields, job);
}

}  // namespace

Status checkFunnelOptions(const Snapshot& snapshot, const FunnelOptions& options)
{
    const int steps = static_cast<int>(options.steps.size());
    if (steps < 2 || steps > kMostSteps) {
        return badOption("steps", steps, "2 to 20");
    }
    if (options.population.size() != 0 && options.population.size() != snapshot.customers()) {
        return badOption("population", options.population.size());
    }
    if (Status status = checkTimes(options); !status) {
        return status;
    }
    if (Status status = checkShape(options); !status) {
        return status;
    }
    return checkSplit(options);
}

bool FunnelPlan::isRunning(Millis start) const
{
    if (window.isLimited()) {
        return window.within(start, end);
    }
    Millis latest = start;
    for (std::size_t step = 1; step < stepWindow.size() && stepWindow[step].isLimited(); ++step) {
        latest = stepWindow[step].endOf(latest) - 1;
    }
    return latest > start ? latest >= end : false;
}

Result<std::unique_ptr<const FunnelPlan>> FunnelPlan::make(const Snapshot& snapshot,
                                                           const FunnelOptions& options, Job& job)
{
    if (Status status = checkFunnelOptions(snapshot, options); !status) {
        return status.error();
    }
    auto plan = std::make_unique<FunnelPlan>(snapshot, options);
    const std::vector<EventPredicate> predicates = allPredicates(options);
    Result<EventMatcher> matcher = EventMatcher::bind(predicates, snapshot, job);
    if (!matcher) {
        return matcher.error();
    }
    plan->matcher = *std::move(matcher);
    plan->steps = static_cast<int>(options.steps.size());
    plan->exclusions = static_cast<int>(options.exclusions.size());
    const std::size_t seen = options.steps.size() + options.exclusions.size();
    plan->stepBits = bits(0, options.steps.size());
    plan->exclusionBits = bits(options.steps.size(), options.exclusions.size());
    plan->visibleBits = bits(seen, predicates.size() - seen);
    if (Status status = loadColumns(*plan, job); !status) {
        return status.error();
    }
    setReadTypes(*plan);
    setTimes(*plan);
    setWay(*plan);
    if (!plan->isAnyOrder && !plan->states.isComplete()) {
        return badOption(options.optional.empty() ? "steps" : "optional", {},
                         "too many ways of serving steps");
    }
    plan->hasDays = anyDay(snapshot.precision());
    return std::unique_ptr<const FunnelPlan>(std::move(plan));
}

}  // namespace meitrace
