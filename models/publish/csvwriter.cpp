// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/publish/csvwriter.h"

#include "models/publish/cellguard.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace meitrace {

namespace {

constexpr std::size_t kFlushBytes = 1U << 20U;

bool needsQuotes(std::string_view content, char delimiter)
{
    if (content.empty()) {
        return false;
    }
    if (content.front() == ' ' || content.back() == ' ') {
        return true;
    }
    return std::any_of(content.begin(), content.end(),
                       [delimiter](char c) { return c == delimiter || c == '"' || c == '\r' || c == '\n'; });
}

std::int64_t lineBreaks(std::string_view content)
{
    std::int64_t breaks = 0;
    for (std::size_t i = 0; i < content.size(); ++i) {
        const bool pair = content[i] == '\r' && i + 1 < content.size() && content[i + 1] == '\n';
        breaks += (content[i] == '\n' || (content[i] == '\r' && !pair)) ? 1 : 0;
    }
    return breaks;
}

}  // namespace

CsvEncoder::CsvEncoder(CsvFormat format)
    : m_format(std::move(format))
    , m_encoder(m_format.encoding)
    , m_bytes(m_encoder.fileStart())
{
}

void CsvEncoder::text(std::string_view content)
{
    cell(content, m_format.guardFormulas && startsFormula(content));
}

void CsvEncoder::plain(std::string_view content)
{
    cell(content, false);
}

void CsvEncoder::number(std::int64_t value)
{
    std::array<char, 24> digits {};
    const std::to_chars_result end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    cell(std::string_view(digits.data(), static_cast<std::size_t>(end.ptr - digits.data())), false);
}

void CsvEncoder::cell(std::string_view content, bool guarded)
{
    if (!m_rowEmpty) {
        m_row += m_format.delimiter;
    }
    m_rowEmpty = false;
    if (!guarded && !needsQuotes(content, m_format.delimiter)) {
        m_row += content;
        return;
    }
    const bool quoted = needsQuotes(content, m_format.delimiter);
    if (quoted) {
        m_row += '"';
    }
    if (guarded) {
        m_row += '\'';
    }
    for (const char c : content) {
        if (c == '"') {
            m_row += '"';
        }
        m_row += c;
    }
    if (quoted) {
        m_row += '"';
        m_innerBreaks += lineBreaks(content);
    }
}

void CsvEncoder::endRow()
{
    if (m_row.empty()) {
        m_row = "\"\"";  // a row of one empty cell must not read as a blank line
    }
    m_encoder.append(m_row, m_bytes);
    m_bytes += m_format.lineEnd;
    m_line += 1 + m_innerBreaks;
    m_innerBreaks = 0;
    m_row.clear();
    m_rowEmpty = true;
}

void CsvEncoder::blankLine()
{
    m_bytes += m_format.lineEnd;
    ++m_line;
}

std::string CsvEncoder::takeBytes()
{
    return std::exchange(m_bytes, std::string());
}

std::string csvBytes(const std::vector<std::vector<std::string>>& rows, const CsvFormat& format)
{
    CsvEncoder encoder(format);
    for (const std::vector<std::string>& row : rows) {
        for (const std::string& cell : row) {
            encoder.text(cell);
        }
        encoder.endRow();
    }
    return encoder.takeBytes();
}

CsvWriter::CsvWriter(platform::FileWriter file, const CsvFormat& format)
    : m_file(std::move(file))
    , m_encoder(std::make_unique<CsvEncoder>(format))
{
}

Result<CsvWriter> CsvWriter::create(const std::string& path, const CsvFormat& format)
{
    Result<platform::FileWriter> file = platform::FileWriter::open(path);
    if (!file) {
        return file.error();
    }
    return CsvWriter(std::move(*file), format);
}

Status CsvWriter::flush()
{
    return m_file.append(m_encoder->takeBytes());
}

Status CsvWriter::endRow()
{
    m_encoder->endRow();
    return m_encoder->pending() < kFlushBytes ? Status(Done {}) : flush();
}

Status CsvWriter::row(const std::vector<std::string>& cells)
{
    for (const std::string& cell : cells) {
        m_encoder->text(cell);
    }
    return endRow();
}

Status CsvWriter::commit(bool synced)
{
    Status flushed = flush();
    return flushed ? m_file.commit(synced) : flushed;
}

}  // namespace meitrace
