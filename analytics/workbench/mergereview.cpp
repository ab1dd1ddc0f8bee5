// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/mergereview.h"

#include "analytics/workbench/decisions.h"
#include "analytics/workbench/shownkeys.h"
#include "models/store/identities.h"
#include "models/store/rows.h"

#include <algorithm>
#include <optional>

namespace meitrace {

/// What all handles say, and where each one's keys begin
struct MergeReview::Keys {
    std::vector<Identities::Key> all;     ///< ascending by ident
    IdentityInput input;                  ///< looks at them
    std::vector<std::uint32_t> customer;  ///< by position in input.idents
    std::optional<IdentIndex> index;
    std::optional<HandleTable> table;

    void setUp()
    {
        input.keys.reserve(all.size());
        for (const Identities::Key& key : all) {
            if (input.idents.empty() || input.idents.back() != key.ident) {
                input.idents.push_back(key.ident);
            }
            input.keys.push_back({.ident = key.ident,
                                  .type = key.type,
                                  .value = key.value,
                                  .first = key.first,
                                  .last = key.last});
        }
        customer.resize(input.idents.size());
        index.emplace(input.idents);
        table.emplace(input, *index);
    }

    /// Keys of one handle
    [[nodiscard]] std::pair<std::size_t, std::size_t> rangeOf(std::uint32_t ident) const
    {
        const auto before
            = [](const Identities::Key& key, std::uint32_t wanted) { return key.ident < wanted; };
        const auto begin = std::lower_bound(all.begin(), all.end(), ident, before);
        const auto end = std::lower_bound(begin, all.end(), ident + 1, before);
        return {static_cast<std::size_t>(begin - all.begin()), static_cast<std::size_t>(end - all.begin())};
    }

    [[nodiscard]] bool says(std::uint32_t ident, KeyType type, const std::string& value) const
    {
        const auto [begin, end] = rangeOf(ident);
        return std::any_of(
            all.begin() + static_cast<std::ptrdiff_t>(begin), all.begin() + static_cast<std::ptrdiff_t>(end),
            [&](const Identities::Key& key) { return key.type == type && key.value == value; });
    }
};

namespace {

Result<LinkModel> modelOf(Workspace& workspace, const HandleTable& table, Job& job)
{
    const Result<std::string> text
        = workspace.database().queryText("SELECT text FROM setting WHERE name = 'link_model'");
    if (!text) {
        return text.error();
    }
    const std::optional<LinkModel> model = linkModelFrom(*text);
    return model && model->fields.size() == table.table().columns.size() ? Result<LinkModel>(*model)
                                                                         : handleModel(table, job);
}

}  // namespace

Result<MergeReview> MergeReview::open(Workspace& workspace, Job& job)
{
    Database& database = workspace.database();
    const auto keys = std::make_shared<Keys>();
    Result<std::vector<Identities::Key>> all = Identities(database).allKeys();
    if (!all) {
        return all.error();
    }
    keys->all = *std::move(all);
    keys->setUp();
    MergeReview review;
    Status status = forEachRow(
        database.prepare("SELECT ident_id, customer FROM ident_customer"), [&](const Statement& row) {
            const std::uint32_t at = keys->index->find(static_cast<std::uint32_t>(row.integer(0)));
            if (at != IdentIndex::kNone) {
                keys->customer[at] = static_cast<std::uint32_t>(row.integer(1));
            }
        });
    if (!status) {
        return status.error();
    }
    status
        = forEachRow(database.prepare("SELECT a_ident, b_ident, key_type, score, reason FROM identity_review "
                                      "ORDER BY score DESC, a_ident, b_ident"),
                     [&](const Statement& row) {
                         review.m_pairs.push_back({.a = static_cast<std::uint32_t>(row.integer(0)),
                                                   .b = static_cast<std::uint32_t>(row.integer(1)),
                                                   .key = static_cast<KeyType>(row.integer(2)),
                                                   .reason = static_cast<ReviewPair::Reason>(row.integer(4)),
                                                   .score = row.real(3)});
                     });
    if (!status) {
        return status.error();
    }
    Result<LinkModel> model = modelOf(workspace, *keys->table, job);
    if (!model) {
        return model.error();
    }
    review.m_model = *std::move(model);
    review.m_keys = keys;
    return review;
}

ReviewRecord MergeReview::record(std::uint32_t ident, std::uint32_t other, bool inFull) const
{
    ReviewRecord record;
    record.ident = ident;
    const std::uint32_t at = m_keys->index->find(ident);
    record.customer = at == IdentIndex::kNone ? std::string() : codeOfCustomer(m_keys->customer[at]);
    const auto [begin, end] = m_keys->rangeOf(ident);
    for (std::size_t i = begin; i < end; ++i) {
        const Identities::Key& key = m_keys->all[i];
        record.lines.push_back(
            {.type = key.type,
             .value = inFull ? bareKey(key.value) : hiddenKey(key.type, bareKey(key.value)),
             .shared = m_keys->says(other, key.type, key.value)});
    }
    return record;
}

ReviewPairView MergeReview::view(const Waiting& waiting, bool inFull) const
{
    ReviewPairView view {.left = record(waiting.a, waiting.b, inFull),
                         .right = record(waiting.b, waiting.a, inFull),
                         .key = waiting.key,
                         .reason = waiting.reason,
                         .score = waiting.score};
    const std::uint32_t a = m_keys->table->rowOf(m_keys->index->find(waiting.a));
    const std::uint32_t b = m_keys->table->rowOf(m_keys->index->find(waiting.b));
    view.hasEvidence = a != HandleTable::kNoRow && b != HandleTable::kNoRow;
    if (view.hasEvidence) {
        view.evidence = m_model.explain(m_keys->table->table(), a, b);
    }
    return view;
}

ReviewPairView MergeReview::pair(std::size_t at, bool inFull) const
{
    return view(m_pairs[at], inFull);
}

Result<ReviewPairView> MergeReview::explain(std::uint32_t a, std::uint32_t b, bool inFull) const
{
    for (const std::uint32_t ident : {a, b}) {
        if (m_keys->index->find(ident) == IdentIndex::kNone) {
            return Error {.code = ErrorCode::NotFound, .subject = "ident", .value = std::to_string(ident)};
        }
    }
    const auto known = std::find_if(m_pairs.begin(), m_pairs.end(), [&](const Waiting& one) {
        return one.a == std::min(a, b) && one.b == std::max(a, b);
    });
    return view(known != m_pairs.end() ? *known : Waiting {.a = a, .b = b, .key = KeyType::Name}, inFull);
}

}  // namespace meitrace
