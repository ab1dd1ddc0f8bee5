// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/originals.h"

#include "models/base/hash.h"
#include "models/base/platform.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace meitrace {

namespace {

constexpr std::size_t kBlockBytes = std::size_t {1} << 20;

Error changed(const std::string& path)
{
    return {.code = ErrorCode::FileChanged, .subject = path};
}

Status keepWhole(Workspace& workspace, const OriginalFile& file, const ImportBatch& batch)
{
    const std::string& path = file.path;
    Result<platform::FileReader> reader = platform::FileReader::open(path);
    if (!reader) {
        return reader.error();
    }
    Batches batches(workspace.database());
    std::string block(kBlockBytes, '\0');
    StreamHash hash;
    for (std::int64_t number = 0;; ++number) {
        std::size_t filled = 0;
        while (filled < kBlockBytes) {
            const Result<std::int64_t> got
                = reader->read(block.data() + filled, static_cast<std::int64_t>(kBlockBytes - filled));
            if (!got) {
                return got.error();
            }
            if (*got == 0) {
                break;
            }
            filled += static_cast<std::size_t>(*got);
        }
        if (filled == 0) {
            return tableHash(hash.hex(), file.mapping.sheet) == batch.contentHash ? Status(Done {})
                                                                                  : Status(changed(path));
        }
        const std::string_view bytes = std::string_view(block).substr(0, filled);
        hash.add(bytes);
        if (Status status = batches.addOriginal(batch.id, number, bytes); !status) {
            return status;
        }
    }
}

/// Calls body(number, cells) for every row of a file.
template <typename Body>
Status visitRows(RowSource& source, Body body)
{
    while (true) {
        Result<std::unique_ptr<RowSource::Raw>> raw = source.nextRaw();
        if (!raw) {
            return raw.error();
        }
        if (*raw == nullptr) {
            return Done {};
        }
        const RowBlock block = source.parse(std::move(*raw));
        for (std::int32_t row = 0; row < block.rows(); ++row) {
            const auto at = static_cast<std::size_t>(row);
            std::vector<std::string> cells(block.cells.begin() + block.rowStart[at],
                                           block.cells.begin() + block.rowStart[at + 1]);
            if (Status status = body(block.firstRow + row, std::move(cells)); !status) {
                return status;
            }
        }
    }
}

/// Kept rows of a large file as lines of text: first how many rows were sampled and the header, then number
/// and cells of each row.
Status keepRows(Workspace& workspace, const OriginalFile& file, const ImportBatch& batch)
{
    const auto counts = batch.fates.counts();
    if (counts[static_cast<std::size_t>(RowFate::Ok)] == batch.fates.rows()) {
        return Done {};
    }
    Result<std::unique_ptr<RowSource>> source = openRowSource(file.path, readOptions(file.mapping));
    if (!source) {
        return source.error();
    }
    const SourceShape& shape = (*source)->shape();
    if (shape.contentHash != batch.contentHash) {
        return changed(file.path);
    }
    Batches batches(workspace.database());
    std::vector<std::string> line {std::to_string(file.sampledRows)};
    line.insert(line.end(), shape.header.begin(), shape.header.end());
    std::string block = csvLine(line);
    std::int64_t number = 0;
    const auto flush = [&]() -> Status {
        Status status = block.empty() ? Status(Done {}) : batches.addOriginal(batch.id, number++, block);
        block.clear();
        return status;
    };
    Status status
        = visitRows(**source, [&](std::int64_t row, const std::vector<std::string>& cells) -> Status {
              const bool wanted = row < batch.fates.rows()
                  && (row < file.sampledRows || batch.fates.at(row) != RowFate::Ok);
              if (wanted) {
                  block += std::to_string(row) + "," + csvLine(cells);
              }
              return block.size() >= kBlockBytes ? flush() : Status(Done {});
          });
    return status ? flush() : status;
}

/// Writes a file into a temporary folder and returns its path.
Result<std::string> writeInto(const TemporaryFolder& folder, const std::string& bytes, std::string_view name)
{
    std::string path = folder.path(name);
    const Status written = platform::writeWhole(path, bytes);
    return written ? Result<std::string>(std::move(path)) : Result<std::string>(written.error());
}

ReadOptions keptRowsOptions()
{
    ReadOptions options;
    options.encoding = "utf-8";
    options.delimiter = ',';
    options.header = false;
    return options;
}

/// Rows that were kept one by one.
struct KeptRows {
    std::int64_t sampledRows = 0;
    OriginalRows original;
};

/// wanted(number): whether a row is to be read
template <typename Wanted>
Result<KeptRows> readKeptRows(const std::string& path, Wanted wanted)
{
    Result<std::unique_ptr<RowSource>> source = openRowSource(path, keptRowsOptions());
    if (!source) {
        return source.error();
    }
    KeptRows kept;
    Status status = visitRows(**source, [&](std::int64_t row, std::vector<std::string> cells) -> Status {
        const std::int64_t number = cells.empty() ? -1 : std::strtoll(cells.front().c_str(), nullptr, 10);
        if (row != 0 && !wanted(number)) {
            return Done {};
        }
        cells.erase(cells.begin());
        if (row == 0) {
            kept.sampledRows = number;
            kept.original.header = std::move(cells);
        } else {
            kept.original.rows.push_back({number, std::move(cells)});
        }
        return Done {};
    });
    return status ? Result<KeptRows>(std::move(kept)) : Result<KeptRows>(status.error());
}

}  // namespace

std::string csvLine(const std::vector<std::string>& cells)
{
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        line += i == 0 ? "" : ",";
        const bool starts = i == 0 && (cells[i].empty() || cells[i][0] == '#' || cells[i][0] == ' ');
        if (!starts && cells[i].find_first_of(",\"\r\n") == std::string::npos) {
            line += cells[i];
            continue;
        }
        line += '"';
        for (const char c : cells[i]) {
            line += c;
            if (c == '"') {
                line += '"';
            }
        }
        line += '"';
    }
    return line + "\n";
}

Status keepOriginal(Workspace& workspace, const OriginalFile& file, ImportBatch& batch)
{
    batch.wholeOriginal = batch.fileBytes <= kWholeOriginalBytes;
    return batch.wholeOriginal ? keepWhole(workspace, file, batch) : keepRows(workspace, file, batch);
}

Result<OriginalRows> originalRows(Workspace& workspace, const ImportBatch& batch,
                                  const std::vector<std::int64_t>& rowNumbers)
{
    const Result<Mapping> mapping = mappingFromJson(batch.mapping, batch.fileName);
    const Result<std::string> bytes = Batches(workspace.database()).original(batch.id);
    if (!mapping || !bytes) {
        return mapping ? bytes.error() : mapping.error();
    }
    OriginalRows result;
    if (bytes->empty() || rowNumbers.empty()) {
        return result;
    }
    const Result<TemporaryFolder> folder = TemporaryFolder::make();
    if (!folder) {
        return folder.error();
    }
    const Result<std::string> path = writeInto(*folder, *bytes, "original");
    if (!path) {
        return path.error();
    }
    const auto wanted = [&](std::int64_t number) {
        return std::binary_search(rowNumbers.begin(), rowNumbers.end(), number);
    };
    if (!batch.wholeOriginal) {
        Result<KeptRows> kept = readKeptRows(*path, wanted);
        return kept ? Result<OriginalRows>(std::move(kept->original)) : Result<OriginalRows>(kept.error());
    }
    Result<std::unique_ptr<RowSource>> source = openRowSource(*path, readOptions(*mapping));
    if (!source) {
        return source.error();
    }
    result.header = (*source)->shape().header;
    Status status = visitRows(**source, [&](std::int64_t row, std::vector<std::string> cells) -> Status {
        if (wanted(row)) {
            result.rows.push_back({row, std::move(cells)});
        }
        return Done {};
    });
    return status ? Result<OriginalRows>(std::move(result)) : Result<OriginalRows>(status.error());
}

Result<std::optional<KeptFile>> openKept(Workspace& workspace, const ImportBatch& batch)
{
    Result<Mapping> mapping = mappingFromJson(batch.mapping, batch.fileName);
    const Result<std::string> bytes = Batches(workspace.database()).original(batch.id);
    if (!mapping || !bytes) {
        return mapping ? bytes.error() : mapping.error();
    }
    if (bytes->empty()) {
        return std::optional<KeptFile>();
    }
    Result<TemporaryFolder> folder = TemporaryFolder::make();
    if (!folder) {
        return folder.error();
    }
    KeptFile kept;
    kept.folder = *std::move(folder);
    Result<std::string> path
        = writeInto(kept.folder, *bytes, batch.wholeOriginal ? batch.fileName.c_str() : "original");
    ReadOptions options = readOptions(*mapping);
    if (path && !batch.wholeOriginal) {
        Result<KeptRows> rows = readKeptRows(*path, [](std::int64_t) { return true; });
        if (!rows) {
            return rows.error();
        }
        std::string text = csvLine(rows->original.header);
        for (const OriginalRows::Row& row : rows->original.rows) {
            kept.numbers.push_back(row.number);
            if (row.number < rows->sampledRows) {
                kept.evidence.rows.push_back(row.cells);
            }
            text += csvLine(row.cells);
        }
        path = writeInto(kept.folder, text, "rows.csv");
        options = keptRowsOptions();
        options.header = true;
    }
    if (!path) {
        return path.error();
    }
    Result<std::unique_ptr<RowSource>> source = openRowSource(*path, options);
    if (!source) {
        return source.error();
    }
    kept.file.mapping = std::move(*mapping);
    kept.file.source = std::move(*source);
    if (Status status = readFirst(kept.file); !status) {
        return status.error();
    }
    if (batch.wholeOriginal) {
        kept.evidence = sampleRows(kept.file);
    }
    kept.evidence.header = kept.file.source->shape().header;
    return std::optional<KeptFile>(std::move(kept));
}

Status writeRows(const OriginalRows& rows, const std::string& path)
{
    std::string bytes = csvLine(rows.header);
    for (const OriginalRows::Row& row : rows.rows) {
        bytes += csvLine(row.cells);
    }
    return platform::writeWhole(path, bytes);
}

}  // namespace meitrace
