// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/demo/cliniccalendar.h"

#include <array>
#include <cstdint>
#include <string>

namespace meitrace::demo {

/// Everything by which a system may know a person. The order is that of the names in truth files.
enum class Handle : std::uint8_t {
    Chart,
    SecondChart,
    Phone,
    SecondPhone,  ///< on the second chart
    SparePhone,
    RelayPhone,  ///< of a platform: not the person's own
    MaskedPhone,
    WechatId,
    Email,
    UnionId,
    WecomId,
    OpenId,
    Browser1,
    Browser2,
    Browser3,
    LoginId
};
inline constexpr std::size_t kHandles = 16;

/// What the handle is called in the store ("his_no", "phone", "device", …).
const char* handleTypeName(Handle handle);

/// Planted on a person's identity (T4, T5).
enum class Trap : std::uint8_t {
    None,
    Relative,  ///< carries the phone of a relative
    Hub,       ///< carries the clinic's hotline
    Recycled,  ///< got a number that somebody else had before
    Twin       ///< the masked form of the number equals that of another
};

/// Why somebody has two charts.
enum class SecondChart : std::uint8_t { None, SamePhone, UnionOnly, NameAndBirth };

enum class Consent : std::uint8_t { Wechat, Sms, Email, Profiling, ThirdParty };
inline constexpr std::size_t kConsents = 5;

/// The handles of one person. Numbers, not texts: a million persons stay small.
struct Identity {
    std::int64_t phone = 0;        ///< 11 digits
    std::int64_t spare = 0;        ///< second number on the chart; 0 = none
    std::int64_t secondPhone = 0;  ///< of the second chart; 0 = none
    std::int64_t relay = 0;        ///< number the lead came with; 0 = the own one
    int chart = 0;                 ///< number of the chart, 1-based over the clinic; 0 = none
    int second = 0;
    Second chartAt = 0;
    Second secondAt = 0;  ///< documents from here on carry the second chart
    int partner = -1;     ///< the other person of a trap
    SecondChart secondKind = SecondChart::None;
    Trap trap = Trap::None;
    std::uint8_t browsers = 0;
    bool masked = false;  ///< the lead shows the phone masked
    bool wechatId = false;
    bool email = false;
    bool unionId = false;
    bool wecom = false;
    bool openId = false;
    bool login = false;
    bool minor = false, pregnant = false, otherFlag = false;
    bool withdrawn = false, doNotContact = false;
    bool hub = false;         ///< refers many others (T10)
    bool sourceLost = false;  ///< the front desk wrote "walked in" over the source (Q35)
    std::array<bool, kConsents> consents {};
    std::uint32_t seen = 0;  ///< bit per Handle: it stands in a written file

    void mark(Handle handle) { seen |= 1U << static_cast<unsigned>(handle); }
    [[nodiscard]] bool has(Handle handle) const
    {
        return (seen & (1U << static_cast<unsigned>(handle))) != 0;
    }
};

/// 11 digits, prefix 164, 168 or 169: believed unallocated, so that nobody is ever called. Different for
/// different numbers.
std::int64_t phoneNumber(std::uint64_t seed, std::int64_t number);
/// Letters and digits, the same for ever for (seed, person, handle).
std::string handleText(std::uint64_t seed, int person, Handle handle);
/// Family name, two syllables and a letter: means nobody.
std::string personName(std::uint64_t seed, int person);
/// The family name alone
std::string familyName(std::uint64_t seed, int person);

struct World;

/// Gives every person of the world handles, traps, consents, flags and referrers. Shares of charted persons
/// are exact.
void drawIdentities(World& world);

}  // namespace meitrace::demo
