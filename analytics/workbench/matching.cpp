// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/matching.h"

#include "analytics/workbench/matchscores.h"
#include "models/base/text.h"
#include "models/domain/kind.h"
#include "models/ingest/mapping.h"
#include "models/ingest/rowsource.h"
#include "models/publish/csvwriter.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <numeric>

namespace meitrace {

namespace {

struct HeaderKind {
    std::string_view header;
    EvidenceKind kind;
};

/// Headers as they stand in tables of people elsewhere, as codeFrom() writes them.
constexpr std::array<HeaderKind, 34> kHeaders {
    {{"given_name", EvidenceKind::Word},   {"first_name", EvidenceKind::Word},
     {"forename", EvidenceKind::Word},     {"middle_name", EvidenceKind::Word},
     {"surname", EvidenceKind::Word},      {"last_name", EvidenceKind::Word},
     {"family_name", EvidenceKind::Word},  {"name", EvidenceKind::Name},
     {"full_name", EvidenceKind::Name},    {"date_of_birth", EvidenceKind::Date},
     {"birth_date", EvidenceKind::Date},   {"birthday", EvidenceKind::Date},
     {"dob", EvidenceKind::Date},          {"phone", EvidenceKind::Phone},
     {"mobile", EvidenceKind::Phone},      {"telephone", EvidenceKind::Phone},
     {"tel", EvidenceKind::Phone},         {"street_number", EvidenceKind::Code},
     {"house_number", EvidenceKind::Code}, {"postcode", EvidenceKind::Code},
     {"zip", EvidenceKind::Code},          {"email", EvidenceKind::Code},
     {"address", EvidenceKind::Address},   {"address_1", EvidenceKind::Address},
     {"street", EvidenceKind::Address},    {"suburb", EvidenceKind::Word},
     {"city", EvidenceKind::Word},         {"town", EvidenceKind::Word},
     {"state", EvidenceKind::Category},    {"province", EvidenceKind::Category},
     {"gender", EvidenceKind::Category},   {"sex", EvidenceKind::Category},
     {"country", EvidenceKind::Category},  {"birthdate", EvidenceKind::Date}}};

/// A table's rows on their way into columns
struct Reading {
    EvidenceTable table;
    std::vector<std::string> truth;  ///< by row; empty: none asked for
    std::vector<std::string> ignored;
};

std::size_t placeOf(const std::vector<std::string>& header, const std::string& name)
{
    const auto at = std::find_if(header.begin(), header.end(),
                                 [&](const std::string& one) { return one == name || trimmed(one) == name; });
    return static_cast<std::size_t>(at - header.begin());
}

/// The first number in a cell, else the cell
std::string personOf(std::string_view cell)
{
    const std::size_t begin = cell.find_first_of("0123456789");
    if (begin == std::string_view::npos) {
        return std::string(trimmed(cell));
    }
    const std::size_t end = cell.find_first_not_of("0123456789", begin);
    return std::string(cell.substr(begin, end == std::string_view::npos ? end : end - begin));
}

/// Columns to compare: those asked for, else those whose headers say what they are.
std::vector<MatchColumn> columnsOf(const MatchRequest& request, const std::vector<std::string>& header)
{
    if (!request.columns.empty()) {
        return request.columns;
    }
    std::vector<MatchColumn> columns;
    const auto kinds = kindsOfHeaders(header);
    for (std::size_t i = 0; i < header.size(); ++i) {
        const std::string name(trimmed(header[i]));
        if (kinds[i].first && name != request.truth) {
            columns.push_back({name, kinds[i].second});
        }
    }
    return columns;
}

/// Where a file's header has what is compared, and the truth
struct Places {
    std::vector<std::size_t> columns;
    std::size_t truth = kNowhere;

    static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
};

Result<Places> placesIn(const MatchRequest& request, const std::vector<std::string>& header,
                        const std::vector<MatchColumn>& columns)
{
    Places places;
    for (const MatchColumn& column : columns) {
        places.columns.push_back(placeOf(header, column.header));
        if (places.columns.back() == header.size()) {
            return Error {.code = ErrorCode::UnknownColumn, .subject = "columns", .value = column.header};
        }
    }
    if (!request.truth.empty()) {
        places.truth = placeOf(header, request.truth);
        if (places.truth == header.size()) {
            return Error {.code = ErrorCode::UnknownColumn, .subject = "truth", .value = request.truth};
        }
    }
    return places;
}

void addRows(const RowBlock& block, const Places& places, Reading& reading)
{
    for (std::int32_t row = 0; row < block.rows(); ++row) {
        const std::size_t begin = block.rowStart[static_cast<std::size_t>(row)];
        const std::size_t cells = block.rowStart[static_cast<std::size_t>(row) + 1] - begin;
        const auto cell
            = [&](std::size_t at) { return at < cells ? block.cells[begin + at] : std::string_view(); };
        for (std::size_t c = 0; c < places.columns.size(); ++c) {
            reading.table.columns[c].add(cell(places.columns[c]));
        }
        if (places.truth != Places::kNowhere) {
            reading.truth.push_back(personOf(cell(places.truth)));
        }
    }
}

/// The first file's header says what is compared and what is not.
void setColumns(const std::vector<std::string>& header, const std::vector<MatchColumn>& columns,
                const Places& places, Reading& reading)
{
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (i != places.truth
            && std::find(places.columns.begin(), places.columns.end(), i) == places.columns.end()) {
            reading.ignored.emplace_back(trimmed(header[i]));
        }
    }
    for (const MatchColumn& column : columns) {
        reading.table.columns.emplace_back(column.header, column.kind);
    }
}

Status readFile(const MatchRequest& request, std::size_t file, std::vector<MatchColumn>& columns,
                Reading& reading, Job& job)
{
    Result<std::unique_ptr<RowSource>> source = openRowSource(request.files[file]);
    if (!source) {
        return source.error();
    }
    const std::vector<std::string>& header = (*source)->shape().header;
    if (file == 0) {
        columns = columnsOf(request, header);
    }
    const Result<Places> places = placesIn(request, header, columns);
    if (!places) {
        return places.error();
    }
    if (file == 0) {
        setColumns(header, columns, *places, reading);
    }
    while (true) {
        Result<std::unique_ptr<RowSource::Raw>> raw = (*source)->nextRaw();
        if (!raw || job.stopped()) {
            return raw ? Error {.code = ErrorCode::Cancelled, .subject = "rows"} : raw.error();
        }
        if (!*raw) {
            return Done {};
        }
        addRows((*source)->parse(std::move(*raw)), *places, reading);
        if (request.files.size() > 1) {
            reading.table.source.resize(reading.table.rows(), static_cast<std::uint8_t>(file));
        }
    }
}

std::string fixed(double number, int digits)
{
    std::array<char, 48> text {};
    const int size = std::snprintf(text.data(), text.size(), "%.*f", digits, number);
    return {text.data(), static_cast<std::size_t>(std::max(size, 0))};
}

Status writePairs(const std::string& path, const EvidenceTable& table, const TableLinks& links)
{
    Result<CsvWriter> writer = CsvWriter::create(path, {});
    if (!writer) {
        return writer.error();
    }
    std::vector<std::string> header {"row_a", "row_b", "probability", "score", "person"};
    for (const EvidenceColumn& column : table.columns) {
        header.push_back(column.name());
    }
    Status status = writer->row(header);
    for (const ScoredPair& pair : links.pairs) {
        if (!status) {
            return status;
        }
        const bool joined = links.groups.person[pair.a] == links.groups.person[pair.b];
        writer->number(std::int64_t {pair.a} + 1);
        writer->number(std::int64_t {pair.b} + 1);
        writer->plain(fixed(pair.probability, 6));
        writer->plain(fixed(pair.score, 3));
        writer->plain(joined ? std::to_string(links.groups.person[pair.a] + 1) : std::string());
        for (const FieldEvidence& field : links.estimate.model.explain(table, pair.a, pair.b).fields) {
            const std::string level(kLevelCodes[static_cast<std::size_t>(field.level)]);
            writer->plain(field.level == Level::Unknown
                              ? std::string()
                              : level + (field.weight < 0 ? " " : " +") + fixed(field.weight, 1));
        }
        status = writer->endRow();
    }
    return status ? writer->commit() : status;
}

}  // namespace

std::vector<std::pair<bool, EvidenceKind>> kindsOfHeaders(const std::vector<std::string>& headers)
{
    std::vector<std::pair<bool, EvidenceKind>> kinds(headers.size(), {false, EvidenceKind::Code});
    // What the product's own files call it, in both languages, leads to the names of its fields.
    std::vector<std::string> names(headers.size());
    for (std::size_t i = 0; i < headers.size(); ++i) {
        names[i] = codeFrom(headers[i]);
    }
    if (const KindSpec* kind = kindByCode("his_customer")) {
        Sample sample;
        sample.header = headers;
        for (const Mapping::Column& column : proposeMapping(sample, kind).mapping.columns) {
            const std::size_t at = placeOf(headers, column.header);
            const bool known = std::any_of(kHeaders.begin(), kHeaders.end(), [&](const HeaderKind& one) {
                return at < names.size() && one.header == names[at];
            });
            if (at < names.size() && !known) {
                names[at] = kind->fields[static_cast<std::size_t>(column.field)].name;
            }
        }
    }
    for (std::size_t i = 0; i < headers.size(); ++i) {
        for (const HeaderKind& one : kHeaders) {
            if (one.header == names[i]) {
                kinds[i] = {true, one.kind};
            }
        }
    }
    return kinds;
}

Result<MatchReport> matchTables(const MatchRequest& request, Job& job)
{
    Reading reading;
    MatchReport report;
    for (std::size_t file = 0; file < request.files.size(); ++file) {
        if (Status status = readFile(request, file, report.columns, reading, job); !status) {
            return status.error();
        }
    }
    if (report.columns.empty()) {
        return Error {.code = ErrorCode::BadOption, .subject = "columns"};
    }
    TableOptions options;
    options.keep = request.keep;
    options.merge = request.merge;
    options.estimate.seed = request.seed;
    const Result<TableLinks> links = linkTable(reading.table, options, job);
    if (!links) {
        return links.error();
    }
    report.rows = reading.table.rows();
    report.ignored = std::move(reading.ignored);
    report.blocks = links->blocks;
    report.compared = links->compared;
    report.pairs = static_cast<std::int64_t>(links->pairs.size());
    for (std::uint32_t row = 0; row < reading.table.rows(); ++row) {
        report.persons += links->groups.person[row] == row ? 1 : 0;
    }
    report.refused = static_cast<std::int64_t>(links->groups.refused.size());
    report.estimate = links->estimate;
    if (!reading.truth.empty()) {
        measure(reading.table, *links, reading.truth, report);
    }
    if (!request.csv.empty()) {
        if (Status status = writePairs(request.csv, reading.table, *links); !status) {
            return status.error();
        }
    }
    return report;
}

}  // namespace meitrace
