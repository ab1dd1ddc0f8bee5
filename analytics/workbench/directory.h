// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/frame/snapshot.h"
#include "models/store/workspace.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

/// Names and numbers of the customers: to list, recognise and search people on the screen. It never leaves
/// the program; what is shown of a number is masked.
class Directory {
public:
    /// Newest full name of a customer, else the newest at all; empty when none is known
    [[nodiscard]] std::string_view name(Index customer) const { return text(m_name, customer); }
    /// Newest number, masked: "138****8000"; empty when none is known
    [[nodiscard]] std::string maskedPhone(Index customer) const;

    /// Customers of the snapshot the query names: by customer code or its digits, by the tail of a phone
    /// number (three digits or more), by a part of a name, or by the sound of a name (initials, or the start
    /// of its syllables). An empty query names everybody. Cost    one pass over the numbers and one over the
    /// names: a million in about 10 ms; the first search by
    /// sound 0.4 s more
    [[nodiscard]] Bitset find(const Snapshot& snapshot, std::string_view query) const;
    /// Works out the sounds of all names, so that no search has to. Safe to call from any thread, and again.
    void learnSounds() const;

    /// Errors  Cancelled, DiskError, StoreDamaged
    static Result<std::shared_ptr<const Directory>> read(Workspace& workspace, const Snapshot& snapshot,
                                                         Job& job);

private:
    struct Entry {
        std::uint32_t customer = 0;  ///< row of the snapshot
        std::uint32_t begin = 0;     ///< in m_letters
        std::uint16_t size = 0;
        bool isName = false;
    };

    [[nodiscard]] std::string_view text(const Entry& entry) const
    {
        return std::string_view(m_letters).substr(entry.begin, entry.size);
    }
    [[nodiscard]] std::string_view text(const std::vector<std::uint32_t>& best, Index customer) const
    {
        const std::uint32_t entry = best[static_cast<std::size_t>(customer)];
        return entry == kNone ? std::string_view() : text(m_entries[entry]);
    }
    void findCodes(const Snapshot& snapshot, std::string_view query, Bitset& found) const;
    /// Names that hold the text, and numbers that end with it.
    void findText(std::string_view wanted, Bitset& found) const;

    /// Names with these initials in a row, or whose syllables begin with these letters.
    void findSound(std::string_view letters, Bitset& found) const;

    /// Where the sound of a name stands in m_spoken: its initials, then its syllables up to the next name.
    struct Sound {
        std::uint32_t customer = 0;
        std::uint32_t initials = 0;
        std::uint32_t syllables = 0;
    };

    static constexpr std::uint32_t kNone = ~std::uint32_t {0};

    std::string m_letters;
    std::vector<Entry> m_entries;
    std::vector<std::uint32_t> m_name;   ///< by customer: entry to show
    std::vector<std::uint32_t> m_phone;  ///< by customer: entry to show
    mutable std::once_flag m_sounded;
    mutable std::string m_spoken;         ///< worked out when a sound is first asked for
    mutable std::vector<Sound> m_sounds;  ///< in the order of m_spoken, and one behind the last
};

/// "138****8000": the first three and the last four digits of a number of eight or more; a number that is
/// masked already stays.
std::string maskedNumber(std::string_view number);

}  // namespace meitrace
