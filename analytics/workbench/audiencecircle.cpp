// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/audiencecircle.h"

#include "analytics/campaign/ruleparser.h"
#include "models/base/text.h"

#include <algorithm>
#include <set>

namespace meitrace {

namespace {

std::vector<std::string> namedIn(const std::string& rule)
{
    const Result<RuleNode> parsed = parseRule(rule, ruleWords());
    return parsed ? requiredAudiences(*parsed) : std::vector<std::string>();
}

}  // namespace

Status checkNoCircle(const std::vector<SavedAudience>& saved, const std::string& name,
                     const std::string& rule)
{
    struct Step {
        std::string from;
        std::string to;
    };
    std::vector<Step> open;
    const auto follow = [&open](const std::string& from, const std::string& text) {
        for (std::string& to : namedIn(text)) {
            open.push_back({from, std::move(to)});
        }
    };
    follow(name, rule);
    std::set<std::string> seen;
    while (!open.empty()) {
        const Step step = open.back();
        open.pop_back();
        if (step.to == name) {
            return Error {.code = ErrorCode::BadRule, .subject = "cycle", .value = shortened(step.from)};
        }
        const auto next = std::find_if(saved.begin(), saved.end(), [&step](const SavedAudience& audience) {
            return audience.name == step.to;
        });
        if (seen.insert(step.to).second && next != saved.end() && !next->frozen) {
            follow(next->name, next->rule);
        }
    }
    return Done {};
}

}  // namespace meitrace
