// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/campaign/audience.h"

#include "analytics/campaign/audiencesource.h"
#include "analytics/campaign/ruleplan.h"
#include "models/base/badoption.h"
#include "models/base/parallel.h"

#include <algorithm>
#include <set>

namespace meitrace {

namespace {

using Kind = RuleNode::Kind;

const NamedAudience* findAudience(std::span<const NamedAudience> audiences, std::string_view name)
{
    const auto found = std::find_if(audiences.begin(), audiences.end(),
                                    [&](const NamedAudience& audience) { return audience.name == name; });
    return found == audiences.end() ? nullptr : &*found;
}

}  // namespace

AudienceSource::AudienceSource(const Snapshot& snapshot, const AudienceOptions& options, Job& job)
    : m_snapshot(snapshot)
    , m_options(options)
    , m_job(job)
    , m_population(options.population.size() == 0 ? &snapshot.known() : &options.population)
    , m_source {.snapshot = snapshot,
                .asOf = options.asOf == kMissingDay ? snapshot.frame().asOf : options.asOf,
                .metrics = options.metrics,
                .audience
                = [this](const std::string& name, std::int64_t column) { return membersOf(name, column); },
                .unknownName =
                    [this](const std::string& field, const std::string& name) {
                        addDoubt({field, name});
                    }}
{
}

Status AudienceSource::check() const
{
    const Index customers = m_snapshot.customers();
    if (m_population->size() != customers) {
        return badOption("population");
    }
    for (const NamedAudience& audience : m_options.audiences) {
        if (audience.frozen && audience.frozen->size() != customers) {
            return badOption("audiences");
        }
    }
    for (const AttributePtr& metric : m_options.metrics) {
        const bool category = metric != nullptr && metric->type == AttributeType::Category;
        if (metric == nullptr || (category ? metric->code.size() : metric->number.size()) != customers) {
            return badOption("metrics");
        }
    }
    return Done {};
}

Result<const Bitset*> AudienceSource::membersOf(const std::string& name, std::int64_t column)
{
    const NamedAudience* audience = findAudience(m_options.audiences, name);
    if (audience == nullptr) {
        return ruleRefusal("audience", column, name);
    }
    if (audience->frozen) {
        return &*audience->frozen;
    }
    if (const auto known = m_members.find(name); known != m_members.end()) {
        return &known->second;
    }
    if (std::find(m_open.begin(), m_open.end(), name) != m_open.end() || m_open.size() >= kMostNested) {
        return ruleRefusal("cycle", column, name);
    }
    m_open.push_back(name);
    Result<Audience> members = evaluate(audience->rule);
    m_open.pop_back();
    if (members) {
        return &m_members.emplace(name, std::move(members->members)).first->second;
    }
    Error error = members.error();
    if (error.code == ErrorCode::BadRule && error.subject != "cycle") {
        error.detail = "inside the audience: " + error.subject;
        error.subject = "audience";
        error.value = ruleRefusal({}, 0, name).value;
    }
    error.place.column = error.code == ErrorCode::BadRule ? column : 0;
    return error;
}

void AudienceSource::addDoubt(AudienceDoubt doubt)
{
    if (std::find(m_doubts.begin(), m_doubts.end(), doubt) == m_doubts.end()) {
        m_doubts.push_back(std::move(doubt));
    }
}

Result<Audience> AudienceSource::evaluate(const RuleNode& rule)
{
    Result<RulePlan> plan = RulePlan::bind(rule, m_source, m_job);
    if (!plan) {
        return plan.error();
    }
    const Index customers = m_snapshot.customers();
    Audience audience {.members = Bitset(customers), .unknown = Bitset(customers), .doubts = {}};
    const std::vector<std::uint64_t>& population = m_population->words();
    const bool complete
        = forChunks(customers, RulePlan::kChunk, m_job, [&](Index chunk, Index begin, Index end) {
              RulePlan::Words need {};
              const Index firstWord = begin / 64;
              const Index words = chunkCount(end - begin, 64);
              std::copy_n(population.begin() + firstWord, words, need.begin());
              DidScratch scratch;
              const RulePlan::Answer answer = plan->evaluate(chunk, need, scratch);
              for (Index word = 0; word < words; ++word) {
                  audience.members.setWord(firstWord + word, answer.yes[static_cast<std::size_t>(word)]);
                  audience.unknown.setWord(firstWord + word, answer.unknown[static_cast<std::size_t>(word)]);
              }
          });
    if (!complete) {
        return Error {.code = ErrorCode::Cancelled};
    }
    return audience;
}

Result<Audience> evaluateAudience(const Snapshot& snapshot, const RuleNode& rule,
                                  const AudienceOptions& options, Job& job)
{
    AudienceSource source(snapshot, options, job);
    if (Status status = source.check(); !status) {
        return status.error();
    }
    Result<Audience> audience = source.evaluate(rule);
    if (audience) {
        audience->doubts = source.doubts();
    }
    return audience;
}

Result<std::vector<WaterfallStep>> audienceWaterfall(const Snapshot& snapshot, const RuleNode& rule,
                                                     const AudienceOptions& options, Job& job)
{
    AudienceSource source(snapshot, options, job);
    if (Status status = source.check(); !status) {
        return status.error();
    }
    const bool joins = rule.kind == Kind::And || rule.kind == Kind::Or || rule.kind == Kind::Except;
    std::vector<const RuleNode*> clauses {&rule};
    if (joins) {
        clauses.clear();
        for (const RuleNode& child : rule.children) {
            clauses.push_back(&child);
        }
    }
    std::vector<WaterfallStep> steps;
    Bitset reached;
    for (const RuleNode* clause : clauses) {
        Result<Audience> own = source.evaluate(*clause);
        if (!own) {
            return own.error();
        }
        WaterfallStep step {
            .clause = clause, .own = own->members.count(), .ownUnknown = own->unknown.count()};
        if (steps.empty()) {
            reached = own->members;
        } else {
            step.joining = rule.kind;
            if (rule.kind == Kind::Or) {
                reached |= own->members;
            } else if (rule.kind == Kind::And) {
                reached &= own->members;
            } else {
                own->members |= own->unknown;
                reached.subtract(own->members);
            }
        }
        step.cumulative = reached.count();
        steps.push_back(step);
    }
    return steps;
}

std::vector<std::string> metricsOf(const RuleNode& rule, std::span<const NamedAudience> audiences)
{
    std::set<std::string> metrics;
    std::set<std::string> seen;
    std::vector<const RuleNode*> open {&rule};
    while (!open.empty()) {
        const RuleNode& next = *open.back();
        open.pop_back();
        for (std::string& name : requiredMetrics(next)) {
            metrics.insert(std::move(name));
        }
        for (const std::string& name : requiredAudiences(next)) {
            const NamedAudience* audience = findAudience(audiences, name);
            if (audience != nullptr && !audience->frozen && seen.insert(name).second) {
                open.push_back(&audience->rule);
            }
        }
    }
    return {metrics.begin(), metrics.end()};
}

}  // namespace meitrace
