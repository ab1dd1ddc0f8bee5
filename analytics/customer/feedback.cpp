// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/feedback.h"

#include "analytics/customer/feedbackjudge.h"
#include "analytics/features/eachcustomer.h"
#include "models/base/calendar.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

namespace meitrace {

namespace {

constexpr double kBandZ = 3.0902323061678132;  // 99.8 %, two-sided
constexpr int kPromoter = 9;
constexpr int kDetractor = 6;
constexpr double kThousand = 1'000;

struct Tally {
    Share satisfied;
    std::int64_t grades = 0;  ///< sum in thousandths: whole numbers add up in any order
    Index promoters = 0;
    Index detractors = 0;
    Index asked = 0;
    Share complained;

    void add(const Tally& other)
    {
        satisfied.hits += other.satisfied.hits;
        satisfied.n += other.satisfied.n;
        grades += other.grades;
        promoters += other.promoters;
        detractors += other.detractors;
        asked += other.asked;
        complained.hits += other.complained.hits;
        complained.n += other.complained.n;
    }

    void add(const FeedbackAnswer& answer)
    {
        if (answer.grade > 0) {
            ++satisfied.n;
            satisfied.hits += answer.grade >= FeedbackOptions::kSatisfied ? 1 : 0;
            grades += std::llround(answer.grade * kThousand);
        }
        if (answer.nps >= 0) {
            ++asked;
            promoters += answer.nps >= kPromoter ? 1 : 0;
            detractors += answer.nps <= kDetractor ? 1 : 0;
        }
    }

    void addVisit(bool complainedOf)
    {
        ++complained.n;
        complained.hits += complainedOf ? 1 : 0;
    }
};

struct Part {
    Tally all;
    std::map<FeedbackGroupId, Tally> groups;
    std::vector<OpenVoice> open;
    std::array<Share, kFeedbackCauses> cameBack {};
    Index customers = 0;
    Index answers = 0;
    Index unlinked = 0;
    Index complaints = 0;
    bool followedUp = false;
};

void tallyAnswers(const FeedbackJudge& judge, Index customer, const CustomerVoice& voice, Day asOf,
                  Part& part)
{
    for (const LinkedVoice& linked : voice.answers) {
        const FeedbackAnswer& answer = judge.answer(linked);
        const TreatmentDay* visit = FeedbackJudge::visitOf(voice, linked);
        if (judge.inRange(linked.day)) {
            ++part.answers;
            part.unlinked += visit == nullptr ? 1 : 0;
            part.all.add(answer);
            FeedbackJudge::eachGroup(linked.day, visit,
                                     [&](const FeedbackGroupId& id) { part.groups[id].add(answer); });
        }
        if (judge.isOpen(voice, linked)) {
            OpenVoice open = judge.openVoice(customer, visit);
            open.time = answer.time;
            open.age = asOf - linked.day;
            open.grade = answer.grade;
            open.nps = answer.nps;
            part.open.push_back(std::move(open));
        }
    }
}

void tallyComplaints(const FeedbackJudge& judge, const FeedbackBook& book, Index customer,
                     const CustomerVoice& voice, Day asOf, Part& part)
{
    for (const TreatmentDay& visit : voice.visits) {
        if (judge.countsForComplaints(visit)) {
            part.all.addVisit(visit.complained);
            FeedbackJudge::eachGroup(visit.day, &visit, [&](const FeedbackGroupId& id) {
                part.groups[id].addVisit(visit.complained);
            });
        }
    }
    for (const LinkedVoice& linked : voice.complaints) {
        const FeedbackComplaint& complaint = book.complaints[linked.number];
        part.complaints += judge.inRange(linked.day) ? 1 : 0;
        if (complaint.open) {
            OpenVoice open = judge.openVoice(customer, FeedbackJudge::visitOf(voice, linked));
            open.kind = OpenVoice::Kind::Complaint;
            open.time = complaint.time;
            open.age = asOf - linked.day;
            open.topic = complaint.topic;
            part.open.push_back(std::move(open));
        }
    }
}

void addPart(const Part& part, Part& whole)
{
    whole.all.add(part.all);
    for (const auto& [id, tally] : part.groups) {
        whole.groups[id].add(tally);
    }
    whole.open.insert(whole.open.end(), part.open.begin(), part.open.end());
    for (std::size_t cause = 0; cause < kFeedbackCauses; ++cause) {
        whole.cameBack[cause].hits += part.cameBack[cause].hits;
        whole.cameBack[cause].n += part.cameBack[cause].n;
    }
    whole.customers += part.customers;
    whole.answers += part.answers;
    whole.unlinked += part.unlinked;
    whole.complaints += part.complaints;
    whole.followedUp = whole.followedUp || part.followedUp;
}

/// The share that chance lets expect of n where all have `usual`.
Interval bandOf(double usual, Index n)
{
    if (n == 0 || std::isnan(usual)) {
        return {.low = 0, .high = 1};
    }
    const double spread = kBandZ * std::sqrt(usual * (1 - usual) / static_cast<double>(n));
    return {.low = std::max(0.0, usual - spread), .high = std::min(1.0, usual + spread)};
}

FeedbackVerdict verdictOf(const Share& share, const Interval& band, Index support)
{
    if (share.n < support) {
        return FeedbackVerdict::TooFew;
    }
    const double found = proportion(share.hits, share.n);
    return found < band.low ? FeedbackVerdict::Low
        : found > band.high ? FeedbackVerdict::High
                            : FeedbackVerdict::Usual;
}

FeedbackGroup groupOf(const Tally& tally, const Tally& all, Index support)
{
    FeedbackGroup group {.satisfied = tally.satisfied,
                         .interval = wilson(tally.satisfied.hits, tally.satisfied.n),
                         .promoters = tally.promoters,
                         .detractors = tally.detractors,
                         .asked = tally.asked,
                         .complained = tally.complained,
                         .complainedInterval = wilson(tally.complained.hits, tally.complained.n)};
    group.band = bandOf(proportion(all.satisfied.hits, all.satisfied.n), tally.satisfied.n);
    group.verdict = verdictOf(tally.satisfied, group.band, support);
    group.complainedVerdict
        = verdictOf(tally.complained,
                    bandOf(proportion(all.complained.hits, all.complained.n), tally.complained.n), support);
    group.mean = tally.satisfied.n == 0
        ? std::numeric_limits<double>::quiet_NaN()
        : static_cast<double>(tally.grades) / kThousand / static_cast<double>(tally.satisfied.n);
    return group;
}

std::vector<FeedbackGroup> groupsOf(const Snapshot& snapshot, const Part& whole, Index support)
{
    std::vector<FeedbackGroup> groups;
    for (const auto& [id, tally] : whole.groups) {
        const auto& [key, code] = id;
        const bool isWeek = key == FeedbackKey::Week;
        if ((!isWeek && code == 0)
            || (tally.satisfied.n == 0 && tally.asked == 0 && tally.complained.hits == 0)) {
            continue;
        }
        FeedbackGroup& group = groups.emplace_back(groupOf(tally, whole.all, support));
        group.key = key;
        const auto field = key == FeedbackKey::Item ? EventField::Item
            : key == FeedbackKey::Staff             ? EventField::Staff
                                                    : EventField::Store;
        group.week = isWeek ? static_cast<Day>(code) : 0;
        group.value = isWeek ? isoDate(group.week)
                             : std::string(snapshot.dictionary(field).text(static_cast<std::uint32_t>(code)));
    }
    std::stable_sort(groups.begin(), groups.end(), [](const FeedbackGroup& a, const FeedbackGroup& b) {
        const auto rank = [](const FeedbackGroup& group) {
            return std::tuple(group.key, group.week, -group.satisfied.n, -group.complained.n,
                              std::string_view(group.value));
        };
        return rank(a) < rank(b);
    });
    return groups;
}

/// What one customer adds.
void addCustomer(const FeedbackJudge& judge, const FeedbackBook& book, Index customer,
                 const CustomerVoice& voice, Day asOf, Part& part)
{
    const Index before = part.answers + part.complaints;
    tallyAnswers(judge, customer, voice, asOf, part);
    tallyComplaints(judge, book, customer, voice, asOf, part);
    part.customers += part.answers + part.complaints > before ? 1 : 0;
    part.followedUp = part.followedUp || !voice.followed.empty();
    const FeedbackJudge::Causes causes = judge.causes(voice);
    for (std::size_t cause = 0; cause < kFeedbackCauses; ++cause) {
        if (causes[cause]) {
            ++part.cameBack[cause].n;
            part.cameBack[cause].hits += *causes[cause] ? 1 : 0;
        }
    }
}

Result<Part> countAll(const Snapshot& snapshot, const FeedbackBook& book, const FeedbackOptions& options,
                      const FeedbackBound& bound, Job& job)
{
    const VoiceReader reader(snapshot, book, options, bound.asOf);
    const FeedbackJudge judge(snapshot, reader, options);
    struct Both {
        Part part;
        CustomerVoice voice {};
    };
    Part whole;
    const Status status = eachCustomer<Both>(
        bound.population.rows, job, [] { return Both {}; },
        [&](Both& both, Index customer) {
            reader.read(customer, both.voice);
            addCustomer(judge, book, customer, both.voice, bound.asOf, both.part);
        },
        [&](const Both& both) { addPart(both.part, whole); });
    if (!status) {
        return status.error();
    }
    if (!whole.followedUp) {
        for (auto cause = static_cast<std::size_t>(FeedbackCause::CalledNextDay); cause < kFeedbackCauses;
             ++cause) {
            whole.cameBack[cause] = {};
        }
    }
    return whole;
}

}  // namespace

double FeedbackGroup::nps() const
{
    return asked == 0 ? std::numeric_limits<double>::quiet_NaN()
                      : static_cast<double>(promoters - detractors) / static_cast<double>(asked);
}

Result<FeedbackResult> feedback(const Snapshot& snapshot, const FeedbackBook& book,
                                const FeedbackOptions& options, Job& job)
{
    const Result<FeedbackBound> bound = bindFeedback(snapshot, options, job);
    if (!bound) {
        return bound.error();
    }
    Result<Part> counted = countAll(snapshot, book, options, *bound, job);
    if (!counted) {
        return counted.error();
    }
    Part& whole = *counted;
    if (whole.answers == 0 && whole.complaints == 0 && whole.open.empty()) {
        return Error {.code = ErrorCode::EmptyInput,
                      .subject = "feedback",
                      .detail = "no answer and no complaint on these days"};
    }
    FeedbackResult result {.all = groupOf(whole.all, whole.all, options.support),
                           .groups = groupsOf(snapshot, whole, options.support),
                           .open = std::move(whole.open),
                           .cameBack = whole.cameBack,
                           .customers = whole.customers,
                           .answers = whole.answers,
                           .unlinked = whole.unlinked,
                           .complaints = whole.complaints,
                           .notSelected = bound->population.notSelected,
                           .from = options.from,
                           .to = options.to,
                           .asOf = bound->asOf};
    std::sort(result.open.begin(), result.open.end(), [](const OpenVoice& a, const OpenVoice& b) {
        return std::tuple(-a.time, a.customer, a.kind) < std::tuple(-b.time, b.customer, b.kind);
    });
    return result;
}

}  // namespace meitrace
