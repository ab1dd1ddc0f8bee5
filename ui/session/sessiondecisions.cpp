// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What people decide about who is who.
#include "ui/session/session.h"

namespace meitrace {

void Session::decide(const IdentityAnswer& answer)
{
    startDecision(answer, nullptr);
}

void Session::startDecision(const IdentityAnswer& answer, const std::shared_ptr<std::int64_t>& known)
{
    const auto number = known ? known : std::make_shared<std::int64_t>(0);
    rework(
        tr("Deciding who is who"),
        [answer, number](Workspace& workspace, Job& job) -> Result<ImportReport> {
            const Result<Decision> taken = answerPair(workspace, answer.a, answer.b, answer.answer, job);
            if (!taken) {
                return taken.error();
            }
            *number = taken->number;
            return ImportReport {};
        },
        [this, answer, number, isNew = !known](const ImportReport& report) {
            static_cast<void>(report);
            if (isNew) {
                noteChange(
                    answer.answer == ReviewAnswer::Same ? tr("joining two records")
                                                        : tr("keeping two records apart"),
                    [this, number] { takeDecisionBack(*number); },
                    [this, answer, number] { startDecision(answer, number); });
            }
            emit decided();
        });
}

void Session::takeDecisionBack(std::int64_t number)
{
    rework(
        tr("Taking a decision back"),
        [number](Workspace& workspace, Job& job) -> Result<ImportReport> {
            const Result<ResolutionReport> undone = undoDecision(workspace, number, job);
            return undone ? Result<ImportReport>(ImportReport {}) : Result<ImportReport>(undone.error());
        },
        [this](const ImportReport& report) {
            static_cast<void>(report);
            emit decided();
        });
}

}  // namespace meitrace
