// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/campaign/customerleaf.h"

#include "analytics/campaign/rulenumber.h"
#include "models/base/calendar.h"
#include "models/base/text.h"
#include "models/domain/attribute.h"

#include <algorithm>
#include <optional>

namespace meitrace {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

bool isOrdered(RuleOp op)
{
    return op <= RuleOp::GreaterEqual || op == RuleOp::In || op == RuleOp::Between || op == RuleOp::Empty;
}

bool isTextual(RuleOp op)
{
    return op == RuleOp::Equal || op == RuleOp::NotEqual || op == RuleOp::In || op == RuleOp::Contains
        || op == RuleOp::Starts || op == RuleOp::Empty;
}

/// Values as texts of the dictionary: exactly, else without regard to case and width. False when there is
/// none.
bool acceptEqual(std::vector<Truth>& verdict, const Dictionary& texts, const std::string& value)
{
    if (const std::uint32_t code = texts.find(value); code != 0) {
        verdict[code] = Truth::True;
        return true;
    }
    bool found = false;
    const std::string wanted = folded(value);
    for (std::uint32_t code = 1; code < texts.size(); ++code) {
        if (folded(texts.text(code)) == wanted) {
            verdict[code] = Truth::True;
            found = true;
        }
    }
    return found;
}

void acceptPart(std::vector<Truth>& verdict, const Dictionary& texts, const std::string& value, bool atStart)
{
    const std::string wanted = folded(value);
    for (std::uint32_t code = 1; code < texts.size(); ++code) {
        const std::size_t found = folded(texts.text(code)).find(wanted);
        if (found == 0 || (found != std::string::npos && !atStart)) {
            verdict[code] = Truth::True;
        }
    }
}

CategoryLeaf bindCategory(const AttributeClause& clause, AttributePtr attribute, const RuleSource& source)
{
    CategoryLeaf leaf {.attribute = std::move(attribute), .verdict = {}};
    const Dictionary& texts = leaf.attribute->texts;
    leaf.verdict.assign(texts.size(), Truth::False);
    if (clause.op == RuleOp::Empty) {
        leaf.verdict[0] = Truth::True;
        return leaf;
    }
    for (const std::string& value : clause.values) {
        if (clause.op == RuleOp::Contains || clause.op == RuleOp::Starts) {
            acceptPart(leaf.verdict, texts, value, clause.op == RuleOp::Starts);
        } else if (!acceptEqual(leaf.verdict, texts, value)) {
            source.unknownName(clause.name, value);
        }
    }
    leaf.verdict[0] = Truth::Unknown;
    if (clause.op == RuleOp::NotEqual) {
        std::transform(leaf.verdict.begin(), leaf.verdict.end(), leaf.verdict.begin(), opposite);
    }
    return leaf;
}

std::optional<double> numberOf(const std::string& text, AttributeType type)
{
    if (type == AttributeType::Date) {
        const std::optional<Day> day = parseIsoDate(text);
        return day ? std::optional<double>(*day) : std::nullopt;
    }
    std::optional<double> number = parseRuleNumber(text);
    if (number && type == AttributeType::Money) {
        number = std::round(*number * 100);
    }
    return number;
}

NumberRange daysOf(const RuleWindow& window, Day asOf)
{
    NumberRange range;
    range.high = asOf;
    if (window.kind == RuleWindow::Kind::Last) {
        range.low = shiftedDay(asOf + 1, window.length, -1);
    } else {
        range.low = window.kind == RuleWindow::Kind::Range ? window.from : -kInfinity;
        range.high = std::min(range.high, static_cast<double>(window.to) - 1);
    }
    return range;
}

NumberRange rangeOf(RuleOp op, const std::vector<double>& numbers)
{
    NumberRange range;
    switch (op) {
    case RuleOp::Equal:
    case RuleOp::NotEqual:
        range.low = range.high = numbers[0];
        range.outside = op == RuleOp::NotEqual;
        break;
    case RuleOp::Less:
        range.high = std::nextafter(numbers[0], -kInfinity);
        break;
    case RuleOp::LessEqual:
        range.high = numbers[0];
        break;
    case RuleOp::Greater:
        range.low = std::nextafter(numbers[0], kInfinity);
        break;
    case RuleOp::GreaterEqual:
        range.low = numbers[0];
        break;
    case RuleOp::Between:
        range.low = numbers[0];
        range.high = numbers[1];
        break;
    case RuleOp::In:
        range.points = numbers;
        std::sort(range.points.begin(), range.points.end());
        break;
    default:  // Empty: no number belongs to it
        range.low = kInfinity;
        range.high = -kInfinity;
        range.missing = Truth::True;
        break;
    }
    return range;
}

Result<NumberRange> bindRange(const AttributeClause& clause, AttributeType type, std::int64_t column,
                              Day asOf)
{
    if (clause.op == RuleOp::Window && type == AttributeType::Date) {
        return daysOf(clause.window, asOf);
    }
    if (!isOrdered(clause.op)) {
        return ruleRefusal("comparison", column, clause.name);
    }
    std::vector<double> numbers;
    for (const std::string& value : clause.values) {
        const std::optional<double> number = numberOf(value, type);
        if (!number) {
            return ruleRefusal(type == AttributeType::Date ? "date" : "number", column, value);
        }
        numbers.push_back(*number);
    }
    return rangeOf(clause.op, numbers);
}

/// Nothing where the snapshot has no such attribute but could have.
Result<AttributePtr> findAttribute(std::string_view name, std::int64_t column, const RuleSource& source,
                                   Job& job)
{
    if (isMetricName(name)) {
        const auto found = std::find_if(source.metrics.begin(), source.metrics.end(),
                                        [&](const AttributePtr& metric) { return metric->name == name; });
        return found == source.metrics.end() ? Result<AttributePtr>(ruleRefusal("metric", column, name))
                                             : Result<AttributePtr>(*found);
    }
    Result<AttributePtr> loaded = source.snapshot.attribute(name, job);
    if (!loaded && loaded.error().code == ErrorCode::NotFound) {
        return attributeByName(name) != nullptr
            ? Result<AttributePtr>(AttributePtr {})
            : Result<AttributePtr>(ruleRefusal("attribute", column, name));
    }
    return loaded;
}

Result<CustomerLeaf> bindAge(const AttributeClause& clause, std::int64_t column, const RuleSource& source,
                             Job& job)
{
    AgeLeaf leaf {.birthDate = {}, .birthYear = {}, .stated = {}, .asOf = source.asOf, .range = {}};
    for (const auto& [name, attribute] :
         {std::pair {"birth_date", &leaf.birthDate}, std::pair {"birth_year", &leaf.birthYear},
          std::pair {"age_stated", &leaf.stated}}) {
        Result<AttributePtr> found = findAttribute(name, column, source, job);
        if (!found) {
            return found.error();
        }
        const bool isNumber = *found != nullptr && (*found)->type != AttributeType::Category;
        *attribute = isNumber ? *found : AttributePtr {};
    }
    Result<NumberRange> range = bindRange(clause, AttributeType::Number, column, source.asOf);
    if (!range) {
        return range.error();
    }
    leaf.range = *range;
    return CustomerLeaf(leaf);
}

Result<CustomerLeaf> bindAttribute(const AttributeClause& clause, std::int64_t column,
                                   const RuleSource& source, Job& job)
{
    if (clause.name == "age") {
        return bindAge(clause, column, source, job);
    }
    Result<AttributePtr> found = findAttribute(clause.name, column, source, job);
    if (!found) {
        return found.error();
    }
    const AttributePtr& attribute = *found;
    if (attribute == nullptr) {
        return CustomerLeaf(ConstantLeaf {clause.op == RuleOp::Empty ? Truth::True : Truth::Unknown});
    }
    if (attribute->type == AttributeType::Category) {
        return isTextual(clause.op) ? Result<CustomerLeaf>(bindCategory(clause, attribute, source))
                                    : Result<CustomerLeaf>(ruleRefusal("comparison", column, clause.name));
    }
    Result<NumberRange> range = bindRange(clause, attribute->type, column, source.asOf);
    if (!range) {
        return range.error();
    }
    return CustomerLeaf(NumberLeaf {.attribute = attribute, .range = *range});
}

}  // namespace

Error ruleRefusal(std::string_view expected, std::int64_t column, std::string_view value)
{
    return {.code = ErrorCode::BadRule,
            .subject = std::string(expected),
            .value = shortened(value),
            .place = {.line = 0, .column = column}};
}

Truth NumberRange::of(double number) const
{
    if (std::isnan(number)) {
        return missing;
    }
    if (!points.empty()) {
        return truthOf(std::binary_search(points.begin(), points.end(), number));
    }
    return truthOf((number >= low && number <= high) != outside);
}

double AgeLeaf::age(Index customer) const
{
    constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
    const auto value = [&](const AttributePtr& attribute) {
        return attribute != nullptr ? attribute->number[customer] : kUnknown;
    };
    const CivilDate today = civilFromDay(asOf);
    const double day = value(birthDate);
    double years = value(stated);
    if (!std::isnan(day)) {
        const CivilDate birth = civilFromDay(static_cast<Day>(day));
        const bool before
            = today.month < birth.month || (today.month == birth.month && today.day < birth.day);
        years = today.year - birth.year - (before ? 1 : 0);
    } else if (const double year = value(birthYear); !std::isnan(year)) {
        years = today.year - year;
    }
    return years >= 0 ? years : kUnknown;
}

Truth ConsentLeaf::at(Index customer) const
{
    const ConsentAnswer answer = decision(customer).answer;
    const bool undecided = answer == ConsentAnswer::Unknown && state != ConsentAnswer::Unknown;
    return undecided ? Truth::Unknown : truthOf(answer == state);
}

Result<CustomerLeaf> bindCustomerLeaf(const RuleNode& node, const RuleSource& source, Job& job)
{
    if (const auto* clause = std::get_if<AttributeClause>(&node.clause)) {
        return bindAttribute(*clause, node.column.at, source, job);
    }
    if (const auto* clause = std::get_if<MemberClause>(&node.clause)) {
        Result<const Bitset*> members = source.audience(clause->audience, node.column.at);
        return members ? Result<CustomerLeaf>(SetLeaf {*members}) : Result<CustomerLeaf>(members.error());
    }
    if (const auto* clause = std::get_if<ConsentClause>(&node.clause)) {
        if (Status status = source.snapshot.loadConsents(job); !status) {
            return status.error();
        }
        return CustomerLeaf(ConsentLeaf {.snapshot = &source.snapshot,
                                         .question = {.scope = clause->scope, .channel = clause->channel},
                                         .until = source.snapshot.endOfDay(source.asOf),
                                         .state = clause->state});
    }
    return CustomerLeaf(ConstantLeaf {Truth::True});
}

}  // namespace meitrace
