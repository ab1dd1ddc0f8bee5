// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/largebuffer.h"

#include "models/base/platform.h"

#include <new>

namespace meitrace {

LargeBuffer::LargeBuffer(std::size_t bytes)
    : m_data(static_cast<char*>(platform::zeroedPages(bytes)))
    , m_size(bytes)
{
    if (m_data == nullptr) {
        throw std::bad_alloc();
    }
}

LargeBuffer::~LargeBuffer()
{
    if (m_data != nullptr) {
        platform::releasePages(m_data, m_size);
    }
}

}  // namespace meitrace
