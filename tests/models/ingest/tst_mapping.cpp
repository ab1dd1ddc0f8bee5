// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/mapping.h"
#include "models/resources/resource.h"
#include "tests/models/ingest/cleanhelpers.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace meitrace;
using namespace meitrace::test;

namespace {

constexpr const char* kFull = R"({
  "kind": "web_event", "time_zone": "UTC", "time_format": "epoch_ms", "amount_unit": "minor",
  "encoding": "gb18030", "delimiter": "tab", "header": false, "sheet": null, "scope": "shop",
  "columns": {"#1": "user_id", "#3": ["event_time"], "type": "event_name", "price": "event_value"},
  "event_types": {"view": "item_view", "purchase": "bill"},
  "values": {"event_name": {"v": "view"}},
  "constants": {"channel": "web_direct"},
  "skip": [{"column": "#1", "test": "empty"}, {"column": "type", "test": "equals", "text": "ping"},
           {"column": "type", "test": "starts_with", "text": "C"}, {"column": "price", "test": "at_most", "number": 0},
           {"column": "price", "test": "less_than", "number": -1.5}]
})";

struct Wrong {
    const char* json;
    ErrorCode code;
    const char* value;  ///< key, kind or field that the error must name
};

constexpr Wrong kWrong[] {
    {"", ErrorCode::BadMapping, "JSON"},
    {"{", ErrorCode::BadMapping, "JSON"},
    {"[]", ErrorCode::BadMapping, "mapping"},
    {"{}", ErrorCode::BadMapping, "kind"},
    {R"({"kind": 1})", ErrorCode::BadMapping, "kind"},
    {R"({"kind": "his_bill"})", ErrorCode::UnknownKind, ""},
    {R"({"kind": "his_billing", "columnz": {}})", ErrorCode::BadMapping, "columnz"},
    {R"({"kind": "his_billing", "columns": []})", ErrorCode::BadMapping, "columns"},
    {R"({"kind": "his_billing", "columns": {"a": "nofield"}})", ErrorCode::UnknownField, "nofield"},
    {R"({"kind": "his_billing", "columns": {"a": 1}})", ErrorCode::BadMapping, "columns.a"},
    {R"({"kind": "his_billing", "columns": {"a": "phone", "a": "name"}})", ErrorCode::BadMapping, "a"},
    {R"({"kind": "his_billing", "time_format": "ydm"})", ErrorCode::BadMapping, "time_format"},
    {R"({"kind": "his_billing", "amount_unit": "cents"})", ErrorCode::BadMapping, "amount_unit"},
    {R"({"kind": "his_billing", "delimiter": "::"})", ErrorCode::BadMapping, "delimiter"},
    {R"({"kind": "his_billing", "header": "yes"})", ErrorCode::BadMapping, "header"},
    {R"({"kind": "his_billing", "sheet": 1})", ErrorCode::BadMapping, "sheet"},
    {R"({"kind": "his_billing", "constants": {"nofield": "x"}})", ErrorCode::UnknownField, "nofield"},
    {R"({"kind": "his_billing", "constants": {"store": 1}})", ErrorCode::BadMapping, "constants.store"},
    {R"({"kind": "his_billing", "values": {"gender": "x"}})", ErrorCode::BadMapping, "values.gender"},
    {R"({"kind": "his_billing", "values": {"nofield": {}}})", ErrorCode::UnknownField, "nofield"},
    {R"({"kind": "his_billing", "skip": [{"column": "a"}]})", ErrorCode::BadMapping, "skip"},
    {R"({"kind": "his_billing", "skip": [{"column": "a", "test": "is"}]})", ErrorCode::BadMapping,
     "skip.test"},
    {R"({"kind": "his_billing", "skip": [{"column": "a", "test": "equals"}]})", ErrorCode::BadMapping,
     "skip.text"},
    {R"({"kind": "his_billing", "skip": [{"column": "a", "test": "at_most", "number": "0"}]})",
     ErrorCode::BadMapping, "skip.number"},
    {R"({"kind": "his_billing", "skip": [{"column": "a", "test": "empty", "text": "x"}]})",
     ErrorCode::BadMapping, "skip.text"},
};

}  // namespace

class TestMapping : public QObject {
    Q_OBJECT

private slots:
    void everyKeyOfAMappingFileIsRead()
    {
        const Result<Mapping> read = mappingFromJson(kFull, "m.json");
        QVERIFY(read);
        QCOMPARE(read->kind->code, std::string_view("web_event"));
        QCOMPARE(read->timeZone, std::string("UTC"));
        QCOMPARE(read->timeFormat, std::string("epoch_ms"));
        QVERIFY(read->amountInMinor);
        QCOMPARE(read->encoding, std::string("gb18030"));
        QCOMPARE(read->delimiter, '\t');
        QVERIFY(!read->header);
        QCOMPARE(read->scope, std::string("shop"));
        QCOMPARE(read->columns.size(), std::size_t {4});
        QCOMPARE(read->columns[1].header, std::string("#3"));
        QCOMPARE(read->columns[1].field, fieldIndex(*read->kind, "event_time"));
        QCOMPARE(read->eventTypes.at("purchase"), std::string("bill"));
        QCOMPARE(read->values.at("event_name").at("v"), std::string("view"));
        QCOMPARE(read->constants.at("channel"), std::string("web_direct"));
        QCOMPARE(read->skip.size(), std::size_t {5});
        QCOMPARE(read->skip[4].number, -1.5);
        QVERIFY(read->skip[2].test == Mapping::SkipRule::Test::StartsWith && read->skip[2].text == "C");
    }

    void savingAndLoadingGivesTheSame()
    {
        const std::string once = mappingToJson(*mappingFromJson(kFull, "m.json"));
        const Result<Mapping> again = mappingFromJson(once, "m.json");
        QVERIFY(again);
        QCOMPARE(mappingToJson(*again), once);
        QCOMPARE(again->columns.size(), std::size_t {4});
        QCOMPARE(again->skip[3].column, std::string("price"));
        Mapping twice = mappingOf(
            "his_billing", {{"t", "order_time"}, {"t", "pay_time"}, {"a", "paid_amount"}, {"n", "name"}});
        const Result<Mapping> shared = mappingFromJson(mappingToJson(twice), "m.json");
        QVERIFY(shared);
        QCOMPARE(shared->columns.size(), std::size_t {4});
    }

    void wrongMappingsAreRefusedByName()
    {
        for (const Wrong& wrong : kWrong) {
            const Result<Mapping> read = mappingFromJson(wrong.json, "m.json");
            QVERIFY2(!read, wrong.json);
            QVERIFY2(read.error().code == wrong.code, wrong.json);
            if (wrong.code != ErrorCode::UnknownKind) {
                QCOMPARE(read.error().value, std::string(wrong.value));
                QCOMPARE(read.error().subject, std::string("m.json"));
            }
        }
        QCOMPARE(mappingFromJson(kWrong[5].json, "m.json").error().subject, std::string("his_bill"));
    }

    void aSyntaxErrorHasItsPlace()
    {
        const Result<Mapping> read
            = mappingFromJson("{\n  \"kind\": \"his_billing\",\n  \"列\": oops }\n", "m.json");
        QVERIFY(!read);
        QCOMPARE(read.error().place.line, std::int64_t {3});
        QCOMPARE(read.error().place.column, std::int64_t {8});
    }

    void filesLoadWithAndWithoutAByteOrderMark()
    {
        QTemporaryDir folder;
        const std::string path = folder.filePath("m.json").toStdString();
        std::ofstream(path) << "\xEF\xBB\xBF" << kFull;
        const Result<Mapping> read = loadMapping(path);
        QVERIFY(read);
        QCOMPARE(read->columns.size(), std::size_t {4});
        QVERIFY(loadMapping(path + ".none").error().code == ErrorCode::FileMissing);
        std::ofstream(path) << "{ broken";
        QCOMPARE(loadMapping(path).error().subject, path);
        std::ofstream(path) << std::string(2'000'000, ' ');
        QVERIFY(loadMapping(path).error().code == ErrorCode::BadMapping);
    }

    void everyShippedMappingIsValid()
    {
        const auto paths = resourcesUnder("mappings/");
        QVERIFY(paths.size() >= 10);
        for (const std::string_view path : paths) {
            const Result<Mapping> read = mappingFromJson(std::string(resource(path)), std::string(path));
            QVERIFY2(read, path.data());
            QVERIFY2(checkMapping(*read, headerOf(*read), "x.csv"), path.data());
        }
    }

    void theSignatureIgnoresOrderAndWidth()
    {
        QCOMPARE(headerSignature({"a", "手机号", "B "}), headerSignature({"Ｂ", "a", "手机号", ""}));
        QVERIFY(headerSignature({"a", "b"}) != headerSignature({"ab"}));
        QVERIFY(headerSignature({"a", "a"}) != headerSignature({"a"}));
    }

    void columnsMustBeThere()
    {
        const Mapping mapping
            = mappingOf("his_billing", {{"手机号", "phone"}, {"时间", "pay_time"}, {"#3", "paid_amount"}});
        QVERIFY(checkMapping(mapping, {"手机号", "时间", "实收"}, "f.csv"));
        QVERIFY(checkMapping(mapping, {" 手机号", "时间 ", "实收"}, "f.csv"));
        const Status missing = checkMapping(mapping, {"电话", "时间", "实收"}, "f.csv");
        QVERIFY(missing.error().code == ErrorCode::UnknownColumn);
        QCOMPARE(missing.error().value, std::string("手机号"));
        QVERIFY(checkMapping(mapping, {"手机号", "时间"}, "f.csv").error().code == ErrorCode::UnknownColumn);
    }

    void requiredFieldsNeedAColumnOrAConstant()
    {
        Mapping mapping = mappingOf("his_billing", {{"p", "phone"}, {"a", "paid_amount"}});
        const Status missing = checkMapping(mapping, {"p", "a"}, "f.csv");
        QVERIFY(missing.error().code == ErrorCode::MissingField);
        QCOMPARE(missing.error().value, std::string("pay_time"));
        QCOMPARE(missing.error().subject, std::string("his_billing"));
        mapping.constants["pay_time"] = "2026-06-30";
        QVERIFY(checkMapping(mapping, {"p", "a"}, "f.csv"));
        mapping.constants["nofield"] = "x";
        QVERIFY(checkMapping(mapping, {"p", "a"}, "f.csv").error().code == ErrorCode::UnknownField);
    }

    void repeatedHeadersStopWhatDependsOnThem()
    {
        const Mapping mapping
            = mappingOf("his_billing", {{"p", "phone"}, {"t", "pay_time"}, {"a", "paid_amount"}});
        QVERIFY(checkMapping(mapping, {"p", "t", "a", "分销员", "分销员", "", ""}, "f.csv"));
        QVERIFY(checkMapping(mapping, {"p", "t", "a", "A"}, "f.csv").error().code
                == ErrorCode::DuplicateHeader);
        const Mapping byPlace
            = mappingOf("his_billing", {{"p", "phone"}, {"t", "pay_time"}, {"#4", "paid_amount"}});
        QVERIFY(checkMapping(byPlace, {"p", "t", "a", "a"}, "f.csv"));
        const Mapping without = mappingOf("his_billing", {{"p", "phone"}, {"t", "pay_time"}});
        const Status lost = checkMapping(without, {"p", "t", "项目", "项目"}, "f.csv");
        QVERIFY(lost.error().code == ErrorCode::DuplicateHeader);
        QCOMPARE(lost.error().value, std::string("项目"));
    }

    void oneFieldHasOneColumn()
    {
        const Mapping mapping = mappingOf(
            "his_billing", {{"p", "phone"}, {"q", "phone"}, {"t", "pay_time"}, {"a", "paid_amount"}});
        QVERIFY(checkMapping(mapping, {"p", "q", "t", "a"}, "f.csv").error().code == ErrorCode::BadMapping);
    }

    void zonesAndFormatsAreChecked()
    {
        Mapping mapping = mappingOf("his_billing", {{"p", "phone"}, {"t", "pay_time"}, {"a", "paid_amount"}});
        mapping.timeZone = "Asia/Nowhere";
        const auto plan = planOf(mapping, headerOf(mapping), {});
        QVERIFY(!plan);
        QVERIFY(plan.error().code == ErrorCode::BadMapping);
        QCOMPARE(plan.error().detail, std::string("time_zone"));
        mapping.timeZone = "Europe/Paris";
        QVERIFY(planOf(mapping, headerOf(mapping), {}));
    }
};

MEITRACE_TEST(TestMapping)
#include "tst_mapping.moc"
