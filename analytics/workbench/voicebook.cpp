// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/voicebook.h"

#include "analytics/workbench/documentrows.h"
#include "models/base/text.h"
#include "models/domain/trade.h"
#include "models/ingest/words.h"
#include "models/store/identcustomers.h"

#include <algorithm>
#include <tuple>

namespace meitrace {

namespace {

constexpr double kThousandths = 1'000;
constexpr int kHighestNps = 10;
constexpr double kHighestGrade = 5;

/// Rows of a snapshot by handle.
class RowsOfIdents {
public:
    RowsOfIdents(const Snapshot& snapshot, std::vector<std::uint32_t> customers)
        : m_snapshot(snapshot)
        , m_customers(std::move(customers))
    {
    }

    /// -1: nobody of the snapshot
    [[nodiscard]] Index row(std::int64_t ident) const
    {
        const auto at = static_cast<std::size_t>(ident);
        if (ident < 0 || at >= m_customers.size() || m_customers[at] == kNoCustomer) {
            return -1;
        }
        const auto& codes = m_snapshot.frame().code;
        const auto* const end = codes.data() + m_snapshot.customers();
        const auto* const found = std::lower_bound(codes.data(), end, m_customers[at]);
        return found != end && *found == m_customers[at] ? found - codes.data() : -1;
    }

private:
    const Snapshot& m_snapshot;
    std::vector<std::uint32_t> m_customers;
};

double gradeOf(std::int64_t thousandths)
{
    const double grade = thousandths == kMissing ? 0 : static_cast<double>(thousandths) / kThousandths;
    return grade >= 1 && grade <= kHighestGrade ? grade : 0;
}

int npsOf(std::int64_t thousandths)
{
    const std::int64_t whole
        = thousandths == kMissing ? -1 : thousandths / static_cast<std::int64_t>(kThousandths);
    return whole >= 0 && whole <= kHighestNps ? static_cast<int>(whole) : -1;
}

Status addSurveys(Workspace& workspace, const RowsOfIdents& rows, FeedbackBook& book, Job& job)
{
    return eachRow(
        workspace, "survey", {"submitted_at", "satisfaction", "nps"}, job, [&](const Statement& row) {
            const FeedbackAnswer answer {.customer = rows.row(row.integer(0)),
                                         .time = row.number(kFirstField),
                                         .grade = gradeOf(row.number(kFirstField + 1)),
                                         .nps = npsOf(row.number(kFirstField + 2))};
            if (answer.customer >= 0 && answer.time != kMissing && (answer.grade > 0 || answer.nps >= 0)) {
                book.answers.push_back(answer);
            }
        });
}

Status addCalls(Workspace& workspace, const RowsOfIdents& rows, FeedbackBook& book, Job& job)
{
    return eachRow(workspace, "his_followup", {"followup_done_at", "satisfaction"}, job,
                   [&](const Statement& row) {
                       const FeedbackAnswer answer {.customer = rows.row(row.integer(0)),
                                                    .time = row.number(kFirstField),
                                                    .grade = gradeOf(row.number(kFirstField + 1)),
                                                    .source = VoiceSource::Call};
                       if (answer.customer >= 0 && answer.time != kMissing && answer.grade > 0) {
                           book.answers.push_back(answer);
                       }
                   });
}

/// A complaint is open until the file says when or that it was closed.
bool isOpen(std::int64_t closedAt, std::string_view state)
{
    return closedAt == kMissing && wordTable("service_state").find(folded(state)) == nullptr;
}

Status addComplaints(Workspace& workspace, const RowsOfIdents& rows, FeedbackBook& book, Job& job)
{
    return eachRow(workspace, "service_record", {"record_type", "time", "closed_at", "state", "category"},
                   job, [&](const Statement& row) {
                       const Index customer = rows.row(row.integer(0));
                       const Millis time = row.number(kFirstField + 1);
                       if (customer >= 0 && time != kMissing
                           && row.number(kFirstField) == static_cast<std::int64_t>(ServiceKind::Complaint)) {
                           book.complaints.push_back(
                               {.customer = customer,
                                .time = time,
                                .open = isOpen(row.number(kFirstField + 2), row.text(kFirstField + 3)),
                                .topic = std::string(row.text(kFirstField + 4))});
                       }
                   });
}

}  // namespace

Result<FeedbackBook> feedbackBook(Workspace& workspace, const Snapshot& snapshot, Job& job)
{
    Result<std::vector<std::uint32_t>> customers = customersOfIdents(workspace.database());
    if (!customers) {
        return customers.error();
    }
    const RowsOfIdents rows(snapshot, *std::move(customers));
    FeedbackBook book;
    Status status = addSurveys(workspace, rows, book, job);
    status = status ? addCalls(workspace, rows, book, job) : status;
    status = status ? addComplaints(workspace, rows, book, job) : status;
    if (!status) {
        return status.error();
    }
    const auto order = [](const auto& a, const auto& b) {
        return std::tuple(a.customer, a.time) < std::tuple(b.customer, b.time);
    };
    std::stable_sort(book.answers.begin(), book.answers.end(), order);
    std::stable_sort(book.complaints.begin(), book.complaints.end(), order);
    return book;
}

}  // namespace meitrace
