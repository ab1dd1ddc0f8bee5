// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command.h"

namespace meitrace {

std::vector<CommandSpec> workspaceCommands();
std::vector<CommandSpec> dataCommands();
std::vector<CommandSpec> monthEndCommands();
std::vector<CommandSpec> identityCommands();
std::vector<CommandSpec> personCommands();
std::vector<CommandSpec> analysisCommands();
std::vector<CommandSpec> journeyCommands();
std::vector<CommandSpec> exportCommands();
std::vector<CommandSpec> pictureCommands();
std::vector<CommandSpec> reportCommands();
CommandSpec reviewCommand();
CommandSpec matchCommand();

// One function per command; each stands in a file of its own name where it is more than a few lines.
Result<Answer> runNew(const CommandContext& context);
Result<Answer> runDemo(const CommandContext& context);
Result<Answer> runStatus(const CommandContext& context);
Result<Answer> runCheck(const CommandContext& context);
Result<Answer> runBackup(const CommandContext& context);
Result<Answer> runRestore(const CommandContext& context);
Result<Answer> runAudit(const CommandContext& context);
Result<Answer> runImport(const CommandContext& context);
Result<Answer> runPresets(const CommandContext& context);
Result<Answer> runColumns(const CommandContext& context);
Result<Answer> runQuality(const CommandContext& context);
Result<Answer> runRecipe(const CommandContext& context);
Result<Answer> runReconcile(const CommandContext& context);
Result<Answer> runNames(const CommandContext& context);
Result<Answer> runDiary(const CommandContext& context);
Result<Answer> runQuarantine(const CommandContext& context);
Result<Answer> runRequeue(const CommandContext& context);
Result<Answer> runMend(const CommandContext& context);
Result<Answer> runUndoImport(const CommandContext& context);
Result<Answer> runWatch(const CommandContext& context);
Result<Answer> runEvents(const CommandContext& context);
Result<Answer> runResolve(const CommandContext& context);
Result<Answer> runLinks(const CommandContext& context);
Result<Answer> runReview(const CommandContext& context);
Result<Answer> runMatch(const CommandContext& context);
Result<Answer> runErase(const CommandContext& context);
Result<Answer> runCopyOf(const CommandContext& context);
Result<Answer> runFunnel(const CommandContext& context);
Result<Answer> runKpi(const CommandContext& context);
Result<Answer> runRfm(const CommandContext& context);
Result<Answer> runPaths(const CommandContext& context);
Result<Answer> runProcess(const CommandContext& context);
Result<Answer> runRetention(const CommandContext& context);
Result<Answer> runLifecycle(const CommandContext& context);
Result<Answer> runStickiness(const CommandContext& context);
Result<Answer> runCampaigns(const CommandContext& context);
Result<Answer> runFeedback(const CommandContext& context);
Result<Answer> runPatterns(const CommandContext& context);
Result<Answer> runPain(const CommandContext& context);
Result<Answer> runSessions(const CommandContext& context);
Result<Answer> runMonitor(const CommandContext& context);
Result<Answer> runTrend(const CommandContext& context);
Result<Answer> runWeb(const CommandContext& context);
Result<Answer> runDistribution(const CommandContext& context);
Result<Answer> runIntervals(const CommandContext& context);
Result<Answer> runHeatmap(const CommandContext& context);
Result<Answer> runAttribution(const CommandContext& context);
Result<Answer> runChannels(const CommandContext& context);
Result<Answer> runAnalyses(const CommandContext& context);
Result<Answer> runAudience(const CommandContext& context);
Result<Answer> runPersona(const CommandContext& context);
Result<Answer> runExport(const CommandContext& context);
Result<Answer> runScreenshot(const CommandContext& context);
Result<Answer> runReport(const CommandContext& context);

}  // namespace meitrace
