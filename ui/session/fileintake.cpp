// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/fileintake.h"

#include <QFileInfo>

#include <algorithm>

namespace meitrace {

namespace {

QString checkKey()
{
    return QStringLiteral("checkFile");
}

QString loadedKey()
{
    return QStringLiteral("loadedFiles");
}

QString previewKey(int number)
{
    return QStringLiteral("preview%1").arg(number);
}

QString nameOf(const IntakeFile& file)
{
    return QFileInfo(QString::fromStdString(file.path)).fileName();
}

/// Whether the same columns feed the same fields: then rows read alike.
bool feedsAlike(const Mapping& a, const Mapping& b)
{
    return a.kind == b.kind
        && std::equal(a.columns.begin(), a.columns.end(), b.columns.begin(), b.columns.end(),
                      [](const Mapping::Column& one, const Mapping::Column& other) {
                          return one.field == other.field && one.header == other.header;
                      });
}

}  // namespace

FileIntake::FileIntake(Session& session, const QStringList& files, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
    QStringList once = files;
    once.removeDuplicates();
    for (const QString& file : std::as_const(once)) {
        m_files.emplace_back().path = file.toStdString();
    }
}

void FileIntake::start()
{
    findLoaded();
    goOn();
}

void FileIntake::stop()
{
    m_isStopped = true;
    JobRunner& jobs = m_session.jobs();
    jobs.cancel(checkKey());
    jobs.cancel(loadedKey());
    for (int i = 0; i < count(); ++i) {
        jobs.cancel(previewKey(i));
    }
}

void FileIntake::findLoaded()
{
    if (count() < 2 || m_session.overview().batches.empty()) {
        m_loaded.emplace();
        return;
    }
    m_session.look<std::vector<LoadedFile>>(
        {this, loadedKey(), tr("Looking up the loaded files")},
        [](Clinic& clinic, Job& job) { return loadedFiles(clinic.workspace(), job); },
        [this](const Result<std::vector<LoadedFile>>& loaded) {
            // Without them the files can be imported all the same.
            m_loaded = loaded ? *loaded : std::vector<LoadedFile>();
            emit loadedFound();
        });
}

void FileIntake::goOn()
{
    if (m_isStopped) {
        return;
    }
    // A look at each of them takes little and says what there is to decide: it comes first.
    for (int i = 0; i < count(); ++i) {
        if (!file(i).preview && !file(i).problem) {
            if (!m_session.jobs().isRunning(previewKey(i))) {
                look(i);
            }
            return;
        }
    }
    for (int i = 0; m_checking < 0 && i < count(); ++i) {
        if (waitsForCheck(i)) {
            startCheck(i);
        }
    }
}

void FileIntake::look(int number)
{
    m_session.look<FilePreview>(
        {this, previewKey(number), tr("Looking at %1").arg(nameOf(file(number)))},
        [path = file(number).path, choices = file(number).choices](Clinic& clinic, Job& job) {
            static_cast<void>(job);
            return previewFile(clinic.workspace(), path, choices);
        },
        [this, number](const Result<FilePreview>& preview) { take(number, preview); });
}

void FileIntake::take(int number, const Result<FilePreview>& preview)
{
    IntakeFile& target = at(number);
    const bool first = !target.preview;
    endCheck(number);
    target.check.reset();
    target.unchecked = false;
    target.problem.reset();
    if (preview) {
        target.preview = *preview;
        target.mapping = preview->mapping;
    } else {
        target.problem = preview.error();
    }
    emit previewed(number, first);
    emit changed(number);
    goOn();
}

bool FileIntake::waitsForCheck(int number) const
{
    const IntakeFile& one = file(number);
    return !one.leftOut && !one.unchecked && !one.check && canBeChecked(one);
}

void FileIntake::check(int number)
{
    at(number).unchecked = false;
    if (m_checking != number && waitsForCheck(number)) {
        startCheck(number);  // takes the place of another one, which comes again afterwards
    }
}

void FileIntake::startCheck(int number)
{
    m_checking = number;
    m_session.look<FileCheck>(
        {this, checkKey(), tr("Checking %1").arg(nameOf(file(number)))},
        [path = file(number).path, mapping = file(number).mapping](Clinic& clinic, Job& job) {
            return checkWithMapping(clinic.workspace(), path, mapping, job);
        },
        [this, number, round = ++m_round](const Result<FileCheck>& check) {
            if (round == m_round) {
                m_checking = -1;
                takeCheck(number, check);
            }
            goOn();
        });
}

void FileIntake::takeCheck(int number, const Result<FileCheck>& check)
{
    IntakeFile& target = at(number);
    if (check) {
        target.check = *check;
    } else if (check.error().code == ErrorCode::Cancelled) {
        target.unchecked = true;
    } else {
        target.problem = check.error();
    }
    emit changed(number);
}

void FileIntake::endCheck(int number)
{
    if (m_checking == number) {
        m_checking = -1;
        ++m_round;
        m_session.jobs().cancel(checkKey());
    }
}

void FileIntake::setChoices(int number, const ReadingChoices& choices)
{
    at(number).edited |= at(number).choices.kind != choices.kind;
    at(number).choices = choices;
    look(number);
}

void FileIntake::setMapping(int number, const Mapping& mapping)
{
    IntakeFile& target = at(number);
    if (!feedsAlike(target.mapping, mapping)) {
        endCheck(number);
        target.check.reset();
        target.unchecked = false;
    }
    target.mapping = mapping;
    target.edited = true;
    emit changed(number);
    goOn();
}

void FileIntake::accept(int number)
{
    at(number).edited = true;
    emit changed(number);
}

void FileIntake::setLeftOut(int number, bool leftOut)
{
    if (leftOut) {
        endCheck(number);
    }
    at(number).leftOut = leftOut;
    emit changed(number);
    goOn();
}

std::vector<Session::FileToImport> FileIntake::chosen() const
{
    std::vector<Session::FileToImport> files;
    for (const IntakeFile& one : m_files) {
        if (count() > 1 && !isTaken(one)) {
            continue;
        }
        const QString path = QString::fromStdString(one.path);
        ImportRequest::Given given {.mapping = one.mapping, .presetName = {}};
        if (one.edited && one.remember) {
            given.presetName = QFileInfo(path).completeBaseName().toStdString();
        }
        files.push_back({path, given});
    }
    return files;
}

}  // namespace meitrace
