// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/workbooksource.h"

#include "models/base/text.h"
#include "models/ingest/sheetreader.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <utility>

namespace meitrace {

namespace {

struct WorkbookRaw final : RowSource::Raw {
    RowBlock block;
};

class WorkbookSource final : public RowSource {
public:
    WorkbookSource(ZipArchive archive, Workbook book)
        : m_archive(std::move(archive))
        , m_book(std::move(book))
    {
    }

    /// Finds the sheet and its header. False when the sheet has no row.
    Result<bool> begin(std::size_t sheet, const ReadOptions& options)
    {
        Result<SheetReader> reader = SheetReader::open(m_archive, m_book, sheet);
        if (!reader) {
            return reader.error();
        }
        m_reader.emplace(std::move(*reader));
        m_waiting.clear();
        m_ended = false;
        if (Status status = fill(kHeaderRows); !status) {
            return status.error();
        }
        if (m_waiting.empty()) {
            return false;
        }
        m_shape.sheet = m_book.sheets[sheet].name;
        takeHeader(options.header);
        return true;
    }

    void describe(std::int64_t fileBytes, std::string contentHash)
    {
        m_shape.format = "xlsx";
        m_shape.encoding = "utf-8";
        m_shape.fileBytes = fileBytes;
        m_shape.contentHash = std::move(contentHash);
        for (const Workbook::Sheet& sheet : m_book.sheets) {
            if (!sheet.hidden) {
                m_shape.sheets.push_back(sheet.name);
            }
        }
    }

    [[nodiscard]] const std::vector<Workbook::Sheet>& sheets() const { return m_book.sheets; }
    [[nodiscard]] const SourceShape& shape() const override { return m_shape; }

    Result<std::unique_ptr<Raw>> nextRaw() override
    {
        if (Status status = fill(kBlockRows); !status) {
            return status.error();
        }
        if (m_waiting.empty()) {
            return std::unique_ptr<Raw> {};
        }
        const auto count = static_cast<std::ptrdiff_t>(std::min(kBlockRows, m_waiting.size()));
        const std::vector<TextRow> rows(std::make_move_iterator(m_waiting.begin()),
                                        std::make_move_iterator(m_waiting.begin() + count));
        m_waiting.erase(m_waiting.begin(), m_waiting.begin() + count);
        auto raw = std::make_unique<WorkbookRaw>();
        raw->block = blockOf(rows, m_shape.header.size(), m_nextRow);
        m_nextRow += count;
        const double share = m_waiting.empty() && m_ended ? 1.0 : m_reader->share();
        raw->block.bytes = static_cast<std::int64_t>(share * static_cast<double>(m_shape.fileBytes));
        return std::unique_ptr<Raw>(std::move(raw));
    }

    [[nodiscard]] RowBlock parse(std::unique_ptr<Raw> raw) const override
    {
        return std::move(static_cast<WorkbookRaw&>(*raw).block);
    }

private:
    /// Reads until so many rows wait or the sheet ends.
    Status fill(std::size_t rows)
    {
        while (m_waiting.size() < rows && !m_ended) {
            Result<std::vector<TextRow>> more = m_reader->next();
            if (!more) {
                return more.error();
            }
            m_ended = more->empty();
            std::move(more->begin(), more->end(), std::back_inserter(m_waiting));
        }
        return Done {};
    }

    void takeHeader(bool wanted)
    {
        const auto looked = static_cast<std::ptrdiff_t>(std::min(kHeaderRows, m_waiting.size()));
        const std::vector<TextRow> first(m_waiting.begin(), m_waiting.begin() + looked);
        nameColumns(first, wanted, m_shape);
        if (!wanted) {
            return;
        }
        const auto at = static_cast<std::ptrdiff_t>(headerAmong(first));
        m_waiting.erase(m_waiting.begin(), m_waiting.begin() + at + 1);
    }

    ZipArchive m_archive;
    Workbook m_book;
    SourceShape m_shape;
    std::optional<SheetReader> m_reader;  ///< looks at the archive and the book
    std::deque<TextRow> m_waiting;
    std::int64_t m_nextRow = 0;
    bool m_ended = false;
};

}  // namespace

Result<std::unique_ptr<RowSource>> openWorkbook(ZipArchive archive, const ReadOptions& options,
                                                std::int64_t fileBytes, const std::string& fileHash)
{
    Result<Workbook> book = readWorkbook(archive);
    if (!book) {
        return book.error();
    }
    const std::string name = archive.name();
    auto source = std::make_unique<WorkbookSource>(std::move(archive), std::move(*book));
    source->describe(fileBytes, tableHash(fileHash, options.sheet));
    const std::vector<Workbook::Sheet>& sheets = source->sheets();
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const bool wanted = options.sheet.empty() ? !sheets[i].hidden : sheets[i].name == options.sheet;
        if (!wanted) {
            continue;
        }
        const Result<bool> begun = source->begin(i, options);
        if (!begun) {
            return begun.error();
        }
        if (*begun) {
            return std::unique_ptr<RowSource>(std::move(source));
        }
    }
    return Error {.code = ErrorCode::FileFormat,
                  .subject = name,
                  .value = options.sheet.empty() ? "xlsx-empty" : "xlsx-sheet"};
}

}  // namespace meitrace
