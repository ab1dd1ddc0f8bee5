// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/pinyin.h"

#include "models/base/text.h"

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <unicode/translit.h>
#include <unicode/unistr.h>
#include <vector>

namespace meitrace {

namespace {

constexpr char32_t kFirst = 0x4E00;
constexpr char32_t kLast = 0x9FA5;

/// The letters of a syllable in the bytes of a number, the first one lowest
struct Syllable {
    std::array<char, 8> letters {};
    std::size_t size = 0;

    [[nodiscard]] std::string_view text() const { return {letters.data(), size}; }
};

/// Syllables of the common Chinese characters, each found out when it is first asked for: names use some
/// hundred of the 21,000. Safe to share between threads.
class SyllableTable {
public:
    SyllableTable()
        : m_packed(kLast - kFirst + 1)
    {
    }

    [[nodiscard]] Syllable syllable(char32_t character) const
    {
        if (character < kFirst || character > kLast) {
            return {};
        }
        std::atomic<std::uint64_t>& place = m_packed[character - kFirst];
        std::uint64_t packed = place.load(std::memory_order_relaxed);
        if (packed == 0) {
            packed = findOut(character);
            place.store(packed, std::memory_order_relaxed);
        }
        Syllable syllable;
        for (packed >>= 8U; packed != 0; packed >>= 8U) {
            syllable.letters[syllable.size] = static_cast<char>(packed & 0xFFU);
            ++syllable.size;
        }
        return syllable;
    }

private:
    static constexpr std::size_t kLongest = 7;

    /// Letters from the second byte on, the first byte is 1: known.
    [[nodiscard]] std::uint64_t findOut(char32_t character) const
    {
        const std::lock_guard lock(m_mutex);
        if (!m_converter) {
            UErrorCode status = U_ZERO_ERROR;
            m_converter.reset(
                icu::Transliterator::createInstance("Han-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
        }
        icu::UnicodeString text(static_cast<UChar32>(character));
        if (m_converter) {
            m_converter->transliterate(text);
        }
        std::uint64_t packed = 1;
        std::size_t letters = 0;
        for (std::int32_t at = 0; at < text.length() && letters < kLongest; ++at) {
            const char16_t letter = text[at];
            if (letter >= u'a' && letter <= u'z') {
                ++letters;
                packed |= std::uint64_t {letter} << (8 * letters);
            }
        }
        return packed;
    }

    mutable std::vector<std::atomic<std::uint64_t>> m_packed;  ///< by character; 0: not known yet
    mutable std::mutex m_mutex;
    mutable std::unique_ptr<icu::Transliterator> m_converter;
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

/// In lower case; 0 for everything but A to Z.
char latinLetter(char32_t character)
{
    if (character >= U'A' && character <= U'Z') {
        return static_cast<char>(character - U'A' + U'a');
    }
    return character >= U'a' && character <= U'z' ? static_cast<char>(character) : '\0';
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
        const Syllable usual = syllable.empty() ? table.syllable(character) : Syllable {};
        if (syllable.empty()) {
            syllable = usual.text();
        }
        if (!syllable.empty()) {
            sound.initials += syllable.front();
            sound.syllables += syllable;
            inWord = false;
            atStart = false;
            continue;
        }
        const char letter = latinLetter(character);
        if (letter != '\0') {
            if (!inWord) {
                sound.initials += letter;
            }
            sound.syllables += letter;
            atStart = false;
        }
        inWord = letter != '\0';
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
