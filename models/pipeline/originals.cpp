// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/originals.h"

#include "models/base/platform.h"

#include <algorithm>
#include <filesystem>

namespace meitrace {

namespace {

constexpr std::size_t kBlockBytes = std::size_t {1} << 20;

ReadOptions optionsOf(const Mapping& mapping)
{
    ReadOptions options;
    options.encoding = mapping.encoding;
    options.delimiter = mapping.delimiter;
    options.header = mapping.header;
    return options;
}

Status keepWhole(Workspace& workspace, const std::string& path, std::int64_t batch)
{
    Result<platform::FileReader> reader = platform::FileReader::open(path);
    if (!reader) {
        return reader.error();
    }
    Batches batches(workspace.database());
    std::string block(kBlockBytes, '\0');
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
            return Done {};
        }
        if (Status status = batches.addOriginal(batch, number, std::string_view(block).substr(0, filled));
            !status) {
            return status;
        }
    }
}

/// Calls body(number, cells) for the wanted rows of a file; stops early once all are found.
template <typename Body>
Status visitRows(const std::string& path, const ReadOptions& options, std::vector<std::string>* header,
                 Body body)
{
    Result<std::unique_ptr<RowSource>> source = openRowSource(path, options);
    if (!source) {
        return source.error();
    }
    if (header != nullptr) {
        *header = (*source)->shape().header;
    }
    while (true) {
        Result<std::unique_ptr<RowSource::Raw>> raw = (*source)->nextRaw();
        if (!raw) {
            return raw.error();
        }
        if (*raw == nullptr) {
            return Done {};
        }
        const RowBlock block = (*source)->parse(std::move(*raw));
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

/// Kept rows of a large file: text lines of number and cells, packed into blocks.
Status keepRows(Workspace& workspace, const std::string& path, const Mapping& mapping,
                const ImportBatch& batch)
{
    const auto counts = batch.fates.counts();
    if (counts[static_cast<std::size_t>(RowFate::Ok)] == batch.fates.rows()) {
        return Done {};
    }
    Batches batches(workspace.database());
    std::vector<std::string> header;
    std::string block;
    std::int64_t number = 0;
    const auto flush = [&]() -> Status {
        Status status = block.empty() ? Status(Done {}) : batches.addOriginal(batch.id, number++, block);
        block.clear();
        return status;
    };
    Status status = visitRows(path, optionsOf(mapping), &header,
                              [&](std::int64_t row, const std::vector<std::string>& cells) -> Status {
                                  if (number == 0 && block.empty()) {
                                      block = csvLine(header);
                                  }
                                  if (row < batch.fates.rows() && batch.fates.at(row) != RowFate::Ok) {
                                      block += std::to_string(row) + "," + csvLine(cells);
                                  }
                                  return block.size() >= kBlockBytes ? flush() : Status(Done {});
                              });
    return status ? flush() : status;
}

struct TemporaryFile {
    std::string folder;
    std::string path;
    TemporaryFile() = default;
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile()
    {
        if (!folder.empty()) {
            std::error_code ignored;
            std::filesystem::remove_all(folder, ignored);
        }
    }

    Status write(const std::string& bytes, const char* name)
    {
        Result<std::string> made = platform::makeTemporaryFolder();
        if (!made) {
            return made.error();
        }
        folder = std::move(*made);
        path = folder + "/" + name;
        return platform::writeWhole(path, bytes);
    }
};

}  // namespace

std::string csvLine(const std::vector<std::string>& cells)
{
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        line += i == 0 ? "" : ",";
        if (cells[i].find_first_of(",\"\r\n") == std::string::npos
            && !(cells.size() == 1 && cells[i].empty())) {
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

Status keepOriginal(Workspace& workspace, const std::string& path, const Mapping& mapping, ImportBatch& batch)
{
    batch.wholeOriginal = batch.fileBytes <= kWholeOriginalBytes;
    return batch.wholeOriginal ? keepWhole(workspace, path, batch.id)
                               : keepRows(workspace, path, mapping, batch);
}

Result<OriginalRows> originalRows(Workspace& workspace, const ImportBatch& batch,
                                  const std::vector<std::int64_t>& rowNumbers)
{
    OriginalRows result;
    const Result<Mapping> mapping = mappingFromJson(batch.mapping, batch.fileName);
    const Result<std::string> bytes = Batches(workspace.database()).original(batch.id);
    if (!mapping || !bytes) {
        return mapping ? bytes.error() : mapping.error();
    }
    if (bytes->empty() || rowNumbers.empty()) {
        return result;
    }
    TemporaryFile file;
    if (Status status = file.write(*bytes, "original"); !status) {
        return status.error();
    }
    ReadOptions options = optionsOf(*mapping);
    if (!batch.wholeOriginal) {
        options = {};
        options.encoding = "utf-8";
        options.delimiter = ',';
        options.header = false;
    }
    const auto wanted = [&](std::int64_t number) {
        return std::binary_search(rowNumbers.begin(), rowNumbers.end(), number);
    };
    std::vector<std::string>* header = batch.wholeOriginal ? &result.header : nullptr;
    Status status = visitRows(
        file.path, options, header, [&](std::int64_t row, std::vector<std::string> cells) -> Status {
            if (batch.wholeOriginal) {
                if (wanted(row)) {
                    result.rows.push_back({row, std::move(cells)});
                }
                return Done {};
            }
            if (row == 0) {
                result.header = std::move(cells);
                return Done {};
            }
            const std::int64_t number = cells.empty() ? -1 : std::strtoll(cells.front().c_str(), nullptr, 10);
            if (wanted(number)) {
                cells.erase(cells.begin());
                result.rows.push_back({number, std::move(cells)});
            }
            return Done {};
        });
    if (!status) {
        return status.error();
    }
    return result;
}

Result<std::string> writeTemporaryRows(const OriginalRows& rows)
{
    std::string bytes = csvLine(rows.header);
    for (const OriginalRows::Row& row : rows.rows) {
        bytes += csvLine(row.cells);
    }
    Result<std::string> folder = platform::makeTemporaryFolder();
    if (!folder) {
        return folder.error();
    }
    const std::string path = *folder + "/rows.csv";
    if (Status status = platform::writeWhole(path, bytes); !status) {
        return status.error();
    }
    return path;
}

}  // namespace meitrace
