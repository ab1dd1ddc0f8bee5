// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Conservation: every row read has one fate, and what is in the workspace depends on the rows, not on how
// they came.
#include "models/store/batches.h"
#include "tests/models/pipeline/pipelineworld.h"
#include "tests/support/digest.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <regex>

using namespace meitrace;
using namespace meitrace::test;

namespace {

/// What a workspace says of people, documents and events, without the files and rows it comes from.
Digest contentOf(Workspace& workspace)
{
    static const std::regex kPlace("[0-9a-f]{32}:[^|]*[|][0-9]+[|]");
    Digest content;
    const Digest all = *digestOf(workspace);
    for (const auto& [table, lines] : all) {
        if (table == "ident" || table == "customer") {
            content[table] = lines;
        }
        const bool rows = table == "events" || table == "projected"
            || std::any_of(kinds().begin(), kinds().end(),
                           [&name = table](const KindSpec& kind) { return kind.table == name; });
        for (const std::string& line : lines) {
            if (rows) {
                content[table].push_back(std::regex_replace(line, kPlace, ""));
            }
        }
        std::sort(content[table].begin(), content[table].end());
    }
    return content;
}

/// Rows of a file, each once; where one field is the key of a row, one row per key: of two versions the last
/// one counts, whatever way they came.
SampleFile distinctRows(const KindSpec& kind, SampleFile file)
{
    const bool byKey = kind.naturalKey.size() == 1;
    const auto column = byKey ? static_cast<std::size_t>(fieldIndex(kind, kind.naturalKey[0])) : 0;
    const auto less = [&](const auto& a, const auto& b) { return byKey ? a[column] < b[column] : a < b; };
    const auto same = [&](const auto& a, const auto& b) { return !less(a, b) && !less(b, a); };
    std::stable_sort(file.rows.begin(), file.rows.end(), less);
    file.rows.erase(std::unique(file.rows.begin(), file.rows.end(), same), file.rows.end());
    return file;
}

}  // namespace

class TestAccounting : public QObject {
    Q_OBJECT

private:
    PipelineWorld m_world {"accounting"};

    static void everyKind()
    {
        QTest::addColumn<int>("kind");
        for (const KindSpec& kind : kinds()) {
            QTest::newRow(std::string(kind.code).c_str()) << int {kind.id};
        }
    }

    static const KindSpec& kindOf(int id) { return *kindById(static_cast<std::uint8_t>(id)); }

    std::string write(const KindSpec& kind, const std::string& name, const SampleFile& file)
    {
        return m_world.write(std::string(kind.code) + name + ".csv", kind, file);
    }

private slots:
    void everyRowHasOneFate_data() { everyKind(); }

    void everyRowHasOneFate()
    {
        QFETCH(int, kind);
        const KindSpec& spec = kindOf(kind);
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        Job job(1);
        std::array<std::int64_t, 8> all {};
        for (std::uint64_t seed = 1; seed <= 4; ++seed) {
            const SampleFile file
                = sampleFile(spec, {.seed = seed, .rows = 150, .dirtPerMille = 25, .people = 20, .keys = 40});
            const auto report
                = m_world.import(*workspace, {write(spec, "dirty" + std::to_string(seed), file)});
            MEITRACE_OK(report);
            const auto& fates = report->files[0].fates;
            QCOMPARE(report->files[0].rowsRead, static_cast<std::int64_t>(file.rows.size()));
            QCOMPARE(std::accumulate(fates.begin(), fates.end(), std::int64_t {0}),
                     report->files[0].rowsRead);
            QCOMPARE(fates[0], std::int64_t {0});
            for (std::size_t fate = 0; fate < fates.size(); ++fate) {
                all[fate] += fates[fate];
            }
            // The rows set aside are those of the quarantine, each with its line and reason.
            const auto entries = Batches(workspace->database()).quarantine(report->files[0].batch, true);
            MEITRACE_OK(entries);
            std::vector<std::int64_t> rows;
            for (const QuarantineEntry& entry : *entries) {
                QVERIFY(entry.rule != RowRule::None && entry.line > entry.row);
                rows.push_back(entry.row);
            }
            rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
            QCOMPARE(static_cast<std::int64_t>(rows.size()),
                     fates[static_cast<std::size_t>(RowFate::Quarantined)]);
            MEITRACE_OK(workspace->verify(job));
        }
        QVERIFY(all[static_cast<std::size_t>(RowFate::Quarantined)] > 0);
        QVERIFY(all[static_cast<std::size_t>(RowFate::Ok)] + all[static_cast<std::size_t>(RowFate::Fixed)]
                > 0);
    }

    void theSameRowsAgainChangeNothing_data() { everyKind(); }

    void theSameRowsAgainChangeNothing()
    {
        QFETCH(int, kind);
        const KindSpec& spec = kindOf(kind);
        const SampleFile file = distinctRows(spec, sampleFile(spec, {.seed = 9, .rows = 80, .people = 10}));
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        const std::string path = write(spec, "once", file);
        MEITRACE_OK(m_world.import(*workspace, {path}));
        const Digest before = contentOf(*workspace);
        const auto again = m_world.import(*workspace, {path});
        MEITRACE_OK(again);
        QVERIFY(again->files[0].alreadyLoaded);
        SampleFile shorter = file;
        shorter.rows.pop_back();
        const auto part = m_world.import(*workspace, {write(spec, "part", shorter)});
        MEITRACE_OK(part);
        QCOMPARE(part->files[0].fates[static_cast<std::size_t>(RowFate::Duplicate)], part->files[0].rowsRead);
        const std::string differs = difference(before, contentOf(*workspace));
        QVERIFY2(differs.empty(), differs.c_str());
    }

    void splitOrTurnedRoundTheRowsSayTheSame_data() { everyKind(); }

    void splitOrTurnedRoundTheRowsSayTheSame()
    {
        QFETCH(int, kind);
        const KindSpec& spec = kindOf(kind);
        const SampleFile file = distinctRows(spec, sampleFile(spec, {.seed = 21, .rows = 90, .people = 10}));
        SampleFile turned = file;
        std::reverse(turned.rows.begin(), turned.rows.end());
        SampleFile first = file;
        SampleFile second = file;
        const auto half = static_cast<std::ptrdiff_t>(file.rows.size() / 2);
        first.rows.erase(first.rows.begin() + half, first.rows.end());
        second.rows.erase(second.rows.begin(), second.rows.begin() + half);
        Digest expected;
        int number = 0;
        for (const std::vector<SampleFile>& files :
             {std::vector<SampleFile> {file}, {turned}, {first, second}, {second, first}}) {
            Result<Workspace> workspace = m_world.newWorkspace();
            MEITRACE_OK(workspace);
            for (const SampleFile& part : files) {
                MEITRACE_OK(
                    m_world.import(*workspace, {write(spec, "way" + std::to_string(++number), part)}));
            }
            const Digest content = contentOf(*workspace);
            expected = expected.empty() ? content : expected;
            const std::string differs = difference(expected, content);
            QVERIFY2(differs.empty(), ("file " + std::to_string(number) + ": " + differs).c_str());
        }
    }

    void anyNumberOfThreadsGivesTheSame_data() { everyKind(); }

    void anyNumberOfThreadsGivesTheSame()
    {
        QFETCH(int, kind);
        const KindSpec& spec = kindOf(kind);
        ImportRequest request;
        request.files = {write(
            spec, "threads", sampleFile(spec, {.seed = 33, .rows = 4000, .dirtPerMille = 2, .people = 300}))};
        request.mapping.mappingFile = request.files.front() + ".json";
        Digest expected;
        for (const int threads : {1, 2, 7}) {
            Result<Workspace> workspace = m_world.newWorkspace();
            MEITRACE_OK(workspace);
            Job job(threads);
            const auto report = importFiles(*workspace, request, job);
            MEITRACE_OK(report);
            QVERIFY(!report->failure);
            const Digest all = *digestOf(*workspace, {.derived = true, .customers = true});
            expected = expected.empty() ? all : expected;
            const std::string differs = difference(expected, all);
            QVERIFY2(differs.empty(), differs.c_str());
        }
    }
};

MEITRACE_TEST(TestAccounting)

#include "tst_accounting.moc"
