// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/person.h"

#include <QString>

namespace meitrace {

/// What is known of a person, in the chosen language.
QString keyTypeName(KeyType type);
QString consentScopeName(ConsentScope scope);
QString consentChannelName(ConsentChannel channel);
QString consentStateName(ConsentState state);
/// A value of an attribute or of a field of events ("female", "xhs_org", "PICO"), where it is one of ours;
/// else as it stands.
QString attributeValueName(std::string_view attribute, std::string_view value);

}  // namespace meitrace
