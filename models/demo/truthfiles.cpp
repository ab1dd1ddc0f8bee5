// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/demo/clinicbook.h"
#include "models/demo/exportfiles.h"
#include "models/demo/model.h"
#include "models/demo/touches.h"
#include "models/demo/webtrail.h"

#include <algorithm>
#include <array>
#include <map>

namespace meitrace::demo {

namespace {

constexpr std::array<std::string_view, 7> kCauses {"",      "one_and_done", "satisfaction", "consultant_left",
                                                   "price", "wait",         "moved"};
constexpr std::array<std::string_view, 3> kRoles {"customer", "staff", "test"};
constexpr std::array<std::string_view, 5> kTraps {"", "relative", "hub", "recycled", "twin"};
constexpr Day kDormantDays = 120;

Result<Sheet> truthSheet(Export& out, std::string_view layout)
{
    return Sheet::create(out.folder, layout, out.world.options.seed, out.unplanted);
}

std::string handleOf(const World& world, int p, Handle handle)
{
    const Identity& id = world.identities[static_cast<std::size_t>(p)];
    switch (handle) {
    case Handle::Chart:
        return chartText(id.chart);
    case Handle::SecondChart:
        return chartText(id.second);
    case Handle::Phone:
        return std::to_string(id.phone);
    case Handle::SecondPhone:
        return std::to_string(id.secondPhone);
    case Handle::SparePhone:
        return std::to_string(id.spare);
    case Handle::RelayPhone:
        return std::to_string(id.relay);
    case Handle::MaskedPhone: {
        std::string phone = std::to_string(id.phone);
        applyTwist("phone.masked", phone);
        return phone;
    }
    default:
        return handleText(world.options.seed, p, handle);
    }
}

bool isDormant(const World& world, int p)
{
    const Person& person = world.people[static_cast<std::size_t>(p)];
    return person.sessionsLeft > 0
        && dayOf(person.lastArrival) <= ClinicCalendar::get().asOf() - kDormantDays;
}

void putConsents(Sheet& sheet, const Identity& id)
{
    constexpr std::array<std::string_view, kConsents> kFields {
        "consent_wechat", "consent_sms", "consent_email", "consent_profiling", "consent_third_party"};
    for (std::size_t c = 0; c < kConsents; ++c) {
        sheet.put(kFields[c], id.consents[c] ? 1 : 0);
    }
    sheet.put("withdrawn", id.withdrawn ? 1 : 0);
    sheet.put("dnc", id.doNotContact ? 1 : 0);
    sheet.put("minor", id.minor ? 1 : 0);
    sheet.put("pregnant", id.pregnant ? 1 : 0);
    sheet.put("other_flag", id.otherFlag ? 1 : 0);
}

void putMoneyTruth(Sheet& sheet, const Person& person)
{
    sheet.put("net_fen", person.net);
    sheet.put("net_last_year_fen", person.netLastYear);
    sheet.put("net_first_year_fen", person.netFirstYear);
    sheet.put("cash_fen", person.cash);
    sheet.put("sessions_left", person.sessionsLeft);
    sheet.put("sessions_owed_fen", person.sessionsOwed);
    sheet.put("stored_owed_fen", person.storedOwed);
    sheet.put("bonus_owed_fen", person.bonusOwed);
}

void putCustomerTruth(const World& world, Sheet& sheet, int p)
{
    const ClinicBook& book = ClinicBook::get();
    const Person& person = world.people[static_cast<std::size_t>(p)];
    const Identity& id = world.identities[static_cast<std::size_t>(p)];
    sheet.put("persona", book.personas[static_cast<std::size_t>(person.persona)].code);
    sheet.put("channel", book.channels[static_cast<std::size_t>(person.channel)].code);
    sheet.put("earlier", person.earlier ? 1 : 0);
    sheet.putTime("lead_at", person.leadAt);
    sheet.put("night", person.night ? 1 : 0);
    sheet.put("booked", person.booked ? 1 : 0);
    sheet.put("arrived", person.arrived ? 1 : 0);
    sheet.put("dealt", person.dealt ? 1 : 0);
    sheet.putTime("first_arrival", person.firstArrival);
    sheet.putTime("last_arrival", person.lastArrival);
    sheet.put("visits", person.visits);
    sheet.put("loyalty_pm", rounded(person.loyalty * 1000));
    if (person.cause != LeaveCause::None) {
        sheet.putDate("left_on", person.leftOn);
    }
    sheet.put("cause", kCauses[static_cast<std::size_t>(person.cause)]);
    if (person.referrer >= 0) {
        sheet.put("referrer", person.referrer);
    }
    sheet.put("hub", id.hub ? 1 : 0);
    putMoneyTruth(sheet, person);
    sheet.put("dormant", isDormant(world, p) ? 1 : 0);
    putConsents(sheet, id);
    const TouchPath path = touchPath(world, p);
    if (!path.channels.empty()) {
        sheet.put("first_touch", trailChannels()[path.channels.front()]);
        sheet.put("last_touch", trailChannels()[path.channels.back()]);
    }
    sheet.put("touches", static_cast<std::int64_t>(path.channels.size()));
}

Status writePerson(const World& world, Sheet& sheet, int p)
{
    const Person& person = world.people[static_cast<std::size_t>(p)];
    sheet.put("person", p);
    sheet.put("role", kRoles[static_cast<std::size_t>(person.role)]);
    sheet.put("store", storeText(person.store));
    if (person.role == Role::Customer) {
        putCustomerTruth(world, sheet, p);
    }
    return sheet.endRow(0);
}

Status writePersons(Export& out)
{
    Result<Sheet> sheet = truthSheet(out, "truth_persons");
    if (!sheet) {
        return sheet.error();
    }
    for (int p = 0; p < static_cast<int>(out.world.people.size()); ++p) {
        if (Status status = writePerson(out.world, *sheet, p); !status) {
            return status;
        }
    }
    return sheet->finish(out.files, true);
}

/// A handle that stands in the files.
struct Ident {
    int persons = 0;
    std::string_view trap;
};
using IdentKey = std::pair<std::string_view, std::string>;  // type, handle
using Idents = std::map<IdentKey, Ident>;

std::string_view trapOf(const Identity& id, Handle handle, std::string_view before)
{
    if (handle == Handle::RelayPhone) {
        return "relay";
    }
    const bool carries = handle == Handle::Phone || handle == Handle::MaskedPhone;
    return carries && id.trap != Trap::None ? kTraps[static_cast<std::size_t>(id.trap)] : before;
}

Status writeLinksOf(const World& world, Sheet& links, int p, Idents& idents)
{
    const Identity& id = world.identities[static_cast<std::size_t>(p)];
    for (std::size_t h = 0; h < kHandles; ++h) {
        const auto handle = static_cast<Handle>(h);
        if (!id.has(handle)) {
            continue;
        }
        const std::string text = handleOf(world, p, handle);
        links.put("person", p);
        links.put("handle_type", handleTypeName(handle));
        links.put("handle", text);
        if (Status status = links.endRow(0); !status) {
            return status;
        }
        Ident& ident = idents[{handleTypeName(handle), text}];
        ++ident.persons;
        ident.trap = trapOf(id, handle, ident.trap);
    }
    return Done {};
}

Status writeIdents(Export& out, const Idents& idents)
{
    Result<Sheet> sheet = truthSheet(out, "truth_idents");
    if (!sheet) {
        return sheet.error();
    }
    for (const auto& [key, ident] : idents) {
        sheet->put("handle_type", key.first);
        sheet->put("handle", key.second);
        sheet->put("persons", ident.persons);
        sheet->put("trap", ident.trap);
        if (Status status = sheet->endRow(0); !status) {
            return status;
        }
    }
    return sheet->finish(out.files, true);
}

/// links.csv: which handles stand in the files for whom. idents.csv: every such handle once, with the number
/// of its persons.
Status writeHandles(Export& out)
{
    Result<Sheet> links = truthSheet(out, "truth_links");
    if (!links) {
        return links.error();
    }
    Idents idents;
    for (int p = 0; p < static_cast<int>(out.world.people.size()); ++p) {
        if (Status status = writeLinksOf(out.world, *links, p, idents); !status) {
            return status;
        }
    }
    Status status = links->finish(out.files, true);
    return status ? writeIdents(out, idents) : status;
}

/// Pairs of charts that look alike.
class PairSheet {
public:
    PairSheet(const World& world, Sheet& sheet)
        : m_world(world)
        , m_sheet(sheet)
    {
    }

    /// The pairs of a person with charts met before or with a partner.
    Status write(int p)
    {
        const Identity& id = m_world.identities[static_cast<std::size_t>(p)];
        Status status = writeSecond(id);
        const int partner
            = id.partner > p ? m_world.identities[static_cast<std::size_t>(id.partner)].chart : 0;
        if (id.chart != 0 && partner != 0 && status) {
            status = add(id.chart, partner, "apart", kTraps[static_cast<std::size_t>(id.trap)]);
        }
        if (id.trap == Trap::Hub && status) {
            const auto [first, added] = m_hubs.emplace(id.phone, id.chart);
            status = added ? status : add(first->second, id.chart, "apart", "hub");
        }
        return status;
    }

private:
    Status add(int a, int b, std::string_view expected, std::string_view reason)
    {
        m_sheet.put("his_no_a", chartText(a));
        m_sheet.put("his_no_b", chartText(b));
        m_sheet.put("expected", expected);
        m_sheet.put("reason", reason);
        return m_sheet.endRow(0);
    }

    Status writeSecond(const Identity& id)
    {
        if (id.second == 0) {
            return Done {};
        }
        if (id.secondKind == SecondChart::NameAndBirth) {
            return add(id.chart, id.second, "review", "name_birth");
        }
        return add(id.chart, id.second, "merge",
                   id.secondKind == SecondChart::UnionOnly ? "unionid" : "phone");
    }

    const World& m_world;
    Sheet& m_sheet;
    std::map<std::int64_t, int> m_hubs;  ///< phone -> first chart
};

/// What must become of pairs of charts that look alike.
Status writePairs(Export& out)
{
    Result<Sheet> sheet = truthSheet(out, "truth_pairs");
    if (!sheet) {
        return sheet.error();
    }
    PairSheet pairs(out.world, *sheet);
    for (int p = 0; p < out.world.options.persons; ++p) {
        if (Status status = pairs.write(p); !status) {
            return status;
        }
    }
    return sheet->finish(out.files, true);
}

Status writeRows(Export& out)
{
    Result<Sheet> sheet = truthSheet(out, "truth_rows");
    if (!sheet) {
        return sheet.error();
    }
    for (const auto& [file, rows] : out.planted) {
        for (const PlantedRow& row : rows) {
            sheet->put("file", file);
            sheet->put("line", row.line);
            sheet->put("quirk", row.quirk);
            sheet->put("fate", fateCode(row.fate));
            if (Status status = sheet->endRow(0); !status) {
                return status;
            }
        }
    }
    return sheet->finish(out.files, true);
}

/// Name and value: options, planted shares as they came out, counts of planted rows by quirk.
std::vector<std::pair<std::string, std::int64_t>> paramsOf(const Export& out)
{
    const World& world = out.world;
    std::vector<std::pair<std::string, std::int64_t>> params {
        {"persons", world.options.persons},
        {"stores", world.options.stores},
        {"seed", static_cast<std::int64_t>(world.options.seed)},
        {"as_of_day", ClinicCalendar::get().asOf()}};
    std::int64_t payers = 0, charted = 0, dormant = 0;
    Fen sessions = 0, stored = 0, net = 0, cash = 0;
    for (int p = 0; p < world.options.persons; ++p) {
        const Person& person = world.people[static_cast<std::size_t>(p)];
        payers += person.net > 0 ? 1 : 0;
        charted += person.arrived ? 1 : 0;
        dormant += isDormant(world, p) ? 1 : 0;
        sessions += person.sessionsOwed;
        stored += person.storedOwed;
        net += person.net;
        cash += person.cash;
    }
    for (const auto& [name, value] : std::initializer_list<std::pair<std::string_view, std::int64_t>> {
             {"payers", payers},
             {"charted", charted},
             {"dormant", dormant},
             {"sessions_owed_fen", sessions},
             {"stored_owed_fen", stored},
             {"net_fen", net},
             {"cash_fen", cash},
             {"double_spend_fen", out.doubleSpend},
             {"balances_fen", out.balances}}) {
        params.emplace_back(name, value);
    }
    for (std::size_t c = 0; c < out.spend.size(); ++c) {
        params.emplace_back("spend_fen." + ClinicBook::get().channels[c].code, out.spend[c]);
    }
    std::map<std::string, std::int64_t> quirks;
    for (const auto& [file, rows] : out.planted) {
        for (const PlantedRow& row : rows) {
            ++quirks["quirk." + row.quirk];
        }
    }
    params.insert(params.end(), quirks.begin(), quirks.end());
    return params;
}

Status writeParams(Export& out)
{
    Result<Sheet> sheet = truthSheet(out, "truth_params");
    if (!sheet) {
        return sheet.error();
    }
    for (const auto& [name, value] : paramsOf(out)) {
        sheet->put("name", name);
        sheet->put("value", value);
        if (Status status = sheet->endRow(0); !status) {
            return status;
        }
    }
    return sheet->finish(out.files, true);
}

}  // namespace

Status writeTruth(Export& out)
{
    using Writer = Status (*)(Export&);
    for (const Writer writer : {Writer {writePersons}, Writer {writeHandles}, Writer {writePairs},
                                Writer {writeRows}, Writer {writeParams}}) {
        if (Status status = writer(out); !status) {
            return status;
        }
    }
    return Done {};
}

}  // namespace meitrace::demo
