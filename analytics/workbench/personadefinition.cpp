// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/definitionreader.h"

namespace meitrace {

DefinitionJson personaJson(const PersonaQuestion& question)
{
    return {{"of", question.of},
            {"attributes", question.attributes},
            {"include_anonymous", question.includeAnonymous},
            {"as_of", dayJson(question.asOf)}};
}

Result<PersonaQuestion> personaFromJson(const DefinitionJson& json)
{
    PersonaQuestion question;
    DefinitionReader reader(json);
    reader.read("of", question.of);
    reader.read("attributes", question.attributes);
    reader.read("include_anonymous", question.includeAnonymous);
    reader.readDay("as_of", question.asOf);
    if (question.of.empty()) {
        reader.refuse("of", question.of);
    }
    if (Status status = reader.finish(); !status) {
        return status.error();
    }
    return question;
}

}  // namespace meitrace
