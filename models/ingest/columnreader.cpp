// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/columnreader.h"

#include "models/ingest/phone.h"

#include <algorithm>

namespace meitrace::cleaning {

namespace {

inline bool isPlainValue(std::string_view cell, const WordTable& nulls)
{
    return isPlain(cell) && (cell.empty() || !nulls.mayBegin(cell.front()) || !isNullWord(cell));
}

std::string_view pathOf(std::string_view url)
{
    const std::size_t scheme = url.find("://");
    std::string_view path = url;
    if (scheme != std::string_view::npos && scheme < url.find_first_of("/?#")) {
        path = url.substr(scheme + 3);
        const std::size_t slash = path.find_first_of("/?#");
        path = slash == std::string_view::npos || path[slash] != '/' ? std::string_view("/")
                                                                     : path.substr(slash);
    }
    return path.substr(0, path.find_first_of("?#"));
}

/// Lower case, one @ with something before it and a dotted name behind it.
bool isEmail(std::string_view text)
{
    const std::size_t at = text.find('@');
    if (at == 0 || at == std::string_view::npos || text.size() > 254
        || text.find('@', at + 1) != std::string_view::npos
        || text.find_first_of(" ,;<>\"()\t") != std::string_view::npos) {
        return false;
    }
    const std::string_view host = text.substr(at + 1);
    const std::size_t dot = host.rfind('.');
    return dot != std::string_view::npos && dot > 0 && dot + 2 < host.size() && host.front() != '.'
        && host.find("..") == std::string_view::npos;
}

}  // namespace

void noteNull(Work& work, std::int32_t row, int field, std::string_view cell)
{
    const bool word = std::any_of(cell.begin(), cell.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0x80 || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    });
    if (word) {
        work.note(row, field, RowRule::NullWord, cell);
    }
}

void readTexts(Work& work, const PlanColumn& column, ColumnState& state, Tile tile)
{
    std::string_view* out = state.values.text.data();
    const WordTable& nulls = nullWords();
    eachCell(work, column, state, tile, [&](std::int32_t row, std::string_view cell) {
        if (isPlainValue(cell, nulls)) {
            out[row] = cell;
            return;
        }
        std::string buffer;
        std::string_view text = tidyText(cell, buffer);
        if (isNullWord(text)) {
            noteNull(work, row, column.field, text);
            return;
        }
        out[row] = buffer.empty() ? text : work.keep(std::string(text));
    });
}

void readPaths(Work& work, const PlanColumn& column, ColumnState& state, Tile tile)
{
    readTexts(work, column, state, tile);
    for (std::int32_t row = tile.begin; row < tile.end; ++row) {
        std::string_view& text = state.values.text[static_cast<std::size_t>(row)];
        text = pathOf(text);
    }
}

void readKeys(Work& work, const PlanColumn& column, ColumnState& state, Tile tile)
{
    std::string_view* out = state.values.text.data();
    const WordTable& nulls = nullWords();
    eachCell(work, column, state, tile, [&](std::int32_t row, std::string_view cell) {
        if (isPlainValue(cell, nulls)) {
            out[row] = cell;
            return;
        }
        bool guarded = false;
        const std::string_view inside = withoutGuards(cell, guarded);
        if (inside.empty()) {
            return;
        }
        if (isNullWord(inside)) {
            noteNull(work, row, column.field, inside);
            return;
        }
        std::string text = normalised(inside);
        if (text.find('+') != std::string::npos && isScientific(text)) {
            work.reject(row, column.field, RowRule::RoundedKey, cell);
            return;
        }
        const bool changed = text != inside;
        if (guarded || changed) {
            work.note(row, column.field, guarded ? RowRule::SpreadsheetGuard : RowRule::FullWidth, cell);
        }
        out[row] = changed ? work.keep(std::move(text)) : inside;
    });
}

/// Codes of digits, of which spreadsheets eat the zeros in front: without them in every file.
void dropLeadingZeros(ColumnState& state, Tile tile)
{
    for (std::int32_t row = tile.begin; row < tile.end; ++row) {
        std::string_view& text = state.values.text[static_cast<std::size_t>(row)];
        if (!text.empty() && text.front() == '0'
            && text.find_first_not_of("0123456789") == std::string_view::npos) {
            text.remove_prefix(std::min(text.find_first_not_of('0'), text.size() - 1));
        }
    }
}

void readEmails(Work& work, const PlanColumn& column, ColumnState& state, Tile tile)
{
    eachCell(work, column, state, tile, [&](std::int32_t row, std::string_view cell) {
        bool guarded = false;
        const std::string_view inside = withoutGuards(cell, guarded);
        if (inside.empty()) {
            return;
        }
        if (isNullWord(inside)) {
            noteNull(work, row, column.field, inside);
            return;
        }
        std::string text = folded(inside);
        if (!isEmail(text)) {
            work.reject(row, column.field, RowRule::BadValue, cell);
            return;
        }
        state.values.text[static_cast<std::size_t>(row)]
            = text == inside ? inside : work.keep(std::move(text));
    });
}

void readPhones(Work& work, const PlanColumn& column, ColumnState& state, Tile tile)
{
    FieldValues& values = state.values;
    eachCell(work, column, state, tile, [&](std::int32_t row, std::string_view cell) {
        const auto at = static_cast<std::size_t>(row);
        if (isPlainMobile(cell)) {
            values.text[at] = cell;
            values.key[at] = KeyType::Phone;
            return;
        }
        if (cell.empty()) {
            return;
        }
        PhoneCell phone = column.spec->key == KeyType::PhoneTail ? readPhoneTail(cell) : readPhone(cell);
        if (phone.damaged) {
            work.reject(row, column.field, RowRule::DamagedPhone, cell, std::move(phone.suggestion));
            return;
        }
        if (phone.text.empty()) {
            noteNull(work, row, column.field, trimmed(cell));
            return;
        }
        if (phone.note != RowRule::None) {
            work.note(row, column.field, phone.note, cell);
        }
        values.key[at] = phone.key;
        values.text[at] = phone.text == cell ? cell : work.keep(std::move(phone.text));
        if (!phone.second.empty()) {
            values.extra.resize(values.text.size());
            values.extra[at] = work.keep(std::move(phone.second));
        }
    });
}

/// Reads a column of few words: each different cell is looked up once and its word gets a number.
template <typename Read>
void readCoded(Work& work, const PlanColumn& column, ColumnState& state, Tile tile, Read read)
{
    FieldValues& values = state.values;
    values.code.resize(static_cast<std::size_t>(tile.end));
    if (values.words.empty()) {
        values.words.emplace_back();
    }
    std::string_view* text = values.text.data();
    std::uint32_t* code = values.code.data();
    eachCell(work, column, state, tile, [&](std::int32_t row, std::string_view cell) {
        if (cell.empty()) {
            return;
        }
        const CachedCell& found = state.texts.get(cell, [&](std::string_view raw) {
            CachedCell word = read(raw);
            if (!word.text.empty()) {
                word.code = static_cast<std::uint32_t>(values.words.size());
                values.words.push_back(word.text);
            }
            return word;
        });
        text[row] = found.text;
        code[row] = found.code;
        if (found.note != RowRule::None) {
            noteNull(work, row, column.field, trimmed(cell));
        }
    });
}

void readChannels(Work& work, const PlanColumn& column, ColumnState& state, Tile tile)
{
    readCoded(work, column, state, tile, [&](std::string_view raw) {
        const std::string_view inside = trimmed(raw);
        if (inside.empty() || isNullWord(inside)) {
            return CachedCell {.note = RowRule::NullWord};
        }
        const std::string_view code = channelOf(inside);
        return CachedCell {.text = code.empty() ? work.keep(folded(inside)) : code};
    });
}

void readEventNames(Work& work, const PlanColumn& column, ColumnState& state, Tile tile)
{
    readCoded(work, column, state, tile, [&](std::string_view raw) {
        const Translations& types = work.plan.eventTypes;
        const std::string name = folded(raw);
        const auto found = types.find(name);
        if (found != types.end()) {
            return CachedCell {.text = found->second};
        }
        return CachedCell {.text = isNullWord(name) ? std::string_view() : work.keep(codeFrom(name))};
    });
}

void readWords(Work& work, const PlanColumn& column, ColumnState& state, Tile tile)
{
    std::int64_t* out = state.values.number.data();
    eachCell(work, column, state, tile, [&](std::int32_t row, std::string_view cell) {
        if (cell.empty()) {
            return;
        }
        const CachedCell& read = state.texts.get(cell, [&](std::string_view raw) {
            bool guarded = false;
            const std::string_view inside = withoutGuards(raw, guarded);
            const auto value = wordValue(column.spec->type, column.spec->name, inside);
            const bool null = value && *value == kMissing && isNullWord(inside);
            return CachedCell {.number = value.value_or(kMissing),
                               .note = null ? RowRule::NullWord : RowRule::None,
                               .bad = value ? RowRule::None : RowRule::BadValue};
        });
        out[row] = read.number;
        if (read.bad != RowRule::None) {
            work.reject(row, column.field, read.bad, cell);
        } else if (read.note != RowRule::None) {
            noteNull(work, row, column.field, trimmed(cell));
        }
    });
}

void readColumn(Work& work, int position, Tile tile)
{
    const PlanColumn& column = work.column(position);
    ColumnState& state = work.state(position);
    const auto end = static_cast<std::size_t>(tile.end);
    if (isNumeric(column.spec->type)) {
        state.values.number.resize(end, kMissing);
    } else {
        state.values.text.resize(end);
    }
    const bool fed = column.source >= 0 || !column.constant.empty();
    switch (column.spec->type) {
    case FieldType::Text:
    case FieldType::Label:
    case FieldType::Name:
        return fed
            ? column.urlPath ? readPaths(work, column, state, tile) : readTexts(work, column, state, tile)
            : void();
    case FieldType::Phone:
        state.values.key.resize(end, KeyType::RawPhone);
        return readPhones(work, column, state, tile);
    case FieldType::Email:
        return readEmails(work, column, state, tile);
    case FieldType::Key:
        readKeys(work, column, state, tile);
        return column.withoutZeros ? dropLeadingZeros(state, tile) : void();
    case FieldType::Channel:
        return readChannels(work, column, state, tile);
    case FieldType::EventName:
        return readEventNames(work, column, state, tile);
    case FieldType::Time:
        state.values.quality.resize(end, TimeQuality::Exact);
        return readTimes(work, column, state, tile);
    case FieldType::Date:
        return readDates(work, column, state, tile);
    case FieldType::Money:
        return column.exactPrice ? readPrices(work, column, state, tile)
                                 : readNumbers(work, column, state, tile);
    case FieldType::Quantity:
    case FieldType::Count:
        return readNumbers(work, column, state, tile);
    case FieldType::Figure:
    case FieldType::Ratio:
    case FieldType::Duration:
        return readFigures(work, column, state, tile);
    default:
        return readWords(work, column, state, tile);
    }
}

}  // namespace meitrace::cleaning
