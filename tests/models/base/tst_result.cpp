// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/result.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <memory>

using namespace meitrace;

namespace {

/// Counts the objects of its kind that live.
class Counted {
public:
    explicit Counted(int number)
        : m_number(number)
    {
        ++living;
    }
    Counted(const Counted& other)
        : m_number(other.m_number)
    {
        ++living;
    }
    Counted(Counted&& other) noexcept
        : m_number(std::exchange(other.m_number, -1))
    {
        ++living;
    }
    Counted& operator=(const Counted&) = default;
    Counted& operator=(Counted&& other) noexcept
    {
        m_number = std::exchange(other.m_number, -1);
        return *this;
    }
    ~Counted() { --living; }

    [[nodiscard]] int number() const { return m_number; }

    static inline int living = 0;

private:
    int m_number;
};

Error notFound(const char* what)
{
    return {.code = ErrorCode::NotFound, .subject = what};
}

}  // namespace

class TestResult : public QObject {
    Q_OBJECT

private slots:
    void holdsOneOfTwo()
    {
        const Result<int> seven = 7;
        QVERIFY(seven);
        QCOMPARE(*seven, 7);
        const Result<std::string> none = notFound("x");
        QVERIFY(!none);
        QCOMPARE(none.error().subject, std::string("x"));
        const Status done = Done {};
        QVERIFY(done);
    }

    void everyWayOfCopyingAndMovingKeepsCount()
    {
        {
            using Tried = Result<Counted>;
            const Tried value = Counted(3);
            const Tried error = notFound("a");
            QCOMPARE(Counted::living, 1);
            Tried a = value;
            Tried b = error;
            QCOMPARE(Counted::living, 2);
            a = error;
            b = value;
            QVERIFY(!a && b && b->number() == 3);
            QCOMPARE(Counted::living, 2);
            Tried c = std::move(b);
            QVERIFY(c && c->number() == 3);
            QCOMPARE(b->number(), -1);  // NOLINT(bugprone-use-after-move): moved from, still a value
            a = std::move(c);
            QVERIFY(a && a->number() == 3);
            Tried& same = a;
            a = same;
            a = std::move(same);
            QCOMPARE(a->number(), 3);
            a = Tried(notFound("b"));
            QCOMPARE(a.error().subject, std::string("b"));
            a = Counted(5);
            QCOMPARE(std::move(*a).number(), 5);
        }
        QCOMPARE(Counted::living, 0);
    }

    void whatCannotBeCopiedIsMoved()
    {
        static_assert(!std::is_copy_constructible_v<Result<std::unique_ptr<int>>>);
        static_assert(!std::is_copy_assignable_v<Result<std::unique_ptr<int>>>);
        Result<std::unique_ptr<int>> owned = std::make_unique<int>(4);
        Result<std::unique_ptr<int>> taken = std::move(owned);
        QCOMPARE(**taken, 4);
        const std::unique_ptr<int> inside = *std::move(taken);
        QCOMPARE(*inside, 4);
    }
};

MEITRACE_TEST(TestResult)

#include "tst_result.moc"
