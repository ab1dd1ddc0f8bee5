// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/comparisons.h"

#include "models/identity/distance.h"

#include <algorithm>
#include <utility>

namespace meitrace {

namespace {

constexpr double kAlike = 0.92;  ///< Jaro-Winkler of Latin words
constexpr double kNear = 0.80;
constexpr double kAddressWords = 0.80;    ///< share of the letters that stand in common words
constexpr double kAddressLetters = 0.85;  ///< similarity by edits
constexpr std::size_t kLongWord = 4;      ///< words this long may hold a slip
constexpr std::size_t kTail = 4;
constexpr std::size_t kFullPhone = 7;

/// Bytes of the character that begins here
std::size_t characterSize(char first)
{
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0x80 ? 1 : (byte < 0xE0 ? 2 : (byte < 0xF0 ? 3 : 4));
}

/// No Jaro-Winkler similarity of two texts with these letters can be higher: a letter that the other text
/// has not finds no partner.
double mostSimilar(std::string_view a, std::string_view b, std::uint32_t lettersA, std::uint32_t lettersB)
{
    const auto left = static_cast<double>(a.size());
    const auto right = static_cast<double>(b.size());
    const double common = std::min(left - __builtin_popcount(lettersA & ~lettersB),
                                   right - __builtin_popcount(lettersB & ~lettersA));
    const double jaro = common <= 0 ? 0.0 : (common / left + common / right + 1.0) / 3.0;
    constexpr double kPrefix = 0.4;
    return a[0] == b[0] ? jaro + kPrefix * (1.0 - jaro) : jaro;
}

/// use(word) for every word of a text with one blank between words
template <typename Use>
void forWords(std::string_view text, Use use)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        use(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

/// Letters of a's words, and how many of them stand in words that b has too, a slip in a long word allowed.
std::pair<std::size_t, std::size_t> commonLetters(std::string_view a, std::string_view b)
{
    std::size_t all = 0;
    std::size_t common = 0;
    forWords(a, [&](std::string_view word) {
        bool found = false;
        forWords(b, [&](std::string_view other) {
            found = found || word == other
                || (word.size() >= kLongWord && other.size() >= kLongWord && isOneSlip(word, other));
        });
        all += word.size();
        common += found ? word.size() : 0;
    });
    return {all, common};
}

}  // namespace

std::uint32_t lettersOf(std::string_view text)
{
    std::uint32_t letters = 0;
    for (const char c : text) {
        letters |= 1U << (static_cast<unsigned char>(c) & 31U);
    }
    return letters;
}

Level compareLatin(std::string_view a, std::string_view b, std::uint32_t lettersA, std::uint32_t lettersB)
{
    if (mostSimilar(a, b, lettersA, lettersB) < kNear) {
        return Level::Different;
    }
    const double similarity = jaroWinkler(a, b);
    return similarity >= kAlike ? Level::Alike : (similarity >= kNear ? Level::Near : Level::Different);
}

Level compareDates(std::string_view a, std::string_view b)
{
    if (isOneSlip(a, b)) {
        return Level::Alike;
    }
    if (a.size() != 8 || b.size() != 8) {
        return Level::Different;
    }
    const bool sameYear = a.substr(0, 4) == b.substr(0, 4);
    if (sameYear && a.substr(4, 2) == b.substr(6, 2) && a.substr(6, 2) == b.substr(4, 2)) {
        return Level::Near;
    }
    return sameYear && a.substr(4, 2) == b.substr(4, 2) ? Level::Partial : Level::Different;
}

bool isMasked(std::string_view phone)
{
    return phone.find('*') != std::string_view::npos;
}

Level comparePhones(std::string_view a, std::string_view b)
{
    const bool anyMasked = isMasked(a) || isMasked(b);
    if (!anyMasked && a.size() >= kFullPhone && b.size() >= kFullPhone && isOneSlip(a, b)) {
        return Level::Alike;
    }
    const auto shown = [](char c) { return c != '*'; };
    if (anyMasked && a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [&](char x, char y) {
            return x == y || !shown(x) || !shown(y);
        })) {
        return Level::Near;
    }
    return a.substr(a.size() - kTail) == b.substr(b.size() - kTail) ? Level::Partial : Level::Different;
}

Level compareAddresses(std::string_view a, std::string_view b)
{
    const auto [left, leftCommon] = commonLetters(a, b);
    const auto [right, rightCommon] = commonLetters(b, a);
    const double share = static_cast<double>(leftCommon + rightCommon) / static_cast<double>(left + right);
    if (share >= kAddressWords) {
        return Level::Alike;
    }
    const auto shorter = static_cast<double>(std::min(a.size(), b.size()));
    const auto longer = static_cast<double>(std::max(a.size(), b.size()));
    const bool alike = shorter >= kAddressLetters * longer && editSimilarity(a, b) >= kAddressLetters;
    return alike ? Level::Alike : Level::Different;
}

bool isOneCharacterOff(std::string_view a, std::string_view b)
{
    int off = 0;
    while (!a.empty() && !b.empty() && off < 2) {
        const std::size_t left = std::min(a.size(), characterSize(a[0]));
        const std::size_t right = std::min(b.size(), characterSize(b[0]));
        off += a.substr(0, left) == b.substr(0, right) ? 0 : 1;
        a.remove_prefix(left);
        b.remove_prefix(right);
    }
    return a.empty() && b.empty() && off == 1;
}

}  // namespace meitrace
