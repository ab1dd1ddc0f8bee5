// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/text.h"
#include "models/ingest/columnevidence.h"
#include "models/ingest/headername.h"
#include "models/ingest/mapping.h"
#include "models/ingest/words.h"
#include "models/resources/resourcetable.h"

#include <algorithm>
#include <optional>
#include <set>

namespace meitrace {

namespace {

constexpr double kEvidence = 0.3;
constexpr double kMostReadable = 0.8;
constexpr double kLeastReadable = 0.2;
constexpr double kKnownNames = 0.5;    ///< channels and items are free text: half of them known is much
constexpr double kLeastSupport = 0.5;  ///< a header that says nothing needs values that read as the field
constexpr double kLeastScore = 0.45;
constexpr double kMargin = 0.15;
constexpr double kClearWinner = 1.25;
constexpr std::size_t kMostCells = 500;  ///< looked at per column
constexpr Day kToday = 40'000;           ///< only two-digit years depend on it, and no share does

/// One column of the sample.
struct Source {
    HeaderName name;
    std::vector<std::string_view> cells;
    bool usable = true;  ///< has a name that stands once
    int kindsKnowing = 0;
};

struct Pair {
    double score = 0;
    std::size_t column = 0;
    std::size_t field = 0;
    std::string_view reason;
};

struct Assignment {
    std::vector<Pair> pairs;
    double kindScore = 0;
    bool complete = false;  ///< every required group has a field
    bool unsure = false;    ///< a required field has two columns that fit alike
};

using NameSet = std::set<std::string, std::less<>>;

void addItemNames(const ResourceTable& catalogue, std::size_t row, NameSet& names)
{
    for (const char* column : {"name_zh", "name_en", "aliases_zh", "aliases_en"}) {
        for (const std::string& name : catalogue.list(row, column)) {
            names.insert(folded(name));
        }
    }
}

const NameSet& itemNames()
{
    static const NameSet names = [] {
        NameSet all;
        const ResourceTable catalogue("domain/catalogue.csv");
        for (std::size_t row = 0; row < catalogue.rows(); ++row) {
            addItemNames(catalogue, row, all);
        }
        all.erase(std::string());
        return all;
    }();
    return names;
}

template <typename Test>
double shareOf(const std::vector<std::string_view>& cells, Test&& test)
{
    return cells.empty() ? -1
                         : static_cast<double>(std::count_if(cells.begin(), cells.end(), test))
            / static_cast<double>(cells.size());
}

/// What the values say about a field that takes any text.
double textEvidence(const Source& source, const FieldSpec& field)
{
    if (field.name == "item_name") {
        const double known = shareOf(source.cells, [](std::string_view cell) {
            return itemNames().find(folded(cell)) != itemNames().end();
        });
        if (known >= kKnownNames) {
            return kEvidence;
        }
    }
    if (field.type == FieldType::Key) {
        return 0;  // numbers of any shape, even dates, are ids somewhere
    }
    const FieldSpec phone {.name = "phone", .type = FieldType::Phone};
    const FieldSpec time {.name = "time", .type = FieldType::Time};
    const FieldSpec money {.name = "money", .type = FieldType::Money};
    const double numbers
        = std::max({readableShare(source.cells, phone, kToday), readableShare(source.cells, time, kToday),
                    field.type == FieldType::Name ? readableShare(source.cells, money, kToday) : -1.0});
    return numbers >= kMostReadable ? -kEvidence : 0;
}

double evidenceFor(const Source& source, const FieldSpec& field)
{
    const double share = readableShare(source.cells, field, kToday);
    if (share < 0) {
        return source.cells.empty() ? 0 : textEvidence(source, field);
    }
    if (field.type == FieldType::Channel) {
        return share >= kKnownNames ? kEvidence : 0;
    }
    return share >= kMostReadable ? kEvidence : share < kLeastReadable ? -kEvidence : 0;
}

bool isAmount(FieldType type)
{
    return type == FieldType::Money || type == FieldType::Quantity || type == FieldType::Count;
}

/// How well a column fits a field by name and values; empty when it is not worth a thought.
/// scaled: the header says that its amounts are in a larger unit
std::optional<double> fitOf(const Source& source, const FieldSpec& spec, double nameScore, bool scaled)
{
    if (nameScore == 0 || (scaled && isAmount(spec.type))) {
        return std::nullopt;
    }
    if (source.name.generic && readableShare(source.cells, spec, kToday) < kLeastSupport) {
        return std::nullopt;  // never on the name alone
    }
    const double score = nameScore + evidenceFor(source, spec);
    return score >= kLeastScore ? std::optional(score) : std::nullopt;
}

/// All pairs of the file's columns and the kind's fields that are worth a thought.
std::vector<Pair> candidates(const std::vector<Source>& sources, const KindSpec& kind)
{
    std::vector<Pair> pairs;
    for (std::size_t column = 0; column < sources.size(); ++column) {
        const Source& source = sources[column];
        if (!source.usable) {
            continue;
        }
        const WordTable::Word* unit = wordTable("header_unit").find(source.name.unit);
        const bool scaled = unit != nullptr && unit->code == "large";
        const std::vector<NameMatch> matches = nameMatches(source.name, kind);
        for (std::size_t field = 0; field < matches.size(); ++field) {
            const std::optional<double> score
                = fitOf(source, kind.fields[field], matches[field].score, scaled);
            if (score) {
                pairs.push_back(
                    {*score, column, field, source.name.generic ? "values" : matches[field].reason});
            }
        }
    }
    std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
        return a.score != b.score  ? a.score > b.score
            : a.column != b.column ? a.column < b.column
                                   : a.field < b.field;
    });
    return pairs;
}

bool isRequired(const KindSpec& kind, std::string_view field)
{
    return std::any_of(kind.required.begin(), kind.required.end(), [&](const auto& group) {
        return std::find(group.begin(), group.end(), field) != group.end();
    });
}

Assignment assign(const std::vector<Source>& sources, const KindSpec& kind)
{
    Assignment result;
    const std::vector<Pair> pairs = candidates(sources, kind);
    std::vector<char> columnTaken(sources.size(), 0);
    std::vector<char> fieldTaken(kind.fields.size(), 0);
    for (const Pair& pair : pairs) {
        if (columnTaken[pair.column] != 0 || fieldTaken[pair.field] != 0) {
            continue;
        }
        const bool rival = std::any_of(pairs.begin(), pairs.end(), [&](const Pair& other) {
            const bool same = other.column == pair.column
                ? fieldTaken[other.field] == 0 && other.field != pair.field
                : other.field == pair.field && columnTaken[other.column] == 0;
            return same && pair.score - other.score < kMargin;
        });
        columnTaken[pair.column] = 1;
        fieldTaken[pair.field] = 1;
        result.unsure |= rival && isRequired(kind, kind.fields[pair.field].name);
        result.pairs.push_back(pair);
        result.pairs.back().score = std::min(1.0, rival ? pair.score / 2 : pair.score);
        const int knowing = std::max(1, sources[pair.column].kindsKnowing);
        result.kindScore += sources[pair.column].name.generic ? 0 : std::min(1.0, pair.score) / knowing;
    }
    result.complete = true;
    for (const auto& group : kind.required) {
        const bool there = std::any_of(group.begin(), group.end(), [&](std::string_view name) {
            return fieldTaken[static_cast<std::size_t>(fieldIndex(kind, name))] != 0;
        });
        result.complete &= there;
        result.kindScore *= there ? 1.0 : 0.5;
    }
    return result;
}

std::vector<Source> sourcesOf(const Sample& sample)
{
    std::vector<Source> sources;
    for (std::size_t column = 0; column < sample.header.size(); ++column) {
        Source source;
        source.name = headerName(sample.header[column]);
        source.cells = filledCells(sample, column);
        source.cells.resize(std::min(source.cells.size(), kMostCells));
        source.kindsKnowing = kindsKnowing(source.name);
        const std::string name = folded(sample.header[column]);
        source.usable = !source.name.text.empty()
            && std::count_if(sample.header.begin(), sample.header.end(),
                             [&](const std::string& other) { return folded(other) == name; })
                == 1;
        sources.push_back(std::move(source));
    }
    return sources;
}

bool inMinorUnits(const Source& source)
{
    const WordTable::Word* unit = wordTable("header_unit").find(source.name.unit);
    return unit != nullptr && unit->code == "minor";
}

Mapping mappingOf(const Sample& sample, const std::vector<Source>& sources, const KindSpec& kind,
                  const Assignment& assignment)
{
    Mapping mapping;
    mapping.kind = &kind;
    int minor = 0;
    int money = 0;
    const auto isMoney = [&](const Pair& pair) { return kind.fields[pair.field].type == FieldType::Money; };
    for (const Pair& pair : assignment.pairs) {
        money += isMoney(pair) ? 1 : 0;
        minor += isMoney(pair) && inMinorUnits(sources[pair.column]) ? 1 : 0;
    }
    mapping.amountInMinor = minor > 0 && minor == money;
    for (const Pair& pair : assignment.pairs) {
        // Amounts in two units cannot be told to one mapping: those in minor units are left to the user.
        if (isMoney(pair) && minor != money && inMinorUnits(sources[pair.column])) {
            continue;
        }
        Mapping::Column column;
        column.field = static_cast<int>(pair.field);
        column.header = sample.header[pair.column];
        column.confidence = pair.score;
        column.reason = pair.reason;
        mapping.columns.push_back(std::move(column));
    }
    std::sort(mapping.columns.begin(), mapping.columns.end(),
              [](const Mapping::Column& a, const Mapping::Column& b) { return a.field < b.field; });
    return mapping;
}

}  // namespace

Proposal proposeMapping(const Sample& sample, const KindSpec* kind)
{
    const std::vector<Source> sources = sourcesOf(sample);
    Proposal proposal;
    Assignment best;
    const KindSpec* bestKind = nullptr;
    for (const KindSpec& candidate : kinds()) {
        Assignment assignment = assign(sources, candidate);
        proposal.kinds.emplace_back(candidate.code, assignment.kindScore);
        const bool wanted = kind == nullptr ? bestKind == nullptr || assignment.kindScore > best.kindScore
                                            : kind == &candidate;
        if (wanted) {
            bestKind = &candidate;
            best = std::move(assignment);
        }
    }
    std::stable_sort(proposal.kinds.begin(), proposal.kinds.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    proposal.mapping = mappingOf(sample, sources, *bestKind, best);
    const bool clear = kind != nullptr
        || (proposal.kinds[0].second > 0
            && proposal.kinds[0].second >= kClearWinner * proposal.kinds[1].second);
    proposal.certain = clear && best.complete && !best.unsure;
    for (const std::string& header : sample.header) {
        const bool mapped
            = std::any_of(proposal.mapping.columns.begin(), proposal.mapping.columns.end(),
                          [&](const Mapping::Column& column) { return column.header == header; });
        if (!mapped) {
            proposal.unmapped.push_back(header);
        }
    }
    return proposal;
}

}  // namespace meitrace
