// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/analysisdefinition.h"
#include "models/base/text.h"

#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace meitrace {

using DefinitionJson = nlohmann::ordered_json;

/// Reads the keys of an object one by one; the first that is wrong is remembered and the rest goes on.
class DefinitionReader {
public:
    explicit DefinitionReader(const DefinitionJson& json)
        : m_json(json)
    {
    }

    /// Null and missing leave `out` as it is.
    void read(const char* key, std::string& out);
    void read(const char* key, bool& out);
    void read(const char* key, int& out);
    void read(const char* key, double& out);
    void readDay(const char* key, Day& out);
    void read(const char* key, std::vector<int>& out);
    void read(const char* key, std::vector<std::int64_t>& out);
    void read(const char* key, std::vector<std::string>& out);

    /// A text that is made into a value: fromText answers a Result or an optional.
    template <typename Value, typename FromText>
    void parse(const char* key, Value& out, FromText fromText)
    {
        std::string text;
        if (!has(key)) {
            return;
        }
        read(key, text);
        auto value = fromText(std::string_view(text));
        if (value) {
            out = *std::move(value);
        } else if constexpr (requires { value.error(); }) {
            fail(value.error());
        } else {
            refuse(key, text);
        }
    }

    /// The object under a key; nullptr when there is none.
    const DefinitionJson* object(const char* key);

    [[nodiscard]] bool has(const char* key);
    void refuse(const char* key, std::string_view value);
    void fail(const Error& error);
    /// Done, or what was wrong first; a key that nobody asked for is wrong, too.
    [[nodiscard]] Status finish();

private:
    const DefinitionJson& m_json;
    std::set<std::string> m_asked;
    std::optional<Error> m_error;
};

/// The names of an enumeration in the order of its values.
template <typename Enum, std::size_t Count>
std::optional<Enum> enumByName(const std::array<std::string_view, Count>& names, std::string_view name)
{
    for (std::size_t i = 0; i < Count; ++i) {
        if (names[i] == name) {
            return static_cast<Enum>(i);
        }
    }
    return std::nullopt;
}

template <typename Enum, std::size_t Count>
std::string named(const std::array<std::string_view, Count>& names, Enum value)
{
    return std::string(names[static_cast<std::size_t>(value)]);
}

template <typename Enum, std::size_t Count>
void readNamed(DefinitionReader& reader, const char* key, const std::array<std::string_view, Count>& names,
               Enum& out)
{
    reader.parse(key, out, [&](std::string_view name) { return enumByName<Enum>(names, name); });
}

/// Null for a missing day
DefinitionJson dayJson(Day day);

DefinitionJson funnelJson(const FunnelOptions& options);
DefinitionJson rfmJson(const RfmOptions& options);
DefinitionJson kpiJson(const KpiOptions& options);
DefinitionJson personaJson(const PersonaQuestion& question);
Result<FunnelOptions> funnelFromJson(const DefinitionJson& json);
Result<RfmOptions> rfmFromJson(const DefinitionJson& json);
Result<KpiOptions> kpiFromJson(const DefinitionJson& json);
Result<PersonaQuestion> personaFromJson(const DefinitionJson& json);

}  // namespace meitrace
