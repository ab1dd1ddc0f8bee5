// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/ingest/cleanhelpers.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <set>

using namespace meitrace;
using namespace meitrace::test;

namespace {

Mapping bills()
{
    return mappingOf("his_billing",
                     {{"单号", "order_no"},
                      {"姓名", "name"},
                      {"手机", "phone"},
                      {"时间", "pay_time"},
                      {"项目", "item_name"},
                      {"实收", "paid_amount"},
                      {"渠道", "source_l1"}});
}

const Row kGood {"T1", "王芳", "13812345678", "2024-03-05 14:30:00", "热玛吉", "100.00", "抖音"};

/// The content hash of the only row
std::uint64_t contentOf(const Mapping& mapping, const Row& row)
{
    const CleanBlock block = cleaned(mapping, {row});
    return block.content.size() == 1 ? block.content[0] : 0;
}

}  // namespace

class TestHash : public QObject {
    Q_OBJECT

private slots:
    void theHashDependsOnValuesOnly()
    {
        const Mapping mapping = bills();
        const std::uint64_t hash = contentOf(mapping, kGood);
        QVERIFY(hash != 0);
        QCOMPARE(
            contentOf(mapping,
                      {"T1", " 王芳", "+86 138-1234-5678", "2024/3/5 下午2:30", "热玛吉", "¥100", "douyin"}),
            hash);
        QCOMPARE(
            contentOf(mapping,
                      {"Ｔ１", "王芳", "138 1234 5678", "2024-03-05T06:30:00Z", "热玛吉", "100.0", "dy_org"}),
            hash);
        // Another order of columns, and one column more that is empty.
        const Mapping other = mappingOf("his_billing",
                                        {{"渠道", "source_l1"},
                                         {"实收", "paid_amount"},
                                         {"时间", "pay_time"},
                                         {"门店", "store"},
                                         {"手机", "phone"},
                                         {"姓名", "name"},
                                         {"项目", "item_name"},
                                         {"单号", "order_no"}});
        QCOMPARE(contentOf(other,
                           {"抖音", "100", "2024-03-05 14:30:00", "", "13812345678", "王芳", "热玛吉", "T1"}),
                 hash);
        std::set<std::uint64_t> all {hash};
        for (std::size_t i = 0; i < kGood.size(); ++i) {
            Row changed = kGood;
            changed[i] = i == 2 ? "13812345679"
                : i == 3        ? "2024-03-05 14:30:01"
                : i == 5        ? "100.01"
                                : changed[i] + "x";
            QVERIFY2(all.insert(contentOf(mapping, changed)).second, changed[i].c_str());
        }
        // Values do not wander from one field to another.
        QVERIFY(contentOf(mapping, {"a", "b", "", "2024-03-05", "", "1", ""})
                != contentOf(mapping, {"b", "a", "", "2024-03-05", "", "1", ""}));
    }

    void hashesOfManyRowsDoNotCollide()
    {
        std::set<std::uint64_t> seen;
        Rows rows;
        for (int i = 0; i < 20'000; ++i) {
            rows.push_back({"T" + std::to_string(i / 200), "n" + std::to_string(i % 200), "", "2024-03-05",
                            "", std::to_string(i % 7), ""});
        }
        const CleanBlock block = cleaned(bills(), rows);
        seen.insert(block.content.begin(), block.content.end());
        QCOMPARE(seen.size(), rows.size());
    }
};

MEITRACE_TEST(TestHash)
#include "tst_hash.moc"
