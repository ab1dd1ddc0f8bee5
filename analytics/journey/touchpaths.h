// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/features/eachcustomer.h"
#include "analytics/features/eventmatcher.h"
#include "models/base/job.h"
#include "models/frame/bitset.h"
#include "models/frame/snapshot.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace meitrace {

/// What becomes of touches of one channel that follow each other or come again.
enum class TouchRepeats : std::uint8_t {
    Collapse,  ///< neighbours are one touch, at the time of the last
    Keep,
    First  ///< a channel counts where it first comes
};

/// Touches of people who came by themselves: web_direct and unknown.
enum class DirectTouches : std::uint8_t {
    LastNonDirect,  ///< not at the end of a path, unless there is nothing else
    Drop,           ///< nowhere, unless there is nothing else
    Keep
};

enum class ConversionScope : std::uint8_t { First, Every, Repeat };

/// What counts as a touch: what customers did themselves on a channel, from the click to the conversation;
/// not what they were only shown.
EventPredicate usualTouches();

struct TouchOptions {
    EventPredicate conversion {{{.type = "deal"}}};
    EventPredicate touches = usualTouches();
    EventPredicate money {{{.type = "bill"}, {.type = "refund"}}};  ///< what a conversion brought
    int windowDays = 90;  ///< touches this long before a conversion count; 1 to 3650
    int moneyDays = 90;   ///< money from the day of the conversion on, before the next one; 1 to 3650
    ConversionScope scope = ConversionScope::First;
    bool sinceConversion = true;  ///< no touches from before the conversion before
    bool offlineSource
        = true;  ///< who came from an offline source without a touch has one: her first contact
    TouchRepeats repeats = TouchRepeats::Collapse;
    DirectTouches direct = DirectTouches::LastNonDirect;
    Day from = kMissingDay;  ///< first day of the conversions, and of the end of paths without one
    Day to = kMissingDay;    ///< last day of them; missing: the as-of day
    Day asOf = kMissingDay;
    Bitset population {};
    bool includeAnonymous = false;
};

/// Touches of one customer up to a conversion, or up to where they ended.
struct TouchPath {
    enum class End : std::uint8_t {
        Converted,
        Lost,
        Open  ///< the window after the last touch is not over: it may yet convert
    };

    std::span<const std::uint16_t> channels;  ///< codes of TouchScan; none: nothing known brought her
    std::span<const Millis> times;            ///< ascending
    End end = End::Lost;
    Millis at = 0;  ///< of the conversion, or of the last touch
    Index customer = 0;
    Fen money = 0;          ///< of a conversion
    bool moneyOver = true;  ///< its days have passed
};

/// Options bound to a snapshot. Reading it is safe from several threads, each with buffers of its own.
///
/// Paths   Per customer in scope one for each conversion, and one for the touches that led to none: those of
///         the window that ends with her last touch. After a first conversion only what repeats is looked at.
///         The last kMostTouches of a path count.
/// Names   Channels beyond the kMostChannels - 1 with most touches are one, named "".
class TouchScan {
public:
    static constexpr int kMostChannels = 60;
    static constexpr std::size_t kMostTouches = 100;
    static constexpr double kNaming = 0.15;  ///< of the progress goes to make()

    /// Errors  BadOption(window | money-days | from | population), BadRule of a predicate, Cancelled, those
    /// of
    ///         loading columns
    static Result<TouchScan> make(const Snapshot& snapshot, const TouchOptions& options, Job& job);

    struct Buffers {
        struct Touch {
            Millis time = 0;
            std::uint16_t channel = 0;
        };
        std::vector<Touch> touches;
        std::vector<Index> conversions;  ///< rows
        std::vector<std::uint16_t> channels;
        std::vector<Millis> times;
    };

    /// Names by code
    [[nodiscard]] const std::vector<std::string>& channels() const { return m_channels; }
    [[nodiscard]] const Snapshot& snapshot() const { return *m_snapshot; }

    /// Calls take(path) for every path of the customer, conversions in their order.
    template <typename Take>
    void each(Index customer, Buffers& buffers, Take take) const
    {
        gather(customer, buffers);
        const std::size_t counted = countedFrom(buffers);
        for (std::size_t i = counted; i < buffers.conversions.size(); ++i) {
            if (const std::optional<TouchPath> path = converted(customer, i, buffers)) {
                take(*path);
            }
            if (m_scope == ConversionScope::First) {
                return;
            }
        }
        if (m_scope != ConversionScope::Repeat || !buffers.conversions.empty()) {
            if (const std::optional<TouchPath> path = unconverted(customer, buffers)) {
                take(*path);
            }
        }
    }

private:
    TouchScan(const Snapshot& snapshot, const TouchOptions& options, EventMatcher matcher);
    void nameChannels(const std::vector<Index>& touched);
    Status countTouches(std::vector<Index>& touched, Job& job) const;
    Status bindSource(Job& job);

    [[nodiscard]] std::size_t countedFrom(const Buffers& buffers) const
    {
        return m_scope == ConversionScope::Repeat ? std::min<std::size_t>(1, buffers.conversions.size()) : 0;
    }
    [[nodiscard]] Millis orderOf(Index row) const;
    [[nodiscard]] bool isCounted(Millis time) const { return time >= m_begin && time < m_end; }
    void gather(Index customer, Buffers& buffers) const;
    void addOfflineTouch(Index customer, Buffers& buffers) const;
    [[nodiscard]] std::optional<TouchPath> converted(Index customer, std::size_t conversion,
                                                     Buffers& buffers) const;
    [[nodiscard]] std::optional<TouchPath> unconverted(Index customer, Buffers& buffers) const;
    /// Fills the path from the touches after `after` up to before `before`.
    void fill(Buffers& buffers, Millis after, Millis before) const;
    void dropDirect(Buffers& buffers) const;
    void dropRepeats(Buffers& buffers) const;
    void addMoney(Index customer, std::size_t conversion, const Buffers& buffers, TouchPath& path) const;

    const Snapshot* m_snapshot;
    EventMatcher m_matcher;
    ConversionScope m_scope;
    TouchRepeats m_repeats;
    DirectTouches m_direct;
    bool m_sinceConversion;
    bool m_offlineSource;
    Millis m_window;
    int m_moneyDays;
    Millis m_begin;    ///< of the range
    Millis m_end;      ///< behind the range
    Millis m_dataEnd;  ///< behind the as-of day
    const Millis* m_times;
    const std::uint8_t* m_precision;
    const Fen* m_amounts;
    Codes m_codes;
    std::shared_ptr<const Attribute> m_source;
    std::vector<std::string> m_channels;
    std::vector<bool> m_isDirect;            ///< by code
    std::vector<std::uint16_t> m_ofChannel;  ///< code by code of the snapshot
    std::vector<std::int32_t> m_ofSource;    ///< code by source; -1: no offline one
};

/// Calls body(part, path) for all paths of a population; the rest is as eachCustomer() says.
/// Errors  Cancelled
template <typename Part, typename MakePart, typename Body, typename Join>
Status scanTouchPaths(const TouchScan& scan, const CustomerPass& pass, Job& job, MakePart makePart, Body body,
                      Join join)
{
    struct Both {
        Part part;
        TouchScan::Buffers buffers {};
    };
    return eachCustomer<Both>(
        pass.customers, job, [&] { return Both {makePart()}; },
        [&](Both& both, Index customer) {
            scan.each(customer, both.buffers, [&](const TouchPath& path) { body(both.part, path); });
        },
        [&](Both& both) { join(both.part); }, pass.share);
}

}  // namespace meitrace
