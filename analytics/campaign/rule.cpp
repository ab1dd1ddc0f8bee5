// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/campaign/rule.h"

#include <algorithm>
#include <array>
#include <set>

namespace meitrace {

namespace {

constexpr std::array<std::string_view, 6> kPlainMetrics {"recency_d", "frequency", "monetary",
                                                         "p_alive",   "ltv",       "first_touch"};

template <typename Visit>
void forEachNode(const RuleNode& node, const Visit& visit)
{
    visit(node);
    for (const RuleNode& child : node.children) {
        forEachNode(child, visit);
    }
}

}  // namespace

bool RuleNode::operator==(const RuleNode& other) const
{
    return kind == other.kind && children == other.children && clause == other.clause;
}

bool isMetricName(std::string_view name)
{
    return name.find('.') != std::string_view::npos
        || std::find(kPlainMetrics.begin(), kPlainMetrics.end(), name) != kPlainMetrics.end();
}

std::vector<std::string> requiredMetrics(const RuleNode& rule)
{
    std::set<std::string> names;
    forEachNode(rule, [&](const RuleNode& node) {
        const auto* clause = std::get_if<AttributeClause>(&node.clause);
        if (clause != nullptr && isMetricName(clause->name)) {
            names.insert(clause->name);
        }
    });
    return {names.begin(), names.end()};
}

std::vector<std::string> requiredAudiences(const RuleNode& rule)
{
    std::set<std::string> names;
    forEachNode(rule, [&](const RuleNode& node) {
        if (const auto* clause = std::get_if<MemberClause>(&node.clause)) {
            names.insert(clause->audience);
        }
    });
    return {names.begin(), names.end()};
}

}  // namespace meitrace
