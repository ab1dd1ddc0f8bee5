// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// watch: loads what is dropped into a folder
#include "analytics/workbench/dropfolder.h"
#include "app/commands/commands.h"
#include "app/format.h"
#include "app/terminal.h"
#include "ui/text/errortext.h"
#include "ui/text/names.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>

#include <chrono>
#include <deque>
#include <thread>

namespace meitrace {

namespace {

struct WatchText {
    Q_DECLARE_TR_FUNCTIONS(WatchText)
};

constexpr std::int64_t kMostSeconds = 86'400;

/// Says what happens, a line each: for people, or as JSON.
class WatchLog {
public:
    explicit WatchLog(bool json)
        : m_json(json)
    {
    }

    void watching(const std::string& folder) const
    {
        say("watching", folder, WatchText::tr("Waiting for files in %1; Ctrl-C ends.").arg(fromUtf8(folder)));
    }

    void loaded(const FileReport& report) const
    {
        const auto count = [&](RowFate fate) { return report.fates[static_cast<std::size_t>(fate)]; };
        const QString text = report.alreadyLoaded
            ? WatchText::tr("%1 is loaded already as batch %2; nothing was added.")
                  .arg(fileName(report.file))
                  .arg(report.batch)
            : WatchText::tr("%1: %2, %3 rows, %4 taken, %5 set aside, batch %6.")
                  .arg(fileName(report.file), kindName(report.kind), countText(report.rowsRead),
                       countText(count(RowFate::Ok) + count(RowFate::Fixed)),
                       countText(count(RowFate::Quarantined)))
                  .arg(report.batch);
        Json details = fileJson(report);
        details.erase("file");
        say(report.alreadyLoaded ? "already_loaded" : "loaded", report.file, text, details);
    }

    void refused(const std::string& file, const Error& error) const
    {
        say("refused", file, sentence(error), {{"code", std::string(errorCode(error.code))}});
    }

    void waits(const std::string& file, const Error& error) const
    {
        say("waits", file, sentence(error), {{"code", std::string(errorCode(error.code))}});
    }

private:
    static QString fileName(const std::string& path) { return QFileInfo(fromUtf8(path)).fileName(); }

    void say(const char* event, const std::string& file, const QString& text,
             const Json& details = Json::object()) const
    {
        const QDateTime now = QDateTime::currentDateTime();
        if (!m_json) {
            writeOutput(now.toString(QStringLiteral("HH:mm:ss  ")) + text + u'\n');
            return;
        }
        Json line {{"time", now.toOffsetFromUtc(now.offsetFromUtc()).toString(Qt::ISODate).toStdString()},
                   {"event", event},
                   {"file", file}};
        line.update(details);
        line["text"] = text.toStdString();
        writeOutput(QString::fromStdString(line.dump()) + u'\n');
    }

    bool m_json;
};

bool mayPass(ErrorCode code)
{
    return code == ErrorCode::StoreLocked || code == ErrorCode::StoreBusy || code == ErrorCode::FileChanged;
}

/// Loads files one after the other; what somebody else holds up is tried again.
class Loader {
public:
    Loader(std::string workspace, const WatchLog& log)
        : m_workspace(std::move(workspace))
        , m_log(log)
    {
    }

    void add(const std::vector<std::string>& files)
    {
        m_files.insert(m_files.end(), files.begin(), files.end());
    }
    [[nodiscard]] bool isIdle() const { return m_files.empty(); }

    /// False when the job was stopped.
    bool run(Job& job)
    {
        while (!m_files.empty()) {
            const std::string file = m_files.front();
            const Result<FileReport> report = load(file, job);
            if (report) {
                m_log.loaded(*report);
            } else if (report.error().code == ErrorCode::Cancelled) {
                return false;
            } else if (mayPass(report.error().code)) {
                if (m_held != file) {
                    m_log.waits(file, report.error());
                    m_held = file;
                }
                return true;
            } else {
                m_log.refused(file, report.error());
            }
            m_files.pop_front();
            m_held.clear();
        }
        return true;
    }

private:
    [[nodiscard]] Result<FileReport> load(const std::string& file, Job& job) const
    {
        Result<Clinic> clinic = Clinic::forWriting(m_workspace, job);
        if (!clinic) {
            return clinic.error();
        }
        ImportRequest request;
        request.files.push_back(file);
        Result<ImportReport> report = importFiles(clinic->workspace(), request, job);
        if (!report) {
            return report.error();
        }
        if (report->failure) {
            return *report->failure;
        }
        return report->files.empty()
            ? Result<FileReport>(Error {.code = ErrorCode::NotFound, .subject = file})
            : Result<FileReport>(report->files.front());
    }

    std::string m_workspace;
    const WatchLog& m_log;
    std::deque<std::string> m_files;
    std::string m_held;  ///< the file about which it was said that it waits
};

/// False when the job was stopped meanwhile.
bool rest(std::chrono::milliseconds time, const Job& job)
{
    constexpr std::chrono::milliseconds kStep {50};
    for (; time > std::chrono::milliseconds::zero() && !job.stopped(); time -= kStep) {
        std::this_thread::sleep_for(std::min(time, kStep));
    }
    return !job.stopped();
}

}  // namespace

Result<Answer> runWatch(const CommandContext& context)
{
    const Result<std::int64_t> interval = context.integer("interval", 2);
    if (!interval) {
        return interval.error();
    }
    if (*interval < 1 || *interval > kMostSeconds) {
        return Error {
            .code = ErrorCode::BadOption, .subject = "interval", .value = context.value("interval")};
    }
    if (Result<Clinic> clinic = Clinic::forReading(context.argument(0), context.job); !clinic) {
        return clinic.error();
    }
    const WatchLog log(context.isSet("json"));
    DropFolder folder(context.argument(1));
    Loader loader(context.argument(0), log);
    const bool once = context.isSet("once");
    const std::chrono::milliseconds pause(*interval * 1'000);
    for (int looks = 0; !context.job.stopped(); ++looks) {
        const Result<std::vector<std::string>> files = folder.look();
        if (!files) {
            return files.error();
        }
        if (looks == 0 && !once) {
            log.watching(folder.path());
        }
        loader.add(*files);
        if (!loader.run(context.job)) {
            return Error {.code = ErrorCode::Cancelled};
        }
        const bool done = once && looks > 0 && loader.isIdle() && folder.waiting() == 0;
        if (done || !rest(pause, context.job)) {
            break;
        }
    }
    return Answer {};
}

}  // namespace meitrace
