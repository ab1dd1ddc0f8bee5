// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/importview.h"

#include "ui/text/figures.h"
#include "ui/text/masking.h"
#include "ui/text/names.h"
#include "ui/theme/cellroles.h"

#include <QCoreApplication>
#include <QLocale>

namespace meitrace {

namespace {

struct ImportView {
    Q_DECLARE_TR_FUNCTIONS(ImportView)
};

/// What stands for bytes that are no text in the file's encoding
const QChar kUndecodable(0xFFFD);

}  // namespace

QString encodingName(std::string_view code)
{
    if (code == "utf-8" || code == "utf-8-sig") {
        return QStringLiteral("UTF-8");
    }
    if (code == "gb18030") {
        return ImportView::tr("GB18030 (Chinese)");
    }
    if (code == "big5") {
        return ImportView::tr("Big5 (traditional Chinese)");
    }
    if (code == "utf-16le" || code == "utf-16be") {
        return QStringLiteral("UTF-16");
    }
    return fromUtf8(code);
}

QString delimiterName(char delimiter)
{
    switch (delimiter) {
    case ',':
        return ImportView::tr("comma");
    case ';':
        return ImportView::tr("semicolon");
    case '\t':
        return ImportView::tr("tab");
    case '|':
        return ImportView::tr("bar");
    default:
        return QString(QLatin1Char(delimiter));
    }
}

QString fieldTitleText(const KindSpec& kind, int field)
{
    const bool chinese = QLocale().language() == QLocale::Chinese;
    return capitalised(fromUtf8(titleOfField(kind, field, chinese ? "zh" : "en")));
}

QString anyOfFields(const KindSpec& kind, const std::vector<int>& fields)
{
    QStringList names;
    for (const int field : fields) {
        names << fieldTitleText(kind, field);
    }
    return names.join(ImportView::tr(" or "));
}

QString exampleText(const FileCheck::Example& example)
{
    return example.value.empty()
        ? ImportView::tr("Line %1").arg(countText(example.line))
        : ImportView::tr("Line %1: %2").arg(countText(example.line), maskedPhones(fromUtf8(example.value)));
}

PreviewTable::PreviewTable(QObject* parent)
    : ReadOnlyTable(0, parent)
{
}

void PreviewTable::setPreview(const FilePreview& preview)
{
    beginResetModel();
    m_header = preview.header;
    setColumns(static_cast<int>(m_header.size()));
    m_rows = preview.rows;
    endResetModel();
}

int PreviewTable::count() const
{
    return static_cast<int>(m_rows.size());
}

QString PreviewTable::title(int column) const
{
    return fromUtf8(m_header[static_cast<std::size_t>(column)]);
}

QString PreviewTable::text(int row, int column) const
{
    const auto& cells = m_rows[static_cast<std::size_t>(row)];
    const auto cell = static_cast<std::size_t>(column);
    return cell < cells.size() ? maskedPhones(fromUtf8(cells[cell])) : QString();
}

QVariant PreviewTable::mark(int row, int column, int role) const
{
    return role == ToneRole && text(row, column).contains(kUndecodable)
        ? QVariant(static_cast<int>(Tone::Bad))
        : QVariant();
}

CauseTable::CauseTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void CauseTable::setCheck(const FileCheck& check, const KindSpec* kind)
{
    beginResetModel();
    m_causes = check.causes;
    m_kind = kind;
    endResetModel();
}

int CauseTable::count() const
{
    return static_cast<int>(m_causes.size());
}

QString CauseTable::title(int column) const
{
    return QStringList {tr("What happens"), tr("Field"), tr("Reason"), tr("How often"), tr("Example")}.value(
        column);
}

bool CauseTable::isNumber(int column) const
{
    return column == Cells;
}

QString CauseTable::text(int row, int column) const
{
    const FileCheck::Cause& cause = causeAt(row);
    switch (column) {
    case What:
        return cause.fate == RowFate::Quarantined ? tr("Set aside")
            : cause.fate == RowFate::Skipped      ? tr("Left out")
                                                  : tr("Repaired");
    case Field: {
        const int field = m_kind == nullptr || cause.field.empty() ? -1 : fieldIndex(*m_kind, cause.field);
        return field < 0 ? tr("Whole row") : fieldTitleText(*m_kind, field);
    }
    case Reason:
        return capitalised(ruleName(cause.rule));
    case Cells:
        return countText(cause.cells);
    case Example:
        return cause.examples.empty() ? QString() : exampleText(cause.examples.front());
    default:
        return {};
    }
}

QVariant CauseTable::mark(int row, int column, int role) const
{
    return role == PillRole && column == What
        ? QVariant(static_cast<int>(causeAt(row).fate == RowFate::Quarantined ? Tone::Warn : Tone::Neutral))
        : QVariant();
}

}  // namespace meitrace
