// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/analysisbook.h"
#include "app/command.h"

namespace meitrace {

/// The options with which an analysis is kept under a name.
std::vector<OptionSpec> savingOptions();

/// Keeps what was asked and what came out under the name of --save, and says so in the answer.
/// Errors  Exists(name), BadOption(name), those of opening for writing
Status saveAnswer(const CommandContext& context, const AnalysisDefinition& definition,
                  const AnalysisOutcome& outcome, Answer& answer);

}  // namespace meitrace
