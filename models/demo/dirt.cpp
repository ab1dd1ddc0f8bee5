// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/demo/dirt.h"

#include "models/base/hash.h"
#include "models/base/random.h"
#include "models/resources/resourcetable.h"

#include <algorithm>
#include <cassert>

namespace meitrace::demo {

namespace {

int columnOf(const std::vector<std::string>& fields, const std::string& name)
{
    if (name.empty()) {
        return -1;
    }
    const auto found = std::find(fields.begin(), fields.end(), name);
    assert(found != fields.end());
    return static_cast<int>(found - fields.begin());
}

RowFate fateOf(std::string_view code)
{
    const auto* const found = std::find_if(kReportedFates.begin(), kReportedFates.end(),
                                           [&](RowFate fate) { return fateCode(fate) == code; });
    assert(found != kReportedFates.end());
    return *found;
}

}  // namespace

Dirt::Dirt(std::uint64_t seed, std::string_view layout, const std::vector<std::string>& fields)
    : m_seed(seed)
    , m_stream(hash64(layout))
{
    const ResourceTable table("demo/quirks.csv");
    for (std::size_t r = 0; r < table.rows(); ++r) {
        if (table.text(r, "layout") != layout) {
            continue;
        }
        Quirk quirk;
        quirk.code = table.text(r, "quirk");
        quirk.perMillion = table.number(r, "per_million");
        quirk.column = columnOf(fields, table.text(r, "field"));
        quirk.key = columnOf(fields, table.text(r, "key"));
        quirk.needs = columnOf(fields, table.text(r, "needs"));
        quirk.twist = table.text(r, "twist");
        quirk.adds = table.text(r, "mode") == "add";
        quirk.fate = fateOf(table.text(r, "fate"));
        m_quirks.push_back(quirk);
    }
}

const Quirk* Dirt::quirkOf(std::uint64_t rowNumber, const std::vector<std::string>& cells) const
{
    std::uint64_t dice = randomAt(m_seed, m_stream, rowNumber) % 1'000'000;
    for (const Quirk& quirk : m_quirks) {
        const auto share = static_cast<std::uint64_t>(quirk.perMillion);
        if (dice < share) {
            const bool fits = quirk.needs < 0 || !cells[static_cast<std::size_t>(quirk.needs)].empty();
            return fits ? &quirk : nullptr;
        }
        dice -= share;
    }
    return nullptr;
}

}  // namespace meitrace::demo
