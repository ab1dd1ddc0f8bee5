// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/demo/clinicbook.h"
#include "models/demo/exportfiles.h"

#include <algorithm>

namespace meitrace::demo {

std::string padded(std::int64_t number, std::size_t digits)
{
    const std::string text = std::to_string(number);
    return std::string(digits - std::min(digits, text.size()), '0') + text;
}

Second ifTold(Second when)
{
    return dayOf(when) <= ClinicCalendar::get().asOf() ? when : 0;
}

const Item& itemOf(int index)
{
    return ClinicBook::get().items[static_cast<std::size_t>(index)];
}

const std::string& wordAt(std::string_view key, std::uint64_t number)
{
    const std::vector<std::string>& list = words(key);
    return list[number % list.size()];
}

std::string chartText(int number)
{
    return "H" + padded(number, 7);
}

std::string chartAt(Export& out, int person, Second when, bool arrived)
{
    Identity& id = out.world.identities[static_cast<std::size_t>(person)];
    if (id.second != 0 && when >= id.secondAt) {
        id.mark(Handle::SecondChart);
        return chartText(id.second);
    }
    if (id.chart != 0 && (arrived || when >= id.chartAt)) {
        id.mark(Handle::Chart);
        return chartText(id.chart);
    }
    return {};
}

std::string nameText(const World& world, int person)
{
    const Role role = world.people[static_cast<std::size_t>(person)].role;
    if (role == Role::Customer) {
        return personName(world.options.seed, person);
    }
    return word(role == Role::Staff ? "name.staff" : "name.test") + static_cast<char>('A' + person % 26)
        + std::to_string(person - world.options.persons + 1);
}

std::string phoneText(Export& out, int person)
{
    Identity& id = out.world.identities[static_cast<std::size_t>(person)];
    id.mark(Handle::Phone);
    return std::to_string(id.phone);
}

std::string phoneAt(Export& out, int person, Second when)
{
    Identity& id = out.world.identities[static_cast<std::size_t>(person)];
    const bool second = id.second != 0 && when >= id.secondAt;
    if (second && id.secondKind == SecondChart::NameAndBirth) {
        return {};
    }
    if (second && id.secondKind == SecondChart::UnionOnly) {
        id.mark(Handle::SecondPhone);
        return std::to_string(id.secondPhone);
    }
    return phoneText(out, person);
}

std::string staffText(std::string_view wordKey, int store, int number)
{
    return word(wordKey) + static_cast<char>('A' + store) + padded(number + 1, 2);
}

const std::string& storeText(int store)
{
    const std::vector<std::string>& names = words("store.names");
    return names[static_cast<std::size_t>(store) % names.size()];
}

const std::string& yesNo(bool yes)
{
    return words("yesno")[yes ? 0 : 1];
}

std::string documentNumber(std::string_view prefix, Second when, int numberOfDay)
{
    std::string day;
    appendDate(day, dayOf(when));
    day.erase(std::remove(day.begin(), day.end(), '-'), day.end());
    return std::string(prefix) + day + "-" + padded(numberOfDay, 4);
}

}  // namespace meitrace::demo
