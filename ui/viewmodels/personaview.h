// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/persona.h"
#include "ui/charts/comparebars.h"

#include <QString>

namespace meitrace {

/// Name of a trait in a saved analysis: what printed() of it says, "attribute=value".
/// isSince: the value is a band of days since something
QString savedTraitText(const std::string& subject, bool isSince);

/// "Visits: 4 to 7", "Has had: treatment", "First came by: WeChat"
QString traitText(const PersonaTrait& trait);
/// The traits that set the group apart most, at most so many: those of notable difference, or the strongest
/// where none is. Bars are shares of the group, marks those of the rest.
CompareData personaBars(const PersonaResult& result, int most);
/// What stands out, as a sentence.
QString personaConclusion(const PersonaResult& result);
/// Who is compared, of whom the shares are, and what is not shown.
QString personaCaption(const PersonaResult& result);

}  // namespace meitrace
