// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace meitrace {

/// What the name of an item says beside the item itself.
struct ItemText {
    std::string name;        ///< folded, without what stands below
    std::string inBrackets;  ///< what stood in brackets and says nothing of the below
    int sessions = 0;        ///< "5 sessions", "x5", the 3 of "buy 3 get 1"; 0: not said
    int bonusSessions = 0;   ///< the 1 of "buy 3 get 1"
    bool isTrial = false;    ///< a trial treatment
    bool isFirst = false;    ///< for new customers only
    bool isMember = false;   ///< a members' price
    bool isGift = false;     ///< given for nothing
};

/// Takes the name of an item apart as systems write it: brackets, numbers of sessions, offers. The words are
/// those of resources/domain/item_words.csv.
/// Cost  some microseconds a name: call it per different name, not per row
ItemText readItemText(std::string_view raw);

/// A word for a whole category ("filler 1 ml") that stands in the text, as its category; the longest wins.
/// Empty when there is none.
std::string_view genericCategory(std::string_view foldedName);

}  // namespace meitrace
