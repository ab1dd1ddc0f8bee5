// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/demo/rowfile.h"

#include "models/publish/xlsxencoder.h"

#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

namespace meitrace::demo {

namespace {

constexpr std::size_t kFlushBytes = 1U << 20U;

class DelimitedRows final : public RowEncoder {
public:
    DelimitedRows(const CsvFormat& format, const std::vector<std::string>& headers)
        : m_csv(format)
    {
        row(headers);
    }

    void row(const std::vector<std::string>& cells) override
    {
        for (const std::string& cell : cells) {
            m_csv.text(cell);
        }
        m_csv.endRow();
    }
    void blankLine() override { m_csv.blankLine(); }
    void finish() override {}
    [[nodiscard]] std::int64_t line() const override { return m_csv.line(); }
    [[nodiscard]] std::size_t pending() const override { return m_csv.pending(); }
    std::string takeBytes() override { return m_csv.takeBytes(); }

private:
    CsvEncoder m_csv;
};

/// One row per line of the page.
class PageRows final : public RowEncoder {
public:
    PageRows(const CsvFormat& format, const std::vector<std::string>& headers)
        : m_encoder(format.encoding)
    {
        put("<html><head><meta charset=\"" + std::string(textEncodingCode(format.encoding))
            + "\"></head><body>\n<table border=\"1\">\n");
        m_line = 3;
        row(headers);
    }

    void row(const std::vector<std::string>& cells) override
    {
        std::string text = "<tr>";
        for (const std::string& cell : cells) {
            text += "<td>";
            for (const char c : cell) {
                appendCharacter(text, c);
            }
            text += "</td>";
        }
        put(text + "</tr>\n");
        ++m_line;
    }
    void blankLine() override
    {
        put("\n");
        ++m_line;
    }
    void finish() override { put("</table></body></html>\n"); }
    [[nodiscard]] std::int64_t line() const override { return m_line; }
    [[nodiscard]] std::size_t pending() const override { return m_bytes.size(); }
    std::string takeBytes() override { return std::exchange(m_bytes, {}); }

private:
    static void appendCharacter(std::string& text, char c)
    {
        switch (c) {
        case '&':
            text += "&amp;";
            break;
        case '<':
            text += "&lt;";
            break;
        case '>':
            text += "&gt;";
            break;
        default:
            text += c;
        }
    }

    void put(const std::string& text) { m_encoder.append(text, m_bytes); }

    TextEncoder m_encoder;
    std::string m_bytes;
    std::int64_t m_line = 1;
};

/// One object per line; an empty cell is a key that is not there.
class ObjectRows final : public RowEncoder {
public:
    explicit ObjectRows(std::vector<std::string> keys)
        : m_keys(std::move(keys))
    {
    }

    void row(const std::vector<std::string>& cells) override
    {
        nlohmann::ordered_json object = nlohmann::ordered_json::object();
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (!cells[i].empty()) {
                object[m_keys[i]] = cells[i];
            }
        }
        m_bytes += object.dump();
        m_bytes += '\n';
        ++m_line;
    }
    void blankLine() override
    {
        m_bytes += '\n';
        ++m_line;
    }
    void finish() override {}
    [[nodiscard]] std::int64_t line() const override { return m_line; }
    [[nodiscard]] std::size_t pending() const override { return m_bytes.size(); }
    std::string takeBytes() override { return std::exchange(m_bytes, {}); }

private:
    std::vector<std::string> m_keys;
    std::string m_bytes;
    std::int64_t m_line = 1;
};

/// One sheet whose cells are texts, as web systems export.
class WorkbookRows final : public RowEncoder {
public:
    explicit WorkbookRows(const std::vector<std::string>& headers)
        : m_xlsx("Sheet1")
    {
        row(headers);
    }

    void row(const std::vector<std::string>& cells) override
    {
        for (const std::string& cell : cells) {
            m_xlsx.text(cell);
        }
        blankLine();
    }
    void blankLine() override
    {
        m_xlsx.endRow();
        ++m_line;
    }
    void finish() override { m_xlsx.finish(); }
    [[nodiscard]] std::int64_t line() const override { return m_line; }
    [[nodiscard]] std::size_t pending() const override { return m_xlsx.pending(); }
    std::string takeBytes() override { return m_xlsx.takeBytes(); }

private:
    XlsxEncoder m_xlsx;
    std::int64_t m_line = 1;
};

bool endsWith(std::string_view text, std::string_view end)
{
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

std::unique_ptr<RowEncoder> encoderFor(std::string_view path, const CsvFormat& format,
                                       const std::vector<std::string>& headers)
{
    if (endsWith(path, ".xls")) {
        return std::make_unique<PageRows>(format, headers);
    }
    if (endsWith(path, ".xlsx")) {
        return std::make_unique<WorkbookRows>(headers);
    }
    if (endsWith(path, ".jsonl")) {
        return std::make_unique<ObjectRows>(headers);
    }
    return std::make_unique<DelimitedRows>(format, headers);
}

}  // namespace

RowFile::RowFile(platform::FileWriter file, std::unique_ptr<RowEncoder> encoder)
    : m_file(std::move(file))
    , m_encoder(std::move(encoder))
{
}

Result<RowFile> RowFile::create(const std::string& path, const CsvFormat& format,
                                const std::vector<std::string>& headers)
{
    Result<platform::FileWriter> file = platform::FileWriter::open(path);
    if (!file) {
        return file.error();
    }
    return RowFile(std::move(*file), encoderFor(path, format, headers));
}

Status RowFile::row(const std::vector<std::string>& cells)
{
    m_encoder->row(cells);
    return m_encoder->pending() < kFlushBytes ? Status(Done {}) : m_file.append(m_encoder->takeBytes());
}

Status RowFile::commit()
{
    m_encoder->finish();
    const Status status = m_file.append(m_encoder->takeBytes());
    return status ? m_file.commit(false) : status;  // the same options make the same file again
}

}  // namespace meitrace::demo
