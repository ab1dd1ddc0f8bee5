// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/units.h"
#include "models/domain/kind.h"
#include "models/ingest/recipe.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace meitrace {

/// Which column of a file feeds which field, and how its cells are to be read. Loaded from a mapping file, a
/// saved preset, or proposed from header and values.
struct Mapping {
    const KindSpec* kind = nullptr;

    struct Column {
        int field = -1;           ///< index in kind->fields
        std::string header;       ///< source header, or "#3" by position (1-based)
        double confidence = 1.0;  ///< 0 to 1, of a proposal
        std::string reason;  ///< "synonym", "synonym_other_kind", "similar", "values", "mapping", "preset"
    };
    std::vector<Column> columns;

    std::string timeZone;             ///< IANA; empty = the workspace's
    std::string timeFormat = "auto";  ///< auto, iso, ymd, dmy, mdy, epoch_s, epoch_ms, epoch_us, excel
    bool amountInMinor = false;       ///< amounts are whole fen
    std::string encoding = "auto";
    char delimiter = 0;  ///< 0 = found out
    bool header = true;
    std::string sheet;                              ///< of a workbook; empty = the first with rows
    std::string scope;                              ///< system whose ids these are; empty = "default"
    std::map<std::string, std::string> eventTypes;  ///< source event name -> event type code
    std::map<std::string, std::map<std::string, std::string>>
        values;                                    ///< field -> source value -> canonical value
    std::map<std::string, std::string> constants;  ///< field -> value for every row without one

    /// Rows that the mapping leaves out (fate skipped), for example cancelled invoices.
    struct SkipRule {
        std::string column;  ///< source header
        enum class Test { Empty, Equals, StartsWith, AtMost, LessThan } test = Test::Empty;
        std::string text;   ///< for Equals, StartsWith
        double number = 0;  ///< for AtMost, LessThan
    };
    std::vector<SkipRule> skip;

    std::vector<RecipeStep> recipe;  ///< cleaning rules, in the order in which they work

    std::string presetName;  ///< set when it came from a preset
};

/// A mapping file. It has no cleaning rules: those belong to the workspace.
/// Errors  BadMapping(path; line, column or key; detail), UnknownKind, UnknownField, FileMissing …
Result<Mapping> loadMapping(const std::string& path);
Result<Mapping> mappingFromJson(const std::string& json, const std::string& nameForErrors);
/// Round-trips through mappingFromJson.
std::string mappingToJson(const Mapping& mapping);

/// The header's signature: the same for files of the same shape. Presets are keyed by it.
std::string headerSignature(const std::vector<std::string>& header);

/// A few rows from the start of a file, to look at the values.
struct Sample {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
};

struct Proposal {
    Mapping mapping;                                    ///< the best kind
    std::vector<std::pair<std::string, double>> kinds;  ///< every kind with its score, best first
    bool certain = false;               ///< clear winner and every required field has a column
    std::vector<std::string> unmapped;  ///< headers that feed nothing
};

/// Proposes kind and columns from header synonyms and value evidence (domain: mapping algorithm).
/// kind: nullptr = find it.
Proposal proposeMapping(const Sample& sample, const KindSpec* kind = nullptr);

/// Checks a mapping against the header it is to be used on.
///
/// Errors  UnknownColumn, MissingField, DuplicateHeader (two columns of one name and the mapping means it, or
/// a required
///         field has no column while a name stands twice)
Status checkMapping(const Mapping& mapping, const std::vector<std::string>& header, const std::string& file);

}  // namespace meitrace
