// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/campaign/exportgate.h"

#include "analytics/campaign/customerleaf.h"
#include "models/base/badoption.h"
#include "models/base/parallel.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <unordered_set>

namespace meitrace {

namespace {

constexpr Index kCustomersPerChunk = Index {64} * 256;
constexpr double kAdult = 18;

/// nullptr inside where no file has brought the fact
Result<AttributePtr> attributeIfKnown(const Snapshot& snapshot, std::string_view name, Job& job)
{
    Result<AttributePtr> attribute = snapshot.attribute(name, job);
    if (!attribute && attribute.error().code == ErrorCode::NotFound) {
        return AttributePtr();
    }
    return attribute;
}

Result<AgeLeaf> agesOf(const Snapshot& snapshot, Day asOf, Job& job)
{
    const Result<AttributePtr> date = attributeIfKnown(snapshot, "birth_date", job);
    const Result<AttributePtr> year = attributeIfKnown(snapshot, "birth_year", job);
    const Result<AttributePtr> stated = attributeIfKnown(snapshot, "age_stated", job);
    for (const Result<AttributePtr>* part : {&date, &year, &stated}) {
        if (!*part) {
            return part->error();
        }
    }
    AgeLeaf ages;
    ages.birthDate = *date;
    ages.birthYear = *year;
    ages.stated = *stated;
    ages.asOf = asOf;
    return ages;
}

/// What decides before any identifier does.
struct PersonGate {
    AttributePtr test;
    AgeLeaf ages;
    const Bitset* internal = nullptr;  ///< nullptr = none known
    ReachSets reach;

    [[nodiscard]] std::optional<ExportReason> reasonOf(Index customer) const
    {
        if (test != nullptr && test->number[customer] == 1.0) {
            return ExportReason::TestPerson;
        }
        if (internal != nullptr && internal->test(customer)) {
            return ExportReason::Internal;
        }
        if (ages.age(customer) < kAdult) {  // unknown is NaN and no reason
            return ExportReason::Minor;
        }
        if (reach.refused.test(customer)) {
            return ExportReason::Refused;
        }
        return reach.allowed.test(customer) ? std::optional<ExportReason>()
                                            : std::optional(ExportReason::NoConsent);
    }
};

Result<PersonGate> personGate(const Snapshot& snapshot, const ExportGateOptions& options, Job& job)
{
    const Day asOf = options.asOf == kMissingDay ? snapshot.frame().asOf : options.asOf;
    const Result<AttributePtr> test = attributeIfKnown(snapshot, "is_test", job);
    Result<AgeLeaf> ages = agesOf(snapshot, asOf, job);
    Result<ReachSets> reach = reachSets(snapshot, options.channel, options.moment, job);
    if (!test || !ages || !reach) {
        return !test ? test.error() : (ages ? reach.error() : ages.error());
    }
    return PersonGate {.test = *test,
                       .ages = std::move(*ages),
                       .internal = options.internal.size() == 0 ? nullptr : &options.internal,
                       .reach = std::move(*reach)};
}

}  // namespace

Index ExportSelection::removedCount() const
{
    return std::accumulate(removed.begin(), removed.end(), Index {0});
}

Result<ReachSets> reachSets(const Snapshot& snapshot, ConsentChannel channel, Millis moment, Job& job)
{
    if (channel == ConsentChannel::Any) {
        return badOption("channel");
    }
    if (Status status = snapshot.loadConsents(job); !status) {
        return status.error();
    }
    const bool ads = channel == ConsentChannel::Ads;
    const ConsentQuestion needed {ads ? ConsentScope::ThirdPartyAds : ConsentScope::Marketing, channel};
    const ConsentQuestion marketing {ConsentScope::Marketing, channel};
    ReachSets sets {.allowed = Bitset(snapshot.customers()), .refused = Bitset(snapshot.customers())};
    const bool complete
        = forChunks(snapshot.customers(), kCustomersPerChunk, job, [&](Index, Index begin, Index end) {
              for (Index customer = begin; customer < end; ++customer) {
                  const auto records = consentsOf(snapshot, customer);
                  const ConsentDecision decision = decideConsent(records, needed, moment);
                  bool refused = decision.answer == ConsentAnswer::Denied && decision.record != nullptr;
                  if (ads && !refused) {
                      const ConsentDecision general = decideConsent(records, marketing, moment);
                      refused = general.answer == ConsentAnswer::Denied && general.record != nullptr;
                  }
                  if (refused) {
                      sets.refused.set(customer);
                  } else if (decision.answer == ConsentAnswer::Granted) {
                      sets.allowed.set(customer);
                  }
              }
          });
    if (!complete) {
        return Error {.code = ErrorCode::Cancelled};
    }
    return sets;
}

Result<Millis> consentMoment(const Snapshot& snapshot, Day asOf, Millis now, Job& job)
{
    if (Status status = snapshot.loadConsents(job); !status) {
        return status.error();
    }
    Millis moment = std::max(now, snapshot.endOfDay(asOf == kMissingDay ? snapshot.frame().asOf : asOf));
    for (Index customer = 0; customer < snapshot.customers(); ++customer) {
        for (const ConsentRecord& record : consentsOf(snapshot, customer)) {
            moment = std::max(moment, record.at == kMissing ? moment : record.at + 1);
        }
    }
    return moment;
}

Result<ExportSelection> selectForExport(const Snapshot& snapshot, const Bitset& members,
                                        const ExportGateOptions& options, Job& job)
{
    const Index customers = snapshot.customers();
    if (members.size() != customers) {
        return badOption("members");
    }
    if (options.internal.size() != 0 && options.internal.size() != customers) {
        return badOption("internal");
    }
    if (options.identifiers == nullptr || static_cast<Index>(options.identifiers->size()) != customers) {
        return badOption("identifiers");
    }
    const Result<PersonGate> gate = personGate(snapshot, options, job);
    if (!gate) {
        return gate.error();
    }
    ExportSelection selection;
    std::unordered_set<std::string_view> used;
    members.forEach([&](Index customer) {
        std::optional<ExportReason> reason = gate->reasonOf(customer);
        const std::string_view identifier = (*options.identifiers)[static_cast<std::size_t>(customer)];
        if (!reason && identifier.empty()) {
            reason = ExportReason::NoIdentifier;
        }
        if (!reason && !used.insert(identifier).second) {
            reason = ExportReason::SameIdentifier;
        }
        if (reason) {
            ++selection.removed[static_cast<std::size_t>(*reason)];
        } else {
            selection.kept.push_back(customer);
        }
    });
    if (job.stopped()) {
        return Error {.code = ErrorCode::Cancelled};
    }
    return selection;
}

}  // namespace meitrace
