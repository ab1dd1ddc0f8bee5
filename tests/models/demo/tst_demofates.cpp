// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/cleanblock.h"
#include "models/ingest/mapping.h"
#include "models/ingest/rowsource.h"
#include "tests/support/testmain.h"

#include "demofolder.h"

using namespace meitrace;
using test::DemoFolder;

namespace {

constexpr std::size_t kSampleRows = 200;
constexpr Millis kImportedAt = 1'795'000'000'000;  // some day after the as-of day

struct Read {
    Proposal proposal;
    std::vector<std::pair<std::int64_t, RowFate>> fates;  ///< line, fate
};

Read readWithTheImporter(const std::string& path)
{
    Read read;
    auto source = openRowSource(path);
    Sample sample;
    sample.header = (*source)->shape().header;
    std::vector<RowBlock> blocks;
    while (true) {
        auto raw = (*source)->nextRaw();
        if (!raw || !*raw) {
            break;
        }
        blocks.push_back((*source)->parse(std::move(*raw)));
    }
    for (const RowBlock& block : blocks) {
        for (std::size_t i = 0;
             static_cast<std::int32_t>(i) < block.rows() && sample.rows.size() < kSampleRows; ++i) {
            sample.rows.emplace_back(block.cells.begin() + block.rowStart[i],
                                     block.cells.begin() + block.rowStart[i + 1]);
        }
    }
    read.proposal = proposeMapping(sample);
    const auto plan = CleaningPlan::make(read.proposal.mapping, sample.header, sample,
                                         *Zone::find("Asia/Shanghai"), kImportedAt, path);
    if (!plan) {
        return read;
    }
    for (RowBlock& block : blocks) {
        const std::vector<std::int64_t> lines(block.line.begin(), block.line.end());
        const CleanBlock clean = (*plan)->clean(std::move(block));
        for (std::size_t i = 0; i < clean.fates.size(); ++i) {
            read.fates.emplace_back(lines[i], clean.fates[i]);
        }
    }
    return read;
}

}  // namespace

/// The files go through the program's own reading, mapping and cleaning: what was planted is what is found.
class TestDemoFates : public QObject {
    Q_OBJECT

private slots:
    void kindAndColumnsAreRecognisedWithoutAMapping()
    {
        const DemoFolder& folder = DemoFolder::ofSeed(1);
        for (std::size_t i = 0; i < test::exportLayouts().size(); ++i) {
            const demo::Layout& layout = demo::layoutOf(test::exportLayouts()[i].first);
            const Read read = readWithTheImporter(folder.files.exports[i].path);
            QVERIFY2(read.proposal.certain, layout.name.c_str());
            QCOMPARE(std::string(read.proposal.mapping.kind->code), layout.kind);
            std::map<std::string, std::string> fieldOf;
            for (const Mapping::Column& column : read.proposal.mapping.columns) {
                fieldOf[column.header]
                    = read.proposal.mapping.kind->fields[static_cast<std::size_t>(column.field)].name;
            }
            for (std::size_t c = 0; c < layout.fields.size(); ++c) {
                const std::string& field = layout.fields[c];
                const bool ignored
                    = field == "remark" || field == "template" || field.rfind("seller", 0) == 0;
                QVERIFY2(
                    fieldOf[layout.headers[c]] == (ignored ? std::string() : field),
                    (layout.name + " " + layout.headers[c] + " is " + fieldOf[layout.headers[c]]).c_str());
            }
        }
    }

    void everyRowHasItsExpectedFate()
    {
        for (const std::uint64_t seed : {1U, 2U}) {
            const DemoFolder& folder = DemoFolder::ofSeed(seed);
            const auto planted = folder.planted();
            const decltype(planted)::mapped_type noRows;  // a small file may have none
            for (std::size_t i = 0; i < test::exportLayouts().size(); ++i) {
                const DemoFile& file = folder.files.exports[i];
                const std::string name = file.path.substr(folder.path().size() + 1);
                const auto& rows = planted.count(name) == 1 ? planted.at(name) : noRows;
                const Read read = readWithTheImporter(file.path);
                QCOMPARE(static_cast<std::int64_t>(read.fates.size()), file.rows);
                for (const auto& [line, fate] : read.fates) {
                    const auto found = rows.find(line);
                    const std::string expected = found == rows.end() ? "ok" : found->second.fate;
                    // Only the store sees duplicates: up to there such a row is as good as the one it
                    // repeats.
                    const bool good = expected == "duplicate" ? fate == RowFate::Ok || fate == RowFate::Fixed
                                                              : fateCode(fate) == expected;
                    QVERIFY2(good,
                             (name + ":" + std::to_string(line) + " expected " + expected + ", got "
                              + std::string(fateCode(fate)))
                                 .c_str());
                }
            }
        }
    }
};

MEITRACE_TEST(TestDemoFates)
#include "tst_demofates.moc"
