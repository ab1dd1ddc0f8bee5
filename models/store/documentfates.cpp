// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/documentfates.h"

#include "models/store/batches.h"
#include "models/store/documents.h"

#include <map>

namespace meitrace {

Status settleWithFates(Database& database, const KindSpec& kind, const std::vector<std::uint64_t>& keys,
                       std::int64_t afterBatch)
{
    const auto settled = Documents(database, kind).settle(keys, afterBatch);
    if (!settled) {
        return settled.error();
    }
    std::map<std::int64_t, std::vector<Documents::Settled>> byBatch;
    for (const Documents::Settled& version : *settled) {
        byBatch[version.batch].push_back(version);
    }
    Batches batches(database);
    for (const auto& [number, versions] : byBatch) {
        Result<ImportBatch> batch = batches.find(number);
        if (!batch) {
            return batch.error();
        }
        for (const Documents::Settled& version : versions) {
            if (version.state == Documents::State::InForce) {
                batch->fates.restore(version.row);
            } else {
                batch->fates.change(version.row,
                                    version.state == Documents::State::Superseded ? RowFate::Superseded
                                                                                  : RowFate::Duplicate);
            }
        }
        if (Status status = batches.saveFates(number, batch->fates); !status) {
            return status;
        }
    }
    return Done {};
}

}  // namespace meitrace
