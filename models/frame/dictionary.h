// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace meitrace {

/// Texts by code. Code 0 is "missing" and stands for the empty text. Codes may have holes (own event types
/// start at 1000).
class Dictionary {
public:
    Dictionary() { m_texts.emplace_back(); }
    Dictionary(const Dictionary&) = delete;
    Dictionary& operator=(const Dictionary&) = delete;
    Dictionary(Dictionary&&) = default;
    Dictionary& operator=(Dictionary&&) = default;
    ~Dictionary() = default;

    /// One more than the highest code
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_texts.size()); }
    /// Empty for code 0, holes and codes beyond the end
    [[nodiscard]] std::string_view text(std::uint32_t code) const
    {
        return code < m_texts.size() ? std::string_view(m_texts[code]) : std::string_view();
    }
    /// 0 when unknown
    [[nodiscard]] std::uint32_t find(std::string_view text) const
    {
        const auto found = m_codes.find(text);
        return found == m_codes.end() ? 0 : found->second;
    }
    /// The code of a text, a new one behind the last where it is new. Empty text is 0.
    std::uint32_t add(std::string_view text);
    /// Puts a text at a given code; the code must be free or hold the same text.
    void set(std::uint32_t code, std::string_view text);

private:
    std::deque<std::string> m_texts;  // a deque never moves its texts, so the views in m_codes stay valid
    std::unordered_map<std::string_view, std::uint32_t> m_codes;
};

}  // namespace meitrace
