// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/random.h"
#include "models/identity/distance.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <string>

using namespace meitrace;

namespace {

/// The definition, word for word
int slowDistance(std::string_view a, std::string_view b)
{
    if (a.empty() || b.empty()) {
        return static_cast<int>(a.size() + b.size());
    }
    const int replaced = slowDistance(a.substr(1), b.substr(1)) + (a[0] == b[0] ? 0 : 1);
    return std::min({replaced, slowDistance(a.substr(1), b) + 1, slowDistance(a, b.substr(1)) + 1});
}

bool slowSlip(const std::string& a, const std::string& b)
{
    if (slowDistance(a, b) == 1) {
        return true;
    }
    for (std::size_t i = 0; i + 1 < a.size(); ++i) {
        std::string swapped = a;
        std::swap(swapped[i], swapped[i + 1]);
        if (swapped == b && a != b) {
            return true;
        }
    }
    return false;
}

std::string word(Random& random, std::uint64_t longest)
{
    std::string result;
    for (std::uint64_t n = random.below(longest + 1); n > 0; --n) {
        result += static_cast<char>('a' + random.below(3));
    }
    return result;
}

}  // namespace

class TestDistance : public QObject {
    Q_OBJECT

private slots:
    void editDistanceIsTheDefinition()
    {
        Random random(5);
        for (int i = 0; i < 3'000; ++i) {
            const std::string a = word(random, 6);
            const std::string b = word(random, 6);
            QCOMPARE(editDistance(a, b), slowDistance(a, b));
            QCOMPARE(isOneSlip(a, b), slowSlip(a, b));
        }
    }

    void longTextsTakeTheOtherWay()
    {
        Random random(6);
        for (int i = 0; i < 200; ++i) {
            // 60 equal bytes in front do not change a distance, but take both texts over the 64 of one word.
            const std::string a = word(random, 6);
            const std::string b = word(random, 6);
            const std::string front(70, 'x');
            QCOMPARE(editDistance(front + a, front + b), slowDistance(a, b));
            QCOMPARE(editDistance(front.substr(0, 58) + a, front.substr(0, 58) + b), slowDistance(a, b));
        }
    }

    void editSimilarityIsAShareOfTheLongerText()
    {
        QCOMPARE(editSimilarity("", ""), 1.0);
        QCOMPARE(editSimilarity("giblin street", "giblin stret"), 1.0 - 1.0 / 13);
        QCOMPARE(editSimilarity("abc", ""), 0.0);
    }

    void jaroWinklerHasItsPublishedValues()
    {
        // Winkler 1990
        QVERIFY(std::abs(jaroWinkler("martha", "marhta") - 0.9611) < 0.0001);
        QVERIFY(std::abs(jaroWinkler("dixon", "dicksonx") - 0.8133) < 0.0001);
        QVERIFY(std::abs(jaroWinkler("dwayne", "duane") - 0.8400) < 0.0001);
        QCOMPARE(jaroWinkler("abc", "xyz"), 0.0);
        QCOMPARE(jaroWinkler("same", "same"), 1.0);
    }

    void jaroWinklerIsOneOnlyForEqualWords()
    {
        Random random(7);
        for (int i = 0; i < 2'000; ++i) {
            const std::string a = word(random, 9);
            const std::string b = word(random, 9);
            const double similarity = jaroWinkler(a, b);
            QVERIFY(similarity >= 0.0 && similarity <= 1.0);
            QCOMPARE(similarity == 1.0, a == b);
        }
    }
};

MEITRACE_TEST(TestDistance)
#include "tst_distance.moc"
