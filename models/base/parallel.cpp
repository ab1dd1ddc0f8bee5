// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace meitrace {

Job::Job(int threads)
    : m_threads(threads > 0 ? threads : std::max(1, static_cast<int>(std::thread::hardware_concurrency())))
{
}

bool forChunks(std::int64_t count, std::int64_t chunkSize, Job& job,
               const std::function<void(std::int64_t, std::int64_t, std::int64_t)>& body)
{
    const std::int64_t chunks = chunkCount(count, chunkSize);
    std::atomic<std::int64_t> next {0};
    std::atomic<bool> stopped {false};
    const auto loop = [&] {
        for (std::int64_t chunk = next.fetch_add(1); chunk < chunks; chunk = next.fetch_add(1)) {
            if (stopped.load(std::memory_order_relaxed) || job.stopped()) {
                stopped.store(true, std::memory_order_relaxed);
                return;
            }
            body(chunk, chunk * chunkSize, std::min(count, (chunk + 1) * chunkSize));
        }
    };
    const auto wanted = std::min<std::int64_t>(job.threads(), chunks);
    std::vector<std::thread> helpers;
    for (std::int64_t i = 1; i < wanted; ++i) {
        helpers.emplace_back(loop);
    }
    loop();
    for (std::thread& helper : helpers) {
        helper.join();
    }
    return !stopped.load();
}

}  // namespace meitrace
