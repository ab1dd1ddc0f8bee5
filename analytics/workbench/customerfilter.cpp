// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/customerfilter.h"

#include "analytics/campaign/ruleparser.h"
#include "analytics/features/firsttouch.h"
#include "analytics/workbench/audiencebook.h"
#include "models/domain/eventtype.h"

#include <algorithm>

namespace meitrace {

namespace {

constexpr Index kStride = 65'536;
/// Events that say which item a customer has.
constexpr std::array<std::string_view, 3> kItemEvents {"bill", "deal", "treat"};

RuleNode didNode(DidClause clause)
{
    return {.kind = RuleNode::Kind::Event, .clause = std::move(clause)};
}

/// Events of these types, of those with one of the values.
EventPredicate eventsWith(const std::vector<std::string_view>& types, std::string_view field,
                          const std::vector<std::string>& values)
{
    EventPredicate predicate;
    for (const std::string_view type : types) {
        EventClause clause {.type = std::string(type)};
        clause.filters.push_back({.field = std::string(field), .op = CompareOp::Equal, .values = values});
        predicate.clauses.push_back(std::move(clause));
    }
    return predicate;
}

RuleNode memberOfAny(const std::vector<std::string>& audiences)
{
    RuleNode any {.kind = RuleNode::Kind::Or};
    for (const std::string& name : audiences) {
        any.children.push_back({.kind = RuleNode::Kind::Member, .clause = MemberClause {.audience = name}});
    }
    return any.children.size() == 1 ? any.children.front() : any;
}

RuleNode nodeOf(FilterField field, const std::vector<std::string>& values)
{
    switch (field) {
    case FilterField::Store:
        return didNode({.event = eventsWith({"*"}, "store", values)});
    case FilterField::Channel:
        return {.kind = RuleNode::Kind::Attribute,
                .clause = AttributeClause {.name = "first_touch", .op = RuleOp::In, .values = values}};
    case FilterField::Item:
        return didNode({.event = eventsWith({kItemEvents.begin(), kItemEvents.end()}, "item", values)});
    case FilterField::Audience:
        break;
    }
    return memberOfAny(values);
}

/// By code of the field how many of the customers have an event with it, of types that count.
Result<std::vector<Index>> customersByCode(const Snapshot& snapshot, EventField field,
                                           const std::vector<bool>& types, const Bitset& among, Job& job)
{
    if (const Status loaded = snapshot.load({EventField::Type, field}, job); !loaded) {
        return loaded.error();
    }
    const Codes codes = snapshot.codes(field);
    std::vector<Index> counts(snapshot.dictionary(field).size());
    std::vector<Index> lastSeen(counts.size(), -1);
    for (Index customer = 0; customer < snapshot.customers(); ++customer) {
        if (customer % kStride == 0 && job.stopped()) {
            return Error {.code = ErrorCode::Cancelled};
        }
        if (!among.test(customer)) {
            continue;
        }
        for (Index row = snapshot.begin(customer); row < snapshot.end(customer); ++row) {
            const std::uint32_t code = codes[row];
            if (types[snapshot.type()[row]] && lastSeen[code] != customer) {
                lastSeen[code] = customer;
                ++counts[code];
            }
        }
    }
    return counts;
}

std::vector<FilterValue> valuesOf(const Dictionary& texts, const std::vector<Index>& counts)
{
    std::vector<FilterValue> values;
    for (std::uint32_t code = 1; code < counts.size(); ++code) {
        if (counts[code] > 0 && !texts.text(code).empty()) {
            values.push_back({std::string(texts.text(code)), counts[code]});
        }
    }
    return values;
}

Result<std::vector<FilterValue>> eventValues(const Snapshot& snapshot, FilterField field, const Bitset& among,
                                             Job& job)
{
    const Dictionary& names = snapshot.dictionary(EventField::Type);
    std::vector<bool> types(names.size(), field == FilterField::Store);
    if (field == FilterField::Item) {
        for (const std::string_view type : kItemEvents) {
            if (const std::uint32_t code = names.find(type); code != 0) {
                types[code] = true;
            }
        }
    }
    const EventField column = field == FilterField::Store ? EventField::Store : EventField::Item;
    const Result<std::vector<Index>> counts = customersByCode(snapshot, column, types, among, job);
    if (!counts) {
        return counts.error();
    }
    return valuesOf(snapshot.dictionary(column), *counts);
}

Result<std::vector<FilterValue>> channelValues(const Snapshot& snapshot, const Bitset& among, Job& job)
{
    const auto touch = firstTouch(snapshot, kMissingDay, job);
    if (!touch) {
        return touch.error();
    }
    std::vector<Index> counts((*touch)->texts.size());
    among.forEach([&](Index customer) { ++counts[(*touch)->code[customer]]; });
    return valuesOf((*touch)->texts, counts);
}

Result<std::vector<FilterValue>> audienceValues(Clinic& clinic, const Bitset& among, Job& job)
{
    const Result<std::vector<SavedAudience>> saved = savedAudiences(clinic, job);
    if (!saved) {
        return saved.error();
    }
    std::vector<FilterValue> values;
    for (const SavedAudience& audience : *saved) {
        Result<AudienceMembers> members = membersOfAudience(clinic, audience.name, kMissingDay, job);
        if (members) {
            members->members &= among;
            values.push_back({audience.name, members->members.count()});
        } else if (members.error().code != ErrorCode::BadRule) {
            return members.error();
        }
    }
    return values;
}

Result<bool> isKnown(Clinic& clinic, const Snapshot& snapshot, FilterField field, const std::string& value,
                     Job& job)
{
    switch (field) {
    case FilterField::Store:
        return snapshot.dictionary(EventField::Store).find(value) != 0;
    case FilterField::Item:
        return snapshot.dictionary(EventField::Item).find(value) != 0;
    case FilterField::Channel: {
        if (snapshot.dictionary(EventField::Channel).find(value) != 0) {
            return true;
        }
        const auto source = snapshot.attribute("source", job);
        return source && (*source)->texts.find(value) != 0;
    }
    case FilterField::Audience:
        break;
    }
    const Result<std::vector<SavedAudience>> saved = savedAudiences(clinic, job);
    if (!saved) {
        return saved.error();
    }
    return std::any_of(saved->begin(), saved->end(),
                       [&](const SavedAudience& audience) { return audience.name == value; });
}

}  // namespace

bool CustomerFilter::isEmpty() const
{
    return std::all_of(values.begin(), values.end(), [](const auto& list) { return list.empty(); });
}

std::string filterRule(const CustomerFilter& filter)
{
    RuleNode all {.kind = RuleNode::Kind::And};
    for (const FilterField field : kFilterFields) {
        if (!filter.of(field).empty()) {
            all.children.push_back(nodeOf(field, filter.of(field)));
        }
    }
    if (all.children.empty()) {
        return {};
    }
    return printRule(all.children.size() == 1 ? all.children.front() : all, ruleWords());
}

std::string activityRule(const Snapshot& snapshot, Day from, Day to)
{
    DidClause did;
    const Dictionary& types = snapshot.dictionary(EventField::Type);
    for (std::uint32_t code = 1; code < types.size(); ++code) {
        const bool own = code >= kFirstOwnEventType
            || stageOf(static_cast<std::uint16_t>(code)) != EventType::kNeutralStage;
        if (own && !types.text(code).empty()) {
            did.event.clauses.push_back({.type = std::string(types.text(code))});
        }
    }
    if (did.event.clauses.empty()) {
        did.event.clauses.push_back({.type = "*"});
    }
    did.window = {.kind = RuleWindow::Kind::Range, .from = from, .to = to + 1};
    return printRule(didNode(std::move(did)), ruleWords());
}

Result<std::vector<FilterValue>> filterValues(Clinic& clinic, FilterField field, const Bitset& among,
                                              Job& job)
{
    const Result<SnapshotPtr> snapshot = clinic.snapshot(job);
    if (!snapshot) {
        return snapshot.error();
    }
    Result<std::vector<FilterValue>> values = field == FilterField::Audience
        ? audienceValues(clinic, among, job)
        : (field == FilterField::Channel ? channelValues(**snapshot, among, job)
                                         : eventValues(**snapshot, field, among, job));
    if (values) {
        std::sort(values->begin(), values->end(), [](const FilterValue& left, const FilterValue& right) {
            return left.customers != right.customers ? left.customers > right.customers
                                                     : left.value < right.value;
        });
    }
    return values;
}

Result<CustomerFilter> knownPart(Clinic& clinic, const CustomerFilter& filter, Job& job)
{
    const Result<SnapshotPtr> snapshot = clinic.snapshot(job);
    if (!snapshot) {
        return snapshot.error();
    }
    CustomerFilter known;
    for (const FilterField field : kFilterFields) {
        for (const std::string& value : filter.of(field)) {
            const Result<bool> exists = isKnown(clinic, **snapshot, field, value, job);
            if (!exists) {
                return exists.error();
            }
            if (*exists) {
                known.of(field).push_back(value);
            }
        }
    }
    return known;
}

}  // namespace meitrace
