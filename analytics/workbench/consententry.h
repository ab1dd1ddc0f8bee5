// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/clinic.h"
#include "models/pipeline/importjob.h"

#include <string>

namespace meitrace {

/// What a customer told the clinic about being written to, entered by hand.
struct ConsentEntry {
    ConsentScope scope = ConsentScope::Marketing;
    ConsentChannel channel = ConsentChannel::Any;
    ConsentState state = ConsentState::Granted;
    Millis at = kMissing;       ///< when she said so
    Day expires = kMissingDay;  ///< last day it holds; missing: until taken back
    std::string evidence;       ///< where it is written down: "signed form 2026-112"
};

/// Adds it to the ledger as a file of one row: it is kept like any export, with its audit line, is never
/// overwritten by a later one, and is taken out again like any file (undoImport).
/// The row carries the strongest id she is known by.
/// Errors  NotFound(customer), BadOption(consent: neither an id, a number nor a mail address is known of
///         her), those of importing
Result<ImportReport> enterConsent(Workspace& workspace, const std::string& code, const ConsentEntry& entry,
                                  Job& job);

}  // namespace meitrace
