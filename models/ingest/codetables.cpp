// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/codetables.h"

#include <array>
#include <memory>
#include <string_view>
#include <unicode/ucnv.h>

namespace meitrace {

namespace {

constexpr std::size_t kLeads = 126;       // 0x81 to 0xFE
constexpr std::size_t kGbQuads = 39'420;  // 0x81308130 to 0x8431A439: the rest of the basic plane

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

/// Asks ICU for single characters.
class Converter {
public:
    explicit Converter(const char* name)
    {
        UErrorCode status = U_ZERO_ERROR;
        m_converter.reset(ucnv_open(name, &status));
        if (U_SUCCESS(status)) {
            ucnv_setToUCallBack(m_converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                                &status);
        }
        if (U_FAILURE(status)) {
            m_converter.reset();
        }
    }

    /// 0 when these bytes are not one character of the basic plane
    std::uint16_t pointOf(std::string_view bytes)
    {
        if (!m_converter) {
            return 0;
        }
        std::array<char16_t, 8> units {};
        UErrorCode status = U_ZERO_ERROR;
        const std::int32_t count
            = ucnv_toUChars(m_converter.get(), units.data(), static_cast<std::int32_t>(units.size()),
                            bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
        const bool one = U_SUCCESS(status) && count == 1 && (units[0] < 0xD800 || units[0] > 0xDFFF);
        return one ? static_cast<std::uint16_t>(units[0]) : std::uint16_t {0};
    }

private:
    std::unique_ptr<UConverter, CloseConverter> m_converter;
};

std::vector<std::uint16_t> pairsOf(Converter& converter)
{
    std::vector<std::uint16_t> table(kLeads * 256);
    for (std::size_t lead = 0; lead < kLeads; ++lead) {
        for (std::size_t trail = 0x40; trail <= 0xFE; ++trail) {
            const std::array<char, 2> bytes {static_cast<char>(lead + 0x81), static_cast<char>(trail)};
            table[lead * 256 + trail] = converter.pointOf({bytes.data(), bytes.size()});
        }
    }
    return table;
}

std::vector<std::uint16_t> quadsOf(Converter& converter)
{
    std::vector<std::uint16_t> table(kGbQuads);
    for (std::size_t i = 0; i < kGbQuads; ++i) {
        const std::array<char, 4> bytes {
            static_cast<char>(0x81 + i / 12'600), static_cast<char>(0x30 + i / 1'260 % 10),
            static_cast<char>(0x81 + i / 10 % 126), static_cast<char>(0x30 + i % 10)};
        table[i] = converter.pointOf({bytes.data(), bytes.size()});
    }
    return table;
}

CodeTables makeTables()
{
    Converter gb("gb18030");
    Converter big5("Big5");
    CodeTables tables {pairsOf(gb), quadsOf(gb), pairsOf(big5)};
    for (std::uint16_t& point : tables.big5Pair) {
        // Code page 950 gives every unassigned pair a private-use point, which would make any bytes Big5.
        if (point >= 0xE000 && point <= 0xF8FF) {
            point = 0;
        }
    }
    return tables;
}

}  // namespace

const CodeTables& codeTables()
{
    static const CodeTables tables = makeTables();
    return tables;
}

}  // namespace meitrace
