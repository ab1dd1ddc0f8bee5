// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/campaign/audiencereason.h"

#include "analytics/campaign/audiencesource.h"
#include "analytics/campaign/didgroup.h"

#include <cmath>

namespace meitrace {

namespace {

using Kind = RuleNode::Kind;

Truth joinedTruth(const RuleNode& node, const std::vector<RuleReason>& children)
{
    const bool all = node.kind != Kind::Or;
    bool doubtful = false;
    for (std::size_t i = 0; i < children.size(); ++i) {
        const bool taken = node.kind == Kind::Except && i > 0;
        const Truth truth = taken ? opposite(children[i].truth) : children[i].truth;
        if (truth == truthOf(!all)) {
            return truth;
        }
        doubtful = doubtful || truth == Truth::Unknown;
    }
    return doubtful ? Truth::Unknown : truthOf(all);
}

ReasonFact numberFact(double number, AttributeType type)
{
    return {
        .known = !std::isnan(number), .type = type, .text = {}, .number = std::isnan(number) ? 0 : number};
}

ReasonFact factOf(const CustomerLeaf& leaf, Index customer)
{
    if (const auto* category = std::get_if<CategoryLeaf>(&leaf)) {
        const std::uint32_t code = category->attribute->code[customer];
        return {.known = code != 0, .text = std::string(category->attribute->texts.text(code))};
    }
    if (const auto* number = std::get_if<NumberLeaf>(&leaf)) {
        return numberFact(number->attribute->number[customer], number->attribute->type);
    }
    if (const auto* age = std::get_if<AgeLeaf>(&leaf)) {
        return numberFact(age->age(customer), AttributeType::Number);
    }
    return {};
}

class Explainer {
public:
    Explainer(const Snapshot& snapshot, const AudienceSource& source, Index customer, Job& job)
        : m_snapshot(snapshot)
        , m_source(source)
        , m_customer(customer)
        , m_job(job)
    {
    }

    /// Errors  as bindCustomerLeaf and DidGroup::bind
    Status explain(const RuleNode& node, RuleReason& reason)
    {
        reason.clause = &node;
        for (const RuleNode& child : node.children) {
            if (Status status = explain(child, reason.children.emplace_back()); !status) {
                return status;
            }
        }
        switch (node.kind) {
        case Kind::And:
        case Kind::Or:
        case Kind::Except:
            reason.truth = joinedTruth(node, reason.children);
            return Done {};
        case Kind::Not:
            reason.truth = opposite(reason.children.front().truth);
            return Done {};
        case Kind::IncludeUnknown:
            reason.truth = truthOf(reason.children.front().truth != Truth::False);
            return Done {};
        case Kind::Event:
            return explainEvent(node, reason);
        default:
            return explainFact(node, reason);
        }
    }

private:
    Status explainFact(const RuleNode& node, RuleReason& reason)
    {
        const Result<CustomerLeaf> leaf = bindCustomerLeaf(node, m_source.rules(), m_job);
        if (!leaf) {
            return leaf.error();
        }
        reason.truth = std::visit([&](const auto& fact) { return fact.at(m_customer); }, *leaf);
        reason.fact = factOf(*leaf, m_customer);
        if (const auto* consent = std::get_if<ConsentLeaf>(&*leaf)) {
            const ConsentDecision decision = consent->decision(m_customer);
            reason.consent = decision.answer;
            reason.consentAt = decision.record != nullptr ? decision.record->at : kMissing;
        }
        return Done {};
    }

    Status explainEvent(const RuleNode& node, RuleReason& reason)
    {
        const Result<DidGroup> group
            = DidGroup::bind({{.clause = &std::get<DidClause>(node.clause), .column = node.column.at}}, true,
                             m_snapshot, m_source.rules().asOf, m_job);
        if (!group) {
            return group.error();
        }
        DidScratch scratch;
        const DidFinding finding = group->find(0, m_customer, scratch);
        reason.truth = finding.truth;
        reason.event.row = finding.row;
        reason.event.inWindow = finding.inWindow;
        reason.event.measured = finding.measured;
        if (finding.row >= 0) {
            reason.event.time = m_snapshot.time()[finding.row];
            reason.event.type = m_snapshot.dictionary(EventField::Type).text(m_snapshot.type()[finding.row]);
        }
        return Done {};
    }

    const Snapshot& m_snapshot;
    const AudienceSource& m_source;
    Index m_customer;
    Job& m_job;
};

}  // namespace

Result<AudienceReason> explainMembership(const Snapshot& snapshot, const RuleNode& rule,
                                         const AudienceOptions& options, Index customer, Job& job)
{
    AudienceSource source(snapshot, options, job);
    if (Status status = source.check(); !status) {
        return status.error();
    }
    if (customer < 0 || customer >= snapshot.customers()) {
        return Error {.code = ErrorCode::BadOption, .subject = "customer"};
    }
    AudienceReason reason;
    reason.inPopulation = source.population().test(customer);
    if (Status status = Explainer(snapshot, source, customer, job).explain(rule, reason.rule); !status) {
        return status.error();
    }
    return reason;
}

}  // namespace meitrace
