// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/clinic.h"
#include "models/domain/person.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

/// What can name the person in a file for a channel.
struct ExportIdentifier {
    std::string_view code;
    std::optional<KeyType> key;  ///< none: the customer's One-ID code
};
/// The ways to name people on a channel, the usual one first. Full phone numbers go only where the number
/// itself is what reaches the person.
std::vector<ExportIdentifier> exportIdentifiers(ConsentChannel channel);

/// A column beside the identifier. health: says something about treatments or the body; a cell of it is
/// filled only for people who agreed to the use of health data.
struct ExportField {
    std::string_view code;
    bool health = false;
};
std::span<const ExportField> exportFields();
/// Columns that a file for a channel has when nobody asks for others: the name to merge, and none for
/// advertising platforms.
std::vector<std::string> usualColumns(ConsentChannel channel);

/// Identifier of each customer of the snapshot, empty where there is none.
/// Errors  those of the store
Result<std::vector<std::string>> identifierColumn(Clinic& clinic, const ExportIdentifier& identifier,
                                                  Job& job);

/// The cells of some columns for single customers.
class ExportCells {
public:
    /// moment: at which consent to the use of health data is judged.
    /// Errors  BadOption(columns; value: the column): no such column, or given twice; those of loading
    static Result<ExportCells> prepare(Clinic& clinic, const std::vector<std::string>& columns,
                                       ConsentChannel channel, Millis moment, Job& job);

    /// Whether a health column stands empty for this customer.
    [[nodiscard]] bool isHidden(std::size_t column, Index customer) const;
    [[nodiscard]] std::string cell(std::size_t column, Index customer) const;
    /// The first health column; empty = none was asked for.
    [[nodiscard]] std::string_view healthColumn() const;

private:
    struct Column {
        ExportField field;
        std::function<std::string(Index)> value;
    };

    SnapshotPtr m_snapshot;
    std::vector<Column> m_columns;
    Bitset m_health;  ///< agreed to the use of health data
};

/// People who bought or were treated as one of the clinic's own: rows marked so by the till.
Result<Bitset> internalPeople(Clinic& clinic, Job& job);

}  // namespace meitrace
