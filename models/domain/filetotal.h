// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace meitrace {

/// What the numbers of one field come to over some rows, in the unit of the field. Sums saturate.
struct FigureSum {
    std::int64_t taken = 0;   ///< over the rows that were taken
    std::int64_t left = 0;    ///< over those that were set aside or left out by a rule of the mapping
    std::int64_t unread = 0;  ///< rows of the latter in which no number could be read
    std::int64_t again = 0;   ///< of taken: rows that say once more what another one says

    /// Over all rows, taken or not.
    [[nodiscard]] std::int64_t all() const;
    FigureSum& operator+=(const FigureSum& other);
    FigureSum& operator-=(const FigureSum& other);
    friend FigureSum operator-(FigureSum a, const FigureSum& b) { return a -= b; }
    bool operator==(const FigureSum&) const = default;
};

/// A figure that a file states in a total line, beside what its rows come to.
struct FileTotal {
    std::int64_t line = 0;  ///< 1-based physical line
    std::string label;      ///< the word the line begins with
    std::string field;      ///< canonical name
    bool whole = true;      ///< over the whole file so far; else since the total line before
    std::int64_t stated = 0;
    FigureSum rows;

    /// The rows come to the figure once repeated ones are left out.
    [[nodiscard]] bool agreesWithoutRepeats() const;
    /// What the rows come to; without the repeated ones where the figure agrees so.
    [[nodiscard]] std::int64_t given() const;
    /// What the file's figure has more than that.
    [[nodiscard]] std::int64_t difference() const;
};

}  // namespace meitrace
