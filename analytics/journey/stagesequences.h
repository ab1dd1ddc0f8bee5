// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/frame/bitset.h"
#include "models/frame/column.h"
#include "models/frame/snapshot.h"

#include <cstdint>
#include <vector>

namespace meitrace {

/// Stages of the clinic's flow as numbers: those of the event types, and 10 for a sale on a later day than
/// the customer's first.
namespace stage {
inline constexpr int kExposure = 0, kEngage = 1, kLead = 2, kContact = 3, kBooking = 4, kArrival = 5,
                     kConsultation = 6, kSale = 7, kTreatment = 8, kAftercare = 9, kRepurchase = 10,
                     kReferral = 11;
inline constexpr int kCount = 12;
}  // namespace stage

enum class StageRepeats : std::uint8_t {
    Collapse,  ///< neighbours of one stage are one
    Once       ///< a stage stands only where it first comes
};

struct StageSequenceOptions {
    Day from = kMissingDay;             ///< first civil day seen; missing = the first
    Day to = kMissingDay;               ///< first civil day not seen any more; missing = behind the as-of day
    Day asOf = kMissingDay;             ///< last civil day that is seen; missing = the snapshot's
    int firstStage = stage::kExposure;  ///< earlier stages are passed over; 0 to 11
    int maxLength = 8;                  ///< stages kept of a sequence, 1 to 15; what follows is cut off
    int top = 10;                       ///< sequences named, 1 to 100; the others are one group
    StageRepeats repeats = StageRepeats::Collapse;
    Bitset population {};  ///< customers looked at; size 0 = all
    bool includeAnonymous = false;
    Column<Fen> value {};  ///< net paid per customer, minor units; size 0 = nothing known
};

/// One group of customers.
struct StageSequence {
    std::vector<std::uint8_t> stages {};  ///< empty for the group of all others
    bool goesOn = false;                  ///< more stages followed and were cut off
    Index customers = 0;
    double share = 0;       ///< of all customers of the result
    Index sold = 0;         ///< of them, with a sale or repurchase, also behind the cut
    double medianDays = 0;  ///< civil days from the first stage to the last one kept; NaN without customers
    Fen value = 0;          ///< sum of what the options brought
};

struct StageSequences {
    static constexpr std::int32_t kNowhere = -1;

    std::vector<StageSequence> top;  ///< most customers first, ties by the stages in their order
    StageSequence other;
    Column<std::int32_t> group;   ///< by customer: index into top, top.size() = other, or kNowhere
    Index customers = 0;          ///< in top and other together
    Index different = 0;          ///< sequences there are
    Index withoutStage = 0;       ///< looked at, but without any stage in the time
    Index outsidePopulation = 0;  ///< not looked at
    Day from = 0;                 ///< as used
    Day to = 0;
    Day asOf = 0;
};

/// Groups customers by the stages they went through in a span of time.
///
/// Stage   of an event: stageOf(). Neutral events and events of the clinic's own types have none, nor have
///         gifts and money given back; a sale on a later civil day than the customer's first ever is a
///         repurchase. Order is the snapshot's.
/// Cost    O(events of the customers looked at) and a sort of one word per customer.
/// Errors  BadOption(from | first_stage | length | top | population | value), Cancelled, those of loading
///         columns. Nobody with a stage is a result, not an error.
/// Source  the flow of a clinic from exposure to referral: docs/methods/stagesequences.md
Result<StageSequences> stageSequences(const Snapshot& snapshot, const StageSequenceOptions& options,
                                      Job& job);

}  // namespace meitrace
