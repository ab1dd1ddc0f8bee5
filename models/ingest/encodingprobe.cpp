// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/encodingprobe.h"

#include "models/ingest/characters.h"

#include <cstring>

namespace meitrace {

namespace {

enum class Rank { Neutral, Common, Rare };

Rank rankInGb18030(const unsigned char* at, std::int32_t length)
{
    if (length != 2 || at[1] < 0xA1) {
        return length == 1 ? Rank::Neutral : Rank::Rare;
    }
    if (at[0] >= 0xB0 && at[0] <= 0xD7) {
        return Rank::Common;
    }
    return at[0] >= 0xA1 && at[0] <= 0xA9 ? Rank::Neutral : Rank::Rare;
}

Rank rankInBig5(const unsigned char* at)
{
    if (at[0] >= 0xA1 && at[0] <= 0xA3) {
        return Rank::Neutral;
    }
    return at[0] >= 0xA4 && at[0] <= 0xC6 ? Rank::Common : Rank::Rare;
}

template <Encoding E>
Rank rankOf(const unsigned char* at, std::int32_t length)
{
    if constexpr (E == Encoding::Gb18030) {
        return rankInGb18030(at, length);
    } else if constexpr (E == Encoding::Big5) {
        return rankInBig5(at);
    } else {
        return Rank::Neutral;
    }
}

template <Encoding E>
void count(EncodingProbe& probe, const unsigned char* at, const Character& character)
{
    if (character.point == Character::kNone) {
        probe.badLines += probe.lineIsBad ? 0 : 1;
        probe.lineIsBad = true;
        probe.badBytes += character.length;
        return;
    }
    const Rank rank = rankOf<E>(at, character.length);
    probe.goodBytes += character.length;
    probe.common += rank == Rank::Common ? 1 : 0;
    probe.rare += rank == Rank::Rare ? 1 : 0;
}

/// At least eight bytes, the first eight of them ASCII
bool startsWithEightAscii(const unsigned char* at, const unsigned char* end)
{
    std::uint64_t eight = 0;
    if (end - at < static_cast<std::ptrdiff_t>(sizeof eight)) {
        return false;
    }
    std::memcpy(&eight, at, sizeof eight);
    return (eight & 0x8080808080808080ULL) == 0;
}

template <Encoding E>
std::int64_t addAs(EncodingProbe& probe, std::string_view bytes, bool final)
{
    constexpr std::int64_t kLongest = 4;
    const CodeTables& tables = codeTables();
    const auto* const begin = reinterpret_cast<const unsigned char*>(bytes.data());
    const unsigned char* at = begin;
    const unsigned char* const end = at + bytes.size();
    while (at < end) {
        if (!probe.lineIsBad && startsWithEightAscii(at, end)) {
            at += 8;
            continue;
        }
        if (*at < 0x80) {
            probe.lineIsBad = probe.lineIsBad && *at != '\n' && *at != '\r';
            ++at;
            continue;
        }
        if (!final && end - at < kLongest) {
            break;
        }
        const Character character = characterAt<E>(tables, at, end - at);
        count<E>(probe, at, character);
        at += character.length;
    }
    return at - begin;
}

}  // namespace

std::int64_t EncodingProbe::add(std::string_view bytes, bool final)
{
    return withEncoding(encoding, [&](auto e) { return addAs<decltype(e)::value>(*this, bytes, final); });
}

bool isPlausible(const EncodingProbe& probe)
{
    return probe.goodBytes > probe.badBytes && probe.common >= probe.rare;
}

Encoding bestEncoding(const EncodingProbe& utf8, const EncodingProbe& gb18030, const EncodingProbe& big5)
{
    const EncodingProbe* best = nullptr;
    for (const EncodingProbe* probe : {&utf8, &gb18030, &big5}) {
        if (isPlausible(*probe) && (best == nullptr || probe->badLines < best->badLines)) {
            best = probe;
        }
    }
    return best != nullptr ? best->encoding : Encoding::Windows1252;
}

}  // namespace meitrace
