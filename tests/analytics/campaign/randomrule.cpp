// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/analytics/campaign/randomrule.h"

#include <array>
#include <cmath>
#include <limits>
#include <string>

namespace meitrace::test {

namespace {

using Kind = RuleNode::Kind;
using WindowKind = RuleWindow::Kind;

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

template <typename T, std::size_t N>
const T& oneOf(Random& random, const std::array<T, N>& choices)
{
    return choices[random.below(N)];
}

const std::array<std::string, 5> kTypes {"bill", "arrive", "page_view", "treat", "own_event"};
const std::array<std::string, 3> kItems {"BTX-UPPER", "皮秒", "a\"b ]（x）"};
const std::array<std::string, 5> kCities {"上海", "New York", "and", "女", "x、y \\ z"};

EventPredicate randomPredicate(Random& random)
{
    EventPredicate predicate;
    const std::uint64_t clauses = random.chance(800'000) ? 1 : 2;
    for (std::uint64_t i = 0; i < clauses; ++i) {
        EventClause clause {.type = random.chance(50'000) ? "*" : oneOf(random, kTypes), .filters = {}};
        if (random.chance(300'000)) {
            const CompareOp op = random.chance(700'000) ? CompareOp::Equal : CompareOp::NotEqual;
            clause.filters.push_back({.field = "item", .op = op, .values = {oneOf(random, kItems)}});
        }
        predicate.clauses.push_back(clause);
    }
    return predicate;
}

Duration randomLength(Random& random)
{
    constexpr std::array<DurationUnit, 5> kUnits {DurationUnit::Hours, DurationUnit::Days, DurationUnit::Days,
                                                  DurationUnit::Weeks, DurationUnit::Months};
    return {.count = static_cast<std::int64_t>(random.below(7)), .unit = oneOf(random, kUnits)};
}

RuleWindow randomDays(Random& random)
{
    RuleWindow window;
    switch (random.below(3)) {
    case 0:
        window.kind = WindowKind::Last;
        window.length = randomLength(random);
        break;
    case 1:
        window.kind = WindowKind::Before;
        window.to = kRandomAsOf - 40 + static_cast<Day>(random.below(45));
        break;
    default:
        window.kind = WindowKind::Range;
        window.from = kRandomAsOf - 60 + static_cast<Day>(random.below(50));
        window.to = window.from + static_cast<Day>(random.below(30));
        break;
    }
    return window;
}

RuleWindow randomWindow(Random& random)
{
    RuleWindow window;
    const std::uint64_t sort = random.below(10);
    if (sort < 2) {
        return window;
    }
    if (sort < 7) {
        return randomDays(random);
    }
    window.kind = sort == 7 ? WindowKind::Since : WindowKind::Within;
    window.anchor = randomPredicate(random);
    if (window.kind == WindowKind::Within) {
        window.length = randomLength(random);
        window.pick = static_cast<RulePick>(random.below(3));
    }
    return window;
}

DidClause randomDid(Random& random)
{
    DidClause clause;
    clause.event = randomPredicate(random);
    clause.window = randomWindow(random);
    clause.mode = random.chance(300'000) ? DidClause::Mode::DidNot : DidClause::Mode::Did;
    if (random.chance(150'000)) {
        const bool lapsed = clause.window.kind != WindowKind::Always && random.chance(600'000);
        clause.mode = lapsed ? DidClause::Mode::Lapsed : clause.mode;
        clause.pick = lapsed ? RulePick::Any : static_cast<RulePick>(1 + random.below(2));
        return clause;
    }
    clause.measure = static_cast<DidClause::Measure>(random.below(4));
    if (clause.measure == DidClause::Measure::Any) {
        return clause;
    }
    clause.op = static_cast<RuleOp>(random.below(6));
    clause.number = static_cast<double>(random.below(4));
    if (clause.measure == DidClause::Measure::Sum) {
        clause.field = "amount";
        clause.number = (static_cast<double>(random.below(2000)) - 300) / 100;
    } else if (clause.measure == DidClause::Measure::Distinct) {
        clause.field = random.chance(500'000) ? "day" : "item";
    }
    return clause;
}

AttributeClause randomCategory(Random& random, std::string name, const std::string& value,
                               const std::string& other)
{
    constexpr std::array<RuleOp, 6> kOps {RuleOp::Equal,    RuleOp::NotEqual, RuleOp::In,
                                          RuleOp::Contains, RuleOp::Starts,   RuleOp::Empty};
    AttributeClause clause {.name = std::move(name), .op = oneOf(random, kOps)};
    if (clause.op != RuleOp::Empty) {
        clause.values.push_back(value);
    }
    if (clause.op == RuleOp::In && random.chance(500'000)) {
        clause.values.push_back(other);
    }
    return clause;
}

AttributeClause randomNumber(Random& random, std::string name, std::uint64_t below)
{
    constexpr std::array<RuleOp, 9> kOps {RuleOp::Equal,     RuleOp::NotEqual, RuleOp::Less,
                                          RuleOp::LessEqual, RuleOp::Greater,  RuleOp::GreaterEqual,
                                          RuleOp::Between,   RuleOp::In,       RuleOp::Empty};
    AttributeClause clause {.name = std::move(name), .op = oneOf(random, kOps)};
    const auto value = [&] { return std::to_string(random.below(below)); };
    if (clause.op != RuleOp::Empty) {
        clause.values.push_back(value());
    }
    if (clause.op == RuleOp::Between || clause.op == RuleOp::In) {
        clause.values.push_back(value());
    }
    return clause;
}

AttributeClause randomAttribute(Random& random)
{
    switch (random.below(8)) {
    case 0:
        return randomCategory(random, "city", oneOf(random, kCities), oneOf(random, kCities));
    case 1:
        return randomCategory(random, "gender", random.chance(500'000) ? "female" : "male", "male");
    case 2:
        return randomCategory(random, "rfm.segment", "champions", "lost");
    case 3:
        return randomNumber(random, "points", 4);
    case 4:
        return randomNumber(random, "stored_value", 4);
    case 5:
        return randomNumber(random, "monetary", 4);
    case 6:
        return {.name = "registered", .op = RuleOp::Window, .values = {}, .window = randomDays(random)};
    default:
        return randomNumber(random, "age", 60);
    }
}

RuleNode randomClause(Random& random)
{
    RuleNode node;
    const std::uint64_t sort = random.below(20);
    if (sort == 0) {
        return node;
    }
    if (sort < 8) {
        node.kind = Kind::Attribute;
        node.clause = randomAttribute(random);
    } else if (sort < 16) {
        node.kind = Kind::Event;
        node.clause = randomDid(random);
    } else if (sort < 18) {
        constexpr std::array<const char*, 3> kNames {"f0", "f1", "live"};
        node.kind = Kind::Member;
        node.clause = MemberClause {oneOf(random, kNames)};
    } else {
        ConsentClause clause;
        clause.reachable = random.chance(500'000);
        clause.scope = random.chance(600'000) ? ConsentScope::Marketing : ConsentScope::Profiling;
        clause.channel = static_cast<ConsentChannel>(1 + random.below(3));
        clause.state
            = clause.reachable ? ConsentAnswer::Granted : static_cast<ConsentAnswer>(random.below(3));
        node.kind = Kind::Consent;
        node.clause = clause;
    }
    return node;
}

void addEvents(SnapshotBuilder& builder, Index customer, Random& random, const Zone& zone)
{
    const std::uint64_t count = random.chance(150'000) ? 0 : random.below(40);
    for (std::uint64_t i = 0; i < count; ++i) {
        const Day day = kRandomAsOf - 70 + static_cast<Day>(random.below(75));
        const bool wholeDay = random.chance(400'000);
        const Millis hour = static_cast<Millis>(random.below(24)) * 3'600'000;
        SnapshotBuilder::Event event;
        event.time = zone.startOfDay(day) + (wholeDay ? 0 : hour);
        event.type = oneOf(random, kTypes);
        event.precision = wholeDay ? TimeQuality::WholeDay : TimeQuality::Exact;
        event.amount = static_cast<Fen>(random.below(900)) - 300;
        if (random.chance(600'000)) {
            event.texts[EventField::Item] = oneOf(random, kItems);
        }
        builder.addEvent(customer, event);
    }
}

void addFacts(SnapshotBuilder& builder, Index customer, Random& random)
{
    const auto sometimes = [&] { return random.chance(750'000); };
    if (sometimes()) {
        builder.setText(customer, "city", oneOf(random, kCities));
    }
    if (sometimes()) {
        builder.setText(customer, "gender", random.chance(700'000) ? "female" : "male");
    }
    if (sometimes()) {
        builder.setNumber(customer, "points", static_cast<double>(random.below(4)));
    }
    if (sometimes()) {
        builder.setNumber(customer, "stored_value", static_cast<double>(random.below(4)) * 100,
                          AttributeType::Money);
    }
    if (sometimes()) {
        builder.setNumber(customer, "registered", kRandomAsOf - 70 + static_cast<double>(random.below(75)),
                          AttributeType::Date);
    }
    if (sometimes()) {
        builder.setNumber(customer, "birth_date", static_cast<double>(random.below(20'500)),
                          AttributeType::Date);
    } else if (sometimes()) {
        builder.setNumber(customer, "birth_year", 1970 + static_cast<double>(random.below(50)));
    }
    for (std::uint64_t i = random.below(4); i > 0; --i) {
        ConsentRecord record;
        record.scope = random.chance(600'000) ? ConsentScope::Marketing : ConsentScope::Profiling;
        record.channel = static_cast<ConsentChannel>(1 + random.below(3));
        record.state = static_cast<ConsentState>(1 + random.below(3));
        record.at
            = random.chance(300'000) ? kMissing : static_cast<Millis>(random.below(20'010)) * kDayMillis;
        builder.addConsent(customer, record);
    }
}

}  // namespace

RuleNode joinedRule(RuleNode::Kind kind, std::vector<RuleNode> children)
{
    return {.kind = kind, .children = std::move(children), .clause = {}, .column = {}};
}

RuleNode randomRule(Random& random, int depth)
{
    const std::uint64_t sort = random.below(10);
    if (depth == 0 || sort < 3) {
        return randomClause(random);
    }
    if (sort < 5) {
        return joinedRule(sort == 3 ? Kind::Not : Kind::IncludeUnknown, {randomRule(random, depth - 1)});
    }
    constexpr std::array<Kind, 3> kJoinings {Kind::And, Kind::Or, Kind::Except};
    std::vector<RuleNode> children;
    for (std::uint64_t i = 2 + random.below(3); i > 0; --i) {
        children.push_back(randomRule(random, depth - 1));
    }
    return joinedRule(oneOf(random, kJoinings), std::move(children));
}

RandomWorld randomWorld(int customers, std::uint64_t seed)
{
    Random random(seed);
    const Zone zone = *Zone::find("Asia/Shanghai");
    SnapshotBuilder builder(zone);
    for (int i = 0; i < customers; ++i) {
        const Index customer = builder.addCustomer(random.chance(900'000));
        addFacts(builder, customer, random);
        addEvents(builder, customer, random, zone);
    }
    builder.setAsOf(kRandomAsOf);
    RandomWorld world {.snapshot = builder.build(), .options = {}};
    Attribute segment {
        .name = "rfm.segment", .type = AttributeType::Category, .code = {}, .texts = {}, .number = {}};
    Attribute monetary {
        .name = "monetary", .type = AttributeType::Money, .code = {}, .texts = {}, .number = {}};
    segment.texts.add("champions");
    segment.texts.add("lost");
    segment.code.resize(customers);
    monetary.number.resize(customers);
    Bitset f0(customers);
    Bitset f1(customers);
    for (Index c = 0; c < customers; ++c) {
        segment.code[c] = static_cast<std::uint32_t>(random.below(3));
        monetary.number[c] = random.chance(700'000) ? static_cast<double>(random.below(4)) * 100 : kUnknown;
        f0.put(c, random.chance(500'000));
        f1.put(c, random.chance(100'000));
    }
    world.options.metrics = {std::make_shared<const Attribute>(std::move(segment)),
                             std::make_shared<const Attribute>(std::move(monetary))};
    AttributeClause gender {.name = "gender", .op = RuleOp::Equal, .values = {"female"}};
    RuleNode live {.kind = Kind::Attribute, .children = {}, .clause = gender, .column = {}};
    world.options.audiences.push_back({.name = "f0", .frozen = f0, .rule = {}});
    world.options.audiences.push_back({.name = "f1", .frozen = f1, .rule = {}});
    world.options.audiences.push_back({.name = "live", .frozen = {}, .rule = live});
    return world;
}

}  // namespace meitrace::test
