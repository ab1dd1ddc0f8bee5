// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"

#include <set>

#include "demofolder.h"

using namespace meitrace;
using test::DemoFolder;
using test::DemoTable;

namespace {

/// Money as systems write it, in fen; refuses what loses digits.
std::int64_t fenOf(std::string text)
{
    const auto cut = [&](const std::string& part) {
        if (const std::size_t at = text.find(part); at != std::string::npos) {
            text.erase(at, part.size());
            return true;
        }
        return false;
    };
    if (text == "免费") {
        return 0;
    }
    for (char digit = '0'; digit <= '9'; ++digit) {
        const std::string wide = std::string("\xEF\xBC") + static_cast<char>(0x90 + (digit - '0'));
        for (std::size_t at = text.find(wide); at != std::string::npos; at = text.find(wide)) {
            text.replace(at, wide.size(), 1, digit);
        }
    }
    cut("￥");
    cut("元");
    while (cut(",")) {}
    const bool tenThousand = cut("万");
    const bool negative = cut("-");
    const std::size_t point = text.find('.');
    std::string digits = text.substr(0, point) + (point == std::string::npos ? "" : text.substr(point + 1));
    const std::size_t decimals = point == std::string::npos ? 0 : text.size() - point - 1;
    digits.append((tenThousand ? 6 : 2) - decimals, '0');
    const std::int64_t fen = std::strtoll(digits.c_str(), nullptr, 10);
    return negative ? -fen : fen;
}

/// Digits of a phone cell without what may stand around them.
std::string plainPhone(std::string cell)
{
    if (cell.size() > 2 && cell.substr(cell.size() - 2) == ".0") {
        cell.resize(cell.size() - 2);
    }
    std::string digits;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        if (cell[i] >= '0' && cell[i] <= '9') {
            digits += cell[i];
        } else if (cell.compare(i, 2, "\xEF\xBC") == 0 && i + 2 < cell.size()) {
            digits += static_cast<char>('0' + (static_cast<unsigned char>(cell[i + 2]) - 0x90));
            i += 2;
        }
    }
    return digits.size() > 11 ? digits.substr(digits.size() - 11) : digits;
}

bool stands(const std::map<std::int64_t, DemoFolder::Planted>& planted, std::int64_t line)
{
    const auto found = planted.find(line);
    return found == planted.end() || found->second.fate == "ok" || found->second.fate == "fixed";
}

}  // namespace

class TestDemoTruth : public QObject {
    Q_OBJECT

private slots:
    void everyLinkedHandleStandsInAFile()
    {
        const DemoFolder& folder = DemoFolder::ofSeed(1);
        std::set<std::string> cells;
        for (const auto& [layout, part] : test::exportLayouts()) {
            const DemoTable table = folder.table(layout, part);
            for (const auto& row : table.rows) {
                for (std::size_t c = 0; c < row.cells.size(); ++c) {
                    cells.insert(row.cells[c]);
                    if (table.fields[c] == "phone" || table.fields[c] == "phone2") {
                        cells.insert(plainPhone(row.cells[c]));
                    }
                }
            }
        }
        const DemoTable links = folder.table("truth_links");
        QVERIFY(links.rows.size() > 6'000);
        std::set<std::string> types;
        for (std::size_t r = 0; r < links.rows.size(); ++r) {
            QVERIFY2(cells.count(links.cell(r, "handle")) == 1, links.cell(r, "handle").c_str());
            types.insert(links.cell(r, "handle_type"));
        }
        QCOMPARE(types.size(), std::size_t {10});
    }

    void identsCountTheirPersons()
    {
        const DemoFolder& folder = DemoFolder::ofSeed(1);
        const DemoTable links = folder.table("truth_links");
        std::map<std::string, std::set<std::string>> persons;
        for (std::size_t r = 0; r < links.rows.size(); ++r) {
            persons[links.cell(r, "handle_type") + links.cell(r, "handle")].insert(links.cell(r, "person"));
        }
        const DemoTable idents = folder.table("truth_idents");
        QCOMPARE(idents.rows.size(), persons.size());
        for (std::size_t r = 0; r < idents.rows.size(); ++r) {
            const std::string& type = idents.cell(r, "handle_type");
            const auto count = static_cast<std::int64_t>(persons.at(type + idents.cell(r, "handle")).size());
            QCOMPARE(idents.number(r, "persons"), count);
            // Only phones are shared, and each shared one is a planted trap.
            const bool phone = type == "phone" || type == "masked_phone";
            QVERIFY(count == 1 || (phone && !idents.cell(r, "trap").empty()));
            QVERIFY2(idents.cell(r, "trap") != "hub" || count >= 5, idents.cell(r, "handle").c_str());
        }
    }

    void everyChartBelongsToOnePerson()
    {
        const DemoFolder& folder = DemoFolder::ofSeed(1);
        const DemoTable links = folder.table("truth_links");
        std::set<std::string> charts;
        for (std::size_t r = 0; r < links.rows.size(); ++r) {
            if (links.cell(r, "handle_type") == "his_no") {
                QVERIFY(charts.insert(links.cell(r, "handle")).second);
            }
        }
        const DemoTable customers = folder.table("customers");
        const auto planted = folder.planted().at(customers.name);
        std::set<std::string> written;
        for (const auto& row : customers.rows) {
            if (stands(planted, row.line)) {
                QVERIFY2(written.insert(row.cells[0]).second, row.cells[0].c_str());
            }
        }
        QVERIFY(written == charts);
    }

    void pairsSayWhatMustBecomeOfCharts()
    {
        const DemoTable pairs = DemoFolder::ofSeed(1).table("truth_pairs");
        std::map<std::string, int> expected;
        for (std::size_t r = 0; r < pairs.rows.size(); ++r) {
            ++expected[pairs.cell(r, "expected") + "/" + pairs.cell(r, "reason")];
            QVERIFY(pairs.cell(r, "his_no_a") != pairs.cell(r, "his_no_b"));
        }
        for (const char* kind : {"merge/phone", "merge/unionid", "review/name_birth", "apart/relative",
                                 "apart/recycled", "apart/hub"}) {
            QVERIFY2(expected[kind] > 0, kind);
        }
        QVERIFY(expected["merge/phone"] > 2 * expected["review/name_birth"]);
    }

    /// The accepted lines of the six files are the money of the model, to the fen, in every column and for
    /// every person.
    void billsSumToTheTruth()
    {
        const DemoFolder& folder = DemoFolder::ofSeed(1);
        const auto planted = folder.planted();
        const DemoTable links = folder.table("truth_links");
        std::map<std::string, std::string> personOf;
        for (std::size_t r = 0; r < links.rows.size(); ++r) {
            personOf[links.cell(r, "handle")] = links.cell(r, "person");
        }
        std::set<std::string> insiders;
        const DemoTable persons = folder.table("truth_persons");
        for (std::size_t r = 0; r < persons.rows.size(); ++r) {
            if (persons.cell(r, "role") != "customer") {
                insiders.insert(persons.cell(r, "person"));
            }
        }
        std::map<std::string, std::int64_t> net;
        std::int64_t cash = 0;
        std::set<std::string> keys;
        for (const DemoTable& table : folder.bills()) {
            for (std::size_t r = 0; r < table.rows.size(); ++r) {
                if (!stands(planted.at(table.name), table.rows[r].line)) {
                    continue;
                }
                QVERIFY(keys.insert(table.cell(r, "order_no") + "/" + table.cell(r, "line_no")).second);
                const auto fen = [&](const char* field) { return fenOf(table.cell(r, field)); };
                QCOMPARE(fen("paid_amount"),
                         fen("cash_amount") + fen("stored_value_used") + fen("gift_used"));
                const std::string& chart = table.cell(r, "his_no");
                if (chart.empty()) {  // a deposit before the first visit: nothing earned yet
                    QCOMPARE(fen("net_amount"), std::int64_t {0});
                    cash += fen("cash_amount");
                } else if (insiders.count(personOf.at(chart)) == 0) {
                    net[personOf.at(chart)] += fen("net_amount");
                    cash += fen("cash_amount");
                }
            }
        }
        std::int64_t allNet = 0;
        for (std::size_t r = 0; r < persons.rows.size(); ++r) {
            if (persons.cell(r, "role") == "customer") {
                QCOMPARE(net[persons.cell(r, "person")], persons.number(r, "net_fen"));
                allNet += persons.number(r, "net_fen");
            }
        }
        const auto params = folder.params();
        QCOMPARE(allNet, params.at("net_fen"));
        QCOMPARE(cash, params.at("cash_fen"));
        QVERIFY(allNet > 100'000'000);
    }

    void totalRowsSumWhatStandsAboveThem()
    {
        const DemoFolder& folder = DemoFolder::ofSeed(1);
        const auto planted = folder.planted();
        for (const DemoTable& table : folder.bills()) {
            const auto& rows = planted.at(table.name);
            std::int64_t net = 0;
            for (std::size_t r = 0; r + 1 < table.rows.size(); ++r) {
                const auto found = rows.find(table.rows[r].line);
                // A system adds up what it wrote, whatever became of a cell on the way.
                const bool counts = found == rows.end() || found->second.fate != "skipped";
                net += counts ? fenOf(table.cell(r, "net_amount")) : 0;
            }
            QCOMPARE(fenOf(table.cell(table.rows.size() - 1, "net_amount")), net);
        }
    }

    void neighbouringBillFilesOverlapByAWeek()
    {
        const DemoFolder& folder = DemoFolder::ofSeed(1);
        const auto planted = folder.planted();
        const std::vector<DemoTable> bills = folder.bills();
        for (std::size_t i = 1; i < bills.size(); ++i) {
            std::set<std::vector<std::string>> before;
            for (const auto& row : bills[i - 1].rows) {
                before.insert(row.cells);
            }
            int repeated = 0;
            for (const auto& row : bills[i].rows) {
                const auto& rows = planted.at(bills[i].name);
                const auto found = rows.find(row.line);
                if (found != rows.end() && found->second.quirk == "Q04") {
                    QVERIFY(before.count(row.cells) == 1);
                    QCOMPARE(found->second.fate, std::string("duplicate"));
                    ++repeated;
                }
            }
            QVERIFY(repeated > 0);
        }
    }

    void plantedRowsAreCountedExactly()
    {
        const DemoFolder& folder = DemoFolder::ofSeed(1);
        std::map<std::string, std::int64_t> counted;
        std::int64_t dirty = 0;
        for (const auto& [file, rows] : folder.planted()) {
            for (const auto& [line, planted] : rows) {
                ++counted["quirk." + planted.quirk];
                const bool byMeaning
                    = planted.quirk == "Q16" || planted.quirk == "Q35" || planted.quirk == "Q17";
                dirty += byMeaning ? 0 : 1;
            }
        }
        const auto params = folder.params();
        for (const auto& [name, value] : params) {
            QCOMPARE(counted.count(name) != 0 ? counted[name] : value, value);
        }
        for (const auto& [name, count] : counted) {
            QVERIFY2(params.count(name) == 1 && params.at(name) == count, name.c_str());
        }
        for (const char* quirk : {"Q01",
                                  "Q04",
                                  "Q05",
                                  "Q06",
                                  "Q08",
                                  "Q10",
                                  "Q11",
                                  "Q13",
                                  "Q15",
                                  "Q16",
                                  "Q17",
                                  "Q18",
                                  "Q19",
                                  "Q20",
                                  "Q22",
                                  "Q23",
                                  "Q24",
                                  "Q30",
                                  "Q35",
                                  "Q39",
                                  "Q40",
                                  "Q46",
                                  "F_phone_scientific",
                                  "F_full_width",
                                  "F_guard",
                                  "F_date_zero",
                                  "F_money_sign",
                                  "F_money_wan",
                                  "F_money_free",
                                  "F_nobody",
                                  "F_missing",
                                  "F_null"}) {
            QVERIFY2(counted[std::string("quirk.") + quirk] > 0, quirk);
        }
        std::int64_t rows = 0;
        for (const auto& file : folder.files.exports) {
            rows += file.rows;
        }
        const double share = static_cast<double>(dirty) / static_cast<double>(rows);
        QVERIFY2(share > 0.03 && share < 0.06, std::to_string(share).c_str());
    }

    void onlyTheThreePrefixesAreDialled()
    {
        const DemoTable links = DemoFolder::ofSeed(1).table("truth_links");
        for (std::size_t r = 0; r < links.rows.size(); ++r) {
            const std::string prefix = links.cell(r, "handle").substr(0, 3);
            const std::string& type = links.cell(r, "handle_type");
            QVERIFY((type != "phone" && type != "masked_phone") || prefix == "164" || prefix == "168"
                    || prefix == "169");
        }
    }

    void consentsAreGivenToExactShares()
    {
        const DemoFolder& folder = DemoFolder::ofSeed(1);
        const DemoTable persons = folder.table("truth_persons");
        const double charted = static_cast<double>(folder.params().at("charted"));
        const std::vector<std::pair<std::string, double>> shares {{"consent_wechat", 0.71},
                                                                  {"consent_sms", 0.52},
                                                                  {"consent_email", 0.18},
                                                                  {"consent_profiling", 0.64},
                                                                  {"consent_third_party", 0.23},
                                                                  {"withdrawn", 0.06},
                                                                  {"dnc", 0.012},
                                                                  {"minor", 0.006},
                                                                  {"pregnant", 0.011},
                                                                  {"other_flag", 0.04}};
        for (const auto& [field, share] : shares) {
            std::int64_t count = 0;
            for (std::size_t r = 0; r < persons.rows.size(); ++r) {
                count += persons.number(r, field);
            }
            QVERIFY2(std::abs(static_cast<double>(count) - share * charted) <= 0.5 + 1e-9, field.c_str());
        }
        // What the file says is what the truth says.
        std::set<std::string> withdrawnCharts;
        const DemoTable consents = folder.table("consents");
        for (std::size_t r = 0; r < consents.rows.size(); ++r) {
            if (consents.cell(r, "consent_status") == "撤回") {
                withdrawnCharts.insert(consents.cell(r, "his_no"));
            }
        }
        QCOMPARE(static_cast<std::int64_t>(withdrawnCharts.size()), std::llround(0.06 * charted));
    }
};

MEITRACE_TEST(TestDemoTruth)
#include "tst_demotruth.moc"
