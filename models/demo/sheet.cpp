// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/demo/sheet.h"

#include "models/base/calendar.h"
#include "models/demo/cliniccalendar.h"
#include "models/demo/model.h"
#include "models/resources/resourcetable.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>

namespace meitrace::demo {

namespace {

std::map<std::string, Layout, std::less<>> readLayouts()
{
    const ResourceTable table("demo/layouts.csv");
    std::map<std::string, Layout, std::less<>> layouts;
    for (std::size_t r = 0; r < table.rows(); ++r) {
        Layout& layout = layouts[table.text(r, "layout")];
        if (layout.fields.empty()) {
            layout.name = table.text(r, "name");
            layout.kind = table.text(r, "kind");
            layout.format.encoding
                = textEncodingByCode(table.text(r, "encoding")).value_or(TextEncoding::Utf8);
            layout.format.lineEnd = table.text(r, "line_end") == "crlf" ? "\r\n" : "\n";
            layout.format.guardFormulas = false;  // what other systems write is not guarded
        }
        layout.fields.push_back(table.text(r, "field"));
        layout.headers.push_back(table.text(r, "header"));
    }
    return layouts;
}

void appendTwo(std::string& text, std::int64_t value)
{
    text += static_cast<char>('0' + value / 10);
    text += static_cast<char>('0' + value % 10);
}

void appendNumber(std::string& text, std::int64_t value)
{
    std::array<char, 24> digits {};
    const std::to_chars_result end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    text.append(digits.data(), end.ptr);
}

}  // namespace

const Layout& layoutOf(std::string_view key)
{
    static const std::map<std::string, Layout, std::less<>> layouts = readLayouts();
    const auto found = layouts.find(key);
    assert(found != layouts.end());
    return found->second;
}

void appendDate(std::string& text, std::int32_t day)
{
    const CivilDate date = civilFromDay(day);
    appendNumber(text, date.year);
    text += '-';
    appendTwo(text, date.month);
    text += '-';
    appendTwo(text, date.day);
}

void appendTime(std::string& text, std::int64_t second)
{
    appendDate(text, dayOf(second));
    const std::int64_t clock = second % kDaySeconds;
    text += ' ';
    appendTwo(text, clock / 3600);
    text += ':';
    appendTwo(text, clock / 60 % 60);
    text += ':';
    appendTwo(text, clock % 60);
}

Sheet::Sheet(RowFile writer)
    : m_writer(std::move(writer))
{
}

Result<Sheet> Sheet::create(const std::string& folder, std::string_view layoutKey, std::uint64_t seed,
                            PlantedRows& planted, std::string_view part)
{
    const Layout& layout = layoutOf(layoutKey);
    std::string name = layout.name;
    if (const std::size_t at = name.find("{part}"); at != std::string::npos) {
        name.replace(at, 6, part);
    }
    Result<RowFile> writer = RowFile::create(folder + "/" + name, layout.format, layout.headers);
    if (!writer) {
        return writer.error();
    }
    Sheet sheet(std::move(*writer));
    sheet.m_dirt = std::make_unique<Dirt>(seed, layoutKey, layout.fields);
    sheet.m_layout = &layout;
    sheet.m_path = folder + "/" + name;
    sheet.m_planted = &planted[name];
    sheet.m_cells.resize(layout.fields.size());
    return sheet;
}

std::string& Sheet::cell(std::string_view field)
{
    const std::vector<std::string>& fields = m_layout->fields;
    for (std::size_t step = 0; step < fields.size(); ++step) {
        const std::size_t index = (m_cursor + step) % fields.size();
        if (fields[index] == field) {
            m_cursor = index + 1;
            return m_cells[index];
        }
    }
    assert(false);
    return m_cells.front();
}

void Sheet::put(std::string_view field, std::string_view value)
{
    cell(field) = value;
}

void Sheet::put(std::string_view field, std::int64_t value)
{
    std::string& text = cell(field);
    text.clear();
    appendNumber(text, value);
}

void Sheet::putMoney(std::string_view field, std::int64_t fen)
{
    std::string& text = cell(field);
    text = fen < 0 ? "-" : "";
    const std::int64_t size = fen < 0 ? -fen : fen;
    appendNumber(text, size / 100);
    text += '.';
    appendTwo(text, size % 100);
}

void Sheet::putTime(std::string_view field, std::int64_t second)
{
    std::string& text = cell(field);
    text.clear();
    if (second != 0) {
        appendTime(text, second);
    }
}

void Sheet::putSlashTime(std::string_view field, std::int64_t second)
{
    putTime(field, second);
    std::string& text = m_cells[m_cursor - 1];
    std::replace(text.begin(), text.end(), '-', '/');
}

void Sheet::putDate(std::string_view field, std::int32_t day)
{
    std::string& text = cell(field);
    text.clear();
    appendDate(text, day);
}

void Sheet::note(std::string_view quirk, RowFate fate)
{
    m_noted = true;
    m_noteQuirk = quirk;
    m_noteFate = fate;
}

Status Sheet::write(std::string_view quirk, RowFate fate)
{
    if (!quirk.empty()) {
        m_planted->push_back({m_writer.line(), std::string(quirk), fate});
    }
    ++m_rows;
    return m_writer.row(m_cells);
}

Status Sheet::endRow(std::uint64_t rowNumber)
{
    const Quirk* quirk = m_noted ? nullptr : m_dirt->quirkOf(rowNumber, m_cells);
    std::string code = m_noteQuirk;
    RowFate fate = m_noteFate;
    bool adds = false;
    if (quirk != nullptr && quirk->adds) {
        adds = true;
    } else if (quirk != nullptr
               && applyTwist(quirk->twist, m_cells[static_cast<std::size_t>(quirk->column)])) {
        code = quirk->code;
        fate = quirk->fate;
    }
    if (code.empty()) {
        code = m_remark;
    }
    if (m_repeats) {
        code = "Q04";
        fate = RowFate::Duplicate;
    }
    Status status = write(code, fate);
    m_rowsOfLast = 1;
    if (adds && status) {
        const bool changed
            = quirk->column < 0 || applyTwist(quirk->twist, m_cells[static_cast<std::size_t>(quirk->column)]);
        if (changed) {
            if (quirk->key >= 0) {
                m_cells[static_cast<std::size_t>(quirk->key)] += "X";
            }
            status = write(quirk->code, quirk->fate);
            ++m_rowsOfLast;
        }
    }
    for (std::string& text : m_cells) {
        text.clear();
    }
    m_cursor = 0;
    m_noted = m_repeats = false;
    m_noteQuirk.clear();
    m_remark.clear();
    m_noteFate = RowFate::Ok;
    return status;
}

Status Sheet::repeatHeader()
{
    m_planted->push_back({m_writer.line(), "Q06", RowFate::Skipped});
    ++m_rows;
    return m_writer.row(m_layout->headers);
}

Status Sheet::repeatHeaderBefore(std::size_t row)
{
    return row % kHeaderEvery == kHeaderEvery / 2 ? repeatHeader() : Status(Done {});
}

Status Sheet::finish(DemoFiles& files, bool truth)
{
    Status status = m_writer.commit();
    if (status) {
        (truth ? files.truth : files.exports).push_back({m_path, m_layout->kind, m_rows});
    }
    return status;
}

}  // namespace meitrace::demo
