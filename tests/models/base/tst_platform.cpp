// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/platform.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <filesystem>
#include <sys/stat.h>

using namespace meitrace;

class TestPlatform : public QObject {
    Q_OBJECT

private slots:
    void whatIsNoRegularFileKeepsItsPlace()
    {
        // A pipe of our own stands for /dev/null: renaming over that would put a file in its place.
        const test::Scratch scratch;
        const std::string pipe = scratch.path("pipe");
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
        QCOMPARE(platform::writeWhole(pipe, "text").error().code, ErrorCode::FileUnwritable);
        QCOMPARE(platform::FileWriter::open(pipe).error().code, ErrorCode::FileUnwritable);
        const std::string made = scratch.write("made", "text");
        QCOMPARE(platform::replaceFile(made, pipe).error().code, ErrorCode::FileUnwritable);
        QVERIFY(std::filesystem::is_fifo(pipe));
        QCOMPARE(std::distance(std::filesystem::directory_iterator(scratch.folder()), {}),
                 1);  // nothing beside it
    }

    void aFileIsReplacedWhole()
    {
        const test::Scratch scratch;
        const std::string path = scratch.write("a", "old and long");
        for (const bool synced : {true, false}) {
            Result<platform::FileWriter> writer = platform::FileWriter::open(path);
            MEITRACE_OK(writer);
            MEITRACE_OK(writer->append("new"));
            QCOMPARE(platform::fileSize(path), synced ? 12 : 3);  // as it was until the end
            MEITRACE_OK(writer->commit(synced));
            QCOMPARE(platform::fileSize(path), 3);
        }
    }
};

MEITRACE_TEST(TestPlatform)

#include "tst_platform.moc"
