// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Events of WeCom contacts, leads of ad platforms, e-mail, surveys and the service desk.
#include "models/base/text.h"
#include "models/domain/eventtype.h"
#include "models/domain/trade.h"
#include "models/ingest/words.h"
#include "models/pipeline/projector.h"

#include <string>

namespace meitrace {

namespace {

constexpr Millis kSameLead = Millis {10} * 60'000;  ///< forms are sent twice
constexpr Millis kSameTalk = kDayMillis;            ///< silence that ends a conversation

std::string_view codeOfWord(std::string_view sort, std::string_view text)
{
    const WordTable::Word* word = text.empty() ? nullptr : wordTable(sort).find(folded(text));
    return word == nullptr ? std::string_view() : std::string_view(word->code);
}

/// Where a conversation of one person stands; rows come by person and time.
struct Talk {
    std::uint32_t ident = 0;
    Millis last = kMissing;
    bool waits = false;  ///< for the first answer
};

Status projectChat(Projector& projector, const DocumentRow& row, const ProjectedEvent& base, Talk& talk)
{
    const Millis time = base.time;
    if (talk.ident != base.ident || time - talk.last > kSameTalk) {
        talk = {.ident = base.ident, .last = kMissing, .waits = false};
    }
    const bool fresh = talk.last == kMissing;
    talk.last = time;
    const auto direction = static_cast<Direction>(std::max<std::int64_t>(0, row.number("direction")));
    ProjectedEvent answer = base;
    answer.type = event::kConsultOnline;
    if (direction == Direction::Out) {
        const bool first = talk.waits;
        talk.waits = false;
        return first ? projector.add(answer) : Status(Done {});
    }
    if (!fresh) {
        return Done {};
    }
    ProjectedEvent opened = base;
    opened.type = event::kDmOpen;
    if (Status status = projector.add(opened); !status) {
        return status;
    }
    // A file of whole conversations says itself when they were answered.
    answer.time = row.number("first_reply_at");
    answer.precision = projector.precisionOf(answer.time);
    talk.waits = answer.time == kMissing;
    return projector.add(answer);
}

Status projectService(Projector& projector, const DocumentRow& row, Talk& talk)
{
    ProjectedEvent base = eventOf(row, 0, row.number("time"));
    if (base.ident == 0 || base.time == kMissing) {
        return Done {};
    }
    base.precision = row.precision();
    base.channel = row.text("channel");
    base.staff = row.text("staff");
    base.store = row.text("store");
    base.detail = row.text("category");
    projector.noteFact(base.time);
    const bool out = row.number("direction") == static_cast<std::int64_t>(Direction::Out);
    switch (static_cast<ServiceKind>(std::max<std::int64_t>(0, row.number("record_type")))) {
    case ServiceKind::Complaint:
        base.type = event::kComplaint;
        return projector.add(base);
    case ServiceKind::Call:
        base.type = out ? event::kTouchSent : event::kCallIn;
        base.channel = base.channel.empty() ? std::string_view("call") : base.channel;
        return projector.add(base);
    case ServiceKind::Case:
        return Done {};  // work of the desk; what the customer did stands in its messages and calls
    case ServiceKind::Chat:
    case ServiceKind::Other:
        break;
    }
    return projectChat(projector, row, base, talk);
}

Status projectEmail(Projector& projector, const DocumentRow& row)
{
    const auto add = [&](std::uint16_t type, Millis time, TimeQuality precision) -> Status {
        ProjectedEvent entry = eventOf(row, type, time);
        entry.precision = precision;
        entry.channel = "email";
        entry.campaign = row.text("campaign_name");
        if (entry.ident != 0) {
            projector.noteFact(time);
        }
        return projector.add(entry);
    };
    const auto exactly
        = [&](std::uint16_t type, Millis time) { return add(type, time, projector.precisionOf(time)); };
    if (Status status = exactly(event::kTouchSent, row.number("send_time")); !status) {
        return status;
    }
    if (const auto type = standardEventType(codeOfWord("email_action", row.text("action")))) {
        if (Status status = exactly(type->code, row.number("action_time")); !status) {
            return status;
        }
    }
    if (const Millis left = row.number("unsub_time"); left != kMissing) {
        return exactly(event::kUnsubscribe, left);
    }
    // Some day of the last change, which for who has left is the leaving.
    return codeOfWord("email_status", row.text("status")) == "unsubscribed"
        ? add(event::kUnsubscribe, row.number("last_changed"), TimeQuality::WholeDay)
        : Status(Done {});
}

}  // namespace

Status projectContacts(Projector& projector)
{
    const std::vector<std::string_view> fields {"added_at", "deleted_at", "added_by", "state", "add_way"};
    return eachDocument(projector.database(), "wecom_contact", fields, "doc_id",
                        [&](const DocumentRow& row) -> Status {
                            ProjectedEvent added = eventOf(row, event::kWechatAdd, row.number("added_at"));
                            added.precision = row.precision();
                            added.channel = "wecom";
                            added.staff = row.text("added_by");
                            added.campaign = row.text("state");
                            added.detail = row.text("add_way");
                            if (Status status = projector.add(added); !status) {
                                return status;
                            }
                            ProjectedEvent deleted = added;
                            deleted.type = event::kWechatDelete;
                            deleted.time = row.number("deleted_at");
                            deleted.precision = projector.precisionOf(deleted.time);
                            deleted.detail = {};
                            return projector.add(deleted);
                        });
}

Status projectAdLeads(Projector& projector)
{
    const std::vector<std::string_view> fields {
        "lead_time", "platform", "campaign_name", "intent_items", "owner", "first_reply_at", "lead_status"};
    std::uint32_t person = 0;
    Millis last = kMissing;
    return eachDocument(projector.database(), "ad_lead", fields, "ident, lead_time, doc_id",
                        [&](const DocumentRow& row) -> Status {
                            ProjectedEvent lead = eventOf(row, event::kLead, row.number("lead_time"));
                            const bool again = lead.ident == person && lead.time - last <= kSameLead;
                            person = lead.ident;
                            last = lead.time;
                            lead.precision = row.precision();
                            lead.channel = row.text("platform");
                            lead.campaign = row.text("campaign_name");
                            lead.item = row.text("intent_items");
                            lead.staff = row.text("owner");
                            lead.detail = row.text("lead_status");
                            if (Status status = again ? Status(Done {}) : projector.add(lead); !status) {
                                return status;
                            }
                            ProjectedEvent reply = lead;
                            reply.type = event::kConsultOnline;
                            reply.time = row.number("first_reply_at");
                            reply.precision = projector.precisionOf(reply.time);
                            return projector.add(reply);
                        });
}

Status projectEmails(Projector& projector)
{
    const std::vector<std::string_view> fields {"send_time", "action",       "action_time",  "unsub_time",
                                                "status",    "last_changed", "campaign_name"};
    return eachDocument(projector.database(), "email_campaign", fields, "doc_id",
                        [&](const DocumentRow& row) { return projectEmail(projector, row); });
}

Status projectSurveys(Projector& projector)
{
    const std::vector<std::string_view> fields {"submitted_at", "survey_name", "item_name", "store"};
    return eachDocument(
        projector.database(), "survey", fields, "doc_id", [&](const DocumentRow& row) -> Status {
            ProjectedEvent sent = eventOf(row, event::kSurveySubmit, row.number("submitted_at"));
            sent.precision = row.precision();
            sent.item = row.text("item_name");
            sent.store = row.text("store");
            sent.detail = row.text("survey_name");
            projector.noteFact(sent.time);
            return projector.add(sent);
        });
}

Status projectServices(Projector& projector)
{
    const std::vector<std::string_view> fields {"time",     "record_type", "direction", "channel",
                                                "category", "staff",       "store",     "first_reply_at"};
    Talk talk;
    return eachDocument(projector.database(), "service_record", fields, "ident, time, doc_id",
                        [&](const DocumentRow& row) { return projectService(projector, row, talk); });
}

}  // namespace meitrace
