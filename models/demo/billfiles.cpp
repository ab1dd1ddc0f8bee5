// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/calendar.h"
#include "models/base/hash.h"
#include "models/demo/clinicbook.h"
#include "models/demo/exportfiles.h"
#include "models/demo/model.h"

#include <algorithm>
#include <array>
#include <utility>

namespace meitrace::demo {

namespace {

constexpr Day kOverlapDays = 7;

/// Sums that stand in the total rows.
struct Sums {
    Fen payable = 0, paid = 0, cash = 0, stored = 0, bonus = 0, net = 0, debt = 0;

    void add(const BillLine& line, int times)
    {
        payable += line.payable * times;
        paid += line.paid * times;
        cash += line.cash * times;
        stored += line.stored * times;
        bonus += line.bonus * times;
        net += line.net * times;
        debt += line.debt * times;
    }
};

Status writeSums(Sheet& sheet, const Sums& sums, std::string_view wordKey)
{
    sheet.put("order_no", word(wordKey));
    sheet.putMoney("payable_amount", sums.payable);
    sheet.putMoney("paid_amount", sums.paid);
    sheet.putMoney("cash_amount", sums.cash);
    sheet.putMoney("stored_value_used", sums.stored);
    sheet.putMoney("gift_used", sums.bonus);
    sheet.putMoney("net_amount", sums.net);
    sheet.putMoney("debt_amount", sums.debt);
    sheet.note("Q05", RowFate::Skipped);
    return sheet.endRow(0);
}

void putItem(Sheet& sheet, const BillLine& line)
{
    if (line.item >= 0) {
        const Item& item = ClinicBook::get().items[static_cast<std::size_t>(line.item)];
        sheet.put("item_name", item.name);
        sheet.put("item_code", item.code);
        sheet.put("item_category", item.categoryName);
        if (line.sessions > 0) {
            sheet.put("package_name", item.name + std::to_string(line.sessions) + word("card.suffix"));
        }
    } else {
        const bool deposit = line.kind == BillKind::Deposit || line.kind == BillKind::DepositBack;
        sheet.put("item_name",
                  word(deposit                            ? "bill.deposit"
                           : line.kind == BillKind::Topup ? "bill.topup"
                                                          : "bill.debt"));
    }
}

void putAmounts(Sheet& sheet, const BillLine& line)
{
    const bool priced
        = line.kind == BillKind::Sale || line.kind == BillKind::CardSale || line.kind == BillKind::Gift;
    sheet.put("qty", line.quantity);
    if (priced && line.quantity > 0) {
        sheet.putMoney("list_amount", line.list);
        sheet.putMoney("discount_amount", line.list - line.payable);
    }
    sheet.putMoney("payable_amount", line.payable);
    sheet.putMoney("paid_amount", line.paid);
    sheet.putMoney("cash_amount", line.cash);
    sheet.putMoney("stored_value_used", line.stored);
    sheet.putMoney("gift_used", line.bonus);
    sheet.putMoney("net_amount", line.net);
    sheet.putMoney("debt_amount", line.debt);
    if (line.deposit != 0) {
        sheet.putMoney("deposit_amount", line.deposit);
    }
    sheet.put("pay_method", words("pay.methods")[line.method]);
}

/// The quirk that a line carries by its meaning.
std::string_view meaningOf(const BillLine& line)
{
    if (line.internal) {
        return "Q23";
    }
    switch (line.kind) {
    case BillKind::Refund:
        return line.quantity < 0 ? "Q08" : "Q10";
    case BillKind::Deposit:
    case BillKind::DepositBack:
        return "Q13";
    case BillKind::Topup:
        return "Q15";
    case BillKind::DebtPayment:
        return "Q18";
    case BillKind::Gift:
        return "Q17";
    default:
        break;
    }
    return line.bonus != 0 ? "Q16" : line.quantity == 0 ? "Q11" : "";
}

void putLine(Export& out, Sheet& sheet, const BillLine& line)
{
    const World& world = out.world;
    const Person& person = world.people[static_cast<std::size_t>(line.person)];
    const Order& order = world.orders[static_cast<std::size_t>(line.order)];
    const bool arrived = line.kind != BillKind::Deposit;
    sheet.put("order_no", documentNumber("KD", order.openedAt, order.number));
    sheet.put("line_no", line.line);
    sheet.put("his_no",
              chartAt(out, line.person, line.paidAt,
                      arrived && person.arrived && line.paidAt >= person.firstArrival));
    sheet.put("name", nameText(out.world, line.person));
    sheet.put("phone", phoneAt(out, line.person, line.paidAt));
    sheet.put("store", storeText(person.store));
    sheet.putTime("order_time", order.openedAt);
    sheet.putTime("pay_time", line.paidAt);
    putItem(sheet, line);
    if (line.kind == BillKind::Sale || line.kind == BillKind::CardSale) {
        sheet.put("promo_name", ClinicCalendar::get().promotion(dayOf(line.paidAt)));
    }
    sheet.put("bill_kind", words("bill.kinds")[static_cast<std::size_t>(line.kind)]);
    putAmounts(sheet, line);
    sheet.put("is_internal", yesNo(line.internal));
    sheet.put("is_refund", yesNo(line.refund));
    sheet.put("staff_onsite", staffText("staff.onsite", person.store, person.onsite));
    sheet.put("staff_online", staffText("staff.online", person.store, person.online));
    sheet.put("doctor", staffText("staff.doctor", person.store, person.doctor));
    sheet.remark(meaningOf(line));
}

struct Part {
    std::string name;         ///< "2023H2"
    Day from = 0, until = 0;  ///< of the lines in the file, both included
    Day ownFrom = 0;          ///< lines before it stand in the file before as well
};

std::vector<Part> halfYears()
{
    const ClinicCalendar& calendar = ClinicCalendar::get();
    std::vector<Part> parts;
    for (Day start = calendar.firstDay(); start <= calendar.asOf(); start = addMonths(start, 6)) {
        const CivilDate date = civilFromDay(start);
        Part part;
        part.name = std::to_string(date.year) + (date.month <= 6 ? "H1" : "H2");
        part.ownFrom = start;
        part.from = parts.empty() ? start : start - kOverlapDays;
        part.until = addMonths(start, 6) - 1;
        parts.push_back(part);
    }
    return parts;
}

Status writePart(Export& out, const Part& part)
{
    Result<Sheet> sheet = Sheet::create(out.folder, "bills", out.world.options.seed, out.planted, part.name);
    if (!sheet) {
        return sheet.error();
    }
    Sums all;
    Sums month;
    Day monthEnd = monthStart(part.ownFrom, 1) - 1;
    std::size_t rows = 0;
    Status status = Done {};
    for (std::size_t i = 0; i < out.world.bills.size() && status; ++i) {
        const BillLine& line = out.world.bills[i];
        const Day day = dayOf(line.paidAt);
        if (day < part.from || day > part.until) {
            continue;
        }
        if (day > monthEnd) {
            status = writeSums(*sheet, month, "subtotal.word");
            month = Sums {};
            monthEnd = monthStart(day, 1) - 1;
        }
        if (status && ++rows % kHeaderEvery == kHeaderEvery / 4) {
            status = sheet->repeatHeader();
        }
        if (status) {
            putLine(out, *sheet, line);
            if (day < part.ownFrom) {
                sheet->repeatsEarlierFile();
            }
            status = sheet->endRow(i);
            all.add(line, sheet->rowsOfLast());
            month.add(line, sheet->rowsOfLast());
        }
    }
    if (!status) {
        return status;
    }
    sheet->blankLine();
    status = writeSums(*sheet, all, "total.word");
    return status ? sheet->finish(out.files) : status;
}

/// What is left of the price after material, device and commission, by what kind of thing it is.
int marginPercent(const Item& item)
{
    static constexpr std::array<std::pair<std::string_view, int>, 6> kOfCategory {
        {{"toxin", 46}, {"filler", 43}, {"biostim", 41}, {"surgery", 38}, {"thread", 48}, {"product", 55}}};
    const auto* const found = std::find_if(kOfCategory.begin(), kOfCategory.end(),
                                           [&](const auto& entry) { return entry.first == item.category; });
    const int usual = found == kOfCategory.end() ? 62 : found->second;
    return usual + static_cast<int>(hash64(item.code) % 9) - 4;
}

}  // namespace

Status writeBills(Export& out)
{
    for (const Part& part : halfYears()) {
        if (Status status = writePart(out, part); !status) {
            return status;
        }
    }
    return Done {};
}

Status writeItems(Export& out)
{
    return writeSheet(out, "items", [&](Sheet& sheet) -> Status {
        const std::vector<Item>& items = ClinicBook::get().items;
        for (std::size_t i = 0; i < items.size(); ++i) {
            sheet.put("item_code", items[i].code);
            sheet.put("item_name", items[i].name);
            sheet.put("item_category", items[i].categoryName);
            sheet.putMoney("list_price", items[i].typical);
            sheet.put("margin_rate", std::to_string(marginPercent(items[i])) + "%");
            if (Status status = sheet.endRow(i); !status) {
                return status;
            }
        }
        return Done {};
    });
}

}  // namespace meitrace::demo
