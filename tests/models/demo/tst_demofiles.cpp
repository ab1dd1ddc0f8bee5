// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/hash.h"
#include "models/base/platform.h"
#include "tests/support/testmain.h"

#include <QDirIterator>
#include <QElapsedTimer>

#include <set>

#include "demofolder.h"

using namespace meitrace;
using test::DemoFolder;
using test::DemoTable;

namespace {

QStringList filesUnder(const std::string& folder)
{
    QStringList names;
    const QDir root(QString::fromStdString(folder));
    QDirIterator files(root.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        names << root.relativeFilePath(files.next());
    }
    names.sort();
    return names;
}

class StoppedJob : public Job {
public:
    bool stopped() const override { return true; }
};

constexpr const char* kAsOfEnd = "2026-06-30 23:59:59";

}  // namespace

class TestDemoFiles : public QObject {
    Q_OBJECT

private slots:
    void theSameSeedGivesTheSameBytes()
    {
        const DemoFolder& first = DemoFolder::ofSeed(1);
        const QTemporaryDir again;
        Job job(1);
        QVERIFY(writeDemoClinic(again.path().toStdString(), *DemoOptions::ofSize("S", 1), job));
        const QStringList names = filesUnder(first.path());
        QCOMPARE(filesUnder(again.path().toStdString()), names);
        QCOMPARE(names.size(), 40);
        for (const QString& name : names) {
            const std::string path = "/" + name.toStdString();
            QVERIFY2(test::fileBytes(first.path() + path)
                         == test::fileBytes(again.path().toStdString() + path),
                     qPrintable(name));
        }
    }

    /// Another compiler, another machine, another year: the number stays. Whoever changes model or catalogue
    /// on purpose puts the new one here.
    void theBytesAreFrozen()
    {
        const QTemporaryDir folder;
        Job job;
        const auto files
            = writeDemoClinic(folder.path().toStdString(), {.persons = 200, .stores = 2, .seed = 7}, job);
        QVERIFY(files);
        StreamHash hash;
        for (const DemoFile& file : files->exports) {
            hash.add(test::fileBytes(file.path));
        }
        for (const DemoFile& file : files->truth) {
            hash.add(test::fileBytes(file.path));
        }
        QCOMPARE(QString::fromStdString(hash.hex()), QStringLiteral("e8c11a8a6f00cbef4511575304dd0255"));
    }

    void anotherSeedGivesAnotherClinic()
    {
        const DemoFolder& one = DemoFolder::ofSeed(1);
        const DemoFolder& two = DemoFolder::ofSeed(2);
        for (const auto& file : one.files.exports) {
            const std::string name = file.path.substr(one.path().size());
            if (file.kind == "item_list") {
                continue;  // every clinic sells the same
            }
            QVERIFY2(test::fileBytes(one.path() + name) != test::fileBytes(two.path() + name), name.c_str());
        }
    }

    void everyFileIsListedWithItsRows()
    {
        const DemoFolder& folder = DemoFolder::ofSeed(1);
        QCOMPARE(folder.files.exports.size(), std::size_t {34});
        QCOMPARE(folder.files.truth.size(), std::size_t {6});
        std::set<std::string> kindsSeen;
        for (std::size_t i = 0; i < test::exportLayouts().size(); ++i) {
            const auto& [layout, part] = test::exportLayouts()[i];
            const DemoTable table = folder.table(layout, part);
            QCOMPARE(folder.files.exports[i].path, folder.path() + "/" + table.name);
            QCOMPARE(static_cast<std::int64_t>(table.rows.size()), folder.files.exports[i].rows);
            QCOMPARE(folder.files.exports[i].kind, demo::layoutOf(layout).kind);
            kindsSeen.insert(folder.files.exports[i].kind);
        }
        QCOMPARE(kindsSeen.size(), std::size_t {22});
        QVERIFY(folder.files.exports.back().kind.empty());  // the README
    }

    void everyFileIsValidInItsEncodingAndRectangular()
    {
        const DemoFolder& folder = DemoFolder::ofSeed(1);
        for (const auto& [layout, part] : test::exportLayouts()) {
            const DemoTable table = folder.table(layout, part);
            QVERIFY2(table.decodes, table.name.c_str());
            QVERIFY2(!table.rows.empty(), table.name.c_str());
            for (const auto& row : table.rows) {
                QCOMPARE(row.cells.size(), table.fields.size());
            }
        }
        // Where the layout says GB18030 the bytes are no UTF-8: the encoding has to be found out.
        QStringDecoder utf8("UTF-8");
        const QString text = utf8.decode(
            QByteArray::fromStdString(test::fileBytes(folder.path() + "/" + folder.table("customers").name)));
        QVERIFY(utf8.hasError() || text.isEmpty());
    }

    void bookingsLieUpToFourteenDaysAhead()
    {
        const DemoTable bookings = DemoFolder::ofSeed(1).table("bookings");
        int ahead = 0;
        std::set<std::string> daysAhead;
        for (std::size_t r = 0; r < bookings.rows.size(); ++r) {
            const std::string& slot = bookings.cell(r, "booking_time");
            if (slot <= kAsOfEnd || slot.size() != 19 || slot.find("-13-") != std::string::npos) {
                continue;
            }
            ++ahead;
            daysAhead.insert(slot.substr(0, 10));
            QVERIFY2(slot < "2026-07-15", slot.c_str());
            const std::string& status = bookings.cell(r, "booking_status");
            QVERIFY(status == "待确认" || status == "待上门");
            QVERIFY(bookings.cell(r, "arrive_time").empty()
                    || bookings.cell(r, "arrive_time").rfind("0000", 0) == 0);
        }
        QVERIFY(ahead >= 5);
        QVERIFY(daysAhead.size() >= 3);
    }

    void nothingElseLiesAfterTheAsOfDay()
    {
        const DemoFolder& folder = DemoFolder::ofSeed(1);
        const auto planted = folder.planted();
        for (const auto& [layout, part] : test::exportLayouts()) {
            const DemoTable table = folder.table(layout, part);
            for (const auto& row : table.rows) {
                for (std::size_t c = 0; c < row.cells.size(); ++c) {
                    const bool time
                        = row.cells[c].size() == 19 && row.cells[c][4] == '-' && row.cells[c][13] == ':';
                    if (!time || row.cells[c] <= kAsOfEnd || table.fields[c] == "booking_time") {
                        continue;
                    }
                    const auto& rows = planted.at(table.name);
                    const auto found = rows.find(row.line);
                    QVERIFY2(found != rows.end() && found->second.quirk == "Q19",
                             (table.name + " " + row.cells[c]).c_str());
                    QCOMPARE(found->second.fate, std::string("quarantined"));
                }
            }
        }
    }

    void rowsAreInTheOrderOfTime()
    {
        const DemoTable mini = DemoFolder::ofSeed(1).table("mini");
        std::string last;
        for (std::size_t r = 0; r < mini.rows.size(); ++r) {
            const std::string& time = mini.cell(r, "event_time");
            if (time.size() == 19 && time[4] == '-' && time <= kAsOfEnd) {
                QVERIFY(time >= last);
                last = time;
            }
        }
        QVERIFY(last > "2026-06-30");  // the as-of day has facts
    }

    void sizesAreThoseOfTheSpecification()
    {
        const auto s = DemoOptions::ofSize("S", 9);
        QVERIFY(s);
        QCOMPARE(s->persons, 2'000);
        QCOMPARE(s->seed, std::uint64_t {9});
        QCOMPARE(DemoOptions::ofSize("M")->persons, 50'000);
        QCOMPARE(DemoOptions::ofSize("M")->stores, 3);
        QCOMPARE(DemoOptions::ofSize("L")->stores, 12);
        const auto bad = DemoOptions::ofSize("XL");
        QVERIFY(!bad);
        QCOMPARE(bad.error().code, ErrorCode::BadOption);
        std::int64_t rows = 0;
        std::int64_t bytes = 0;
        for (const auto& file : DemoFolder::ofSeed(1).files.exports) {
            rows += file.rows;
            bytes += platform::fileSize(file.path);
        }
        QVERIFY2(rows > 90'000 && rows < 130'000, std::to_string(rows).c_str());
        QVERIFY2(bytes < 18'000'000, std::to_string(bytes).c_str());
    }

    void badOptionsAreRefusedAndStoppingLeavesNoHalfFile()
    {
        const QTemporaryDir folder;
        const std::string path = folder.path().toStdString();
        Job job;
        QCOMPARE(writeDemoClinic(path, {.persons = 10}, job).error().code, ErrorCode::BadOption);
        QCOMPARE(writeDemoClinic(path, {.persons = 2'000, .stores = 0}, job).error().code,
                 ErrorCode::BadOption);
        StoppedJob stopped;
        QCOMPARE(writeDemoClinic(path, {}, stopped).error().code, ErrorCode::Cancelled);
        QVERIFY(filesUnder(path).isEmpty());
        QCOMPARE(writeDemoClinic("/proc/nowhere", {}, job).error().code, ErrorCode::FileUnwritable);
    }

    void severalStoresShareOneSetOfFiles()
    {
        const QTemporaryDir folder;
        Job job;
        const auto files
            = writeDemoClinic(folder.path().toStdString(), {.persons = 600, .stores = 3, .seed = 4}, job);
        QVERIFY(files);
        const DemoTable visits = test::readDemoTable(files->exports[3].path, "visits");
        std::set<std::string> stores;
        for (std::size_t r = 0; r < visits.rows.size(); ++r) {
            stores.insert(visits.cell(r, "store"));
        }
        stores.erase(demo::layoutOf("visits").headers[visits.column("store")]);
        QCOMPARE(stores.size(), std::size_t {3});
    }
};

MEITRACE_TEST(TestDemoFiles)
#include "tst_demofiles.moc"
