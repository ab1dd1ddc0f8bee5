// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/piecerows.h"

#include "models/ingest/tokenizer.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <utility>

namespace meitrace {

namespace {

/// Something in the text that a row has to be marked for.
struct Spot {
    std::int64_t place = 0;
    RowRule rule = RowRule::None;
};

/// At most `most` bytes, whole characters, one line.
std::string_view cutText(std::string_view text, std::int64_t most)
{
    auto size = std::min(text.size(), static_cast<std::size_t>(most));
    size = std::min(size, text.find_first_of("\r\n"));
    while (size > 0 && size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) {
        --size;
    }
    return text.substr(0, size);
}

class Marker {
public:
    Marker(RowBlock& block, std::string_view text)
        : m_block(block)
        , m_text(text)
    {
    }

    /// First NUL of every row that has one; removeNuls() takes all of them out.
    void findNuls(std::vector<Spot>& spots)
    {
        std::int32_t row = 0;
        const char* const end = m_text.data() + m_text.size();
        const char* at = m_text.data();
        while (at < end) {
            at = static_cast<const char*>(std::memchr(at, '\0', static_cast<std::size_t>(end - at)));
            if (at == nullptr) {
                return;
            }
            row = rowAt(at, row);
            spots.push_back({at - m_text.data(), RowRule::NulByte});
            const std::string_view raw = m_block.raw[static_cast<std::size_t>(row)];
            at = raw.data() + raw.size();
            m_stripped.push_back(row);
        }
    }

    /// Only after mark(): rows are found by where their raw text stands.
    void removeNuls()
    {
        for (const std::int32_t row : m_stripped) {
            const auto index = static_cast<std::size_t>(row);
            auto room = static_cast<std::int64_t>(m_block.raw[index].size());
            for (std::uint32_t cell = m_block.rowStart[index]; cell < m_block.rowStart[index + 1]; ++cell) {
                room += static_cast<std::int64_t>(m_block.cells[cell].size());
            }
            m_block.storage.emplace_back(new char[static_cast<std::size_t>(room)]);
            char* to = m_block.storage.back().get();
            m_block.raw[index] = withoutNuls(m_block.raw[index], to);
            for (std::uint32_t cell = m_block.rowStart[index]; cell < m_block.rowStart[index + 1]; ++cell) {
                m_block.cells[cell] = withoutNuls(m_block.cells[cell], to);
            }
        }
    }

    /// spots: ascending by place. A row gets each rule once.
    void mark(const std::vector<Spot>& spots, SourcePlaces* places, std::int64_t offset)
    {
        std::int32_t row = 0;
        for (const Spot& spot : spots) {
            row = rowAt(m_text.data() + spot.place, row);
            const auto same = [&](const RowMark& mark) { return mark.row == row && mark.rule == spot.rule; };
            const std::size_t recent = std::min<std::size_t>(m_block.marks.size(), 3);
            if (!std::any_of(m_block.marks.end() - static_cast<std::ptrdiff_t>(recent), m_block.marks.end(),
                             same)) {
                const std::int64_t inSource = places != nullptr ? places->of(spot.place) : spot.place;
                m_block.marks.push_back({row, spot.rule, offset + inSource});
            }
        }
    }

private:
    std::int32_t rowAt(const char* place, std::int32_t row) const
    {
        while (m_block.raw[static_cast<std::size_t>(row)].data()
                   + m_block.raw[static_cast<std::size_t>(row)].size()
               <= place) {
            ++row;
        }
        return row;
    }

    static std::string_view withoutNuls(std::string_view text, char*& to)
    {
        char* const begin = to;
        to = std::copy_if(text.begin(), text.end(), to, [](char c) { return c != '\0'; });
        return {begin, static_cast<std::size_t>(to - begin)};
    }

    RowBlock& m_block;
    std::string_view m_text;
    std::vector<std::int32_t> m_stripped;
};

}  // namespace

RowBlock rowsOf(Piece piece, Encoding encoding, char delimiter, std::int64_t columns,
                const ReadLimits& limits)
{
    RowBlock block;
    block.firstRow = piece.firstRow;
    block.bytes = piece.diskBytes;
    DecodedText decoded = decode(encoding, piece.source);
    std::string_view text = decoded.text;
    if (piece.kind == Piece::Kind::RowTooLong) {
        text = cutText(text, limits.cutRow);
    }
    tokenize(text, {delimiter, piece.firstLine, piece.rows, columns}, block);
    assert(block.rows() == piece.rows);

    std::vector<Spot> spots;
    if (piece.kind != Piece::Kind::Rows) {
        const bool isTooLong = piece.kind == Piece::Kind::RowTooLong;
        spots.push_back({0, isTooLong ? RowRule::RowTooLong : RowRule::UnclosedQuote});
    }
    for (const std::int64_t place : decoded.badPlaces) {
        if (place < static_cast<std::int64_t>(text.size())) {
            spots.push_back({place, RowRule::Undecodable});
        }
    }
    Marker marker(block, text);
    marker.findNuls(spots);
    if (!spots.empty()) {
        std::stable_sort(spots.begin(), spots.end(),
                         [](const Spot& a, const Spot& b) { return a.place < b.place; });
        SourcePlaces places(encoding, piece.source);
        marker.mark(spots, decoded.storage ? &places : nullptr, piece.offset);
        marker.removeNuls();
    }
    block.storage.push_back(std::move(piece.storage));
    if (decoded.storage) {
        block.storage.push_back(std::move(decoded.storage));
    }
    return block;
}

}  // namespace meitrace
