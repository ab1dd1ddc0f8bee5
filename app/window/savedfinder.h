// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/palette.h"

#include <QPointer>

#include <functional>

namespace meitrace {

class Session;

/// Adds the audiences and saved analyses whose names have the text in them to what the palette found.
void findSaved(Session& session, const QPointer<Palette>& palette, const QString& text,
               const std::function<void(const QString& name)>& openAudience);

}  // namespace meitrace
