// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/dropfolder.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <filesystem>
#include <fstream>

using namespace meitrace;

namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

}  // namespace

class TestDropFolder : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    fs::path m_path;

    void write(const std::string& name, const std::string& text,
               std::ios::openmode mode = std::ios::trunc) const
    {
        std::ofstream(m_path / name, std::ios::binary | mode) << text;
    }

    static Names names(DropFolder& folder)
    {
        const Result<Names> files = folder.look();
        Names names;
        for (const std::string& file : files ? *files : Names {"error"}) {
            names.push_back(fs::path(file).filename().string());
        }
        return names;
    }

private slots:
    void init()
    {
        m_path = fs::path(m_dir.path().toStdString()) / "drop";
        fs::remove_all(m_path);
        fs::create_directories(m_path);
    }

    void aFileIsHandedOutOnceWhenItHoldsStill()
    {
        DropFolder folder(m_path.string());
        QCOMPARE(names(folder), Names {});
        write("b.csv", "x");
        write("a.csv", "x");
        QCOMPARE(names(folder), Names {});
        QCOMPARE(folder.waiting(), 2);
        QCOMPARE(names(folder), (Names {"a.csv", "b.csv"}));
        QCOMPARE(folder.waiting(), 0);
        QCOMPARE(names(folder), Names {});
    }

    void aFileThatGrowsWaits()
    {
        DropFolder folder(m_path.string());
        write("a.csv", "1");
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(names(folder), Names {});
            QCOMPARE(folder.waiting(), 1);
            write("a.csv", "more", std::ios::app);
        }
        QCOMPARE(names(folder), Names {});
        QCOMPARE(names(folder), Names {"a.csv"});
    }

    void whatChangesLaterComesAgain()
    {
        DropFolder folder(m_path.string());
        write("a.csv", "1");
        static_cast<void>(names(folder));
        QCOMPARE(names(folder), Names {"a.csv"});
        write("a.csv", "2");  // as long as before: only the time tells
        fs::last_write_time(m_path / "a.csv",
                            fs::last_write_time(m_path / "a.csv") + std::chrono::seconds(3));
        QCOMPARE(names(folder), Names {});
        QCOMPARE(names(folder), Names {"a.csv"});
        // Taken away and put back as it was: new again.
        const auto time = fs::last_write_time(m_path / "a.csv");
        fs::remove(m_path / "a.csv");
        QCOMPARE(names(folder), Names {});
        write("a.csv", "2");
        fs::last_write_time(m_path / "a.csv", time);
        QCOMPARE(names(folder), Names {});
        QCOMPARE(names(folder), Names {"a.csv"});
    }

    void whatIsNoExportIsLeftAlone()
    {
        for (const char* name : {".hidden.csv", "~$open.xlsx", "a.csv.part", "b.CRDOWNLOAD", "c.tmp",
                                 "clinic.meitrace", "clinic.meitrace-wal", "clinic.meitrace.lock", "x.swp"}) {
            write(name, "1");
        }
        fs::create_directory(m_path / "folder.csv");
        DropFolder folder(m_path.string());
        static_cast<void>(names(folder));
        QCOMPARE(names(folder), Names {});
        QCOMPARE(folder.waiting(), 0);
    }

    void aFolderThatIsNoneIsSaid()
    {
        DropFolder folder((m_path / "gone").string());
        QCOMPARE(folder.look().error().code, ErrorCode::FileMissing);
        write("a.csv", "1");
        DropFolder file((m_path / "a.csv").string());
        QCOMPARE(file.look().error().code, ErrorCode::BadOption);
        // It may come back: what lies in it is new then.
        fs::create_directory(m_path / "gone");
        write("gone/a.csv", "1");
        static_cast<void>(names(folder));
        QCOMPARE(names(folder), Names {"a.csv"});
    }
};

MEITRACE_TEST(TestDropFolder)

#include "tst_dropfolder.moc"
