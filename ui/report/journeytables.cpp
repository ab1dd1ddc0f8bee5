// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Sequences, segments, sources and terms of the journey report.
#include "models/domain/fate.h"
#include "models/domain/kind.h"
#include "ui/charts/heatgrid.h"
#include "ui/report/journeyreport.h"
#include "ui/report/journeytext.h"
#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/viewmodels/segmenttable.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <memory>
#include <set>
#include <utility>
#include <vector>

namespace meitrace {

namespace {

struct JourneyTables {
    Q_DECLARE_TR_FUNCTIONS(JourneyTables)
};

constexpr double kGridHigh = 300;
constexpr std::size_t kSourcesInShort = 10;  // rows of the summary, which is to stay on its page

PaperCell chainOf(const StageSequence& sequence)
{
    QStringList names;
    std::vector<bool> marked;
    for (const std::uint8_t stage : sequence.stages) {
        names << stageName(stage);
        marked.push_back(stage == stage::kSale || stage == stage::kRepurchase);
    }
    if (sequence.goesOn) {
        names << QStringLiteral("…");
        marked.push_back(false);
    }
    return {names, marked};
}

PaperRow sequenceRow(const QString& number, const PaperCell& name, const StageSequence& sequence)
{
    const double each = sequence.customers == 0
        ? std::nan("")
        : static_cast<double>(sequence.value) / static_cast<double>(sequence.customers);
    const QString days = std::isnan(sequence.medianDays) ? QStringLiteral("—")
                                                         : countText(std::llround(sequence.medianDays));
    const double sold = sequence.customers == 0
        ? std::nan("")
        : static_cast<double>(sequence.sold) / static_cast<double>(sequence.customers);
    return {{number, name, countText(sequence.customers), percentText(sequence.share), days,
             roundMoneyText(each),
             sequence.stages.empty() ? percentText(sold)
                 : sequence.sold > 0 ? JourneyTables::tr("yes")
                                     : JourneyTables::tr("no")}};
}

PaperTable sequenceTable(const StageSequences& sequences)
{
    PaperTable table;
    table.columns = {{QString(), 0.4},
                     {JourneyTables::tr("Stages"), 5},
                     {JourneyTables::tr("Customers"), 1.1, Qt::AlignRight},
                     {JourneyTables::tr("Share"), 0.9, Qt::AlignRight},
                     {JourneyTables::tr("Days"), 0.7, Qt::AlignRight},
                     {JourneyTables::tr("Net paid each"), 1.2, Qt::AlignRight},
                     {JourneyTables::tr("Sale"), 0.8, Qt::AlignRight}};
    StageSequence all = sequences.other;
    for (std::size_t i = 0; i < sequences.top.size(); ++i) {
        const StageSequence& one = sequences.top[i];
        table.rows.push_back(sequenceRow(QString::number(i + 1), chainOf(one), one));
        all.customers += one.customers;
        all.value += one.value;
        all.sold += one.sold;
    }
    if (sequences.other.customers > 0) {
        table.rows.push_back(
            sequenceRow({},
                        JourneyTables::tr("Other sequences (%1 different ones)")
                            .arg(countText(sequences.different - static_cast<Index>(sequences.top.size()))),
                        sequences.other));
    }
    all.share = 1;
    all.medianDays = std::nan("");
    table.rows.push_back(sequenceRow({}, JourneyTables::tr("All customers"), all));
    table.rows.back().strong = true;
    return table;
}

PaperTable segmentTable(const RfmResult& rfm)
{
    PaperTable table;
    table.columns = {{JourneyTables::tr("Segment"), 1.5},
                     {JourneyTables::tr("Customers"), 0.9, Qt::AlignRight},
                     {JourneyTables::tr("Share"), 0.7, Qt::AlignRight},
                     {JourneyTables::tr("Spend"), 1.1, Qt::AlignRight},
                     {JourneyTables::tr("Who they are and what helps"), 4}};
    for (const RfmSegment& segment : rfm.segments) {
        table.rows.push_back({{capitalised(segmentName(segment.code)), countText(segment.customers),
                               percentText(segment.share), roundMoneyText(static_cast<double>(segment.spend)),
                               segmentSentence(segment.code)}});
    }
    return table;
}

/// Files and rows of one kind.
struct SourceSum {
    Index files = 0;
    Index rows = 0;
    std::array<Index, 8> fates {};

    void add(const SourceSum& other)
    {
        files += other.files;
        rows += other.rows;
        for (std::size_t i = 0; i < fates.size(); ++i) {
            fates[i] += other.fates[i];
        }
    }
    [[nodiscard]] Index of(RowFate fate) const { return fates[static_cast<std::size_t>(fate)]; }
};

std::map<std::uint8_t, SourceSum> sourceSums(const JourneyData& data)
{
    std::map<std::uint8_t, SourceSum> sums;
    for (const ImportBatch& batch : data.overview.batches) {
        SourceSum one {.files = 1, .rows = batch.rowsRead, .fates = {}};
        for (std::size_t i = 0; i < one.fates.size(); ++i) {
            one.fates[i] = batch.fates.counts()[i];
        }
        sums[batch.kind].add(one);
    }
    return sums;
}

/// The kinds with most rows, so many of them; all where only one more is left.
std::set<std::uint8_t> largestSources(const std::map<std::uint8_t, SourceSum>& sums, std::size_t most)
{
    std::vector<std::pair<std::int64_t, std::uint8_t>> bySize;
    bySize.reserve(sums.size());
    for (const auto& [kind, sum] : sums) {
        bySize.emplace_back(-sum.rows, kind);
    }
    std::sort(bySize.begin(), bySize.end());
    std::set<std::uint8_t> kinds;
    for (std::size_t i = 0; i < bySize.size() && (i < most || bySize.size() <= most + 1); ++i) {
        kinds.insert(bySize[i].second);
    }
    return kinds;
}

QString sourceName(std::uint8_t kind)
{
    const KindSpec* spec = kindById(kind);
    return spec == nullptr ? JourneyTables::tr("other files") : capitalised(kindName(spec->code));
}

PaperRow sourceRow(const QString& name, const SourceSum& sum, bool whole)
{
    PaperRow row;
    row.cells = {name, countText(sum.files), countText(sum.rows)};
    if (whole) {
        for (const RowFate fate : kReportedFates) {
            row.cells.emplace_back(countText(sum.of(fate)));
        }
    } else {
        row.cells.emplace_back(countText(sum.of(RowFate::Ok) + sum.of(RowFate::Fixed)));
        row.cells.emplace_back(countText(sum.of(RowFate::Quarantined)));
        row.cells.emplace_back(countText(sum.of(RowFate::Duplicate) + sum.of(RowFate::Skipped)
                                         + sum.of(RowFate::Superseded) + sum.of(RowFate::Erased)));
    }
    return row;
}

PaperTable sourceTable(const JourneyData& data, bool whole)
{
    PaperTable table;
    table.columns = {{JourneyTables::tr("Source"), whole ? 1.7 : 2.4},
                     {JourneyTables::tr("Files"), whole ? 0.7 : 0.8, Qt::AlignRight},
                     {JourneyTables::tr("Rows read"), 1, Qt::AlignRight}};
    if (whole) {
        for (const RowFate fate : kReportedFates) {
            table.columns.push_back({capitalised(fateName(fate)), 1, Qt::AlignRight});
        }
    } else {
        table.columns.push_back({JourneyTables::tr("In use"), 1, Qt::AlignRight});
        table.columns.push_back({JourneyTables::tr("Set aside"), 1, Qt::AlignRight});
        table.columns.push_back({JourneyTables::tr("Duplicate, replaced or left out"), 1.6, Qt::AlignRight});
    }
    SourceSum all;
    SourceSum others;
    const std::map<std::uint8_t, SourceSum> sums = sourceSums(data);
    const std::set<std::uint8_t> shown = largestSources(sums, whole ? sums.size() : kSourcesInShort);
    for (const auto& [kind, sum] : sums) {
        all.add(sum);
        if (shown.contains(kind)) {
            table.rows.push_back(sourceRow(sourceName(kind), sum, whole));
        } else {
            others.add(sum);
        }
    }
    if (shown.size() < sums.size()) {
        table.rows.push_back(sourceRow(JourneyTables::tr("%1 other sources")
                                           .arg(countText(static_cast<Index>(sums.size() - shown.size()))),
                                       others, whole));
    }
    table.rows.push_back(sourceRow(JourneyTables::tr("Together"), all, whole));
    table.rows.back().strong = true;
    return table;
}

}  // namespace

void addSequences(PaperFlow& flow, const JourneyData& data)
{
    const StageSequences& sequences = data.now.sequences;
    flow.section(JourneyTables::tr("The most frequent ways through the clinic"), sequencesDefinition(data));
    if (sequences.customers == 0) {
        flow.text(JourneyTables::tr("No customer has an event from lead to referral in this period."));
        return;
    }
    flow.text(JourneyTables::tr("The %1 most frequent of %2 different sequences hold %3 of %4.")
                  .arg(countText(static_cast<Index>(sequences.top.size())), countText(sequences.different),
                       percentText(1 - sequences.other.share), customersText(sequences.customers)));
    flow.gap(10);
    flow.table(sequenceTable(sequences));
}

void addSegments(PaperFlow& flow, const JourneyData& data)
{
    flow.section(JourneyTables::tr("Customer segments (RFM)"), segmentsDefinition(data));
    if (!data.rfm) {
        flow.text(JourneyTables::tr("Nobody has bought yet, so there are no segments."));
        return;
    }
    flow.text(rfmConclusion(*data.rfm));
    flow.gap(14);
    auto grid = std::make_shared<HeatGrid>();
    grid->setData(rfmHeat(data.rfm->now));
    flow.block(kGridHigh, [grid](QPainter& painter, const QRectF& box) {
        grid->paintTo(painter, box, ChartStyle::print());
    });
    flow.gap(4);
    flow.text(JourneyTables::tr("In each cell: customers, and below their average spend."),
              PaperFont::Caption, true);
    flow.gap(14);
    flow.table(segmentTable(data.rfm->now));
}

void addSourceSums(PaperFlow& flow, const JourneyData& data)
{
    flow.table(sourceTable(data, false));
}

void addSources(PaperFlow& flow, const JourneyData& data)
{
    flow.section(JourneyTables::tr("What became of the rows"), sourcesDefinition(data));
    flow.text(leftOutText(data));
    flow.gap(10);
    flow.table(sourceTable(data, true));
    flow.gap(10);
    flow.text(JourneyTables::tr(
                  "Repaired: stored after a repair that loses nothing. Set aside: kept with a reason, can be "
                  "mended and loaded again. Replaced: a later row of the same key took its place. Left "
                  "out: totals, repeated headers, rows a rule leaves out."),
              PaperFont::Caption, true);
}

void addTerms(PaperFlow& flow, const JourneyData& data)
{
    flow.section(JourneyTables::tr("Definitions and privacy"), wordsDefinition());
    PaperTable table;
    table.columns = {{JourneyTables::tr("Term"), 1.3}, {JourneyTables::tr("Meaning"), 5}};
    for (const auto& [term, meaning] : journeyTerms(data)) {
        table.rows.push_back({{term, meaning}});
    }
    flow.table(table);
}

}  // namespace meitrace
