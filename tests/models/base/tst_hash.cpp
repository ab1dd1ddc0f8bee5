// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/hash.h"
#include "models/base/largebuffer.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <unordered_set>

using namespace meitrace;

class TestHash : public QObject {
    Q_OBJECT

private slots:
    /// Cells are told apart by this hash alone: codes and numbers of every length up to six, words of up to
    /// three letters, and texts of one letter repeated.
    void shortTextsNeverShareAHash()
    {
        std::unordered_set<std::uint64_t> seen;
        std::size_t texts = 0;
        const auto add = [&](const std::string& text) {
            seen.insert(shortHash(text));
            ++texts;
        };
        for (int i = 0; i < 1'000'000; ++i) {
            add(std::to_string(i));
        }
        for (char a = 'a'; a <= 'z'; ++a) {
            for (std::size_t size = 4; size <= 40; ++size) {
                add(std::string(size, a));
            }
            for (char b = 'a'; b <= 'z'; ++b) {
                for (char c = 'a'; c <= 'z'; ++c) {
                    add({a, b, c});
                }
                add({a, b});
            }
            add({a});
        }
        add("");
        QCOMPARE(seen.size(), texts);
    }

    void largeBuffersAreZeroAndMove()
    {
        LargeBuffer buffer(10 << 20);
        QVERIFY(std::all_of(buffer.data(), buffer.data() + buffer.size(), [](char c) { return c == 0; }));
        buffer.data()[buffer.size() - 1] = 7;
        LargeBuffer other = std::move(buffer);
        QCOMPARE(other.data()[other.size() - 1], char {7});
        QVERIFY(buffer.data() == nullptr);
        buffer = std::move(other);
        QCOMPARE(buffer.size(), std::size_t {10 << 20});
    }
};

MEITRACE_TEST(TestHash)
#include "tst_hash.moc"
