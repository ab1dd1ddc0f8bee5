// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/phonechunk.h"

#include "models/ingest/celltext.h"
#include "models/ingest/words.h"

#include <algorithm>

namespace meitrace::phonetext {

bool isMobile(std::string_view digits)
{
    return digits.size() == kMobileDigits && digits[0] == '1' && digits[1] >= '3' && digits[1] <= '9'
        && digits.find('*') == std::string_view::npos;
}

namespace {

bool isHidden(std::string_view text, std::size_t at)
{
    const char c = text[at];
    if (c == '*') {
        return true;
    }
    // 138xxxx5678: crosses only between digits or crosses.
    return c == 'x' && at > 0 && (isDigit(text[at - 1]) || text[at - 1] == 'x') && at + 1 < text.size()
        && (isDigit(text[at + 1]) || text[at + 1] == 'x')
        && text.substr(at > 2 ? at - 2 : 0, 5).find("xx") != std::string_view::npos;
}

/// Length of a separator that may stand inside one number, 0 when the number ends here.
std::size_t joiner(std::string_view text, std::size_t at)
{
    std::size_t i = at;
    while (i < text.size()
           && (text[i] == ' ' || text[i] == '-' || text[i] == '.' || text[i] == '(' || text[i] == ')')) {
        ++i;
    }
    return i < text.size() && i > at && (isDigit(text[i]) || isHidden(text, i)) ? i - at : 0;
}

std::size_t readChunk(std::string_view text, std::size_t at, Chunk& chunk)
{
    while (at < text.size()) {
        const bool hidden = isHidden(text, at);
        if (hidden || isDigit(text[at])) {
            if (chunk.size == chunk.bytes.size()) {
                chunk.size = chunk.bytes.size();
                ++at;
                continue;
            }
            chunk.bytes[chunk.size++] = hidden ? '*' : text[at];
            chunk.hidden += hidden ? 1 : 0;
            ++chunk.lastGroup;
            ++at;
            continue;
        }
        const std::size_t gap = joiner(text, at);
        // Two whole numbers one after the other are two numbers; what stands in brackets is a remark.
        const bool complete = isMobile(chunk.text())
            && (text.size() - at - gap >= kMobileDigits
                || text.substr(at, gap).find('(') != std::string_view::npos);
        if (gap == 0 || complete) {
            break;
        }
        chunk.dashed = text.substr(at, gap) == "-";
        chunk.lastGroup = 0;
        at += gap;
    }
    return at;
}

}  // namespace

Chunks split(std::string_view text)
{
    static const WordTable& extensions = wordTable("phone_ext");
    Chunks chunks;
    bool extension = false;
    bool plus = false;
    for (std::size_t at = 0; at < text.size();) {
        if (isDigit(text[at]) || isHidden(text, at)) {
            if (chunks.count == chunks.all.size()) {
                chunks.tooMany = true;
                break;
            }
            Chunk& chunk = chunks.all[chunks.count++];
            chunk.extension = extension;
            chunk.plus = plus;
            at = readChunk(text, at, chunk);
            chunk.extension &= chunk.size <= kMostExtension;
            extension = false;
            plus = false;
            continue;
        }
        const WordTable::Word* word = chunks.count == 0 ? nullptr : extensions.longestPrefix(text.substr(at));
        const std::size_t size = word == nullptr ? 1 : word->text.size();
        const std::size_t next = text.find_first_not_of(" .:-", at + size);
        extension |= word != nullptr && next != std::string_view::npos && isDigit(text[next]);
        plus = text[at] == '+' || (plus && text[at] == ' ');
        at += size;
    }
    return chunks;
}

}  // namespace meitrace::phonetext
