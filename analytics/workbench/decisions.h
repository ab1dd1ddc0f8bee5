// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/clinic.h"
#include "models/pipeline/resolution.h"

#include <cstdint>
#include <string>
#include <vector>

namespace meitrace {

/// As Snapshot::customerCode() writes it
std::string codeOfCustomer(std::uint32_t number);

/// A decision of people about who is who, journalled and reversible.
struct JournalEntry {
    std::int64_t number = 0;  ///< of the decision; all pairs taken at once share it
    bool merge = true;
    std::vector<std::string> idents;  ///< native names of the handles concerned
    bool undone = false;
    std::int64_t decidedAt = 0;
};

/// A pair that waits for a decision.
struct WaitingPair {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::string key;
    double score = 0;
    std::int64_t reason = 0;
};

Result<std::vector<WaitingPair>> waitingPairs(Workspace& workspace);
Result<std::vector<JournalEntry>> journal(Workspace& workspace);

/// A decision taken, and the map that follows from it.
struct Decision {
    std::int64_t number = 0;  ///< in the journal; undoDecision() takes it back
    ResolutionReport report;
};

/// What people say of two handles. What is not sure is simply not answered.
enum class ReviewAnswer : std::uint8_t { Same = 1, Different = 2 };

/// Answers a pair. Beats every rule and every later import.  Errors  NotFound(ident), those of the store
Result<Decision> answerPair(Workspace& workspace, std::uint32_t a, std::uint32_t b, ReviewAnswer answer,
                            Job& job);

/// Two customers become one. Codes as in Snapshot::customerCode().  Errors  NotFound(customer)
Result<ResolutionReport> mergeCustomers(Workspace& workspace, const std::string& a, const std::string& b,
                                        Job& job);
/// Handles leave their customer and never come back to it by themselves.  Errors  NotFound(customer | ident)
Result<Decision> splitCustomer(Workspace& workspace, const std::string& customer,
                               const std::vector<std::uint32_t>& idents, Job& job);
/// Takes a decision back.  Errors  NotFound(decision)
Result<ResolutionReport> undoDecision(Workspace& workspace, std::int64_t number, Job& job);

}  // namespace meitrace
