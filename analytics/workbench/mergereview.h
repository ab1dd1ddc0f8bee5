// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/clinic.h"
#include "models/identity/likelypairs.h"
#include "models/identity/resolver.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace meitrace {

/// One handle as it is compared: what it says, one line per kind of key.
struct ReviewRecord {
    std::uint32_t ident = 0;
    std::string customer;  ///< code of the customer it belongs to now
    struct Line {
        KeyType type {};
        std::string value;    ///< as shown: numbers with the middle hidden unless asked for in full
        bool shared = false;  ///< the other record has the very same value
    };
    std::vector<Line> lines;  ///< ascending by (type, value)
};

/// Two handles side by side, and what speaks for and against their being one person.
struct ReviewPairView {
    ReviewRecord left;
    ReviewRecord right;
    KeyType key {};
    ReviewPair::Reason reason {};
    double score = 0.0;        ///< of the rule; of Reason::Likely: p when the map was worked out
    bool hasEvidence = false;  ///< both say enough for the probable rules
    PairEvidence evidence {};  ///< bits per field, prior, p
};

/// The pairs that wait, for a page that shows them one after the other. Holds what all handles say, so that
/// each pair is explained at once.
///
/// Cost    one pass over all keys when opened, about 1 s per million; a pair: microseconds
class MergeReview {
public:
    /// Errors  Cancelled, those of the store
    static Result<MergeReview> open(Workspace& workspace, Job& job);

    /// Number of pairs that wait, strongest first
    [[nodiscard]] std::size_t size() const { return m_pairs.size(); }
    /// inFull: numbers as they are; the caller notes who looked
    [[nodiscard]] ReviewPairView pair(std::size_t at, bool inFull = false) const;
    /// Any two handles, waiting or not.  Errors  NotFound(ident)
    [[nodiscard]] Result<ReviewPairView> explain(std::uint32_t a, std::uint32_t b, bool inFull = false) const;
    /// Weights of the probable rules, for "how was this computed"
    [[nodiscard]] const LinkModel& model() const { return m_model; }

private:
    struct Waiting {
        std::uint32_t a = 0;
        std::uint32_t b = 0;
        KeyType key {};
        ReviewPair::Reason reason {};
        double score = 0.0;
    };

    struct Keys;
    [[nodiscard]] ReviewRecord record(std::uint32_t ident, std::uint32_t other, bool inFull) const;
    [[nodiscard]] ReviewPairView view(const Waiting& waiting, bool inFull) const;

    std::shared_ptr<const Keys> m_keys;
    LinkModel m_model;
    std::vector<Waiting> m_pairs;
};

}  // namespace meitrace
