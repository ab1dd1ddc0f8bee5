// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/customerfile.h"

#include "analytics/workbench/erasing.h"
#include "analytics/workbench/shownkeys.h"
#include "models/domain/kind.h"
#include "models/identity/names.h"
#include "models/store/identities.h"
#include "models/store/identlist.h"
#include "models/store/rows.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace meitrace {

namespace {

using Idents = std::vector<std::uint32_t>;

CustomerHandle* handleOf(std::vector<CustomerHandle>& handles, std::int64_t ident)
{
    const auto found = std::find_if(handles.begin(), handles.end(),
                                    [ident](const CustomerHandle& each) { return each.ident == ident; });
    return found == handles.end() ? nullptr : &*found;
}

/// A full name stands before a title or a remark, of two such the longer one.
bool tellsMore(const std::string& name, const std::string& than)
{
    const auto rank = [](const std::string& each) { return std::pair(isFullName(each), each.size()); };
    return than.empty() || rank(name) > rank(than);
}

/// The best of a person's keys of each kind: her fullest name, her strongest number, when she was seen.
void addKey(CustomerHandle& handle, const Identities::Key& key)
{
    if (key.type == KeyType::Name && tellsMore(key.value, handle.name)) {
        handle.name = key.value;
    }
    const bool isId = key.type != KeyType::Name && key.type != KeyType::BirthDate;
    if (isId && (handle.id.empty() || keyStrength(key.type) > keyStrength(handle.idType))) {
        handle.idType = key.type;
        handle.id = bareKey(key.value);
    }
    if (key.first != kMissing) {
        handle.first = handle.first == kMissing ? key.first : std::min(handle.first, key.first);
        handle.last = handle.last == kMissing ? key.last : std::max(handle.last, key.last);
    }
}

Status readHandles(Workspace& workspace, const Idents& idents, CustomerFile& file)
{
    Database& database = workspace.database();
    const std::string list = identList(idents);
    Status status
        = forEachRow(database.prepare("SELECT ident_id, method, manual FROM ident_customer WHERE ident_id IN "
                                      + list + " ORDER BY ident_id"),
                     [&](const Statement& row) {
                         file.handles.push_back({.ident = static_cast<std::uint32_t>(row.integer(0)),
                                                 .kinds = {},
                                                 .idType = KeyType::Name,
                                                 .id = {},
                                                 .name = {},
                                                 .method = static_cast<KeyType>(row.integer(1)),
                                                 .manual = row.integer(2) != 0});
                     });
    if (!status) {
        return status;
    }
    status = forEachRow(
        database.prepare("SELECT k.ident_id, b.kind, min(b.batch_id) FROM ident_key k JOIN import_batch b "
                         "ON b.batch_id = k.batch_id WHERE k.ident_id IN "
                         + list + " GROUP BY k.ident_id, b.kind ORDER BY k.ident_id, min(b.batch_id)"),
        [&](const Statement& row) {
            if (CustomerHandle* handle = handleOf(file.handles, row.integer(0))) {
                handle->kinds.push_back(static_cast<std::uint8_t>(row.integer(1)));
            }
        });
    const auto keys = Identities(database).keysOf(idents);
    if (!status || !keys) {
        return status ? Status(keys.error()) : status;
    }
    for (const Identities::Key& key : *keys) {
        if (CustomerHandle* handle = handleOf(file.handles, key.ident)) {
            addKey(*handle, key);
        }
    }
    return Done {};
}

/// Whether it is what the analyses see.
Result<bool> counts(const Snapshot& snapshot, Index customer, const StatedFact& fact, Job& job)
{
    const auto attribute = snapshot.attribute(fact.attribute, job);
    if (!attribute) {
        return attribute.error().code == ErrorCode::NotFound ? Result<bool>(false) : attribute.error();
    }
    if ((*attribute)->type == AttributeType::Category) {
        return (*attribute)->texts.text((*attribute)->code[customer]) == fact.text;
    }
    const double seen = (*attribute)->number[customer];
    return fact.number != kMissing && seen == static_cast<double>(fact.number);
}

Status readFacts(Clinic& clinic, const Snapshot& snapshot, Index customer, const Idents& idents,
                 CustomerFile& file, Job& job)
{
    Workspace& workspace = clinic.workspace();
    const Millis dayStart = static_cast<Millis>(workspace.settings().dayStartMinutes) * 60'000;
    Status status = forEachRow(
        workspace.database().prepare("SELECT a.attribute, a.number, a.text, b.file_name, b.kind, "
                                     "coalesce(a.observed_ms, b.imported_ms) FROM ident_attribute a JOIN "
                                     "import_batch b ON b.batch_id = a.batch_id WHERE a.ident_id IN "
                                     + identList(idents) + " ORDER BY a.attribute, 6 DESC, a.batch_id DESC"),
        [&](const Statement& row) {
            const auto all = attributes();
            const auto spec = std::find_if(
                all.begin(), all.end(), [&](const AttributeSpec& each) { return each.id == row.integer(0); });
            if (spec == all.end()) {
                return;
            }
            StatedFact fact {.attribute = std::string(spec->name),
                             .kind = spec->kind,
                             .text = std::string(row.text(2)),
                             .number = row.number(1),
                             .file = std::string(row.text(3)),
                             .source = static_cast<std::uint8_t>(row.integer(4)),
                             .observed = row.number(5)};
            if (fact.kind == AttributeKind::Instant && fact.number != kMissing) {
                fact.number = workspace.zone().dayOf(fact.number, dayStart);
            }
            file.facts.push_back(std::move(fact));
        });
    if (!status) {
        return status;
    }
    for (StatedFact& fact : file.facts) {
        const Result<bool> used = counts(snapshot, customer, fact, job);
        if (!used) {
            return used.error();
        }
        fact.used = *used;
    }
    return Done {};
}

Status readPurchases(Workspace& workspace, const Idents& idents, CustomerFile& file)
{
    const std::string whose = " d WHERE d.current = 1 AND d.ident IN " + identList(idents);
    const auto read = [&](const std::string& sql, bool delivered) {
        return forEachRow(workspace.database().prepare(sql + whose), [&](const Statement& row) {
            const auto kind = row.isNull(6) ? BillKind::Sale : static_cast<BillKind>(row.integer(6));
            file.purchases.push_back(
                {.time = row.number(0),
                 .wholeDay = row.integer(1) >= static_cast<std::int64_t>(TimeQuality::WholeDay),
                 .delivered = delivered,
                 .kind = kind,
                 .item = std::string(row.text(2)),
                 .number = std::string(row.text(3)),
                 .quantity = row.number(4),
                 .amount = row.number(5),
                 .store = std::string(row.text(7))});
        });
    };
    Status status = read("SELECT coalesce(d.pay_time, d.order_time), d.precision, "
                         "coalesce(d.item_name, d.package_name, d.item_code, ''), coalesce(d.order_no, ''), "
                         "d.qty, d.paid_amount, d.bill_kind, coalesce(d.store, '') FROM bill_line",
                         false);
    status = status
        ? read("SELECT d.consume_time, d.precision, coalesce(d.item_name, d.item_code, ''), "
               "coalesce(d.consume_no, ''), d.qty, coalesce(d.consume_amount, d.net_amount), NULL, "
               "coalesce(d.store, '') FROM treat_line",
               true)
        : status;
    std::sort(file.purchases.begin(), file.purchases.end(),
              [](const CustomerPurchase& a, const CustomerPurchase& b) {
                  return std::tie(b.time, a.delivered, a.number, a.item, a.amount)
                      < std::tie(a.time, b.delivered, b.number, b.item, b.amount);
              });
    return status;
}

Status readCards(Workspace& workspace, const Snapshot& snapshot, const Idents& idents, CustomerFile& file)
{
    // Files of balances are pictures of one day: a card that a newer one does not list is used up or gone.
    const std::string hers = " d.current = 1 AND d.ident IN " + identList(idents);
    const std::string newest = "(SELECT max(d.snapshot_at) FROM package_balance d WHERE" + hers + ")";
    const Millis end = snapshot.endOfDay(snapshot.frame().asOf);
    Status status = forEachRow(
        workspace.database().prepare(
            "SELECT coalesce(d.card_no, d.card_name, ''), coalesce(d.item_name, d.card_name, ''), "
            "d.bought_qty + coalesce(d.gift_qty, 0), d.used_qty, d.remaining_qty, d.remaining_amount, "
            "d.expire_at, d.snapshot_at FROM package_balance d WHERE"
            + hers + " AND d.snapshot_at = " + newest + " ORDER BY d.doc_id"),
        [&](const Statement& row) {
            const Millis expires = row.number(6);
            file.cards.push_back({.card = std::string(row.text(0)),
                                  .item = std::string(row.text(1)),
                                  .bought = row.number(2),
                                  .used = row.number(3),
                                  .remaining = row.number(4),
                                  .worth = row.number(5),
                                  .expires = expires,
                                  .asOf = row.number(7),
                                  .expired = expires != kMissing && expires < end - kDayMillis});
        });
    std::stable_sort(file.cards.begin(), file.cards.end(), [](const CustomerCard& a, const CustomerCard& b) {
        return std::pair(!a.isOpen(), a.item) < std::pair(!b.isOpen(), b.item);
    });
    return status;
}

Status readDecisions(Workspace& workspace, const Idents& idents, CustomerFile& file)
{
    Identities identities(workspace.database());
    std::vector<std::string> names;
    for (const std::uint32_t ident : idents) {
        const Result<std::string> name = identities.nativeName(ident);
        if (!name) {
            return name.error();
        }
        names.push_back(*name);
    }
    Result<std::vector<JournalEntry>> all = journal(workspace);
    if (!all) {
        return all.error();
    }
    for (JournalEntry& entry : *all) {
        const bool concerned = std::any_of(entry.idents.begin(), entry.idents.end(), [&](const auto& ident) {
            return std::find(names.begin(), names.end(), ident) != names.end();
        });
        if (concerned) {
            file.decisions.insert(file.decisions.begin(), std::move(entry));
        }
    }
    return Done {};
}

}  // namespace

std::int64_t CustomerFile::sessionsLeft() const
{
    std::int64_t left = 0;
    for (const CustomerCard& card : cards) {
        left += card.isOpen() && card.remaining != kMissing ? card.remaining : 0;
    }
    return left;
}

Fen CustomerFile::worthLeft() const
{
    Fen worth = 0;
    for (const CustomerCard& card : cards) {
        worth += card.isOpen() && card.worth != kMissing ? card.worth : 0;
    }
    return worth;
}

Result<CustomerFile> customerFile(Clinic& clinic, const std::string& code, Job& job)
{
    const Result<SnapshotPtr> snapshot = clinic.snapshot(job);
    if (!snapshot) {
        return snapshot.error();
    }
    Workspace& workspace = clinic.workspace();
    const Index customer = (*snapshot)->findCustomer(code);
    const Result<Idents> idents = handlesOf(workspace, customerNumber(code));
    if (customer < 0 || !idents) {
        return Error {.code = ErrorCode::NotFound, .subject = "customer", .value = code};
    }
    CustomerFile file;
    file.code = code;
    Status status = readHandles(workspace, *idents, file);
    status = status ? readFacts(clinic, **snapshot, customer, *idents, file, job) : status;
    status = status ? readPurchases(workspace, *idents, file) : status;
    status = status ? readCards(workspace, **snapshot, *idents, file) : status;
    status = status ? readDecisions(workspace, *idents, file) : status;
    return status ? Result<CustomerFile>(std::move(file)) : Result<CustomerFile>(status.error());
}

}  // namespace meitrace
