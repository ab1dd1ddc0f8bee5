// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/frame/snapshotbuilder.h"

#include "models/domain/eventtype.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace meitrace {

namespace {

/// Columns that are there from the start.
class MemorySource final : public ColumnSource {
public:
    Status loadEvents(EventField field, EventColumns& into, Job&) override
    {
        switch (widthOf(field)) {
        case ColumnWidth::Byte:
            into.precision = columns.precision;
            break;
        case ColumnWidth::Number:
            (field == EventField::Time ? into.time : into.amount)
                = field == EventField::Time ? columns.time : columns.amount;
            break;
        case ColumnWidth::Narrow:
            into.narrow[EventColumns::narrowIndex(field)] = columns.narrow[EventColumns::narrowIndex(field)];
            break;
        case ColumnWidth::Wide:
            into.wide[EventColumns::wideIndex(field)] = columns.wide[EventColumns::wideIndex(field)];
            break;
        }
        return Done {};
    }

    Result<std::shared_ptr<const Attribute>> loadAttribute(std::string_view name, Job&) override
    {
        for (const auto& attribute : attributes) {
            if (attribute->name == name) {
                return attribute;
            }
        }
        return Error {.code = ErrorCode::NotFound, .subject = std::string(name)};
    }

    Status loadConsents(std::vector<ConsentRecord>& records, Column<std::int64_t>& offsets, Job&) override
    {
        records = consents;
        offsets = consentOffset;
        return Done {};
    }

    EventColumns columns;
    std::vector<std::shared_ptr<const Attribute>> attributes;
    std::vector<ConsentRecord> consents;
    Column<std::int64_t> consentOffset;
};

bool before(const SnapshotBuilder::Event& a, const SnapshotBuilder::Event& b)
{
    const Millis timeA = orderTime(a.time, a.precision);
    const Millis timeB = orderTime(b.time, b.precision);
    if (timeA != timeB) {
        return timeA < timeB;
    }
    const bool dayA = a.precision >= TimeQuality::WholeDay;
    const bool dayB = b.precision >= TimeQuality::WholeDay;
    if (dayA != dayB) {
        return dayB;
    }
    const auto stage = [](const SnapshotBuilder::Event& e) {
        const auto type = standardEventType(e.type);
        return type ? type->stage : EventType::kNeutralStage;
    };
    return dayA && stage(a) < stage(b);
}

std::uint32_t typeCode(Dictionary& types, const std::string& name)
{
    if (const auto standard = standardEventType(name)) {
        types.set(standard->code, name);
        return standard->code;
    }
    if (const std::uint32_t known = types.find(name); known != 0) {
        return known;
    }
    const std::uint32_t code = std::max<std::uint32_t>(types.size(), kFirstOwnEventType);
    types.set(code, name);
    return code;
}

void fill(EventColumns& columns, SnapshotFrame& frame, Index row, const SnapshotBuilder::Event& event)
{
    columns.time[row] = event.time;
    columns.amount[row] = event.amount;
    columns.precision[row] = static_cast<std::uint8_t>(event.precision);
    columns.narrow[0][row] = static_cast<std::uint16_t>(typeCode(frame.dictionaries[2], event.type));
    for (const auto& [field, text] : event.texts) {
        const std::uint32_t code = frame.dictionaries[static_cast<std::size_t>(field)].add(text);
        if (widthOf(field) == ColumnWidth::Narrow) {
            columns.narrow[EventColumns::narrowIndex(field)][row] = static_cast<std::uint16_t>(code);
        } else {
            columns.wide[EventColumns::wideIndex(field)][row] = code;
        }
    }
    columns.wide[EventColumns::wideIndex(EventField::Session)][row] = event.session;
    columns.wide[EventColumns::wideIndex(EventField::Row)][row] = static_cast<std::uint32_t>(row);
}

EventColumns emptyColumns(Index events)
{
    EventColumns columns;
    columns.time.setZero(events);
    columns.amount.setZero(events);
    columns.precision.setZero(events);
    for (auto& column : columns.narrow) {
        column.setZero(events);
    }
    for (auto& column : columns.wide) {
        column.setZero(events);
    }
    return columns;
}

std::shared_ptr<Attribute> category(const std::map<Index, std::string>& texts, Index customers)
{
    auto attribute = std::make_shared<Attribute>();
    attribute->code.setZero(customers);
    for (const auto& [customer, text] : texts) {
        attribute->code[customer] = attribute->texts.add(text);
    }
    return attribute;
}

std::shared_ptr<Attribute> measure(const std::map<Index, double>& numbers, Index customers)
{
    auto attribute = std::make_shared<Attribute>();
    attribute->number.setConstant(customers, std::numeric_limits<double>::quiet_NaN());
    for (const auto& [customer, number] : numbers) {
        attribute->number[customer] = number;
    }
    return attribute;
}

void setMargins(SnapshotFrame& frame, const std::map<std::string, std::int32_t>& margins)
{
    const Dictionary& items = frame.dictionaries[static_cast<std::size_t>(EventField::Item)];
    frame.itemMargin.setConstant(items.size(), SnapshotFrame::kNoMargin);
    for (const auto& [item, millionths] : margins) {
        if (const std::uint32_t code = items.find(item); code != 0) {
            frame.itemMargin[code] = millionths;
        }
    }
}

}  // namespace

SnapshotBuilder::SnapshotBuilder(Zone zone)
    : m_zone(std::move(zone))
{
}

Index SnapshotBuilder::addCustomer(bool known)
{
    m_known.push_back(known);
    m_events.emplace_back();
    m_consents.emplace_back();
    return static_cast<Index>(m_known.size()) - 1;
}

void SnapshotBuilder::addEvent(Index customer, Event event)
{
    m_events[static_cast<std::size_t>(customer)].push_back(std::move(event));
}

void SnapshotBuilder::setText(Index customer, const std::string& attribute, const std::string& value)
{
    m_attributes[attribute].texts[customer] = value;
}

void SnapshotBuilder::setNumber(Index customer, const std::string& attribute, double value,
                                AttributeType type)
{
    m_attributes[attribute].type = type;
    m_attributes[attribute].numbers[customer] = value;
}

void SnapshotBuilder::addConsent(Index customer, const ConsentRecord& record)
{
    m_consents[static_cast<std::size_t>(customer)].push_back(record);
}

SnapshotPtr SnapshotBuilder::build() const
{
    const auto customers = static_cast<Index>(m_known.size());
    SnapshotFrame frame;
    frame.zone = m_zone;
    frame.offset.setZero(customers + 1);
    frame.code.resize(customers);
    frame.known = Bitset(customers);
    auto source = std::make_unique<MemorySource>();
    source->consentOffset.setZero(customers + 1);
    for (Index c = 0; c < customers; ++c) {
        const auto at = static_cast<std::size_t>(c);
        frame.offset[c + 1] = frame.offset[c] + static_cast<Index>(m_events[at].size());
        frame.code[c] = static_cast<std::uint32_t>(c + 1);
        frame.known.put(c, m_known[at]);
        source->consents.insert(source->consents.end(), m_consents[at].begin(), m_consents[at].end());
        source->consentOffset[c + 1] = static_cast<Index>(source->consents.size());
    }
    const Index events = frame.offset[customers];
    source->columns = emptyColumns(events);
    Day first = std::numeric_limits<Day>::max();
    Day last = std::numeric_limits<Day>::min();
    for (Index c = 0; c < customers; ++c) {
        std::vector<Event> sorted = m_events[static_cast<std::size_t>(c)];
        std::stable_sort(sorted.begin(), sorted.end(), before);
        for (std::size_t i = 0; i < sorted.size(); ++i) {
            fill(source->columns, frame, frame.offset[c] + static_cast<Index>(i), sorted[i]);
            first = std::min(first, m_zone.dayOf(sorted[i].time));
            last = std::max(last, m_zone.dayOf(sorted[i].time));
        }
    }
    if (!m_margins.empty()) {
        setMargins(frame, m_margins);
    }
    frame.firstDay = events > 0 ? first : 0;
    frame.asOf = m_asOf != kMissingDay ? m_asOf : (events > 0 ? last : 0);
    for (const auto& [name, draft] : m_attributes) {
        const std::shared_ptr<Attribute> attribute = draft.type == AttributeType::Category
            ? category(draft.texts, customers)
            : measure(draft.numbers, customers);
        attribute->name = name;
        attribute->type = draft.type;
        frame.attributeNames.push_back(name);
        source->attributes.push_back(attribute);
    }
    return std::make_shared<const Snapshot>(std::move(frame), std::move(source));
}

}  // namespace meitrace
