// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/ingest/cleanhelpers.h"
#include "tests/support/shareddata.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

using namespace meitrace;
using namespace meitrace::test;

namespace {

/// A whole file, cleaned block by block.
struct CleanFile {
    std::string problem;  ///< of reading, mapping or planning
    ErrorCode code {};
    std::int64_t rows = 0;
    std::map<RowFate, std::int64_t> fates;
    std::vector<std::uint64_t> content;
    std::map<std::string, std::vector<std::string>> texts;
    std::map<std::string, std::vector<std::int64_t>> numbers;
    std::vector<KeyType> phoneKeys;

    [[nodiscard]] std::int64_t count(RowFate fate) const
    {
        const auto found = fates.find(fate);
        return found == fates.end() ? 0 : found->second;
    }

    [[nodiscard]] std::int64_t kept() const { return count(RowFate::Ok) + count(RowFate::Fixed); }

    [[nodiscard]] std::size_t distinct(const std::string& field) const
    {
        const auto found = texts.find(field);
        return found == texts.end()
            ? 0
            : std::set<std::string>(found->second.begin(), found->second.end()).size();
    }

    [[nodiscard]] std::int64_t sum(const std::string& field) const
    {
        std::int64_t total = 0;
        const auto found = numbers.find(field);
        for (const std::int64_t value :
             found == numbers.end() ? std::vector<std::int64_t> {} : found->second) {
            total += value == kMissing ? 0 : value;
        }
        return total;
    }
};

Sample sampleOf(const std::string& path, std::size_t most)
{
    Sample sample;
    auto source = openRowSource(path);
    if (!source) {
        return sample;
    }
    sample.header = (*source)->shape().header;
    while (sample.rows.size() < most) {
        auto raw = (*source)->nextRaw();
        if (!raw || !*raw) {
            break;
        }
        const RowBlock block = (*source)->parse(*std::move(raw));
        for (std::size_t row = 0; row + 1 < block.rowStart.size() && sample.rows.size() < most; ++row) {
            sample.rows.emplace_back(block.cells.begin() + block.rowStart[row],
                                     block.cells.begin() + block.rowStart[row + 1]);
        }
    }
    return sample;
}

void add(CleanFile& file, const CleanBlock& block)
{
    file.rows += static_cast<std::int64_t>(block.fates.size());
    for (const RowFate fate : block.fates) {
        ++file.fates[fate];
    }
    file.content.insert(file.content.end(), block.content.begin(), block.content.end());
    for (const FieldValues& values : block.fields) {
        const std::string name(block.kind->fields[static_cast<std::size_t>(values.field)].name);
        file.texts[name].insert(file.texts[name].end(), values.text.begin(), values.text.end());
        file.numbers[name].insert(file.numbers[name].end(), values.number.begin(), values.number.end());
        file.phoneKeys.insert(file.phoneKeys.end(), values.key.begin(), values.key.end());
    }
    const std::string problem = inconsistencyOf(block, block.fates.size());
    file.problem = problem.empty() ? file.problem : problem;
}

CleanFile cleanFile(const std::string& path, const Mapping& mapping)
{
    CleanFile file;
    ReadOptions options;
    options.blockBytes = 1 << 16;
    auto source = openRowSource(path, options);
    if (!source) {
        file.problem = "cannot be opened";
        file.code = source.error().code;
        return file;
    }
    const auto plan = CleaningPlan::make(mapping, (*source)->shape().header, sampleOf(path, 1000),
                                         *Zone::find("Asia/Shanghai"), noon(), path);
    if (!plan) {
        file.problem = "cannot be mapped";
        file.code = plan.error().code;
        return file;
    }
    while (true) {
        auto raw = (*source)->nextRaw();
        if (!raw) {
            file.problem = "cannot be read";
            return file;
        }
        if (!*raw) {
            return file;
        }
        add(file, (*plan)->clean((*source)->parse(*std::move(raw))));
    }
}

CleanFile cleanHostile(const std::string& folder, const std::string& name,
                       const std::string& kind = "his_billing")
{
    const std::string path = folder + "/hostile_examples/files/" + name;
    return cleanFile(path, proposeMapping(sampleOf(path, 1000), kindByCode(kind)).mapping);
}

Mapping shipped(const std::string& name)
{
    return *mappingFromJson(std::string(resource("mappings/" + name + ".json")), name);
}

}  // namespace

class TestPublicFiles : public QObject {
    Q_OBJECT

private slots:
    void hostileFilesHaveTheOutcomeOfTheManifest()
    {
        MEITRACE_NEEDS_SHARED_DATA(folder)
        std::ifstream manifest(folder + "/hostile_examples/manifest.csv");
        std::string line;
        int checked = 0;
        while (std::getline(manifest, line)) {
            std::vector<std::string> cells;
            for (std::size_t at = 0; at <= line.size() && cells.size() < 10;) {
                const std::size_t comma = std::min(line.find(',', at), line.size());
                cells.push_back(line.substr(at, comma - at));
                at = comma + 1;
            }
            if (cells.size() < 10 || cells[0] == "id") {
                continue;
            }
            ++checked;
            const CleanFile file
                = cleanHostile(folder, cells[1], cells[3] == "event" ? "web_event" : "his_billing");
            if (cells[5] == "reject") {
                const bool isBook = cells[2] == "xlsx";
                QVERIFY2(file.problem == (isBook ? "cannot be opened" : "cannot be mapped")
                             && file.code == (isBook ? ErrorCode::FileFormat : ErrorCode::DuplicateHeader),
                         cells[0].c_str());
                continue;
            }
            QVERIFY2(file.problem.empty(), (cells[0] + " " + file.problem).c_str());
            QCOMPARE(std::to_string(file.rows), cells[7]);
            QVERIFY2(std::to_string(file.kept()) == cells[8],
                     (cells[0] + " kept " + std::to_string(file.kept())).c_str());
            QCOMPARE(std::to_string(file.count(RowFate::Quarantined) + file.count(RowFate::Skipped)),
                     cells[9]);
        }
        QCOMPARE(checked, 28);
    }

    void theSameRowsInAnotherFileAreTheSameRows()
    {
        MEITRACE_NEEDS_SHARED_DATA(folder)
        const CleanFile reference = cleanHostile(folder, "s05_ref.csv");
        QCOMPARE(reference.content.size(), std::size_t {30});
        for (const char* name :
             {"s09_mixed_eol.csv", "e11_utf16le_bom.csv", "e15_utf8_bom.csv", "e16_gb18030.csv"}) {
            QVERIFY2(cleanHostile(folder, name).content == reference.content, name);
        }
        QCOMPARE(reference.sum("paid_amount"), std::int64_t {20'522'595});
        QVERIFY(cleanHostile(folder, "x26_date1904.xlsx").content
                == cleanHostile(folder, "x01_ref.xlsx").content);
    }

    void hostileCellsBecomeTheRightValues()
    {
        MEITRACE_NEEDS_SHARED_DATA(folder)
        QCOMPARE(cleanHostile(folder, "e31_zero_width_phone.csv").distinct("phone"), std::size_t {6});
        const CleanFile refunds = cleanHostile(folder, "v20_refunds.csv");
        const std::vector<std::int64_t>& paid = refunds.numbers.at("paid_amount");
        QCOMPARE((std::vector<std::int64_t> {paid.end() - 4, paid.end()}),
                 (std::vector<std::int64_t> {-30'000, -1, -50'000, -50'000}));
        const CleanFile placeholders = cleanHostile(folder, "v44_placeholder_phones.csv");
        QCOMPARE(placeholders.distinct("phone"), std::size_t {4});
        QVERIFY(std::all_of(placeholders.phoneKeys.begin(), placeholders.phoneKeys.end(),
                            [](KeyType key) { return key == KeyType::RawPhone; }));
        const CleanFile dates = cleanHostile(folder, "v05_formats.csv");
        const std::vector<std::int64_t>& times = dates.numbers.at("pay_time");
        constexpr std::int64_t kMidnight = 1'709'568'000'000;  // 2024-03-05 in Shanghai
        constexpr std::int64_t kHalfPastTwo = kMidnight + 52'200'000;
        QCOMPARE((std::vector<std::int64_t> {times.end() - 7, times.end()}),
                 (std::vector<std::int64_t> {kMidnight, kMidnight, kMidnight, kMidnight, kHalfPastTwo,
                                             kHalfPastTwo, kHalfPastTwo}));
        const CleanFile formulas = cleanHostile(folder, "i01_formula.csv");
        const std::vector<std::string>& names = formulas.texts.at("name");
        QCOMPARE(names[5], std::string("=cmd|' /C calc'!A0"));
        QCOMPARE(names[9], std::string("=1+1"));
        QCOMPARE(names[13], std::string("＝1+1"));
        QCOMPARE(names[17], std::string("=1+1\n=2+2"));
        QCOMPARE(names[20], std::string("\"=1+1"));
    }

    void onlineRetailAddsUpToTheFen()
    {
        MEITRACE_NEEDS_SHARED_DATA(folder)
        const CleanFile file = cleanFile(folder + "/online_retail/online_retail_2010-12_2011-05.csv.gz",
                                         shipped("online_retail"));
        QCOMPARE(file.problem, std::string());
        QCOMPARE(file.rows, std::int64_t {209'029});
        QCOMPARE(file.kept(), std::int64_t {145'450});
        QCOMPARE(file.count(RowFate::Skipped), std::int64_t {209'029 - 145'450});
        QCOMPARE(file.distinct("his_no"), std::size_t {2718});
        QCOMPARE(file.distinct("order_no"), std::size_t {7409});
        QVERIFY(std::abs(static_cast<double>(file.sum("paid_amount")) / 100 - 3'332'591.961) < 0.01);
    }

    void purchasesKeepTheirSumAndTheirZeros()
    {
        MEITRACE_NEEDS_SHARED_DATA(folder)
        const CleanFile cdnow = cleanFile(folder + "/cdnow/transactions.csv.gz", shipped("cdnow"));
        QCOMPARE(cdnow.count(RowFate::Ok), std::int64_t {6919});
        QCOMPARE(cdnow.sum("paid_amount"), std::int64_t {24'409'194});
        QCOMPARE(cdnow.sum("qty"), std::int64_t {16'479'000});
        QCOMPARE(cdnow.distinct("his_no"), std::size_t {2357});
        QCOMPARE(cdnow.texts.at("his_no").front(), std::string("0001"));
        const CleanFile orders = cleanFile(folder + "/rfm_orders/orders.csv.gz", shipped("rfm_orders"));
        QCOMPARE(orders.sum("paid_amount"), std::int64_t {46'415'800});
        QCOMPARE(orders.distinct("his_no"), std::size_t {995});
        const CleanFile journey = cleanFile(folder + "/complete_journey/transactions.csv.gz",
                                            shipped("complete_journey_transactions"));
        QCOMPARE(journey.count(RowFate::Ok), std::int64_t {37'894});
        QCOMPARE(journey.sum("paid_amount"), std::int64_t {11'737'208});
        QCOMPARE(journey.distinct("his_no"), std::size_t {1188});
        const CleanFile homes
            = cleanFile(folder + "/complete_journey/households.csv", shipped("complete_journey_households"));
        QCOMPARE(homes.count(RowFate::Ok), std::int64_t {419});
        QCOMPARE(homes.distinct("member_level"), std::size_t {6});
    }

    void shopEventsKeepTheirTypes()
    {
        MEITRACE_NEEDS_SHARED_DATA(folder)
        const CleanFile file = cleanFile(folder + "/rees46/events.csv", shipped("rees46"));
        QCOMPARE(file.count(RowFate::Ok), std::int64_t {5019});
        const std::vector<std::string>& names = file.texts.at("event_name");
        QCOMPARE(std::count(names.begin(), names.end(), "item_view"), std::ptrdiff_t {4915});
        QCOMPARE(std::count(names.begin(), names.end(), "bill"), std::ptrdiff_t {54});
        QCOMPARE(std::count(names.begin(), names.end(), "cart"), std::ptrdiff_t {50});
        QCOMPARE(file.distinct("user_id"), std::size_t {1755});
        QCOMPARE(file.distinct("session_id"), std::size_t {1906});
        std::int64_t bills = 0;
        for (std::size_t row = 0; row < names.size(); ++row) {
            bills += names[row] == "bill" ? file.numbers.at("event_value")[row] : 0;
        }
        QCOMPARE(bills, std::int64_t {1'478'659});
        QCOMPARE(file.numbers.at("event_time").front(), std::int64_t {1'569'888'000'000});
    }

    void appointmentsKeepTheirOutcome()
    {
        MEITRACE_NEEDS_SHARED_DATA(folder)
        const CleanFile file
            = cleanFile(folder + "/clinic_noshow/appointments.csv.gz", shipped("clinic_noshow"));
        QCOMPARE(file.kept(), std::int64_t {55'142});
        QCOMPARE(file.count(RowFate::Fixed), std::int64_t {1});  // an age of -1
        const std::vector<std::int64_t>& status = file.numbers.at("booking_status");
        const auto missed
            = std::count(status.begin(), status.end(), static_cast<std::int64_t>(BookingStatus::NoShow));
        QVERIFY(std::abs(static_cast<double>(missed) / 55'142 - 0.20374669036306264) < 1e-9);
        const std::vector<std::int64_t>& gender = file.numbers.at("gender");
        QCOMPARE(std::count(gender.begin(), gender.end(), 1), std::ptrdiff_t {35'837});
        QCOMPARE(file.distinct("his_no"), std::size_t {31'105});
        QCOMPARE(file.distinct("district"), std::size_t {81});
        std::int64_t early = 0;
        for (std::size_t row = 0; row < status.size(); ++row) {
            const std::int64_t created = file.numbers.at("booking_created_at")[row] / kDayMillis;
            early += file.numbers.at("booking_time")[row] / kDayMillis < created ? 1 : 0;
        }
        QCOMPARE(early, std::int64_t {3});
    }
};

MEITRACE_TEST(TestPublicFiles)
#include "tst_publicfiles.moc"
