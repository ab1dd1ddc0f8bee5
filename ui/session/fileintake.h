// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/intake.h"
#include "ui/session/session.h"

#include <QObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace meitrace {

/// Files on their way in: looks into each of them, then reads one after the other through, all in jobs. What
/// somebody decides about a file is kept beside it. Nothing is written before Session::import().
class FileIntake final : public QObject {
    Q_OBJECT

public:
    FileIntake(Session& session, const QStringList& files, QObject* parent = nullptr);

    void start();
    /// Ends what still runs; nothing is read any more.
    void stop();

    [[nodiscard]] int count() const { return static_cast<int>(m_files.size()); }
    [[nodiscard]] const IntakeFile& file(int number) const
    {
        return m_files[static_cast<std::size_t>(number)];
    }
    [[nodiscard]] const std::vector<IntakeFile>& files() const { return m_files; }
    /// Files that were loaded before; nothing while they are being looked up.
    [[nodiscard]] const std::optional<std::vector<LoadedFile>>& loaded() const { return m_loaded; }

    /// Somebody wants the file read in another way.
    void setChoices(int number, const ReadingChoices& choices);
    /// Somebody changed or confirmed what its columns are.
    void setMapping(int number, const Mapping& mapping);
    /// Somebody says that what was found out about it is right.
    void accept(int number);
    void setRemember(int number, bool remember) { at(number).remember = remember; }
    void setLeftOut(int number, bool leftOut);
    /// Reads this file through before the others.
    void check(int number);

    /// What is to be imported, as it was decided. A single file goes in even when it is loaded already.
    [[nodiscard]] std::vector<Session::FileToImport> chosen() const;

signals:
    /// More is known of a file, or something else.
    void changed(int number);
    /// The file was looked into.  first: as never before
    void previewed(int number, bool first);
    void loadedFound();

private:
    [[nodiscard]] IntakeFile& at(int number) { return m_files[static_cast<std::size_t>(number)]; }
    [[nodiscard]] bool waitsForCheck(int number) const;
    void look(int number);
    void take(int number, const Result<FilePreview>& preview);
    void startCheck(int number);
    void takeCheck(int number, const Result<FileCheck>& check);
    void endCheck(int number);
    void findLoaded();
    void goOn();

    Session& m_session;
    std::vector<IntakeFile> m_files;
    std::optional<std::vector<LoadedFile>> m_loaded;
    int m_checking = -1;  ///< number of the file that is read through; -1 = none
    int m_round = 0;      ///< of checks: the answer of an earlier one is of a mapping that holds no more
    bool m_isStopped = false;
};

}  // namespace meitrace
