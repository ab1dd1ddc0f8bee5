// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/profileview.h"

#include "analytics/workbench/shownkeys.h"
#include "ui/text/figures.h"
#include "ui/text/masking.h"
#include "ui/text/names.h"
#include "ui/text/personnames.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <map>

namespace meitrace {

namespace {

struct ProfileView {
    Q_DECLARE_TR_FUNCTIONS(ProfileView)
};

QString traitText(const Profile::Trait& trait)
{
    switch (trait.type) {
    case AttributeType::Category:
        return attributeValueName(trait.attribute, trait.text);
    case AttributeType::Money:
        return roundMoneyText(trait.number);
    case AttributeType::Date:
        return dayText(static_cast<Day>(trait.number));
    case AttributeType::Number:
        if (trait.attribute.starts_with("is_") || trait.attribute == "wecom_friend") {
            return trait.number != 0 ? ProfileView::tr("yes") : ProfileView::tr("no");
        }
        return countText(static_cast<std::int64_t>(trait.number));
    }
    return {};
}

QString whenText(const Profile::Contact& contact, const Zone& zone)
{
    const Day day = zone.dayOf(contact.time, 0);
    if (contact.wholeDay) {
        return dayText(day);
    }
    const Millis clock = contact.time - zone.startOfDay(day);
    return dayText(day) + u' '
        + QLocale().toString(QTime::fromMSecsSinceStartOfDay(static_cast<int>(clock)), QLocale::ShortFormat);
}

QString whatText(const Profile::Contact& contact)
{
    const QString name = capitalised(eventName(contact.type));
    return contact.item.empty() ? name : ProfileView::tr("%1: %2").arg(name, itemName(contact.item));
}

/// The lane of a contact: its channel, or the clinic itself.
QString laneOf(const Profile::Contact& contact)
{
    return contact.channel.empty() ? ProfileView::tr("Clinic") : channelName(contact.channel);
}

}  // namespace

QString profileTitle(const Profile& profile)
{
    for (const auto& [type, value] : profile.keys) {
        if (type == KeyType::Name) {
            return shownName(fromUtf8(value));
        }
    }
    return fromUtf8(profile.code);
}

QString maskedProfileTitle(const Profile& profile)
{
    const MaskingScope masked;
    return profileTitle(profile);
}

QVector<ProfileFact> profileKeys(const Profile& profile)
{
    QVector<ProfileFact> facts;
    bool hasName = false;
    for (const auto& [type, value] : profile.keys) {
        const QString whole = fromUtf8(value);
        ProfileFact fact {.name = keyTypeName(type), .value = whole, .hidden = {}};
        switch (type) {
        case KeyType::Name:
            if (hasName) {
                fact.name = ProfileView::tr("Also called");
            }
            hasName = true;
            fact.value = shownName(whole);
            fact.masked = maskedName(whole);
            break;
        case KeyType::MaskedPhone:
        case KeyType::PhoneTail:
        case KeyType::HisNo:
        case KeyType::CardNo:
            break;
        case KeyType::BirthDate:
            continue;  // stands among the attributes
        default:
            fact.value = fromUtf8(hiddenKey(type, value));
            fact.hidden = whole;
            fact.masked = fact.value;
            break;
        }
        if (isMasking()) {
            fact.hidden.clear();
        }
        facts.push_back(fact);
    }
    return facts;
}

QVector<ProfileFact> profileTraits(const Profile& profile)
{
    QVector<ProfileFact> facts;
    facts.push_back({ProfileView::tr("Visits"), countText(profile.visits), {}, Tone::Neutral});
    facts.push_back(
        {ProfileView::tr("Net paid"), roundMoneyText(static_cast<double>(profile.spend)), {}, Tone::Neutral});
    for (const Profile::Trait& trait : profile.traits) {
        if (trait.attribute == "is_test" && trait.number == 0) {
            continue;  // only worth a word where it is so
        }
        facts.push_back({capitalised(attributeName(trait.attribute)), traitText(trait), {}, Tone::Neutral});
    }
    return facts;
}

QVector<ProfileFact> profileConsents(const Profile& profile, const SnapshotFrame& frame)
{
    std::map<std::pair<ConsentScope, ConsentChannel>, ConsentRecord> latest;
    for (const ConsentRecord& record : profile.consents) {
        const auto [place, isNew] = latest.try_emplace({record.scope, record.channel}, record);
        if (!isNew && record.at >= place->second.at) {
            place->second = record;
        }
    }
    const Millis now = frame.zone.startOfDay(frame.asOf + 1) + frame.dayStart;
    QVector<ProfileFact> facts;
    for (const auto& [what, record] : latest) {
        const bool expired = record.expires != kMissing && record.expires < now;
        const bool granted = record.state == ConsentState::Granted && !expired;
        const QString state = expired ? ProfileView::tr("Expired") : consentStateName(record.state);
        facts.push_back(
            {ProfileView::tr("%1, %2").arg(consentScopeName(what.first), consentChannelName(what.second)),
             record.at == kMissing
                 ? state
                 : ProfileView::tr("%1 on %2").arg(state, dayText(frame.zone.dayOf(record.at, 0))),
             {},
             granted ? Tone::Good : Tone::Warn});
    }
    return facts;
}

TimelineData profileTimeline(const Profile& profile, const SnapshotFrame& frame)
{
    TimelineData data;
    std::map<QString, int> counts;
    for (const Profile::Contact& contact : profile.contacts) {
        ++counts[laneOf(contact)];
    }
    // The busiest channels have lanes of their own; what is rare shares one.
    constexpr int kLanes = 6;
    std::vector<std::pair<int, QString>> order;
    order.reserve(counts.size());
    for (const auto& [lane, count] : counts) {
        order.emplace_back(-count, lane);
    }
    std::sort(order.begin(), order.end());
    std::map<QString, int> laneNumber;
    for (const auto& [count, lane] : order) {
        const int number = static_cast<int>(data.lanes.size());
        const bool rest = order.size() > kLanes && number >= kLanes - 1;
        laneNumber[lane] = rest ? kLanes - 1 : number;
        if (!rest) {
            data.lanes << lane;
        } else if (number == kLanes - 1) {
            data.lanes << ProfileView::tr("Other");
        }
    }
    for (const Profile::Contact& contact : profile.contacts) {
        const Millis local = contact.time - frame.zone.startOfDay(frame.zone.dayOf(contact.time, 0));
        data.touches.push_back({.day = static_cast<double>(frame.zone.dayOf(contact.time, 0))
                                    + static_cast<double>(local) / static_cast<double>(kDayMillis),
                                .lane = laneNumber[laneOf(contact)],
                                .label = whatText(contact),
                                .when = whenText(contact, frame.zone),
                                .detail = contact.amount == 0
                                    ? QString()
                                    : roundMoneyText(static_cast<double>(contact.amount))});
    }
    data.tableHeaders = {ProfileView::tr("When"), ProfileView::tr("Channel"), ProfileView::tr("What"),
                         ProfileView::tr("Amount")};
    data.manyText = ProfileView::tr("%1 contacts");
    data.dayText = [](double day) { return dayText(static_cast<Day>(day)); };
    return data;
}

ContactTable::ContactTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void ContactTable::setProfile(std::shared_ptr<const Profile> profile, const Zone& zone)
{
    beginResetModel();
    m_profile = std::move(profile);
    m_zone = zone;
    endResetModel();
}

int ContactTable::count() const
{
    return m_profile ? static_cast<int>(m_profile->contacts.size()) : 0;
}

QString ContactTable::title(int column) const
{
    return QStringList {tr("When"), tr("What"), tr("Channel"), tr("Amount")}.value(column);
}

bool ContactTable::isNumber(int column) const
{
    return column == Amount;
}

QString ContactTable::text(int row, int column) const
{
    const auto& contacts = m_profile->contacts;
    const Profile::Contact& contact = contacts[contacts.size() - 1 - static_cast<std::size_t>(row)];
    switch (column) {
    case When:
        return whenText(contact, m_zone);
    case What:
        return whatText(contact);
    case Channel:
        return laneOf(contact);
    case Amount:
        return contact.amount == 0 ? QString() : roundMoneyText(static_cast<double>(contact.amount));
    default:
        return {};
    }
}

}  // namespace meitrace
