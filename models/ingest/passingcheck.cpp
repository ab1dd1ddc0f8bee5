// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/passingcheck.h"

#include <simdjson.h>

namespace meitrace {

namespace {

constexpr std::int64_t kLongestCharacter = 4;

bool isTail(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

}  // namespace

std::int64_t wholeCharacters(std::string_view bytes)
{
    const auto size = static_cast<std::int64_t>(bytes.size());
    for (std::int64_t back = 1; back < kLongestCharacter && back <= size; ++back) {
        const auto byte = static_cast<unsigned char>(bytes[static_cast<std::size_t>(size - back)]);
        if (byte < 0x80) {
            return size;
        }
        if (byte >= 0xC0) {
            return size - back;
        }
    }
    return size;
}

bool PassingCheck::isUtf8(std::string_view bytes, bool final)
{
    if (!m_cut.empty()) {
        std::size_t rest = 0;
        while (rest < bytes.size() && m_cut.size() < kLongestCharacter && isTail(bytes[rest])) {
            m_cut += bytes[rest++];
        }
        if (rest == bytes.size() && !final) {
            return true;  // still not whole
        }
        if (!simdjson::validate_utf8(m_cut)) {
            return false;
        }
        m_cut.clear();
        bytes.remove_prefix(rest);
    }
    const auto whole
        = static_cast<std::size_t>(final ? static_cast<std::int64_t>(bytes.size()) : wholeCharacters(bytes));
    m_cut = bytes.substr(whole);
    return simdjson::validate_utf8(bytes.data(), whole);
}

Result<std::int64_t> PassingCheck::read(char* buffer, std::int64_t count)
{
    Result<std::int64_t> got = m_source->read(buffer, count);
    if (!got) {
        return got;
    }
    const std::string_view bytes(buffer, static_cast<std::size_t>(*got));
    m_hash.add(bytes);
    m_bytes += *got;
    if (m_mustBeUtf8 && !isUtf8(bytes, *got == 0 && count > 0)) {
        return Error {.code = ErrorCode::EncodingDoubtful, .subject = m_name};
    }
    return got;
}

}  // namespace meitrace
