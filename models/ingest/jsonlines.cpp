// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/jsonlines.h"

#include "models/base/text.h"
#include "models/ingest/encoding.h"
#include "models/ingest/firstpass.h"
#include "models/ingest/jsonrow.h"
#include "models/ingest/textrows.h"

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <utility>

namespace meitrace {

namespace {

constexpr std::size_t kLongestLine = std::size_t {64} << 20U;
constexpr std::int64_t kReadAll = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t kKeptOfLong = std::size_t {64} << 10U;

/// Some lines of the file, as they stand.
struct Lines {
    std::string text;
    std::int64_t firstLine = 1;
    std::int64_t firstRow = 0;
    std::int64_t rows = 0;    ///< lines that are not blank
    std::int64_t offset = 0;  ///< of the text in the unpacked file
    std::int64_t diskBytes = 0;
};

bool isBlank(std::string_view line)
{
    return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// Calls see(line, number) for every line that is not blank.
template <typename See>
std::int64_t eachLine(std::string_view text, std::int64_t number, const See& see)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        if (!isBlank(line)) {
            see(line, number);
        }
        ++number;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return number;
}

/// Cuts a stream into pieces of whole lines.
class LineReader {
public:
    LineReader(std::unique_ptr<ByteStream> stream, std::size_t pieceBytes)
        : m_stream(std::move(stream))
        , m_pieceBytes(std::max<std::size_t>(pieceBytes, 64))
    {
    }

    /// Empty text at the end. Of a line that is longer than any may be only the beginning is kept.
    Result<Lines> next()
    {
        Lines lines;
        std::size_t end = lastLineEnd();
        while (end == 0 && !m_ended) {
            if (Status status = more(); !status) {
                return status.error();
            }
            end = lastLineEnd();
        }
        end = end == 0 ? m_kept.size() : end;
        lines.text = m_kept.substr(0, end);
        m_kept.erase(0, end);
        lines.firstLine = m_line;
        lines.firstRow = m_row;
        lines.offset = m_offset;
        m_offset += static_cast<std::int64_t>(end);
        m_line = eachLine(lines.text, m_line, [&](std::string_view, std::int64_t) { ++lines.rows; });
        m_row += lines.rows;
        lines.diskBytes = m_stream->diskBytes();
        return lines;
    }

private:
    [[nodiscard]] std::size_t lastLineEnd() const
    {
        const std::size_t end
            = m_kept.size() < m_pieceBytes && !m_ended ? std::string::npos : m_kept.rfind('\n');
        return end == std::string::npos ? 0 : end + 1;
    }

    Status more()
    {
        const std::size_t before = m_kept.size();
        m_kept.resize(before + m_pieceBytes);
        const Result<std::int64_t> got
            = m_stream->read(m_kept.data() + before, static_cast<std::int64_t>(m_pieceBytes));
        m_kept.resize(before + static_cast<std::size_t>(got ? *got : 0));
        if (!got) {
            return got.error();
        }
        m_ended = *got == 0;
        if (m_kept.size() > kLongestLine && m_kept.find('\n') == std::string::npos) {
            m_kept.resize(kKeptOfLong);  // goes on being read, and thrown away, up to its end
        }
        if (before == 0 && m_row == 0 && m_line == 1) {
            const std::optional<ByteOrderMark> mark = byteOrderMark(m_kept);
            m_offset = mark ? mark->bytes : 0;
            m_kept.erase(0, static_cast<std::size_t>(m_offset));
        }
        return Done {};
    }

    std::unique_ptr<ByteStream> m_stream;
    std::size_t m_pieceBytes;
    std::string m_kept;
    std::int64_t m_line = 1;
    std::int64_t m_row = 0;
    std::int64_t m_offset = 0;
    bool m_ended = false;
};

using Columns = std::unordered_map<std::string, std::size_t>;

struct LinesRaw final : RowSource::Raw {
    Lines lines;
};

class JsonSource final : public RowSource {
public:
    JsonSource(std::shared_ptr<const ByteOrigin> origin, SourceShape shape, Columns columns,
               LineReader reader)
        : m_origin(std::move(origin))
        , m_shape(std::move(shape))
        , m_columns(std::move(columns))
        , m_reader(std::move(reader))
    {
    }

    [[nodiscard]] const SourceShape& shape() const override { return m_shape; }

    Result<std::unique_ptr<Raw>> nextRaw() override
    {
        while (true) {
            Result<Lines> lines = m_reader.next();
            if (!lines) {
                return lines.error();
            }
            if (lines->text.empty()) {
                return std::unique_ptr<Raw> {};
            }
            if (lines->rows > 0) {
                auto raw = std::make_unique<LinesRaw>();
                raw->lines = std::move(*lines);
                return std::unique_ptr<Raw>(std::move(raw));
            }
        }
    }

    [[nodiscard]] RowBlock parse(std::unique_ptr<Raw> raw) const override
    {
        const Lines& lines = static_cast<LinesRaw&>(*raw).lines;
        std::vector<TextRow> rows;
        rows.reserve(static_cast<std::size_t>(lines.rows));
        std::vector<RowMark> marks;
        JsonRow json;
        eachLine(lines.text, lines.firstLine, [&](std::string_view line, std::int64_t number) {
            TextRow& row = rows.emplace_back();
            row.line = number;
            row.cells.resize(m_columns.size());
            const bool isObject = json.read(line, [&](std::string_view name, std::string_view value) {
                const auto column = m_columns.find(std::string(name));
                if (column != m_columns.end()) {
                    row.cells[column->second] = value;
                }
            });
            if (!isObject) {
                row.cells = {std::string(trimmed(line))};
                marks.push_back({static_cast<std::int32_t>(rows.size() - 1), RowRule::BadJson,
                                 lines.offset + (line.data() - lines.text.data())});
            }
        });
        RowBlock block = blockOf(rows, m_columns.size(), lines.firstRow);
        block.marks = std::move(marks);
        block.bytes = lines.diskBytes;
        return block;
    }

private:
    std::shared_ptr<const ByteOrigin> m_origin;  ///< keeps bytes in memory alive
    SourceShape m_shape;
    Columns m_columns;
    LineReader m_reader;
};

/// What a look through the whole file tells.
struct Names {
    std::vector<std::string> header;
    Columns columns;
};

Result<LineReader> readerOf(const ByteOrigin& origin, bool compressed, std::size_t pieceBytes)
{
    Result<std::unique_ptr<ByteStream>> stream = openUnpacked(origin, compressed);
    return stream ? Result<LineReader>(LineReader(std::move(*stream), pieceBytes))
                  : Result<LineReader>(stream.error());
}

void addNames(std::string_view line, JsonRow& json, Names& names)
{
    json.read(line, [&](std::string_view name, std::string_view) {
        const auto [place, fresh] = names.columns.try_emplace(std::string(name), names.header.size());
        if (fresh) {
            names.header.push_back(place->first);
        }
    });
}

Result<Names> namesOf(const ByteOrigin& origin, bool compressed, std::size_t pieceBytes)
{
    Result<LineReader> reader = readerOf(origin, compressed, pieceBytes);
    if (!reader) {
        return reader.error();
    }
    Names names;
    JsonRow json;
    while (true) {
        const Result<Lines> lines = reader->next();
        if (!lines) {
            return lines.error();
        }
        if (lines->text.empty()) {
            return names;
        }
        eachLine(lines->text, lines->firstLine,
                 [&](std::string_view line, std::int64_t) { addNames(line, json, names); });
    }
}

}  // namespace

Result<std::unique_ptr<RowSource>> openJsonLines(std::shared_ptr<const ByteOrigin> origin,
                                                 const ReadOptions& options)
{
    const Result<FileFacts> facts = firstPass(*origin, Encoding::Utf8, kReadAll, "json");
    if (!facts) {
        return facts.error();
    }
    const auto pieceBytes = static_cast<std::size_t>(options.blockBytes);
    Result<Names> names = namesOf(*origin, facts->compressed, pieceBytes);
    if (!names) {
        return names.error();
    }
    if (names->header.empty()) {
        return Error {.code = ErrorCode::FileFormat, .subject = origin->name(), .value = "json"};
    }
    Result<LineReader> reader = readerOf(*origin, facts->compressed, pieceBytes);
    if (!reader) {
        return reader.error();
    }
    SourceShape shape;
    shape.format = "jsonl";
    shape.encoding = "utf-8";
    shape.header = std::move(names->header);
    shape.fileBytes = facts->diskBytes;
    shape.contentHash = facts->contentHash;
    shape.compressed = facts->compressed;
    return std::unique_ptr<RowSource>(std::make_unique<JsonSource>(
        std::move(origin), std::move(shape), std::move(names->columns), std::move(*reader)));
}

}  // namespace meitrace
