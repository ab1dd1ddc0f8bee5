// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/headername.h"

#include "models/base/text.h"
#include "models/ingest/words.h"
#include "models/resources/resourcetable.h"

#include <algorithm>
#include <map>
#include <set>

namespace meitrace {

namespace {

constexpr double kSynonym = 1.0;
constexpr double kOtherKind = 0.6;
constexpr double kSimilar = 0.5;
constexpr double kLeastSimilarity = 0.85;

using Tokens = std::set<std::string>;

struct Synonym {
    std::string field;
    std::string kind;
    std::string text;
    Tokens tokens;
};

/// Words of scripts with blanks, single characters of the others.
Tokens tokensOf(std::string_view text)
{
    Tokens tokens;
    std::u32string word;
    const auto flush = [&] {
        if (!word.empty()) {
            tokens.insert(fromCodePoints(word));
            word.clear();
        }
    };
    for (const char32_t c : toCodePoints(text)) {
        if (c >= 0x2E80) {
            flush();
            tokens.insert(fromCodePoints(std::u32string(1, c)));
        } else if (c == ' ' || c == '.' || c == '/') {
            flush();
        } else {
            word += c;
        }
    }
    flush();
    return tokens;
}

/// Dice coefficient of the two sets of words
double similarity(const Tokens& a, const Tokens& b)
{
    const auto common = std::count_if(a.begin(), a.end(),
                                      [&](const std::string& token) { return b.find(token) != b.end(); });
    const auto all = static_cast<double>(a.size() + b.size());
    return all == 0 ? 0 : 2 * static_cast<double>(common) / all;
}

struct SynonymTable {
    std::vector<Synonym> all;
    std::multimap<std::string, std::size_t, std::less<>> byText;
    std::map<std::string, std::vector<std::size_t>, std::less<>> byKind;
};

const SynonymTable& synonyms()
{
    static const SynonymTable table = [] {
        SynonymTable t;
        const auto add = [&](const std::string& field, const std::string& kind, std::string_view text) {
            Synonym synonym {field, kind, headerName(text).text, {}};
            synonym.tokens = tokensOf(synonym.text);
            t.byText.emplace(synonym.text, t.all.size());
            t.byKind[synonym.kind].push_back(t.all.size());
            t.all.push_back(std::move(synonym));
        };
        const ResourceTable known("domain/header_synonyms.csv");
        for (std::size_t row = 0; row < known.rows(); ++row) {
            add(known.text(row, "canonical_field"), known.text(row, "source_kind"),
                known.text(row, "synonym"));
        }
        for (const KindSpec& kind : kinds()) {
            for (const FieldSpec& field : kind.fields) {
                add(std::string(field.name), std::string(kind.code), field.name);
            }
        }
        return t;
    }();
    return table;
}

void improve(NameMatch& match, double score, std::string_view reason)
{
    if (score > match.score) {
        match = {score, reason};
    }
}

/// A questionnaire numbers its questions: "3)", "Q3.", or with the comma of Chinese lists.
std::string_view withoutQuestionNumber(std::string_view text)
{
    constexpr std::string_view kListComma = "\xE3\x80\x81";
    constexpr std::size_t kMostDigits = 3;
    const std::size_t begin = !text.empty() && text.front() == 'q' ? 1 : 0;
    const std::size_t end = std::min(text.find_first_not_of("0123456789", begin), text.size());
    if (end == begin || end - begin > kMostDigits) {
        return text;
    }
    std::string_view rest = text.substr(end);
    if (rest.substr(0, kListComma.size()) == kListComma) {
        rest.remove_prefix(kListComma.size());
    } else if (!rest.empty() && (rest.front() == '.' || rest.front() == ')')) {
        rest.remove_prefix(1);
    } else {
        return text;
    }
    rest = trimmed(rest);
    return rest.empty() || (rest.front() >= '0' && rest.front() <= '9') ? text : rest;
}

bool isMark(char32_t c)
{
    return c == '*' || c == '%' || c == '\n' || c == '\r' || c == ':';
}

}  // namespace

HeaderName headerName(std::string_view header)
{
    HeaderName name;
    std::string inside;
    std::string text;
    int depth = 0;
    for (const char32_t c : toCodePoints(folded(header))) {
        const bool open = c == '(' || c == '[' || c == 0x3010;
        const bool close = c == ')' || c == ']' || c == 0x3011;
        if (open) {
            ++depth;
            inside.clear();
        } else if (close && depth > 0) {
            --depth;
            name.unit = inside;
        } else if (depth > 0) {
            inside += fromCodePoints(std::u32string(1, c));
        } else if (c == '_' || c == '-' || c == ' ') {
            text += text.empty() || text.back() == ' ' ? "" : " ";
        } else if (!isMark(c)) {
            text += fromCodePoints(std::u32string(1, c));
        }
    }
    name.text = withoutQuestionNumber(trimmed(text));
    name.generic = wordTable("header_generic").find(name.text) != nullptr;
    return name;
}

std::vector<NameMatch> nameMatches(const HeaderName& header, const KindSpec& kind)
{
    const SynonymTable& table = synonyms();
    std::vector<NameMatch> matches(kind.fields.size());
    const auto [first, last] = table.byText.equal_range(header.text);
    for (auto it = first; it != last; ++it) {
        const Synonym& synonym = table.all[it->second];
        const int field = fieldIndex(kind, synonym.field);
        if (field >= 0) {
            const bool own = synonym.kind == kind.code;
            improve(matches[static_cast<std::size_t>(field)], own ? kSynonym : kOtherKind,
                    own ? "synonym" : "synonym_other_kind");
        }
    }
    const Tokens tokens = tokensOf(header.text);
    const auto own = table.byKind.find(kind.code);
    if (own == table.byKind.end()) {
        return matches;
    }
    for (const std::size_t place : own->second) {
        const Synonym& synonym = table.all[place];
        const int field = fieldIndex(kind, synonym.field);
        if (field >= 0 && matches[static_cast<std::size_t>(field)].score < kSimilar
            && similarity(tokens, synonym.tokens) >= kLeastSimilarity) {
            improve(matches[static_cast<std::size_t>(field)], kSimilar, "similar");
        }
    }
    return matches;
}

int kindsKnowing(const HeaderName& header)
{
    const SynonymTable& table = synonyms();
    const auto [first, last] = table.byText.equal_range(header.text);
    std::set<std::string_view> codes;
    for (auto it = first; it != last; ++it) {
        const Synonym& synonym = table.all[it->second];
        const KindSpec* kind = kindByCode(synonym.kind);
        if (kind != nullptr && fieldIndex(*kind, synonym.field) >= 0) {
            codes.insert(synonym.kind);
        }
    }
    return static_cast<int>(codes.size());
}

}  // namespace meitrace
