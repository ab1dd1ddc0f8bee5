// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/analysisdefinition.h"

#include "analytics/workbench/definitionreader.h"
#include "models/base/badoption.h"

#include <algorithm>
#include <limits>

namespace meitrace {

namespace {

// In the order of the enumerators.
constexpr std::array<std::string_view, 5> kPeriods {"whole", "this_month", "last_month", "last_days", "own"};
constexpr std::array<std::string_view, 4> kKinds {"funnel", "rfm", "kpi", "persona"};  // as in the variant
constexpr std::array<const char*, kFilterFields.size()> kFilterNames {"store", "channel", "item", "audience"};

template <typename Number>
std::optional<Number> wholeNumber(const DefinitionJson& value)
{
    if (!value.is_number_integer()) {
        return std::nullopt;
    }
    const auto number = value.get<std::int64_t>();
    return number < std::numeric_limits<Number>::min() || number > std::numeric_limits<Number>::max()
        ? std::nullopt
        : std::optional<Number>(static_cast<Number>(number));
}

template <typename Number>
void readNumbers(DefinitionReader& reader, const char* key, const DefinitionJson& list,
                 std::vector<Number>& out)
{
    if (!list.is_array()) {
        reader.refuse(key, list.dump());
        return;
    }
    out.clear();
    for (const DefinitionJson& value : list) {
        const std::optional<Number> number = wholeNumber<Number>(value);
        if (!number) {
            reader.refuse(key, value.dump());
            return;
        }
        out.push_back(*number);
    }
}

DefinitionJson periodJson(const AnalysisPeriod& period)
{
    DefinitionJson json {{"kind", std::string(kPeriods[static_cast<std::size_t>(period.kind)])}};
    if (period.kind == AnalysisPeriod::Kind::LastDays) {
        json["days"] = period.days;
    }
    if (period.kind == AnalysisPeriod::Kind::Own) {
        json["from"] = dayJson(period.from);
        json["to"] = dayJson(period.to);
    }
    return json;
}

DefinitionJson filterJson(const CustomerFilter& filter)
{
    DefinitionJson json = DefinitionJson::object();
    for (const FilterField field : kFilterFields) {
        if (!filter.of(field).empty()) {
            json[kFilterNames[static_cast<std::size_t>(field)]] = filter.of(field);
        }
    }
    return json;
}

DefinitionJson optionsJson(const FunnelOptions& options)
{
    return funnelJson(options);
}

DefinitionJson optionsJson(const RfmOptions& options)
{
    return rfmJson(options);
}

DefinitionJson optionsJson(const KpiOptions& options)
{
    return kpiJson(options);
}

DefinitionJson optionsJson(const PersonaQuestion& options)
{
    return personaJson(options);
}

template <typename Options>
Status take(Result<Options> options, AnalysisDefinition& definition)
{
    if (!options) {
        return options.error();
    }
    definition.options = *std::move(options);
    return Done {};
}

void readPeriod(DefinitionReader& outer, AnalysisPeriod& period)
{
    const DefinitionJson* json = outer.object("period");
    if (json == nullptr) {
        return;
    }
    DefinitionReader reader(*json);
    reader.parse("kind", period.kind,
                 [](std::string_view name) { return enumByName<AnalysisPeriod::Kind>(kPeriods, name); });
    reader.read("days", period.days);
    reader.readDay("from", period.from);
    reader.readDay("to", period.to);
    const bool isOwn = period.kind == AnalysisPeriod::Kind::Own;
    if ((period.kind == AnalysisPeriod::Kind::LastDays && period.days < 1)
        || (isOwn && (period.from == kMissingDay || period.to < period.from))) {
        reader.refuse("period", json->dump());
    }
    if (Status status = reader.finish(); !status) {
        outer.fail(status.error());
    }
}

void readFilter(DefinitionReader& outer, CustomerFilter& filter)
{
    const DefinitionJson* json = outer.object("filter");
    if (json == nullptr) {
        return;
    }
    DefinitionReader reader(*json);
    for (const FilterField field : kFilterFields) {
        reader.read(kFilterNames[static_cast<std::size_t>(field)], filter.of(field));
    }
    if (Status status = reader.finish(); !status) {
        outer.fail(status.error());
    }
}

}  // namespace

bool DefinitionReader::has(const char* key)
{
    m_asked.insert(key);
    const auto found = m_json.find(key);
    return found != m_json.end() && !found->is_null();
}

void DefinitionReader::read(const char* key, std::string& out)
{
    if (!has(key)) {
        return;
    }
    if (!m_json[key].is_string()) {
        refuse(key, m_json[key].dump());
        return;
    }
    out = m_json[key].get<std::string>();
}

void DefinitionReader::read(const char* key, bool& out)
{
    if (!has(key)) {
        return;
    }
    if (!m_json[key].is_boolean()) {
        refuse(key, m_json[key].dump());
        return;
    }
    out = m_json[key].get<bool>();
}

void DefinitionReader::read(const char* key, int& out)
{
    if (!has(key)) {
        return;
    }
    const std::optional<int> number = wholeNumber<int>(m_json[key]);
    if (!number) {
        refuse(key, m_json[key].dump());
        return;
    }
    out = *number;
}

void DefinitionReader::read(const char* key, double& out)
{
    if (!has(key)) {
        return;
    }
    if (!m_json[key].is_number()) {
        refuse(key, m_json[key].dump());
        return;
    }
    out = m_json[key].get<double>();
}

void DefinitionReader::readDay(const char* key, Day& out)
{
    parse(key, out, parseIsoDate);
}

void DefinitionReader::read(const char* key, std::vector<int>& out)
{
    if (has(key)) {
        readNumbers(*this, key, m_json[key], out);
    }
}

void DefinitionReader::read(const char* key, std::vector<std::int64_t>& out)
{
    if (has(key)) {
        readNumbers(*this, key, m_json[key], out);
    }
}

const DefinitionJson* DefinitionReader::object(const char* key)
{
    if (!has(key)) {
        return nullptr;
    }
    if (!m_json[key].is_object()) {
        refuse(key, m_json[key].dump());
        return nullptr;
    }
    return &m_json[key];
}

void DefinitionReader::refuse(const char* key, std::string_view value)
{
    fail({.code = ErrorCode::BadOption, .subject = key, .value = shortened(value)});
}

void DefinitionReader::fail(const Error& error)
{
    if (!m_error) {
        m_error = error;
    }
}

Status DefinitionReader::finish()
{
    for (const auto& [key, value] : m_json.items()) {
        if (!m_asked.contains(key)) {
            refuse(shortened(key).c_str(), value.dump());
        }
    }
    return m_error ? Status(*m_error) : Status(Done {});
}

void DefinitionReader::read(const char* key, std::vector<std::string>& out)
{
    if (!has(key)) {
        return;
    }
    out.clear();
    for (const DefinitionJson& value : m_json[key]) {
        if (!value.is_string()) {
            refuse(key, value.dump());
            return;
        }
        out.push_back(value.get<std::string>());
    }
}

DefinitionJson dayJson(Day day)
{
    return day == kMissingDay ? DefinitionJson() : DefinitionJson(isoDate(day));
}

std::string_view kindOf(const AnalysisDefinition& definition)
{
    return kKinds[definition.options.index()];
}

std::string printed(const AnalysisDefinition& definition)
{
    DefinitionJson json {
        {"analysis", std::string(kindOf(definition))},
        {"where", definition.where.empty() ? DefinitionJson() : DefinitionJson(definition.where)},
        {"filter", filterJson(definition.filter)},
        {"period", periodJson(definition.period)}};
    json["options"]
        = std::visit([](const auto& options) { return optionsJson(options); }, definition.options);
    return json.dump(-1, ' ', false, DefinitionJson::error_handler_t::replace);
}

Result<AnalysisDefinition> parseDefinition(std::string_view text)
{
    const DefinitionJson json = DefinitionJson::parse(text, nullptr, false);
    if (!json.is_object()) {
        return badOption("definition", shortened(text));
    }
    AnalysisDefinition definition;
    DefinitionReader reader(json);
    std::string kind;
    reader.read("analysis", kind);
    reader.read("where", definition.where);
    readFilter(reader, definition.filter);
    readPeriod(reader, definition.period);
    const DefinitionJson* options = reader.object("options");
    if (Status status = reader.finish(); !status) {
        return status.error();
    }
    if (options == nullptr || std::find(kKinds.begin(), kKinds.end(), kind) == kKinds.end()) {
        return Error {.code = ErrorCode::BadOption,
                      .subject = options == nullptr ? "options" : "analysis",
                      .value = shortened(kind)};
    }
    const Status status = kind == "funnel" ? take(funnelFromJson(*options), definition)
        : kind == "rfm"                    ? take(rfmFromJson(*options), definition)
        : kind == "kpi"                    ? take(kpiFromJson(*options), definition)
                                           : take(personaFromJson(*options), definition);
    return status ? Result<AnalysisDefinition>(std::move(definition))
                  : Result<AnalysisDefinition>(status.error());
}

}  // namespace meitrace
