// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/filelayout.h"

#include "models/base/text.h"
#include "models/ingest/piecerows.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace meitrace {

namespace {

constexpr std::int64_t kSampleRows = 200;
constexpr std::int64_t kSampleBlock = 64 << 10;
constexpr std::string_view kDelimiters = ",;\t|";

struct Start {
    std::int64_t offset = 0;
    std::int64_t line = 1;
    std::string text;  ///< of the line
};

struct Preamble {
    Start first;                  ///< line that is neither blank nor a comment, else the first comment
    std::optional<Start> before;  ///< the last comment before it
};

class LayoutFinder {
public:
    LayoutFinder(const ByteOrigin& origin, const FileFacts& facts, const ReadLimits& limits)
        : m_origin(origin)
        , m_facts(facts)
        , m_limits(limits)
    {
    }

    [[nodiscard]] Result<FileLayout> find(char wanted) const
    {
        const Result<Preamble> preamble = readPreamble();
        if (!preamble) {
            return preamble.error();
        }
        const Result<char> delimiter = wanted != 0 ? Result<char>(wanted) : findDelimiter(preamble->first);
        if (!delimiter) {
            return delimiter.error();
        }
        Result<std::int64_t> cells = cellsAt(preamble->first, *delimiter);
        if (!cells) {
            return cells.error();
        }
        FileLayout layout {preamble->first.offset, preamble->first.line, *delimiter, *cells};
        if (preamble->before) {
            const Result<std::int64_t> above = cellsAt(*preamble->before, *delimiter);
            if (!above) {
                return above.error();
            }
            if (isHeader(preamble->before->text, *delimiter, *above, *cells)) {
                layout = {preamble->before->offset, preamble->before->line, *delimiter, *above};
            }
        }
        return layout;
    }

private:
    static bool isHeader(std::string_view comment, char delimiter, std::int64_t cells,
                         std::int64_t cellsBelow)
    {
        const char second = comment.size() > 1 ? comment[1] : '\0';
        const bool isRemark
            = second == '\0' || second == ' ' || second == '#' || second == '-' || second == '=';
        return second == delimiter || (!isRemark && cells >= 2 && cells == cellsBelow);
    }

    [[nodiscard]] Result<PieceReader> readerAt(const Start& start, char delimiter, bool hasQuotes) const
    {
        Result<std::unique_ptr<ByteStream>> stream = openUnpacked(m_origin, m_facts.compressed);
        if (!stream) {
            return stream.error();
        }
        PieceOptions options;
        options.encoding = m_facts.encoding;
        options.delimiter = delimiter;
        options.hasQuotes = hasQuotes;
        options.blockBytes = kSampleBlock;
        options.limits = m_limits;
        options.offset = start.offset;
        options.line = start.line;
        options.compressed = m_facts.compressed;
        return PieceReader(std::move(*stream), m_origin.name(), options);
    }

    [[nodiscard]] RowBlock rows(Piece piece, char delimiter) const
    {
        return rowsOf(std::move(piece), m_facts.encoding, delimiter, 1, m_limits);
    }

    /// Line by line: a quote in a comment means nothing.
    [[nodiscard]] Result<Preamble> readPreamble() const
    {
        Result<PieceReader> reader = readerAt({m_facts.markBytes, 1, {}}, '\0', '\0');
        if (!reader) {
            return reader.error();
        }
        std::optional<Start> firstComment;
        std::optional<Start> lastComment;
        while (true) {
            Result<std::optional<Piece>> piece = reader->next(1);
            if (!piece) {
                return piece.error();
            }
            if (!piece->has_value()) {
                break;
            }
            Start start {(*piece)->offset, (*piece)->firstLine, {}};
            const RowBlock block = rows(std::move(**piece), '\0');
            start.text = std::string(block.raw.front());
            if (trimmed(start.text).empty()) {
                continue;
            }
            if (start.text[0] != '#') {
                return Preamble {start, lastComment};
            }
            firstComment = firstComment ? firstComment : start;
            lastComment = start;
        }
        if (!firstComment) {
            return Error {.code = ErrorCode::FileEmpty, .subject = m_origin.name()};
        }
        return Preamble {*firstComment, std::nullopt};
    }

    /// Numbers of cells of the first records.
    [[nodiscard]] Result<std::vector<std::int64_t>> cellCounts(const Start& start, char delimiter,
                                                               std::int64_t most) const
    {
        Result<PieceReader> reader = readerAt(start, delimiter, true);
        if (!reader) {
            return reader.error();
        }
        std::vector<std::int64_t> counts;
        while (static_cast<std::int64_t>(counts.size()) < most) {
            Result<std::optional<Piece>> piece
                = reader->next(most - static_cast<std::int64_t>(counts.size()));
            if (!piece) {
                return piece.error();
            }
            if (!piece->has_value()) {
                break;
            }
            const RowBlock block = rows(std::move(**piece), delimiter);
            for (std::size_t i = 0; i + 1 < block.rowStart.size(); ++i) {
                counts.push_back(std::int64_t {block.rowStart[i + 1]} - std::int64_t {block.rowStart[i]});
            }
        }
        return counts;
    }

    [[nodiscard]] Result<std::int64_t> cellsAt(const Start& start, char delimiter) const
    {
        const Result<std::vector<std::int64_t>> counts = cellCounts(start, delimiter, 1);
        if (!counts) {
            return counts.error();
        }
        return counts->empty() ? std::int64_t {1} : counts->front();
    }

    [[nodiscard]] Result<char> findDelimiter(const Start& start) const
    {
        char best = kDelimiters.front();
        std::pair<bool, double> bestScore {false, 0};
        for (const char delimiter : kDelimiters) {
            const Result<std::vector<std::int64_t>> counts = cellCounts(start, delimiter, kSampleRows);
            if (!counts) {
                return counts.error();
            }
            const std::pair<bool, double> score = scoreOf(*counts);
            if (score > bestScore) {
                best = delimiter;
                bestScore = score;
            }
        }
        return best;
    }

    /// Whether the number of cells is constant; and the usual number times the share of rows that have it.
    /// Nothing when the header or the usual row has one cell only.
    static std::pair<bool, double> scoreOf(const std::vector<std::int64_t>& counts)
    {
        std::map<std::int64_t, std::int64_t> rowsWith;
        for (const std::int64_t count : counts) {
            ++rowsWith[count];
        }
        const auto usual = std::max_element(rowsWith.begin(), rowsWith.end(),
                                            [](const auto& a, const auto& b) { return a.second < b.second; });
        if (counts.empty() || counts.front() < 2 || usual->first < 2) {
            return {false, 0};
        }
        const double share = static_cast<double>(usual->second) / static_cast<double>(counts.size());
        return {rowsWith.size() == 1, static_cast<double>(usual->first) * share};
    }

    const ByteOrigin& m_origin;
    const FileFacts& m_facts;
    const ReadLimits& m_limits;
};

}  // namespace

Result<FileLayout> findLayout(const ByteOrigin& origin, const FileFacts& facts, char delimiter,
                              const ReadLimits& limits)
{
    return LayoutFinder(origin, facts, limits).find(delimiter);
}

}  // namespace meitrace
