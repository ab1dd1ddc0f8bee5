// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/names.h"

#include "models/base/hash.h"
#include "models/base/text.h"
#include "models/identity/nametables.h"

#include <algorithm>
#include <array>
#include <unicode/uchar.h>
#include <vector>

namespace meitrace {

namespace {

using Points = std::u32string_view;

constexpr std::size_t kLongest = 40;  ///< code points; longer texts are no names

bool isHan(char32_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0x20000 && c <= 0x323AF);
}

bool isAsciiLetterOrDigit(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9');
}

bool isLetter(char32_t c)
{
    return c < 0x80 ? c >= U'a' && c <= U'z' : u_isalpha(static_cast<UChar32>(c)) != 0 && !isHan(c);
}

/// Code points of one folded name in a fixed buffer: most names never touch the heap.
class Folded {
public:
    explicit Folded(std::string_view text)
    {
        if (!readPlain(text)) {
            m_size = 0;
            readAny(text);
        }
    }

    /// Empty when the text is too long for a name.
    [[nodiscard]] Points points() const { return {m_points.data(), m_size}; }

private:
    void add(char32_t c)
    {
        m_points[m_size] = c;
        ++m_size;
    }

    /// ASCII and three-byte Han characters only: folding is then a matter of lower case. False for all else.
    bool readPlain(std::string_view text)
    {
        for (std::size_t i = 0; i < text.size() && m_size < kLongest;) {
            const auto byte = static_cast<unsigned char>(text[i]);
            if (byte < 0x80) {
                add(byte >= 'A' && byte <= 'Z' ? byte + 32U : byte);
                ++i;
                continue;
            }
            if ((byte & 0xF0U) != 0xE0U || i + 2 >= text.size()) {
                return false;
            }
            const char32_t c = ((byte & 0x0FU) << 12U)
                | ((static_cast<unsigned char>(text[i + 1]) & 0x3FU) << 6U)
                | (static_cast<unsigned char>(text[i + 2]) & 0x3FU);
            if (c < 0x4E00 || c > 0x9FFF) {
                return false;
            }
            add(c);
            i += 3;
        }
        dropLong();
        return true;
    }

    void readAny(std::string_view text)
    {
        for (const char32_t c : toCodePoints(folded(text))) {
            if (m_size == kLongest) {
                break;
            }
            const bool dot = c == 0x2022 || c == 0x30FB || c == 0x2027;
            add(dot ? nametables::kMiddleDot : c);
        }
        dropLong();
    }

    void dropLong()
    {
        if (m_size == kLongest) {
            m_size = 0;
        }
    }

    std::array<char32_t, kLongest> m_points {};
    std::size_t m_size = 0;
};

/// Number of characters of the surname at the start: 2, 1, or 0 when there is no Han character
std::size_t surnameLength(Points name)
{
    if (name.empty() || !isHan(name[0])) {
        return 0;
    }
    const bool isDouble = name.size() >= 2
        && std::find(nametables::kDoubleSurnames.begin(), nametables::kDoubleSurnames.end(),
                     name.substr(0, 2))
            != nametables::kDoubleSurnames.end();
    return isDouble ? 2 : 1;
}

std::uint64_t packed(Points surname)
{
    std::uint64_t result = 0;
    for (const char32_t c : surname) {
        result = (result << 21U) | c;
    }
    return result;
}

std::uint64_t hashOf(Points canonical)
{
    std::string bytes;
    bytes.reserve(canonical.size() * 4);
    for (const char32_t c : canonical) {
        for (const unsigned shift : {0U, 8U, 16U}) {
            bytes += static_cast<char>((c >> shift) & 0xFFU);
        }
    }
    const std::uint64_t hash = hash64(bytes);
    return hash == 0 ? 1 : hash;
}

bool isNickname(Points name)
{
    const bool placeholder = std::any_of(nametables::kPlaceholders.begin(), nametables::kPlaceholders.end(),
                                         [&](Points word) { return name.find(word) != Points::npos; });
    return placeholder || name[0] == nametables::kSmall || name[0] == nametables::kOld
        || (name[0] == nametables::kDear && name.size() <= 3);
}

/// The name without a form of address behind it.
Points withoutTitle(Points name)
{
    for (const Points title : nametables::kTitles) {
        if (name.size() >= title.size() && name.substr(name.size() - title.size()) == title) {
            return name.substr(0, name.size() - title.size());
        }
    }
    const std::size_t bare = surnameLength(name);
    if (name.size() == bare + 1 && nametables::kShortTitles.find(name.back()) != Points::npos) {
        return name.substr(0, bare);
    }
    return name;
}

struct HanName {
    std::size_t surname = 0;  ///< characters; 0: not known
    std::size_t full = 0;     ///< characters of the full name; 0: none
};

/// Reads Han characters, then what is behind them.
HanName readHan(Points name)
{
    if (isNickname(name)) {
        return {};
    }
    const auto han = static_cast<std::size_t>(
        std::find_if_not(name.begin(), name.end(),
                         [](char32_t c) { return isHan(c) || c == nametables::kMiddleDot; })
        - name.begin());
    const Points tail = name.substr(han);
    const Points head = name.substr(0, han);
    const std::size_t left = head.find(nametables::kSomebody);
    if (left != Points::npos || (!tail.empty() && tail[0] == U'*')) {
        const std::size_t shown = surnameLength(head.substr(0, left));
        return {shown, 0};
    }
    const Points core = withoutTitle(head);
    const std::size_t surname = surnameLength(core);
    const bool dotted = core.find(nametables::kMiddleDot) != Points::npos;
    if (surname == 0 || (core.size() > 4 && !dotted)) {
        return {};
    }
    const bool titled = core.size() < head.size();
    const bool plain = tail.size() <= 2 && std::all_of(tail.begin(), tail.end(), isAsciiLetterOrDigit);
    if (!plain && !titled && tail[0] != U'(') {
        return {};
    }
    const bool full = core.size() > surname && (tail.empty() || (plain && !titled));
    return {dotted ? 0 : surname, full ? core.size() + tail.size() : 0};
}

NameFacts hanFacts(Points name, std::size_t tokens)
{
    const HanName read = readHan(name);
    NameFacts facts;
    facts.surname = packed(name.substr(0, read.surname));
    if (read.full != 0 && tokens == 1) {
        facts.full = hashOf(name.substr(0, read.full));
    }
    return facts;
}

std::vector<Points> words(Points text)
{
    std::vector<Points> result;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of(U" ,\t", begin), text.size());
        if (end > begin) {
            result.push_back(text.substr(begin, end - begin));
        }
        begin = end + 1;
    }
    return result;
}

/// Words of a Latin full name, sorted, without forms of address; empty when it is none.
std::vector<Points> latinWords(Points text)
{
    std::vector<Points> result = words(text);
    if (!result.empty()) {
        Points first = result.front();
        if (first.back() == U'.') {
            first.remove_suffix(1);
        }
        if (std::find(nametables::kLatinTitles.begin(), nametables::kLatinTitles.end(), first)
            != nametables::kLatinTitles.end()) {
            result.erase(result.begin());
        }
    }
    const auto isWord = [](Points word) {
        return word.size() >= 2 && std::all_of(word.begin(), word.end(), [](char32_t c) {
                   return isLetter(c) || c == U'-' || c == U'\'';
               });
    };
    if (result.size() < 2 || result.size() > 5 || !std::all_of(result.begin(), result.end(), isWord)) {
        return {};
    }
    std::sort(result.begin(), result.end());
    return result;
}

NameFacts latinFacts(Points text)
{
    std::u32string canonical;
    for (const Points word : latinWords(text)) {
        canonical += word;
        canonical += U' ';
    }
    return canonical.empty() ? NameFacts {} : NameFacts {hashOf(canonical), 0, true};
}

/// Han characters with blanks between them are one name; what follows a longer first word is a remark.
NameFacts factsOf(Points text)
{
    if (std::none_of(text.begin(), text.end(), isHan)) {
        return latinFacts(text);
    }
    if (text.find_first_of(U" ,\t") == Points::npos) {
        return hanFacts(text, 1);
    }
    const std::vector<Points> parts = words(text);
    if (parts.size() > 1 && parts.front().size() == 1) {
        std::u32string joined;
        for (const Points part : parts) {
            joined += part;
        }
        return hanFacts(joined, 1);
    }
    return parts.empty() ? NameFacts {} : hanFacts(parts.front(), parts.size());
}

}  // namespace

NameFacts readName(std::string_view name)
{
    const Folded text(name);
    return text.points().empty() ? NameFacts {} : factsOf(text.points());
}

std::string surnameOf(std::string_view name)
{
    std::u32string points;
    for (std::uint64_t rest = readName(name).surname; rest != 0; rest >>= 21U) {
        points.insert(points.begin(), static_cast<char32_t>(rest & 0x1FFFFFU));
    }
    return fromCodePoints(points);
}

bool isFullName(std::string_view name)
{
    return readName(name).full != 0;
}

bool contradicts(std::string_view a, std::string_view b)
{
    const NameFacts left = readName(a);
    const NameFacts right = readName(b);
    if (left.full != 0 && right.full != 0) {
        if (left.latin == right.latin) {
            return left.full != right.full;
        }
        return !sameReading(left.latin ? b : a, left.latin ? a : b);
    }
    return left.surname != 0 && right.surname != 0 && left.surname != right.surname;
}

bool sameReading(std::string_view han, std::string_view latin)
{
    std::u32string characters = toCodePoints(han);
    characters.erase(
        std::remove_if(characters.begin(), characters.end(), [](char32_t c) { return !isHan(c); }),
        characters.end());
    const std::u32string reading = toCodePoints(pinyin(fromCodePoints(characters)));
    const Folded text(latin);
    std::vector<Points> parts = latinWords(text.points());
    if (parts.empty()) {
        return false;
    }
    // The sorted words stand for any order: a surname may come first or last, syllables may be apart.
    do {
        std::u32string joined;
        for (const Points part : parts) {
            std::copy_if(part.begin(), part.end(), std::back_inserter(joined), isLetter);
        }
        if (joined == reading) {
            return true;
        }
    } while (std::next_permutation(parts.begin(), parts.end()));
    return false;
}

}  // namespace meitrace
