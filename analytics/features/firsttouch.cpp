// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/features/firsttouch.h"

#include "analytics/features/addtexts.h"
#include "models/base/parallel.h"
#include "models/domain/eventtype.h"

namespace meitrace {

namespace {

constexpr Index kChunk = 16'384;

/// True for types that tell what the customer did; own types of the clinic are taken for such.
std::vector<bool> ownDoing(const Dictionary& types)
{
    std::vector<bool> own(types.size(), true);
    for (std::uint32_t code = 0; code < types.size(); ++code) {
        own[code] = code >= kFirstOwnEventType
            || stageOf(static_cast<std::uint16_t>(code)) != EventType::kNeutralStage;
    }
    return own;
}

}  // namespace

Result<std::shared_ptr<const Attribute>> firstTouch(const Snapshot& snapshot, Day asOf, Job& job)
{
    if (const Status loaded = snapshot.load({EventField::Time, EventField::Type, EventField::Channel}, job);
        !loaded) {
        return loaded.error();
    }
    const auto source = snapshot.attribute("source", job);
    if (!source && source.error().code != ErrorCode::NotFound) {
        return source.error();
    }
    auto touch = std::make_shared<Attribute>();
    touch->name = "first_touch";
    const std::vector<std::uint32_t> ofChannel
        = addTexts(snapshot.dictionary(EventField::Channel), touch->texts);
    std::vector<std::uint32_t> ofSource;
    if (source && (*source)->type == AttributeType::Category) {
        ofSource = addTexts((*source)->texts, touch->texts);
    }
    const std::vector<bool> own = ownDoing(snapshot.dictionary(EventField::Type));
    const Codes codes = snapshot.codes(EventField::Channel);
    const Millis until = snapshot.endOfDay(asOf == kMissingDay ? snapshot.frame().asOf : asOf);
    touch->code.setZero(snapshot.customers());
    const auto touchOf = [&](Index customer) {
        std::uint32_t found = 0;
        for (Index row = snapshot.begin(customer);
             found == 0 && row < snapshot.end(customer) && snapshot.time()[row] < until; ++row) {
            found = own[snapshot.type()[row]] ? ofChannel[codes[row]] : 0;
        }
        return found != 0 || ofSource.empty() ? found : ofSource[(*source)->code[customer]];
    };
    const bool whole = forChunks(snapshot.customers(), kChunk, job, [&](Index, Index begin, Index end) {
        for (Index customer = begin; customer < end; ++customer) {
            touch->code[customer] = touchOf(customer);
        }
    });
    if (!whole) {
        return Error {.code = ErrorCode::Cancelled};
    }
    return std::shared_ptr<const Attribute>(std::move(touch));
}

}  // namespace meitrace
