// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What people decide about who is who.
#include "ui/session/donechange.h"
#include "ui/session/session.h"

namespace meitrace {

namespace {

constexpr int kDecisionChange = 1;  // sort of DoneChange

}  // namespace

bool Session::lastChangeIsDecision() const
{
    const int index = m_changes.index();
    return index > 0 && m_changes.command(index - 1)->id() == kDecisionChange;
}

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
                m_changes.push(new DoneChange(
                    answer.answer == ReviewAnswer::Same ? tr("joining two records")
                                                        : tr("keeping two records apart"),
                    [this, number] { takeDecisionBack(*number); },
                    [this, answer, number] { startDecision(answer, number); }, kDecisionChange));
            }
            emit decided();
        });
}

void Session::splitOff(const QString& code, const std::vector<std::uint32_t>& idents)
{
    startSplit(code, idents, nullptr);
}

void Session::startSplit(const QString& code, const std::vector<std::uint32_t>& idents,
                         const std::shared_ptr<std::int64_t>& known)
{
    const auto number = known ? known : std::make_shared<std::int64_t>(0);
    rework(
        tr("Splitting %1").arg(code),
        [customer = code.toStdString(), idents, number](Workspace& workspace,
                                                        Job& job) -> Result<ImportReport> {
            const Result<Decision> taken = splitCustomer(workspace, customer, idents, job);
            if (!taken) {
                return taken.error();
            }
            *number = taken->number;
            return ImportReport {};
        },
        [this, code, idents, number, isNew = !known](const ImportReport& report) {
            static_cast<void>(report);
            if (isNew) {
                m_changes.push(new DoneChange(
                    tr("splitting %1").arg(code), [this, number] { takeDecisionBack(*number); },
                    [this, code, idents, number] { startSplit(code, idents, number); }, kDecisionChange));
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
            // It may have been taken back elsewhere meanwhile.
            return undone || undone.error().code == ErrorCode::NotFound
                ? Result<ImportReport>(ImportReport {})
                : Result<ImportReport>(undone.error());
        },
        [this](const ImportReport& report) {
            static_cast<void>(report);
            emit decided();
        });
}

}  // namespace meitrace
