// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/personblock.h"

#include "models/base/hash.h"
#include "models/base/random.h"
#include "models/domain/attribute.h"

#include <algorithm>
#include <array>

namespace meitrace {

namespace {

bool describesPerson(FieldUse use)
{
    return use == FieldUse::Person || use == FieldUse::Evidence || use == FieldUse::Attribute;
}

std::uint64_t cellHash(const FieldValues& values, std::size_t row)
{
    if (!values.text.empty()) {
        const std::uint64_t hash = shortHash(values.text[row]);
        // A second number in the same cell belongs to the person as well.
        return values.extra.empty() || values.extra[row].empty() ? hash
                                                                 : hash ^ mix64(hash64(values.extra[row]));
    }
    return values.number.empty() ? 0 : mix64(static_cast<std::uint64_t>(values.number[row]));
}

/// Which key names the handle, in this order.
constexpr std::array<KeyType, 11> kNativeOrder {
    KeyType::HisNo,   KeyType::ExternalUserId, KeyType::LoginUser, KeyType::OpenId,
    KeyType::UnionId, KeyType::PlatformUid,    KeyType::CardNo,    KeyType::WechatId,
    KeyType::IdCard,  KeyType::Phone,          KeyType::Email};

/// Ids that mean something only inside one system carry its scope.
std::string scoped(KeyType type, std::string_view value, const std::string& scope)
{
    switch (type) {
    case KeyType::HisNo:
    case KeyType::CardNo:
        return (scope.empty() ? std::string("his") : scope) + ":" + std::string(value);
    case KeyType::LoginUser:
    case KeyType::PlatformUid:
    case KeyType::OpenId:
    case KeyType::Device:
        return (scope.empty() ? std::string("web") : scope) + ":" + std::string(value);
    default:
        return std::string(value);
    }
}

const std::string* valueOf(const PersonDescription& person, KeyType type)
{
    const auto found = std::find_if(person.keys.begin(), person.keys.end(),
                                    [&](const auto& key) { return key.first == type; });
    return found == person.keys.end() ? nullptr : &found->second;
}

/// "phone=164…"
std::string typed(KeyType type, const std::string& value)
{
    std::string name(keyTypeCode(type));
    name += '=';
    return name += value;
}

std::string nativeName(const PersonDescription& person, const std::string& scope)
{
    const std::string* name = valueOf(person, KeyType::Name);
    const std::string suffix = name == nullptr ? std::string() : "|" + *name;
    for (const KeyType type : kNativeOrder) {
        if (const std::string* value = valueOf(person, type)) {
            // A number or address may be shared, so the name belongs to the handle: One-ID decides who is the
            // same.
            const bool shared = type == KeyType::Phone || type == KeyType::Email;
            return typed(type, *value).append(shared ? suffix : std::string());
        }
    }
    for (const KeyType type : {KeyType::MaskedPhone, KeyType::PhoneTail, KeyType::RawPhone}) {
        if (const std::string* value = valueOf(person, type); value != nullptr) {
            return typed(type, *value).append(suffix).append("@").append(scope);
        }
    }
    if (const std::string* value = valueOf(person, KeyType::Device)) {
        return typed(KeyType::Device, *value);
    }
    return name == nullptr ? std::string() : "name=" + *name + "@" + scope;
}

void addKey(PersonDescription& person, KeyType type, std::string value)
{
    if (!value.empty()) {
        person.keys.emplace_back(type, std::move(value));
    }
}

/// Enumerations become their codes, so that rules and files speak of "female", not of 1.
std::string genderText(std::int64_t code)
{
    return code > 0 && code < static_cast<std::int64_t>(kGenderCodes.size())
        ? std::string(kGenderCodes[static_cast<std::size_t>(code)])
        : std::string();
}

void addAttribute(PersonDescription& person, const FieldSpec& field, const FieldValues& values,
                  std::size_t row)
{
    PersonDescription::Fact fact {.attribute = attributeOfField(field.name)->id};
    if (!values.text.empty()) {
        fact.text = values.text[row];
    } else if (field.type == FieldType::Gender) {
        fact.text = genderText(values.number[row]);
    } else {
        fact.number = values.number[row];
    }
    if (fact.number != kMissing || !fact.text.empty()) {
        person.facts.push_back(std::move(fact));
    }
}

void addPhones(PersonDescription& person, const FieldValues& values, std::size_t row)
{
    addKey(person, values.key[row], std::string(values.text[row]));
    if (!values.extra.empty()) {
        addKey(person, KeyType::Phone, std::string(values.extra[row]));
    }
}

void addBirthDate(PersonDescription& person, std::int64_t day)
{
    if (day != kMissing) {
        addKey(person, KeyType::BirthDate, isoDate(static_cast<Day>(day)));
        person.facts.push_back({.attribute = attributeByName("birth_date")->id, .number = day, .text = {}});
    }
}

}  // namespace

PersonBlock groupByPerson(const CleanBlock& block)
{
    std::vector<const FieldValues*> columns;
    for (const FieldValues& values : block.fields) {
        if (describesPerson(block.kind->fields[static_cast<std::size_t>(values.field)].use)) {
            columns.push_back(&values);
        }
    }
    const int timeField = fieldIndex(*block.kind, block.kind->mainTime);
    const FieldValues* times = timeField >= 0 ? block.find(timeField) : nullptr;
    PersonBlock persons;
    const std::size_t rows = block.kept.size();
    persons.entryOf.resize(rows);
    persons.entries.reserve(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        std::uint64_t hash = 0;
        for (const FieldValues* values : columns) {
            hash = (hash ^ cellHash(*values, row)) * 0x9E3779B97F4A7C15ULL;
            hash ^= hash >> 29U;
        }
        const Millis time = times != nullptr ? times->number[row] : kMissing;
        if (persons.entries.empty() || persons.entries.back().hash != hash) {
            persons.entries.push_back(
                {.hash = hash, .row = static_cast<std::int32_t>(row), .first = time, .last = time});
        } else if (time != kMissing) {
            PersonBlock::Entry& known = persons.entries.back();
            known.first = known.first == kMissing ? time : std::min(known.first, time);
            known.last = std::max(known.last, time);
        }
        persons.entryOf[row] = static_cast<std::uint32_t>(persons.entries.size() - 1);
    }
    return persons;
}

PersonDescription describePerson(const CleanBlock& block, std::int32_t keptRow, const std::string& scope)
{
    PersonDescription person;
    const auto row = static_cast<std::size_t>(keptRow);
    for (const FieldValues& values : block.fields) {
        const FieldSpec& field = block.kind->fields[static_cast<std::size_t>(values.field)];
        if (field.use == FieldUse::Attribute) {
            addAttribute(person, field, values, row);
        } else if (field.use == FieldUse::Person && field.type == FieldType::Phone) {
            addPhones(person, values, row);
        } else if (field.use == FieldUse::Person && !values.text[row].empty()) {
            addKey(person, field.key, scoped(field.key, values.text[row], scope));
        } else if (field.use == FieldUse::Evidence && field.type == FieldType::Date) {
            addBirthDate(person, values.number[row]);
        } else if (field.use == FieldUse::Evidence) {
            addKey(person, field.key, std::string(values.text[row]));
        }
    }
    person.native = nativeName(person, scope);
    return person;
}

}  // namespace meitrace
