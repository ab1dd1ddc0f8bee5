// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/mendingview.h"

#include "ui/text/figures.h"
#include "ui/text/masking.h"
#include "ui/text/names.h"
#include "ui/text/ruleadvice.h"
#include "ui/viewmodels/importview.h"

#include <QCoreApplication>

namespace meitrace {

namespace {

struct MendingView {
    Q_DECLARE_TR_FUNCTIONS(MendingView)
};

constexpr std::size_t kNamedValues = 3;

QString valueText(const std::string& value)
{
    return value.empty() ? MendingView::tr("(empty)") : fromUtf8(value);
}

}  // namespace

QString problemFieldText(const ProblemGroup& group)
{
    const int field = group.field.empty() ? -1 : fieldIndex(*group.kind, group.field);
    return field < 0 ? MendingView::tr("Whole row") : fieldTitleText(*group.kind, field);
}

QString problemGroupText(const ProblemGroup& group)
{
    return MendingView::tr("%1, %2: %3", "kind of file, field, what is wrong")
        .arg(capitalised(kindName(group.kind->code)), problemFieldText(group), ruleName(group.rule));
}

ProblemGroupTable::ProblemGroupTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void ProblemGroupTable::setGroups(std::vector<ProblemGroup> groups)
{
    beginResetModel();
    m_groups = std::move(groups);
    endResetModel();
}

int ProblemGroupTable::count() const
{
    return static_cast<int>(m_groups.size());
}

QString ProblemGroupTable::title(int column) const
{
    return QStringList {tr("Source"), tr("Field"), tr("Reason"), tr("Rows"), tr("Values"), tr("What to do")}
        .value(column);
}

QString ProblemGroupTable::text(int row, int column) const
{
    const ProblemGroup& group = groupAt(row);
    switch (column) {
    case Source:
        return capitalised(kindName(group.kind->code));
    case Field:
        return problemFieldText(group);
    case Reason:
        return capitalised(ruleName(group.rule));
    case Rows:
        return countText(group.rows);
    case Values: {
        QStringList values;
        for (std::size_t i = 0; i < std::min(kNamedValues, group.values.size()); ++i) {
            values << maskedPhones(valueText(group.values[i].value));
        }
        const QString listed = values.join(tr(", ", "between values"));
        return group.values.size() > kNamedValues ? tr("%1 …").arg(listed) : listed;
    }
    case Advice:
        return ruleAdvice(group.rule);
    default:
        return {};
    }
}

MendTable::MendTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void MendTable::setGroup(const ProblemGroup& group)
{
    beginResetModel();
    m_group = group;
    m_becomes.clear();
    for (const ProblemValue& value : group.values) {
        m_becomes << fromUtf8(value.suggestion);
    }
    endResetModel();
}

void MendTable::fillAll(const QString& text)
{
    m_becomes.fill(text);
    if (count() > 0) {
        emit dataChanged(index(0, Becomes), index(count() - 1, Becomes));
    }
}

bool MendTable::isMeant(int row, bool emptied) const
{
    const QString& becomes = m_becomes[row];
    const std::string& value = m_group.values[static_cast<std::size_t>(row)].value;
    return becomes.isEmpty() ? emptied && !value.empty() : becomes.toStdString() != value;
}

std::vector<CellMend> MendTable::mends(bool emptied) const
{
    std::vector<CellMend> mends;
    for (int row = 0; row < count(); ++row) {
        if (isMeant(row, emptied)) {
            mends.push_back({.kind = m_group.kind,
                             .field = m_group.field,
                             .rule = m_group.rule,
                             .value = m_group.values[static_cast<std::size_t>(row)].value,
                             .becomes = m_becomes[row].toStdString()});
        }
    }
    return mends;
}

std::int64_t MendTable::rowsOf(bool emptied) const
{
    std::int64_t rows = 0;
    for (int row = 0; row < count(); ++row) {
        rows += isMeant(row, emptied) ? m_group.values[static_cast<std::size_t>(row)].rows : 0;
    }
    return rows;
}

Qt::ItemFlags MendTable::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags usual = ReadOnlyTable::flags(index);
    return index.column() == Becomes ? usual | Qt::ItemIsEditable : usual;
}

bool MendTable::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || index.column() != Becomes) {
        return false;
    }
    m_becomes[index.row()] = value.toString().trimmed();
    emit dataChanged(index, index);
    return true;
}

int MendTable::count() const
{
    return static_cast<int>(m_group.values.size());
}

QString MendTable::title(int column) const
{
    return QStringList {tr("In the file"), tr("Rows"), tr("Becomes")}.value(column);
}

QString MendTable::text(int row, int column) const
{
    const ProblemValue& value = m_group.values[static_cast<std::size_t>(row)];
    switch (column) {
    case Value:
        return valueText(value.value);
    case Rows:
        return countText(value.rows);
    case Becomes:
        return m_becomes[row];
    default:
        return {};
    }
}

QVariant MendTable::mark(int row, int column, int role) const
{
    // Writing begins with what stands there.
    return role == Qt::EditRole && column == Becomes ? QVariant(m_becomes[row]) : QVariant();
}

}  // namespace meitrace
