// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/platform.h"
#include "models/base/text.h"
#include "models/ingest/datetime.h"
#include "models/ingest/mapping.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>

namespace meitrace {

namespace {

using Json = nlohmann::ordered_json;
using Test = Mapping::SkipRule::Test;

constexpr std::int64_t kLargestFile = 1 << 20;
constexpr std::array<std::string_view, 5> kTests {"empty", "equals", "starts_with", "at_most", "less_than"};

/// Thrown and caught in this file only.
struct Refusal {
    Error error;
};

/// Reads the keys of a mapping file one by one. Throws Refusal.
class MappingReader {
public:
    explicit MappingReader(const std::string& file)
        : m_file(file)
    {
    }

    Mapping read(const std::string& text)
    {
        const Json json = parse(text);
        need(json.is_object(), "mapping", "an object");
        need(json.contains("kind"), "kind", "missing");
        const std::string code = string(json, "kind");
        m_mapping.kind = kindByCode(code);
        if (m_mapping.kind == nullptr) {
            throw Refusal {{.code = ErrorCode::UnknownKind, .subject = shortened(code), .detail = m_file}};
        }
        for (const auto& [key, value] : json.items()) {
            readKey(json, key, value);
        }
        return std::move(m_mapping);
    }

private:
    [[noreturn]] void refuse(const std::string& key, const std::string& what, Place place = {}) const
    {
        throw Refusal {{.code = ErrorCode::BadMapping,
                        .subject = m_file,
                        .value = shortened(key),
                        .place = place,
                        .detail = key + ": " + what}};
    }

    void need(bool condition, const std::string& key, const std::string& what) const
    {
        if (!condition) {
            refuse(key, what);
        }
    }

    [[nodiscard]] Json parse(const std::string& text) const
    {
        std::vector<std::set<std::string>> open;
        const auto noKeyTwice = [&](int, Json::parse_event_t event, Json& value) {
            if (event == Json::parse_event_t::object_start) {
                open.emplace_back();
            } else if (event == Json::parse_event_t::object_end) {
                open.pop_back();
            } else if (event == Json::parse_event_t::key) {
                const auto name = value.get<std::string>();
                need(open.back().insert(name).second, name, "twice");
            }
            return true;
        };
        try {
            return Json::parse(text, noKeyTwice);
        } catch (const Json::parse_error& error) {
            refuse("JSON", "not valid JSON", placeOf(text, error.byte));
        }
    }

    static Place placeOf(const std::string& text, std::size_t byte)
    {
        const std::string_view before = std::string_view(text).substr(0, byte == 0 ? 0 : byte - 1);
        const std::size_t lineStart = before.rfind('\n');
        Place place;
        place.line = 1 + std::count(before.begin(), before.end(), '\n');
        place.column
            = 1 + characterCount(lineStart == std::string_view::npos ? before : before.substr(lineStart + 1));
        return place;
    }

    std::string string(const Json& object, const std::string& key) const
    {
        need(object.at(key).is_string(), key, "a text");
        return object.at(key).get<std::string>();
    }

    int field(const std::string& name) const
    {
        const int index = fieldIndex(*m_mapping.kind, name);
        if (index < 0) {
            throw Refusal {{.code = ErrorCode::UnknownField,
                            .subject = m_file,
                            .value = shortened(name),
                            .detail = std::string(m_mapping.kind->code)}};
        }
        return index;
    }

    void readKey(const Json& json, const std::string& key, const Json& value)
    {
        if (key == "columns") {
            readColumns(value);
        } else if (key == "event_types") {
            m_mapping.eventTypes = texts(value, key);
        } else if (key == "constants") {
            m_mapping.constants = texts(value, key);
            for (const auto& [name, text] : m_mapping.constants) {
                field(name);
            }
        } else if (key == "values") {
            need(value.is_object(), key, "an object");
            for (const auto& [name, translations] : value.items()) {
                field(name);
                m_mapping.values[name] = texts(translations, std::string(key).append(".").append(name));
            }
        } else if (key == "recipe") {
            readRecipe(value);
        } else if (key == "skip") {
            readSkip(value);
        } else if (key == "header") {
            need(value.is_boolean(), key, "true or false");
            m_mapping.header = value.get<bool>();
        } else if (key == "sheet" && value.is_null()) {
            m_mapping.sheet.clear();
        } else if (key != "kind") {
            readText(key, string(json, key));
        }
    }

    void readText(const std::string& key, const std::string& text)
    {
        if (key == "time_zone") {
            m_mapping.timeZone = text;
        } else if (key == "time_format") {
            need(timeFormatByName(text).has_value(), key,
                 "auto, iso, ymd, dmy, mdy, epoch_s, epoch_ms, epoch_us or excel");
            m_mapping.timeFormat = text;
        } else if (key == "amount_unit") {
            need(text == "major" || text == "minor", key, "major or minor");
            m_mapping.amountInMinor = text == "minor";
        } else if (key == "encoding") {
            m_mapping.encoding = text;
        } else if (key == "scope") {
            m_mapping.scope = text;
        } else if (key == "sheet") {
            m_mapping.sheet = text;
        } else if (key == "delimiter") {
            const std::string sign = text == "auto" ? std::string(1, '\0') : text == "tab" ? "\t" : text;
            need(sign.size() == 1
                     && (sign[0] == 0 || sign[0] == ',' || sign[0] == ';' || sign[0] == '\t'
                         || sign[0] == '|'),
                 key, "auto, tab, or one of , ; |");
            m_mapping.delimiter = sign[0];
        } else {
            refuse(key, "no such key");
        }
    }

    void addColumn(const std::string& header, const Json& name)
    {
        need(name.is_string(), "columns." + header, "a field");
        Mapping::Column column;
        column.header = header;
        column.field = field(name.get<std::string>());
        column.reason = "mapping";
        m_mapping.columns.push_back(std::move(column));
    }

    void readColumns(const Json& value)
    {
        need(value.is_object(), "columns", "an object");
        for (const auto& [header, name] : value.items()) {
            if (name.is_array()) {
                for (const Json& each : name) {
                    addColumn(header, each);
                }
            } else {
                addColumn(header, name);
            }
        }
    }

    std::map<std::string, std::string> texts(const Json& value, const std::string& key) const
    {
        need(value.is_object(), key, "an object");
        std::map<std::string, std::string> result;
        for (const auto& [name, text] : value.items()) {
            need(text.is_string(), std::string(key).append(".").append(name), "a text");
            result[name] = text.get<std::string>();
        }
        return result;
    }

    void readRecipe(const Json& value)
    {
        need(value.is_array(), "recipe", "a list");
        for (const Json& each : value) {
            Result<RecipeStep> step = recipeStepFromJson(each.dump(), *m_mapping.kind, m_file);
            if (!step) {
                throw Refusal {step.error()};
            }
            m_mapping.recipe.push_back(*std::move(step));
        }
    }

    void readSkip(const Json& value)
    {
        need(value.is_array(), "skip", "a list");
        for (const Json& each : value) {
            need(each.is_object() && each.contains("column") && each.contains("test"), "skip",
                 "column and test");
            Mapping::SkipRule rule;
            rule.column = string(each, "column");
            const std::string test = string(each, "test");
            const auto found = std::find(kTests.begin(), kTests.end(), test);
            need(found != kTests.end(), "skip.test", "empty, equals, starts_with, at_most or less_than");
            rule.test = static_cast<Test>(found - kTests.begin());
            const bool number = rule.test == Test::AtMost || rule.test == Test::LessThan;
            const bool text = rule.test == Test::Equals || rule.test == Test::StartsWith;
            for (const auto& [key, part] : each.items()) {
                const bool known = key == "column" || key == "test" || (key == "text" && text)
                    || (key == "number" && number);
                need(known, "skip." + key, "no such key for this test");
            }
            need(!text || each.contains("text"), "skip.text", "missing");
            need(!number || (each.contains("number") && each.at("number").is_number()), "skip.number",
                 "a number");
            rule.text = text ? string(each, "text") : std::string();
            rule.number = number ? each.at("number").get<double>() : 0;
            m_mapping.skip.push_back(std::move(rule));
        }
    }

    const std::string& m_file;
    Mapping m_mapping;
};

Json columnsJson(const Mapping& mapping)
{
    Json columns = Json::object();
    for (const Mapping::Column& column : mapping.columns) {
        const std::string name(mapping.kind->fields[static_cast<std::size_t>(column.field)].name);
        if (!columns.contains(column.header)) {
            columns[column.header] = name;
            continue;
        }
        Json& there = columns[column.header];
        if (!there.is_array()) {
            there = Json::array({there});
        }
        there.push_back(name);
    }
    return columns;
}

Json skipJson(const Mapping& mapping)
{
    Json skip = Json::array();
    for (const Mapping::SkipRule& rule : mapping.skip) {
        Json each = {{"column", rule.column}, {"test", kTests[static_cast<std::size_t>(rule.test)]}};
        if (rule.test == Test::AtMost || rule.test == Test::LessThan) {
            each["number"] = rule.number;
        } else if (rule.test != Test::Empty) {
            each["text"] = rule.text;
        }
        skip.push_back(std::move(each));
    }
    return skip;
}

}  // namespace

Result<Mapping> mappingFromJson(const std::string& json, const std::string& nameForErrors)
{
    try {
        return MappingReader(nameForErrors).read(json);
    } catch (const Refusal& refusal) {
        return refusal.error;
    } catch (const Json::exception& error) {
        return Error {.code = ErrorCode::BadMapping, .subject = nameForErrors, .detail = error.what()};
    }
}

std::string mappingToJson(const Mapping& mapping)
{
    Json json;
    json["kind"] = mapping.kind->code;
    if (!mapping.timeZone.empty()) {
        json["time_zone"] = mapping.timeZone;
    }
    json["time_format"] = mapping.timeFormat;
    json["amount_unit"] = mapping.amountInMinor ? "minor" : "major";
    json["encoding"] = mapping.encoding;
    json["delimiter"] = mapping.delimiter == 0 ? "auto"
        : mapping.delimiter == '\t'            ? "tab"
                                               : std::string(1, mapping.delimiter);
    json["header"] = mapping.header;
    if (!mapping.sheet.empty()) {
        json["sheet"] = mapping.sheet;
    }
    if (!mapping.scope.empty()) {
        json["scope"] = mapping.scope;
    }
    json["columns"] = columnsJson(mapping);
    if (!mapping.eventTypes.empty()) {
        json["event_types"] = mapping.eventTypes;
    }
    if (!mapping.values.empty()) {
        json["values"] = mapping.values;
    }
    if (!mapping.constants.empty()) {
        json["constants"] = mapping.constants;
    }
    if (!mapping.skip.empty()) {
        json["skip"] = skipJson(mapping);
    }
    for (const RecipeStep& step : mapping.recipe) {
        json["recipe"].push_back(Json::parse(recipeStepToJson(step, *mapping.kind)));
    }
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<Mapping> loadMapping(const std::string& path)
{
    Result<platform::FileReader> file = platform::FileReader::open(path);
    if (!file) {
        return file.error();
    }
    if (file->size() > kLargestFile) {
        return Error {.code = ErrorCode::BadMapping, .subject = path, .detail = "too large for a mapping"};
    }
    std::string text;
    std::array<char, 16384> buffer {};
    while (static_cast<std::int64_t>(text.size()) <= kLargestFile) {
        const Result<std::int64_t> count
            = file->read(buffer.data(), static_cast<std::int64_t>(buffer.size()));
        if (!count) {
            return count.error();
        }
        if (*count == 0) {
            break;
        }
        text.append(buffer.data(), static_cast<std::size_t>(*count));
    }
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
        text.erase(0, kByteOrderMark.size());
    }
    Result<Mapping> mapping = mappingFromJson(text, path);
    if (mapping && !mapping->recipe.empty()) {
        return Error {.code = ErrorCode::BadMapping,
                      .subject = path,
                      .value = "recipe",
                      .detail = "recipe: cleaning rules belong to the workspace"};
    }
    return mapping;
}

}  // namespace meitrace
