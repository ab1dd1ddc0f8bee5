// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/demo/clinicbook.h"
#include "models/demo/exportfiles.h"
#include "models/demo/model.h"

#include <algorithm>
#include <array>

namespace meitrace::demo {

namespace {

constexpr std::array<Fen, 3> kLevels {5'000 * kYuan, 20'000 * kYuan, 80'000 * kYuan};

const std::string& remarkOf(const Person& person, const Identity& id, int number)
{
    static const std::string none;
    const auto pick = [&](std::string_view key) -> const std::string& {
        const std::vector<std::string>& list = words(key);
        return list[static_cast<std::size_t>(number) % list.size()];
    };
    if (person.role == Role::Test) {
        return pick("remark.test");
    }
    if (id.pregnant) {
        return pick("remark.pregnant");
    }
    if (id.otherFlag) {
        return pick("remark.flag");
    }
    return number % 9 == 0 ? pick("remark.negated") : none;
}

/// Keys that say who it is, on the first or on the second chart.
void putKeys(Export& out, Sheet& sheet, int p, bool second)
{
    const std::uint64_t seed = out.world.options.seed;
    Identity& id = out.world.identities[static_cast<std::size_t>(p)];
    const bool bare = second && id.secondKind == SecondChart::NameAndBirth;
    if (!second) {
        sheet.put("phone", phoneText(out, p));
    } else if (id.secondKind == SecondChart::SamePhone) {
        std::string phone = phoneText(out, p);
        applyTwist("phone.plus86", phone);
        sheet.put("phone", phone);
        sheet.note("Q24", RowFate::Fixed);
    } else if (id.secondKind == SecondChart::UnionOnly) {
        sheet.put("phone", std::to_string(id.secondPhone));
        id.mark(Handle::SecondPhone);
    }
    if (!second && id.spare != 0) {
        sheet.put("phone2", std::to_string(id.spare));
        id.mark(Handle::SparePhone);
    }
    const auto put = [&](bool has, std::string_view field, Handle handle) {
        if (has) {
            sheet.put(field, handleText(seed, p, handle));
            id.mark(handle);
        }
    };
    put(id.wechatId && !second, "wechat_id", Handle::WechatId);
    put(id.email && !second, "email", Handle::Email);
    put(id.unionId && !bare, "unionid", Handle::UnionId);
    if (bare) {
        sheet.note("Q24", RowFate::Ok);
    } else if (id.secondKind == SecondChart::NameAndBirth) {
        sheet.note("", RowFate::Ok);  // its birth date is the only link: no dirt
    }
}

Status writeCustomer(Export& out, Sheet& sheet, int p, bool second)
{
    const World& world = out.world;
    const ClinicBook& book = ClinicBook::get();
    const Person& person = world.people[static_cast<std::size_t>(p)];
    Identity& id = out.world.identities[static_cast<std::size_t>(p)];
    const bool customer = person.role == Role::Customer;
    const Second opened = second ? id.secondAt : id.chartAt;
    sheet.put("his_no", chartText(second ? id.second : id.chart));
    id.mark(second ? Handle::SecondChart : Handle::Chart);
    sheet.put("name", nameText(world, p));
    putKeys(out, sheet, p, second);
    sheet.put("gender", words("gender.words")[person.female ? 0 : 1]);
    sheet.putDate("birth_date", person.birth);
    sheet.put("age", (ClinicCalendar::get().asOf() - person.birth) * 100 / 36525);
    sheet.put("city", words("city.words")[static_cast<std::size_t>(p) % 7 % words("city.words").size()]);
    if (customer) {
        sheet.put("source_l1",
                  id.sourceLost ? word("source.lost")
                                : book.channels[static_cast<std::size_t>(person.channel)].name);
        sheet.put("staff_online", staffText("staff.online", person.store, person.online));
    }
    if (person.referrer >= 0 && p % 5 != 0) {  // one in five is left empty by the front desk
        sheet.put("referrer_no",
                  chartText(world.identities[static_cast<std::size_t>(person.referrer)].chart));
    }
    sheet.put("staff_onsite", staffText("staff.onsite", person.store, person.onsite));
    sheet.put("store", storeText(person.store));
    const auto level = static_cast<std::size_t>(std::upper_bound(kLevels.begin(), kLevels.end(), person.net)
                                                - kLevels.begin());
    sheet.put("member_level", words("level.words")[level]);
    sheet.putMoney("stored_value_balance", second ? 0 : person.storedOwed);
    sheet.putMoney("gift_balance", second ? 0 : person.bonusOwed);
    sheet.putTime("registered_at", opened);
    sheet.put("skin_type",
              words("skin.words")[static_cast<std::size_t>(p) * 7 % 11 % words("skin.words").size()]);
    sheet.put("wecom_friend", yesNo(id.wecom));
    sheet.put("is_test",
              customer                         ? yesNo(false)
                  : person.role == Role::Staff ? word("test.staff")
                                               : word("test.test"));
    sheet.put("remark", remarkOf(person, id, p));
    if (!customer) {
        sheet.note("Q23", RowFate::Ok);
    } else if (id.sourceLost) {
        sheet.remark("Q35");
    }
    return sheet.endRow(static_cast<std::uint64_t>(2 * p) + (second ? 1 : 0));
}

/// What the online desk writes down as a name.
std::string leadName(const World& world, Draw& draw, int p)
{
    const double dice = draw.unit();
    if (dice < 0.60) {
        return personName(world.options.seed, p);
    }
    if (dice < 0.85) {
        const bool female = world.people[static_cast<std::size_t>(p)].female;
        return familyName(world.options.seed, p) + words("lead.titles")[female ? draw.below(2) : 2];
    }
    const std::vector<std::string>& nicknames = words("lead.nicknames");
    return dice < 0.86 ? nicknames[draw.below(nicknames.size())] : std::string();
}

void putLeadKeys(Export& out, Sheet& sheet, Draw& draw, int p)
{
    const std::uint64_t seed = out.world.options.seed;
    Identity& id = out.world.identities[static_cast<std::size_t>(p)];
    if (id.wechatId) {
        sheet.put("wechat_id", handleText(seed, p, Handle::WechatId));
        id.mark(Handle::WechatId);
    }
    if (id.masked) {
        std::string phone = std::to_string(id.phone);
        applyTwist("phone.masked", phone);
        sheet.put("phone", phone);
        id.mark(Handle::MaskedPhone);
        sheet.note("Q30", RowFate::Ok);
    } else if (id.relay != 0) {
        sheet.put("phone", std::to_string(id.relay));
        id.mark(Handle::RelayPhone);
    } else if (!id.wechatId || !draw.chance(0.15)) {
        sheet.put("phone", phoneText(out, p));
    }
}

Status writeLead(Export& out, Sheet& sheet, int p, int numberOfDay)
{
    const ClinicBook& book = ClinicBook::get();
    const Person& person = out.world.people[static_cast<std::size_t>(p)];
    const Persona& persona = book.personas[static_cast<std::size_t>(person.persona)];
    Draw draw(out.world.options.seed, p, Purpose::Staff);
    sheet.put("lead_no", documentNumber("XS", person.leadAt, numberOfDay));
    sheet.putTime("lead_time", person.leadAt);
    sheet.put("name", leadName(out.world, draw, p));
    putLeadKeys(out, sheet, draw, p);
    sheet.put("source_l1", book.channels[static_cast<std::size_t>(person.channel)].name);
    sheet.put("consult_tool", words("lead.tools")[draw.below(words("lead.tools").size())]);
    sheet.put("intent_items",
              book.items[static_cast<std::size_t>(persona.items[draw.pick(persona.weights)])].name);
    const bool added = person.booked || draw.chance(0.35);
    const std::size_t state = person.dealt ? 4 : person.arrived ? 3 : person.booked ? 2 : added ? 1 : 0;
    sheet.put("lead_status", words("lead.status")[state]);
    sheet.put("wechat_added", yesNo(added));
    sheet.put("is_booked", yesNo(person.booked));
    sheet.put("is_consulted", yesNo(person.arrived));
    sheet.put("staff_online", staffText("staff.online", person.store, person.online));
    if (ClinicCalendar::get().inWindow(person.repliedAt)) {
        sheet.putTime("first_reply_at", person.repliedAt);
    }
    return sheet.endRow(static_cast<std::uint64_t>(p));
}

}  // namespace

Status writeCustomers(Export& out)
{
    return writeSheet(out, "customers", [&](Sheet& sheet) -> Status {
        std::vector<std::pair<int, int>> charts;  // number, person * 2 + second
        for (int p = 0; p < static_cast<int>(out.world.people.size()); ++p) {
            const Identity& id = out.world.identities[static_cast<std::size_t>(p)];
            if (id.chart != 0) {
                charts.emplace_back(id.chart, 2 * p);
            }
            if (id.second != 0) {
                charts.emplace_back(id.second, 2 * p + 1);
            }
        }
        std::sort(charts.begin(), charts.end());
        for (std::size_t i = 0; i < charts.size(); ++i) {
            if (Status status = sheet.repeatHeaderBefore(i); !status) {
                return status;
            }
            if (Status status = writeCustomer(out, sheet, charts[i].second / 2, charts[i].second % 2 == 1);
                !status) {
                return status;
            }
        }
        return Done {};
    });
}

Status writeLeads(Export& out)
{
    return writeSheet(out, "leads", [&](Sheet& sheet) -> Status {
        std::vector<std::pair<Second, int>> leads;
        for (int p = 0; p < out.world.options.persons; ++p) {
            const Person& person = out.world.people[static_cast<std::size_t>(p)];
            if (!person.earlier && person.repliedAt != 0) {
                leads.emplace_back(person.leadAt, p);
            }
        }
        std::sort(leads.begin(), leads.end());
        DayCounter counter;
        for (std::size_t i = 0; i < leads.size(); ++i) {
            if (Status status = sheet.repeatHeaderBefore(i); !status) {
                return status;
            }
            if (Status status = writeLead(out, sheet, leads[i].second, counter.next(leads[i].first));
                !status) {
                return status;
            }
        }
        return Done {};
    });
}

}  // namespace meitrace::demo
