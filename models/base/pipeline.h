// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace meitrace {

/// Runs produce -> work -> sink on `threads` threads. produce() is called by one thread at a time and numbers
/// its items; work() runs on many at once; sink() is called by one thread at a time, in the order produced,
/// so the result does not depend on the number of threads. At most 2 * threads + 2 + ahead items are alive at
/// once: memory stays flat. ahead: more items to work on while the sink is slow with one.
///
/// produce: Result<std::optional<In>>(); an empty optional ends the stream
/// work:    Result<Out>(In&&); called concurrently
/// sink:    Status(Out&&)
/// Returns the first error in stream order of produce or sink; an error of work surfaces when its turn comes
/// at the sink.
template <typename In, typename Out, typename Produce, typename Work, typename Sink>
Status orderedPipeline(int threads, Produce produce, Work work, Sink sink, std::int64_t ahead = 0)
{
    std::mutex mutex;
    std::condition_variable turn;
    std::int64_t produced = 0;
    std::int64_t sunk = 0;
    bool ended = false;
    bool sinking = false;
    bool producing = false;
    std::optional<Error> failure;
    std::map<std::int64_t, Result<Out>> waiting;
    const std::int64_t window = 2 * static_cast<std::int64_t>(threads) + 2 + ahead;

    const auto loop = [&] {
        std::unique_lock lock(mutex);
        while (true) {
            // Deliver first: it frees memory and keeps the order moving.
            if (!sinking && !failure && !waiting.empty() && waiting.begin()->first == sunk) {
                sinking = true;
                Result<Out> item = std::move(waiting.begin()->second);
                waiting.erase(waiting.begin());
                lock.unlock();
                std::optional<Error> problem;
                if (!item) {
                    problem = item.error();
                } else if (Status status = sink(std::move(*item)); !status) {
                    problem = status.error();
                }
                lock.lock();
                sinking = false;
                ++sunk;
                if (problem && !failure) {
                    failure = std::move(problem);
                }
                turn.notify_all();
                continue;
            }
            if (failure || (ended && sunk == produced)) {
                turn.notify_all();
                return;
            }
            if (!producing && !ended && produced - sunk < window) {
                producing = true;
                lock.unlock();
                Result<std::optional<In>> item = produce();
                lock.lock();
                producing = false;
                if (!item || !item->has_value()) {
                    ended = true;
                    if (!item) {
                        waiting.emplace(produced++, Result<Out>(item.error()));
                    }
                    turn.notify_all();
                    continue;
                }
                const std::int64_t number = produced++;
                turn.notify_all();
                lock.unlock();
                Result<Out> out = work(std::move(**item));
                lock.lock();
                waiting.emplace(number, std::move(out));
                turn.notify_all();
                continue;
            }
            turn.wait(lock);
        }
    };

    std::vector<std::thread> helpers;
    for (int i = 1; i < threads; ++i) {
        helpers.emplace_back(loop);
    }
    loop();
    for (std::thread& helper : helpers) {
        helper.join();
    }
    if (failure) {
        return *failure;
    }
    return Done {};
}

}  // namespace meitrace
