// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"

#include <cstdint>
#include <functional>

namespace meitrace {

/// Calls body(chunk, begin, end) once for every chunk of [0, count), chunks of fixed size so that partial
/// results added in chunk order are bit-equal for any number of threads. Chunks start in ascending order.
/// Polls job.stopped() before each chunk.
///
/// Returns false when the job was stopped: some chunks were then not visited.
/// Errors  none; body must not throw.
bool forChunks(std::int64_t count, std::int64_t chunkSize, Job& job,
               const std::function<void(std::int64_t chunk, std::int64_t begin, std::int64_t end)>& body);

/// ceil(count / chunkSize)
constexpr std::int64_t chunkCount(std::int64_t count, std::int64_t chunkSize)
{
    return (count + chunkSize - 1) / chunkSize;
}

}  // namespace meitrace
