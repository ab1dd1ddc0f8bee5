// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Events of leads, visits, bookings, treatments, consents and spend.
#include "models/domain/eventtype.h"
#include "models/pipeline/projector.h"

#include <cstdlib>
#include <map>
#include <string>

namespace meitrace {

namespace {

template <std::size_t Count>
std::string_view codeOf(const std::array<std::string_view, Count>& codes, std::int64_t value)
{
    return value > 0 && value < static_cast<std::int64_t>(Count) ? codes[static_cast<std::size_t>(value)]
                                                                 : std::string_view();
}

}  // namespace

Status projectLeads(Projector& projector)
{
    const std::vector<std::string_view> fields {
        "lead_time", "source_l1",    "intent_items", "staff_online",   "store",
        "source_l2", "wechat_added", "lead_status",  "first_reply_at", "deposit_amount"};
    return eachDocument(
        projector.database(), "his_consult", fields, "doc_id", [&](const DocumentRow& row) -> Status {
            ProjectedEvent lead = eventOf(row, event::kLead, row.number("lead_time"));
            lead.precision = row.precision();
            lead.channel = row.text("source_l1");
            lead.campaign = row.text("source_l2");
            lead.item = row.text("intent_items");
            lead.staff = row.text("staff_online");
            lead.store = row.text("store");
            lead.detail = row.text("lead_status");
            if (Status status = projector.add(lead); !status) {
                return status;
            }
            if (row.number("first_reply_at") != kMissing) {
                ProjectedEvent reply = lead;
                reply.type = event::kConsultOnline;
                reply.time = row.number("first_reply_at");
                reply.precision = projector.precisionOf(reply.time);
                if (Status status = projector.add(reply); !status) {
                    return status;
                }
            }
            if (row.number("wechat_added") == 1) {
                // The file only says that it happened: some time on the day of the lead or of the first
                // answer.
                ProjectedEvent added = lead;
                added.type = event::kWechatAdd;
                added.time
                    = row.number("first_reply_at") != kMissing ? row.number("first_reply_at") : lead.time;
                added.precision = TimeQuality::WholeDay;
                return projector.add(added);
            }
            return Done {};
        });
}

Status projectVisits(Projector& projector)
{
    const std::vector<std::string_view> fields {"visit_time",   "visit_type",  "store",   "staff_onsite",
                                                "doctor",       "is_arrived",  "is_deal", "undealt_reason",
                                                "intent_items", "consult_mode"};
    return eachDocument(
        projector.database(), "his_visit", fields, "doc_id", [&](const DocumentRow& row) -> Status {
            if (row.number("is_arrived") == 0) {
                return Done {};
            }
            ProjectedEvent arrive = eventOf(row, event::kArrive, row.number("visit_time"));
            arrive.precision = row.precision();
            arrive.store = row.text("store");
            arrive.staff = row.text("staff_onsite");
            arrive.item = row.text("intent_items");
            arrive.detail = codeOf(kVisitTypeCodes, row.number("visit_type"));
            projector.noteFact(arrive.time);
            projector.visitDays().emplace(arrive.ident, projector.dayOf(arrive.time));
            if (Status status = projector.add(arrive); !status) {
                return status;
            }
            const bool consulted = !row.text("consult_mode").empty() || !row.text("doctor").empty()
                || !row.text("undealt_reason").empty() || row.number("is_deal") != kMissing;
            if (consulted) {
                ProjectedEvent consult = arrive;
                consult.type = event::kConsultOnsite;
                consult.detail = row.text("consult_mode");
                if (Status status = projector.add(consult); !status) {
                    return status;
                }
            }
            if (row.number("is_deal") == 0) {
                ProjectedEvent lost = arrive;
                lost.type = event::kNoDeal;
                lost.detail = row.text("undealt_reason");
                return projector.add(lost);
            }
            return Done {};
        });
}

namespace {

ProjectedEvent bookingOf(const DocumentRow& row, const Projector& projector)
{
    ProjectedEvent create = eventOf(row, event::kBookingCreate, row.number("booking_created_at"));
    create.precision = projector.precisionOf(create.time);
    create.channel = row.text("booking_source");
    create.item = row.text("item_name");
    create.store = row.text("store");
    create.staff = row.text("staff_onsite");
    create.detail = row.text("booking_type");
    if (create.time == kMissing) {
        // Made some time before the slot; the slot's day is all that is known.
        create.time = row.number("booking_time");
        create.precision = TimeQuality::WholeDay;
    }
    return create;
}

/// The arrival that a booking tells of, where no visit does.
Status addArrival(Projector& projector, const DocumentRow& row, BookingStatus status, ProjectedEvent arrival)
{
    const Millis told = row.number("arrive_time");
    const bool arrived = told != kMissing
        || (status >= BookingStatus::Arrived && status <= BookingStatus::Treated)
        || status == BookingStatus::Left;
    const Millis time = told != kMissing ? told : arrival.time;
    if (!arrived || time == kMissing
        || projector.visitDays().contains({row.ident(), projector.dayOf(time)})) {
        return Done {};
    }
    arrival.type = event::kArrive;
    arrival.time = time;
    arrival.detail = {};
    arrival.precision = told != kMissing ? projector.precisionOf(told) : arrival.precision;
    projector.noteFact(time);
    return projector.add(arrival);
}

std::string_view treatedItem(const DocumentRow& row)
{
    return row.text("item_code").empty() ? row.text("item_name") : row.text("item_code");
}

bool isTakingBack(const DocumentRow& row)
{
    return row.number("qty") != kMissing && row.number("qty") < 0;
}

}  // namespace

Status projectBookings(Projector& projector)
{
    const std::vector<std::string_view> fields {
        "booking_created_at", "booking_time", "booking_status", "item_name",      "store",
        "staff_onsite",       "arrive_time",  "cancel_reason",  "booking_source", "booking_type"};
    return eachDocument(
        projector.database(), "his_booking", fields, "doc_id", [&](const DocumentRow& row) -> Status {
            const auto status
                = static_cast<BookingStatus>(std::max<std::int64_t>(0, row.number("booking_status")));
            const ProjectedEvent create = bookingOf(row, projector);
            if (Status added = projector.add(create); !added) {
                return added;
            }
            ProjectedEvent outcome = create;
            outcome.time = row.number("booking_time");
            outcome.precision = row.precision();
            outcome.detail = row.text("cancel_reason");
            if (status == BookingStatus::NoShow || status == BookingStatus::Cancelled) {
                outcome.type
                    = status == BookingStatus::NoShow ? event::kBookingNoShow : event::kBookingCancel;
                // Nobody writes down when a booking was cancelled: some time on the day of its slot.
                outcome.precision
                    = status == BookingStatus::Cancelled ? TimeQuality::WholeDay : outcome.precision;
                return projector.add(outcome);
            }
            return addArrival(projector, row, status, outcome);
        });
}

Status projectTreatments(Projector& projector)
{
    const std::vector<std::string_view> fields {"consume_time",   "item_code", "item_name", "qty",
                                                "consume_amount", "store",     "doctor",    "operator",
                                                "is_internal",    "net_amount"};
    // A negative line takes a delivery back: it cancels the last one of the same person and item.
    std::map<std::pair<std::uint32_t, std::string>, std::int64_t> takenBack;
    const auto keyOf
        = [](const DocumentRow& row) { return std::pair(row.ident(), std::string(treatedItem(row))); };
    Status counted = eachDocument(projector.database(), "his_consumption", fields, "doc_id",
                                  [&](const DocumentRow& row) -> Status {
                                      if (isTakingBack(row)) {
                                          ++takenBack[keyOf(row)];
                                      }
                                      return Done {};
                                  });
    if (!counted) {
        return counted;
    }
    return eachDocument(
        projector.database(), "his_consumption", fields, "consume_time DESC, doc_id DESC",
        [&](const DocumentRow& row) -> Status {
            if (row.number("is_internal") == 1 || isTakingBack(row)) {
                return Done {};
            }
            if (const auto found = takenBack.find(keyOf(row));
                found != takenBack.end() && found->second > 0) {
                --found->second;
                return Done {};
            }
            ProjectedEvent treat = eventOf(row, event::kTreat, row.number("consume_time"));
            treat.precision = row.precision();
            treat.amount = row.number("net_amount") != kMissing
                ? row.number("net_amount")
                : (row.number("consume_amount") != kMissing ? row.number("consume_amount") : 0);
            treat.item = treatedItem(row);
            treat.store = row.text("store");
            treat.staff = row.text("operator").empty() ? row.text("doctor") : row.text("operator");
            projector.noteFact(treat.time);
            return projector.add(treat);
        });
}

Status projectConsents(Projector& projector)
{
    const std::vector<std::string_view> fields {"consent_scope", "channel", "consent_status", "consent_time",
                                                "withdraw_time"};
    return eachDocument(
        projector.database(), "consent", fields, "doc_id", [&](const DocumentRow& row) -> Status {
            const auto state
                = static_cast<ConsentState>(std::max<std::int64_t>(0, row.number("consent_status")));
            ProjectedEvent given = eventOf(row, event::kConsentGiven, row.number("consent_time"));
            given.precision = row.precision();
            given.channel = codeOf(kConsentChannelCodes, row.number("channel"));
            given.detail = codeOf(kConsentScopeCodes, row.number("consent_scope"));
            if (state == ConsentState::Granted
                || (state == ConsentState::Withdrawn && row.number("withdraw_time") != kMissing)) {
                if (Status status = projector.add(given); !status) {
                    return status;
                }
            }
            if (state == ConsentState::Withdrawn) {
                ProjectedEvent withdrawn = given;
                withdrawn.type = event::kConsentWithdrawn;
                if (row.number("withdraw_time") != kMissing) {
                    withdrawn.time = row.number("withdraw_time");
                    withdrawn.precision = projector.precisionOf(withdrawn.time);
                }
                return projector.add(withdrawn);
            }
            return Done {};
        });
}

Status projectSpend(Projector& projector)
{
    return eachDocument(projector.database(), "ad_spend", {"stat_date"}, {},
                        [&](const DocumentRow& row) -> Status {
                            projector.noteFact(row.number("stat_date"));
                            return Done {};
                        });
}

}  // namespace meitrace
