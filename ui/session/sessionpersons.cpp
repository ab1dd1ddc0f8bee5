// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a customer may ask for: a consent noted down, everything erased.
#include "ui/session/donechange.h"
#include "ui/session/session.h"
#include "ui/text/figures.h"

namespace meitrace {

void Session::addConsent(const QString& code, const ConsentEntry& entry)
{
    startConsent(code, entry, nullptr);
}

void Session::startConsent(const QString& code, const ConsentEntry& entry,
                           const std::shared_ptr<std::vector<std::int64_t>>& known)
{
    const auto batches = known ? known : std::make_shared<std::vector<std::int64_t>>();
    rework(
        tr("Entering a consent"),
        [customer = code.toStdString(), entry, batches](Workspace& workspace, Job& job) {
            Result<ImportReport> report = enterConsent(workspace, customer, entry, job);
            batches->clear();
            if (report) {
                for (const FileReport& file : report->files) {
                    batches->push_back(file.batch);
                }
            }
            return report;
        },
        [this, code, entry, batches, isNew = !known](const ImportReport& report) {
            static_cast<void>(report);
            if (isNew) {
                m_changes.push(new DoneChange(
                    tr("entering a consent"),
                    [this, code, batches] { takeOut(*batches, tr("consent of %1").arg(code)); },
                    [this, code, entry, batches] { startConsent(code, entry, batches); }));
            }
        });
}

void Session::erase(const QString& code)
{
    struct Outcome {
        Result<ErasureReport> report = Error {.code = ErrorCode::Cancelled};
        QStringList copies;
    };
    const auto outcome = std::make_shared<Outcome>();
    rework(
        tr("Erasing %1").arg(code),
        [customer = code.toStdString(), old = m_snapshot, outcome](Workspace& workspace,
                                                                   Job& job) -> Result<ImportReport> {
            // Whoever reads the old state keeps it in the log. The workspace is loaded anew in any case.
            old->letGo();
            outcome->report = eraseByCode(workspace, customer, false, job);
            for (const std::string& copy : workspacesBeside(workspace.path())) {
                outcome->copies << fromUtf8(copy);
            }
            return ImportReport {};
        },
        [this, code, old = m_snapshot, outcome](const ImportReport& report) {
            static_cast<void>(report);
            if (m_snapshot == old) {
                open(m_path);  // somebody stopped it before the new state was read
            }
            if (!outcome->report) {
                if (outcome->report.error().code != ErrorCode::Cancelled) {
                    emit failed(outcome->report.error());
                }
                return;
            }
            m_changes.clear();
            m_lastEffect.reset();
            emit erased(code, *outcome->report, outcome->copies);
        });
}

}  // namespace meitrace
