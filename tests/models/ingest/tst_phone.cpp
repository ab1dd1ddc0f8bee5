// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/random.h"
#include "models/ingest/phone.h"
#include "tests/support/surroundings.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <string>

using namespace meitrace;

namespace {

constexpr KeyType kFull = KeyType::Phone;
constexpr KeyType kRaw = KeyType::RawPhone;
constexpr KeyType kMasked = KeyType::MaskedPhone;
constexpr KeyType kTail = KeyType::PhoneTail;

struct Golden {
    const char* cell;
    KeyType key;
    const char* text;
    RowRule note = RowRule::None;
    const char* second = "";
};

constexpr Golden kGolden[] {
    // as it should be
    {"13812345678", kFull, "13812345678"},
    {"19900159914", kFull, "19900159914"},
    {"16412345670", kFull, "16412345670"},
    {"17012345678", kFull, "17012345678"},
    // country codes, separators
    {"+86 138-1234-5678", kFull, "13812345678", RowRule::PhoneFormat},
    {"+8613812345678", kFull, "13812345678", RowRule::PhoneFormat},
    {"+86-13812345678", kFull, "13812345678", RowRule::PhoneFormat},
    {"(+86)13812345678", kFull, "13812345678", RowRule::PhoneFormat},
    {"0086138 1234 5678", kFull, "13812345678", RowRule::PhoneFormat},
    {"008613812345678", kFull, "13812345678", RowRule::PhoneFormat},
    {"8613812345678", kFull, "13812345678", RowRule::PhoneFormat},
    {"86 13812345678", kFull, "13812345678", RowRule::PhoneFormat},
    {"013812345678", kFull, "13812345678", RowRule::PhoneFormat},
    {"138 1234 5678", kFull, "13812345678", RowRule::PhoneFormat},
    {"138-1234-5678", kFull, "13812345678", RowRule::PhoneFormat},
    {"138.1234.5678", kFull, "13812345678", RowRule::PhoneFormat},
    {"138 12345678", kFull, "13812345678", RowRule::PhoneFormat},
    {" 13812345678 ", kFull, "13812345678"},
    // full width, invisible characters, spreadsheets
    {"１３８１２３４５６７８", kFull, "13812345678", RowRule::FullWidth},
    {"＋８６　１３８１２３４５６７８", kFull, "13812345678", RowRule::FullWidth},
    {"199\u200B0012\u200D3456", kFull, "19900123456", RowRule::PhoneFormat},
    {"\uFEFF13812345678", kFull, "13812345678"},
    {"138\u00A01234\u00A05678", kFull, "13812345678", RowRule::PhoneFormat},
    {"=\"13812345678\"", kFull, "13812345678", RowRule::SpreadsheetGuard},
    {"'13812345678", kFull, "13812345678", RowRule::SpreadsheetGuard},
    {"\t13812345678", kFull, "13812345678", RowRule::SpreadsheetGuard},
    {"13812345678.0", kFull, "13812345678", RowRule::PhoneFormat},
    {"13812345678.00", kFull, "13812345678", RowRule::PhoneFormat},
    // remarks
    {"13812345678(妈妈)", kFull, "13812345678", RowRule::PhoneFormat},
    {"13812345678（老公）", kFull, "13812345678", RowRule::FullWidth},
    {"13812345678(2号机)", kFull, "13812345678", RowRule::PhoneFormat},
    {"王小姐13812345678", kFull, "13812345678", RowRule::PhoneFormat},
    {"手机:13812345678/微信同号", kFull, "13812345678", RowRule::PhoneFormat},
    {"tel 138 1234 5678", kFull, "13812345678", RowRule::PhoneFormat},
    // two numbers
    {"13812345678/13987654321", kFull, "13812345678", RowRule::SecondPhone, "13987654321"},
    {"13812345678、13987654321", kFull, "13812345678", RowRule::SecondPhone, "13987654321"},
    {"13812345678,13987654321", kFull, "13812345678", RowRule::SecondPhone, "13987654321"},
    {"13812345678；13987654321", kFull, "13812345678", RowRule::SecondPhone, "13987654321"},
    {"13812345678 13987654321", kFull, "13812345678", RowRule::SecondPhone, "13987654321"},
    {"13812345678-13987654321", kFull, "13812345678", RowRule::SecondPhone, "13987654321"},
    {"138-1234-5678 / 139 8765 4321", kFull, "13812345678", RowRule::SecondPhone, "13987654321"},
    {"13812345678/13812345678", kFull, "13812345678", RowRule::PhoneFormat},
    {"13800000000/13987654321", kFull, "13987654321", RowRule::PhoneFormat},
    {"13987654321/13800000000", kFull, "13987654321", RowRule::PhoneFormat},
    {"021-62345678/13987654321", kFull, "13987654321", RowRule::PhoneFormat},
    // masked, tails
    {"138****5678", kMasked, "138****5678", RowRule::PhoneMasked},
    {"138＊＊＊＊5678", kMasked, "138****5678", RowRule::PhoneMasked},
    {"138xxxx5678", kMasked, "138****5678", RowRule::PhoneMasked},
    {"138XXXX5678", kMasked, "138****5678", RowRule::PhoneMasked},
    {"138 **** 5678", kMasked, "138****5678", RowRule::PhoneMasked},
    {"尾号5678", kTail, "5678", RowRule::PhoneMasked},
    {"5678", kTail, "5678", RowRule::PhoneMasked},
    {"****5678", kTail, "5678", RowRule::PhoneMasked},
    {"*******5678", kTail, "5678", RowRule::PhoneMasked},
    // landlines and service lines are numbers that link nobody
    {"021-62345678", kRaw, "02162345678"},
    {"02162345678", kRaw, "02162345678"},
    {"(021)62345678", kRaw, "02162345678"},
    {"0571 8765 4321", kRaw, "057187654321"},
    {"+86 21 62345678", kRaw, "02162345678"},
    {"0086-21-62345678", kRaw, "02162345678"},
    {"021-62345678转801", kRaw, "02162345678x801"},
    {"021-62345678-801", kRaw, "02162345678x801"},
    {"021-62345678 ext. 801", kRaw, "02162345678x801"},
    {"62345678", kRaw, "62345678"},
    {"400-820-8820", kRaw, "4008208820"},
    {"800 820 8820", kRaw, "8008208820"},
    // relays of platforms
    {"17012345678转1234", kRaw, "17012345678x1234", RowRule::PhoneInvalid},
    {"17012345678-1234", kRaw, "17012345678x1234", RowRule::PhoneInvalid},
    {"17012345678,转1234", kRaw, "17012345678x1234", RowRule::PhoneInvalid},
    {"17012345678#1234", kRaw, "17012345678x1234", RowRule::PhoneInvalid},
    // abroad
    {"+852 9123 4567", kFull, "+85291234567", RowRule::PhoneFormat},
    {"+85291234567", kFull, "+85291234567"},
    {"00852-91234567", kFull, "+85291234567", RowRule::PhoneFormat},
    {"+853 6612 3456", kFull, "+85366123456", RowRule::PhoneFormat},
    {"+886912345678", kFull, "+886912345678"},
    {"+1 (415) 555-2671", kFull, "+14155552671", RowRule::PhoneFormat},
    {"+81 90-1234-5678", kFull, "+819012345678", RowRule::PhoneFormat},
    {"+44 7911 123456", kFull, "+447911123456", RowRule::PhoneFormat},
    // placeholders
    {"13800000000", kRaw, "13800000000", RowRule::PhonePlaceholder},
    {"11111111111", kRaw, "11111111111", RowRule::PhonePlaceholder},
    {"00000000000", kRaw, "00000000000", RowRule::PhonePlaceholder},
    {"12345678901", kRaw, "12345678901", RowRule::PhonePlaceholder},
    {"12345678900", kRaw, "12345678900", RowRule::PhonePlaceholder},
    {"13888888888", kRaw, "13888888888", RowRule::PhonePlaceholder},
    {"13800138000", kRaw, "13800138000", RowRule::PhonePlaceholder},
    {"138-0000-0000", kRaw, "13800000000", RowRule::PhonePlaceholder},
    {"+86 13800000000", kRaw, "13800000000", RowRule::PhonePlaceholder},
    // no numbers
    {"1381234567", kRaw, "1381234567", RowRule::PhoneInvalid},
    {"138123456789", kRaw, "138123456789", RowRule::PhoneInvalid},
    {"12812345678", kRaw, "12812345678", RowRule::PhoneInvalid},
    {"0", kRaw, "0", RowRule::PhoneInvalid},
    {"abc", kRaw, "abc", RowRule::PhoneInvalid},
    {"不方便", kRaw, "不方便", RowRule::PhoneInvalid},
    {"310101199001011234", kRaw, "310101199001011234", RowRule::PhoneInvalid},
    // nothing
    {"", kRaw, ""},
    {"  ", kRaw, ""},
    {"无", kRaw, ""},
    {"-", kRaw, ""},
    {"N/A", kRaw, ""},
    {"NULL", kRaw, ""},
    {"\\N", kRaw, ""},
};

struct Damage {
    const char* cell;
    const char* suggestion;
};

/// What a spreadsheet does to numbers; a suggestion only where every digit is still there.
constexpr Damage kDamaged[] {
    {"1.38E+10", ""},
    {"1.38123E+10", ""},
    {"1.99001e+10", ""},
    {"1.3812345678E+10", "13812345678"},
    {"1.38E10", ""},
    {"１．３８Ｅ＋１０", ""},
    {"19900123456.0000001", ""},
    {"13812345678.5", ""},
    {"=\"1.38E+10\"", ""},
};

}  // namespace

class TestPhone : public QObject {
    Q_OBJECT

private slots:
    void everySpellingHasItsOneReading()
    {
        for (const Golden& golden : kGolden) {
            const PhoneCell phone = readPhone(golden.cell);
            QVERIFY2(!phone.damaged, golden.cell);
            QVERIFY2(phone.text == golden.text, (std::string(golden.cell) + " became " + phone.text).c_str());
            QVERIFY2(phone.second == golden.second,
                     (std::string(golden.cell) + " second " + phone.second).c_str());
            QVERIFY2(phone.note == golden.note,
                     (std::string(golden.cell) + " noted " + std::string(ruleCode(phone.note))).c_str());
            if (!phone.text.empty()) {
                QVERIFY2(phone.key == golden.key, golden.cell);
            }
        }
    }

    void whatSurroundsACellChangesNothing()
    {
        std::size_t seen = 0;
        for (const Golden& golden : kGolden) {
            for (const std::string& cell : test::wrapped(golden.cell)) {
                const PhoneCell phone = readPhone(cell);
                QVERIFY2(!phone.damaged && phone.text == golden.text && phone.second == golden.second,
                         cell.c_str());
                QVERIFY2(phone.text.empty() || phone.key == golden.key, cell.c_str());
                ++seen;
            }
        }
        for (const Damage& damage : kDamaged) {
            for (const std::string& cell : test::wrapped(damage.cell)) {
                QVERIFY2(readPhone(cell).damaged, cell.c_str());
                ++seen;
            }
        }
        QVERIFY(seen > 900);
    }

    void damagedNumbersAreNeverGuessed()
    {
        for (const Damage& damage : kDamaged) {
            const PhoneCell phone = readPhone(damage.cell);
            QVERIFY2(phone.damaged, damage.cell);
            QCOMPARE(phone.text, std::string());
            QCOMPARE(phone.suggestion, std::string(damage.suggestion));
        }
    }

    void readingAgainChangesNothing()
    {
        for (const Golden& golden : kGolden) {
            const PhoneCell once = readPhone(golden.cell);
            const PhoneCell twice = readPhone(once.text);
            QVERIFY2(twice.text == once.text, golden.cell);
            QVERIFY2(twice.key == once.key, golden.cell);
        }
        const std::string alphabet = "0123456789 -+*x()/.转";
        Random random(7);
        for (int i = 0; i < 20'000; ++i) {
            std::string cell;
            for (std::uint64_t n = random.below(18); n > 0; --n) {
                cell += alphabet[random.below(alphabet.size())];
            }
            const PhoneCell once = readPhone(cell);
            const PhoneCell twice = readPhone(once.text);
            QVERIFY2(twice.text == once.text && (once.text.empty() || twice.key == once.key),
                     (cell + " -> " + once.text + " -> " + twice.text).c_str());
        }
    }

    void theQuickLookAgreesWithTheSlowOne()
    {
        Random random(11);
        for (int i = 0; i < 50'000; ++i) {
            std::string digits(11, '0');
            for (char& c : digits) {
                c = static_cast<char>('0' + random.below(random.chance(300'000) ? 12 : 10));
            }
            digits[0] = '1';
            bool plain = digits[1] >= '3' && digits[1] <= '9' && !isPlaceholderPhone(digits);
            for (const char c : digits) {
                plain = plain && c >= '0' && c <= '9';
            }
            QVERIFY2(isPlainMobile(digits) == plain, digits.c_str());
        }
    }

    void onlyWholeNumbersBecomeKeysThatLink()
    {
        Random random(3);
        for (int i = 0; i < 20'000; ++i) {
            std::string cell;
            for (std::uint64_t n = random.below(14); n > 0; --n) {
                cell += static_cast<char>('0' + random.below(10));
            }
            const PhoneCell phone = readPhone(cell);
            if (phone.key == KeyType::Phone && !phone.text.empty()) {
                QVERIFY2(isPlainMobile(phone.text) || phone.text[0] == '+', cell.c_str());
                QVERIFY2(cell.find(phone.text.substr(phone.text[0] == '+' ? 1 : 0)) != std::string::npos,
                         cell.c_str());
            }
        }
    }
};

MEITRACE_TEST(TestPhone)
#include "tst_phone.moc"
