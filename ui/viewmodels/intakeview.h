// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/intake.h"
#include "ui/viewmodels/readonlytable.h"

#include <QString>

#include <optional>
#include <vector>

namespace meitrace {

/// Files on their way in, and those that were loaded before, where these are known yet.
struct IntakeFiles {
    const std::vector<IntakeFile>& files;
    const std::optional<std::vector<LoadedFile>>& loaded;
};

/// "9 files: 7 ready, 1 to confirm, 1 loaded already"
QString intakeSummary(const std::vector<IntakeFile>& files);
/// What somebody has to do before the files can be imported; empty where nothing.
QString intakeDemand(const std::vector<IntakeFile>& files);
/// What is to be said about one of them: why it waits, what it overlaps with.
QString intakeNote(const IntakeFiles& all, int file);

/// The files of one import, in the order in which they came.
class IntakeTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { File, Kind, Encoding, Rows, Period, Overlap, State, kColumns };

    /// What it shows must live as long as it does; changed() says that some of it is new.
    explicit IntakeTable(const IntakeFiles& all, QObject* parent = nullptr);

    void changed(int file);

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    [[nodiscard]] const IntakeFile& fileAt(int row) const
    {
        return m_all.files[static_cast<std::size_t>(row)];
    }

    IntakeFiles m_all;
};

}  // namespace meitrace
