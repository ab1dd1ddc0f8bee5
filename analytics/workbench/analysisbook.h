// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/analysisoutcome.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

/// An analysis under a name: what was asked, and what came out when it was last counted and kept.
struct SavedAnalysis {
    std::int64_t id = 0;  ///< given by saving; never used twice
    std::string name {};
    std::string kind {};        ///< as kindOf()
    std::string definition {};  ///< as printed()
    std::string note {};
    std::int64_t savedAt = 0;    ///< first time, ms UTC; set by saving
    std::int64_t countedAt = 0;  ///< when the outcome was kept; set by saving
    AnalysisOutcome outcome {};
};

/// What a change made of a saved analysis; nothing before: it is new, nothing after: it is gone.
struct AnalysisChange {
    std::optional<SavedAnalysis> before;
    std::optional<SavedAnalysis> after;
};

/// Now beside then.
struct AnalysisComparison {
    SavedAnalysis saved;
    AnalysisOutcome now;
    [[nodiscard]] bool isSame() const { return saved.outcome.digest == now.digest; }
};

/// A figure then and now; of figures that came or went one is NaN.
struct FigurePair {
    AnalysisFigure before;
    AnalysisFigure now;
    [[nodiscard]] bool isSame() const;
};
/// In the order they are shown: those of now, then those that went.
std::vector<FigurePair> pairedFigures(const AnalysisOutcome& before, const AnalysisOutcome& now);

/// Not empty, no line break or other control character, at most 80 characters.
bool isAnalysisName(std::string_view name);

/// Counted last first.
Result<std::vector<SavedAnalysis>> savedAnalyses(Clinic& clinic);
/// Errors  NotFound(analysis)
Result<SavedAnalysis> savedAnalysis(Clinic& clinic, const std::string& name);

enum class SavingRule : std::uint8_t { New, Replace };
/// Saves under analysis.name. Replace: an analysis of the same kind and name gets this definition and
/// outcome.
/// Errors  BadOption(name), Exists(name)
Result<AnalysisChange> saveAnalysis(Clinic& clinic, const SavedAnalysis& analysis, SavingRule rule);
/// Errors  NotFound(analysis), BadOption(name), Exists(name)
Result<AnalysisChange> renameAnalysis(Clinic& clinic, const std::string& from, const std::string& to);
/// Errors  NotFound(analysis)
Result<AnalysisChange> deleteAnalysis(Clinic& clinic, const std::string& name);
/// The outcome of now takes the place of the one that was kept.
/// Errors  NotFound(analysis)
Result<AnalysisChange> keepOutcome(Clinic& clinic, const std::string& name, const AnalysisOutcome& now);

/// Puts the saved analysis into the state before a change, and after it.
/// Errors  Exists(name): another one has its name now
Status takeBack(Clinic& clinic, const AnalysisChange& change);
Status doAgain(Clinic& clinic, const AnalysisChange& change);

/// Puts a new name where questions name the old one; inside the caller's transaction.
Status renameAudienceInAnalyses(Clinic& clinic, const std::string& from, const std::string& to);

/// Asks the data of now what was asked then.
/// Errors  those of runAnalysis()
Result<AnalysisComparison> compareWithNow(Clinic& clinic, const SavedAnalysis& saved, Job& job);

}  // namespace meitrace
