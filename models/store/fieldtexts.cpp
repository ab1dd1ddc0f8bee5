// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/fieldtexts.h"

#include "models/domain/attribute.h"
#include "models/domain/person.h"
#include "models/store/jobwatch.h"
#include "models/store/rows.h"

namespace meitrace {

namespace {

/// Lines of a bill that are money in advance or paid later name that, and no item.
std::string condition(const KindSpec& kind, const FieldSpec& field)
{
    if (kind.code != "his_billing" || field.name != "item_name") {
        return {};
    }
    std::string money;
    for (const BillKind other : {BillKind::Deposit, BillKind::DepositBack, BillKind::Topup,
                                 BillKind::TopupRefund, BillKind::DebtPayment}) {
        money += (money.empty() ? "" : ", ") + std::to_string(static_cast<int>(other));
    }
    return " AND coalesce(d.bill_kind, 0) NOT IN (" + money + ")";
}

std::string ofDocuments(const KindSpec& kind, const FieldSpec& field)
{
    return "SELECT d." + std::string(field.name)
        + " AS said, count(*) AS number, count(DISTINCT c.customer) FROM " + std::string(kind.table)
        + " d LEFT JOIN ident_customer c ON c.ident_id = d.ident WHERE d.current = 1 AND d."
        + std::string(field.name) + " <> ''" + condition(kind, field);
}

std::string ofPersons(const KindSpec& kind, const AttributeSpec& attribute)
{
    return "SELECT a.text AS said, count(DISTINCT a.ident_id) AS number, count(DISTINCT c.customer) FROM "
           "ident_attribute a JOIN import_batch b ON b.batch_id = a.batch_id LEFT JOIN ident_customer c ON "
           "c.ident_id = a.ident_id WHERE a.text <> '' AND a.attribute = "
        + std::to_string(attribute.id) + " AND b.kind = " + std::to_string(kind.id);
}

std::string queryOf(const KindSpec& kind, const FieldSpec& field)
{
    if (isNumeric(field.type)) {
        return {};
    }
    if (field.use == FieldUse::Attribute) {
        const AttributeSpec* attribute = attributeOfField(field.name);
        return attribute == nullptr ? std::string() : ofPersons(kind, *attribute);
    }
    const bool isStored = field.use == FieldUse::Stored && kind.target == KindTarget::Documents;
    return isStored ? ofDocuments(kind, field) : std::string();
}

}  // namespace

Result<std::vector<FieldText>> fieldTexts(Workspace& workspace, const KindSpec& kind, int field, Job& job)
{
    const std::string query = queryOf(kind, kind.fields[static_cast<std::size_t>(field)]);
    if (query.empty()) {
        return std::vector<FieldText> {};
    }
    const JobWatch watch(workspace.database(), job);
    return readRows(workspace.database().prepare(query + " GROUP BY said ORDER BY number DESC, said"),
                    [](const Statement& row) {
                        return FieldText {.text = std::string(row.text(0)),
                                          .rows = row.integer(1),
                                          .customers = row.integer(2)};
                    });
}

}  // namespace meitrace
