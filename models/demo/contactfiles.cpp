// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/calendar.h"
#include "models/demo/clinicbook.h"
#include "models/demo/exportfiles.h"
#include "models/demo/touches.h"

namespace meitrace::demo {

namespace {

constexpr double kSaysNo = 0.6;  // of refusals that are written down at all
constexpr double kPhoneOnForm = 0.7;
constexpr Fen kTextCost = 5;  // per message

std::string campaignName(const Touch& touch)
{
    const Day day = addMonths(ClinicCalendar::get().firstDay(), touch.month);
    const CivilDate date = civilFromDay(day);
    const std::vector<std::string>& names = words(touch.wecom ? "campaign.wecom" : "campaign.sms");
    return std::to_string(date.year) + (date.month < 10 ? "0" : "") + std::to_string(date.month)
        + names[static_cast<std::size_t>(touch.month) % names.size()];
}

void putText(Export& out, Sheet& sheet, const Touch& touch)
{
    sheet.put("campaign_name", campaignName(touch));
    sheet.put("touch_channel", word("sms.channel"));
    sheet.put("phone", phoneText(out, touch.person));
    sheet.put("template", word("sms.text"));
    sheet.putTime("send_time", touch.sentAt);
    sheet.put("send_status", words("sms.status")[touch.failed ? 1 : 0]);
    sheet.putTime("deliver_time", touch.deliveredAt);
    sheet.putTime("click_time", touch.answeredAt);
    sheet.putTime("unsub_time", touch.leftAt);
    sheet.putMoney("cost", kTextCost);
}

void putChat(Export& out, Sheet& sheet, const Touch& touch)
{
    const Person& person = out.world.people[static_cast<std::size_t>(touch.person)];
    sheet.put("campaign_name", campaignName(touch));
    sheet.put("touch_channel", word("wecom.channel"));
    sheet.put("external_userid", handleText(out.world.options.seed, touch.person, Handle::WecomId));
    out.world.identities[static_cast<std::size_t>(touch.person)].mark(Handle::WecomId);
    sheet.put("sender", staffText("staff.online", person.store, person.online));
    sheet.putTime("send_time", touch.sentAt);
    sheet.put("send_status", words("wecom.status")[touch.failed ? 1 : 0]);
    sheet.putTime("open_time", touch.openedAt);
    sheet.putTime("reply_time", touch.answeredAt);
}

Status writeTouchFile(Export& out, const std::vector<Touch>& touches, bool wecom)
{
    return writeSheet(out, wecom ? "wecom" : "sms", [&](Sheet& sheet) -> Status {
        for (std::size_t i = 0; i < touches.size(); ++i) {
            if (touches[i].wecom != wecom) {
                continue;
            }
            (wecom ? putChat : putText)(out, sheet, touches[i]);
            if (Status status = sheet.endRow(i); !status) {
                return status;
            }
        }
        return Done {};
    });
}

/// One decision of one person.
struct Decision {
    std::size_t scope = 0;    ///< into the words "consent.scopes"
    std::size_t channel = 0;  ///< into "consent.channels"
    std::size_t state = 0;    ///< into "consent.states": agreed, refused, withdrawn
};

class ConsentForm {
public:
    ConsentForm(Export& out, Sheet& sheet, int person)
        : m_out(out)
        , m_sheet(sheet)
        , m_person(person)
        , m_id(out.world.identities[static_cast<std::size_t>(person)])
        , m_draw(out.world.options.seed, person, Purpose::Staff)
        , m_withPhone(m_draw.chance(kPhoneOnForm))
        , m_signedAt(m_id.chartAt + m_draw.between(60, 1200))
    {
    }

    Status write()
    {
        constexpr std::array<Decision, kConsents> kAsked {{{0, 0}, {0, 1}, {0, 2}, {1, 3}, {2, 3}}};
        for (std::size_t c = 0; c < kConsents; ++c) {
            Decision decision = kAsked[c];
            const bool agreed = m_id.consents[c];
            const bool marketing = decision.scope == 0;
            decision.state = !agreed ? 1 : m_id.withdrawn && marketing ? 2 : 0;
            if (!agreed && !m_draw.chance(kSaysNo)) {
                continue;
            }
            if (Status status = row(decision, false); !status) {
                return status;
            }
        }
        return m_id.doNotContact ? row({0, 3, 1}, true) : Status(Done {});
    }

private:
    Status row(const Decision& decision, bool doNotContact)
    {
        m_sheet.put("his_no", chartText(m_id.chart));
        if (m_withPhone) {
            m_sheet.put("phone", phoneText(m_out, m_person));
        }
        if (m_id.wecom && decision.channel == 0) {
            m_sheet.put("external_userid", handleText(m_out.world.options.seed, m_person, Handle::WecomId));
            m_id.mark(Handle::WecomId);
        }
        m_sheet.put("consent_scope", words("consent.scopes")[decision.scope]);
        m_sheet.put("channel", words("consent.channels")[decision.channel]);
        m_sheet.put("consent_status", words("consent.states")[decision.state]);
        m_sheet.putTime("consent_time", m_signedAt);
        m_sheet.putTime("withdraw_time", decision.state == 2 ? withdrawnAt(m_out.world, m_person) : 0);
        const std::vector<std::string>& evidence = words("consent.evidence");
        m_sheet.put("evidence", evidence[static_cast<std::size_t>(m_person) % evidence.size()]);
        m_sheet.put("policy_version",
                    words("consent.versions")[m_signedAt < at(ClinicCalendar::get().priceRise(), 0) ? 0 : 1]);
        m_sheet.put("dnc", yesNo(doNotContact));
        return m_sheet.endRow(static_cast<std::uint64_t>(m_person) * 8 + m_rows++);
    }

    Export& m_out;
    Sheet& m_sheet;
    int m_person;
    Identity& m_id;
    Draw m_draw;
    bool m_withPhone;
    Second m_signedAt;
    std::uint64_t m_rows = 0;
};

}  // namespace

Status writeTouches(Export& out)
{
    const std::vector<Touch> touches = drawTouches(out.world);
    Status status = writeTouchFile(out, touches, false);
    return status ? writeTouchFile(out, touches, true) : status;
}

Status writeConsents(Export& out)
{
    return writeSheet(out, "consents", [&](Sheet& sheet) -> Status {
        for (int p = 0; p < out.world.options.persons; ++p) {
            if (out.world.identities[static_cast<std::size_t>(p)].chart == 0) {
                continue;
            }
            if (Status status = ConsentForm(out, sheet, p).write(); !status) {
                return status;
            }
        }
        return Done {};
    });
}

}  // namespace meitrace::demo
