// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/rfmview.h"

#include "models/base/calendar.h"
#include "ui/text/figures.h"
#include "ui/text/names.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <limits>

namespace meitrace {

namespace {

struct RfmView {
    Q_DECLARE_TR_FUNCTIONS(RfmView)
};

/// A part of a longer job; tells its share of the whole.
class PartOfJob final : public Job {
public:
    PartOfJob(Job& whole, int part, int parts)
        : Job(whole.threads())
        , m_whole(whole)
        , m_part(part)
        , m_parts(parts)
    {
    }

    [[nodiscard]] bool stopped() const override { return m_whole.stopped(); }
    void progress(double share) override { m_whole.progress((m_part + share) / m_parts); }

private:
    Job& m_whole;
    int m_part;
    int m_parts;
};

/// Whole numbers that fall into class k of 1 … bins, both ends inclusive.
struct ClassEnds {
    std::int64_t low = 0;
    std::int64_t high = 0;
    bool open = false;  ///< no upper end
    [[nodiscard]] bool empty() const { return !open && high < low; }
};

ClassEnds classEnds(const RfmCuts& cuts, int k, std::int64_t lowest)
{
    const auto known = static_cast<int>(cuts.at.size());
    if (k > known + 1) {
        return {1, 0, false};
    }
    ClassEnds ends;
    ends.low = k == 1 ? lowest : cuts.at[static_cast<std::size_t>(k - 2)].floor + 1;
    ends.open = k == known + 1;
    ends.high = ends.open ? 0 : cuts.at[static_cast<std::size_t>(k - 1)].floor;
    return ends;
}

QString rangeText(const ClassEnds& ends)
{
    return ends.low == ends.high ? countText(ends.low)
                                 : countText(ends.low) + QStringLiteral("–") + countText(ends.high);
}

QString daysText(const ClassEnds& ends)
{
    if (ends.empty()) {
        return RfmView::tr("nobody");
    }
    if (ends.open) {
        return ends.low == 0 ? RfmView::tr("any day") : RfmView::tr("> %1 days").arg(countText(ends.low - 1));
    }
    return RfmView::tr("%1 days").arg(rangeText(ends));
}

QString timesText(const ClassEnds& ends)
{
    if (ends.empty()) {
        return RfmView::tr("nobody");
    }
    if (ends.open) {
        return RfmView::tr("%1+ times").arg(countText(ends.low));
    }
    return ends.low == 1 && ends.high == 1 ? RfmView::tr("once")
                                           : RfmView::tr("%1 times").arg(rangeText(ends));
}

double averageSpend(const RfmCell& cell)
{
    return cell.customers == 0 ? std::nan("")
                               : static_cast<double>(cell.spend) / static_cast<double>(cell.customers);
}

struct Ramp {
    double high = std::nan("");
    bool isCut = false;  ///< some cells lie above
};

/// The strongest colour begins where the dearest cells hold 5 % of the customers, so that one big spender
/// does not make all others look alike.
Ramp rampOf(const RfmResult& result)
{
    std::vector<const RfmCell*> cells;
    for (const RfmCell& cell : result.cells) {
        if (cell.customers > 0) {
            cells.push_back(&cell);
        }
    }
    std::sort(cells.begin(), cells.end(),
              [](const RfmCell* a, const RfmCell* b) { return averageSpend(*a) > averageSpend(*b); });
    Index above = 0;
    for (const RfmCell* cell : cells) {
        above += cell->customers;
        if (above * 20 >= result.scored) {
            return {averageSpend(*cell), cell != cells.front()};
        }
    }
    return {};
}

QString monthName(Day day)
{
    return QLocale().standaloneMonthName(civilFromDay(day).month, QLocale::ShortFormat);
}

bool isKey(const std::vector<std::string_view>& keys, std::string_view code)
{
    return std::find(keys.begin(), keys.end(), code) != keys.end();
}

/// Numbers of the segments behind part `part` of a bar.
std::vector<int> segmentsOfPart(const RfmHistory& history, const RfmMonth& month, int part)
{
    const std::vector<std::string_view> keys = keySegments(history.options.grid);
    std::vector<int> numbers;
    for (std::size_t i = 0; i < month.segments.size(); ++i) {
        const std::string_view code = month.segments[i].code;
        const bool wanted = part < static_cast<int>(keys.size())
            ? code == keys[static_cast<std::size_t>(part)]
            : !isKey(keys, code);
        if (wanted) {
            numbers.push_back(static_cast<int>(i));
        }
    }
    return numbers;
}

Index customersOf(const std::vector<RfmSegment>& segments, const std::vector<int>& numbers)
{
    Index sum = 0;
    for (const int number : numbers) {
        sum += segments[static_cast<std::size_t>(number)].customers;
    }
    return sum;
}

QString partName(const RfmHistory& history, int part)
{
    const std::vector<std::string_view> keys = keySegments(history.options.grid);
    return part < static_cast<int>(keys.size())
        ? capitalised(segmentName(keys[static_cast<std::size_t>(part)]))
        : RfmView::tr("Other");
}

}  // namespace

std::vector<Day> monthEnds(Day day, int count)
{
    const bool isEnd = monthStart(day, 1) - 1 == day;
    std::vector<Day> ends;
    for (int back = count - 1; back >= 0; --back) {
        ends.push_back(monthStart(day, (isEnd ? 1 : 0) - back) - 1);
    }
    return ends;
}

Result<RfmHistory> rfmHistory(const Snapshot& snapshot, const RfmOptions& options, int months, Job& job)
{
    RfmHistory history {.options = options, .now = {}, .months = {}};
    PartOfJob first(job, 0, months + 1);
    Result<RfmResult> now = rfm(snapshot, options, first);
    if (!now) {
        return now.error();
    }
    history.now = *std::move(now);
    int part = 0;
    for (const Day end : monthEnds(history.now.asOf, months)) {
        PartOfJob more(job, ++part, months + 1);
        RfmOptions then = options;
        then.asOf = end;
        Result<RfmResult> result = rfm(snapshot, then, more);
        if (result) {
            history.months.push_back({end, std::move(result->segment), std::move(result->segments)});
        } else if (result.error().code != ErrorCode::EmptyInput) {
            return result.error();
        }
    }
    return history;
}

HeatData rfmHeat(const RfmResult& result)
{
    HeatData heat;
    for (int k = 1; k <= result.bins; ++k) {
        heat.rowNames.append(QStringLiteral("R%1").arg(result.bins + 1 - k));
        heat.rowNotes.append(daysText(classEnds(result.recencyCuts, k, 0)));
        heat.columnNames.append(
            QStringLiteral("F%1 / %2").arg(k).arg(timesText(classEnds(result.frequencyCuts, k, 1))));
    }
    for (const RfmCell& cell : result.cells) {
        HeatCell one;
        one.value = averageSpend(cell);
        if (cell.customers > 0) {
            one.text = RfmView::tr("%1", "customers in a cell").arg(countText(cell.customers));
            one.text2 = roundMoneyText(one.value);
            one.detail = RfmView::tr("%1 of all, together %2")
                             .arg(percentText(static_cast<double>(cell.customers)
                                              / static_cast<double>(result.scored)),
                                  roundMoneyText(static_cast<double>(cell.spend)));
        }
        heat.cells.append(one);
    }
    heat.rowTitle = RfmView::tr("Last time / how often");
    heat.columnTitle = RfmView::tr("How often →");
    heat.valueName = RfmView::tr("Average spend");
    heat.emptyName = RfmView::tr("nobody");
    const Ramp ramp = rampOf(result);
    heat.high = ramp.high;
    heat.format = [ramp](double value) {
        return (ramp.isCut && value >= ramp.high ? QStringLiteral("≥ ") : QString()) + roundMoneyText(value);
    };
    return heat;
}

QString rfmHeatSummary(const RfmResult& result)
{
    const RfmCell* full = nullptr;
    const RfmCell* dear = nullptr;
    for (const RfmCell& cell : result.cells) {
        if (cell.customers > 0) {
            full = full == nullptr || cell.customers > full->customers ? &cell : full;
            dear = dear == nullptr || averageSpend(cell) > averageSpend(*dear) ? &cell : dear;
        }
    }
    if (full == nullptr) {
        return {};
    }
    return RfmView::tr("%1. Most stand in R%2 F%3: %4. The highest average spend is %5, in R%6 F%7.")
        .arg(customersText(result.scored))
        .arg(full->r)
        .arg(full->f)
        .arg(countText(full->customers), roundMoneyText(averageSpend(*dear)))
        .arg(dear->r)
        .arg(dear->f);
}

Bitset rfmMembers(const RfmResult& result, const QVector<RegionId>& cells)
{
    std::vector<bool> wanted(result.cells.size(), false);
    for (const RegionId& cell : cells) {
        const int place = cell.row * result.bins + cell.column;
        wanted[static_cast<std::size_t>(place)] = true;
    }
    Bitset members(result.r.size());
    for (Index c = 0; c < result.r.size(); ++c) {
        if (result.r[c] != 0) {
            members.put(c,
                        wanted[static_cast<std::size_t>((result.bins - result.r[c]) * result.bins
                                                        + result.f[c] - 1)]);
        }
    }
    return members;
}

QString rfmCellsTitle(const RfmResult& result, const QVector<RegionId>& cells)
{
    if (cells.size() != 1) {
        return RfmView::tr("%1 cells of the grid").arg(cells.size());
    }
    return QStringLiteral("R%1 F%2").arg(result.bins - cells[0].row).arg(cells[0].column + 1);
}

std::vector<std::string_view> keySegments(RfmGrid grid)
{
    if (grid == RfmGrid::Eight) {
        return {"vip", "vip_keep", "vip_grow", "vip_rescue"};
    }
    return {"champions", "loyal", "potential_loyalist", "at_risk", "cant_lose"};
}

BarData rfmBars(const RfmHistory& history)
{
    BarData bars;
    bars.stacked = true;
    bars.categoryHeader = RfmView::tr("Month end");
    const auto parts = static_cast<int>(keySegments(history.options.grid).size()) + 1;
    for (int part = 0; part < parts; ++part) {
        bars.series.append({partName(history, part), {}, part + 1 == parts});
    }
    for (const RfmMonth& month : history.months) {
        bars.categories.append(monthName(month.asOf));
        for (int part = 0; part < parts; ++part) {
            bars.series[part].values.append(
                static_cast<double>(customersOf(month.segments, segmentsOfPart(history, month, part))));
        }
    }
    return bars;
}

Bitset rfmBarMembers(const RfmHistory& history, const RegionId& part)
{
    const RfmMonth& month = history.months[static_cast<std::size_t>(part.row)];
    return segmentMembers(month.segment, segmentsOfPart(history, month, part.column));
}

QString rfmBarTitle(const RfmHistory& history, const RegionId& part)
{
    const RfmMonth& month = history.months[static_cast<std::size_t>(part.row)];
    return RfmView::tr("%1 on %2").arg(partName(history, part.column), dayText(month.asOf));
}

Bitset segmentMembers(const Column<std::uint8_t>& segment, const std::vector<int>& numbers)
{
    std::array<bool, std::numeric_limits<std::uint8_t>::max() + 1> wanted {};
    for (const int number : numbers) {
        wanted[static_cast<std::size_t>(number)] = true;
    }
    Bitset members(segment.size());
    for (Index c = 0; c < segment.size(); ++c) {
        members.put(c, wanted[segment[c]]);
    }
    return members;
}

}  // namespace meitrace
