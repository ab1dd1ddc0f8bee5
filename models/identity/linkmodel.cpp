// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/linkmodel.h"

#include "models/base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace meitrace {

namespace {

constexpr double kRarest = 32.0;   ///< rarity never adds more than log2 of this
constexpr double kLeast = 1e-9;    ///< no share is taken for 0
constexpr double kFarthest = 500;  ///< bits; beyond this p is 0 or 1 anyway

void append(std::string& text, double number)
{
    std::array<char, 32> buffer {};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    text.append(buffer.data(), end.ptr).push_back(' ');
}

/// Words of a line, taken one after the other
class Words {
public:
    explicit Words(std::string_view text)
        : m_words(split(text, ' '))
    {
    }

    std::string_view next() { return m_at < m_words.size() ? m_words[m_at++] : std::string_view(); }

    std::optional<double> number()
    {
        const std::string_view word = next();
        double value = 0;
        const auto read = std::from_chars(word.data(), word.data() + word.size(), value);
        return read.ec == std::errc() && !word.empty() ? std::optional(value) : std::nullopt;
    }

    [[nodiscard]] bool done() const { return m_at >= m_words.size() || m_words[m_at].empty(); }

private:
    std::vector<std::string_view> m_words;
    std::size_t m_at = 0;
};

bool readField(Words& words, FieldModel& field)
{
    field.name = std::string(words.next());
    const auto kind = words.number();
    if (field.name.empty() || !kind || *kind < 0 || *kind >= static_cast<double>(kEvidenceKindCodes.size())) {
        return false;
    }
    field.kind = static_cast<EvidenceKind>(static_cast<int>(*kind));
    for (auto* shares : {&field.m, &field.u}) {
        for (double& share : *shares) {
            const auto number = words.number();
            if (!number) {
                return false;
            }
            share = *number;
        }
    }
    return true;
}

}  // namespace

Pattern comparePair(const EvidenceTable& table, std::uint32_t a, std::uint32_t b)
{
    Pattern pattern = 0;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        pattern |= static_cast<Pattern>(table.columns[i].compare(a, b)) << (kLevelBits * i);
    }
    return pattern;
}

double FieldModel::weight(Level level) const
{
    const auto at = static_cast<std::size_t>(level);
    return level == Level::Unknown ? 0.0 : std::log2(std::max(m[at], kLeast) / std::max(u[at], kLeast));
}

double LinkModel::prior() const
{
    return std::log2(lambda / (1.0 - lambda));
}

double LinkModel::score(Pattern pattern) const
{
    double sum = prior();
    for (std::size_t i = 0; i < fields.size(); ++i) {
        sum += fields[i].weight(levelOf(pattern, i));
    }
    return sum;
}

double LinkModel::rarity(std::size_t column, std::uint32_t count, std::uint32_t rows) const
{
    if (fields[column].kind == EvidenceKind::Category) {
        return 0.0;
    }
    const double usual = std::max(fields[column].u[static_cast<std::size_t>(Level::Equal)], kLeast);
    const double others = count > 1 ? count - 1.0 : 1.0;
    const double share = others / (static_cast<double>(rows) + 1.0 / usual);
    return std::log2(usual / std::max(share, usual / kRarest));
}

PairEvidence LinkModel::explain(const EvidenceTable& table, std::uint32_t a, std::uint32_t b) const
{
    PairEvidence evidence;
    evidence.prior = prior();
    evidence.score = evidence.prior;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const EvidenceColumn& column = table.columns[i];
        FieldEvidence field;
        field.field = fields[i].name;
        field.level = column.compare(a, b);
        field.rarity = field.level == Level::Equal ? rarity(i, column.count(a), column.filled()) : 0.0;
        field.weight = fields[i].weight(field.level) + field.rarity;
        evidence.score += field.weight;
        evidence.fields.push_back(std::move(field));
    }
    evidence.probability = probability(evidence.score);
    return evidence;
}

double LinkModel::probability(double score)
{
    return 1.0 / (1.0 + std::exp2(-std::clamp(score, -kFarthest, kFarthest)));
}

std::array<double, kLevels> usualAgreement(EvidenceKind kind)
{
    switch (kind) {
    case EvidenceKind::Name:
        return {0.0, 0.80, 0.05, 0.04, 0.08, 0.01, 0.02};
    case EvidenceKind::Word:
        return {0.0, 0.85, 0.06, 0.04, 0.0, 0.0, 0.05};
    case EvidenceKind::Date:
        return {0.0, 0.92, 0.04, 0.01, 0.01, 0.0, 0.02};
    case EvidenceKind::Phone:
        return {0.0, 0.72, 0.04, 0.03, 0.01, 0.0, 0.20};
    case EvidenceKind::Address:
        return {0.0, 0.70, 0.15, 0.0, 0.0, 0.0, 0.15};
    case EvidenceKind::Code:
        return {0.0, 0.85, 0.07, 0.0, 0.0, 0.0, 0.08};
    case EvidenceKind::Category:
        return {0.0, 0.97, 0.0, 0.0, 0.0, 0.0, 0.03};
    }
    return {};
}

std::string toText(const LinkModel& model)
{
    std::string text = "1 ";
    append(text, model.lambda);
    for (const FieldModel& field : model.fields) {
        text += field.name + ' ';
        append(text, static_cast<double>(field.kind));
        for (const auto* shares : {&field.m, &field.u}) {
            for (const double share : *shares) {
                append(text, share);
            }
        }
    }
    return text;
}

std::optional<LinkModel> linkModelFrom(std::string_view text)
{
    Words words(text);
    const auto version = words.number();
    const auto lambda = words.number();
    if (version != 1.0 || !lambda || !(*lambda > 0.0 && *lambda < 1.0)) {
        return std::nullopt;
    }
    LinkModel model;
    model.lambda = *lambda;
    while (!words.done()) {
        if (model.fields.size() == kMostColumns || !readField(words, model.fields.emplace_back())) {
            return std::nullopt;
        }
    }
    return model;
}

}  // namespace meitrace
