// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/demo/democlinic.h"
#include "models/demo/dirt.h"
#include "models/demo/rowfile.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace meitrace::demo {

/// Columns of one file, from resources/demo/layouts.csv.
struct Layout {
    std::string name;  ///< of the file; {part} is replaced
    std::string kind;
    CsvFormat format;
    std::vector<std::string> fields;
    std::vector<std::string> headers;
};
const Layout& layoutOf(std::string_view key);

/// A row of a file that is not simply ok.
struct PlantedRow {
    std::int64_t line = 0;  ///< 1-based physical line
    std::string quirk;
    RowFate fate = RowFate::Ok;
};

/// The planted rows of all files, by file name, in the order of the lines.
using PlantedRows = std::map<std::string, std::vector<PlantedRow>>;

/// One file that is being written: cells by field, dirt on the way out, every planted row noted.
class Sheet {
public:
    /// part: stands for {part} in the file's name.  Errors  FileUnwritable, DiskFull
    static Result<Sheet> create(const std::string& folder, std::string_view layout, std::uint64_t seed,
                                PlantedRows& planted, std::string_view part = {});

    /// A field that is not put stays empty. Fields are quickest in the order of the columns.
    void put(std::string_view field, std::string_view value);
    void put(std::string_view field, std::int64_t value);
    /// Fen as yuan with two decimals
    void putMoney(std::string_view field, std::int64_t fen);
    /// Seconds as "2026-06-30 14:05:09"; nothing for 0
    void putTime(std::string_view field, std::int64_t second);
    /// Seconds as "2026/06/30 14:05:09"
    void putSlashTime(std::string_view field, std::int64_t second);
    /// "2026-06-30"
    void putDate(std::string_view field, std::int32_t day);
    /// The row in hand is special by itself: no dirt on it, and it is noted when the fate is not ok.
    void note(std::string_view quirk, RowFate fate);
    /// A quirk that the row's meaning carries; noted as ok unless dirt falls on the row.
    void remark(std::string_view quirk) { m_remark = quirk; }
    /// Row number: the same row in another file has the same. Errors  FileUnwritable, DiskFull
    Status endRow(std::uint64_t rowNumber);
    /// Rows that the last endRow() wrote: two where dirt added one. A system's totals count both.
    [[nodiscard]] int rowsOfLast() const { return m_rowsOfLast; }
    /// The row in hand has been in an earlier file of the same import: whatever else it is, it is a
    /// duplicate.
    void repeatsEarlierFile() { m_repeats = true; }
    Status repeatHeader();
    /// Does so before one row in kHeaderEvery.
    Status repeatHeaderBefore(std::size_t row);
    void blankLine() { m_writer.blankLine(); }
    /// Puts the file into its place.
    Status finish(DemoFiles& files, bool truth = false);

private:
    explicit Sheet(RowFile writer);
    Status write(std::string_view quirk, RowFate fate);
    std::string& cell(std::string_view field);

    RowFile m_writer;
    std::unique_ptr<Dirt> m_dirt;
    const Layout* m_layout = nullptr;
    std::string m_path;
    std::vector<PlantedRow>* m_planted = nullptr;
    std::vector<std::string> m_cells;
    std::size_t m_cursor = 0;
    std::string m_noteQuirk;
    std::string m_remark;
    RowFate m_noteFate = RowFate::Ok;
    bool m_noted = false;
    bool m_repeats = false;
    int m_rowsOfLast = 0;
    std::int64_t m_rows = 0;
};

/// "2026-06-30 14:05:09"
void appendTime(std::string& text, std::int64_t second);
void appendDate(std::string& text, std::int32_t day);

}  // namespace meitrace::demo
