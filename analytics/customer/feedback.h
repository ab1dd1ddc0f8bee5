// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/stats/proportion.h"
#include "models/base/job.h"
#include "models/base/result.h"
#include "models/frame/bitset.h"
#include "models/frame/snapshot.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace meitrace {

/// Where a customer's word was written down.
enum class VoiceSource : std::uint8_t { Survey, Call };

/// One answer of a customer.
struct FeedbackAnswer {
    Index customer = 0;
    Millis time = 0;
    double grade = 0;  ///< 1 to 5; 0 = none
    int nps = -1;      ///< 0 to 10; -1 = none
    VoiceSource source = VoiceSource::Survey;
};

struct FeedbackComplaint {
    Index customer = 0;
    Millis time = 0;
    bool open = false;  ///< as the file says
    std::string topic {};
};

/// All answers and complaints, by customer, then time; customers are rows of the snapshot.
struct FeedbackBook {
    std::vector<FeedbackAnswer> answers {};
    std::vector<FeedbackComplaint> complaints {};
};

/// What answers and complaints are told apart by: fields of the treatments before them, or the week.
enum class FeedbackKey : std::uint8_t { Item, Staff, Store, Week };
inline constexpr std::array<FeedbackKey, 4> kFeedbackKeys {FeedbackKey::Item, FeedbackKey::Staff,
                                                           FeedbackKey::Store, FeedbackKey::Week};

struct FeedbackOptions {
    Day from = kMissingDay;  ///< days of the answers, and of the treatments complained of; missing: all
    Day to = kMissingDay;    ///< last one
    Day asOf = kMissingDay;
    Bitset population {};
    std::optional<VoiceSource> source {};  ///< empty: both
    int backDays = 30;  ///< an answer or a complaint is about treatments at most so long before; 1 to 365
    int openDays = 90;  ///< older low answers are not asked after any more; 1 to 3650
    int comeBackDays = 180;  ///< who buys again within so many days came back; 1 to 3650
    Index support = 10;      ///< fewest answers (treatment days) for a verdict, 5 or more

    static constexpr double kSatisfied = 4;  ///< grades from here on
    static constexpr double kLow = 3;        ///< grades up to here ask for a call; also nps up to 6
    static constexpr int kAftercareDays = 14;
};

/// Where a share lies against what chance lets expect of so many (99.8 %).
enum class FeedbackVerdict : std::uint8_t { TooFew, Usual, Low, High };

struct FeedbackGroup {
    FeedbackKey key = FeedbackKey::Item;
    std::string value {};  ///< empty where the treatment has none; of a week its first day
    Day week = 0;          ///< of weeks only
    Share satisfied {};    ///< answers with a grade
    Interval interval {};  ///< of the share, Wilson
    Interval band {};      ///< what chance lets expect of so many answers
    FeedbackVerdict verdict = FeedbackVerdict::TooFew;
    double mean = 0;       ///< of the grades; NaN without one
    Index promoters = 0;   ///< nps 9 and 10
    Index detractors = 0;  ///< nps 0 to 6
    Index asked = 0;       ///< answers with an nps
    Share complained {};   ///< treatment days that were complained of
    Interval complainedInterval {};
    FeedbackVerdict complainedVerdict = FeedbackVerdict::TooFew;

    /// Promoters less detractors as a share of the asked; NaN without any
    [[nodiscard]] double nps() const;
};

/// Something that still waits for an answer of the clinic.
struct OpenVoice {
    enum class Kind : std::uint8_t { LowGrade, Complaint };

    Index customer = 0;
    Kind kind = Kind::LowGrade;
    Millis time = 0;
    Day age = 0;       ///< days up to the as-of day
    double grade = 0;  ///< 0 = none
    int nps = -1;
    std::string topic {};
    std::string item {};  ///< of the treatment it is about; several are joined
    std::string store {};
};

/// Who came back, of those of whom something holds at their first treatment day: each customer once.
enum class FeedbackCause : std::uint8_t {
    Satisfied,
    Unsatisfied,
    NoComplaint,
    Complaint,
    CalledNextDay,  ///< first follow-up on the day or the next
    CalledIn3,
    CalledIn7,
    CalledIn14,
    NotCalled
};
inline constexpr std::size_t kFeedbackCauses = 9;

struct FeedbackResult {
    FeedbackGroup all;                  ///< every answer once; every treatment day once
    std::vector<FeedbackGroup> groups;  ///< by key; most answers first, weeks by time
    std::vector<OpenVoice> open;        ///< the latest first
    std::array<Share, kFeedbackCauses> cameBack {};
    Index customers = 0;  ///< who answered or complained
    Index answers = 0;
    Index unlinked = 0;  ///< answers without a treatment shortly before: in no group but their week
    Index complaints = 0;
    Index notSelected = 0;
    Day from = 0;
    Day to = 0;
    Day asOf = 0;
};

/// What customers say: how satisfied they are, what they complain of and who still waits, by treatment,
/// staff, store and week; and whether they come back.
///
/// Link     An answer or a complaint is about the customer's last treatment day at most backDays before; it
/// counts
///          for each item and each member of staff of that day.
/// Verdict  A group's share against that of all: outside of the limits that chance keeps in 998 of 1,000
/// cases
///          (p-chart, funnel plot).
/// Open     Grades up to 3 and nps up to 6 of the last openDays after which the customer was neither followed
/// up nor
///          came again; complaints that the file calls open.
/// Cost     one pass over the events of the population. Answers of one customer count as independent.
/// Errors   BadOption(from | back_days | open_days | come_back_days | support | population), Cancelled, those
/// of
///          loading columns, EmptyInput(feedback): no answer and no complaint
/// Source   methods 5; Spiegelhalter 2005, Statistics in Medicine 24 (funnel plots)
Result<FeedbackResult> feedback(const Snapshot& snapshot, const FeedbackBook& book,
                                const FeedbackOptions& options, Job& job);

/// Part of a result whose customers are wanted.
struct FeedbackPlace {
    enum class Who : std::uint8_t { Answered, Unsatisfied, Complained, CameBack, StayedAway };

    Who who = Who::Answered;
    int group = -1;                                  ///< in FeedbackResult::groups; -1: all
    FeedbackCause cause = FeedbackCause::Satisfied;  ///< of CameBack and StayedAway
};

/// The customers behind a figure. Errors  BadOption(group), those of feedback()
Result<Bitset> feedbackMembers(const Snapshot& snapshot, const FeedbackBook& book,
                               const FeedbackOptions& options, const FeedbackResult& result,
                               const FeedbackPlace& place, Job& job);

}  // namespace meitrace
