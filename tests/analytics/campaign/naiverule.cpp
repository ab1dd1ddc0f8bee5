// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/analytics/campaign/naiverule.h"

#include "models/base/calendar.h"
#include "models/base/text.h"

#include <algorithm>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

namespace meitrace::test {

namespace {

using Kind = RuleNode::Kind;
using WindowKind = RuleWindow::Kind;

struct NaiveEvent {
    Millis time = 0;
    Day day = 0;
    bool wholeDay = false;
    std::string type;
    std::string item;
    Fen amount = 0;
};

class Naive {
public:
    Naive(const Snapshot& snapshot, const AudienceOptions& options, Index customer)
        : m_snapshot(snapshot)
        , m_options(options)
        , m_customer(customer)
        , m_asOf(snapshot.frame().asOf)
    {
        Job job(1);
        static_cast<void>(static_cast<bool>(snapshot.load(
            {EventField::Time, EventField::Precision, EventField::Type, EventField::Item, EventField::Amount},
            job)));
        for (Index row = snapshot.begin(customer); row < snapshot.end(customer); ++row) {
            NaiveEvent event;
            event.time = snapshot.time()[row];
            event.day = snapshot.dayOf(event.time);
            event.wholeDay = snapshot.precision()[row] == static_cast<std::uint8_t>(TimeQuality::WholeDay);
            event.type = snapshot.dictionary(EventField::Type).text(snapshot.type()[row]);
            event.item = snapshot.dictionary(EventField::Item).text(snapshot.codes(EventField::Item)[row]);
            event.amount = snapshot.amount()[row];
            if (event.day <= m_asOf) {
                m_events.push_back(event);
            }
        }
    }

    [[nodiscard]] Truth of(const RuleNode& node) const
    {
        switch (node.kind) {
        case Kind::All:
            return Truth::True;
        case Kind::Not:
            return opposite(of(node.children[0]));
        case Kind::IncludeUnknown:
            return of(node.children[0]) == Truth::False ? Truth::False : Truth::True;
        case Kind::And:
        case Kind::Or:
        case Kind::Except:
            return joined(node);
        case Kind::Attribute:
            return attribute(std::get<AttributeClause>(node.clause));
        case Kind::Event:
            return did(std::get<DidClause>(node.clause));
        case Kind::Member:
            return member(std::get<MemberClause>(node.clause));
        case Kind::Consent:
            return consent(std::get<ConsentClause>(node.clause));
        }
        throw std::logic_error("kind");
    }

private:
    /// AND is the least of its values with false < unknown < true, OR the greatest.
    [[nodiscard]] Truth joined(const RuleNode& node) const
    {
        const auto rank
            = [](Truth truth) { return truth == Truth::False ? 0 : (truth == Truth::Unknown ? 1 : 2); };
        std::vector<Truth> values;
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            const Truth truth = of(node.children[i]);
            values.push_back(node.kind == Kind::Except && i > 0 ? opposite(truth) : truth);
        }
        const auto less = [&](Truth a, Truth b) { return rank(a) < rank(b); };
        return node.kind == Kind::Or ? *std::max_element(values.begin(), values.end(), less)
                                     : *std::min_element(values.begin(), values.end(), less);
    }

    // ---- facts

    struct Value {
        bool isText = false;
        std::optional<std::string> text;
        std::optional<double> number;
    };

    [[nodiscard]] Value read(const Attribute& attribute) const
    {
        Value value;
        value.isText = attribute.type == AttributeType::Category;
        if (value.isText && attribute.code[m_customer] != 0) {
            value.text = std::string(attribute.texts.text(attribute.code[m_customer]));
        }
        if (!value.isText && attribute.number[m_customer] == attribute.number[m_customer]) {
            const double number = attribute.number[m_customer];
            value.number = attribute.type == AttributeType::Money ? number / 100 : number;
        }
        return value;
    }

    [[nodiscard]] Value fact(const std::string& name) const
    {
        for (const AttributePtr& metric : m_options.metrics) {
            if (metric->name == name) {
                return read(*metric);
            }
        }
        Job job(1);
        return read(**m_snapshot.attribute(name, job));
    }

    [[nodiscard]] Value age() const
    {
        Value value;
        const CivilDate today = civilFromDay(m_asOf);
        if (const auto born = fact("birth_date").number) {
            const auto birth = static_cast<Day>(*born);
            int years = 0;
            while (addYears(birth, years + 1) <= m_asOf) {
                ++years;
            }
            if (birth <= m_asOf) {
                value.number = years;
            }
        } else if (const auto year = fact("birth_year").number; year && *year <= today.year) {
            value.number = today.year - *year;
        }
        return value;
    }

    /// Whoever is born on 29 February gets older on 1 March of other years.
    static Day addYears(Day birth, int years)
    {
        const CivilDate date = civilFromDay(birth);
        return isValidDate(date.year + years, date.month, date.day)
            ? dayFromCivil(date.year + years, date.month, date.day)
            : dayFromCivil(date.year + years, 3, 1);
    }

    [[nodiscard]] Truth attribute(const AttributeClause& clause) const
    {
        const Value value = clause.name == "age" ? age() : fact(clause.name);
        const bool known = value.text || value.number;
        if (clause.op == RuleOp::Empty) {
            return truthOf(!known);
        }
        if (!known) {
            return Truth::Unknown;
        }
        if (clause.op == RuleOp::Window) {
            return truthOf(dayInside(clause.window, static_cast<Day>(*value.number)));
        }
        return truthOf(value.isText ? textHolds(clause, *value.text) : numberHolds(clause, *value.number));
    }

    static bool textHolds(const AttributeClause& clause, const std::string& text)
    {
        const auto is = [&](const std::string& wanted) { return text == wanted; };
        const std::string has = folded(text);
        const std::string part = folded(clause.values[0]);
        switch (clause.op) {
        case RuleOp::Equal:
            return is(clause.values[0]);
        case RuleOp::NotEqual:
            return !is(clause.values[0]);
        case RuleOp::In:
            return std::any_of(clause.values.begin(), clause.values.end(), is);
        case RuleOp::Contains:
            return has.find(part) != std::string::npos;
        case RuleOp::Starts:
            return has.substr(0, part.size()) == part;
        default:
            throw std::logic_error("text operator");
        }
    }

    static bool compared(double number, RuleOp op, double with)
    {
        switch (op) {
        case RuleOp::Equal:
            return number == with;
        case RuleOp::NotEqual:
            return number != with;
        case RuleOp::Less:
            return number < with;
        case RuleOp::LessEqual:
            return number <= with;
        case RuleOp::Greater:
            return number > with;
        case RuleOp::GreaterEqual:
            return number >= with;
        default:
            throw std::logic_error("comparison");
        }
    }

    static bool numberHolds(const AttributeClause& clause, double number)
    {
        const double first = std::stod(clause.values[0]);
        if (clause.op == RuleOp::Between) {
            return first <= number && number <= std::stod(clause.values[1]);
        }
        if (clause.op == RuleOp::In) {
            return number == first || number == std::stod(clause.values[1]);
        }
        return compared(number, clause.op, first);
    }

    // ---- windows

    [[nodiscard]] Day firstDay(const Duration& length) const
    {
        return length.isCalendar() ? addMonths(m_asOf + 1, -length.months())
                                   : static_cast<Day>(m_asOf + 1 - length.millis() / kDayMillis);
    }
    [[nodiscard]] bool dayInside(const RuleWindow& window, Day day) const
    {
        switch (window.kind) {
        case WindowKind::Last:
            return day >= firstDay(window.length) && day <= m_asOf;
        case WindowKind::Before:
            return day < window.to && day <= m_asOf;
        case WindowKind::Range:
            return day >= window.from && day < window.to && day <= m_asOf;
        default:
            return true;
        }
    }
    [[nodiscard]] bool fixedInside(const RuleWindow& window, const NaiveEvent& event) const
    {
        if (window.kind == WindowKind::Last && window.length.unit == DurationUnit::Hours) {
            const Millis last = event.time + (event.wholeDay ? kDayMillis - 1 : 0);
            return last >= m_snapshot.endOfDay(m_asOf) - window.length.millis();
        }
        return dayInside(window, event.day);
    }
    /// a stands before b in the stream, or stands for the whole day of b
    [[nodiscard]] bool behind(std::size_t a, std::size_t b) const
    {
        return a < b || (a != b && m_events[a].wholeDay && m_events[a].day == m_events[b].day);
    }
    [[nodiscard]] bool anchoredInside(const RuleWindow& window, const std::vector<std::size_t>& anchors,
                                      std::size_t event) const
    {
        const Zone& zone = m_snapshot.frame().zone;
        if (window.kind == WindowKind::Since) {
            return behind(anchors.back(), event);
        }
        return std::any_of(anchors.begin(), anchors.end(), [&](std::size_t anchor) {
            return behind(anchor, event)
                && m_events[event].time < shifted(m_events[anchor].time, window.length, zone);
        });
    }

    // ---- events

    static bool clauseMatches(const EventClause& clause, const NaiveEvent& event)
    {
        bool matches = clause.type == "*" || clause.type == event.type;
        for (const EventFilter& filter : clause.filters) {
            matches = matches && (event.item == filter.values[0]) == (filter.op == CompareOp::Equal);
        }
        return matches;
    }
    [[nodiscard]] std::vector<std::size_t> matching(const EventPredicate& predicate) const
    {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < m_events.size(); ++i) {
            if (std::any_of(predicate.clauses.begin(), predicate.clauses.end(),
                            [&](const EventClause& clause) { return clauseMatches(clause, m_events[i]); })) {
                found.push_back(i);
            }
        }
        return found;
    }

    [[nodiscard]] double measured(const DidClause& clause, const std::vector<std::size_t>& inside) const
    {
        Fen sum = 0;
        std::set<std::string> different;
        for (const std::size_t i : inside) {
            sum += m_events[i].amount;
            const std::string value
                = clause.field == "day" ? std::to_string(m_events[i].day) : m_events[i].item;
            if (!value.empty()) {
                different.insert(value);
            }
        }
        switch (clause.measure) {
        case DidClause::Measure::Sum:
            return static_cast<double>(sum) / 100;
        case DidClause::Measure::Distinct:
            return static_cast<double>(different.size());
        default:
            return static_cast<double>(inside.size());
        }
    }

    [[nodiscard]] Truth did(const DidClause& clause) const
    {
        const std::vector<std::size_t> all = matching(clause.event);
        const RuleWindow& window = clause.window;
        const bool anchored = window.kind == WindowKind::Since || window.kind == WindowKind::Within;
        std::vector<std::size_t> anchors = anchored ? matching(window.anchor) : std::vector<std::size_t> {};
        if (anchored && anchors.empty()) {
            return Truth::Unknown;
        }
        if (anchored && window.pick != RulePick::Any) {
            anchors = {window.pick == RulePick::First ? anchors.front() : anchors.back()};
        }
        std::vector<std::size_t> inside;
        std::copy_if(all.begin(), all.end(), std::back_inserter(inside), [&](std::size_t i) {
            return anchored ? anchoredInside(window, anchors, i) : fixedInside(window, m_events[i]);
        });
        bool holds = clause.measure == DidClause::Measure::Any
            ? !inside.empty()
            : compared(measured(clause, inside), clause.op, clause.number);
        if (clause.mode == DidClause::Mode::Lapsed) {
            holds = !all.empty() && inside.empty();
        } else if (clause.pick != RulePick::Any) {
            const bool first = clause.pick == RulePick::First;
            holds = !inside.empty() && (first ? inside.front() == all.front() : inside.back() == all.back());
        }
        return truthOf(holds != (clause.mode == DidClause::Mode::DidNot));
    }

    // ---- sets and consent

    [[nodiscard]] Truth member(const MemberClause& clause) const
    {
        for (const NamedAudience& audience : m_options.audiences) {
            if (audience.name == clause.audience) {
                const bool known = m_snapshot.known().test(m_customer);
                return truthOf(audience.frozen ? audience.frozen->test(m_customer)
                                               : known && of(audience.rule) == Truth::True);
            }
        }
        throw std::logic_error("audience");
    }

    [[nodiscard]] Truth consent(const ConsentClause& clause) const
    {
        Job job(1);
        static_cast<void>(static_cast<bool>(m_snapshot.loadConsents(job)));
        const ConsentAnswer answer
            = decideConsent(consentsOf(m_snapshot, m_customer),
                            {.scope = clause.scope, .channel = clause.channel}, m_snapshot.endOfDay(m_asOf))
                  .answer;
        if (answer == ConsentAnswer::Unknown && clause.state != ConsentAnswer::Unknown) {
            return Truth::Unknown;
        }
        return truthOf(answer == clause.state);
    }

    const Snapshot& m_snapshot;
    const AudienceOptions& m_options;
    Index m_customer;
    Day m_asOf;
    std::vector<NaiveEvent> m_events;
};

}  // namespace

NaiveEvaluator naiveEvaluator(const Snapshot& snapshot, const AudienceOptions& options)
{
    std::vector<Naive> customers;
    for (Index customer = 0; customer < snapshot.customers(); ++customer) {
        customers.emplace_back(snapshot, options, customer);
    }
    return [customers = std::move(customers)](const RuleNode& rule, Index customer) {
        return customers[static_cast<std::size_t>(customer)].of(rule);
    };
}

}  // namespace meitrace::test
