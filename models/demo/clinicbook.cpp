// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/demo/clinicbook.h"

#include "models/base/text.h"
#include "models/resources/resourcetable.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <map>

namespace meitrace::demo {

namespace {

int numberOf(std::string_view text)
{
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

double share(const ResourceTable& table, std::size_t row, std::string_view column)
{
    return static_cast<double>(table.number(row, column)) / 1000.0;
}

template <typename T>
int indexOf(const std::vector<T>& list, std::string_view code)
{
    const auto found
        = std::find_if(list.begin(), list.end(), [&](const T& entry) { return entry.code == code; });
    return found == list.end() ? -1 : static_cast<int>(found - list.begin());
}

std::vector<Item> readItems()
{
    const ResourceTable catalogue("domain/catalogue.csv");
    std::vector<Item> items;
    for (std::size_t r = 0; r < catalogue.rows(); ++r) {
        if (catalogue.text(r, "kind") == "package" || catalogue.text(r, "category") == "consult") {
            continue;
        }
        Item item;
        item.code = catalogue.text(r, "item_code");
        item.name = catalogue.text(r, "name_zh");
        item.category = catalogue.text(r, "category");
        item.categoryName = catalogue.text(r, "category_zh");
        item.technology = catalogue.text(r, "technology");
        item.product = catalogue.text(r, "kind") == "product";
        item.typical = Fen {100} * catalogue.number(r, "price_typ_cny");
        item.courseSessions = std::max(1, catalogue.number(r, "course_sessions"));
        item.lightPulse = item.technology == "ipl";
        items.push_back(item);
    }
    const ResourceTable cycles("domain/cycles.csv");
    for (std::size_t r = 0; r < cycles.rows(); ++r) {
        const std::string& selector = cycles.text(r, "item_selector");
        const std::string& type = cycles.text(r, "rule_type");
        const int index = selector.rfind("item:", 0) == 0 ? indexOf(items, selector.substr(5)) : -1;
        if (index < 0) {
            continue;
        }
        Item& item = items[static_cast<std::size_t>(index)];
        if (type == "course_step") {
            item.stepMin = cycles.number(r, "min_days");
            item.stepTypical = cycles.number(r, "typ_days");
        } else if (type == "retreat") {
            item.againMin = cycles.number(r, "min_days");
            item.againTypical = cycles.number(r, "typ_days");
        }
    }
    return items;
}

Season seasonOf(std::string_view name)
{
    return name == "hair" ? Season::Hair : name == "surgery" ? Season::Surgery : Season::Base;
}

/// entry: "code:weight", or "*" for every item once
void addItems(std::string_view entry, const std::vector<Item>& items, Persona& persona)
{
    const std::vector<std::string_view> pair = split(entry, ':');
    if (pair[0] != "*") {
        persona.items.push_back(indexOf(items, pair[0]));
        persona.weights.push_back(numberOf(pair[1]));
        assert(persona.items.back() >= 0);
        return;
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        persona.items.push_back(static_cast<int>(i));
        persona.weights.push_back(1);
    }
}

std::vector<Persona> readPersonas(const std::vector<Item>& items)
{
    const ResourceTable table("demo/personas.csv");
    std::vector<Persona> personas;
    for (std::size_t r = 0; r < table.rows(); ++r) {
        Persona persona;
        persona.code = table.text(r, "code");
        persona.share = table.number(r, "share_pm");
        persona.ageMin = table.number(r, "age_min");
        persona.ageMax = table.number(r, "age_max");
        persona.oneAndDone = share(table, r, "one_and_done_pm");
        persona.loyalty = share(table, r, "loyalty_pm");
        persona.female = share(table, r, "female_pm");
        persona.season = seasonOf(table.text(r, "season"));
        for (const std::string_view entry : split(table.text(r, "items"), '|')) {
            addItems(entry, items, persona);
        }
        personas.push_back(persona);
    }
    return personas;
}

std::vector<SourceChannel> readChannels(const std::vector<Persona>& personas)
{
    const ResourceTable table("demo/channels.csv");
    std::vector<SourceChannel> channels;
    for (std::size_t r = 0; r < table.rows(); ++r) {
        SourceChannel channel;
        channel.code = table.text(r, "code");
        channel.name = table.text(r, "name");
        channel.platform = table.text(r, "platform");
        channel.share = table.number(r, "share_pm");
        channel.costPerLead = Fen {100} * table.number(r, "cost_yuan");
        channel.book = share(table, r, "book_pm");
        channel.arrive = share(table, r, "arrive_pm");
        channel.deal = share(table, r, "deal_pm");
        channel.ticket = share(table, r, "ticket_pm");
        channel.loyalty = share(table, r, "loyalty_pm");
        channel.affinity.assign(personas.size(), 1000);
        const std::string& affinity = table.text(r, "affinity_pm");
        for (const std::string_view entry : split(affinity, '|')) {
            const std::vector<std::string_view> pair = split(entry, ':');
            if (pair.size() == 2) {
                channel.affinity[static_cast<std::size_t>(indexOf(personas, pair[0]))] = numberOf(pair[1]);
            }
        }
        channels.push_back(channel);
    }
    return channels;
}

using WordTable = std::map<std::string, std::vector<std::string>, std::less<>>;

const WordTable& wordTable()
{
    static const WordTable table = [] {
        const ResourceTable file("demo/words.csv");
        WordTable made;
        for (std::size_t r = 0; r < file.rows(); ++r) {
            std::vector<std::string>& list = made[file.text(r, "key")];
            for (const std::string_view one : split(file.text(r, "words"), '|')) {
                list.emplace_back(one);
            }
        }
        return made;
    }();
    return table;
}

}  // namespace

const ClinicBook& ClinicBook::get()
{
    static const ClinicBook book = [] {
        ClinicBook made;
        made.items = readItems();
        made.personas = readPersonas(made.items);
        made.channels = readChannels(made.personas);
        return made;
    }();
    return book;
}

int ClinicBook::item(std::string_view code) const
{
    return indexOf(items, code);
}

int ClinicBook::channel(std::string_view code) const
{
    return indexOf(channels, code);
}

int ClinicBook::persona(std::string_view code) const
{
    return indexOf(personas, code);
}

const std::vector<std::string>& words(std::string_view key)
{
    static const std::vector<std::string> none(1);
    const auto found = wordTable().find(key);
    assert(found != wordTable().end());
    return found == wordTable().end() ? none : found->second;
}

const std::string& word(std::string_view key)
{
    return words(key).front();
}

}  // namespace meitrace::demo
