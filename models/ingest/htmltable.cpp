// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/htmltable.h"

#include "models/base/text.h"
#include "models/ingest/bytescan.h"
#include "models/ingest/encoding.h"
#include "models/ingest/firstpass.h"
#include "models/ingest/textrows.h"

#include <algorithm>
#include <charconv>
#include <libxml/HTMLparser.h>
#include <limits>
#include <map>
#include <string>
#include <utility>

namespace meitrace {

namespace {

constexpr std::int64_t kMostBytes = std::int64_t {256} << 20;
constexpr std::int64_t kReadAll = std::numeric_limits<std::int64_t>::max();
constexpr int kMostSpan = 1'000;

struct Table {
    std::vector<TextRow> rows;
    std::size_t cells = 0;
};

/// Blanks and line ends in a row become one blank, as a browser shows them; a hard blank is kept.
std::string shown(std::string_view text)
{
    std::string out;
    bool blank = false;
    for (const char c : text) {
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            blank = !out.empty();
            continue;
        }
        if (blank) {
            out += ' ';
            blank = false;
        }
        out += c;
    }
    return std::string(trimmed(out));
}

/// Told by the parser what stands on the page.
class TableReader {
public:
    void open(std::string_view name, const xmlChar** attributes, std::int64_t line)
    {
        if (name == "table") {
            closeRow();
            m_open.emplace_back();
        } else if (m_open.empty()) {
            return;
        } else if (name == "tr") {
            closeRow();
            m_row.line = line;
            m_inRow = true;
        } else if ((name == "td" || name == "th") && m_inRow) {
            closeCell();
            m_inCell = true;
            m_across = spanOf(attributes, "colspan");
            m_down = spanOf(attributes, "rowspan");
        } else if (name == "br" && m_inCell) {
            m_text += ' ';
        }
    }

    void close(std::string_view name)
    {
        if (m_open.empty()) {
            return;
        }
        if (name == "td" || name == "th") {
            closeCell();
        } else if (name == "tr") {
            closeRow();
        } else if (name == "table") {
            closeRow();
            keepLargest(std::move(m_open.back()));
            m_open.pop_back();
            m_above.clear();
        }
    }

    void text(std::string_view piece)
    {
        if (m_inCell) {
            m_text.append(piece);
        }
    }

    /// After the end of the page.
    std::vector<TextRow> take()
    {
        while (!m_open.empty()) {
            close("table");
        }
        return std::move(m_largest.rows);
    }

private:
    static int spanOf(const xmlChar** attributes, std::string_view wanted)
    {
        int span = 1;
        for (const xmlChar** pair = attributes; pair != nullptr && *pair != nullptr; pair += 2) {
            if (reinterpret_cast<const char*>(pair[0]) == wanted && pair[1] != nullptr) {
                const std::string_view text = reinterpret_cast<const char*>(pair[1]);
                std::from_chars(text.data(), text.data() + text.size(), span);
            }
        }
        return std::clamp(span, 1, kMostSpan);
    }

    void closeCell()
    {
        if (!m_inCell) {
            return;
        }
        m_inCell = false;
        while (m_above.contains(m_row.cells.size())) {
            m_row.cells.emplace_back();
        }
        const std::size_t at = m_row.cells.size();
        m_row.cells.push_back(shown(m_text));
        m_row.cells.resize(at + static_cast<std::size_t>(m_across));
        for (std::size_t i = at; i < m_row.cells.size() && m_down > 1; ++i) {
            m_below[i] = m_down - 1;
        }
        m_text.clear();
    }

    void closeRow()
    {
        closeCell();
        if (!m_inRow) {
            return;
        }
        m_inRow = false;
        for (auto above = m_above.begin(); above != m_above.end();) {
            above = --above->second <= 0 ? m_above.erase(above) : std::next(above);
        }
        m_above.merge(m_below);
        m_below.clear();
        if (!m_open.empty() && !m_row.isBlank()) {
            m_open.back().cells += m_row.cells.size();
            m_open.back().rows.push_back(std::move(m_row));
        }
        m_row = TextRow();
    }

    void keepLargest(Table table)
    {
        if (table.cells > m_largest.cells) {
            m_largest = std::move(table);
        }
    }

    std::vector<Table> m_open;  ///< a table may stand in a cell of another
    Table m_largest;
    TextRow m_row;
    std::string m_text;
    std::map<std::size_t, int> m_above;  ///< by column: rows that a cell of a row above still fills
    std::map<std::size_t, int> m_below;  ///< the same, of cells of this row
    int m_across = 1;
    int m_down = 1;
    bool m_inRow = false;
    bool m_inCell = false;
};

struct Calls {
    static void start(void* user, const xmlChar* name, const xmlChar** attributes)
    {
        auto& self = *static_cast<Calls*>(user);
        self.reader.open(reinterpret_cast<const char*>(name), attributes, xmlSAX2GetLineNumber(self.parser));
    }
    static void end(void* user, const xmlChar* name)
    {
        static_cast<Calls*>(user)->reader.close(reinterpret_cast<const char*>(name));
    }
    static void text(void* user, const xmlChar* text, int size)
    {
        static_cast<Calls*>(user)->reader.text(
            {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
    }

    TableReader reader;
    htmlParserCtxtPtr parser = nullptr;
};

std::vector<TextRow> rowsOf(std::string_view page)
{
    htmlSAXHandler handler {};
    handler.startElement = &Calls::start;
    handler.endElement = &Calls::end;
    handler.characters = &Calls::text;
    handler.cdataBlock = &Calls::text;
    Calls calls;
    calls.parser = htmlCreatePushParserCtxt(&handler, &calls, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8);
    if (calls.parser == nullptr) {
        return {};
    }
    // The page is text by now, whatever it says of its encoding.
    htmlCtxtUseOptions(calls.parser, HTML_PARSE_IGNORE_ENC | HTML_PARSE_NONET | HTML_PARSE_RECOVER);
    constexpr std::size_t kPiece = std::size_t {64} << 10U;
    while (!page.empty()) {
        const std::size_t size = std::min(kPiece, page.size());
        htmlParseChunk(calls.parser, page.data(), static_cast<int>(size), 0);
        page.remove_prefix(size);
    }
    htmlParseChunk(calls.parser, nullptr, 0, 1);
    htmlFreeParserCtxt(calls.parser);
    return calls.reader.take();
}

struct TableRaw final : RowSource::Raw {
    RowBlock block;
};

class HtmlSource final : public RowSource {
public:
    HtmlSource(SourceShape shape, std::vector<TextRow> rows)
        : m_shape(std::move(shape))
        , m_rows(std::move(rows))
    {
    }

    [[nodiscard]] const SourceShape& shape() const override { return m_shape; }

    Result<std::unique_ptr<Raw>> nextRaw() override
    {
        if (m_next == m_rows.size()) {
            return std::unique_ptr<Raw> {};
        }
        const std::size_t end = std::min(m_rows.size(), m_next + kBlockRows);
        const std::vector<TextRow> rows(
            std::make_move_iterator(m_rows.begin() + static_cast<std::ptrdiff_t>(m_next)),
            std::make_move_iterator(m_rows.begin() + static_cast<std::ptrdiff_t>(end)));
        auto raw = std::make_unique<TableRaw>();
        raw->block = blockOf(rows, m_shape.header.size(), static_cast<std::int64_t>(m_next));
        m_next = end;
        raw->block.bytes
            = m_shape.fileBytes * static_cast<std::int64_t>(end) / static_cast<std::int64_t>(m_rows.size());
        return std::unique_ptr<Raw>(std::move(raw));
    }

    [[nodiscard]] RowBlock parse(std::unique_ptr<Raw> raw) const override
    {
        return std::move(static_cast<TableRaw&>(*raw).block);
    }

private:
    SourceShape m_shape;
    std::vector<TextRow> m_rows;
    std::size_t m_next = 0;
};

Result<std::string> pageOf(const ByteOrigin& origin, bool compressed)
{
    Result<std::unique_ptr<ByteStream>> stream = openUnpacked(origin, compressed);
    if (!stream) {
        return stream.error();
    }
    std::string page;
    std::string piece(std::size_t {1} << 18U, '\0');
    while (true) {
        const Result<std::int64_t> got
            = (*stream)->read(piece.data(), static_cast<std::int64_t>(piece.size()));
        if (!got) {
            return got.error();
        }
        if (*got == 0) {
            return page;
        }
        page.append(piece, 0, static_cast<std::size_t>(*got));
        if (static_cast<std::int64_t>(page.size()) > kMostBytes) {
            return Error {.code = ErrorCode::FileFormat, .subject = origin.name(), .value = "html-large"};
        }
    }
}

/// Takes the header, and what stands above it, from the rows.
void takeHeader(std::vector<TextRow>& rows, bool wanted, SourceShape& shape)
{
    const auto looked = static_cast<std::ptrdiff_t>(std::min(kHeaderRows, rows.size()));
    const std::vector<TextRow> first(rows.begin(), rows.begin() + looked);
    nameColumns(first, wanted, shape);
    if (wanted) {
        rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(headerAmong(first)) + 1);
    }
}

}  // namespace

Result<std::unique_ptr<RowSource>> openHtmlTable(std::shared_ptr<const ByteOrigin> origin,
                                                 const ReadOptions& options)
{
    const std::optional<Encoding> wanted = encodingFromName(options.encoding);
    if (!wanted && options.encoding != "auto") {
        return Error {
            .code = ErrorCode::BadOption, .subject = "encoding", .value = shortened(options.encoding)};
    }
    const Result<FileFacts> facts = firstPass(*origin, wanted, kReadAll, "html");
    if (!facts) {
        return facts.error();
    }
    Result<std::string> page = pageOf(*origin, facts->compressed);
    if (!page) {
        return page.error();
    }
    page->erase(0, static_cast<std::size_t>(facts->markBytes));
    const std::size_t size = page->size();
    page->append(static_cast<std::size_t>(kScanPadding), '\0');
    const DecodedText text = decode(facts->encoding, std::string_view(*page).substr(0, size));
    std::vector<TextRow> rows = rowsOf(text.text);
    if (rows.empty()) {
        return Error {.code = ErrorCode::FileFormat, .subject = origin->name(), .value = "html"};
    }
    SourceShape shape;
    shape.format = "html";
    shape.encoding = encodingName(facts->encoding, facts->markBytes > 0);
    shape.fileBytes = facts->diskBytes;
    shape.contentHash = facts->contentHash;
    shape.compressed = facts->compressed;
    takeHeader(rows, options.header, shape);
    return std::unique_ptr<RowSource>(std::make_unique<HtmlSource>(std::move(shape), std::move(rows)));
}

}  // namespace meitrace
