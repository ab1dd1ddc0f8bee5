// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/recipeview.h"

#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/theme/cellroles.h"
#include "ui/viewmodels/importview.h"

#include <QCoreApplication>
#include <QLocale>

namespace meitrace {

namespace {

using Test = RecipeStep::Test;
using Action = RecipeStep::Action;

struct RecipeView {
    Q_DECLARE_TR_FUNCTIONS(RecipeView)
};

QString conditionText(const RecipeRule& rule)
{
    const QString field = fieldTitleText(*rule.kind, rule.step.field);
    const QString text = fromUtf8(rule.step.text);
    const QString number = QLocale().toString(rule.step.number, 'f', QLocale::FloatingPointShortest);
    switch (rule.step.test) {
    case Test::Any:
        return RecipeView::tr("%1 in every row").arg(field);
    case Test::Empty:
        return RecipeView::tr("Where %1 is empty").arg(field);
    case Test::Filled:
        return RecipeView::tr("Where %1 says something").arg(field);
    case Test::Equals:
        return RecipeView::tr("Where %1 is “%2”").arg(field, text);
    case Test::Contains:
        return RecipeView::tr("Where %1 contains “%2”").arg(field, text);
    case Test::StartsWith:
        return RecipeView::tr("Where %1 begins with “%2”").arg(field, text);
    case Test::Above:
        return RecipeView::tr("Where %1 is above %2").arg(field, number);
    case Test::Below:
        return RecipeView::tr("Where %1 is below %2").arg(field, number);
    }
    return {};
}

QString actionText(const RecipeRule& rule)
{
    const QString value = fromUtf8(rule.step.value);
    switch (rule.step.action) {
    case Action::SetTo:
        return RecipeView::tr("make it “%1”").arg(value);
    case Action::ReplaceText:
        return value.isEmpty() ? RecipeView::tr("take these letters away")
                               : RecipeView::tr("write “%1” instead").arg(value);
    case Action::Unknown:
        return RecipeView::tr("leave it unknown");
    case Action::FillDown:
        return RecipeView::tr("take the value above");
    case Action::TakeFrom:
        return RecipeView::tr("take %1").arg(fieldTitleText(*rule.kind, rule.step.from));
    case Action::SetAside:
        return RecipeView::tr("set the row aside");
    case Action::LeaveOut:
        return RecipeView::tr("leave the row out");
    }
    return {};
}

}  // namespace

QString recipeTestName(Test test)
{
    switch (test) {
    case Test::Any:
        return RecipeView::tr("in every row");
    case Test::Empty:
        return RecipeView::tr("is empty");
    case Test::Filled:
        return RecipeView::tr("says something");
    case Test::Equals:
        return RecipeView::tr("is exactly");
    case Test::Contains:
        return RecipeView::tr("contains");
    case Test::StartsWith:
        return RecipeView::tr("begins with");
    case Test::Above:
        return RecipeView::tr("is above");
    case Test::Below:
        return RecipeView::tr("is below");
    }
    return {};
}

QString recipeActionName(Action action)
{
    switch (action) {
    case Action::SetTo:
        return RecipeView::tr("make it");
    case Action::ReplaceText:
        return RecipeView::tr("write instead of the text");
    case Action::Unknown:
        return RecipeView::tr("leave it unknown");
    case Action::FillDown:
        return RecipeView::tr("take the value above");
    case Action::TakeFrom:
        return RecipeView::tr("take another field");
    case Action::SetAside:
        return RecipeView::tr("set the row aside");
    case Action::LeaveOut:
        return RecipeView::tr("leave the row out");
    }
    return {};
}

QString recipeSentence(const RecipeRule& rule)
{
    return RecipeView::tr("%1: %2").arg(conditionText(rule), actionText(rule));
}

RecipeTable::RecipeTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void RecipeTable::setRules(std::vector<RecipeRule> rules)
{
    beginResetModel();
    m_rules = std::move(rules);
    endResetModel();
}

QString RecipeTable::title(int column) const
{
    return QStringList {tr("No."),          tr("Rule"),          tr("Source"),
                        tr("What it does"), tr("Cells changed"), tr("State")}
        .value(column);
}

QString RecipeTable::text(int row, int column) const
{
    const RecipeRule& rule = m_rules[static_cast<std::size_t>(row)];
    switch (column) {
    case Order:
        return rule.step.id > 0 ? countText(rule.step.id) : QStringLiteral("—");
    case Name:
        return fromUtf8(rule.step.name);
    case Kind:
        return capitalised(kindName(rule.kind->code));
    case What:
        return recipeSentence(rule);
    case Cells:
        return countText(rule.cells);
    case State:
        return rule.isOn ? tr("On") : tr("Off");
    default:
        return {};
    }
}

QVariant RecipeTable::mark(int row, int column, int role) const
{
    const RecipeRule& rule = m_rules[static_cast<std::size_t>(row)];
    if (role == PillRole && column == State) {
        return static_cast<int>(rule.isOn ? Tone::Good : Tone::Neutral);
    }
    return role == QuietRole && !rule.isOn ? QVariant(true) : QVariant();
}

RecipeChangeTable::RecipeChangeTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void RecipeChangeTable::setChanges(std::vector<RecipeChange> changes, const std::vector<ImportBatch>& batches,
                                   const KindSpec* kind)
{
    beginResetModel();
    m_changes = std::move(changes);
    m_kind = kind;
    m_files = FileNames(batches);
    endResetModel();
}

QString RecipeChangeTable::title(int column) const
{
    return QStringList {tr("File"), tr("Row"), tr("Field"), tr("In the file"), tr("Counts as")}.value(column);
}

QString RecipeChangeTable::text(int row, int column) const
{
    const RecipeChange& change = m_changes[static_cast<std::size_t>(row)];
    switch (column) {
    case File:
        return m_files.of(change.batch);
    case Row:
        return countText(change.row + 1);
    case Field:
        return m_kind == nullptr ? QString() : fieldTitleText(*m_kind, fieldIndex(*m_kind, change.field));
    case Before:
        return change.before.empty() ? QStringLiteral("—") : fromUtf8(change.before);
    case After:
        return change.after.empty() ? QStringLiteral("—") : fromUtf8(change.after);
    default:
        return {};
    }
}

}  // namespace meitrace
