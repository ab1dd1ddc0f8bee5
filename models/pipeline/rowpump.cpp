// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/rowpump.h"

#include "models/base/pipeline.h"

#include <algorithm>
#include <utility>

namespace meitrace {

namespace {

/// A block on its way to the worker threads: raw, or parsed already because somebody looked at it.
struct Incoming {
    std::unique_ptr<RowSource::Raw> raw;
    RowBlock parsed;
    bool isParsed = false;
};

Result<std::optional<Incoming>> nextBlock(OpenFile& file)
{
    Incoming incoming;
    if (file.hasFirst) {
        file.hasFirst = false;
        incoming.parsed = std::move(file.firstBlock);
        incoming.isParsed = true;
        return std::optional<Incoming>(std::move(incoming));
    }
    Result<std::unique_ptr<RowSource::Raw>> raw = file.source->nextRaw();
    if (!raw) {
        return raw.error();
    }
    if (*raw == nullptr) {
        return std::optional<Incoming>();
    }
    incoming.raw = std::move(*raw);
    return std::optional<Incoming>(std::move(incoming));
}

/// Rules that look at the row above: here, where blocks come one after the other.
void cook(const OpenFile& file, const Recipe& recipe, Recipe::Memory& memory, Incoming& incoming)
{
    if (!incoming.isParsed) {
        incoming.parsed = file.source->parse(std::move(incoming.raw));
        incoming.isParsed = true;
    }
    recipe.apply(incoming.parsed, memory);
    incoming.parsed.isCooked = true;
}

}  // namespace

Status pumpRows(OpenFile& file, const CleaningPlan& plan, RowSink& sink, const BlockHooks& hooks,
                FateLog& fates, Job& job)
{
    const double total = static_cast<double>(std::max<std::int64_t>(1, file.source->shape().fileBytes));
    Recipe::Memory memory;
    const auto produce = [&]() -> Result<std::optional<Incoming>> {
        if (job.stopped()) {
            return Error {.code = ErrorCode::Cancelled};
        }
        Result<std::optional<Incoming>> next = nextBlock(file);
        if (next && *next && plan.recipe().needsOrder()) {
            cook(file, plan.recipe(), memory, **next);
        }
        return next;
    };
    const auto work = [&](Incoming&& incoming) -> Result<std::unique_ptr<RowSink::Prepared>> {
        CleanBlock block = plan.clean(incoming.isParsed ? std::move(incoming.parsed)
                                                        : file.source->parse(std::move(incoming.raw)));
        if (hooks.cleaned) {
            hooks.cleaned(block);
        }
        return sink.prepare(std::move(block));
    };
    const auto take = [&](std::unique_ptr<RowSink::Prepared>&& prepared) -> Status {
        if (job.stopped()) {
            return Error {.code = ErrorCode::Cancelled};
        }
        if (hooks.inOrder) {
            hooks.inOrder(prepared->block);
        }
        job.progress(static_cast<double>(prepared->block.rows.bytes) / total);
        Status status = sink.take(*prepared, fates);
        if (status && hooks.taken) {
            hooks.taken(prepared->block);
        }
        return status;
    };
    return orderedPipeline<Incoming, std::unique_ptr<RowSink::Prepared>>(job.threads(), produce, work, take);
}

}  // namespace meitrace
