// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the data what a definition asks.
#include "analytics/workbench/analysisoutcome.h"
#include "analytics/workbench/audiences.h"
#include "analytics/workbench/kpis.h"

#include <algorithm>
#include <optional>

namespace meitrace {

namespace {

Result<Bitset> populationFor(Clinic& clinic, const AnalysisDefinition& definition, Job& job)
{
    Result<Bitset> population = std::visit(
        [&](const auto& options) {
            return populationOf(clinic, {definition.where, options.asOf, options.includeAnonymous}, job);
        },
        definition.options);
    if (!population || definition.filter.isEmpty()) {
        return population;
    }
    const Result<Bitset> left
        = populationOf(clinic, {filterRule(definition.filter), kMissingDay, false}, job);
    if (!left) {
        return left.error();
    }
    *population &= *left;
    return population;
}

struct Days {
    Day from = kMissingDay;
    Day to = kMissingDay;  ///< included
};

/// Nothing for the whole history. Never ends behind the as-of day.
std::optional<Days> daysOf(const AnalysisPeriod& period, Day asOf)
{
    switch (period.kind) {
    case AnalysisPeriod::Kind::Whole:
        break;
    case AnalysisPeriod::Kind::ThisMonth:
        return Days {monthStart(asOf), asOf};
    case AnalysisPeriod::Kind::LastMonth:
        return Days {monthStart(asOf, -1), monthStart(asOf) - 1};
    case AnalysisPeriod::Kind::LastDays:
        return Days {asOf - period.days + 1, asOf};
    case AnalysisPeriod::Kind::Own:
        return Days {period.from, std::max(period.from, std::min(period.to, asOf))};
    }
    return std::nullopt;
}

}  // namespace

FunnelOptions inPeriod(FunnelOptions options, const AnalysisPeriod& period, Day asOfOfData)
{
    if (const auto days = daysOf(period, options.asOf == kMissingDay ? asOfOfData : options.asOf)) {
        options.from = days->from;
        options.to = days->to + 1;
    }
    return options;
}

RfmOptions inPeriod(RfmOptions options, const AnalysisPeriod& period, Day asOfOfData)
{
    if (const auto days = daysOf(period, asOfOfData)) {
        options.asOf = days->to;
    }
    return options;
}

PersonaQuestion inPeriod(PersonaQuestion question, const AnalysisPeriod& period, Day asOfOfData)
{
    if (const auto days = daysOf(period, asOfOfData)) {
        question.asOf = days->to;
    }
    return question;
}

KpiOptions inPeriod(KpiOptions options, const AnalysisPeriod& period, const Snapshot& snapshot)
{
    if (const auto days
        = daysOf(period, options.asOf == kMissingDay ? snapshot.frame().asOf : options.asOf)) {
        options.month = kpiMonth(snapshot, days->to);
    }
    return options;
}

namespace {

/// A question beside what it is asked of.
struct Asked {
    Clinic& clinic;
    const Snapshot& snapshot;
    const AnalysisDefinition& definition;
    Bitset population;
};

Result<AnalysisOutcome> answer(const Asked& asked, const FunnelOptions& question, Job& job)
{
    FunnelOptions options = inPeriod(question, asked.definition.period, asked.snapshot.frame().asOf);
    options.population = asked.population;
    const Result<FunnelResult> result = funnel(asked.snapshot, options, job);
    return result ? Result<AnalysisOutcome>(outcomeOf(asked.snapshot, *result, options))
                  : Result<AnalysisOutcome>(result.error());
}

Result<AnalysisOutcome> answer(const Asked& asked, const RfmOptions& question, Job& job)
{
    RfmOptions options = inPeriod(question, asked.definition.period, asked.snapshot.frame().asOf);
    options.population = asked.population;
    const Result<RfmResult> result = rfm(asked.snapshot, options, job);
    return result ? Result<AnalysisOutcome>(outcomeOf(asked.snapshot, *result))
                  : Result<AnalysisOutcome>(result.error());
}

Result<AnalysisOutcome> answer(const Asked& asked, const KpiOptions& question, Job& job)
{
    KpiOptions options = inPeriod(question, asked.definition.period, asked.snapshot);
    options.population = asked.population;
    options.chosenPeople = !asked.definition.filter.isEmpty() || isChoice(asked.definition.where);
    const Result<KpiInputs> inputs = kpiInputs(asked.clinic.workspace(), asked.snapshot, job);
    if (!inputs) {
        return inputs.error();
    }
    const Result<KpiResult> result = kpis(asked.snapshot, *inputs, options, job);
    return result ? Result<AnalysisOutcome>(outcomeOf(asked.snapshot, *result))
                  : Result<AnalysisOutcome>(result.error());
}

Result<AnalysisOutcome> answer(const Asked& asked, const PersonaQuestion& question, Job& job)
{
    static_cast<void>(question);
    const Result<PersonaResult> result = askPersona(asked.clinic, asked.definition, job);
    return result ? Result<AnalysisOutcome>(outcomeOf(asked.snapshot, *result))
                  : Result<AnalysisOutcome>(result.error());
}

}  // namespace

Result<PersonaResult> askPersona(Clinic& clinic, const AnalysisDefinition& definition, Job& job)
{
    const auto* asked = std::get_if<PersonaQuestion>(&definition.options);
    if (asked == nullptr) {
        return Error {.code = ErrorCode::BadOption, .subject = "analysis"};
    }
    const Result<SnapshotPtr> snapshot = clinic.snapshot(job);
    if (!snapshot) {
        return snapshot.error();
    }
    const PersonaQuestion question = inPeriod(*asked, definition.period, (*snapshot)->frame().asOf);
    const auto peopleOf = [&](const std::string& rule) {
        return populationOf(clinic, {rule, question.asOf, question.includeAnonymous}, job);
    };
    Result<Bitset> where = peopleOf(definition.where);
    Result<Bitset> members = peopleOf(question.of);
    if (!where || !members) {
        return where ? members.error() : where.error();
    }
    PersonaOptions options;
    options.members = *std::move(members);
    options.members &= *where;
    options.population = *std::move(where);
    if (!definition.filter.isEmpty()) {
        const Result<Bitset> left
            = populationOf(clinic, {filterRule(definition.filter), kMissingDay, false}, job);
        if (!left) {
            return left.error();
        }
        options.population &= *left;
    }
    options.population |= options.members;
    options.includeAnonymous = question.includeAnonymous;
    options.asOf = question.asOf;
    options.attributes = question.attributes;
    return persona(**snapshot, options, job);
}

Result<AnalysisOutcome> runAnalysis(Clinic& clinic, const AnalysisDefinition& definition, Job& job)
{
    Result<Bitset> population = populationFor(clinic, definition, job);
    const Result<SnapshotPtr> snapshot = clinic.snapshot(job);
    if (!population || !snapshot) {
        return population ? snapshot.error() : population.error();
    }
    const Asked asked {clinic, **snapshot, definition, *std::move(population)};
    return std::visit([&](const auto& options) { return answer(asked, options, job); }, definition.options);
}

}  // namespace meitrace
