// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/frame/snapshot.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cstdio>
#include <utility>

namespace meitrace {

namespace {

struct NamedField {
    std::string_view name;
    EventField field;
};

// The first name of a field is the one it is printed with.
constexpr std::array<NamedField, 20> kFieldNames {{
    {"time", EventField::Time},     {"precision", EventField::Precision},
    {"type", EventField::Type},     {"channel", EventField::Channel},
    {"store", EventField::Store},   {"staff", EventField::Staff},
    {"device", EventField::Device}, {"campaign", EventField::Campaign},
    {"item", EventField::Item},     {"detail", EventField::Detail},
    {"page", EventField::Page},     {"session", EventField::Session},
    {"amount", EventField::Amount}, {"batch", EventField::Batch},
    {"row", EventField::Row},       {"visit_type", EventField::Detail},
    {"kind", EventField::Detail},   {"status", EventField::Detail},
    {"reason", EventField::Detail}, {"search_term", EventField::Detail},
}};

}  // namespace

std::string_view fieldName(EventField field)
{
    return kFieldNames[static_cast<std::size_t>(field)].name;
}

std::optional<EventField> eventFieldByName(std::string_view name)
{
    const auto* found = std::find_if(kFieldNames.begin(), kFieldNames.end(),
                                     [&](const NamedField& f) { return f.name == name; });
    return found == kFieldNames.end() ? std::nullopt : std::optional<EventField>(found->field);
}

Snapshot::Snapshot(SnapshotFrame frame, std::unique_ptr<ColumnSource> source)
    : m_frame(std::move(frame))
    , m_source(std::move(source))
{
    assert(m_frame.offset.size() >= 1 && m_frame.offset[0] == 0);
    assert(m_frame.code.size() == customers() && m_frame.known.size() == customers());
}

std::string Snapshot::customerCode(Index customer) const
{
    std::array<char, 16> buffer {};
    const int length = std::snprintf(buffer.data(), buffer.size(), "C%07u", m_frame.code[customer]);
    return {buffer.data(), static_cast<std::size_t>(length)};
}

namespace {

/// Where a message came from; one that nobody can tell counts for every channel.
ConsentChannel consentChannelOf(std::string_view channel)
{
    constexpr std::array<std::pair<std::string_view, ConsentChannel>, 5> kChannels {
        {{"sms", ConsentChannel::Sms},
         {"email", ConsentChannel::Email},
         {"wecom", ConsentChannel::Wechat},
         {"oa", ConsentChannel::Wechat},
         {"call", ConsentChannel::Call}}};
    const auto* const found = std::find_if(kChannels.begin(), kChannels.end(),
                                           [&](const auto& entry) { return entry.first == channel; });
    return found == kChannels.end() ? ConsentChannel::Any : found->second;
}

/// Whoever unsubscribed withdrew the consent. leaving: code of the event type; its columns are loaded.
void addWithdrawals(const Snapshot& snapshot, std::uint32_t leaving, std::vector<ConsentRecord>& records,
                    Column<std::int64_t>& offsets)
{
    const Column<std::uint16_t>& types = snapshot.type();
    const Codes channels = snapshot.codes(EventField::Channel);
    const Dictionary& names = snapshot.dictionary(EventField::Channel);
    std::vector<ConsentRecord> all;
    all.reserve(records.size());
    for (Index c = 0; c < snapshot.customers(); ++c) {
        const auto first = static_cast<Index>(all.size());
        all.insert(all.end(), records.begin() + offsets[c], records.begin() + offsets[c + 1]);
        offsets[c] = first;
        for (Index row = snapshot.begin(c); row < snapshot.end(c); ++row) {
            if (types[row] == leaving) {
                all.push_back({.channel = consentChannelOf(names.text(channels[row])),
                               .state = ConsentState::Withdrawn,
                               .at = snapshot.time()[row]});
            }
        }
    }
    offsets[snapshot.customers()] = static_cast<Index>(all.size());
    records = std::move(all);
}

}  // namespace

Index Snapshot::findCustomer(std::string_view code) const
{
    std::uint32_t number = 0;
    if (code.size() < 2 || code[0] != 'C') {
        return -1;
    }
    const auto [end, error] = std::from_chars(code.data() + 1, code.data() + code.size(), number);
    if (error != std::errc {} || end != code.data() + code.size()) {
        return -1;
    }
    const auto* first = m_frame.code.data();
    const auto* last = first + m_frame.code.size();
    const auto* found = std::lower_bound(first, last, number);
    return found != last && *found == number ? found - first : -1;
}

void Snapshot::letGo() const
{
    const std::lock_guard lock(m_mutex);
    m_source.reset();
}

Status Snapshot::load(const std::vector<EventField>& fields, Job& job) const
{
    for (const EventField field : fields) {
        std::atomic<bool>& loaded = m_loaded[static_cast<std::size_t>(field)];
        if (loaded.load(std::memory_order_acquire)) {
            continue;
        }
        const std::lock_guard lock(m_mutex);
        if (!loaded.load(std::memory_order_relaxed)) {
            if (!m_source) {
                return Error {.code = ErrorCode::Cancelled};
            }
            if (Status status = m_source->loadEvents(field, m_columns, job); !status) {
                return status;
            }
            loaded.store(true, std::memory_order_release);
        }
    }
    return Done {};
}

const EventColumns& Snapshot::checked(EventField field) const
{
    assert(m_loaded[static_cast<std::size_t>(field)].load(std::memory_order_acquire));
    static_cast<void>(field);
    return m_columns;
}

Codes Snapshot::codes(EventField field) const
{
    const EventColumns& columns = checked(field);
    assert(widthOf(field) == ColumnWidth::Narrow || widthOf(field) == ColumnWidth::Wide);
    if (widthOf(field) == ColumnWidth::Narrow) {
        return Codes(columns.narrow[EventColumns::narrowIndex(field)]);
    }
    return Codes(columns.wide[EventColumns::wideIndex(field)]);
}

Result<std::shared_ptr<const Attribute>> Snapshot::attribute(std::string_view name, Job& job) const
{
    const auto& names = m_frame.attributeNames;
    if (std::find(names.begin(), names.end(), name) == names.end()) {
        return Error {.code = ErrorCode::NotFound, .subject = std::string(name), .detail = "attribute"};
    }
    const std::lock_guard lock(m_mutex);
    for (const auto& attribute : m_attributes) {
        if (attribute->name == name) {
            return attribute;
        }
    }
    if (!m_source) {
        return Error {.code = ErrorCode::Cancelled};
    }
    Result<std::shared_ptr<const Attribute>> loaded = m_source->loadAttribute(name, job);
    if (loaded) {
        m_attributes.push_back(*loaded);
    }
    return loaded;
}

Status Snapshot::loadConsents(Job& job) const
{
    const std::uint32_t leaving = dictionary(EventField::Type).find("unsubscribe");
    if (leaving != 0) {
        if (Status status = load({EventField::Type, EventField::Channel, EventField::Time}, job); !status) {
            return status;
        }
    }
    const std::lock_guard lock(m_mutex);
    if (m_consentOffset.size() != 0) {
        return Done {};
    }
    if (!m_source) {
        return Error {.code = ErrorCode::Cancelled};
    }
    std::vector<ConsentRecord> records;
    Column<std::int64_t> offsets;
    if (Status status = m_source->loadConsents(records, offsets, job); !status) {
        return status;
    }
    assert(offsets.size() == customers() + 1);
    if (leaving != 0) {
        addWithdrawals(*this, leaving, records, offsets);
    }
    m_consents = std::move(records);
    m_consentOffset = std::move(offsets);
    return Done {};
}

const ConsentRecord* Snapshot::consentBegin(Index customer) const
{
    assert(m_consentOffset.size() != 0);
    return m_consents.data() + m_consentOffset[customer];
}

const ConsentRecord* Snapshot::consentEnd(Index customer) const
{
    assert(m_consentOffset.size() != 0);
    return m_consents.data() + m_consentOffset[customer + 1];
}

}  // namespace meitrace
