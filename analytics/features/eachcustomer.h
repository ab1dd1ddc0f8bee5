// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/parallel.h"
#include "models/base/result.h"
#include "models/frame/bitset.h"

#include <algorithm>
#include <atomic>
#include <mutex>

namespace meitrace {

/// The part of a job's progress that one pass stands for.
struct PassShare {
    double from = 0;
    double to = 1;
};

/// One pass over customers.
struct CustomerPass {
    const Bitset& customers;
    PassShare share {};
};

/// Counts over customers, chunk by chunk: calls body(part, customer) for each customer of `wanted`, ascending
/// inside a chunk, then join(part) under a lock. Chunks are joined in any order: what is joined must not
/// depend on it, as sums of whole numbers do not. At most 32 chunks, so that a part may be large.
///
/// makePart  gives the empty state of a chunk, of type Part
/// Errors    Cancelled
template <typename Part, typename MakePart, typename Body, typename Join>
Status eachCustomer(const Bitset& wanted, Job& job, MakePart makePart, Body body, Join join,
                    PassShare share = {})
{
    constexpr Index kSmallest = 8'192;
    constexpr Index kChunks = 32;
    const Index n = wanted.size();
    std::mutex mutex;
    std::atomic<Index> finished {0};
    const bool done
        = forChunks(n, std::max(kSmallest, chunkCount(n, kChunks)), job, [&](Index, Index begin, Index end) {
              Part part = makePart();
              for (Index customer = begin; customer < end; ++customer) {
                  if (wanted.test(customer)) {
                      body(part, customer);
                  }
              }
              const Index sofar = finished.fetch_add(end - begin, std::memory_order_relaxed) + end - begin;
              job.progress(share.from
                           + (share.to - share.from) * static_cast<double>(sofar) / static_cast<double>(n));
              const std::scoped_lock lock(mutex);
              join(part);
          });
    return done ? Status(Done {}) : Status(Error {.code = ErrorCode::Cancelled});
}

}  // namespace meitrace
