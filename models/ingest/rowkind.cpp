// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/rowkind.h"

#include "models/base/text.h"
#include "models/ingest/celltext.h"

#include <algorithm>

namespace meitrace {

namespace {

constexpr std::size_t kLongestTotalCell = 48;

// First bytes of blanks that are not ASCII.
constexpr char kNoBreak = '\xC2';
constexpr char kZeroWidth = '\xE2';
constexpr char kWide = '\xE3';
constexpr char kMark = '\xEF';

}  // namespace

bool mayBeginBlank(char first)
{
    return isLow(first) || first == kNoBreak || first == kWide || first == kZeroWidth || first == kMark;
}

bool isBlankCell(std::string_view cell)
{
    return mayBeginBlank(cell.empty() ? ' ' : cell.front()) && trimmed(cell).empty();
}

bool isBlankRow(const std::string_view* cells, std::size_t count)
{
    return std::all_of(cells, cells + count, isBlankCell);
}

bool isHeaderRow(const std::string_view* cells, std::size_t count, const std::vector<std::string>& header)
{
    if (header.empty() || count < header.size() || cells[0].size() < header[0].size()) {
        return false;
    }
    if (!header[0].empty() && !isLow(cells[0].front()) && cells[0].front() != header[0].front()) {
        return false;  // nearly every row
    }
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (trimmed(cells[i]) != header[i]) {
            return false;
        }
    }
    return true;
}

/// "Total", "Subtotal (30)", and the same in Chinese; words of that script may have something behind them.
const WordTable::Word* totalWord(std::string_view cell)
{
    static const WordTable& words = wordTable("total");
    cell = !cell.empty() && (isLow(cell.front()) || cell.front() == kWide) ? trimmed(cell) : cell;
    if (cell.empty() || cell.size() > kLongestTotalCell || !words.mayBegin(cell)) {
        return nullptr;
    }
    FoldedCell uniform;
    if (!uniform.fold(cell)) {
        return nullptr;
    }
    std::string text(uniform.text());
    if (!isAscii(text)) {
        text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
        return words.longestPrefix(text);
    }
    while (!text.empty() && (text.back() == ':' || text.back() == ' ')) {
        text.pop_back();
    }
    return words.find(text);
}

const WordTable::Word* totalWordOf(const std::string_view* cells, std::size_t count, std::size_t& at)
{
    at = 0;
    while (at < count && isBlankCell(cells[at])) {
        ++at;
    }
    return at == count ? nullptr : totalWord(cells[at]);
}

bool isDataRow(const std::string_view* cells, std::size_t count, const std::vector<std::string>& header)
{
    std::size_t at = 0;
    return count > 0 && !isBlankRow(cells, count) && !isHeaderRow(cells, count, header)
        && totalWordOf(cells, count, at) == nullptr;
}

}  // namespace meitrace
