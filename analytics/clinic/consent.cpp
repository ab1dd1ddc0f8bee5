// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/clinic/consent.h"

#include "models/base/parallel.h"

#include <limits>

namespace meitrace {

namespace {

constexpr Index kCustomersPerChunk = 16'384;

bool isRefusal(const ConsentRecord& record)
{
    return record.state != ConsentState::Granted;
}

Millis expiry(const ConsentRecord& record)
{
    return record.expires == kMissing ? std::numeric_limits<Millis>::max() : record.expires;
}

/// kMissing is the lowest number, so an undated record is weaker than any dated one by itself.
bool isStronger(const ConsentRecord& a, const ConsentRecord& b)
{
    if (a.at != b.at) {
        return a.at > b.at;
    }
    if (isRefusal(a) != isRefusal(b)) {
        return isRefusal(a);
    }
    return !isRefusal(a) && expiry(a) < expiry(b);
}

void keepStronger(const ConsentRecord*& best, const ConsentRecord& record)
{
    if (best == nullptr || isStronger(record, *best)) {
        best = &record;
    }
}

}  // namespace

ConsentDecision decideConsent(std::span<const ConsentRecord> records, ConsentQuestion question, Millis until)
{
    const ConsentRecord* general = nullptr;
    const ConsentRecord* best = nullptr;
    for (const ConsentRecord& record : records) {
        const bool isGeneral = record.channel == ConsentChannel::Any;
        if (record.scope != question.scope || (!isGeneral && record.channel != question.channel)
            || record.at >= until) {
            continue;
        }
        keepStronger(best, record);
        if (isGeneral) {
            keepStronger(general, record);
        }
    }
    const bool marketing = question.scope == ConsentScope::Marketing;
    if (marketing && general != nullptr && general->state == ConsentState::Denied) {
        return {.answer = ConsentAnswer::Denied, .record = general};
    }
    if (best != nullptr && isRefusal(*best)) {
        return {.answer = ConsentAnswer::Denied, .record = best};
    }
    if (best != nullptr && until <= expiry(*best)) {
        return {.answer = ConsentAnswer::Granted, .record = best};
    }
    return {.answer = marketing ? ConsentAnswer::Denied : ConsentAnswer::Unknown, .record = nullptr};
}

Result<ConsentSets> consentSets(const Snapshot& snapshot, ConsentQuestion question, Day asOf, Job& job)
{
    if (Status status = snapshot.loadConsents(job); !status) {
        return status.error();
    }
    const Millis until = snapshot.endOfDay(asOf);
    ConsentSets sets {.granted = Bitset(snapshot.customers()), .denied = Bitset(snapshot.customers())};
    const bool complete
        = forChunks(snapshot.customers(), kCustomersPerChunk, job, [&](Index, Index begin, Index end) {
              for (Index customer = begin; customer < end; ++customer) {
                  const ConsentAnswer answer
                      = decideConsent(consentsOf(snapshot, customer), question, until).answer;
                  if (answer == ConsentAnswer::Granted) {
                      sets.granted.set(customer);
                  } else if (answer == ConsentAnswer::Denied) {
                      sets.denied.set(customer);
                  }
              }
          });
    if (!complete) {
        return Error {.code = ErrorCode::Cancelled};
    }
    return sets;
}

}  // namespace meitrace
