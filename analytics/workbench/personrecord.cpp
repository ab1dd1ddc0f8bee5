// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/personrecord.h"

#include "models/domain/attribute.h"
#include "models/domain/fieldcodes.h"
#include "models/domain/kind.h"
#include "models/pipeline/erasure.h"
#include "models/store/batches.h"
#include "models/store/identities.h"
#include "models/store/identlist.h"
#include "models/store/rows.h"

#include <cstdlib>

namespace meitrace {

namespace {

CopiedValue textOf(std::string_view field, std::string_view text)
{
    return {.field = std::string(field), .text = std::string(text)};
}

CopiedValue numberOf(std::string_view field, std::int64_t number)
{
    return {.field = std::string(field), .text = std::to_string(number), .isNumber = true};
}

std::string decimal(std::int64_t thousandths)
{
    std::string text = thousandths < 0 ? "-" : "";
    const std::int64_t size = std::llabs(thousandths);
    text += std::to_string(size / 1000);
    if (size % 1000 != 0) {
        std::string rest = std::to_string(1000 + size % 1000).substr(1);
        rest.erase(rest.find_last_not_of('0') + 1);
        text += "." + rest;
    }
    return text;
}

CopiedValue valueOf(const FieldSpec& field, std::int64_t number, const Zone& zone)
{
    const std::string name(field.name);
    const auto codes = codesOf(field.type);
    if (!codes.empty()) {
        const bool known = number >= 0 && number < static_cast<std::int64_t>(codes.size());
        return known ? textOf(name, codes[static_cast<std::size_t>(number)]) : numberOf(name, number);
    }
    switch (field.type) {
    case FieldType::Time:
        return textOf(name, zone.isoTime(number));
    case FieldType::Date:
        return textOf(name, isoDate(static_cast<Day>(number)));
    case FieldType::Money:
        return numberOf(name + "_minor", number);
    case FieldType::Quantity:
    case FieldType::Figure:
    case FieldType::Duration:  // in seconds
        return {.field = name, .text = decimal(number), .isNumber = true};
    case FieldType::Bool:
        return {.field = name, .text = number != 0 ? "true" : "false", .isNumber = true};
    default:
        return numberOf(name, number);
    }
}

Status copyTable(Workspace& workspace, const KindSpec& kind, const std::vector<std::uint32_t>& idents,
                 CopiedPart& part)
{
    std::string sql = "SELECT current, batch_id, row_no";
    std::vector<const FieldSpec*> fields;
    for (const FieldSpec& field : kind.fields) {
        if (field.use == FieldUse::Stored) {
            sql += ", " + std::string(field.name);
            fields.push_back(&field);
        }
    }
    sql += " FROM " + part.name + " WHERE ident IN " + identList(idents) + " ORDER BY doc_id";
    return forEachRow(workspace.database().prepare(sql), [&](const Statement& row) {
        auto& record = part.records.emplace_back();
        record.push_back(numberOf("batch", row.integer(1)));
        record.push_back(numberOf("row", row.integer(2)));
        record.push_back(
            {.field = "in_force", .text = row.integer(0) != 0 ? "true" : "false", .isNumber = true});
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const int column = static_cast<int>(i) + 3;
            if (row.isNull(column)) {
                continue;
            }
            record.push_back(isNumeric(fields[i]->type)
                                 ? valueOf(*fields[i], row.integer(column), workspace.zone())
                                 : textOf(fields[i]->name, row.text(column)));
        }
    });
}

CopiedValue attributeValue(const AttributeSpec& attribute, std::int64_t number, std::string_view text,
                           const Zone& zone)
{
    if (number == kMissing) {
        return textOf("value", text);
    }
    if (attribute.kind == AttributeKind::Instant) {
        return textOf("value", zone.isoTime(number));
    }
    return attribute.kind == AttributeKind::Date ? textOf("value", isoDate(static_cast<Day>(number)))
                                                 : numberOf("value", number);
}

}  // namespace

Result<std::vector<CopiedPart>> copiedDocuments(Workspace& workspace,
                                                const std::vector<std::uint32_t>& idents)
{
    std::vector<CopiedPart> parts;
    for (const KindSpec& kind : kinds()) {
        if (kind.target != KindTarget::Documents) {
            continue;
        }
        CopiedPart part {.name = std::string(kind.table), .records = {}};
        if (Status status = copyTable(workspace, kind, idents, part); !status) {
            return status.error();
        }
        if (!part.records.empty()) {
            parts.push_back(std::move(part));
        }
    }
    return parts;
}

Result<std::vector<CopiedPart>> copiedIdentity(Workspace& workspace, const std::vector<std::uint32_t>& idents)
{
    CopiedPart keys {.name = "keys", .records = {}};
    CopiedPart attributesPart {.name = "attributes", .records = {}};
    const Result<std::vector<Identities::Key>> all = Identities(workspace.database()).keysOf(idents);
    if (!all) {
        return all.error();
    }
    for (const Identities::Key& key : *all) {
        auto& record = keys.records.emplace_back();
        record.push_back(numberOf("handle", key.ident));
        record.push_back(textOf("key", keyTypeCode(key.type)));
        record.push_back(textOf("value", key.value));
        if (key.first != kMissing) {
            record.push_back(textOf("first_seen", workspace.zone().isoTime(key.first)));
            record.push_back(textOf("last_seen", workspace.zone().isoTime(key.last)));
        }
    }
    const Status status = forEachRow(
        workspace.database().prepare(
            "SELECT ident_id, attribute, number, text, batch_id FROM ident_attribute WHERE ident_id IN "
            + identList(idents) + " ORDER BY ident_id, attribute, batch_id"),
        [&](const Statement& row) {
            for (const AttributeSpec& attribute : attributes()) {
                if (attribute.id == row.integer(1)) {
                    attributesPart.records.push_back(
                        {numberOf("handle", row.integer(0)), textOf("attribute", attribute.name),
                         attributeValue(attribute, row.number(2), row.text(3), workspace.zone()),
                         numberOf("batch", row.integer(4))});
                }
            }
        });
    if (!status) {
        return status.error();
    }
    return std::vector<CopiedPart> {std::move(keys), std::move(attributesPart)};
}

Result<CopiedPart> copiedEvents(Clinic& clinic, const std::string& code, Job& job)
{
    const Result<SnapshotPtr> loaded = clinic.snapshot(job);
    if (!loaded) {
        return loaded.error();
    }
    const Snapshot& snapshot = **loaded;
    std::vector<EventField> fields {EventField::Time, EventField::Amount, EventField::Batch, EventField::Row};
    for (int field = 0; field < kEventFieldCount; ++field) {
        if (hasDictionary(static_cast<EventField>(field))) {
            fields.push_back(static_cast<EventField>(field));
        }
    }
    if (Status status = snapshot.load(fields, job); !status) {
        return status.error();
    }
    CopiedPart part {.name = "events", .records = {}};
    const Index customer = snapshot.findCustomer(code);
    if (customer < 0) {
        return part;
    }
    for (Index row = snapshot.begin(customer); row < snapshot.end(customer); ++row) {
        auto& record = part.records.emplace_back();
        record.push_back(textOf("time", snapshot.frame().zone.isoTime(snapshot.time()[row])));
        for (const EventField field : fields) {
            const std::string_view text = hasDictionary(field)
                ? snapshot.dictionary(field).text(snapshot.codes(field)[row])
                : std::string_view();
            if (!text.empty()) {
                record.push_back(textOf(fieldName(field), text));
            }
        }
        if (snapshot.amount()[row] != 0) {
            record.push_back(numberOf("amount_minor", snapshot.amount()[row]));
        }
        record.push_back(numberOf("batch", snapshot.codes(EventField::Batch)[row]));
        record.push_back(numberOf("row", snapshot.codes(EventField::Row)[row]));
    }
    return part;
}

Result<CopiedPart> copiedRows(Workspace& workspace, const std::vector<std::uint32_t>& idents, Job& job)
{
    const Result<PersonTraces> traces = tracesOf(workspace, idents);
    const Result<std::vector<ImportBatch>> batches = Batches(workspace.database()).all();
    if (!traces || !batches) {
        return traces ? batches.error() : traces.error();
    }
    CopiedPart part {.name = "file_rows", .records = {}};
    for (const ImportBatch& batch : *batches) {
        const Result<PersonRows> found = findPersonRows(workspace, batch, *traces, {}, job);
        if (!found) {
            return found.error();
        }
        for (const auto& [number, cells] : found->hers) {
            auto& record = part.records.emplace_back();
            record.push_back(numberOf("batch", batch.id));
            record.push_back(textOf("file", batch.fileName));
            record.push_back(numberOf("row", number));
            record.push_back(textOf("fate", fateCode(batch.fates.at(number))));
            for (std::size_t i = 0; i < cells.size(); ++i) {
                const bool headed = i < found->header.size();
                record.push_back(
                    textOf("column " + (headed ? found->header[i] : "#" + std::to_string(i + 1)), cells[i]));
            }
        }
    }
    return part;
}

}  // namespace meitrace
