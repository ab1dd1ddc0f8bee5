// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/resources/resource.h"

#include <algorithm>
#include <cstddef>

namespace meitrace {

/// Made by CMake: one entry per embedded file, ascending by path.
struct EmbeddedFile {
    const char* path;
    const char* begin;
    const char* end;
};
extern "C" const EmbeddedFile kMeitraceEmbeddedFiles[];
extern "C" const std::size_t kMeitraceEmbeddedCount;

std::string_view resource(std::string_view path)
{
    const EmbeddedFile* end = kMeitraceEmbeddedFiles + kMeitraceEmbeddedCount;
    const EmbeddedFile* found = std::find_if(kMeitraceEmbeddedFiles, end,
                                             [&](const EmbeddedFile& file) { return path == file.path; });
    return found == end ? std::string_view()
                        : std::string_view(found->begin, static_cast<std::size_t>(found->end - found->begin));
}

std::vector<std::string_view> resourcesUnder(std::string_view prefix)
{
    std::vector<std::string_view> paths;
    for (std::size_t i = 0; i < kMeitraceEmbeddedCount; ++i) {
        const std::string_view path = kMeitraceEmbeddedFiles[i].path;
        if (path.substr(0, prefix.size()) == prefix) {
            paths.push_back(path);
        }
    }
    return paths;
}

}  // namespace meitrace
