// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/session.h"

#include "analytics/workbench/audiences.h"
#include "analytics/workbench/demo.h"
#include "analytics/workbench/importing.h"
#include "ui/session/donechange.h"
#include "ui/session/folderwatch.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>

namespace meitrace {

namespace {

constexpr int kMostRecent = 8;

QString recentKey()
{
    return QStringLiteral("recent/files");
}

QString openKey()
{
    return QStringLiteral("open");
}

QString scopeKey()
{
    return QStringLiteral("scope");
}

}  // namespace

/// What an import brought into the workspace.
struct Session::Brought {
    std::vector<std::int64_t> batches;
    PresetChange presets;
    std::optional<ImportEffect> effect;
};

struct Session::Loaded {
    QString path;
    SnapshotPtr snapshot;
    Overview overview;
    Bitset everybody;
    Scope asked;
    Narrowed narrowed;
    std::optional<Error> damage;  ///< what could not be read beside the customers and their events
};

Session::Session(QObject* parent)
    : QObject(parent)
{
    connect(&m_jobs, &JobRunner::failed, this, [this](const QString& key, const Error& error) {
        // Opening speaks of another file, or tells take() itself.
        if (error.code == ErrorCode::StoreDamaged && key != openKey() && !m_ofFormer.contains(key)) {
            noteDamage(error);
        }
    });
    connect(&m_jobs, &JobRunner::started, this, [this](const QString& key) { m_ofFormer.removeAll(key); });
    connect(&m_jobs, &JobRunner::finished, this, [this](const QString& key) { m_ofFormer.removeAll(key); });
    connect(this, &Session::audiencesChanged, this, [this] {
        if (!m_scope.customers.of(FilterField::Audience).empty()) {
            applyScope();
        }
    });
    m_folderWatch = std::make_unique<FolderWatch>(*this);
}

Session::~Session() = default;

QString Session::name() const
{
    return QFileInfo(m_path).completeBaseName();
}

Result<Session::Loaded> Session::load(const QString& path, const Scope& scope, Job& job)
{
    Result<Clinic> clinic = Clinic::forReading(path.toStdString(), job);
    if (!clinic) {
        return clinic.error();
    }
    const Result<SnapshotPtr> snapshot = clinic->snapshot(job);
    Result<Overview> overview = overviewOf(*clinic, job);
    Result<Bitset> everybody = populationOf(*clinic, {}, job);
    if (!snapshot || !everybody) {
        return snapshot ? everybody.error() : snapshot.error();
    }
    std::optional<Error> damage;
    if (!overview) {
        if (overview.error().code != ErrorCode::StoreDamaged) {
            return overview.error();
        }
        damage = overview.error();
        overview = Overview {};
    }
    Result<Narrowed> narrowed = narrow(*clinic, *everybody, scope, job);
    if (!narrowed) {
        if (narrowed.error().code == ErrorCode::Cancelled) {
            return narrowed.error();
        }
        narrowed = Narrowed {.scope = {}, .population = *everybody, .active = *everybody};
    }
    return Loaded {path,  *snapshot, std::move(*overview), std::move(*everybody), scope, std::move(*narrowed),
                   damage};
}

void Session::take(const Result<Loaded>& loaded)
{
    if (!loaded) {
        if (loaded.error().code != ErrorCode::Cancelled) {
            emit failed(loaded.error());
        }
        return;
    }
    const bool isNew = m_path != loaded->path || !m_snapshot;
    if (isNew) {
        m_ofFormer = m_jobs.keys();
    }
    m_path = loaded->path;
    m_snapshot = loaded->snapshot;
    m_overview = loaded->overview;
    m_everybody = loaded->everybody;
    m_narrowed = loaded->narrowed;
    m_damage.reset();
    m_people.reset();
    remember();
    // What was being narrowed is of data that are gone. A filter chosen while they were read holds.
    m_jobs.cancel(scopeKey());
    const bool chosenMeanwhile = !isNew && m_scope != loaded->asked;
    const bool lostValues = !isNew && !chosenMeanwhile && m_scope != m_narrowed.scope;
    if (!chosenMeanwhile) {
        m_scope = m_narrowed.scope;
        rememberScope(m_path, m_scope, recentFiles());
    }
    if (isNew) {
        m_changes.clear();
        emit opened();
    }
    emit snapshotChanged();
    if (loaded->damage) {
        noteDamage(*loaded->damage);
    }
    if (lostValues) {
        emit scopeChanged(false);
    }
    if (chosenMeanwhile) {
        applyScope();
    }
}

void Session::withPeople(QObject* receiver, std::function<void(const std::shared_ptr<const Directory>&)> done)
{
    if (m_people || !m_snapshot) {
        done(m_people);
        return;
    }
    using People = std::shared_ptr<const Directory>;
    look<People>(
        {receiver, QStringLiteral("people"), tr("Reading names")},
        [snapshot = m_snapshot](Clinic& clinic, Job& job) {
            Result<People> people = Directory::read(clinic.workspace(), *snapshot, job);
            if (people) {
                (*people)->learnSounds();  // the palette searches on the window's own thread
            }
            return people;
        },
        [this, snapshot = m_snapshot, done = std::move(done)](const Result<People>& people) {
            if (people && snapshot == m_snapshot) {
                m_people = *people;
                done(m_people);
            }
        });
}

void Session::open(const QString& path)
{
    const QString file = QFileInfo(path).absoluteFilePath();
    m_jobs.run<Loaded>(
        {this, openKey(), tr("Opening %1").arg(QFileInfo(file).fileName())},
        [file, scope = file == m_path ? m_scope : rememberedScope(file)](Job& job) {
            return load(file, scope, job);
        },
        [this](const Result<Loaded>& loaded) { take(loaded); });
}

void Session::openDemo(const QString& path)
{
    m_jobs.run<Loaded>(
        {this, openKey(), tr("Making the sample clinic")},
        [path](Job& job) -> Result<Loaded> {
            for (const char* companion : {"", "-wal", "-shm", "-journal"}) {
                QFile::remove(path + QLatin1String(companion));
            }
            const QFileInfo info(path);
            const QString folder
                = info.absolutePath() + u'/' + info.completeBaseName() + QStringLiteral("-files");
            const Result<ImportReport> made = makeDemoClinic(
                {.workspace = path.toStdString(), .folder = folder.toStdString(), .size = "S", .seed = 1},
                job);
            if (!made) {
                return made.error();
            }
            return made->failure ? Result<Loaded>(*made->failure) : load(path, {}, job);
        },
        [this](const Result<Loaded>& loaded) { take(loaded); });
}

void Session::rework(const QString& title, std::function<Result<ImportReport>(Workspace&, Job&)> work,
                     std::function<void(const ImportReport&)> done)
{
    struct Reworked {
        ImportReport report;
        Result<Loaded> loaded;
    };
    if (m_damage) {
        emit failed(*m_damage);
        return;
    }
    const QString path = m_path;
    m_jobs.run<Reworked>(
        {this, QStringLiteral("import"), title},
        [path, scope = m_scope, work = std::move(work)](Job& job) -> Result<Reworked> {
            Result<ImportReport> report = Error {.code = ErrorCode::Cancelled};
            {
                Result<Clinic> clinic = Clinic::forWriting(path.toStdString(), job);
                if (!clinic) {
                    return clinic.error();
                }
                report = work(clinic->workspace(), job);
            }
            if (!report) {
                return report.error();
            }
            return Reworked {std::move(*report), load(path, scope, job)};
        },
        [this, done = std::move(done)](const Result<Reworked>& reworked) {
            if (!reworked) {
                if (reworked.error().code != ErrorCode::Cancelled) {
                    emit failed(reworked.error());
                }
                return;
            }
            take(reworked->loaded);
            done(reworked->report);
            if (reworked->report.failure && reworked->report.failure->code != ErrorCode::Cancelled) {
                emit failed(*reworked->report.failure);
            }
        });
}

void Session::import(const std::vector<FileToImport>& files)
{
    startImport(files, nullptr);
}

/// Imports and writes down what that brought.
Result<ImportReport> Session::bring(Workspace& workspace, const std::vector<FileToImport>& files,
                                    Brought& brought, Job& job)
{
    ImportRequest request;
    for (const FileToImport& file : files) {
        request.files.push_back(file.path.toStdString());
        request.given.push_back(file.given);
    }
    const auto before = presetRows(workspace);
    const Result<DataState> state = dataState(workspace);
    Result<ImportReport> report = before ? importFiles(workspace, request, job) : before.error();
    const auto after = presetRows(workspace);
    if (report && after) {
        brought.presets = presetChange(*before, *after);
    }
    // The files are in, even where their effect cannot be told.
    brought.effect.reset();
    if (report && state) {
        const Result<ImportEffect> effect = importEffect(workspace, *state, *report);
        brought.effect = effect ? std::optional(*effect) : std::nullopt;
    }
    return report;
}

void Session::startImport(const std::vector<FileToImport>& files, const std::shared_ptr<Brought>& known)
{
    const QString name = QFileInfo(files.front().path).fileName();
    const auto brought = known ? known : std::make_shared<Brought>();
    rework(
        files.size() == 1 ? tr("Importing %1").arg(name) : tr("Importing %1 files").arg(files.size()),
        [files, brought](Workspace& workspace, Job& job) { return bring(workspace, files, *brought, job); },
        [this, files, name, brought, isNew = !known](const ImportReport& report) {
            m_lastEffect = brought->effect;
            brought->batches.clear();
            for (const FileReport& file : report.files) {
                if (!file.alreadyLoaded) {
                    brought->batches.push_back(file.batch);
                }
            }
            if (isNew && !brought->batches.empty()) {
                const QString what = brought->batches.size() == 1
                    ? name
                    : tr("%1 files").arg(static_cast<qlonglong>(brought->batches.size()));
                noteChange(
                    tr("import of %1").arg(what),
                    [this, brought, what] { takeOut(brought->batches, what, brought->presets); },
                    [this, files, brought] { startImport(files, brought); });
            }
            emit imported(report);
        });
}

void Session::takeOut(const std::vector<std::int64_t>& batches, const QString& name,
                      const PresetChange& presets)
{
    rework(
        tr("Taking %1 out").arg(name),
        [batches, presets](Workspace& workspace, Job& job) -> Result<ImportReport> {
            for (const std::int64_t batch : batches) {
                if (Status status = undoImport(workspace, batch, job); !status) {
                    return status.error();
                }
            }
            const Status status = presets.isEmpty() ? Status(Done {}) : takeBack(workspace, presets);
            return status ? Result<ImportReport>(ImportReport {}) : Result<ImportReport>(status.error());
        },
        [this, name](const ImportReport& report) {
            static_cast<void>(report);
            m_lastEffect.reset();
            emit takenOut(name);
        });
}

void Session::noteDamage(const Error& error)
{
    if (m_snapshot && !m_damage) {
        m_damage = error;
        emit damageFound(error);
    }
}

void Session::noteChange(const QString& text, std::function<void()> takeBack, std::function<void()> doAgain)
{
    m_changes.push(new DoneChange(text, std::move(takeBack), std::move(doAgain)));
}

void Session::close()
{
    m_path.clear();
    m_lastEffect.reset();
    m_snapshot.reset();
    m_damage.reset();
    m_overview = {};
    m_everybody = {};
    m_scope = {};
    m_narrowed = {};
    m_jobs.cancel(scopeKey());
    m_changes.clear();
    emit closed();
    emit snapshotChanged();
}

QStringList Session::recentFiles()
{
    QStringList files = QSettings().value(recentKey()).toStringList();
    files.removeIf([](const QString& file) { return QDir::isRelativePath(file) || !QFile::exists(file); });
    return files;
}

void Session::remember() const
{
    QStringList files = recentFiles();
    files.removeAll(m_path);
    files.prepend(m_path);
    QSettings().setValue(recentKey(), files.mid(0, kMostRecent));
}

}  // namespace meitrace
