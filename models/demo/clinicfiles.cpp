// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/demo/clinicbook.h"
#include "models/demo/exportfiles.h"
#include "models/demo/model.h"

namespace meitrace::demo {

namespace {

void putBooking(Export& out, Sheet& sheet, const Booking& booking, std::uint64_t dice)
{
    const Person& person = out.world.people[static_cast<std::size_t>(booking.person)];
    sheet.put("his_no", chartAt(out, booking.person, booking.createdAt, false));
    sheet.put("name", nameText(out.world, booking.person));
    sheet.put("phone", phoneAt(out, booking.person, booking.createdAt));
    sheet.putTime("booking_created_at", booking.createdAt);
    sheet.putTime("booking_time", booking.slotAt);
    sheet.put("item_name", itemOf(booking.item).name);
    sheet.put("booking_type", words("booking.types")[booking.returning ? 1 : 0]);
    sheet.put("booking_status", words("booking.status")[static_cast<std::size_t>(booking.status)]);
    sheet.put("store", storeText(person.store));
    sheet.put("doctor", staffText("staff.doctor", person.store, person.doctor));
    sheet.put("staff_onsite", staffText("staff.onsite", person.store, person.onsite));
    sheet.putTime("arrive_time", booking.arrivedAt);
    if (booking.status == BookingStatus::Cancelled || booking.status == BookingStatus::NoShow) {
        const bool cancelled = booking.status == BookingStatus::Cancelled;
        sheet.put("cancel_reason", wordAt(cancelled ? "booking.cancel" : "booking.noshow", dice));
    }
    sheet.put("booking_source", wordAt("booking.sources", dice >> 8U));
}

void putVisit(Export& out, Sheet& sheet, const Visit& visit, std::uint64_t dice)
{
    const Person& person = out.world.people[static_cast<std::size_t>(visit.person)];
    sheet.put("his_no", chartAt(out, visit.person, visit.arrivedAt, true));
    sheet.put("name", nameText(out.world, visit.person));
    sheet.putTime("visit_time", visit.arrivedAt);
    sheet.put("visit_type", words("visit.types")[static_cast<std::size_t>(visit.type)]);
    sheet.put("store", storeText(person.store));
    sheet.put("staff_onsite", staffText("staff.onsite", person.store, person.onsite));
    sheet.put("doctor", staffText("staff.doctor", person.store, person.doctor));
    sheet.put("is_arrived", yesNo(true));
    sheet.put("is_deal", yesNo(visit.deal));
    sheet.putMoney("deal_amount", visit.dealNet);
    if (!visit.deal && visit.type == VisitType::First) {
        sheet.put("undealt_reason", wordAt("visit.undealt", dice));
    }
    if (dice % 3 == 0) {
        sheet.put("next_plan", wordAt("visit.plan", dice >> 8U));
    }
    sheet.put("intent_items", itemOf(visit.item).name);
}

template <typename Document, typename Number>
Status writeAll(Export& out, std::string_view layout, const std::vector<Document>& documents, Number number,
                void (*put)(Export&, Sheet&, const Document&, std::uint64_t))
{
    return writeSheet(out, layout, [&](Sheet& sheet) -> Status {
        for (std::size_t i = 0; i < documents.size(); ++i) {
            if (Status status = sheet.repeatHeaderBefore(i); !status) {
                return status;
            }
            number(sheet, documents[i]);
            put(out, sheet, documents[i], randomAt(out.world.options.seed, 0x646F6373ULL, i));
            if (Status status = sheet.endRow(i); !status) {
                return status;
            }
        }
        return Done {};
    });
}

void putDelivery(Export& out, Sheet& sheet, const Delivery& delivery, std::uint64_t dice)
{
    const Person& person = out.world.people[static_cast<std::size_t>(delivery.person)];
    const Item& item = itemOf(delivery.item);
    sheet.put("his_no", chartAt(out, delivery.person, delivery.doneAt, true));
    sheet.put("name", nameText(out.world, delivery.person));
    sheet.putTime("consume_time", delivery.doneAt);
    sheet.put("item_name", item.name);
    sheet.put("item_code", item.code);
    sheet.put("item_category", item.categoryName);
    sheet.put("qty", delivery.quantity);
    sheet.putMoney("consume_amount", delivery.value);
    // Now and then a session is used in another store than the one that sold it.
    const int elsewhere = out.world.options.stores > 1 && dice % 25 == 0 ? 1 : 0;
    sheet.put("store", storeText((person.store + elsewhere) % out.world.options.stores));
    sheet.put("store_sold", storeText(person.store));
    sheet.put("staff_onsite", staffText("staff.onsite", person.store, person.onsite));
    if (!item.product) {
        sheet.put("doctor", staffText("staff.doctor", person.store, person.doctor));
        sheet.put("operator", staffText("staff.nurse", person.store, static_cast<int>(dice % kNurses)));
    }
    if (delivery.sessions > 1) {
        sheet.put("remaining_qty", delivery.left);
        sheet.put("package_name", item.name + std::to_string(delivery.sessions) + word("card.suffix"));
    }
    sheet.put("is_internal", yesNo(person.role == Role::Staff));
    if (delivery.value == 0) {
        sheet.remark("Q17");
    } else if (delivery.opening) {
        sheet.remark("Q38");
    } else if (person.role != Role::Customer) {
        sheet.remark("Q23");
    }
}

}  // namespace

Status writeBookings(Export& out)
{
    DayCounter counter;
    const auto number = [&](Sheet& sheet, const Booking& booking) {
        sheet.put("booking_no", documentNumber("YY", booking.createdAt, counter.next(booking.createdAt)));
    };
    return writeAll(out, "bookings", out.world.bookings, number, putBooking);
}

Status writeVisits(Export& out)
{
    DayCounter counter;
    const auto number = [&](Sheet& sheet, const Visit& visit) {
        sheet.put("visit_no", documentNumber("DF", visit.arrivedAt, counter.next(visit.arrivedAt)));
    };
    return writeAll(out, "visits", out.world.visits, number, putVisit);
}

Status writeDeliveries(Export& out)
{
    DayCounter counter;
    const auto number = [&](Sheet& sheet, const Delivery& delivery) {
        sheet.put("consume_no", documentNumber("HK", delivery.doneAt, counter.next(delivery.doneAt)));
    };
    return writeAll(out, "deliveries", out.world.deliveries, number, putDelivery);
}

}  // namespace meitrace::demo
