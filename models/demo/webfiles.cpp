// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/calendar.h"
#include "models/demo/clinicbook.h"
#include "models/demo/exportfiles.h"
#include "models/demo/webtrail.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace meitrace::demo {

namespace {

constexpr int kSegmentMonths = 6;  // the events of so many months are in memory at once
constexpr std::array<std::string_view, 11> kNames {
    "ad_click",   "content_view", "content_engage", "page_view",      "item_view", "search",
    "form_start", "form_submit",  "dm_open",        "consult_online", "mp_open"};

/// Words that stand in many rows, looked up once.
struct WebWords {
    const std::vector<std::string>& pages = words("page.words");
    const std::vector<std::string>& devices = words("device.words");
    const std::vector<std::string>& phones = words("mini.device");
    const std::vector<std::string>& cities = words("city.words");
};

std::string pageOf(const WebEvent& event, const WebWords& texts)
{
    if (event.item >= 0) {
        return (event.kind == WebKind::Search ? "/search/" : "/item/")
            + ClinicBook::get().items[static_cast<std::size_t>(event.item)].code;
    }
    if (event.kind == WebKind::ContentView || event.kind == WebKind::ContentEngage) {
        return "/note/" + std::to_string((event.person * 31 + event.session * 7) % 240);
    }
    return texts.pages[static_cast<std::size_t>(event.person * 13 + event.sequence * 5) % texts.pages.size()];
}

/// Says nothing about the person: the same one has other numbers in every session.
std::string sessionOf(std::uint64_t seed, const WebEvent& event)
{
    static constexpr char kDigits[] = "0123456789abcdefghjkmnpqrstvwxyz";
    std::uint64_t bits = randomAt(seed, static_cast<std::uint64_t>(event.person) + 0x73657373ULL,
                                  static_cast<std::uint64_t>(event.session));
    std::string text = "s";
    for (int i = 0; i < 10; ++i) {
        text += kDigits[bits & 31U];
        bits >>= 5U;
    }
    return text;
}

class WebSheets {
public:
    explicit WebSheets(Export& out)
        : m_out(out)
        , m_seed(out.world.options.seed)
    {
    }

    Status open()
    {
        for (const std::string_view layout : {"web", "mini"}) {
            Result<Sheet> sheet = Sheet::create(m_out.folder, layout, m_seed, m_out.planted);
            if (!sheet) {
                return sheet.error();
            }
            m_sheets.push_back(std::move(*sheet));
        }
        return Done {};
    }

    Status write(const WebEvent& event)
    {
        const bool mini = event.handle == Handle::OpenId;
        Sheet& sheet = m_sheets[mini ? 1 : 0];
        mini ? putMini(sheet, event) : putWeb(sheet, event);
        sheet.put("page_path", pageOf(event, m_texts));
        sheet.put("utm_source", trailChannels()[event.channel]);
        if (event.item >= 0) {
            sheet.put("item_code", ClinicBook::get().items[static_cast<std::size_t>(event.item)].code);
        }
        const auto row
            = (static_cast<std::uint64_t>(event.person) << 16U) | static_cast<std::uint16_t>(event.sequence);
        return sheet.endRow(row);
    }

    Status finish()
    {
        for (Sheet& sheet : m_sheets) {
            if (Status status = sheet.finish(m_out.files); !status) {
                return status;
            }
        }
        return Done {};
    }

private:
    void putWeb(Sheet& sheet, const WebEvent& event)
    {
        Identity& id = m_out.world.identities[static_cast<std::size_t>(event.person)];
        const std::int64_t milli = (event.person * 7919 + event.sequence * 131) % 1000;
        sheet.put("event_time", ((event.happenedAt - kZoneSeconds) * 1000 + milli) * 1000);
        sheet.put("event_name", kNames[static_cast<std::size_t>(event.kind)]);
        sheet.put("visitor_id", handleText(m_seed, event.person, event.handle));
        id.mark(event.handle);
        if (event.loggedIn) {
            sheet.put("user_id", handleText(m_seed, event.person, Handle::LoginId));
            id.mark(Handle::LoginId);
        }
        if (event.givesPhone) {
            sheet.put("phone", phoneText(m_out, event.person));
        }
        sheet.put("session_id", sessionOf(m_seed, event));
        sheet.put("utm_campaign",
                  event.kind == WebKind::AdClick
                      ? words("web.campaigns")[event.channel % words("web.campaigns").size()]
                      : m_none);
        sheet.put("device", m_texts.devices[static_cast<std::size_t>(event.handle) % m_texts.devices.size()]);
        sheet.put("city", m_texts.cities[static_cast<std::size_t>(event.person) % 7 % m_texts.cities.size()]);
    }

    void putMini(Sheet& sheet, const WebEvent& event)
    {
        Identity& id = m_out.world.identities[static_cast<std::size_t>(event.person)];
        sheet.putTime("event_time", event.happenedAt);
        sheet.put("event_name", kNames[static_cast<std::size_t>(event.kind)]);
        sheet.put("openid", handleText(m_seed, event.person, Handle::OpenId));
        id.mark(Handle::OpenId);
        if (id.unionId) {
            sheet.put("unionid", handleText(m_seed, event.person, Handle::UnionId));
            id.mark(Handle::UnionId);
        }
        if (event.givesPhone) {
            sheet.put("phone", phoneText(m_out, event.person));
        }
        sheet.put("session_id", sessionOf(m_seed, event));
        sheet.put("device", m_texts.phones[static_cast<std::size_t>(event.person) % m_texts.phones.size()]);
    }

    Export& m_out;
    std::uint64_t m_seed;
    WebWords m_texts;
    std::string m_none;
    std::vector<Sheet> m_sheets;
};

std::vector<std::vector<Second>> visitTimes(const World& world)
{
    std::vector<std::vector<Second>> times(world.people.size());
    for (const Visit& visit : world.visits) {
        times[static_cast<std::size_t>(visit.person)].push_back(visit.arrivedAt);
    }
    return times;
}

}  // namespace

Status writeWeb(Export& out, Job& job)
{
    WebSheets sheets(out);
    if (Status status = sheets.open(); !status) {
        return status;
    }
    const ClinicCalendar& calendar = ClinicCalendar::get();
    const std::vector<std::vector<Second>> visits = visitTimes(out.world);
    std::vector<WebEvent> events;
    for (Day start = calendar.firstDay(); start <= calendar.asOf();
         start = addMonths(start, kSegmentMonths)) {
        const Second until = at(std::min(addMonths(start, kSegmentMonths), calendar.asOf() + 1), 0);
        events.clear();
        for (int p = 0; p < out.world.options.persons; ++p) {
            appendTrail(out.world, p, visits[static_cast<std::size_t>(p)], at(start, 0), until, events);
        }
        std::sort(events.begin(), events.end(), [](const WebEvent& a, const WebEvent& b) {
            return std::tie(a.happenedAt, a.person, a.sequence)
                < std::tie(b.happenedAt, b.person, b.sequence);
        });
        for (std::size_t i = 0; i < events.size(); ++i) {
            if (i % 65'536 == 0 && job.stopped()) {
                return Error {.code = ErrorCode::Cancelled};
            }
            if (Status status = sheets.write(events[i]); !status) {
                return status;
            }
        }
        job.progress(0.3
                     + 0.6 * static_cast<double>(until - at(calendar.firstDay(), 0))
                         / static_cast<double>(at(calendar.asOf() + 1, 0) - at(calendar.firstDay(), 0)));
    }
    return sheets.finish();
}

}  // namespace meitrace::demo
