// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/text.h"
#include "models/ingest/recipe.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace meitrace {

namespace {

using Json = nlohmann::ordered_json;
using Test = RecipeStep::Test;
using Action = RecipeStep::Action;

std::string_view nameOf(const KindSpec& kind, int field)
{
    return kind.fields[static_cast<std::size_t>(field)].name;
}

/// A text under a key; nothing when there is none or it is no text.
std::string textAt(const Json& json, const char* key)
{
    return json.contains(key) && json.at(key).is_string() ? json.at(key).get<std::string>() : std::string();
}

/// The key that is wrong; empty when nothing is.
std::string_view readStep(const Json& json, const KindSpec& kind, RecipeStep& step)
{
    constexpr std::array<std::string_view, 9> kKeys {"step",   "name", "field", "if",  "text",
                                                     "number", "do",   "value", "from"};
    for (const auto& [key, value] : json.items()) {
        if (std::find(kKeys.begin(), kKeys.end(), key) == kKeys.end()) {
            return "recipe";
        }
    }
    step.id = json.contains("step") && json.at("step").is_number_integer()
        ? json.at("step").get<std::int64_t>()
        : 0;
    step.name = textAt(json, "name");
    step.field = fieldIndex(kind, textAt(json, "field"));
    step.from = fieldIndex(kind, textAt(json, "from"));
    step.text = std::string(trimmed(textAt(json, "text")));
    step.value = textAt(json, "value");
    if (!readRecipeTest(textAt(json, "if"), step.test)) {
        return "if";
    }
    if (!readRecipeAction(textAt(json, "do"), step.action)) {
        return "do";
    }
    if (testsNumber(step.test)) {
        if (!json.contains("number") || !json.at("number").is_number()) {
            return "number";
        }
        step.number = json.at("number").get<double>();
    }
    return recipeFault(step);
}

}  // namespace

std::string recipeStepToJson(const RecipeStep& step, const KindSpec& kind)
{
    Json json;
    if (step.id != 0) {
        json["step"] = step.id;
    }
    json["name"] = step.name;
    json["field"] = nameOf(kind, step.field);
    json["if"] = recipeTestCode(step.test);
    if (testsText(step.test)) {
        json["text"] = step.text;
    }
    if (testsNumber(step.test)) {
        json["number"] = step.number;
    }
    json["do"] = recipeActionCode(step.action);
    if (writesValue(step.action)) {
        json["value"] = step.value;
    }
    if (step.action == Action::TakeFrom) {
        json["from"] = nameOf(kind, step.from);
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<RecipeStep> recipeStepFromJson(const std::string& text, const KindSpec& kind,
                                      const std::string& nameForErrors)
{
    const auto refusal = [&](std::string_view key) {
        return Error {.code = ErrorCode::BadMapping,
                      .subject = nameForErrors,
                      .value = shortened(text),
                      .detail = "recipe." + std::string(key)};
    };
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) {
        return refusal("JSON");
    }
    RecipeStep step;
    const std::string_view fault = readStep(json, kind, step);
    return fault.empty() ? Result<RecipeStep>(std::move(step)) : Result<RecipeStep>(refusal(fault));
}

}  // namespace meitrace
