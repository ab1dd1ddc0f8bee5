// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/temporaryfolder.h"

#include "models/base/platform.h"

#include <filesystem>
#include <utility>

namespace meitrace {

TemporaryFolder::TemporaryFolder(TemporaryFolder&& other) noexcept
    : m_path(std::exchange(other.m_path, {}))
{
}

TemporaryFolder& TemporaryFolder::operator=(TemporaryFolder&& other) noexcept
{
    if (this != &other) {
        remove();
        m_path = std::exchange(other.m_path, {});
    }
    return *this;
}

Result<TemporaryFolder> TemporaryFolder::make()
{
    Result<std::string> made = platform::makeTemporaryFolder();
    if (!made) {
        return made.error();
    }
    TemporaryFolder folder;
    folder.m_path = *std::move(made);
    return folder;
}

std::string TemporaryFolder::path(std::string_view file) const
{
    return m_path + "/" + std::string(file);
}

void TemporaryFolder::remove()
{
    if (!m_path.empty()) {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
        m_path.clear();
    }
}

}  // namespace meitrace
