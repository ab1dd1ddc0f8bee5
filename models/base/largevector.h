// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/platform.h"

#include <cstddef>
#include <new>
#include <utility>
#include <vector>

namespace meitrace {

/// Memory for the elements of a LargeVector: large blocks straight from the system, in huge pages where it
/// has them, since rows are taken from all over them.
template <typename T>
class LargeAllocator {
public:
    using value_type = T;  // NOLINT(readability-identifier-naming): the standard gives the name

    LargeAllocator() = default;
    template <typename U>
    explicit LargeAllocator(const LargeAllocator<U>&)
    {
    }

    [[nodiscard]] T* allocate(std::size_t count)
    {
        if (count > static_cast<std::size_t>(-1) / sizeof(T)) {
            throw std::bad_array_new_length();
        }
        const std::size_t bytes = count * sizeof(T);
        void* memory = bytes < kLarge ? ::operator new(bytes) : platform::zeroedPages(bytes);
        if (memory == nullptr) {
            throw std::bad_alloc();
        }
        return static_cast<T*>(memory);
    }

    void deallocate(T* memory, std::size_t count)
    {
        const std::size_t bytes = count * sizeof(T);
        if (bytes < kLarge) {
            ::operator delete(memory);
        } else {
            platform::releasePages(memory, bytes);
        }
    }

    /// resize() leaves new elements as the memory is: whoever makes room fills it.
    template <typename U>
    void construct(U* place)
    {
        ::new (static_cast<void*>(place)) U;
    }
    template <typename U, typename... Values>
    void construct(U* place, Values&&... values)
    {
        ::new (static_cast<void*>(place)) U(std::forward<Values>(values)...);
    }

    friend bool operator==(const LargeAllocator&, const LargeAllocator&) { return true; }

private:
    static constexpr std::size_t kLarge = std::size_t {4} << 20U;
};

/// A vector of plain numbers that may take many megabytes. resize() does not set its new elements.
template <typename T>
using LargeVector = std::vector<T, LargeAllocator<T>>;

}  // namespace meitrace
