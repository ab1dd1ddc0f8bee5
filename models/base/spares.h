// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <utility>
#include <vector>

namespace meitrace {

/// Work space that threads hand on to each other, so that its memory is asked for once. Safe to share.
template <typename T>
class Spares {
public:
    /// One that was given back, with whatever it holds, or a new one.
    [[nodiscard]] T take()
    {
        const std::lock_guard lock(m_mutex);
        if (m_spares.empty()) {
            return T();
        }
        T spare = std::move(m_spares.back());
        m_spares.pop_back();
        return spare;
    }

    void give(T&& spare)
    {
        const std::lock_guard lock(m_mutex);
        m_spares.push_back(std::move(spare));
    }

private:
    std::mutex m_mutex;
    std::vector<T> m_spares;
};

}  // namespace meitrace
