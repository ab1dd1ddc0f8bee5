// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/consententry.h"
#include "analytics/workbench/decisions.h"
#include "analytics/workbench/directory.h"
#include "analytics/workbench/erasing.h"
#include "analytics/workbench/importeffect.h"
#include "analytics/workbench/importing.h"
#include "analytics/workbench/mending.h"
#include "analytics/workbench/overview.h"
#include "analytics/workbench/presetchange.h"
#include "ui/session/clinicjob.h"
#include "ui/session/jobrunner.h"
#include "ui/session/narrowing.h"

#include <QObject>
#include <QStringList>
#include <QUndoStack>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace meitrace {

class FolderWatch;

/// A workspace as the window sees it: its file, the snapshot all pages look at, and the work that runs.
/// Everything that reads or writes the file happens in a job.
class Session final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Session)

public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override;

    [[nodiscard]] JobRunner& jobs() { return m_jobs; }
    /// Loads what is put into a folder.
    [[nodiscard]] FolderWatch& folderWatch() { return *m_folderWatch; }
    /// What was done to this workspace and can be taken back.
    [[nodiscard]] QUndoStack& changes() { return m_changes; }
    /// Notes something that was done. takeBack and doAgain start the work and return at once.
    void noteChange(const QString& text, std::function<void()> takeBack, std::function<void()> doAgain);
    /// Audiences are others than before.
    void audiencesDiffer() { emit audiencesChanged(); }
    /// An audience has another name: filters that ask for it follow. Say audiencesDiffer() afterwards.
    void audienceRenamed(const std::string& from, const std::string& to);
    /// R, F and M are cut into other classes: in segments, rules of audiences and reports.
    void rfmClassesDiffer()
    {
        emit rfmClassesChanged();
        emit audiencesChanged();
    }
    /// Saved analyses are others than before.
    void analysesDiffer() { emit analysesChanged(); }
    /// Shows a saved analysis on the page of its kind.
    void requestAnalysis(const QString& kind, const QString& name) { emit analysisRequested(kind, name); }
    [[nodiscard]] bool isOpen() const { return m_snapshot != nullptr; }
    [[nodiscard]] const QString& path() const { return m_path; }
    /// Parts of the file cannot be read. What can be read is looked at; nothing is written to it any more.
    [[nodiscard]] bool isDamaged() const { return m_damage.has_value(); }
    /// "clinic" of "/home/…/clinic.meitrace"
    [[nodiscard]] QString name() const;
    /// nullptr while nothing is open
    [[nodiscard]] const SnapshotPtr& snapshot() const { return m_snapshot; }
    [[nodiscard]] const Overview& overview() const { return m_overview; }
    /// Known customers without test persons: whom a filter narrows.
    [[nodiscard]] const Bitset& everybody() const { return m_everybody; }
    /// The customers every analysis looks at: everybody, narrowed by the scope.
    [[nodiscard]] const Bitset& population() const { return m_narrowed.population; }
    /// Those of the population who did something in the days looked at; all of them where these are all.
    [[nodiscard]] const Bitset& active() const { return m_narrowed.active; }
    /// The days that population() and active() are of; nothing = the whole history.
    [[nodiscard]] std::optional<DaySpan> days() const;

    /// What was asked for last; population() follows once it is worked out.
    [[nodiscard]] const Scope& scope() const { return m_scope; }
    /// The clinic's clock; UTC while nothing is open.
    [[nodiscard]] Zone zone() const { return m_snapshot ? m_snapshot->frame().zone : Zone::utc(); }
    /// The scope that population() and days() are of.
    [[nodiscard]] const Scope& scopeOfPopulation() const { return m_narrowed.scope; }
    /// All pages look at these days and customers from now on. Kept with the workspace.
    void setScope(const Scope& scope);

    /// Names and numbers of the customers of this snapshot; read once, when first asked for.
    void withPeople(QObject* receiver, std::function<void(const std::shared_ptr<const Directory>&)> done);

    /// Opens a workspace; the one that is open stays until the new one is there.
    void open(const QString& path);
    /// Invents the demo clinic beside this path and opens it.
    void openDemo(const QString& path);
    /// An export file, with its mapping where somebody looked at it.
    struct FileToImport {
        QString path;
        std::optional<ImportRequest::Given> given;
    };
    /// Loads export files into the open workspace.
    void import(const std::vector<FileToImport>& files);
    /// What the last import of this session did to the workspace; nothing before the first.
    [[nodiscard]] const std::optional<ImportEffect>& lastEffect() const { return m_lastEffect; }
    /// Loads a file of rows that were set aside and mended.
    void requeue(const QString& file);
    /// Reads rows that were set aside once more, with other values in them; can be undone.
    void mend(const std::vector<CellMend>& mends);
    /// Takes loaded files out, as if they had never been loaded. name: of the file, or of what they are
    /// presets: what their import remembered, which is taken back with them
    void takeOut(const std::vector<std::int64_t>& batches, const QString& name,
                 const PresetChange& presets = {});
    /// Reads the loaded files again whose cleaning rules are others now.
    void readAgain();
    /// What somebody says of two handles that may be one person.
    struct IdentityAnswer {
        std::uint32_t a = 0;
        std::uint32_t b = 0;
        ReviewAnswer answer = ReviewAnswer::Same;
    };
    /// Keeps the answer; it beats every rule and every later import, and can be undone.
    void decide(const IdentityAnswer& answer);
    /// Records of a customer become somebody else's; beats every rule and every later import, can be undone.
    void splitOff(const QString& code, const std::vector<std::uint32_t>& idents);
    /// Takes back a decision of the journal.
    void takeDecisionBack(std::int64_t number);
    /// Adds what a customer told the clinic to the ledger of consents; can be undone.
    void addConsent(const QString& code, const ConsentEntry& entry);
    /// Erases a customer for good. Nothing done before can be undone afterwards: it might bring her back.
    void erase(const QString& code);
    /// Whether undo takes back an answer.
    [[nodiscard]] bool lastChangeIsDecision() const;
    void close();

    /// Reads from the workspace in a job of its own.
    template <typename T>
    void look(const JobRunner::Task& task, std::function<Result<T>(Clinic&, Job&)> work,
              std::function<void(const Result<T>&)> done)
    {
        m_jobs.run<T>(task, inClinic<T>(m_path.toStdString(), &Clinic::forReading, std::move(work)),
                      std::move(done));
    }

    /// Reads or writes the workspace in a job of its own; the clinic is opened for writing.
    template <typename T>
    void change(const JobRunner::Task& task, std::function<Result<T>(Clinic&, Job&)> work,
                std::function<void(const Result<T>&)> done)
    {
        if (m_damage) {
            m_jobs.run<T>(
                task, [refusal = *m_damage](Job& /*job*/) -> Result<T> { return refusal; }, std::move(done));
            return;
        }
        m_jobs.run<T>(task, inClinic<T>(m_path.toStdString(), &Clinic::forWriting, std::move(work)),
                      std::move(done));
    }

    /// Files opened lately, the newest first; those that are gone are left out.
    [[nodiscard]] static QStringList recentFiles();

signals:
    void opened();
    void closed();
    /// The data are others than before: new snapshot, new overview.
    void snapshotChanged();
    /// The scope says something else. chosen: somebody chose it; else it lost a value that is gone.
    void scopeChanged(bool chosen);
    /// The same data, other days or customers of them.
    void populationChanged();
    void imported(const meitrace::ImportReport& report);
    void takenOut(const QString& file);
    /// stayed: files that are as they were loaded
    void filesReadAgain(int files, const QStringList& stayed);
    /// Somebody decided who is who, or took it back.
    void decided();
    /// A customer was erased. copies: other files beside the workspace that may still hold her.
    void erased(const QString& code, const meitrace::ErasureReport& report, const QStringList& copies);
    void audiencesChanged();
    void audienceNameChanged(const std::string& from, const std::string& to);
    void rfmClassesChanged();
    void analysesChanged();
    void analysisRequested(const QString& kind, const QString& name);
    void failed(const meitrace::Error& error);
    /// The open workspace turned out to be damaged.
    void damageFound(const meitrace::Error& error);

private:
    struct Loaded;

    /// Changes what is loaded in a job of its own, then loads the workspace anew; done is told how it went.
    /// known: what an undo takes out again; nullptr where the import is a new one
    struct Brought;
    /// known: number of the decision that is taken again; nullptr where it is a new one
    void startDecision(const IdentityAnswer& answer, const std::shared_ptr<std::int64_t>& known);
    void startSplit(const QString& code, const std::vector<std::uint32_t>& idents,
                    const std::shared_ptr<std::int64_t>& known);
    void startConsent(const QString& code, const ConsentEntry& entry,
                      const std::shared_ptr<std::vector<std::int64_t>>& known);
    using Batches = std::vector<std::int64_t>;
    void startMending(const std::vector<CellMend>& mends, const std::shared_ptr<Batches>& known);
    static Result<ImportReport> bring(Workspace& workspace, const std::vector<FileToImport>& files,
                                      Brought& brought, Job& job);
    void startImport(const std::vector<FileToImport>& files, const std::shared_ptr<Brought>& known);
    void rework(const QString& title, std::function<Result<ImportReport>(Workspace&, Job&)> work,
                std::function<void(const ImportReport&)> done);
    static Result<Loaded> load(const QString& path, const Scope& scope, Job& job);
    void take(const Result<Loaded>& loaded);
    void remember() const;
    void applyScope();
    void noteDamage(const Error& error);

    JobRunner m_jobs;
    QStringList m_ofFormer;  ///< keys of work that still runs on the workspace that was open before
    std::unique_ptr<FolderWatch> m_folderWatch;
    QUndoStack m_changes;
    QString m_path;
    SnapshotPtr m_snapshot;
    std::optional<Error> m_damage;
    Overview m_overview;
    Bitset m_everybody;
    Scope m_scope;
    Narrowed m_narrowed;
    std::shared_ptr<const Directory> m_people;
    std::optional<ImportEffect> m_lastEffect;
};

}  // namespace meitrace
