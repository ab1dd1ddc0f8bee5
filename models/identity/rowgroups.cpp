// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// groupRows(): best pairs first, never across a guard.
#include "models/identity/tablelinker.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

namespace meitrace {

namespace {

/// Rows joined so far, each group with its members at its root.
class RowGroups {
public:
    RowGroups(const EvidenceTable& table, const TableGuards& guards)
        : m_table(table)
        , m_guards(guards)
        , m_parent(table.rows())
        , m_members(table.rows())
    {
        std::iota(m_parent.begin(), m_parent.end(), 0U);
        for (std::uint32_t row = 0; row < table.rows(); ++row) {
            m_members[row] = {row};
        }
    }

    std::uint32_t root(std::uint32_t row)
    {
        while (m_parent[row] != row) {
            m_parent[row] = m_parent[m_parent[row]];
            row = m_parent[row];
        }
        return row;
    }

    [[nodiscard]] bool mayJoin(std::uint32_t a, std::uint32_t b) const
    {
        return !isTooLarge(a, b) && !isApart(a, b)
            && std::none_of(m_guards.exclusive.begin(), m_guards.exclusive.end(),
                            [&](std::size_t column) { return differ(column, a, b); })
            && !(differ(EvidenceKind::Phone, a, b) && differ(EvidenceKind::Date, a, b))
            && !(m_guards.gender && m_guards.given && differ(*m_guards.gender, a, b)
                 && differ(*m_guards.given, a, b));
    }

    /// The smaller group goes into the larger one; of equal ones the later into the earlier.
    void join(std::uint32_t a, std::uint32_t b)
    {
        if (std::tuple(m_members[a].size(), b) < std::tuple(m_members[b].size(), a)) {
            std::swap(a, b);
        }
        m_parent[b] = a;
        m_members[a].insert(m_members[a].end(), m_members[b].begin(), m_members[b].end());
        m_members[b] = {};
    }

    std::vector<std::uint32_t> persons()
    {
        std::vector<std::uint32_t> lowest(m_parent.size());
        for (auto row = static_cast<std::uint32_t>(m_parent.size()); row-- > 0;) {
            lowest[root(row)] = row;
        }
        std::vector<std::uint32_t> person(m_parent.size());
        for (std::uint32_t row = 0; row < person.size(); ++row) {
            person[row] = lowest[root(row)];
        }
        return person;
    }

private:
    [[nodiscard]] bool isTooLarge(std::uint32_t a, std::uint32_t b) const
    {
        if (m_members[a].size() + m_members[b].size() <= m_guards.mostRows) {
            return false;
        }
        std::array<std::uint32_t, 2> bySource {};
        for (const std::uint32_t root : {a, b}) {
            for (const std::uint32_t row : m_members[root]) {
                ++bySource[m_table.source.empty() ? 0 : m_table.source[row]];
            }
        }
        return std::max(bySource[0], bySource[1]) > m_guards.mostRows;
    }

    [[nodiscard]] bool isApart(std::uint32_t a, std::uint32_t b) const
    {
        const auto holds = [&](std::uint32_t root, std::uint32_t row) {
            return std::find(m_members[root].begin(), m_members[root].end(), row) != m_members[root].end();
        };
        return std::any_of(m_guards.apart.begin(), m_guards.apart.end(), [&](const auto& pair) {
            return (holds(a, pair.first) && holds(b, pair.second))
                || (holds(a, pair.second) && holds(b, pair.first));
        });
    }

    /// Both groups have values and none in common.
    [[nodiscard]] bool differ(std::size_t column, std::uint32_t a, std::uint32_t b) const
    {
        bool known = false;
        for (const std::uint32_t left : m_members[a]) {
            for (const std::uint32_t right : m_members[b]) {
                const Level level = m_table.columns[column].compare(left, right);
                if (level != Level::Unknown && level != Level::Different && level != Level::Kin) {
                    return false;
                }
                known = known || level != Level::Unknown;
            }
        }
        return known;
    }

    /// Any column of the kind
    [[nodiscard]] bool differ(EvidenceKind kind, std::uint32_t a, std::uint32_t b) const
    {
        for (std::size_t i = 0; i < m_table.columns.size(); ++i) {
            if (m_table.columns[i].kind() == kind && differ(i, a, b)) {
                return true;
            }
        }
        return false;
    }

    const EvidenceTable& m_table;
    const TableGuards& m_guards;
    std::vector<std::uint32_t> m_parent;
    std::vector<std::vector<std::uint32_t>> m_members;
};

}  // namespace

Grouping groupRows(const EvidenceTable& table, std::vector<ScoredPair> pairs, double least,
                   const TableGuards& guards)
{
    std::sort(pairs.begin(), pairs.end(), [](const ScoredPair& x, const ScoredPair& y) {
        return std::tie(y.probability, x.a, x.b) < std::tie(x.probability, y.a, y.b);
    });
    RowGroups groups(table, guards);
    Grouping grouping;
    for (const ScoredPair& pair : pairs) {
        if (pair.probability < least) {
            break;
        }
        const std::uint32_t a = groups.root(pair.a);
        const std::uint32_t b = groups.root(pair.b);
        if (a == b) {
            continue;
        }
        if (groups.mayJoin(a, b)) {
            groups.join(a, b);
        } else {
            grouping.refused.push_back(pair);
        }
    }
    grouping.person = groups.persons();
    return grouping;
}

}  // namespace meitrace
