// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/cleanwork.h"

#include "models/base/text.h"
#include "models/ingest/datetime.h"

#include <algorithm>

namespace meitrace::cleaning {

namespace {

constexpr std::int32_t kTileRows = 1024;

/// Remarks say something about a value and change nothing in it.
bool isRemark(RowRule rule)
{
    return rule == RowRule::NullWord || rule == RowRule::PhoneInvalid || rule == RowRule::PhonePlaceholder
        || rule == RowRule::PhoneMasked;
}

bool hasText(const Work& work, int position, std::int32_t row)
{
    return !work.states[static_cast<std::size_t>(position)]
                .values.text[static_cast<std::size_t>(row)]
                .empty();
}

void checkPersons(Work& work, Tile tile)
{
    const std::vector<int>& persons = work.plan.persons;
    if (!work.plan.kind->needsPerson) {
        return;
    }
    // The first key is nearly always there.
    const std::string_view* first
        = persons.empty() ? nullptr : work.state(persons.front()).values.text.data();
    for (std::int32_t row = tile.begin; row < tile.end; ++row) {
        if (first != nullptr && !first[row].empty()) {
            continue;
        }
        const bool there = std::any_of(persons.begin(), persons.end(),
                                       [&](int position) { return hasText(work, position, row); });
        if (!there && work.stands(row)) {
            work.reject(row, -1, RowRule::PersonMissing, {});
        }
    }
}

void rejectMissing(Work& work, int position, std::int32_t row)
{
    if (work.stands(row)) {
        const int field = position < 0 ? -1 : work.column(position).field;
        const int source = position < 0 ? -1 : work.column(position).source;
        work.reject(row, field, RowRule::RequiredMissing, work.cell(row, source));
    }
}

void checkRequired(Work& work, Tile tile)
{
    for (const int position : work.plan.mustHave) {
        const bool numeric = position >= 0 && isNumeric(work.column(position).spec->type);
        const std::int64_t* numbers = numeric ? work.state(position).values.number.data() : nullptr;
        for (std::int32_t row = tile.begin; row < tile.end; ++row) {
            const bool there = numbers != nullptr ? numbers[row] != kMissing
                                                  : position >= 0 && hasText(work, position, row);
            if (!there) {
                rejectMissing(work, position, row);
            }
        }
    }
}

void checkFuture(Work& work, Tile tile)
{
    if (work.plan.mainTime < 0 || !work.plan.kind->factInPast) {
        return;
    }
    const std::int64_t* times = work.state(work.plan.mainTime).values.number.data();
    const PlanColumn& column = work.column(work.plan.mainTime);
    for (std::int32_t row = tile.begin; row < tile.end; ++row) {
        if (times[row] > work.plan.latest && work.stands(row)) {
            const std::string_view cell = work.cell(row, column.source);
            const Day day = static_cast<Day>(times[row] / kDayMillis);
            work.reject(row, column.field, RowRule::FutureTime, cell,
                        withLikelyYear(cell, day, column.time.today));
        }
    }
}

/// The column's few words are hashed once.
void addWords(ColumnState& state, std::uint64_t seed, std::size_t begin, std::size_t end,
              std::uint64_t* content)
{
    const FieldValues& values = state.values;
    if (state.wordHashes.empty()) {
        state.wordHashes.push_back(0);
    }
    while (state.wordHashes.size() < values.words.size()) {
        state.wordHashes.push_back(contenthash::text(values.words[state.wordHashes.size()], seed));
    }
    for (std::size_t i = begin; i < end; ++i) {
        content[i] += state.wordHashes[values.code[i]];
    }
}

/// Adds what one column says to the hashes of the rows.
void addColumn(ColumnState& state, std::uint64_t seed, std::size_t begin, std::size_t end,
               std::uint64_t* content)
{
    const FieldValues& values = state.values;
    if (!values.number.empty()) {
        const std::int64_t* numbers = values.number.data();
        for (std::size_t i = begin; i < end; ++i) {
            content[i] += numbers[i] == kMissing ? 0 : contenthash::number(numbers[i], seed);
        }
        return;
    }
    if (!values.code.empty()) {
        addWords(state, seed, begin, end, content);
        return;
    }
    const std::string_view* texts = values.text.data();
    for (std::size_t i = begin; i < end; ++i) {
        content[i] += texts[i].empty() ? 0 : contenthash::text(texts[i], seed);
    }
    for (std::size_t i = begin; i < std::min(end, values.extra.size()); ++i) {
        content[i] += values.extra[i].empty() ? 0 : contenthash::text(values.extra[i], ~seed);
    }
}

void addContent(Work& work, Tile tile)
{
    const auto begin = static_cast<std::size_t>(tile.begin);
    const auto end = static_cast<std::size_t>(tile.end);
    work.out.content.resize(end);
    for (std::size_t c = 0; c < work.states.size(); ++c) {
        const PlanColumn& column = work.plan.columns[c];
        if (column.inContent) {
            addColumn(work.states[c], column.seed, begin, end, work.out.content.data());
        }
    }
}

/// Issues come by column; they leave by row. Of rows set aside only the reasons remain.
void orderIssues(Work& work, std::size_t first)
{
    CleanBlock& out = work.out;
    const auto begin = out.issues.begin() + static_cast<std::ptrdiff_t>(first);
    std::stable_sort(begin, out.issues.end(),
                     [](const CellIssue& a, const CellIssue& b) { return a.row < b.row; });
    const auto idle = [&](const CellIssue& issue) {
        return out.fates[static_cast<std::size_t>(issue.row)] == RowFate::Quarantined
            && !setsAside(issue.rule);
    };
    out.issues.erase(std::remove_if(begin, out.issues.end(), idle), out.issues.end());
}

/// Only the rows that stand keep their values.
void finish(Work& work)
{
    CleanBlock& out = work.out;
    const auto rows = static_cast<std::int32_t>(out.fates.size());
    out.kept.reserve(out.fates.size());
    for (std::int32_t row = 0; row < rows; ++row) {
        if (work.stands(row)) {
            out.kept.push_back(row);
        }
    }
    const bool all = out.kept.size() == out.fates.size();
    if (!all) {
        keepPlaces(out.content, out.kept);
    }
    for (ColumnState& state : work.states) {
        FieldValues& values = state.values;
        if (!all) {
            values.keep(out.kept);
        } else if (!values.extra.empty()) {
            values.extra.resize(out.kept.size());
        }
        out.fields.push_back(std::move(values));
    }
}

}  // namespace

Work::Work(const Plan& thePlan, CleanBlock& block)
    : plan(thePlan)
    , out(block)
    , states(thePlan.columns.size())
{
    const auto rows = static_cast<std::size_t>(out.rows.rows());
    out.kind = plan.kind;
    out.fates.assign(rows, RowFate::Ok);
    out.content.reserve(rows);
    dead.assign(rows, 0);
    for (std::size_t i = 0; i < states.size(); ++i) {
        FieldValues& values = states[i].values;
        values.field = plan.columns[i].field;
        if (isNumeric(plan.columns[i].spec->type)) {
            values.number.reserve(rows);
        } else {
            values.text.reserve(rows);
        }
    }
}

std::string_view Work::cell(std::int32_t row, int source) const
{
    const auto at = static_cast<std::size_t>(row);
    const std::size_t begin = out.rows.rowStart[at];
    const std::size_t count = out.rows.rowStart[at + 1] - begin;
    return source < 0 || static_cast<std::size_t>(source) >= count
        ? std::string_view()
        : out.rows.cells[begin + static_cast<std::size_t>(source)];
}

void Work::note(std::int32_t row, int field, RowRule rule, std::string_view cell)
{
    out.issues.push_back({row, static_cast<std::int16_t>(field), rule, shortened(cell), {}});
    RowFate& fate = out.fates[static_cast<std::size_t>(row)];
    fate = fate == RowFate::Ok && !isRemark(rule) ? RowFate::Fixed : fate;
}

void Work::reject(std::int32_t row, int field, RowRule rule, std::string_view cell, std::string suggestion)
{
    out.issues.push_back(
        {row, static_cast<std::int16_t>(field), rule, shortened(cell), std::move(suggestion)});
    out.fates[static_cast<std::size_t>(row)] = RowFate::Quarantined;
}

void Work::drop(std::int32_t row, RowFate fate, RowRule rule, std::string value, int field)
{
    dead[static_cast<std::size_t>(row)] = 1;
    out.fates[static_cast<std::size_t>(row)] = fate;
    out.issues.push_back({row, static_cast<std::int16_t>(field), rule, std::move(value), {}});
}

std::string_view Work::keep(std::string text)
{
    return out.texts.emplace_back(std::move(text));
}

CleanBlock cleanRows(const Plan& plan, RowBlock rows)
{
    CleanBlock out;
    out.rows = std::move(rows);
    Work work(plan, out);
    const std::int32_t count = out.rows.rows();
    for (std::int32_t begin = 0; begin < count; begin += kTileRows) {
        const Tile tile {begin, std::min(begin + kTileRows, count)};
        const std::size_t firstIssue = out.issues.size();
        applyRowRules(work, tile);
        for (std::size_t c = 0; c < plan.columns.size(); ++c) {
            readColumn(work, static_cast<int>(c), tile);
        }
        completeFields(work, tile);
        checkRequired(work, tile);
        checkFuture(work, tile);
        checkPersons(work, tile);
        addContent(work, tile);
        orderIssues(work, firstIssue);
    }
    sumFigures(work);
    finish(work);
    return out;
}

}  // namespace meitrace::cleaning
