// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/pinyin.h"

#include "models/base/text.h"

#include <array>
#include <memory>
#include <unicode/translit.h>
#include <unicode/unistr.h>
#include <vector>

namespace meitrace {

namespace {

constexpr char32_t kFirst = 0x4E00;
constexpr char32_t kLast = 0x9FA5;

/// Syllables of the common Chinese characters, packed behind each other.
class SyllableTable {
public:
    SyllableTable()
        : m_begin(kLast - kFirst + 2)
    {
        icu::UnicodeString text;
        for (char32_t character = kFirst; character <= kLast; ++character) {
            text.append(static_cast<UChar32>(character)).append(u'\n');
        }
        UErrorCode status = U_ZERO_ERROR;
        const std::unique_ptr<icu::Transliterator> converter(
            icu::Transliterator::createInstance("Han-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
        if (converter) {
            converter->transliterate(text);
        }
        std::size_t place = 0;
        for (std::int32_t at = 0; at < text.length() && place + 1 < m_begin.size(); ++at) {
            const char16_t letter = text[at];
            if (letter == u'\n') {
                m_begin[++place] = static_cast<std::uint32_t>(m_letters.size());
            } else if (letter >= u'a' && letter <= u'z') {
                m_letters.push_back(static_cast<char>(letter));
            }
        }
    }

    [[nodiscard]] std::string_view syllable(char32_t character) const
    {
        if (character < kFirst || character > kLast) {
            return {};
        }
        const std::size_t place = character - kFirst;
        return std::string_view(m_letters).substr(m_begin[place], m_begin[place + 1] - m_begin[place]);
    }

private:
    std::vector<std::uint32_t> m_begin;
    std::string m_letters;
};

/// Family names that sound otherwise than the character does elsewhere.
struct FamilyName {
    char32_t character;
    std::string_view syllable;
};
constexpr std::array<FamilyName, 12> kFamilyNames {{{0x5355, "shan"},
                                                    {0x66FE, "zeng"},
                                                    {0x89E3, "xie"},
                                                    {0x4EC7, "qiu"},
                                                    {0x533A, "ou"},
                                                    {0x67E5, "zha"},
                                                    {0x7FDF, "zhai"},
                                                    {0x76D6, "ge"},
                                                    {0x8983, "qin"},
                                                    {0x4E48, "yao"},
                                                    {0x90C7, "huan"},
                                                    {0x5C09, "yu"}}};

std::string_view familySyllable(char32_t character)
{
    for (const FamilyName& name : kFamilyNames) {
        if (name.character == character) {
            return name.syllable;
        }
    }
    return {};
}

}  // namespace

NameSound soundOf(std::string_view name)
{
    static const SyllableTable table;
    NameSound sound;
    bool atStart = true;
    bool inWord = false;
    for (const char32_t character : toCodePoints(name)) {
        std::string_view syllable = atStart ? familySyllable(character) : std::string_view();
        if (syllable.empty()) {
            syllable = table.syllable(character);
        }
        if (!syllable.empty()) {
            sound.initials += syllable.front();
            sound.syllables += syllable;
            inWord = false;
            atStart = false;
            continue;
        }
        const bool upper = character >= U'A' && character <= U'Z';
        if (upper || (character >= U'a' && character <= U'z')) {
            const char letter = static_cast<char>(upper ? character - U'A' + U'a' : character);
            if (!inWord) {
                sound.initials += letter;
            }
            sound.syllables += letter;
            atStart = false;
        }
        inWord = upper || (character >= U'a' && character <= U'z');
    }
    return sound;
}

bool soundsLike(const NameSound& sound, std::string_view letters)
{
    return !letters.empty()
        && (sound.syllables.compare(0, letters.size(), letters) == 0
            || sound.initials.find(letters) != std::string::npos);
}

}  // namespace meitrace
