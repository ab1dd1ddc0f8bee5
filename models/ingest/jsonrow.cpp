// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/jsonrow.h"

#include <array>
#include <charconv>
#include <simdjson.h>
#include <string>

namespace meitrace {

namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

constexpr std::size_t kDeepest = 8;  // objects within objects that become names; deeper ones stay JSON

/// A number or truth value as text.
std::string_view scalarText(const element& value, std::array<char, 40>& buffer)
{
    const auto written = [&](auto number) {
        const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
        return std::string_view(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    };
    switch (value.type()) {
    case element_type::INT64:
        return written(value.get_int64().value_unsafe());
    case element_type::UINT64:
        return written(value.get_uint64().value_unsafe());
    case element_type::DOUBLE: {
        const double number = value.get_double().value_unsafe();
        constexpr double kMostFixed = 1e15;
        if (number < -kMostFixed || number > kMostFixed) {
            return written(number);
        }
        const auto end
            = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed);
        return end.ec == std::errc()
            ? std::string_view(buffer.data(), static_cast<std::size_t>(end.ptr - buffer.data()))
            : written(number);
    }
    case element_type::BOOL:
        return value.get_bool().value_unsafe() ? "true" : "false";
    default:
        return {};
    }
}

void takeValue(const std::string& name, const element& value, std::size_t depth, const JsonRow::Take& take)
{
    switch (value.type()) {
    case element_type::OBJECT:
        if (depth < kDeepest) {
            const simdjson::dom::object object(value.get_object().value_unsafe());
            for (const auto& [key, inner] : object) {
                takeValue(name + "." + std::string(key), inner, depth + 1, take);
            }
            return;
        }
        [[fallthrough]];
    case element_type::ARRAY:
        return take(name, simdjson::minify(value));
    case element_type::STRING:
        return take(name, value.get_string().value_unsafe());
    default: {
        std::array<char, 40> buffer {};
        return take(name, scalarText(value, buffer));
    }
    }
}

}  // namespace

struct JsonRow::Parser {
    simdjson::dom::parser json;
};

JsonRow::JsonRow()
    : m_parser(std::make_unique<Parser>())
{
}

JsonRow::~JsonRow() = default;

bool JsonRow::read(std::string_view line, const Take& take)
{
    element root;
    if (m_parser->json.parse(line.data(), line.size()).get(root) != simdjson::SUCCESS
        || root.type() != element_type::OBJECT) {
        return false;
    }
    const simdjson::dom::object object(root.get_object().value_unsafe());
    for (const auto& [key, value] : object) {
        takeValue(std::string(key), value, 0, take);
    }
    return true;
}

}  // namespace meitrace
