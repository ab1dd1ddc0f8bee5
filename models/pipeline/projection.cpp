// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/projection.h"

#include "models/pipeline/projector.h"
#include "models/store/eventstore.h"

#include <array>
#include <type_traits>

namespace meitrace {

Status Projector::add(const ProjectedEvent& event)
{
    if (event.ident == 0 || event.time == kMissing) {
        return Done {};
    }
    const Index row = m_run.add(event.ident);
    m_run.time()[row] = event.precision >= TimeQuality::WholeDay ? startOf(dayOf(event.time)) : event.time;
    if (event.precision != TimeQuality::Exact || m_run.has(static_cast<int>(EventField::Precision))) {
        m_run.narrow(EventField::Precision)[row] = static_cast<std::uint16_t>(event.precision);
    }
    m_run.narrow(EventField::Type)[row] = event.type;
    if (event.amount != 0 || m_run.has(static_cast<int>(EventField::Amount))) {
        m_run.amount()[row] = event.amount;
    }
    m_run.codes(static_cast<int>(EventField::Batch))[row] = static_cast<std::uint32_t>(event.batch);
    m_run.codes(static_cast<int>(EventField::Row))[row] = static_cast<std::uint32_t>(event.row);
    const std::array<std::pair<EventField, std::string_view>, 6> texts {{
        {EventField::Channel, event.channel},
        {EventField::Store, event.store},
        {EventField::Staff, event.staff},
        {EventField::Campaign, event.campaign},
        {EventField::Item, event.item},
        {EventField::Detail, event.detail},
    }};
    for (const auto& [field, text] : texts) {
        if (!text.empty()) {
            const Result<std::uint32_t> code = m_dictionaries.code(field, text);
            if (!code) {
                return code.error();
            }
            m_run.fillCodes(field, [&](auto cells) {
                cells[row] = static_cast<std::decay_t<decltype(cells[row])>>(*code);
            });
        }
    }
    return Done {};
}

Status projectDocuments(Workspace& workspace, Job& job)
{
    Database& database = workspace.database();
    Dictionaries dictionaries(database);
    if (Status status = dictionaries.load(); !status) {
        return status;
    }
    EventStore events(database);
    if (Status status = events.dropParts(true); !status) {
        return status;
    }
    Projector projector(database, dictionaries, workspace.zone(),
                        static_cast<Millis>(workspace.settings().dayStartMinutes) * 60'000);
    // Visits first: a booking that led to one does not tell of the arrival again.
    for (const auto project :
         {projectLeads, projectVisits, projectBookings, projectBills, projectTreatments, projectConsents,
          projectSpend, projectPackages, projectFollowups, projectVouchers, projectShopOrders, projectPoints,
          projectContacts, projectAdLeads, projectEmails, projectSurveys, projectServices}) {
        if (job.stopped()) {
            return Error {.code = ErrorCode::Cancelled};
        }
        if (Status status = project(projector); !status) {
            return status;
        }
    }
    if (Status status = dictionaries.save(); !status) {
        return status;
    }
    if (Status status = projector.lastFact() != kMissing
            ? workspace.setNumber("last_fact_ms", projector.lastFact())
            : database.execute("DELETE FROM setting WHERE name = 'last_fact_ms'");
        !status) {
        return status;
    }
    return events.write(projector.run(), true, {}, job);
}

}  // namespace meitrace
