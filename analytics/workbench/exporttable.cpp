// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/exporttable.h"

#include "analytics/clinic/consent.h"
#include "analytics/workbench/directory.h"
#include "models/base/text.h"
#include "models/store/identities.h"
#include "models/store/rows.h"

#include <algorithm>
#include <array>

namespace meitrace {

namespace {

constexpr std::array<ExportField, 12> kFields {{{"customer"},
                                                {"name"},
                                                {"gender"},
                                                {"city"},
                                                {"store"},
                                                {"staff_online"},
                                                {"staff_onsite"},
                                                {"member_level"},
                                                {"doctor", true},
                                                {"skin_type", true},
                                                {"last_item", true},
                                                {"last_treatment", true}}};

Error noColumn(const std::string& code, const char* why)
{
    return {.code = ErrorCode::BadOption, .subject = "columns", .value = shortened(code), .detail = why};
}

Result<std::vector<std::string>> keyColumn(Clinic& clinic, KeyType key, Job& job)
{
    const Result<SnapshotPtr> snapshot = clinic.snapshot(job);
    if (!snapshot) {
        return snapshot.error();
    }
    Result<std::vector<Identities::CustomerKey>> keys
        = Identities(clinic.workspace().database()).keyOfEachCustomer(key);
    if (!keys) {
        return keys.error();
    }
    const auto& codes = (*snapshot)->frame().code;
    std::vector<std::string> column(static_cast<std::size_t>((*snapshot)->customers()));
    Index customer = 0;
    for (Identities::CustomerKey& entry : *keys) {  // both ascend
        while (customer < codes.size() && codes[customer] < entry.customer) {
            ++customer;
        }
        if (customer < codes.size() && codes[customer] == entry.customer) {
            column[static_cast<std::size_t>(customer)] = std::move(entry.value);
        }
    }
    return column;
}

/// The customer's last treatment, as a row of the events; -1 = none.
Index lastTreatment(const Snapshot& snapshot, std::uint32_t treat, Index customer)
{
    for (Index row = snapshot.end(customer) - 1; treat != 0 && row >= snapshot.begin(customer); --row) {
        if (snapshot.type()[row] == treat) {
            return row;
        }
    }
    return -1;
}

using CellValue = std::function<std::string(Index)>;

/// The item of each customer's last treatment, or its day.
Result<CellValue> lastTreatmentValue(const SnapshotPtr& snapshot, bool item, Job& job)
{
    if (Status status = snapshot->load({EventField::Type, EventField::Time, EventField::Item}, job);
        !status) {
        return status.error();
    }
    const std::uint32_t treat = snapshot->dictionary(EventField::Type).find("treat");
    return CellValue([snapshot, treat, item](Index customer) {
        const Index row = lastTreatment(*snapshot, treat, customer);
        if (row < 0) {
            return std::string();
        }
        return item
            ? std::string(snapshot->dictionary(EventField::Item).text(snapshot->codes(EventField::Item)[row]))
            : isoDate(snapshot->dayOf(snapshot->time()[row]));
    });
}

/// Empty where the customers do not have the attribute.
Result<CellValue> attributeValue(const Snapshot& snapshot, std::string_view code, Job& job)
{
    const auto attribute = snapshot.attribute(code, job);
    if (!attribute && attribute.error().code != ErrorCode::NotFound) {
        return attribute.error();
    }
    return CellValue([kept = attribute ? *attribute : nullptr](Index customer) {
        return kept == nullptr ? std::string() : std::string(kept->texts.text(kept->code[customer]));
    });
}

Result<CellValue> valueOf(Clinic& clinic, const SnapshotPtr& snapshot, std::string_view code, Job& job)
{
    if (code == "customer") {
        return CellValue([snapshot](Index customer) { return snapshot->customerCode(customer); });
    }
    if (code == "name") {
        const auto people = Directory::read(clinic.workspace(), *snapshot, job);
        if (!people) {
            return people.error();
        }
        return CellValue([kept = *people](Index customer) { return std::string(kept->name(customer)); });
    }
    if (code == "last_item" || code == "last_treatment") {
        return lastTreatmentValue(snapshot, code == "last_item", job);
    }
    return attributeValue(*snapshot, code, job);
}

}  // namespace

std::vector<ExportIdentifier> exportIdentifiers(ConsentChannel channel)
{
    const ExportIdentifier customer {"customer", std::nullopt};
    switch (channel) {
    case ConsentChannel::Wechat:
        return {{"external_userid", KeyType::ExternalUserId}, customer};
    case ConsentChannel::Sms:
    case ConsentChannel::Call:
        return {{"phone", KeyType::Phone}, customer};
    case ConsentChannel::Email:
        return {{"email", KeyType::Email}, customer};
    case ConsentChannel::Ads:
        return {{"phone", KeyType::Phone}, {"email", KeyType::Email}, customer};
    case ConsentChannel::Any:
        break;
    }
    return {};
}

std::span<const ExportField> exportFields()
{
    return kFields;
}

std::vector<std::string> usualColumns(ConsentChannel channel)
{
    return channel == ConsentChannel::Ads ? std::vector<std::string> {} : std::vector<std::string> {"name"};
}

Result<std::vector<std::string>> identifierColumn(Clinic& clinic, const ExportIdentifier& identifier,
                                                  Job& job)
{
    if (identifier.key) {
        return keyColumn(clinic, *identifier.key, job);
    }
    const Result<SnapshotPtr> snapshot = clinic.snapshot(job);
    if (!snapshot) {
        return snapshot.error();
    }
    std::vector<std::string> column;
    column.reserve(static_cast<std::size_t>((*snapshot)->customers()));
    for (Index customer = 0; customer < (*snapshot)->customers(); ++customer) {
        column.push_back((*snapshot)->customerCode(customer));
    }
    return column;
}

Result<ExportCells> ExportCells::prepare(Clinic& clinic, const std::vector<std::string>& columns,
                                         ConsentChannel channel, Millis moment, Job& job)
{
    const Result<SnapshotPtr> snapshot = clinic.snapshot(job);
    if (!snapshot) {
        return snapshot.error();
    }
    ExportCells cells;
    cells.m_snapshot = *snapshot;
    for (const std::string& code : columns) {
        const auto* field = std::find_if(kFields.begin(), kFields.end(),
                                         [&](const ExportField& known) { return known.code == code; });
        if (field == kFields.end()) {
            return noColumn(code, "not among the columns a file of customers may have");
        }
        if (std::count(columns.begin(), columns.end(), code) > 1) {
            return noColumn(code, "a column is given twice");
        }
        Result<CellValue> value = valueOf(clinic, *snapshot, field->code, job);
        if (!value) {
            return value.error();
        }
        cells.m_columns.push_back({*field, std::move(*value)});
    }
    if (cells.healthColumn().empty()) {
        return cells;
    }
    if (Status status = (*snapshot)->loadConsents(job); !status) {
        return status.error();
    }
    cells.m_health = Bitset((*snapshot)->customers());
    for (Index customer = 0; customer < (*snapshot)->customers(); ++customer) {
        if (decideConsent(consentsOf(**snapshot, customer), {ConsentScope::SensitiveHealth, channel}, moment)
                .answer
            == ConsentAnswer::Granted) {
            cells.m_health.set(customer);
        }
    }
    return cells;
}

bool ExportCells::isHidden(std::size_t column, Index customer) const
{
    return m_columns[column].field.health && !m_health.test(customer);
}

std::string ExportCells::cell(std::size_t column, Index customer) const
{
    return isHidden(column, customer) ? std::string() : m_columns[column].value(customer);
}

std::string_view ExportCells::healthColumn() const
{
    const auto found = std::find_if(m_columns.begin(), m_columns.end(),
                                    [](const Column& column) { return column.field.health; });
    return found == m_columns.end() ? std::string_view() : found->field.code;
}

Result<Bitset> internalPeople(Clinic& clinic, Job& job)
{
    const Result<SnapshotPtr> snapshot = clinic.snapshot(job);
    if (!snapshot) {
        return snapshot.error();
    }
    Bitset people((*snapshot)->customers());
    const auto* begin = (*snapshot)->frame().code.data();
    const auto* end = begin + (*snapshot)->customers();
    const Status status = forEachRow(
        clinic.workspace().database().prepare(
            "SELECT c.customer FROM (SELECT ident FROM bill_line WHERE current = 1 AND is_internal = 1 UNION "
            "SELECT ident FROM treat_line WHERE current = 1 AND is_internal = 1) d JOIN ident_customer c ON "
            "c.ident_id = d.ident"),
        [&](const Statement& row) {
            const auto number = static_cast<std::uint32_t>(row.integer(0));
            const auto* place = std::lower_bound(begin, end, number);
            if (place != end && *place == number) {
                people.set(place - begin);
            }
        });
    return status ? Result<Bitset>(std::move(people)) : Result<Bitset>(status.error());
}

}  // namespace meitrace
