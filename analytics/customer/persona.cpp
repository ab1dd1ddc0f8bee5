// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/persona.h"

#include "analytics/customer/personatables.h"
#include "analytics/customer/suppression.h"
#include "analytics/features/population.h"
#include "analytics/stats/benjaminihochberg.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace meitrace {

namespace {

constexpr double kPrior = 100;  ///< customers of the overall share that shrink the effect
constexpr Index kLeastGroup = 10;

std::optional<Error> checkOptions(const Snapshot& snapshot, const PersonaOptions& options)
{
    const auto wrong = [](const char* subject, const char* detail) {
        return Error {.code = ErrorCode::BadOption, .subject = subject, .detail = detail};
    };
    if (options.members.size() != snapshot.customers()) {
        return wrong("members", "not of this snapshot");
    }
    if (options.population.size() != 0 && options.population.size() != snapshot.customers()) {
        return wrong("population", "not of this snapshot");
    }
    if (options.minimumGroup < kLeastGroup) {
        return wrong("minimum_group", "at least 10");
    }
    return std::nullopt;
}

double shrunkLogOdds(Share share, double overall)
{
    const double hits = static_cast<double>(share.hits) + kPrior * overall;
    const double misses = static_cast<double>(share.n - share.hits) + kPrior * (1 - overall);
    return std::log(hits / misses);
}

PersonaTrait traitOf(const AttributeTable& table, const ValueCounts& value, Share in, Share rest)
{
    PersonaTrait trait;
    trait.attribute = table.attribute;
    trait.value = value.value;
    trait.type = table.type;
    trait.low = value.low;
    trait.high = value.high;
    trait.in = in;
    trait.rest = rest;
    trait.shareIn = proportion(in.hits, in.n);
    trait.shareRest = proportion(rest.hits, rest.n);
    trait.lift = rest.hits > 0 ? trait.shareIn / trait.shareRest : std::numeric_limits<double>::quiet_NaN();
    trait.liftRange = ratioInterval(in, rest);
    const double overall = proportion(in.hits + rest.hits, in.n + rest.n);
    trait.index = 100 * trait.shareIn / overall;
    trait.shareRange = wilson(in.hits, in.n);
    trait.difference = newcombe(in, rest);
    const bool isEverybody = in.hits == in.n && rest.hits == rest.n;
    trait.effect = isEverybody ? 0 : shrunkLogOdds(in, overall) - shrunkLogOdds(rest, overall);
    trait.p = twoProportionP(in, rest);
    return trait;
}

/// Adds the traits of one table that may be shown.
void addTraits(const AttributeTable& table, Index minimum, PersonaResult& result)
{
    std::vector<CellCounts> cells;
    Share in;
    Share rest;
    for (const ValueCounts& value : table.values) {
        cells.push_back(value.counts);
        in.n += value.counts.in;
        rest.n += value.counts.rest;
    }
    const std::vector<CellFate> fates = cellFates(cells, minimum);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const ValueCounts& value = table.values[i];
        result.suppressed += fates[i] == CellFate::Small && value.isShown ? 1 : 0;
        result.complementary += fates[i] == CellFate::Complementary && value.isShown ? 1 : 0;
        if (fates[i] == CellFate::Shown && value.isShown && cells[i].in >= minimum) {
            in.hits = cells[i].in;
            rest.hits = cells[i].rest;
            result.traits.push_back(traitOf(table, value, in, rest));
        }
    }
    if (table.unknown.in + table.unknown.rest > 0) {
        result.unknown.push_back({table.attribute, table.unknown.in, table.unknown.rest});
    }
}

bool isStronger(const PersonaTrait& a, const PersonaTrait& b)
{
    if (a.isNotable != b.isNotable) {
        return a.isNotable;
    }
    if (std::abs(a.effect) != std::abs(b.effect)) {
        return std::abs(a.effect) > std::abs(b.effect);
    }
    return a.attribute != b.attribute ? a.attribute < b.attribute : a.value < b.value;
}

void judge(const PersonaOptions& options, std::vector<PersonaTrait>& traits)
{
    std::vector<double> p;
    p.reserve(traits.size());
    for (const PersonaTrait& trait : traits) {
        p.push_back(trait.p);
    }
    const std::vector<double> q = benjaminiHochberg(p);
    for (std::size_t i = 0; i < traits.size(); ++i) {
        PersonaTrait& trait = traits[i];
        trait.q = q[i];
        trait.isNotable = trait.in.hits >= options.minimumSupport && trait.q <= options.level
            && std::abs(trait.shareIn - trait.shareRest) >= options.minimumDifference;
        trait.isDefining = std::find(options.definedBy.begin(), options.definedBy.end(), trait.attribute)
            != options.definedBy.end();
    }
    std::sort(traits.begin(), traits.end(), isStronger);
}

}  // namespace

Result<PersonaResult> persona(const Snapshot& snapshot, const PersonaOptions& options, Job& job)
{
    if (auto wrong = checkOptions(snapshot, options)) {
        return *std::move(wrong);
    }
    if (job.stopped()) {
        return Error {ErrorCode::Cancelled};
    }
    const Population population = populationOf(snapshot, options.population, options.includeAnonymous);
    TwoGroups groups {options.members, population.rows};
    groups.in &= population.rows;
    groups.rest.subtract(groups.in);
    PersonaResult result;
    result.members = groups.in.count();
    result.rest = groups.rest.count();
    result.notSelected = population.notSelected;
    result.anonymous = population.anonymous;
    result.asOf = options.asOf != kMissingDay ? options.asOf : snapshot.frame().asOf;
    if (result.members < options.minimumGroup || result.rest < options.minimumGroup) {
        return Error {.code = ErrorCode::EmptyInput,
                      .subject = result.members < options.minimumGroup ? "members" : "rest",
                      .detail = "too few customers to describe"};
    }
    const std::vector<std::string> names
        = options.attributes.empty() ? tableNames(snapshot) : options.attributes;
    const auto tables = attributeTables(snapshot, groups, result.asOf, names, job);
    if (!tables) {
        return tables.error();
    }
    for (const AttributeTable& table : *tables) {
        addTraits(table, options.minimumGroup, result);
    }
    judge(options, result.traits);
    job.progress(1);
    return result;
}

}  // namespace meitrace
