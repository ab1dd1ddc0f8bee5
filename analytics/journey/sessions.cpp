// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/sessions.h"

#include "analytics/journey/sessionscan.h"
#include "analytics/stats/loghistogram.h"
#include "models/base/badoption.h"
#include "models/domain/eventtype.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

namespace meitrace {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr PassShare kFirstPass {0, 0.4};
constexpr PassShare kSecondPass {0.4, 1};

/// Row by code of the label; the names with most events have rows of their own.
struct Naming {
    std::vector<int> rowOf;
    std::vector<std::uint32_t> codes;  ///< of the rows with names
    bool hasOther = false;

    [[nodiscard]] std::size_t rows() const { return codes.size() + (hasOther ? 1 : 0); }
};

Result<Naming> nameRows(const SessionScan& scan, const SessionOptions& options, Job& job)
{
    struct Part {
        SessionScan::Memory memory;
        std::vector<Index> events;
    };
    const Dictionary& texts = scan.snapshot().dictionary(options.label);
    const Codes codes = scan.snapshot().codes(options.label);
    std::vector<Index> events(texts.size());
    const Status status = eachCustomer<Part>(
        scan.population().rows, job,
        [&] {
            return Part {scan.memory(), std::vector<Index>(texts.size())};
        },
        [&](Part& part, Index customer) {
            scan.each(customer, part.memory, [&](std::span<const Index> rows) {
                for (const Index row : rows) {
                    ++part.events[codes[row]];
                }
            });
        },
        [&](const Part& part) {
            std::transform(part.events.begin(), part.events.end(), events.begin(), events.begin(),
                           std::plus<> {});
        },
        kFirstPass);
    if (!status) {
        return status.error();
    }
    Naming naming;
    for (std::uint32_t code = 0; code < events.size(); ++code) {
        if (events[code] > 0) {
            naming.codes.push_back(code);
        }
    }
    std::sort(naming.codes.begin(), naming.codes.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tuple(-events[a], texts.text(a)) < std::tuple(-events[b], texts.text(b));
    });
    naming.hasOther = naming.codes.size() > static_cast<std::size_t>(options.top);
    naming.codes.resize(std::min(naming.codes.size(), static_cast<std::size_t>(options.top)));
    naming.rowOf.assign(events.size(), static_cast<int>(naming.codes.size()));
    for (std::size_t row = 0; row < naming.codes.size(); ++row) {
        naming.rowOf[naming.codes[row]] = static_cast<int>(row);
    }
    return naming;
}

/// Everything that is added up, of all customers or of some.
struct Tally {
    explicit Tally(std::size_t size)
        : rows(size)
        , dwell(size)
        , next(size * size)
        , lastCustomer(size, -1)
    {
    }

    void addSession(std::span<const Index> session, const std::vector<int>& named, const Millis* time)
    {
        ++sessions;
        lengths.add(static_cast<std::int64_t>(session.size()));
        events += static_cast<Index>(session.size());
        ++rows[static_cast<std::size_t>(named.front())].entries;
        ++rows[static_cast<std::size_t>(named.back())].exits;
        if (session.size() == 1) {
            ++bounces;
            ++rows[static_cast<std::size_t>(named.front())].bounces;
            return;
        }
        durations.add(time[session.back()] - time[session.front()]);
        for (std::size_t i = 0; i + 1 < session.size(); ++i) {
            const auto row = static_cast<std::size_t>(named[i]);
            ++rows[row].timed;
            dwell[row].add(time[session[i + 1]] - time[session[i]]);
            ++next[row * rows.size() + static_cast<std::size_t>(named[i + 1])];
        }
    }
    void addEvents(const std::vector<int>& named, Index customer)
    {
        for (const int number : named) {
            const auto row = static_cast<std::size_t>(number);
            ++rows[row].events;
            rows[row].customers += lastCustomer[row] != customer ? 1 : 0;
            lastCustomer[row] = customer;
        }
    }
    void add(const Tally& other)
    {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            rows[i].events += other.rows[i].events;
            rows[i].customers += other.rows[i].customers;
            rows[i].entries += other.rows[i].entries;
            rows[i].exits += other.rows[i].exits;
            rows[i].bounces += other.rows[i].bounces;
            rows[i].timed += other.rows[i].timed;
            dwell[i].add(other.dwell[i]);
        }
        std::transform(next.begin(), next.end(), other.next.begin(), next.begin(), std::plus<> {});
        lengths.add(other.lengths);
        durations.add(other.durations);
        sessions += other.sessions;
        customers += other.customers;
        events += other.events;
        bounces += other.bounces;
    }

    std::vector<SessionRow> rows;
    std::vector<LogHistogram> dwell;
    std::vector<Index> next;  ///< row by row
    std::vector<Index> lastCustomer;
    LogHistogram lengths;
    LogHistogram durations;
    Index sessions = 0;
    Index customers = 0;
    Index events = 0;
    Index bounces = 0;
};

Result<Tally> tallyAll(const SessionScan& scan, const Naming& naming, const Codes& codes, Job& job)
{
    struct Part {
        SessionScan::Memory memory;
        Tally tally;
        std::vector<int> named {};
    };
    const Millis* time = scan.snapshot().time().data();
    Tally all(naming.rows());
    const Status status = eachCustomer<Part>(
        scan.population().rows, job,
        [&] {
            return Part {scan.memory(), Tally(naming.rows())};
        },
        [&](Part& part, Index customer) {
            const Index before = part.tally.sessions;
            scan.each(customer, part.memory, [&](std::span<const Index> session) {
                part.named.clear();
                for (const Index row : session) {
                    part.named.push_back(naming.rowOf[codes[row]]);
                }
                part.tally.addSession(session, part.named, time);
                part.tally.addEvents(part.named, customer);
            });
            part.tally.customers += part.tally.sessions > before ? 1 : 0;
        },
        [&](const Part& part) { all.add(part.tally); }, kSecondPass);
    return status ? Result<Tally>(std::move(all)) : Result<Tally>(status.error());
}

double quantileOrNone(const LogHistogram& histogram)
{
    return histogram.total() > 0 ? histogram.quantile(0.5) : kNaN;
}

void finishRows(Tally& tally, const Naming& naming, const Dictionary& texts)
{
    for (std::size_t i = 0; i < tally.rows.size(); ++i) {
        SessionRow& row = tally.rows[i];
        row.isOther = i == naming.codes.size();
        if (!row.isOther) {
            row.name = texts.text(naming.codes[i]);
        }
        row.medianDwell = quantileOrNone(tally.dwell[i]);
        const auto begin = tally.next.begin() + static_cast<std::ptrdiff_t>(i * tally.rows.size());
        const auto end = begin + static_cast<std::ptrdiff_t>(tally.rows.size());
        if (const auto most = std::max_element(begin, end); *most > 0) {
            row.next = static_cast<int>(most - begin);
            row.nextEvents = *most;
        }
    }
}

/// Row of a name in a result, the last for names without one.
std::vector<int> rowsOf(const SessionResult& result, const Dictionary& texts)
{
    std::map<std::string_view, int> named;
    int other = -1;
    for (std::size_t row = 0; row < result.rows.size(); ++row) {
        if (result.rows[row].isOther) {
            other = static_cast<int>(row);
        } else {
            named.emplace(result.rows[row].name, static_cast<int>(row));
        }
    }
    std::vector<int> rows(texts.size(), other);
    for (std::uint32_t code = 0; code < texts.size(); ++code) {
        if (const auto found = named.find(texts.text(code)); found != named.end()) {
            rows[code] = found->second;
        }
    }
    return rows;
}

bool isAt(std::span<const Index> session, const std::vector<int>& rowOf, const Codes& codes, int wanted,
          SessionPlace place)
{
    const auto is = [&](Index row) { return wanted < 0 || rowOf[codes[row]] == wanted; };
    switch (place) {
    case SessionPlace::Seen:
        return std::any_of(session.begin(), session.end(), is);
    case SessionPlace::Entered:
        return is(session.front());
    case SessionPlace::Left:
        return is(session.back());
    case SessionPlace::Bounced:
        return session.size() == 1 && is(session.front());
    }
    return false;
}

}  // namespace

EventPredicate SessionOptions::webEvents()
{
    EventPredicate events;
    for (const char* type : {"page_view", "item_view", "search", "form_start", "form_submit", "content_view",
                             "content_engage", "mp_open", "coupon_claim"}) {
        events.clauses.push_back({.type = type});
    }
    return events;
}

Result<SessionResult> sessions(const Snapshot& snapshot, const SessionOptions& options, Job& job)
{
    const Result<SessionScan> scan = SessionScan::make(snapshot, options, job);
    if (!scan) {
        return scan.error();
    }
    const Result<Naming> naming = nameRows(*scan, options, job);
    if (!naming) {
        return naming.error();
    }
    if (naming->codes.empty()) {
        return Error {
            .code = ErrorCode::EmptyInput, .subject = "event", .detail = "no sessions on these days"};
    }
    Result<Tally> tally = tallyAll(*scan, *naming, snapshot.codes(options.label), job);
    if (!tally) {
        return tally.error();
    }
    finishRows(*tally, *naming, snapshot.dictionary(options.label));
    SessionResult result;
    result.rows = std::move(tally->rows);
    result.sessions = tally->sessions;
    result.customers = tally->customers;
    result.events = tally->events;
    result.bounces = tally->bounces;
    result.medianEvents = quantileOrNone(tally->lengths);
    result.medianDuration = quantileOrNone(tally->durations);
    result.from = scan->from();
    result.to = scan->to();
    result.asOf = scan->asOf();
    result.notSelected = scan->population().notSelected;
    result.anonymous = scan->population().anonymous;
    return result;
}

Result<Bitset> sessionMembers(const Snapshot& snapshot, const SessionOptions& options,
                              const SessionResult& result, int row, SessionPlace place, Job& job)
{
    if (row < -1 || row >= static_cast<int>(result.rows.size())) {
        return badOption("row", row);
    }
    const Result<SessionScan> scan = SessionScan::make(snapshot, options, job);
    if (!scan) {
        return scan.error();
    }
    struct Part {
        SessionScan::Memory memory;
        std::vector<Index> found {};
    };
    const std::vector<int> rowOf = rowsOf(result, snapshot.dictionary(options.label));
    const Codes codes = snapshot.codes(options.label);
    Bitset members(snapshot.customers());
    const Status status = eachCustomer<Part>(
        scan->population().rows, job, [&] { return Part {scan->memory()}; },
        [&](Part& part, Index customer) {
            bool found = false;
            scan->each(customer, part.memory, [&](std::span<const Index> session) {
                found = found || isAt(session, rowOf, codes, row, place);
            });
            if (found) {
                part.found.push_back(customer);
            }
        },
        [&](const Part& part) {
            for (const Index customer : part.found) {
                members.set(customer);
            }
        });
    return status ? Result<Bitset>(std::move(members)) : Result<Bitset>(status.error());
}

}  // namespace meitrace
