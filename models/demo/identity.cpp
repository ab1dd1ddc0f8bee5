// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/demo/identity.h"

#include "models/demo/clinicbook.h"

#include <vector>

namespace meitrace::demo {

namespace {

constexpr std::array<const char*, kHandles> kTypeNames {
    "his_no", "his_no",  "phone",           "phone",  "phone",  "phone",  "masked_phone", "wechat_id",
    "email",  "unionid", "external_userid", "openid", "device", "device", "device",       "login"};
constexpr std::array<const char*, kHandles> kTextPrefix {"",     "",   "",   "",   "",  "",  "",  "wx_",
                                                         "mail", "oU", "wm", "oP", "b", "b", "b", "u"};
constexpr std::array<std::int64_t, 3> kPhonePrefixes {164, 168, 169};
constexpr std::int64_t kBodies = 100'000'000;
constexpr std::int64_t kStride = 61'803'399;  // odd and no multiple of 5: runs through all bodies
constexpr int kTextDigits = 12;

std::uint64_t nameAt(std::uint64_t seed, int person, std::uint64_t which)
{
    return randomAt(seed ^ 0x6E616D65ULL, static_cast<std::uint64_t>(person), which);
}

}  // namespace

const char* handleTypeName(Handle handle)
{
    return kTypeNames[static_cast<std::size_t>(handle)];
}

std::int64_t phoneNumber(std::uint64_t seed, std::int64_t number)
{
    const auto start
        = static_cast<std::int64_t>(randomAt(seed, 0x70686F6EULL, 0) % static_cast<std::uint64_t>(kBodies));
    const std::int64_t body = (start + number / 3 % kBodies * kStride) % kBodies;
    return kPhonePrefixes[static_cast<std::size_t>(number % 3)] * kBodies + body;
}

std::string handleText(std::uint64_t seed, int person, Handle handle)
{
    static constexpr char kDigits[] = "0123456789abcdefghjkmnpqrstvwxyz";
    const auto stream = (static_cast<std::uint64_t>(person) << 8U) | static_cast<std::uint64_t>(handle);
    std::uint64_t bits = randomAt(seed, 0x68616E64ULL, stream);
    std::string text = kTextPrefix[static_cast<std::size_t>(handle)];
    for (int i = 0; i < kTextDigits; ++i) {
        text += kDigits[bits & 31U];
        bits >>= 5U;
    }
    return handle == Handle::Email ? text + "@mail.example" : text;
}

std::string familyName(std::uint64_t seed, int person)
{
    const std::vector<std::string>& families = words("name.families");
    return families[nameAt(seed, person, 0) % families.size()];
}

std::string personName(std::uint64_t seed, int person)
{
    const std::vector<std::string>& syllables = words("name.syllables");
    std::string name = familyName(seed, person);
    name += syllables[nameAt(seed, person, 1) % syllables.size()];
    name += syllables[nameAt(seed, person, 2) % syllables.size()];
    name += static_cast<char>('A' + nameAt(seed, person, 3) % 26);
    return name;
}

}  // namespace meitrace::demo
