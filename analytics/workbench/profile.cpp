// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/profile.h"

#include "analytics/customer/purchasefacts.h"
#include "analytics/workbench/shownkeys.h"
#include "models/identity/names.h"
#include "models/pipeline/erasure.h"
#include "models/store/identities.h"

#include <algorithm>
#include <cmath>

namespace meitrace {

namespace {

Status readKeys(Workspace& workspace, const Snapshot& snapshot, Index customer, Profile& profile)
{
    const Result<std::vector<std::uint32_t>> handles = handlesOf(workspace, snapshot.frame().code[customer]);
    if (!handles) {
        return handles.error();
    }
    const auto keys = Identities(workspace.database()).keysOf(*handles);
    if (!keys) {
        return keys.error();
    }
    for (const Identities::Key& key : *keys) {
        profile.keys.emplace_back(key.type, bareKey(key.value));
    }
    // A full name stands before a title or a remark.
    std::sort(profile.keys.begin(), profile.keys.end(), [](const auto& a, const auto& b) {
        const auto rank = [](const auto& key) {
            return std::pair(key.first, key.first == KeyType::Name && !isFullName(key.second));
        };
        return rank(a) != rank(b) ? rank(a) < rank(b) : a.second < b.second;
    });
    profile.keys.erase(std::unique(profile.keys.begin(), profile.keys.end()), profile.keys.end());
    return Done {};
}

Status readTraits(const Snapshot& snapshot, Index customer, Profile& profile, Job& job)
{
    for (const std::string& name : snapshot.frame().attributeNames) {
        const auto attribute = snapshot.attribute(name, job);
        if (!attribute) {
            return attribute.error();
        }
        Profile::Trait trait {.attribute = name, .type = (*attribute)->type, .text = {}, .number = 0};
        if (trait.type == AttributeType::Category) {
            const std::uint32_t code = (*attribute)->code[customer];
            trait.text = std::string((*attribute)->texts.text(code));
            if (code == 0) {
                continue;
            }
        } else {
            trait.number = (*attribute)->number[customer];
            if (std::isnan(trait.number)) {
                continue;
            }
        }
        profile.traits.push_back(std::move(trait));
    }
    return Done {};
}

Status readContacts(const Snapshot& snapshot, Index customer, Profile& profile, Job& job)
{
    if (Status status
        = snapshot.load({EventField::Time, EventField::Type, EventField::Precision, EventField::Channel,
                         EventField::Item, EventField::Store, EventField::Amount},
                        job);
        !status) {
        return status;
    }
    const auto word = [&](EventField field, Index event) {
        return std::string(snapshot.dictionary(field).text(snapshot.codes(field)[event]));
    };
    for (Index event = snapshot.begin(customer); event < snapshot.end(customer); ++event) {
        profile.contacts.push_back(
            {.time = snapshot.time()[event],
             .wholeDay = snapshot.precision()[event] >= static_cast<std::uint8_t>(TimeQuality::WholeDay),
             .type = std::string(snapshot.dictionary(EventField::Type).text(snapshot.type()[event])),
             .channel = word(EventField::Channel, event),
             .item = word(EventField::Item, event),
             .store = word(EventField::Store, event),
             .amount = snapshot.amount()[event]});
    }
    return Done {};
}

}  // namespace

Result<Profile> profileOf(Workspace& workspace, const Snapshot& snapshot, Index customer, Job& job)
{
    Profile profile;
    profile.code = snapshot.customerCode(customer);
    for (const Status& status :
         {readKeys(workspace, snapshot, customer, profile), readTraits(snapshot, customer, profile, job),
          snapshot.loadConsents(job), readContacts(snapshot, customer, profile, job)}) {
        if (!status) {
            return status.error();
        }
    }
    profile.consents.assign(snapshot.consentBegin(customer), snapshot.consentEnd(customer));
    const Result<CustomerTotals> totals = customerTotals(snapshot, customer, job);
    if (!totals) {
        return totals.error();
    }
    profile.visits = totals->visits;
    profile.spend = totals->spend;
    return profile;
}

}  // namespace meitrace
