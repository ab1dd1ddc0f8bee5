// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/persona.h"
#include "models/base/random.h"
#include "tests/analytics/customer/ordersfile.h"
#include "tests/analytics/customer/purchaseworld.h"
#include "tests/support/shareddata.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cmath>

using namespace meitrace;
using meitrace::test::StoppedJob;

namespace {

PersonaResult described(const Snapshot& snapshot, const PersonaOptions& options)
{
    Job job;
    auto result = persona(snapshot, options, job);
    if (!result) {
        qFatal("%s %s", result.error().subject.c_str(), result.error().detail.c_str());
    }
    return *std::move(result);
}

const PersonaTrait* find(const PersonaResult& result, std::string_view attribute, std::string_view value)
{
    const auto found
        = std::find_if(result.traits.begin(), result.traits.end(), [&](const PersonaTrait& trait) {
              return trait.attribute == attribute && trait.value == value;
          });
    return found == result.traits.end() ? nullptr : &*found;
}

bool near(double a, double b, double room = 1e-9)
{
    return std::abs(a - b) <= room;
}

/// The worked example of docs/methods/persona.md: 100 members and 300 others. 46 and 63 of them live in A,
/// 44 and 227 in B, 6 and 6 in C; of 4 both cities are unknown.
struct Example {
    SnapshotPtr snapshot;
    PersonaOptions options;
};

Example example()
{
    SnapshotBuilder builder;
    Example made;
    made.options.members = Bitset(400);
    for (Index c = 0; c < 400; ++c) {
        builder.addCustomer();
        const bool isIn = c < 100;
        const Index place = isIn ? c : c - 100;
        made.options.members.put(c, isIn);
        const std::string city = place < (isIn ? 46 : 63) ? "A"
            : place < (isIn ? 90 : 290)                   ? "B"
            : place < (isIn ? 96 : 296)                   ? "C"
                                                          : "";
        if (!city.empty()) {
            builder.setText(c, "city", city);
        }
        if (isIn || place < 30) {
            builder.addEvent(c,
                             {.time = 0,
                              .type = "page_view",
                              .texts = {{EventField::Channel, place % 2 == 0 ? "xhs_org" : "walkin"}}});
        }
        if (isIn ? place < 95 : place < 150) {
            builder.addEvent(c, {.time = kDayMillis, .type = "bill", .texts = {}});
        }
        if (isIn && place < 20) {
            builder.addEvent(c, {.time = 9 * kDayMillis, .type = "treat", .texts = {}});
        }
    }
    builder.setAsOf(5);
    made.snapshot = builder.build();
    return made;
}

}  // namespace

class TestPersona : public QObject {
    Q_OBJECT

private slots:
    void sharesLiftAndIntervalsByHand()
    {
        auto [snapshot, options] = example();
        options.attributes = {"city"};
        const PersonaResult r = described(*snapshot, options);
        QCOMPARE(r.members, Index {100});
        QCOMPARE(r.rest, Index {300});
        const PersonaTrait* a = find(r, "city", "A");
        QVERIFY(a != nullptr);
        QCOMPARE(a->in.hits, Index {46});
        QCOMPARE(a->in.n, Index {96});
        QCOMPARE(a->rest.hits, Index {63});
        QCOMPARE(a->rest.n, Index {296});
        QVERIFY(near(a->shareIn, 46.0 / 96));
        QVERIFY(near(a->lift, (46.0 / 96) / (63.0 / 296)));
        QVERIFY(near(a->index, 100 * (46.0 / 96) / (109.0 / 392)));
        QVERIFY(near(a->shareRange.low, wilson(46, 96).low));
        QVERIFY(near(a->difference.high, newcombe({46, 96}, {63, 296}).high));
        QVERIFY(near(a->liftRange.low, ratioInterval({46, 96}, {63, 296}).low));
        // (46 + 100 s) / (50 + 100 (1 - s)) against (63 + 100 s) / (233 + 100 (1 - s)), s = 109/392
        const double s = 109.0 / 392;
        const double effect = std::log((46 + 100 * s) / (50 + 100 * (1 - s)))
            - std::log((63 + 100 * s) / (233 + 100 * (1 - s)));
        QVERIFY(near(a->effect, effect));
        QVERIFY(near(a->lift, 2.2513, 5e-5));
        QVERIFY(near(a->liftRange.low, 1.6514, 5e-5));
        QVERIFY(near(a->liftRange.high, 3.0148, 5e-5));
        QVERIFY(near(a->index, 172.324, 5e-4));
        QVERIFY(near(a->effect, 0.7081, 5e-5));
        QVERIFY(near(a->p, twoProportionP({46, 96}, {63, 296})));
        QVERIFY(a->isNotable);
        QVERIFY(std::isnan(a->low));
    }

    void smallGroupsAndWhatGivesThemAwayAreNotShown()
    {
        // C has 6 members, so C goes, and with it the smaller of the others on that side: B
        auto [snapshot, options] = example();
        options.attributes = {"city"};
        const PersonaResult r = described(*snapshot, options);
        QCOMPARE(r.traits.size(), std::size_t {1});
        QVERIFY(find(r, "city", "B") == nullptr);
        QCOMPARE(r.suppressed, Index {1});
        QCOMPARE(r.complementary, Index {1});
        QCOMPARE(r.unknown.size(), std::size_t {1});
        QCOMPARE(r.unknown[0].in, Index {4});
        QCOMPARE(r.unknown[0].rest, Index {4});
    }

    void eventsCountWhoEverDidThem()
    {
        auto [snapshot, options] = example();
        options.attributes = {"event", "first_channel"};
        const PersonaResult r = described(*snapshot, options);
        // 95 members paid: the 5 who did not are a small group, so nothing is said about bills
        QVERIFY(find(r, "event", "bill") == nullptr);
        const PersonaTrait* view = find(r, "event", "page_view");
        QVERIFY(view != nullptr);
        QCOMPARE(view->in.hits, Index {100});
        QCOMPARE(view->rest.hits, Index {30});
        QCOMPARE(view->shareRest, 0.1);
        QVERIFY(near(view->lift, 10));
        QVERIFY(find(r, "event", "treat") == nullptr);  // after the as-of day
        const PersonaTrait* xhs = find(r, "first_channel", "xhs_org");
        QVERIFY(xhs != nullptr);
        QCOMPARE(xhs->in.hits, Index {50});
        QCOMPARE(xhs->in.n, Index {100});
        QCOMPARE(xhs->rest.hits, Index {15});
        QCOMPARE(xhs->rest.n, Index {30});  // a bill without a channel or no event at all: unknown
        QCOMPARE(xhs->effect, 0.0);
        QVERIFY(!xhs->isNotable);
        auto later = options;
        later.asOf = 9;
        const PersonaResult after = described(*snapshot, later);
        const PersonaTrait* treat = find(after, "event", "treat");
        QVERIFY(treat != nullptr);
        QCOMPARE(treat->in.hits, Index {20});
        QVERIFY(std::isnan(treat->lift));
        QVERIFY(std::isinf(treat->liftRange.high));
    }

    void ageComesFromTheBirthDateElseTheYear()
    {
        SnapshotBuilder builder;
        PersonaOptions options;
        options.members = Bitset(400);
        const Day asOf = dayFromCivil(2026, 6, 30);
        for (Index c = 0; c < 400; ++c) {
            builder.addCustomer();
            const bool isIn = c < 200;
            options.members.put(c, isIn);
            if (c % 4 < 2) {  // 29 at the as-of day, 30 by the year alone
                builder.setNumber(c, "birth_date", dayFromCivil(1996, 12, 31), AttributeType::Date);
            }
            builder.setNumber(c, "birth_year", c % 4 == 3 ? 2090 : 1996);
            builder.setNumber(c, "stored_value", isIn ? 0 : 50'000, AttributeType::Money);
            builder.setNumber(c, "registered", asOf - (isIn ? 31 : c < 395 ? 100 : -1), AttributeType::Date);
            builder.setNumber(c, "points", static_cast<double>(c % 10));
        }
        builder.setAsOf(asOf);
        const PersonaResult r = described(*builder.build(), options);
        const auto hits = [&r](std::string_view attribute, std::string_view value) {
            const PersonaTrait* trait = find(r, attribute, value);
            return trait == nullptr ? Index {-1} : trait->in.hits;
        };
        QCOMPARE(hits("age", "25-29"), Index {100});
        QCOMPARE(hits("age", "30-34"), Index {50});
        QCOMPARE(hits("birth_year", "1996"), Index {-1});
        QCOMPARE(hits("stored_value", "<=0"), Index {200});
        QCOMPARE(hits("stored_value", ">300..1000"), Index {-1});  // no member has it
        QCOMPARE(hits("registered", ">30..90"), Index {200});
        // quintiles of 0 … 9, each forty times: the first lies at 1.8
        QCOMPARE(hits("points", "<=1.8"), Index {40});
        QCOMPARE(find(r, "points", ">1.8..3.6")->low, 1.8);
        const auto unknownOf = [&r](std::string_view attribute) {
            const auto found = std::find_if(r.unknown.begin(), r.unknown.end(), [&](const PersonaUnknown& u) {
                return u.attribute == attribute;
            });
            return found == r.unknown.end() ? Index {0} : found->in + found->rest;
        };
        QCOMPARE(unknownOf("age"), Index {100});
        QCOMPARE(unknownOf("registered"), Index {5});  // after the as-of day
        QCOMPARE(unknownOf("points"), Index {0});
    }

    void plantedTraitsComeFirst()
    {
        Random random(43);
        SnapshotBuilder builder;
        PersonaOptions options;
        options.members = Bitset(4'000);
        for (Index c = 0; c < 4'000; ++c) {
            builder.addCustomer();
            const bool isIn = random.chance(150'000);
            options.members.put(c, isIn);
            for (int a = 0; a < 10; ++a) {
                const bool isPlanted = a == 3 && isIn && random.chance(350'000);
                builder.setText(c, "a" + std::to_string(a),
                                isPlanted ? "v2" : "v" + std::to_string(random.below(6)));
            }
        }
        options.definedBy = {"a3"};
        const PersonaResult r = described(*builder.build(), options);
        QCOMPARE(r.traits[0].attribute, std::string("a3"));
        QCOMPARE(r.traits[0].value, std::string("v2"));
        QVERIFY(r.traits[0].isNotable);
        QVERIFY(r.traits[0].isDefining);
        QVERIFY(!find(r, "a4", "v1")->isDefining);
        for (std::size_t i = 1; i < r.traits.size(); ++i) {
            const PersonaTrait& before = r.traits[i - 1];
            const PersonaTrait& trait = r.traits[i];
            QVERIFY(before.isNotable >= trait.isNotable);
            QVERIFY(before.isNotable != trait.isNotable || std::abs(before.effect) >= std::abs(trait.effect));
            QVERIFY(trait.isNotable <= (trait.attribute == "a3"));
            QVERIFY(trait.liftRange.low <= trait.lift && trait.lift <= trait.liftRange.high);
            QVERIFY(trait.difference.low <= trait.shareIn - trait.shareRest);
            QVERIFY(trait.q >= trait.p && trait.q <= 1);
        }
    }

    void drawnSetsHaveNoTraits()
    {
        Random random(47);
        SnapshotBuilder builder;
        for (Index c = 0; c < 3'000; ++c) {
            builder.addCustomer();
            for (int a = 0; a < 12; ++a) {
                builder.setText(c, "a" + std::to_string(a), "v" + std::to_string(random.below(4)));
            }
        }
        const SnapshotPtr snapshot = builder.build();
        int notable = 0;
        for (int round = 0; round < 40; ++round) {
            PersonaOptions options;
            options.minimumDifference = 0;
            options.members = Bitset(3'000);
            for (Index c = 0; c < 3'000; ++c) {
                options.members.put(c, random.chance(200'000));
            }
            const PersonaResult r = described(*snapshot, options);
            notable += !r.traits.empty() && r.traits[0].isNotable ? 1 : 0;
        }
        QVERIFY2(notable <= 6, qPrintable(QString::number(notable)));  // 5 % of 40, three deviations up
    }

    void nobodyOutsideThePopulationCounts()
    {
        auto [snapshot, options] = example();
        options.attributes = {"event"};
        options.population = Bitset(400, true);
        for (Index c = 50; c < 130; ++c) {
            options.population.reset(c);
        }
        const PersonaResult r = described(*snapshot, options);
        QCOMPARE(r.members, Index {50});
        QCOMPARE(r.rest, Index {270});
        QCOMPARE(r.notSelected, Index {80});
    }

    void refusalsNameWhatIsWrong()
    {
        auto [snapshot, options] = example();
        Job job;
        PersonaOptions few = options;
        few.members = Bitset(400);
        few.members.set(3);
        QCOMPARE(persona(*snapshot, few, job).error().subject, std::string("members"));
        QCOMPARE(persona(*snapshot, few, job).error().code, ErrorCode::EmptyInput);
        PersonaOptions all = options;
        all.members = Bitset(400, true);
        QCOMPARE(persona(*snapshot, all, job).error().subject, std::string("rest"));
        PersonaOptions unknown = options;
        unknown.attributes = {"shoe_size"};
        QCOMPARE(persona(*snapshot, unknown, job).error().code, ErrorCode::NotFound);
        PersonaOptions other = options;
        other.members = Bitset(7, true);
        QCOMPARE(persona(*snapshot, other, job).error().subject, std::string("members"));
        PersonaOptions bare = options;
        bare.minimumGroup = 3;
        QCOMPARE(persona(*snapshot, bare, job).error().subject, std::string("minimum_group"));
        StoppedJob stopped;
        QCOMPARE(persona(*snapshot, options, stopped).error().code, ErrorCode::Cancelled);
    }

    void theNumberOfThreadsChangesNothing()
    {
        auto [snapshot, options] = example();
        Job one(1);
        Job seven(7);
        const auto a = persona(*snapshot, options, one);
        const auto b = persona(*snapshot, options, seven);
        QCOMPARE(a->traits.size(), b->traits.size());
        for (std::size_t i = 0; i < a->traits.size(); ++i) {
            QCOMPARE(a->traits[i].value, b->traits[i].value);
            QCOMPARE(a->traits[i].q, b->traits[i].q);
        }
    }

    void realChurnersHaveTheExpectedCounts()
    {
        MEITRACE_NEEDS_SHARED_DATA(folder)
        const auto rows = meitrace::test::readGzippedCsv(folder + "/telco_churn/telco_churn.csv.gz");
        SnapshotBuilder builder;
        PersonaOptions options;
        options.members = Bitset(static_cast<Index>(rows.size()));
        for (const meitrace::test::Row& row : rows) {
            const Index c = builder.addCustomer();
            options.members.put(c, row.at("churn") == "Yes");
            for (const auto& [column, cell] : row) {
                builder.setText(c, column, cell);
            }
        }
        const QJsonObject checks = meitrace::test::expectedChecks(folder, "telco_churn");
        options.definedBy = {"churn"};
        const PersonaResult r = described(*builder.build(), options);
        QCOMPARE(static_cast<double>(r.members), checks["positives"].toObject()["value"].toDouble());
        int compared = 0;
        for (const char* column :
             {"female", "senior_citizen", "partner", "dependents", "phone_service", "multiple_lines"}) {
            const QJsonObject rates
                = checks[QStringLiteral("rate_by_") + QLatin1String(column)].toObject()["value"].toObject();
            for (const QString& value : rates.keys()) {
                const PersonaTrait* trait = find(r, column, value.toStdString());
                QVERIFY(trait != nullptr);
                const double hits = rates[value].toArray()[1].toDouble();
                QCOMPARE(static_cast<double>(trait->in.hits), hits);
                QCOMPARE(static_cast<double>(trait->rest.hits), rates[value].toArray()[0].toDouble() - hits);
                ++compared;
            }
        }
        QCOMPARE(compared, 13);
    }
};

MEITRACE_TEST(TestPersona)
#include "tst_persona.moc"
