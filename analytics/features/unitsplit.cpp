// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/features/unitsplit.h"

#include "models/domain/eventtype.h"
#include "models/domain/kind.h"

#include <algorithm>
#include <array>
#include <limits>

namespace meitrace {

namespace {

constexpr std::array<std::string_view, 5> kMachineTypes {"touch_sent", "points_earn", "level_up",
                                                         "reco_shown", "package_expire"};
using MachineTable = std::array<bool, kFirstOwnEventType>;

MachineTable machineTable()
{
    MachineTable table {};
    for (const std::string_view name : kMachineTypes) {
        if (const std::optional<EventType> type = standardEventType(name)) {
            table.at(type->code) = true;
        }
    }
    return table;
}

}  // namespace

bool isMachineEvent(std::uint16_t type)
{
    static const MachineTable kTable = machineTable();
    return type < kFirstOwnEventType && kTable[type];
}

Status UnitSplit::load(const Snapshot& snapshot, const Rule& rule, Job& job)
{
    std::vector<EventField> fields {EventField::Type, EventField::Time, EventField::Precision};
    if (rule.kind == UnitKind::Session) {
        fields.push_back(EventField::Session);
    }
    if (rule.kind == UnitKind::Session && rule.cutAtCampaign) {
        fields.push_back(EventField::Campaign);
    }
    if (rule.kind == UnitKind::Visit) {
        fields.push_back(EventField::Store);
    }
    return snapshot.load(fields, job);
}

UnitSplit::UnitSplit(const Snapshot& snapshot, const Rule& rule)
    : m_snapshot(&snapshot)
    , m_rule(rule)
    , m_type(snapshot.type().data())
    , m_time(snapshot.time().data())
    , m_precision(snapshot.precision().data())
{
    if (rule.kind == UnitKind::Session) {
        m_session = snapshot.session().data();
        if (rule.cutAtCampaign) {
            m_campaign = snapshot.codes(EventField::Campaign);
        }
    } else if (rule.kind == UnitKind::Visit) {
        m_store = snapshot.codes(EventField::Store);
    }
}

std::int32_t UnitSplit::newUnit()
{
    m_last.push_back(std::numeric_limits<Millis>::min());
    return static_cast<std::int32_t>(m_last.size()) - 1;
}

std::int32_t UnitSplit::sessionOf(Index row)
{
    if (const std::uint32_t id = m_session[row]; id != 0) {
        if (id != m_lastId) {
            const auto [found, isNew] = m_units.try_emplace(id, -1);
            if (isNew) {
                found->second = newUnit();
            }
            m_lastId = id;
            m_lastUnit = found->second;
        }
        return m_lastUnit;
    }
    if (m_precision[row] >= static_cast<std::uint8_t>(TimeQuality::WholeDay)) {
        return -1;
    }
    const std::uint32_t campaign = m_campaign ? (*m_campaign)[row] : 0;
    const bool pause = m_open < 0 || m_time[row] - m_last[static_cast<std::size_t>(m_open)] > m_rule.gap;
    if (pause || (campaign != 0 && campaign != m_openCampaign)) {
        m_open = newUnit();
        m_openCampaign = campaign;
    }
    return m_open;
}

std::int32_t UnitSplit::visitOf(Index row)
{
    const Millis time = m_time[row];
    if (time < m_dayBegin || time >= m_dayEnd) {
        m_day = m_snapshot->dayOf(time);
        m_dayBegin = m_snapshot->endOfDay(m_day - 1);
        m_dayEnd = m_snapshot->endOfDay(m_day);
    }
    const std::uint64_t key
        = (static_cast<std::uint64_t>(static_cast<std::uint32_t>(m_day)) << 32U) | (*m_store)[row];
    const auto [found, isNew] = m_units.try_emplace(key, -1);
    if (isNew) {
        found->second = newUnit();
    }
    return found->second;
}

void UnitSplit::split(Index begin, Index end)
{
    m_unit.clear();
    m_last.clear();
    m_units.clear();
    m_open = -1;
    m_lastId = 0;
    if (m_rule.kind == UnitKind::Customer && end > begin) {
        newUnit();
    }
    for (Index row = begin; row < end; ++row) {
        std::int32_t unit = 0;
        if (m_rule.kind != UnitKind::Customer) {
            unit = isMachineEvent(m_type[row])     ? -1
                : m_rule.kind == UnitKind::Session ? sessionOf(row)
                                                   : visitOf(row);
        }
        m_unit.push_back(unit);
        if (unit >= 0) {
            Millis& last = m_last[static_cast<std::size_t>(unit)];
            last = std::max(last, m_time[row]);
        }
    }
    groupRows(begin, end);
}

void UnitSplit::groupRows(Index begin, Index end)
{
    m_offset.assign(m_last.size() + 1, 0);
    for (const std::int32_t unit : m_unit) {
        if (unit >= 0) {
            ++m_offset[static_cast<std::size_t>(unit) + 1];
        }
    }
    for (std::size_t i = 1; i < m_offset.size(); ++i) {
        m_offset[i] += m_offset[i - 1];
    }
    m_rows.resize(static_cast<std::size_t>(m_offset.back()));
    m_next.assign(m_offset.begin(), m_offset.end() - 1);
    for (Index row = begin; row < end; ++row) {
        const std::int32_t unit = m_unit[static_cast<std::size_t>(row - begin)];
        if (unit >= 0) {
            m_rows[static_cast<std::size_t>(m_next[static_cast<std::size_t>(unit)]++)] = row;
        }
    }
}

}  // namespace meitrace
