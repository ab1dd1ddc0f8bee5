// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/journeydata.h"

#include "analytics/customer/purchasefacts.h"
#include "analytics/workbench/usualfunnel.h"
#include "models/base/hash.h"
#include "models/domain/eventtype.h"
#include "ui/viewmodels/customertable.h"

#include <algorithm>

namespace meitrace {

namespace {

constexpr int kYear = 12;

/// The n-th of so many parts of a job: passes stopping on, and its own share of the progress.
class Part final : public Job {
public:
    Part(Job& whole, int number, int parts)
        : Job(whole.threads())
        , m_whole(whole)
        , m_number(number)
        , m_parts(parts)
    {
    }
    [[nodiscard]] bool stopped() const override { return m_whole.stopped(); }
    void progress(double share) override { m_whole.progress((m_number + share) / m_parts); }

private:
    Job& m_whole;
    int m_number;
    int m_parts;
};

Result<JourneyFigures> figures(const Snapshot& snapshot, const FunnelOptions& usual,
                               const ReportPeriod& period, const JourneyRequest& request, Job& job)
{
    JourneyFigures out;
    out.period = period;
    out.asOf = request.asOf;
    out.options = usual;
    out.options.from = period.from;
    out.options.to = period.to;
    out.options.asOf = request.asOf;
    out.options.population = request.population;
    if (out.options.steps.size() >= 2) {
        Result<FunnelResult> result = funnel(snapshot, out.options, job);
        if (!result) {
            return result.error();
        }
        out.funnel = std::move(*result);
    }
    const Bitset all(snapshot.customers(), true);
    Result<PurchaseFacts> paid = purchaseFacts(
        snapshot, {.from = period.from, .asOf = std::min(period.to - 1, request.asOf)}, RfmFrequency::Visits,
        RfmValue::Cash, request.population.size() == 0 ? all : request.population, job);
    if (!paid) {
        return paid.error();
    }
    StageSequenceOptions options;
    options.from = period.from;
    options.to = period.to;
    options.asOf = request.asOf;
    options.firstStage = stage::kLead;
    options.repeats = StageRepeats::Once;
    options.maxLength = stage::kCount;
    options.population = request.population;
    options.value = std::move(paid->net);
    Result<StageSequences> sequences = stageSequences(snapshot, options, job);
    if (!sequences) {
        return sequences.error();
    }
    out.sequences = std::move(*sequences);
    out.paid = out.sequences.other.value;
    for (const StageSequence& one : out.sequences.top) {
        out.paid += one.value;
    }
    return out;
}

/// Did something that was not done by the clinic's own machines, at or after an instant.
bool aliveSince(const Snapshot& snapshot, Index customer, Millis since)
{
    const Millis* times = snapshot.time().data();
    const std::uint16_t* types = snapshot.type().data();
    for (Index row = snapshot.end(customer); row > snapshot.begin(customer) && times[row - 1] >= since;
         --row) {
        if (stageOf(types[row - 1]) != EventType::kNeutralStage) {
            return true;
        }
    }
    return false;
}

Result<Recoverable> recoverable(const SnapshotPtr& snapshot, const FunnelOptions& usual,
                                const JourneyRequest& request, Job& job)
{
    Recoverable out;
    FunnelOptions options = usual;
    options.asOf = request.asOf;
    options.population = request.population;
    out.steps.assign(options.steps.size(), 0);
    if (options.steps.size() < 2) {
        return out;
    }
    const Result<FunnelResult> result = funnel(*snapshot, options, job);
    if (!result) {
        return result.error();
    }
    const Millis since = snapshot->endOfDay(request.asOf - Recoverable::kRecentDays);
    for (std::size_t step = 1; step < options.steps.size(); ++step) {
        Bitset members
            = funnelCustomers(*result, snapshot->customers(), static_cast<int>(step), FunnelClass::Lost);
        out.lost += members.count();
        const Bitset lost = members;
        lost.forEach([&](Index customer) { members.put(customer, aliveSince(*snapshot, customer, since)); });
        out.recent += members.count();
        const Result<CustomerList> list = customerList(snapshot, members, job);
        if (!list) {
            return list.error();
        }
        out.steps[step] = list->reachableCount;
        out.reachable += list->reachableCount;
    }
    return out;
}

/// Eight digits from everything the figures depend on.
std::string runName(const SnapshotFrame& frame, const JourneyRequest& request)
{
    std::string text;
    for (const std::int64_t part : {frame.dataVersion, frame.mapVersion, std::int64_t {request.period.from},
                                    std::int64_t {request.period.to}, std::int64_t {request.asOf},
                                    static_cast<std::int64_t>(request.compare), request.population.count()}) {
        text += std::to_string(part) + ' ';
    }
    const std::string digits = hash128Hex(text);
    return digits.substr(0, 4) + '-' + digits.substr(4, 4);
}

constexpr int kParts = 9;

/// The period and the one it is compared with.
Status fillPeriods(const SnapshotPtr& snapshot, JourneyData& data, Job& job)
{
    const FunnelOptions usual = usualFunnel(data.overview);
    const ReportPeriod period = data.request.period;
    Part first(job, 0, kParts);
    Result<JourneyFigures> now = figures(*snapshot, usual, period, data.request, first);
    if (!now) {
        return now.error();
    }
    data.now = std::move(*now);
    const std::optional<ReportPeriod> earlier = comparedPeriod(period, data.request.compare);
    if (!earlier) {
        return Done {};
    }
    JourneyRequest then = data.request;
    then.asOf = earlier->to + (data.request.asOf - period.to);
    Part second(job, 1, kParts);
    Result<JourneyFigures> before = figures(*snapshot, usual, *earlier, then, second);
    if (!before) {
        return before.error();
    }
    if (before->sequences.customers > 0) {
        data.before = std::move(*before);
    }
    return Done {};
}

/// The twelve months that end with the period, month by month.
Status fillYear(const SnapshotPtr& snapshot, JourneyData& data, Job& job)
{
    const FunnelOptions usual = usualFunnel(data.overview);
    const Day end = data.request.period.to;
    Part part(job, 2, kParts);
    Result<JourneyFigures> year
        = figures(*snapshot, usual, {addMonths(end, -kYear), end}, data.request, part);
    if (!year) {
        return year.error();
    }
    data.year = std::move(*year);
    if (data.year.funnel.steps.empty()) {
        return Done {};
    }
    Part next(job, 3, kParts);
    auto months = funnelTrend(*snapshot, data.year.options, data.year.funnel,
                              static_cast<int>(usual.steps.size()) - 1, PeriodUnit::Months, next);
    if (!months) {
        return months.error();
    }
    data.months = std::move(*months);
    return Done {};
}

/// Takes an answer; that the data have nothing for it is none.
template <typename Options, typename Answer>
Status keep(Asked<Options, Answer>& asked, Result<Answer> answer)
{
    if (!answer && answer.error().code == ErrorCode::EmptyInput) {
        return Done {};
    }
    if (!answer) {
        return answer.error();
    }
    asked.result = std::move(*answer);
    return Done {};
}

/// Steps of the usual funnel as activities: what stands on paper must be few.
PathOptions pathQuestion(const JourneyData& data)
{
    PathOptions options;
    options.activities.events = {};
    for (const EventPredicate& step : usualFunnel(data.overview).steps) {
        options.activities.events.clauses.insert(options.activities.events.clauses.end(),
                                                 step.clauses.begin(), step.clauses.end());
    }
    options.activities.from = data.year.period.from;
    options.activities.to = data.year.period.to - 1;
    options.activities.asOf = data.request.asOf;
    options.activities.population = data.request.population;
    options.activities.repeats = ActivityRepeats::First;
    options.start = options.activities.events.clauses.front().type;
    options.steps = 5;
    options.top = 5;
    return options;
}

/// Ways, leaks and channels of the twelve months.
Status fillWays(const SnapshotPtr& snapshot, JourneyData& data, Job& job)
{
    const FunnelOptions usual = usualFunnel(data.overview);
    if (usual.steps.size() < 2) {
        return Done {};
    }
    Part first(job, 4, kParts);
    data.paths.options = pathQuestion(data);
    Status status = keep(data.paths, paths(*snapshot, data.paths.options, first));
    Part second(job, 5, kParts);
    data.pain.options.funnel = usual;
    data.pain.options.funnel.window = Duration {30, DurationUnit::Days};
    data.pain.options.funnel.from = data.year.period.from;
    data.pain.options.funnel.to = data.year.period.to;
    data.pain.options.funnel.asOf = data.request.asOf;
    data.pain.options.funnel.population = data.request.population;
    status = status ? keep(data.pain, painPoints(*snapshot, data.pain.options, second)) : status;
    Part third(job, 6, kParts);
    TouchOptions& touches = data.credit.options.touches;
    touches.conversion = usual.steps.back();
    touches.from = data.year.period.from;
    touches.to = std::min(data.year.period.to - 1, data.request.asOf);
    touches.asOf = data.request.asOf;
    touches.population = data.request.population;
    return status ? keep(data.credit, attribution(*snapshot, data.credit.options, third)) : status;
}

/// Who could be won back, and the segments.
Status fillCustomers(const SnapshotPtr& snapshot, JourneyData& data, Job& job)
{
    Part part(job, 7, kParts);
    Result<Recoverable> lost = recoverable(snapshot, usualFunnel(data.overview), data.request, part);
    if (!lost) {
        return lost.error();
    }
    data.recoverable = std::move(*lost);
    RfmOptions options;
    options.asOf = std::min(data.request.asOf, data.request.period.to - 1);
    options.population = data.request.population;
    setRfmClasses(options, data.request.classes);
    Part next(job, 8, kParts);
    Result<RfmHistory> scores = rfmHistory(*snapshot, options, 0, next);
    if (!scores && scores.error().code != ErrorCode::EmptyInput) {
        return scores.error();
    }
    if (scores) {
        data.rfm = std::move(*scores);
    }
    return Done {};
}

/// Period, as-of day: what was left open.
Result<JourneyRequest> filled(const Snapshot& snapshot, JourneyRequest request)
{
    request.asOf = request.asOf == kMissingDay ? snapshot.frame().asOf : request.asOf;
    if (request.period.from == kMissingDay && request.period.to == kMissingDay) {
        request.period = lastWholeMonth(request.asOf);
    }
    request.period.from
        = request.period.from == kMissingDay ? snapshot.frame().firstDay : request.period.from;
    request.period.to = request.period.to == kMissingDay ? request.asOf + 1 : request.period.to;
    if (request.period.days() <= 0 || request.period.from > request.asOf) {
        return Error {.code = ErrorCode::BadOption,
                      .subject = "period",
                      .value = isoDate(request.period.from) + " – " + isoDate(request.period.to - 1)};
    }
    return request;
}

}  // namespace

ReportPeriod lastWholeMonth(Day asOf)
{
    const Day end = monthStart(asOf + 1);
    return {monthStart(end, -1), end};
}

std::optional<ReportPeriod> comparedPeriod(const ReportPeriod& period, ReportCompare compare)
{
    if (compare == ReportCompare::None) {
        return std::nullopt;
    }
    if (compare == ReportCompare::Year) {
        return ReportPeriod {addMonths(period.from, -kYear), addMonths(period.to, -kYear)};
    }
    if (monthStart(period.from) == period.from && monthStart(period.to) == period.to) {
        const CivilDate from = civilFromDay(period.from);
        const CivilDate to = civilFromDay(period.to);
        const int months = (to.year - from.year) * kYear + to.month - from.month;
        return ReportPeriod {monthStart(period.from, -months), period.from};
    }
    return ReportPeriod {period.from - period.days(), period.from};
}

Result<JourneyData> journeyData(const SnapshotPtr& snapshot, const Overview& overview,
                                const JourneyRequest& request, Job& job)
{
    const Result<JourneyRequest> asked = filled(*snapshot, request);
    if (!asked) {
        return asked.error();
    }
    JourneyData data;
    data.request = *asked;
    data.overview = overview;
    data.known = snapshot->known().count();
    data.anonymous = snapshot->customers() - data.known;
    if (asked->population.size() != 0) {
        Bitset in = asked->population;
        in &= snapshot->known();
        data.leftOut = data.known - in.count();
    }
    data.run = runName(snapshot->frame(), *asked);
    for (const auto& fill : {fillPeriods, fillYear, fillWays, fillCustomers}) {
        if (Status status = fill(snapshot, data, job); !status) {
            return status.error();
        }
    }
    return data;
}

}  // namespace meitrace
