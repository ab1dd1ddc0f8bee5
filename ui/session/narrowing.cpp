// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/narrowing.h"

#include "analytics/workbench/audiences.h"

#include <QSettings>

namespace meitrace {

namespace {

/// By file what was looked at last; only of files that were opened lately.
QString settingsKey()
{
    return QStringLiteral("recent/scopes");
}

/// Days that lie outside the data say nothing about them.
bool meetsData(const ScopePeriod& period, const SnapshotFrame& frame)
{
    return period.kind != ScopePeriod::Kind::Own
        || (period.own.from <= frame.asOf && period.own.to >= frame.firstDay);
}

}  // namespace

Result<Narrowed> narrow(Clinic& clinic, const Bitset& everybody, const Scope& scope, Job& job)
{
    const Result<SnapshotPtr> snapshot = clinic.snapshot(job);
    Result<CustomerFilter> known = knownPart(clinic, scope.customers, job);
    if (!snapshot || !known) {
        return snapshot ? known.error() : snapshot.error();
    }
    const SnapshotFrame& frame = (*snapshot)->frame();
    Narrowed narrowed;
    narrowed.scope.period = meetsData(scope.period, frame) ? scope.period : ScopePeriod {};
    narrowed.scope.customers = *std::move(known);
    narrowed.population = everybody;
    if (!narrowed.scope.customers.isEmpty()) {
        const Result<Bitset> chosen
            = populationOf(clinic, {.rule = filterRule(narrowed.scope.customers)}, job);
        if (!chosen) {
            return chosen.error();
        }
        narrowed.population &= *chosen;
    }
    narrowed.active = narrowed.population;
    if (const std::optional<DaySpan> span = narrowed.scope.period.span(frame.asOf)) {
        const Result<Bitset> active
            = populationOf(clinic, {.rule = activityRule(**snapshot, span->from, span->to)}, job);
        if (!active) {
            return active.error();
        }
        narrowed.active &= *active;
    }
    return narrowed;
}

Scope rememberedScope(const QString& path)
{
    return Scope::fromMap(QSettings().value(settingsKey()).toMap().value(path).toMap());
}

void rememberScope(const QString& path, const Scope& scope, const QStringList& files)
{
    const QVariantMap before = QSettings().value(settingsKey()).toMap();
    QVariantMap kept;
    for (const QString& file : files) {
        if (before.contains(file)) {
            kept.insert(file, before.value(file));
        }
    }
    if (scope.isEmpty()) {
        kept.remove(path);
    } else {
        kept.insert(path, scope.toMap());
    }
    if (kept != before) {
        QSettings().setValue(settingsKey(), kept);
    }
}

}  // namespace meitrace
