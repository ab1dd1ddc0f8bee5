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
#include <utility>
#include <vector>

namespace meitrace {

namespace detail {

/// What the threads of orderedPipeline() share.
template <typename In, typename Out, typename Produce, typename Work, typename Sink>
class OrderedPipeline {
public:
    OrderedPipeline(Produce produce, Work work, Sink sink, std::int64_t window)
        : m_produce(std::move(produce))
        , m_work(std::move(work))
        , m_sink(std::move(sink))
        , m_window(window)
    {
    }

    Status run(int threads)
    {
        std::vector<std::thread> helpers;
        for (int i = 1; i < threads; ++i) {
            helpers.emplace_back([this] { loop(); });
        }
        loop();
        for (std::thread& helper : helpers) {
            helper.join();
        }
        return m_failure ? Status(*m_failure) : Status(Done {});
    }

private:
    using Lock = std::unique_lock<std::mutex>;

    void loop()
    {
        Lock lock(m_mutex);
        while (!isOver()) {
            // Deliver first: it frees memory and keeps the order moving.
            if (mayDeliver()) {
                deliver(lock);
            } else if (mayProduce()) {
                produceOne(lock);
            } else {
                m_turn.wait(lock);
            }
        }
        m_turn.notify_all();
    }

    [[nodiscard]] bool isOver() const { return m_failure || (m_ended && m_sunk == m_produced); }
    [[nodiscard]] bool mayDeliver() const
    {
        return !m_sinking && !m_waiting.empty() && m_waiting.begin()->first == m_sunk;
    }
    [[nodiscard]] bool mayProduce() const
    {
        return !m_producing && !m_ended && m_produced - m_sunk < m_window;
    }

    void deliver(Lock& lock)
    {
        m_sinking = true;
        Result<Out> item = std::move(m_waiting.begin()->second);
        m_waiting.erase(m_waiting.begin());
        lock.unlock();
        std::optional<Error> problem;
        if (!item) {
            problem = item.error();
        } else if (Status status = m_sink(std::move(*item)); !status) {
            problem = status.error();
        }
        lock.lock();
        m_sinking = false;
        ++m_sunk;
        if (problem && !m_failure) {
            m_failure = std::move(problem);
        }
        m_turn.notify_all();
    }

    void produceOne(Lock& lock)
    {
        m_producing = true;
        lock.unlock();
        Result<std::optional<In>> item = m_produce();
        lock.lock();
        m_producing = false;
        if (!item || !item->has_value()) {
            m_ended = true;
            if (!item) {
                m_waiting.emplace(m_produced++, Result<Out>(item.error()));
            }
            m_turn.notify_all();
            return;
        }
        const std::int64_t number = m_produced++;
        m_turn.notify_all();
        lock.unlock();
        Result<Out> out = m_work(std::move(**item));
        lock.lock();
        m_waiting.emplace(number, std::move(out));
        m_turn.notify_all();
    }

    Produce m_produce;
    Work m_work;
    Sink m_sink;
    const std::int64_t m_window;
    std::mutex m_mutex;
    std::condition_variable m_turn;
    std::int64_t m_produced = 0;
    std::int64_t m_sunk = 0;
    bool m_ended = false;
    bool m_sinking = false;
    bool m_producing = false;
    std::optional<Error> m_failure;
    std::map<std::int64_t, Result<Out>> m_waiting;
};

}  // namespace detail

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
    const std::int64_t window = 2 * static_cast<std::int64_t>(threads) + 2 + ahead;
    return detail::OrderedPipeline<In, Out, Produce, Work, Sink>(std::move(produce), std::move(work),
                                                                 std::move(sink), window)
        .run(threads);
}

}  // namespace meitrace
