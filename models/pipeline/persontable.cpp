// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/persontable.h"

#include <algorithm>

namespace meitrace {

Result<std::vector<std::uint32_t>> PersonTable::handles(const CleanBlock& block, const PersonBlock& persons)
{
    std::vector<std::uint32_t> handles;
    handles.reserve(persons.entries.size());
    for (const PersonBlock::Entry& entry : persons.entries) {
        const auto fresh = static_cast<std::uint32_t>(m_persons.size());
        const std::uint32_t place = m_places.findOrAdd(entry.hash, fresh);
        if (place == fresh) {
            Person& person = m_persons.emplace_back();
            person.description = describePerson(block, entry.row, m_scope);
            person.first = entry.first;
            person.last = entry.last;
            if (!person.description.native.empty()) {
                const Result<std::uint32_t> ident = m_identities.handle(person.description.native);
                if (!ident) {
                    return ident.error();
                }
                person.ident = *ident;
                person.description.native.clear();
            }
        } else {
            Person& person = m_persons[place];
            if (entry.first != kMissing) {
                person.first = person.first == kMissing ? entry.first : std::min(person.first, entry.first);
                person.last = std::max(person.last, entry.last);
            }
        }
        handles.push_back(m_persons[place].ident);
    }
    return handles;
}

Status PersonTable::write(std::int64_t batch)
{
    std::vector<const Person*> order;
    order.reserve(m_persons.size());
    for (const Person& person : m_persons) {
        order.push_back(&person);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const Person* a, const Person* b) { return a->ident < b->ident; });
    for (const Person* person : order) {
        if (person->ident == 0) {
            continue;
        }
        for (const auto& [type, value] : person->description.keys) {
            if (Status status
                = m_identities.addKey(person->ident, type, value, batch, {person->first, person->last});
                !status) {
                return status;
            }
        }
        for (const PersonDescription::Fact& fact : person->description.facts) {
            if (Status status = m_identities.addFact({.ident = person->ident,
                                                      .attribute = fact.attribute,
                                                      .number = fact.number,
                                                      .text = fact.text,
                                                      .observed = person->last},
                                                     batch);
                !status) {
                return status;
            }
        }
    }
    return m_identities.saveCounter();
}

}  // namespace meitrace
