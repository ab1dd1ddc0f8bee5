// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/pipeline/pipelineworld.h"
#include "tests/support/digest.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>

using namespace meitrace;
using namespace meitrace::test;

namespace {

/// A file of the pool and its batch while it is loaded.
struct Loaded {
    std::string path;
    std::int64_t batch = 0;
};

}  // namespace

class TestUndo : public QObject {
    Q_OBJECT

private:
    PipelineWorld m_world {"undo"};

    /// Files that share rows: windows over the same rows, some of them changed, some repeated.
    std::vector<std::string> overlappingFiles(const KindSpec& kind, std::uint64_t seed)
    {
        Random random(seed, 77);
        const SampleFile all
            = sampleFile(kind, {.seed = seed, .rows = 40, .dirtPerMille = 20, .people = 6, .keys = 15});
        const SampleFile other = sampleFile(
            kind, {.seed = seed + 1000, .rows = 40, .dirtPerMille = 20, .people = 6, .keys = 15});
        std::vector<std::string> files;
        for (int number = 0; number < 5; ++number) {
            SampleFile file;
            file.header = all.header;
            const std::size_t begin = random.below(15);
            for (std::size_t i = begin; i < begin + 20; ++i) {
                const bool changed = random.chance(150'000);
                file.rows.push_back(changed ? other.rows[i] : all.rows[i]);
                if (random.chance(150'000)) {
                    file.rows.push_back(file.rows[random.below(file.rows.size())]);
                }
            }
            files.push_back(m_world.write(std::string(kind.code) + std::to_string(seed) + "-"
                                              + std::to_string(number) + ".csv",
                                          kind, file));
        }
        return files;
    }

    /// What the workspace would be if only these files had been loaded, in this order.
    Result<Digest> digestOfOnly(const std::vector<Loaded>& files)
    {
        Result<Workspace> workspace = m_world.newWorkspace();
        if (!workspace) {
            return workspace.error();
        }
        for (const Loaded& file : files) {
            if (const auto report = m_world.import(*workspace, {file.path}); !report) {
                return report.error();
            }
        }
        return digestOf(*workspace);
    }

private slots:
    void undoingTheLastImportRestoresEverything_data()
    {
        QTest::addColumn<int>("kind");
        for (const KindSpec& kind : kinds()) {
            QTest::newRow(std::string(kind.code).c_str()) << int {kind.id};
        }
    }

    void undoingTheLastImportRestoresEverything()
    {
        QFETCH(int, kind);
        const KindSpec& spec = *kindById(static_cast<std::uint8_t>(kind));
        const std::vector<std::string> files = overlappingFiles(spec, 5);
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        Job job(1);
        for (const std::string& file : files) {
            const Digest before = *digestOf(*workspace, {.derived = true, .customers = true});
            auto report = m_world.import(*workspace, {file});
            MEITRACE_OK(report);
            QVERIFY(*digestOf(*workspace) != before);
            MEITRACE_OK(undoImport(*workspace, report->files[0].batch, job));
            MEITRACE_OK(workspace->verify(job));
            const Digest after = *digestOf(*workspace, {.derived = true, .customers = true});
            const std::string differs = difference(before, after);
            QVERIFY2(differs.empty(), differs.c_str());
            MEITRACE_OK(m_world.import(*workspace, {file}));
        }
    }

    void anyOrderOfImportsAndUndosLeavesNoTrace_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("seed");
        for (const KindSpec& kind : kinds()) {
            // The kinds from the eleventh on are documents like those before them.
            for (int seed = 1; seed <= (kind.id <= 10 ? 3 : 1); ++seed) {
                QTest::addRow("%s %d", std::string(kind.code).c_str(), seed) << int {kind.id} << seed;
            }
        }
    }

    void anyOrderOfImportsAndUndosLeavesNoTrace()
    {
        QFETCH(int, kind);
        QFETCH(int, seed);
        const KindSpec& spec = *kindById(static_cast<std::uint8_t>(kind));
        const std::vector<std::string> files = overlappingFiles(spec, static_cast<std::uint64_t>(seed));
        Random random(static_cast<std::uint64_t>(seed), spec.id);
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        Job job(1);
        std::vector<Loaded> loaded;
        for (int step = 0; step < 12; ++step) {
            std::string what;
            if (loaded.size() < 2 || (loaded.size() < files.size() && random.chance(500'000))) {
                std::string path;
                do {
                    path = files[random.below(files.size())];
                } while (std::any_of(loaded.begin(), loaded.end(),
                                     [&](const Loaded& file) { return file.path == path; }));
                const auto report = m_world.import(*workspace, {path});
                MEITRACE_OK(report);
                loaded.push_back({path, report->files[0].batch});
                what = "import " + path;
            } else {
                const auto place = loaded.begin() + static_cast<std::ptrdiff_t>(random.below(loaded.size()));
                MEITRACE_OK(undoImport(*workspace, place->batch, job));
                what = "undo " + place->path;
                loaded.erase(place);
            }
            MEITRACE_OK(workspace->verify(job));
            const auto expected = digestOfOnly(loaded);
            const auto found = digestOf(*workspace);
            MEITRACE_OK(expected);
            MEITRACE_OK(found);
            const std::string differs = difference(*expected, *found);
            QVERIFY2(differs.empty(),
                     ("step " + std::to_string(step) + ", " + what + ": " + differs).c_str());
        }
    }
};

MEITRACE_TEST(TestUndo)

#include "tst_undo.moc"
