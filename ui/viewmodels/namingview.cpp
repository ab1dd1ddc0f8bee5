// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/namingview.h"

#include "analytics/clinic/itemcatalogue.h"
#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/viewmodels/importview.h"

#include <QCoreApplication>

namespace meitrace {

namespace {

struct NamingView {
    Q_DECLARE_TR_FUNCTIONS(NamingView)
};

QString perhapsText(const UnclearName& name)
{
    if (!name.suggestion.empty()) {
        return itemName(name.suggestion);
    }
    return name.category.empty() ? QStringLiteral("—") : NamingView::tr("no item; counts in its category");
}

}  // namespace

NameTable::NameTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void NameTable::setNames(std::vector<UnclearName> names)
{
    beginResetModel();
    m_names = std::move(names);
    endResetModel();
}

int NameTable::count() const
{
    return static_cast<int>(m_names.size());
}

QString NameTable::title(int column) const
{
    return QStringList {tr("Name"), tr("Of"),        tr("Source"), tr("Field"),
                        tr("Rows"), tr("Customers"), tr("Perhaps")}
        .value(column);
}

QString NameTable::text(int row, int column) const
{
    const UnclearName& name = nameAt(row);
    switch (column) {
    case Name:
        return fromUtf8(name.said.text);
    case Subject:
        return name.subject == NameSubject::Item ? tr("item") : tr("channel");
    case Source:
        return capitalised(kindName(name.kind->code));
    case Field:
        return fieldTitleText(*name.kind, name.field);
    case Rows:
        return countText(name.said.rows);
    case Customers:
        return countText(name.said.customers);
    case Perhaps:
        return perhapsText(name);
    default:
        return {};
    }
}

QString coverageText(NameSubject subject, const NameCoverage& coverage)
{
    if (coverage.rows == 0) {
        return {};
    }
    const double known = 1.0 - static_cast<double>(coverage.unclear) / static_cast<double>(coverage.rows);
    return (subject == NameSubject::Item
                ? NamingView::tr("%1 of the rows that name an item name a known one.")
                : NamingView::tr("%1 of the rows that name a channel name a known one."))
        .arg(percentText(known));
}

RecipeRule renamingRule(const UnclearName& name)
{
    RecipeRule rule {.step = {}, .kind = name.kind};
    rule.step.field = name.field;
    rule.step.test = RecipeStep::Test::Equals;
    rule.step.text = name.said.text;
    rule.step.action = RecipeStep::Action::SetTo;
    if (const CatalogueItem* item = ItemCatalogue::standard().find(name.suggestion)) {
        rule.step.value = item->chinese;
    }
    return rule;
}

}  // namespace meitrace
