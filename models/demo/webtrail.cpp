// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/demo/webtrail.h"

#include "models/demo/clinicbook.h"

#include <algorithm>
#include <array>

namespace meitrace::demo {

namespace {

constexpr double kMoreTouches = 2.2;  // Poisson mean of touches before the last one
constexpr double kMeanGapDays = 9.0;
constexpr double kFirstDiffers = 0.58;   // of journeys with more than one touch
constexpr double kSingleTouch = 0.1108;  // exp(-2.2): journeys with one touch
constexpr double kNoteOpensDeal = 0.45;  // journeys that end at mt_dp and begin at xhs_org
constexpr double kNurture = 3.6;         // sessions of a lead afterwards
constexpr double kNurtureDays = 35.0;
constexpr double kBeforeVisit = 1.5;  // sessions in the two weeks before a visit
constexpr double kAfterVisit = 0.6;
constexpr double kPhoneInMini = 0.7;  // of customers with the mini-program
constexpr int kMostSessions = 400;

/// Awareness channels: where journeys begin that end elsewhere.
const std::vector<std::uint8_t>& openers()
{
    static const std::vector<std::uint8_t> list = [] {
        std::vector<std::uint8_t> made;
        for (const char* code : {"xhs_org", "xhs_org", "dy_org", "dy_org", "sph", "baidu_org", "web_direct",
                                 "xhs_ads", "dy_ads"}) {
            const auto& all = trailChannels();
            made.push_back(static_cast<std::uint8_t>(std::find(all.begin(), all.end(), code) - all.begin()));
        }
        return made;
    }();
    return list;
}

std::uint8_t channelNumber(std::string_view code)
{
    const auto& all = trailChannels();
    return static_cast<std::uint8_t>(std::find(all.begin(), all.end(), code) - all.begin());
}

std::uint8_t openerOtherThan(Draw& draw, std::uint8_t channel)
{
    const std::vector<std::uint8_t>& list = openers();
    std::uint8_t chosen = list[draw.below(list.size())];
    while (chosen == channel) {
        chosen = list[draw.below(list.size())];
    }
    return chosen;
}

bool isOnline(const std::string& code)
{
    return code != "walkin" && code != "partner" && code != "referral";
}

/// The sessions of one person, one after the other.
class Trail {
public:
    Trail(const World& world, int person, Second from, Second until, std::vector<WebEvent>& events)
        : m_person(world.people[static_cast<std::size_t>(person)])
        , m_id(world.identities[static_cast<std::size_t>(person)])
        , m_persona(ClinicBook::get().personas[static_cast<std::size_t>(m_person.persona)])
        , m_number(person)
        , m_draw(world.options.seed, person, Purpose::Web)
        , m_from(from)
        , m_until(until)
        , m_events(events)
    {
    }

    /// when: of the first event. last: the session of the lead itself
    void session(Second when, std::uint8_t channel, bool last)
    {
        if (m_sessions >= kMostSessions) {
            return;
        }
        ++m_sessions;
        const bool mini = m_id.openId && (m_id.browsers == 0 || m_draw.chance(0.55));
        m_handle = mini ? Handle::OpenId
                        : static_cast<Handle>(static_cast<int>(Handle::Browser1)
                                              + static_cast<int>(m_draw.below(m_id.browsers)));
        m_channel = channel;
        m_logged = !mini && m_id.login && m_person.dealt && when > m_person.firstArrival;
        const bool known = mini && m_person.arrived && when > m_person.firstArrival
            && m_number % 10 < static_cast<int>(10 * kPhoneInMini);
        const int pages = 3 + m_draw.poisson(3.4);
        add(when, opening(mini), known);
        for (int i = 0; i < pages; ++i) {
            when += m_draw.between(4, 110);
            add(when, inside(), false);
        }
        if (last) {
            const bool form = m_draw.chance(0.6);
            add(when + 8, form ? WebKind::FormStart : WebKind::ConsultOnline, false);
            add(std::max(when + 9, m_person.leadAt), form ? WebKind::FormSubmit : WebKind::DmOpen,
                form && m_id.relay == 0 && !m_id.masked);
        }
    }

    Draw& draw() { return m_draw; }

private:
    [[nodiscard]] WebKind opening(bool mini) const
    {
        const std::string& code = trailChannels()[m_channel];
        if (code == "dy_ads" || code == "xhs_ads" || code == "baidu_sem") {
            return WebKind::AdClick;
        }
        if (code == "xhs_org" || code == "dy_org" || code == "sph") {
            return WebKind::ContentView;
        }
        return mini ? WebKind::MiniOpen : WebKind::PageView;
    }

    WebKind inside()
    {
        static constexpr std::array<int, 5> kWeights {46, 34, 8, 7, 5};
        static constexpr std::array<WebKind, 5> kKinds {WebKind::PageView, WebKind::ItemView,
                                                        WebKind::ContentView, WebKind::Search,
                                                        WebKind::ContentEngage};
        return kKinds[m_draw.pick(kWeights)];
    }

    void add(Second when, WebKind kind, bool givesPhone)
    {
        const bool shown
            = kind == WebKind::ItemView || kind == WebKind::FormSubmit || kind == WebKind::Search;
        const int item = shown ? m_persona.items[m_draw.pick(m_persona.weights)] : -1;
        if (when >= m_from && when < m_until) {
            m_events.push_back({when, m_number, m_sequence, static_cast<std::int16_t>(m_sessions),
                                static_cast<std::int16_t>(item), kind, m_channel, m_handle, givesPhone,
                                m_logged});
        }
        ++m_sequence;
    }

    const Person& m_person;
    const Identity& m_id;
    const Persona& m_persona;
    int m_number;
    Draw m_draw;
    Second m_from, m_until;
    std::vector<WebEvent>& m_events;
    int m_sessions = 0;
    std::int16_t m_sequence = 0;
    Handle m_handle = Handle::OpenId;
    std::uint8_t m_channel = 0;
    bool m_logged = false;
};

void nurture(Trail& trail, const Person& person, const std::vector<Second>& visits)
{
    static const std::array<std::uint8_t, 5> later {channelNumber("wecom"), channelNumber("minipro"),
                                                    channelNumber("web_direct"), channelNumber("oa"),
                                                    channelNumber("sms")};
    Draw& draw = trail.draw();
    const auto some = [&](double mean, Second from, double meanDays, int direction) {
        for (int n = draw.poisson(mean); n > 0; --n) {
            const Second away = rounded(draw.exponential(meanDays) * static_cast<double>(kDaySeconds)) + 600;
            const std::uint8_t channel = later[draw.below(later.size())];
            trail.session(from + direction * away, channel, false);
        }
    };
    if (!person.earlier) {
        some(kNurture, person.leadAt, kNurtureDays, 1);
    }
    for (const Second visit : visits) {
        some(kBeforeVisit, visit, 5.0, -1);
        some(kAfterVisit, visit, 6.0, 1);
    }
}

/// The first of several touches before a lead from a channel.
std::uint8_t firstTouch(Draw& draw, const std::string& code, std::uint8_t last)
{
    constexpr double kNoted = kNoteOpensDeal / (1.0 - kSingleTouch);
    const double dice = draw.unit();
    if (code == "mt_dp" && dice < kNoted) {
        return channelNumber("xhs_org");
    }
    return dice < kFirstDiffers ? openerOtherThan(draw, last) : last;
}

/// A touch between the first and the last.
std::uint8_t middleTouch(Draw& draw, double dice, std::uint8_t first, std::uint8_t last)
{
    if (dice < 0.5) {
        return last;
    }
    return dice < 0.75 ? first : openerOtherThan(draw, last);
}

}  // namespace

const std::vector<std::string>& trailChannels()
{
    static const std::vector<std::string> list = [] {
        std::vector<std::string> made;
        for (const SourceChannel& channel : ClinicBook::get().channels) {
            made.push_back(channel.code);
        }
        for (const char* code : {"dy_org", "sph", "baidu_org", "web_direct", "oa", "sms"}) {
            made.emplace_back(code);
        }
        return made;
    }();
    return list;
}

TouchPath touchPath(const World& world, int person)
{
    TouchPath path;
    const Person& who = world.people[static_cast<std::size_t>(person)];
    const std::string& code = trailChannels()[static_cast<std::size_t>(who.channel)];
    if (who.earlier || !isOnline(code)) {
        return path;
    }
    Draw draw(world.options.seed ^ 0x70617468ULL, person, Purpose::Web);
    const int more = draw.poisson(kMoreTouches);
    const auto last = static_cast<std::uint8_t>(who.channel);
    const std::uint8_t first = more > 0 ? firstTouch(draw, code, last) : last;
    Second when = who.leadAt - draw.between(120, 1200);
    for (int i = more; i >= 0; --i) {
        const double dice = draw.unit();
        path.times.push_back(when);
        path.channels.push_back(i == more ? last : i == 0 ? first : middleTouch(draw, dice, first, last));
        when -= 3600 + rounded(draw.exponential(kMeanGapDays) * static_cast<double>(kDaySeconds));
    }
    if (more == 0) {
        path.channels.front() = last;
    }
    std::reverse(path.times.begin(), path.times.end());
    std::reverse(path.channels.begin(), path.channels.end());
    return path;
}

void appendTrail(const World& world, int person, const std::vector<Second>& visits, Second from, Second until,
                 std::vector<WebEvent>& events)
{
    const Identity& id = world.identities[static_cast<std::size_t>(person)];
    if (!id.openId && id.browsers == 0) {
        return;
    }
    Trail trail(world, person, from, until, events);
    const TouchPath path = touchPath(world, person);
    for (std::size_t i = 0; i < path.times.size(); ++i) {
        trail.session(path.times[i], path.channels[i], i + 1 == path.times.size());
    }
    nurture(trail, world.people[static_cast<std::size_t>(person)], visits);
}

}  // namespace meitrace::demo
