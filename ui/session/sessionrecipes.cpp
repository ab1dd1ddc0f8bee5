// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Reading loaded files once more, with the cleaning rules of today.
#include "analytics/workbench/recipebook.h"
#include "ui/session/session.h"

namespace meitrace {

void Session::readAgain()
{
    const auto done = std::make_shared<RecookReport>();
    rework(
        tr("Reading the files again"),
        [done](Workspace& workspace, Job& job) -> Result<ImportReport> {
            Result<RecookReport> report = applyRecipes(workspace, job);
            if (!report) {
                return report.error();
            }
            *done = *std::move(report);
            return ImportReport {};
        },
        [this, done](const ImportReport& /*report*/) {
            m_changes.clear();  // they speak of files by numbers that are gone
            QStringList stayed;
            for (const std::string& file : done->stayed) {
                stayed << QString::fromStdString(file);
            }
            emit filesReadAgain(static_cast<int>(done->files), stayed);
        });
}

}  // namespace meitrace
