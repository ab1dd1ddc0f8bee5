// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/delimitedsource.h"

#include "models/base/text.h"
#include "models/ingest/filelayout.h"
#include "models/ingest/firstpass.h"
#include "models/ingest/passingcheck.h"
#include "models/ingest/piecerows.h"

#include <optional>
#include <string>
#include <utility>

namespace meitrace {

namespace {

struct DelimitedRaw final : RowSource::Raw {
    explicit DelimitedRaw(Piece taken)
        : piece(std::move(taken))
    {
    }

    Piece piece;
};

class DelimitedSource final : public RowSource {
public:
    DelimitedSource(std::shared_ptr<const ByteOrigin> origin, PieceReader reader, const FileFacts& facts,
                    const FileLayout& layout, const ReadLimits& limits)
        : m_origin(std::move(origin))
        , m_reader(std::move(reader))
        , m_encoding(facts.encoding)
        , m_limits(limits)
    {
        m_shape.encoding = encodingName(facts.encoding, facts.markBytes > 0);
        m_shape.delimiter = layout.delimiter;
        m_shape.fileBytes = facts.diskBytes;
        m_shape.contentHash = facts.contentHash;
        m_shape.compressed = facts.compressed;
        for (std::int64_t i = 1; i <= layout.cells; ++i) {
            m_shape.header.push_back("#" + std::to_string(i));
        }
    }

    Status readHeader()
    {
        Result<std::unique_ptr<Raw>> raw = take(1);
        if (!raw) {
            return raw.error();
        }
        if (*raw) {
            const RowBlock block = parse(std::move(*raw));
            m_shape.headerLine = block.line.front();
            m_shape.header.clear();
            for (const std::string_view cell : block.cells) {
                m_shape.header.emplace_back(trimmed(cell));
            }
        }
        m_headerRows = 1;
        return Done {};
    }

    /// check: part of the reader's stream; nullptr when the hash is known
    void hashWith(const PassingCheck* check) { m_check = check; }

    [[nodiscard]] const SourceShape& shape() const override { return m_shape; }

    Result<std::unique_ptr<Raw>> nextRaw() override { return take(std::numeric_limits<std::int64_t>::max()); }

    [[nodiscard]] RowBlock parse(std::unique_ptr<Raw> raw) const override
    {
        Piece piece = std::move(static_cast<DelimitedRaw&>(*raw).piece);
        piece.firstRow -= m_headerRows;
        const auto columns = static_cast<std::int64_t>(m_shape.header.size());
        return rowsOf(std::move(piece), m_encoding, m_shape.delimiter, columns, m_limits);
    }

private:
    Result<std::unique_ptr<Raw>> take(std::int64_t mostRows)
    {
        Result<std::optional<Piece>> piece = m_reader.next(mostRows);
        if (!piece) {
            return piece.error();
        }
        if (!piece->has_value()) {
            if (m_check != nullptr) {
                m_shape.contentHash = m_check->hash();
            }
            return std::unique_ptr<Raw> {};
        }
        return std::unique_ptr<Raw>(std::make_unique<DelimitedRaw>(std::move(**piece)));
    }

    std::shared_ptr<const ByteOrigin> m_origin;  ///< keeps bytes in memory alive
    PieceReader m_reader;
    Encoding m_encoding;
    ReadLimits m_limits;
    SourceShape m_shape;
    std::int64_t m_headerRows = 0;
    const PassingCheck* m_check = nullptr;  ///< owned by the reader
};

bool canSeparate(char delimiter)
{
    const auto byte = static_cast<unsigned char>(delimiter);
    return byte < 0x80 && delimiter != '"' && delimiter != '\r' && delimiter != '\n';
}

}  // namespace

Result<std::unique_ptr<RowSource>> openDelimited(std::shared_ptr<const ByteOrigin> origin,
                                                 const ReadOptions& options, const ReadLimits& limits)
{
    const std::optional<Encoding> wanted = encodingFromName(options.encoding);
    if (!wanted && options.encoding != "auto") {
        return Error {
            .code = ErrorCode::BadOption, .subject = "encoding", .value = shortened(options.encoding)};
    }
    if (!canSeparate(options.delimiter)) {
        return Error {.code = ErrorCode::BadOption, .subject = "delimiter"};
    }
    const Result<FileFacts> facts = firstPass(*origin, wanted, options.readOnceFrom);
    if (!facts) {
        return facts.error();
    }
    const Result<FileLayout> layout = findLayout(*origin, *facts, options.delimiter, limits);
    if (!layout) {
        return layout.error();
    }
    Result<std::unique_ptr<ByteStream>> stream = openUnpacked(*origin, facts->compressed);
    if (!stream) {
        return stream.error();
    }
    const PassingCheck* check = nullptr;
    if (!facts->isConfirmed) {
        auto checked = std::make_unique<PassingCheck>(std::move(*stream), origin->name(), true);
        check = checked.get();
        *stream = std::move(checked);
    }
    PieceOptions pieces;
    pieces.encoding = facts->encoding;
    pieces.delimiter = layout->delimiter;
    pieces.blockBytes = options.blockBytes;
    pieces.limits = limits;
    pieces.offset = layout->offset;
    pieces.line = layout->line;
    pieces.compressed = facts->compressed;
    pieces.fileBytes = facts->diskBytes;
    PieceReader reader(std::move(*stream), origin->name(), pieces);
    auto source
        = std::make_unique<DelimitedSource>(std::move(origin), std::move(reader), *facts, *layout, limits);
    source->hashWith(check);
    if (options.header) {
        if (const Status read = source->readHeader(); !read) {
            return read.error();
        }
    }
    return std::unique_ptr<RowSource>(std::move(source));
}

}  // namespace meitrace
