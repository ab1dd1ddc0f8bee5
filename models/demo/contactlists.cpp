// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Who was added as a contact, who left a form on an advertisement, who gets the newsletter
#include "models/demo/exportfiles.h"
#include "models/demo/model.h"
#include "models/demo/touches.h"

#include <algorithm>
#include <utility>

namespace meitrace::demo {

namespace {

constexpr double kPhoneOnContact = 0.7;
constexpr double kTailInRemark = 0.6;
constexpr double kContactLost = 0.04;

/// How the desk writes a contact down: family name, title, what she asked for, last digits of the number.
std::string contactName(const World& world, Draw& draw, int p)
{
    const Person& person = world.people[static_cast<std::size_t>(p)];
    std::string name = draw.chance(0.5)
        ? personName(world.options.seed, p)
        : familyName(world.options.seed, p) + words("contact.titles")[person.female ? draw.below(2) : 2];
    const std::uint64_t topic = draw.below(words("contact.topics").size());
    name += ' ' + words("contact.topics")[topic];
    if (draw.chance(kTailInRemark)) {
        name += ' ' + padded(world.identities[static_cast<std::size_t>(p)].phone % 10'000, 4);
    }
    return name;
}

Status writeContact(Export& out, Sheet& sheet, int p)
{
    const Person& person = out.world.people[static_cast<std::size_t>(p)];
    Identity& id = out.world.identities[static_cast<std::size_t>(p)];
    Draw draw(out.world.options.seed, p, Purpose::Contacts);
    const Second addedAt = std::min(id.chartAt + Second {60} * draw.between(5, 600),
                                    at(ClinicCalendar::get().asOf(), 23 * kHour));
    sheet.put("remark_name", contactName(out.world, draw, p));
    sheet.put("added_by", staffText("staff.online", person.store, person.online));
    sheet.put("added_by_account", word("contact.account") + padded(person.online + 1, 2));
    sheet.put("department", word("contact.department"));
    sheet.putTime("added_at", addedAt);
    sheet.put("add_way", wordAt("contact.ways", draw.below(7)));
    if (draw.chance(kPhoneOnContact)) {
        sheet.put("phone", phoneText(out, p));
    }
    sheet.put("external_userid", handleText(out.world.options.seed, p, Handle::WecomId));
    id.mark(Handle::WecomId);
    if (id.unionId) {
        sheet.put("unionid", handleText(out.world.options.seed, p, Handle::UnionId));
        id.mark(Handle::UnionId);
    }
    sheet.put("tags", words("level.words")[person.net > 20'000 * kYuan ? 2 : person.net > 0 ? 1 : 0]);
    sheet.put("tags_2", wordAt("contact.topics", draw.below(6)));
    if (draw.chance(kContactLost)) {
        const Second lostAt = addedAt + kDaySeconds * draw.between(10, 300);
        sheet.putTime("deleted_at", ifTold(lostAt));
    }
    return sheet.endRow(static_cast<std::uint64_t>(p));
}

Status writeAdLead(Export& out, Sheet& sheet, int p, int number)
{
    const Person& person = out.world.people[static_cast<std::size_t>(p)];
    Identity& id = out.world.identities[static_cast<std::size_t>(p)];
    const auto dice = static_cast<std::uint64_t>(p);
    const std::vector<std::string>& campaigns = words("ad.campaigns");
    sheet.put("lead_no", 7'300'000'000 + number);
    sheet.putTime("lead_time", person.leadAt);
    sheet.put("name", familyName(out.world.options.seed, p) + words("lead.titles")[person.female ? 0 : 2]);
    if (id.masked || id.relay != 0) {
        sheet.put("phone", std::string_view());
    } else {
        sheet.put("phone", phoneText(out, p));
    }
    sheet.put("platform", word("adlead.platform"));
    sheet.put("campaign_id", 180'000 + static_cast<std::int64_t>(dice % campaigns.size()));
    sheet.put("campaign_name", campaigns[dice % campaigns.size()]);
    sheet.put("creative_name", word("adlead.creative") + static_cast<char>('A' + dice % 5));
    sheet.put("form_name", word("adlead.form"));
    sheet.put("city", wordAt("city.words", dice % 7));
    sheet.put("lead_status", words("adlead.states")[person.booked ? 1 : dice % 6 == 0 ? 2 : 0]);
    sheet.put("owner", staffText("staff.online", person.store, person.online));
    if (ClinicCalendar::get().inWindow(person.repliedAt)) {
        sheet.putTime("first_reply_at", person.repliedAt);
    }
    return sheet.endRow(dice);
}

Status writeMember(Export& out, Sheet& sheet, int p)
{
    Identity& id = out.world.identities[static_cast<std::size_t>(p)];
    Draw draw(out.world.options.seed, p, Purpose::Contacts);
    const Second end = at(ClinicCalendar::get().asOf(), 23 * kHour);
    const Second agreedAt = std::min(id.chartAt + Second {3600} * draw.between(1, 200), end - 600);
    const bool left = id.withdrawn;
    const Second news = agreedAt + kDaySeconds * draw.between(0, 30);
    const Second changed = std::min(left ? std::max(withdrawnAt(out.world, p), agreedAt + 120) : news, end);
    sheet.put("email", handleText(out.world.options.seed, p, Handle::Email));
    id.mark(Handle::Email);
    sheet.put("first_name", personName(out.world.options.seed, p).substr(3));
    sheet.put("last_name", familyName(out.world.options.seed, p));
    if (draw.chance(0.4)) {
        sheet.put("phone", phoneText(out, p));
    }
    sheet.put("member_rating", 1 + static_cast<std::int64_t>(draw.below(5)));
    sheet.putTime("optin_time", agreedAt);
    sheet.put("optin_ip", "192.0.2." + std::to_string(p % 250 + 1));
    sheet.putTime("confirm_time", agreedAt + 90);
    sheet.putTime("last_changed", changed);
    sheet.putTime("unsub_time", left ? changed : 0);
    sheet.put("email_uid", handleText(out.world.options.seed, p, Handle::LoginId).substr(1, 10));
    sheet.put("tags", id.hub ? "vip" : "");
    return sheet.endRow(static_cast<std::uint64_t>(p));
}

/// Writes a row per person of a list, in its order.
template <typename Write>
Status writeList(Export& out, std::string_view layout, const std::vector<int>& persons, Write write)
{
    return writeSheet(out, layout, [&](Sheet& sheet) -> Status {
        for (std::size_t i = 0; i < persons.size(); ++i) {
            if (Status status = write(out, sheet, persons[i], static_cast<int>(i)); !status) {
                return status;
            }
        }
        return Done {};
    });
}

/// The persons for whom `keep` holds, by the time it gives.
template <typename TimeOf>
std::vector<int> inOrder(const World& world, TimeOf timeOf)
{
    std::vector<std::pair<Second, int>> order;
    for (int p = 0; p < world.options.persons; ++p) {
        const auto i = static_cast<std::size_t>(p);
        if (const Second time = timeOf(world.people[i], world.identities[i]); time != 0) {
            order.emplace_back(time, p);
        }
    }
    std::sort(order.begin(), order.end());
    std::vector<int> persons;
    persons.reserve(order.size());
    for (const auto& [time, p] : order) {
        persons.push_back(p);
    }
    return persons;
}

}  // namespace

Status writeContacts(Export& out)
{
    const std::vector<int> persons = inOrder(out.world, [](const Person&, const Identity& id) {
        return id.wecom && id.chart != 0 && id.secondKind != SecondChart::NameAndBirth ? id.chartAt : 0;
    });
    return writeList(out, "contacts", persons,
                     [](Export& o, Sheet& sheet, int p, int) { return writeContact(o, sheet, p); });
}

Status writeAdLeads(Export& out)
{
    const int feed = ClinicBook::get().channel("dy_ads");
    const std::vector<int> persons = inOrder(out.world, [&](const Person& person, const Identity& id) {
        const bool told = person.channel == feed && !person.earlier && person.repliedAt != 0;
        return told && !id.masked && id.relay == 0 ? person.leadAt : 0;
    });
    return writeList(out, "ad_leads", persons, writeAdLead);
}

Status writeMembers(Export& out)
{
    const std::vector<int> persons = inOrder(out.world, [](const Person&, const Identity& id) {
        const bool member
            = id.email && id.chart != 0 && id.consents[static_cast<std::size_t>(Consent::Email)];
        return member ? id.chartAt : 0;
    });
    return writeList(out, "members", persons,
                     [](Export& o, Sheet& sheet, int p, int) { return writeMember(o, sheet, p); });
}

}  // namespace meitrace::demo
