// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/store/storeworld.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace meitrace;
using namespace meitrace::test;

namespace {

bool sameFates(const FateLog& a, const FateLog& b)
{
    if (a.rows() != b.rows()) {
        return false;
    }
    for (std::int64_t row = 0; row < a.rows(); ++row) {
        if (a.at(row) != b.at(row)) {
            return false;
        }
    }
    return a.bytes() == b.bytes();
}

FateLog randomFates(Random& random, std::int64_t rows, std::uint64_t changes)
{
    FateLog log;
    RowFate fate = RowFate::Ok;
    for (std::int64_t row = 0; row < rows; ++row) {
        fate = random.chance(changes) ? static_cast<RowFate>(1 + random.below(7)) : fate;
        log.append(fate);
    }
    for (std::int64_t i = 0; i < rows / 20; ++i) {
        log.change(static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(rows))),
                   random.chance(500'000) ? RowFate::Superseded : RowFate::Duplicate);
    }
    return log;
}

}  // namespace

class TestFates : public QObject {
    Q_OBJECT

private:
    StoreWorld m_world {"fates"};

private slots:
    void fatesComeBackFromBytes()
    {
        Random random(1);
        for (const std::int64_t rows : {0, 1, 2, 127, 128, 5'000, 70'000}) {
            for (const std::uint64_t changes :
                 {std::uint64_t {0}, std::uint64_t {20'000}, std::uint64_t {900'000}}) {
                const FateLog log = randomFates(random, rows, changes);
                const auto back = FateLog::fromBytes(log.bytes(), rows);
                QVERIFY(back);
                QVERIFY(sameFates(log, *back));
                QCOMPARE(back->counts(), log.counts());
            }
        }
    }

    void aUniformFileTakesAFewBytes()
    {
        FateLog log;
        log.append(RowFate::Ok, 50'000'000);
        QVERIFY(log.bytes().size() <= 6);
    }

    void manyDifferentFatesStayBelowTheLimitOfACell()
    {
        // A store's cell holds 16 MiB. Of a file of 5 million rows every second may have been mended at
        // random.
        Random random(2);
        FateLog log;
        for (int row = 0; row < 5'000'000; ++row) {
            log.append(random.chance(500'000) ? RowFate::Fixed : RowFate::Ok);
        }
        const std::string bytes = log.bytes();
        QVERIFY2(bytes.size() < 2'000'000, std::to_string(bytes.size()).c_str());
        QVERIFY(FateLog::fromBytes(bytes, 5'000'000));
    }

    void damagedBytesAreRefused()
    {
        FateLog log;
        log.append(RowFate::Ok, 1'000);
        log.append(RowFate::Quarantined, 3);
        const std::string sound = log.bytes();
        QVERIFY(FateLog::fromBytes(sound, 1'003));
        QVERIFY(!FateLog::fromBytes(sound, 1'002));
        QVERIFY(!FateLog::fromBytes(sound, 1'004));
        QVERIFY(!FateLog::fromBytes(sound, -1));
        QVERIFY(!FateLog::fromBytes(sound.substr(0, 2), 1'003));
        QVERIFY(!FateLog::fromBytes(std::string("\x01\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F"), 10));
        QVERIFY(!FateLog::fromBytes(std::string("\x20\x0A", 2), 10));
        QVERIFY(!FateLog::fromBytes(std::string("\0\x01\x0A", 3), 10));
        QVERIFY(!FateLog::fromBytes(std::string("\0", 1), 0));
    }

    void aRowThatComesBackIsWhatItWas()
    {
        FateLog log;
        log.append(RowFate::Ok);
        log.append(RowFate::Fixed);
        for (const RowFate away : {RowFate::Superseded, RowFate::Duplicate}) {
            log.change(0, away);
            log.change(1, away);
            QCOMPARE(log.counts()[static_cast<std::size_t>(away)], std::int64_t {2});
            log = *FateLog::fromBytes(log.bytes(), 2);
            log.restore(0);
            log.restore(1);
            QVERIFY(log.at(0) == RowFate::Ok);
            QVERIFY(log.at(1) == RowFate::Fixed);
        }
        // From one way out to the other, and back.
        log.change(1, RowFate::Superseded);
        log.change(1, RowFate::Duplicate);
        log.restore(1);
        QVERIFY(log.at(1) == RowFate::Fixed);
        log.append(RowFate::Quarantined);
        log.restore(2);
        QVERIFY(log.at(2) == RowFate::Quarantined);
    }

    void batchesComeBackAsTheyWereWritten()
    {
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        Batches batches(workspace->database());
        Random random(3);
        ImportBatch batch;
        batch.kind = 3;
        batch.fileName = "开单.csv";
        batch.contentHash = "abc";
        batch.fileBytes = 12'345;
        batch.encoding = "gb18030";
        batch.delimiter = ";";
        batch.headerLine = 3;
        batch.mapping = "{}";
        batch.preset = "mine";
        batch.importedAt = 1'780'000'000'000;
        const auto number = batches.begin(batch);
        MEITRACE_OK(number);
        batch.id = *number;
        batch.fates = randomFates(random, 1'000, 100'000);
        batch.rowsRead = 1'000;
        batch.wholeOriginal = true;
        MEITRACE_OK(batches.finish(batch));
        const auto back = batches.find(*number);
        MEITRACE_OK(back);
        QCOMPARE(back->fileName, batch.fileName);
        QCOMPARE(back->encoding, batch.encoding);
        QCOMPARE(back->delimiter, batch.delimiter);
        QCOMPARE(back->headerLine, batch.headerLine);
        QCOMPARE(back->importedAt, batch.importedAt);
        QCOMPARE(back->rowsRead, batch.rowsRead);
        QVERIFY(back->wholeOriginal);
        QVERIFY(sameFates(back->fates, batch.fates));
        QCOMPARE(*batches.byContent("abc", 3), *number);
        QCOMPARE(*batches.byContent("abd", 3), std::int64_t {0});
        QCOMPARE(*batches.byContent("abc", 4), std::int64_t {0});
        QCOMPARE(*workspace->database().queryInteger("SELECT rows_fixed FROM import_batch"),
                 batch.fates.counts()[static_cast<std::size_t>(RowFate::Fixed)]);
        MEITRACE_REFUSED(batches.find(99), ErrorCode::NotFound);
    }

    void originalsComeBackBlockAfterBlock()
    {
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        Batches batches(workspace->database());
        const auto number = addBatch(workspace->database(), *kindById(3), "x", 1);
        MEITRACE_OK(number);
        Random random(4);
        std::string all;
        for (std::int64_t block = 0; block < 5; ++block) {
            std::string bytes(random.below(100'000), ' ');
            for (char& c : bytes) {
                c = static_cast<char>(random.below(256));
            }
            MEITRACE_OK(batches.addOriginal(*number, block, bytes));
            all += bytes;
        }
        QCOMPARE(*batches.original(*number), all);
        QCOMPARE(*batches.original(*number + 1), std::string());
    }

    void aRemovedBatchTakesItsEntriesAlongAndOpensWhatItMended()
    {
        Result<Workspace> workspace = m_world.newWorkspace();
        MEITRACE_OK(workspace);
        Batches batches(workspace->database());
        const std::int64_t first = *addBatch(workspace->database(), *kindById(3), "a", 4);
        const std::int64_t second = *addBatch(workspace->database(), *kindById(3), "b", 4);
        QuarantineEntry entry;
        entry.field = "pay_time";
        entry.rule = RowRule::BadTime;
        entry.value = "x";
        for (const std::int64_t batch : {first, first, second}) {
            entry.batch = batch;
            ++entry.row;
            MEITRACE_OK(batches.addQuarantine(entry));
        }
        MEITRACE_OK(batches.addRepairs(second, {{{"phone", RowRule::PhoneFormat}, 2}}));
        MEITRACE_OK(batches.addOriginal(second, 0, "bytes"));
        const auto entries = batches.quarantine(first, true);
        MEITRACE_OK(entries);
        QCOMPARE(entries->size(), std::size_t {2});
        MEITRACE_OK(batches.markMended(entries->front().id, second));
        QCOMPARE(batches.quarantine(first, true)->size(), std::size_t {1});
        MEITRACE_OK(batches.remove(second));
        QCOMPARE(batches.quarantine(0, true)->size(), std::size_t {2});
        QCOMPARE(*batches.numbers(), std::vector<std::int64_t> {first});
        for (const char* sql : {"SELECT count(*) FROM repair", "SELECT count(*) FROM original_block"}) {
            QCOMPARE(**workspace->database().queryInteger(sql), std::int64_t {0});
        }
        // Numbers are never given out again.
        QVERIFY(*addBatch(workspace->database(), *kindById(3), "c", 1) > second);
    }
};

MEITRACE_TEST(TestFates)

#include "tst_fates.moc"
