// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/painkeys.h"

#include "models/base/badoption.h"
#include "models/base/text.h"

namespace meitrace {

Result<CaseKey> CaseKey::bind(const Snapshot& snapshot, const std::string& name, Millis end, Job& job)
{
    CaseKey key;
    if (const std::optional<EventField> field = eventFieldByName(name); field && hasDictionary(*field)) {
        if (Status status = snapshot.load({*field}, job); !status) {
            return status.error();
        }
        key.m_field = snapshot.codes(*field);
        key.m_texts = &snapshot.dictionary(*field);
        return key;
    }
    if (const std::optional<Circumstance> circumstance = parseCircumstance(name)) {
        if (Status status = CircumstanceReader::load(snapshot, job); !status) {
            return status.error();
        }
        key.m_circumstance.emplace(snapshot, *circumstance, end);
        key.m_own = std::make_shared<const Dictionary>(circumstanceTexts(circumstance->kind));
        key.m_texts = key.m_own.get();
        return key;
    }
    Result<std::shared_ptr<const Attribute>> attribute = snapshot.attribute(name, job);
    if (!attribute && attribute.error().code != ErrorCode::NotFound) {
        return attribute.error();
    }
    if (!attribute || (*attribute)->type != AttributeType::Category) {
        return badOption("keys", shortened(name), "event fields, circumstances or categories");
    }
    key.m_attribute = *attribute;
    key.m_texts = &key.m_attribute->texts;
    return key;
}

}  // namespace meitrace
