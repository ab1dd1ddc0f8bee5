// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/clinic/itemtext.h"

#include "models/base/text.h"
#include "models/resources/resourcetable.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>

namespace meitrace {

namespace {

struct Word {
    std::u32string text;
    std::string code;
};

/// Words by what they say, longest first.
class ItemWords {
public:
    ItemWords()
    {
        const ResourceTable table("domain/item_words.csv");
        for (std::size_t row = 0; row < table.rows(); ++row) {
            m_words[table.text(row, "what")].push_back(
                {toCodePoints(folded(table.text(row, "word"))), table.text(row, "code")});
        }
        for (auto& [what, words] : m_words) {
            std::stable_sort(words.begin(), words.end(),
                             [](const Word& a, const Word& b) { return a.text.size() > b.text.size(); });
        }
    }

    /// The longest word of this sort that stands at this place
    [[nodiscard]] const Word* at(std::string_view what, const std::u32string& text, std::size_t place) const
    {
        const auto found = m_words.find(what);
        if (found == m_words.end()) {
            return nullptr;
        }
        const auto here = std::find_if(found->second.begin(), found->second.end(), [&](const Word& word) {
            return text.compare(place, word.text.size(), word.text) == 0;
        });
        return here == found->second.end() ? nullptr : &*here;
    }

private:
    std::map<std::string, std::vector<Word>, std::less<>> m_words;
};

const ItemWords& itemWords()
{
    static const ItemWords kWords;
    return kWords;
}

constexpr char32_t kTimesSign = 0xD7;
constexpr int kMostSessions = 999;

bool isDigit(char32_t c)
{
    return c >= '0' && c <= '9';
}

bool isAsciiLetter(char32_t c)
{
    return c >= 'a' && c <= 'z';
}

struct Number {
    int value = 0;
    std::size_t size = 0;
};

/// Digits or one numeral word
std::optional<Number> numberAt(const std::u32string& text, std::size_t place)
{
    Number number;
    while (place + number.size < text.size() && isDigit(text[place + number.size])) {
        number.value
            = std::min(number.value * 10 + static_cast<int>(text[place + number.size] - '0'), 10'000);
        ++number.size;
    }
    if (number.size == 0) {
        if (const Word* word = itemWords().at("numeral", text, place)) {
            return Number {word->code.empty() ? 0 : std::stoi(word->code), word->text.size()};
        }
        return std::nullopt;
    }
    return number.value <= kMostSessions ? std::optional<Number>(number) : std::nullopt;
}

std::size_t skipBlanks(const std::u32string& text, std::size_t place)
{
    while (place < text.size() && text[place] == ' ') {
        ++place;
    }
    return place;
}

/// Reads what stands at a place and takes it out of the text.
class Taker {
public:
    Taker(std::u32string text, ItemText& into)
        : m_text(std::move(text))
        , m_into(into)
    {
    }

    std::u32string run()
    {
        std::u32string left;
        std::size_t place = 0;
        while (place < m_text.size()) {
            const std::size_t taken = take(place, left);
            if (taken > 0) {
                left += U' ';
                place += taken;
            } else {
                left += m_text[place++];
            }
        }
        return left;
    }

private:
    /// Characters that were understood; 0: none
    std::size_t take(std::size_t place, const std::u32string& left)
    {
        // Latin letters are read as whole words only.
        const bool inWord = !left.empty() && isAsciiLetter(left.back()) && isAsciiLetter(m_text[place]);
        if (inWord || (!left.empty() && isDigit(left.back()) && isDigit(m_text[place]))) {
            return 0;
        }
        for (const std::size_t size :
             {offerWithBonus(place), countedSessions(place), timesNumber(place, left),
              mark("trial", place, &ItemText::isTrial), mark("first", place, &ItemText::isFirst),
              mark("member", place, &ItemText::isMember), mark("gift", place, &ItemText::isGift),
              mark("offer", place, nullptr)}) {
            if (size > 0) {
                return size;
            }
        }
        return 0;
    }

    [[nodiscard]] bool endsWord(std::size_t end) const
    {
        return end >= m_text.size() || !isAsciiLetter(m_text[end]) || !isAsciiLetter(m_text[end - 1]);
    }

    /// "buy 3 get 1"
    std::size_t offerWithBonus(std::size_t place)
    {
        const Word* buy = itemWords().at("buy", m_text, place);
        if (buy == nullptr) {
            return 0;
        }
        const std::size_t first = skipBlanks(m_text, place + buy->text.size());
        const auto bought = numberAt(m_text, first);
        if (!bought) {
            return 0;
        }
        const std::size_t second = skipBlanks(m_text, first + bought->size);
        const Word* bonus = itemWords().at("bonus", m_text, second);
        if (bonus == nullptr) {
            return 0;
        }
        const std::size_t third = skipBlanks(m_text, second + bonus->text.size());
        const auto given = numberAt(m_text, third);
        if (!given) {
            return 0;
        }
        m_into.sessions = bought->value;
        m_into.bonusSessions = given->value;
        return third + given->size - place;
    }

    /// "5 sessions"
    std::size_t countedSessions(std::size_t place)
    {
        const auto count = numberAt(m_text, place);
        if (!count) {
            return 0;
        }
        const std::size_t behind = skipBlanks(m_text, place + count->size);
        const Word* word = itemWords().at("session", m_text, behind);
        if (word == nullptr || !endsWord(behind + word->text.size())) {
            return 0;
        }
        m_into.sessions = count->value;
        return behind + word->text.size() - place;
    }

    /// "x5", "*5" at the end of a word
    std::size_t timesNumber(std::size_t place, const std::u32string& left)
    {
        const char32_t sign = m_text[place];
        const bool isLetter = sign == 'x' && !left.empty() && isAsciiLetter(left.back());
        if ((sign != 'x' && sign != '*' && sign != kTimesSign) || isLetter || place + 1 >= m_text.size()
            || !isDigit(m_text[place + 1])) {
            return 0;
        }
        const auto count = numberAt(m_text, place + 1);
        const std::size_t end = place + 1 + (count ? count->size : 0);
        if (!count || (end < m_text.size() && isAsciiLetter(m_text[end]))) {
            return 0;
        }
        m_into.sessions = count->value;
        return end - place;
    }

    std::size_t mark(std::string_view what, std::size_t place, bool ItemText::*flag)
    {
        const Word* word = itemWords().at(what, m_text, place);
        if (word == nullptr || !endsWord(place + word->text.size())) {
            return 0;
        }
        if (flag != nullptr) {
            m_into.*flag = true;
        }
        return word->text.size();
    }

    std::u32string m_text;
    ItemText& m_into;
};

constexpr std::u32string_view kOpening = U"([{\u3010\u300A\u300C<";
constexpr std::u32string_view kClosing = U")]}\u3011\u300B\u300D>";
constexpr std::u32string_view kDividers = U" -_/\\|+,;:.\u00B7\u3001\u3002!\uFF5E~#&";

std::string tidied(const std::u32string& text)
{
    std::u32string out;
    for (const char32_t c : text) {
        const bool divider = kDividers.find(c) != std::u32string_view::npos;
        if (!divider) {
            out += c;
        } else if (!out.empty() && out.back() != U' ') {
            out += U' ';
        }
    }
    while (!out.empty() && out.back() == U' ') {
        out.pop_back();
    }
    return fromCodePoints(out);
}

}  // namespace

ItemText readItemText(std::string_view raw)
{
    ItemText item;
    std::u32string outside;
    std::u32string inside;
    int depth = 0;
    for (const char32_t c : toCodePoints(folded(raw))) {
        if (kOpening.find(c) != std::u32string_view::npos) {
            ++depth;
            inside += U' ';
        } else if (kClosing.find(c) != std::u32string_view::npos) {
            depth = std::max(0, depth - 1);
            outside += U' ';
        } else {
            (depth > 0 ? inside : outside) += c;
        }
    }
    item.inBrackets = tidied(Taker(std::move(inside), item).run());
    item.name = tidied(Taker(std::move(outside), item).run());
    return item;
}

std::string_view genericCategory(std::string_view foldedName)
{
    const std::u32string text = toCodePoints(foldedName);
    const Word* best = nullptr;
    for (std::size_t place = 0; place < text.size(); ++place) {
        const Word* word = itemWords().at("generic", text, place);
        if (word != nullptr && (best == nullptr || word->text.size() > best->text.size())) {
            best = word;
        }
    }
    return best == nullptr ? std::string_view() : std::string_view(best->code);
}

}  // namespace meitrace
