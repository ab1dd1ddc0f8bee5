// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/features/eventpredicate.h"

#include <optional>
#include <string>
#include <string_view>

namespace meitrace {

/// Recursive-descent reader of the grammar in eventpredicate.h. Cost  O(length), no backtracking.
class EventReader {
public:
    EventReader(std::string_view text, std::size_t at)
        : m_text(text)
        , m_at(at)
    {
    }

    static bool isTypeCharacter(char c);
    static bool isValueCharacter(char c);

    Result<EventPredicate> readPredicate();
    /// Skips blanks, then takes the character if it is there.
    bool take(char c);
    /// True when only blanks are left.
    bool isAtEnd();
    [[nodiscard]] std::size_t position() const { return m_at; }
    /// The refusal of what stands at the position.
    [[nodiscard]] Error refused(std::string detail) const { return refusedAt(m_at, std::move(detail)); }

private:
    [[nodiscard]] Error refusedAt(std::size_t at, std::string detail) const;
    void skipBlanks();
    std::string_view readWord(bool (*belongs)(char));
    /// The word if it stands here as a whole, in either case
    bool takeWord(std::string_view word);
    Result<std::string> readQuoted();
    Result<std::string> readType();
    Result<std::string> readValue();
    Result<EventClause> readClause();
    Result<EventFilter> readFilter();
    std::optional<CompareOp> readOperator();
    Status readValues(EventFilter& filter);
    Status readAmount(EventFilter& filter);

    std::string_view m_text;
    std::size_t m_at = 0;
};

}  // namespace meitrace
