// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/frame/bitset.h"
#include "ui/session/scope.h"

#include <QStringList>

namespace meitrace {

/// Whom a scope leaves.
struct Narrowed {
    Scope scope;        ///< without values that are gone
    Bitset population;  ///< whom its filter leaves
    Bitset active;      ///< of these, who did something in its days; all where it has none
};

/// Everybody whom the audience rules of the scope hold for.
/// Errors  those of evaluating rules
Result<Narrowed> narrow(Clinic& clinic, const Bitset& everybody, const Scope& scope, Job& job);

/// The scope a workspace was looked at with last.
Scope rememberedScope(const QString& path);
/// Scopes of workspaces that are not among `files` are forgotten.
void rememberScope(const QString& path, const Scope& scope, const QStringList& files);

}  // namespace meitrace
