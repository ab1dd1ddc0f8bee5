// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <utility>

namespace meitrace {

/// Zeroed memory straight from the system, for tables of many megabytes: costs address space only until it is
/// touched, and goes back at once. Throws std::bad_alloc.
class LargeBuffer {
public:
    LargeBuffer() = default;
    LargeBuffer(LargeBuffer&& other) noexcept
        : m_data(std::exchange(other.m_data, nullptr))
        , m_size(std::exchange(other.m_size, 0))
    {
    }
    LargeBuffer& operator=(LargeBuffer&& other) noexcept
    {
        std::swap(m_data, other.m_data);
        std::swap(m_size, other.m_size);
        return *this;
    }
    LargeBuffer(const LargeBuffer&) = delete;
    LargeBuffer& operator=(const LargeBuffer&) = delete;
    explicit LargeBuffer(std::size_t bytes);
    ~LargeBuffer();

    [[nodiscard]] char* data() { return m_data; }
    [[nodiscard]] const char* data() const { return m_data; }
    [[nodiscard]] std::size_t size() const { return m_size; }

private:
    char* m_data = nullptr;
    std::size_t m_size = 0;
};

}  // namespace meitrace
