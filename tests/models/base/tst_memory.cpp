// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/largevector.h"
#include "models/base/spares.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cstdint>
#include <vector>

using namespace meitrace;

class TestMemory : public QObject {
    Q_OBJECT

private slots:
    /// 4 bytes to 24 MB: from ordinary blocks over the limit into blocks of the system's own.
    void aLargeVectorKeepsItsValuesWhileItGrowsAndShrinks()
    {
        LargeVector<std::uint32_t> grown;
        for (std::uint32_t i = 0; i < 6'000'000; ++i) {
            grown.push_back(i * 7);
        }
        LargeVector<std::uint32_t> copied(grown);
        grown.resize(3'000);
        grown.shrink_to_fit();
        for (std::uint32_t i = 0; i < 3'000; ++i) {
            QCOMPARE(grown[i], i * 7);
        }
        for (std::uint32_t i = 0; i < 6'000'000; ++i) {
            if (copied[i] != i * 7) {
                QFAIL("a value changed");
            }
        }
        copied.resize(6'000'100, 5);
        QCOMPARE(copied.back(), 5U);
        const LargeVector<std::uint32_t> again = copied;
        QVERIFY(again == copied);
    }

    void aSpareComesBackWithItsMemory()
    {
        Spares<std::vector<int>> spares;
        std::vector<int> first = spares.take();
        QVERIFY(first.empty());
        first.resize(1'000);
        const int* memory = first.data();
        spares.give(std::move(first));
        const std::vector<int> again = spares.take();
        QCOMPARE(again.data(), memory);
        QVERIFY(spares.take().empty());
    }
};

MEITRACE_TEST(TestMemory)
#include "tst_memory.moc"
