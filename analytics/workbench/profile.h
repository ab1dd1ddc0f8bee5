// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/domain/person.h"
#include "models/frame/snapshot.h"
#include "models/store/workspace.h"

#include <string>
#include <utility>
#include <vector>

namespace meitrace {

/// Everything that is known of one customer, to be shown on the screen.
struct Profile {
    std::string code;
    /// What she is recognised by: names, numbers, ids; without the system's prefix, each once
    std::vector<std::pair<KeyType, std::string>> keys;
    struct Trait {
        std::string attribute;  ///< name, as in rules
        AttributeType type = AttributeType::Category;
        std::string text;  ///< Category
        double number = 0;
    };
    std::vector<Trait> traits;  ///< those that are known
    std::vector<ConsentRecord> consents;
    struct Contact {
        Millis time = 0;
        bool wholeDay = false;
        std::string type;  ///< code of the event
        std::string channel;
        std::string item;
        std::string store;
        Fen amount = 0;
    };
    std::vector<Contact> contacts;  ///< in the total order
    Index visits = 0;               ///< days in the clinic
    Fen spend = 0;                  ///< paid less refunded
};

/// customer: row of the snapshot.
/// Cost    the first call loads whole columns; later ones read this customer only
/// Errors  Cancelled, those of loading columns
Result<Profile> profileOf(Workspace& workspace, const Snapshot& snapshot, Index customer, Job& job);

}  // namespace meitrace
