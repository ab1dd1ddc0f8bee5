// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/sessions.h"
#include "analytics/journey/sessionscan.h"
#include "models/domain/eventtype.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace meitrace {

namespace {

/// Sums of one word, by its code.
struct Word {
    Index searches = 0;
    Index customers = 0;
    Index left = 0;
    Index booked = 0;
};
using Words = std::map<std::uint32_t, Word>;

bool isSearch(const Snapshot& snapshot, Index row)
{
    static const std::uint16_t kSearch = standardEventType("search")->code;
    return snapshot.type()[row] == kSearch;
}

/// Booked within the days behind the search, its own day included.
bool booksLater(const SessionScan& scan, Index customer, Index search)
{
    const Snapshot& snapshot = scan.snapshot();
    const Millis end = snapshot.endOfDay(snapshot.dayOf(snapshot.time()[search]) + kSearchBookingDays);
    for (Index row = search + 1; row < scan.seenEnd(customer) && snapshot.time()[row] < end; ++row) {
        if (snapshot.type()[row] == event::kBookingCreate) {
            return true;
        }
    }
    return false;
}

/// The words of some customers.
class Part {
public:
    explicit Part(const SessionScan& scan)
        : m_scan(scan)
        , m_terms(scan.snapshot().codes(EventField::Detail))
        , m_memory(scan.memory())
    {
    }

    void take(Index customer)
    {
        m_first.clear();
        m_scan.each(customer, m_memory, [this](std::span<const Index> session) {
            for (const Index row : session) {
                if (isSearch(m_scan.snapshot(), row) && m_terms[row] != 0) {
                    count(row, row == session.back());
                }
            }
        });
        for (const auto& [term, row] : m_first) {
            ++m_words[term].customers;
            m_words[term].booked += booksLater(m_scan, customer, row) ? 1 : 0;
        }
    }

    void addTo(Words& words) const
    {
        for (const auto& [term, word] : m_words) {
            words[term].searches += word.searches;
            words[term].customers += word.customers;
            words[term].left += word.left;
            words[term].booked += word.booked;
        }
    }

private:
    void count(Index row, bool isLast)
    {
        Word& word = m_words[m_terms[row]];
        ++word.searches;
        word.left += isLast ? 1 : 0;
        Index& first = m_first.try_emplace(m_terms[row], row).first->second;
        first = std::min(first, row);
    }

    const SessionScan& m_scan;
    Codes m_terms;
    SessionScan::Memory m_memory;
    Words m_words;
    std::map<std::uint32_t, Index> m_first;  ///< a customer's first search by word
};

}  // namespace

Result<std::vector<SearchRow>> searches(const Snapshot& snapshot, const SessionOptions& options, Job& job)
{
    SessionOptions web = options;
    web.events = SessionOptions::webEvents();
    web.label = EventField::Detail;
    const Result<SessionScan> scan = SessionScan::make(snapshot, web, job);
    if (!scan) {
        return scan.error();
    }
    Words words;
    const Status status = eachCustomer<Part>(
        scan->population().rows, job, [&] { return Part(*scan); },
        [&](Part& part, Index customer) { part.take(customer); },
        [&](const Part& part) { part.addTo(words); });
    if (!status) {
        return status.error();
    }
    std::vector<SearchRow> rows;
    for (const auto& [term, word] : words) {
        rows.push_back({.term = std::string(snapshot.dictionary(EventField::Detail).text(term)),
                        .searches = word.searches,
                        .customers = word.customers,
                        .left = word.left,
                        .booked = word.booked});
    }
    std::sort(rows.begin(), rows.end(), [](const SearchRow& a, const SearchRow& b) {
        return std::tuple(-a.searches, std::string_view(a.term))
            < std::tuple(-b.searches, std::string_view(b.term));
    });
    return rows;
}

}  // namespace meitrace
