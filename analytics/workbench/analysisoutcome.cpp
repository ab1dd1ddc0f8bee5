// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/analysisoutcome.h"

#include "models/base/hash.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

namespace meitrace {

namespace {

constexpr std::array<std::string_view, 5> kUnits {"count", "share", "seconds", "money", "number"};
constexpr std::size_t kPiece = 1 << 16;

/// Hashes numbers and texts as bytes that do not depend on the machine.
class OutcomeHash {
public:
    void add(std::int64_t number)
    {
        const auto bits = static_cast<std::uint64_t>(number);
        for (unsigned shift = 0; shift < 64; shift += 8) {
            m_bytes.push_back(static_cast<char>(static_cast<unsigned char>(bits >> shift)));
        }
        if (m_bytes.size() >= kPiece) {
            flush();
        }
    }

    /// Every NaN is the same, and so is every zero.
    void add(double number)
    {
        const double plain = std::isnan(number) ? std::numeric_limits<double>::quiet_NaN() : number + 0.0;
        add(std::bit_cast<std::int64_t>(plain));
    }

    void add(std::string_view text)
    {
        add(static_cast<std::int64_t>(text.size()));
        m_bytes += text;
    }

    std::string hex()
    {
        flush();
        return m_hash.hex();
    }

private:
    void flush()
    {
        m_hash.add(m_bytes);
        m_bytes.clear();
    }

    std::string m_bytes;
    StreamHash m_hash;
};

void add(OutcomeHash& hash, const FunnelRate& rate)
{
    hash.add(std::int64_t {rate.hits});
    hash.add(std::int64_t {rate.of});
    hash.add(rate.interval.low);
    hash.add(rate.interval.high);
}

void add(OutcomeHash& hash, const FunnelTimes& times)
{
    hash.add(std::int64_t {times.n});
    for (const double time : {times.p25, times.median, times.p75}) {
        hash.add(time);
    }
}

void add(OutcomeHash& hash, const std::vector<FunnelStep>& steps)
{
    for (const FunnelStep& step : steps) {
        for (const Index count : {step.reached, step.previous, step.lost, step.open}) {
            hash.add(std::int64_t {count});
        }
        for (const FunnelRate* rate :
             {&step.ofFirst, &step.ofPrevious, &step.maturedOfFirst, &step.maturedOfPrevious}) {
            add(hash, *rate);
        }
        add(hash, step.wait);
        add(hash, step.sinceFirst);
    }
}

void addCases(OutcomeHash& hash, const Snapshot& snapshot, const FunnelCases& cases)
{
    const Index count = cases.customer.size();
    hash.add(std::int64_t {count});
    for (Index i = 0; i < count; ++i) {
        hash.add(std::int64_t {snapshot.frame().code[cases.customer[i]]});
        const std::int64_t group = cases.group.size() == count ? cases.group[i] : -1;
        hash.add(std::int64_t {cases.served[i]} << 8 | std::int64_t {cases.flags[i]});
        hash.add(group);
    }
}

AnalysisOutcome outcomeFor(const Snapshot& snapshot, Day asOf)
{
    AnalysisOutcome outcome;
    outcome.asOf = asOf;
    outcome.dataVersion = snapshot.frame().dataVersion;
    outcome.mapVersion = snapshot.frame().mapVersion;
    return outcome;
}

const char* splitFigure(SplitKind kind)
{
    return kind == SplitKind::Other ? "of_first_other"
                                    : (kind == SplitKind::Missing ? "of_first_missing" : "of_first_where");
}

double number(std::int64_t count)
{
    return static_cast<double>(count);
}

void add(OutcomeHash& hash, const RfmCuts& cuts)
{
    hash.add(static_cast<std::int64_t>(cuts.method));
    hash.add(static_cast<std::int64_t>(cuts.at.size()));
    for (const WholeQuantile& cut : cuts.at) {
        hash.add(cut.value);
    }
}

void addCustomers(OutcomeHash& hash, const Snapshot& snapshot, const RfmResult& result)
{
    for (Index c = 0; c < result.segment.size(); ++c) {
        if (result.segment[c] == RfmResult::kNoSegment) {
            continue;
        }
        hash.add(std::int64_t {snapshot.frame().code[c]});
        hash.add(std::int64_t {result.recency[c]} << 32 | std::int64_t {result.frequency[c]});
        hash.add(std::int64_t {result.monetary[c]});
        hash.add(std::int64_t {result.r[c]} << 24 | std::int64_t {result.f[c]} << 16
                 | std::int64_t {result.m[c]} << 8 | std::int64_t {result.segment[c]});
    }
}

FigureUnit figureUnit(KpiUnit unit)
{
    switch (unit) {
    case KpiUnit::Count:
        return FigureUnit::Count;
    case KpiUnit::Money:
        return FigureUnit::Money;
    case KpiUnit::Rate:
        return FigureUnit::Share;
    case KpiUnit::Ratio:
    case KpiUnit::Months:
        return FigureUnit::Number;
    }
    return FigureUnit::Number;
}

void add(OutcomeHash& hash, const std::vector<KpiReading>& figures)
{
    for (const KpiReading& figure : figures) {
        for (const KpiValue* value : {&figure.now, &figure.before}) {
            hash.add(value->value);
            hash.add(value->n);
            hash.add(static_cast<std::int64_t>(value->gap));
        }
    }
}

void add(OutcomeHash& hash, const PersonaTrait& trait)
{
    hash.add(std::string_view(trait.attribute));
    hash.add(std::string_view(trait.value));
    for (const Share* share : {&trait.in, &trait.rest}) {
        hash.add(std::int64_t {share->hits});
        hash.add(std::int64_t {share->n});
    }
    for (const double figure : {trait.effect, trait.p, trait.q}) {
        hash.add(figure);
    }
}

}  // namespace

std::string_view nameOf(FigureUnit unit)
{
    return kUnits[static_cast<std::size_t>(unit)];
}

FigureUnit figureUnitByName(std::string_view name)
{
    for (std::size_t i = 0; i < kUnits.size(); ++i) {
        if (kUnits[i] == name) {
            return static_cast<FigureUnit>(i);
        }
    }
    return FigureUnit::Count;
}

AnalysisOutcome outcomeOf(const Snapshot& snapshot, const FunnelResult& result, const FunnelOptions& options)
{
    AnalysisOutcome outcome = outcomeFor(snapshot, result.asOf);
    for (std::size_t i = 0; i < result.steps.size(); ++i) {
        outcome.figures.push_back({.name = "reached",
                                   .subject = printed(options.steps[i]),
                                   .value = number(result.steps[i].reached)});
    }
    const FunnelStep& last = result.steps.back();
    outcome.figures.push_back({.name = "of_first", .unit = FigureUnit::Share, .value = last.ofFirst.rate});
    outcome.figures.push_back(
        {.name = "matured_of_first", .unit = FigureUnit::Share, .value = last.maturedOfFirst.rate});
    outcome.figures.push_back({.name = "median",
                               .unit = FigureUnit::Seconds,
                               .value = last.sinceFirst.n > 0 ? last.sinceFirst.median / 1000
                                                              : std::numeric_limits<double>::quiet_NaN()});
    OutcomeHash hash;
    add(hash, result.steps);
    for (const FunnelSplit& split : result.splits) {
        outcome.figures.push_back({.name = splitFigure(split.kind),
                                   .subject = split.value,
                                   .unit = FigureUnit::Share,
                                   .value = split.steps.back().ofFirst.rate});
        hash.add(static_cast<std::int64_t>(split.kind));
        hash.add(split.value);
        add(hash, split.steps);
    }
    addCases(hash, snapshot, result.cases);
    outcome.digest = hash.hex();
    return outcome;
}

AnalysisOutcome outcomeOf(const Snapshot& snapshot, const RfmResult& result)
{
    AnalysisOutcome outcome = outcomeFor(snapshot, result.asOf);
    std::int64_t spend = 0;
    for (const RfmSegment& segment : result.segments) {
        spend += segment.spend;
    }
    outcome.figures = {{.name = "scored", .value = number(result.scored)},
                       {.name = "spend", .unit = FigureUnit::Money, .value = number(spend)}};
    OutcomeHash hash;
    for (const RfmSegment& segment : result.segments) {
        outcome.figures.push_back(
            {.name = "segment", .subject = std::string(segment.code), .value = number(segment.customers)});
        hash.add(segment.code);
        hash.add(std::int64_t {segment.customers});
        hash.add(std::int64_t {segment.spend});
    }
    for (const RfmCuts* cuts : {&result.recencyCuts, &result.frequencyCuts, &result.monetaryCuts}) {
        add(hash, *cuts);
    }
    for (const double threshold :
         {result.thresholds.recency, result.thresholds.frequency, result.thresholds.monetary}) {
        hash.add(threshold);
    }
    addCustomers(hash, snapshot, result);
    outcome.digest = hash.hex();
    return outcome;
}

AnalysisOutcome outcomeOf(const Snapshot& snapshot, const KpiResult& result)
{
    AnalysisOutcome outcome = outcomeFor(snapshot, result.asOf);
    OutcomeHash hash;
    for (const Day day : {result.period.from, result.period.to, result.before.from, result.before.to}) {
        hash.add(std::int64_t {day});
    }
    for (std::size_t i = 0; i < result.figures.size(); ++i) {
        const KpiDefinition& definition = kpiDefinitions()[i];
        if (result.figures[i].now.gap != KpiGap::NoFile) {
            outcome.figures.push_back({.name = "kpi",
                                       .subject = definition.id,
                                       .unit = figureUnit(definition.unit),
                                       .value = result.figures[i].now.value});
        }
    }
    add(hash, result.figures);
    for (const KpiGroup& group : result.groups) {
        hash.add(std::string_view(group.name));
        add(hash, group.figures);
    }
    for (const Bitset& members : result.members) {
        hash.add(std::int64_t {members.count()});
        members.forEach([&](Index c) { hash.add(std::int64_t {snapshot.frame().code[c]}); });
    }
    outcome.digest = hash.hex();
    return outcome;
}

AnalysisOutcome outcomeOf(const Snapshot& snapshot, const PersonaResult& result)
{
    AnalysisOutcome outcome = outcomeFor(snapshot, result.asOf);
    outcome.figures = {{.name = "members", .value = number(result.members)},
                       {.name = "rest", .value = number(result.rest)}};
    OutcomeHash hash;
    for (const Index count :
         {result.members, result.rest, result.suppressed, result.complementary, result.notSelected}) {
        hash.add(std::int64_t {count});
    }
    for (const PersonaTrait& trait : result.traits) {
        if (trait.isNotable) {
            const bool isSince = trait.type == AttributeType::Date && trait.attribute != "age";
            outcome.figures.push_back({.name = isSince ? "share_in_since" : "share_in",
                                       .subject = trait.attribute + "=" + trait.value,
                                       .unit = FigureUnit::Share,
                                       .value = trait.shareIn});
        }
        add(hash, trait);
    }
    for (const PersonaUnknown& unknown : result.unknown) {
        hash.add(std::string_view(unknown.attribute));
        hash.add(std::int64_t {unknown.in});
        hash.add(std::int64_t {unknown.rest});
    }
    outcome.digest = hash.hex();
    return outcome;
}

}  // namespace meitrace
