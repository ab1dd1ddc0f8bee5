// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/saving.h"

#include "app/format.h"

#include <QCoreApplication>

namespace meitrace {

namespace {

struct Saving {
    Q_DECLARE_TR_FUNCTIONS(Saving)
};

}  // namespace

std::vector<OptionSpec> savingOptions()
{
    return {{"save", "NAME",
             QT_TRANSLATE_NOOP("Help", "Keep the question and its figures under this name; see analyses"),
             ""},
            {"note", "TEXT", QT_TRANSLATE_NOOP("Help", "A remark kept with it"), ""}};
}

Status saveAnswer(const CommandContext& context, const AnalysisDefinition& definition,
                  const AnalysisOutcome& outcome, Answer& answer)
{
    Result<Clinic> clinic = Clinic::forWriting(context.argument(0), context.job);
    if (!clinic) {
        return clinic.error();
    }
    const SavedAnalysis analysis {.id = 0,
                                  .name = context.value("save"),
                                  .kind = std::string(kindOf(definition)),
                                  .definition = printed(definition),
                                  .note = context.value("note"),
                                  .savedAt = 0,
                                  .countedAt = 0,
                                  .outcome = outcome};
    const Result<AnalysisChange> saved = saveAnalysis(*clinic, analysis, SavingRule::New);
    if (!saved) {
        return saved.error();
    }
    answer.result["saved"] = {{"name", analysis.name}, {"digest", outcome.digest}};
    answer.text += Saving::tr("Saved as “%1”.").arg(fromUtf8(analysis.name)) + u'\n';
    return Done {};
}

}  // namespace meitrace
