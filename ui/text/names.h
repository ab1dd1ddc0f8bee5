// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fate.h"

#include <QString>

#include <string_view>

namespace meitrace {

/// Names of things for people, in the chosen language.
/// A language in itself, whatever is spoken now: "English"
QString languageName(const QString& language);
QString fateName(RowFate fate);
QString ruleName(RowRule rule);
/// Of a kind of file by its code ("his_billing").
QString kindName(std::string_view code);
/// Of a segment by its code ("champions", "vip").
QString segmentName(std::string_view code);
/// Of an event type by its code; types of the clinic's own keep their name.
QString eventName(std::string_view code);
/// Of a channel by its code ("xhs_org"); a clinic's own word stays as it is.
QString channelName(std::string_view code);
/// Of an item by its code in the catalogue ("PICO"); a clinic's own code or name stays as it is.
QString itemName(std::string_view code);
/// Of an attribute by its name.
QString attributeName(std::string_view name);

}  // namespace meitrace
