// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/feedbackjudge.h"
#include "models/base/badoption.h"

#include <algorithm>
#include <utility>

namespace meitrace {

namespace {

/// Whether a customer belongs to a place.
class PlaceTest {
public:
    PlaceTest(const FeedbackJudge& judge, FeedbackPlace place, std::optional<FeedbackGroupId> group)
        : m_judge(judge)
        , m_place(place)
        , m_group(std::move(group))
    {
    }

    [[nodiscard]] bool operator()(const CustomerVoice& voice) const
    {
        using Who = FeedbackPlace::Who;
        switch (m_place.who) {
        case Who::Answered:
        case Who::Unsatisfied:
            return std::any_of(voice.answers.begin(), voice.answers.end(),
                               [&](const LinkedVoice& linked) { return isHere(voice, linked); });
        case Who::Complained:
            return std::any_of(voice.visits.begin(), voice.visits.end(), [&](const TreatmentDay& visit) {
                return visit.complained && m_judge.countsForComplaints(visit) && fits(visit.day, &visit);
            });
        default:
            break;
        }
        const std::optional<bool> again = m_judge.causes(voice)[static_cast<std::size_t>(m_place.cause)];
        return again && *again == (m_place.who == Who::CameBack);
    }

private:
    [[nodiscard]] bool fits(Day day, const TreatmentDay* visit) const
    {
        bool found = !m_group;
        FeedbackJudge::eachGroup(day, visit,
                                 [&](const FeedbackGroupId& id) { found = found || id == *m_group; });
        return found;
    }
    [[nodiscard]] bool isHere(const CustomerVoice& voice, const LinkedVoice& linked) const
    {
        const double grade = m_judge.answer(linked).grade;
        const bool asked = m_place.who == FeedbackPlace::Who::Answered
            || (grade > 0 && grade < FeedbackOptions::kSatisfied);
        return asked && m_judge.inRange(linked.day)
            && fits(linked.day, FeedbackJudge::visitOf(voice, linked));
    }

    const FeedbackJudge& m_judge;
    FeedbackPlace m_place;
    std::optional<FeedbackGroupId> m_group;
};

FeedbackGroupId idOf(const Snapshot& snapshot, const FeedbackGroup& group)
{
    switch (group.key) {
    case FeedbackKey::Item:
        return {group.key, snapshot.dictionary(EventField::Item).find(group.value)};
    case FeedbackKey::Staff:
        return {group.key, snapshot.dictionary(EventField::Staff).find(group.value)};
    case FeedbackKey::Store:
        return {group.key, snapshot.dictionary(EventField::Store).find(group.value)};
    case FeedbackKey::Week:
        break;
    }
    return {group.key, group.week};
}

}  // namespace

Result<Bitset> feedbackMembers(const Snapshot& snapshot, const FeedbackBook& book,
                               const FeedbackOptions& options, const FeedbackResult& result,
                               const FeedbackPlace& place, Job& job)
{
    if (place.group < -1 || place.group >= static_cast<int>(result.groups.size())) {
        return badOption("group", place.group);
    }
    const Result<FeedbackBound> bound = bindFeedback(snapshot, options, job);
    if (!bound) {
        return bound.error();
    }
    const VoiceReader reader(snapshot, book, options, bound->asOf);
    const FeedbackJudge judge(snapshot, reader, options);
    const PlaceTest belongs(
        judge, place,
        place.group < 0
            ? std::nullopt
            : std::optional(idOf(snapshot, result.groups[static_cast<std::size_t>(place.group)])));
    Bitset members(snapshot.customers());
    CustomerVoice voice;
    bound->population.rows.forEach([&](Index customer) {
        reader.read(customer, voice);
        if (belongs(voice)) {
            members.set(customer);
        }
    });
    return members;
}

}  // namespace meitrace
