// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/feedbackjudge.h"

#include "models/base/badoption.h"
#include "models/base/calendar.h"

#include <algorithm>
#include <limits>

namespace meitrace {

namespace {

constexpr int kDetractor = 6;
constexpr int kMostDays = 3'650;
constexpr int kMostBack = 365;
constexpr Index kLeastSupport = 5;

bool isLow(const FeedbackAnswer& answer)
{
    return (answer.grade > 0 && answer.grade <= FeedbackOptions::kLow)
        || (answer.nps >= 0 && answer.nps <= kDetractor);
}

FeedbackCause calledAfter(const CustomerVoice& voice, Day day)
{
    Day delay = std::numeric_limits<Day>::max();
    for (const Day of : voice.followed) {
        delay = of >= day ? std::min(delay, of - day) : delay;
    }
    return delay <= 1                              ? FeedbackCause::CalledNextDay
        : delay <= 3                               ? FeedbackCause::CalledIn3
        : delay <= 7                               ? FeedbackCause::CalledIn7
        : delay <= FeedbackOptions::kAftercareDays ? FeedbackCause::CalledIn14
                                                   : FeedbackCause::NotCalled;
}

Status checked(const Snapshot& snapshot, const FeedbackOptions& options)
{
    if (options.from != kMissingDay && options.to != kMissingDay && options.from > options.to) {
        return badOption("from", isoDate(options.from), "the first day lies behind the last one");
    }
    const auto range
        = [](const char* name, std::int64_t value, std::int64_t low, std::int64_t high) -> Status {
        return value >= low && value <= high
            ? Status(Done {})
            : badOption(name, value, std::to_string(low) + " to " + std::to_string(high));
    };
    Status status = range("back_days", options.backDays, 1, kMostBack);
    status = status ? range("open_days", options.openDays, 1, kMostDays) : status;
    status = status ? range("come_back_days", options.comeBackDays, 1, kMostDays) : status;
    if (status && options.support < kLeastSupport) {
        status = badOption("support", options.support, "5 or more");
    }
    return status ? checkPopulation(snapshot, options.population) : status;
}

}  // namespace

Result<FeedbackBound> bindFeedback(const Snapshot& snapshot, const FeedbackOptions& options, Job& job)
{
    if (Status status = checked(snapshot, options); !status) {
        return status.error();
    }
    if (Status status = snapshot.load(VoiceReader::needed(), job); !status) {
        return status.error();
    }
    // Who answers is known: cookies are not asked.
    return FeedbackBound {.population = populationOf(snapshot, options.population, false),
                          .asOf = options.asOf == kMissingDay ? snapshot.frame().asOf : options.asOf};
}

bool FeedbackJudge::inRange(Day day) const
{
    return (m_options.from == kMissingDay || day >= m_options.from)
        && (m_options.to == kMissingDay || day <= m_options.to);
}

bool FeedbackJudge::countsForComplaints(const TreatmentDay& visit) const
{
    return !m_reader.book().complaints.empty() && inRange(visit.day)
        && visit.day + m_options.backDays <= m_reader.asOf();
}

bool FeedbackJudge::isOpen(const CustomerVoice& voice, const LinkedVoice& linked) const
{
    const Day day = linked.day;
    return isLow(answer(linked)) && day >= m_reader.asOf() - m_options.openDays
        && std::none_of(voice.followed.begin(), voice.followed.end(), [day](Day of) { return of >= day; })
        && std::none_of(voice.there.begin(), voice.there.end(), [day](Day of) { return of > day; });
}

double FeedbackJudge::gradeOf(const CustomerVoice& voice, const TreatmentDay& visit) const
{
    return visit.answer < 0 ? 0 : answer(voice.answers[static_cast<std::size_t>(visit.answer)]).grade;
}

FeedbackJudge::Causes FeedbackJudge::causes(const CustomerVoice& voice) const
{
    Causes causes;
    const auto put = [&](FeedbackCause cause, const TreatmentDay& visit) {
        causes[static_cast<std::size_t>(cause)] = boughtAgain(voice, visit.day);
    };
    const auto isOver = [&](const TreatmentDay& visit) {
        return inRange(visit.day) && visit.day + m_options.comeBackDays <= m_reader.asOf();
    };
    const auto first = std::find_if(voice.visits.begin(), voice.visits.end(), isOver);
    if (first == voice.visits.end()) {
        return causes;
    }
    put(calledAfter(voice, first->day), *first);
    if (countsForComplaints(*first)) {
        put(first->complained ? FeedbackCause::Complaint : FeedbackCause::NoComplaint, *first);
    }
    const auto answered = std::find_if(first, voice.visits.end(), [&](const TreatmentDay& visit) {
        return isOver(visit) && gradeOf(voice, visit) > 0;
    });
    if (answered != voice.visits.end()) {
        put(gradeOf(voice, *answered) >= FeedbackOptions::kSatisfied ? FeedbackCause::Satisfied
                                                                     : FeedbackCause::Unsatisfied,
            *answered);
    }
    return causes;
}

OpenVoice FeedbackJudge::openVoice(Index customer, const TreatmentDay* visit) const
{
    OpenVoice open {.customer = customer};
    if (visit != nullptr) {
        for (const std::uint32_t code : visit->items) {
            const std::string_view item = m_snapshot.dictionary(EventField::Item).text(code);
            open.item += (open.item.empty() || item.empty() ? "" : "|") + std::string(item);
        }
        open.store = m_snapshot.dictionary(EventField::Store).text(visit->store);
    }
    return open;
}

bool FeedbackJudge::boughtAgain(const CustomerVoice& voice, Day day) const
{
    return std::any_of(voice.bought.begin(), voice.bought.end(),
                       [&](Day of) { return of > day && of <= day + m_options.comeBackDays; });
}

}  // namespace meitrace
