// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/campaigns.h"

#include "analytics/features/daytable.h"
#include "analytics/features/eachcustomer.h"
#include "analytics/features/population.h"
#include "models/base/badoption.h"
#include "models/domain/eventtype.h"
#include "models/domain/person.h"

#include <algorithm>
#include <bitset>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace meitrace {

namespace {

constexpr int kMostDays = 3650;

/// Codes of channel and campaign
using Key = std::pair<std::uint32_t, std::uint32_t>;

/// One customer in one campaign.
struct Contact {
    Key key {};
    Day first = 0;
    Day last = 0;
    std::bitset<kCampaignStages> stages {};
    Fen net = 0;
};

/// Stage an event is a contact of; nothing for events that are none.
std::optional<CampaignStage> contactStage(std::uint16_t type)
{
    static const std::uint16_t kAdClick = standardEventType("ad_click")->code;
    static const std::uint16_t kFormSubmit = standardEventType("form_submit")->code;
    switch (type) {
    case event::kTouchSent:
        return CampaignStage::Sent;
    case event::kTouchOpen:
        return CampaignStage::Opened;
    case event::kTouchClick:
        return CampaignStage::Clicked;
    case event::kTouchReply:
        return CampaignStage::Replied;
    case event::kUnsubscribe:
        return CampaignStage::Left;
    case event::kLead:
        return CampaignStage::Lead;
    default:
        break;
    }
    return type == kAdClick   ? std::optional(CampaignStage::Clicked)
        : type == kFormSubmit ? std::optional(CampaignStage::Lead)
                              : std::nullopt;
}

class Scan {
public:
    Scan(const Snapshot& snapshot, const CampaignOptions& options, Day from, Day to, Day asOf)
        : m_snapshot(snapshot)
        , m_options(options)
        , m_from(from)
        , m_to(to)
        , m_days(snapshot, snapshot.frame().firstDay, asOf)
        , m_channel(snapshot.codes(EventField::Channel))
        , m_campaign(snapshot.codes(EventField::Campaign))
    {
    }

    /// The campaigns of a customer, by key.
    void read(Index customer, std::vector<Contact>& contacts) const
    {
        contacts.clear();
        for (Index row = m_snapshot.begin(customer); row < m_snapshot.end(customer); ++row) {
            if (m_snapshot.time()[row] < m_days.end() && m_campaign[row] != 0) {
                addContact(row, contacts);
            }
        }
        if (contacts.empty()) {
            return;
        }
        for (Index row = m_snapshot.begin(customer); row < m_snapshot.end(customer); ++row) {
            if (m_snapshot.time()[row] < m_days.end()) {
                addOutcome(row, contacts);
            }
        }
        std::sort(contacts.begin(), contacts.end(),
                  [](const Contact& a, const Contact& b) { return a.key < b.key; });
    }

private:
    void addContact(Index row, std::vector<Contact>& contacts) const
    {
        const std::optional<CampaignStage> stage = contactStage(m_snapshot.type()[row]);
        const Day day = m_days.of(m_snapshot.time()[row]);
        if (!stage || day < m_from || day > m_to) {
            return;
        }
        const Key key {m_channel[row], m_campaign[row]};
        auto found = std::find_if(contacts.begin(), contacts.end(),
                                  [&key](const Contact& contact) { return contact.key == key; });
        if (found == contacts.end()) {
            contacts.push_back({.key = key, .first = day, .last = day});
            found = contacts.end() - 1;
            found->stages.set(static_cast<std::size_t>(CampaignStage::Reached));
        }
        found->first = std::min(found->first, day);
        found->last = std::max(found->last, day);
        found->stages.set(static_cast<std::size_t>(*stage));
    }

    void addOutcome(Index row, std::vector<Contact>& contacts) const
    {
        const std::uint16_t type = m_snapshot.type()[row];
        const bool money = type == event::kBill || type == event::kRefund;
        if (!money && type != event::kArrive && type != event::kDeal) {
            return;
        }
        const Day day = m_days.of(m_snapshot.time()[row]);
        for (Contact& contact : contacts) {
            const Day age = day - contact.first;
            if (age < 0) {
                continue;
            }
            if (money) {
                contact.net += age <= m_options.netDays ? m_snapshot.amount()[row] : 0;
            } else if (age <= m_options.followDays) {
                contact.stages.set(static_cast<std::size_t>(type == event::kArrive ? CampaignStage::Arrived
                                                                                   : CampaignStage::Deal));
            }
        }
    }

    const Snapshot& m_snapshot;
    const CampaignOptions& m_options;
    Day m_from;
    Day m_to;
    DayTable m_days;
    Codes m_channel;
    Codes m_campaign;
};

struct Scope {
    Day from = 0;
    Day to = 0;
    Day asOf = 0;
    Population population {};
};

Result<Scope> scopeOf(const Snapshot& snapshot, const CampaignOptions& options, Job& job)
{
    for (const auto& [name, days] :
         {std::pair("follow_days", options.followDays), std::pair("net_days", options.netDays)}) {
        if (days < 1 || days > kMostDays) {
            return badOption(name, days, "1 to 3650");
        }
    }
    Scope scope;
    scope.asOf = options.asOf == kMissingDay ? snapshot.frame().asOf : options.asOf;
    scope.from = options.from == kMissingDay ? snapshot.frame().firstDay : options.from;
    scope.to = std::min(options.to == kMissingDay ? scope.asOf : options.to, scope.asOf);
    if (scope.from > scope.to) {
        return badOption("from", isoDate(scope.from), "after the last day");
    }
    if (Status status = checkPopulation(snapshot, options.population); !status) {
        return status.error();
    }
    if (Status status = snapshot.load({EventField::Type, EventField::Time, EventField::Channel,
                                       EventField::Campaign, EventField::Amount},
                                      job);
        !status) {
        return status.error();
    }
    scope.population = populationOf(snapshot, options.population, options.includeAnonymous);
    return scope;
}

void addContact(CampaignFigures& figures, const Contact& contact, const CampaignOptions& options, Day asOf)
{
    for (std::size_t stage = 0; stage < kCampaignStages; ++stage) {
        figures.customers[stage] += contact.stages.test(stage) ? 1 : 0;
    }
    figures.net += contact.net;
    figures.mature += contact.first + options.followDays <= asOf ? 1 : 0;
    figures.first = std::min(figures.first, contact.first);
    figures.last = std::max(figures.last, contact.last);
}

CampaignFigures none()
{
    CampaignFigures figures;
    figures.first = std::numeric_limits<Day>::max();
    figures.last = std::numeric_limits<Day>::min();
    return figures;
}

}  // namespace

Result<CampaignResult> campaigns(const Snapshot& snapshot, const CampaignOptions& options, Job& job)
{
    Result<Scope> scope = scopeOf(snapshot, options, job);
    if (!scope) {
        return scope.error();
    }
    struct Part {
        std::map<Key, CampaignFigures> figures {};
        std::vector<Contact> contacts {};
        Index customers = 0;
    };
    const Scan scan(snapshot, options, scope->from, scope->to, scope->asOf);
    std::map<Key, CampaignFigures> all;
    CampaignResult result;
    const Status status = eachCustomer<Part>(
        scope->population.rows, job, [] { return Part {}; },
        [&](Part& part, Index customer) {
            scan.read(customer, part.contacts);
            part.customers += part.contacts.empty() ? 0 : 1;
            for (const Contact& contact : part.contacts) {
                CampaignFigures& figures = part.figures.try_emplace(contact.key, none()).first->second;
                addContact(figures, contact, options, scope->asOf);
            }
        },
        [&](const Part& part) {
            result.customers += part.customers;
            for (const auto& [key, figures] : part.figures) {
                CampaignFigures& sum = all.try_emplace(key, none()).first->second;
                std::transform(sum.customers.begin(), sum.customers.end(), figures.customers.begin(),
                               sum.customers.begin(), std::plus<> {});
                sum.net += figures.net;
                sum.mature += figures.mature;
                sum.first = std::min(sum.first, figures.first);
                sum.last = std::max(sum.last, figures.last);
            }
        });
    if (!status) {
        return status.error();
    }
    for (auto& [key, figures] : all) {
        figures.channel = snapshot.dictionary(EventField::Channel).text(key.first);
        figures.campaign = snapshot.dictionary(EventField::Campaign).text(key.second);
        result.campaigns.push_back(std::move(figures));
    }
    std::sort(result.campaigns.begin(), result.campaigns.end(),
              [](const CampaignFigures& a, const CampaignFigures& b) {
                  return std::tuple(-a.first, -a.customers[0], std::string_view(a.campaign),
                                    std::string_view(a.channel))
                      < std::tuple(-b.first, -b.customers[0], std::string_view(b.campaign),
                                   std::string_view(b.channel));
              });
    result.from = scope->from;
    result.to = scope->to;
    result.asOf = scope->asOf;
    result.notSelected = scope->population.notSelected;
    result.anonymous = scope->population.anonymous;
    return result;
}

Result<Bitset> campaignMembers(const Snapshot& snapshot, const CampaignOptions& options,
                               const CampaignFigures& campaign, CampaignStage stage, Job& job)
{
    const Result<Scope> scope = scopeOf(snapshot, options, job);
    if (!scope) {
        return scope.error();
    }
    struct Part {
        std::vector<Contact> contacts {};
        std::vector<Index> found {};
    };
    const Scan scan(snapshot, options, scope->from, scope->to, scope->asOf);
    const Key wanted {snapshot.dictionary(EventField::Channel).find(campaign.channel),
                      snapshot.dictionary(EventField::Campaign).find(campaign.campaign)};
    Bitset members(snapshot.customers());
    const Status status = eachCustomer<Part>(
        scope->population.rows, job, [] { return Part {}; },
        [&](Part& part, Index customer) {
            scan.read(customer, part.contacts);
            if (std::any_of(part.contacts.begin(), part.contacts.end(), [&](const Contact& contact) {
                    return contact.key == wanted && contact.stages.test(static_cast<std::size_t>(stage));
                })) {
                part.found.push_back(customer);
            }
        },
        [&](const Part& part) {
            for (const Index customer : part.found) {
                members.set(customer);
            }
        });
    return status ? Result<Bitset>(std::move(members)) : Result<Bitset>(status.error());
}

}  // namespace meitrace
