// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/campaign/rule.h"
#include "analytics/campaign/truth.h"
#include "analytics/clinic/consent.h"
#include "models/frame/snapshot.h"

#include <cmath>
#include <functional>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace meitrace {

using AttributePtr = std::shared_ptr<const Attribute>;

/// The same for everybody: an attribute that no file has brought yet, or `all`.
struct ConstantLeaf {
    Truth truth = Truth::Unknown;
    [[nodiscard]] Truth at(Index) const { return truth; }
};

/// A category: one verdict per code of its dictionary.
struct CategoryLeaf {
    AttributePtr attribute;
    std::vector<Truth> verdict;
    [[nodiscard]] Truth at(Index customer) const { return verdict[attribute->code[customer]]; }
};

/// Numbers that fulfil a comparison: low … high, or all others, or single points.
struct NumberRange {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    bool outside = false;
    Truth missing = Truth::Unknown;
    std::vector<double> points;  ///< ascending; where there are any, they are the range

    [[nodiscard]] Truth of(double number) const;
};

/// A number, an amount in fen or a day since 1970.
struct NumberLeaf {
    AttributePtr attribute;
    NumberRange range;
    [[nodiscard]] Truth at(Index customer) const { return range.of(attribute->number[customer]); }
};

/// Completed years at the as-of day, from the birth date; without one the difference of the calendar years;
/// without a year the stated age.
struct AgeLeaf {
    AttributePtr birthDate;  ///< each may be missing
    AttributePtr birthYear;
    AttributePtr stated;
    Day asOf = 0;
    NumberRange range;
    /// NaN = unknown
    [[nodiscard]] double age(Index customer) const;
    [[nodiscard]] Truth at(Index customer) const { return range.of(age(customer)); }
};

struct SetLeaf {
    const Bitset* members = nullptr;
    [[nodiscard]] Truth at(Index customer) const { return truthOf(members->test(customer)); }
};

struct ConsentLeaf {
    const Snapshot* snapshot = nullptr;
    ConsentQuestion question;
    Millis until = 0;
    ConsentAnswer state = ConsentAnswer::Granted;
    [[nodiscard]] ConsentDecision decision(Index customer) const
    {
        return decideConsent(consentsOf(*snapshot, customer), question, until);
    }
    [[nodiscard]] Truth at(Index customer) const;
};

using CustomerLeaf = std::variant<ConstantLeaf, CategoryLeaf, NumberLeaf, AgeLeaf, SetLeaf, ConsentLeaf>;

/// What clauses are bound to.
struct RuleSource {
    const Snapshot& snapshot;
    Day asOf = 0;
    std::span<const AttributePtr> metrics;
    /// The members of a named audience; column: of the clause, for the error
    std::function<Result<const Bitset*>(const std::string& name, std::int64_t column)> audience;
    /// Called with names that the data do not know, which match nobody: event types, values
    std::function<void(const std::string& field, const std::string& name)> unknownName;
};

/// Binds All, Attribute, Member and Consent clauses; loads what they read.
/// Errors  BadRule (see parseRule; also attribute: no such fact, metric: not handed in, comparison: makes no
///         sense for its type), those of loading
Result<CustomerLeaf> bindCustomerLeaf(const RuleNode& node, const RuleSource& source, Job& job);

/// BadRule at a clause.
Error ruleRefusal(std::string_view expected, std::int64_t column, std::string_view value);

}  // namespace meitrace
