// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/calendar.h"
#include "models/ingest/blocktotals.h"
#include "models/ingest/mapping.h"
#include "models/ingest/rowblock.h"

#include <algorithm>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

/// Something noticed in a cell: a repair, or the reason why its row was set aside.
struct CellIssue {
    std::int32_t row = 0;     ///< index inside the block
    std::int16_t field = -1;  ///< index in kind->fields; -1: the row as a whole
    RowRule rule = RowRule::None;
    std::string value;       ///< the cell as it stood, at most 40 characters
    std::string suggestion;  ///< what would be accepted, may be empty
};

/// Leaves only the elements at these places, which ascend. An empty column stays empty, a short one is filled
/// up.
template <typename T, typename Place>
void keepPlaces(std::vector<T>& values, const std::vector<Place>& places)
{
    if (values.empty()) {
        return;
    }
    if (!places.empty()) {
        values.resize(std::max(values.size(), static_cast<std::size_t>(places.back()) + 1));
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        values[i] = values[static_cast<std::size_t>(places[i])];
    }
    values.resize(places.size());
}

/// The values of one field for the kept rows of a block. Either `text` or `number` has one element per kept
/// row.
struct FieldValues {
    int field = -1;                      ///< index in kind->fields
    std::vector<std::string_view> text;  ///< normalised; empty = missing
    std::vector<std::int64_t>
        number;  ///< Time ms, Date day, Money fen, Quantity milli, Bool 0/1, codes of enumerations; kMissing
    std::vector<std::uint32_t> code;  ///< beside text for columns of few words: place of each text in words
    std::vector<std::string_view> words;  ///< the different texts; the first is the empty one
    std::vector<TimeQuality> quality;     ///< for Time
    std::vector<KeyType> key;  ///< for Phone: Phone, MaskedPhone, PhoneTail, or RawPhone (no usable number)
    std::vector<std::string_view>
        extra;  ///< for Phone: the second number of the cell; empty vector when none has one

    /// Leaves only these rows.
    template <typename Place>
    void keep(const std::vector<Place>& places)
    {
        keepPlaces(text, places);
        keepPlaces(code, places);
        keepPlaces(number, places);
        keepPlaces(quality, places);
        keepPlaces(key, places);
        keepPlaces(extra, places);
    }
};

/// The rows of a RowBlock after mapping and cleaning. Texts point into the block's storage, into `texts`, or,
/// where the mapping names them, into the plan: it has to live as long as the block.
struct CleanBlock {
    const KindSpec* kind = nullptr;
    RowBlock rows;               ///< kept alive for the texts, and for the originals
    std::vector<RowFate> fates;  ///< every row of the block: Ok, Fixed, Quarantined or Skipped
    std::vector<std::int32_t>
        kept;  ///< rows with fate Ok or Fixed, ascending; values below are in this order
    std::vector<FieldValues> fields;  ///< the mapped ones, ascending by field
    std::vector<std::uint64_t>
        content;  ///< per kept row: hash over all mapped values; equal rows of any two files agree
    std::vector<CellIssue> issues;  ///< ascending by row
    BlockTotals totals;             ///< of kinds with documents
    std::deque<std::string> texts;  ///< owns normalised texts

    /// nullptr when the field is not mapped
    [[nodiscard]] const FieldValues* find(int field) const
    {
        for (const FieldValues& values : fields) {
            if (values.field == field) {
                return &values;
            }
        }
        return nullptr;
    }
};

/// What has to be known of a whole column before its cells can be read (domain: decide per column, never per
/// cell).
struct ColumnEvidence {
    bool dayFirst = false;      ///< 30/06/2026
    bool monthFirst = false;    ///< 06/30/2026
    bool ambiguous = false;     ///< neither could be seen: rows with such dates are set aside
    bool decimalComma = false;  ///< 1 299,00
    int epochDigits = 0;        ///< 10, 13 or 16: seconds, milli- or microseconds
};

/// Everything cleanRows() needs, worked out once per file. Immutable, shared by threads.
class CleaningPlan {
public:
    /// header: of the file. evidence rows: a sample over the file for decisions per column.
    /// now: rows dated later than this plus a day are set aside where the kind lies in the past.
    /// Errors  as checkMapping; BadMapping(time zone)
    static Result<std::shared_ptr<const CleaningPlan>> make(const Mapping& mapping,
                                                            const std::vector<std::string>& header,
                                                            const Sample& evidence, const Zone& workspaceZone,
                                                            Millis now, const std::string& file);
    virtual ~CleaningPlan() = default;
    [[nodiscard]] virtual const Mapping& mapping() const = 0;
    /// Cleaning rules on the columns of the file. clean() applies them, unless the block is cooked already.
    [[nodiscard]] virtual const Recipe& recipe() const = 0;
    /// Maps and cleans one block. Called by several threads at once.
    /// Invariant: every row has a fate, and kept + quarantined + skipped = rows.
    [[nodiscard]] virtual CleanBlock clean(RowBlock rows) const = 0;
};

}  // namespace meitrace
