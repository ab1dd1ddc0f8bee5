// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/calendar.h"
#include "models/demo/clinicbook.h"
#include "models/demo/model.h"
#include "models/demo/touches.h"
#include "models/demo/webtrail.h"
#include "models/demo/world.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace meitrace;
using namespace meitrace::demo;

namespace {

World worldOf(int persons, std::uint64_t seed)
{
    Job job;
    return *makeWorld({.persons = persons, .stores = persons > 10'000 ? 3 : 1, .seed = seed}, job);
}

struct ChannelFigures {
    double leads = 0, deals = 0, revenue = 0;
    [[nodiscard]] double roi(const SourceChannel& channel) const
    {
        return revenue / (leads * static_cast<double>(channel.costPerLead));
    }
    [[nodiscard]] double costPerDeal(const SourceChannel& channel) const
    {
        return leads * static_cast<double>(channel.costPerLead) / deals;
    }
};

/// What the assertions speak of, worked out from bills, deliveries and bookings and not from what the model
/// remembers.
struct Figures {
    int payers = 0;
    double r12 = 0, repurchase = 0, revenuePerActive = 0, topFifth = 0;
    double cards = 0, wallets = 0, dormant = 0;
    std::vector<ChannelFigures> channels;
};

std::vector<std::set<Day>> deliveryDays(const World& world)
{
    std::vector<std::set<Day>> days(world.people.size());
    for (const Delivery& delivery : world.deliveries) {
        days[static_cast<std::size_t>(delivery.person)].insert(dayOf(delivery.doneAt));
    }
    return days;
}

bool isCustomer(const World& world, int person)
{
    return world.people[static_cast<std::size_t>(person)].role == Role::Customer;
}

void addMoney(const World& world, Figures& figures)
{
    const Day yearAgo = ClinicCalendar::get().asOf() - 365;
    std::vector<double> net(world.people.size(), 0);
    std::vector<double> lastYear(world.people.size(), 0);
    std::vector<bool> active(world.people.size(), false);
    std::set<int> wallets;
    double cards = 0;
    for (const BillLine& line : world.bills) {
        if (!isCustomer(world, line.person)) {
            continue;
        }
        const auto p = static_cast<std::size_t>(line.person);
        net[p] += static_cast<double>(line.net);
        cards += line.sessions > 0 ? static_cast<double>(line.net) : 0;
        if (dayOf(line.paidAt) > yearAgo) {
            lastYear[p] += static_cast<double>(line.net);
            active[p] = active[p] || line.net > 0;
        }
        if (line.kind == BillKind::Topup || line.stored > 0) {
            wallets.insert(line.person);
        }
    }
    std::vector<double> payers;
    std::copy_if(net.begin(), net.end(), std::back_inserter(payers), [](double fen) { return fen > 0; });
    std::sort(payers.rbegin(), payers.rend());
    double all = 0;
    double top = 0;
    for (std::size_t i = 0; i < payers.size(); ++i) {
        all += payers[i];
        top += i < payers.size() / 5 ? payers[i] : 0;
    }
    figures.payers = static_cast<int>(payers.size());
    figures.topFifth = top / all;
    figures.cards = cards / all;
    figures.wallets = static_cast<double>(wallets.size()) / figures.payers;
    double recent = 0;
    for (const double fen : lastYear) {
        recent += fen;
    }
    figures.revenuePerActive
        = recent / static_cast<double>(std::count(active.begin(), active.end(), true)) / 100;
}

void addVisits(const World& world, Figures& figures)
{
    const Day asOf = ClinicCalendar::get().asOf();
    const std::vector<std::set<Day>> days = deliveryDays(world);
    double once = 0, twice = 0, fresh = 0, again = 0;
    for (std::size_t p = 0; p < days.size(); ++p) {
        const Person& person = world.people[p];
        const auto recent = std::distance(days[p].upper_bound(asOf - 365), days[p].end());
        once += recent >= 1 ? 1 : 0;
        twice += recent >= 2 ? 1 : 0;
        figures.dormant += person.sessionsLeft > 0 && dayOf(person.lastArrival) <= asOf - 120 ? 1 : 0;
        const Day first = dayOf(person.firstArrival);
        if (person.role == Role::Customer && !person.earlier && person.dealt && first <= asOf - 365) {
            const auto next = days[p].upper_bound(first);
            fresh += 1;
            again += next != days[p].end() && *next <= first + 365 ? 1 : 0;
        }
    }
    figures.r12 = twice / once;
    figures.repurchase = again / fresh;
    figures.dormant /= figures.payers;
}

Figures measure(const World& world)
{
    Figures figures;
    addMoney(world, figures);
    addVisits(world, figures);
    figures.channels.resize(ClinicBook::get().channels.size());
    std::vector<double> firstYear(world.people.size(), 0);
    for (const BillLine& line : world.bills) {
        const Person& person = world.people[static_cast<std::size_t>(line.person)];
        firstYear[static_cast<std::size_t>(line.person)]
            += line.paidAt < person.leadAt + 365 * kDaySeconds ? static_cast<double>(line.net) : 0;
    }
    for (std::size_t p = 0; p < world.people.size(); ++p) {
        const Person& person = world.people[p];
        if (person.role == Role::Customer && !person.earlier
            && dayOf(person.leadAt) <= ClinicCalendar::get().asOf() - 365) {
            ChannelFigures& channel = figures.channels[static_cast<std::size_t>(person.channel)];
            channel.leads += 1;
            channel.deals += person.dealt ? 1 : 0;
            channel.revenue += firstYear[p];
        }
    }
    return figures;
}

/// Channels with spend, best 12-month return first.
std::vector<std::string> byReturn(const Figures& figures, Fen leastCost)
{
    const ClinicBook& book = ClinicBook::get();
    std::vector<std::pair<double, std::string>> list;
    for (std::size_t c = 0; c < book.channels.size(); ++c) {
        if (book.channels[c].costPerLead >= leastCost && figures.channels[c].leads > 0) {
            list.emplace_back(-figures.channels[c].roi(book.channels[c]), book.channels[c].code);
        }
    }
    std::sort(list.begin(), list.end());
    std::vector<std::string> codes;
    for (const auto& entry : list) {
        codes.push_back(entry.second);
    }
    return codes;
}

bool within(double value, double low, double high, const char* what)
{
    const bool good = value >= low && value <= high;
    if (!good) {
        qWarning("%s is %g, not in %g to %g", what, value, low, high);
    }
    return good;
}

}  // namespace

class TestDemoFigures : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_world = worldOf(50'000, 1);
        m_figures = measure(m_world);
    }

    void sizeSHoldsItsAssertions()
    {
        const ClinicBook& book = ClinicBook::get();
        for (std::uint64_t seed = 1; seed <= 8; ++seed) {
            const Figures f = measure(worldOf(2'000, seed));
            QVERIFY(within(f.payers, 383, 519, "payers"));
            QVERIFY(within(f.r12, 0.42, 0.60, "R12"));
            QVERIFY(within(f.topFifth, 0.70, 0.82, "top fifth"));
            QCOMPARE(byReturn(f, 100 * kYuan).front(), std::string("referral"));
            const std::vector<std::string> order = byReturn(f, kYuan);
            QVERIFY(std::find(order.end() - 3, order.end(), "dy_ads") != order.end());
            const auto ads = static_cast<std::size_t>(book.channel("dy_ads"));
            QVERIFY(within(f.channels[ads].roi(book.channels[ads]), 0.0, 1.0, "return of dy_ads"));
        }
    }

    void sizeMHoldsItsAssertions()
    {
        const Figures& f = m_figures;
        QVERIFY(within(f.payers, 11'350 * 0.95, 11'350 * 1.05, "payers"));
        QVERIFY(within(f.r12, 0.45, 0.55, "R12"));
        QVERIFY(within(f.repurchase, 0.353 - 0.03, 0.353 + 0.03, "repurchase"));
        QVERIFY(within(f.revenuePerActive, 7'525 * 0.9, 7'525 * 1.1, "revenue per active payer"));
        QVERIFY(within(f.topFifth, 0.70, 0.82, "top fifth"));
        QVERIFY(within(f.cards, 0.30, 0.38, "share of cards"));
        QVERIFY(within(f.wallets, 0.19, 0.25, "owners of stored value"));
        QVERIFY(within(f.dormant, 0.075, 0.105, "dormant cards"));
    }

    void cheapLeadsAreDearDeals()
    {
        const ClinicBook& book = ClinicBook::get();
        const std::vector<std::string> order = byReturn(m_figures, kYuan);
        QCOMPARE(order.back(), std::string("dy_ads"));
        const auto roi = [&](const std::string& code) {
            const auto c = static_cast<std::size_t>(book.channel(code));
            return m_figures.channels[c].roi(book.channels[c]);
        };
        QVERIFY(roi("dy_ads") < 0.5 * roi(order[order.size() - 2]));
        QCOMPARE(byReturn(m_figures, 100 * kYuan).front(), std::string("referral"));
        const auto ads = static_cast<std::size_t>(book.channel("dy_ads"));
        for (const char* code : {"mt_dp", "xhs_ads", "soyoung", "baidu_sem", "dy_life"}) {
            const auto c = static_cast<std::size_t>(book.channel(code));
            QVERIFY(m_figures.channels[ads].costPerDeal(book.channels[ads])
                    > m_figures.channels[c].costPerDeal(book.channels[c]));
            QVERIFY(std::string(code) == "dy_life"
                    || book.channels[ads].costPerLead < book.channels[c].costPerLead);
        }
    }

    /// T7: what comes at night waits for the morning and books less.
    void nightLeadsLeak()
    {
        std::array<double, 2> leads {}, booked {};
        std::array<std::vector<Second>, 2> waits;
        for (const Person& person : m_world.people) {
            if (person.role == Role::Customer && person.repliedAt != 0) {
                const std::size_t night = person.night ? 1 : 0;
                leads[night] += person.earlier ? 0 : 1;
                booked[night] += !person.earlier && person.booked ? 1 : 0;
                waits[night].push_back(person.repliedAt - person.leadAt);
            }
        }
        QVERIFY(within(leads[1] / (leads[0] + leads[1]), 0.37, 0.39, "night share"));
        QVERIFY(within(booked[1] / leads[1] / (booked[0] / leads[0]), 0.56, 0.64, "night factor"));
        for (std::vector<Second>& wait : waits) {
            std::nth_element(wait.begin(), wait.begin() + static_cast<std::ptrdiff_t>(wait.size() / 2),
                             wait.end());
        }
        QVERIFY(
            within(static_cast<double>(waits[0][waits[0].size() / 2]) / 60.0, 5.5, 6.5, "minutes by day"));
        QVERIFY(within(static_cast<double>(waits[1][waits[1].size() / 2]) / 3600.0, 11.0, 12.0,
                       "hours by night"));
    }

    /// T8
    void bookingsFarAheadAreMissedMoreOften()
    {
        std::array<double, 2> booked {}, missed {};
        for (const Booking& booking : m_world.bookings) {
            if (dayOf(booking.slotAt) <= ClinicCalendar::get().asOf()) {
                const std::size_t far = dayOf(booking.slotAt) - dayOf(booking.createdAt) > kFarDays ? 1 : 0;
                booked[far] += 1;
                missed[far] += booking.status == BookingStatus::NoShow ? 1 : 0;
            }
        }
        QVERIFY(within(missed[0] / booked[0], 0.125, 0.155, "missed near"));
        QVERIFY(within(missed[1] / booked[1], 0.30, 0.34, "missed far"));
    }

    /// T10
    void fewCustomersMakeManyReferrals()
    {
        double referrals = 0, byHubs = 0, hubs = 0, customers = 0;
        for (std::size_t p = 0; p < m_world.people.size(); ++p) {
            const Person& person = m_world.people[p];
            customers += person.role == Role::Customer && person.dealt ? 1 : 0;
            hubs += m_world.identities[p].hub ? 1 : 0;
            if (person.referrer >= 0) {
                referrals += 1;
                byHubs += m_world.identities[static_cast<std::size_t>(person.referrer)].hub ? 1 : 0;
                QVERIFY(m_world.people[static_cast<std::size_t>(person.referrer)].firstArrival
                        < person.leadAt);
            }
        }
        QVERIFY(within(hubs / customers, 0.029, 0.031, "hubs"));
        QVERIFY(within(byHubs / referrals, 0.42, 0.50, "referrals by hubs"));
    }

    /// T13: a skin booster 7 to 21 days after light is 2.4 times as frequent as after any visit.
    void lightIsFollowedByABooster()
    {
        const int light = ClinicBook::get().item("IPL-M22");
        const int booster = ClinicBook::get().item("MESO-HA");
        std::vector<std::vector<const Visit*>> visits(m_world.people.size());
        for (const Visit& visit : m_world.visits) {
            if (visit.type != VisitType::First || visit.deal) {
                visits[static_cast<std::size_t>(visit.person)].push_back(&visit);
            }
        }
        double any = 0, anyHit = 0, after = 0, afterHit = 0;
        for (const auto& own : visits) {
            for (const Visit* visit : own) {
                const Day day = dayOf(visit->arrivedAt);
                const bool hit = std::any_of(own.begin(), own.end(), [&](const Visit* later) {
                    const Day gap = dayOf(later->arrivedAt) - day;
                    return later->item == booster && gap >= 7 && gap <= 21;
                });
                any += 1;
                anyHit += hit ? 1 : 0;
                after += visit->item == light ? 1 : 0;
                afterHit += visit->item == light && hit ? 1 : 0;
            }
        }
        QVERIFY(within(afterHit / after / (anyHit / any), 2.0, 2.8, "lift"));
    }

    /// T15
    void lightCostsMoreFromMarchOn()
    {
        std::array<double, 2> count {}, sum {};
        for (const BillLine& line : m_world.bills) {
            if (line.item == ClinicBook::get().item("IPL-M22") && line.kind == BillKind::Sale
                && line.quantity == 1 && line.debt == 0) {
                const std::size_t later = dayOf(line.paidAt) >= ClinicCalendar::get().priceRise() ? 1 : 0;
                count[later] += 1;
                sum[later] += static_cast<double>(line.payable);
            }
        }
        QVERIFY(within(sum[1] / count[1] / (sum[0] / count[0]), 1.05, 1.20, "price"));
    }

    void journeysBeginElsewhereThanTheyEnd()
    {
        const auto& codes = trailChannels();
        const int dianping = ClinicBook::get().channel("mt_dp");
        double several = 0, differ = 0, platform = 0, byNote = 0, touches = 0, journeys = 0;
        for (int p = 0; p < 50'000; ++p) {
            const TouchPath path = touchPath(m_world, p);
            if (path.channels.empty()) {
                continue;
            }
            journeys += 1;
            touches += static_cast<double>(path.channels.size());
            QVERIFY(std::is_sorted(path.times.begin(), path.times.end()));
            QVERIFY(path.times.back() < m_world.people[static_cast<std::size_t>(p)].leadAt);
            const bool endsThere = m_world.people[static_cast<std::size_t>(p)].channel == dianping;
            platform += endsThere ? 1 : 0;
            byNote += endsThere && codes[path.channels.front()] == "xhs_org" ? 1 : 0;
            if (path.channels.size() > 1) {
                several += 1;
                differ += path.channels.front() != path.channels.back() ? 1 : 0;
            }
        }
        QVERIFY(within(touches / journeys, 3.15, 3.25, "touches"));
        QVERIFY(within(differ / several, 0.56, 0.60, "first differs from last"));
        QVERIFY(within(byNote / platform, 0.43, 0.49, "opened by notes"));
    }

    void nobodyIsWrittenToWithoutConsent()
    {
        for (const Touch& touch : drawTouches(m_world)) {
            const Identity& id = m_world.identities[static_cast<std::size_t>(touch.person)];
            const Second end = withdrawnAt(m_world, touch.person);
            QVERIFY(!id.doNotContact && !id.minor && touch.sentAt > id.chartAt);
            QVERIFY(id.consents[static_cast<std::size_t>(touch.wecom ? Consent::Wechat : Consent::Sms)]);
            QVERIFY(end == 0 || touch.sentAt < end);
        }
    }

    /// Rule of thumb of the churn page: who has been away longer than the rhythm of the treatment has left.
    void leavingShowsInTheRhythm()
    {
        std::vector<int> lastItem(m_world.people.size(), -1);
        for (const Delivery& delivery : m_world.deliveries) {
            lastItem[static_cast<std::size_t>(delivery.person)] = delivery.item;
        }
        const Day asOf = ClinicCalendar::get().asOf();
        const std::vector<std::set<Day>> days = deliveryDays(m_world);
        std::vector<std::pair<double, bool>> scores;
        for (std::size_t p = 0; p < days.size(); ++p) {
            if (m_world.people[p].role != Role::Customer || days[p].size() < 2
                || *days[p].begin() > asOf - 180) {
                continue;
            }
            const Item& item = ClinicBook::get().items[static_cast<std::size_t>(lastItem[p])];
            const double typical = item.stepTypical > 0 ? item.stepTypical
                : item.againTypical > 0                 ? item.againTypical
                                                        : 300;
            const double own = static_cast<double>(*days[p].rbegin() - *days[p].begin())
                / static_cast<double>(days[p].size() - 1);
            const double expected = std::max(typical, 0.6 * own + 0.4 * typical);
            scores.emplace_back((asOf - *days[p].rbegin()) / expected, m_world.people[p].leftOn != 0);
        }
        std::sort(scores.begin(), scores.end());
        double ranks = 0, left = 0;
        for (std::size_t i = 0; i < scores.size(); ++i) {
            ranks += scores[i].second ? static_cast<double>(i + 1) : 0;
            left += scores[i].second ? 1 : 0;
        }
        const double auc
            = (ranks - left * (left + 1) / 2) / (left * (static_cast<double>(scores.size()) - left));
        QVERIFY(within(auc, 0.89, 0.97, "area under the curve"));
    }

private:
    World m_world;
    Figures m_figures;
};

MEITRACE_TEST(TestDemoFigures)
#include "tst_demofigures.moc"
