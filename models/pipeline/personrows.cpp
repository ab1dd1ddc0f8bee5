// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/personrows.h"

#include "models/identity/names.h"
#include "models/ingest/cleanplan.h"
#include "models/ingest/columnevidence.h"
#include "models/ingest/phone.h"
#include "models/pipeline/originals.h"
#include "models/pipeline/personblock.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <unordered_map>

namespace meitrace {

namespace {

constexpr std::size_t kBlockBytes = std::size_t {1} << 20;

/// Whether the key stands in the text, not as a part of a longer word or number.
bool standsIn(std::string_view text, std::string_view key)
{
    const auto isWord
        = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    for (std::size_t at = text.find(key); at != std::string_view::npos; at = text.find(key, at + 1)) {
        const std::size_t end = at + key.size();
        if ((at == 0 || !isWord(text[at - 1])) && (end == text.size() || !isWord(text[end]))) {
            return true;
        }
    }
    return false;
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t'=\"");
    const std::size_t end = text.find_last_not_of(" \t\"");
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin, end - begin + 1);
}

/// One walk through the kept rows of a file.
class RowSearch {
public:
    RowSearch(const PersonTraces& traces, const KeptFile& kept, const std::set<std::int64_t>& stored)
        : m_traces(traces)
        , m_kept(kept)
        , m_stored(stored)
    {
        const std::vector<std::string>& header = kept.file.source->shape().header;
        for (const Mapping::Column& column : kept.file.mapping.columns) {
            const int source = cleaning::sourceColumn(header, column.header);
            const FieldSpec& field = kept.file.mapping.kind->fields[static_cast<std::size_t>(column.field)];
            const bool person = field.use == FieldUse::Person
                || (field.use == FieldUse::Evidence && field.type == FieldType::Name);
            if (source >= 0 && person) {
                m_keyOfColumn[static_cast<std::size_t>(source)] = field.key;
            }
            if (source >= 0 && field.name == "referrer_no") {
                m_referrer = static_cast<std::size_t>(source);
            }
            if (source >= 0) {
                m_mapped.push_back(static_cast<std::size_t>(source));
            }
        }
        m_found.header = header;
        const std::string chart = keyText(KeyType::HisNo, {});
        for (const std::string& own : traces.own) {
            if (own.compare(0, chart.size(), chart) == 0) {
                m_charts.push_back(own.substr(own.find(':', chart.size()) + 1));
            }
        }
    }

    void look(const CleanBlock& block)
    {
        const std::vector<char> hers = handlesIn(block);
        for (std::int32_t row = 0; row < block.rows.rows(); ++row) {
            const auto at = static_cast<std::size_t>(row);
            const std::int64_t here = block.rows.firstRow + row;
            const std::int64_t number
                = m_kept.numbers.empty() ? here : m_kept.numbers[static_cast<std::size_t>(here)];
            std::vector<std::string> cells(block.rows.cells.begin() + block.rows.rowStart[at],
                                           block.rows.cells.begin() + block.rows.rowStart[at + 1]);
            const bool cleaned = block.fates[at] <= RowFate::Fixed;
            if (hers[at] != 0 || m_stored.contains(number) || (!cleaned && isHers(cells))) {
                m_found.rows.insert(number);
                m_found.hers.emplace_back(number, std::move(cells));
                continue;
            }
            if (blankMentions(cells)) {
                m_found.mentions.insert(number);
            }
            m_rest.push_back({number, std::move(cells)});
        }
    }

    /// first: the line of the header, as it is kept
    PersonRows take(std::int64_t sampledRows)
    {
        if (m_found.rows.empty() && m_found.mentions.empty()) {
            return std::move(m_found);
        }
        std::vector<std::string> line {std::to_string(sampledRows)};
        line.insert(line.end(), m_found.header.begin(), m_found.header.end());
        m_found.withoutHer = csvLine(line);
        keepEvidence(sampledRows);
        for (const OriginalRows::Row& row : m_rest) {
            m_found.withoutHer += std::to_string(row.number) + "," + csvLine(row.cells);
        }
        return std::move(m_found);
    }

private:
    /// Per row of the block, whether its handle is hers.
    std::vector<char> handlesIn(const CleanBlock& block) const
    {
        std::vector<char> hers(static_cast<std::size_t>(block.rows.rows()));
        const PersonBlock persons = groupByPerson(block);
        std::vector<char> isHer;
        isHer.reserve(persons.entries.size());
        std::unordered_map<std::uint64_t, char> known;  // a person of many rows is described once
        for (const PersonBlock::Entry& entry : persons.entries) {
            const auto [place, fresh] = known.try_emplace(entry.hash, char {0});
            if (fresh) {
                const PersonDescription who = describePerson(block, entry.row, m_kept.file.mapping.scope);
                place->second = m_traces.natives.contains(who.native) ? 1 : 0;
            }
            isHer.push_back(place->second);
        }
        for (std::size_t i = 0; i < block.kept.size(); ++i) {
            hers[static_cast<std::size_t>(block.kept[i])] = isHer[persons.entryOf[i]];
        }
        return hers;
    }

    /// A row that was never cleaned: what its cells say.
    bool isHers(const std::vector<std::string>& cells) const
    {
        bool named = false;
        bool sharesKey = false;
        bool ownKey = false;
        Tombstones::Person person;
        for (std::size_t column = 0; column < cells.size(); ++column) {
            const std::string text(trimmed(cells[column]));
            if (text.empty()) {
                continue;
            }
            const auto known = m_keyOfColumn.find(column);
            named = named || m_traces.names.contains(text);
            for (const auto& [type, value] :
                 keysOf(text, known == m_keyOfColumn.end() ? nullptr : &known->second)) {
                ownKey = ownKey || m_traces.own.contains(keyText(type, value));
                sharesKey = sharesKey || m_traces.shared.contains(keyText(type, value));
                person.keys.emplace_back(type, value);
            }
        }
        return ownKey || (named && (sharesKey || m_traces.nameIsHersAlone))
            || (m_traces.tombstones != nullptr && m_traces.tombstones->covers(person));
    }

    std::vector<std::pair<KeyType, std::string>> keysOf(const std::string& text, const KeyType* known) const
    {
        std::vector<std::pair<KeyType, std::string>> keys;
        const PhoneCell phone = readPhone(text);
        if (phone.key == KeyType::Phone) {
            keys.emplace_back(KeyType::Phone, phone.text);
            if (!phone.second.empty()) {
                keys.emplace_back(KeyType::Phone, phone.second);
            }
        }
        if (known != nullptr && *known == KeyType::Name) {
            if (isFullName(text)) {
                keys.emplace_back(KeyType::Name, text);
            }
        } else if (known != nullptr && *known != KeyType::Phone) {
            // Ids that mean something only inside one system carry its scope.
            const std::string& scope = m_kept.file.mapping.scope;
            keys.emplace_back(*known, text);
            keys.emplace_back(*known, (scope.empty() ? std::string("his") : scope) + ":" + text);
            keys.emplace_back(*known, (scope.empty() ? std::string("web") : scope) + ":" + text);
        } else if (known == nullptr && text.find('@') != std::string::npos) {
            keys.emplace_back(KeyType::Email, text);
        }
        return keys;
    }

    /// Takes her numbers out of a row of somebody else; a column that says who sent a customer names her
    /// chart.
    bool blankMentions(std::vector<std::string>& cells) const
    {
        bool found = false;
        for (std::size_t column = 0; column < cells.size(); ++column) {
            std::string& cell = cells[column];
            const auto named = [&](const std::string& key) { return standsIn(cell, key); };
            const bool referrer = column == m_referrer && !cell.empty()
                && std::any_of(m_charts.begin(), m_charts.end(),
                               [&](const std::string& chart) { return trimmed(cell) == chart; });
            if (referrer || std::any_of(m_traces.longKeys.begin(), m_traces.longKeys.end(), named)) {
                cell.clear();
                found = true;
            }
        }
        return found;
    }

    /// How a column is read rests on the first rows of the file. Where taking hers out would change that, a
    /// bare date or amount of hers stays, in a row that says nothing else.
    void keepEvidence(std::int64_t sampledRows)
    {
        Sample after {m_found.header, {}};
        for (const OriginalRows::Row& row : m_rest) {
            if (row.number < sampledRows) {
                after.rows.push_back(row.cells);
            }
        }
        Sample before = after;
        for (const auto& [number, cells] : m_found.hers) {
            if (number < sampledRows) {
                before.rows.push_back(cells);
            }
        }
        std::map<std::int64_t, std::vector<std::string>> bare;
        for (const std::size_t column : m_mapped) {
            if (sameReading(filledCells(before, column), filledCells(after, column))) {
                continue;
            }
            for (const auto& [number, cells] : m_found.hers) {
                if (number < sampledRows && column < cells.size() && isBareNumber(cells[column])) {
                    auto& kept = bare[number];
                    kept.resize(m_found.header.size());
                    kept[column] = cells[column];
                }
            }
        }
        for (auto& [number, cells] : bare) {
            m_rest.push_back({number, std::move(cells)});
        }
        std::sort(m_rest.begin(), m_rest.end(),
                  [](const OriginalRows::Row& a, const OriginalRows::Row& b) { return a.number < b.number; });
    }

    static bool sameReading(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b)
    {
        const ColumnEvidence one = evidenceOf(a);
        const ColumnEvidence two = evidenceOf(b);
        return one.dayFirst == two.dayFirst && one.monthFirst == two.monthFirst
            && one.ambiguous == two.ambiguous && one.decimalComma == two.decimalComma
            && one.epochDigits == two.epochDigits && currencyOf(a) == currencyOf(b);
    }

    /// A date, a time or an amount; no number long enough to be a key.
    static bool isBareNumber(std::string_view cell)
    {
        std::size_t digits = 0;
        std::size_t most = 0;
        for (const char c : cell) {
            digits = c >= '0' && c <= '9' ? digits + 1 : 0;
            most = std::max(most, digits);
        }
        return cell.size() <= 24 && most <= 8
            && cell.find_first_not_of("0123456789-/.,: +TZ") == std::string_view::npos;
    }

    const PersonTraces& m_traces;
    const KeptFile& m_kept;
    const std::set<std::int64_t>& m_stored;
    std::map<std::size_t, KeyType> m_keyOfColumn;
    std::vector<std::size_t> m_mapped;
    std::size_t m_referrer = SIZE_MAX;  ///< column that names the chart of the one who sent a customer
    std::vector<std::string> m_charts;
    std::vector<OriginalRows::Row> m_rest;
    PersonRows m_found;
};

Status walk(KeptFile& kept, const CleaningPlan& plan, RowSearch& search, Job& job)
{
    if (kept.file.hasFirst) {
        kept.file.hasFirst = false;
        search.look(plan.clean(std::move(kept.file.firstBlock)));
    }
    while (true) {
        if (job.stopped()) {
            return Error {.code = ErrorCode::Cancelled};
        }
        Result<std::unique_ptr<RowSource::Raw>> raw = kept.file.source->nextRaw();
        if (!raw || *raw == nullptr) {
            return raw ? Status(Done {}) : Status(raw.error());
        }
        search.look(plan.clean(kept.file.source->parse(std::move(*raw))));
    }
}

Result<PersonRows> search(Workspace& workspace, KeptFile& kept, const ImportBatch& batch,
                          const PersonTraces& traces, const std::set<std::int64_t>& stored, Job& job)
{
    auto sampledRows = static_cast<std::int64_t>(kept.evidence.rows.size());
    if (!batch.wholeOriginal) {
        // The line of the header begins with it.
        const Result<std::string> bytes = Batches(workspace.database()).original(batch.id);
        if (!bytes) {
            return bytes.error();
        }
        sampledRows = std::strtoll(bytes->c_str(), nullptr, 10);
    }
    const Result<std::shared_ptr<const CleaningPlan>> plan
        = CleaningPlan::make(kept.file.mapping, kept.file.source->shape().header, kept.evidence,
                             workspace.zone(), batch.importedAt, batch.fileName);
    if (!plan) {
        return plan.error();
    }
    RowSearch rows(traces, kept, stored);
    const Status status = walk(kept, **plan, rows, job);
    return status ? Result<PersonRows>(rows.take(sampledRows)) : Result<PersonRows>(status.error());
}

}  // namespace

Result<PersonRows> findPersonRows(Workspace& workspace, const ImportBatch& batch, const PersonTraces& traces,
                                  const std::set<std::int64_t>& stored, Job& job)
{
    Result<std::optional<KeptFile>> kept = openKept(workspace, batch);
    if (!kept) {
        return kept.error();
    }
    if (!kept->has_value()) {
        return PersonRows {};
    }
    return search(workspace, **kept, batch, traces, stored, job);
}

Status replaceOriginal(Workspace& workspace, ImportBatch& batch, const std::string& rows)
{
    Batches batches(workspace.database());
    Status status = workspace.database().execute("DELETE FROM original_block WHERE batch_id = "
                                                 + std::to_string(batch.id));
    std::int64_t number = 0;
    for (std::size_t begin = 0; status && begin < rows.size(); begin += kBlockBytes) {
        status = batches.addOriginal(batch.id, number++, std::string_view(rows).substr(begin, kBlockBytes));
    }
    batch.wholeOriginal = false;
    return status ? batches.finish(batch) : status;
}

}  // namespace meitrace
