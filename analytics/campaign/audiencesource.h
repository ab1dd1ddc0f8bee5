// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/campaign/audience.h"

#include <map>

namespace meitrace {

/// One question's ground: checked options, and the members of named audiences, each found out once.
class AudienceSource {
public:
    AudienceSource(const Snapshot& snapshot, const AudienceOptions& options, Job& job);
    AudienceSource(const AudienceSource&) = delete;
    AudienceSource& operator=(const AudienceSource&) = delete;
    ~AudienceSource() = default;

    /// Errors  BadOption
    [[nodiscard]] Status check() const;
    [[nodiscard]] const Bitset& population() const { return *m_population; }
    [[nodiscard]] const RuleSource& rules() const { return m_source; }
    Result<Audience> evaluate(const RuleNode& rule);
    [[nodiscard]] const std::vector<AudienceDoubt>& doubts() const { return m_doubts; }

private:
    static constexpr std::size_t kMostNested = 32;

    Result<const Bitset*> membersOf(const std::string& name, std::int64_t column);
    void addDoubt(AudienceDoubt doubt);

    const Snapshot& m_snapshot;
    const AudienceOptions& m_options;
    Job& m_job;
    const Bitset* m_population;
    RuleSource m_source;
    std::map<std::string, Bitset> m_members;  ///< of live audiences
    std::vector<AudienceDoubt> m_doubts;
    std::vector<std::string> m_open;  ///< live audiences that are being evaluated, outermost first
};

}  // namespace meitrace
