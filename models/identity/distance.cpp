// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/distance.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <vector>

namespace meitrace {

namespace {

constexpr std::size_t kWord = 64;
constexpr std::size_t kLongestPrefix = 4;
constexpr double kPrefixWeight = 0.1;

using Bits = std::uint64_t;

constexpr Bits bitAt(std::size_t place)
{
    return Bits {1} << place;
}

std::size_t byteOf(char c)
{
    return static_cast<unsigned char>(c);
}

/// a has 1 to 64 bytes: one bit of a word stands for each.
int distanceByBits(std::string_view a, std::string_view b)
{
    std::array<Bits, 256> places {};
    for (std::size_t i = 0; i < a.size(); ++i) {
        places[byteOf(a[i])] |= bitAt(i);
    }
    Bits up = ~Bits {0};
    Bits down = 0;
    auto distance = static_cast<int>(a.size());
    const Bits last = bitAt(a.size() - 1);
    for (const char c : b) {
        const Bits equal = places[byteOf(c)];
        const Bits zero = (((equal & up) + up) ^ up) | equal | down;
        Bits right = down | ~(zero | up);
        const Bits left = up & zero;
        distance += (right & last) != 0 ? 1 : 0;
        distance -= (left & last) != 0 ? 1 : 0;
        right = (right << 1U) | 1U;
        up = (left << 1U) | ~(zero | right);
        down = right & zero;
    }
    return distance;
}

int distanceByRows(std::string_view a, std::string_view b)
{
    std::vector<int> row(a.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (std::size_t j = 0; j < b.size(); ++j) {
        int corner = row[0];
        row[0] = static_cast<int>(j) + 1;
        for (std::size_t i = 0; i < a.size(); ++i) {
            const int above = row[i + 1];
            row[i + 1] = std::min({above + 1, row[i] + 1, corner + (a[i] == b[j] ? 0 : 1)});
            corner = above;
        }
    }
    return row.back();
}

/// Bytes of a that find an equal byte of b near them; which ones is left in the two masks.
std::size_t findCommon(std::string_view a, std::string_view b, std::array<bool, kWord>& inA,
                       std::array<bool, kWord>& inB)
{
    const std::size_t half = std::max(a.size(), b.size()) / 2;
    const std::size_t reach = half > 0 ? half - 1 : 0;
    std::size_t common = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::size_t from = i > reach ? i - reach : 0;
        const std::size_t to = std::min(b.size(), i + reach + 1);
        for (std::size_t j = from; j < to; ++j) {
            if (!inB[j] && a[i] == b[j]) {
                inA[i] = true;
                inB[j] = true;
                ++common;
                break;
            }
        }
    }
    return common;
}

}  // namespace

int editDistance(std::string_view a, std::string_view b)
{
    if (a.size() > b.size()) {
        std::swap(a, b);
    }
    if (a.empty()) {
        return static_cast<int>(b.size());
    }
    return a.size() <= kWord ? distanceByBits(a, b) : distanceByRows(a, b);
}

double editSimilarity(std::string_view a, std::string_view b)
{
    const std::size_t longest = std::max(a.size(), b.size());
    return longest == 0 ? 1.0 : 1.0 - static_cast<double>(editDistance(a, b)) / static_cast<double>(longest);
}

bool isOneSlip(std::string_view a, std::string_view b)
{
    if (a.size() > b.size()) {
        std::swap(a, b);
    }
    if (b.size() - a.size() > 1) {
        return false;
    }
    const auto parting = std::mismatch(a.begin(), a.end(), b.begin());
    const auto at = static_cast<std::size_t>(parting.first - a.begin());
    if (a.size() < b.size()) {
        return a.substr(at) == b.substr(at + 1);
    }
    if (at == a.size()) {
        return false;
    }
    const bool swapped = at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at]
        && a.substr(at + 2) == b.substr(at + 2);
    return swapped || a.substr(at + 1) == b.substr(at + 1);
}

double jaroWinkler(std::string_view a, std::string_view b)
{
    a = a.substr(0, kWord);
    b = b.substr(0, kWord);
    if (a == b) {
        return 1.0;
    }
    std::array<bool, kWord> inA {};
    std::array<bool, kWord> inB {};
    const std::size_t common = findCommon(a, b, inA, inB);
    if (common == 0) {
        return 0.0;
    }
    std::size_t moved = 0;
    std::size_t j = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (inA[i]) {
            while (!inB[j]) {
                ++j;
            }
            moved += a[i] == b[j] ? 0 : 1;
            ++j;
        }
    }
    const auto shared = static_cast<double>(common);
    const std::size_t swapped = moved / 2;
    const double jaro = (shared / static_cast<double>(a.size()) + shared / static_cast<double>(b.size())
                         + (shared - static_cast<double>(swapped)) / shared)
        / 3.0;
    const auto prefix = static_cast<std::size_t>(
        std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())),
                      b.begin())
            .first
        - a.begin());
    return jaro + static_cast<double>(std::min(prefix, kLongestPrefix)) * kPrefixWeight * (1.0 - jaro);
}

}  // namespace meitrace
