// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/scopebar.h"

#include "models/base/calendar.h"
#include "ui/session/scopetext.h"
#include "ui/session/session.h"
#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/text/kpitext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/checklistpopup.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/dayspanpopup.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace meitrace {

namespace {

constexpr int kMonths = 36;

/// Periods with a name of their own, in the order of the list.
std::vector<ScopePeriod> namedPeriods()
{
    return {{},
            {.kind = ScopePeriod::Kind::ThisMonth},
            {.kind = ScopePeriod::Kind::LastMonth},
            ScopePeriod::lastDays(30),
            ScopePeriod::lastDays(90),
            ScopePeriod::lastDays(180),
            ScopePeriod::lastDays(365)};
}

QString periodKey()
{
    return QStringLiteral("period");
}

/// "channel"; chips are called "btn.scope.channel"
QString keyOf(FilterField field)
{
    constexpr std::array<const char*, kFilterFields.size()> kKeys {"store", "channel", "item", "audience"};
    return QLatin1String(kKeys[static_cast<std::size_t>(field)]);
}

std::optional<FilterField> fieldOf(const QString& key)
{
    for (const FilterField field : kFilterFields) {
        if (keyOf(field) == key) {
            return field;
        }
    }
    return {};
}

QDate dateOf(Day day)
{
    return QDate(1970, 1, 1).addDays(day);
}

Day dayOf(const QDate& date)
{
    return static_cast<Day>(QDate(1970, 1, 1).daysTo(date));
}

QVector<CheckListPopup::Row> rowsOf(FilterField field, const std::vector<FilterValue>& values,
                                    const std::vector<std::string>& chosen)
{
    QVector<CheckListPopup::Row> rows;
    for (const FilterValue& value : values) {
        rows.push_back({.value = fromUtf8(value.value),
                        .text = filterValueName(field, value.value),
                        .count = countText(value.customers),
                        .checked = std::find(chosen.begin(), chosen.end(), value.value) != chosen.end()});
    }
    return rows;
}

}  // namespace

ScopeBar::ScopeBar(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_chips(new FilterBar)
    , m_count(textLabel({}, TextRole::Caption))
    , m_clear(makeButton({}, ButtonKind::Link))
{
    setObjectName(QStringLiteral("scope"));
    m_chips->setFilters(
        {{.key = periodKey(), .text = {}}});  // so that Tab comes to the chips before the buttons
    m_clear->setObjectName(QStringLiteral("btn.clearFilters"));
    m_count->setObjectName(QStringLiteral("text.inScope"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(size::kGap12);
    row->addWidget(m_chips, 1);
    row->addWidget(m_clear, 0, Qt::AlignTop);
    row->addWidget(m_count, 0, Qt::AlignTop);
    Theme::current().follow(this, [this] { m_count->setMinimumHeight(Theme::current().px(size::kChip)); });
    connect(m_chips, &FilterBar::activated, this, [this](const QString& key, const QPoint& corner) {
        if (const std::optional<FilterField> field = fieldOf(key)) {
            chooseValues(*field, corner);
        } else {
            choosePeriod(corner);
        }
    });
    connect(m_chips, &FilterBar::removed, this, &ScopeBar::remove);
    connect(m_chips, &FilterBar::addRequested, this, &ScopeBar::openFields);
    connect(m_clear, &QPushButton::clicked, this, &ScopeBar::clearScope);
    connect(&session, &Session::scopeChanged, this, &ScopeBar::showScope);
    connect(&session, &Session::populationChanged, this, &ScopeBar::showCount);
    connect(&session, &Session::snapshotChanged, this, &ScopeBar::showScope);
    showScope();
}

void ScopeBar::retranslate()
{
    showScope();
}

void ScopeBar::setUnlimitedText(const QString& text)
{
    m_unlimited = text;
    showScope();
}

void ScopeBar::showScope()
{
    const Scope& scope = m_session.scope();
    const bool isUnlimited = scope.period.isWhole();
    QVector<FilterChip> chips {
        {.key = periodKey(),
         .text = isUnlimited && !m_unlimited.isEmpty() ? m_unlimited : periodName(scope.period),
         .active = !isUnlimited,
         .removable = !isUnlimited}};
    for (const FilterField field : kFilterFields) {
        if (!scope.customers.of(field).empty()) {
            chips.push_back({.key = keyOf(field),
                             .text = filterText(field, scope.customers.of(field)),
                             .active = true,
                             .removable = true});
        }
    }
    m_chips->setFilters(chips);
    for (const FilterChip& chip : chips) {
        m_chips->chip(chip.key)->setObjectName(QStringLiteral("btn.scope.") + chip.key);
    }
    const auto all = static_cast<qsizetype>(kFilterFields.size());
    m_chips->setAddText(chips.size() <= all ? tr("Add filter") : QString());
    m_clear->setText(tr("Clear filters"));
    m_clear->setVisible(!scope.isEmpty());
    showCount();
}

void ScopeBar::showCount()
{
    const Index all = m_session.everybody().count();
    const Index left = m_session.population().count();
    m_count->setText(left == all
                         ? customersText(all)
                         : tr("%1 of %2", "found, customers").arg(countText(left), customersText(all)));
    m_count->setVisible(m_session.isOpen());
}

void ScopeBar::change(const Scope& scope)
{
    m_session.setScope(scope);
}

void ScopeBar::clearScope()
{
    change({});
    m_chips->chip(periodKey())->setFocus();
}

void ScopeBar::remove(const QString& key)
{
    Scope scope = m_session.scope();
    if (const std::optional<FilterField> field = fieldOf(key)) {
        scope.customers.of(*field).clear();
    } else {
        scope.period = {};
    }
    change(scope);
    m_chips->chip(periodKey())->setFocus();
}

void ScopeBar::openFields(const QPoint& corner)
{
    auto* menu = new QMenu(tr("Add filter"), this);
    menu->setObjectName(QStringLiteral("menu.filters"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const FilterField field : kFilterFields) {
        if (!m_session.scope().customers.of(field).empty()) {
            continue;
        }
        QAction* action = menu->addAction(filterFieldName(field));
        action->setObjectName(QStringLiteral("filter.") + keyOf(field));
        connect(action, &QAction::triggered, this, [this, field, corner] { chooseValues(field, corner); });
    }
    menu->popup(corner);
    // So that the arrow keys and Enter work at once
    menu->setActiveAction(menu->actions().value(0));
}

void ScopeBar::chooseValues(FilterField field, const QPoint& corner)
{
    auto* popup = new CheckListPopup({.title = filterFieldName(field),
                                      .search = tr("Search"),
                                      .apply = tr("Apply"),
                                      .waiting = tr("Counting the customers of each value"),
                                      .nothing = field == FilterField::Audience
                                          ? tr("No audience is saved yet.")
                                          : tr("The files that were loaded name none.")},
                                     this);
    popup->setObjectName(QStringLiteral("popup.values"));
    connect(popup, &CheckListPopup::chosen, this, [this, field](const QStringList& values) {
        Scope scope = m_session.scope();
        scope.customers.of(field).clear();
        for (const QString& value : values) {
            scope.customers.of(field).push_back(value.toStdString());
        }
        change(scope);
    });
    popup->openAt(corner);
    using Values = std::vector<FilterValue>;
    m_session.look<Values>(
        {popup, QStringLiteral("filterValues"), tr("Counting")},
        [snapshot = m_session.snapshot(), everybody = m_session.everybody(),
         field](Clinic& clinic, Job& job) -> Result<Values> {
            clinic.adopt(snapshot);
            const Result<SnapshotPtr> present = clinic.snapshot(job);
            if (!present || *present != snapshot) {
                return Error {ErrorCode::Cancelled};
            }
            return filterValues(clinic, field, everybody, job);
        },
        [this, popup, field](const Result<Values>& values) {
            if (values) {
                popup->setRows(rowsOf(field, *values, m_session.scope().customers.of(field)));
            } else if (values.error().code != ErrorCode::Cancelled) {
                popup->setNote(sentence(values.error()));
            }
        });
}

void ScopeBar::choosePeriod(const QPoint& corner)
{
    if (!m_session.isOpen()) {
        return;
    }
    const SnapshotFrame& frame = m_session.snapshot()->frame();
    const ScopePeriod now = m_session.scope().period;
    const std::vector<ScopePeriod> named = namedPeriods();
    QStringList names;
    for (const ScopePeriod& period : named) {
        names << periodName(period);
    }
    QStringList months;
    std::vector<ScopePeriod> ofMonths;
    int month = -1;
    for (int i = 0; i < kMonths && (i == 0 || monthStart(frame.asOf, -i) >= monthStart(frame.firstDay));
         ++i) {
        months << monthText(monthStart(frame.asOf, -i));
        ofMonths.push_back(ScopePeriod::ofMonth(monthStart(frame.asOf, -i), frame.asOf));
        month = ofMonths.back() == now ? i : month;
    }
    auto* popup = new DaySpanPopup(
        {.title = tr("Days"), .month = tr("Month"), .from = tr("From"), .to = tr("To"), .apply = tr("Apply")},
        this);
    popup->setObjectName(QStringLiteral("popup.period"));
    const auto found = std::find(named.begin(), named.end(), now);
    popup->setNames(names, found == named.end() ? -1 : static_cast<int>(found - named.begin()));
    popup->setMonths(months, month);
    const DaySpan shown = now.span(frame.asOf).value_or(DaySpan {frame.firstDay, frame.asOf});
    popup->setDays({dateOf(shown.from), dateOf(shown.to)}, {dateOf(frame.firstDay), dateOf(frame.asOf)});
    const auto take = [this](const ScopePeriod& period) {
        Scope scope = m_session.scope();
        scope.period = period;
        change(scope);
    };
    connect(popup, &DaySpanPopup::nameChosen, this,
            [take, named](int index) { take(named[static_cast<std::size_t>(index)]); });
    connect(popup, &DaySpanPopup::monthChosen, this,
            [take, ofMonths](int index) { take(ofMonths[static_cast<std::size_t>(index)]); });
    connect(popup, &DaySpanPopup::daysChosen, this, [take](const QDate& from, const QDate& to) {
        take(ScopePeriod::ofDays({dayOf(from), dayOf(to)}));
    });
    popup->openAt(corner);
}

}  // namespace meitrace
