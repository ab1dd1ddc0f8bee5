// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/channelcohort.h"

#include "analytics/customer/channelscan.h"
#include "analytics/features/population.h"
#include "analytics/stats/quantile.h"
#include "models/base/badoption.h"
#include "models/base/parallel.h"
#include "models/base/random.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numeric>

namespace meitrace {

namespace {

constexpr Index kChunk = 8'192;
constexpr int kLongestDays = 3'650;
constexpr int kDaysOfMonth = 30;
constexpr std::size_t kResampledPayers = 2'000;
constexpr int kResamples = 1'000;
constexpr std::uint64_t kSeed = 0x4368616E6E656CULL;
constexpr auto kMonths = static_cast<std::size_t>(ChannelFigures::kMonths);

/// A Poisson number of mean 1.
Index poissonOne(double uniform)
{
    double term = std::exp(-1.0);
    double sum = term;
    Index count = 0;
    while (uniform > sum && count < 20) {
        ++count;
        term /= static_cast<double>(count);
        sum += term;
    }
    return count;
}

/// 95 % of what customers like these bring. nets: what each of them brought, other than 0.
Interval rangeOf(const std::vector<Fen>& nets, std::uint64_t stream)
{
    if (nets.size() > kResampledPayers) {
        double sum = 0;
        double squares = 0;
        for (const Fen net : nets) {
            sum += static_cast<double>(net);
            squares += static_cast<double>(net) * static_cast<double>(net);
        }
        const double spread = kZ95 * std::sqrt(squares);
        return {sum - spread, sum + spread};
    }
    std::vector<double> sums;
    Random random(kSeed, stream);
    for (int sample = 0; sample < kResamples; ++sample) {
        Fen sum = 0;
        for (const Fen net : nets) {
            sum += poissonOne(random.unit()) * net;
        }
        sums.push_back(static_cast<double>(sum));
    }
    std::sort(sums.begin(), sums.end());
    return {quantileType7(sums, 0.025), quantileType7(sums, 0.975)};
}

class CohortCount {
public:
    CohortCount(const Snapshot& snapshot, const SpendBook& book, const ChannelCohortOptions& options,
                ChannelCohort& cohort)
        : m_snapshot(snapshot)
        , m_book(book)
        , m_options(options)
        , m_cohort(cohort)
        , m_scan(snapshot, book, options, cohort)
    {
    }

    Status run(Job& job)
    {
        if (Status bound = m_scan.bind(job); !bound) {
            return bound;
        }
        const Population population
            = populationOf(m_snapshot, m_options.population, m_options.includeAnonymous);
        m_cohort.notSelected = population.notSelected;
        m_cohort.anonymous = population.anonymous;
        std::vector<ChannelPart> parts(static_cast<std::size_t>(chunkCount(m_snapshot.customers(), kChunk)));
        std::atomic<Index> finished {0};
        const bool done
            = forChunks(m_snapshot.customers(), kChunk, job, [&](Index chunk, Index begin, Index end) {
                  ChannelPart& part = parts[static_cast<std::size_t>(chunk)];
                  part.months.resize(m_scan.names().size());
                  KpiFacts facts(m_snapshot, m_cohort.asOf);
                  for (Index customer = begin; customer < end; ++customer) {
                      if (population.rows.test(customer)) {
                          facts.read(customer);
                          m_scan.add(customer, facts, part);
                      }
                  }
                  const Index share
                      = finished.fetch_add(end - begin, std::memory_order_relaxed) + end - begin;
                  job.progress(static_cast<double>(share) / static_cast<double>(m_snapshot.customers()));
              });
        if (!done) {
            return Error {.code = ErrorCode::Cancelled};
        }
        gather(parts);
        return Done {};
    }

private:
    void gather(std::vector<ChannelPart>& parts)
    {
        std::vector<ChannelFigures> all(m_scan.names().size());
        std::vector<std::vector<Fen>> nets(m_scan.names().size());
        std::vector<Fen> everyNet;
        for (const ChannelPart& part : parts) {
            for (std::size_t channel = 0; channel < part.months.size(); ++channel) {
                for (std::size_t month = 0; month < kMonths; ++month) {
                    all[channel].netOfMonth[month] += part.months[channel][month];
                    m_cohort.total.netOfMonth[month] += part.months[channel][month];
                }
            }
            for (const ChannelFound& found : part.people) {
                count(found, all[found.person.channel]);
                count(found, m_cohort.total);
                m_cohort.people.push_back(found.person);
                if (found.net != 0) {
                    nets[found.person.channel].push_back(found.net);
                    everyNet.push_back(found.net);
                }
            }
        }
        addSpend(all);
        for (std::uint32_t channel = 0; channel < all.size(); ++channel) {
            all[channel].channel = m_scan.names().text(channel);
            all[channel].netRange = rangeOf(nets[channel], channel);
        }
        m_cohort.total.netRange = rangeOf(everyNet, m_scan.names().size());
        arrange(all);
    }

    static void count(const ChannelFound& found, ChannelFigures& figures)
    {
        for (std::size_t stage = 0; stage < kChannelStages; ++stage) {
            figures.customers[stage] += found.person.stages.test(stage) ? 1 : 0;
        }
        figures.walkIns += found.walkedIn ? 1 : 0;
        figures.mature += found.isMature ? 1 : 0;
        figures.repeatKnown += found.isRepeatKnown ? 1 : 0;
        figures.repeatInTime
            += found.isRepeatKnown && found.person.stages.test(static_cast<std::size_t>(ChannelStage::Repeat))
            ? 1
            : 0;
        figures.net += found.net;
        figures.ticketMoney += found.ticketMoney;
        figures.tickets += found.tickets;
    }

    void addSpend(std::vector<ChannelFigures>& all)
    {
        m_cohort.spendKnown = !m_options.chosenPeople;
        for (const AdSpend& spend : m_book.spend) {
            if (m_cohort.spendKnown && m_scan.isInside(spend.day)) {
                all[m_scan.ofSpend(spend.channel)].spend += spend.amount;
                m_cohort.total.spend += spend.amount;
            }
        }
    }

    void arrange(std::vector<ChannelFigures>& all)
    {
        std::vector<std::uint32_t> order(all.size());
        std::iota(order.begin(), order.end(), 0U);
        const auto isEmpty = [&](std::uint32_t i) { return all[i].people() == 0 && all[i].spend == 0; };
        order.erase(std::remove_if(order.begin(), order.end(), isEmpty), order.end());
        std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return all[a].people() != all[b].people() ? all[a].people() > all[b].people()
                                                      : all[a].spend > all[b].spend;
        });
        std::vector<std::uint32_t> number(all.size());
        for (const std::uint32_t channel : order) {
            number[channel] = static_cast<std::uint32_t>(m_cohort.channels.size());
            m_cohort.channels.push_back(std::move(all[channel]));
        }
        for (ChannelPerson& person : m_cohort.people) {
            person.channel = number[person.channel];
        }
        m_cohort.matureMonths
            = std::clamp((m_cohort.asOf - m_cohort.to) / kDaysOfMonth, 0, ChannelFigures::kMonths);
        for (ChannelFigures& figures : m_cohort.channels) {
            setPayback(figures);
        }
        setPayback(m_cohort.total);
        setPlaces();
    }

    void setPayback(ChannelFigures& figures) const
    {
        Fen net = 0;
        for (int month = 0; month < m_cohort.matureMonths && figures.paybackMonths == 0; ++month) {
            net += figures.netOfMonth[static_cast<std::size_t>(month)];
            figures.paybackMonths = figures.spend > 0 && net >= figures.spend ? month + 1 : 0;
        }
    }

    void setPlaces()
    {
        const auto low
            = [](const ChannelFigures& f) { return f.netRange.low / static_cast<double>(f.spend); };
        const auto high
            = [](const ChannelFigures& f) { return f.netRange.high / static_cast<double>(f.spend); };
        for (ChannelFigures& figures : m_cohort.channels) {
            if (figures.spend <= 0 || figures.people() == 0) {
                continue;
            }
            figures.bestPlace = 1;
            figures.worstPlace = 1;
            for (const ChannelFigures& other : m_cohort.channels) {
                if (&other == &figures || other.spend <= 0 || other.people() == 0) {
                    continue;
                }
                figures.bestPlace += low(other) > high(figures) ? 1 : 0;
                figures.worstPlace += high(other) >= low(figures) ? 1 : 0;
            }
        }
    }

    const Snapshot& m_snapshot;
    const SpendBook& m_book;
    const ChannelCohortOptions& m_options;
    ChannelCohort& m_cohort;
    ChannelScan m_scan;
};

}  // namespace

Result<ChannelCohort> channelCohort(const Snapshot& snapshot, const SpendBook& book,
                                    const ChannelCohortOptions& options, Job& job)
{
    const auto isLength = [](int days) { return days >= 1 && days <= kLongestDays; };
    if (!isLength(options.netDays)) {
        return badOption("net-days", options.netDays, "1 to 3650");
    }
    if (!isLength(options.repurchaseDays)) {
        return badOption("repurchase-days", options.repurchaseDays, "1 to 3650");
    }
    if (Status checked = checkPopulation(snapshot, options.population); !checked) {
        return checked.error();
    }
    ChannelCohort cohort;
    const SnapshotFrame& frame = snapshot.frame();
    cohort.asOf = options.asOf == kMissingDay ? frame.asOf : options.asOf;
    cohort.from = options.from == kMissingDay ? frame.firstDay : options.from;
    cohort.to = std::min(options.to == kMissingDay ? cohort.asOf : options.to, cohort.asOf);
    if (cohort.from > cohort.to) {
        return badOption("from", isoDate(cohort.from), "after the last day");
    }
    if (Status run = CohortCount(snapshot, book, options, cohort).run(job); !run) {
        return run.error();
    }
    if (cohort.channels.empty()) {
        return Error {.code = ErrorCode::EmptyInput, .subject = "lead"};
    }
    return cohort;
}

Bitset channelMembers(const Snapshot& snapshot, const ChannelCohort& cohort, int channel, ChannelStage stage)
{
    Bitset members(snapshot.customers());
    for (const ChannelPerson& person : cohort.people) {
        if ((channel < 0 || static_cast<int>(person.channel) == channel)
            && person.stages.test(static_cast<std::size_t>(stage))) {
            members.set(person.customer);
        }
    }
    return members;
}

}  // namespace meitrace
