// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Audiences that saved analyses name.
#include "analytics/campaign/ruleparser.h"
#include "analytics/workbench/analysisbook.h"
#include "analytics/workbench/audiencebook.h"

#include <algorithm>

namespace meitrace {

namespace {

/// True when the rule names the audience and is another one now.
bool renameIn(std::string& text, const std::string& from, const std::string& to)
{
    Result<RuleNode> rule = parseRule(text, ruleWords());
    if (text.empty() || !rule || !renameAudienceInRule(*rule, from, to)) {
        return false;
    }
    text = printRule(*rule, ruleWords());
    return true;
}

/// True when the question names the audience and is another one now.
bool renameIn(AnalysisDefinition& definition, const std::string& from, const std::string& to)
{
    std::vector<std::string>& filter = definition.filter.of(FilterField::Audience);
    bool changed = std::find(filter.begin(), filter.end(), from) != filter.end();
    std::replace(filter.begin(), filter.end(), from, to);
    changed |= renameIn(definition.where, from, to);
    if (auto* persona = std::get_if<PersonaQuestion>(&definition.options)) {
        changed |= renameIn(persona->of, from, to);
    }
    return changed;
}

}  // namespace

Status renameAudienceInAnalyses(Clinic& clinic, const std::string& from, const std::string& to)
{
    const Result<std::vector<SavedAnalysis>> all = savedAnalyses(clinic);
    Result<Statement> put
        = clinic.workspace().database().prepare("UPDATE analysis SET definition = ? WHERE analysis_id = ?");
    if (!all || !put) {
        return all ? put.error() : all.error();
    }
    for (const SavedAnalysis& analysis : *all) {
        Result<AnalysisDefinition> definition = parseDefinition(analysis.definition);
        if (!definition || !renameIn(*definition, from, to)) {
            continue;
        }
        const std::string text = printed(*definition);
        if (Status status = put->bind(1, std::string_view(text)).bind(2, analysis.id).run(); !status) {
            return status;
        }
    }
    return Done {};
}

}  // namespace meitrace
