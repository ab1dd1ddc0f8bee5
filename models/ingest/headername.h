// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/kind.h"

#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

/// A header cell made comparable: folded, without units and remarks in brackets, marks of required columns
/// and per cent signs; blanks, underscores and dashes are one blank.
struct HeaderName {
    std::string text;
    std::string unit;      ///< what stood in the last brackets, folded
    bool generic = false;  ///< says nothing by itself, such as "amount" or "type" (domain 4.2)
};
HeaderName headerName(std::string_view header);

/// How well a name fits a field of a kind, by name alone.
struct NameMatch {
    double score = 0;  ///< 1 synonym or field name, 0.6 synonym in another kind of file, 0.5 similar, 0 none
    std::string_view reason;
};

/// Matches of a header with all fields of a kind; one element per field.
std::vector<NameMatch> nameMatches(const HeaderName& header, const KindSpec& kind);

/// In how many kinds the header is a synonym or a field: the fewer, the more it says about the kind.
int kindsKnowing(const HeaderName& header);

}  // namespace meitrace
