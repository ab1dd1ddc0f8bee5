// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/clinic/kpidefinition.h"

#include "models/base/text.h"
#include "models/resources/resource.h"

#include <algorithm>
#include <array>

namespace meitrace {

namespace {

struct TermName {
    std::string_view name;
    bool customers = false;
};

// In the order of KpiTerm.
constexpr std::array<TermName, kKpiTerms> kTerms {{
    {""},
    {"billed"},
    {"bills"},
    {"cash"},
    {"payments"},
    {"delivered"},
    {"deliveries"},
    {"visits"},
    {"arrived", true},
    {"buyers", true},
    {"deals", true},
    {"ticket_money"},
    {"tickets"},
    {"new_customers", true},
    {"referred", true},
    {"arrived_dealt", true},
    {"new_arrived", true},
    {"new_dealt", true},
    {"old_arrived", true},
    {"old_dealt", true},
    {"r12_once", true},
    {"r12_twice", true},
    {"repeat", true},
    {"purchases"},
    {"repeat_days"},
    {"cycle_months"},
    {"single_item", true},
    {"lost", true},
    {"ever_seen", true},
    {"leads", true},
    {"booked"},
    {"kept"},
    {"paid_leads", true},
    {"paid_arrivals", true},
    {"paid_deals", true},
    {"paid_net"},
    {"spend"},
    {"liability"},
    {"owed", true},
}};

// In the order of the enumerators.
constexpr std::array<std::string_view, 5> kUnits {"count", "money", "rate", "ratio", "months"};
constexpr std::array<std::string_view, 3> kDirections {"none", "up", "down"};

constexpr std::size_t kColumns = 14;

template <typename Names>
std::optional<std::size_t> placeOf(const Names& names, std::string_view name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt
                                : std::optional<std::size_t>(static_cast<std::size_t>(found - names.begin()));
}

std::optional<KpiTerm> termByName(std::string_view name)
{
    const auto found
        = std::find_if(kTerms.begin(), kTerms.end(), [&](const TermName& t) { return t.name == name; });
    return found == kTerms.end() ? std::nullopt
                                 : std::optional<KpiTerm>(static_cast<KpiTerm>(found - kTerms.begin()));
}

/// Cells of one line: comma, double quotes around cells with commas, no quotes inside.
std::vector<std::string> cellsOf(std::string_view line)
{
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            cells.emplace_back();
        } else {
            cells.back() += c;
        }
    }
    return cells;
}

std::optional<KpiDefinition> definitionOf(std::vector<std::string> cells)
{
    if (cells.size() != kColumns) {
        return std::nullopt;
    }
    const auto unit = placeOf(kUnits, cells[1]);
    const auto direction = placeOf(kDirections, cells[2]);
    const auto value = termByName(cells[3]);
    const auto over = termByName(cells[4]);
    const auto n = termByName(cells[5]);
    if (cells[0].empty() || !unit || !direction || !value || !over || !n) {
        return std::nullopt;
    }
    KpiDefinition definition {.id = cells[0],
                              .unit = static_cast<KpiUnit>(*unit),
                              .direction = static_cast<KpiDirection>(*direction),
                              .value = *value,
                              .over = *over,
                              .n = *n,
                              .needs = {},
                              .onHome = cells[7] == "1",
                              .name = cells[8],
                              .formula = cells[10],
                              .sentence = cells[12],
                              .nameChinese = cells[9],
                              .formulaChinese = cells[11],
                              .sentenceChinese = cells[13]};
    for (const std::string_view kind : split(cells[6], '|')) {
        definition.needs.emplace_back(kind);
    }
    return definition;
}

}  // namespace

std::string_view kpiTermName(KpiTerm term)
{
    return kTerms[static_cast<std::size_t>(term)].name;
}

bool countsCustomers(KpiTerm term)
{
    return kTerms[static_cast<std::size_t>(term)].customers;
}

bool KpiDefinition::needsKind(std::string_view kind) const
{
    return std::find(needs.begin(), needs.end(), kind) != needs.end();
}

Result<std::vector<KpiDefinition>> readKpiDefinitions(std::string_view csv)
{
    std::vector<KpiDefinition> definitions;
    bool header = true;
    for (const std::string_view line : split(csv, '\n')) {
        if (header || line.empty()) {
            header = false;
            continue;
        }
        std::optional<KpiDefinition> definition = definitionOf(cellsOf(line));
        if (!definition) {
            return Error {.code = ErrorCode::Internal, .subject = "kpis", .detail = std::string(line)};
        }
        definitions.push_back(*std::move(definition));
    }
    return definitions;
}

std::span<const KpiDefinition> kpiDefinitions()
{
    static const std::vector<KpiDefinition> all = [] {
        Result<std::vector<KpiDefinition>> read = readKpiDefinitions(resource("text/kpis.csv"));
        return read ? *std::move(read) : std::vector<KpiDefinition> {};
    }();
    return all;
}

int kpiIndex(std::string_view id)
{
    const std::span<const KpiDefinition> all = kpiDefinitions();
    const auto found
        = std::find_if(all.begin(), all.end(), [&](const KpiDefinition& d) { return d.id == id; });
    return found == all.end() ? -1 : static_cast<int>(found - all.begin());
}

}  // namespace meitrace
