// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/clinic/itemcatalogue.h"
#include "models/base/calendar.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace meitrace {

enum class CycleRuleType : std::uint8_t {
    Retreat,     ///< when a treatment is due again
    CourseStep,  ///< the next session of a course
    Spacing,     ///< a treatment not before some days after another
    Sequence,    ///< what sensibly comes first
    FollowUp     ///< a call or visit after a treatment
};

enum class CycleSeverity : std::uint8_t { Info, Warn, Block };

/// One rule of resources/domain/cycles.csv. Editable defaults, not medical advice: a doctor decides. Days
/// that a rule does not name are 0.
struct CycleRule {
    std::string id;
    CycleRuleType type = CycleRuleType::Retreat;
    std::string item;   ///< selector: "item:CODE", "tech:x" or "cat:x"
    std::string other;  ///< selector of the earlier treatment for Spacing, of the later for Sequence
    int minDays = 0;
    int dueFromDays = 0;
    int typicalDays = 0;
    int maxDays = 0;
    int lapseDays = 0;
    int courseSessions = 0;
    int leadDays = 0;  ///< remind so many days before it is due
    bool sameArea = false;
    CycleSeverity severity = CycleSeverity::Info;
    std::string chinese;  ///< notes
    std::string english;
};

/// Where a customer stands with a treatment.
enum class DueState : std::uint8_t {
    TooSoon,  ///< less than the least distance
    Early,    ///< possible, not due yet
    Due,
    Overdue,
    Lapsed  ///< so long ago that it counts as given up
};
inline constexpr int kDueStates = 5;
/// "too_soon", "early", "due", "overdue", "lapsed"
std::string_view dueStateCode(DueState state);

/// A treatment's clock for one customer. All days are civil days of the clinic.
struct DueClock {
    DueState state = DueState::TooSoon;
    int daysSince = 0;  ///< since the last delivery
    Day last = 0;
    Day dueFrom = 0;
    Day dueUntil = 0;
    Day lapses = 0;    ///< the last day before it counts as lapsed
    Day remind = 0;    ///< the day to write
    Day expected = 0;  ///< when this customer is likely to come: her own rhythm where it shows
    bool ownRhythm = false;
    const CycleRule* rule = nullptr;
};

/// The clock of one rule.
/// delivered: civil days of the treatments delivered, ascending; several on one day count once
/// Returns  nothing when none was delivered up to asOf
/// Source   domain: state machine of due treatments. With at least three intervals of her own the expected
/// day
///          blends 0.6 of their median and 0.4 of the typical interval, never outside [min, max].
std::optional<DueClock> dueClock(const CycleRule& rule, std::span<const Day> delivered, Day asOf);

/// A rule that speaks against a treatment on a day.
struct SpacingHit {
    const CycleRule* rule = nullptr;
    const CatalogueItem* earlier = nullptr;
    Day until = 0;  ///< the first day on which the rule says nothing any more
};

/// The rules of all treatments. Immutable, shared by threads.
class TreatmentCycles {
public:
    /// The rules that come with the program, over its catalogue.
    static const TreatmentCycles& standard();

    [[nodiscard]] std::span<const CycleRule> rules() const { return m_rules; }
    /// The most specific rule for an item (item before technology before category), or nullptr.
    [[nodiscard]] const CycleRule* rule(CycleRuleType type, const CatalogueItem& item) const;
    /// The item's clock: of the course while sessions of it are left, else of the next treatment. Nothing for
    /// items that are not repeated.
    [[nodiscard]] std::optional<DueClock> clock(const CatalogueItem& item, std::span<const Day> delivered,
                                                bool sessionsLeft, Day asOf) const;
    /// What earlier treatments say against `planned` on `day`; the longest hold first.
    [[nodiscard]] std::vector<SpacingHit>
    spacing(const CatalogueItem& planned, std::span<const std::pair<const CatalogueItem*, Day>> earlier,
            Day day) const;

private:
    TreatmentCycles();

    std::vector<CycleRule> m_rules;
};

/// Whether a selector of a rule means the item.
bool selects(std::string_view selector, const CatalogueItem& item);

}  // namespace meitrace
