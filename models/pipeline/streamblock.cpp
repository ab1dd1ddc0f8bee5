// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/streamblock.h"

#include "models/base/flatmap.h"
#include "models/base/hash.h"

#include <algorithm>
#include <array>

namespace meitrace {

namespace {

/// Which fields feed a column, best first.
struct Feed {
    EventField field = EventField::Type;
    std::array<std::string_view, 3> from;
};

constexpr std::array<Feed, 9> kWebFeeds {{
    {EventField::Type, {"event_name"}},
    {EventField::Channel, {"channel", "utm_source"}},
    {EventField::Campaign, {"campaign", "utm_campaign"}},
    {EventField::Item, {"item_code", "item_name"}},
    {EventField::Store, {"store"}},
    {EventField::Staff, {"staff"}},
    {EventField::Device, {"device"}},
    {EventField::Detail, {"detail", "search_term", "element"}},
    {EventField::Page, {"page_path", "page_url", "page_title"}},
}};

constexpr std::array<Feed, 4> kTouchFeeds {{
    {EventField::Channel, {"touch_channel"}},
    {EventField::Campaign, {"campaign_name"}},
    {EventField::Staff, {"sender"}},
    {EventField::Detail, {"send_status"}},
}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kTouchEvents {{
    {"send_time", "touch_sent"},
    {"open_time", "touch_open"},
    {"click_time", "touch_click"},
    {"reply_time", "touch_reply"},
    {"unsub_time", "unsubscribe"},
}};

const FieldValues* valuesOf(const CleanBlock& block, std::string_view field)
{
    const int index = fieldIndex(*block.kind, field);
    return index < 0 ? nullptr : block.find(index);
}

/// Counts texts as they come; a cell equal to the one before it needs no look-up.
class TextCounter {
public:
    explicit TextCounter(CodedColumn& column)
        : m_column(column)
    {
        m_column.texts.emplace_back();
    }

    std::uint32_t code(std::string_view text)
    {
        if (text.empty()) {
            return 0;
        }
        if (text == m_last) {
            return m_lastCode;
        }
        const auto fresh = static_cast<std::uint32_t>(m_column.texts.size());
        m_lastCode = m_places.findOrAdd(shortHash(text), fresh);
        m_last = text;
        if (m_lastCode == fresh) {
            m_column.texts.push_back(text);
        }
        return m_lastCode;
    }

private:
    CodedColumn& m_column;
    FlatMap m_places {256};
    std::string_view m_last;
    std::uint32_t m_lastCode = 0;
};

void addCoded(StreamBlock& stream, const CleanBlock& block, const Feed& feed)
{
    std::vector<const FieldValues*> sources;
    for (const std::string_view name : feed.from) {
        const FieldValues* values = name.empty() ? nullptr : valuesOf(block, name);
        if (values != nullptr && !values->text.empty()) {
            sources.push_back(values);
        }
    }
    if (sources.empty()) {
        return;
    }
    CodedColumn& column = stream.coded.emplace_back();
    column.field = feed.field;
    column.code.resize(stream.rowOf.size());
    if (sources.size() == 1 && !sources.front()->code.empty()) {
        column.texts = sources.front()->words;
        for (std::size_t i = 0; i < stream.rowOf.size(); ++i) {
            column.code[i] = sources.front()->code[stream.rowOf[i]];
        }
        return;
    }
    TextCounter counter(column);
    for (std::size_t i = 0; i < stream.rowOf.size(); ++i) {
        std::string_view text;
        for (const FieldValues* values : sources) {
            text = values->text[stream.rowOf[i]];
            if (!text.empty()) {
                break;
            }
        }
        column.code[i] = counter.code(text);
    }
}

void setPrecision(StreamBlock& stream, const std::vector<TimeQuality>& quality)
{
    if (std::all_of(quality.begin(), quality.end(), [](TimeQuality q) { return q == TimeQuality::Exact; })) {
        return;
    }
    stream.precision.resize(stream.rowOf.size());
    for (std::size_t i = 0; i < stream.rowOf.size(); ++i) {
        stream.precision[i] = static_cast<std::uint32_t>(quality[stream.rowOf[i]]);
    }
}

/// Who hands a page on has seen it and shared it: such a row is two events. Places of the second ones.
std::vector<std::size_t> placeRows(StreamBlock& stream, const CleanBlock& block)
{
    std::vector<std::size_t> shares;
    const FieldValues* forwards = valuesOf(block, "forwards");
    stream.rowOf.reserve(block.kept.size());
    for (std::size_t row = 0; row < block.kept.size(); ++row) {
        stream.rowOf.push_back(static_cast<std::uint32_t>(row));
        if (forwards != nullptr && forwards->number[row] > 0) {
            shares.push_back(stream.rowOf.size());
            stream.rowOf.push_back(static_cast<std::uint32_t>(row));
        }
    }
    return shares;
}

/// Makes the second events of their rows what they are.
void turnIntoShares(StreamBlock& stream, const std::vector<std::size_t>& shares)
{
    const auto type = std::find_if(stream.coded.begin(), stream.coded.end(), [](const CodedColumn& column) {
        return column.field == EventField::Type;
    });
    if (shares.empty() || type == stream.coded.end()) {
        return;
    }
    const auto code = static_cast<std::uint32_t>(type->texts.size());
    type->texts.emplace_back("share");
    for (const std::size_t place : shares) {
        type->code[place] = code;
        if (!stream.amount.empty()) {
            stream.amount[place] = 0;
        }
    }
}

StreamBlock webEvents(const CleanBlock& block)
{
    StreamBlock stream;
    const std::vector<std::size_t> shares = placeRows(stream, block);
    const std::size_t events = stream.rowOf.size();
    const FieldValues* time = valuesOf(block, "event_time");
    stream.time.resize(events);
    for (std::size_t i = 0; i < events; ++i) {
        stream.time[i] = time->number[stream.rowOf[i]];
    }
    setPrecision(stream, time->quality);
    if (const FieldValues* value = valuesOf(block, "event_value")) {
        stream.amount.resize(events);
        for (std::size_t i = 0; i < events; ++i) {
            const std::int64_t amount = value->number[stream.rowOf[i]];
            stream.amount[i] = amount == kMissing ? 0 : amount;
        }
    }
    if (const FieldValues* session = valuesOf(block, "session_id")) {
        stream.session.resize(events);
        for (std::size_t i = 0; i < events; ++i) {
            const std::string_view text = session->text[stream.rowOf[i]];
            // 0 means "no session", so a hash of 0 becomes 1.
            stream.session[i]
                = text.empty() ? 0 : std::max<std::uint32_t>(1, static_cast<std::uint32_t>(shortHash(text)));
        }
    }
    for (const Feed& feed : kWebFeeds) {
        addCoded(stream, block, feed);
    }
    turnIntoShares(stream, shares);
    return stream;
}

StreamBlock touchEvents(const CleanBlock& block)
{
    StreamBlock stream;
    CodedColumn types;
    types.field = EventField::Type;
    types.texts.emplace_back();
    std::vector<TimeQuality> quality;
    std::array<const FieldValues*, kTouchEvents.size()> times {};
    for (std::size_t k = 0; k < kTouchEvents.size(); ++k) {
        times[k] = valuesOf(block, kTouchEvents[k].first);
        types.texts.push_back(kTouchEvents[k].second);
    }
    for (std::size_t row = 0; row < block.kept.size(); ++row) {
        for (std::size_t k = 0; k < times.size(); ++k) {
            if (times[k] != nullptr && times[k]->number[row] != kMissing) {
                stream.rowOf.push_back(static_cast<std::uint32_t>(row));
                stream.time.push_back(times[k]->number[row]);
                stream.precision.push_back(static_cast<std::uint32_t>(times[k]->quality[row]));
                types.code.push_back(static_cast<std::uint32_t>(k + 1));
            }
        }
    }
    stream.coded.push_back(std::move(types));
    for (const Feed& feed : kTouchFeeds) {
        addCoded(stream, block, feed);
    }
    return stream;
}

}  // namespace

StreamBlock makeStreamBlock(const CleanBlock& block)
{
    return block.kind->code == "touch_log" ? touchEvents(block) : webEvents(block);
}

}  // namespace meitrace
