// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/piecereader.h"

#include "models/ingest/bytescan.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace meitrace {

namespace {

constexpr std::int64_t kMostGrowth = 8 << 20;

std::unique_ptr<char[]> paddedCopy(std::string_view bytes, std::int64_t capacity)
{
    std::unique_ptr<char[]> copy(new char[static_cast<std::size_t>(capacity + kScanPadding)]);
    std::memcpy(copy.get(), bytes.data(), bytes.size());
    std::memset(copy.get() + bytes.size(), 0, static_cast<std::size_t>(kScanPadding));
    return copy;
}

constexpr bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

}  // namespace

PieceReader::PieceReader(std::unique_ptr<ByteStream> stream, std::string name, const PieceOptions& options)
    : m_stream(std::move(stream))
    , m_name(std::move(name))
    , m_options(options)
    , m_scanner(options.delimiter, options.hasQuotes, options.limits.openQuote)
    , m_hasOutline(needsOutline(options.encoding, options.delimiter))
    , m_isWide(options.encoding == Encoding::Utf16Le || options.encoding == Encoding::Utf16Be)
    , m_line(options.line)
    , m_offset(options.offset)
{
    m_options.blockBytes = std::clamp<std::int64_t>(options.blockBytes, 1, options.limits.row);
}

std::string_view PieceReader::window() const
{
    return {m_bytes.get() + m_begin, static_cast<std::size_t>(m_end - m_begin)};
}

/// The window as the scanner sees it.
std::string_view PieceReader::text() const
{
    if (!m_hasOutline) {
        return window();
    }
    return {m_outline.data() + m_outlineBegin, static_cast<std::size_t>(m_outlineEnd - m_outlineBegin)};
}

std::int64_t PieceReader::sourceBytes(std::int64_t textBytes) const
{
    return m_isWide ? std::min(2 * textBytes, m_end - m_begin) : textBytes;
}

Status PieceReader::skipToOffset()
{
    m_started = true;
    std::vector<char> waste(static_cast<std::size_t>(std::min<std::int64_t>(m_offset, 1 << 16)));
    for (std::int64_t left = m_offset; left > 0;) {
        const std::int64_t wanted = std::min(left, static_cast<std::int64_t>(waste.size()));
        const Result<std::int64_t> got = readFully(*m_stream, waste.data(), wanted);
        if (!got) {
            return got.error();
        }
        if (*got < wanted) {
            break;
        }
        left -= wanted;
    }
    return Done {};
}

/// Makes the window larger by a block, or twice as large when that is more.
Status PieceReader::fill()
{
    if (!m_started) {
        if (Status skipped = skipToOffset(); !skipped) {
            return skipped;
        }
    }
    const std::int64_t kept = m_end - m_begin;
    const std::int64_t more = std::max(m_options.blockBytes, std::min(kept, kMostGrowth));
    std::unique_ptr<char[]> grown(new char[static_cast<std::size_t>(kept + more + kScanPadding)]);
    if (kept > 0) {
        std::memcpy(grown.get(), m_bytes.get() + m_begin, static_cast<std::size_t>(kept));
    }
    const Result<std::int64_t> got = readFully(*m_stream, grown.get() + kept, more);
    if (!got) {
        return got.error();
    }
    m_isFinal = *got < more;
    m_bytes = std::move(grown);
    m_begin = 0;
    m_end = kept + *got;
    std::memset(m_bytes.get() + m_end, 0, static_cast<std::size_t>(kScanPadding));
    const std::int64_t taken = m_stream->diskBytes();
    if (m_options.fileBytes >= 0
        && (taken > m_options.fileBytes || (m_isFinal && taken != m_options.fileBytes))) {
        return Error {.code = ErrorCode::FileChanged, .subject = m_name};
    }
    if (m_hasOutline) {
        m_outline.resize(static_cast<std::size_t>(m_end + kScanPadding));
        m_outlineBegin = 0;
        m_outlineEnd = makeOutline(m_options.encoding, window(), m_isFinal, m_outline.data()).size;
    }
    return Done {};
}

/// Without any quote every line end is a row end.
PieceReader::Found PieceReader::findLines() const
{
    const std::string_view all = text();
    auto size = static_cast<std::int64_t>(all.size());
    if (!m_isFinal) {
        // A CR at the very end may be half a line end.
        size -= size > 0 && all[static_cast<std::size_t>(size - 1)] == '\r' ? 1 : 0;
        while (size > 0 && !isLineEnd(all[static_cast<std::size_t>(size - 1)])) {
            --size;
        }
    }
    LineCount lines;
    lines.add(all.data(), size);
    const bool hasOpenLine = size > 0 && !isLineEnd(all[static_cast<std::size_t>(size - 1)]);
    return {Piece::Kind::Rows, size, size, lines.filledLines() + (hasOpenLine ? 1 : 0)};
}

PieceReader::Found PieceReader::findRows(std::int64_t mostRows)
{
    const std::string_view all = text();
    const auto size = static_cast<std::int64_t>(all.size());
    const bool hasQuotes = m_options.hasQuotes && std::memchr(all.data(), '"', all.size()) != nullptr;
    if (!hasQuotes && size <= m_options.limits.row && mostRows == std::numeric_limits<std::int64_t>::max()) {
        return findLines();
    }
    Found found;
    m_scanner.setWindow(all, m_isFinal);
    while (found.size < size && found.rows < mostRows) {
        const std::int64_t at = found.size;
        m_scanner.start(at);
        const RecordScanner::Outcome outcome = m_scanner.scan();
        if (outcome == RecordScanner::Outcome::More) {
            break;
        }
        const bool isTooLong = m_scanner.end() - at > m_options.limits.row;
        if (isTooLong || outcome == RecordScanner::Outcome::UnclosedQuote) {
            if (at > 0) {
                break;
            }
            const Piece::Kind kind = isTooLong ? Piece::Kind::RowTooLong : Piece::Kind::UnclosedQuote;
            return {kind, m_scanner.next(), m_scanner.end(), 1};
        }
        found.rows += m_scanner.end() > at ? 1 : 0;
        found.size = m_scanner.next();
        found.end = m_scanner.end();
    }
    return found;
}

/// Moves the window's begin over rows that were taken.
void PieceReader::drop(std::int64_t textBytes)
{
    LineCount lines;
    lines.add(text().data(), textBytes);
    m_line += lines.lineEnds();
    const std::int64_t bytes = sourceBytes(textBytes);
    m_offset += bytes;
    m_begin += bytes;
    m_outlineBegin += m_hasOutline ? textBytes : 0;
}

Piece PieceReader::cutRow()
{
    // At most two bytes of source per byte of text, and one whole character more.
    const std::int64_t size = std::min(2 * m_options.limits.cutRow + 4, m_end - m_begin);
    Piece piece;
    piece.kind = Piece::Kind::RowTooLong;
    piece.storage = paddedCopy(window().substr(0, static_cast<std::size_t>(size)), size);
    piece.source = {piece.storage.get(), static_cast<std::size_t>(size)};
    piece.rows = 1;
    piece.firstRow = m_row;
    piece.firstLine = m_line;
    piece.offset = m_offset;
    return piece;
}

Piece PieceReader::take(const Found& found)
{
    Piece piece;
    if (found.kind == Piece::Kind::RowTooLong) {
        piece = cutRow();
        drop(found.size);
    } else {
        piece.kind = found.kind;
        piece.rows = found.rows;
        piece.firstRow = m_row;
        piece.firstLine = m_line;
        piece.offset = m_offset;
        // A single bad row goes without its line end, so that it is one row however it is read.
        const std::int64_t bytes = sourceBytes(found.kind == Piece::Kind::Rows ? found.size : found.end);
        const std::int64_t begin = m_begin;
        drop(found.size);
        if (2 * bytes >= m_end - begin) {
            piece.storage = std::exchange(m_bytes, paddedCopy(window(), m_end - m_begin));
            piece.source = {piece.storage.get() + begin, static_cast<std::size_t>(bytes)};
            m_end -= m_begin;
            m_begin = 0;
        } else {
            piece.storage = paddedCopy({m_bytes.get() + begin, static_cast<std::size_t>(bytes)}, bytes);
            piece.source = {piece.storage.get(), static_cast<std::size_t>(bytes)};
        }
    }
    m_row += found.rows;
    piece.diskBytes = m_options.compressed ? m_stream->diskBytes() : m_offset;
    return piece;
}

/// The row in the window is longer than the limit: keeps its beginning and reads over the rest.
Result<std::optional<Piece>> PieceReader::skipLongRow()
{
    Piece piece = cutRow();
    LineCount lines;
    RecordScanner::Outcome outcome = RecordScanner::Outcome::More;
    while (outcome == RecordScanner::Outcome::More) {
        const std::int64_t unneeded = m_scanner.needed();
        lines.add(text().data(), unneeded);
        m_scanner.slide(unneeded);
        m_offset += sourceBytes(unneeded);
        m_begin += sourceBytes(unneeded);
        if (const Status filled = fill(); !filled) {
            return filled.error();
        }
        m_scanner.setWindow(text(), m_isFinal);
        m_scanner.resume();
        outcome = m_scanner.scan();
    }
    lines.add(text().data(), m_scanner.next());
    m_line += lines.lineEnds();
    const std::int64_t rest = sourceBytes(m_scanner.next());
    m_offset += rest;
    m_begin += rest;
    m_outlineBegin += m_hasOutline ? m_scanner.next() : 0;
    ++m_row;
    piece.diskBytes = m_options.compressed ? m_stream->diskBytes() : m_offset;
    return std::optional<Piece>(std::move(piece));
}

Result<std::optional<Piece>> PieceReader::next(std::int64_t mostRows)
{
    while (true) {
        if (m_begin < m_end) {
            const Found found = findRows(mostRows);
            if (found.rows > 0) {
                return std::optional<Piece>(take(found));
            }
            if (found.size > 0) {
                drop(found.size);  // blank lines
                continue;
            }
        }
        if (m_isFinal && m_begin == m_end) {
            return std::optional<Piece> {};
        }
        const std::int64_t limit = m_options.limits.row;
        if (static_cast<std::int64_t>(text().size()) > limit && m_scanner.needed() > limit) {
            return skipLongRow();
        }
        if (const Status filled = fill(); !filled) {
            return filled.error();
        }
    }
}

}  // namespace meitrace
