// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Credit of channels over a snapshot: the worked example, what a touch is, plain loops on random worlds, and
// ten thousand published paths.
#include "analytics/journey/attribution.h"
#include "models/base/random.h"
#include "models/frame/snapshotbuilder.h"
#include "tests/support/gzippedcsv.h"
#include "tests/support/shareddata.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

using namespace meitrace;
using namespace meitrace::test;

namespace {

constexpr Day kFirst = 20'000;
constexpr Millis kHour = 3'600'000;
constexpr double kClose = 1e-6;

Millis at(int day, int hour = 10)
{
    return (kFirst + Millis {day}) * kDayMillis + hour * kHour;
}

void addTouch(SnapshotBuilder& builder, Index customer, Millis time, const std::string& channel,
              const std::string& type = "ad_click")
{
    builder.addEvent(customer, {.time = time, .type = type, .texts = {{EventField::Channel, channel}}});
}

void addDeal(SnapshotBuilder& builder, Index customer, Millis time, Fen paid = 0)
{
    builder.addEvent(customer, {.time = time, .type = "deal", .texts = {}});
    if (paid != 0) {
        builder.addEvent(customer, {.time = time, .type = "bill", .texts = {}, .amount = paid});
    }
}

AttributionResult attributed(const Snapshot& snapshot, const AttributionOptions& options, int threads = 2)
{
    Job job(threads);
    Result<AttributionResult> result = attribution(snapshot, options, job);
    if (!result) {
        qFatal("%s %s", result.error().subject.c_str(), result.error().detail.c_str());
    }
    return *std::move(result);
}

const AttributedChannel* rowOf(const AttributionResult& result, const std::string& channel)
{
    const auto row = std::find_if(result.channels.begin(), result.channels.end(), [&](const auto& c) {
        return c.channel == channel && c.kind == AttributedChannel::Kind::Named;
    });
    return row == result.channels.end() ? nullptr : &*row;
}

double creditOf(const AttributionResult& result, CreditModel model, const std::string& channel)
{
    const AttributedChannel* row = rowOf(result, channel);
    return row == nullptr ? 0 : row->by(model).conversions;
}

bool isNear(double a, double b, double tolerance = kClose)
{
    return std::abs(a - b) <= tolerance;
}

/// Paths by letters, as many converting and lost ones of each; a touch a day, the deal a day after the last.
struct LetterPath {
    std::string channels;
    int converting = 0;
    int lost = 0;
};

SnapshotPtr worldOf(const std::vector<LetterPath>& paths)
{
    SnapshotBuilder builder;
    for (const LetterPath& path : paths) {
        for (int i = 0; i < path.converting + path.lost; ++i) {
            const Index customer = builder.addCustomer();
            int day = 0;
            for (const char channel : path.channels) {
                addTouch(builder, customer, at(day++), std::string(1, channel));
            }
            if (i < path.converting) {
                addDeal(builder, customer, at(day), 1'00);
            }
        }
    }
    builder.setAsOf(kFirst + 400);
    return builder.build();
}

/// Nine conversions.
std::vector<LetterPath> sixPaths()
{
    return {{"ABC", 3, 1}, {"AC", 2, 2}, {"BC", 1, 3}, {"B", 0, 4}, {"C", 2, 2}, {"ABA", 1, 1}};
}

/// The definition in plain loops: one customer, first conversion, window, no repeats of neighbours.
struct Happening {
    Millis time = 0;
    std::string channel;  ///< empty: a deal
};

struct PlainPath {
    std::vector<std::string> channels;
    std::vector<Millis> times;
    bool converted = false;
};

std::optional<PlainPath> plainPath(const std::vector<Happening>& life, Millis window)
{
    PlainPath path;
    Millis end = kMissing;
    for (const Happening& happening : life) {
        if (happening.channel.empty()) {
            end = happening.time;
            path.converted = true;
            break;
        }
    }
    if (!path.converted) {
        if (life.empty()) {
            return std::nullopt;
        }
        end = life.back().time + 1;
    }
    const Millis begin = (path.converted ? end : end - 1) - window;
    for (const Happening& happening : life) {
        if (happening.channel.empty() || happening.time < begin || happening.time >= end) {
            continue;
        }
        if (!path.channels.empty() && path.channels.back() == happening.channel) {
            path.times.back() = happening.time;
            continue;
        }
        path.channels.push_back(happening.channel);
        path.times.push_back(happening.time);
    }
    while (path.channels.size() > 1 && path.channels.back() == "web_direct"
           && std::any_of(path.channels.begin(), path.channels.end(),
                          [](const std::string& c) { return c != "web_direct"; })) {
        path.channels.pop_back();
        path.times.pop_back();
    }
    return path;
}

QJsonObject expectedPaths(const std::string& folder)
{
    QFile file(QString::fromStdString(folder + "/expected/attribution_paths.json"));
    return file.open(QIODevice::ReadOnly)
        ? QJsonDocument::fromJson(file.readAll()).object()[QStringLiteral("checks")].toObject()
        : QJsonObject();
}

constexpr double kMoneyScale = 1e8;  // parts of one unit of the published values

/// Every path as often as it was taken; the money of a path on its first conversion.
SnapshotPtr publishedPaths(const std::string& folder)
{
    SnapshotBuilder builder;
    for (const Row& row : readGzippedCsv(folder + "/attribution_paths/paths.csv.gz")) {
        const std::string& path = row.at("path");
        const int converting = std::stoi(row.at("total_conversions"));
        const int lost = std::stoi(row.at("total_null"));
        for (int i = 0; i < converting + lost; ++i) {
            const Index customer = builder.addCustomer();
            Millis time = at(0);
            for (std::size_t begin = 0; begin <= path.size();) {
                const std::size_t end = std::min(path.find(" > ", begin), path.size());
                addTouch(builder, customer, time, path.substr(begin, end - begin));
                time += kHour;
                begin = end + 3;
            }
            if (i < converting) {
                addDeal(builder, customer, time,
                        i == 0 ? std::llround(std::stod(row.at("total_conversion_value")) * kMoneyScale) : 0);
            }
        }
    }
    builder.setAsOf(kFirst + 400);
    return builder.build();
}

}  // namespace

class TestAttribution : public QObject {
    Q_OBJECT

private slots:
    void theWorkedExample()
    {
        const SnapshotPtr snapshot = worldOf(sixPaths());
        AttributionOptions options;
        options.resamples = 400;
        const AttributionResult result = attributed(*snapshot, options);
        QCOMPARE(result.conversions, Index {9});
        QCOMPARE(result.lost, Index {13});
        QCOMPARE(result.open, Index {0});
        QVERIFY(isNear(result.conversionRate, 9.0 / 22));
        const auto check = [&](CreditModel model, double a, double b, double c) {
            return isNear(creditOf(result, model, "A"), a) && isNear(creditOf(result, model, "B"), b)
                && isNear(creditOf(result, model, "C"), c);
        };
        QVERIFY(check(CreditModel::First, 6, 1, 2));
        QVERIFY(check(CreditModel::Last, 1, 0, 8));
        QVERIFY(check(CreditModel::Linear, 8.0 / 3, 11.0 / 6, 4.5));
        QVERIFY(check(CreditModel::Position, 3, 1.3, 4.7));
        QVERIFY(check(CreditModel::Participation, 6, 5, 8));
        QVERIFY(check(CreditModel::Markov, 594.0 / 241, 567.0 / 241, 1008.0 / 241));
        QVERIFY(isNear(rowOf(result, "A")->removalEffect, 11.0 / 21));
        QVERIFY(isNear(rowOf(result, "B")->removalEffect, 0.5));
        QVERIFY(isNear(rowOf(result, "C")->removalEffect, 8.0 / 9));
        // Six first touches: six customers of weight 1 each.
        const ModelCredit& first = rowOf(result, "A")->by(CreditModel::First);
        QVERIFY(isNear(first.high, 6 + 1.959963984540054 * std::sqrt(6.0)));
        const ModelCredit& markov = rowOf(result, "C")->by(CreditModel::Markov);
        QVERIFY(markov.low < markov.conversions && markov.conversions < markov.high);
        QCOMPARE(QString::fromStdString(result.channels[0].channel), QStringLiteral("C"));
        QCOMPARE(result.routes[0].channels.size(), std::size_t {3});
        // two touches by J: a quarter and three quarters
        QVERIFY(isNear(creditOf(result, CreditModel::LatePosition, "B"), 4 * 0.2 + 0.25));
    }

    void whatATouchIs()
    {
        SnapshotBuilder builder;
        const Index shown = builder.addCustomer();
        addTouch(builder, shown, at(0), "xhs_org", "content_view");
        builder.addEvent(shown, {.time = at(1), .type = "ad_click", .texts = {}});
        addTouch(builder, shown, at(4), "dy_ads");
        addDeal(builder, shown, at(3), 500);
        const Index early = builder.addCustomer();
        addTouch(builder, early, at(0), "dy_ads");
        addTouch(builder, early, at(50), "mt_dp");
        addDeal(builder, early, at(95), 300);
        const Index walked = builder.addCustomer();
        builder.setText(walked, "source", "walkin");
        builder.addEvent(walked, {.time = at(5, 8), .type = "arrive", .texts = {}});
        addDeal(builder, walked, at(5, 9), 200);
        builder.setAsOf(kFirst + 400);
        const SnapshotPtr snapshot = builder.build();
        const AttributionResult result = attributed(*snapshot, {});
        QCOMPARE(result.conversions, Index {3});
        QCOMPARE(result.money, Fen {1'000});
        QVERIFY(rowOf(result, "dy_ads") == nullptr);  // one too early, one after the deal
        QVERIFY(isNear(creditOf(result, CreditModel::Last, "mt_dp"), 1));
        QVERIFY(isNear(creditOf(result, CreditModel::Last, "walkin"), 1));
        const AttributedChannel& nobody = result.channels.back();
        QCOMPARE(nobody.kind, AttributedChannel::Kind::Unattributed);
        QCOMPARE(nobody.by(CreditModel::Markov).money, Fen {0});  // Markov says nothing without lost paths
        QCOMPARE(result.markov, CreditGap::NoLost);
        QCOMPARE(nobody.by(CreditModel::Linear).money, Fen {500});
    }

    void directTakesNothingFromTheKnown()
    {
        SnapshotBuilder builder;
        const Index both = builder.addCustomer();
        addTouch(builder, both, at(0), "web_direct");
        addTouch(builder, both, at(1), "xhs_org");
        addTouch(builder, both, at(2), "web_direct");
        addDeal(builder, both, at(3));
        const Index alone = builder.addCustomer();
        addTouch(builder, alone, at(0), "web_direct");
        addDeal(builder, alone, at(1));
        builder.setAsOf(kFirst + 400);
        const SnapshotPtr snapshot = builder.build();
        AttributionOptions options;
        const auto shares = [&](DirectTouches direct) {
            options.touches.direct = direct;
            const AttributionResult result = attributed(*snapshot, options);
            return std::pair {creditOf(result, CreditModel::First, "web_direct"),
                              creditOf(result, CreditModel::Last, "web_direct")};
        };
        QCOMPARE(shares(DirectTouches::LastNonDirect), (std::pair {2.0, 1.0}));
        QCOMPARE(shares(DirectTouches::Drop), (std::pair {1.0, 1.0}));
        QCOMPARE(shares(DirectTouches::Keep), (std::pair {2.0, 2.0}));
    }

    void repeatedConversions()
    {
        SnapshotBuilder builder;
        const Index customer = builder.addCustomer();
        addTouch(builder, customer, at(0), "xhs_org");
        addDeal(builder, customer, at(1), 100);
        addTouch(builder, customer, at(30), "wecom");
        addDeal(builder, customer, at(40), 1'000);
        addTouch(builder, customer, at(50), "sms");
        builder.setAsOf(kFirst + 400);
        const SnapshotPtr snapshot = builder.build();
        AttributionOptions options;
        AttributionResult result = attributed(*snapshot, options);
        QCOMPARE(result.conversions, Index {1});
        QCOMPARE(result.money, Fen {1'100});  // of 90 days
        options.touches.scope = ConversionScope::Every;
        result = attributed(*snapshot, options);
        QCOMPARE(result.conversions, Index {2});
        QCOMPARE(result.converted, Index {1});
        QCOMPARE(rowOf(result, "xhs_org")->by(CreditModel::Last).money, Fen {100});
        QCOMPARE(rowOf(result, "wecom")->by(CreditModel::Last).money, Fen {1'000});
        QCOMPARE(rowOf(result, "sms")->lost, Index {1});
        options.touches.sinceConversion = false;
        result = attributed(*snapshot, options);
        QVERIFY(isNear(creditOf(result, CreditModel::First, "xhs_org"), 2));
        options.touches.scope = ConversionScope::Repeat;
        result = attributed(*snapshot, options);
        QCOMPARE(result.conversions, Index {1});
        QVERIFY(isNear(creditOf(result, CreditModel::Last, "wecom"), 1));
    }

    void whatMayYetConvertIsInNoModel()
    {
        SnapshotBuilder builder;
        const Index open = builder.addCustomer();
        addTouch(builder, open, at(20), "xhs_org");
        const Index lost = builder.addCustomer();
        addTouch(builder, lost, at(5), "xhs_org");
        const Index deal = builder.addCustomer();
        addTouch(builder, deal, at(5), "xhs_org");
        addDeal(builder, deal, at(30), 100);
        builder.setAsOf(kFirst + 100);
        const AttributionResult result = attributed(*builder.build(), {});
        QCOMPARE(result.open, Index {1});
        QCOMPARE(result.lost, Index {1});
        QCOMPARE(result.moneyOpen, Index {1});
        QVERIFY(isNear(result.conversionRate, 0.5));
    }

    void everyModelAddsUp()
    {
        for (std::uint64_t seed = 0; seed < 25; ++seed) {
            const SnapshotPtr snapshot = randomWorld(seed).build();
            AttributionOptions options;
            options.resamples = 20;
            options.touches.scope = static_cast<ConversionScope>(seed % 3);
            options.touches.repeats = static_cast<TouchRepeats>(seed % 3);
            const AttributionResult result = attributed(*snapshot, options);
            for (std::size_t model = 0; model < kCreditModels; ++model) {
                if (model == static_cast<std::size_t>(CreditModel::Participation)
                    || (model > static_cast<std::size_t>(CreditModel::Participation)
                        && result.markov == CreditGap::NoLost)) {
                    continue;
                }
                double conversions = 0;
                Fen money = 0;
                for (const AttributedChannel& channel : result.channels) {
                    conversions += channel.credit[model].conversions;
                    money += channel.credit[model].money;
                    QVERIFY(channel.credit[model].low <= channel.credit[model].conversions + kClose);
                }
                QVERIFY2(isNear(conversions, static_cast<double>(result.conversions), 1e-5),
                         kCreditModelNames[model]);
                QCOMPARE(money, result.money);
            }
        }
    }

    void asPlainLoopsSay()
    {
        for (std::uint64_t seed = 100; seed < 140; ++seed) {
            std::vector<std::vector<Happening>> lives;
            const SnapshotPtr snapshot = randomWorld(seed, &lives).build();
            AttributionOptions options;
            options.resamples = 0;
            options.touches.windowDays = 20;
            const AttributionResult result = attributed(*snapshot, options);
            std::array<std::map<std::string, double>, kCreditModels> expected;
            Index lost = 0;
            for (std::vector<Happening>& life : lives) {
                const std::optional<PlainPath> path = plainPath(life, 20 * kDayMillis);
                if (!path) {
                    continue;
                }
                lost += path->converted ? 0 : 1;
                const std::size_t n = path->channels.size();
                if (!path->converted || n == 0) {
                    continue;
                }
                const auto give = [&](CreditModel model, std::size_t i, double share) {
                    expected[static_cast<std::size_t>(model)][path->channels[i]] += share;
                };
                give(CreditModel::First, 0, 1);
                give(CreditModel::Last, n - 1, 1);
                double weights = 0;
                const auto weight = [&](std::size_t i) {
                    return std::pow(2.0,
                                    -static_cast<double>(path->times[n - 1] - path->times[i])
                                        / static_cast<double>(14 * kDayMillis));
                };
                for (std::size_t i = 0; i < n; ++i) {
                    give(CreditModel::Linear, i, 1 / static_cast<double>(n));
                    weights += weight(i);
                }
                for (std::size_t i = 0; i < n; ++i) {
                    give(CreditModel::Decay, i, weight(i) / weights);
                }
            }
            for (const CreditModel model :
                 {CreditModel::First, CreditModel::Last, CreditModel::Linear, CreditModel::Decay}) {
                for (const auto& [channel, credit] : expected[static_cast<std::size_t>(model)]) {
                    QVERIFY(isNear(creditOf(result, model, channel), credit, 1e-5));
                }
            }
            QCOMPARE(result.lost, lost);
        }
    }

    void sameForAnyNumberOfThreads()
    {
        const SnapshotPtr snapshot = randomWorld(7, nullptr, 30'000).build();
        const AttributionResult one = attributed(*snapshot, {}, 1);
        for (const int threads : {2, 7}) {
            const AttributionResult other = attributed(*snapshot, {}, threads);
            QCOMPARE(other.channels.size(), one.channels.size());
            for (std::size_t i = 0; i < one.channels.size(); ++i) {
                for (std::size_t model = 0; model < kCreditModels; ++model) {
                    QVERIFY(one.channels[i].credit[model].conversions
                            == other.channels[i].credit[model].conversions);
                    QVERIFY(one.channels[i].credit[model].high == other.channels[i].credit[model].high);
                    QCOMPARE(one.channels[i].credit[model].money, other.channels[i].credit[model].money);
                }
            }
        }
    }

    void behindAFigureAreItsCustomers()
    {
        const SnapshotPtr snapshot = randomWorld(9).build();
        AttributionOptions options;
        options.resamples = 0;
        const AttributionResult result = attributed(*snapshot, options);
        const auto count = [&](const AttributionPlace& place) {
            Job job(2);
            return attributionMembers(*snapshot, options, result, place, job)->count();
        };
        Index first = 0;
        for (int i = 0; i < static_cast<int>(result.channels.size()); ++i) {
            const AttributedChannel& channel = result.channels[static_cast<std::size_t>(i)];
            QCOMPARE(count({.channel = i}), channel.converting);
            const auto isLast = Index {std::lround(channel.by(CreditModel::Last).conversions)};
            QCOMPARE(count({.channel = i, .role = AttributionPlace::Role::Last}), isLast);
            if (channel.kind == AttributedChannel::Kind::Named) {
                QCOMPARE(count({.channel = i, .end = TouchPath::End::Lost}), channel.lost);
            }
            first += count({.channel = i, .role = AttributionPlace::Role::First});
        }
        QCOMPARE(first, result.conversions);
        QCOMPARE(count({}), result.conversions);
        QCOMPARE(count({.route = 0}), result.routes[0].converting);
        QCOMPARE(count({.end = TouchPath::End::Lost, .route = 1}), result.routes[1].lost);
        Job job(1);
        QVERIFY(!attributionMembers(*snapshot, options, result, {.channel = 99}, job));
    }

    void whatIsRefused()
    {
        const SnapshotPtr snapshot = worldOf({{"AB", 1, 1}});
        const auto refusal = [&](const AttributionOptions& options) {
            Job job(1);
            const Result<AttributionResult> result = attribution(*snapshot, options, job);
            return result ? std::string() : result.error().subject;
        };
        AttributionOptions options;
        options.touches.windowDays = 0;
        QCOMPARE(refusal(options), std::string("window"));
        options = {};
        options.settings.edges = {.first = 0.8, .last = 0.8};
        QCOMPARE(refusal(options), std::string("position"));
        options = {};
        options.order = 5;
        QCOMPARE(refusal(options), std::string("order"));
        options = {};
        options.settings.halfLife = 0;
        QCOMPARE(refusal(options), std::string("half-life"));
        options = {};
        options.resamples = 1;
        QCOMPARE(refusal(options), std::string("resamples"));
        options = {};
        options.touches.conversion = *parseEventPredicate("refund");
        QCOMPARE(refusal(options), std::string("conversion"));
        options = {};
        options.touches.from = kFirst + 9;
        options.touches.to = kFirst + 1;
        QCOMPARE(refusal(options), std::string("from"));
    }

    void moreChannelsThanModelsTake()
    {
        SnapshotBuilder builder;
        for (int i = 0; i < 90; ++i) {
            for (int k = 0; k <= i; k += 10) {
                const Index customer = builder.addCustomer();
                addTouch(builder, customer, at(0), "c" + std::to_string(i));
                if (k % 20 == 0) {
                    addDeal(builder, customer, at(1));
                }
            }
        }
        builder.setAsOf(kFirst + 400);
        const AttributionResult result = attributed(*builder.build(), {});
        QCOMPARE(result.channels.size(), std::size_t {TouchScan::kMostChannels});
        QCOMPARE(result.channels.back().kind, AttributedChannel::Kind::Other);
        double last = 0;
        for (const AttributedChannel& channel : result.channels) {
            last += channel.by(CreditModel::Last).conversions;
        }
        QVERIFY(isNear(last, static_cast<double>(result.conversions)));
    }

    void tenThousandPublishedPaths()
    {
        MEITRACE_NEEDS_SHARED_DATA(folder);
        const QJsonObject checks = expectedPaths(folder);
        const SnapshotPtr snapshot = publishedPaths(folder);
        AttributionOptions options;
        options.resamples = 0;
        options.touches.repeats = TouchRepeats::Keep;
        const AttributionResult kept = attributed(*snapshot, options);
        QCOMPARE(kept.conversions, Index {19'785});
        QCOMPARE(kept.lost, Index {68'602});
        const auto valueOf = [&](const char* name) {
            return checks[QLatin1String(name)].toObject()[QStringLiteral("value")].toObject();
        };
        const std::vector<std::pair<CreditModel, const char*>> models {
            {CreditModel::First, "first_[conversions,value]"},
            {CreditModel::Last, "last_[conversions,value]"},
            {CreditModel::Linear, "linear_[conversions,value]"},
            {CreditModel::Position, "position_40_20_40"}};
        for (const auto& [model, name] : models) {
            const QJsonObject expected = valueOf(name);
            QCOMPARE(expected.size(), 12);
            for (auto channel = expected.begin(); channel != expected.end(); ++channel) {
                const QJsonArray pair = channel.value().toArray();
                const AttributedChannel* row = rowOf(kept, channel.key().toStdString());
                QVERIFY(row != nullptr);
                QVERIFY2(isNear(row->by(model).conversions, pair[0].toDouble(), 1e-4), name);
                QVERIFY2(
                    isNear(static_cast<double>(row->by(model).money) / kMoneyScale, pair[1].toDouble(), 2e-3),
                    name);
            }
        }
        options.touches.repeats = TouchRepeats::Collapse;
        const AttributionResult collapsed = attributed(*snapshot, options);
        QVERIFY(isNear(collapsed.conversionRate, 0.2238451355968638));
        const QJsonObject effects = valueOf("markov1_removal_effect");
        const QJsonObject credits = valueOf("markov1_conversions");
        for (auto channel = effects.begin(); channel != effects.end(); ++channel) {
            const AttributedChannel* row = rowOf(collapsed, channel.key().toStdString());
            QVERIFY(isNear(row->removalEffect, channel.value().toDouble()));
            QVERIFY(
                isNear(row->by(CreditModel::Markov).conversions, credits[channel.key()].toDouble(), 1e-3));
        }
    }

private:
    static SnapshotBuilder
    randomWorld(std::uint64_t seed, std::vector<std::vector<Happening>>* lives = nullptr, int customers = 120)
    {
        const std::vector<std::string> channels {"xhs_org", "dy_ads", "mt_dp", "web_direct"};
        Random random(seed);
        SnapshotBuilder builder;
        for (int i = 0; i < customers; ++i) {
            const Index customer = builder.addCustomer();
            std::vector<Happening> life;
            const auto happenings = random.below(8);
            for (std::uint64_t k = 0; k < happenings; ++k) {
                // no two at one instant: who shares a place is tested by hand
                const Millis time = at(static_cast<int>(random.below(60)), 0) + static_cast<Millis>(k);
                const bool isDeal = random.chance(200'000);
                life.push_back({time, isDeal ? std::string() : channels[random.below(channels.size())]});
            }
            for (const Happening& happening : life) {
                if (happening.channel.empty()) {
                    addDeal(builder, customer, happening.time, static_cast<Fen>(random.below(90'000)));
                } else {
                    addTouch(builder, customer, happening.time, happening.channel);
                }
            }
            if (lives != nullptr) {
                std::sort(life.begin(), life.end(),
                          [](const Happening& a, const Happening& b) { return a.time < b.time; });
                lives->push_back(std::move(life));
            }
        }
        builder.setAsOf(kFirst + 400);
        return builder;
    }
};

MEITRACE_TEST(TestAttribution)

#include "tst_attribution.moc"
