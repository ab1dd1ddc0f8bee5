// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/frame/dictionary.h"

#include <cassert>

namespace meitrace {

std::uint32_t Dictionary::add(std::string_view text)
{
    if (text.empty()) {
        return 0;
    }
    if (const std::uint32_t known = find(text); known != 0) {
        return known;
    }
    const auto code = static_cast<std::uint32_t>(m_texts.size());
    m_codes.emplace(m_texts.emplace_back(text), code);
    return code;
}

void Dictionary::set(std::uint32_t code, std::string_view text)
{
    while (m_texts.size() <= code) {
        m_texts.emplace_back();
    }
    assert(m_texts[code].empty() || m_texts[code] == text);
    if (m_texts[code].empty() && !text.empty()) {
        m_texts[code] = text;
        m_codes.emplace(m_texts[code], code);
    }
}

}  // namespace meitrace
