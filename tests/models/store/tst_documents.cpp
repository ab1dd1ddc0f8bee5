// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/documents.h"
#include "tests/models/store/storeworld.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <map>

using namespace meitrace;
using namespace meitrace::test;

namespace {

/// A row of a file: its key and what it says.
struct Line {
    std::int64_t batch = 0;
    std::int64_t row = 0;
    std::uint64_t key = 0;
    std::uint64_t content = 0;
};

/// The rows in force and all that are kept as versions, worked out from all rows in the order of their
/// sources.
struct Model {
    std::map<std::uint64_t, Line> inForce;
    std::vector<Line> versions;

    void add(const Line& line)
    {
        const auto found = inForce.find(line.key);
        if (found != inForce.end() && found->second.content == line.content) {
            return;
        }
        inForce[line.key] = line;
        versions.push_back(line);
    }
};

using Spot = std::pair<std::int64_t, std::int64_t>;

}  // namespace

class TestDocuments : public QObject {
    Q_OBJECT

private:
    StoreWorld m_world {"documents"};
    const KindSpec& m_kind = *kindByCode("his_visit");

    Documents::Row rowOf(const Line& line) const
    {
        return {.ident = 7,
                .key = line.key,
                .content = line.content,
                .batch = line.batch,
                .row = line.row,
                .precision = TimeQuality::Minute,
                .values = {{.field = fieldIndex(m_kind, "visit_time"),
                            .number = static_cast<std::int64_t>(line.content),
                            .text = {}},
                           {.field = fieldIndex(m_kind, "store"), .number = kMissing, .text = "海淀店"},
                           {.field = fieldIndex(m_kind, "is_deal"), .number = kMissing, .text = {}}}};
    }

    std::vector<Spot> placesInForce(Documents& documents) const
    {
        std::vector<Spot> places;
        Result<Statement> query = documents.read({}, "doc_id");
        for (Result<bool> row = query->step(); row && *row; row = query->step()) {
            places.emplace_back(query->integer(1), query->integer(2));
        }
        return places;
    }

    static std::vector<Spot> placesOf(const Model& model)
    {
        std::vector<Spot> places;
        for (const auto& [key, line] : model.inForce) {
            places.emplace_back(line.batch, line.row);
        }
        std::sort(places.begin(), places.end());
        return places;
    }

private slots:
    void valuesComeBackByName()
    {
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        const std::int64_t batch = *addBatch(workspace->database(), m_kind, "a", 1);
        Documents documents(workspace->database(), m_kind);
        MEITRACE_OK(documents.load());
        const auto put = documents.put(rowOf({batch, 0, 11, 1'780'000'000'000}));
        MEITRACE_OK(put);
        QVERIFY(put->outcome == Documents::Outcome::Stored);
        Result<Statement> row = documents.read({"store", "visit_time", "is_deal", "doctor"});
        MEITRACE_OK(row);
        QVERIFY(*row->step());
        QCOMPARE(row->integer(0), std::int64_t {7});
        QCOMPARE(row->integer(1), batch);
        QCOMPARE(row->integer(2), std::int64_t {0});
        QCOMPARE(row->integer(3), std::int64_t {1});
        QCOMPARE(row->integer(4), documentNumber(batch, 0));
        QCOMPARE(std::string(row->text(5)), std::string("海淀店"));
        QCOMPARE(row->number(6), std::int64_t {1'780'000'000'000});
        QCOMPARE(row->number(7), kMissing);
        QVERIFY(row->isNull(8));
        QCOMPARE(*documents.count(), std::int64_t {1});
    }

    void aRepeatIsADuplicateAndAChangeSupersedes()
    {
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        const std::int64_t first = *addBatch(workspace->database(), m_kind, "a", 2);
        const std::int64_t second = *addBatch(workspace->database(), m_kind, "b", 3);
        Documents documents(workspace->database(), m_kind);
        MEITRACE_OK(documents.load());
        MEITRACE_OK(documents.put(rowOf({first, 1, 5, 100})));
        // A fresh object reads what is in force.
        Documents later(workspace->database(), m_kind);
        MEITRACE_OK(later.load());
        QVERIFY(later.put(rowOf({second, 0, 5, 100}))->outcome == Documents::Outcome::Duplicate);
        const auto changed = later.put(rowOf({second, 1, 5, 101}));
        MEITRACE_OK(changed);
        QVERIFY(changed->outcome == Documents::Outcome::Superseding);
        QCOMPARE(changed->otherBatch, first);
        QCOMPARE(changed->otherRow, std::int64_t {1});
        QVERIFY(later.put(rowOf({second, 2, 5, 101}))->outcome == Documents::Outcome::Duplicate);
        QCOMPARE(placesInForce(later), (std::vector<Spot> {{second, 1}}));
        QCOMPARE(**workspace->database().queryInteger("SELECT count(*) FROM visit"), std::int64_t {2});
    }

    void anOlderVersionComesBackWhenTheNewerOneGoes()
    {
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        Documents documents(workspace->database(), m_kind);
        MEITRACE_OK(documents.load());
        std::vector<std::int64_t> batches;
        for (std::uint64_t content = 1; content <= 3; ++content) {
            batches.push_back(*addBatch(workspace->database(), m_kind, std::to_string(content), 1));
            MEITRACE_OK(documents.put(rowOf({batches.back(), 0, 5, content})));
        }
        // The middle one: nothing changes. Then the last: the first comes back.
        auto keys = documents.removeBatch(batches[1]);
        MEITRACE_OK(keys);
        QCOMPARE(*keys, std::vector<std::uint64_t> {5});
        QCOMPARE(documents.settle(*keys, batches[1])->size(), std::size_t {1});
        QCOMPARE(placesInForce(documents), (std::vector<Spot> {{batches[2], 0}}));
        keys = documents.removeBatch(batches[2]);
        MEITRACE_OK(keys);
        const auto settled = documents.settle(*keys, batches[2]);
        MEITRACE_OK(settled);
        QCOMPARE(settled->size(), std::size_t {1});
        QCOMPARE(settled->front().batch, batches[0]);
        QVERIFY(settled->front().state == Documents::State::InForce);
        QCOMPARE(placesInForce(documents), (std::vector<Spot> {{batches[0], 0}}));
    }

    void takingBatchesOutGivesWhatTheOthersGive()
    {
        for (std::uint64_t seed = 1; seed <= 30; ++seed) {
            Random random(seed);
            Result<Workspace> workspace = m_world.newWorkspace();
            MEITRACE_OK(workspace);
            Documents documents(workspace->database(), m_kind);
            std::vector<std::vector<Line>> files;
            for (int file = 0; file < 5; ++file) {
                const std::int64_t batch = *addBatch(workspace->database(), m_kind, std::to_string(file), 12);
                auto& lines = files.emplace_back();
                MEITRACE_OK(documents.load());
                for (std::int64_t row = 0; row < 12; ++row) {
                    lines.push_back({batch, row, random.below(5), random.below(3)});
                    MEITRACE_OK(documents.put(rowOf(lines.back())));
                }
            }
            while (!files.empty()) {
                const std::size_t out = random.below(files.size());
                const std::int64_t batch = files[out].front().batch;
                const auto keys = documents.removeBatch(batch);
                MEITRACE_OK(keys);
                files.erase(files.begin() + static_cast<std::ptrdiff_t>(out));
                Model model;
                for (const auto& lines : files) {
                    for (const Line& line : lines) {
                        model.add(line);
                        if (line.batch > batch && std::binary_search(keys->begin(), keys->end(), line.key)) {
                            MEITRACE_OK(documents.addAside(rowOf(line)));
                        }
                    }
                }
                MEITRACE_OK(documents.settle(*keys, batch));
                QCOMPARE(placesInForce(documents), placesOf(model));
                // Every version of the model is there; what else is there is a duplicate and not in force.
                for (const Line& line : model.versions) {
                    const auto there = workspace->database().queryInteger(
                        "SELECT count(*) FROM visit WHERE doc_id = "
                        + std::to_string(documentNumber(line.batch, line.row)));
                    QCOMPARE(**there, std::int64_t {1});
                }
            }
            QCOMPARE(**workspace->database().queryInteger("SELECT count(*) FROM visit"), std::int64_t {0});
        }
    }
};

MEITRACE_TEST(TestDocuments)

#include "tst_documents.moc"
