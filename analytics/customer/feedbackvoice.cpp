// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/feedbackvoice.h"

#include "models/domain/eventtype.h"

#include <algorithm>

namespace meitrace {

namespace {

void addOnce(std::vector<std::uint32_t>& codes, std::uint32_t code)
{
    if (std::find(codes.begin(), codes.end(), code) == codes.end()) {
        codes.push_back(code);
    }
}

}  // namespace

void CustomerVoice::clear()
{
    visits.clear();
    answers.clear();
    complaints.clear();
    bought.clear();
    followed.clear();
    there.clear();
}

VoiceReader::VoiceReader(const Snapshot& snapshot, const FeedbackBook& book, const FeedbackOptions& options,
                         Day asOf)
    : m_snapshot(snapshot)
    , m_book(book)
    , m_options(options)
    , m_asOf(asOf)
    , m_days(snapshot, snapshot.frame().firstDay, asOf)
    , m_items(snapshot.codes(EventField::Item))
    , m_staff(snapshot.codes(EventField::Staff))
    , m_stores(snapshot.codes(EventField::Store))
{
}

std::vector<EventField> VoiceReader::needed()
{
    return {EventField::Type, EventField::Time,  EventField::Amount,
            EventField::Item, EventField::Staff, EventField::Store};
}

void VoiceReader::addTreatment(Day day, Index row, CustomerVoice& voice) const
{
    if (voice.visits.empty() || voice.visits.back().day != day) {
        voice.visits.push_back({.day = day, .store = m_stores[row]});
    }
    addOnce(voice.visits.back().items, m_items[row]);
    addOnce(voice.visits.back().staff, m_staff[row]);
}

void VoiceReader::readEvents(Index customer, CustomerVoice& voice) const
{
    for (Index row = m_snapshot.begin(customer); row < m_snapshot.end(customer); ++row) {
        const Millis time = m_snapshot.time()[row];
        if (time >= m_days.end()) {
            continue;
        }
        const Day day = m_days.of(time);
        switch (m_snapshot.type()[row]) {
        case event::kTreat:
            addTreatment(day, row, voice);
            voice.there.push_back(day);
            break;
        case event::kArrive:
            voice.there.push_back(day);
            break;
        case event::kFollowupDone:
            voice.followed.push_back(day);
            break;
        case event::kBill:
            if (m_snapshot.amount()[row] > 0) {
                voice.bought.push_back(day);
            }
            break;
        default:
            break;
        }
    }
}

template <typename Voices>
void VoiceReader::link(const Voices& voices, Index customer, CustomerVoice& voice,
                       std::vector<LinkedVoice>& linked) const
{
    const auto first = std::lower_bound(voices.begin(), voices.end(), customer,
                                        [](const auto& one, Index of) { return one.customer < of; });
    for (auto one = first; one != voices.end() && one->customer == customer; ++one) {
        if (one->time >= m_days.end()) {
            break;
        }
        const Day day = m_days.of(one->time);
        const auto behind
            = std::upper_bound(voice.visits.begin(), voice.visits.end(), day,
                               [](Day of, const TreatmentDay& visit) { return of < visit.day; });
        const bool about
            = behind != voice.visits.begin() && std::prev(behind)->day >= day - m_options.backDays;
        linked.push_back({.number = static_cast<std::size_t>(one - voices.begin()),
                          .day = day,
                          .visit = about ? static_cast<int>(behind - voice.visits.begin()) - 1 : -1});
    }
}

void VoiceReader::read(Index customer, CustomerVoice& voice) const
{
    voice.clear();
    readEvents(customer, voice);
    link(m_book.answers, customer, voice, voice.answers);
    link(m_book.complaints, customer, voice, voice.complaints);
    const auto unasked
        = std::remove_if(voice.answers.begin(), voice.answers.end(), [&](const LinkedVoice& answer) {
              return m_options.source && m_book.answers[answer.number].source != *m_options.source;
          });
    voice.answers.erase(unasked, voice.answers.end());
    for (std::size_t i = 0; i < voice.answers.size(); ++i) {
        if (voice.answers[i].visit >= 0) {
            voice.visits[static_cast<std::size_t>(voice.answers[i].visit)].answer = static_cast<int>(i);
        }
    }
    for (const LinkedVoice& complaint : voice.complaints) {
        if (complaint.visit >= 0) {
            voice.visits[static_cast<std::size_t>(complaint.visit)].complained = true;
        }
    }
}

}  // namespace meitrace
