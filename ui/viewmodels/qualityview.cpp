// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/qualityview.h"

#include "models/domain/fieldcodes.h"
#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/text/qualitytext.h"
#include "ui/viewmodels/importview.h"
#include "ui/viewmodels/reconcileview.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <limits>
#include <numeric>

namespace meitrace {

namespace {

struct QualityView {
    Q_DECLARE_TR_FUNCTIONS(QualityView)
};

double shareOf(std::int64_t part, std::int64_t whole)
{
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

QString sourceText(std::uint8_t kind)
{
    const KindSpec* spec = kindById(kind);
    return spec == nullptr ? QString() : capitalised(kindName(spec->code));
}

QString fileText(const std::vector<ImportBatch>& batches, std::int64_t number)
{
    const auto found = std::find_if(batches.begin(), batches.end(),
                                    [&](const ImportBatch& batch) { return batch.id == number; });
    return found == batches.end() ? QString::number(number) : fromUtf8(found->fileName);
}

QString streamFieldText(std::string_view name)
{
    if (name == "channel") {
        return QualityView::tr("Channel");
    }
    if (name == "store") {
        return QualityView::tr("Clinic");
    }
    if (name == "staff") {
        return QualityView::tr("Staff");
    }
    if (name == "device") {
        return QualityView::tr("Device");
    }
    if (name == "campaign") {
        return QualityView::tr("Campaign");
    }
    if (name == "item") {
        return QualityView::tr("Item");
    }
    if (name == "page") {
        return QualityView::tr("Page");
    }
    if (name == "session") {
        return QualityView::tr("Session");
    }
    return name == "amount" ? QualityView::tr("Amount") : QualityView::tr("Detail");
}

}  // namespace

QString checkStateText(const QualityFinding& finding)
{
    if (finding.count == 0) {
        return QualityView::tr("Nothing found");
    }
    switch (finding.weight) {
    case QualityWeight::Bad:
        return QualityView::tr("Mend");
    case QualityWeight::Warn:
        return QualityView::tr("Look at");
    case QualityWeight::Note:
        break;
    }
    return QualityView::tr("Note");
}

Tone checkTone(const QualityFinding& finding)
{
    if (finding.count == 0) {
        return Tone::Good;
    }
    switch (finding.weight) {
    case QualityWeight::Bad:
        return Tone::Bad;
    case QualityWeight::Warn:
        return Tone::Warn;
    case QualityWeight::Note:
        break;
    }
    return Tone::Neutral;
}

QString checkCountText(const QualityFinding& finding)
{
    const auto count
        = static_cast<int>(std::min<std::int64_t>(finding.count, std::numeric_limits<int>::max()));
    switch (finding.unit) {
    case QualityUnit::Rows:
        return QualityView::tr("%Ln row(s)", "", count);
    case QualityUnit::Cells:
        return QualityView::tr("%Ln cell(s)", "", count);
    case QualityUnit::Customers:
        return QualityView::tr("%Ln customer(s)", "", count);
    case QualityUnit::Files:
        return QualityView::tr("%Ln file(s)", "", count);
    case QualityUnit::Months:
        return QualityView::tr("%Ln month(s)", "", count);
    case QualityUnit::Fields:
        return QualityView::tr("%Ln field(s)", "", count);
    }
    return countText(finding.count);
}

QString fillFieldText(const SourceTally& source, const FieldFill& fill)
{
    const KindSpec& kind = *kindById(source.kind);
    const int field = fieldIndex(kind, fill.field);
    return field >= 0 ? fieldTitleText(kind, field) : streamFieldText(fill.field);
}

QStringList checkPlaces(const QualityFinding& finding, const std::vector<ImportBatch>& batches)
{
    QStringList lines;
    for (const QualityPlace& place : finding.places) {
        const QString source = sourceText(place.kind);
        if (!place.field.empty()) {
            const SourceTally tally {
                .kind = place.kind, .rows = 0, .fields = {}, .batches = {}, .months = {}};
            FieldFill fill;
            fill.field = place.field;
            lines << QualityView::tr("%1, %2: filled in %3")
                         .arg(source, fillFieldText(tally, fill), percentText(place.share));
        } else if (place.otherBatch != 0) {
            lines << QualityView::tr("%1 and %2: %3", "file, file, days")
                         .arg(fileText(batches, place.batch), fileText(batches, place.otherBatch),
                              daysText(place.from, place.to));
        } else {
            lines << (finding.id == "source_ended" ? QualityView::tr("%1: last row %2, data up to %3")
                                                   : QualityView::tr("%1: no row from %2 to %3"))
                         .arg(source, dayText(place.from), dayText(place.to));
        }
    }
    return lines;
}

QualityTable::QualityTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void QualityTable::setReport(const std::shared_ptr<const QualityReport>& report)
{
    beginResetModel();
    m_report = report;
    m_order.resize(report ? report->findings.size() : 0);
    std::iota(m_order.begin(), m_order.end(), std::size_t {0});
    std::stable_sort(m_order.begin(), m_order.end(), [&](std::size_t a, std::size_t b) {
        const QualityFinding& one = m_report->findings[a];
        const QualityFinding& other = m_report->findings[b];
        if ((one.count > 0) != (other.count > 0)) {
            return one.count > 0;
        }
        return one.count > 0 && one.weight > other.weight;
    });
    endResetModel();
}

const QualityFinding& QualityTable::findingAt(int row) const
{
    return m_report->findings[m_order[static_cast<std::size_t>(row)]];
}

int QualityTable::rowOf(std::string_view id) const
{
    for (int row = 0; row < count(); ++row) {
        if (findingAt(row).id == id) {
            return row;
        }
    }
    return -1;
}

QString QualityTable::title(int column) const
{
    return QStringList {tr("Check"), tr("State"), tr("Found"), tr("Share"), tr("What to do")}.value(column);
}

QString QualityTable::text(int row, int column) const
{
    const QualityFinding& finding = findingAt(row);
    switch (column) {
    case Check:
        return checkName(finding.id);
    case State:
        return checkStateText(finding);
    case Count:
        return finding.count > 0 ? checkCountText(finding) : QStringLiteral("—");
    case Share:
        return finding.count > 0 && finding.of > 0 && finding.unit != QualityUnit::Cells
            ? percentText(shareOf(finding.count, finding.of))
            : QStringLiteral("—");
    case Advice:
        return finding.count > 0 ? checkAdvice(finding.id) : QString();
    default:
        return {};
    }
}

QVariant QualityTable::mark(int row, int column, int role) const
{
    if (role == PillRole && column == State) {
        return static_cast<int>(checkTone(findingAt(row)));
    }
    return role == QuietRole && column != State ? QVariant(findingAt(row).count == 0) : QVariant();
}

QualityRowTable::QualityRowTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void QualityRowTable::setRows(std::vector<QualityRow> rows, const std::vector<ImportBatch>& batches,
                              const Zone& zone)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_zone = zone;
    m_files = FileNames(batches);
    endResetModel();
}

QString QualityRowTable::title(int column) const
{
    return QStringList {tr("File"), tr("Row"), tr("Date"), tr("Customer"), tr("What it says")}.value(column);
}

QString QualityRowTable::timeText(Millis time) const
{
    if (time == kMissing) {
        return QStringLiteral("—");
    }
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(time + m_zone.offsetAt(time), Qt::UTC);
    return local.toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString QualityRowTable::valuesText(const QualityRow& row) const
{
    const KindSpec& kind = *kindById(row.kind);
    QStringList parts;
    for (const QualityRow::Value& value : row.values) {
        const FieldType type = kind.fields[static_cast<std::size_t>(value.field)].type;
        QString text = fromUtf8(value.text);
        if (type == FieldType::Time) {
            text = timeText(value.number);
        } else if (type == FieldType::Bool) {
            text = value.number != 0 ? tr("yes") : tr("no");
        } else if (const auto codes = codesOf(type); value.number >= 0 && !codes.empty()) {
            text = fromUtf8(codes[std::min(static_cast<std::size_t>(value.number), codes.size() - 1)]);
        } else if (isNumeric(type)) {
            text = fieldNumberText(kind, kind.fields[static_cast<std::size_t>(value.field)].name,
                                   value.number);
        }
        parts << tr("%1 %2").arg(fieldTitleText(kind, value.field), text);
    }
    return parts.join(QStringLiteral(" · "));
}

QString QualityRowTable::text(int row, int column) const
{
    const QualityRow& shown = m_rows[static_cast<std::size_t>(row)];
    switch (column) {
    case File:
        return m_files.of(shown.batch);
    case Row:
        return countText(shown.row + 1);
    case Date:
        return timeText(shown.time);
    case Customer:
        return shown.customer == 0 ? QStringLiteral("—")
                                   : QStringLiteral("C%1").arg(shown.customer, 7, 10, QLatin1Char('0'));
    case Values:
        return valuesText(shown);
    default:
        return {};
    }
}

FillTable::FillTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void FillTable::setReport(const std::shared_ptr<const QualityReport>& report)
{
    beginResetModel();
    m_report = report;
    m_places.clear();
    if (report) {
        for (const SourceTally& source : report->sources) {
            for (const FieldFill& fill : source.fields) {
                m_places.push_back({&source, &fill});
            }
        }
    }
    endResetModel();
}

QString FillTable::title(int column) const
{
    return QStringList {tr("Source"), tr("Field"),    tr("Rows or people"),
                        tr("Filled"), tr("Unusable"), tr("Changed while loading")}
        .value(column);
}

QString FillTable::text(int row, int column) const
{
    const auto& [source, fill] = m_places[static_cast<std::size_t>(row)];
    switch (column) {
    case Source:
        return sourceText(source->kind);
    case Field:
        return fillFieldText(*source, *fill);
    case Of:
        return fill->ofPersons ? tr("%1 people").arg(countText(fill->of)) : countText(fill->of);
    case Filled:
        return percentText(shareOf(fill->valid, fill->of));
    case Unusable:
        return fill->invalid > 0 ? countText(fill->invalid) : QStringLiteral("—");
    case Repaired:
        return fill->repaired > 0 ? countText(fill->repaired) : QStringLiteral("—");
    default:
        return {};
    }
}

QVariant FillTable::mark(int row, int column, int role) const
{
    const FieldFill& fill = *m_places[static_cast<std::size_t>(row)].fill;
    if (role == BarRole && column == Filled) {
        return shareOf(fill.valid, fill.of);
    }
    return role == ToneRole && column == Unusable && fill.invalid > 0 ? QVariant(static_cast<int>(Tone::Warn))
                                                                      : QVariant();
}

}  // namespace meitrace
