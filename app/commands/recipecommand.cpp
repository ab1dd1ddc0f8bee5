// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// recipe: the cleaning rules of a workspace, what they changed, and loaded files read again with them
#include "analytics/workbench/recipebook.h"
#include "app/commands/commands.h"
#include "app/texttable.h"
#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/viewmodels/recipeview.h"

#include <QCoreApplication>

#include <algorithm>

namespace meitrace {

namespace {

struct RecipeCommand {
    Q_DECLARE_TR_FUNCTIONS(RecipeCommand)
};

constexpr std::int64_t kMostChanges = 1'000;

Json ruleJson(const RecipeRule& rule)
{
    Json json {{"rule", rule.step.id},
               {"kind", std::string(rule.kind->code)},
               {"on", rule.isOn},
               {"cells", rule.cells}};
    const Json step = Json::parse(recipeStepToJson(rule.step, *rule.kind));
    for (const auto& [key, value] : step.items()) {
        if (key != "step") {
            json[key] = value;
        }
    }
    return json;
}

Json changeJson(const RecipeChange& change)
{
    return {{"batch", change.batch}, {"row", change.row + 1},   {"field", change.field},
            {"rule", change.step},   {"before", change.before}, {"after", change.after}};
}

void describeBook(const RecipeBook& book, Answer& answer)
{
    answer.used = static_cast<std::int64_t>(book.rules.size());
    answer.result["rules"] = Json::array();
    for (const RecipeRule& rule : book.rules) {
        answer.result["rules"].push_back(ruleJson(rule));
    }
    answer.result["stale"] = Json::array();
    for (const KindSpec* kind : book.stale) {
        answer.result["stale"].push_back(std::string(kind->code));
    }
    RecipeTable table;
    table.setRules(book.rules);
    answer.text = book.rules.empty() ? RecipeCommand::tr("No cleaning rule.") + u'\n' : modelText(table);
    if (!book.stale.empty()) {
        answer.text
            += RecipeCommand::tr("Loaded files were read with other rules: apply them with --apply.") + u'\n';
    }
}

Error badRule(const std::string& value)
{
    return {.code = ErrorCode::BadOption, .subject = "rule", .value = value};
}

/// The rule an argument names by its number; end when there is none.
auto findRule(std::vector<RecipeRule>& rules, const std::string& number)
{
    return std::find_if(rules.begin(), rules.end(),
                        [&](const RecipeRule& rule) { return std::to_string(rule.step.id) == number; });
}

/// What the options ask for, done to the rules.
Status change(const CommandContext& context, std::vector<RecipeRule>& rules)
{
    if (context.isSet("add")) {
        const KindSpec* kind = kindByCode(context.value("kind"));
        if (kind == nullptr) {
            return Error {.code = ErrorCode::UnknownKind, .subject = context.value("kind")};
        }
        Result<RecipeStep> step = recipeStepFromJson(context.value("add"), *kind, "--add");
        if (!step) {
            return step.error();
        }
        step->id = 0;
        rules.push_back({.step = *std::move(step), .kind = kind, .isOn = true, .cells = 0});
        return Done {};
    }
    for (const char* option : {"switch", "remove", "up"}) {
        if (!context.isSet(option)) {
            continue;
        }
        const auto rule = findRule(rules, context.value(option));
        if (rule == rules.end()) {
            return badRule(context.value(option));
        }
        if (std::string_view(option) == "switch") {
            rule->isOn = !rule->isOn;
        } else if (std::string_view(option) == "remove") {
            rules.erase(rule);
        } else if (rule != rules.begin()) {
            std::iter_swap(rule, std::prev(rule));
        }
    }
    return Done {};
}

Result<Answer> showChanges(Clinic& clinic, const std::string& number)
{
    Result<RecipeBook> book = readRecipes(clinic);
    if (!book) {
        return book.error();
    }
    const auto rule = findRule(book->rules, number);
    if (rule == book->rules.end()) {
        return badRule(number);
    }
    const Result<std::vector<RecipeChange>> changes = recipeChanges(clinic, rule->step.id, kMostChanges);
    const Result<std::vector<ImportBatch>> batches = Batches(clinic.workspace().database()).all();
    if (!changes || !batches) {
        return changes ? batches.error() : changes.error();
    }
    Answer answer;
    answer.used = rule->cells;
    answer.result["rule"] = ruleJson(*rule);
    answer.result["changes"] = Json::array();
    for (const RecipeChange& each : *changes) {
        answer.result["changes"].push_back(changeJson(each));
    }
    RecipeChangeTable table;
    table.setChanges(*changes, *batches, rule->kind);
    answer.text
        = changes->empty() ? RecipeCommand::tr("The rule has changed nothing.") + u'\n' : modelText(table);
    return answer;
}

Result<Answer> preview(Clinic& clinic, std::vector<RecipeRule> rules, Job& job)
{
    Answer answer;
    answer.options["dry_run"] = true;
    answer.result["rules"] = Json::array();
    std::int64_t next = -1;
    for (RecipeRule& rule : rules) {
        rule.step.id = rule.step.id == 0 ? next-- : rule.step.id;  // a number to find it by
    }
    std::vector<const KindSpec*> seen;
    RecipePreview all;
    for (const RecipeRule& rule : rules) {
        if (std::find(seen.begin(), seen.end(), rule.kind) != seen.end()) {
            continue;
        }
        seen.push_back(rule.kind);
        const Result<RecipePreview> found = previewRecipes(clinic, *rule.kind, rules, job);
        if (!found) {
            return found.error();
        }
        all.cells.insert(found->cells.begin(), found->cells.end());
        all.rows.insert(found->rows.begin(), found->rows.end());
    }
    for (RecipeRule& rule : rules) {
        rule.cells = all.cells[rule.step.id];
        Json json = ruleJson(rule);
        json["rule"] = rule.step.id < 0 ? Json() : Json(rule.step.id);
        json["rows"] = all.rows[rule.step.id];
        answer.result["rules"].push_back(std::move(json));
    }
    RecipeTable table;
    table.setRules(rules);
    answer.text = modelText(table);
    return answer;
}

Result<Answer> apply(Clinic& clinic, Job& job)
{
    const Result<RecookReport> report = applyRecipes(clinic.workspace(), job);
    if (!report) {
        return report.error();
    }
    Answer answer;
    answer.used = report->rows;
    answer.result = {{"files", report->files}, {"rows", report->rows}, {"stayed", report->stayed}};
    answer.text = RecipeCommand::tr("Read again: %1 files, %2 rows.")
                      .arg(countText(report->files), countText(report->rows))
        + u'\n';
    for (const std::string& file : report->stayed) {
        answer.text += RecipeCommand::tr("%1 stays as it was loaded.").arg(fromUtf8(file)) + u'\n';
    }
    return answer;
}

}  // namespace

Result<Answer> runRecipe(const CommandContext& context)
{
    const bool changes
        = context.isSet("add") || context.isSet("switch") || context.isSet("remove") || context.isSet("up");
    const bool writes = (changes && !context.isSet("dry-run")) || context.isSet("apply");
    Result<Clinic> clinic = writes ? Clinic::forWriting(context.argument(0), context.job)
                                   : Clinic::forReading(context.argument(0), context.job);
    if (!clinic) {
        return clinic.error();
    }
    if (context.isSet("diff")) {
        return showChanges(*clinic, context.value("diff"));
    }
    Result<RecipeBook> book = readRecipes(*clinic);
    if (!book) {
        return book.error();
    }
    if (Status status = change(context, book->rules); !status) {
        return status.error();
    }
    if (context.isSet("dry-run")) {
        return preview(*clinic, std::move(book->rules), context.job);
    }
    if (changes) {
        book = writeRecipes(*clinic, book->rules);
        if (!book) {
            return book.error();
        }
    }
    if (context.isSet("apply")) {
        return apply(*clinic, context.job);
    }
    Answer answer;
    describeBook(*book, answer);
    return answer;
}

}  // namespace meitrace
