// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/feedbackvoice.h"
#include "analytics/features/periods.h"
#include "analytics/features/population.h"

#include <array>
#include <optional>
#include <utility>

namespace meitrace {

/// What a group is of: key, and a code of the dictionary or the first day of a week.
using FeedbackGroupId = std::pair<FeedbackKey, std::int64_t>;

/// Options bound to a snapshot.
struct FeedbackBound {
    Population population;
    Day asOf = 0;
};

/// Loads what is read. Errors  those of feedback()
Result<FeedbackBound> bindFeedback(const Snapshot& snapshot, const FeedbackOptions& options, Job& job);

/// What the figures of one customer are: the same for counting and for finding members.
class FeedbackJudge {
public:
    FeedbackJudge(const Snapshot& snapshot, const VoiceReader& reader, const FeedbackOptions& options)
        : m_snapshot(snapshot)
        , m_reader(reader)
        , m_options(options)
    {
    }

    [[nodiscard]] bool inRange(Day day) const;
    /// Every complaint about the treatment is known by now.
    [[nodiscard]] bool countsForComplaints(const TreatmentDay& visit) const;
    [[nodiscard]] const FeedbackAnswer& answer(const LinkedVoice& linked) const
    {
        return m_reader.book().answers[linked.number];
    }
    /// nullptr: about none
    static const TreatmentDay* visitOf(const CustomerVoice& voice, const LinkedVoice& linked)
    {
        return linked.visit < 0 ? nullptr : &voice.visits[static_cast<std::size_t>(linked.visit)];
    }
    [[nodiscard]] bool isOpen(const CustomerVoice& voice, const LinkedVoice& linked) const;
    [[nodiscard]] OpenVoice openVoice(Index customer, const TreatmentDay* visit) const;

    using Causes = std::array<std::optional<bool>, kFeedbackCauses>;
    /// By cause: whether she came back; nothing where the cause does not hold or it is too early to tell.
    [[nodiscard]] Causes causes(const CustomerVoice& voice) const;

    /// Calls take(id) for the week and whatever the treatment day has of each field.
    template <typename Take>
    static void eachGroup(Day day, const TreatmentDay* visit, Take take)
    {
        take(FeedbackGroupId {FeedbackKey::Week, periodStart(PeriodUnit::Weeks, day)});
        if (visit == nullptr) {
            return;
        }
        for (const std::uint32_t code : visit->items) {
            take(FeedbackGroupId {FeedbackKey::Item, code});
        }
        for (const std::uint32_t code : visit->staff) {
            take(FeedbackGroupId {FeedbackKey::Staff, code});
        }
        take(FeedbackGroupId {FeedbackKey::Store, visit->store});
    }

private:
    /// 0: no answer with a grade is about it
    [[nodiscard]] double gradeOf(const CustomerVoice& voice, const TreatmentDay& visit) const;
    [[nodiscard]] bool boughtAgain(const CustomerVoice& voice, Day day) const;

    const Snapshot& m_snapshot;
    const VoiceReader& m_reader;
    const FeedbackOptions& m_options;
};

}  // namespace meitrace
