// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/feedback.h"
#include "analytics/features/daytable.h"

#include <span>
#include <vector>

namespace meitrace {

/// A day on which a customer was treated.
struct TreatmentDay {
    Day day = 0;
    std::vector<std::uint32_t> items {};  ///< codes, each once
    std::vector<std::uint32_t> staff {};
    std::uint32_t store = 0;
    int answer = -1;  ///< last answer about it: number in CustomerVoice::answers
    bool complained = false;
};

/// An answer or complaint and what it is about.
struct LinkedVoice {
    std::size_t number = 0;  ///< in the book
    Day day = 0;
    int visit = -1;  ///< in CustomerVoice::visits; -1: none shortly before
};

/// What a customer said, and what of it can be judged by.
struct CustomerVoice {
    std::vector<TreatmentDay> visits {};
    std::vector<LinkedVoice> answers {};
    std::vector<LinkedVoice> complaints {};
    std::vector<Day> bought {};    ///< days with money, ascending
    std::vector<Day> followed {};  ///< days of follow-ups
    std::vector<Day> there {};     ///< days in the house

    void clear();
};

/// Reads customers one after the other. Safe from several threads.
class VoiceReader {
public:
    VoiceReader(const Snapshot& snapshot, const FeedbackBook& book, const FeedbackOptions& options, Day asOf);

    static std::vector<EventField> needed();

    [[nodiscard]] const FeedbackBook& book() const { return m_book; }
    [[nodiscard]] Day asOf() const { return m_asOf; }
    /// Up to the as-of day; sources that are not asked for are left out.
    void read(Index customer, CustomerVoice& voice) const;

private:
    void readEvents(Index customer, CustomerVoice& voice) const;
    void addTreatment(Day day, Index row, CustomerVoice& voice) const;
    template <typename Voices>
    void link(const Voices& voices, Index customer, CustomerVoice& voice,
              std::vector<LinkedVoice>& linked) const;

    const Snapshot& m_snapshot;
    const FeedbackBook& m_book;
    const FeedbackOptions& m_options;
    Day m_asOf;
    DayTable m_days;
    Codes m_items;
    Codes m_staff;
    Codes m_stores;
};

}  // namespace meitrace
