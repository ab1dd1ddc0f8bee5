// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/pastnumbers.h"

#include "models/store/rows.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace meitrace {

namespace {

struct Past {
    std::uint32_t ident = 0;
    std::uint32_t customer = 0;
};

/// Latest first.
Result<std::vector<Past>> readPast(Database& database)
{
    return readRows(
        database.prepare(
            "SELECT ident_id, customer FROM ident_past ORDER BY map_version DESC, customer, ident_id"),
        [&](const Statement& row) {
            return Past {.ident = static_cast<std::uint32_t>(row.integer(0)),
                         .customer = static_cast<std::uint32_t>(row.integer(1))};
        });
}

/// Whether a handle that had a number is now with a customer whose number is new. Both lists ascend by ident.
bool isAnybodySplitOff(const IdentityInput& input, const Resolution& resolution)
{
    std::size_t at = 0;
    return std::any_of(input.previous.begin(), input.previous.end(), [&](const auto& before) {
        while (at < resolution.links.size() && resolution.links[at].ident < before.first) {
            ++at;
        }
        return at < resolution.links.size() && resolution.links[at].ident == before.first
            && resolution.links[at].customer >= input.nextCustomer;
    });
}

/// The numbers as they are to be given out.
class Renumbering {
public:
    Renumbering(const IdentityInput& input, Resolution& resolution)
        : m_input(input)
        , m_links(resolution.links)
    {
        for (const IdentLink& link : m_links) {
            m_now.emplace(link.customer, link.customer);
            m_used.insert(link.customer);
        }
    }

    /// Numbers that handles of a customer with a fresh number had.
    void takeOwn(const std::vector<Past>& past)
    {
        for (const Past& entry : past) {
            const std::uint32_t customer = customerOf(entry.ident);
            if (customer != 0 && isFresh(m_now[customer])) {
                give(customer, entry.customer);
            }
        }
    }

    /// A fresh customer gets the number its handles had until now, where the holder has an older one to go
    /// back to.
    void swapHalves(const std::vector<Past>& past)
    {
        for (const auto& [ident, number] : m_input.previous) {
            const std::uint32_t customer = customerOf(ident);
            if (customer == 0 || !isFresh(m_now[customer]) || !m_now.contains(number)
                || m_now[number] != number) {
                continue;
            }
            for (const Past& entry : past) {
                if (customerOf(entry.ident) == number && give(number, entry.customer)) {
                    give(customer, number);
                    break;
                }
            }
        }
    }

    /// Fresh numbers that are left close up. Returns the next one.
    std::uint32_t finish()
    {
        std::uint32_t next = m_input.nextCustomer;
        for (auto& [customer, number] : m_now) {
            if (isFresh(number)) {
                number = next;
                ++next;
            }
        }
        for (IdentLink& link : m_links) {
            link.customer = m_now[link.customer];
        }
        return next;
    }

private:
    [[nodiscard]] bool isFresh(std::uint32_t number) const { return number >= m_input.nextCustomer; }

    [[nodiscard]] std::uint32_t customerOf(std::uint32_t ident) const
    {
        const auto place = std::lower_bound(
            m_links.begin(), m_links.end(), ident,
            [](const IdentLink& link, std::uint32_t wanted) { return link.ident < wanted; });
        return place != m_links.end() && place->ident == ident ? place->customer : 0;
    }

    bool give(std::uint32_t customer, std::uint32_t number)
    {
        if (!m_used.insert(number).second) {
            return false;
        }
        m_used.erase(m_now[customer]);
        m_now[customer] = number;
        return true;
    }

    const IdentityInput& m_input;
    std::vector<IdentLink>& m_links;
    std::map<std::uint32_t, std::uint32_t> m_now;  ///< as resolved -> as to be given out
    std::set<std::uint32_t> m_used;
};

}  // namespace

Status PastNumbers::add(std::uint32_t ident, std::uint32_t customer, std::int64_t mapVersion)
{
    if (!m_add.isPrepared()) {
        Result<Statement> made
            = m_database.prepare("INSERT INTO ident_past(ident_id, customer, map_version) "
                                 "VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET map_version = "
                                 "excluded.map_version");
        if (!made) {
            return made.error();
        }
        m_add = std::move(*made);
    }
    return m_add.bind(1, std::int64_t {ident}).bind(2, std::int64_t {customer}).bind(3, mapVersion).run();
}

Status PastNumbers::giveBack(const IdentityInput& input, Resolution& resolution)
{
    if (resolution.nextCustomer <= input.nextCustomer || !isAnybodySplitOff(input, resolution)) {
        return Done {};
    }
    const Result<std::vector<Past>> past = readPast(m_database);
    if (!past) {
        return past.error();
    }
    if (past->empty()) {
        return Done {};
    }
    Renumbering renumbering(input, resolution);
    renumbering.takeOwn(*past);
    renumbering.swapHalves(*past);
    resolution.nextCustomer = renumbering.finish();
    return Done {};
}

}  // namespace meitrace
